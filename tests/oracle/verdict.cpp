// Tested by tests/oracle/engine_oracle_test.cpp, against the engine: either may be wrong.

#include "verdict.hpp"

#include <optional>
#include <vector>

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
    case ConditionKind::yes: return actual >= 1;
    case ConditionKind::components:
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

// The number that a value which does not meet the condition falls short of: of a range, its end on
// that side.
Ratio bound_missed(const Condition& condition, const Ratio& actual, const Ratio& required) {
  if (condition.kind == ConditionKind::between) {
    return actual < Ratio(condition.value) ? condition.value : condition.upper;
  }
  if (condition.kind == ConditionKind::about) {
    const Ratio middle(condition.value);
    return actual < middle ? *(middle - condition.tolerance) : *(middle + condition.tolerance);
  }
  return required;
}

// Whether moving the value by what is near would bring it to the bound, or past it.
bool is_close(const Condition& condition, const Eyes& eyes, const Ratio& actual,
              const Ratio& required) {
  if (!eyes.close || condition.kind == ConditionKind::yes) return false;
  const Ratio bound = bound_missed(condition, actual, required);
  Ratio step = eyes.close->amount;
  if (eyes.close->percent) step = *(bound.abs() / Ratio(100) * step);
  return actual < bound ? *(actual + step) >= bound : *(actual - step) <= bound;
}

}  // namespace

Verdict verdict_of(const Condition& condition, const Eyes& eyes, const Ratio& actual,
                   const Ratio& required) {
  Verdict verdict = is_better(condition, eyes.direction, actual, required) ? Verdict::exceeded
                    : holds(condition, actual, required)                   ? Verdict::met
                    : is_close(condition, eyes, actual, required)          ? Verdict::near
                                                                           : Verdict::missed;
  if (!condition.then) return verdict;
  const Verdict other = verdict_of(*condition.then, eyes, actual, condition.then->value);
  for (const Verdict worse : {Verdict::missed, Verdict::near, Verdict::met}) {
    if (verdict == worse || other == worse) return worse;
  }
  return Verdict::exceeded;
}

namespace {

// The numbers around which a verdict may change.
std::vector<Ratio> marks_of(const Condition& condition, const Eyes& eyes, const Ratio& required) {
  std::vector<Ratio> marks = {required};
  for (const Condition* part : {&condition, condition.then.get()}) {
    if (!part) continue;
    marks.insert(marks.end(), {part->value, part->upper, *(part->value + part->tolerance),
                               *(part->value - part->tolerance), Ratio(1)});
  }
  if (!eyes.close) return marks;
  for (std::size_t i = marks.size(); i-- > 0;) {
    Ratio step = eyes.close->amount;
    if (eyes.close->percent) step = *(marks[i].abs() / Ratio(100) * step);
    marks.push_back(*(marks[i] + step));
    marks.push_back(*(marks[i] - step));
  }
  return marks;
}

// What holds of all values that are meant, tried out close to each mark; none where they differ,
// unless all of them are good.
template <class IsMeant>
Verdict common(const Condition& condition, const Eyes& eyes, const Ratio& required,
               const std::vector<Ratio>& marks, const IsMeant& is_meant) {
  std::optional<Verdict> found;
  for (const Ratio& mark : marks) {
    for (const Ratio& step : {Ratio(0), *Ratio::parse("1/100000"), *Ratio::parse("-1/100000")}) {
      const Ratio value = *(mark + step);
      if (!is_meant(value)) continue;
      const Verdict verdict = verdict_of(condition, eyes, value, required);
      const auto good = [](Verdict one) { return one == Verdict::met || one == Verdict::exceeded; };
      if (!found || *found == verdict) {
        found = verdict;
      } else if (good(*found) && good(verdict)) {
        found = Verdict::met;
      } else {
        return Verdict::none;
      }
    }
  }
  return *found;
}

}  // namespace

// "Over" and "under" are tried out on values close to the bound, far from it, and around every
// number of the condition.
Verdict verdict_of_report(const Condition& condition, const Eyes& eyes, const Ratio& actual,
                          const Ratio& required, Qualifier qualifier) {
  if (qualifier == Qualifier::exact || qualifier == Qualifier::about) {
    return verdict_of(condition, eyes, actual, required);
  }
  const bool over = qualifier == Qualifier::over;
  std::vector<Ratio> marks = marks_of(condition, eyes, required);
  marks.insert(marks.end(), {actual, Ratio(1'000'000), Ratio(-1'000'000)});
  return common(condition, eyes, required, marks,
                [&](const Ratio& value) { return over ? value > actual : value < actual; });
}

Verdict verdict_of_range(const Condition& condition, const Eyes& eyes, const Ratio& lower,
                         const Ratio& upper, const Ratio& required) {
  std::vector<Ratio> marks = marks_of(condition, eyes, required);
  marks.insert(marks.end(), {lower, upper});
  return common(condition, eyes, required, marks,
                [&](const Ratio& value) { return lower <= value && value <= upper; });
}

}  // namespace tiendo::oracle
