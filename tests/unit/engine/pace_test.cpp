// What the months that are left have to bring, and the forecasts.

#include "engine/pace.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::pace_test {
namespace {

constexpr auto kFlow = IndicatorKind::flow;
constexpr auto kLevel = IndicatorKind::level;

// A flow for which 120 are asked in 2024.
Book flow(std::string_view period, std::string_view value,
          const Condition& condition = at_least("120")) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_target("x", condition);
  book.add_report("x", period, value);
  return book;
}

// "13 90 no_base": pace, run rate, same share.
std::string shown_ahead(const ReportRow& row) {
  return shown(row.pace) + ' ' + shown(row.run_rate) + ' ' + shown(row.same_share);
}

TEST(PaceTest, AMonthCountsWholeAndABrokenOneByItsDays) {
  // clang-format off
  const struct { const char *period, *months; } cases[] = {
      {"2024", "12"},
      {"2024-02", "1"},
      {"2021/2025", "60"},
      {"2024-01-01/2024-01-02", "1/31"},
      {"2024-01-16/2024-03-01", "47/31"},
      {"2024-01-16/2024-02-15", "898/899"},  // 16/31 + 14/29
      {"2023-12-31/2024-01-02", "2/31"},
  };
  // clang-format on
  for (const auto& c : cases) EXPECT_EQ(months_in(period(c.period))->to_string(), c.months);
}

TEST(PaceTest, WhatIsLeftIsSpreadOverTheMonthsLeft) {
  EXPECT_EQ(shown_ahead(flow("2024-H1", "48").row("2024-06-30")), "12 96 no_base");
  // No report on July is due until it is over.
  EXPECT_EQ(shown_ahead(flow("2024-H1", "48").row("2024-07-30")), "12 96 no_base");
  EXPECT_EQ(shown_ahead(flow("2024-01-01/2024-12-17", "105").row("2024-12-16")),
            "31 1860/17 no_base");  // 15 in 15 days of 31; 105 * 12 / (11 + 16/31)
}

TEST(PaceTest, ReportsThatStopEarlyLeaveMoreMonths) {
  const ReportRow row = flow("2024-H1", "48").row("2024-08-31");
  EXPECT_EQ(shown_ahead(row), "12 partial_coverage no_base");
}

TEST(PaceTest, WhatHasAHoleHasNoPace) {
  Book book = flow("2024-Q1", "20");
  book.add_report("x", "2024-05", "10");
  EXPECT_EQ(shown_ahead(book.row("2024-05-31")), "partial_coverage partial_coverage no_base");
}

TEST(PaceTest, NoPaceIsLeftWhereItIsDoneOrTimeIsUp) {
  EXPECT_EQ(shown(flow("2024-H1", "120").row("2024-06-30").pace), "target_reached");
  EXPECT_EQ(shown(flow("2024-H1", "119.9").row("2024-06-30").pace), "1/60");
  EXPECT_EQ(shown_ahead(flow("2024", "119").row("2024-12-31")), "time_is_up time_is_up time_is_up");
  EXPECT_EQ(shown_ahead(flow("2024-H1", "60").row("2025-06-30")),
            "time_is_up time_is_up time_is_up");
  EXPECT_EQ(shown_ahead(flow("2024-H1", "60").row("2023-12-31")),
            "not_started not_started not_started");
  // What is not to grow may be less in each month that is left.
  EXPECT_EQ(shown(flow("2024-H1", "126", at_most("120")).row("2024-06-30").pace), "-1");
}

TEST(PaceTest, AChangeHasThePaceOfWhatItLeadsTo) {
  Book book = flow("2024-H1", "48", increase_by("20", ChangeIn::percent));
  book.add_report("x", "2023", "100");
  book.add_report("x", "2023-H1", "40");
  EXPECT_EQ(shown_ahead(book.row("2024-06-30")), "12 96 120");
}

TEST(PaceTest, ALevelHasAPaceAndNoForecast) {
  Book book;
  book.add_indicator("x", kLevel, "percent");
  book.add_target("x", at_least("90"));
  book.add_report("x", "2023", "84");
  book.add_report("x", "2023-06", "80");
  book.add_report("x", "2024-06", "87");
  EXPECT_EQ(shown_ahead(book.row("2024-06-30")), "1/2 not_cumulative not_cumulative");
}

TEST(PaceTest, RatesAreNotCarriedForward) {
  Book book;
  book.add_indicator("x", kFlow);
  book.add_indicator("g", IndicatorKind::growth, "percent").base = "x";
  book.add_indicator("r", IndicatorKind::ratio, "percent").parts = TimeRule::sum;
  book.add_target("g", at_least("10"));
  book.add_target("r", at_least("50"));
  book.add_report("x", "2023-H1", "100");
  book.add_report("x", "2024-H1", "105");
  book.add_report("r", "2024-H1", "2/5");
  const Report report = book.report("2024-06-30");
  EXPECT_EQ(shown_ahead(report.rows[0]), "no_target 210 partial_coverage");
  EXPECT_EQ(shown_ahead(report.rows[1]), "not_cumulative not_cumulative not_cumulative");
  EXPECT_EQ(shown_ahead(report.rows[2]), "not_cumulative not_cumulative not_cumulative");
}

TEST(PaceTest, TheShareOfTheYearBeforeIsThatOfTheSameMonths) {
  for (const auto& [year, half, forecast] : {std::tuple{"100", "25", "192"},
                                             {"100", "0", "base_zero"},
                                             {"", "25", "partial_coverage"},
                                             {"100", "", "no_base"}}) {
    Book book = flow("2024-H1", "48");
    if (*year != 0) book.add_report("x", "2023", year);
    if (*half != 0) book.add_report("x", "2023-H1", half);
    EXPECT_EQ(shown(book.row("2024-06-30").same_share), forecast) << year << ' ' << half;
  }
}

TEST(PaceTest, FactsAndRangesHaveNoneAndUnitsThatEndedNeither) {
  EXPECT_EQ(shown_ahead(flow("2024-H1", "0", yes()).row("2024-06-30")),
            "fact_target fact_target fact_target");
  EXPECT_EQ(shown_ahead(flow("2024-H1", "48", between("90", "120")).row("2024-06-30")),
            "range_target 96 no_base");
  Book book;
  book.add_unit("ward", "town").until = day("2024-07-01");
  book.add_indicator("x", kFlow);
  book.add_target("x", at_least("120")).unit = "ward";
  book.add_unit_report("ward", "x", "2024-H1", "48");
  EXPECT_EQ(shown_ahead(book.row("2024-09-30")), "unit_ended unit_ended unit_ended");
}

TEST(PaceTest, AUnitThatBeganLaterGoesOnFromThere) {
  Book book;
  book.add_unit("ward", "town").from = day("2024-07-01");
  book.add_indicator("x", kFlow);
  book.add_target("x", at_least("120")).unit = "ward";
  book.add_unit_report("ward", "x", "2024-Q3", "48");
  EXPECT_EQ(shown_ahead(book.row("2024-09-30")), "24 96 no_base");
}

TEST(PaceTest, NothingIsJudgedByAForecast) {
  const ReportRow row = flow("2024-H1", "61").row("2024-06-30");
  EXPECT_EQ(shown(row.run_rate), "122");
  EXPECT_EQ(shown_verdict(row), "period_open");
}

TEST(PaceTest, EveryStepIsInTheTrace) {
  Book book = flow("2024-H1", "48");
  book.add_report("x", "2023", "100");
  book.add_report("x", "2023-H1", "25");
  std::vector<std::string> steps;
  const Trace trace = explain(book.log(), book.report("2024-06-30"), 0);
  for (const TraceStep& step : trace.steps) {
    if (step.field < Field::pace || step.field == Field::change) continue;
    std::string text(step.formula);
    for (const TraceInput& input : step.inputs) {
      text += ' ' + std::string(input.symbol) + '=' + input.value.to_string();
    }
    steps.push_back(text + " -> " + shown(step.result));
  }
  EXPECT_EQ(steps, (std::vector<std::string>{"(R - A) / m R=120 A=48 m=6 -> 12",
                                             "A * N / k A=48 N=12 k=6 -> 96",
                                             "A * W / B A=48 W=100 B=25 -> 192"}));
  EXPECT_EQ(trace.sources.back().role, SourceRole::year_before);
}

}  // namespace
}  // namespace tiendo::pace_test
