// Tested by tests/unit/engine/rows_test.cpp and composite_test.cpp there.
//
// The targets in force of one indicator, unit, project and period form a group. Where one adds to
// another, the group has a whole, too.

#include "engine/rows.hpp"

#include <algorithm>
#include <span>

#include "engine/parts_below.hpp"
#include "tiendo/model/in_force.hpp"

namespace tiendo {

ReportRow target_row(const Plan& plan, Index at) {
  const TargetList& targets = plan.targets();
  const TargetLinks& links = plan.target_links()[at];
  ReportRow row;
  row.kind = RowKind::target;
  row.indicator = links.indicator;
  row.unit = links.unit;
  row.project = links.project;
  row.assigner = links.assigner;
  row.targets = {at};
  row.period = targets.period(at);
  row.condition = targets.condition(at);
  row.declared_projects = targets.projects(at);
  return row;
}

namespace {

// The group as a whole: the sum of its parts, if there is one assigned target and all are bounds of
// one kind. Otherwise the condition stays none: not additive.
ReportRow whole_row(const Plan& plan, std::span<const Index> group) {
  ReportRow row = target_row(plan, group.front());
  row.kind = RowKind::whole;
  row.assigner = kNone;
  row.targets = {group.begin(), group.end()};
  int bases = 0;
  bool alike = true;
  Result<Decimal> sum = Decimal();
  int projects = 0;
  bool projects_known = true;
  for (const Index at : group) {
    const std::optional<int> declared = plan.targets().projects(at);
    bases += plan.targets().layer(at) == TargetLayer::adds ? 0 : 1;
    alike = alike && plan.targets().kind(at) == row.condition.kind;
    if (sum) sum = *sum + plan.targets().condition(at).value;
    projects_known = projects_known && declared.has_value();
    projects += declared.value_or(0);
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

void add_group(const Plan& plan, std::span<const Index> group, std::vector<ReportRow>& rows) {
  bool adds = false;
  for (const Index at : group) adds = adds || plan.targets().layer(at) == TargetLayer::adds;
  for (const Index at : group) {
    rows.push_back(target_row(plan, at));
    rows.back().is_part = adds;
    add_components(plan, rows);
  }
  if (adds) rows.push_back(whole_row(plan, group));
}

// The targets in force, in the order of the rows.
std::vector<Index> in_row_order(const Plan& plan, Date as_of) {
  const std::vector<Index> in_force = targets_in_force(plan, as_of);
  if (in_force.size() == plan.targets().size()) return plan.targets_by_place();
  std::vector<bool> is_in_force(plan.targets().size());
  for (const Index at : in_force) is_in_force[at] = true;
  std::vector<Index> ordered;
  ordered.reserve(in_force.size());
  for (const Index at : plan.targets_by_place()) {
    if (is_in_force[at]) ordered.push_back(at);
  }
  return ordered;
}

// Of each indicator, whether a target in force names it as a component.
std::vector<bool> components(const Plan& plan, const std::vector<Index>& in_force) {
  std::vector<bool> is_component(plan.indicators().size());
  for (const Index at : in_force) {
    for (const ComponentCondition& one : plan.targets().components(at)) {
      is_component[plan.find_indicator(one.indicator)] = true;
    }
  }
  return is_component;
}

void add_bare_row(const Plan& plan, Index indicator, RowList& list) {
  list.places.push_back({static_cast<Index>(list.whole.size()), kNone});
  list.whole.push_back(bare_row(indicator, plan.unit(), plan.head().period));
}

// Of a plan whose targets are all in its columns, and so are in force on every day.
RowList list_columns(const Plan& plan) {
  const SoleTargets& columns = plan.sole_targets();
  RowList list;
  list.places.reserve(columns.target.size() + plan.indicators().size());
  for (Index indicator = 0; indicator < plan.indicators().size(); ++indicator) {
    const std::size_t end = columns.first[indicator + 1];
    for (std::size_t column = columns.first[indicator]; column < end; ++column) {
      list.places.push_back({kNone, static_cast<Index>(column)});
    }
    const bool none = columns.first[indicator] == end;
    if (none && plan.unit() != kNone) add_bare_row(plan, indicator, list);
  }
  return list;
}

}  // namespace

RowList list_rows(const Plan& plan, Date as_of) {
  if (plan.sole_targets().target.size() == plan.targets().size()) return list_columns(plan);
  const std::vector<Index> in_force = in_row_order(plan, as_of);
  const std::vector<bool> is_component = components(plan, in_force);
  RowList list;
  list.places.reserve(in_force.size());
  const auto place_whole = [&list](std::size_t from) {
    for (std::size_t at = from; at < list.whole.size(); ++at) {
      list.places.push_back({static_cast<Index>(at), kNone});
    }
  };
  const SoleTargets& columns = plan.sole_targets();
  std::size_t column = 0;
  auto first = in_force.begin();
  for (Index indicator = 0; indicator < plan.indicators().size(); ++indicator) {
    const auto begin = first;
    while (first != in_force.end() && plan.target_links()[*first].indicator == indicator) {
      if (column < columns.target.size() && columns.target[column] == *first) {
        list.places.push_back({kNone, static_cast<Index>(column++)});
        ++first;
        continue;
      }
      const auto last = std::find_if(first + 1, in_force.end(),
                                     [&](Index at) { return !plan.targets().alike(*first, at); });
      const std::size_t before = list.whole.size();
      add_group(plan, {first, last}, list.whole);
      place_whole(before);
      first = last;
    }
    if (first != begin || is_component[indicator] || plan.unit() == kNone) continue;
    add_bare_row(plan, indicator, list);
  }
  return list;
}

std::vector<ReportRow> rows_of(const Plan& plan, Date as_of) {
  RowList list = list_rows(plan, as_of);
  const SoleTargets& columns = plan.sole_targets();
  std::vector<ReportRow> rows;
  rows.reserve(list.places.size());
  for (const RowPlace& place : list.places) {
    rows.push_back(place.whole == kNone ? target_row(plan, columns.target[place.column])
                                        : std::move(list.whole[place.whole]));
  }
  return rows;
}

}  // namespace tiendo
