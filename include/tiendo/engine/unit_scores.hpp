/// @file
/// The units below one scored by criteria, from what has been reported.
///
/// Each figure is that of the row which a report has for the unit, exact, and only where all that
/// is due has been reported: a unit is not behind others by what it has not reported. What becomes
/// of a criterion without a figure is said by the criteria.
#pragma once

#include <vector>

#include "tiendo/engine/report.hpp"
#include "tiendo/engine/scoring.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

/// Of whom scores are asked for.
struct ScoreQuestion {
  /// The unit above. It must exist.
  Index unit = kNone;
  /// The period of the targets, and of what has been reached.
  Period period;
};

/// One of the units.
struct ScoredUnit {
  Index unit = kNone;
  /// Of each criterion, in their order, the row that the figure is of. Where the plan has no such
  /// indicator it is of none (kNone).
  std::vector<ReportRow> rows;
  /// The figures are as in the rows, or the reason why none is compared: partial_coverage where
  /// less than what is due has been reported, unless the rules leave that out; several_targets;
  /// unknown_indicator and unknown_unit of criteria that are for another plan.
  Score score;
  /// 1, 2, 2, 4 by the exact total, the most points first; without a total no place.
  Rank rank;
};

/// The answer. Owns all it needs; safe to read from many threads.
struct UnitScores {
  Plan plan;
  Request request;
  ScoreQuestion question;
  Criteria criteria;
  /// By place, of one place in the order of the plan; then those without one.
  std::vector<ScoredUnit> units;
  /// As criteria().parts().quotas.
  std::vector<QuotaCount> quotas;
};

/// Scores the units below: those that a sum of any of the indicators waits for; on a map, those of
/// its day. A pure function: it depends on its arguments only and never fails.
UnitScores score_units(const ObservationLog& log, const Request& request, const Criteria& criteria,
                       const ScoreQuestion& question);

}  // namespace tiendo
