// Tested by tests/unit/decimal/growth_test.cpp and tests/oracle/growth_oracle_test.cpp.
//
// Every comparison first asks whether the two sides are equal, which perfect powers answer, and
// then computes them to more and more bits until they are apart. Numbers that are not equal come
// apart at some number of bits, so this ends, and never with a guess.
#include "tiendo/decimal/growth.hpp"

#include <numeric>

#include "decimal/access.hpp"
#include "decimal/radical.hpp"
#include "tiendo/decimal/roots.hpp"

namespace tiendo {

using detail::BigInt;
using detail::Enclosure;
using detail::Fraction;
using std::strong_ordering;

namespace {

constexpr unsigned kFirstBits = 64;

Errc fault_of(const Growth& growth) {
  if (growth.first.sign() <= 0 || growth.last.sign() < 0) return Errc::growth_without_base;
  if (growth.periods < 1 || growth.periods > kMaxPeriods || growth.rate_periods < 1 ||
      growth.rate_periods > kMaxPeriods) {
    return Errc::periods_out_of_range;
  }
  return Errc::none;
}

// A root of a fraction: 1 + the average rate.
struct Radical {
  Fraction value;
  std::uint64_t degree;
};

Result<Radical> growth_factor(const Growth& growth) {
  const int shared = std::gcd(growth.periods, growth.rate_periods);
  const Result<Ratio> ratio = growth.last / growth.first;
  if (!ratio) return ratio.error();
  const Result<Ratio> value = pow(*ratio, growth.rate_periods / shared);
  if (!value) return value.error();
  return Radical{detail::fraction_of(*value), static_cast<std::uint64_t>(growth.periods / shared)};
}

// Whether a^m = b^n, for fractions above zero. With m and n coprime that is so exactly if both are
// powers of one fraction: a = t^n and b = t^m.
bool equal_powers(const Fraction& a, std::uint64_t m, const Fraction& b, std::uint64_t n) {
  const std::uint64_t shared = std::gcd(m, n);
  const auto root = detail::rational_root(a, n / shared);
  return root && root == detail::rational_root(b, m / shared);
}

// a^m against b^n, for fractions above zero and exponents from 1 to 2^40.
strong_ordering compare_powers(const Fraction& a, std::uint64_t m, const Fraction& b,
                               std::uint64_t n) {
  for (unsigned bits = kFirstBits;; bits *= 2) {
    const auto order = detail::compare(detail::power(detail::enclose(a, bits), m, bits),
                                       detail::power(detail::enclose(b, bits), n, bits));
    if (order) return *order;
    if (bits == kFirstBits && equal_powers(a, m, b, n)) return strong_ordering::equal;
  }
}

// The same for ratios that may be zero.
strong_ordering compare_powers(const Ratio& a, int m, const Ratio& b, int n) {
  if (a.is_zero() || b.is_zero()) return a.sign() <=> b.sign();
  return compare_powers(detail::fraction_of(a), static_cast<std::uint64_t>(m),
                        detail::fraction_of(b), static_cast<std::uint64_t>(n));
}

// The root less 1 in units of 2^-bits: from lower to upper, at most two units apart.
struct Rate {
  BigInt lower;
  BigInt upper;
};

Rate rate_of(const Radical& root, unsigned bits) {
  const BigInt one = BigInt(1) << bits;
  if (root.value.numerator.is_zero()) return {-one, -one};
  const std::int64_t size = detail::top_bit_of_root(root.value, root.degree);
  const Enclosure found = detail::enclose_root(
      root.value, root.degree, static_cast<unsigned>(std::max<std::int64_t>(size, 0)) + bits + 2);
  return {detail::shifted_down(found.lower, found.exponent + bits) - one,
          detail::shifted_up(found.upper, found.exponent + bits) - one};
}

// (x - 1) against factor * (y - 1) for fractions x and y, over one denominator.
strong_ordering compare_rates(const Fraction& x, const Fraction& factor, const Fraction& y) {
  const BigInt left = (x.numerator - x.denominator) * factor.denominator * y.denominator;
  const BigInt right = (y.numerator - y.denominator) * factor.numerator * x.denominator;
  return left.compare(right) <=> 0;
}

// (x - 1) against factor * (y - 1) for two roots and a factor that is neither 0 nor 1.
//
// The two are equal exactly if x - factor * y = 1 - factor. Positive real roots of fractions of
// which no two have a quotient that is a fraction are linearly independent over the fractions
// (Besicovitch 1940, Mordell 1953). So
//   if x, y and x / y are all no fractions, 1, x and y are independent: not equal;
//   if x = r y with a fraction r and y is none, (r - factor) y = 1 - factor needs factor = 1;
//   if just one of x and y is a fraction, the other would be one, too: not equal;
//   if both are, they are compared as such.
// What is not equal comes apart at some number of bits.
strong_ordering compare_rates(const Radical& x, const Fraction& factor, const Radical& y) {
  const auto exact_x = detail::rational_root(x.value, x.degree);
  const auto exact_y = detail::rational_root(y.value, y.degree);
  if (exact_x && exact_y) return compare_rates(*exact_x, factor, *exact_y);
  for (unsigned bits = kFirstBits;; bits *= 2) {
    const Rate a = rate_of(x, bits);
    Rate b = rate_of(y, bits);
    if (factor.numerator < 0) std::swap(b.lower, b.upper);
    if (a.lower * factor.denominator > b.upper * factor.numerator) return strong_ordering::greater;
    if (a.upper * factor.denominator < b.lower * factor.numerator) return strong_ordering::less;
  }
}

}  // namespace

Result<Decimal> average_growth(const Growth& growth, int scale, Rounding mode) {
  if (const Errc fault = fault_of(growth); fault != Errc::none) return error(fault);
  if (scale < 0 || scale > Decimal::kMaxScale) return detail::too_long();
  const Result<Radical> factor = growth_factor(growth);
  if (!factor) return factor.error();
  const int scale_of_factor = scale + 2;  // of the rate as a fraction: percent has two digits less
  detail::Halves halves = detail::root_in_halves(factor->value, factor->degree, scale_of_factor);
  halves.count -= 2 * detail::power_of_ten(scale_of_factor);
  return detail::rounded(halves, scale, mode);
}

Result<strong_ordering> compare_growth(const Growth& growth, const Ratio& percent) {
  if (const Errc fault = fault_of(growth); fault != Errc::none) return error(fault);
  const Result<Ratio> wanted = 1 + percent / 100;
  if (!wanted) return wanted.error();
  if (wanted->sign() < 0) return strong_ordering::greater;
  const Result<Ratio> ratio = growth.last / growth.first;
  if (!ratio) return ratio.error();
  return compare_powers(*ratio, growth.rate_periods, *wanted, growth.periods);
}

Result<strong_ordering> compare_growths(const Growth& a, const Ratio& factor, const Growth& b) {
  for (const Growth* each : {&a, &b}) {
    if (const Errc fault = fault_of(*each); fault != Errc::none) return error(fault);
  }
  if (factor.is_zero()) return a.last <=> a.first;
  const Result<Radical> x = growth_factor(a);
  if (!x) return x.error();
  const Result<Radical> y = growth_factor(b);
  if (!y) return y.error();
  if (factor != 1) return compare_rates(*x, detail::fraction_of(factor), *y);
  if (a.last.is_zero() || b.last.is_zero()) return a.last.sign() <=> b.last.sign();
  return compare_powers(x->value, y->degree, y->value, x->degree);
}

Result<strong_ordering> compare_extrapolated(const Growth& growth, int further,
                                             const Ratio& threshold) {
  if (const Errc fault = fault_of(growth); fault != Errc::none) return error(fault);
  if (further < 0 || further > kMaxPeriods) return error(Errc::periods_out_of_range);
  if (further == 0 || growth.last.is_zero()) return growth.last <=> threshold;
  if (threshold.sign() <= 0) return strong_ordering::greater;
  // last * ratio^(further / periods) against the threshold, without roots.
  const Result<Ratio> ratio = growth.last / growth.first;
  if (!ratio) return ratio.error();
  const Result<Ratio> wanted = threshold / growth.last;
  if (!wanted) return wanted.error();
  return compare_powers(*ratio, further, *wanted, growth.periods);
}

}  // namespace tiendo
