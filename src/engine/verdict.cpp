// Tested by tests/unit/engine/verdict_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include "engine/verdict.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace tiendo {
namespace {

// Where the value lies: below, in or above the closed range from `low` to `high`.
Verdict judge_range(const Ratio& actual, const Ratio& low, const Ratio& high, Direction direction) {
  if (actual > high) return direction == Direction::more ? Verdict::exceeded : Verdict::missed;
  if (actual < low) return direction == Direction::less ? Verdict::exceeded : Verdict::missed;
  return Verdict::met;
}

// `lead` is how far the value is on the better side of the bound: positive, zero or negative.
Verdict judge_bound(int lead, bool strict) {
  if (lead > 0) return Verdict::exceeded;
  return lead == 0 && !strict ? Verdict::met : Verdict::missed;
}

int compare(const Ratio& a, const Ratio& b) { return a < b ? -1 : a > b ? 1 : 0; }

}  // namespace

Verdict judge(const Condition& condition, Direction direction, const Ratio& actual,
              const Ratio& required) {
  const int above = compare(actual, required);
  Verdict verdict = Verdict::missed;
  switch (condition.kind) {
    case ConditionKind::none:
    case ConditionKind::components: break;
    case ConditionKind::yes: verdict = actual >= 1 ? Verdict::met : Verdict::missed; break;
    case ConditionKind::at_least:
    case ConditionKind::increase_by: verdict = judge_bound(above, false); break;
    case ConditionKind::more_than: verdict = judge_bound(above, true); break;
    case ConditionKind::at_most:
    case ConditionKind::decrease_by: verdict = judge_bound(-above, false); break;
    case ConditionKind::less_than: verdict = judge_bound(-above, true); break;
    case ConditionKind::equal: verdict = above == 0 ? Verdict::met : Verdict::missed; break;
    case ConditionKind::between:
      verdict = judge_range(actual, condition.value, condition.upper, direction);
      break;
    case ConditionKind::about: {
      const Result<Ratio> low = Ratio(condition.value) - Ratio(condition.tolerance);
      const Result<Ratio> high = Ratio(condition.value) + Ratio(condition.tolerance);
      if (low && high) verdict = judge_range(actual, *low, *high, direction);
      break;
    }
  }
  if (!condition.then) return verdict;
  return std::max(verdict, judge(*condition.then, direction, actual, condition.then->value));
}

namespace {

// Adds a number at which the verdict may change.
void add_turn(std::vector<Ratio>& turns, const Result<Ratio>& turn) {
  if (turn) turns.push_back(*turn);
}

void add_turns(std::vector<Ratio>& turns, const Condition& condition, const Ratio& required) {
  add_turn(turns, required);
  if (condition.kind == ConditionKind::yes) add_turn(turns, Ratio(1));
  add_turn(turns, Ratio(condition.value));
  add_turn(turns, Ratio(condition.upper));
  add_turn(turns, Ratio(condition.value) - Ratio(condition.tolerance));
  add_turn(turns, Ratio(condition.value) + Ratio(condition.tolerance));
  if (condition.then) add_turns(turns, *condition.then, condition.then->value);
}

// One of several values of which only this much is known.
Verdict verdict_of_all(const std::set<Verdict>& verdicts) {
  if (verdicts == std::set{Verdict::exceeded, Verdict::met}) return Verdict::met;  // or better
  return verdicts.size() == 1 ? *verdicts.begin() : Verdict::none;
}

}  // namespace

// Between two turns the verdict is the same, so one value between each two, and the turns
// themselves, stand for all. So it is for ranges below.
Verdict judge(const Condition& condition, Direction direction, const Ratio& actual,
              const Ratio& required, Qualifier qualifier) {
  if (qualifier != Qualifier::over && qualifier != Qualifier::under) {
    return judge(condition, direction, actual, required);
  }
  const Ratio away(qualifier == Qualifier::over ? 1 : -1);
  const auto beyond = [&](const Ratio& a, const Ratio& b) {
    return qualifier == Qualifier::over ? a < b : b < a;
  };
  std::vector<Ratio> turns;
  add_turns(turns, condition, required);
  std::sort(turns.begin(), turns.end(), beyond);
  std::set<Verdict> verdicts;
  const auto add = [&](const Result<Ratio>& value) {
    verdicts.insert(value ? judge(condition, direction, *value, required) : Verdict::none);
  };
  Ratio last = actual;
  for (const Ratio& turn : turns) {
    if (!beyond(last, turn)) continue;
    add((last + turn) / Ratio(2));
    add(turn);
    last = turn;
  }
  add(last + away);
  return verdict_of_all(verdicts);
}

Verdict judge_between(const Condition& condition, Direction direction, const Ratio& lower,
                      const Ratio& upper, const Ratio& required) {
  std::vector<Ratio> turns = {upper};
  add_turns(turns, condition, required);
  std::sort(turns.begin(), turns.end());
  std::set<Verdict> verdicts = {judge(condition, direction, lower, required)};
  Ratio last = lower;
  for (const Ratio& turn : turns) {
    if (turn <= last || turn > upper) continue;
    const Result<Ratio> between = (last + turn) / Ratio(2);
    if (!between) return Verdict::none;
    verdicts.insert(judge(condition, direction, *between, required));
    verdicts.insert(judge(condition, direction, turn, required));
    last = turn;
  }
  return verdict_of_all(verdicts);
}

bool is_settled(const Condition& condition, const Indicator& indicator, Verdict verdict) {
  const bool lower_bound = condition.kind == ConditionKind::at_least ||
                           condition.kind == ConditionKind::more_than ||
                           condition.kind == ConditionKind::yes;
  return lower_bound && !condition.then && indicator.kind == IndicatorKind::flow &&
         time_rule_of(indicator) == TimeRule::sum &&
         (verdict == Verdict::met || verdict == Verdict::exceeded);
}

}  // namespace tiendo
