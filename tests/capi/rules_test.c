/* Rules: built-in ones by name, one's own as text, and reports by them. */

#include "check.h"

static char text[20000];
static int64_t length;

static const char kOwn[] =
    "{\"format\": \"tiendo-rules/1\", \"id\": \"own\", \"version\": 2, \"based_on\": \"tiendo@1\","
    " \"rounding\": \"down\"}";

static void the_built_in_ones_are_named(void) {
  CHECK_OK(tiendo_rules_name(context, 0, text, sizeof text, &length));
  CHECK_TEXT(text, "tiendo@1");
  CHECK_OK(tiendo_rules_name(context, 1, text, sizeof text, &length));
  CHECK_TEXT(text, "");
  CHECK_FAILS(tiendo_rules_name(context, -1, text, sizeof text, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_rules_name(context, 0, text, 3, &length), TIENDO_E_SMALL_BUFFER);
  CHECK(length == 8);
}

static void rules_are_written_whole(void) {
  CHECK_OK(tiendo_rules_write(context, "tiendo@1", text, sizeof text, &length));
  CHECK(strncmp(text, "{\n  \"format\": \"tiendo-rules/1\",\n  \"id\": \"tiendo\"", 48) == 0);
  CHECK(strstr(text, "\"ratio_to_target@1\"") != NULL);
  CHECK_OK(tiendo_rules_write(context, kOwn, text, sizeof text, &length));
  CHECK(strstr(text, "\"base_rule\": \"latest\"") != NULL);
  CHECK(strstr(text, "\"rounding\": \"down\"") != NULL);
  CHECK(length == (int64_t)strlen(text));
}

/* The small log with its table. */
static tiendo_observations* whole_log(void) {
  tiendo_observations* log = new_log();
  CHECK_OK(tiendo_observations_read(context, log, small_table, TIENDO_NTS, "small.csv",
                                    TIENDO_NUMBERS_PLAIN));
  return log;
}

static void faulty_rules_are_refused(void) {
  tiendo_request request = request_of("2024-12-31");
  tiendo_observations* log = whole_log();
  tiendo_report* report = NULL;
  CHECK_FAILS(tiendo_rules_write(context, NULL, text, sizeof text, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_rules_write(context, "tiendo@2", text, sizeof text, &length), TIENDO_E_PARSE);
  CHECK(last_error().code == 595);
  CHECK_FAILS(tiendo_rules_write(context, "{}", text, sizeof text, &length), TIENDO_E_PARSE);
  request.rules = "tiendo@2";
  CHECK_FAILS(tiendo_report_create(context, log, &request, &report), TIENDO_E_PARSE);
  CHECK(report == NULL && last_error().code == 595);
  request.rules =
      "{\"format\": \"tiendo-rules/1\", \"id\": \"own\", \"version\": 0, "
      "\"based_on\": \"tiendo@1\"}";
  CHECK_FAILS(tiendo_report_create(context, log, &request, &report), TIENDO_E_PARSE);
  CHECK(last_error().code == 598);
  tiendo_observations_destroy(log);
}

static const char* completion(const tiendo_report* report, int32_t digits, tiendo_rounding mode) {
  CHECK_OK(tiendo_report_figure_text(context, report, row_cement, TIENDO_FIELD_COMPLETION, digits,
                                     mode, 0, text, sizeof text, &length));
  return text;
}

static void a_report_is_made_and_printed_by_them(void) {
  tiendo_request request = request_of("2024-12-31");
  tiendo_observations* log = whole_log();
  tiendo_report* report = NULL;
  request.rules = kOwn;
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_TEXT(completion(report, TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN), "66.6");
  CHECK_TEXT(completion(report, TIENDO_DIGITS_OWN, TIENDO_ROUND_HALF_UP), "66.7");
  CHECK_OK(tiendo_report_write(context, report, NULL, text, sizeof text, &length));
  CHECK(strstr(text, "own@2 (tiendo@1)") != NULL);
  tiendo_report_destroy(report);
  request.rules = "tiendo@1";
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_TEXT(completion(report, TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN), "66.7");
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
}

/* Half a year, judged and compared by them: the state and B of cement. */
static void what_is_not_reported_may_be_left_out(void) {
  static const char table[] = "indicator,period,value\ncement,2023-H2,15\ncement,2024-H1,10.0\n";
  tiendo_request request = request_of("2024-12-31");
  tiendo_observations* log = new_log();
  tiendo_report* report = NULL;
  tiendo_row row;
  memset(&row, 0, sizeof row);
  row.struct_size = sizeof row;
  CHECK_OK(
      tiendo_observations_read(context, log, table, TIENDO_NTS, "half.csv", TIENDO_NUMBERS_PLAIN));
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_OK(tiendo_report_row(context, report, row_cement, &row));
  CHECK(row.state == TIENDO_STATE_UNDEFINED && row.verdict == TIENDO_VERDICT_NONE);
  tiendo_report_destroy(report);
  request.rules =
      "{\"format\": \"tiendo-rules/1\", \"id\": \"own\", \"version\": 1, "
      "\"based_on\": \"tiendo@1\", \"unreported\": \"leave_out\", "
      "\"compared_with\": \"period_before\"}";
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_OK(tiendo_report_row(context, report, row_cement, &row));
  CHECK(row.state == TIENDO_STATE_VALUE && row.verdict == TIENDO_VERDICT_MISSED);
  CHECK(row.coverage_reported == 6 && row.coverage_expected == 12);
  CHECK_OK(tiendo_report_figure_text(context, report, row_cement, TIENDO_FIELD_SAME_PERIOD, 0,
                                     TIENDO_ROUND_OWN, 0, text, sizeof text, &length));
  CHECK_TEXT(text, "15");
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
}

int main(void) {
  use_all();
  begin();
  the_built_in_ones_are_named();
  rules_are_written_whole();
  faulty_rules_are_refused();
  a_report_is_made_and_printed_by_them();
  what_is_not_reported_may_be_left_out();
  return failures();
}
