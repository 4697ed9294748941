#include "tiendo/engine/expression_bounds.hpp"

#include <gtest/gtest.h>

#include "intervals.hpp"

namespace tiendo::expression_bounds_test {
namespace {

// The bounds of an expression whose references have these intervals, in the order of the text.
std::string bounds(std::string_view text, const std::vector<std::string_view>& intervals) {
  std::vector<Interval> all;
  for (const std::string_view each : intervals) all.push_back(interval(each));
  return shown(bounds_of(*Expression::parse(text), all));
}

TEST(ExpressionBoundsTest, IntervalsAreAddedMultipliedAndDivided) {
  // clang-format off
  const struct { const char *text, *a, *b, *bounds; } cases[] = {
      {"a + b",       "[1, 2]",   "(3, 4]",   "(4, 6]"},
      {"a - b",       "[1, 2]",   "(3, 4]",   "[-3, -1)"},
      {"-a - b",      "[1, 2)",   "[3, 4]",   "(-6, -4]"},
      {"a * b",       "[1, 2]",   "[3, 4)",   "[3, 8)"},
      {"a * b",       "[-1, 2]",  "[3, 4)",   "(-4, 8)"},
      {"a * b",       "[-1, 2]",  "[-3, 4]",  "[-6, 8]"},
      {"a * b",       "(-2, -1]", "[-4, -3]", "[3, 8)"},
      {"a / b",       "[1, 2]",   "[4, 8)",   "(1/8, 1/2]"},
      {"a / b",       "[1, 2]",   "[-8, -4]", "[-1/2, -1/8]"},
      {"a / b * 100", "[1, 2]",   "[4, 8]",   "[25/2, 50]"},
      {"1 / a + b",   "[1, 2]",   "[0, 0]",   "[1/2, 1]"},
      // Nothing times zero is zero: the end that is not included does not matter.
      {"a * b",       "[0, 1]",   "(2, 3)",   "[0, 3)"},
      {"a * b",       "(0, 1]",   "[0, 3]",   "[0, 3]"},
      {"a * b",       "(0, 1]",   "(0, 3]",   "(0, 3]"},
      {"a * b",       "(-1, 1)",  "[0, 0]",   "[0, 0]"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(bounds(c.text, {c.a, c.b}), c.bounds) << c.text << " " << c.a << " " << c.b;
  }
}

TEST(ExpressionBoundsTest, AReferenceThatStandsTwiceIsOneNumber) {
  // Taken for two numbers, a / (a + b) would reach from 1/6 to 1.
  EXPECT_EQ(bounds("a / (a + b)", {"[1, 2]", "[1, 4]"}), "[1/5, 2/3]");
  EXPECT_EQ(bounds("a - a", {"[1, 2]"}), "[0, 0]");
  EXPECT_EQ(bounds("a - a", {"(1, 2)"}), "[0, 0]");
  EXPECT_EQ(bounds("a / a", {"(1, 2)"}), "[1, 1]");
  EXPECT_EQ(bounds("(a - b) / b", {"[3, 4]", "[1, 2]"}), "[1/2, 3]");
  EXPECT_EQ(bounds("c / (a - c) * 100", {"[1/2, 3/2]", "[9/2, 11/2]"}), "[10, 50]");
}

TEST(ExpressionBoundsTest, AnEndIsIncludedExactlyIfTheValueIsTaken) {
  EXPECT_EQ(bounds("a / (a + b)", {"[1, 2)", "[1, 4]"}), "[1/5, 2/3)");
  EXPECT_EQ(bounds("a / (a + b)", {"[1, 2]", "(1, 4]"}), "[1/5, 2/3)");
  EXPECT_EQ(bounds("a / (a + b)", {"[1, 2]", "[1, 4)"}), "(1/5, 2/3]");
  // With a at 0 the value is 0 for every b, so that those ends of b do not matter.
  EXPECT_EQ(bounds("a / (a + b)", {"[0, 2]", "(1, 4)"}), "[0, 2/3)");
  EXPECT_EQ(bounds("a / (a + b)", {"(0, 2]", "[1, 4]"}), "(0, 2/3]");
  // Zero for b at 0, whatever a is, though no corner of it is included.
  EXPECT_EQ(bounds("b * a + b - b * a", {"[0, 1)", "(-1, 1)"}), "[0, 1)");
  EXPECT_EQ(bounds("b * (a + 1) + c - c", {"[0, 1)", "(-1, 1)", "(5, 6)"}), "[0, 2)");
}

TEST(ExpressionBoundsTest, WhatIsNotKnownExactlyIsRefused) {
  EXPECT_EQ(bounds("a * a", {"[-1, 2]"}), "bounds_not_exact");
  EXPECT_EQ(bounds("a / b - c / b", {"[1, 2]", "[1, 2]", "[1, 2]"}), "bounds_not_exact");
  // A number that is known exactly may stand anywhere.
  EXPECT_EQ(bounds("a * a", {"[3, 3]"}), "[9, 9]");
  EXPECT_EQ(bounds("a / b - c / b", {"[1, 2]", "[4, 4]", "[1, 2]"}), "[-1/4, 1/4]");
}

TEST(ExpressionBoundsTest, ADivisorThatMayBeZeroLeavesNoBounds) {
  EXPECT_EQ(bounds("a / b", {"[1, 2]", "[-1, 2]"}), "divisor_may_vanish");
  EXPECT_EQ(bounds("a / b", {"[1, 2]", "[0, 2]"}), "divisor_may_vanish");
  EXPECT_EQ(bounds("a / b", {"[1, 2]", "(0, 2]"}), "divisor_may_vanish");  // no bound above
  EXPECT_EQ(bounds("c / (a - c)", {"[1, 2]", "[2, 3]"}), "divisor_may_vanish");
  EXPECT_EQ(bounds("c / (a - c)", {"[1, 3]", "[2, 4]"}), "divisor_may_vanish");
  EXPECT_EQ(bounds("a / (a - b) * (a - b)", {"[5, 6]", "[1, 2]"}), "bounds_not_exact");
  // Both divisors change their sign, their product does not.
  EXPECT_EQ(bounds("c / a / b + c", {"[1, 2]", "[-1, 1]", "[1, 2]"}), "divisor_may_vanish");
}

TEST(ExpressionBoundsTest, TakesAtMostSoManySteps) {
  std::string text = "a0 - a0";
  for (int i = 1; i < 10; ++i) text += " + a" + std::to_string(i);
  EXPECT_EQ(bounds(text, std::vector<std::string_view>(10, "[1, 2]")), "[9, 18]");
  for (int i = 10; i < 20; ++i) text += " + a" + std::to_string(i);
  EXPECT_EQ(bounds(text, std::vector<std::string_view>(20, "[1, 2]")), "bounds_not_exact");
  // Each once there is no such limit.
  EXPECT_EQ(bounds(text.substr(5), std::vector<std::string_view>(20, "[1, 2]")), "[20, 40]");
}

TEST(ExpressionBoundsTest, NamesItsCodes) {
  const auto squared = bounds_of(*Expression::parse("a * a"), {interval("[1, 2]")});
  EXPECT_EQ(squared.error().code, Errc::bounds_not_exact);
  const auto divided = bounds_of(*Expression::parse("1 / a"), {interval("[-1, 2]")});
  EXPECT_EQ(divided.error().code, Errc::divisor_may_vanish);
}

}  // namespace
}  // namespace tiendo::expression_bounds_test
