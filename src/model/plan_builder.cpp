// Tested by tests/unit/model/plan_test.cpp.
//
// Building is: store, number, fill in what events say of units, check, fill in the defaults, list
// the targets, link, check the targets.

#include <algorithm>

#include "model/target_list_maker.hpp"
#include "model/unit_map_maker.hpp"
#include "model/validator.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {
namespace {

// Formulas that can be read, with what they refer to; kNone for what there is not.
void read_formulas(Plan::Data& data) {
  for (Index i = 0; i < data.indicators.size(); ++i) {
    if (data.indicators[i].kind != IndicatorKind::formula) continue;
    Result<Expression> expression = Expression::parse(data.indicators[i].formula);
    if (!expression) continue;  // a finding of check_formula
    IndicatorFormula formula{*std::move(expression), {}};
    for (const std::string& id : formula.expression.references()) {
      formula.indicators.push_back(position(data.indicator_at, id));
    }
    data.formulas.emplace(i, std::move(formula));
  }
}

// The first of two equal ids keeps the position; the second is a finding of check_ids.
template <class List>
Positions positions_of(const List& list) {
  Positions positions;
  for (Index i = 0; i < list.size(); ++i) positions.emplace(list[i].id, i);
  return positions;
}

void fill_in_defaults(Plan::Data& data) {
  for (Project& project : data.projects) {
    for (Target& target : project.targets) {
      target.project = project.id;
      fill_in(target, data.head);
    }
  }
  for (Indicator& indicator : data.indicators) {
    const Index measure = position(data.measure_at, indicator.measure);
    const bool percentage = measure != kNone && data.measures[measure].kind == kShareKind;
    if (!indicator.scale && indicator.kind == IndicatorKind::count) indicator.scale = 0;
    indicator.digits = digits_of(indicator);
    indicator.time_rule = time_rule_of(indicator);
    if (percentage && unit_rule_of(indicator) == UnitRule::sum) {
      indicator.unit_rule = UnitRule::none;
    }
    indicator.unit_rule = unit_rule_of(indicator);
  }
}

// What the condition of the target asks of the indicator; of a composite, of each component.
void link_condition(Plan::Data& data, Index target, Index indicator, const Condition& condition) {
  const TargetLinks& links = data.targets.links()[target];
  if (condition.kind == ConditionKind::yes) data.facts.insert(indicator);
  if (links.project != kNone) data.project_targets[{indicator, links.unit}].push_back(target);
  for (const ComponentCondition& one : components_of(condition)) {
    const Index component = position(data.indicator_at, one.indicator);
    if (component != kNone) link_condition(data, target, component, one.condition);
  }
}

// A plain target is of no project and no fact.
void link(Plan::Data& data) {
  for (Index i = 0; i < data.targets.size(); ++i) {
    const Target* whole = data.targets.whole(i);
    if (whole) link_condition(data, i, data.targets.links()[i].indicator, whole->condition);
  }
  for (Index project = 0; project < data.projects.size(); ++project) {
    for (const Capital& pot : data.projects[project].capital) {
      const Index indicator = position(data.indicator_at, pot.indicator);
      if (indicator != kNone) data.capital_projects[indicator].push_back(project);
    }
  }
  data.children.resize(data.units.size());
  for (Index i = 0; i < data.units.size(); ++i) {
    const Index parent = position(data.unit_at, data.units[i].parent);
    if (parent != kNone) data.children[parent].push_back(i);
  }
}

// All targets in one list: those of the plan, then those of its projects.
void gather_targets(Plan::Data& data, const std::vector<Target>& own) {
  TargetListMaker maker(data);
  for (const Target& target : own) maker.add(target);
  for (const Project& project : data.projects) {
    for (const Target& target : project.targets) maker.add(target);
  }
  maker.finish();
}

// An id that is used twice leaves others unknown: that is the same fault, named once.
void drop_consequences(Diagnostics& findings) {
  const auto is = [](Errc code) { return [code](const Diagnostic& d) { return d.code == code; }; };
  if (std::none_of(findings.begin(), findings.end(), is(Errc::duplicate_id))) return;
  std::erase_if(findings, [](const Diagnostic& d) {
    return d.code >= Errc::unknown_measure && d.code <= Errc::unknown_task_group;
  });
}

}  // namespace

// The targets of projects stand behind those of the plan, and again in their projects.
PlanBuilder::PlanBuilder(const Plan& plan)
    : head_(plan.head()),
      measures_(plan.measures()),
      units_(plan.units()),
      indicators_(plan.indicators()),
      targets_(plan.targets().begin(), plan.targets().end()),
      projects_(plan.projects()),
      task_groups_(plan.task_groups()),
      succession_(plan.succession()) {
  for (const Project& project : projects_) {
    targets_.resize(targets_.size() - project.targets.size());
  }
}

Checked<Plan> PlanBuilder::build() const {
  auto data = std::make_shared<Plan::Data>();
  data->head = head_;
  data->measures = measures_;
  data->units = units_;
  data->indicators = indicators_;
  data->projects = projects_;
  data->task_groups = task_groups_;
  data->succession = succession_;
  data->measure_at = positions_of(data->measures);
  data->unit_at = positions_of(data->units);
  data->indicator_at = positions_of(data->indicators);
  data->project_at = positions_of(data->projects);
  data->task_group_at = positions_of(data->task_groups);

  Checked<Plan> result;
  read_formulas(*data);
  fill_in_succession(*data);
  Validator(*data, result.diagnostics).check_all();
  check_succession(*data, result.diagnostics);
  check_work(*data, result.diagnostics);
  fill_in_defaults(*data);
  gather_targets(*data, targets_);
  link(*data);
  check_targets(*data, result.diagnostics);
  check_standing(*data, result.diagnostics);
  check_task_links(*data, result.diagnostics);
  check_declared(*data, result.diagnostics);
  drop_consequences(result.diagnostics);
  if (has_errors(result.diagnostics)) return result;
  data->unit_map = UnitMapMaker::make(*data);
  result.value = Plan(std::move(data));
  return result;
}

}  // namespace tiendo
