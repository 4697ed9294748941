/// @file
/// What parts are of a whole, and what they contribute to its growth.
///
///     share    100 A_i / sum(A)                  shares add up to 100
///     points   100 (A_i - B_i) / |sum(B)|        add up to the growth of the whole, in points
///     percent  100 (A_i - B_i) / (sum(A-B))      add up to 100
///
/// 0.35 + 5.43 + 1.90 + 0.33 = 8.01 points is the growth of a province by its four sectors; in
/// percent of it, 100. The parts are the units below one, or the indicators of a composition.
/// Nothing is said of a whole of which a part is missing or that its parts do not make.
#pragma once

#include <string>
#include <vector>

#include "tiendo/engine/report.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

/// Of what parts are asked for.
struct ContributionQuestion {
  /// What the units below are added up for; or a composite, whose components are the parts.
  Index indicator = kNone;
  /// Whose whole it is. It must exist.
  Index unit = kNone;
  Period period;
  /// An indicator that the components make: their sum has to be what it is. kNone: only the sum.
  Index whole = kNone;
};

/// One part.
struct ContributionPart {
  Index indicator = kNone;
  Index unit = kNone;
  Coverage coverage;
  Figure now;      ///< A_i, in the measure of the whole
  Figure before;   ///< B_i, of the same period of the year before
  Figure growth;   ///< percent: of the part itself
  Figure share;    ///< percent of the whole
  Figure points;   ///< percentage points of the growth of the whole
  Figure percent;  ///< percent of the growth; no_change where the whole has not changed
};

/// The answer. Owns all it needs; safe to read from many threads.
struct Contributions {
  Plan plan;
  Request request;
  ContributionQuestion question;
  /// In the order of the plan.
  std::vector<ContributionPart> parts;
  /// What the parts make now, or why nothing is said of shares: not_additive (percentages without
  /// their parts), measure_kinds_differ, partial_coverage, nothing_to_count, parts_not_whole (the
  /// unit itself, or the indicator of the whole, says something else), or the reason of a part.
  Figure now;
  /// What they made a year before, or why nothing is said of growth: as above, no_base,
  /// series_break.
  Figure before;
  Figure change;  ///< now - before
  Figure growth;  ///< percent
  /// What the whole itself says less what the parts make, where that is not nothing.
  std::optional<Ratio> left_now;
  std::optional<Ratio> left_before;
};

/// What the parts are of the whole. A pure function: it depends on its arguments only and never
/// fails.
Contributions contributions(const ObservationLog& log, const Request& request,
                            const ContributionQuestion& question);

}  // namespace tiendo
