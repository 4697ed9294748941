/// @file
/// Parts of a plan from JSON text: one object of the format "tiendo-plan/1" by itself.
///
/// So a program that has no file builds a plan with every key that the format has. The rules are
/// those of read_plan(): unknown keys are errors that name the nearest known one, decimals are
/// read by their text, and with one error there is no part. What a part says of others is checked
/// when the plan is built.
#pragma once

#include <string_view>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// Reads one part. `Part` is Measure, ResponsibleUnit, Succession, Indicator, Target, Project,
/// TaskGroup, or PlanHead: then the text is the object "plan" of a plan file without its lists of
/// targets, projects and task groups, which are parts of their own.
///
/// `file` is the name that stands in the places of the findings; lines and columns count within
/// the text.
template <class Part>
Checked<Part> read_part(std::string_view text, std::string_view file);

/// builder.build(), with the sentences of the findings as readers have them: on one line, without
/// control characters, and cut off where they are longer than anybody reads.
Checked<Plan> build_plan(const PlanBuilder& builder, unsigned threads = 1);
Checked<Plan> build_plan(PlanBuilder&& builder, unsigned threads = 1);

/// @cond
extern template Checked<PlanHead> read_part(std::string_view text, std::string_view file);
extern template Checked<Measure> read_part(std::string_view text, std::string_view file);
extern template Checked<ResponsibleUnit> read_part(std::string_view text, std::string_view file);
extern template Checked<Succession> read_part(std::string_view text, std::string_view file);
extern template Checked<Indicator> read_part(std::string_view text, std::string_view file);
extern template Checked<Target> read_part(std::string_view text, std::string_view file);
extern template Checked<Project> read_part(std::string_view text, std::string_view file);
extern template Checked<TaskGroup> read_part(std::string_view text, std::string_view file);
/// @endcond

}  // namespace tiendo
