// Tested by tests/unit/engine/work_totals_test.cpp and tests/oracle/work_oracle_test.cpp.
//
// What projects and pots are together. Sums are of exact values; a rate is the sum over the sum,
// never a mean of rates. Assigners are never added to each other, unless the plan adds the target
// of one to that of another.

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "engine/rows.hpp"
#include "engine/work_parts.hpp"

namespace tiendo {
namespace {

// Indicator, assigner (kNone, for wholes, comes last) and period.
using TotalKey = std::tuple<Index, Index, Period>;

// A quantity and the project it is of.
struct Member {
  const QuantityPart* quantity;
  const WorkRow* project;
};

// What goes into one total: quantities of projects, and targets that are declared for a number of
// projects.
struct Group {
  std::vector<Member> members;
  std::vector<ReportRow> declared;
};

// Whether such targets of several projects add up to one.
bool adds_up(const Plan& plan, Index indicator, const Condition& condition) {
  switch (condition.kind) {
    case ConditionKind::at_least:
    case ConditionKind::more_than:
    case ConditionKind::at_most:
    case ConditionKind::less_than:
    case ConditionKind::equal: return unit_rule_of(plan.indicators()[indicator]) == UnitRule::sum;
    default: return false;
  }
}

class Totals {
 public:
  Totals(const WorkQuestion& question, const std::vector<ProjectPart>& projects,
         std::vector<TotalNote>* notes)
      : question_(question), plan_(question.plan()), projects_(projects), notes_(notes) {}

  std::vector<WorkRow> run() {
    gather();
    for (const auto& [key, group] : groups_) add_total(key, group);
    add_pots();
    add_projects();
    return std::move(rows_);
  }

 private:
  // What the row that was just made is made of.
  void note(std::vector<TotalNote::Member> members, const std::vector<ReportRow>& declared = {}) {
    if (notes_) notes_->push_back({std::move(members), declared});
  }

  static TotalKey key_of(const ReportRow& row) { return {row.indicator, row.assigner, row.period}; }

  void gather() {
    for (const ProjectPart& project : projects_) {
      for (const QuantityPart& quantity : project.quantities) {
        groups_[key_of(quantity.source)].members.push_back({&quantity, &project.row});
      }
    }
    std::vector<ReportRow> targets = question_.targets();
    std::erase_if(targets, [&](const ReportRow& row) {
      return row.project != kNone || row.unit != question_.on_map(plan_.unit());
    });
    for (const ReportRow& row : targets) {
      if (row.kind == RowKind::whole) gather_whole(row);
    }
    for (ReportRow& row : targets) {
      if (!row.declared_projects && !is_lost(row)) continue;
      groups_[key_of(row)].declared.push_back(std::move(row));
    }
  }

  // A whole is of all projects, each once: as a whole of its own, where it has one.
  void gather_whole(const ReportRow& whole) {
    const auto is_alike = [&](const ReportRow& row) {
      return row.indicator == whole.indicator && row.period == whole.period;
    };
    std::vector<Member> members;
    for (const ProjectPart& project : projects_) {
      std::set<Index> units;  // in which the project is counted
      for (const QuantityPart& quantity : project.quantities) {
        if (!is_alike(quantity.source) || quantity.source.is_part) continue;
        if (units.insert(quantity.source.unit).second) {
          members.push_back({&quantity, &project.row});
        }
      }
    }
    if (!members.empty()) groups_[key_of(whole)].members = std::move(members);
  }

  // Whether a target that is declared for a number of projects makes none on the map.
  bool is_lost(const ReportRow& row) const {
    return row.not_carried != Errc::none &&
           std::any_of(row.targets.begin(), row.targets.end(),
                       [&](Index at) { return plan_.targets().projects(at).has_value(); });
  }

  // What is planned for the group: what was set for all its projects at once, else their targets.
  Figure planned_of(const TotalKey& key, const Group& group) const {
    const Index indicator = std::get<0>(key);
    WorkSum sum;
    const auto add = [&](const Condition& condition, const WorkRow& part) {
      sum.add(part, adds_up(plan_, indicator, condition) ? Figure(Ratio(condition.value))
                                                         : Figure(Errc::not_additive));
    };
    for (const ReportRow& row : group.declared) {
      if (row.not_carried != Errc::none) return row.not_carried;
      add(row.condition, WorkRow());
    }
    if (group.declared.empty()) {
      for (const Member& member : group.members) add(member.quantity->row.condition, WorkRow());
    }
    return sum.figure();
  }

  int declared_of(const Group& group) const {
    int declared = 0;
    for (const ReportRow& row : group.declared) declared += row.declared_projects.value_or(0);
    return declared;
  }

  WorkRow total_row(WorkKind kind, const TotalKey& key, const Figure& planned) const {
    WorkRow row = work_row(kind);
    row.indicator = std::get<0>(key);
    row.unit = question_.on_map(plan_.unit());
    row.assigner = std::get<1>(key);
    row.period = std::get<2>(key);
    row.planned = planned;
    return row;
  }

  // What has been reached, of so many projects.
  void set_reached(WorkRow& row, const WorkSum& sum, int expected) const {
    const bool additive = unit_rule_of(plan_.indicators()[row.indicator]) == UnitRule::sum;
    row.reached = additive ? sum.figure() : Figure(Errc::not_additive);
    row.coverage = {sum.complete(), std::max(expected, sum.parts()), Coverage::Of::projects};
    row.rate = percentage(row.reached, row.planned);
    row.remaining = !row.reached   ? Figure(row.reached.reason)
                    : !row.planned ? Figure(row.planned.reason)
                                   : Figure(*row.planned - *row.reached);
    row.reason =
        row.reached && !row.coverage.complete() ? Errc::partial_coverage : row.reached.reason;
  }

  void add_total(const TotalKey& key, const Group& group) {
    const Figure planned = planned_of(key, group);
    WorkRow row = total_row(WorkKind::total, key, planned);
    WorkSum reached;
    std::vector<std::string_view> stages;  // in the order in which they first appear
    for (const Member& member : group.members) {
      reached.add(member.quantity->row, member.quantity->row.reached);
      count(row.counts, *member.project, question_.request.as_of);
      for (const WorkRow& stage : member.quantity->stages) {
        if (std::find(stages.begin(), stages.end(), stage.part_name) == stages.end()) {
          stages.emplace_back(stage.part_name);
        }
      }
    }
    set_reached(row, reached, declared_of(group));
    rows_.push_back(std::move(row));
    std::vector<TotalNote::Member> members;
    for (const Member& member : group.members) {
      members.push_back({&member.quantity->row, member.project});
    }
    note(std::move(members), group.declared);
    for (const std::string_view stage : stages) add_stage(key, group, planned, stage);
  }

  // Measured against what is planned for all of them, so that all are waited for, also those that
  // have no such stage.
  void add_stage(const TotalKey& key, const Group& group, const Figure& planned,
                 std::string_view name) {
    WorkRow row = total_row(WorkKind::stage_total, key, planned);
    row.part_name = name;
    WorkSum reached;
    std::vector<TotalNote::Member> members;
    for (const Member& member : group.members) {
      for (const WorkRow& stage : member.quantity->stages) {
        if (stage.part_name != name) continue;
        reached.add(stage, stage.reached);
        members.push_back({&stage, nullptr});
      }
    }
    set_reached(row, reached, std::max(declared_of(group), static_cast<int>(group.members.size())));
    rows_.push_back(std::move(row));
    note(std::move(members), group.declared);
  }

  void add_pots() {
    std::vector<const WorkRow*> all;
    std::vector<std::string_view> names;
    for (const ProjectPart& project : projects_) {
      for (const WorkRow& pot : project.pots) {
        if (pot.kind != WorkKind::pot) continue;
        all.push_back(&pot);
        if (std::find(names.begin(), names.end(), pot.part_name) == names.end()) {
          names.emplace_back(pot.part_name);
        }
      }
    }
    for (const std::string_view name : names) {
      std::vector<const WorkRow*> pots;
      std::copy_if(all.begin(), all.end(), std::back_inserter(pots),
                   [&](const WorkRow* pot) { return pot->part_name == name; });
      add_capital(WorkKind::pot_total, name, pots);
    }
    if (names.size() > 1) add_capital(WorkKind::capital_total, {}, all);
  }

  void add_capital(WorkKind kind, std::string_view name, const std::vector<const WorkRow*>& pots) {
    rows_.push_back(capital_row(plan_, kind, pots, question_.request.as_of));
    rows_.back().part_name = name;
    std::vector<TotalNote::Member> members;
    for (const WorkRow* pot : pots) members.push_back({pot, nullptr});
    note(std::move(members));
  }

  void add_projects() {
    const int declared = plan_.head().declared.projects.value_or(0);
    if (projects_.empty() && declared <= 0) return;
    WorkRow row = work_row(WorkKind::projects);
    for (const ProjectPart& project : projects_) {
      count(row.counts, project.row, question_.request.as_of);
    }
    row.coverage = {row.counts.reported, std::max(declared, row.counts.parts),
                    Coverage::Of::projects};
    rows_.push_back(std::move(row));
    std::vector<TotalNote::Member> members;
    for (const ProjectPart& project : projects_) members.push_back({&project.row, nullptr});
    note(std::move(members));
  }

  const WorkQuestion& question_;
  const Plan& plan_;
  const std::vector<ProjectPart>& projects_;
  std::map<TotalKey, Group> groups_;
  std::vector<WorkRow> rows_;
  std::vector<TotalNote>* notes_;
};

}  // namespace

std::vector<WorkRow> total_rows(const WorkQuestion& question,
                                const std::vector<ProjectPart>& projects,
                                std::vector<TotalNote>* notes) {
  return Totals(question, projects, notes).run();
}

}  // namespace tiendo
