/// @file
/// The inside of a Decimal, for the files of this directory only.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>

#include "decimal/integer.hpp"
#include "tiendo/decimal/decimal.hpp"

namespace tiendo {

namespace detail {

/// A big coefficient lives on the heap; a Decimal holds its address in the place of a small one.
inline std::int64_t address_of(const Integer* integer) noexcept {
  return static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(integer));
}
inline const Integer* integer_at(std::int64_t address) noexcept {
  // NOLINTNEXTLINE(performance-no-int-to-ptr): it was one
  return reinterpret_cast<const Integer*>(static_cast<std::intptr_t>(address));
}

}  // namespace detail

/// Reads a Decimal as an integer and builds it from one. Storage is canonical: small exactly if the
/// coefficient fits 64 bits, else wide exactly if it fits 121 and the scale is at most 62, else
/// big.
struct DecimalAccess {
  static bool is_small(const Decimal& value) noexcept { return value.is_small(); }
  static bool is_big(const Decimal& value) noexcept { return value.is_big(); }

  /// The coefficient, when is_small().
  static std::int64_t small(const Decimal& value) noexcept {
    assert(is_small(value));
    return value.low_;
  }

  /// The coefficient, when not is_big().
  static detail::Wide wide(const Decimal& value) noexcept {
    assert(!is_big(value));
    if (is_small(value)) return value.low_;
    const std::int64_t high = value.form_ << (64 - Decimal::kFormBits) >> (64 - Decimal::kFormBits);
    return detail::Wide{high} << 64 | static_cast<std::uint64_t>(value.low_);
  }

  /// The coefficient times 10^shift, below 2^126 in size; nothing where it might not be.
  static std::optional<detail::Wide> shifted(const Decimal& value, int shift) noexcept {
    if (is_big(value) || shift > detail::kWidePower) return std::nullopt;
    const detail::Wide coefficient = wide(value);
    const detail::Wide power = detail::wide_power_of_ten(shift);
    if (detail::width(coefficient) + detail::width(power) > detail::kMostWidth) return std::nullopt;
    return coefficient * power;
  }

  /// The coefficient, when is_big().
  static const detail::BigInt& stored(const Decimal& value) noexcept {
    assert(is_big(value));
    return *detail::integer_at(value.low_);
  }

  /// The coefficient.
  static detail::BigInt big(const Decimal& value);

  /// coefficient / 10^scale; both are within the limits.
  static Decimal of(std::int64_t coefficient, int scale) noexcept {
    return {coefficient, std::int64_t{scale}};
  }
  static Decimal of(detail::Wide coefficient, int scale) {
    if (detail::fits_small(coefficient)) return of(static_cast<std::int64_t>(coefficient), scale);
    if (scale <= Decimal::kMaxWideScale && Decimal::fits_inline(coefficient)) {
      return Decimal::wide(coefficient, scale);
    }
    return big_of(new detail::Integer(coefficient), scale);
  }
  static Decimal of(const detail::BigInt& coefficient, int scale);

  /// The same for a coefficient of any size. @return number_too_long
  static Result<Decimal> checked(const detail::BigInt& coefficient, int scale);

 private:
  static Decimal big_of(const detail::Integer* coefficient, int scale) noexcept {
    return {detail::address_of(coefficient), ~Decimal::kLowForm | scale};
  }
};

namespace detail {

/// What every operation says of a result beyond the limits.
inline Error too_long() { return error(Errc::number_too_long); }

}  // namespace detail
}  // namespace tiendo
