/// @file
/// The one place where a digit is dropped: every rounding of this library is one rounded quotient
/// of two exact integers.
#pragma once

#include <cassert>

#include "decimal/integer.hpp"
#include "tiendo/decimal/rounding.hpp"

namespace tiendo::detail {

/// Whether a quotient moves one away from zero. Its size is `quotient` + `remainder` / `divisor`,
/// with 0 <= remainder < divisor; `negative` is its sign.
template <class N>
bool moves_away(const N& quotient, const N& remainder, const N& divisor, bool negative,
                Rounding mode) {
  if (remainder == 0) return false;
  if (mode == Rounding::up || mode == Rounding::down) return mode == Rounding::up;
  if (mode == Rounding::ceiling || mode == Rounding::floor)
    return negative == (mode == Rounding::floor);
  const N rest = divisor - remainder;
  if (remainder != rest) return remainder > rest;
  return mode == Rounding::half_up || (mode == Rounding::half_even && quotient % 2 != 0);
}

/// numerator / denominator as an integer; the denominator is above zero. N is Wide (neither the
/// smallest of its values) or BigInt.
template <class N>
N rounded_quotient(const N& numerator, const N& denominator, Rounding mode) {
  assert(denominator > 0);
  const bool negative = numerator < 0;
  const N size = negative ? N(-numerator) : numerator;
  N quotient = size / denominator;
  const N remainder = size - quotient * denominator;
  if (moves_away(quotient, remainder, denominator, negative, mode)) quotient += 1;
  return negative ? N(-quotient) : quotient;
}

}  // namespace tiendo::detail
