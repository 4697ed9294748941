// Numbers that are out of line by a power of ten.

#include "checked.hpp"

namespace tiendo::checks_magnitude_test {
namespace {

struct Series {
  explicit Series(std::initializer_list<std::pair<const char*, const char*>> reports,
                  const std::string& measure = "ty-dong",
                  IndicatorKind kind = IndicatorKind::flow) {
    book.add_indicator("output", kind, measure);
    for (const auto& [when, value] : reports) book.add_report("output", when, value);
  }
  Lines out_of_line() { return found(book, Errc::order_of_magnitude); }
  Book book;
};

TEST(ChecksMagnitudeTest, ADigitTooManyIsFoundAgainstTheMedianOfTheOthers) {
  Series series({{"2024-01", "100"}, {"2024-02", "1100"}, {"2024-03", "120"}, {"2024-04", "105"}});
  EXPECT_EQ(series.out_of_line(),
            (Lines{"warning observation 2: \"output\" of \"town\" in 2024-02: 1100 is about 10 "
                   "times the median of the other 3 for as long a time, 105"}));
}

TEST(ChecksMagnitudeTest, AboutIsFromSevenTenthsOfAPowerOfTenToTenSevenths) {
  // clang-format off
  const struct { const char* value; const char* times; } cases[] = {
      {"699",    ""}, {"700",    "about 10 times"}, {"1428", "about 10 times"}, {"1429", ""},
      {"6999",   ""}, {"7000",   "about 100 times"}, {"14285", "about 100 times"}, {"14286", ""},
      {"70000",  "about 1000 times"}, {"700000", ""},
      {"14.29",  ""}, {"14.28",  "about 1/10 of"}, {"7", "about 1/10 of"}, {"6.99", ""},
      {"1",      "about 1/100 of"}, {"0.1", "about 1/1000 of"}, {"0.01", ""},
      {"300",    ""}, {"0", ""}, {"-1000", ""},
  };
  // clang-format on
  for (const auto& c : cases) {
    Series series({{"2024-01", "100"}, {"2024-02", "100"}, {"2024-03", c.value}});
    const Lines lines = series.out_of_line();
    EXPECT_EQ(lines.size(), *c.times == 0 ? 0U : 1U) << c.value;
    for (const std::string& line : lines) {
      EXPECT_NE(line.find(c.times), std::string::npos) << line;
    }
  }
}

TEST(ChecksMagnitudeTest, OthersThatAreFarApartSayNothing) {
  Series near({{"2024-01", "100"}, {"2024-02", "300"}, {"2024-03", "2000"}});
  EXPECT_EQ(near.out_of_line().size(), 1U);
  Series far({{"2024-01", "100"}, {"2024-02", "300.01"}, {"2024-03", "2000"}});
  EXPECT_EQ(far.out_of_line(), Lines{});
}

TEST(ChecksMagnitudeTest, StretchesOfAnotherLengthAreNoMeasure) {
  Series series({{"2024-01", "100"}, {"2024-02", "100"}, {"2024-H1", "1000"}});
  EXPECT_EQ(series.out_of_line(), Lines{});
}

TEST(ChecksMagnitudeTest, TheYearBeforeCountsWhereThereAreNotTwoOthers) {
  Series series({{"2023", "900"}, {"2024", "9500"}});
  EXPECT_EQ(series.out_of_line(),
            (Lines{"warning observation 2: \"output\" of \"town\" in 2024: 9500 is about 10 times "
                   "the value of the year before, 900"}));
  Series half({{"2023-H1", "900"}, {"2024-H2", "9500"}});
  EXPECT_EQ(half.out_of_line(), Lines{});
}

TEST(ChecksMagnitudeTest, TheTargetCountsWhereNothingElseDoes) {
  const auto against = [](const Condition& condition) {
    Series series({{"2024", "98000"}});
    series.book.add_target("output", condition);
    return series.out_of_line();
  };
  EXPECT_EQ(against(at_least("1000")),
            (Lines{"warning observation 1: \"output\" of \"town\" in 2024: 98000 is about 100 "
                   "times the target, 1000"}));
  EXPECT_EQ(against(around("1000", "5")).size(), 1U);
  EXPECT_EQ(against(between("1000", "1001")), Lines{});
  EXPECT_EQ(against(increase_by("1000")), Lines{});
  EXPECT_EQ(against(at_least("90000")), Lines{});
  // Not for a part of the year, and not one of several targets.
  Series half({{"2024-H1", "98000"}});
  half.book.add_target("output", at_least("1000"));
  EXPECT_EQ(half.out_of_line(), Lines{});
  Series several({{"2024", "98000"}});
  several.book.add_target("output", at_least("1000"));
  several.book.add_target("output", at_least("1000"), "province");
  EXPECT_EQ(several.out_of_line(), Lines{});
}

TEST(ChecksMagnitudeTest, WhatHasBeenCorrectedIsNotFound) {
  Series series({{"2024-01", "100"}, {"2024-02", "1000"}, {"2024-03", "100"}});
  series.book.add_report("output", "2024-02", "101").recorded_on = day("2024-05-01");
  EXPECT_EQ(series.out_of_line(), Lines{});
  EXPECT_EQ(found(series.book, Errc::order_of_magnitude, day("2024-04-30")).size(), 1U);
}

// The rule says on which value growth is counted, not which value is right: what was mended is no
// measure of anything.
TEST(ChecksMagnitudeTest, TheYearBeforeIsAsItIsKnownLatestWhateverTheRuleOfTheBase) {
  for (const BaseRule rule :
       {BaseRule::latest, BaseRule::first_published, BaseRule::as_of_report}) {
    Book book;
    book.add_indicator("output", IndicatorKind::flow).base_rule = rule;
    book.add_report("output", "2023", "95");
    book.add_report("output", "2023", "950").recorded_on = day("2024-03-01");
    book.add_report("output", "2024", "1000");
    EXPECT_EQ(found(book, Errc::order_of_magnitude), Lines{}) << name_of(rule);
    EXPECT_EQ(check_plan(book.log(), {}, rule).size(), check_plan(book.log()).size());
    // As long as it was not known, the year looked ten times as large.
    Book early;
    early.add_indicator("output", IndicatorKind::flow).base_rule = rule;
    early.add_report("output", "2023", "95");
    early.add_report("output", "2023", "950").recorded_on = day("2025-03-01");
    early.add_report("output", "2024", "1000");
    EXPECT_EQ(found(early, Errc::order_of_magnitude, day("2025-02-28")).size(), 1U);
  }
}

TEST(ChecksMagnitudeTest, APercentageIsSaidToBeInAnotherMeasure) {
  // clang-format off
  const struct { const char *measure, *usual, *value, *says; } cases[] = {
      {"percent",   "12",  "121",   "as if it were in per mille, not percent"},
      {"percent",   "12",  "0.121", "as if it were in parts of one, not percent"},
      {"per-mille", "120", "12",    "as if it were in percent, not per mille"},
      {"per-mille", "120", "0.12",  "as if it were in parts of one, not per mille"},
  };
  // clang-format on
  for (const auto& c : cases) {
    Series series({{"2022", c.usual}, {"2023", c.usual}, {"2024", c.value}}, c.measure,
                  IndicatorKind::level);
    const Lines lines = found(series.book, Errc::percent_or_per_mille);
    ASSERT_EQ(lines.size(), 1U) << c.measure << ' ' << c.value;
    EXPECT_NE(lines[0].find(c.says), std::string::npos) << lines[0];
    EXPECT_EQ(series.out_of_line(), Lines{}) << c.measure << ' ' << c.value;
  }
  Series other({{"2022", "1.2"}, {"2023", "1.2"}, {"2024", "120"}}, "percent",
               IndicatorKind::level);
  EXPECT_EQ(other.out_of_line().size(), 1U);
}

TEST(ChecksMagnitudeTest, NumbersOnTwoSidesOfABreakAreNotCompared) {
  const auto found_with = [](const char* on) {
    Book book;
    Indicator& indicator = book.add_indicator("output", IndicatorKind::flow);
    indicator.breaks = {{day(on), BreakKind::price_base, dec("10"), {}}};
    for (const auto& [when, value] :
         {std::pair{"2022", "100"}, std::pair{"2023", "100"}, std::pair{"2024", "1000"}}) {
      book.add_report("output", when, value);
    }
    return found(book, Errc::order_of_magnitude).size();
  };
  EXPECT_EQ(found_with("2021-01-01"), 1U);
  EXPECT_EQ(found_with("2024-01-01"), 0U);
}

TEST(ChecksMagnitudeTest, ARatioIsComparedAsARatio) {
  Series series({{"2022", "1/10"}, {"2023", "1/10"}, {"2024", "10/10"}}, "percent",
                IndicatorKind::ratio);
  EXPECT_EQ(found(series.book, Errc::percent_or_per_mille).size(), 1U);
}

}  // namespace
}  // namespace tiendo::checks_magnitude_test
