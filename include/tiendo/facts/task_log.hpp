/// @file
/// The log of reports of work, beside that of observations: append-only as well.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/facts/observation_log.hpp"
#include "tiendo/facts/task_report.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// A report as the engine reads it: what it is of as positions in the plan, the share filled in.
struct TaskFact {
  Row row;
  WorkItem item;
  TaskState state;
  std::optional<Decimal> share;
  std::optional<Date> done_on;
  Date recorded_on;
  Status status;
  std::int32_t revision;

  /// The day from which on it is true: the day on which it was done, else that of its recording.
  Date day() const noexcept { return done_on.value_or(recorded_on); }
};

/// What has been reported of the tasks, milestones and projects of a plan. Movable, not copyable.
/// One thread may append while no other reads; any number may read while none appends.
class TaskLog {
 public:
  /// An empty log for a plan. The log shares the plan.
  explicit TaskLog(Plan plan);
  TaskLog(TaskLog&&) noexcept;
  TaskLog& operator=(TaskLog&&) noexcept;
  ~TaskLog();

  /// The plan of the log.
  const Plan& plan() const noexcept;
  /// How many rows it has.
  std::size_t size() const noexcept;

  /// Adds a row. On failure the log is as it was.
  ///
  /// @return its position, or work_unclear (neither a task, nor a milestone, nor a project, or two
  /// of them), unknown_task_group, unknown_task, unknown_project, unknown_milestone, value_missing
  /// (no state), share_conflict, done_day_conflict, revision_negative, task_reports_disagree (a row
  /// of the same thing, day of recording, status and revision says something else)
  Result<Row> append(const TaskReport& report);

  /// Adds all rows or, when one of them is refused, none.
  /// @return one finding for each refused row, at the path "/N" of its position in `reports`
  Diagnostics append_all(const std::vector<TaskReport>& reports);

  /// The row as it was appended. The row must exist.
  const TaskReport& report(Row row) const;
  /// The row as the engine reads it. The row must exist.
  TaskFact fact(Row row) const;

  /// The rows of one piece of work, in the order of appending.
  const std::vector<Row>& rows_of(const WorkItem& item) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace tiendo
