// Tested by tests/unit/decimal/decimal_test.cpp, tests/unit/decimal/decimal_arithmetic_test.cpp,
// tests/unit/decimal/decimal_forms_test.cpp and tests/oracle/decimal_oracle_test.cpp.
//
// Every operation has two ways. Coefficients that are below 2^126 in size once they are brought to
// one scale, as their widths show, are worked in 128 bits: these hold the sum of two, and no such
// number is beyond the limits. All others are worked as BigInt, after the number of digits has
// shown that the result is worth computing.
#include "tiendo/decimal/decimal.hpp"

#include <algorithm>
#include <charconv>

#include "decimal/access.hpp"
#include "decimal/digits.hpp"
#include "decimal/quotient.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {

using detail::BigInt;
using detail::kWidePower;
using detail::power_of_ten;
using detail::too_long;
using detail::Wide;

static_assert(sizeof(Decimal) == 16);

namespace {

bool is_scale(int scale) { return scale >= 0 && scale <= Decimal::kMaxScale; }

bool is_big(const Decimal& value) { return DecimalAccess::is_big(value); }

// The coefficient at a scale that is not below the value's own, where it is below 2^126 in size.
std::optional<Wide> wide_at(const Decimal& value, int scale) {
  return DecimalAccess::shifted(value, scale - value.scale());
}

// The same of any size.
BigInt big_at(const Decimal& value, int scale) {
  const BigInt coefficient = DecimalAccess::big(value);
  return scale == value.scale() ? coefficient : coefficient * power_of_ten(scale - value.scale());
}

// Digits of the coefficient at a scale that is not below the value's own. Zero counts as written
// out, which the largest scale keeps within the limit.
int digits_at(const Decimal& value, int scale) { return value.digits() + scale - value.scale(); }

// Takes zeros from the end, at most so many. @return how many
template <class N>
int drop_zeros(N& coefficient, int most) {
  int count = 0;
  for (; count < most && coefficient % 10 == 0; ++count) coefficient /= 10;
  return count;
}

}  // namespace

BigInt DecimalAccess::big(const Decimal& value) {
  return is_big(value) ? stored(value) : BigInt(wide(value));
}

Decimal DecimalAccess::of(const BigInt& coefficient, int scale) {
  assert(is_scale(scale));
  if (detail::fits_wide(coefficient)) return of(static_cast<Wide>(coefficient), scale);
  return big_of(new detail::Integer(coefficient), scale);
}

Result<Decimal> DecimalAccess::checked(const BigInt& coefficient, int scale) {
  if (!is_scale(scale) || detail::digits(coefficient) > Decimal::kMaxDigits) return too_long();
  return of(coefficient, scale);
}

char* detail::inline_digits(char* text, const Decimal& value) {
  char* const end = text + kInlineDigits;
  if (const auto small = value.coefficient()) return std::to_chars(text, end, size_of(*small)).ptr;
  if (is_big(value)) return nullptr;
  const Wide coefficient = DecimalAccess::wide(value);
  const auto size = static_cast<WideSize>(coefficient < 0 ? -coefficient : coefficient);
  constexpr auto kUnit = static_cast<WideSize>(small_power_of_ten(kSmallPower));
  const auto upper = static_cast<std::uint64_t>(size / kUnit);
  const auto lower = static_cast<std::uint64_t>(size % kUnit);
  // The lower eighteen digits with the zeros before them: of a number above 10^18, less its 1.
  text = std::to_chars(text, end, upper).ptr;
  std::array<char, kSmallPower + 1> digits;
  std::to_chars(digits.begin(), digits.end(), lower + static_cast<std::uint64_t>(kUnit));
  return std::copy(digits.begin() + 1, digits.end(), text);
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
  static_assert(detail::kInlineDigits <= kMaxWordDigits);
  if (scale() > kMaxWordDigits || (is_big() && digits() > kMaxWordDigits)) {
    return error(Errc::number_out_of_range);
  }
  const Wide value = is_big() ? static_cast<Wide>(BigInt(DecimalAccess::stored(*this)))
                              : DecimalAccess::wide(*this);
  return Words{static_cast<std::uint64_t>(value), static_cast<std::int64_t>(value >> 64), scale()};
}

Result<Decimal> Decimal::parse(std::string_view text) {
  return tiendo::parse(text, NumberFormat::plain());
}

std::string Decimal::to_string() const { return format(*this, NumberFormat::plain()); }

int Decimal::digits() const {
  if (is_big()) return detail::digits(DecimalAccess::stored(*this));
  return is_small() ? detail::digits(low_) : detail::digits(DecimalAccess::wide(*this));
}

Decimal Decimal::normalized() const {
  if (is_big()) {
    BigInt coefficient = DecimalAccess::stored(*this);
    const int dropped = detail::divide_out(coefficient, 10, scale());
    return DecimalAccess::of(coefficient, scale() - dropped);
  }
  if (!is_small()) {
    Wide coefficient = DecimalAccess::wide(*this);
    const int dropped = drop_zeros(coefficient, scale());
    return DecimalAccess::of(coefficient, scale() - dropped);
  }
  std::int64_t coefficient = low_;
  const int dropped = drop_zeros(coefficient, scale());
  return DecimalAccess::of(coefficient, scale() - dropped);
}

std::size_t Decimal::hash() const { return Ratio(*this).hash(); }

Result<Decimal> Decimal::add(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  const auto left = wide_at(a, scale);
  const auto right = wide_at(b, scale);
  if (left && right) return DecimalAccess::of(*left + *right, scale);
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
  if (!a.is_big() && !b.is_big()) {
    const Wide left = DecimalAccess::wide(a);
    const Wide right = DecimalAccess::wide(b);
    if (detail::width(left) + detail::width(right) <= detail::kMostWidth) {
      return DecimalAccess::of(left * right, scale);
    }
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
  return DecimalAccess::of(-DecimalAccess::wide(*this), scale());
}

Decimal Decimal::abs() const { return sign() < 0 ? -*this : *this; }

int Decimal::compare(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  const auto left = wide_at(a, scale);
  const auto right = wide_at(b, scale);
  if (left && right) return int{*left > *right} - int{*left < *right};
  return big_at(a, scale).compare(big_at(b, scale));
}

Result<Decimal> round(const Decimal& value, int scale, Rounding mode) {
  if (!is_scale(scale)) return too_long();
  if (scale >= value.scale()) {
    if (const auto wide = wide_at(value, scale)) return DecimalAccess::of(*wide, scale);
    if (digits_at(value, scale) > Decimal::kMaxDigits) return too_long();
    return DecimalAccess::of(big_at(value, scale), scale);
  }
  const int dropped = value.scale() - scale;
  if (!is_big(value) && dropped <= kWidePower) {
    const Wide unit = detail::wide_power_of_ten(dropped);
    return DecimalAccess::of(detail::rounded_quotient(DecimalAccess::wide(value), unit, mode),
                             scale);
  }
  return DecimalAccess::of(
      detail::rounded_quotient(DecimalAccess::big(value), power_of_ten(dropped), mode), scale);
}

Result<Decimal> round_to_multiple(const Decimal& value, const Decimal& unit, Rounding mode) {
  if (unit.sign() <= 0) return error(Errc::number_out_of_range, "the unit must be above zero");
  const int scale = std::max(value.scale(), unit.scale());
  const auto wide_value = wide_at(value, scale);
  const auto wide_unit = wide_at(unit, scale);
  if (wide_value && wide_unit) {
    // At most one unit more than the value, so the product fits as the sum of both does.
    const Wide count = detail::rounded_quotient(*wide_value, *wide_unit, mode);
    return DecimalAccess::of(count * DecimalAccess::wide(unit), unit.scale());
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
