// The bounds of expressions and the verdicts on stated figures against trying: a grid of numbers
// for each input, its ends where they are included, numbers a billionth away from them, and some in
// between. What the grid reaches has to lie between the bounds, and each bound has to be reached,
// or come near to where its end is not included.

#include <gtest/gtest.h>

#include <functional>

#include "../unit/random.hpp"
#include "tiendo/engine/check_stated.hpp"
#include "tiendo/engine/expression_bounds.hpp"

namespace tiendo {
namespace {

using Node = Expression::Node;
using Operation = Expression::Operation;

Ratio ratio(std::string_view text) { return *Ratio::parse(text); }

// ---- Expressions and intervals at random ----

std::string drawn(Random& random, int depth) {
  if (depth == 0 || random.one_in(4)) {
    return random.one_in(4) ? random.pick("1 2 100") : random.pick("a b c");
  }
  const std::string left = drawn(random, depth - 1);
  const std::string sign = random.pick("+ - * /");
  return "(" + left + sign + drawn(random, depth - 1) + ")";
}

Interval drawn_interval(Random& random) {
  const Ratio low = *(Ratio(random.upto(20) - 6) / Ratio(4));
  if (random.one_in(8)) return {low, low, true, true};
  const Ratio high = *(low + *(Ratio(1 + random.upto(6)) / Ratio(4)));
  const bool has_low = random.one_in(2);
  return {low, high, has_low, random.one_in(2)};
}

// ---- The grid ----

std::vector<Ratio> points(const Interval& interval) {
  if (interval.low == interval.high) return {interval.low};
  const Ratio width = *(interval.high - interval.low);
  const Ratio hair = *(width * ratio("1/1000000000"));
  std::vector<Ratio> all = {*(interval.low + hair), *(interval.low + *(width * ratio("3/7"))),
                            *(interval.high - hair)};
  if (interval.has_low) all.push_back(interval.low);
  if (interval.has_high) all.push_back(interval.high);
  return all;
}

// Calls `use` with every point of the grid.
void for_each_point(const std::vector<std::vector<Ratio>>& grid,
                    const std::function<void(const std::vector<Ratio>&)>& use) {
  std::vector<Ratio> point(grid.size());
  const std::function<void(std::size_t)> go = [&](std::size_t at) {
    if (at == grid.size()) return use(point);
    for (const Ratio& value : grid[at]) {
      point[at] = value;
      go(at + 1);
    }
  };
  go(0);
}

// What the grid reaches.
struct Reached {
  std::optional<Ratio> low, high;
  bool divides_by_zero = false;
};

Reached reached(const Expression& expression, const std::vector<Interval>& intervals) {
  std::vector<std::vector<Ratio>> grid;
  for (const Interval& interval : intervals) grid.push_back(points(interval));
  Reached result;
  for_each_point(grid, [&](const std::vector<Ratio>& point) {
    const auto value = expression.evaluate([&](Index i) -> Result<Ratio> { return point[i]; });
    if (!value) {
      result.divides_by_zero = true;
      return;
    }
    if (!result.low || *value < *result.low) result.low = *value;
    if (!result.high || *value > *result.high) result.high = *value;
  });
  return result;
}

// Whether a divisor is zero or has both signs when the references are at their ends.
bool divisor_has_both_signs(const Expression& expression, const std::vector<Interval>& intervals) {
  std::vector<std::vector<Ratio>> grid;
  for (const Interval& interval : intervals) grid.push_back({interval.low, interval.high});
  std::vector<int> least(expression.nodes().size(), 1);
  std::vector<int> most(expression.nodes().size(), -1);
  bool zero = false;
  for_each_point(grid, [&](const std::vector<Ratio>& point) {
    std::vector<Ratio> values;
    for (const Node& node : expression.nodes()) {
      Ratio value(node.number);
      if (node.operation == Operation::reference) value = point[node.reference];
      if (node.left != kNone) {
        const Ratio& a = values[node.left];
        const Ratio& b = values[node.right];
        if (node.operation == Operation::add) value = *(a + b);
        if (node.operation == Operation::subtract) value = *(a - b);
        if (node.operation == Operation::multiply) value = *(a * b);
        if (node.operation == Operation::divide) {
          zero = zero || b.is_zero();
          least[node.right] = std::min(least[node.right], b.sign());
          most[node.right] = std::max(most[node.right], b.sign());
          value = b.is_zero() ? Ratio(1) : *(a / b);
        }
      }
      values.push_back(value);
    }
  });
  for (std::size_t i = 0; i < least.size(); ++i) zero = zero || least[i] * most[i] < 0;
  return zero;
}

bool uses_one_twice(const Expression& expression) {
  std::size_t uses = 0;
  for (const Node& node : expression.nodes()) uses += node.operation == Operation::reference;
  return uses > expression.references().size();
}

// One end: reached where it is included, and nearly where it is not.
void expect_end(const Ratio& end, bool included, const Ratio& reached, const std::string& about) {
  ASSERT_EQ(end == reached, included) << about << " " << end.to_string();
  ASSERT_LT((end - reached)->abs(), ratio("1/1000")) << about;
}

TEST(StatedOracle, BoundsAreWhatAGridReaches) {
  Random random(20260630);
  int exact = 0;
  int corners = 0;
  int vanishing = 0;
  int refused = 0;
  int open = 0;
  for (int i = 0; i < 6000; ++i) {
    const std::string text = drawn(random, 1 + i % 4);
    const Expression expression = *Expression::parse(text);
    std::vector<Interval> intervals;
    std::string about = text;
    for (const std::string& name : expression.references()) {
      intervals.push_back(drawn_interval(random));
      const Interval& one = intervals.back();
      about += " " + name + (one.has_low ? "[" : "(") + one.low.to_string() + "," +
               one.high.to_string() + (one.has_high ? "]" : ")");
    }
    const Reached grid = reached(expression, intervals);
    const Result<Interval> bounds = bounds_of(expression, intervals);
    if (!bounds) {
      if (bounds.error().code == Errc::bounds_not_exact) {
        ASSERT_TRUE(uses_one_twice(expression)) << about;
        ++refused;
      } else {
        ASSERT_EQ(bounds.error().code, Errc::divisor_may_vanish) << about;
        ASSERT_TRUE(divisor_has_both_signs(expression, intervals)) << about;
        ++vanishing;
      }
      continue;
    }
    ASSERT_FALSE(grid.divides_by_zero) << about;
    ASSERT_NO_FATAL_FAILURE(expect_end(bounds->low, bounds->has_low, *grid.low, about));
    ASSERT_NO_FATAL_FAILURE(expect_end(bounds->high, bounds->has_high, *grid.high, about));
    ASSERT_TRUE(bounds->contains(*grid.low) && bounds->contains(*grid.high)) << about;
    ++exact;
    if (uses_one_twice(expression)) ++corners;
    if (!bounds->has_low || !bounds->has_high) ++open;
  }
  EXPECT_GT(exact, 3000);
  EXPECT_GT(corners, 500);
  EXPECT_GT(open, 1000);
  EXPECT_GT(vanishing, 200);
  EXPECT_GT(refused, 100);
}

// ---- Verdicts ----

// The ends within which a whole number was rounded, in the mode; without one, to the nearest.
Interval around(int number, const std::optional<Rounding>& mode) {
  return mode ? *printed(Decimal(number), *mode) : *printed(Decimal(number));
}

TEST(StatedOracle, EverySmallFigureIsJudgedAsAGridIs) {
  const std::optional<Rounding> modes[] = {std::nullopt, Rounding::half_up, Rounding::half_even,
                                           Rounding::down, Rounding::up};
  struct Formula {
    StatedKind kind;
    const char* first;
    const char* second;
    const char* text;
  };
  const Formula formulas[] = {
      {StatedKind::completion, "actual", "plan", "a / b * 100"},
      {StatedKind::growth, "actual", "base", "(a - b) / b * 100"},
      {StatedKind::growth_from_change, "change", "actual", "a * 100 / (b - a)"}};
  int counts[4] = {};
  for (const Formula& formula : formulas) {
    const Expression plain = *Expression::parse(formula.text);
    for (int first = 0; first <= 3; ++first) {
      for (int second = 5; second <= 7; ++second) {
        for (const auto& mode : modes) {
          const std::vector<Interval> intervals = {around(first, mode), around(second, mode)};
          const Reached grid = reached(plain, intervals);
          const Ratio value = *plain.evaluate(
              [&](Index i) -> Result<Ratio> { return Ratio(i == 0 ? first : second); });
          for (int figure = -101 + first % 2; figure <= 180; figure += 2) {
            const Interval stated = around(figure, mode);
            Statement statement{
                formula.kind,
                std::nullopt,
                {{formula.first, Decimal(first)}, {formula.second, Decimal(second)}},
                Decimal(figure),
                Qualifier::exact,
                mode};
            const StatedCheck check = *check_stated(statement);
            const bool reproduces = stated.contains(value);
            // The grid reaches into the figure, or lies on both sides of it.
            const bool possible = stated.contains(*grid.low) || stated.contains(*grid.high) ||
                                  (*grid.low<stated.low&& * grid.high> stated.high);
            const StatedVerdict expected = reproduces ? StatedVerdict::reproduces
                                           : possible ? StatedVerdict::possible
                                                      : StatedVerdict::impossible;
            ASSERT_EQ(check.verdict, expected)
                << formula.text << " " << first << " " << second << " " << figure << " "
                << (mode ? name_of(*mode) : "unknown");
            ++counts[static_cast<int>(expected)];
          }
        }
      }
    }
  }
  EXPECT_GT(counts[static_cast<int>(StatedVerdict::reproduces)], 40);
  EXPECT_GT(counts[static_cast<int>(StatedVerdict::possible)], 500);
  EXPECT_GT(counts[static_cast<int>(StatedVerdict::impossible)], 3000);
}

}  // namespace
}  // namespace tiendo
