/// @file
/// Earned value of the projects of a work report: milestones and capital in one measure.
#pragma once

#include <optional>

#include "tiendo/engine/earned_value.hpp"
#include "tiendo/engine/work.hpp"

namespace tiendo {

/// Earned value and earned schedule of a project, in the measure of its capital.
struct ProjectValue {
  Index project = kNone;
  /// The budget is the capital that the plan provides for the project, all pots together; planned
  /// and earned are the parts of it by the weights of the milestones that were due and are done;
  /// the cost is what has been paid.
  EarnedNumbers numbers;
  Assessment value;     ///< evm
  Assessment schedule;  ///< earned_schedule, see earned_value()
  /// What the times of the schedule are in.
  enum class Times : std::uint8_t { none, days, months } times = Times::none;
};

/// "days", "months"; "" for none.
std::string_view name_of(ProjectValue::Times times) noexcept;

/// The earned value of a project.
///
/// Each number is there as far as the data allow: a budget needs capital; planned and earned need
/// milestones with weights, of which one was reported, and last days (no_weights, no_data,
/// no_due_days); the cost needs payments of which everything is reported that is due. A project
/// that is paid for over several plans has here the budget of this one, so its milestones have to
/// be those of this plan.
///
/// The schedule is planned by the last days of the milestones. Its times are in months where the
/// project begins on the first day of a month and ends on the last of one, else in days: the time
/// so far is to the end of the day of the report, a month by its days. Without a first and a last
/// day it is refused (no_schedule). A milestone that is cancelled leaves its weight to the others.
/// `project` is its position in the plan.
ProjectValue earned_value(const WorkReport& report, Index project);

/// The projects that have both milestones with weights and capital, so that there is something to
/// say of them: positions in the plan.
std::vector<Index> projects_with_value(const WorkReport& report);

}  // namespace tiendo
