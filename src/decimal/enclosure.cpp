// Tested by tests/unit/decimal/enclosure_test.cpp.
//
// Only shortened() and quotient() drop bits; both widen what they drop them from.
#include "decimal/enclosure.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <utility>

#include "decimal/access.hpp"

namespace tiendo::detail {

namespace {

std::int64_t top_bit(const BigInt& value) {
  return static_cast<std::int64_t>(boost::multiprecision::msb(value));
}

// The same number in at most `bits` bits, or a wider one.
Enclosure shortened(Enclosure value, unsigned bits) {
  const std::int64_t excess = top_bit(value.upper) + 1 - std::int64_t{bits};
  if (excess <= 0) return value;
  value.lower = shifted_down(value.lower, -excess);
  value.upper = shifted_up(value.upper, -excess);
  value.exponent += excess;
  assert(value.lower > 0);
  return value;
}

Enclosure product(const Enclosure& a, const Enclosure& b, unsigned bits) {
  return shortened({a.lower * b.lower, a.upper * b.upper, a.exponent + b.exponent}, bits);
}

// Whether a * 2^a_exponent > b * 2^b_exponent. Most are told apart by their highest bits; for the
// others the exponents differ by no more than the lengths do.
bool is_above(const BigInt& a, std::int64_t a_exponent, const BigInt& b, std::int64_t b_exponent) {
  const std::int64_t a_top = top_bit(a) + a_exponent;
  const std::int64_t b_top = top_bit(b) + b_exponent;
  if (a_top != b_top) return a_top > b_top;
  const std::int64_t least = std::min(a_exponent, b_exponent);
  return shifted_down(a, a_exponent - least) > shifted_down(b, b_exponent - least);
}

}  // namespace

Fraction fraction_of(const Ratio& value) {
  return {DecimalAccess::big(value.numerator()), DecimalAccess::big(value.denominator())};
}

BigInt shifted_down(const BigInt& value, std::int64_t exponent) {
  assert(value >= 0);
  if (exponent >= 0) return value << static_cast<std::uint64_t>(exponent);
  return value >> static_cast<std::uint64_t>(-exponent);
}

BigInt shifted_up(const BigInt& value, std::int64_t exponent) {
  if (exponent >= 0 || value.is_zero()) return shifted_down(value, exponent);
  return shifted_down(value - 1, exponent) + 1;
}

Enclosure enclose(const Fraction& value, unsigned bits) {
  assert(value.numerator > 0);
  return quotient({value.numerator, value.numerator, 0}, {value.denominator, value.denominator, 0},
                  bits);
}

Enclosure quotient(const Enclosure& a, const Enclosure& b, unsigned bits) {
  // A shift that gives the shorter quotient of the two at least `bits` bits.
  const std::int64_t shift = std::max<std::int64_t>(bits + top_bit(b.upper) - top_bit(a.lower), 0);
  const BigInt lower = shifted_down(a.lower, shift) / b.upper;
  const BigInt upper = (shifted_down(a.upper, shift) + b.lower - 1) / b.lower;
  return shortened({lower, upper, a.exponent - b.exponent - shift}, bits);
}

Enclosure power(const Enclosure& base, std::uint64_t exponent, unsigned bits) {
  if (exponent == 0) return {1, 1, 0};
  const Enclosure once = shortened(base, bits);
  Enclosure result = once;
  for (std::uint64_t bit = std::bit_floor(exponent) >> 1; bit != 0; bit >>= 1) {
    result = product(result, result, bits);
    if ((exponent & bit) != 0) result = product(result, once, bits);
  }
  return result;
}

std::optional<std::strong_ordering> compare(const Enclosure& a, const Enclosure& b) {
  if (is_above(a.lower, a.exponent, b.upper, b.exponent)) return std::strong_ordering::greater;
  if (is_above(b.lower, b.exponent, a.upper, a.exponent)) return std::strong_ordering::less;
  return std::nullopt;
}

}  // namespace tiendo::detail
