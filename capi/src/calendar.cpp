// Tested by tests/capi/calendar_test.c.

#include <algorithm>

#include "days.hpp"

using tiendo::Date;
using tiendo::Period;
using tiendo::ReportingCalendar;
using tiendo::ReportingRule;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::read_period;
using tiendo::capi::run;
using tiendo::capi::stored;
using tiendo::capi::unknown_number;

namespace {

Outcome own_calendar(const tiendo_calendar& given, ReportingCalendar& calendar) {
  std::vector<ReportingRule> rules;
  Outcome bad = tiendo::capi::read_structs(
      "rules", given.rules, given.rule_count,
      TIENDO_FIRST_SIZE(tiendo_reporting_rule, year_extra_months),
      [&](const tiendo_reporting_rule& rule) -> Outcome {
        ReportingRule made;
        Outcome outcome = tiendo::capi::read_day(rule.in_force_from, made.in_force_from);
        made.first_day = rule.first_day;
        made.month_before = rule.month_before != 0;
        made.year_extra_months = rule.year_extra_months;
        rules.push_back(made);
        return outcome;
      });
  if (bad.failed()) return bad;
  auto made = ReportingCalendar::of("own", std::move(rules));
  if (!made) return made.error();
  calendar = *std::move(made);
  return {};
}

Outcome read_calendar(const tiendo_calendar* given, ReportingCalendar& calendar) {
  tiendo_calendar known;
  Outcome bad = tiendo::capi::read_struct("calendar", given,
                                          TIENDO_FIRST_SIZE(tiendo_calendar, rule_count), known);
  if (bad.failed()) return bad;
  if (known.kind == TIENDO_CALENDAR_OWN) return own_calendar(known, calendar);
  if (known.rules != nullptr || known.rule_count != 0) {
    return {TIENDO_E_INVALID_ARG, "only a calendar of the caller's own has rules"};
  }
  switch (known.kind) {
    case TIENDO_CALENDAR_CIVIL: calendar = ReportingCalendar::civil(); return {};
    case TIENDO_CALENDAR_ADMINISTRATIVE: calendar = ReportingCalendar::administrative(); return {};
    case TIENDO_CALENDAR_PUBLIC_INVESTMENT:
      calendar = ReportingCalendar::public_investment();
      return {};
    default: return unknown_number("kind of calendar");
  }
}

// What is common to the functions that look up a named period.
Outcome read_question(const tiendo_calendar* given, const tiendo_period* named,
                      ReportingCalendar& calendar, Period& period) {
  Outcome outcome = read_calendar(given, calendar);
  return outcome.failed() ? outcome : read_period("named", named, period);
}

}  // namespace

tiendo_status tiendo_calendar_window(tiendo_context* context, const tiendo_calendar* calendar,
                                     const tiendo_period* named, tiendo_period* window) noexcept {
  return run(context, [&]() -> Outcome {
    ReportingCalendar read = ReportingCalendar::civil();
    Period period;
    Outcome bad = read_question(calendar, named, read, period);
    if (bad.failed()) return bad;
    if (window == nullptr) return null_argument("window");
    const auto found = read.window(period);
    if (!found) return found.error();
    *window = stored(*found);
    return {};
  });
}

tiendo_status tiendo_calendar_comparison(tiendo_context* context, const tiendo_calendar* calendar,
                                         const tiendo_period* named, tiendo_period* window,
                                         tiendo_period* year_before) noexcept {
  return run(context, [&]() -> Outcome {
    ReportingCalendar read = ReportingCalendar::civil();
    Period period;
    Outcome bad = read_question(calendar, named, read, period);
    if (bad.failed()) return bad;
    if (window == nullptr) return null_argument("window");
    if (year_before == nullptr) return null_argument("year_before");
    const auto found = read.with_year_before(period);
    if (!found) return found.error();
    *window = stored(found->window);
    *year_before = stored(found->year_before);
    return {};
  });
}

tiendo_status tiendo_calendar_months(tiendo_context* context, const tiendo_calendar* calendar,
                                     const int32_t* days, int64_t count,
                                     tiendo_period* months) noexcept {
  return run(context, [&]() -> Outcome {
    ReportingCalendar read = ReportingCalendar::civil();
    std::vector<Date> read_days;
    Outcome bad = read_calendar(calendar, read);
    if (!bad.failed()) bad = tiendo::capi::read_days("days", days, count, read_days);
    if (bad.failed()) return bad;
    if (months == nullptr && count > 0) return null_argument("months");
    std::vector<tiendo_period> found;
    for (const Date day : read_days) {
      const auto month = read.month_of(day);
      if (!month) {
        Outcome outcome = month.error();
        outcome.row = tiendo::capi::count_of(found.size());
        return outcome;
      }
      found.push_back(stored(*month));
    }
    std::copy(found.begin(), found.end(), months);
    return {};
  });
}
