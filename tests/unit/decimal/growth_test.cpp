#include "tiendo/decimal/growth.hpp"

#include <gtest/gtest.h>

#include "numbers.hpp"

namespace tiendo::growth_test {
namespace {

constexpr auto kLess = std::strong_ordering::less;
constexpr auto kEqual = std::strong_ordering::equal;
constexpr auto kGreater = std::strong_ordering::greater;

Growth grown(const char* first, const char* last, int periods, int rate_periods = 1) {
  return {ratio(first), ratio(last), periods, rate_periods};
}

// 100 after so many periods of this growth in percent, by repeated multiplication.
Decimal compounded(const char* percent, int periods) {
  const Decimal factor = *(1 + *(dec(percent) / 100));
  Decimal value = 100;
  for (int i = 0; i < periods; ++i) value = *(value * factor);
  return value;
}

TEST(GrowthTest, TheAverageRateIsInPercent) {
  const struct {
    const char *first, *last;
    int periods, rate_periods, scale;
    const char* average;
  } cases[] = {
      {"100", "121", 2, 1, 2, "10.00"},
      {"100", "81", 2, 1, 0, "-10"},
      {"88.6", "170.1", 5, 1, 6, "13.934203"},
      {"1.00", "1.32", 3, 1, 14, "9.69613104865237"},
      {"3", "3", 7, 1, 1, "0.0"},
      {"70.44", "74.4", 1, 1, 3, "5.622"},
      {"2", "0", 3, 1, 1, "-100.0"},
      {"1/3", "1/2", 1, 1, 1, "50.0"},
      {"100", "112", 12, 12, 1, "12.0"},   // months, rate per year
      {"100", "112", 12, 1, 4, "0.9489"},  // months, rate per month
      {"100", "120", 42, 12, 4, "5.3473"},
      {"1", "2", 600, 12, 10, "1.3959479790"},
      {"1", "100000000000000000001", 20, 1, 1, "900.0"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(shown(average_growth(grown(c.first, c.last, c.periods, c.rate_periods), c.scale,
                                   Rounding::half_up)),
              c.average)
        << c.first << " to " << c.last;
  }
}

TEST(GrowthTest, ATieOfTheAverageIsRoundedAsTheModeSays) {
  // clang-format off
  const struct { Rounding mode; const char *up, *down; } cases[] = {  // of 2.5 % and -2.5 %
      {Rounding::half_up,   "3", "-3"},
      {Rounding::half_even, "2", "-2"},
      {Rounding::half_down, "2", "-2"},
      {Rounding::up,        "3", "-3"},
      {Rounding::down,      "2", "-2"},
      {Rounding::ceiling,   "3", "-2"},
      {Rounding::floor,     "2", "-3"},
  };
  // clang-format on
  for (const auto& c : cases) {
    const auto name = name_of(c.mode);
    EXPECT_EQ(shown(average_growth({100, compounded("2.5", 9), 9}, 0, c.mode)), c.up) << name;
    EXPECT_EQ(shown(average_growth({100, compounded("-2.5", 9), 9}, 0, c.mode)), c.down) << name;
  }
}

TEST(GrowthTest, ARateIsCompared) {
  const struct {
    Growth growth;
    const char* percent;
    std::strong_ordering order;
  } cases[] = {
      {grown("88.6", "170.1", 5), "10.4", kGreater},
      {grown("88.6", "170.1", 5), "13.934", kGreater},
      {grown("88.6", "170.1", 5), "13.935", kLess},
      {grown("100", "121", 2), "10", kEqual},
      {grown("100", "81", 2), "-10", kEqual},
      {grown("3", "2", 1), "-100/3", kEqual},
      {grown("100", "112", 12, 12), "12", kEqual},
      {grown("100", "112", 24, 12), "12", kLess},
      {grown("1", "4", 24, 12), "100", kEqual},
      {grown("5", "0", 3), "-100", kEqual},
      {grown("5", "0", 3), "-99.99", kLess},
      {grown("5", "0", 3), "-100.01", kGreater},
      {grown("5", "1", 3), "-100", kGreater},
      {grown("5", "1", 3), "-250", kGreater},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(*compare_growth(c.growth, ratio(c.percent)), c.order)
        << c.growth.last.to_string() << " " << c.percent;
  }
}

TEST(GrowthTest, TieX1HalfAPercentInTwoYears) {
  EXPECT_EQ(*compare_growth(grown("100", "101.0025", 2), ratio("0.5")), kEqual);
}

TEST(GrowthTest, TieX2HalfAPercentInSevenYears) {
  EXPECT_EQ(compounded("0.5", 7), dec("103.5529396940734453125"));
  EXPECT_EQ(*compare_growth({100, compounded("0.5", 7), 7}, ratio("0.5")), kEqual);
}

TEST(GrowthTest, TieX3OneAndAHalfPercentInTwoYears) {
  EXPECT_EQ(*compare_growth(grown("100", "103.0225", 2), ratio("1.5")), kEqual);
}

TEST(GrowthTest, TieX4OneRateIs95HundredthsOfAnother) {
  const Growth observed = grown("100", "109.8679244081099", 5);
  EXPECT_EQ(compounded("1.9", 5), dec("109.8679244081099"));
  const Decimal target = compounded("2", 15);
  const Decimal least = *Decimal::of(1, target.scale());
  EXPECT_EQ(*compare_growths(observed, ratio("0.95"), {100, target, 15}), kEqual);
  EXPECT_EQ(*compare_growths(observed, ratio("0.95"), {100, *(target + least), 15}), kLess);
  EXPECT_EQ(*compare_growths(observed, ratio("0.95"), {100, *(target - least), 15}), kGreater);
}

TEST(GrowthTest, TieX5TheExtrapolatedValueIsATenthOfTheWay) {
  const Ratio base = 100;
  const Growth growth = {base, ratio("108.28567056280801"), 8};  // 2015 to 2023
  const Ratio target = ratio("260.968955369998535166956051501");
  const Ratio tenth = *(base + ratio("0.10") * (target - base));
  EXPECT_EQ(*compare_extrapolated(growth, 7, tenth), kEqual);  // in 2030
  const Ratio least = *pow(Ratio(10), -40);
  EXPECT_EQ(*compare_extrapolated(growth, 7, *(tenth + least)), kLess);
  EXPECT_EQ(*compare_extrapolated(growth, 7, *(tenth - least)), kGreater);
}

TEST(GrowthTest, TieX6FourFifthsOfTheChange) {
  const Ratio base = 0;
  EXPECT_EQ(*(100 * ((ratio("0.32") - base) / (ratio("0.4") - base))), 80);
}

TEST(GrowthTest, TwoRatesAreComparedByAFactor) {
  const Growth doubled = grown("1", "2", 1);     // 100 %
  const Growth root_two = grown("1", "2", 2);    // 41.42... %
  const Growth root_eight = grown("1", "8", 2);  // 182.8... %: twice the root of two
  const Growth halved = grown("2", "1", 1);      // -50 %
  const Growth none = grown("7", "7", 3);
  const Growth lost = grown("7", "0", 3);  // -100 %
  const struct {
    const Growth& a;
    const char* factor;
    const Growth& b;
    std::strong_ordering order;
  } cases[] = {
      {doubled, "1", doubled, kEqual},
      {doubled, "-2", halved, kEqual},
      {halved, "-1/2", doubled, kEqual},
      {doubled, "2", root_two, kGreater},
      {doubled, "3", root_two, kLess},
      {root_two, "0.414", doubled, kGreater},
      {root_two, "0.415", doubled, kLess},
      {root_eight, "2", root_two, kGreater},
      {root_eight, "5", root_two, kLess},
      {root_two, "1", grown("3", "12", 4), kEqual},
      {root_two, "0", lost, kGreater},
      {none, "0", doubled, kEqual},
      {halved, "0", doubled, kLess},
      {none, "17/3", none, kEqual},
      {none, "-1", doubled, kGreater},
      {lost, "2", halved, kEqual},
      {lost, "1", lost, kEqual},
      {lost, "1", halved, kLess},
      {halved, "1", lost, kGreater},
      {halved, "1/2", lost, kEqual},
      {root_two, "-1", lost, kLess},
      {lost, "-1", doubled, kEqual},
      {root_two, "-1", root_two, kGreater},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(*compare_growths(c.a, ratio(c.factor), c.b), c.order)
        << c.a.last.to_string() << " against " << c.factor << " of " << c.b.last.to_string();
  }
}

// The rate of `b` to 300 digits, times the factor, is a growth that only the 300th digit tells from
// what it is compared with.
TEST(GrowthTest, RatesThatAgreeInHundredsOfDigitsAreToldApart) {
  const Growth b = {1, 2, 15};
  for (const Rounding mode : {Rounding::floor, Rounding::ceiling}) {
    const Ratio rate = *average_growth(b, 300, mode);
    for (const char* factor : {"0.95", "-0.95"}) {
      const Ratio last = *pow(*(1 + rate * ratio(factor) / 100), 5);
      const bool less = (mode == Rounding::floor) == (ratio(factor).sign() > 0);
      EXPECT_EQ(*compare_growths({1, last, 5}, ratio(factor), b), less ? kLess : kGreater)
          << factor << " " << name_of(mode);
    }
  }
}

TEST(GrowthTest, TheExtrapolatedValueIsCompared) {
  const struct {
    Growth growth;
    int further;
    const char* threshold;
    std::strong_ordering order;
  } cases[] = {
      {grown("100", "110", 1), 1, "121", kEqual},
      {grown("100", "110", 1, 12), 1, "121", kEqual},  // rate_periods plays no part
      {grown("1", "4", 2), 1, "8", kEqual},
      {grown("1", "2", 2), 1, "2.8284", kGreater},
      {grown("1", "2", 2), 1, "2.8285", kLess},
      {grown("4", "2", 2), 4, "0.5", kEqual},
      {grown("4", "2", 2), 0, "2", kEqual},
      {grown("4", "2", 2), 4, "0", kGreater},
      {grown("4", "2", 2), 4, "-1", kGreater},
      {grown("4", "0", 2), 4, "0", kEqual},
      {grown("4", "0", 2), 4, "-1", kGreater},
      {grown("4", "0", 2), 0, "1", kLess},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(*compare_extrapolated(c.growth, c.further, ratio(c.threshold)), c.order)
        << c.growth.last.to_string() << " " << c.further << " on, against " << c.threshold;
  }
}

TEST(GrowthTest, GrowthFromNothingOrAcrossZeroIsRefused) {
  const Growth good = {1, 2, 1};
  for (const Growth& bad : {grown("0", "1", 1), grown("-1", "1", 1), grown("-1", "-2", 1),
                            grown("1", "-1/9", 1), grown("0", "0", 1)}) {
    EXPECT_EQ(code_of(average_growth(bad, 1, Rounding::half_up)), Errc::growth_without_base);
    EXPECT_EQ(code_of(compare_growth(bad, 1)), Errc::growth_without_base);
    EXPECT_EQ(code_of(compare_growths(bad, 0, good)), Errc::growth_without_base);
    EXPECT_EQ(code_of(compare_growths(good, 0, bad)), Errc::growth_without_base);
    EXPECT_EQ(code_of(compare_extrapolated(bad, 1, -1)), Errc::growth_without_base);
  }
}

TEST(GrowthTest, PeriodsOutOfRangeAreRefused) {
  const Growth good = {1, 2, 1};
  for (const int count : {0, -1, kMaxPeriods + 1, 2147483647}) {
    for (const Growth& bad : {Growth{1, 2, count, 1}, Growth{1, 2, 1, count}}) {
      EXPECT_EQ(code_of(average_growth(bad, 1, Rounding::half_up)), Errc::periods_out_of_range);
      EXPECT_EQ(code_of(compare_growth(bad, 1)), Errc::periods_out_of_range);
      EXPECT_EQ(code_of(compare_growths(bad, 0, good)), Errc::periods_out_of_range);
      EXPECT_EQ(code_of(compare_growths(good, 0, bad)), Errc::periods_out_of_range);
      EXPECT_EQ(code_of(compare_extrapolated(bad, 1, -1)), Errc::periods_out_of_range);
    }
    if (count == 0) continue;
    EXPECT_EQ(code_of(compare_extrapolated(good, count, 1)), Errc::periods_out_of_range);
  }
}

TEST(GrowthTest, WhatIsTooLongIsAnError) {
  const Growth doubled = {1, 2, 1};
  const Growth too_long = {ten_to(9000), *(Ratio(1) / ten_to(9000)), 1};
  const Growth too_often = {1, 2, 1, kMaxPeriods};
  for (const int scale : {-1, Decimal::kMaxScale + 1, Decimal::kMaxScale}) {
    EXPECT_EQ(code_of(average_growth(doubled, scale, Rounding::half_up)), Errc::number_too_long);
  }
  EXPECT_EQ(average_growth(doubled, Decimal::kMaxScale - 2, Rounding::half_up)->digits(), 10000);
  for (const Growth& growth : {too_long, too_often}) {
    EXPECT_EQ(code_of(average_growth(growth, 0, Rounding::half_up)), Errc::number_too_long);
    EXPECT_EQ(code_of(compare_growths(growth, 2, doubled)), Errc::number_too_long);
    EXPECT_EQ(code_of(compare_growths(doubled, 2, growth)), Errc::number_too_long);
  }
  EXPECT_EQ(code_of(compare_growth(too_long, 1)), Errc::number_too_long);
  EXPECT_EQ(*compare_growth(too_often, 1), kGreater);
  EXPECT_EQ(code_of(compare_growth(doubled, *pow(Ratio(10), -9999))), Errc::number_too_long);
  EXPECT_EQ(code_of(compare_extrapolated(too_long, 1, 1)), Errc::number_too_long);
}

TEST(GrowthTest, LongNumbersAndManyPeriodsEndQuickly) {
  const Ratio tiny = *pow(Ratio(10), -2000);
  const int periods = kMaxPeriods;
  // (1 + tiny)^n exceeds 1 + n tiny by about n^2 tiny^2 / 2 alone.
  const Growth linear = {1, *(1 + tiny * periods), periods};
  EXPECT_EQ(*compare_growth(linear, *(tiny * 100)), kLess);
  EXPECT_EQ(*compare_growth({1, *(1 + tiny), 1}, *(tiny * 100)), kEqual);
  const Growth longest = {ratio(nines(999) + "7"), ratio(nines(1000)), periods};
  const auto down = average_growth(longest, 9000, Rounding::down);
  const auto up = average_growth(longest, 9000, Rounding::up);
  EXPECT_EQ(*(*up - *down), *Decimal::of(1, 9000));
  EXPECT_EQ(*compare_growth(longest, *down), kGreater);
  EXPECT_EQ(*compare_growth(longest, *up), kLess);
  EXPECT_EQ(*compare_growths(longest, *down, {1, 2, 1}), kLess);
  EXPECT_EQ(*compare_growths(longest, 2, longest), kLess);
  EXPECT_EQ(*compare_extrapolated(longest, periods, longest.last), kGreater);
}

}  // namespace
}  // namespace tiendo::growth_test
