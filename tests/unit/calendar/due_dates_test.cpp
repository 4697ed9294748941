// Due dates: the rule in force, the last day of short months, the next working day.

#include "tiendo/calendar/due_dates.hpp"

#include <gtest/gtest.h>

#include <climits>

namespace tiendo::due_dates_test {
namespace {

Date day(std::string_view text) { return *Date::parse(text); }
Period period(std::string_view text) { return *Period::parse(text); }

std::string text_of(const Result<Date>& date) {
  return date ? date->to_string() : std::string(name_of(date.error().code));
}

DueDates dates_of(std::vector<DueRule> rules) { return *DueDates::of("own", std::move(rules)); }

WorkingDays every_day() {
  DaysOff days;
  days.weekdays = {};
  return *WorkingDays::of(days);
}

TEST(DueDatesTest, StatisticsAreDueByTheDecreeInForce) {
  // clang-format off
  const struct { const char *named, *rule, *due; } cases[] = {
      {"2016-06", "no_rule_in_force", "no_rule_in_force"},
      {"2016-07", "2016-07-29",       "2016-07-29"},
      {"2016-Q3", "2016-09-29",       "2016-09-29"},
      {"2023-02", "2023-02-28",       "2023-02-28"},
      {"2024-02", "2024-02-29",       "2024-02-29"},
      {"2024-H1", "2024-06-29",       "2024-07-01"},  // a Saturday
      {"2023",    "2023-12-29",       "2023-12-29"},
      {"2024-07", "2024-07-29",       "2024-07-29"},  // the last one by the old rule
      {"2024-08", "2024-09-06",       "2024-09-06"},
      {"2024-Q3", "2024-10-06",       "2024-10-07"},  // a Sunday
      {"2024-9M", "2024-10-06",       "2024-10-07"},
      {"2024",    "2025-01-06",       "2025-01-06"},
  };
  // clang-format on
  const DueDates statistics = DueDates::statistics();
  for (const auto& c : cases) {
    EXPECT_EQ(text_of(statistics.due(period(c.named), every_day())), c.rule) << c.named;
    EXPECT_EQ(text_of(statistics.due(period(c.named), WorkingDays())), c.due) << c.named;
  }
  EXPECT_EQ(statistics.name(), "statistics");
  EXPECT_EQ(statistics.rules().size(), 2U);
}

TEST(DueDatesTest, AHolidayMovesTheDueDateToo) {
  DaysOff days;
  days.holidays = {day("2025-01-06"), day("2025-01-07")};
  EXPECT_EQ(text_of(DueDates::statistics().due(period("2024"), *WorkingDays::of(days))),
            "2025-01-08");
}

TEST(DueDatesTest, CallersDeclareTheirOwn) {
  const Date from = day("2020-01-01");
  EXPECT_EQ(text_of(dates_of({{from, 1, 20}}).due(period("2024-Q1"), every_day())), "2024-04-20");
  EXPECT_EQ(text_of(dates_of({{from, 0, 31}}).due(period("2024-Q2"), every_day())), "2024-06-30");
  EXPECT_EQ(text_of(dates_of({{from, 2, 30}}).due(period("2023"), every_day())), "2024-02-29");
  EXPECT_EQ(text_of(dates_of({{from, 12, 1}}).due(period("2023"), every_day())), "2024-12-01");
}

TEST(DueDatesTest, RulesThatMakeNoSenseAreRefused) {
  const Date from = day("2020-01-01");
  const auto code_of = [](std::vector<DueRule> rules) {
    const auto made = DueDates::of("own", std::move(rules));
    return made ? Errc::none : made.error().code;
  };
  EXPECT_EQ(code_of({}), Errc::none);
  EXPECT_EQ(code_of({{from, 0, 31}, {day("2021-01-01"), 12, 1}}), Errc::none);
  for (const int months : {-1, 13, INT_MAX, INT_MIN}) {
    EXPECT_EQ(code_of({{from, months, 1}}), Errc::rule_out_of_range) << months;
  }
  for (const int of_month : {0, 32, INT_MAX, INT_MIN}) {
    EXPECT_EQ(code_of({{from, 1, of_month}}), Errc::rule_out_of_range) << of_month;
  }
  EXPECT_EQ(code_of({{from, 1, 1}, {from, 1, 2}}), Errc::rules_not_in_order);
}

TEST(DueDatesTest, WhatHasNoDueDateIsAnError) {
  const DueDates own = dates_of({{day("2020-01-01"), 1, 6}});
  const auto code_of = [&](const char* named, const WorkingDays& working) {
    return own.due(period(named), working).error().code;
  };
  EXPECT_EQ(code_of("2024-01-15/2024-02-15", every_day()), Errc::period_not_whole);
  EXPECT_EQ(code_of("2019", every_day()), Errc::no_rule_in_force);
  const DueDates late = dates_of({{day("2020-01-01"), 2, 6}});
  EXPECT_EQ(late.due(period("9999-11"), every_day()).error().code, Errc::date_out_of_range);
  DaysOff days;
  days.weekdays = {1, 2, 3, 4, 5, 6, 7};
  EXPECT_EQ(code_of("2024", *WorkingDays::of(days)), Errc::no_working_day);
  EXPECT_EQ(text_of(dates_of({}).due(period("2024"), every_day())), "no_rule_in_force");
}

TEST(DueDatesTest, TheLastMonthThereIsHasDueDaysToo) {
  EXPECT_EQ(DueDates::statistics().due(*Period::month(9999, 11), WorkingDays())->to_string(),
            "9999-12-06");
  const auto late = DueDates::of("late", {{*Date::from_ymd(1400, 1, 1), 12, 31}});
  EXPECT_EQ(late->due(*Period::year(9998), WorkingDays())->to_string(), "9999-12-31");
  EXPECT_EQ(late->due(*Period::month(9999, 1), WorkingDays()).error().code,
            Errc::date_out_of_range);
}

}  // namespace
}  // namespace tiendo::due_dates_test
