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
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/rounding.hpp"

namespace tiendo {

namespace detail {
class Integer;  // an integer of any size, over Boost.Multiprecision; src/decimal/integer.hpp
}

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
  /// Refused: a double is seldom the number that was meant.
  template <std::floating_point Inexact>
  Decimal(Inexact) = delete;
  Decimal(const Decimal& other);
  Decimal(Decimal&& other) noexcept;
  Decimal& operator=(const Decimal& other);
  Decimal& operator=(Decimal&& other) noexcept;
  ~Decimal();

  /// coefficient / 10^scale. @return number_too_long for a scale below 0 or above kMaxScale
  static Result<Decimal> of(std::int64_t coefficient, int scale);

  /// (hi * 2^64 + lo) / 10^scale, the 128 bits read as two's complement: the form of Arrow's
  /// decimal128 and of the C border. @return number_too_long as above
  static Result<Decimal> from_words(std::uint64_t lo, std::int64_t hi, int scale);

  /// Reads `[+-]digits[.digits]`, for example "-12.50", and nothing else: no spaces, no grouping
  /// marks, no exponent. number_format.hpp reads the other ways of writing.
  ///
  /// @return the number, or number_syntax (the offset says where), or number_too_long
  static Result<Decimal> parse(std::string_view text);

  /// Digits after the point: 2 for "12.50".
  int scale() const noexcept { return scale_; }
  /// -1, 0 or 1.
  int sign() const noexcept;
  bool is_zero() const noexcept { return sign() == 0; }
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

  union {
    std::int64_t coefficient_ = 0;
    const detail::Integer* big_;  // owned; only when is_big_
  };
  std::int32_t scale_ = 0;
  bool is_big_ = false;
};

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
