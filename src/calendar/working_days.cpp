// Tested by tests/unit/calendar/working_days_test.cpp and tests/oracle/calendar_oracle_test.cpp.
//
// before() is arithmetic on weeks and two look-ups in sorted lists. As it never falls, the working
// day of any number is found by halving the range of all days.

#include "tiendo/calendar/working_days.hpp"

#include <algorithm>

namespace tiendo {

namespace {

constexpr std::int64_t kDays = std::int64_t{Date::kLastDay} - Date::kFirstDay + 1;
constexpr int kFirstWeekday = 3;  // 1400-01-01 is a Wednesday

// The weekday so many days after 1400-01-01.
std::size_t weekday_after(std::int64_t days) {
  return static_cast<std::size_t>((days + kFirstWeekday - 1) % 7 + 1);
}

// The days whose weekday is off, or is not, sorted, each once.
std::vector<Date> chosen(std::vector<Date> days, const std::array<bool, 8>& off, bool wanted) {
  std::erase_if(days,
                [&](Date day) { return off[static_cast<std::size_t>(day.weekday())] != wanted; });
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

// How many of the sorted days have a smaller number.
std::int64_t below(const std::vector<Date>& days, std::int64_t number) {
  const auto end = std::lower_bound(days.begin(), days.end(), number,
                                    [](Date day, std::int64_t n) { return day.days() < n; });
  return end - days.begin();
}

// A day that is in both lists, or nothing.
std::optional<Date> common(std::vector<Date> a, std::vector<Date> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::vector<Date> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.empty() ? std::nullopt : std::optional(both.front());
}

}  // namespace

Result<WorkingDays> WorkingDays::of(const DaysOff& days) {
  WorkingDays made;
  made.off_ = {};
  for (const int weekday : days.weekdays) {
    if (weekday < 1 || weekday > 7) return error(Errc::weekday_out_of_range);
    made.off_[static_cast<std::size_t>(weekday)] = true;
  }
  if (const auto day = common(days.holidays, days.make_up_days)) {
    return error(Errc::day_off_conflict,
                 day->to_string() + ": " + std::string(text_of(Errc::day_off_conflict)));
  }
  made.holidays_ = chosen(days.holidays, made.off_, false);
  made.make_up_days_ = chosen(days.make_up_days, made.off_, true);
  return made;
}

// The working days before the day of that number, which may be the one after the last.
std::int64_t WorkingDays::before(std::int64_t day) const noexcept {
  const std::int64_t days = day - Date::kFirstDay;
  const auto worked_a_week = std::count(off_.begin() + 1, off_.end(), false);
  std::int64_t count = days / 7 * worked_a_week;
  for (std::int64_t i = days - days % 7; i < days; ++i) count += off_[weekday_after(i)] ? 0 : 1;
  return count - below(holidays_, day) + below(make_up_days_, day);
}

// The working day of that number, the first having the number 1.
Result<Date> WorkingDays::numbered(std::int64_t number) const {
  if (number < 1 || number > before(std::int64_t{Date::kLastDay} + 1)) {
    return error(Errc::no_working_day);
  }
  std::int64_t low = Date::kFirstDay;
  std::int64_t high = Date::kLastDay;
  while (low < high) {  // the least day with so many working days up to its end
    const std::int64_t middle = low + (high - low) / 2;
    if (before(middle + 1) >= number) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return Date::from_days(low);
}

bool WorkingDays::is_working_day(Date day) const noexcept {
  return before(std::int64_t{day.days()} + 1) > before(day.days());
}

Result<Date> WorkingDays::on_or_after(Date day) const { return numbered(before(day.days()) + 1); }

Result<Date> WorkingDays::plus(Date day, std::int64_t count) const {
  if (count == 0) return day;
  if (count < -kDays || count > kDays) return error(Errc::no_working_day);
  return count > 0 ? numbered(before(std::int64_t{day.days()} + 1) + count)
                   : numbered(before(day.days()) + 1 + count);
}

std::int64_t WorkingDays::count(const Period& period) const noexcept {
  return before(period.end().days()) - before(period.start().days());
}

std::int64_t WorkingDays::between(Date first, Date second) const noexcept {
  if (first >= second) return 0;
  return before(second.days()) - before(std::int64_t{first.days()} + 1);
}

}  // namespace tiendo
