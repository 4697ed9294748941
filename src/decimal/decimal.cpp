// Tested by tests/unit/decimal/decimal_test.cpp, tests/unit/decimal/decimal_arithmetic_test.cpp and
// tests/oracle/decimal_oracle_test.cpp.
//
// Every operation has two ways. Two small coefficients whose scales differ by at most 18 are worked
// in 128 bits, which no step here can overflow: 2^63 * 10^18 + 2^63 < 2^127. All others are worked
// as BigInt, after the number of digits has shown that the result is worth computing.
#include "tiendo/decimal/decimal.hpp"

#include <algorithm>

#include "decimal/access.hpp"
#include "decimal/digits.hpp"
#include "decimal/quotient.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {

using detail::BigInt;
using detail::kSmallPower;
using detail::power_of_ten;
using detail::small_power_of_ten;
using detail::too_long;
using detail::Wide;

static_assert(sizeof(Decimal) == 16);

namespace {

bool is_scale(int scale) { return scale >= 0 && scale <= Decimal::kMaxScale; }

bool is_small(const Decimal& value) { return DecimalAccess::is_small(value); }

// The coefficient of a small value at a scale that is up to 18 larger than its own.
Wide small_at(const Decimal& value, int scale) {
  return Wide{DecimalAccess::small(value)} * small_power_of_ten(scale - value.scale());
}

// The coefficient at a scale that is not below the value's own.
BigInt big_at(const Decimal& value, int scale) {
  const BigInt coefficient = DecimalAccess::big(value);
  return scale == value.scale() ? coefficient : coefficient * power_of_ten(scale - value.scale());
}

// Digits of the coefficient at a scale that is not below the value's own. Zero counts as written
// out, which the largest scale keeps within the limit.
int digits_at(const Decimal& value, int scale) { return value.digits() + scale - value.scale(); }

bool both_small(const Decimal& a, const Decimal& b) {
  return is_small(a) && is_small(b) && a.scale() - b.scale() <= kSmallPower &&
         b.scale() - a.scale() <= kSmallPower;
}

}  // namespace

BigInt DecimalAccess::big(const Decimal& value) {
  return is_small(value) ? BigInt(value.coefficient_) : stored(value);
}

Decimal DecimalAccess::of(const BigInt& coefficient, int scale) {
  assert(is_scale(scale));
  if (detail::fits_small(coefficient)) {
    return Decimal(static_cast<std::int64_t>(coefficient), scale);
  }
  return Decimal(detail::address_of(new detail::Integer(coefficient)), ~scale);
}

Result<Decimal> DecimalAccess::checked(const BigInt& coefficient, int scale) {
  if (!is_scale(scale) || detail::digits(coefficient) > Decimal::kMaxDigits) return too_long();
  return of(coefficient, scale);
}

std::string detail::big_digits(const Decimal& value) {
  return boost::multiprecision::abs(DecimalAccess::stored(value)).str();
}

Decimal detail::decimal_of_digits(std::string_view digits, int scale, bool negative) {
  const BigInt size = from_digits(digits);
  return DecimalAccess::of(negative ? BigInt(-size) : size, scale);
}

std::int64_t Decimal::copied(std::int64_t big) {
  return detail::address_of(new detail::Integer(*detail::integer_at(big)));
}

void Decimal::release(std::int64_t big) noexcept { delete detail::integer_at(big); }

int Decimal::sign_of(std::int64_t big) noexcept { return detail::integer_at(big)->sign(); }

Result<Decimal> Decimal::from_words(std::uint64_t lo, std::int64_t hi, int scale) {
  if (!is_scale(scale)) return too_long();
  return DecimalAccess::of(Wide{hi} * (Wide{1} << 64) + lo, scale);
}

Result<Decimal::Words> Decimal::to_words() const {
  constexpr int kMaxWordDigits = 38;  // 2^127 is above 10^38 and below 10^39
  if (scale() > kMaxWordDigits || digits() > kMaxWordDigits) {
    return error(Errc::number_out_of_range);
  }
  const Wide value =
      is_big() ? static_cast<Wide>(BigInt(DecimalAccess::stored(*this))) : Wide{coefficient_};
  return Words{static_cast<std::uint64_t>(value), static_cast<std::int64_t>(value >> 64), scale()};
}

Result<Decimal> Decimal::parse(std::string_view text) {
  return tiendo::parse(text, NumberFormat::plain());
}

std::string Decimal::to_string() const { return format(*this, NumberFormat::plain()); }

int Decimal::digits() const {
  if (is_big()) return detail::digits(DecimalAccess::stored(*this));
  int count = 1;
  for (std::int64_t rest = coefficient_ / 10; rest != 0; rest /= 10) ++count;
  return count;
}

Decimal Decimal::normalized() const {
  if (is_big()) {
    BigInt coefficient = DecimalAccess::stored(*this);
    const int dropped = detail::divide_out(coefficient, 10, scale());
    return DecimalAccess::of(coefficient, scale() - dropped);
  }
  Decimal result = *this;
  for (; result.scale_ > 0 && result.coefficient_ % 10 == 0; --result.scale_) {
    result.coefficient_ /= 10;
  }
  return result;
}

std::size_t Decimal::hash() const { return Ratio(*this).hash(); }

Result<Decimal> Decimal::add(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  if (both_small(a, b)) return DecimalAccess::of(small_at(a, scale) + small_at(b, scale), scale);
  // One of the two is not shifted and is within the limit, so the sum is at most one digit shorter
  // than the other.
  if (std::max(digits_at(a, scale), digits_at(b, scale)) > Decimal::kMaxDigits + 1) {
    return too_long();
  }
  return DecimalAccess::checked(big_at(a, scale) + big_at(b, scale), scale);
}

Result<Decimal> Decimal::subtract(const Decimal& a, const Decimal& b) { return add(a, -b); }

Result<Decimal> Decimal::multiply(const Decimal& a, const Decimal& b) {
  const int scale = a.scale() + b.scale();
  if (!is_scale(scale)) return too_long();
  if (is_small(a) && is_small(b)) {
    return DecimalAccess::of(Wide{DecimalAccess::small(a)} * DecimalAccess::small(b), scale);
  }
  // A product has the digits of both, or one less.
  if (a.digits() + b.digits() - 1 > Decimal::kMaxDigits) return too_long();
  return DecimalAccess::checked(DecimalAccess::big(a) * DecimalAccess::big(b), scale);
}

Result<Decimal> operator/(const Decimal& a, const Decimal& b) {
  const Result<Ratio> quotient = Ratio::of(a, b);
  if (!quotient) return quotient.error();
  return quotient->to_decimal();
}

Decimal Decimal::operator-() const {
  if (is_big()) return DecimalAccess::of(BigInt(-DecimalAccess::stored(*this)), scale());
  return DecimalAccess::of(-Wide{coefficient_}, scale_);
}

Decimal Decimal::abs() const { return sign() < 0 ? -*this : *this; }

int Decimal::compare(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  if (both_small(a, b)) {
    const Wide left = small_at(a, scale);
    const Wide right = small_at(b, scale);
    return int{left > right} - int{left < right};
  }
  return big_at(a, scale).compare(big_at(b, scale));
}

Result<Decimal> round(const Decimal& value, int scale, Rounding mode) {
  if (!is_scale(scale)) return too_long();
  if (scale >= value.scale()) {
    if (digits_at(value, scale) > Decimal::kMaxDigits) return too_long();
    return DecimalAccess::of(big_at(value, scale), scale);
  }
  const int dropped = value.scale() - scale;
  if (is_small(value) && dropped <= kSmallPower) {
    const Wide unit = small_power_of_ten(dropped);
    return DecimalAccess::of(
        detail::rounded_quotient(Wide{DecimalAccess::small(value)}, unit, mode), scale);
  }
  return DecimalAccess::of(
      detail::rounded_quotient(DecimalAccess::big(value), power_of_ten(dropped), mode), scale);
}

Result<Decimal> round_to_multiple(const Decimal& value, const Decimal& unit, Rounding mode) {
  if (unit.sign() <= 0) return error(Errc::number_out_of_range, "the unit must be above zero");
  const int scale = std::max(value.scale(), unit.scale());
  if (both_small(value, unit)) {
    // At most one unit more than the value, so the product fits as both do.
    const Wide count =
        detail::rounded_quotient(small_at(value, scale), small_at(unit, scale), mode);
    return DecimalAccess::of(count * DecimalAccess::small(unit), unit.scale());
  }
  const BigInt count = detail::rounded_quotient(big_at(value, scale), big_at(unit, scale), mode);
  return DecimalAccess::checked(count * DecimalAccess::big(unit), unit.scale());
}

std::strong_ordering total_order(const Decimal& a, const Decimal& b) {
  const std::weak_ordering order = a <=> b;
  if (order == 0) return a.scale() <=> b.scale();
  return order < 0 ? std::strong_ordering::less : std::strong_ordering::greater;
}

}  // namespace tiendo
