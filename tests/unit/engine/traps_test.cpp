// Traps of judging progress into which officials and programs have fallen, each with a published
// case or one made for it. tests/data/traps.csv lists them all, with those that stand elsewhere.

#include <gtest/gtest.h>

#include <algorithm>

#include "book.hpp"

namespace tiendo::traps_test {
namespace {

struct Case {
  Direction direction;
  Condition condition;
  const char* baseline;
  const char* actual;
};

// What a level of 2024 that began at the baseline makes of its target.
ReportRow row_of(const Case& c) {
  Book book;
  book.add_indicator("x", IndicatorKind::level, "percent").direction = c.direction;
  book.add_target("x", c.condition).baseline = {dec(c.baseline), period("2023")};
  book.add_report("x", "2024", c.actual);
  return book.row("2024-12-31");
}

// Whether any figure of the row is that number.
bool says(const ReportRow& row, const Ratio& number) {
  return std::any_of(kFields.begin(), kFields.end(),
                     [&](Field field) { return figure(row, field).value == number; });
}

// 7.8 may be at most 10, and became 13.5. That 259 % of the way to 10 had been gone, as
// 100 (v - b) / (T - b) says, is nonsense.
TEST(TrapsTest, T1MetAtTheBaselineAndLostSinceIsMissed) {
  const ReportRow row = row_of({Direction::less, at_most("10"), "7.8", "13.5"});
  EXPECT_EQ(shown_verdict(row), "missed");
  EXPECT_FALSE(says(row, *(Ratio(2850) / Ratio(11))));
}

// That 9 % of the way to 70 had been gone says nothing either.
TEST(TrapsTest, T2MetAtTheBaselineAndStillMetIsMetThoughItIsWorse) {
  const ReportRow row = row_of({Direction::less, at_most("70"), "7.05", "12.58"});
  EXPECT_EQ(shown_verdict(row), "exceeded");
  EXPECT_FALSE(says(row, *(Ratio(11060) / Ratio(1259))));
}

TEST(TrapsTest, T3ABaselineThatIsTheTargetDividesNothing) {
  const ReportRow row = row_of({Direction::more, at_least("2.5"), "2.5", "2.5"});
  EXPECT_EQ(shown_verdict(row), "met");
  EXPECT_EQ(shown(row.completion), "100");
}

TEST(TrapsTest, T4NothingWhereNothingWasAskedForIsMet) {
  const ReportRow row = row_of({Direction::less, at_most("0"), "3", "0"});
  EXPECT_EQ(shown_verdict(row), "met");
  EXPECT_EQ(shown(row.completion), "target_zero");
}

// A small number in its place would give a percentage, and another one another.
TEST(TrapsTest, T5ATargetOfZeroStaysZero) {
  const ReportRow row = row_of({Direction::less, at_most("0"), "103", "29"});
  EXPECT_EQ(shown_verdict(row), "missed");
  EXPECT_EQ(shown(row.completion), "target_zero");
  EXPECT_EQ(shown(row.excess), "target_zero");
  EXPECT_EQ(shown(row.remaining), "-29");
}

// Of the state at the end of a year a single report says nothing about a change in it.
TEST(TrapsTest, T7ASingleReportMakesNoChange) {
  Book book;
  book.add_indicator("x", IndicatorKind::level, "percent");
  book.add_target("x", increase_by("2"));
  book.add_report("x", "2024", "85");
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(shown_verdict(row), "no_baseline");
  EXPECT_EQ(shown(row.growth), "no_base");
}

TEST(TrapsTest, T8ExactlyTheTargetIsReachedAndTheLeastBitLessIsNot) {
  EXPECT_EQ(shown_verdict(row_of({Direction::more, at_least("0.3"), "0", "0.3"})), "met");
  EXPECT_EQ(shown_verdict(row_of({Direction::more, at_least("0.3"), "0",
                                  "0.2999999999999999999999999999999999999"})),
            "missed");
}

TEST(TrapsTest, T10WhatFallsAndIsStillAboveItsTargetIsGood) {
  const ReportRow row = row_of({Direction::more, at_least("85"), "95", "90"});
  EXPECT_EQ(shown_verdict(row), "exceeded");
}

// 12 reported to the end of June is no increment of June, and not added to what is before it.
TEST(TrapsTest, T13ARunningTotalIsNotAnIncrement) {
  Book book;
  book.add_indicator("x", IndicatorKind::flow);
  book.add_report("x", "2024-Q1", "5");
  book.add_report("x", "2024-06", "12").form = Form::to_date;
  EXPECT_EQ(shown(book.row("2024-06-30").actual), "12");
  Book increments;
  increments.add_indicator("x", IndicatorKind::flow);
  increments.add_report("x", "2024-Q1", "5");
  increments.add_report("x", "2024-06", "12");
  EXPECT_EQ(shown(increments.row("2024-06-30").actual), "17");
}

}  // namespace
}  // namespace tiendo::traps_test
