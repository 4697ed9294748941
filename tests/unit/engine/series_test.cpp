// Breaks of a series: what is compared or added across one, and what is not.

#include "engine/series.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::series_test {
namespace {

constexpr auto kFlow = IndicatorKind::flow;
constexpr auto kLevel = IndicatorKind::level;

// "2024-01-01", or with the factor "2024-01-01 1.5".
SeriesBreak broken(std::string_view text) {
  SeriesBreak result;
  result.on = day(text.substr(0, 10));
  if (text.size() > 10) result.factor = dec(text.substr(11));
  return result;
}

Indicator series(std::initializer_list<std::string_view> breaks) {
  Indicator indicator;
  for (const std::string_view each : breaks) indicator.breaks.push_back(broken(each));
  return indicator;
}

std::string between(const Indicator& indicator, std::string_view from, std::string_view to) {
  return shown(Figure(bridge(indicator, day(from), day(to))));
}

TEST(SeriesTest, ABreakStandsBetweenTheDayBeforeItAndItsOwnDay) {
  const Indicator one = series({"2024-01-01 1.5"});
  EXPECT_EQ(between(one, "2023-12-31", "2024-01-01"), "3/2");
  EXPECT_EQ(between(one, "2023-12-30", "2023-12-31"), "1");
  EXPECT_EQ(between(one, "2024-01-01", "2024-12-31"), "1");
  EXPECT_EQ(between(one, "2024-12-31", "2023-12-31"), "1");
  EXPECT_TRUE(crosses_break(one, day("2023-12-31"), day("2024-01-01")));
  EXPECT_FALSE(crosses_break(one, day("2023-01-01"), day("2023-12-31")));
  EXPECT_FALSE(crosses_break(one, day("2024-01-01"), day("2024-12-31")));
}

TEST(SeriesTest, SeveralFactorsAreMultipliedAndOneThatIsMissingBreaksTheChain) {
  const Indicator three = series({"2022-01-01 0.1", "2023-01-01 1.5", "2024-01-01 3"});
  EXPECT_EQ(between(three, "2021-12-31", "2024-06-30"), "9/20");
  EXPECT_EQ(between(three, "2022-06-30", "2024-06-30"), "9/2");
  const Indicator gap = series({"2022-01-01 0.1", "2023-01-01", "2024-01-01 3"});
  EXPECT_EQ(between(gap, "2021-12-31", "2024-06-30"), "series_break");
  EXPECT_EQ(between(gap, "2023-06-30", "2024-06-30"), "3");
}

// The figures of 60 in 2024 after 40 in 2023, of a flow or a level with this break.
ReportRow after(IndicatorKind kind, std::string_view text) {
  Book book;
  book.add_indicator("x", kind).breaks = {broken(text)};
  book.add_target("x", increase_by("5"));
  book.add_report("x", "2023", "40");
  book.add_report("x", "2024", "60");
  return book.row("2024-12-31");
}

TEST(SeriesTest, AComparisonAcrossABreakUsesTheFactorOrIsNotMade) {
  for (const IndicatorKind kind : {kFlow, kLevel}) {
    const ReportRow bridged = after(kind, "2024-01-01 1.25");
    EXPECT_EQ(shown(bridged.same_period), "50");
    EXPECT_EQ(shown(bridged.index), "120");
    EXPECT_EQ(shown(bridged.growth), "20");
    EXPECT_EQ(shown(bridged.baseline), "50");
    EXPECT_EQ(shown(bridged.required), "55");
    EXPECT_EQ(shown(bridged.completion), "200");
    EXPECT_EQ(shown_verdict(bridged), "exceeded");
    const ReportRow apart = after(kind, "2024-01-01");
    EXPECT_EQ(shown(apart.actual), "60");
    for (const Figure& figure :
         {apart.same_period, apart.index, apart.growth, apart.baseline, apart.required}) {
      EXPECT_EQ(shown(figure), "series_break");
    }
    EXPECT_EQ(shown_state(apart), "value");
    EXPECT_EQ(shown_verdict(apart), "series_break");
  }
}

TEST(SeriesTest, ABreakOutsideTheTwoValuesChangesNothing) {
  for (const char* when : {"2023-01-01", "2022-06-01"}) {
    EXPECT_EQ(shown(after(kFlow, when).growth), "50") << when;
    EXPECT_EQ(shown(after(kLevel, when).growth), "50") << when;
  }
}

TEST(SeriesTest, ALevelIsOfItsLastDayAndAnAmountOfAllItsDays) {
  EXPECT_EQ(shown(after(kLevel, "2023-12-31").growth), "50");
  EXPECT_EQ(shown(after(kLevel, "2024-12-31").growth), "series_break");
  EXPECT_EQ(shown(after(kLevel, "2024-12-31 1.5").growth), "0");
  // The report of a whole year is of both sides, and no factor takes it apart.
  for (const char* inside : {"2024-07-01", "2024-07-01 1.5", "2024-12-31 1.5"}) {
    const ReportRow row = after(kFlow, inside);
    EXPECT_EQ(shown(row.actual), "series_break") << inside;
    EXPECT_EQ(shown_state(row), "undefined series_break") << inside;
    EXPECT_EQ(shown_verdict(row), "series_break") << inside;
  }
  const ReportRow before = after(kFlow, "2023-07-01 1.5");
  EXPECT_EQ(shown(before.actual), "60");
  EXPECT_EQ(shown(before.same_period), "series_break");
  EXPECT_EQ(shown(before.baseline), "series_break");
  EXPECT_EQ(shown_state(before), "value");
}

TEST(SeriesTest, ReportsOnBothSidesAddUpWithTheFactorOnly) {
  const auto year = [](std::string_view text, std::string_view as_of) {
    Book book;
    book.add_indicator("x", kFlow).breaks = {broken(text)};
    book.add_report("x", "2023-H1", "8");
    book.add_report("x", "2023-H2", "12");
    book.add_report("x", "2024-H1", "10");
    book.add_report("x", "2024-H2", "25");
    const ReportRow row = book.row(as_of);
    return shown(row.actual) + ' ' + shown(row.same_period);
  };
  EXPECT_EQ(year("2024-07-01 1.5", "2024-06-30"), "10 8");
  EXPECT_EQ(year("2024-07-01 1.5", "2024-12-31"), "40 30");
  EXPECT_EQ(year("2024-07-01", "2024-06-30"), "10 8");
  EXPECT_EQ(year("2024-07-01", "2024-12-31"), "series_break series_break");
  EXPECT_EQ(year("2023-07-01 1.5", "2024-12-31"), "35 24");
  EXPECT_EQ(year("2023-07-01", "2024-12-31"), "35 series_break");
}

TEST(SeriesTest, ARunningTotalIsOfAllItsDays) {
  Book book;
  book.add_indicator("x", kFlow).breaks = {broken("2024-07-01 1.5")};
  book.add_report("x", "2024-H1", "10").form = Form::to_date;
  book.add_report("x", "2024-Q3", "30").form = Form::to_date;
  EXPECT_EQ(shown(book.row("2024-06-30").actual), "10");
  EXPECT_EQ(shown(book.row("2024-09-30").actual), "series_break");
}

TEST(SeriesTest, OfARatioTheNumeratorIsMultiplied) {
  Book book;
  Indicator& ratio = book.add_indicator("x", IndicatorKind::ratio, "percent");
  ratio.breaks = {broken("2024-07-01 2")};
  book.add_report("x", "2023", "1/8");
  book.add_report("x", "2024-H1", "1/10");
  book.add_report("x", "2024-H2", "3/10");
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(shown(row.actual), "25");       // (1 * 2 + 3) / 20
  EXPECT_EQ(shown(row.same_period), "25");  // 1 * 2 / 8
}

TEST(SeriesTest, UnitsThatReportedToDifferentDaysAreBroughtToTheLatest) {
  const auto sum = [](std::string_view text) {
    Book book;
    book.add_indicator("x", kFlow).breaks = {broken(text)};
    for (const char* ward : {"a", "b"}) book.add_unit(ward);
    book.add_unit_report("a", "x", "2024-H1", "10");
    book.add_unit_report("b", "x", "2024-H1", "20");
    book.add_unit_report("b", "x", "2024-H2", "5");
    return shown(book.row("2024-12-31").actual);
  };
  EXPECT_EQ(sum("2024-07-01 3"), "95");
  EXPECT_EQ(sum("2024-07-01"), "series_break");
}

TEST(SeriesTest, AComputedGrowthCrossesTheBreaksOfItsBase) {
  const auto growth = [](std::string_view text) {
    Book book;
    book.add_indicator("g", IndicatorKind::growth, "percent").base = "x";
    book.add_indicator("x", kFlow).breaks = {broken(text)};
    book.add_report("x", "2023", "40");
    book.add_report("x", "2024", "60");
    return shown_state(book.row("2024-12-31")) + ' ' + shown(book.row("2024-12-31").actual);
  };
  EXPECT_EQ(growth("2024-01-01 1.25"), "value 20");
  EXPECT_EQ(growth("2024-01-01"), "undefined series_break series_break");
}

TEST(SeriesTest, AGrowthMayBreakItself) {
  Book book;
  Indicator& rate = book.add_indicator("g", IndicatorKind::growth, "percent");
  rate.base = "x";
  rate.breaks = {broken("2024-01-01 3")};
  book.add_indicator("x", kFlow);
  book.add_report("x", "2022", "100");
  book.add_report("x", "2023", "110");
  book.add_report("x", "2024", "121");
  const ReportRow row = book.row("2024-12-31");
  EXPECT_EQ(shown(row.actual), "10");
  EXPECT_EQ(shown(row.same_period), "30");
}

TEST(SeriesTest, ABaselineWithoutAnActualIsOfTheSeriesOfTheDay) {
  Book book;
  book.add_indicator("x", kFlow).breaks = {broken("2024-07-01 2")};
  book.add_target("x", increase_by("5"));
  book.add_report("x", "2023", "40");
  EXPECT_EQ(shown(book.row("2023-06-30").baseline), "40");
  EXPECT_EQ(shown(book.row("2024-06-30").baseline), "40");
  EXPECT_EQ(shown(book.row("2024-07-01").baseline), "80");
  EXPECT_EQ(shown(book.row("2026-07-01").baseline), "80");
}

TEST(SeriesTest, TheTraceNamesWhatEachNumberWasMultipliedBy) {
  Book book;
  book.add_indicator("x", kFlow).breaks = {broken("2024-01-01 1.25"), broken("2024-07-01 2")};
  book.add_report("x", "2023", "40");
  book.add_report("x", "2024-H1", "30");
  book.add_report("x", "2024-H2", "60");
  const Report report = book.report("2024-12-31");
  const Trace trace = explain(book.log(), report, 0);
  ASSERT_EQ(trace.sources.size(), 3U);
  EXPECT_EQ(trace.sources[2].role, SourceRole::other_base);
  EXPECT_EQ(trace.sources[0].factors, (std::vector<Ratio>{2, 1}));
  EXPECT_EQ(trace.sources[1].factors, (std::vector<Ratio>{*(Ratio(5) / Ratio(2))}));
  for (const TraceStep& step : trace.steps) {
    if (step.field != Field::growth) continue;
    ASSERT_EQ(step.inputs.size(), 2U);
    EXPECT_EQ(step.inputs[1].value, Ratio(100));
  }
}

TEST(SeriesTest, AGrowthTargetIsNotComparedWithALevelTargetAcrossABreak) {
  const auto findings = [](std::string_view text) {
    Book book;
    book.add_indicator("g", IndicatorKind::growth, "percent").base = "x";
    book.add_indicator("x", kFlow).breaks = {broken(text)};
    book.add_target("g", at_least("20"));
    book.add_target("x", at_least("60"));
    book.add_report("x", "2023", "40");
    std::string names;
    for (const Diagnostic& finding : check_plan(book.log())) {
      names += std::string(name_of(finding.severity)) + ' ' + std::string(name_of(finding.code)) +
               (finding.sentence.find("exactly") != std::string::npos ? " exactly" : "");
    }
    return names;
  };
  EXPECT_EQ(findings("2024-01-01 1.25"), "note growth_against_level exactly");
  EXPECT_EQ(findings("2024-01-01"), "note series_break");
}

}  // namespace
}  // namespace tiendo::series_test
