/* Working days and due dates: lists of the caller, columns of days, and where there is no day. */

#include "check.h"

/* The holidays around 1 May 2024; Monday 29 April was made up for on Saturday 4 May. */
static int32_t holidays[3];
static int32_t make_up_days[1];

static tiendo_working_days spring(void) {
  tiendo_working_days working;
  memset(&working, 0, sizeof working);
  working.struct_size = sizeof working;
  holidays[0] = day_of("2024-05-01");
  holidays[1] = day_of("2024-04-29");
  holidays[2] = day_of("2024-04-30");
  make_up_days[0] = day_of("2024-05-04");
  working.holidays = holidays;
  working.holiday_count = 3;
  working.make_up_days = make_up_days;
  working.make_up_day_count = 1;
  return working;
}

static void a_column_of_days_is_tested(void) {
  const tiendo_working_days working = spring();
  static const uint8_t wanted[] = {1, 0, 0, 0, 0, 0, 1, 1, 1, 0};
  int32_t days[10];
  uint8_t worked[10] = {7, 7, 7, 7, 7, 7, 7, 7, 7, 7};
  int32_t i;
  for (i = 0; i < 10; ++i) days[i] = day_of("2024-04-26") + i;
  CHECK_OK(tiendo_working_days_test(context, &working, days, 10, worked));
  CHECK(memcmp(worked, wanted, sizeof wanted) == 0);
  CHECK_OK(tiendo_working_days_test(context, NULL, days, 10, worked));
  CHECK(worked[3] == 1 && worked[8] == 0);
  worked[0] = 7;
  days[9] = INT32_MAX;
  CHECK_FAILS(tiendo_working_days_test(context, &working, days, 10, worked), TIENDO_E_RANGE);
  CHECK(last_error().row == 9 && worked[0] == 7);
  CHECK_OK(tiendo_working_days_test(context, &working, NULL, 0, NULL));
  CHECK_FAILS(tiendo_working_days_test(context, &working, days, 1, NULL), TIENDO_E_INVALID_ARG);
}

static void steps_and_counts_skip_days_off(void) {
  const tiendo_working_days working = spring();
  int32_t day = 7;
  int64_t count = 7;
  CHECK_OK(tiendo_working_days_next(context, &working, day_of("2024-04-27"), &day));
  CHECK(day == day_of("2024-05-02"));
  CHECK_OK(tiendo_working_days_add(context, &working, day_of("2024-04-26"), 3, &day));
  CHECK(day == day_of("2024-05-04"));
  CHECK_OK(tiendo_working_days_add(context, &working, day_of("2024-05-05"), -4, &day));
  CHECK(day == day_of("2024-04-26"));
  CHECK_OK(tiendo_working_days_add(context, &working, day_of("2024-05-05"), 0, &day));
  CHECK(day == day_of("2024-05-05"));
  CHECK_OK(tiendo_working_days_count(context, &working, day_of("2024-04-26"), day_of("2024-05-05"),
                                     &count));
  CHECK(count == 4);
  CHECK_OK(tiendo_working_days_count(context, &working, day_of("2024-05-05"), day_of("2024-05-05"),
                                     &count));
  CHECK(count == 0);
  CHECK_OK(tiendo_working_days_count(context, &working, day_of("2024-05-05"), day_of("2024-04-05"),
                                     &count));
  CHECK(count == 0);
}

static void the_days_of_the_week_that_are_off_are_bits(void) {
  tiendo_working_days working = spring();
  int64_t count = 0;
  working.has_weekdays_off = 1;
  working.weekdays_off = TIENDO_WEEKDAY_SUNDAY;
  working.holiday_count = working.make_up_day_count = 0;
  CHECK_OK(tiendo_working_days_count(context, &working, day_of("2024-05-01"), day_of("2024-06-01"),
                                     &count));
  CHECK(count == 27);
  working.weekdays_off = 0;
  CHECK_OK(tiendo_working_days_count(context, &working, day_of("2024-05-01"), day_of("2024-06-01"),
                                     &count));
  CHECK(count == 31);
  working.weekdays_off = 128;
  CHECK_FAILS(tiendo_working_days_count(context, &working, 0, 1, &count), TIENDO_E_RANGE);
  CHECK(last_error().code == 213);
}

static void where_nothing_is_worked_there_is_no_working_day(void) {
  tiendo_working_days working = spring();
  int32_t day = 7;
  working.has_weekdays_off = 1;
  working.weekdays_off = 127;
  working.make_up_day_count = 0;
  CHECK_FAILS(tiendo_working_days_next(context, &working, 0, &day), TIENDO_E_RANGE);
  CHECK(last_error().code == 211);
  CHECK_FAILS(tiendo_working_days_add(context, &working, 0, 1, &day), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_working_days_add(context, NULL, 0, INT64_MIN, &day), TIENDO_E_RANGE);
  CHECK(day == 7);
}

static void lists_that_make_no_sense_are_refused(void) {
  tiendo_working_days working = spring();
  int32_t day = 7;
  make_up_days[0] = holidays[0];
  CHECK_FAILS(tiendo_working_days_next(context, &working, 0, &day), TIENDO_E_PARSE);
  CHECK(last_error().code == 212);
  holidays[1] = INT32_MIN;
  CHECK_FAILS(tiendo_working_days_next(context, &working, 0, &day), TIENDO_E_RANGE);
  CHECK(last_error().row == 1);
  working.holidays = NULL;
  CHECK_FAILS(tiendo_working_days_next(context, &working, 0, &day), TIENDO_E_INVALID_ARG);
  working = spring();
  working.make_up_day_count = -1;
  CHECK_FAILS(tiendo_working_days_next(context, &working, 0, &day), TIENDO_E_INVALID_ARG);
  working = spring();
  working.reserved = 1;
  CHECK_FAILS(tiendo_working_days_next(context, &working, 0, &day), TIENDO_E_INVALID_ARG);
  working.struct_size = 4;
  CHECK_FAILS(tiendo_working_days_next(context, &working, 0, &day), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_working_days_next(context, NULL, INT32_MAX, &day), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_working_days_next(context, NULL, 0, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_working_days_count(context, NULL, 0, 1, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_working_days_count(context, NULL, 0, INT32_MAX, NULL), TIENDO_E_RANGE);
  CHECK(day == 7);
}

static tiendo_due_dates statistics(void) {
  tiendo_due_dates dates;
  memset(&dates, 0, sizeof dates);
  dates.struct_size = sizeof dates;
  dates.kind = TIENDO_DUE_STATISTICS;
  return dates;
}

static void due_dates_move_to_a_working_day(void) {
  static const struct {
    const char* named;
    const char* due;
  } cases[] = {
      {"2024-07", "2024-07-29"},
      {"2024-08", "2024-09-06"},
      {"2024-Q3", "2024-10-07"}, /* the 6th is a Sunday */
      {"2024-02", "2024-02-29"},
  };
  const tiendo_due_dates dates = statistics();
  size_t i;
  int32_t day = 7;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const tiendo_period named = period_of(cases[i].named);
    CHECK_OK(tiendo_due_date(context, &dates, &named, NULL, &day));
    CHECK(day == day_of(cases[i].due));
  }
}

static void due_dates_of_the_caller_have_rules(void) {
  const tiendo_working_days working = spring();
  const tiendo_period april = period_of("2024-04");
  tiendo_due_rule rule;
  tiendo_due_dates dates = statistics();
  int32_t day = 7;
  rule.struct_size = sizeof rule;
  rule.in_force_from = day_of("2020-01-01");
  rule.months_after = 0;
  rule.day = 31;
  dates.rules = &rule;
  dates.rule_count = 1;
  CHECK_FAILS(tiendo_due_date(context, &dates, &april, NULL, &day), TIENDO_E_INVALID_ARG);
  dates.kind = TIENDO_DUE_OWN;
  CHECK_OK(tiendo_due_date(context, &dates, &april, NULL, &day));
  CHECK(day == day_of("2024-04-30"));
  CHECK_OK(tiendo_due_date(context, &dates, &april, &working, &day));
  CHECK(day == day_of("2024-05-02"));
  rule.day = 32;
  CHECK_FAILS(tiendo_due_date(context, &dates, &april, NULL, &day), TIENDO_E_RANGE);
  CHECK(last_error().code == 208);
  rule.in_force_from = INT32_MIN;
  CHECK_FAILS(tiendo_due_date(context, &dates, &april, NULL, &day), TIENDO_E_RANGE);
  CHECK(last_error().row == 0);
  dates.rule_count = 0;
  CHECK_FAILS(tiendo_due_date(context, &dates, &april, NULL, &day), TIENDO_E_PARSE);
  CHECK(last_error().code == 206);
  dates.kind = 2;
  dates.rules = NULL;
  CHECK_FAILS(tiendo_due_date(context, &dates, &april, NULL, &day), TIENDO_E_INVALID_ARG);
  dates = statistics();
  CHECK_FAILS(tiendo_due_date(context, &dates, NULL, NULL, &day), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_due_date(context, &dates, &april, NULL, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_due_date(context, NULL, &april, NULL, &day), TIENDO_E_INVALID_ARG);
  CHECK(day == day_of("2024-05-02"));
}

int main(void) {
  use_all();
  begin();
  a_column_of_days_is_tested();
  steps_and_counts_skip_days_off();
  the_days_of_the_week_that_are_off_are_bits();
  where_nothing_is_worked_there_is_no_working_day();
  lists_that_make_no_sense_are_refused();
  due_dates_move_to_a_working_day();
  due_dates_of_the_caller_have_rules();
  return failures();
}
