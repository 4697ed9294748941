/// @file
/// What a printed figure can have been: the set of exact numbers that print as it.
///
/// "55.3" under half_up is any number from 55.25 up to, but not including, 55.35. For every Decimal
/// d, Rounding m and Ratio x
///
///     printed(d, m)->contains(x) == (*round(x, d.scale(), m) == d)
///
/// so that whether a published figure follows from others is decided exactly, without a tolerance.
#pragma once

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/ratio.hpp"
#include "tiendo/decimal/rounding.hpp"

namespace tiendo {

/// All numbers between two ends, each of which belongs to it or not. With low above high, or both
/// equal and one left out, it is empty: no fault, but what two that share nothing have in common.
struct Interval {
  Ratio low;
  Ratio high;
  bool has_low = true;
  bool has_high = true;

  /// Whether no number belongs to it.
  bool empty() const;
  /// Whether the number belongs to it.
  bool contains(const Ratio& value) const;

  /// Same ends, by value.
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// The numbers that are in both.
Interval intersection(const Interval& a, const Interval& b);

/// Whether any number is in both.
bool intersects(const Interval& a, const Interval& b);

/// The numbers that round to `figure` at its scale, in the given mode. 55.30 says more than 55.3.
/// Never empty: a figure rounds to itself. For zero, which has no sign, it reaches to both sides,
/// but under ceiling and floor, and under up it is zero alone.
///
///     mode        above zero    below zero    zero
///     half_up     [d-h, d+h)    (d-h, d+h]    (-h, h)      h: half of the last digit's unit
///     half_down   (d-h, d+h]    [d-h, d+h)    [-h, h]
///     half_even   [d-h, d+h] for an even last digit, (d-h, d+h) for an odd one
///     up          (d-u, d]      [d, d+u)      [0, 0]       u: the unit
///     down        [d, d+u)      (d-u, d]      (-u, u)
///     ceiling     (d-u, d]
///     floor       [d, d+u)
///
/// @return number_too_long where an end is beyond Decimal::kMaxDigits
Result<Interval> printed(const Decimal& figure, Rounding mode);

/// The numbers that may have been rounded to `figure` to the nearest where it is not known what was
/// done with ties: [d-h, d+h], both ends included. The least interval that holds those of half_up,
/// half_even and half_down.
/// @return number_too_long as above
Result<Interval> printed(const Decimal& figure);

}  // namespace tiendo
