#include "tiendo/decimal/printed.hpp"

#include <gtest/gtest.h>

#include <string>

#include "numbers.hpp"

namespace tiendo::printed_test {
namespace {

Interval interval(std::string_view low, std::string_view high, bool has_low, bool has_high) {
  return {ratio(low), ratio(high), has_low, has_high};
}

// As in mathematics: "[221/4, 1107/20)".
std::string shown(const Interval& each) {
  return std::string(each.has_low ? "[" : "(") + each.low.to_string() + ", " +
         each.high.to_string() + (each.has_high ? "]" : ")");
}

std::string shown(const Result<Interval>& result) {
  return result ? shown(*result) : std::string(name_of(result.error().code));
}

TEST(PrintedTest, AFigureIsAnIntervalInEachMode) {
  // clang-format off
  const struct { Rounding mode; const char *above, *below, *zero; } cases[] = {
      {Rounding::half_up,   "[221/4, 1107/20)",  "(-1107/20, -221/4]", "(-1/200, 1/200)"},
      {Rounding::half_down, "(221/4, 1107/20]",  "[-1107/20, -221/4)", "[-1/200, 1/200]"},
      {Rounding::half_even, "(221/4, 1107/20)",  "(-1107/20, -221/4)", "[-1/200, 1/200]"},
      {Rounding::up,        "(276/5, 553/10]",   "[-553/10, -276/5)",  "[0, 0]"},
      {Rounding::down,      "[553/10, 277/5)",   "(-277/5, -553/10]",  "(-1/100, 1/100)"},
      {Rounding::ceiling,   "(276/5, 553/10]",   "(-277/5, -553/10]",  "(-1/100, 0]"},
      {Rounding::floor,     "[553/10, 277/5)",   "[-553/10, -276/5)",  "[0, 1/100)"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(shown(printed(dec("55.3"), c.mode)), c.above) << name_of(c.mode);
    EXPECT_EQ(shown(printed(dec("-55.3"), c.mode)), c.below) << name_of(c.mode);
    EXPECT_EQ(shown(printed(dec("0.00"), c.mode)), c.zero) << name_of(c.mode);
  }
  EXPECT_EQ(shown(printed(dec("55.4"), Rounding::half_even)), "[1107/20, 1109/20]");
  EXPECT_EQ(shown(printed(dec("10"), Rounding::half_even)), "[19/2, 21/2]");
}

TEST(PrintedTest, TheDigitsThatStandThereCount) {
  EXPECT_EQ(shown(printed(dec("55.30"), Rounding::half_up)), "[11059/200, 11061/200)");
  EXPECT_EQ(shown(printed(dec("55"), Rounding::half_up)), "[109/2, 111/2)");
}

TEST(PrintedTest, WithoutAModeBothTiesAreIncluded) {
  EXPECT_EQ(shown(printed(dec("55.3"))), "[221/4, 1107/20]");
  EXPECT_EQ(shown(printed(dec("-55.3"))), "[-1107/20, -221/4]");
  EXPECT_EQ(shown(printed(dec("0.0"))), "[-1/20, 1/20]");
}

TEST(PrintedTest, TheEndsMayNeedMoreDigitsThanThereAre) {
  // 9.99...: twice as much, plus one, is one digit too long.
  const Decimal all_nines = *(*(*(ten_to(9999) - 1) * 10) + 9);
  const Decimal longest = *(all_nines * *Decimal::of(1, Decimal::kMaxScale));
  EXPECT_EQ(longest.digits(), Decimal::kMaxDigits);
  EXPECT_TRUE(printed(longest, Rounding::ceiling));
  EXPECT_EQ(code_of(printed(longest, Rounding::half_up)), Errc::number_too_long);
  EXPECT_EQ(code_of(printed(longest)), Errc::number_too_long);
  EXPECT_TRUE(printed(*Decimal::of(1, Decimal::kMaxScale), Rounding::half_up));
}

TEST(IntervalTest, ContainsItsEndsWhereTheyAreIncluded) {
  const Interval each = interval("1", "2", true, false);
  EXPECT_TRUE(each.contains(1));
  EXPECT_FALSE(each.contains(2));
  EXPECT_TRUE(each.contains(ratio("3/2")));
  EXPECT_FALSE(each.contains(ratio("999/1000")));
  EXPECT_FALSE(each.contains(3));
  EXPECT_TRUE(interval("1", "2", false, true).contains(2));
  EXPECT_FALSE(interval("1", "2", false, true).contains(1));
}

TEST(IntervalTest, IsEmptyWhenNothingIsInIt) {
  EXPECT_FALSE(interval("1", "1", true, true).empty());
  EXPECT_TRUE(interval("1", "1", true, false).empty());
  EXPECT_TRUE(interval("1", "1", false, true).empty());
  EXPECT_TRUE(interval("2", "1", true, true).empty());
  EXPECT_FALSE(interval("1", "2", false, false).empty());
}

// Every pair of small intervals, against membership point by point, ends and middles.
TEST(IntervalTest, TheIntersectionIsWhatIsInBoth) {
  std::vector<Interval> all;
  for (int low = 0; low <= 3; ++low) {
    for (int high = 0; high <= 3; ++high) {
      for (const bool has_low : {true, false}) {
        for (const bool has_high : {true, false}) all.push_back({low, high, has_low, has_high});
      }
    }
  }
  for (const Interval& a : all) {
    for (const Interval& b : all) {
      const Interval both = intersection(a, b);
      bool any = false;
      for (int halves = -1; halves <= 7; ++halves) {
        const Ratio point = *Ratio::of(halves, 2);
        const bool in_both = a.contains(point) && b.contains(point);
        any = any || in_both;
        ASSERT_EQ(both.contains(point), in_both) << shown(a) << shown(b) << point.to_string();
      }
      ASSERT_EQ(intersects(a, b), any) << shown(a) << shown(b);
    }
  }
}

TEST(IntervalTest, IsEqualByItsEnds) {
  EXPECT_EQ(interval("1/2", "1", true, false), interval("0.5", "1.0", true, false));
  EXPECT_NE(interval("1/2", "1", true, false), interval("1/2", "1", true, true));
}

}  // namespace
}  // namespace tiendo::printed_test
