// Tested by tests/unit/decimal/ratio_test.cpp, tests/unit/decimal/ratio_rounding_test.cpp and
// tests/oracle/decimal_oracle_test.cpp.
//
// The small form is two 64-bit integers, not reduced: cross products of two such fractions fit 128
// bits, and most results come back to 64. A result that does not is reduced, and is on the heap
// only if it still does not fit. So the big form is always reduced, always too large for the small
// one, and the limits apply to the value, not to how it came about.
//
// Each operation stands twice: on the small form, and on any (Fraction), for what is left.
#include "tiendo/decimal/ratio.hpp"

#include <algorithm>
#include <bit>
#include <optional>

#include "decimal/quotient.hpp"
#include "decimal/ratio_access.hpp"

namespace tiendo {

using detail::BigInt;
using detail::Fraction;
using detail::kSmallPower;
using detail::power_of_ten;
using detail::too_long;
using detail::Wide;

namespace {

bool both_small(const Ratio& a, const Ratio& b) {
  return RatioAccess::is_small(a) && RatioAccess::is_small(b);
}

// a + b as Knuth adds (volume 2, 4.5.1): the divisors are those of short numbers, not of the sum's.
Result<Ratio> add(const Fraction& a, const Fraction& b) {
  const BigInt shared = gcd(a.denominator, b.denominator);
  const BigInt left = a.denominator / shared;
  const BigInt sum = a.numerator * (b.denominator / shared) + b.numerator * left;
  const BigInt divisor = gcd(sum, shared);
  return RatioAccess::of_reduced(sum / divisor, left * (b.denominator / divisor));
}

// a * b, reduced crosswise first: then the digits of the result are known before it is computed.
Result<Ratio> multiply(const Fraction& a, const Fraction& b) {
  const BigInt down = gcd(a.numerator, b.denominator);
  const BigInt up = gcd(b.numerator, a.denominator);
  const Fraction left = {a.numerator / down, a.denominator / up};
  const Fraction right = {b.numerator / up, b.denominator / down};
  const int above = detail::digits(left.numerator) + detail::digits(right.numerator);
  const int below = detail::digits(left.denominator) + detail::digits(right.denominator);
  if (std::max(above, below) - 1 > Decimal::kMaxDigits) return too_long();
  return RatioAccess::of_reduced(left.numerator * right.numerator,
                                 left.denominator * right.denominator);
}

// 1 / value, for a value that is not zero.
Fraction inverse(const Fraction& value) {
  if (value.numerator < 0) return {-value.denominator, -value.numerator};
  return {value.denominator, value.numerator};
}

// The value's digits down to 10^-scale, as an integer; its size is not checked.
BigInt rounded(const Ratio& value, int scale, Rounding mode) {
  const Fraction fraction = RatioAccess::reduced(value);
  return detail::rounded_quotient(BigInt(fraction.numerator * power_of_ten(scale)),
                                  fraction.denominator, mode);
}

// The same where it takes 128 bits at most.
std::optional<Wide> rounded_small(const Ratio& value, int scale, Rounding mode) {
  if (!RatioAccess::is_small(value) || scale > kSmallPower) return std::nullopt;
  return detail::rounded_quotient(
      Wide{RatioAccess::numerator(value)} * detail::small_power_of_ten(scale),
      Wide{RatioAccess::denominator(value)}, mode);
}

// The smallest scale that holds 1 / denominator, or -1 when none does.
int finite_scale(std::uint64_t denominator) {
  const int twos = std::countr_zero(denominator);
  denominator >>= twos;
  int fives = 0;
  for (; denominator % 5 == 0; ++fives) denominator /= 5;
  return denominator == 1 ? std::max(twos, fives) : -1;
}

int finite_scale(BigInt denominator) {
  const int most = Decimal::kMaxDigits * 4;  // as many bits hold any denominator
  const int twos = detail::divide_out(denominator, 2, most);
  const int fives = detail::divide_out(denominator, 5, most);
  return denominator == 1 ? std::max(twos, fives) : -1;
}

int finite_scale(const Ratio& value) {
  if (!RatioAccess::is_small(value)) return finite_scale(RatioAccess::reduced(value).denominator);
  const Ratio small = RatioAccess::reduced_small(value);
  return finite_scale(detail::size_of(RatioAccess::denominator(small)));
}

// An even spread of a value's bits (the finalizer of MurmurHash3).
std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 33)) * 0xff51afd7ed558ccdU;
  bits = (bits ^ (bits >> 33)) * 0xc4ceb9fe1a85ec53U;
  return bits ^ (bits >> 33);
}

std::size_t mixed(std::uint64_t numerator, std::uint64_t denominator) {
  return static_cast<std::size_t>(mixed(numerator) + 3 * mixed(denominator));
}

std::uint64_t bits_of(const BigInt& value) {
  constexpr std::uint64_t kPrime = (std::uint64_t{1} << 61) - 1;
  const auto residue = static_cast<std::uint64_t>(boost::multiprecision::abs(value) % kPrime);
  return value < 0 ? ~residue : residue;
}

}  // namespace

Ratio::Ratio(const Decimal& value) {
  const int scale = value.scale();
  if (DecimalAccess::is_small(value) && scale <= kSmallPower) {
    numerator_ = DecimalAccess::small(value);
    denominator_ = detail::small_power_of_ten(scale);
  } else if (!DecimalAccess::is_big(value) && scale <= detail::kWidePower) {
    *this = RatioAccess::of(DecimalAccess::wide(value), detail::wide_power_of_ten(scale));
  } else {
    *this = *RatioAccess::of(DecimalAccess::big(value), power_of_ten(scale));
  }
}

std::int64_t Ratio::shared(std::int64_t big) noexcept {
  Big::at(big)->owners.fetch_add(1, std::memory_order_relaxed);
  return big;
}

void Ratio::release(std::int64_t big) noexcept {
  const Big* const held = Big::at(big);
  if (held->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) delete held;
}

int Ratio::sign_of(std::int64_t big) noexcept { return Big::at(big)->fraction.numerator.sign(); }

Result<Ratio> Ratio::divide(const Decimal& numerator, const Decimal& denominator) {
  if (denominator.is_zero()) return error(Errc::division_by_zero);
  const int up = std::max(denominator.scale() - numerator.scale(), 0);
  const int down = std::max(numerator.scale() - denominator.scale(), 0);
  const auto above = DecimalAccess::shifted(numerator, up);
  const auto below = DecimalAccess::shifted(denominator, down);
  if (above && below) return RatioAccess::of(*above, *below);
  return RatioAccess::of(BigInt(DecimalAccess::big(numerator) * power_of_ten(up)),
                         BigInt(DecimalAccess::big(denominator) * power_of_ten(down)));
}

Decimal Ratio::numerator() const {
  if (!is_big()) return RatioAccess::reduced_small(*this).numerator_;
  return DecimalAccess::of(RatioAccess::reduced(*this).numerator, 0);
}

Decimal Ratio::denominator() const {
  if (!is_big()) return RatioAccess::reduced_small(*this).denominator_;
  return DecimalAccess::of(RatioAccess::reduced(*this).denominator, 0);
}

Ratio Ratio::abs() const { return sign() < 0 ? -*this : *this; }

Ratio Ratio::negated(const Ratio& value) {
  if (!value.is_big()) return RatioAccess::of(-Wide{value.numerator_}, Wide{value.denominator_});
  const Fraction fraction = RatioAccess::reduced(value);
  return *RatioAccess::of_reduced(BigInt(-fraction.numerator), fraction.denominator);
}

Result<Ratio> Ratio::add(const Ratio& a, const Ratio& b) {
  if (!both_small(a, b)) return tiendo::add(RatioAccess::reduced(a), RatioAccess::reduced(b));
  return RatioAccess::of(Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_,
                         Wide{a.denominator_} * b.denominator_);
}

Result<Ratio> Ratio::multiply(const Ratio& a, const Ratio& b) {
  if (!both_small(a, b)) return tiendo::multiply(RatioAccess::reduced(a), RatioAccess::reduced(b));
  return RatioAccess::of(Wide{a.numerator_} * b.numerator_, Wide{a.denominator_} * b.denominator_);
}

Result<Ratio> operator/(const Ratio& a, const Ratio& b) {
  if (b.is_zero()) return error(Errc::division_by_zero);
  if (!both_small(a, b)) {
    return multiply(RatioAccess::reduced(a), inverse(RatioAccess::reduced(b)));
  }
  return RatioAccess::of(Wide{a.numerator_} * b.denominator_, Wide{a.denominator_} * b.numerator_);
}

int Ratio::compare(const Ratio& a, const Ratio& b) {
  if (both_small(a, b)) {
    const Wide left = Wide{a.numerator_} * b.denominator_;
    const Wide right = Wide{b.numerator_} * a.denominator_;
    return int{left > right} - int{left < right};
  }
  const Fraction left = RatioAccess::reduced(a);
  const Fraction right = RatioAccess::reduced(b);
  return BigInt(left.numerator * right.denominator).compare(right.numerator * left.denominator);
}

bool Ratio::terminates() const { return finite_scale(*this) >= 0; }

Result<Decimal> Ratio::to_decimal() const {
  const int scale = finite_scale(*this);
  if (scale < 0) return error(Errc::number_not_finite);
  return round(*this, scale, Rounding::down);
}

std::size_t Ratio::hash() const {
  if (!is_big()) {
    const Ratio small = RatioAccess::reduced_small(*this);
    return mixed(static_cast<std::uint64_t>(small.numerator_),
                 static_cast<std::uint64_t>(small.denominator_));
  }
  const Fraction fraction = RatioAccess::reduced(*this);
  return mixed(bits_of(fraction.numerator), bits_of(fraction.denominator));
}

Result<Ratio> pow(const Ratio& base, int exponent) {
  if (exponent == 0) return Ratio(1);
  if (exponent < 0 && base.is_zero()) return error(Errc::division_by_zero);
  Fraction fraction = RatioAccess::reduced(base);
  if (exponent < 0) fraction = inverse(fraction);
  const unsigned times =
      exponent < 0 ? 0U - static_cast<unsigned>(exponent) : static_cast<unsigned>(exponent);
  // A number of b + 1 bits is at least 2^b, and 10^kMaxDigits is below 2^kMostBits.
  constexpr std::uint64_t kMostBits = Decimal::kMaxDigits * 3322 / 1000;
  const BigInt larger = std::max(BigInt(abs(fraction.numerator)), fraction.denominator);
  if (msb(larger) * std::uint64_t{times} >= kMostBits) return too_long();
  return RatioAccess::of_reduced(pow(fraction.numerator, times), pow(fraction.denominator, times));
}

Result<Decimal> round(const Ratio& value, int scale, Rounding mode) {
  if (scale < 0 || scale > Decimal::kMaxScale) return too_long();
  if (const auto small = rounded_small(value, scale, mode)) return DecimalAccess::of(*small, scale);
  return DecimalAccess::checked(rounded(value, scale, mode), scale);
}

Decimal floor(const Ratio& value) {
  return DecimalAccess::of(rounded(value, 0, Rounding::floor), 0);
}

}  // namespace tiendo
