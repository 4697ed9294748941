// What a Plan holds: the definitions with their defaults filled in, and the look-ups made from
// them.
#pragma once

#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "tiendo/model/plan.hpp"

namespace tiendo {

// Positions by id. The views point into the definitions, which do not move once they are stored.
using Positions = std::map<std::string_view, Index>;

struct Plan::Data {
  PlanHead head;
  std::vector<Measure> measures;
  std::vector<ResponsibleUnit> units;
  std::vector<Indicator> indicators;
  TargetList targets{indicators, units};
  std::vector<Index> by_place;
  std::vector<Project> projects;
  std::vector<TaskGroup> task_groups;
  std::vector<Succession> succession;

  Positions measure_at, unit_at, indicator_at, project_at, task_group_at;
  std::vector<std::vector<Index>> children;
  std::map<std::pair<Index, Index>, std::vector<Index>> project_targets;
  std::map<Index, std::vector<Index>> capital_projects;  // by the indicator of a pot
  UnitMap unit_map;
  std::map<Index, IndicatorFormula> formulas;  // of those that could be read
  std::set<Index> facts;                       // indicators that some target asks to come true
};

// The position of the id, or kNone.
inline Index position(const Positions& positions, std::string_view id) {
  const auto found = positions.find(id);
  return found == positions.end() ? kNone : found->second;
}

}  // namespace tiendo
