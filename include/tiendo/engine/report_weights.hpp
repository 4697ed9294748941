/// @file
/// What units have reported, as weights by which a target is split over them.
#pragma once

#include <vector>

#include "tiendo/engine/report.hpp"
#include "tiendo/facts/observation_log.hpp"
#include "tiendo/model/target_split.hpp"

namespace tiendo {

/// Weights for the units of equal_weights(): what each has of an indicator (population, area, the
/// result of the year before) in a period, exactly as the row of a report says it by the request.
/// That is its own report, or what its projects or the units below it make. On a map only units
/// that are there on its day take part, each with what those have reported that it was made of.
///
/// Units of which no other one of their kind below the same unit has anything take no part, and
/// neither do those for which it was reported as not applicable. The target is a position in
/// Plan::targets() and must exist, and so must the indicator.
///
/// @return split_units where a unit has nothing though others of its kind have, or where none has;
/// weight_negative; partial_coverage where less than what was due by the day has been reported,
/// unless the rules leave out what has not been;
/// otherwise the reason why a unit has no figure: withheld, observations_disagree, ...
Result<std::vector<UnitWeight>> weights_by_reports(const ObservationLog& log, Index target,
                                                   Index indicator, const Period& period,
                                                   const Request& request, int levels = 1);

}  // namespace tiendo
