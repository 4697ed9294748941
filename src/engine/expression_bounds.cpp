// Tested by tests/unit/engine/expression_bounds_test.cpp and tests/oracle/stated_oracle_test.cpp.
//
// Written out as one quotient p / q with p and q of degree at most 1 in each reference, the value
// is monotone in each reference alone, so its extremes are at corners: all references at ends. A
// divisor is a quotient of the same kind, so its sign at all corners is its sign everywhere.
//
// Whether an extreme M is taken when some ends are not included: p - M q has one sign, is of degree
// 1 in each reference, and so is at any point a mean of its values at the corners of the smallest
// face around it, with weights above zero. It is zero there exactly if it is zero at all of those.
#include "tiendo/engine/expression_bounds.hpp"

#include <algorithm>
#include <utility>

namespace tiendo {
namespace {

using Node = Expression::Node;
using Operation = Expression::Operation;

Interval single(const Ratio& value) { return {value, value, true, true}; }

bool is_single(const Interval& interval) { return interval.low == interval.high; }

// ---- Each reference once: arithmetic of intervals ----

struct End {
  Ratio value;
  bool included = true;
};

End low_of(const Interval& interval) { return {interval.low, interval.has_low}; }
End high_of(const Interval& interval) { return {interval.high, interval.has_high}; }

Interval negated(const Interval& a) { return {-a.high, -a.low, a.has_high, a.has_low}; }

Result<Interval> sum(const Interval& a, const Interval& b) {
  const Result<Ratio> low = a.low + b.low;
  const Result<Ratio> high = a.high + b.high;
  if (!low) return low.error();
  if (!high) return high.error();
  return Interval{*low, *high, a.has_low && b.has_low, a.has_high && b.has_high};
}

// A product of two ends. Nothing times zero is zero, whatever the other one is, so there the end
// that is zero decides alone.
Result<End> product(const End& a, const End& b) {
  const Result<Ratio> value = a.value * b.value;
  if (!value) return value.error();
  if (!value->is_zero()) return End{*value, a.included && b.included};
  return End{*value, (a.value.is_zero() && a.included) || (b.value.is_zero() && b.included)};
}

Result<Interval> product(const Interval& a, const Interval& b) {
  std::vector<End> ends;
  for (const End& of_a : {low_of(a), high_of(a)}) {
    for (const End& of_b : {low_of(b), high_of(b)}) {
      Result<End> end = product(of_a, of_b);
      if (!end) return end.error();
      ends.push_back(std::move(*end));
    }
  }
  Interval all{ends.front().value, ends.front().value, false, false};
  for (const End& end : ends) {
    all.low = std::min(all.low, end.value);
    all.high = std::max(all.high, end.value);
  }
  for (const End& end : ends) {
    if (end.value == all.low) all.has_low = all.has_low || end.included;
    if (end.value == all.high) all.has_high = all.has_high || end.included;
  }
  return all;
}

Error may_vanish() { return error(Errc::divisor_may_vanish); }

Result<Interval> inverse(const Interval& a) {
  if (a.low.sign() * a.high.sign() <= 0) return may_vanish();
  return Interval{*(Ratio(1) / a.high), *(Ratio(1) / a.low), a.has_high, a.has_low};
}

Result<Interval> combined(Operation operation, const Interval& a, const Interval& b) {
  if (operation == Operation::add) return sum(a, b);
  if (operation == Operation::subtract) return sum(a, negated(b));
  if (operation == Operation::multiply) return product(a, b);
  const Result<Interval> inverted = inverse(b);
  if (!inverted) return inverted.error();
  return product(a, *inverted);
}

Result<Interval> by_arithmetic(const Expression& expression,
                               const std::vector<Interval>& intervals) {
  std::vector<Interval> values;
  for (const Node& node : expression.nodes()) {
    if (node.operation == Operation::number) {
      values.push_back(single(Ratio(node.number)));
    } else if (node.operation == Operation::reference) {
      values.push_back(intervals[node.reference]);
    } else if (node.operation == Operation::negate) {
      values.push_back(negated(values[node.right]));
    } else {
      Result<Interval> value = combined(node.operation, values[node.left], values[node.right]);
      if (!value) return value.error();
      values.push_back(std::move(*value));
    }
  }
  return values.back();
}

// ---- A reference more than once: corners ----

// Of what degree the numerator and the denominator are in each reference, when the part is written
// out as one quotient without cancelling anything.
struct Degrees {
  std::vector<int> above;
  std::vector<int> below;
};

std::vector<int> total(std::vector<int> a, const std::vector<int>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] += b[i];
  return a;
}

std::vector<int> larger(std::vector<int> a, const std::vector<int>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] = std::max(a[i], b[i]);
  return a;
}

Degrees degrees_of(Operation operation, const Degrees& a, const Degrees& b) {
  switch (operation) {
    case Operation::multiply: return {total(a.above, b.above), total(a.below, b.below)};
    case Operation::divide: return {total(a.above, b.below), total(a.below, b.above)};
    case Operation::add:
    case Operation::subtract:
      return {larger(total(a.above, b.below), total(b.above, a.below)), total(a.below, b.below)};
    case Operation::number:
    case Operation::reference:
    case Operation::negate: break;
  }
  return b;
}

// Whether no reference that is not one number only is of a degree above 1.
bool is_of_first_degree(const Expression& expression, const std::vector<Interval>& intervals) {
  const std::vector<int> none(intervals.size(), 0);
  std::vector<Degrees> all;
  for (const Node& node : expression.nodes()) {
    Degrees degrees{none, none};
    if (node.operation == Operation::reference) {
      degrees.above[node.reference] = is_single(intervals[node.reference]) ? 0 : 1;
    } else if (node.operation == Operation::negate) {
      degrees = all[node.right];
    } else if (node.operation != Operation::number) {
      degrees = degrees_of(node.operation, all[node.left], all[node.right]);
    }
    all.push_back(std::move(degrees));
  }
  const auto first = [](int degree) { return degree <= 1; };
  return std::all_of(all.back().above.begin(), all.back().above.end(), first) &&
         std::all_of(all.back().below.begin(), all.back().below.end(), first);
}

// A corner is a number whose bit i says whether the i-th reference that varies is at its high end.
class Corners {
 public:
  Corners(const Expression& expression, const std::vector<Interval>& intervals)
      : expression_(expression), intervals_(intervals), signs_(expression.nodes().size(), 0) {
    for (Index i = 0; i < intervals.size(); ++i) {
      if (!is_single(intervals[i])) varying_.push_back(i);
    }
  }

  Result<Interval> bounds() {
    const std::size_t parts = expression_.nodes().size();
    if (varying_.size() >= 63 || kMaxBoundSteps / parts >> varying_.size() == 0) {
      return error(Errc::bounds_not_exact,
                   std::to_string(varying_.size()) +
                       " inputs are too many where one of them is used more than once");
    }
    for (std::size_t corner = 0; corner < std::size_t{1} << varying_.size(); ++corner) {
      Result<Ratio> value = value_at(corner);
      if (!value) return value.error();
      values_.push_back(std::move(*value));
    }
    const auto [low, high] = std::minmax_element(values_.begin(), values_.end());
    return Interval{*low, *high, is_taken(*low), is_taken(*high)};
  }

 private:
  bool is_high(std::size_t corner, std::size_t i) const { return (corner >> i & 1) != 0; }

  // The value there; divisor_may_vanish where a divisor is zero or has another sign than before.
  Result<Ratio> value_at(std::size_t corner) {
    std::vector<Ratio> ends(intervals_.size());
    for (std::size_t i = 0; i < intervals_.size(); ++i) ends[i] = intervals_[i].low;
    for (std::size_t i = 0; i < varying_.size(); ++i) {
      if (is_high(corner, i)) ends[varying_[i]] = intervals_[varying_[i]].high;
    }
    std::vector<Ratio> values;
    for (const Node& node : expression_.nodes()) {
      Result<Ratio> value = Ratio(node.number);
      if (node.operation == Operation::reference) value = ends[node.reference];
      if (node.operation == Operation::negate) value = -values[node.right];
      if (node.left != kNone) {
        const Ratio& right = values[node.right];
        if (node.operation == Operation::divide && !keeps_sign(node.right, right.sign())) {
          return may_vanish();
        }
        value = joined(node.operation, values[node.left], right);
      }
      if (!value) return value.error();
      values.push_back(std::move(*value));
    }
    return std::move(values.back());
  }

  static Result<Ratio> joined(Operation operation, const Ratio& a, const Ratio& b) {
    if (operation == Operation::add) return a + b;
    if (operation == Operation::subtract) return a - b;
    return operation == Operation::multiply ? a * b : a / b;
  }

  bool keeps_sign(Index node, int sign) {
    if (signs_[node] == 0) signs_[node] = sign;
    return sign != 0 && sign == signs_[node];
  }

  // Whether the extreme is the value for numbers that are all included.
  bool is_taken(const Ratio& extreme) const {
    std::vector<bool> there(values_.size());
    for (std::size_t i = 0; i < values_.size(); ++i) there[i] = values_[i] == extreme;
    for (std::size_t corner = 0; corner < values_.size(); ++corner) {
      if (!there[corner]) continue;
      std::size_t open = 0;  // the references that are at an end which is not included
      for (std::size_t i = 0; i < varying_.size(); ++i) {
        const Interval& interval = intervals_[varying_[i]];
        if (is_high(corner, i) ? !interval.has_high : !interval.has_low)
          open |= std::size_t{1} << i;
      }
      if (holds_over(there, corner, open)) return true;
    }
    return false;
  }

  // Whether it is there at all corners that differ from this one in those references only.
  static bool holds_over(const std::vector<bool>& there, std::size_t corner, std::size_t free) {
    for (std::size_t some = free;; some = (some - 1) & free) {
      if (!there[corner ^ some]) return false;
      if (some == 0) return true;
    }
  }

  const Expression& expression_;
  const std::vector<Interval>& intervals_;
  std::vector<Index> varying_;
  std::vector<int> signs_;  // of each divisor so far; 0 for none yet
  std::vector<Ratio> values_;
};

bool uses_each_once(const Expression& expression, const std::vector<Interval>& intervals) {
  std::vector<bool> seen(intervals.size(), false);
  for (const Node& node : expression.nodes()) {
    if (node.operation != Operation::reference || is_single(intervals[node.reference])) continue;
    if (seen[node.reference]) return false;
    seen[node.reference] = true;
  }
  return true;
}

}  // namespace

Result<Interval> bounds_of(const Expression& expression, const std::vector<Interval>& intervals) {
  if (uses_each_once(expression, intervals)) return by_arithmetic(expression, intervals);
  if (is_of_first_degree(expression, intervals)) return Corners(expression, intervals).bounds();
  return error(Errc::bounds_not_exact);
}

}  // namespace tiendo
