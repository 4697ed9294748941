// The periods in which the schedule of a project is counted.
#pragma once

#include <optional>
#include <vector>

#include "tiendo/engine/work.hpp"

namespace tiendo {

// Months where the project begins on the first day of a month and ends on the last of one, else
// days.
struct ScheduleCalendar {
  bool by_months = false;
  // Their last days.
  std::vector<Date> ends;
  // The time to the end of a day, which goes on beyond the schedule: periods that are over, and of
  // one that is begun the days that are over, of so many.
  std::int64_t over = 0;
  std::int64_t days = 0;
  std::int64_t of_days = 1;

  Ratio elapsed() const { return *(Ratio(over) + Ratio(days) / Ratio(of_days)); }
};

// That of the row of a project on a day. Nothing where it has no first or no last day, or is too
// long.
std::optional<ScheduleCalendar> schedule_calendar(const WorkRow& project, Date as_of);

}  // namespace tiendo
