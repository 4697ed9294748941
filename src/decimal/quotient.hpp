/// @file
/// The one place where a digit is dropped: every rounding of this library is one rounded quotient
/// of two exact integers.
#pragma once

#include <cassert>
#include <limits>

#include "decimal/integer.hpp"
#include "tiendo/decimal/rounding.hpp"

namespace tiendo::detail {

/// Whether a quotient moves one away from zero. Its size is `quotient` + `remainder` / `divisor`,
/// with 0 <= remainder < divisor; `negative` is its sign. The answers are computed rather than
/// branched to: which way a digit goes is not predictable.
template <class N>
bool moves_away(const N& quotient, const N& remainder, const N& divisor, bool negative,
                Rounding mode) {
  const N rest = divisor - remainder;
  switch (mode) {
    case Rounding::half_up: return remainder >= rest;
    case Rounding::half_even: return remainder > rest || (remainder == rest && quotient % 2 != 0);
    case Rounding::half_down: return remainder > rest;
    case Rounding::up: return remainder != 0;
    case Rounding::down: return false;
    case Rounding::ceiling: return remainder != 0 && !negative;
    case Rounding::floor: return remainder != 0 && negative;
  }
  return false;
}

/// size / divisor as an integer, for a quotient of that sign; size is not negative, the divisor
/// above zero.
template <class N>
N rounded_size(const N& size, const N& divisor, bool negative, Rounding mode) {
  const N quotient = size / divisor;
  const N remainder = size - quotient * divisor;
  return quotient + N(moves_away(quotient, remainder, divisor, negative, mode) ? 1 : 0);
}

/// numerator / denominator as an integer; the denominator is above zero. N is Wide (neither the
/// smallest of its values) or BigInt.
template <class N>
N rounded_quotient(const N& numerator, const N& denominator, Rounding mode) {
  assert(denominator > 0);
  const bool negative = numerator < 0;
  const N size = negative ? N(-numerator) : numerator;
  const N rounded = rounded_size(size, denominator, negative, mode);
  return negative ? N(-rounded) : rounded;
}

/// The same in 64 bits where they suffice: a division of 128 bits takes several times as long.
template <>
inline Wide rounded_quotient<Wide>(const Wide& numerator, const Wide& denominator, Rounding mode) {
  assert(denominator > 0);
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  const bool negative = numerator < 0;
  const auto size = static_cast<WideSize>(negative ? -numerator : numerator);
  const auto divisor = static_cast<WideSize>(denominator);
  const WideSize rounded = size <= kMost && divisor <= kMost
                               ? rounded_size(static_cast<std::uint64_t>(size),
                                              static_cast<std::uint64_t>(divisor), negative, mode)
                               : rounded_size(size, divisor, negative, mode);
  return negative ? -static_cast<Wide>(rounded) : static_cast<Wide>(rounded);
}

}  // namespace tiendo::detail
