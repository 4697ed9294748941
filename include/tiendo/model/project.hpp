/// @file
/// Projects and task groups: the work that moves the indicators.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tiendo/calendar/date.hpp"
#include "tiendo/calendar/period.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/model/name.hpp"
#include "tiendo/model/target.hpp"

namespace tiendo {

/// A dated step of a project and its share of the work. Reports of it name its id.
struct Milestone {
  /// Once in its project. Absent: nothing is ever reported of it.
  std::string id;
  Name name;
  /// The last day on which it is done in time; within the schedule of the project.
  std::optional<Date> due;
  /// Its share of the work, a part of 1. All milestones of a project have one, or none has; all
  /// together are exactly 1.
  std::optional<Decimal> weight;
};

/// Money of a project in one pot (vốn kế hoạch năm, vốn kéo dài), counted apart from the others.
struct Capital {
  /// Of your choice: "year", "carry-over". Once in its project.
  std::string pot;
  /// Id of the indicator that counts what has been paid from it: a flow, and of no other pot of the
  /// project, so that payments are reported for the project and this indicator.
  std::string indicator;
  /// What is planned, in the measure of that indicator. Not negative.
  Decimal amount;
  /// The last day on which it may be paid: by the Law on Public Investment 2024, article 72, 31
  /// January of the year after the plan, 31 December for what is added after 30 September.
  std::optional<Date> until;
  Remarks remarks;
};

/// A project: its targets are its quantities, each set by an assigner.
struct Project {
  std::string id;
  Name name;
  std::string lead;
  std::vector<std::string> with;
  std::optional<Period> period;
  /// Stages of the work, in order: approved, paid, handed-over. Ids, each once.
  std::vector<std::string> stages;
  /// Their `project` is this one.
  std::vector<Target> targets;
  std::vector<Milestone> milestones;
  std::vector<Capital> capital;
  /// The body whose project it is, where that is not the lead.
  std::string investor;
  /// The first day of the work, and the last on which it is finished in time. Absent: the first and
  /// the last day of `period`, see start_of().
  std::optional<Date> start;
  std::optional<Date> finish;
  /// After how many months past its finish it is late beyond the limit: 24 for land, by the land
  /// law. From 0 to 1200; absent: there is no limit.
  std::optional<int> late_after_months;
  Remarks remarks;
};

/// The schedule of a project: what it states, else what its period says, else nothing.
std::optional<Date> start_of(const Project& project) noexcept;
std::optional<Date> finish_of(const Project& project);

/// One task of a group.
struct Task {
  /// Once in its group. Absent: nothing is ever reported of it.
  std::string id;
  Name name;
  std::string lead;
  std::vector<std::string> with;
  /// The last day on which it is done in time.
  std::optional<Date> due;
};

/// A group of tasks and solutions (nhóm nhiệm vụ, giải pháp).
struct TaskGroup {
  std::string id;
  std::optional<int> number;
  Name name;
  std::vector<Task> tasks;
  std::string lead;
  std::vector<std::string> with;
  /// Ids of the indicators whose targets it serves.
  std::vector<std::string> targets;
  Remarks remarks;
};

}  // namespace tiendo
