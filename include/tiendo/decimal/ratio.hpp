/// @file
/// Exact fractions: every figure between what was reported and what is printed.
///
/// A Ratio is the quotient of two integers of any size. It is never rounded: round() turns it into
/// a Decimal, once, at a scale and in a mode that the caller names. Dividing by zero is an error
/// value. The fraction is reduced only to be printed; equality and order are by value.
///
/// The operators also take a Result<Ratio> on either side: the first error is the error of the
/// whole expression, so that `(a - b) / c * 100` needs one test at its end.
///
/// A fraction of two 64-bit integers is stored inline and is not reduced, and what such fractions
/// do most is inline below. A larger one is reduced, on the heap, and shared by its copies.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"

namespace tiendo {

/// An exact fraction: 16 bytes, cheap to copy; safe to read from many threads.
class Ratio {
 public:
  /// Zero.
  Ratio() noexcept = default;
  Ratio(std::int64_t integer) noexcept : numerator_(integer) {}  // NOLINT(*-explicit-*)
  /// Refused, as by Decimal.
  template <detail::Narrowed Number>
  Ratio(Number) = delete;
  /// The same value as the decimal.
  Ratio(const Decimal& value);  // NOLINT(*-explicit-*)
  Ratio(const Ratio& other) noexcept
      : numerator_(other.is_big() ? shared(other.numerator_) : other.numerator_),
        denominator_(other.denominator_) {}
  Ratio(Ratio&& other) noexcept
      : numerator_(std::exchange(other.numerator_, 0)),
        denominator_(std::exchange(other.denominator_, 1)) {}
  Ratio& operator=(const Ratio& other) noexcept { return *this = Ratio(other); }
  Ratio& operator=(Ratio&& other) noexcept {
    if (this == &other) return *this;
    if (is_big()) release(numerator_);
    numerator_ = std::exchange(other.numerator_, 0);
    denominator_ = std::exchange(other.denominator_, 1);
    return *this;
  }
  ~Ratio() {
    if (is_big()) release(numerator_);
  }

  /// numerator / denominator. @return division_by_zero, number_too_long
  static Result<Ratio> of(const Decimal& numerator, const Decimal& denominator) {
    if (Decimal::alike(numerator, denominator) && denominator.low_ > 0) {
      return Ratio(numerator.low_, denominator.low_);
    }
    return divide(numerator, denominator);
  }
  /// Reads what to_string() writes: `[+-]digits/digits`, for example "52461/94820", or what
  /// Decimal::parse() reads. With Decimal::kMaxDigits as `most_digits`, which is above zero and at
  /// most that, it reads every result back; each part may have so many digits, and a decimal as
  /// many decimals, kMaxScale at most.
  /// @return number_syntax, division_by_zero, number_too_long
  static Result<Ratio> parse(std::string_view text, int most_digits = Decimal::kMaxInputDigits);

  /// Of the reduced fraction, scale 0; the denominator is above zero.
  Decimal numerator() const;
  Decimal denominator() const;

  /// -1, 0 or 1.
  int sign() const noexcept {
    return is_big() ? sign_of(numerator_) : int{numerator_ > 0} - int{numerator_ < 0};
  }
  bool is_zero() const noexcept { return sign() == 0; }
  Ratio abs() const;
  Ratio operator-() const {
    constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
    if (!is_big() && numerator_ != kLeast) return {-numerator_, denominator_};
    return negated(*this);
  }

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
  friend struct RatioAccess;  // src/decimal: builds from and reads as integers
  struct Big;

  Ratio(std::int64_t numerator, std::int64_t denominator) noexcept
      : numerator_(numerator), denominator_(denominator) {}

  // The ways on for what is not small, or does not fit.
  static Result<Ratio> divide(const Decimal& numerator, const Decimal& denominator);
  static Result<Ratio> add(const Ratio& a, const Ratio& b);
  static Result<Ratio> multiply(const Ratio& a, const Ratio& b);
  static int compare(const Ratio& a, const Ratio& b);
  static Ratio negated(const Ratio& value);

  bool is_big() const noexcept { return denominator_ == 0; }
  // Of a big fraction. By value: an object whose address goes nowhere stays in registers.
  static std::int64_t shared(std::int64_t big) noexcept;
  static void release(std::int64_t big) noexcept;
  static int sign_of(std::int64_t big) noexcept;

  // The numerator; when is_big(), the address of a Big that is shared.
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;  // above zero; 0 when is_big()
};

/// @cond what is declared above, for small fractions; and what operators on results share
inline Result<Ratio> operator+(const Ratio& a, const Ratio& b) {
  std::int64_t sum = 0;
  if (a.denominator_ == b.denominator_ && !a.is_big() &&
      !__builtin_add_overflow(a.numerator_, b.numerator_, &sum)) {
    return Ratio(sum, a.denominator_);
  }
  Result<Ratio> result = Ratio::add(a, b);
  return Result<Ratio>(std::move(result));
}

inline Result<Ratio> operator-(const Ratio& a, const Ratio& b) { return a + -b; }

inline Result<Ratio> operator*(const Ratio& a, const Ratio& b) {
  std::int64_t above = 0;
  std::int64_t below = 0;
  if (!a.is_big() && !b.is_big() && !__builtin_mul_overflow(a.numerator_, b.numerator_, &above) &&
      !__builtin_mul_overflow(a.denominator_, b.denominator_, &below)) {
    return Ratio(above, below);
  }
  Result<Ratio> result = Ratio::multiply(a, b);
  return Result<Ratio>(std::move(result));
}

inline std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
  if (a.denominator_ == b.denominator_ && !a.is_big()) return a.numerator_ <=> b.numerator_;
  return Ratio::compare(a, b) <=> 0;
}

inline bool operator==(const Ratio& a, const Ratio& b) { return (a <=> b) == 0; }

namespace detail {

inline const Ratio& operand(const Ratio& value) noexcept { return value; }
inline const Ratio& operand(const Result<Ratio>& value) { return *value; }

/// Two operands of which one is the result of an expression.
template <class A, class B>
concept Results = (std::same_as<A, Result<Ratio>> || std::convertible_to<A, Ratio>)&&(
    std::same_as<B, Result<Ratio>> ||
    std::convertible_to<B, Ratio>)&&(std::same_as<A, Result<Ratio>> ||
                                     std::same_as<B, Result<Ratio>>);

/// Goes on past an error: of two errors the left one stays.
template <class A, class B, class Operation>
Result<Ratio> combine(const A& a, const B& b, const Operation& operation) {
  if constexpr (std::same_as<A, Result<Ratio>>) {
    if (!a) return a.error();
  }
  if constexpr (std::same_as<B, Result<Ratio>>) {
    if (!b) return b.error();
  }
  return operation(operand(a), operand(b));
}

}  // namespace detail
/// @endcond

/// The operators on results: the first error is the error of the whole expression.
template <class A, class B>
Result<Ratio> operator+(const A& a, const B& b) requires detail::Results<A, B> {
  return detail::combine(a, b, [](const Ratio& x, const Ratio& y) { return x + y; });
}
template <class A, class B>
Result<Ratio> operator-(const A& a, const B& b) requires detail::Results<A, B> {
  return detail::combine(a, b, [](const Ratio& x, const Ratio& y) { return x - y; });
}
template <class A, class B>
Result<Ratio> operator*(const A& a, const B& b) requires detail::Results<A, B> {
  return detail::combine(a, b, [](const Ratio& x, const Ratio& y) { return x * y; });
}
template <class A, class B>
Result<Ratio> operator/(const A& a, const B& b) requires detail::Results<A, B> {
  return detail::combine(a, b, [](const Ratio& x, const Ratio& y) { return x / y; });
}

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
