// Tested by tests/oracle/engine_oracle_test.cpp, against the engine: either may be wrong.

#include "verdict.hpp"

namespace tiendo::oracle {
namespace {

bool holds(const Condition& condition, const Ratio& actual, const Ratio& required) {
  switch (condition.kind) {
    case ConditionKind::at_least:
    case ConditionKind::increase_by: return actual >= required;
    case ConditionKind::more_than: return actual > required;
    case ConditionKind::at_most:
    case ConditionKind::decrease_by: return actual <= required;
    case ConditionKind::less_than: return actual < required;
    case ConditionKind::equal: return actual == required;
    case ConditionKind::between:
      return Ratio(condition.value) <= actual && actual <= Ratio(condition.upper);
    case ConditionKind::about:
      return (*(actual - Ratio(condition.value))).abs() <= Ratio(condition.tolerance);
    case ConditionKind::none: break;
  }
  return false;
}

bool is_better(const Condition& condition, Direction direction, const Ratio& actual,
               const Ratio& required) {
  switch (condition.kind) {
    case ConditionKind::at_least:
    case ConditionKind::more_than:
    case ConditionKind::increase_by: return actual > required;
    case ConditionKind::at_most:
    case ConditionKind::less_than:
    case ConditionKind::decrease_by: return actual < required;
    case ConditionKind::between:
    case ConditionKind::about:
      if (holds(condition, actual, required)) return false;
      return direction == Direction::more   ? actual > Ratio(condition.value)
             : direction == Direction::less ? actual < Ratio(condition.value)
                                            : false;
    default: return false;
  }
}

}  // namespace

Verdict verdict_of(const Condition& condition, Direction direction, const Ratio& actual,
                   const Ratio& required) {
  Verdict verdict = is_better(condition, direction, actual, required) ? Verdict::exceeded
                    : holds(condition, actual, required)              ? Verdict::met
                                                                      : Verdict::missed;
  if (!condition.then) return verdict;
  const Verdict other = verdict_of(*condition.then, direction, actual, condition.then->value);
  if (verdict == Verdict::missed || other == Verdict::missed) return Verdict::missed;
  return verdict == Verdict::exceeded && other == Verdict::exceeded ? verdict : Verdict::met;
}

}  // namespace tiendo::oracle
