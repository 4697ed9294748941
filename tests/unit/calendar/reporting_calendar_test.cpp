// Reporting calendars: which days a named period covers, since when, and the way back from a day.

#include "tiendo/calendar/reporting_calendar.hpp"

#include <gtest/gtest.h>

#include <climits>

namespace tiendo::reporting_calendar_test {
namespace {

Date day(std::string_view text) { return *Date::parse(text); }
Period period(std::string_view text) { return *Period::parse(text); }

ReportingCalendar calendar_of(std::vector<ReportingRule> rules) {
  return *ReportingCalendar::of("own", std::move(rules));
}

// "2023-12-15 2024-06-14": the first and the last day, or the name of the error.
std::string days_of(const Result<Period>& window) {
  if (!window) return std::string(name_of(window.error().code));
  return window->start().to_string() + ' ' + window->last_day().to_string();
}

std::string word_of(const Result<Period>& month) {
  return month ? month->to_string() : std::string(name_of(month.error().code));
}

TEST(ReportingCalendarTest, EachCoversItsOwnDaysUnderOneName) {
  const ReportingCalendar civil = ReportingCalendar::civil();
  const ReportingCalendar administrative = ReportingCalendar::administrative();
  const ReportingCalendar investment = ReportingCalendar::public_investment();
  // clang-format off
  const struct { const char *named, *civil, *administrative, *investment; } cases[] = {
      {"2024-06",   "2024-06-01 2024-06-30", "2024-05-15 2024-06-14", "2024-06-01 2024-06-30"},
      {"2024-01",   "2024-01-01 2024-01-31", "2023-12-15 2024-01-14", "2024-01-01 2024-01-31"},
      {"2024-03",   "2024-03-01 2024-03-31", "2024-02-15 2024-03-14", "2024-03-01 2024-03-31"},
      {"2024-Q1",   "2024-01-01 2024-03-31", "2023-12-15 2024-03-14", "2024-01-01 2024-03-31"},
      {"2024-Q3",   "2024-07-01 2024-09-30", "2024-06-15 2024-09-14", "2024-07-01 2024-09-30"},
      {"2024-H1",   "2024-01-01 2024-06-30", "2023-12-15 2024-06-14", "2024-01-01 2024-06-30"},
      {"2024-H2",   "2024-07-01 2024-12-31", "2024-06-15 2024-12-14", "2024-07-01 2024-12-31"},
      {"2024-9M",   "2024-01-01 2024-09-30", "2023-12-15 2024-09-14", "2024-01-01 2024-09-30"},
      {"2024",      "2024-01-01 2024-12-31", "2023-12-15 2024-12-14", "2024-01-01 2025-01-31"},
      {"2021/2025", "2021-01-01 2025-12-31", "2020-12-15 2025-12-14", "2021-01-01 2026-01-31"},
      {"2024-07-01/2025-07-01",  // twelve months, but no year
                    "2024-07-01 2025-06-30", "2024-06-15 2025-06-14", "2024-07-01 2025-06-30"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(days_of(civil.window(period(c.named))), c.civil) << c.named;
    EXPECT_EQ(days_of(administrative.window(period(c.named))), c.administrative) << c.named;
    EXPECT_EQ(days_of(investment.window(period(c.named))), c.investment) << c.named;
  }
  EXPECT_EQ(civil.name() + ", " + administrative.name() + ", " + investment.name(),
            "civil, administrative, public investment");
}

TEST(ReportingCalendarTest, ARuleHoldsForPeriodsThatEndWhenItIsInForce) {
  const ReportingCalendar administrative = ReportingCalendar::administrative();
  EXPECT_EQ(days_of(administrative.window(period("2019-02"))), "no_rule_in_force");
  EXPECT_EQ(days_of(administrative.window(period("2019-03"))), "2019-02-15 2019-03-14");
  EXPECT_EQ(days_of(administrative.window(period("2019"))), "2018-12-15 2019-12-14");
  EXPECT_EQ(days_of(administrative.window(period("2018"))), "no_rule_in_force");
  const ReportingCalendar investment = ReportingCalendar::public_investment();
  EXPECT_EQ(days_of(investment.window(period("2019"))), "no_rule_in_force");
  EXPECT_EQ(days_of(investment.window(period("2020"))), "2020-01-01 2021-01-31");
  EXPECT_EQ(days_of(investment.window(period("2025"))), "2025-01-01 2026-01-31");
  EXPECT_EQ(days_of(ReportingCalendar::civil().window(period("1400"))), "1400-01-01 1400-12-31");
}

TEST(ReportingCalendarTest, TheErrorNamesTheCalendarAndThePeriod) {
  EXPECT_EQ(ReportingCalendar::administrative().window(period("2018")).error().sentence,
            "no rule of the calendar \"administrative\" is in force for 2018");
}

TEST(ReportingCalendarTest, CallersDeclareTheirOwn) {
  const ReportingCalendar aviation = calendar_of({{day("2010-01-01"), 16, true, 0}});
  EXPECT_EQ(days_of(aviation.window(period("2024-11M"))), "2023-12-16 2024-11-15");
  const ReportingCalendar later = calendar_of({{day("2010-01-01"), 5, false, 0}});
  EXPECT_EQ(days_of(later.window(period("2024-12"))), "2024-12-05 2025-01-04");
  const ReportingCalendar late_capital = calendar_of({{day("2025-01-01"), 1, false, 12}});
  EXPECT_EQ(days_of(late_capital.window(period("2025"))), "2025-01-01 2026-12-31");
  const ReportingCalendar month_before = calendar_of({{day("2010-01-01"), 1, true, 0}});
  EXPECT_EQ(days_of(month_before.window(period("2024-03"))), "2024-02-01 2024-02-29");
  EXPECT_EQ(later.rules().size(), 1U);
}

TEST(ReportingCalendarTest, OnlyWholeMonthsAreNamed) {
  for (const char* named : {"2024-01-15/2024-02-15", "2024-01-01/2024-01-31"}) {
    EXPECT_EQ(days_of(ReportingCalendar::civil().window(period(named))), "period_not_whole");
    EXPECT_EQ(ReportingCalendar::civil().window(period(named)).error().code,
              Errc::period_not_whole);
  }
}

TEST(ReportingCalendarTest, RulesThatMakeNoSenseAreRefused) {
  const Date from = day("2024-01-01");
  const auto code_of = [](std::vector<ReportingRule> rules) {
    const auto made = ReportingCalendar::of("own", std::move(rules));
    return made ? Errc::none : made.error().code;
  };
  EXPECT_EQ(code_of({}), Errc::none);
  EXPECT_EQ(code_of({{from, 28, true, 12}}), Errc::none);
  for (const int first_day : {0, 29, -1, INT_MAX, INT_MIN}) {
    EXPECT_EQ(code_of({{from, first_day, false, 0}}), Errc::rule_out_of_range) << first_day;
  }
  for (const int extra : {-1, 13, INT_MAX, INT_MIN}) {
    EXPECT_EQ(code_of({{from, 1, false, extra}}), Errc::rule_out_of_range) << extra;
  }
  EXPECT_EQ(code_of({{from, 1, false, 0}, {from, 15, true, 0}}), Errc::rules_not_in_order);
  EXPECT_EQ(code_of({{from, 1, false, 0}, {day("2023-01-01"), 15, true, 0}}),
            Errc::rules_not_in_order);
  EXPECT_EQ(days_of(calendar_of({}).window(period("2024"))), "no_rule_in_force");
  EXPECT_EQ(word_of(calendar_of({}).month_of(from)), "no_rule_in_force");
}

TEST(ReportingCalendarTest, BothWindowsOfAComparisonLieAlike) {
  const auto compared = ReportingCalendar::administrative().with_year_before(period("2024-H1"));
  EXPECT_EQ(days_of(compared->window), "2023-12-15 2024-06-14");
  EXPECT_EQ(days_of(compared->year_before), "2022-12-15 2023-06-14");
  const auto leap = ReportingCalendar::civil().with_year_before(period("2024-02"));
  EXPECT_EQ(days_of(leap->year_before), "2023-02-01 2023-02-28");
  // Two laws, one window.
  const auto laws = ReportingCalendar::public_investment().with_year_before(period("2025"));
  EXPECT_EQ(days_of(laws->year_before), "2024-01-01 2025-01-31");
}

TEST(ReportingCalendarTest, WindowsThatDifferAreNotCompared) {
  const ReportingCalendar changed =
      calendar_of({{day("2020-01-01"), 1, false, 0}, {day("2024-01-01"), 15, true, 0}});
  EXPECT_EQ(changed.with_year_before(period("2024-06")).error().code, Errc::windows_differ);
  EXPECT_TRUE(static_cast<bool>(changed.with_year_before(period("2025-06"))));
  EXPECT_TRUE(static_cast<bool>(changed.with_year_before(period("2023-06"))));
  EXPECT_EQ(changed.with_year_before(period("2020-06")).error().code, Errc::no_rule_in_force);
  EXPECT_EQ(changed.with_year_before(period("2019-06")).error().code, Errc::no_rule_in_force);
  EXPECT_EQ(changed.with_year_before(period("2024-01-15/2024-02-15")).error().code,
            Errc::period_not_whole);
  EXPECT_EQ(ReportingCalendar::civil().with_year_before(period("1400-06")).error().code,
            Errc::date_out_of_range);
}

TEST(ReportingCalendarTest, ADayBelongsToOneMonth) {
  const ReportingCalendar civil = ReportingCalendar::civil();
  const ReportingCalendar administrative = ReportingCalendar::administrative();
  const ReportingCalendar later = calendar_of({{day("2010-01-01"), 5, false, 0}});
  // clang-format off
  const struct { const char *day, *civil, *administrative, *later; } cases[] = {
      {"2023-12-14", "2023-12", "2023-12", "2023-12"},
      {"2023-12-15", "2023-12", "2024-01", "2023-12"},
      {"2024-01-01", "2024-01", "2024-01", "2023-12"},
      {"2024-01-04", "2024-01", "2024-01", "2023-12"},
      {"2024-01-05", "2024-01", "2024-01", "2024-01"},
      {"2024-01-14", "2024-01", "2024-01", "2024-01"},
      {"2024-01-15", "2024-01", "2024-02", "2024-01"},
      {"2024-02-29", "2024-02", "2024-03", "2024-02"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(word_of(civil.month_of(day(c.day))), c.civil) << c.day;
    EXPECT_EQ(word_of(administrative.month_of(day(c.day))), c.administrative) << c.day;
    EXPECT_EQ(word_of(later.month_of(day(c.day))), c.later) << c.day;
  }
}

TEST(ReportingCalendarTest, ADayBeforeTheRulesOrBetweenThemBelongsToNone) {
  const ReportingCalendar administrative = ReportingCalendar::administrative();
  EXPECT_EQ(word_of(administrative.month_of(day("2019-02-14"))), "no_rule_in_force");
  EXPECT_EQ(word_of(administrative.month_of(day("2019-02-15"))), "2019-03");
  EXPECT_EQ(word_of(administrative.month_of(day("1400-01-10"))), "no_rule_in_force");
  // To the 14th until 2023, from the first since 2024: 15 to 31 December 2023 are in no month.
  const ReportingCalendar gap =
      calendar_of({{day("2020-01-01"), 15, true, 0}, {day("2024-01-01"), 1, false, 0}});
  EXPECT_EQ(word_of(gap.month_of(day("2023-12-14"))), "2023-12");
  EXPECT_EQ(gap.month_of(day("2023-12-15")).error().code, Errc::reporting_month_unclear);
  EXPECT_EQ(gap.month_of(day("2023-12-31")).error().code, Errc::reporting_month_unclear);
  EXPECT_EQ(word_of(gap.month_of(day("2024-01-01"))), "2024-01");
  // And the other way round, in two.
  const ReportingCalendar twice =
      calendar_of({{day("2020-01-01"), 1, false, 0}, {day("2024-01-01"), 15, true, 0}});
  EXPECT_EQ(word_of(twice.month_of(day("2023-12-14"))), "2023-12");
  EXPECT_EQ(twice.month_of(day("2023-12-15")).error().code, Errc::reporting_month_unclear);
  EXPECT_EQ(word_of(twice.month_of(day("2024-01-01"))), "2024-01");
}

TEST(ReportingCalendarTest, NoWindowLeavesTheRange) {
  const ReportingCalendar early = calendar_of({{day("1400-01-01"), 15, true, 0}});
  EXPECT_EQ(days_of(early.window(period("1400-01"))), "date_out_of_range");
  EXPECT_EQ(word_of(early.month_of(day("1400-01-14"))), "date_out_of_range");
  EXPECT_EQ(word_of(early.month_of(day("1400-01-15"))), "1400-02");
  const ReportingCalendar late = calendar_of({{day("1400-01-01"), 28, false, 12}});
  EXPECT_EQ(days_of(late.window(period("9998"))), "date_out_of_range");
  EXPECT_EQ(days_of(late.window(period("9999-11M"))), "9999-01-28 9999-12-27");
  EXPECT_EQ(days_of(late.window(period("9997"))), "9997-01-28 9999-01-27");
  EXPECT_EQ(word_of(ReportingCalendar::civil().month_of(day("9999-11-30"))), "9999-11");
  EXPECT_EQ(word_of(ReportingCalendar::civil().month_of(day("9999-12-01"))), "date_out_of_range");
  EXPECT_EQ(word_of(ReportingCalendar::civil().month_of(day("1400-01-01"))), "1400-01");
}

TEST(ReportingCalendarTest, DaysOfTheLastMonthThereIsBelongToTheWindowThatHoldsThem) {
  const auto calendar = ReportingCalendar::of("mid-month", {{*Date::from_ymd(1400, 1, 1), 15}});
  EXPECT_EQ(calendar->month_of(*Date::from_ymd(9999, 12, 14))->to_string(), "9999-11");
  EXPECT_EQ(calendar->month_of(*Date::from_ymd(9999, 12, 15)).error().code,
            Errc::date_out_of_range);
}

}  // namespace
}  // namespace tiendo::reporting_calendar_test
