// Tested by tests/oracle/engine_oracle_test.cpp, against the engine: either may be wrong.

#include "course.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "verdict.hpp"

namespace tiendo::oracle {
namespace {

const Ratio& hair() {
  static const Ratio kHair = *Ratio::parse("1/1000000");
  return kHair;
}

// The question of a row, asked of one value after the other.
class Way {
 public:
  Way(const ReportRow& row, Direction direction)
      : row_(row), eyes_(direction), required_(row.required ? *row.required : Ratio()) {
    bool possible = find_shores(row.condition);
    if (!possible) {  // nothing meets both: the first alone counts
      alone_ = row.condition;
      alone_->then = nullptr;
      find_shores(*alone_);
    }
  }

  bool meets(const Ratio& value) const { return meets(row_.condition, value); }

  // From the nearest value that meets the condition, or would but for its strict wording.
  Ratio distance(const Ratio& value) const {
    if (alone_ && meets(*alone_, value)) return 0;
    Ratio least = 1'000'000'000;
    for (const Ratio& shore : shores_) least = std::min(least, (*(shore - value)).abs());
    return least;
  }

  Course course(const Ratio& value) const {
    const bool before = meets(*row_.baseline);
    if (meets(value)) return before ? Course::met_at_baseline : Course::reached;
    if (before) return Course::lost;
    const Ratio now = distance(value);
    const Ratio then = distance(*row_.baseline);
    return now < then ? Course::closer : now == then ? Course::unchanged : Course::away;
  }

  // Of all values that are meant; none where they differ.
  template <class IsMeant>
  Course common(const IsMeant& is_meant) const {
    std::vector<Ratio> marks = {*row_.baseline, 1'000'000, -1'000'000};
    if (row_.actual) marks.push_back(*row_.actual);
    if (row_.range) marks.insert(marks.end(), {row_.range->lower, row_.range->upper});
    for (const Ratio& shore : shores_) {
      const Ratio away = distance(*row_.baseline);
      marks.insert(marks.end(), {shore, *(shore + away), *(shore - away)});
    }
    std::set<Course> found;
    for (const Ratio& mark : marks) {
      for (const Ratio& value : {mark, *(mark + hair()), *(mark - hair())}) {
        if (is_meant(value)) found.insert(course(value));
      }
    }
    return found.size() == 1 ? *found.begin() : Course::none;
  }

 private:
  bool meets(const Condition& condition, const Ratio& value) const {
    return verdict_of(condition, eyes_, value, required_) <= Verdict::met;
  }

  // The numbers of the condition beside which there is a value that meets it.
  bool find_shores(const Condition& condition) {
    std::vector<Ratio> numbers = {required_};
    for (const Condition* part : {&condition, condition.then.get()}) {
      if (!part) continue;
      numbers.insert(numbers.end(), {part->value, part->upper, *(part->value + part->tolerance),
                                     *(part->value - part->tolerance)});
    }
    for (const Ratio& number : numbers) {
      const bool good = meets(condition, number) || meets(condition, *(number + hair())) ||
                        meets(condition, *(number - hair()));
      if (good) shores_.push_back(number);
    }
    return !shores_.empty();
  }

  std::optional<Condition> alone_;  // the first of two that nothing meets both of
  const ReportRow& row_;
  Eyes eyes_;
  Ratio required_;
  std::vector<Ratio> shores_;
};

Course course_of(const ReportRow& row, Direction direction) {
  const Way way(row, direction);
  const bool over = row.qualifier == Qualifier::over;
  const bool hedged = over || row.qualifier == Qualifier::under;
  if (row.range && hedged) return Course::none;
  if (row.range) {
    return way.common([&](const Ratio& value) {
      return Ratio(row.range->lower) <= value && value <= Ratio(row.range->upper);
    });
  }
  if (!hedged) return way.course(*row.actual);
  return way.common(
      [&](const Ratio& value) { return over ? value > *row.actual : value < *row.actual; });
}

Errc what_is_missing(const ReportRow& row, Errc open) {
  const ConditionKind kind = row.condition.kind;
  const bool asks_for_a_number = kind != ConditionKind::none && kind != ConditionKind::yes &&
                                 kind != ConditionKind::components;
  if (!asks_for_a_number) return row.target.reason;
  if (!row.baseline) return row.baseline.reason;
  if (is_change(kind) && !row.required) return row.required.reason;
  if (row.state == State::not_due) return Errc::not_started;
  const bool range = row.range && row.reason == Errc::range_result;
  if (!row.actual && !range) return row.actual.reason;
  return open;
}

Figure part_of_the_way(const ReportRow& row) {
  if (row.course == Course::none) return row.course_reason;
  if (row.course == Course::met_at_baseline || row.course == Course::lost) {
    return Errc::met_at_base;
  }
  if (!row.actual) return row.actual.reason;
  if (!row.required) return row.required.reason;
  const Ratio way = *(*row.required - *row.baseline);
  if (way.is_zero()) return Errc::base_is_target;
  return *((*row.actual - *row.baseline) / way * Ratio(100));
}

}  // namespace

void place_course(ReportRow& row, Direction direction, Errc open) {
  row.course_reason = what_is_missing(row, open);
  if (row.course_reason == Errc::none) {
    row.course = course_of(row, direction);
    const Errc undecided = row.range ? Errc::range_undecided : Errc::bound_undecided;
    if (row.course == Course::none) row.course_reason = undecided;
  }
  row.targeted_change = part_of_the_way(row);
}

}  // namespace tiendo::oracle
