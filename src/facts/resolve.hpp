// What a report must be to enter the log: each rule of a single row.
#pragma once

#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

// The row with ids as positions and defaults filled in (its `row` is not yet known), or why there
// can be none: the errors of ObservationLog::append() but observations_disagree.
Result<Fact> resolve(const Plan& plan, const Observation& observation);

}  // namespace tiendo
