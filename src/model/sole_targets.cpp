// Tested by tests/unit/model/target_list_test.cpp and tests/unit/engine/report_columns_test.cpp.

#include "tiendo/model/sole_targets.hpp"

#include <algorithm>
#include <limits>

#include "tiendo/model/plan.hpp"

namespace tiendo {
namespace {

constexpr int kMostScale = 18;
constexpr std::size_t kFetched = 16;  // targets that are on their way from memory

// The coefficient at a scale, if it fits.
bool at_scale(std::int64_t number, int digits, int scale, std::int64_t& coefficient) {
  coefficient = number;
  if (digits > scale) return false;
  for (; digits < scale; ++digits) {
    if (__builtin_mul_overflow(coefficient, 10, &coefficient)) return false;
  }
  return coefficient != std::numeric_limits<std::int64_t>::min();
}

}  // namespace

SoleTargets::SoleTargets(const Plan& plan) {
  const std::vector<Index>& all = plan.targets_by_place();
  const TargetList& targets = plan.targets();
  target.reserve(all.size());
  unit.reserve(all.size());
  assigner.reserve(all.size());
  kind.reserve(all.size());
  value.reserve(all.size());
  base.reserve(all.size());
  std::vector<PlainTarget> plain;  // of the indicator: places in the list are far from each other
  std::size_t next = 0;
  for (Index indicator = 0; indicator < plan.indicators().size(); ++indicator) {
    first.push_back(target.size());
    plain.clear();
    for (; next < all.size() && plan.target_links()[all[next]].indicator == indicator; ++next) {
      const Index at = all[next];
      if (next + kFetched < all.size()) targets.fetch(all[next + kFetched]);
      const bool alone = (next == 0 || !targets.alike(all[next - 1], at)) &&
                         (next + 1 == all.size() || !targets.alike(all[next + 1], at));
      if (!alone || !targets.is_plain(at) || targets.period(at) != plan.head().period) continue;
      target.push_back(at);
      plain.push_back(targets.plain(at));
      unit.push_back(plan.target_links()[at].unit);
      assigner.push_back(plan.target_links()[at].assigner);
    }
    add_numbers(plan, indicator, plain);
  }
  first.push_back(target.size());
}

// Of the plain targets of the indicator.
void SoleTargets::add_numbers(const Plan& plan, Index indicator,
                              const std::vector<PlainTarget>& plain) {
  const TargetList& targets = plan.targets();
  const bool near = plan.indicators()[indicator].near.has_value();
  int digits = 0;
  for (const PlainTarget& one : plain) {
    digits = std::max<int>({digits, one.scale, one.other == kNone ? 0 : one.baseline_scale});
  }
  scale.push_back(std::min(digits, kMostScale));
  for (const PlainTarget& one : plain) {
    const bool stated = one.other != kNone;
    std::int64_t number = 0;
    std::int64_t start = 0;
    const bool fits =
        at_scale(one.value, one.scale, scale.back(), number) &&
        (!stated || at_scale(targets.baseline_of(one), one.baseline_scale, scale.back(), start));
    kind.push_back(fits && !near ? one.kind : ConditionKind::none);
    value.push_back(fits ? number : 0);
    base.push_back(fits ? start : 0);
  }
}

}  // namespace tiendo
