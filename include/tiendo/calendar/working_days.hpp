/// @file
/// Working days: which days are worked, and counting them.
///
/// A day is off by its weekday or as a holiday, and worked in spite of its weekday when it makes up
/// for another: a Saturday worked for a bridge day, which is announced year by year. A day that no
/// list names is judged by its weekday alone, so the lists must reach as far as the question does.
///
/// With before(d) for the number of working days before d, for all days a <= b:
///
///     count([a, b)) == before(b) - before(a)
///
/// and everything here is that count or the search for a place in it: no answer walks the days, so
/// none takes long, even when hardly any day is worked.
#pragma once

#include <array>
#include <vector>

#include "tiendo/calendar/period.hpp"

namespace tiendo {

/// Which days are off and which are not; duplicates and any order are fine.
struct DaysOff {
  /// The days of the week that are off: 1 for Monday to 7 for Sunday.
  std::vector<int> weekdays = {6, 7};
  /// Days that are off whatever their weekday; those on a weekday that is off change nothing.
  std::vector<Date> holidays;
  /// Days that are worked though their weekday is off; the others change nothing.
  std::vector<Date> make_up_days;
};

/// The working days of one body. Safe to read from many threads.
class WorkingDays {
 public:
  /// Monday to Friday, no holidays.
  WorkingDays() { off_[6] = off_[7] = true; }

  /// @return weekday_out_of_range; day_off_conflict for a day that is a holiday and made up for
  static Result<WorkingDays> of(const DaysOff& days);

  /// Whether the day is worked.
  bool is_working_day(Date day) const noexcept;
  /// The day itself if it is worked, else the next one that is. @return no_working_day
  Result<Date> on_or_after(Date day) const;
  /// The count-th working day after the day, or before it for a count below zero; the day itself,
  /// worked or not, for 0. Saturday and 1 is Monday, and so is Friday and 1. @return no_working_day
  Result<Date> plus(Date day, std::int64_t count) const;
  /// How many days of the period are worked.
  std::int64_t count(const Period& period) const noexcept;
  /// How many working days lie after the one day and before the other; 0 unless first < second.
  /// Between the cut-off of an administrative report and the day when it is due there must be at
  /// least one (Decree 09/2019/ND-CP, article 8).
  std::int64_t between(Date first, Date second) const noexcept;

 private:
  std::int64_t before(std::int64_t day) const noexcept;
  Result<Date> numbered(std::int64_t number) const;

  std::array<bool, 8> off_{};       // by weekday
  std::vector<Date> holidays_;      // on weekdays that are worked, sorted
  std::vector<Date> make_up_days_;  // on weekdays that are off, sorted
};

}  // namespace tiendo
