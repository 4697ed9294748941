// Tested by tests/unit/engine/rows_test.cpp and composite_test.cpp there.
//
// The targets in force of one indicator, unit, project and period form a group. Where one adds to
// another, the group has a whole, too.

#include "engine/rows.hpp"

#include <map>
#include <tuple>

#include "tiendo/model/in_force.hpp"

namespace tiendo {
namespace {

// Unit, project (one up, so that none comes first), period.
using GroupKey = std::tuple<Index, Index, Period>;

ReportRow target_row(const Plan& plan, Index at) {
  const Target& target = plan.targets()[at];
  const TargetLinks& links = plan.target_links()[at];
  ReportRow row;
  row.kind = RowKind::target;
  row.indicator = links.indicator;
  row.unit = links.unit;
  row.project = links.project;
  row.assigner = links.assigner;
  row.targets = {at};
  row.period = *target.period;
  row.condition = target.condition;
  row.declared_projects = target.projects;
  return row;
}

// The group as a whole: the sum of its parts, if there is one assigned target and all are bounds of
// one kind. Otherwise the condition stays none: not additive.
ReportRow whole_row(const Plan& plan, const std::vector<Index>& group) {
  ReportRow row = target_row(plan, group.front());
  row.kind = RowKind::whole;
  row.assigner = kNone;
  row.targets = group;
  int bases = 0;
  bool alike = true;
  Result<Decimal> sum = Decimal();
  int projects = 0;
  bool projects_known = true;
  for (const Index at : group) {
    const Target& target = plan.targets()[at];
    bases += target.layer == TargetLayer::adds ? 0 : 1;
    alike = alike && target.condition.kind == row.condition.kind;
    if (sum) sum = *sum + target.condition.value;
    projects_known = projects_known && target.projects.has_value();
    projects += target.projects.value_or(0);
  }
  const ConditionKind kind = row.condition.kind;
  row.condition = {};
  if (bases == 1 && alike && is_bound(kind) && sum) {
    row.condition.kind = kind;
    row.condition.value = *sum;
  }
  row.declared_projects = projects_known ? std::optional(projects) : std::nullopt;
  return row;
}

// What each component of a composite target has to meet: a row each, after that of the target.
void add_components(const Plan& plan, std::vector<ReportRow>& rows) {
  const ReportRow composite = rows.back();
  for (const ComponentCondition& one : components_of(composite.condition)) {
    ReportRow row = composite;
    row.kind = RowKind::component;
    row.indicator = plan.find_indicator(one.indicator);
    row.condition = one.condition;
    row.declared_projects.reset();
    rows.push_back(std::move(row));
  }
}

void add_group(const Plan& plan, const std::vector<Index>& group, std::vector<ReportRow>& rows) {
  bool adds = false;
  for (const Index at : group) adds = adds || plan.targets()[at].layer == TargetLayer::adds;
  for (const Index at : group) {
    rows.push_back(target_row(plan, at));
    rows.back().is_part = adds;
    add_components(plan, rows);
  }
  if (adds) rows.push_back(whole_row(plan, group));
}

}  // namespace

std::vector<ReportRow> rows_of(const Plan& plan, Date as_of) {
  std::vector<std::map<GroupKey, std::vector<Index>>> groups(plan.indicators().size());
  std::vector<bool> is_component(plan.indicators().size());
  for (const Index at : targets_in_force(plan, as_of)) {
    const TargetLinks& links = plan.target_links()[at];
    const GroupKey key{links.unit, links.project + 1, *plan.targets()[at].period};
    groups[links.indicator][key].push_back(at);
    for (const ComponentCondition& one : components_of(plan.targets()[at].condition)) {
      is_component[plan.find_indicator(one.indicator)] = true;
    }
  }
  std::vector<ReportRow> rows;
  for (Index indicator = 0; indicator < groups.size(); ++indicator) {
    for (const auto& [key, group] : groups[indicator]) add_group(plan, group, rows);
    const bool has_target = !groups[indicator].empty() || is_component[indicator];
    if (has_target || plan.unit() == kNone) continue;
    ReportRow row;
    row.indicator = indicator;
    row.unit = plan.unit();
    row.period = plan.head().period;
    rows.push_back(row);
  }
  return rows;
}

}  // namespace tiendo
