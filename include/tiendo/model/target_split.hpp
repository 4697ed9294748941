/// @file
/// Splitting a target over the units below: the parts add up to the target, exactly.
///
/// Only what adds up can be split: a bound (at_least, more_than, at_most, less_than, equal) on an
/// indicator that adds up over units, set for a unit as a whole. Then, when every unit meets its
/// part, the unit above meets its target. A percentage, a range and a change are never split.
#pragma once

#include <vector>

#include "tiendo/base/id.hpp"
#include "tiendo/base/result.hpp"
#include "tiendo/decimal/splitting.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// The weight with which a unit takes part; only proportions matter.
struct UnitWeight {
  Index unit = kNone;  ///< position in Plan::units()
  Ratio weight;        ///< not below zero
};

/// What a unit has of a target that was split.
struct UnitPart {
  Index unit = kNone;  ///< position in Plan::units()
  Decimal amount;
};

/// How the parts are made.
struct SplitRule {
  /// Digits after the point of each part.
  int scale = 0;
  /// Who gets what is left.
  Leftover leftover = Leftover::largest_remainder;
};

/// Digits that the parts of the target have unless said otherwise: those that the indicator
/// records, else those of the target. The target must exist.
int split_scale_of(const Plan& plan, Index target);

/// The parts, in the order of the weights. Each weight is of a unit directly below the unit of the
/// target, or below another one that has a weight: then that one's part is split again. Units
/// without a weight take no part. A unit that moved is below the one where it is on the last day of
/// the target's period. The target is a position in Plan::targets() and must exist.
///
/// @return target_not_divisible; split_units for a unit that is not below, does not exist in the
/// period, or stands twice, and for no weight at all; target_scale when the parts would have more
/// digits than the indicator records; amount_scale, weight_negative, no_weight, split_too_large,
/// number_too_long as split()
Result<std::vector<Decimal>> split_amounts(const Plan& plan, Index target,
                                           const std::vector<UnitWeight>& weights,
                                           const SplitRule& rule);

/// Parts as targets: of that indicator, period, kind of condition, layer and task group, each set
/// by the unit above it. What is revised or replaced is split into assigned targets. The parts may
/// be those of split_amounts() or others on which people have agreed; units as there.
///
/// @return target_not_divisible, also where the parts do not add up to the target or those below a
/// unit not to its part; split_units and target_scale as split_amounts()
Result<std::vector<Target>> targets_of_parts(const Plan& plan, Index target,
                                             const std::vector<UnitPart>& parts);

/// As split_amounts(), as targets.
Result<std::vector<Target>> split_target(const Plan& plan, Index target,
                                         const std::vector<UnitWeight>& weights,
                                         const SplitRule& rule);

/// The same weight for each unit of the `levels` levels below the unit of the target that exists in
/// its period: 1 for those directly below. In the order of units, each followed by those below it.
std::vector<UnitWeight> equal_weights(const Plan& plan, Index target, int levels = 1);

/// As equal_weights(), with what each unit has as a target in force on the day for another
/// indicator (population, area, the plan of the year before) as its weight. Units of which no other
/// one of their kind has such a target take no part; of several targets for one unit none is
/// chosen.
/// @return split_units where a unit has none though others of its kind have one, or has several, or
/// one that is not a bound
Result<std::vector<UnitWeight>> weights_by_targets(const Plan& plan, Index target, Index indicator,
                                                   Date day, int levels = 1);

}  // namespace tiendo
