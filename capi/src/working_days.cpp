// Tested by tests/capi/working_days_test.c.

#include <algorithm>

#include "days.hpp"

using tiendo::Date;
using tiendo::DueDates;
using tiendo::DueRule;
using tiendo::Period;
using tiendo::WorkingDays;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::read_day;
using tiendo::capi::read_working_days;
using tiendo::capi::run;

namespace {

// What is common to the functions that look for a working day.
template <class Find>
Outcome find_day(const tiendo_working_days* given, std::int32_t day, std::int32_t* result,
                 const Find& find) {
  WorkingDays working;
  Date read;
  Outcome bad = read_working_days(given, working);
  if (!bad.failed()) bad = read_day(day, read);
  if (bad.failed()) return bad;
  if (result == nullptr) return null_argument("result");
  const tiendo::Result<Date> found = find(working, read);
  if (!found) return found.error();
  *result = found->days();
  return {};
}

Outcome own_dates(const tiendo_due_dates& given, DueDates& dates) {
  std::vector<DueRule> rules;
  Outcome bad = tiendo::capi::read_structs(
      "rules", given.rules, given.rule_count, TIENDO_FIRST_SIZE(tiendo_due_rule, day),
      [&](const tiendo_due_rule& rule) -> Outcome {
        DueRule made;
        Outcome outcome = read_day(rule.in_force_from, made.in_force_from);
        made.months_after = rule.months_after;
        made.day = rule.day;
        rules.push_back(made);
        return outcome;
      });
  if (bad.failed()) return bad;
  auto made = DueDates::of("own", std::move(rules));
  if (!made) return made.error();
  dates = *std::move(made);
  return {};
}

Outcome read_due_dates(const tiendo_due_dates* given, DueDates& dates) {
  tiendo_due_dates known;
  Outcome bad = tiendo::capi::read_struct("dates", given,
                                          TIENDO_FIRST_SIZE(tiendo_due_dates, rule_count), known);
  if (bad.failed()) return bad;
  if (known.kind == TIENDO_DUE_OWN) return own_dates(known, dates);
  if (known.rules != nullptr || known.rule_count != 0) {
    return {TIENDO_E_INVALID_ARG, "only due dates of the caller's own have rules"};
  }
  if (known.kind != TIENDO_DUE_STATISTICS) {
    return tiendo::capi::unknown_number("kind of due dates");
  }
  dates = DueDates::statistics();
  return {};
}

}  // namespace

tiendo_status tiendo_working_days_test(tiendo_context* context, const tiendo_working_days* working,
                                       const int32_t* days, int64_t count,
                                       uint8_t* worked) noexcept {
  return run(context, [&]() -> Outcome {
    WorkingDays read;
    std::vector<Date> read_days;
    Outcome bad = read_working_days(working, read);
    if (!bad.failed()) bad = tiendo::capi::read_days("days", days, count, read_days);
    if (bad.failed()) return bad;
    if (worked == nullptr && count > 0) return null_argument("worked");
    std::transform(read_days.begin(), read_days.end(), worked,
                   [&](Date day) -> uint8_t { return read.is_working_day(day) ? 1 : 0; });
    return {};
  });
}

tiendo_status tiendo_working_days_next(tiendo_context* context, const tiendo_working_days* working,
                                       int32_t day, int32_t* result) noexcept {
  return run(context, [&]() -> Outcome {
    return find_day(working, day, result,
                    [](const WorkingDays& read, Date from) { return read.on_or_after(from); });
  });
}

tiendo_status tiendo_working_days_add(tiendo_context* context, const tiendo_working_days* working,
                                      int32_t day, int64_t count, int32_t* result) noexcept {
  return run(context, [&]() -> Outcome {
    return find_day(working, day, result,
                    [&](const WorkingDays& read, Date from) { return read.plus(from, count); });
  });
}

tiendo_status tiendo_working_days_count(tiendo_context* context, const tiendo_working_days* working,
                                        int32_t start, int32_t end, int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    WorkingDays read;
    Date first;
    Date stop;
    Outcome bad = read_working_days(working, read);
    if (!bad.failed()) bad = read_day(start, first);
    if (!bad.failed()) bad = read_day(end, stop);
    if (bad.failed()) return bad;
    if (count == nullptr) return null_argument("count");
    const auto period = Period::of(first, stop);
    *count = period ? read.count(*period) : 0;
    return {};
  });
}

tiendo_status tiendo_due_date(tiendo_context* context, const tiendo_due_dates* dates,
                              const tiendo_period* named, const tiendo_working_days* working,
                              int32_t* day) noexcept {
  return run(context, [&]() -> Outcome {
    DueDates read = DueDates::statistics();
    Period period;
    WorkingDays read_working;
    Outcome bad = read_due_dates(dates, read);
    if (!bad.failed()) bad = tiendo::capi::read_period("named", named, period);
    if (!bad.failed()) bad = read_working_days(working, read_working);
    if (bad.failed()) return bad;
    if (day == nullptr) return null_argument("day");
    const auto due = read.due(period, read_working);
    if (!due) return due.error();
    *day = due->days();
    return {};
  });
}
