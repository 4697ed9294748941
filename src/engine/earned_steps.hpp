// Writes down how the earned value of a project comes about, for the trace of its row.
#pragma once

#include <optional>

#include "tiendo/engine/work_trace.hpp"

namespace tiendo {

// Of the trace of a project, whose members are its milestones. Nothing where it has no milestones
// with weights or no capital.
std::optional<WorkEarned> earned_steps(const WorkReport& report, const WorkTrace& trace);

}  // namespace tiendo
