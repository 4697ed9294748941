// Tested by tests/unit/model/target_list_test.cpp and tests/unit/model/plan_test.cpp.

#include "tiendo/model/target_list.hpp"

#include "model/plain_target.hpp"

namespace tiendo {

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
  const Target* there = whole(at);
  return there ? there->condition : condition_of(rows_[at]);
}

std::optional<Baseline> TargetList::baseline(std::size_t at) const {
  const Target* there = whole(at);
  return there ? there->baseline : tiendo::baseline_of(rows_[at], baselines_);
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
