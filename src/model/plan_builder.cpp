// Tested by tests/unit/model/plan_test.cpp.
//
// Building is: store, number, fill in what events say of units, check, fill in the defaults, list
// the targets; then link and check these, and make the map of the units and what is known of sole
// targets, in any order.

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "base/team.hpp"
#include "model/sole_targets_maker.hpp"
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
    if (data.parents[i] != kNone) data.children[data.parents[i]].push_back(i);
  }
}

// All targets in one list: those of the plan, then those of its projects.
void gather_targets(Plan::Data& data, TargetRows own, Team& team) {
  TargetListMaker maker(data, team);
  maker.begin_with(std::move(own));
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

// What is done of a plan once its targets stand in their places, in parts that look at nothing that
// another one writes: whatever threads there are may do them, and what is found is the same.
class LastSteps {
 public:
  explicit LastSteps(Plan::Data& data) : data_(data) {}

  static constexpr std::size_t kChecks = 3;
  static constexpr std::size_t kParts = kChecks + 1;  // the last one expects units without an error
  void do_part(std::size_t part) {
    switch (part) {
      case 0:
        link(data_);
        check_targets(data_, found_[part]);
        return;
      case 1: check_standing(data_, found_[part]); return;
      case 2:
        check_task_links(data_, found_[part]);
        check_declared(data_, found_[part]);
        return;
      default: data_.unit_map = UnitMapMaker::make(data_);
    }
  }
  // Behind what was found before.
  void add_findings(Diagnostics& findings) const {
    for (const Diagnostics& part : found_) {
      findings.insert(findings.end(), part.begin(), part.end());
    }
    drop_consequences(findings);
  }

 private:
  Plan::Data& data_;
  std::array<Diagnostics, kChecks> found_;
};

// The unit above each unit; neighbours often have one.
std::vector<Index> parents_of(const Plan::Data& data) {
  std::vector<Index> parents(data.units.size());
  for (std::size_t i = 0; i < parents.size(); ++i) {
    const std::string& id = data.units[i].parent;
    const bool again = i > 0 && id == data.units[i - 1].parent;
    parents[i] = again ? parents[i - 1] : position(data.unit_at, id);
  }
  return parents;
}

}  // namespace

// The targets of projects stand behind those of the plan, and again in their projects.
PlanBuilder::PlanBuilder(const Plan& plan)
    : head_(plan.head()),
      measures_(plan.measures()),
      units_(plan.units()),
      indicators_(plan.indicators()),
      projects_(plan.projects()),
      task_groups_(plan.task_groups()),
      succession_(plan.succession()) {
  std::size_t own = plan.targets().size();
  for (const Project& project : projects_) own -= project.targets.size();
  targets_.add(plan.targets(), own);
}

Checked<Plan> PlanBuilder::build(unsigned threads) const& {
  auto data = std::make_shared<Plan::Data>();
  data->head = head_;
  data->measures = measures_;
  data->units = units_;
  data->indicators = indicators_;
  data->projects = projects_;
  data->task_groups = task_groups_;
  data->succession = succession_;
  return build(std::move(data), targets_, threads);
}

Checked<Plan> PlanBuilder::build(unsigned threads) && {
  PlanBuilder all = std::exchange(*this, PlanBuilder());
  auto data = std::make_shared<Plan::Data>();
  data->head = std::move(all.head_);
  data->measures = std::move(all.measures_);
  data->units = std::move(all.units_);
  data->indicators = std::move(all.indicators_);
  data->projects = std::move(all.projects_);
  data->task_groups = std::move(all.task_groups_);
  data->succession = std::move(all.succession_);
  return build(std::move(data), std::move(all.targets_), threads);
}

Checked<Plan> PlanBuilder::build(std::shared_ptr<Plan::Data> data, TargetRows targets,
                                 unsigned threads) {
  data->measure_at = Positions(data->measures);
  data->unit_at = Positions(data->units);
  data->indicator_at = Positions(data->indicators);
  data->project_at = Positions(data->projects);
  data->task_group_at = Positions(data->task_groups);
  data->parents = parents_of(*data);

  Checked<Plan> result;
  read_formulas(*data);
  fill_in_succession(*data);
  Validator(*data, result.diagnostics).check_all();
  check_succession(*data, result.diagnostics);
  check_work(*data, result.diagnostics);
  fill_in_defaults(*data);
  // A small plan is built before many threads have begun.
  constexpr std::size_t kTargetsOfOne = 32768;
  Team team(std::min(threads, static_cast<unsigned>(2 + targets.size() / kTargetsOfOne)));
  gather_targets(*data, std::move(targets), team);
  Plan::Data& all = *data;
  const Plan plan(std::move(data));
  LastSteps last(all);
  // Where there may be a plan, other threads make more of it while these check.
  std::size_t done = 0;
  if (team.threads() == 1 || has_errors(result.diagnostics)) {
    while (done < LastSteps::kChecks) last.do_part(done++);
    last.add_findings(result.diagnostics);
    if (has_errors(result.diagnostics)) return result;
  }
  SoleTargetsMaker sole(plan, team);
  const std::size_t left = LastSteps::kParts - done;
  team.each(left + all.indicators.size(), [&](std::size_t job) {
    if (job < left) {
      last.do_part(done + job);
    } else {
      sole.make(static_cast<Index>(job - left));
    }
  });
  if (done == 0) last.add_findings(result.diagnostics);
  if (has_errors(result.diagnostics)) return result;
  all.sole_targets = std::make_unique<const SoleTargets>(std::move(sole).take());
  result.value = plan;
  return result;
}

}  // namespace tiendo
