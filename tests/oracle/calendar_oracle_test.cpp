// The calendar against another one, which knows that a year is a leap year when 4 divides it, save
// for centuries that 400 does not, how long months are, and that 1400-01-01 was a Wednesday; it
// counts days from there, one by one.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>

#include "tiendo/calendar/due_dates.hpp"
#include "tiendo/calendar/reporting_calendar.hpp"
#include "tiendo/calendar/tiling.hpp"
#include "tiendo/calendar/working_days.hpp"

namespace tiendo {
namespace {

constexpr int kEpoch = 208188;  // days from 1400-01-01 to 1970-01-01

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int length_of(int year, int month) {
  constexpr std::array<int, 12> kLengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kLengths[static_cast<std::size_t>(month - 1)];
}

// The days from 1400-01-01 to the first of every month up to January 10000.
std::vector<int> firsts_of_months() {
  std::vector<int> firsts = {0};
  for (int year = 1400; year < 10000; ++year) {
    for (int month = 1; month <= 12; ++month) {
      firsts.push_back(firsts.back() + length_of(year, month));
    }
  }
  return firsts;
}

// Days since 1970-01-01 of a day of a month, both counted on: month 13 is January of the next year.
std::int64_t number_of(int year, int month, int day) {
  static const std::vector<int> firsts = firsts_of_months();
  return firsts[static_cast<std::size_t>(12 * (year - 1400) + month - 1)] + day - 1 - kEpoch;
}

std::string digits(int value, std::size_t width) {
  const std::string text = std::to_string(value);
  return std::string(width - text.size(), '0') + text;
}

// Numbers at random, the same each time; a failure prints the seed that made them.
class Random {
 public:
  int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
  static std::string seed() { return "seed " + std::to_string(kSeed); }

 private:
  static constexpr unsigned kSeed = 20240630;
  std::mt19937 engine_{kSeed};
};

Period span(std::int64_t start, std::int64_t end) {
  return *Period::of(*Date::from_days(start), *Date::from_days(end));
}

TEST(CalendarOracleTest, EveryDayHasItsPartsItsWeekdayAndItsNumber) {
  std::int64_t number = -kEpoch;
  int weekday = 3;
  for (int year = 1400; year < 10000; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const int length = length_of(year, month);
      for (int day = 1; day <= length; ++day, ++number, weekday = weekday % 7 + 1) {
        const auto date = Date::from_ymd(year, month, day);
        ASSERT_TRUE(date && date->days() == number && date->weekday() == weekday)
            << year << ' ' << month << ' ' << day;
        ASSERT_TRUE(date->year() == year && date->month() == month && date->day() == day)
            << year << ' ' << month << ' ' << day;
        ASSERT_EQ(number_of(year, month, day), number);
      }
      for (const int day : {0, length + 1, 32}) {
        ASSERT_EQ(Date::from_ymd(year, month, day).error().code, Errc::date_not_real)
            << year << ' ' << month << ' ' << day;
      }
    }
  }
  EXPECT_EQ(number, Date::kLastDay + 1);
}

TEST(CalendarOracleTest, MonthsAreAddedToEveryDayOfCenturiesOfBothKinds) {
  constexpr std::array<int, 12> kSteps = {-1201, -48, -13, -12, -1, 0, 1, 2, 11, 12, 48, 1201};
  for (const int century : {1400, 1500, 1600, 1900, 2000, 2100, 9900}) {
    for (int month = 1; month <= 12 * 100; ++month) {
      const int year = century + (month - 1) / 12;
      const int of_year = (month - 1) % 12 + 1;
      for (int day = 1; day <= length_of(year, of_year); ++day) {
        for (const int step : kSteps) {
          const int months = 12 * (year - 1400) + of_year - 1 + step;  // since January 1400
          const auto moved = Date::from_ymd(year, of_year, day)->plus_months(step);
          if (months < 0 || months >= 12 * 8600) {
            ASSERT_FALSE(moved) << year << ' ' << of_year << ' ' << day << " + " << step;
            continue;
          }
          const int to_year = 1400 + months / 12;
          const int to_month = months % 12 + 1;
          const int to_day = std::min(day, length_of(to_year, to_month));
          ASSERT_EQ(moved->days(), number_of(to_year, to_month, to_day))
              << year << ' ' << of_year << ' ' << day << " + " << step;
        }
      }
    }
  }
}

// A word of a year, its first month and its number of months.
struct Word {
  std::string text;
  int first;
  int count;
};

std::vector<Word> words() {
  std::vector<Word> all = {{"", 1, 12}};
  for (int i = 1; i <= 2; ++i) all.push_back({"-H" + std::to_string(i), 6 * i - 5, 6});
  for (int i = 1; i <= 4; ++i) all.push_back({"-Q" + std::to_string(i), 3 * i - 2, 3});
  for (int i = 1; i <= 12; ++i) all.push_back({"-" + digits(i, 2), i, 1});
  for (int i = 1; i <= 12; ++i) all.push_back({"-" + std::to_string(i) + "M", 1, i});
  return all;
}

TEST(CalendarOracleTest, EveryWordOfEveryYearIsItsDays) {
  for (int year = 1400; year < 10000; ++year) {
    for (const Word& word : words()) {
      const std::string text = std::to_string(year) + word.text;
      const auto read = Period::parse(text);
      if (year == 9999 && word.first + word.count > 12) {
        ASSERT_EQ(read.error().code, Errc::date_out_of_range) << text;
        continue;
      }
      ASSERT_TRUE(read && read->start().days() == number_of(year, word.first, 1) &&
                  read->end().days() == number_of(year, word.first + word.count, 1))
          << text;
      ASSERT_EQ(read->whole_months(), word.count) << text;
      ASSERT_TRUE(*Period::parse(read->to_string()) == *read) << text;
    }
  }
}

TEST(CalendarOracleTest, EveryPairOfYearsIsTheirDays) {
  for (int first = 1400; first < 9999; first += 37) {
    for (int last = first; last < 9999; last += 101) {
      const std::string text = std::to_string(first) + '/' + std::to_string(last);
      ASSERT_TRUE(*Period::parse(text) == span(number_of(first, 1, 1), number_of(last, 13, 1)))
          << text;
    }
  }
}

// ---- Tiling: each day counted by itself ---------------------------------------------------------

TEST(CalendarOracleTest, TilingsAreJudgedDayByDay) {
  Random random;
  SCOPED_TRACE(Random::seed());
  int tilings = 0;
  for (int round = 0; round < 20000; ++round) {
    const int days = 1 + random.below(5);
    const Period whole = span(2, 2 + days);
    std::vector<Period> parts;
    std::array<int, 12> covered{};
    for (int count = random.below(5); count > 0; --count) {
      const int start = random.below(8);
      const int end = start + 1 + random.below(3);
      parts.push_back(span(start, end));
      for (int i = start; i < end; ++i) ++covered[static_cast<std::size_t>(i)];
    }
    std::optional<TilingFinding> wanted;
    for (int i = 0; i < 12; ++i) {
      const int times = covered[static_cast<std::size_t>(i)];
      const bool inside = i >= 2 && i < 2 + days;
      if (times == (inside ? 1 : 0)) {
        if (wanted) break;
        continue;
      }
      const TilingFault fault = !inside      ? TilingFault::outside
                                : times == 0 ? TilingFault::gap
                                             : TilingFault::overlap;
      if (wanted && wanted->fault != fault) break;
      wanted = {fault, wanted ? span(wanted->days.start().days(), i + 1) : span(i, i + 1)};
    }
    tilings += wanted ? 0 : 1;
    std::string text = whole.to_string() + ':';
    for (const Period& part : parts) text += ' ' + part.to_string();
    ASSERT_TRUE(first_tiling_fault(whole, parts) == wanted) << text;
  }
  EXPECT_GT(tilings, 50);
}

// ---- Reporting calendars ------------------------------------------------------------------------

std::vector<ReportingCalendar> calendars() {
  const Date always = *Date::from_days(Date::kFirstDay);
  std::vector<ReportingCalendar> all = {ReportingCalendar::civil(),
                                        ReportingCalendar::administrative(),
                                        ReportingCalendar::public_investment()};
  for (const int first_day : {1, 5, 16, 28}) {
    for (const bool month_before : {false, true}) {
      all.push_back(*ReportingCalendar::of("own", {{always, first_day, month_before, 0}}));
    }
  }
  return all;
}

TEST(CalendarOracleTest, WindowsOfFollowingMonthsTileTheYears) {
  for (const ReportingCalendar& calendar : calendars()) {
    const ReportingRule& rule = calendar.rules().front();
    for (int year = std::max(1401, rule.in_force_from.year() + 1); year < 9998; year += 7) {
      const Period years = *Period::parse(std::to_string(year) + '/' + std::to_string(year + 1));
      const int month = rule.month_before ? 0 : 1;
      const std::int64_t start =
          month == 0 ? number_of(year - 1, 12, rule.first_day) : number_of(year, 1, rule.first_day);
      const std::int64_t end = number_of(year + 1, 12 + month, rule.first_day);
      for (const int months : {1, 3, 6}) {
        const std::vector<Period> parts = *years.parts(months);
        std::vector<Period> windows;
        for (const Period& part : parts) {
          windows.push_back(*calendar.window(part));
        }
        ASSERT_FALSE(first_tiling_fault(span(start, end), windows))
            << calendar.name() << ' ' << year << ' ' << months;
      }
      const Period window = *calendar.window(years);
      ASSERT_EQ(window.start().days(), start) << calendar.name() << ' ' << year;
      const int extra = rule.year_extra_months == 0 ? 0 : 31;  // January
      ASSERT_EQ(window.end().days(), end + extra) << calendar.name() << ' ' << year;
    }
  }
}

TEST(CalendarOracleTest, EveryDayBelongsToTheMonthWhoseWindowHasIt) {
  for (const ReportingCalendar& calendar : calendars()) {
    const std::int64_t from = number_of(2023, 1, 1);
    for (std::int64_t day = from; day < number_of(2025, 3, 1); ++day) {
      const Date date = *Date::from_days(day);
      const Period month = *calendar.month_of(date);
      ASSERT_EQ(month.whole_months(), 1);
      ASSERT_TRUE(calendar.window(month)->contains(date)) << calendar.name() << ' ' << day;
    }
  }
}

// ---- Working days: a walk from day to day -------------------------------------------------------

struct Walk {
  std::set<int> weekdays;
  std::set<std::int64_t> holidays;
  std::set<std::int64_t> make_up_days;

  bool works(std::int64_t day) const {
    if (holidays.contains(day)) return false;
    const int weekday = static_cast<int>((day + kEpoch + 2) % 7) + 1;
    return make_up_days.contains(day) || !weekdays.contains(weekday);
  }
};

DaysOff days_off(const Walk& walk) {
  DaysOff days{{walk.weekdays.begin(), walk.weekdays.end()}, {}, {}};
  for (const std::int64_t day : walk.holidays) days.holidays.push_back(*Date::from_days(day));
  for (const std::int64_t day : walk.make_up_days) {
    days.make_up_days.push_back(*Date::from_days(day));
  }
  return days;
}

// The working day reached from a day by so many steps of +1 or -1, or `to` or `from` - 1 on the
// way.
std::int64_t walked(const Walk& walk, std::int64_t day, int step, int left, std::int64_t from,
                    std::int64_t to) {
  while (left > 0 && from <= day && day < to) {
    day += step;
    left -= walk.works(day) ? 1 : 0;
  }
  return day;
}

void expect_same_steps(const Walk& walk, const WorkingDays& worked, std::int64_t day,
                       std::int64_t from, std::int64_t to) {
  const Date date = *Date::from_days(day);
  const std::int64_t next = walk.works(day) ? day : walked(walk, day, 1, 1, from, to);
  if (next < to) {
    ASSERT_EQ(worked.on_or_after(date)->days(), next) << date.to_string();
  }
  for (const int count : {1, 2, 9}) {
    for (const int step : {1, -1}) {
      const std::int64_t there = walked(walk, day, step, count, from, to);
      if (there < from || there >= to) continue;
      ASSERT_EQ(worked.plus(date, step * count)->days(), there)
          << date.to_string() << ' ' << step * count;
    }
  }
}

void expect_same(const Walk& walk, const WorkingDays& worked, std::int64_t from, std::int64_t to) {
  const Date first = *Date::from_days(from);
  std::int64_t count = 0;
  for (std::int64_t day = from; day < to; ++day) {
    const Date date = *Date::from_days(day);
    ASSERT_EQ(worked.is_working_day(date), walk.works(day)) << date.to_string();
    if (day > from) {
      ASSERT_EQ(worked.count(span(from, day)), count) << date.to_string();
      ASSERT_EQ(worked.between(first, date), count - (walk.works(from) ? 1 : 0));
    }
    count += walk.works(day) ? 1 : 0;
    expect_same_steps(walk, worked, day, from, to);
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(CalendarOracleTest, WorkingDaysAreThoseOfAWalk) {
  Random random;
  SCOPED_TRACE(Random::seed());
  for (int round = 0; round < 200; ++round) {
    const std::int64_t from = round == 0   ? Date::kFirstDay
                              : round == 1 ? Date::kLastDay - 200
                                           : random.below(2000000);
    Walk walk;
    if (round % 4 == 0) walk.weekdays = {6, 7};
    if (round % 4 != 0) {
      for (int count = random.below(8); count > 0; --count) {
        walk.weekdays.insert(1 + random.below(7));
      }
    }
    for (int count = random.below(30); count > 0; --count) {
      walk.holidays.insert(from + random.below(200));
    }
    for (int count = random.below(30); count > 0; --count) {
      const std::int64_t day = from + random.below(200);
      if (!walk.holidays.contains(day)) walk.make_up_days.insert(day);
    }
    expect_same(walk, *WorkingDays::of(days_off(walk)), from, from + 200);
    if (HasFatalFailure()) return;
  }
}

TEST(CalendarOracleTest, ADueDateIsTheFirstWorkingDayFromTheDayOfTheRule) {
  Walk walk;
  walk.weekdays = {6, 7};
  const WorkingDays worked;
  for (int year = 2017; year < 2040; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const bool old = 12 * year + month < 12 * 2024 + 8;
      std::int64_t day = old ? number_of(year, month, std::min(29, length_of(year, month)))
                             : number_of(year, month + 1, 6);
      while (!walk.works(day)) ++day;
      const Period named = *Period::month(year, month);
      ASSERT_EQ(DueDates::statistics().due(named, worked)->days(), day) << named.to_string();
    }
  }
}

}  // namespace
}  // namespace tiendo
