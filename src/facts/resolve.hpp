// What a report must be to enter the log: each rule of a single row.
#pragma once

#include <string_view>

#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

// The row with ids as positions and defaults filled in (its `row` is not yet known), or why there
// can be none: the errors of ObservationLog::append() but observations_disagree.
Result<Fact> resolve(const Plan& plan, const Observation& observation);

// The two halves of resolve(): the positions of the ids, all else being empty; and the rest of such
// a row, for which the ids of the observation play no part.
Result<Fact> look_up(const Plan& plan, const Observation& observation);
Result<Fact> complete(const Plan& plan, Fact fact, const Observation& observation);

// Whether the stage is one before the last of the project (kNone for none); or unknown_stage.
Result<bool> is_of_earlier_stage(const Plan& plan, Index project, const std::string& work_stage);

// "no indicator has this id: "x"".
Error unknown(Errc code, std::string_view id);

}  // namespace tiendo
