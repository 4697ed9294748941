/* Reporting calendars: those that are known, those of the caller, the way back from days. */

#include "check.h"

static tiendo_calendar known(tiendo_calendar_kind kind) {
  tiendo_calendar calendar;
  memset(&calendar, 0, sizeof calendar);
  calendar.struct_size = sizeof calendar;
  calendar.kind = kind;
  return calendar;
}

static tiendo_reporting_rule rule(const char* from, int32_t first_day, int32_t month_before) {
  tiendo_reporting_rule made;
  memset(&made, 0, sizeof made);
  made.struct_size = sizeof made;
  made.in_force_from = day_of(from);
  made.first_day = first_day;
  made.month_before = month_before;
  return made;
}

static tiendo_calendar own(const tiendo_reporting_rule* rules, int64_t count) {
  tiendo_calendar calendar = known(TIENDO_CALENDAR_OWN);
  calendar.rules = rules;
  calendar.rule_count = count;
  return calendar;
}

static const char* window_of(tiendo_calendar calendar, const char* named) {
  const tiendo_period period = period_of(named);
  tiendo_period window = {0, 0};
  CHECK_OK(tiendo_calendar_window(context, &calendar, &period, &window));
  return word_of(window);
}

static void one_name_is_different_days_for_each(void) {
  CHECK_TEXT(window_of(known(TIENDO_CALENDAR_CIVIL), "2024-H1"), "2024-H1");
  CHECK_TEXT(window_of(known(TIENDO_CALENDAR_ADMINISTRATIVE), "2024-H1"), "2023-12-15/2024-06-15");
  CHECK_TEXT(window_of(known(TIENDO_CALENDAR_ADMINISTRATIVE), "2024-06"), "2024-05-15/2024-06-15");
  CHECK_TEXT(window_of(known(TIENDO_CALENDAR_PUBLIC_INVESTMENT), "2024-H1"), "2024-H1");
  CHECK_TEXT(window_of(known(TIENDO_CALENDAR_PUBLIC_INVESTMENT), "2024"), "2024-01-01/2025-02-01");
}

static void rules_of_the_caller_follow_each_other(void) {
  tiendo_reporting_rule rules[2];
  rules[0] = rule("2020-01-01", 16, 1);
  rules[1] = rule("2024-01-01", 1, 0);
  rules[1].year_extra_months = 12;
  CHECK_TEXT(window_of(own(rules, 2), "2023-11M"), "2022-12-16/2023-11-16");
  CHECK_TEXT(window_of(own(rules, 2), "2024"), "2024/2025");
}

static void a_comparison_has_two_windows_that_lie_alike(void) {
  const tiendo_calendar calendar = known(TIENDO_CALENDAR_ADMINISTRATIVE);
  tiendo_reporting_rule rules[2];
  tiendo_calendar changed = own(rules, 2);
  tiendo_period named = period_of("2024-02");
  tiendo_period window = {7, 8};
  tiendo_period before = {7, 8};
  CHECK_OK(tiendo_calendar_comparison(context, &calendar, &named, &window, &before));
  CHECK_TEXT(word_of(window), "2024-01-15/2024-02-15");
  CHECK_TEXT(word_of(before), "2023-01-15/2023-02-15");
  rules[0] = rule("2020-01-01", 16, 1);
  rules[1] = rule("2024-01-01", 1, 0);
  window.start = 7;
  CHECK_FAILS(tiendo_calendar_comparison(context, &changed, &named, &window, &before),
              TIENDO_E_PARSE);
  CHECK(last_error().code == 209 && window.start == 7);
  CHECK_FAILS(tiendo_calendar_comparison(context, &calendar, &named, &window, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_calendar_comparison(context, &calendar, &named, NULL, &before),
              TIENDO_E_INVALID_ARG);
}

static void days_lead_back_to_their_months(void) {
  const tiendo_calendar calendar = known(TIENDO_CALENDAR_ADMINISTRATIVE);
  int32_t days[3];
  tiendo_period months[3] = {{7, 8}, {7, 8}, {7, 8}};
  days[0] = day_of("2023-12-14");
  days[1] = day_of("2023-12-15");
  days[2] = day_of("2018-06-30");
  CHECK_OK(tiendo_calendar_months(context, &calendar, days, 2, months));
  CHECK_TEXT(word_of(months[0]), "2023-12");
  CHECK_TEXT(word_of(months[1]), "2024-01");
  months[0].start = 7;
  CHECK_FAILS(tiendo_calendar_months(context, &calendar, days, 3, months), TIENDO_E_PARSE);
  CHECK(last_error().code == 206 && last_error().row == 2 && months[0].start == 7);
  days[1] = INT32_MAX;
  CHECK_FAILS(tiendo_calendar_months(context, &calendar, days, 3, months), TIENDO_E_RANGE);
  CHECK(last_error().row == 1);
  CHECK_OK(tiendo_calendar_months(context, &calendar, NULL, 0, NULL));
  CHECK_FAILS(tiendo_calendar_months(context, &calendar, days, 1, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_calendar_months(context, &calendar, NULL, 1, months), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_calendar_months(context, &calendar, days, -1, months), TIENDO_E_INVALID_ARG);
}

/* The status and the code of looking up 2024 in a calendar. */
static void expect_refusal(tiendo_calendar calendar, tiendo_status status, int32_t code,
                           int64_t row) {
  const tiendo_period year = period_of("2024");
  tiendo_period window = {7, 8};
  CHECK_FAILS(tiendo_calendar_window(context, &calendar, &year, &window), status);
  CHECK(last_error().code == code && last_error().row == row);
  CHECK(window.start == 7 && window.end == 8);
}

static void calendars_that_make_no_sense_are_refused(void) {
  tiendo_reporting_rule rules[2];
  tiendo_calendar calendar = known(TIENDO_CALENDAR_CIVIL);
  rules[0] = rule("2020-01-01", 15, 1);
  rules[1] = rule("2020-01-01", 16, 1);
  expect_refusal(own(rules, 2), TIENDO_E_PARSE, 207, -1);
  expect_refusal(own(rules, -1), TIENDO_E_INVALID_ARG, 0, -1);
  expect_refusal(own(NULL, 1), TIENDO_E_INVALID_ARG, 0, -1);
  expect_refusal(own(NULL, 0), TIENDO_E_PARSE, 206, -1);
  rules[0].first_day = 29;
  expect_refusal(own(rules, 1), TIENDO_E_RANGE, 208, -1);
  rules[1].in_force_from = INT32_MAX;
  expect_refusal(own(rules, 2), TIENDO_E_RANGE, 202, 1);
  rules[1].struct_size = sizeof *rules + 4; /* two sizes in one array */
  expect_refusal(own(rules, 2), TIENDO_E_INVALID_ARG, 0, 1);
  rules[1].struct_size = 0;
  expect_refusal(own(rules, 2), TIENDO_E_INVALID_ARG, 0, 1);
  rules[0].struct_size = 0;
  expect_refusal(own(rules, 2), TIENDO_E_INVALID_ARG, 0, 0);
  calendar.rules = rules;
  expect_refusal(calendar, TIENDO_E_INVALID_ARG, 0, -1);
  expect_refusal(known(4), TIENDO_E_INVALID_ARG, 0, -1);
  expect_refusal(known(-1), TIENDO_E_INVALID_ARG, 0, -1);
  calendar.struct_size = 8;
  expect_refusal(calendar, TIENDO_E_INVALID_ARG, 0, -1);
}

/* A rule as a newer version of the library might have it. */
struct longer_rule {
  tiendo_reporting_rule first;
  int32_t more;
};

static void rules_of_a_newer_version_are_read_when_the_rest_is_zero(void) {
  struct longer_rule rules[2];
  tiendo_calendar calendar;
  memset(rules, 0, sizeof rules);
  rules[0].first = rule("2020-01-01", 16, 1);
  rules[1].first = rule("2024-01-01", 2, 0);
  rules[0].first.struct_size = rules[1].first.struct_size = sizeof *rules;
  calendar = own(&rules[0].first, 2);
  CHECK_TEXT(window_of(calendar, "2024-03"), "2024-03-02/2024-04-02");
  rules[1].more = 1;
  expect_refusal(calendar, TIENDO_E_UNSUPPORTED, 0, 1);
}

static void named_periods_are_whole_months(void) {
  const tiendo_calendar calendar = known(TIENDO_CALENDAR_CIVIL);
  const tiendo_period days = period_of("2024-01-15/2024-02-15");
  tiendo_period window;
  CHECK_FAILS(tiendo_calendar_window(context, &calendar, &days, &window), TIENDO_E_PARSE);
  CHECK(last_error().code == 205);
  CHECK_FAILS(tiendo_calendar_window(context, NULL, &days, &window), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_calendar_window(context, &calendar, NULL, &window), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_calendar_window(context, &calendar, &days, NULL), TIENDO_E_INVALID_ARG);
}

int main(void) {
  use_all();
  begin();
  one_name_is_different_days_for_each();
  rules_of_the_caller_follow_each_other();
  a_comparison_has_two_windows_that_lie_alike();
  days_lead_back_to_their_months();
  calendars_that_make_no_sense_are_refused();
  rules_of_a_newer_version_are_read_when_the_rest_is_zero();
  named_periods_are_whole_months();
  return failures();
}
