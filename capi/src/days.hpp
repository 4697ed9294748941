/// @file
/// Days, periods, calendars and lists of days off between the structures of tiendo.h and ours.
#pragma once

#include <vector>

#include "handles.hpp"
#include "tiendo/calendar/due_dates.hpp"
#include "tiendo/calendar/reporting_calendar.hpp"

namespace tiendo::capi {

/// The days of those numbers; the row of an outcome is the place in the array.
/// @return TIENDO_E_INVALID_ARG, TIENDO_E_RANGE
Outcome read_days(std::string_view name, const std::int32_t* given, std::int64_t count,
                  std::vector<Date>& days);
/// @return null_argument, TIENDO_E_RANGE, TIENDO_E_PARSE with period_empty
Outcome read_period(std::string_view name, const tiendo_period* given, Period& period);
/// As read_period(), for an array.
Outcome read_periods(std::string_view name, const tiendo_period* given, std::int64_t count,
                     std::vector<Period>& periods);
tiendo_period stored(const Period& period) noexcept;

/// Which days are off; NULL is Saturday and Sunday.
Outcome read_working_days(const tiendo_working_days* given, WorkingDays& working);

/// @return TIENDO_E_INVALID_ARG for a count below zero, or above zero without an array
Outcome check_array(std::string_view name, const void* given, std::int64_t count);

/// Calls `take` with each structure of an array, whatever its version; all have the size of the
/// first. @return TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED or what `take` returns, with its row
template <class T, class Take>
Outcome read_structs(std::string_view name, const T* given, std::int64_t count, std::size_t first,
                     const Take& take) {
  Outcome outcome = check_array(name, given, count);
  for (std::int64_t i = 0; i < count && !outcome.failed(); ++i) {
    const std::size_t size = given->struct_size;
    const auto* bytes = reinterpret_cast<const unsigned char*>(given);
    const auto* one = reinterpret_cast<const T*>(bytes + static_cast<std::size_t>(i) * size);
    T known;
    if (size % alignof(T) != 0 || one->struct_size != size) {
      outcome = {TIENDO_E_INVALID_ARG,
                 "struct_size of " + std::string(name) + " is not that of an array"};
    } else {
      outcome = read_struct(name, one, first, known);
      known.struct_size = sizeof known;  // `take` may read it again, and there is no more of it
    }
    if (!outcome.failed()) outcome = take(known);
    if (outcome.failed()) outcome.row = i;
  }
  return outcome;
}

}  // namespace tiendo::capi
