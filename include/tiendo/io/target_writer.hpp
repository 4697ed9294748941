/// @file
/// Lists of targets as text: what has been promised, by whom, and who works on it.
#pragma once

#include <string>
#include <vector>

#include "tiendo/base/id.hpp"
#include "tiendo/calendar/date.hpp"
#include "tiendo/io/report_writer.hpp"
#include "tiendo/model/condition.hpp"
#include "tiendo/model/name.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// The targets at these positions of Plan::targets(), in their order: assigner, unit, project,
/// indicator, period, condition, layer, decision, lead and coordinating units, task groups. Numbers
/// are those of the plan, not rounded; what a target does not have is empty.
///
/// Text and Markdown are for people, in that language; a count by assigner follows the list. CSV
/// and JSON depend on no language. `day` is the day of the list, as its heading says.
///
/// @return the list, ending with a newline
std::string write_targets(const Plan& plan, const std::vector<Index>& targets, Date day,
                          ReportFormat format, Language language);

/// Targets as a file of the plan has them, to be put into it: JSON as the list under `targets` in
/// the canonical form, every other format as CSV with the columns `indicator`, `unit`, `assigner`,
/// `layer`, `period`, `task_group`, `condition` and `value`. Each has one bound as its condition,
/// as split_target() makes them.
std::string write_plan_targets(const Plan& plan, const std::vector<Target>& targets,
                               ReportFormat format);

/// The whole condition in signs, as reports in that language have it, with its numbers in their
/// marks and not rounded: "+4,5 % và ≥ 60", "≥ 12.4", "69 ± 0.5". "" where there is none.
std::string condition_wording(const Condition& condition, Language language);

}  // namespace tiendo
