// What a Plan holds: the definitions with their defaults filled in, and the look-ups made from
// them.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "tiendo/base/word_table.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

// Positions by id. The ids stay in the definitions, which do not move once they
// are stored.
class Positions {
 public:
  Positions() = default;
  // The first of two equal ids keeps the position; the second is a finding of
  // check_ids.
  template <class List>
  explicit Positions(const List& list) {
    ids_.reserve(list.size());
    for (const auto& one : list) ids_.push_back(one.id);
    table_.reserve(list.size());
    for (Index i = 0; i < list.size(); ++i) table_.put(ids_[i], word_of(), [i] { return i; });
  }

  Index find(std::string_view id) const { return table_.find(id, word_of()); }
  bool contains(std::string_view id) const { return find(id) != kNone; }
  // How many ids there are, each counted once.
  std::size_t size() const { return table_.size(); }
  // Each once, in alphabetical order.
  std::vector<std::string_view> ids() const {
    std::vector<std::string_view> ids = ids_;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  }

 private:
  struct WordOf {
    const std::vector<std::string_view>& ids;
    std::string_view operator()(Index at) const { return ids[at]; }
  };
  WordOf word_of() const { return {ids_}; }

  std::vector<std::string_view> ids_;
  WordTable table_;
};

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
  std::vector<Index> parents;  // beside units
  std::vector<std::vector<Index>> children;
  std::map<std::pair<Index, Index>, std::vector<Index>> project_targets;
  std::map<Index, std::vector<Index>> capital_projects;  // by the indicator of a pot
  std::unique_ptr<const SoleTargets> sole_targets;
  UnitMap unit_map;
  std::map<Index, IndicatorFormula> formulas;  // of those that could be read
  std::set<Index> facts;                       // indicators that some target asks to come true
};

// The position of the id, or kNone.
inline Index position(const Positions& positions, std::string_view id) {
  return positions.find(id);
}

}  // namespace tiendo
