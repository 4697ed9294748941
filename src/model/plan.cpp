// Tested by tests/unit/model/plan_test.cpp.

#include "tiendo/model/plan.hpp"

#include "model/plan_data.hpp"

namespace tiendo {

const PlanHead& Plan::head() const noexcept { return data_->head; }
const std::vector<Measure>& Plan::measures() const noexcept { return data_->measures; }
const std::vector<ResponsibleUnit>& Plan::units() const noexcept { return data_->units; }
const std::vector<Indicator>& Plan::indicators() const noexcept { return data_->indicators; }
const std::vector<Project>& Plan::projects() const noexcept { return data_->projects; }
const std::vector<TaskGroup>& Plan::task_groups() const noexcept { return data_->task_groups; }
const std::vector<Succession>& Plan::succession() const noexcept { return data_->succession; }
const TargetList& Plan::targets() const noexcept { return data_->targets; }
const std::vector<TargetLinks>& Plan::target_links() const noexcept {
  return data_->targets.links();
}
const std::vector<Index>& Plan::targets_by_place() const noexcept { return data_->by_place; }
const SoleTargets& Plan::sole_targets() const noexcept { return *data_->sole_targets; }

Index Plan::find_measure(std::string_view id) const { return position(data_->measure_at, id); }
Index Plan::find_unit(std::string_view id) const { return position(data_->unit_at, id); }
Index Plan::find_indicator(std::string_view id) const { return position(data_->indicator_at, id); }
Index Plan::find_project(std::string_view id) const { return position(data_->project_at, id); }
Index Plan::find_task_group(std::string_view id) const {
  return position(data_->task_group_at, id);
}

Index Plan::unit() const noexcept { return find_unit(data_->head.unit); }

const Measure& Plan::measure_of(const Indicator& indicator) const {
  static const Measure kWithout = {};
  const Index found = find_measure(indicator.measure);
  return found == kNone ? kWithout : data_->measures[found];
}

const UnitMap& Plan::unit_map() const noexcept { return data_->unit_map; }

const std::vector<Index>& Plan::children_of(Index unit) const { return data_->children[unit]; }

const std::vector<Index>& Plan::project_targets_of(Index indicator, Index unit) const {
  static const std::vector<Index> kNothing;
  const auto found = data_->project_targets.find({indicator, unit});
  return found == data_->project_targets.end() ? kNothing : found->second;
}

const std::vector<Index>& Plan::capital_projects_of(Index indicator) const {
  static const std::vector<Index> kNothing;
  const auto found = data_->capital_projects.find(indicator);
  return found == data_->capital_projects.end() ? kNothing : found->second;
}

Index Plan::base_of(Index indicator) const {
  return find_indicator(data_->indicators[indicator].base);
}

Index Plan::weight_of(Index indicator) const {
  return find_indicator(data_->indicators[indicator].weight);
}

const IndicatorFormula* Plan::formula_of(Index indicator) const {
  const auto found = data_->formulas.find(indicator);
  return found == data_->formulas.end() ? nullptr : &found->second;
}

bool Plan::is_fact(Index indicator) const { return data_->facts.contains(indicator); }

}  // namespace tiendo
