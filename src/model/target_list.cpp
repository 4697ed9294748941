// Tested by tests/unit/model/target_list_test.cpp and tests/unit/model/plan_test.cpp.

#include "tiendo/model/target_list.hpp"

namespace tiendo {
namespace {

Decimal number(std::int64_t coefficient, std::uint8_t scale) {
  return *Decimal::of(coefficient, scale);  // within the limits: a Decimal was there before
}

}  // namespace

Target TargetList::operator[](std::size_t at) const {
  if (const Target* there = whole(at)) return *there;
  Target target;
  target.indicator = indicator(at);
  target.unit = unit(at);
  target.assigner = assigner(at);
  target.period = period(at);
  target.baseline = baseline(at);
  target.condition = condition(at);
  return target;
}

Condition TargetList::condition(std::size_t at) const {
  if (const Target* there = whole(at)) return there->condition;
  Condition condition;
  condition.kind = rows_[at].kind;
  condition.value = number(rows_[at].value, rows_[at].scale);
  return condition;
}

std::optional<Baseline> TargetList::baseline(std::size_t at) const {
  if (const Target* there = whole(at)) return there->baseline;
  const PlainTarget& row = rows_[at];
  if (row.other == kNone) return std::nullopt;
  return Baseline{number(baseline_of(row), row.baseline_scale), std::nullopt};
}

const Profile* TargetList::profile(std::size_t at) const {
  const Target* there = whole(at);
  return there && there->profile ? &*there->profile : nullptr;
}

const NearMiss* TargetList::near(std::size_t at) const {
  const Target* there = whole(at);
  return there && there->near ? &*there->near : nullptr;
}

const std::vector<ComponentCondition>& TargetList::components(std::size_t at) const {
  static const std::vector<ComponentCondition> kPlain;
  const Target* there = whole(at);
  return there ? components_of(there->condition) : kPlain;
}

const std::string& TargetList::project(std::size_t at) const {
  static const std::string kPlain;
  const Target* there = whole(at);
  return there ? there->project : kPlain;
}

}  // namespace tiendo
