// Tested by tests/unit/engine/checks_targets_test.cpp and tests/oracle/checks_oracle_test.cpp.
//
// What the units below have to reach together, against what the unit has to reach. Compared are
// targets in force of one indicator and period, for the units as a whole, where the indicator adds
// up over units and all conditions are bounds of one kind: those of the unit's target, and those
// that its assigner or the unit itself has set for the units below.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/checks/checks.hpp"

namespace tiendo {
namespace {

// Indicator, unit, period.
using Cell = std::tuple<Index, Index, Period>;
using Groups = std::map<Cell, std::vector<Index>>;

bool is_lower(ConditionKind kind) {
  return kind == ConditionKind::at_least || kind == ConditionKind::more_than;
}

// What is asked of one unit, by which assigners, and where it stands in the plan.
struct Asked {
  ConditionKind kind = ConditionKind::none;
  Ratio value;
  std::vector<Index> assigners;
  Index first = kNone;
};

// What several targets ask for together; nothing when they are not bounds of one kind.
std::optional<Asked> together(const Plan& plan, const std::vector<Index>& targets) {
  if (targets.empty()) return std::nullopt;
  Asked sum{plan.targets().kind(targets.front()), {}, {}, targets.front()};
  for (const Index at : targets) {
    const Condition condition = plan.targets().condition(at);
    if (condition.kind != sum.kind || !is_bound(condition.kind)) return std::nullopt;
    Result<Ratio> more = sum.value + Ratio(condition.value);
    if (!more) return std::nullopt;
    sum.value = *std::move(more);
    sum.assigners.push_back(plan.target_links()[at].assigner);
  }
  return sum;
}

// With a target that adds, all together; else each by itself.
std::vector<Asked> wholes_of(const Plan& plan, const std::vector<Index>& group) {
  const auto is = [&](bool adds) {
    return
        [&plan, adds](Index at) { return (plan.targets().layer(at) == TargetLayer::adds) == adds; };
  };
  std::vector<Asked> wholes;
  if (std::any_of(group.begin(), group.end(), is(true))) {
    if (std::count_if(group.begin(), group.end(), is(false)) != 1) return wholes;
    if (const auto sum = together(plan, group)) wholes.push_back(*sum);
    return wholes;
  }
  for (const Index at : group) {
    if (const auto one = together(plan, {at})) wholes.push_back(*one);
  }
  return wholes;
}

class ChildTargets {
 public:
  explicit ChildTargets(const CheckInput& input) : input_(input), plan_(input.plan()) {
    for (const Index at : input.in_force) {
      if (!input.goes_on()) return;
      const TargetLinks& links = plan_.target_links()[at];
      if (links.project != kNone) continue;
      if (unit_rule_of(plan_.indicators()[links.indicator]) != UnitRule::sum) continue;
      groups_[{links.indicator, links.unit, plan_.targets().period(at)}].push_back(at);
    }
  }

  void run() {
    for (const auto& [cell, group] : groups_) {
      if (!input_.goes_on()) return;
      for (const Asked& whole : wholes_of(plan_, group)) compare(cell, whole);
    }
  }

 private:
  // What is asked of a unit below by those who may hand the target down: the unit above before
  // its assigners. Nothing where it is asked for nothing, or for something else.
  std::optional<Asked> handed_down(const Cell& cell, const Asked& whole, Index child) const {
    const auto found = groups_.find({std::get<0>(cell), child, std::get<2>(cell)});
    if (found == groups_.end()) return std::nullopt;
    std::vector<Index> from_above;
    std::vector<Index> from_assigners;
    for (const Index at : found->second) {
      const Index assigner = plan_.target_links()[at].assigner;
      const bool theirs = std::count(whole.assigners.begin(), whole.assigners.end(), assigner) > 0;
      if (assigner == std::get<1>(cell)) {
        from_above.push_back(at);
      } else if (theirs) {
        from_assigners.push_back(at);
      }
    }
    const std::optional<Asked> asked =
        together(plan_, from_above.empty() ? from_assigners : from_above);
    return asked && asked->kind == whole.kind ? asked : std::nullopt;
  }

  void compare(const Cell& cell, const Asked& whole) {
    Result<Ratio> sum = Ratio();
    int with = 0;
    std::set<std::string_view> kinds;  // of the units that are asked
    std::vector<Index> without;
    for (const Index child : plan_.unit_map().children_in(std::get<1>(cell), std::get<2>(cell))) {
      const std::optional<Asked> asked = handed_down(cell, whole, child);
      if (!asked) {
        without.push_back(child);
        continue;
      }
      sum = sum + asked->value;
      kinds.insert(plan_.units()[child].kind);
      ++with;
    }
    if (with == 0 || !sum || *sum == whole.value) return;
    const auto is_missing = [&](Index unit) { return kinds.contains(plan_.units()[unit].kind); };
    const bool complete = std::none_of(without.begin(), without.end(), is_missing);
    const bool more = *sum > whole.value;
    // A part that is missing explains that there is less.
    if (!more && !complete) return;
    report(cell, whole, *sum, with, is_lower(whole.kind) == more);
  }

  void report(const Cell& cell, const Asked& whole, const Ratio& sum, int with, bool harmless) {
    const Result<Ratio> difference = sum - whole.value;
    if (!difference) return;
    const bool equal = whole.kind == ConditionKind::equal;
    input_.add(harmless && !equal ? Severity::note : Severity::warning, Errc::child_targets_differ,
               path_of(plan_, whole.first),
               "\"" + plan_.indicators()[std::get<0>(cell)].id + "\" of \"" +
                   plan_.units()[std::get<1>(cell)].id + "\", " + std::get<2>(cell).to_string() +
                   ": " + exact_text(whole.value) + " is asked for, and " + exact_text(sum) +
                   (with == 1 ? " of the one unit below"
                              : " of the " + std::to_string(with) + " units below together") +
                   "; the difference is " + exact_text(*difference));
  }

  const CheckInput& input_;
  const Plan& plan_;
  Groups groups_;
};

}  // namespace

void check_child_targets(const CheckInput& input) { ChildTargets(input).run(); }

}  // namespace tiendo
