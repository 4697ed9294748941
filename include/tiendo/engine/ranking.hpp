/// @file
/// The units below one in the order of a figure, and against the mean of all.
///
/// "Bình quân chung" is what all units make together, a sum over a sum and never a mean of
/// percentages: 8 of 10 and 1 of 100 are 9 of 110. All is compared exactly, so what only prints
/// alike is no tie.
#pragma once

#include <optional>
#include <vector>

#include "tiendo/engine/aggregates.hpp"
#include "tiendo/engine/fields.hpp"
#include "tiendo/engine/report.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

/// What is asked of the units below one.
struct RankQuestion {
  Index indicator = kNone;
  /// The unit above. It must exist.
  Index unit = kNone;
  /// The period of the targets, and of what has been reached.
  Period period;
  /// completion, growth or actual; no other has an order of its own.
  Field figure = Field::completion;
  /// Whose targets are looked at. kNone: those of the one assigner that there is for a unit, or the
  /// whole of those that add to each other.
  Index assigner = kNone;
  /// Count the figures beyond this, in percent for completion and growth.
  std::optional<Ratio> threshold = {};
};

/// One of the units.
struct RankedUnit {
  /// As in a report: of its target, or without one.
  ReportRow row;
  /// The figure that is compared, or why there is none to compare: partial_coverage where less than
  /// what is due has been reported, as a unit is not behind others by what it has not reported,
  /// unless the rules leave that out;
  /// several_targets where it has targets of several assigners; else as in its row.
  Figure figure;
  /// 1, 2, 2, 4; the best first.
  Rank rank;
  /// -1, 0 or 1: its figure is below, equal to or above the mean; absent without a figure or mean.
  std::optional<int> against_mean;
};

/// The answer. Owns all it needs; safe to read from many threads.
struct Ranking {
  Plan plan;
  Request request;
  RankQuestion question;
  /// By place, of one place in the order of the plan; then those without one.
  std::vector<RankedUnit> units;
  /// Of all units with a figure together: 100 sum(A) / sum(T), 100 (sum(A) - sum(B)) / |sum(B)|; of
  /// an actual sum(A) by the number of units, or for a ratio the sums of its parts. not_additive
  /// where that cannot be said.
  Figure mean;
  int ranked = 0;      ///< units with a figure
  int above_mean = 0;  ///< above in number, whichever is better
  int at_mean = 0;
  int below_mean = 0;
  int over = 0;  ///< figures above the threshold; 0 without one
  int at = 0;    ///< figures that are exactly the threshold
};

/// Ranks the units below: those that a sum over them waits for; on a map, those of its day. Which
/// figure is the best is said by the direction of the indicator; where neither more nor less is
/// better no unit has a place (no_order).
///
/// A pure function: it depends on its arguments only and never fails.
Ranking rank_units(const ObservationLog& log, const Request& request, const RankQuestion& question);

}  // namespace tiendo
