// Which time before is compared with, and how much of it has to be there. year_before_test.cpp
// looks at the year before where all is waited for.

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::time_before_test {
namespace {

constexpr auto kFlow = IndicatorKind::flow;
constexpr auto kLevel = IndicatorKind::level;

using Reports = std::vector<std::pair<const char*, const char*>>;

Rules rules(ComparedWith with, Unreported unreported = Unreported::withhold) {
  Rules result;
  result.compared_with = with;
  result.unreported = unreported;
  return result;
}
const Rules kPeriod = rules(ComparedWith::period_before);
const Rules kLeftOut = rules(ComparedWith::year_before, Unreported::leave_out);
const Rules kPeriodLeftOut = rules(ComparedWith::period_before, Unreported::leave_out);

Request request(std::string_view as_of, const Rules& rules) {
  Request result;
  result.as_of = day(as_of);
  result.rules = rules;
  return result;
}

// The same period of the only indicator, over the window.
std::string before(IndicatorKind kind, std::string_view window, std::string_view as_of,
                   const Rules& rules, const Reports& reports) {
  Book book;
  book.head.period = period(window);
  book.add_indicator("x", kind);
  for (const auto& [when, number] : reports) book.add_report("x", when, number);
  return shown(evaluate(book.log(), request(as_of, rules)).rows.at(0).same_period);
}

TEST(TimeBeforeTest, APeriodIsComparedWithTheOneBefore) {
  const Reports months = {{"2024-02", "5"}, {"2024-03", "7"}, {"2023-03", "4"}};
  EXPECT_EQ(before(kFlow, "2024-03", "2024-03-31", Rules(), months), "4");
  EXPECT_EQ(before(kFlow, "2024-03", "2024-03-31", kPeriod, months), "5");
  const Reports years = {{"2016/2020", "50"}, {"2021/2025", "80"}, {"2020", "12"}};
  EXPECT_EQ(before(kFlow, "2021/2025", "2025-12-31", Rules(), years), "no_base");
  EXPECT_EQ(before(kFlow, "2021/2025", "2025-12-31", kPeriod, years), "50");
  const Reports year = {{"2023", "12"}, {"2024", "13"}};  // 365 days and 366
  EXPECT_EQ(before(kFlow, "2024", "2024-12-31", kPeriod, year), "12");
}

TEST(TimeBeforeTest, APeriodThatIsNotOfMonthsIsComparedByDays) {
  const Reports days = {{"2023-12-31/2024-01-10", "3"},
                        {"2024-01-10/2024-01-15", "4"},
                        {"2024-01-15/2024-01-20", "2"},
                        {"2023-01-10/2023-01-20", "9"}};
  EXPECT_EQ(before(kFlow, "2024-01-10/2024-01-20", "2024-01-19", kPeriod, days), "3");
  EXPECT_EQ(before(kFlow, "2024-01-10/2024-01-20", "2024-01-19", Rules(), days), "9");
}

TEST(TimeBeforeTest, WhatIsOverIsComparedWithItsPartOfThePeriodBefore) {
  const Reports reports = {
      {"2024-01", "1"}, {"2024-02", "2"}, {"2024-03", "4"}, {"2024-04", "8"}, {"2024-05", "16"}};
  EXPECT_EQ(before(kFlow, "2024-Q2", "2024-05-31", kPeriod, reports), "3");
  EXPECT_EQ(before(kFlow, "2024-Q2", "2024-05-31", kPeriodLeftOut, reports), "3");
  EXPECT_EQ(before(kFlow, "2024-Q2", "2024-06-30", kPeriod, reports), "3");  // two months of now
  EXPECT_EQ(before(kFlow, "2024-Q2", "2024-06-30", kPeriodLeftOut, reports), "7");
  EXPECT_EQ(before(kFlow, "2024-Q2", "2024-06-29", kPeriodLeftOut, reports), "3");
}

TEST(TimeBeforeTest, WhatWasNotReportedIsLeftOutThenAndNow) {
  const Reports hole = {{"2023-Q1", "5"}, {"2023-Q3", "6"}, {"2024-Q2", "7"}, {"2024-Q3", "1"}};
  EXPECT_EQ(before(kFlow, "2024", "2024-09-30", Rules(), hole), "partial_coverage");
  EXPECT_EQ(before(kFlow, "2024", "2024-09-30", kLeftOut, hole), "11");
  EXPECT_EQ(before(kFlow, "2024", "2024-09-29", kLeftOut, hole), "5");
  const Reports late = {{"2023-H2", "6"}, {"2024-Q1", "7"}};
  EXPECT_EQ(before(kFlow, "2024", "2024-06-30", kLeftOut, late), "no_base");
  EXPECT_EQ(before(kFlow, "2024", "2024-12-31", kLeftOut, late), "6");
  EXPECT_EQ(before(kFlow, "2024", "2024-12-31", kLeftOut, {{"2023", "6"}}), "no_data");
  const Reports withheld = {{"2023", "withheld"}, {"2024", "7"}};
  EXPECT_EQ(before(kFlow, "2024", "2024-12-31", kLeftOut, withheld), "withheld");
}

TEST(TimeBeforeTest, ThirteenMonthsHaveNoYearBeforeTheirLast) {
  const Reports reports = {{"2023", "72"}, {"2024", "90"}, {"2025-01", "5"}};
  EXPECT_EQ(before(kFlow, "2024-01-01/2025-02-01", "2024-12-31", kLeftOut, reports), "72");
  EXPECT_EQ(before(kFlow, "2024-01-01/2025-02-01", "2025-01-31", kLeftOut, reports), "no_base");
  EXPECT_EQ(before(kFlow, "2024-01-01/2025-02-01", "2025-01-31", kPeriodLeftOut, reports), "72");
}

TEST(TimeBeforeTest, WhoeverReportedItThenOrNow) {
  Book book;
  for (const char* ward : {"a", "b"}) book.add_unit(ward);
  book.add_indicator("x", kFlow);
  book.add_unit_report("a", "x", "2023-H1", "3");
  book.add_unit_report("a", "x", "2024-Q1", "4");
  book.add_unit_report("b", "x", "2024-H1", "5");
  const auto row = [&](const Rules& by) {
    return evaluate(book.log(), request("2024-06-30", by)).rows.at(0);
  };
  EXPECT_EQ(shown(row(Rules()).growth), "no_base");
  EXPECT_EQ(shown(row(kLeftOut).same_period), "3");
  EXPECT_EQ(shown(row(kLeftOut).growth), "200");
  EXPECT_EQ(shown(row(kLeftOut).index), "300");
}

TEST(TimeBeforeTest, ASeriesThatBreaksIsNotComparedByAnyRule) {
  Book book;
  SeriesBreak broken;
  broken.on = day("2024-01-01");
  book.add_indicator("x", kFlow).breaks = {broken};
  book.add_report("x", "2023-H1", "3");
  book.add_report("x", "2024-H1", "4");
  for (const Rules& by : {kLeftOut, kPeriodLeftOut}) {
    const ReportRow row = evaluate(book.log(), request("2024-12-31", by)).rows.at(0);
    EXPECT_EQ(shown(row.same_period), "series_break");
  }
}

TEST(TimeBeforeTest, AChangeStartsFromTheTimeThatIsComparedWith) {
  const auto base = [](IndicatorKind kind, const Rules& by) {
    Book book;
    book.add_indicator("x", kind);
    book.add_target("x", increase_by("1")).period = period("2024-Q2");
    book.add_report("x", "2024-01", "1");
    book.add_report("x", "2024-03", "4");
    book.add_report("x", "2023-Q2", "9");
    return shown(evaluate(book.log(), request("2024-06-30", by)).rows.at(0).baseline);
  };
  EXPECT_EQ(base(kFlow, Rules()), "9");
  EXPECT_EQ(base(kFlow, kPeriod), "partial_coverage");
  EXPECT_EQ(base(kFlow, kPeriodLeftOut), "5");
  EXPECT_EQ(base(kLevel, kPeriod), "4");
}

TEST(TimeBeforeTest, APathStartsFromTheYearBeforeByAnyRule) {
  Book book;
  book.add_indicator("x", kLevel);
  Target& target = book.add_target("x", at_least("20"));
  target.period = period("2024-Q2");
  target.profile = Profile{};
  book.add_report("x", "2023-12", "8");
  for (const Rules& by : {kLeftOut, kPeriodLeftOut}) {
    const ReportRow row = evaluate(book.log(), request("2024-05-31", by)).rows.at(0);
    EXPECT_EQ(shown(row.baseline), "8");
  }
  const ReportRow row = evaluate(book.log(), request("2024-05-31", kPeriod)).rows.at(0);
  EXPECT_EQ(shown(row.baseline), "partial_coverage");
}

TEST(TimeBeforeTest, AComputedGrowthIsOneOnTheYearBeforeByAnyRule) {
  Book book;
  book.head.period = period("2024-Q2");
  book.add_indicator("x", kFlow);
  book.add_indicator("growth", IndicatorKind::growth, "percent").base = "x";
  for (const auto& [when, number] :
       Reports{{"2023-Q1", "8"}, {"2023-Q2", "10"}, {"2024-Q1", "16"}, {"2024-Q2", "12"}}) {
    book.add_report("x", when, number);
  }
  const ReportRow row = evaluate(book.log(), request("2024-06-30", kPeriod)).rows.at(1);
  EXPECT_EQ(shown(row.actual), "20");
  EXPECT_EQ(shown(row.same_period), "100");  // the growth of the quarter before
  EXPECT_EQ(shown(row.change), "-80");
}

TEST(TimeBeforeTest, TheRevisionOfTheBaseIsThatOfTheTimeComparedWith) {
  Book book;
  book.head.period = period("2024-Q2");
  book.add_indicator("x", kFlow);
  book.add_report("x", "2024-Q1", "5").recorded_on = day("2024-04-05");
  book.add_report("x", "2024-Q1", "7").recorded_on = day("2024-06-05");
  book.add_report("x", "2024-Q2", "8");
  Request asked = request("2024-06-30", kPeriod);
  EXPECT_EQ(shown(evaluate(book.log(), asked).rows.at(0).base_revision), "2");
  asked.base_rule = BaseRule::first_published;
  EXPECT_EQ(shown(evaluate(book.log(), asked).rows.at(0).same_period), "5");
}

TEST(TimeBeforeTest, ATraceSaysWhatWasComparedWith) {
  Book book;
  book.head.period = period("2024-Q2");
  book.add_indicator("x", kFlow);
  book.add_report("x", "2024-01", "4");
  book.add_report("x", "2024-04", "8");
  const Report report = evaluate(book.log(), request("2024-04-30", kPeriod));
  const Trace trace = explain(book.log(), report, 0);
  std::string steps;
  for (const TraceStep& step : trace.steps) {
    if (step.field == Field::base_revision || step.field == Field::run_rate) continue;
    steps += std::string(step.method) + ' ' + shown(step.result) + ", ";
  }
  EXPECT_EQ(steps, "period_before@1 200, period_before@1 100, period_before@1 4, ");
}

}  // namespace
}  // namespace tiendo::time_before_test
