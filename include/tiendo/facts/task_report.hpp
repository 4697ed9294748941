/// @file
/// Reports of work: how far a task, a milestone or a project is, and since when it is done.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tiendo/base/id.hpp"
#include "tiendo/calendar/date.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/facts/observation.hpp"

namespace tiendo {

/// How far a piece of work is. The numbers stand in the C header and never change.
enum class TaskState : std::uint8_t {
  none = 0,  ///< nothing has been said of it
  not_started = 1,
  in_progress = 2,
  done = 3,
  cancelled = 4,  ///< it is no longer to be done
};

/// "not_started", "in_progress", "done", "cancelled"; "" for none.
std::string_view name_of(TaskState state) noexcept;

/// One report. It is of a task (task_group and task), of a milestone (project and milestone), or of
/// a project as a whole (project alone). Ids refer to the plan of the log.
struct TaskReport {
  std::string task_group;
  std::string task;
  std::string project;
  std::string milestone;
  TaskState state = TaskState::none;
  /// How much of it is done, a part of 1. Absent: 1 where it is done, 0 where it is not started,
  /// not said where it is in progress. What is cancelled has none.
  std::optional<Decimal> share;
  /// The day on which it was done, not after `recorded_on`; only of what is done.
  std::optional<Date> done_on;
  Date recorded_on;
  Status status = Status::official;
  /// Of two reports recorded on one day, the later has the higher revision.
  std::int32_t revision = 0;
  std::string source;
  std::string note;
};

/// What a report is of, as positions in the plan: a task has group and task, a milestone project
/// and milestone (within their group or project), a project as a whole the project alone.
struct WorkItem {
  Index task_group = kNone;
  Index task = kNone;
  Index project = kNone;
  Index milestone = kNone;

  friend auto operator<=>(const WorkItem&, const WorkItem&) = default;
};

}  // namespace tiendo
