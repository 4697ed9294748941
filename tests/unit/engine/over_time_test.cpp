// The mean, the highest and the lowest over time.

#include "engine/parts.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::over_time_test {
namespace {

// The first row of a book of one indicator with these reports of the town, "2024-01=10 2024-Q2=12".
ReportRow row_of(TimeRule rule, std::string_view reports, std::string_view as_of = "2024-12-31",
                 IndicatorKind kind = IndicatorKind::level, std::string_view measure = "ty-dong") {
  Book book;
  Indicator& indicator = book.add_indicator("x", kind, std::string(measure));
  indicator.time_rule = rule;
  if (kind == IndicatorKind::ratio && rule != TimeRule::mean) indicator.unit_rule = UnitRule::none;
  for (std::size_t at = 0; at < reports.size();) {
    const std::size_t end = std::min(reports.find(' ', at), reports.size());
    const std::string_view word = reports.substr(at, end - at);
    const std::size_t sign = word.find('=');
    book.add_report("x", word.substr(0, sign), word.substr(sign + 1));
    at = end + 1;
  }
  return book.row(as_of);
}

std::string made(TimeRule rule, std::string_view reports, std::string_view as_of = "2024-12-31") {
  const ReportRow row = row_of(rule, reports, as_of);
  return shown(row.actual) + ' ' + shown(row.coverage) + ' ' + shown_state(row);
}

TEST(OverTimeTest, AMeanWeighsEachReportByItsMonths) {
  EXPECT_EQ(made(TimeRule::mean, "2024-01=10 2024-02=20"),
            "15 2/12 months undefined partial_coverage");
  EXPECT_EQ(made(TimeRule::mean, "2024-Q1=10 2024-9M=14 2024-Q4=30"), "18 12/12 months value")
      << "the longer report stands for the months in it";
  EXPECT_EQ(made(TimeRule::mean, "2024-H1=10 2024-Q3=20 2024-Q4=40"), "20 12/12 months value");
}

TEST(OverTimeTest, AMeanWeighsByDaysWhereNotAllAreWholeMonths) {
  // 15 days at 10, 16 at 20, 29 at 30: 1340 over 60 days.
  EXPECT_EQ(made(TimeRule::mean, "2024-01-01/2024-01-16=10 2024-01-16/2024-02-01=20 2024-02=30",
                 "2024-02-29"),
            "67/3 2/2 months value");
}

TEST(OverTimeTest, TheHighestAndTheLowestAreOfAllPeriodsReported) {
  EXPECT_EQ(made(TimeRule::max, "2024-H1=10 2024-Q3=20 2024-Q4=15"), "20 12/12 months value");
  EXPECT_EQ(made(TimeRule::min, "2024-H1=10 2024-Q3=20 2024-Q4=15"), "10 12/12 months value");
  EXPECT_EQ(made(TimeRule::max, "2024-01=-3 2024-02=-5", "2024-02-29"), "-3 2/2 months value");
  EXPECT_EQ(made(TimeRule::max, "2024-02=99 2024-Q1=7", "2024-03-31"), "7 3/3 months value")
      << "a longer report replaces those that it covers";
}

TEST(OverTimeTest, WithinThePeriodItIsMadeOfWhatIsThere) {
  EXPECT_EQ(made(TimeRule::mean, "2024-01=10 2024-03=20", "2024-03-31"), "15 2/3 months value");
  EXPECT_EQ(made(TimeRule::mean, "2024-01=10 2024-03=20", "2024-02-15"), "10 1/1 months value");
}

TEST(OverTimeTest, WhatIsNotApplicableCountsAsReportedAndForNothing) {
  EXPECT_EQ(made(TimeRule::mean, "2024-Q1=10 2024-Q2=n/a 2024-H2=40"), "30 12/12 months value");
  EXPECT_EQ(made(TimeRule::min, "2024-H1=n/a 2024-H2=40"), "40 12/12 months value");
  EXPECT_EQ(made(TimeRule::mean, "2024-H1=10 2024-H2=withheld"),
            "withheld 12/12 months withheld withheld");
}

TEST(OverTimeTest, HalvesThatOverlapMakeNoFigure) {
  EXPECT_EQ(made(TimeRule::mean, "2024-01-15/2024-02-15=1 2024-02=2", "2024-02-29"),
            "periods_overlap 46/60 days undefined periods_overlap");
}

TEST(OverTimeTest, UnchangedIsThePeriodOfTheSameLengthBefore) {
  EXPECT_EQ(made(TimeRule::mean, "2024-Q1=10 2024-Q2=unchanged", "2024-06-30"),
            "10 6/6 months value");
  EXPECT_EQ(made(TimeRule::mean, "2024-03=10 2024-Q2=unchanged", "2024-06-30"),
            "unchanged_from_nothing 4/6 months undefined unchanged_from_nothing");
}

TEST(OverTimeTest, ARatioIsMadeOfTheMeansOfItsParts) {
  const auto ratio = [](TimeRule rule, std::string_view reports) {
    return shown(row_of(rule, reports, "2024-12-31", IndicatorKind::ratio, "percent").actual);
  };
  EXPECT_EQ(ratio(TimeRule::mean, "2024-H1=1/2 2024-Q3=3/4 2024-Q4=0/2"), "50");
  EXPECT_EQ(ratio(TimeRule::max, "2024-H1=1/2 2024-Q3=3/4 2024-Q4=0/2"), "75");
  EXPECT_EQ(ratio(TimeRule::min, "2024-H1=1/2 2024-Q3=3/4 2024-Q4=0/0"), "50")
      << "of nothing there is no quotient";
  EXPECT_EQ(ratio(TimeRule::max, "2024-H1=1/2 2024-H2=3/0"), "denominator_zero");
  EXPECT_EQ(ratio(TimeRule::max, "2024-H1=0/0"), "denominator_zero");
}

TEST(OverTimeTest, TheYearBeforeIsTheMeanOfTheSameMonths) {
  const ReportRow row =
      row_of(TimeRule::mean, "2023-Q1=8 2023-Q2=2 2024-Q1=10 2024-Q2=20", "2024-06-30");
  EXPECT_EQ(shown(row.same_period), "5");
  EXPECT_EQ(shown(row.growth), "200");
  EXPECT_EQ(shown(row_of(TimeRule::mean, "2023-H1=8 2024-Q1=10", "2024-06-30").same_period),
            "no_base");
}

TEST(OverTimeTest, EarlierNumbersAreBroughtToTheSeriesOfTheLatest) {
  Book book;
  Indicator& indicator = book.add_indicator("x", IndicatorKind::level);
  indicator.time_rule = TimeRule::max;
  indicator.breaks = {{day("2024-07-01"), BreakKind::price_base, dec("2"), {}}};
  book.add_report("x", "2024-H1", "10");
  book.add_report("x", "2024-H2", "15");
  EXPECT_EQ(shown(book.row("2024-12-31").actual), "20");
  EXPECT_EQ(shown(book.row("2024-06-30").actual), "10");
}

TEST(OverTimeTest, AReportOverABreakIsInNoSeries) {
  Book book;
  Indicator& indicator = book.add_indicator("x", IndicatorKind::level);
  indicator.time_rule = TimeRule::mean;
  indicator.breaks = {{day("2024-07-01"), BreakKind::price_base, dec("2"), {}}};
  book.add_report("x", "2024", "10");
  EXPECT_EQ(shown(book.row("2024-12-31").actual), "series_break");
}

TEST(OverTimeTest, AVerdictByHandIsOnThePeriodOfItsReport) {
  const auto by_hand = [](std::string_view when) {
    Book book;
    book.add_indicator("x", IndicatorKind::level).time_rule = TimeRule::max;
    book.add_target("x", at_least("1"));
    Observation& report = book.add_report("x", when, "5");
    report.verdict = Verdict::near;
    report.judge = "office";
    return book.row("2024-12-31").hand_verdict;
  };
  EXPECT_EQ(by_hand("2024"), Verdict::near);
  EXPECT_EQ(by_hand("2024-H2"), Verdict::none) << "it says nothing of the first half";
}

TEST(OverTimeTest, UnitsBelowAreAddedUpWhereTheyAreTheSameAllTheTime) {
  const auto town = [](bool merged) {
    Book book;
    book.add_unit("a");
    book.add_unit("b");
    book.add_unit("c");
    if (merged) book.add_event("2024-07-01", {"a", "b"}, {{"c", ""}});
    book.add_indicator("x", IndicatorKind::flow).time_rule = TimeRule::mean;
    for (const char* unit : {"a", "b"}) {
      book.add_unit_report(unit, "x", "2024-H1", "10");
      if (!merged) book.add_unit_report(unit, "x", "2024-H2", "20");
    }
    book.add_unit_report("c", "x", merged ? "2024-H2" : "2024", "30");
    const ReportRow row = book.row("2024-12-31");
    return shown(row.actual) + ' ' + shown(row.coverage);
  };
  EXPECT_EQ(town(false), "60 3/3 units");
  EXPECT_EQ(town(true), "units_changed 3/3 units");
}

TEST(OverTimeTest, TheHighestIsHedgedAsTheHighestIsAndTheLowestAsTheLowest) {
  const auto hedge = [](TimeRule rule, bool words) {
    Book book;
    book.add_indicator("x", IndicatorKind::level).time_rule = rule;
    book.add_report("x", "2024-Q1", "5").qualifier = Qualifier::over;
    book.add_report("x", "2024-Q2", "7");
    if (words) {
      Observation& report = book.add_report("x", "2024-H2", "unchanged");
      report.standing = Standing::words;
      report.words = "cao";
    }
    return book.row("2024-12-31").qualifier;
  };
  EXPECT_EQ(hedge(TimeRule::max, false), Qualifier::about) << "the first may be above 7, too";
  EXPECT_EQ(hedge(TimeRule::min, false), Qualifier::over);
  EXPECT_EQ(hedge(TimeRule::max, true), Qualifier::over) << "there is no highest of words";
}

TEST(OverTimeTest, OnlyWhatIsCertainOfTheHighestIsABound) {
  using enum Qualifier;
  const auto hedge = [](std::vector<HedgedNumber> numbers, bool highest) {
    return hedge_of_extreme(numbers, highest);
  };
  EXPECT_EQ(hedge({{5, exact}, {7, exact}}, true), exact);
  EXPECT_EQ(hedge({{5, under}, {7, exact}}, true), exact);
  EXPECT_EQ(hedge({{5, over}, {7, exact}}, true), about) << "the first may be above 7, too";
  EXPECT_EQ(hedge({{5, about}, {7, over}}, true), over);
  EXPECT_EQ(hedge({{5, exact}, {7, under}}, true), under);
  EXPECT_EQ(hedge({{7, exact}, {7, under}}, true), exact);
  EXPECT_EQ(hedge({{7, over}, {7, under}}, true), over);
  EXPECT_EQ(hedge({{5, about}, {7, exact}}, true), about);
  EXPECT_EQ(hedge({{5, under}, {7, exact}}, false), under);
  EXPECT_EQ(hedge({{5, exact}, {7, under}}, false), about);
  EXPECT_EQ(hedge({}, true), exact);
}

}  // namespace
}  // namespace tiendo::over_time_test
