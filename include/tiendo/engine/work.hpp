/// @file
/// The work behind a plan: how far its projects and tasks are, on a day, as known on a day.
///
/// Every number is exact, and one that is not there has a reason. Nothing is assumed: work of which
/// nothing was reported is not called undone, and a project is late only past a last day that the
/// plan states.
///
/// - *Stages* (ký cam kết, đo đạc, phê duyệt, chi trả, bàn giao): each counts for itself, as bodies
///   that clear land report them; the last one is what counts against the target.
/// - *Pots* of capital (vốn kế hoạch năm, vốn kéo dài): payments over what is planned, pot by pot;
///   their total stands in a row of its own.
/// - *Last days*: on its last day work is due, and from the day after it is overdue. Land law calls
///   a project late beyond the limit after 24 months; here the project states the limit.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/base/run.hpp"
#include "tiendo/engine/fields.hpp"
#include "tiendo/engine/report.hpp"
#include "tiendo/facts/observation_log.hpp"
#include "tiendo/facts/task_log.hpp"

namespace tiendo {

/// What a row is about. The numbers stand in the C header and never change.
enum class WorkKind : std::uint8_t {
  project = 1,         ///< a project: its schedule, its milestones together, whether it is late
  quantity = 2,        ///< a target of a project: what has been reached of it
  stage = 3,           ///< one stage of the work on a quantity
  pot = 4,             ///< capital of a project in one pot
  capital = 5,         ///< all pots of a project; only where it has several
  milestone = 6,       ///< a milestone of a project
  total = 7,           ///< the projects of one assigner for one indicator and period
  stage_total = 8,     ///< one stage of the work on all of them
  pot_total = 9,       ///< the pots of one name of all projects
  capital_total = 10,  ///< all pots of all projects; only where they have several names
  projects = 11,       ///< all projects, counted
  task_group = 12,     ///< a task group: its tasks, counted
  task = 13,           ///< a task
  lead = 14,           ///< the tasks that one unit leads, counted
  tasks = 15,          ///< all tasks, counted
};

/// How work stands to its last day. The numbers stand in the C header and never change.
enum class WorkStanding : std::uint8_t {
  none = 0,                  ///< not known: see the reason
  open = 1,                  ///< not done; its last day, if it has one, has not passed
  done_in_time = 2,          ///< done on its last day or before
  done_late = 3,             ///< done after its last day
  done = 4,                  ///< done; whether in time is not known, or there is no last day
  overdue = 5,               ///< not done, and its last day has passed
  overdue_beyond_limit = 6,  ///< and for longer than the limit that the project states
  cancelled = 7,             ///< no longer to be done
};

/// "project" and so on.
std::string_view name_of(WorkKind kind) noexcept;
/// "open" and so on; "" for none.
std::string_view name_of(WorkStanding standing) noexcept;

/// How many parts of a row stand how: milestones of a project, projects of a total, tasks of a
/// group, pots of a capital.
struct WorkCounts {
  int parts = 0;         ///< all that are described, the cancelled ones too
  int reported = 0;      ///< of which the standing is known
  int done = 0;          ///< in time, late, or it is not known which
  int done_in_time = 0;  ///< a part of `done`
  int done_late = 0;     ///< a part of `done`
  int open = 0;
  int overdue = 0;               ///< beyond the limit or not
  int overdue_beyond_limit = 0;  ///< a part of `overdue`
  int cancelled = 0;
  int due = 0;               ///< whose last day has come, without the cancelled ones
  int due_done_in_time = 0;  ///< of these

  friend bool operator==(const WorkCounts&, const WorkCounts&) = default;
};

/// One row. Indexes are positions in the plan; kNone, and absent, where the kind has no such thing.
/// A figure that the kind does not have has the reason no_such_figure.
struct WorkRow {
  WorkKind kind = WorkKind::project;
  Index project = kNone;
  /// Of a quantity and its stages, a pot and the totals of them. Amounts are in its measure; where
  /// several pots come together, it is the one of the first.
  Index indicator = kNone;
  Index unit = kNone;
  Index assigner = kNone;
  Index task_group = kNone;
  /// Who leads it: the project, the task (or else its group), the group.
  Index lead = kNone;
  /// Position in Project::stages, Project::capital, Project::milestones or TaskGroup::tasks.
  Index part = kNone;
  /// The name of the stage or pot, the id of the milestone or task; "" for none.
  std::string part_name;
  /// Of a quantity, its stages and totals.
  std::optional<Period> period;
  Condition condition;

  Figure planned;    ///< the target, or the capital planned, in the measure
  Figure reached;    ///< to date, in the measure: of a capital, what has been paid
  Figure rate;       ///< percent: 100 reached / planned. No clamp
  Figure remaining;  ///< what is required less reached, in the measure
  Figure elapsed;    ///< percent: how much of the schedule is over, by days
  Figure weight;     ///< percent of the work of the project that a milestone is
  /// Percent of the work that is done. Of a project the weights of its milestones, each times the
  /// share of it that is done; a milestone of which no share is reported counts when it is done. Of
  /// tasks, how many of 100 are done. What is cancelled is left out of the whole.
  Figure done;
  Figure due;        ///< percent of the work whose last day has come
  Figure deviation;  ///< percentage points: done - due
  Figure on_time;    ///< percent of the tasks whose last day has come that were done by then
  /// Of amounts over time as in a report; of totals, how many projects or pots were reported.
  Coverage coverage;
  std::optional<Date> reported_to;
  std::optional<Status> status;
  Qualifier qualifier = Qualifier::exact;
  /// Of a quantity, as in the report.
  Verdict verdict = Verdict::none;
  Errc verdict_reason = Errc::no_such_figure;

  /// As reported; of a project also what follows from its milestones or quantities.
  TaskState state = TaskState::none;
  WorkStanding standing = WorkStanding::none;
  /// Why there is no standing; of a quantity, a stage or a total why `reached` is not the whole.
  Errc reason = Errc::none;
  /// The work of a project against the last days of its milestones.
  Schedule schedule = Schedule::none;
  std::optional<Date> start;
  /// The last day on which it is done in time.
  std::optional<Date> finish;
  std::optional<Date> done_on;
  /// Days and whole calendar months after `finish`: until the day of the report, or until it was
  /// done. Absent where it is not late.
  std::optional<int> days_late;
  std::optional<int> months_late;
  std::optional<int> limit_months;
  WorkCounts counts;
};

/// The answer. Owns all it needs; safe to read from many threads.
struct WorkReport {
  Plan plan;
  Request request;
  /// Each project in the plan's order: its own row, its quantities, each followed by its stages,
  /// its pots and capital, its milestones. Then the totals, each followed by its stages, of pots
  /// and of capital, and the row of all projects. Then each task group followed by its tasks, the
  /// leads in the order of the units (tasks without one last), and the row of all tasks.
  std::vector<WorkRow> rows;
};

/// How far the work of a plan is. `tasks` is a log of the same plan.
///
/// A project is done if a report of the project as a whole says so; else, if one of its milestones
/// was reported, when all that are not cancelled are done; else, if one of its quantities was, when
/// all of them have met their targets for good.
///
/// What is paid from a pot is reported for the project and the indicator of the pot, from the start
/// of the plan's period to its end or the last day of the pot, whichever is later; running totals
/// go on beyond the end of the plan's period. The unit is the plan's, or else the first of
/// investor, lead and the units of the project's targets of which there are reports.
///
/// A total is of the projects that its assigner has set targets for. Where the assigner has set a
/// target for a number of projects, that one is what is planned, and the number is what coverage is
/// counted against; else the sum of the projects' targets.
///
/// On the map of a day, projects, tasks and groups are of what their units have become, where each
/// has become one other as a whole; a unit that was divided keeps them, as work is never divided.
/// Reports are carried as in a report.
///
/// A pure function: it depends on its arguments only and never fails. May run in many threads at
/// once on the same logs.
WorkReport work(const ObservationLog& log, const TaskLog& tasks, const Request& request);

/// The same, done as the run says, in one thread; the watcher is told of judging, in projects and
/// tasks.
/// @return cancelled when the watcher said no; out_of_memory
Result<WorkReport> work(const ObservationLog& log, const TaskLog& tasks, const Request& request,
                        const Run& run);

/// A figure of a work row. The numbers stand in the C header and never change.
enum class WorkField : std::uint8_t {
  planned = 1,
  reached = 2,
  rate = 3,
  remaining = 4,
  elapsed = 5,
  weight = 6,
  done = 7,
  due = 8,
  deviation = 9,
  on_time = 10,
};

/// All of them, in the order of the report's columns.
inline constexpr std::array kWorkFields = {
    WorkField::planned,   WorkField::reached, WorkField::rate, WorkField::remaining,
    WorkField::elapsed,   WorkField::weight,  WorkField::done, WorkField::due,
    WorkField::deviation, WorkField::on_time};

/// The name of its column: "planned", "rate_pct", "deviation_points".
std::string_view name_of(WorkField field) noexcept;

/// Whether the figure is in percent or percentage points; otherwise it is in the measure.
bool is_percent(WorkField field) noexcept;

/// The exact figure.
const Figure& figure(const WorkRow& row, WorkField field) noexcept;

/// The digits and the mode with which a figure of this row is printed: as the indicator of the row
/// says, or one digit half-up where it has none.
PrintRule print_rule(const Plan& plan, const WorkRow& row, WorkField field,
                     const Printing& printing);

/// The figure as printed: rounded once, from the exact fraction. Nothing when there is no figure.
std::optional<Decimal> printed(const Plan& plan, const WorkRow& row, WorkField field,
                               const Printing& printing);

}  // namespace tiendo
