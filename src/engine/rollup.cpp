// Tested by tests/unit/engine/rollup_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include "tiendo/engine/rollup.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/carry.hpp"
#include "engine/rows.hpp"
#include "tiendo/model/task_links.hpp"

namespace tiendo {
namespace {

// The fields in the order in which indicators name them.
class Fields {
 public:
  explicit Fields(const Plan& plan) {
    for (const Indicator& indicator : plan.indicators()) {
      of_.push_back(indicator.field.empty() ? kNone : position(indicator.field));
    }
  }
  Index of(Index indicator) const { return of_[indicator]; }
  std::string name(Index field) const { return field == kNone ? std::string() : names_[field]; }

 private:
  Index position(const std::string& name) {
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found == names_.end()) names_.push_back(name);
    return static_cast<Index>(std::find(names_.begin(), names_.end(), name) - names_.begin());
  }

  std::vector<std::string> names_;
  std::vector<Index> of_;
};

class Tally {
 public:
  Tally(const Report& report, std::optional<TallyBy> by)
      : report_(report), plan_(report.plan), by_(by), fields_(plan_) {}

  std::vector<TallyTrace> run() {
    for (std::size_t at = 0; at < report_.rows.size(); ++at) {
      const ReportRow& row = report_.rows[at];
      if (!is_counted(counted_as(row))) continue;
      for (const Index group : groups_of(row)) add(at, group);
    }
    std::vector<TallyTrace> all;
    for (auto& [key, row] : rows_) all.push_back(std::move(row));
    return all;
  }

 private:
  // kNone alone where it is of none.
  std::set<Index> groups_of(const ReportRow& row) const {
    if (!by_) return {kNone};
    if (by_ == TallyBy::field) return {fields_.of(row.indicator)};
    if (by_ == TallyBy::unit) return {row.unit};
    std::set<Index> groups;
    for (const Index target : row.targets) {
      if (by_ == TallyBy::lead) {
        groups.merge(leads_of(target));
      } else {
        for (const Index group : task_groups_of(plan_, target)) groups.insert(group);
      }
    }
    return groups.empty() ? std::set<Index>{kNone} : groups;
  }

  std::set<Index> leads_of(Index target) const {
    std::set<Index> leads;
    const auto add = [&](const std::string& id) {
      if (!id.empty()) leads.insert(whole_heir(plan_, plan_.find_unit(id), report_.request.map));
    };
    if (const Target* whole = plan_.targets().whole(target)) add(whole->lead);
    if (!leads.empty()) return leads;
    for (const Index group : task_groups_of(plan_, target)) add(plan_.task_groups()[group].lead);
    return leads;
  }

  void add(std::size_t at, Index group) {
    const ReportRow& row = report_.rows[at];
    TallyTrace& trace = rows_[{group, row.assigner}];
    TallyRow& sum = trace.row;
    trace.by = by_;
    trace.counted.push_back(at);
    sum.field = by_ == TallyBy::field ? fields_.name(group) : std::string();
    sum.group = by_ == TallyBy::field ? kNone : group;
    sum.counts.assigner = row.assigner;
    count(row, sum.counts);
    sum.due += is_due(row) ? 1 : 0;
    sum.reported += is_due(row) && row.state != State::no_data ? 1 : 0;
  }

  const Report& report_;
  const Plan& plan_;
  std::optional<TallyBy> by_;
  Fields fields_;
  std::map<std::pair<Index, Index>, TallyTrace> rows_;  // kNone sorts last
};

}  // namespace

std::string_view name_of(TallyBy by) noexcept {
  switch (by) {
    case TallyBy::field: return "field";
    case TallyBy::unit: return "unit";
    case TallyBy::task_group: return "task_group";
    case TallyBy::lead: return "lead";
  }
  return {};
}

std::optional<TallyBy> tally_named(std::string_view name) noexcept {
  for (const TallyBy by : kTallies) {
    if (name_of(by) == name) return by;
  }
  return std::nullopt;
}

std::vector<TallyRow> tally(const Report& report, TallyBy by) {
  std::vector<TallyRow> rows;
  for (TallyTrace& trace : Tally(report, by).run()) rows.push_back(std::move(trace.row));
  return rows;
}

std::vector<TallyTrace> explain(const Report& report, std::optional<TallyBy> by) {
  return Tally(report, by).run();
}

CountedAs counted_as(Verdict verdict, bool silent) noexcept {
  switch (verdict) {
    case Verdict::exceeded: return CountedAs::exceeded;
    case Verdict::met: return CountedAs::met;
    case Verdict::near: return CountedAs::near;
    case Verdict::missed: return CountedAs::missed;
    case Verdict::none: break;
  }
  return silent ? CountedAs::no_data : CountedAs::not_judged;
}

CountedAs counted_as(const ReportRow& row) noexcept {
  if (row.kind == RowKind::indicator) return CountedAs::no_target;
  if (row.kind == RowKind::component) return CountedAs::component;
  if (row.project != kNone) return CountedAs::of_project;
  return counted_as(row.verdict, row.state == State::no_data || row.state == State::not_due);
}

bool is_counted(CountedAs as) noexcept { return as < CountedAs::no_target; }

std::string_view name_of(CountedAs as) noexcept {
  switch (as) {
    case CountedAs::exceeded: return "exceeded";
    case CountedAs::met: return "met";
    case CountedAs::near: return "near";
    case CountedAs::missed: return "missed";
    case CountedAs::no_data: return "no_data";
    case CountedAs::not_judged: return "not_judged";
    case CountedAs::no_target: return "no_target";
    case CountedAs::component: return "component";
    case CountedAs::of_project: return "of_project";
  }
  return {};
}

bool is_due(const ReportRow& row) noexcept {
  return row.state != State::not_due && row.state != State::not_applicable;
}

}  // namespace tiendo
