/// @file
/// How a row of a work report came about: reports used and set aside, the rows that it was made
/// from, and every formula with its numbers.
///
/// A trace is complete, as that of a row of a report is: from the plan, the reports and the rows in
/// it each figure and count can be computed again. Steps stand in the order in which they can be.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/engine/trace.hpp"
#include "tiendo/engine/work.hpp"
#include "tiendo/engine/work_value.hpp"
#include "tiendo/facts/task_standing.hpp"

namespace tiendo {

/// A letter in the formula of a work row, what stood for it, and where that comes from.
struct WorkTerm {
  /// Where it comes from.
  enum class From : std::uint8_t {
    plan,     ///< stated in the plan: the number of a target, an amount of capital, a weight
    share,    ///< the part of a target that came to the unit on a map
    number,   ///< a number that is made from reports
    figure,   ///< a figure of the row, by its name
    row,      ///< a figure of another row of the work report
    report,   ///< the share of work that a report of it says
    count,    ///< a count of the row, by its name
    days,     ///< days of the schedule
    measure,  ///< what one of another measure is in that of the row
    point,    ///< one percentage point in the measure
    periods,  ///< periods of the schedule
    planned,  ///< what is planned to be earned by the end of a period
  };
  std::string symbol;  ///< "x1"
  Ratio value;
  From from = From::plan;
  /// Of a target its position in the plan, of a number that in WorkTrace::numbers, of a row that in
  /// the work report, of a report its row in the log of tasks, of what is planned the period, from
  /// 1 (0 before the first).
  std::size_t at = 0;
  /// Of a figure (also one of another row) or a count: "planned", "parts".
  std::string_view name = {};
};

/// "plan", "share", "number", "figure", "row", "report", "count", "days", "measure", "point",
/// "periods", "planned".
std::string_view name_of(WorkTerm::From from) noexcept;

/// One figure: its formula, the numbers in it and the exact result.
struct WorkStep {
  /// The figure as columns name it ("rate_pct"); of a change also "baseline" and "required"; of
  /// earned value as JSON names it ("CPI").
  std::string_view figure;
  std::string method;   ///< "sum_of_parts@1"
  std::string formula;  ///< "100 * A / P"; see TraceNumber
  std::vector<WorkTerm> terms;
  Ratio result;
};

/// Earned value of a project, and how each of its numbers came about.
struct WorkEarned {
  /// What is planned to be earned by the end of a period.
  struct Planned {
    int period = 0;  ///< from 1
    Date to;         ///< its last day
    WorkStep step;
  };
  /// What its times are in; none without a schedule.
  ProjectValue::Times times = ProjectValue::Times::none;
  /// The periods by whose end more is planned than by that of the one before; before the first of
  /// them nothing is.
  std::vector<Planned> planned;
  /// All numbers, under the names that the work report gives them in JSON, each after those that it
  /// is made of; and a step for every one that is there.
  std::vector<NamedFigure> figures;
  std::vector<WorkStep> steps;
};

/// A row that another was made from.
struct WorkMember {
  /// Its position in the work report.
  std::size_t row = 0;
  /// The row whose standing was counted for it: of a quantity or stage its project, else itself.
  std::size_t counted = 0;
  /// In a sum: whether all of it was reported that is due, so that it counts as reported.
  bool complete = false;
};

/// A row like the others that was not counted.
struct WorkLeftOut {
  /// Why not.
  enum class Why : std::uint8_t {
    other_assigner,  ///< assigners are not added to each other
    other_period,
    part_of_whole,  ///< it is counted in the whole of its project, or that project is already
  };
  std::size_t row = 0;
  Why why = Why::other_assigner;
};

/// "other_assigner", "other_period", "part_of_whole".
std::string_view name_of(WorkLeftOut::Why why) noexcept;

/// Who says how far something is.
enum class WorkDecider : std::uint8_t {
  nobody,
  report,      ///< a report of it
  milestones,  ///< all milestones of the project together
  quantities,  ///< all its quantities together
  payments,    ///< what has been paid from a pot
};

/// "nobody", "report", "milestones", "quantities", "payments".
std::string_view name_of(WorkDecider decider) noexcept;

/// Everything that is needed to compute a work row again by hand.
struct WorkTrace {
  /// Its position in the work report.
  std::size_t at = 0;
  WorkRow row;
  /// Of quantities, stages and pots: the cells of the log of observations that were read, and how
  /// numbers are made of them.
  std::vector<TraceSource> sources;
  std::vector<TraceNumber> numbers;
  /// Of milestones, tasks and projects: the reports of the work itself.
  std::optional<TaskStanding> said;
  /// The targets that ask for what is planned: positions in the plan.
  std::vector<Index> targets;
  std::vector<WorkStep> steps;
  /// The rows that it adds up or counts, and others that one may look for there.
  std::vector<WorkMember> members;
  std::vector<WorkLeftOut> left_out;
  /// Of totals: of how many projects the plan says that they are.
  int declared = 0;
  WorkDecider decided_by = WorkDecider::nobody;
  /// Of projects that have milestones with weights and capital.
  std::optional<WorkEarned> earned;
  /// By when it is known to have been done.
  std::optional<Date> done_by;
};

/// The traces of some rows of a work report, in that order. The logs are those from which it was
/// made; the rows must exist. A pure function, made anew from the logs.
std::vector<WorkTrace> explain(const ObservationLog& log, const TaskLog& tasks,
                               const WorkReport& report, const std::vector<std::size_t>& rows);

}  // namespace tiendo
