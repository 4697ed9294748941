// Projects and tasks on the map of another day.
#pragma once

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

// Adds a warning, work_stays, for every project, task group and task whose unit is no more on the
// day and has become several: who goes on with the work is not in the plan.
void check_work_map(const Plan& plan, Date map, Diagnostics& findings);

}  // namespace tiendo
