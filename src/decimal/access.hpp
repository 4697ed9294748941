/// @file
/// The inside of a Decimal, for the files of this directory only.
#pragma once

#include <cassert>
#include <cstdint>

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

/// Reads a Decimal as an integer and builds it from one. Storage is canonical: the coefficient is
/// on the heap exactly if it does not fit 64 bits.
struct DecimalAccess {
  static bool is_small(const Decimal& value) noexcept { return !value.is_big(); }

  /// The coefficient, when is_small().
  static std::int64_t small(const Decimal& value) noexcept {
    assert(is_small(value));
    return value.coefficient_;
  }

  /// The coefficient, when not is_small().
  static const detail::BigInt& stored(const Decimal& value) noexcept {
    assert(!is_small(value));
    return *detail::integer_at(value.coefficient_);
  }

  /// The coefficient.
  static detail::BigInt big(const Decimal& value);

  /// coefficient / 10^scale; both are within the limits.
  static Decimal of(std::int64_t coefficient, int scale) noexcept {
    return Decimal(coefficient, scale);
  }
  static Decimal of(detail::Wide coefficient, int scale) {
    if (detail::fits_small(coefficient)) {
      return Decimal(static_cast<std::int64_t>(coefficient), scale);
    }
    return Decimal(detail::address_of(new detail::Integer(coefficient)), ~scale);
  }
  static Decimal of(const detail::BigInt& coefficient, int scale);

  /// The same for a coefficient of any size. @return number_too_long
  static Result<Decimal> checked(const detail::BigInt& coefficient, int scale);
};

namespace detail {

/// What every operation says of a result beyond the limits.
inline Error too_long() { return error(Errc::number_too_long); }

}  // namespace detail
}  // namespace tiendo
