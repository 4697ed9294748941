// Tested by tests/capi/period_test.c and tests/capi/calendar_test.c.

#include "days.hpp"

namespace tiendo::capi {
namespace {

// The weekdays of the bits, 1 for the lowest; a bit of no weekday is refused by WorkingDays::of().
std::vector<int> weekdays_of(std::uint32_t bits) {
  std::vector<int> weekdays;
  for (int bit = 0; bit < 32; ++bit) {
    if ((bits >> bit & 1U) != 0) weekdays.push_back(bit + 1);
  }
  return weekdays;
}

}  // namespace

Outcome check_array(std::string_view name, const void* given, std::int64_t count) {
  if (count < 0) return {TIENDO_E_INVALID_ARG, "count of " + std::string(name) + " is below zero"};
  if (given == nullptr && count > 0) return null_argument(name);
  return {};
}

Outcome read_days(std::string_view name, const std::int32_t* given, std::int64_t count,
                  std::vector<Date>& days) {
  Outcome outcome = check_array(name, given, count);
  for (std::int64_t i = 0; i < count && !outcome.failed(); ++i) {
    Date day;
    outcome = read_day(given[i], day);
    if (outcome.failed()) outcome.row = i;
    days.push_back(day);
  }
  return outcome;
}

Outcome read_period(std::string_view name, const tiendo_period* given, Period& period) {
  if (given == nullptr) return null_argument(name);
  Date start;
  Date end;
  Outcome outcome = read_day(given->start, start);
  if (!outcome.failed()) outcome = read_day(given->end, end);
  if (outcome.failed()) return outcome;
  const auto read = Period::of(start, end);
  if (!read) return read.error();
  period = *read;
  return {};
}

Outcome read_periods(std::string_view name, const tiendo_period* given, std::int64_t count,
                     std::vector<Period>& periods) {
  Outcome outcome = check_array(name, given, count);
  for (std::int64_t i = 0; i < count && !outcome.failed(); ++i) {
    Period period;
    outcome = read_period(name, given + i, period);
    if (outcome.failed()) outcome.row = i;
    periods.push_back(period);
  }
  return outcome;
}

tiendo_period stored(const Period& period) noexcept {
  return {period.start().days(), period.end().days()};
}

Outcome read_working_days(const tiendo_working_days* given, WorkingDays& working) {
  working = WorkingDays();
  if (given == nullptr) return {};
  tiendo_working_days known;
  Outcome outcome = read_struct("working", given,
                                TIENDO_FIRST_SIZE(tiendo_working_days, make_up_day_count), known);
  if (outcome.failed()) return outcome;
  if (known.reserved != 0) return {TIENDO_E_INVALID_ARG, "reserved of working is not 0"};
  DaysOff days;
  if (known.has_weekdays_off != 0) days.weekdays = weekdays_of(known.weekdays_off);
  outcome = read_days("holidays", known.holidays, known.holiday_count, days.holidays);
  if (!outcome.failed()) {
    outcome =
        read_days("make_up_days", known.make_up_days, known.make_up_day_count, days.make_up_days);
  }
  if (outcome.failed()) return outcome;
  auto made = WorkingDays::of(days);
  if (!made) return made.error();
  working = *std::move(made);
  return {};
}

}  // namespace tiendo::capi
