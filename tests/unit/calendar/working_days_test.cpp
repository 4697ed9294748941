// Working days: weekdays, holidays and days that make up for others; steps, counts, and no way out.

#include "tiendo/calendar/working_days.hpp"

#include <gtest/gtest.h>

#include <climits>

namespace tiendo::working_days_test {
namespace {

Date day(std::string_view text) { return *Date::parse(text); }
Period period(std::string_view text) { return *Period::parse(text); }

// The end of April and the beginning of May 2024: Monday 29 April was off, made up for on Saturday
// 4 May; 18 April, 30 April and 1 May are holidays.
WorkingDays spring() {
  DaysOff days;
  days.holidays = {day("2024-05-01"), day("2024-04-18"), day("2024-04-29"), day("2024-04-30")};
  days.make_up_days = {day("2024-05-04")};
  return *WorkingDays::of(days);
}

WorkingDays never() {
  DaysOff days;
  days.weekdays = {1, 2, 3, 4, 5, 6, 7};
  return *WorkingDays::of(days);
}

std::string text_of(const Result<Date>& date) {
  return date ? date->to_string() : std::string(name_of(date.error().code));
}

TEST(WorkingDaysTest, TheWeekIsFromMondayToFriday) {
  const WorkingDays plain;
  EXPECT_TRUE(plain.is_working_day(day("2024-04-29")));   // Monday
  EXPECT_TRUE(plain.is_working_day(day("2024-05-03")));   // Friday
  EXPECT_FALSE(plain.is_working_day(day("2024-05-04")));  // Saturday
  EXPECT_FALSE(plain.is_working_day(day("2024-05-05")));  // Sunday
  EXPECT_EQ(plain.count(period("2024-05")), 23);
  EXPECT_EQ(plain.count(period("2024")), 262);
}

TEST(WorkingDaysTest, HolidaysAreOffAndOtherDaysMakeUpForThem) {
  const WorkingDays worked = spring();
  for (const char* off : {"2024-04-18", "2024-04-29", "2024-04-30", "2024-05-01", "2024-05-05"}) {
    EXPECT_FALSE(worked.is_working_day(day(off))) << off;
  }
  for (const char* on : {"2024-04-26", "2024-05-02", "2024-05-03", "2024-05-04"}) {
    EXPECT_TRUE(worked.is_working_day(day(on))) << on;
  }
  EXPECT_EQ(worked.count(period("2024-04-27/2024-05-06")), 3);
  EXPECT_EQ(worked.count(period("2024-04-27/2024-05-02")), 0);
}

TEST(WorkingDaysTest, AListMayRepeatItselfAndSayWhatIsKnown) {
  DaysOff days;
  days.weekdays = {7, 6, 6};
  days.holidays = {day("2024-05-01"), day("2024-05-01"), day("2024-05-05")};      // a Sunday
  days.make_up_days = {day("2024-05-04"), day("2024-05-04"), day("2024-05-03")};  // a Friday
  const WorkingDays worked = *WorkingDays::of(days);
  EXPECT_EQ(worked.count(period("2024-04-29/2024-05-04")), 4);
  EXPECT_EQ(worked.count(period("2024-05-04/2024-05-13")), 6);
  EXPECT_EQ(text_of(worked.plus(day("2024-04-30"), 3)), "2024-05-04");
}

TEST(WorkingDaysTest, AWeekMayHaveSixWorkingDaysOrSeven) {
  DaysOff days;
  days.weekdays = {7};
  EXPECT_EQ(WorkingDays::of(days)->count(period("2024-05")), 27);
  days.weekdays = {};
  EXPECT_EQ(WorkingDays::of(days)->count(period("2024-05")), 31);
}

TEST(WorkingDaysTest, ADayOffMovesToTheNextWorkingDay) {
  const WorkingDays worked = spring();
  EXPECT_EQ(text_of(worked.on_or_after(day("2024-04-26"))), "2024-04-26");
  EXPECT_EQ(text_of(worked.on_or_after(day("2024-04-27"))), "2024-05-02");
  EXPECT_EQ(text_of(worked.on_or_after(day("2024-05-01"))), "2024-05-02");
  EXPECT_EQ(text_of(worked.on_or_after(day("2024-05-05"))), "2024-05-06");
}

TEST(WorkingDaysTest, StepsCountWorkingDaysOnly) {
  const WorkingDays worked = spring();
  // clang-format off
  const struct { const char* from; int count; const char* to; } cases[] = {
      {"2024-04-26",  0, "2024-04-26"},
      {"2024-04-27",  0, "2024-04-27"},   // not moved
      {"2024-04-26",  1, "2024-05-02"},
      {"2024-04-27",  1, "2024-05-02"},
      {"2024-04-26",  3, "2024-05-04"},
      {"2024-04-26",  4, "2024-05-06"},
      {"2024-05-06", -1, "2024-05-04"},
      {"2024-05-05", -1, "2024-05-04"},
      {"2024-05-06", -4, "2024-04-26"},
      {"2024-05-01", -1, "2024-04-26"},
      {"2024-04-17",  1, "2024-04-19"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(text_of(worked.plus(day(c.from), c.count)), c.to) << c.from << ' ' << c.count;
  }
}

TEST(WorkingDaysTest, BetweenCutOffAndDueDateBothDaysAreLeftOut) {
  const WorkingDays worked = spring();
  // clang-format off
  const struct { const char *cut_off, *due; int between; } cases[] = {
      {"2024-05-14", "2024-05-16", 1},
      {"2024-05-14", "2024-05-15", 0},
      {"2024-05-14", "2024-05-14", 0},
      {"2024-05-14", "2024-05-01", 0},
      {"2024-04-26", "2024-05-02", 0},   // four days off
      {"2024-04-26", "2024-05-03", 1},
      {"2024-05-03", "2024-05-06", 1},   // the Saturday
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(worked.between(day(c.cut_off), day(c.due)), c.between) << c.cut_off << ' ' << c.due;
  }
}

TEST(WorkingDaysTest, WhatContradictsItselfIsRefused) {
  DaysOff days;
  days.holidays = {day("2024-05-01"), day("2024-05-04")};
  days.make_up_days = {day("2024-05-04")};
  const auto both = WorkingDays::of(days);
  EXPECT_EQ(both.error().code, Errc::day_off_conflict);
  EXPECT_EQ(both.error().sentence, "2024-05-04: " + std::string(text_of(Errc::day_off_conflict)));
  for (const int weekday : {0, 8, -1, INT_MAX, INT_MIN}) {
    days = {{weekday}, {}, {}};
    EXPECT_EQ(WorkingDays::of(days).error().code, Errc::weekday_out_of_range) << weekday;
  }
}

TEST(WorkingDaysTest, WhereNothingIsWorkedThereIsNoWorkingDay) {
  const Date somewhere = day("2024-05-01");
  EXPECT_FALSE(never().is_working_day(somewhere));
  EXPECT_EQ(never().count(period("1400/9998")), 0);
  EXPECT_EQ(never().on_or_after(somewhere).error().code, Errc::no_working_day);
  EXPECT_EQ(never().plus(somewhere, 1).error().code, Errc::no_working_day);
  EXPECT_EQ(never().plus(somewhere, -1).error().code, Errc::no_working_day);
  DaysOff days;
  days.weekdays = {1, 2, 3, 4, 5, 6, 7};
  days.make_up_days = {day("2024-05-04")};
  const WorkingDays once = *WorkingDays::of(days);
  EXPECT_EQ(text_of(once.on_or_after(day("1400-01-01"))), "2024-05-04");
  EXPECT_EQ(text_of(once.on_or_after(day("2024-05-05"))), "no_working_day");
  EXPECT_EQ(text_of(once.plus(day("9999-12-31"), -1)), "2024-05-04");
}

TEST(WorkingDaysTest, NoStepLeavesTheRange) {
  const WorkingDays plain;  // 9999-12-31 is a Friday, 1400-01-01 a Wednesday
  EXPECT_EQ(text_of(plain.on_or_after(day("9999-12-31"))), "9999-12-31");
  EXPECT_EQ(text_of(plain.plus(day("9999-12-30"), 1)), "9999-12-31");
  EXPECT_EQ(text_of(plain.plus(day("9999-12-31"), 1)), "no_working_day");
  EXPECT_EQ(text_of(plain.plus(day("1400-01-02"), -1)), "1400-01-01");
  EXPECT_EQ(text_of(plain.plus(day("1400-01-01"), -1)), "no_working_day");
  for (const std::int64_t count : {INT64_MAX, INT64_MIN, std::int64_t{3200000}}) {
    EXPECT_EQ(text_of(plain.plus(day("2024-05-01"), count)), "no_working_day") << count;
  }
}

}  // namespace
}  // namespace tiendo::working_days_test
