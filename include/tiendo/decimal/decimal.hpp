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
/// A coefficient that fits 64 bits is stored inline, and so is one of up to 121 bits at a scale of
/// at most 62: every product of two numbers of eighteen digits, say. What the first kind does most
/// is inline below, each step checked for overflow, and takes about as long as it takes plain
/// integers; whatever does not fit goes on, exactly, in src/decimal.
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

/// Holds every product of two coefficients of 64 bits.
__extension__ using Int128 = __int128;
}  // namespace detail

/// A decimal number: 16 bytes, the coefficient inline while it fits 121 bits. Cheap to copy while
/// it is inline; safe to read from many threads.
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
  Decimal(std::int64_t integer) noexcept : low_(integer) {}  // NOLINT(*-explicit-*)
  /// Refused: a double is seldom the number that was meant, and an integer that may not fit
  /// std::int64_t would become another number.
  template <detail::Narrowed Number>
  Decimal(Number) = delete;
  Decimal(const Decimal& other) : low_(other.low_), form_(other.form_) {
    if (other.is_big()) low_ = copied(other.low_);
  }
  Decimal(Decimal&& other) noexcept
      : low_(std::exchange(other.low_, 0)), form_(std::exchange(other.form_, 0)) {}
  Decimal& operator=(const Decimal& other) { return *this = Decimal(other); }
  Decimal& operator=(Decimal&& other) noexcept {
    if (this == &other) return *this;
    if (is_big()) release(low_);
    low_ = std::exchange(other.low_, 0);
    form_ = std::exchange(other.form_, 0);
    return *this;
  }
  ~Decimal() {
    if (is_big()) release(low_);
  }

  /// coefficient / 10^scale. @return number_too_long for a scale below 0 or above kMaxScale
  static Result<Decimal> of(std::int64_t coefficient, int scale) {
    if (scale < 0 || scale > kMaxScale) return error(Errc::number_too_long);
    return Decimal(coefficient, std::int64_t{scale});
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
  int scale() const noexcept {
    if (is_small()) return static_cast<int>(form_);
    return static_cast<int>(is_big() ? form_ & kLowForm : (form_ >> kFormBits) + kWide);
  }
  /// -1, 0 or 1.
  int sign() const noexcept {
    if (is_small()) return int{low_ > 0} - int{low_ < 0};
    if (is_big()) return sign_of(low_);
    return form_ << (64 - kFormBits) < 0 ? -1 : 1;
  }
  bool is_zero() const noexcept { return sign() == 0; }
  /// The number without its point, 1250 for "12.50", if it fits 64 bits.
  std::optional<std::int64_t> coefficient() const noexcept {
    return is_small() ? std::optional(low_) : std::nullopt;
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

  // Three forms, told apart by form_:
  //   small  0 and above: the scale; low_ is the coefficient
  //   wide   the upper seven bits are the scale less 64, below -1; the others are bits 64 to 120 of
  //          a coefficient that does not fit 64 bits of two's complement; low_ holds those below
  //   big    the upper seven bits are -1, the others the scale; low_ is the address of a
  //          detail::Integer that is owned and holds what fits neither
  static constexpr int kFormBits = 57;
  static constexpr std::int64_t kLowForm = (std::int64_t{1} << kFormBits) - 1;
  static constexpr int kWide = 64;
  static constexpr int kMaxWideScale = kWide - 2;

  Decimal(std::int64_t low, std::int64_t form) noexcept : low_(low), form_(form) {}

  // Whether a coefficient fits 121 bits, and the number of one that does, but not 64.
  static bool fits_inline(detail::Int128 coefficient) noexcept {
    const auto high = static_cast<std::int64_t>(coefficient >> 64);
    return high >> (kFormBits - 1) == high >> 63;
  }
  static Decimal wide(detail::Int128 coefficient, std::int64_t scale) noexcept {
    const auto high = static_cast<std::int64_t>(coefficient >> 64);
    return {static_cast<std::int64_t>(coefficient),
            (scale - kWide) << kFormBits | (high & kLowForm)};
  }

  bool is_small() const noexcept { return form_ >= 0; }
  bool is_big() const noexcept { return form_ >> kFormBits == -1; }
  // Each one test for all: whether both are small and of one scale, or of scales that add up to
  // that of a wide one.
  static bool alike(const Decimal& a, const Decimal& b) noexcept {
    return a.form_ == b.form_ && a.is_small();
  }
  static bool are_factors(const Decimal& a, const Decimal& b) noexcept {
    return static_cast<std::uint64_t>(a.form_ | b.form_) <= kMaxWideScale / 2;
  }

  // The ways on for what is not small and alike, or does not fit.
  static Result<Decimal> add(const Decimal& a, const Decimal& b);
  static Result<Decimal> subtract(const Decimal& a, const Decimal& b);
  static Result<Decimal> multiply(const Decimal& a, const Decimal& b);
  static int compare(const Decimal& a, const Decimal& b);

  // Of a big coefficient. By value: an object whose address goes nowhere stays in registers.
  static std::int64_t copied(std::int64_t big);
  static void release(std::int64_t big) noexcept;
  static int sign_of(std::int64_t big) noexcept;

  std::int64_t low_ = 0;
  std::int64_t form_ = 0;
};

/// @cond what is declared above, for small numbers
inline Result<Decimal> operator+(const Decimal& a, const Decimal& b) {
  std::int64_t sum = 0;
  if (Decimal::alike(a, b) && !__builtin_add_overflow(a.low_, b.low_, &sum)) {
    return Decimal(sum, a.form_);
  }
  Result<Decimal> result = Decimal::add(a, b);
  return Result<Decimal>(std::move(result));
}

inline Result<Decimal> operator-(const Decimal& a, const Decimal& b) {
  std::int64_t difference = 0;
  if (Decimal::alike(a, b) && !__builtin_sub_overflow(a.low_, b.low_, &difference)) {
    return Decimal(difference, a.form_);
  }
  Result<Decimal> result = Decimal::subtract(a, b);
  return Result<Decimal>(std::move(result));
}

inline Result<Decimal> operator*(const Decimal& a, const Decimal& b) {
  if (Decimal::are_factors(a, b)) {
    const std::int64_t scale = a.form_ + b.form_;
    std::int64_t small = 0;
    if (!__builtin_mul_overflow(a.low_, b.low_, &small)) return Decimal(small, scale);
    const detail::Int128 product = detail::Int128{a.low_} * b.low_;
    if (Decimal::fits_inline(product)) return Decimal::wide(product, scale);
  }
  Result<Decimal> result = Decimal::multiply(a, b);
  return Result<Decimal>(std::move(result));
}

inline std::weak_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (Decimal::alike(a, b)) return a.low_ <=> b.low_;
  return Decimal::compare(a, b) <=> 0;
}

inline bool operator==(const Decimal& a, const Decimal& b) {
  if (Decimal::alike(a, b)) return a.low_ == b.low_;
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
