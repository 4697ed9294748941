/// @file
/// A plan with projects and task groups and what is reported of them, for the tests of work().
#pragma once

#include <algorithm>

#include "../facts/said.hpp"
#include "book.hpp"
#include "tiendo/engine/work_trace.hpp"

namespace tiendo {

/// Whether the row is of this kind and, where that is given, of this part.
inline bool is_row(const WorkRow& row, WorkKind kind, std::string_view part) {
  return row.kind == kind && (part.empty() || row.part_name == part);
}

/// "4: 1 open, 2 done (1 in time, 1 late), 1 overdue (1 beyond), 0 cancelled; 3 due, 1 in time".
inline std::string shown(const WorkCounts& counts) {
  const auto number = [](int count) { return std::to_string(count); };
  return number(counts.parts) + " (" + number(counts.reported) + " known): " + number(counts.open) +
         " open, " + number(counts.done) + " done (" + number(counts.done_in_time) + " in time, " +
         number(counts.done_late) + " late), " + number(counts.overdue) + " overdue (" +
         number(counts.overdue_beyond_limit) + " beyond), " + number(counts.cancelled) +
         " cancelled; " + number(counts.due) + " due, " + number(counts.due_done_in_time) +
         " in time";
}

/// "overdue 3d 0m", or "none no_data".
inline std::string shown_standing(const WorkRow& row) {
  std::string text = row.standing == WorkStanding::none ? "none " + std::string(name_of(row.reason))
                                                        : std::string(name_of(row.standing));
  if (row.days_late) {
    text += ' ' + std::to_string(*row.days_late) + "d " + std::to_string(*row.months_late) + 'm';
  }
  return text;
}

/// A Book with reports of work besides.
class WorkBook : public Book {
 public:
  /// A report of a task or of a milestone or project, in the words of said().
  void say_of_task(std::string group, std::string task, const std::string& text) {
    TaskReport report = said(text);
    report.task_group = std::move(group);
    report.task = std::move(task);
    tasks_.push_back(report);
  }
  void say_of_project(std::string project, std::string milestone, const std::string& text) {
    TaskReport report = said(text);
    report.project = std::move(project);
    report.milestone = std::move(milestone);
    tasks_.push_back(report);
  }

  WorkReport work(std::string_view as_of, std::string_view known_on = "") {
    Request request;
    request.as_of = day(as_of);
    if (!known_on.empty()) request.known_on = day(known_on);
    return tiendo::work(log(), task_log(), request);
  }

  /// The trace of the first row of that kind (and part).
  WorkTrace explained(std::string_view as_of, WorkKind kind, std::string_view part = "") {
    const WorkReport report = work(as_of);
    const auto found = std::find_if(report.rows.begin(), report.rows.end(),
                                    [&](const WorkRow& row) { return is_row(row, kind, part); });
    if (found == report.rows.end()) {
      ADD_FAILURE() << "no row of kind " << name_of(kind) << ' ' << part;
      return {};
    }
    const auto at = static_cast<std::size_t>(found - report.rows.begin());
    return explain(log(), task_log(), report, {at}).front();
  }

  TaskLog task_log() {
    TaskLog tasks(log().plan());
    for (const TaskReport& report : tasks_) {
      const Result<Row> row = tasks.append(report);
      if (!row) ADD_FAILURE() << row.error().sentence;
    }
    return tasks;
  }

  /// The first row of that kind (and part).
  WorkRow work_row(std::string_view as_of, WorkKind kind, std::string_view part = "") {
    const WorkReport report = work(as_of);
    const auto found = std::find_if(report.rows.begin(), report.rows.end(),
                                    [&](const WorkRow& row) { return is_row(row, kind, part); });
    if (found != report.rows.end()) return *found;
    ADD_FAILURE() << "no row of kind " << name_of(kind) << ' ' << part;
    return {};
  }

 private:
  std::vector<TaskReport> tasks_;
};

inline Milestone milestone(std::string id, std::string_view due, std::string_view weight = "") {
  Milestone result;
  result.id = std::move(id);
  if (!due.empty()) result.due = day(due);
  if (!weight.empty()) result.weight = dec(weight);
  return result;
}

inline Capital pot(std::string name, std::string indicator, std::string_view amount,
                   std::string_view until = "") {
  Capital result{std::move(name), std::move(indicator), dec(amount), {}, {}};
  if (!until.empty()) result.until = day(until);
  return result;
}

inline Task task(std::string id, std::string_view due = "", std::string lead = "") {
  Task result;
  result.id = std::move(id);
  result.lead = std::move(lead);
  if (!due.empty()) result.due = day(due);
  return result;
}

}  // namespace tiendo
