/// @file
/// The inside of a Decimal, for the files of this directory only.
#pragma once

#include <cassert>

#include "decimal/integer.hpp"
#include "tiendo/decimal/decimal.hpp"

namespace tiendo {

/// Reads a Decimal as an integer and builds it from one. Storage is canonical: the coefficient is
/// on the heap exactly if it does not fit 64 bits.
struct DecimalAccess {
  static bool is_small(const Decimal& value) noexcept { return !value.is_big_; }

  /// The coefficient, when is_small().
  static std::int64_t small(const Decimal& value) noexcept {
    assert(is_small(value));
    return value.coefficient_;
  }

  /// The coefficient.
  static detail::BigInt big(const Decimal& value);

  /// coefficient / 10^scale; both are within the limits.
  static Decimal of(detail::Wide coefficient, int scale);
  static Decimal of(const detail::BigInt& coefficient, int scale);

  /// The same for a coefficient of any size. @return number_too_long
  static Result<Decimal> checked(const detail::BigInt& coefficient, int scale);
};

namespace detail {

/// What every operation says of a result beyond the limits.
inline Error too_long() { return error(Errc::number_too_long); }

}  // namespace detail
}  // namespace tiendo
