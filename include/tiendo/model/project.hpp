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

/// A dated step of a project and its share of the work.
struct Milestone {
  Name name;
  std::optional<Date> due;
  std::optional<Decimal> weight;
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
  Remarks remarks;
};

/// One task of a group.
struct Task {
  std::string id;
  Name name;
  std::string lead;
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
