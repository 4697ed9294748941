/// @file
/// Exact fractions: every figure between what was reported and what is printed.
///
/// A Ratio is the quotient of two integers of any size. It is never rounded: round() turns it into
/// a Decimal, once, at a scale and in a mode that the caller names. Dividing by zero is an error
/// value. The fraction is reduced only to be printed; equality and order are by value.
///
/// The operators also take a Result<Ratio> on either side: the first error is the error of the
/// whole expression, so that `(a - b) / c * 100` needs one test at its end.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"

namespace tiendo {

/// An exact fraction. Cheap to copy; safe to read from many threads.
class Ratio {
 public:
  /// Zero.
  Ratio() noexcept = default;
  Ratio(std::int64_t integer) noexcept : numerator_(integer) {}  // NOLINT(*-explicit-*)
  template <std::floating_point Inexact>
  Ratio(Inexact) = delete;
  /// The same value as the decimal.
  Ratio(const Decimal& value);  // NOLINT(*-explicit-*)

  /// numerator / denominator. @return division_by_zero, number_too_long
  static Result<Ratio> of(const Decimal& numerator, const Decimal& denominator);
  /// Reads what to_string() writes, within Decimal::kMaxInputDigits: `[+-]digits/digits`, for
  /// example "52461/94820", or what Decimal::parse() reads.
  /// @return number_syntax, division_by_zero, number_too_long
  static Result<Ratio> parse(std::string_view text);

  /// Of the reduced fraction, scale 0; the denominator is above zero.
  Decimal numerator() const;
  Decimal denominator() const;

  /// -1, 0 or 1.
  int sign() const noexcept;
  bool is_zero() const noexcept { return sign() == 0; }
  Ratio abs() const;
  Ratio operator-() const;

  /// Exact. @return number_too_long beyond Decimal::kMaxDigits digits above or below the line;
  /// division_by_zero
  friend Result<Ratio> operator+(const Ratio& a, const Ratio& b);
  friend Result<Ratio> operator-(const Ratio& a, const Ratio& b);
  friend Result<Ratio> operator*(const Ratio& a, const Ratio& b);
  friend Result<Ratio> operator/(const Ratio& a, const Ratio& b);

  /// By value, exactly.
  friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);
  friend bool operator==(const Ratio& a, const Ratio& b);

  /// Whether the value has a finite decimal form (the reduced denominator is 2^i * 5^j).
  bool terminates() const;
  /// The value as a Decimal of the smallest scale that holds it.
  /// @return number_not_finite when it does not end, number_too_long
  Result<Decimal> to_decimal() const;

  /// "n/d" reduced, or "n" when the value is an integer.
  std::string to_string() const;

  /// Equal for equal values, also for a Decimal of the same value.
  std::size_t hash() const;

 private:
  friend struct RatioAccess;  // src/decimal
  struct Big;

  // Small form: both fit 64 bits, the denominator is above zero. Otherwise big_ holds the fraction.
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
  std::shared_ptr<const Big> big_;
};

/// The operators on results: the first error is the error of the whole expression.
Result<Ratio> operator+(const Result<Ratio>& a, const Result<Ratio>& b);
Result<Ratio> operator+(const Result<Ratio>& a, const Ratio& b);
Result<Ratio> operator+(const Ratio& a, const Result<Ratio>& b);
Result<Ratio> operator-(const Result<Ratio>& a, const Result<Ratio>& b);
Result<Ratio> operator-(const Result<Ratio>& a, const Ratio& b);
Result<Ratio> operator-(const Ratio& a, const Result<Ratio>& b);
Result<Ratio> operator*(const Result<Ratio>& a, const Result<Ratio>& b);
Result<Ratio> operator*(const Result<Ratio>& a, const Ratio& b);
Result<Ratio> operator*(const Ratio& a, const Result<Ratio>& b);
Result<Ratio> operator/(const Result<Ratio>& a, const Result<Ratio>& b);
Result<Ratio> operator/(const Result<Ratio>& a, const Ratio& b);
Result<Ratio> operator/(const Ratio& a, const Result<Ratio>& b);

/// base^exponent. A negative exponent inverts. 0^0 is 1.
/// @return division_by_zero for 0 with a negative exponent; number_too_long, found before computing
/// what is more than twice as long as a number may be
Result<Ratio> pow(const Ratio& base, int exponent);

/// The value with exactly `scale` digits after the point, correctly rounded from the exact
/// fraction.
/// @return number_too_long for a scale below 0 or above Decimal::kMaxScale, or a result beyond
/// Decimal::kMaxDigits
Result<Decimal> round(const Ratio& value, int scale, Rounding mode);

/// The largest integer not above the value.
Decimal floor(const Ratio& value);

}  // namespace tiendo
