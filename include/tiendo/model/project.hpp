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
  std::string id;
  Name name;
  std::optional<Date> due;
  std::optional<Decimal> weight;
};

/// Money of a project in one pot (vốn kế hoạch năm, vốn kéo dài), counted apart from the others.
struct Capital {
  /// Of your choice: "year", "carry-over".
  std::string pot;
  /// Id of the indicator that counts what has been paid from it.
  std::string indicator;
  /// What is planned, in the measure of that indicator.
  Decimal amount;
  /// The last day on which it may be paid.
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
  /// Stages of the work, in order: approved, paid, handed-over.
  std::vector<std::string> stages;
  /// Their `project` is this one.
  std::vector<Target> targets;
  std::vector<Milestone> milestones;
  std::vector<Capital> capital;
  /// The body whose project it is, where that is not the lead.
  std::string investor;
  /// When work starts and by when it is to be finished.
  std::optional<Date> start;
  std::optional<Date> finish;
  /// After how many months past `finish` it is late beyond the limit that is declared: 24 for land.
  std::optional<int> late_after_months;
  Remarks remarks;
};

/// One task of a group.
struct Task {
  std::string id;
  Name name;
  std::string lead;
  std::vector<std::string> with;
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
