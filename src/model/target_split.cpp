// Tested by tests/unit/model/target_split_test.cpp and tests/cli/split_test.py.
//
// Each unit that has weights below it is split once, from the unit of the target downwards, so that
// at each level the parts add up to what they were made of.

#include "tiendo/model/target_split.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "model/quoted.hpp"
#include "tiendo/model/in_force.hpp"

namespace tiendo {
namespace {

bool exists(const ResponsibleUnit& unit, const Period& period) {
  return (!unit.from || *unit.from < period.end()) && (!unit.until || *unit.until > period.start());
}

// Why the target cannot be split, or nothing.
std::optional<Error> indivisible(const Plan& plan, Index at) {
  const Target& target = plan.targets()[at];
  const Indicator& indicator = plan.indicators()[plan.target_links()[at].indicator];
  std::string why;
  if (!target.project.empty()) {
    why = "it is for the project " + quoted(target.project);
  } else if (!is_bound(target.condition.kind)) {
    why = "its condition is " + std::string(name_of(target.condition.kind)) + ", not one bound";
  } else if (unit_rule_of(indicator) != UnitRule::sum) {
    why = "figures of several units do not add up to one";
  } else {
    return std::nullopt;
  }
  return error(Errc::target_not_divisible,
               "the target for " + quoted(target.indicator) + " cannot be split: " + why);
}

// Positions in a list of units by the unit above.
using UnitsBelow = std::map<Index, std::vector<std::size_t>>;

// Refused unless each of them is there in the period, and below the unit of the target or below
// another one of them.
Result<UnitsBelow> units_below(const Plan& plan, Index at, const std::vector<Index>& units) {
  if (units.empty()) return error(Errc::split_units, "no unit to split over");
  std::set<Index> listed;
  for (const Index unit : units) {
    if (!listed.insert(unit).second) {
      return error(Errc::split_units, quoted(plan.units()[unit].id) + " stands twice");
    }
  }
  const Period period = plan.targets().period(at);
  const Index top = plan.target_links()[at].unit;
  UnitsBelow below;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Index parent = plan.unit_map().parent_in(units[i], period);
    const ResponsibleUnit& body = plan.units()[units[i]];
    // Nothing above the unit of the target gets through: the top has no unit above it.
    if (parent != top && !listed.contains(parent)) {
      return error(Errc::split_units, quoted(body.id) + " is not below " +
                                          quoted(plan.units()[top].id) +
                                          ", nor below a unit with a part");
    }
    if (!exists(body, period)) {
      return error(Errc::split_units, quoted(body.id) + " does not exist in " + period.to_string());
    }
    below[parent].push_back(i);
  }
  return below;
}

template <class WithUnit>
std::vector<Index> units_of(const std::vector<WithUnit>& list) {
  std::vector<Index> units;
  units.reserve(list.size());
  for (const WithUnit& one : list) units.push_back(one.unit);
  return units;
}

class Splitter {
 public:
  Splitter(const Plan& plan, UnitsBelow below, const std::vector<UnitWeight>& weights,
           const SplitRule& rule)
      : plan_(plan), below_(std::move(below)), weights_(weights), rule_(rule) {
    parts_.resize(weights_.size());
  }

  // No deeper than the tree of units, which is limited.
  std::optional<Error> split_over(Index unit, const Decimal& amount) {
    const auto found = below_.find(unit);
    if (found == below_.end()) return std::nullopt;
    std::vector<Ratio> weights;
    for (const std::size_t at : found->second) weights.push_back(weights_[at].weight);
    const Result<std::vector<Decimal>> parts =
        split(amount, std::span<const Ratio>(weights), rule_.scale, rule_.leftover);
    if (!parts) {
      return error(parts.error().code, "over the units below " + quoted(plan_.units()[unit].id) +
                                           ": " + parts.error().sentence);
    }
    for (std::size_t i = 0; i < parts->size(); ++i) {
      const std::size_t at = found->second[i];
      parts_[at] = (*parts)[i];
      if (std::optional<Error> fault = split_over(weights_[at].unit, parts_[at])) return fault;
    }
    return std::nullopt;
  }

  // Beside the weights.
  std::vector<Decimal>& parts() { return parts_; }

 private:
  const Plan& plan_;
  UnitsBelow below_;
  const std::vector<UnitWeight>& weights_;
  const SplitRule& rule_;
  std::vector<Decimal> parts_;
};

// Refused where the indicator of the target does not record so many digits.
std::optional<Error> too_many_digits(const Plan& plan, Index target, int digits) {
  const Indicator& indicator = plan.indicators()[plan.target_links()[target].indicator];
  if (!indicator.scale || digits <= *indicator.scale) return std::nullopt;
  return error(Errc::target_scale, "parts with " + std::to_string(digits) +
                                       " digits after the point; " + quoted(indicator.id) +
                                       " records " + std::to_string(*indicator.scale));
}

// Whether what each unit has is what those below it have together.
std::optional<Error> not_added_up(const Plan& plan, Index at, const UnitsBelow& below,
                                  const std::vector<UnitPart>& parts) {
  std::map<Index, Decimal> whole = {
      {plan.target_links()[at].unit, plan.targets().condition(at).value}};
  for (const UnitPart& part : parts) whole.emplace(part.unit, part.amount);
  for (const auto& [unit, list] : below) {
    Decimal sum;
    for (const std::size_t i : list) {
      const Result<Decimal> more = sum + parts[i].amount;
      if (!more) return more.error();
      sum = *more;
    }
    if (sum == whole.at(unit)) continue;
    return error(Errc::target_not_divisible, "the parts below " + quoted(plan.units()[unit].id) +
                                                 " add up to " + sum.to_string() + ", not to " +
                                                 whole.at(unit).to_string());
  }
  return std::nullopt;
}

// Goes down the tree from the unit of the target; `weigh` says the weight of a unit, and nothing
// for one that takes no part.
template <class Weigh>
void weigh_units(const Plan& plan, Index unit, const Period& period, int levels, const Weigh& weigh,
                 std::vector<UnitWeight>& weights) {
  if (levels <= 0) return;
  for (const Index child : plan.unit_map().children_in(unit, period)) {
    const std::optional<Ratio> weight = weigh(child);
    if (!weight) continue;
    weights.push_back({child, *weight});
    weigh_units(plan, child, period, levels - 1, weigh, weights);
  }
}

}  // namespace

int split_scale_of(const Plan& plan, Index target) {
  const Indicator& indicator = plan.indicators()[plan.target_links()[target].indicator];
  return indicator.scale.value_or(plan.targets().condition(target).value.scale());
}

Result<std::vector<Decimal>> split_amounts(const Plan& plan, Index target,
                                           const std::vector<UnitWeight>& weights,
                                           const SplitRule& rule) {
  if (std::optional<Error> fault = indivisible(plan, target)) return *std::move(fault);
  if (auto fault = too_many_digits(plan, target, rule.scale)) return *std::move(fault);
  Result<UnitsBelow> below = units_below(plan, target, units_of(weights));
  if (!below) return below.error();
  Splitter splitter(plan, *std::move(below), weights, rule);
  const Decimal whole = plan.targets().condition(target).value;
  if (auto fault = splitter.split_over(plan.target_links()[target].unit, whole)) {
    return *std::move(fault);
  }
  return std::move(splitter.parts());
}

Result<std::vector<Target>> targets_of_parts(const Plan& plan, Index target,
                                             const std::vector<UnitPart>& parts) {
  if (std::optional<Error> fault = indivisible(plan, target)) return *std::move(fault);
  for (const UnitPart& one : parts) {
    if (auto fault = too_many_digits(plan, target, one.amount.scale())) return *std::move(fault);
  }
  const Result<UnitsBelow> below = units_below(plan, target, units_of(parts));
  if (!below) return below.error();
  if (std::optional<Error> fault = not_added_up(plan, target, *below, parts)) {
    return *std::move(fault);
  }
  const Target& whole = plan.targets()[target];
  std::vector<Target> targets;
  for (const UnitPart& one : parts) {
    const Index above = plan.unit_map().parent_in(one.unit, *whole.period);
    Target& part = targets.emplace_back();
    part.indicator = whole.indicator;
    part.unit = plan.units()[one.unit].id;
    part.assigner = plan.units()[above].id;
    part.layer = whole.layer == TargetLayer::adds ? TargetLayer::adds : TargetLayer::assigned;
    part.task_group = whole.task_group;
    part.period = whole.period;
    part.condition.kind = whole.condition.kind;
    part.condition.value = one.amount;
  }
  return targets;
}

Result<std::vector<Target>> split_target(const Plan& plan, Index target,
                                         const std::vector<UnitWeight>& weights,
                                         const SplitRule& rule) {
  const Result<std::vector<Decimal>> amounts = split_amounts(plan, target, weights, rule);
  if (!amounts) return amounts.error();
  std::vector<UnitPart> parts;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    parts.push_back({weights[i].unit, (*amounts)[i]});
  }
  return targets_of_parts(plan, target, parts);
}

std::vector<UnitWeight> equal_weights(const Plan& plan, Index target, int levels) {
  std::vector<UnitWeight> weights;
  weigh_units(
      plan, plan.target_links()[target].unit, plan.targets().period(target), levels,
      [](Index) { return std::optional<Ratio>(1); }, weights);
  return weights;
}

Result<std::vector<UnitWeight>> weights_by_targets(const Plan& plan, Index target, Index indicator,
                                                   Date day, int levels) {
  std::map<Index, std::vector<Index>> targets;  // by unit
  for (const Index at : targets_in_force(plan, day)) {
    const TargetLinks& links = plan.target_links()[at];
    if (links.indicator == indicator && links.project == kNone) targets[links.unit].push_back(at);
  }
  const Period period = plan.targets().period(target);
  const auto kind_of = [&](Index unit) {
    return std::pair(plan.unit_map().parent_in(unit, period), plan.units()[unit].kind);
  };
  // By the unit above and the kind: whether one of them has a target.
  std::set<std::pair<Index, std::string>> kinds;
  for (const auto& [unit, theirs] : targets) kinds.insert(kind_of(unit));
  std::optional<Error> fault;
  const auto weigh = [&](Index unit) -> std::optional<Ratio> {
    if (!kinds.contains(kind_of(unit))) return std::nullopt;
    const auto found = targets.find(unit);
    const bool one = found != targets.end() && found->second.size() == 1 &&
                     is_bound(plan.targets().kind(found->second.front()));
    if (one) return Ratio(plan.targets().condition(found->second.front()).value);
    if (!fault) {
      fault =
          error(Errc::split_units, quoted(plan.units()[unit].id) + " has not one bound on " +
                                       quoted(plan.indicators()[indicator].id) + " as a target");
    }
    return std::nullopt;
  };
  std::vector<UnitWeight> weights;
  weigh_units(plan, plan.target_links()[target].unit, period, levels, weigh, weights);
  if (fault) return *std::move(fault);
  return weights;
}

}  // namespace tiendo
