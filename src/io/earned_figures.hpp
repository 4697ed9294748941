// The numbers of the earned value of a project, under the names that JSON gives them.
#pragma once

#include <string_view>
#include <vector>

#include "tiendo/engine/work_value.hpp"

namespace tiendo {

// Each after those that it is made of. Both methods have a PV: that of the schedule goes on inside
// a period, so it and what is made of it is named after the time, "PV_at".
std::vector<NamedFigure> earned_figures(const ProjectValue& value);

// How it is made of others, "EV - AC"; in words where it is no formula of them. "" for no such
// name.
std::string_view earned_formula(std::string_view name) noexcept;

}  // namespace tiendo
