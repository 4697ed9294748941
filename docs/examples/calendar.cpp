// Which days a report of half a year covers, when it is due, and how much of the year is over.
#include <cstdio>

#include "tiendo/calendar/due_dates.hpp"
#include "tiendo/calendar/reporting_calendar.hpp"
#include "tiendo/model/time_share.hpp"

int main() {
  //! [windows and due dates]
  const tiendo::Period half = *tiendo::Period::parse("2024-H1");
  const auto calendar = tiendo::ReportingCalendar::administrative();
  const auto windows = calendar.with_year_before(half);  // both by one calendar, or an error
  if (!windows) return 1;

  tiendo::DaysOff days;  // Saturdays and Sundays, and what is listed
  days.holidays = {*tiendo::Date::from_ymd(2024, 4, 29), *tiendo::Date::from_ymd(2024, 4, 30),
                   *tiendo::Date::from_ymd(2024, 5, 1)};
  days.make_up_days = {*tiendo::Date::from_ymd(2024, 5, 4)};  // for Monday, 29 April
  const auto working = tiendo::WorkingDays::of(days);
  const auto dates = tiendo::DueDates::of("office", {{*tiendo::Date::parse("2020-01-01"), 0, 16}});
  if (!working || !dates) return 1;
  const auto due = dates->due(half, *working);  // the 16th of June is a Sunday
  if (!due) return 1;

  const tiendo::Date cut_off = windows->window.last_day();
  const auto between = working->between(cut_off, *due);  // 0, and must be at least 1: too soon
  const tiendo::Ratio over = elapsed_share(*tiendo::Period::parse("2024"), cut_off);
  //! [windows and due dates]
  std::printf("%s covers %s to %s\n", half.to_string().c_str(),
              windows->window.start().to_string().c_str(), cut_off.to_string().c_str());
  std::printf("to compare with %s to %s\n", windows->year_before.start().to_string().c_str(),
              windows->year_before.last_day().to_string().c_str());
  std::printf("due on %s, working days between: %d\n", due->to_string().c_str(),
              static_cast<int>(between));
  std::printf("of 2024 are over: %s\n", over.to_string().c_str());
  return 0;
}
