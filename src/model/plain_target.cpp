// Tested by tests/unit/model/target_list_test.cpp.

#include "model/plain_target.hpp"

namespace tiendo {
namespace {

bool is_nothing(const Decimal& number) { return number.scale() == 0 && number.is_zero(); }

bool is_plain(const Condition& condition) {
  return is_bound(condition.kind) && fits_plain(condition.value) && is_nothing(condition.upper) &&
         is_nothing(condition.tolerance) && condition.in == ChangeIn::value && !condition.then &&
         !condition.components;
}

}  // namespace

bool is_plain(const Target& target) {
  const Decision& decision = target.decision;
  const bool decided = !decision.document.empty() || !decision.number.empty() || decision.date;
  const bool of_others = !target.lead.empty() || !target.with.empty() || !target.task_group.empty();
  const bool more = target.profile || target.projects || target.near;
  return target.project.empty() && target.layer == TargetLayer::assigned && !decided &&
         !of_others && !more && target.remarks == Remarks() && is_plain(target.condition) &&
         (!target.baseline || (!target.baseline->period && fits_plain(target.baseline->value)));
}

PlainTarget plain_target(const Target& target, std::uint8_t period,
                         std::vector<std::int64_t>& baselines) {
  const Decimal& value = target.condition.value;
  PlainTarget row{*value.coefficient(),
                  kNone,
                  target.condition.kind,
                  static_cast<std::uint8_t>(value.scale()),
                  0,
                  period};
  if (target.baseline) {
    row.other = static_cast<Index>(baselines.size());
    row.baseline_scale = static_cast<std::uint8_t>(target.baseline->value.scale());
    baselines.push_back(*target.baseline->value.coefficient());
  }
  return row;
}

Condition condition_of(const PlainTarget& row) {
  Condition condition;
  condition.kind = row.kind;
  condition.value = number_of_parts(row.value, row.scale);
  return condition;
}

std::optional<Baseline> baseline_of(const PlainTarget& row,
                                    const std::vector<std::int64_t>& baselines) {
  if (row.other == kNone) return std::nullopt;
  return Baseline{number_of_parts(baselines[row.other], row.baseline_scale), std::nullopt};
}

}  // namespace tiendo
