// Tested by tests/unit/engine/work_value_test.cpp, tests/unit/engine/work_trace_test.cpp,
// tests/oracle/earned_trace_oracle_test.cpp and tests/cli/work_trace_test.py.

#include "engine/schedule_calendar.hpp"

#include <algorithm>

namespace tiendo {
namespace {

bool is_of_whole_months(Date start, Date finish) {
  const Result<Date> next = finish.plus_days(1);
  return start.day() == 1 && next && next->day() == 1;
}

// Most periods of a schedule: of days more than a hundred years. A longer one has no calendar.
constexpr std::size_t kMostPeriods = 40'000;

// Counts a period that begins and ends so.
void count(ScheduleCalendar& calendar, Date begin, Date next, Date as_of) {
  if (as_of < begin) return;
  const std::int64_t days = as_of.days() + 1 - begin.days();
  const std::int64_t of_days = next.days() - begin.days();
  if (days >= of_days) {
    ++calendar.over;
  } else {
    calendar.days = days;
    calendar.of_days = of_days;
  }
}

}  // namespace

std::optional<ScheduleCalendar> schedule_calendar(const WorkRow& project, Date as_of) {
  if (!project.start || !project.finish) return std::nullopt;
  const Date start = *project.start;
  const Date finish = *project.finish;
  ScheduleCalendar calendar;
  calendar.by_months = is_of_whole_months(start, finish);
  Date begin = start;
  for (std::int64_t n = 1; begin <= std::max(finish, as_of); ++n) {
    const Result<Date> next = calendar.by_months ? start.plus_months(n) : start.plus_days(n);
    if (!next || calendar.ends.size() > kMostPeriods) return std::nullopt;
    count(calendar, begin, *next, as_of);
    if (begin <= finish) calendar.ends.push_back(*next->plus_days(-1));
    begin = *next;
  }
  return calendar;
}

}  // namespace tiendo
