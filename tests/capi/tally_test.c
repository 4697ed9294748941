/* Targets counted by field, unit, task group and lead. */

#include "check.h"

static tiendo_tally row_of(const tiendo_report* report, tiendo_tally_by by, int64_t index) {
  tiendo_tally tally;
  memset(&tally, 0xAA, sizeof tally);
  tally.struct_size = sizeof tally;
  CHECK_OK(tiendo_report_tally(context, report, by, index, &tally));
  return tally;
}

static const char* text_of(const tiendo_report* report, tiendo_tally_by by, int64_t index,
                           tiendo_text text) {
  static char buffer[100];
  int64_t length;
  CHECK_OK(tiendo_report_tally_text(context, report, by, index, text, TIENDO_LANGUAGE_EN, buffer,
                                    sizeof buffer, &length));
  return buffer;
}

static void targets_are_counted_by_field(void) {
  tiendo_report* report = new_report();
  tiendo_tally row;
  int64_t count = 0;
  CHECK_OK(tiendo_report_tally_count(context, report, TIENDO_TALLY_FIELD, &count));
  CHECK(count == 3);
  row = row_of(report, TIENDO_TALLY_FIELD, 0);
  CHECK(row.rows == 1 && row.missed == 1 && row.met_or_better == 0 && row.due == 1 &&
        row.reported == 1);
  CHECK_TEXT(text_of(report, TIENDO_TALLY_FIELD, 0, TIENDO_TEXT_GROUP), "economy");
  CHECK_TEXT(text_of(report, TIENDO_TALLY_FIELD, 0, TIENDO_TEXT_GROUP_NAME), "economy");
  CHECK_TEXT(text_of(report, TIENDO_TALLY_FIELD, 1, TIENDO_TEXT_GROUP), "");
  row = row_of(report, TIENDO_TALLY_FIELD, 2);
  CHECK(row.rows == 1 && row.met_or_better == 1 && row.exceeded == 1 && row.missed == 0);
  CHECK(row.nearly == 0 && row.no_data == 0 && row.not_judged == 0 && row.by_hand == 0);
  CHECK_TEXT(text_of(report, TIENDO_TALLY_FIELD, 2, TIENDO_TEXT_ASSIGNER), "district");
  CHECK_TEXT(text_of(report, TIENDO_TALLY_FIELD, 2, TIENDO_TEXT_ASSIGNER_NAME), "District");
  tiendo_report_destroy(report);
}

static void what_is_open_is_counted_as_it_stands_so_far(void) {
  tiendo_report* report = NULL;
  const tiendo_request request = request_of("2024-06-30");
  tiendo_observations* log = new_log();
  tiendo_tally row;
  tiendo_summary all;
  memset(&all, 0, sizeof all);
  all.struct_size = sizeof all;
  CHECK_OK(tiendo_observations_read(context, log, small_table, TIENDO_NTS, "small.csv",
                                    TIENDO_NUMBERS_PLAIN));
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  tiendo_observations_destroy(log);
  row = row_of(report, TIENDO_TALLY_UNIT, 0);
  CHECK_OK(tiendo_report_summary(context, report, 0, &all));
  CHECK(row.provisional_missed == 1 && row.missed == 0);
  CHECK(row.provisional_exceeded == all.provisional_exceeded &&
        row.provisional_met == all.provisional_met &&
        row.provisional_nearly == all.provisional_nearly &&
        row.provisional_missed == all.provisional_missed);
  tiendo_report_destroy(report);
}

static void and_by_the_others(void) {
  tiendo_report* report = new_report();
  int64_t count = 0;
  CHECK_OK(tiendo_report_tally_count(context, report, TIENDO_TALLY_UNIT, &count));
  CHECK(count == 2 && row_of(report, TIENDO_TALLY_UNIT, 0).rows == 3);
  CHECK_TEXT(text_of(report, TIENDO_TALLY_UNIT, 0, TIENDO_TEXT_GROUP), "town");
  CHECK_OK(tiendo_report_tally_count(context, report, TIENDO_TALLY_TASK_GROUP, &count));
  CHECK(count == 2);
  CHECK_TEXT(text_of(report, TIENDO_TALLY_TASK_GROUP, 0, TIENDO_TEXT_GROUP_NAME), "");
  CHECK_OK(tiendo_report_tally_count(context, report, TIENDO_TALLY_LEAD, &count));
  CHECK(count == 2);
  tiendo_report_destroy(report);
}

static void what_is_wrong_is_refused(void) {
  tiendo_report* report = new_report();
  tiendo_tally row = row_of(report, TIENDO_TALLY_UNIT, 0);
  char text[40];
  int64_t count = 0;
  CHECK_FAILS(tiendo_report_tally_count(context, NULL, TIENDO_TALLY_UNIT, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_tally_count(context, report, TIENDO_TALLY_UNIT, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_tally_count(context, report, 0, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_tally_count(context, report, 5, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_tally(context, report, TIENDO_TALLY_UNIT, 2, &row),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_tally(context, report, TIENDO_TALLY_UNIT, -1, &row),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_tally(context, report, TIENDO_TALLY_UNIT, 0, NULL),
              TIENDO_E_INVALID_ARG);
#define ASK(text_number, language, capacity)                                                   \
  tiendo_report_tally_text(context, report, TIENDO_TALLY_UNIT, 0, text_number, language, text, \
                           capacity, &count)
  CHECK_FAILS(ASK(TIENDO_TEXT_UNIT, TIENDO_LANGUAGE_EN, 40), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(TIENDO_TEXT_GROUP, 3, 40), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(TIENDO_TEXT_GROUP, TIENDO_LANGUAGE_EN, 1), TIENDO_E_SMALL_BUFFER);
#undef ASK
  tiendo_report_destroy(report);
}

static void counts_are_explained(void) {
  tiendo_report* report = new_report();
  static char text[20000];
  int64_t length = 0;
#define EXPLAIN(by, index)                                                                       \
  tiendo_report_tally_explain(context, report, by, index, TIENDO_LANGUAGE_EN, text, sizeof text, \
                              &length)
#define TRACE(by, index) \
  tiendo_report_tally_trace(context, report, by, index, text, sizeof text, &length)
  CHECK_OK(EXPLAIN(TIENDO_TALLY_NONE, -1));
  CHECK(strstr(text, "Summary, assigner Town") != NULL);
  CHECK(strstr(text, "no target is set for it") != NULL);
  CHECK_OK(EXPLAIN(TIENDO_TALLY_FIELD, 0));
  CHECK(strstr(text, "Summary field: economy, assigner Town") != NULL);
  CHECK_OK(TRACE(TIENDO_TALLY_NONE, 0));
  CHECK(strstr(text, "\"format\": \"tiendo-summary-trace/1\"") != NULL);
  CHECK_OK(TRACE(TIENDO_TALLY_LEAD, -1));
  CHECK_FAILS(TRACE(TIENDO_TALLY_NONE, -2), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(TRACE(TIENDO_TALLY_NONE, 9), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(TRACE(5, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(EXPLAIN(-1, 0), TIENDO_E_INVALID_ARG);
#undef EXPLAIN
#undef TRACE
  tiendo_report_destroy(report);
}

int main(void) {
  use_all();
  begin();
  targets_are_counted_by_field();
  what_is_open_is_counted_as_it_stands_so_far();
  and_by_the_others();
  counts_are_explained();
  what_is_wrong_is_refused();
  return failures();
}
