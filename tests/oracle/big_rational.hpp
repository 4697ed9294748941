/// @file
/// Fractions as a schoolbook has them: the judge of the decimal layer.
///
/// Nothing here is reduced, checked or fast, and nothing is shared with src/. Int is any signed
/// integer type wide enough for what is asked.
#pragma once

#include "tiendo/decimal/rounding.hpp"

namespace tiendo::oracle {

template <class Int>
struct Rational {
  Int numerator;
  Int denominator;  // above zero
};

template <class Int>
Rational<Int> plus(const Rational<Int>& a, const Rational<Int>& b) {
  return {a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator};
}

template <class Int>
Rational<Int> minus(const Rational<Int>& a, const Rational<Int>& b) {
  return {a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator};
}

template <class Int>
Rational<Int> times(const Rational<Int>& a, const Rational<Int>& b) {
  return {a.numerator * b.numerator, a.denominator * b.denominator};
}

/// a / b, where b is not zero.
template <class Int>
Rational<Int> over(const Rational<Int>& a, const Rational<Int>& b) {
  const Int sign = b.numerator < 0 ? -1 : 1;
  return {sign * a.numerator * b.denominator, sign * a.denominator * b.numerator};
}

/// -1, 0 or 1: how a stands to b.
template <class Int>
int compare(const Rational<Int>& a, const Rational<Int>& b) {
  const Int left = a.numerator * b.denominator;
  const Int right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

template <class Int>
Int power_of_ten(int exponent) {
  Int power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

/// base^exponent, where a base of zero has no negative exponent.
template <class Int>
Rational<Int> power(const Rational<Int>& base, int exponent) {
  Rational<Int> result = {1, 1};
  for (int i = 0; i < exponent; ++i) result = times(result, base);
  for (int i = 0; i > exponent; --i) result = over(result, base);
  return result;
}

/// The same value in lowest terms, by Euclid's subtraction made quick by division.
template <class Int>
Rational<Int> lowest(const Rational<Int>& value) {
  Int a = value.numerator < 0 ? Int(-value.numerator) : value.numerator;
  Int b = value.denominator;
  while (b != 0) {
    const Int rest = a % b;
    a = b;
    b = rest;
  }
  return {value.numerator / a, value.denominator / a};
}

/// Digits after the point that long division writes before it leaves nothing; -1 when it still
/// leaves something after `most`.
template <class Int>
int decimals(const Rational<Int>& value, int most) {
  Int rest = value.numerator % value.denominator;
  for (int count = 0; count <= most; ++count) {
    if (rest == 0) return count;
    rest = rest * 10 % value.denominator;
  }
  return -1;
}

/// Of the two integers beside a value between them the one that is nearer, or `tie`.
template <class Int>
Int nearer(const Rational<Int>& value, const Int& below, const Int& above, const Int& tie) {
  const Rational<Int> down = minus(value, Rational<Int>{below, 1});
  const Rational<Int> up = minus(Rational<Int>{above, 1}, value);
  const int order = compare(down, up);
  return order < 0 ? below : order > 0 ? above : tie;
}

/// The value as an integer, by the definition of each mode.
template <class Int>
Int rounded(const Rational<Int>& value, Rounding mode) {
  Int below = value.numerator / value.denominator;
  if (Rational<Int> whole = {below, 1}; compare(value, whole) == 0) return below;
  if (value.numerator < 0) below -= 1;
  const Int above = below + 1;
  const Int away = value.numerator < 0 ? below : above;
  const Int towards = value.numerator < 0 ? above : below;
  switch (mode) {
    case Rounding::floor: return below;
    case Rounding::ceiling: return above;
    case Rounding::up: return away;
    case Rounding::down: return towards;
    case Rounding::half_up: return nearer(value, below, above, away);
    case Rounding::half_down: return nearer(value, below, above, towards);
    case Rounding::half_even:
      return nearer(value, below, above, Int(below % 2 == 0 ? below : above));
  }
  return 0;
}

/// The value as an integer of 10^-scale.
template <class Int>
Int rounded_at(const Rational<Int>& value, int scale, Rounding mode) {
  return rounded(Rational<Int>{value.numerator * power_of_ten<Int>(scale), value.denominator},
                 mode);
}

}  // namespace tiendo::oracle
