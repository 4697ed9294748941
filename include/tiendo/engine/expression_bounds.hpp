/// @file
/// What an expression can be when its references are only known to lie between two ends.
///
///     actual / plan * 100     actual in [8.85, 8.95], plan in [8.45, 8.55]
///
/// The bounds are exact or they are refused, never merely safe: every number between them is the
/// value for some numbers of the references, and none beyond them is. A reference that stands in
/// the expression more than once is one number, not two.
#pragma once

#include <cstddef>
#include <vector>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/printed.hpp"
#include "tiendo/model/expression.hpp"

namespace tiendo {

/// Most steps that bounds_of() takes: the parts of the expression, times the ways to put every
/// reference at one of its ends where that is needed.
inline constexpr std::size_t kMaxBoundSteps = std::size_t{1} << 20;

/// The values that the expression takes when each reference goes through its interval, by their
/// places in Expression::references(); none of the intervals is empty.
///
/// Where each reference stands once, the intervals are added, multiplied and divided. Otherwise the
/// expression has to be a quotient in which no reference is multiplied by itself, written out; then
/// it rises or falls in each of them alone and has its extremes where all are at an end. An end is
/// included exactly if the value is taken.
///
/// @return divisor_may_vanish where a divisor is zero at some numbers between the ends, or at the
/// ends themselves; bounds_not_exact where neither way is open, or the second would take more than
/// kMaxBoundSteps; number_too_long
Result<Interval> bounds_of(const Expression& expression, const std::vector<Interval>& intervals);

}  // namespace tiendo
