// Tested by tests/unit/engine/course_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// Sources: the order of decisions of Healthy People 2020 (met, also at the baseline already, before
// any percentage); what was met at the baseline and is lost has no percentage of the way.

#include "engine/course.hpp"

#include <algorithm>

#include "engine/formulas.hpp"

namespace tiendo {
namespace {

// The values that meet a condition, or would but for strict wording; an end that is absent is
// without limit.
struct Goal {
  std::optional<Ratio> low;
  std::optional<Ratio> high;
  bool strict = false;
};

Goal goal_of(const Condition& condition, Direction direction, const Ratio& required) {
  switch (condition.kind) {
    case ConditionKind::at_least:
    case ConditionKind::increase_by: return {required, std::nullopt};
    case ConditionKind::more_than: return {required, std::nullopt, true};
    case ConditionKind::at_most:
    case ConditionKind::decrease_by: return {std::nullopt, required};
    case ConditionKind::less_than: return {std::nullopt, required, true};
    default: break;
  }
  const std::optional<Bounds> bounds = bounds_of(condition, required);
  if (!bounds) return {};
  Goal goal{bounds->low, bounds->high};
  const bool range = condition.kind != ConditionKind::equal;
  if (range && direction == Direction::more) goal.high.reset();
  if (range && direction == Direction::less) goal.low.reset();
  return goal;
}

// What meets both; the first alone where nothing does.
Goal both_of(const Goal& first, const Goal& second) {
  Goal both = first;
  if (second.low && (!both.low || *second.low > *both.low)) both.low = second.low;
  if (second.high && (!both.high || *second.high < *both.high)) both.high = second.high;
  if (!both.low || !both.high) return both;
  const bool touch = *both.low == *both.high && (first.strict || second.strict);
  return touch || *both.low > *both.high ? first : both;
}

Result<Ratio> distance(const Ratio& value, const Goal& goal) {
  if (goal.low && value < *goal.low) return *goal.low - value;
  if (goal.high && value > *goal.high) return value - *goal.high;
  return Ratio();
}

bool is_good(Verdict verdict) { return verdict == Verdict::met || verdict == Verdict::exceeded; }

bool is_beyond(const ReportRow& row) {
  return row.qualifier == Qualifier::over || row.qualifier == Qualifier::under;
}

// Of a value that misses the goal, as the base does.
Course compare(const Ratio& value, const Ratio& base, const Goal& goal) {
  const Result<Ratio> now = distance(value, goal);
  const Result<Ratio> before = distance(base, goal);
  if (!now || !before) return Course::none;
  return *now < *before ? Course::closer : *before < *now ? Course::away : Course::unchanged;
}

// The value from lower to upper that is nearest to the goal.
Ratio nearest(const Ratio& lower, const Ratio& upper, const Goal& goal) {
  if (goal.low && upper < *goal.low) return upper;
  return goal.low ? std::max(lower, *goal.low) : lower;
}

Course compare_range(const ReportRow& row, const Goal& goal) {
  const Ratio lower(row.range->lower);
  const Ratio upper(row.range->upper);
  const Course course = compare(lower, *row.baseline, goal);
  for (const Ratio& value : {upper, nearest(lower, upper, goal)}) {
    if (compare(value, *row.baseline, goal) != course) return Course::none;
  }
  return course;
}

// Of all values above a bound, or all below it.
Course compare_beyond(const ReportRow& row, const Goal& goal) {
  const bool over = row.qualifier == Qualifier::over;
  const Ratio& bound = *row.actual;
  const std::optional<Ratio>& near_end = over ? goal.low : goal.high;
  const std::optional<Ratio>& far_end = over ? goal.high : goal.low;
  const auto is_beyond_of = [&](const Ratio& a, const Ratio& b) { return over ? a > b : a < b; };
  const Course course = compare(bound, *row.baseline, goal);
  if (!far_end) {
    const bool comes_nearer = near_end && is_beyond_of(*near_end, bound);
    if (!comes_nearer) return course;  // the bound is in the goal, with all beyond it
    return course == Course::away ? Course::none : Course::closer;
  }
  // They are further away than the bound, unless they go through the goal first.
  return is_beyond_of(*far_end, bound) || course == Course::closer ? Course::none : Course::away;
}

// Of a result that misses the goal, as the base does: none where its values differ in that. What
// misses two conditions that nothing meets both of may be in the goal, which is the first of them.
Course compare_result(const ReportRow& row, const Goal& goal) {
  if (row.range) return compare_range(row, goal);
  return is_beyond(row) ? compare_beyond(row, goal) : compare(*row.actual, *row.baseline, goal);
}

Course course_of(const ReportRow& row, Direction direction) {
  const Ratio required = row.required ? *row.required : Ratio(row.condition.value);
  const bool met_before = is_good(judge(row.condition, direction, *row.baseline, required));
  const Verdict now = judge_result(row, row.condition, direction, required);
  if (now == Verdict::none) return Course::none;
  if (is_good(now)) return met_before ? Course::met_at_baseline : Course::reached;
  if (met_before) return Course::lost;
  Goal goal = goal_of(row.condition, direction, required);
  if (row.condition.then) {
    const Condition& level = *row.condition.then;
    goal = both_of(goal, goal_of(level, direction, level.value));
  }
  return compare_result(row, goal);
}

// What is missing for a course; none if nothing is.
Errc missing_of(const ReportRow& row, Errc open) {
  if (!has_number(row.condition.kind)) return row.target.reason;
  if (!row.baseline) return row.baseline.reason;
  if (is_change(row.condition.kind) && !row.required) return row.required.reason;
  if (row.state == State::not_due) return row.reason;
  const bool range = row.range && row.reason == Errc::range_result;
  return row.actual || range ? open : row.actual.reason;
}

}  // namespace

Verdict judge_result(const ReportRow& row, const Condition& condition, const Judging& judging,
                     const Ratio& required) {
  if (!row.range) return judge(condition, judging, *row.actual, required, row.qualifier);
  // "Unchanged, and over" a range has no bound that it could be judged by.
  if (is_beyond(row)) return Verdict::none;
  return judge_between(condition, judging, Ratio(row.range->lower), Ratio(row.range->upper),
                       required);
}

void conclude_course(ReportRow& row, Direction direction, Errc open, const Measure& measure) {
  row.course = Course::none;
  row.course_reason = missing_of(row, open);
  if (row.course_reason == Errc::none) {
    row.course = course_of(row, direction);
    if (row.course == Course::none) {
      row.course_reason = row.range ? Errc::range_undecided : Errc::bound_undecided;
    }
  }
  if (row.course == Course::none) {
    row.targeted_change = row.course_reason;
  } else if (row.course == Course::met_at_baseline || row.course == Course::lost) {
    row.targeted_change = Errc::met_at_base;
  } else {
    derive_targeted_change(row, measure);
  }
}

}  // namespace tiendo
