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
/* The request of a report, and its rules as text. */
static tiendo_request asked(const tiendo_report* report) {
  tiendo_request request;
  memset(&request, 0x5A, sizeof request);
  request.struct_size = sizeof request;
  CHECK_OK(tiendo_report_request(context, report, &request));
  CHECK(request.struct_size == sizeof request && request.rules == NULL);
  CHECK_OK(tiendo_report_rules(context, report, text, sizeof text, &length));
  CHECK(length == (int64_t)strlen(text));
  request.rules = text;
  return request;
}

static void a_report_says_what_it_was_asked_for(void) {
  tiendo_request request = request_of("2024-12-31");
  tiendo_request again;
  tiendo_observations* log = whole_log();
  tiendo_report* report = NULL;
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  again = asked(report);
  CHECK(again.as_of == request.as_of && again.base == TIENDO_BASE_LATEST);
  CHECK(again.has_known_on == 0 && again.has_map == 0 && again.has_levels == 0);
  CHECK(again.known_on == 0 && again.map == 0 && again.levels == 0);
  tiendo_report_destroy(report);
  /* The same again. */
  CHECK_OK(tiendo_report_create(context, log, &again, &report));
  CHECK_TEXT(completion(report, TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN), "66.7");
  tiendo_report_destroy(report);
  request.has_known_on = request.has_map = request.has_levels = 1;
  request.known_on = day_of("2025-01-31");
  request.map = day_of("2025-07-01");
  request.levels = 2;
  request.base = TIENDO_BASE_FIRST_PUBLISHED;
  request.rules = kOwn;
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  again = asked(report);
  CHECK(again.has_known_on == 1 && again.known_on == request.known_on);
  CHECK(again.has_map == 1 && again.map == request.map);
  CHECK(again.has_levels == 1 && again.levels == 2);
  CHECK(again.base == TIENDO_BASE_FIRST_PUBLISHED);
  CHECK(strstr(text, "\"id\": \"own\"") != NULL);
  tiendo_report_destroy(report);
  CHECK_OK(tiendo_report_create(context, log, &again, &report));
  CHECK_TEXT(completion(report, TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN), "66.6");
  CHECK_FAILS(tiendo_report_request(context, NULL, &again), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_request(context, report, NULL), TIENDO_E_INVALID_ARG);
  again.struct_size = 12;
  CHECK_FAILS(tiendo_report_request(context, report, &again), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_rules(context, NULL, text, 9, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_rules(context, report, text, 9, &length), TIENDO_E_SMALL_BUFFER);
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
}

/* Of cement, which value of 2023 is compared with, asked for so where the rules say the first. */
static void the_latest_may_be_asked_for_whatever_the_rules_say(void) {
  static const char table[] =
      "indicator,period,value,recorded_on\ncement,2023,10,2024-01-10\n"
      "cement,2023,12,2024-07-10\ncement,2024,15,2024-12-31\n";
  static const struct {
    tiendo_base asked;
    tiendo_base base;
    const char* same_period;
  } cases[] = {{TIENDO_BASE_LATEST, TIENDO_BASE_FIRST_PUBLISHED, "10"},
               {TIENDO_BASE_LATEST_ALWAYS, TIENDO_BASE_LATEST, "12"}};
  tiendo_request request = request_of("2024-12-31");
  tiendo_observations* log = new_log();
  CHECK_OK(tiendo_observations_read(context, log, table, TIENDO_NTS, NULL, 0));
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    tiendo_report* report = NULL;
    tiendo_row row;
    row.struct_size = sizeof row;
    request.base = cases[i].asked;
    request.rules =
        "{\"format\": \"tiendo-rules/1\", \"id\": \"own\", \"version\": 1, "
        "\"based_on\": \"tiendo@1\", \"base_rule\": \"first_published\"}";
    CHECK_OK(tiendo_report_create(context, log, &request, &report));
    CHECK(asked(report).base == cases[i].asked);
    CHECK_OK(tiendo_report_row(context, report, row_cement, &row));
    CHECK(row.base == cases[i].base);
    CHECK_OK(tiendo_report_figure_exact(context, report, row_cement, TIENDO_FIELD_SAME_PERIOD, 0,
                                        text, sizeof text, &length));
    CHECK_TEXT(text, cases[i].same_period);
    tiendo_report_destroy(report);
  }
  tiendo_observations_destroy(log);
}

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
  a_report_says_what_it_was_asked_for();
  the_latest_may_be_asked_for_whatever_the_rules_say();
  what_is_not_reported_may_be_left_out();
  return failures();
}
