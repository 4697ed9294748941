// Days: every day of the range against an independent calendar, and every way out of the range.

#include "tiendo/calendar/date.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace tiendo::date_test {
namespace {

Date day(std::string_view text) { return *Date::parse(text); }

// The oracle: a day moved on by hand, with the rule for leap years and nothing else.
struct Civil {
  int year, month, day;

  bool leap() const { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
  int month_length() const {
    const int lengths[] = {31, leap() ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1];
  }
  void next_day() {
    if (++day <= month_length()) return;
    day = 1;
    next_month();
  }
  void next_month() {
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
  std::string text() const {
    std::string digits = std::to_string(year * 10000 + month * 100 + day);
    return digits.insert(6, "-").insert(4, "-");
  }
};

TEST(DateTest, EveryDayGoesToItsPartsItsTextAndBack) {
  Civil civil{1400, 1, 1};
  int weekday = 3;  // 1400-01-01 was a Wednesday
  for (std::int32_t number = -208188; number <= 2932896; ++number) {
    const Date date = *Date::from_days(number);
    ASSERT_EQ(date.days(), number);
    ASSERT_EQ(date.to_string(), civil.text());
    ASSERT_TRUE(date.year() == civil.year && date.month() == civil.month &&
                date.day() == civil.day && date.weekday() == weekday)
        << civil.text();
    const auto [year, month, day_of_month] = date.ymd();
    ASSERT_TRUE(year == civil.year && month == civil.month && day_of_month == civil.day);
    ASSERT_TRUE(date == *Date::from_ymd(civil.year, civil.month, civil.day)) << civil.text();
    ASSERT_TRUE(date == day(civil.text())) << civil.text();
    civil.next_day();
    weekday = weekday % 7 + 1;
  }
  EXPECT_EQ(civil.year, 10000);
}

TEST(DateTest, KnownDaysHaveTheirNumbersAndWeekdays) {
  EXPECT_EQ(Date().to_string(), "1970-01-01");
  EXPECT_EQ(Date::from_days(Date::kFirstDay)->to_string(), "1400-01-01");
  EXPECT_EQ(Date::from_days(Date::kLastDay)->to_string(), "9999-12-31");
  EXPECT_EQ(day("2000-02-29").days(), 11016);
  EXPECT_EQ(day("2024-06-30").days(), 19904);
  EXPECT_EQ(day("1970-01-01").weekday(), 4);  // Thursday
  EXPECT_EQ(day("2024-06-30").weekday(), 7);  // Sunday
  EXPECT_EQ(day("2024-07-01").weekday(), 1);  // Monday
}

TEST(DateTest, DaysOrderByTime) {
  EXPECT_LT(day("2023-12-31"), day("2024-01-01"));
  EXPECT_EQ(day("2024-01-01"), *day("2023-12-31").plus_days(1));
}

TEST(DateTest, RefusesWhatIsNotADateAndSaysWhere) {
  const struct {
    const char* text;
    Errc code;
    int offset;
  } cases[] = {
      {"", Errc::date_syntax, 0},
      {"2024", Errc::date_syntax, 4},
      {"2024-6-30", Errc::date_syntax, 6},
      {"2024-06-3", Errc::date_syntax, 9},
      {"2024-06-300", Errc::date_syntax, 10},
      {"2024-06-30 ", Errc::date_syntax, 10},
      {" 2024-06-30", Errc::date_syntax, 0},
      {"2024/06/30", Errc::date_syntax, 4},
      {"30-06-2024", Errc::date_syntax, 2},
      {"-024-06-30", Errc::date_syntax, 0},
      {"2024-06-3\xC2\xB2", Errc::date_syntax, 9},
      {"2024-02-30", Errc::date_not_real, 8},
      {"2023-02-29", Errc::date_not_real, 8},
      {"1900-02-29", Errc::date_not_real, 8},
      {"2024-13-01", Errc::date_not_real, 5},
      {"2024-00-01", Errc::date_not_real, 5},
      {"2024-01-00", Errc::date_not_real, 8},
      {"2024-04-31", Errc::date_not_real, 8},
      {"2024-13-32", Errc::date_not_real, 5},      // the month first
      {"1399-13-01", Errc::date_out_of_range, 0},  // the year before that
      {"10000-01-01", Errc::date_syntax, 4},
      {"1399-12-31", Errc::date_out_of_range, 0},
      {"0000-01-01", Errc::date_out_of_range, 0},
  };
  for (const auto& c : cases) {
    const auto date = Date::parse(c.text);
    ASSERT_FALSE(date) << c.text;
    EXPECT_EQ(date.error().code, c.code) << c.text;
    EXPECT_EQ(date.error().offset, c.offset) << c.text;
  }
  EXPECT_EQ(Date::parse("2024-02-30").error().sentence, "2024-02-30: a date that does not exist");
}

TEST(DateTest, PartsOutsideTheCalendarAreErrorsNotExceptions) {
  const int large = std::numeric_limits<int>::max();
  const int small = std::numeric_limits<int>::min();
  for (const int year : {1399, 10000, 65536 + 2024, -2024, large, small}) {
    EXPECT_EQ(Date::from_ymd(year, 1, 1).error().code, Errc::date_out_of_range) << year;
  }
  for (const int part : {0, -1, 32, 65537, large, small}) {
    EXPECT_EQ(Date::from_ymd(2024, part, 1).error().code, Errc::date_not_real) << part;
    EXPECT_EQ(Date::from_ymd(2024, 1, part).error().code, Errc::date_not_real) << part;
  }
}

TEST(DateTest, NoStepLeavesTheRange) {
  const Date first = day("1400-01-01");
  const Date last = day("9999-12-31");
  const std::int64_t large = std::numeric_limits<std::int64_t>::max();
  const std::int64_t small = std::numeric_limits<std::int64_t>::min();
  for (const std::int64_t days : {std::int64_t{-208189}, std::int64_t{2932897}, large, small}) {
    EXPECT_EQ(Date::from_days(days).error().code, Errc::date_out_of_range) << days;
  }
  for (const std::int64_t count : {std::int64_t{1}, large}) {
    EXPECT_EQ(last.plus_days(count).error().code, Errc::date_out_of_range);
    EXPECT_EQ(last.plus_months(count).error().code, Errc::date_out_of_range);
    EXPECT_EQ(first.plus_days(-count).error().code, Errc::date_out_of_range);
    EXPECT_EQ(first.plus_months(-count).error().code, Errc::date_out_of_range);
  }
  EXPECT_FALSE(last.plus_days(small));
  EXPECT_FALSE(first.plus_months(small));
  EXPECT_EQ(first.plus_days(last.days() - first.days())->to_string(), "9999-12-31");
  EXPECT_EQ(first.plus_months(12 * 8600 - 1)->to_string(), "9999-12-01");
  EXPECT_EQ(last.plus_months(-12 * 8600 + 1)->to_string(), "1400-01-31");
}

TEST(DateTest, AddingMonthsKeepsTheDayOrTakesTheLastOfTheMonth) {
  for (Date date = day("2023-01-01"); date < day("2026-01-01"); date = *date.plus_days(1)) {
    Civil civil{date.year(), date.month(), 1};
    for (int count = 0; count <= 24; ++count) {
      civil.day = std::min(date.day(), civil.month_length());
      ASSERT_EQ(date.plus_months(count)->to_string(), civil.text())
          << date.to_string() << " + " << count;
      civil.next_month();
    }
  }
}

TEST(DateTest, MonthEndsAreNotSticky) {
  // clang-format off
  const struct { const char* date; int months; const char* result; } cases[] = {
      {"2023-01-31",     1, "2023-02-28"},
      {"2024-01-31",     1, "2024-02-29"},
      {"2023-02-28",     1, "2023-03-28"},  // not the 31st
      {"2023-02-28",    12, "2024-02-28"},  // not the 29th
      {"2024-02-29",    12, "2025-02-28"},
      {"2024-02-29",   -12, "2023-02-28"},
      {"2024-03-31",    -1, "2024-02-29"},
      {"2024-04-30",     1, "2024-05-30"},
      {"2024-01-01",    -1, "2023-12-01"},
      {"2024-12-31",     1, "2025-01-31"},
      {"2024-06-15", -1200, "1924-06-15"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(day(c.date).plus_months(c.months)->to_string(), c.result)
        << c.date << " + " << c.months;
  }
}

}  // namespace
}  // namespace tiendo::date_test
