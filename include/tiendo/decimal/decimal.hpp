/// @file
/// Exact base-ten numbers: what people type into a plan and read in a report.
///
/// A Decimal is coefficient / 10^scale, of any size up to the limits below. It keeps every digit it
/// was given: 12.40 prints 12.40 and equals 12.4. There is no NaN, no infinity and no negative
/// zero. Only round() drops digits, in a mode that the caller names. For every Decimal d and
/// Rounding m:
///
///     *Decimal::parse(d.to_string()) == d      and the scale is the same; d within kMaxInputDigits
///     *round(d, d.scale(), m) == d
///
/// None of this holds for double, so no function of this library takes or returns one.
///
/// A coefficient that fits 64 bits is stored inline. What such numbers do most is inline below,
/// each step checked for overflow, and takes about as long as it takes plain integers; whatever
/// does not fit goes on, exactly, in src/decimal.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/rounding.hpp"

namespace tiendo {

namespace detail {
class Integer;  // an integer of any size, over Boost.Multiprecision; src/decimal/integer.hpp

/// What becomes a std::int64_t by itself, but not with every value it may have.
template <class Number>
concept Narrowed = std::convertible_to<Number, std::int64_t> && !requires(Number number) {
  std::int64_t{number};
};
}  // namespace detail

/// A decimal number: 16 bytes, the coefficient inline while it fits 64 bits. Cheap to copy while it
/// is small; safe to read from many threads.
class Decimal {
 public:
  /// Most digits parse() takes, before and after the point together, leading zeros apart; also the
  /// largest scale it takes.
  static constexpr int kMaxInputDigits = 1000;
  /// Most digits a result may have.
  static constexpr int kMaxDigits = 10000;
  /// The largest scale of a result, so that 10^scale is itself a number within kMaxDigits.
  static constexpr int kMaxScale = kMaxDigits - 1;

  /// Zero, with scale 0.
  Decimal() noexcept = default;
  /// The integer itself, with scale 0.
  Decimal(std::int64_t integer) noexcept : coefficient_(integer) {}  // NOLINT(*-explicit-*)
  /// Refused: a double is seldom the number that was meant, and an integer that may not fit
  /// std::int64_t would become another number.
  template <detail::Narrowed Number>
  Decimal(Number) = delete;
  Decimal(const Decimal& other) : coefficient_(other.coefficient_), scale_(other.scale_) {
    if (other.is_big()) coefficient_ = copied(other.coefficient_);
  }
  Decimal(Decimal&& other) noexcept
      : coefficient_(std::exchange(other.coefficient_, 0)),
        scale_(std::exchange(other.scale_, 0)) {}
  Decimal& operator=(const Decimal& other) { return *this = Decimal(other); }
  Decimal& operator=(Decimal&& other) noexcept {
    if (this == &other) return *this;
    if (is_big()) release(coefficient_);
    coefficient_ = std::exchange(other.coefficient_, 0);
    scale_ = std::exchange(other.scale_, 0);
    return *this;
  }
  ~Decimal() {
    if (is_big()) release(coefficient_);
  }

  /// coefficient / 10^scale. @return number_too_long for a scale below 0 or above kMaxScale
  static Result<Decimal> of(std::int64_t coefficient, int scale) {
    if (scale < 0 || scale > kMaxScale) return error(Errc::number_too_long);
    return Decimal(coefficient, scale);
  }

  /// (hi * 2^64 + lo) / 10^scale, the 128 bits read as two's complement: the form of Arrow's
  /// decimal128 and of the C border. @return number_too_long as above
  static Result<Decimal> from_words(std::uint64_t lo, std::int64_t hi, int scale);

  /// Reads `[+-]digits[.digits]`, for example "-12.50", and nothing else: no spaces, no grouping
  /// marks, no exponent. number_format.hpp reads the other ways of writing.
  ///
  /// @return the number, or number_syntax (the offset says where), or number_too_long
  static Result<Decimal> parse(std::string_view text);

  /// Digits after the point: 2 for "12.50".
  int scale() const noexcept { return is_big() ? ~scale_ : scale_; }
  /// -1, 0 or 1.
  int sign() const noexcept {
    return is_big() ? sign_of(coefficient_) : int{coefficient_ > 0} - int{coefficient_ < 0};
  }
  bool is_zero() const noexcept { return sign() == 0; }
  /// The number without its point, 1250 for "12.50", if it fits 64 bits.
  std::optional<std::int64_t> coefficient() const noexcept {
    return is_big() ? std::nullopt : std::optional(coefficient_);
  }
  /// Digits of the coefficient: 4 for "12.50", 1 for zero.
  int digits() const;

  /// The text that parse() reads back to this same number and scale.
  std::string to_string() const;

  /// The form of from_words().
  struct Words {
    std::uint64_t lo;
    std::int64_t hi;
    int scale;
  };
  /// The coefficient as 128 bits of two's complement. @return number_out_of_range when it is 10^38
  /// or more in size, or the scale above 38
  Result<Words> to_words() const;

  /// Same value without trailing zeros after the point: 12.40 becomes 12.4, 100 stays 100.
  Decimal normalized() const;

  /// Equal for equal values, whatever the scales, also for a Ratio of the same value.
  std::size_t hash() const;

  /// Exact, never rounded: + and - have the larger scale, * the sum of the scales.
  /// @return number_too_long, found before computing, beyond kMaxDigits digits or kMaxScale
  friend Result<Decimal> operator+(const Decimal& a, const Decimal& b);
  friend Result<Decimal> operator-(const Decimal& a, const Decimal& b);
  friend Result<Decimal> operator*(const Decimal& a, const Decimal& b);
  /// Exact too, with the smallest scale that holds the quotient: 1 / 8 is 0.125.
  /// @return division_by_zero; number_not_finite for 1 / 3, which Ratio holds; number_too_long
  friend Result<Decimal> operator/(const Decimal& a, const Decimal& b);
  Decimal operator-() const;
  Decimal abs() const;

  /// By value: 1.5 and 1.50 are equivalent, though they print differently.
  friend std::weak_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b);

 private:
  friend struct DecimalAccess;  // src/decimal: builds from and reads as an integer
  friend class Ratio;

  Decimal(std::int64_t coefficient, std::int32_t scale) noexcept
      : coefficient_(coefficient), scale_(scale) {}

  // One test for two: whether both are small and of one scale.
  static bool alike(const Decimal& a, const Decimal& b) noexcept {
    return a.scale_ == b.scale_ && !a.is_big();
  }

  // The ways on for what is not small and alike, or does not fit.
  static Result<Decimal> add(const Decimal& a, const Decimal& b);
  static Result<Decimal> subtract(const Decimal& a, const Decimal& b);
  static Result<Decimal> multiply(const Decimal& a, const Decimal& b);
  static int compare(const Decimal& a, const Decimal& b);

  bool is_big() const noexcept { return scale_ < 0; }
  // Of a big coefficient. By value: an object whose address goes nowhere stays in registers.
  static std::int64_t copied(std::int64_t big);
  static void release(std::int64_t big) noexcept;
  static int sign_of(std::int64_t big) noexcept;

  // The coefficient; when is_big(), the address of a detail::Integer that is owned and holds what
  // does not fit here.
  std::int64_t coefficient_ = 0;
  std::int32_t scale_ = 0;  // when is_big(), ~scale: below zero
};

/// @cond what is declared above, for small numbers
inline Result<Decimal> operator+(const Decimal& a, const Decimal& b) {
  std::int64_t sum = 0;
  if (Decimal::alike(a, b) && !__builtin_add_overflow(a.coefficient_, b.coefficient_, &sum)) {
    return Decimal(sum, a.scale_);
  }
  Result<Decimal> result = Decimal::add(a, b);
  return Result<Decimal>(std::move(result));
}

inline Result<Decimal> operator-(const Decimal& a, const Decimal& b) {
  std::int64_t difference = 0;
  if (Decimal::alike(a, b) &&
      !__builtin_sub_overflow(a.coefficient_, b.coefficient_, &difference)) {
    return Decimal(difference, a.scale_);
  }
  Result<Decimal> result = Decimal::subtract(a, b);
  return Result<Decimal>(std::move(result));
}

inline Result<Decimal> operator*(const Decimal& a, const Decimal& b) {
  std::int64_t product = 0;
  const std::int32_t scale = a.scale_ + b.scale_;
  if (!a.is_big() && !b.is_big() && scale <= Decimal::kMaxScale &&
      !__builtin_mul_overflow(a.coefficient_, b.coefficient_, &product)) {
    return Decimal(product, scale);
  }
  Result<Decimal> result = Decimal::multiply(a, b);
  return Result<Decimal>(std::move(result));
}

inline std::weak_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (Decimal::alike(a, b)) return a.coefficient_ <=> b.coefficient_;
  return Decimal::compare(a, b) <=> 0;
}

inline bool operator==(const Decimal& a, const Decimal& b) {
  if (Decimal::alike(a, b)) return a.coefficient_ == b.coefficient_;
  return Decimal::compare(a, b) == 0;
}
/// @endcond

/// `value` with exactly `scale` digits after the point: dropped in the given mode, or zeros added.
/// @return number_too_long for a scale below 0 or above kMaxScale, or a result beyond kMaxDigits
Result<Decimal> round(const Decimal& value, int scale, Rounding mode);

/// The multiple of `unit` (above zero) next to `value` in the given mode, with the scale of `unit`:
/// 12.37 to 0.05 is 12.35.
/// @return number_out_of_range when the unit is not above zero, number_too_long
Result<Decimal> round_to_multiple(const Decimal& value, const Decimal& unit, Rounding mode);

/// Orders equal values by scale after ordering by value, so that sorting has one outcome.
std::strong_ordering total_order(const Decimal& a, const Decimal& b);

}  // namespace tiendo
