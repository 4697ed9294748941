// Tested by tests/unit/model/in_force_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// Targets that may stand in each other's place share a seat; one of those decided by the day holds
// it. A plain target has its seat for itself.

#include "tiendo/model/in_force.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace tiendo {
namespace {

// What a target is for and who set it.
using Seat = std::tuple<Index, Index, Index, Index, Period>;

Seat seat_of(const Plan& plan, Index at) {
  const TargetLinks& links = plan.target_links()[at];
  return {links.indicator, links.unit, links.project, links.assigner, plan.targets().period(at)};
}

bool is_decided(const Target& target, Date day) {
  return !target.decision.date || *target.decision.date <= day;
}

// By what holds a seat: the greatest does. No date is less than any.
auto rank(const Target& target) {
  return std::tuple(target.layer != TargetLayer::assigned, target.decision.date, target.layer);
}

}  // namespace

std::vector<Index> targets_in_force(const Plan& plan, Date day) {
  const TargetList& targets = plan.targets();
  std::vector<Index> in_force;
  in_force.reserve(targets.size());
  std::map<Seat, Index> holders;
  for (Index at = 0; at < targets.size(); ++at) {
    const Target* target = targets.whole(at);
    if (!target || target->layer == TargetLayer::adds) {
      if (!target || is_decided(*target, day)) in_force.push_back(at);
      continue;
    }
    if (!is_decided(*target, day)) continue;
    const auto [seat, taken] = holders.emplace(seat_of(plan, at), at);
    if (!taken && rank(*targets.whole(seat->second)) < rank(*target)) seat->second = at;
  }
  if (holders.empty()) return in_force;
  for (const auto& [seat, holder] : holders) in_force.push_back(holder);
  std::sort(in_force.begin(), in_force.end());
  return in_force;
}

std::vector<Index> targets_in_force(const Plan& plan, Date day, Index assigner) {
  std::vector<Index> in_force = targets_in_force(plan, day);
  std::erase_if(in_force, [&](Index at) { return plan.target_links()[at].assigner != assigner; });
  return in_force;
}

}  // namespace tiendo
