/// @file
/// Which reports of a piece of work count: how far it is on a day, as known on a day.
///
/// Of what was recorded on or before `known_on`:
///
/// 1. A report of something done counts from the day on which that was done, if it says so; every
///    other report from the day on which it was recorded.
/// 2. A later report that it is not started, or in progress, takes a report that it is done back,
///    whatever day the answer is for: what goes on was not done before. So does one that it was
///    done on a later day, for the days before that.
/// 3. Of the others that count on or before the day `as_of`, the latest recorded counts; of those,
///    the most final status; of those, the highest revision; two that still tie agree, as the log
///    has made sure.
///
/// The position of a row in its file plays no part.
#pragma once

#include <optional>
#include <vector>

#include "tiendo/facts/selection.hpp"
#include "tiendo/facts/task_log.hpp"

namespace tiendo {

/// A report that does not count, and the one that counts in its place (none when it is out by
/// date).
struct SetAsideTask {
  TaskFact fact;
  SetAside reason;
  std::optional<Row> in_favour_of;
};

/// How far a piece of work is.
struct TaskStanding {
  /// none when no report counts.
  TaskState state = TaskState::none;
  /// Of 1, as reported: 1 when done, 0 when not started; absent where nothing was said.
  std::optional<Decimal> share;
  /// When it was done; absent when it is not, or when no report says.
  std::optional<Date> done_on;
  /// By when it is known to have been done: done_on, else the first day on which that was recorded
  /// and not taken back since. Absent when it is not done.
  std::optional<Date> done_by;
  /// The report that counts.
  std::optional<TaskFact> used;
  /// From the latest to the earliest recorded.
  std::vector<SetAsideTask> set_aside;
};

/// The answer for one piece of work. Total: an empty standing when nothing counts.
TaskStanding standing_of(const TaskLog& log, const WorkItem& item, Date as_of,
                         const std::optional<Date>& known_on = {});

}  // namespace tiendo
