/* Observations that take rows again when their report is given back, and what the next report
 * says: the same as one that was made of all rows at once. */

#include "check.h"

static const char late_table[] =
    "indicator,period,value\n"
    "cement,2024-Q2,1.5\n"
    "trees,2024,70.2\n";

static tiendo_report* report_of(tiendo_observations* log, const char* as_of) {
  tiendo_report* report = NULL;
  const tiendo_request request = request_of(as_of);
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  return report;
}

static void read_into(tiendo_observations* log, const char* table) {
  CHECK_OK(tiendo_observations_read(context, log, table, TIENDO_NTS, NULL, TIENDO_NUMBERS_PLAIN));
}

/* The report as a table. */
static void write(const tiendo_report* report, char* text, int64_t capacity) {
  tiendo_write_options options;
  int64_t length;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.format = TIENDO_FORMAT_CSV;
  options.exact = 1;
  CHECK_OK(tiendo_report_write(context, report, &options, text, capacity, &length));
}

static void check_same(const tiendo_report* a, const tiendo_report* b) {
  static char texts[2][20000];
  write(a, texts[0], sizeof texts[0]);
  write(b, texts[1], sizeof texts[1]);
  CHECK(strlen(texts[0]) > 500);
  CHECK_TEXT(texts[0], texts[1]);
}

/* Reports after late rows, for the request that was asked before and for another one. */
static void late_rows_are_in_the_next_report(const char* first, const char* next) {
  tiendo_observations* log = new_log();
  tiendo_observations* whole = new_log();
  tiendo_report *report, *wanted;
  read_into(log, small_table);
  report = report_of(log, first);
  CHECK_FAILS(tiendo_observations_read(context, log, late_table, TIENDO_NTS, NULL, 0),
              TIENDO_E_FROZEN);
  CHECK_OK(tiendo_observations_reopen(context, log, &report));
  CHECK(report == NULL);
  read_into(log, late_table);
  report = report_of(log, next);
  read_into(whole, small_table);
  read_into(whole, late_table);
  wanted = report_of(whole, next);
  check_same(report, wanted);
  tiendo_report_destroy(wanted);
  tiendo_observations_destroy(whole);
  tiendo_observations_destroy(log);
  tiendo_report_destroy(report);
}

static void a_report_that_was_given_back_is_brought_up_to_date(void) {
  late_rows_are_in_the_next_report("2024-12-31", "2024-12-31");
}

static void another_request_is_answered_as_well(void) {
  late_rows_are_in_the_next_report("2024-12-31", "2024-06-30");
}

static void what_was_given_back_answers_its_own_request_later(void) {
  tiendo_observations* log = new_log();
  tiendo_report *report, *other;
  read_into(log, small_table);
  report = report_of(log, "2024-12-31");
  CHECK_OK(tiendo_observations_reopen(context, log, &report));
  other = report_of(log, "2024-06-30");
  CHECK_OK(tiendo_observations_reopen(context, log, &other));
  report = report_of(log, "2024-12-31");
  other = new_report();
  check_same(report, other);
  tiendo_report_destroy(other);
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
}

static void observations_without_a_report_open_for_none(void) {
  tiendo_observations* log = new_log();
  tiendo_report* report = report_of(log, "2024-12-31");
  tiendo_report* none = NULL;
  CHECK_FAILS(tiendo_observations_reopen(context, log, &none), TIENDO_E_FROZEN);
  tiendo_report_destroy(report);
  CHECK_OK(tiendo_observations_reopen(context, log, &none));
  read_into(log, late_table);
  CHECK_OK(tiendo_observations_reopen(context, log, &none)); /* which they are already */
  tiendo_observations_destroy(log);
}

static void other_reports_keep_them_closed(void) {
  tiendo_observations* log = new_log();
  tiendo_report* report = report_of(log, "2024-12-31");
  tiendo_report* other = report_of(log, "2024-06-30");
  tiendo_report* const before = report;
  int64_t count = 0;
  CHECK_FAILS(tiendo_observations_reopen(context, log, &report), TIENDO_E_FROZEN);
  CHECK(report == before);
  CHECK_OK(tiendo_report_row_count(context, report, &count));
  CHECK(count == rows_of_small);
  CHECK_FAILS(tiendo_observations_read(context, log, late_table, TIENDO_NTS, NULL, 0),
              TIENDO_E_FROZEN);
  tiendo_report_destroy(other);
  CHECK_OK(tiendo_observations_reopen(context, log, &report));
  tiendo_observations_destroy(log); /* with the report that it was given */
}

static void arguments_are_checked(void) {
  tiendo_observations* log = new_log();
  tiendo_report* report = new_report();
  tiendo_report* const before = report;
  CHECK_FAILS(tiendo_observations_reopen(context, log, &report), TIENDO_E_INVALID_ARG);
  CHECK(report == before);
  CHECK_FAILS(tiendo_observations_reopen(context, NULL, &report), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_reopen(context, log, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_reopen(NULL, log, &report) == TIENDO_E_INVALID_ARG);
  CHECK(report == before);
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
}

int main(void) {
  begin();
  a_report_that_was_given_back_is_brought_up_to_date();
  another_request_is_answered_as_well();
  what_was_given_back_answers_its_own_request_later();
  observations_without_a_report_open_for_none();
  other_reports_keep_them_closed();
  arguments_are_checked();
  use_all();
  return failures();
}
