// Tested by tests/unit/decimal/radical_test.cpp and tests/oracle/growth_oracle_test.cpp.
//
// Why an enclosure of a root is one. Let x be the root of c, of degree n. For any u > 0 the mean of
// n - 1 times u and once c / u^(n-1) is not below their geometric mean, which is x: a step of
// Newton's method ends at or above x wherever it started, and stays so with every rounding upwards.
// For any u >= x in turn, c / u^(n-1) <= x. So the upper end is the last step, the lower end its
// counterpart, and neither depends on how good the start was.
//
// Why it gets narrow. Let u = x (1 + e) with n |e| <= 1/8. Then the step is x (1 + f) with
// 0 <= f < 1.1 n e^2: with `good` bits, |e| <= 2^-good, and `length` bits in n, the next step has
// at least 2 good - length - 1, and good - length - 1 doubles. The start is found bit by bit.
#include "decimal/radical.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

#include "decimal/access.hpp"
#include "decimal/quotient.hpp"

namespace tiendo::detail {

namespace {

// The number itself, as an enclosure without width.
Enclosure point(const BigInt& mantissa, std::int64_t exponent) {
  return {mantissa, mantissa, exponent};
}

// x to `length` + 4 bits: the bits are tried from the highest on.
Enclosure start(const Fraction& value, std::uint64_t degree, unsigned length) {
  const unsigned bits = 2 * length + 16;
  const Enclosure wanted = enclose(value, bits);
  BigInt guess = 1;
  std::int64_t exponent = top_bit_of_root(value, degree);
  for (unsigned i = 0; i < length + 5; ++i) {
    guess = 2 * guess + 1;
    --exponent;
    const auto order = compare(power(point(guess, exponent), degree, bits), wanted);
    if (order == std::strong_ordering::greater) guess -= 1;
  }
  return point(guess, exponent);
}

// ((degree - 1) u + value / u^(degree - 1)) / degree, rounded upwards.
Enclosure newton_step(const Enclosure& value, std::uint64_t degree, const Enclosure& u,
                      unsigned bits) {
  const Enclosure other = quotient(value, power(u, degree - 1, bits), bits);
  const std::int64_t least = std::min(u.exponent, other.exponent) - bits;
  const BigInt sum = (degree - 1) * shifted_down(u.upper, u.exponent - least) +
                     shifted_down(other.upper, other.exponent - least);
  const BigInt mean = (sum + degree - 1) / degree;
  const std::int64_t excess = static_cast<std::int64_t>(msb(mean)) + 1 - bits;
  return point(shifted_up(mean, -excess), least + excess);
}

// The root of an integer that is not negative, when it is an integer.
std::optional<BigInt> integer_root(const BigInt& value, std::uint64_t degree) {
  if (value <= 1 || degree == 1) return value;
  const std::uint64_t top = msb(value);
  if (degree > top) return std::nullopt;  // between 1 and 2
  const Enclosure root = enclose_root({value, 1}, degree, static_cast<unsigned>(top / degree) + 3);
  const BigInt candidate = shifted_down(root.upper, root.exponent);  // the width is below 1
  if (pow(candidate, static_cast<unsigned>(degree)) != value) return std::nullopt;
  return candidate;
}

}  // namespace

// Rounding downwards to some bits does not pass a power of two, so the value's highest bit is
// exact.
std::int64_t top_bit_of_root(const Fraction& value, std::uint64_t degree) {
  const Enclosure some = enclose(value, 16);
  const std::int64_t top = static_cast<std::int64_t>(msb(some.lower)) + some.exponent;
  const auto n = static_cast<std::int64_t>(degree);
  return top >= 0 ? top / n : -((n - 1 - top) / n);
}

Enclosure enclose_root(const Fraction& value, std::uint64_t degree, unsigned bits) {
  assert(value.numerator > 0 && degree >= 1);
  const auto length = static_cast<unsigned>(std::bit_width(degree));
  const unsigned goal = bits + length + 2;
  unsigned good = length + 3;
  Enclosure u = start(value, degree, length);
  do {
    good = std::min(2 * good - length - 1, goal);
    const unsigned working = good + length + 10;
    u = newton_step(enclose(value, working), degree, u, working);
  } while (good < goal);
  const unsigned working = goal + length + 10;
  const Enclosure below = quotient(enclose(value, working), power(u, degree - 1, working), working);
  const std::int64_t exponent = std::min(u.exponent, below.exponent);
  Enclosure root = {shifted_down(below.lower, below.exponent - exponent),
                    shifted_down(u.upper, u.exponent - exponent), exponent};
  assert(root.lower <= root.upper && (root.upper - root.lower) << bits <= root.upper);
  return root;
}

std::optional<Fraction> rational_root(const Fraction& value, std::uint64_t degree) {
  const auto below = integer_root(value.denominator, degree);
  if (!below) return std::nullopt;
  const auto above = integer_root(value.numerator, degree);
  if (!above) return std::nullopt;
  return Fraction{*above, *below};
}

// A root that is no fraction is no whole number of halves either: with bits enough, no such number
// lies in its enclosure. So the loop ends, and whether there is a fraction is asked at most once.
Halves root_in_halves(const Fraction& value, std::uint64_t degree, int scale) {
  if (value.numerator.is_zero()) return {0, true};
  const BigInt halves = 2 * power_of_ten(scale);
  const std::int64_t size = static_cast<std::int64_t>(msb(halves)) + top_bit_of_root(value, degree);
  unsigned bits = static_cast<unsigned>(std::max<std::int64_t>(size, 0)) + 32;
  for (bool known_irrational = false;; bits *= 2) {
    const Enclosure root = enclose_root(value, degree, bits);
    const BigInt least = shifted_up(halves * root.lower, root.exponent);
    const BigInt most = shifted_down(halves * root.upper, root.exponent);
    if (least > most) return {most, false};
    if (known_irrational) continue;
    if (const auto fraction = rational_root(value, degree)) {
      const BigInt scaled = halves * fraction->numerator;
      return {scaled / fraction->denominator, scaled % fraction->denominator == 0};
    }
    known_irrational = true;
  }
}

// Between two neighbouring halves every number rounds alike, so the quarter between them will do.
Result<Decimal> rounded(const Halves& halves, int scale, Rounding mode) {
  const BigInt quarters = 2 * halves.count + (halves.exact ? 0 : 1);
  return DecimalAccess::checked(rounded_quotient(quarters, BigInt(4), mode), scale);
}

}  // namespace tiendo::detail
