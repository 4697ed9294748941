// Tested by tests/unit/engine/verdict_test.cpp, nearness_test.cpp, hand_verdict_test.cpp there and
// tests/oracle/engine_oracle_test.cpp.

#include "engine/verdict.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace tiendo {

std::optional<Bounds> bounds_of(const Condition& condition, const Ratio& required) {
  if (condition.kind == ConditionKind::yes) return Bounds{1, 1};
  if (condition.kind == ConditionKind::between) return Bounds{condition.value, condition.upper};
  if (condition.kind != ConditionKind::about) return Bounds{required, required};
  const Result<Ratio> low = Ratio(condition.value) - Ratio(condition.tolerance);
  const Result<Ratio> high = Ratio(condition.value) + Ratio(condition.tolerance);
  if (!low || !high) return std::nullopt;
  return Bounds{*low, *high};
}

namespace {

// Where the value lies: below, in or above the bounds.
Verdict judge_range(const Ratio& actual, const Bounds& bounds, Direction direction) {
  if (actual > bounds.high) {
    return direction == Direction::more ? Verdict::exceeded : Verdict::missed;
  }
  if (actual < bounds.low) {
    return direction == Direction::less ? Verdict::exceeded : Verdict::missed;
  }
  return Verdict::met;
}

// `lead` is how far the value is on the better side of the bound: positive, zero or negative.
Verdict judge_bound(int lead, bool strict) {
  if (lead > 0) return Verdict::exceeded;
  return lead == 0 && !strict ? Verdict::met : Verdict::missed;
}

int compare(const Ratio& a, const Ratio& b) { return a < b ? -1 : a > b ? 1 : 0; }

// How far from this bound a value may be and still be near it.
Result<Ratio> reach_of(const Margin& margin, const Ratio& bound) {
  if (!margin.of_bound) return margin.amount;
  return margin.amount * bound.abs() / Ratio(100);
}

bool is_near(const Ratio& actual, const Bounds& bounds, const std::optional<Margin>& margin) {
  if (!margin) return false;
  const Ratio& missed = actual > bounds.high ? bounds.high : bounds.low;
  const Result<Ratio> reach = reach_of(*margin, missed);
  const Result<Ratio> distance = actual - missed;
  return reach && distance && distance->abs() <= *reach;
}

// Without what else is asked for.
Verdict judge_alone(const Condition& condition, Direction direction, const Ratio& actual,
                    const Ratio& required, const Bounds& bounds) {
  const int above = compare(actual, required);
  switch (condition.kind) {
    case ConditionKind::none:
    case ConditionKind::components: break;
    case ConditionKind::yes: return actual >= 1 ? Verdict::met : Verdict::missed;
    case ConditionKind::at_least:
    case ConditionKind::increase_by: return judge_bound(above, false);
    case ConditionKind::more_than: return judge_bound(above, true);
    case ConditionKind::at_most:
    case ConditionKind::decrease_by: return judge_bound(-above, false);
    case ConditionKind::less_than: return judge_bound(-above, true);
    case ConditionKind::equal: return above == 0 ? Verdict::met : Verdict::missed;
    case ConditionKind::between:
    case ConditionKind::about: return judge_range(actual, bounds, direction);
  }
  return Verdict::missed;
}

}  // namespace

Verdict judge(const Condition& condition, const Judging& judging, const Ratio& actual,
              const Ratio& required) {
  const std::optional<Bounds> bounds = bounds_of(condition, required);
  if (!bounds) return Verdict::missed;
  Verdict verdict = judge_alone(condition, judging.direction, actual, required, *bounds);
  const bool fact = condition.kind == ConditionKind::yes;
  if (verdict == Verdict::missed && !fact && is_near(actual, *bounds, judging.near)) {
    verdict = Verdict::near;
  }
  if (!condition.then) return verdict;
  return std::max(verdict, judge(*condition.then, judging, actual, condition.then->value));
}

namespace {

// Adds a number at which the verdict may change.
void add_turn(std::vector<Ratio>& turns, const Result<Ratio>& turn) {
  if (turn) turns.push_back(*turn);
}

void add_turns(std::vector<Ratio>& turns, const Condition& condition, const Judging& judging,
               const Ratio& required) {
  if (const std::optional<Bounds> bounds = bounds_of(condition, required)) {
    for (const Ratio& bound : {bounds->low, bounds->high}) {
      turns.push_back(bound);
      if (!judging.near) continue;
      add_turn(turns, bound - reach_of(*judging.near, bound));
      add_turn(turns, bound + reach_of(*judging.near, bound));
    }
  }
  if (condition.then) add_turns(turns, *condition.then, judging, condition.then->value);
}

// One of several values of which only this much is known.
Verdict verdict_of_all(const std::set<Verdict>& verdicts) {
  if (verdicts == std::set{Verdict::exceeded, Verdict::met}) return Verdict::met;  // or better
  return verdicts.size() == 1 ? *verdicts.begin() : Verdict::none;
}

}  // namespace

std::vector<Ratio> turns_of(const Condition& condition, const Judging& judging,
                            const Ratio& required) {
  std::vector<Ratio> turns;
  add_turns(turns, condition, judging, required);
  return turns;
}

// Between two turns the verdict is the same, so one value between each two, and the turns
// themselves, stand for all. So it is for ranges below.
Verdict judge(const Condition& condition, const Judging& judging, const Ratio& actual,
              const Ratio& required, Qualifier qualifier) {
  if (qualifier != Qualifier::over && qualifier != Qualifier::under) {
    return judge(condition, judging, actual, required);
  }
  const Ratio away(qualifier == Qualifier::over ? 1 : -1);
  const auto beyond = [&](const Ratio& a, const Ratio& b) {
    return qualifier == Qualifier::over ? a < b : b < a;
  };
  std::vector<Ratio> turns = turns_of(condition, judging, required);
  std::sort(turns.begin(), turns.end(), beyond);
  std::set<Verdict> verdicts;
  const auto add = [&](const Result<Ratio>& value) {
    verdicts.insert(value ? judge(condition, judging, *value, required) : Verdict::none);
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

Verdict judge_between(const Condition& condition, const Judging& judging, const Ratio& lower,
                      const Ratio& upper, const Ratio& required) {
  std::vector<Ratio> turns = {upper};
  add_turns(turns, condition, judging, required);
  std::sort(turns.begin(), turns.end());
  std::set<Verdict> verdicts = {judge(condition, judging, lower, required)};
  Ratio last = lower;
  for (const Ratio& turn : turns) {
    if (turn <= last || turn > upper) continue;
    const Result<Ratio> between = (last + turn) / Ratio(2);
    if (!between) return Verdict::none;
    verdicts.insert(judge(condition, judging, *between, required));
    verdicts.insert(judge(condition, judging, turn, required));
    last = turn;
  }
  return verdict_of_all(verdicts);
}

bool is_running_sum(const Indicator& indicator) {
  const bool plain =
      indicator.kind == IndicatorKind::flow || indicator.kind == IndicatorKind::level ||
      indicator.kind == IndicatorKind::count || indicator.kind == IndicatorKind::share;
  return plain && time_rule_of(indicator) == TimeRule::sum;
}

bool only_grows(const Indicator& indicator) {
  return indicator.kind == IndicatorKind::flow && is_running_sum(indicator);
}

bool is_extreme(const Indicator& indicator, TimeRule rule, Coverage::Of of) {
  const bool reported =
      indicator.kind != IndicatorKind::growth && indicator.kind != IndicatorKind::formula;
  if (!reported || time_rule_of(indicator) != rule) return false;
  const UnitRule alike = rule == TimeRule::max ? UnitRule::max : UnitRule::min;
  const bool one = of == Coverage::Of::months || of == Coverage::Of::days;
  return one || unit_rule_of(indicator) == alike;
}

bool is_settled(const Condition& condition, const Indicator& indicator, Verdict verdict,
                Coverage::Of of) {
  const ConditionKind kind = condition.kind;
  const bool lower = kind == ConditionKind::at_least || kind == ConditionKind::more_than;
  const bool upper = kind == ConditionKind::at_most || kind == ConditionKind::less_than;
  const bool good = verdict == Verdict::met || verdict == Verdict::exceeded;
  if (condition.then) return false;
  if (only_grows(indicator)) return (lower || kind == ConditionKind::yes) && good;
  const bool rises = is_extreme(indicator, TimeRule::max, of);
  const bool falls = is_extreme(indicator, TimeRule::min, of);
  if (good) return (lower && rises) || (upper && falls);
  return verdict == Verdict::missed && ((upper && rises) || (lower && falls));
}

}  // namespace tiendo
