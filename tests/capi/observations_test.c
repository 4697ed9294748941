/* Logs: filled from tables and one by one, all or nothing; frozen by the first report; checked. */

#include <stddef.h>
#include <string.h>

#include "check.h"

static const char header[] = "indicator,period,value\n";

static int64_t count_of(const tiendo_observations* log) {
  int64_t count = -1;
  CHECK_OK(tiendo_observations_count(context, log, &count));
  return count;
}

static tiendo_status read(tiendo_observations* log, const char* rows, tiendo_numbers numbers) {
  char text[400];
  strcpy(text, header);
  strcat(text, rows);
  return tiendo_observations_read(context, log, text, TIENDO_NTS, "a.csv", numbers);
}

static void tables_are_added_to_each_other(void) {
  tiendo_observations* log = new_log();
  CHECK(count_of(log) == 0);
  CHECK_OK(read(log, "cement,2024-01,1.5\ncement,2024-02,2\n", TIENDO_NUMBERS_PLAIN));
  CHECK_OK(read(log, "rice,2024-01,\"1.234,5\"\n", TIENDO_NUMBERS_VIETNAMESE));
  CHECK(count_of(log) == 3);
  tiendo_observations_destroy(log);
  tiendo_observations_destroy(NULL);
}

static void a_faulty_table_adds_nothing_and_names_every_fault(void) {
  tiendo_observations* log = new_log();
  int64_t count = 0;
  CHECK_FAILS(read(log, "cement,2024-01,1.5\ncement,2024-02,\"53,026\"\nrice,2024-0,1\n", 0),
              TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "number_syntax");
  CHECK(last_error().line == 3 && last_error().column > 0);
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK && count == 2);
  CHECK(count_of(log) == 0);
  CHECK_FAILS(read(log, "cement,2024-01,\xFF\n", 0), TIENDO_E_ENCODING);
  CHECK_FAILS(read(log, "cement,0001-01,1\n", 0), TIENDO_E_RANGE);
  tiendo_observations_destroy(log);
}

/* The plan of Bim Son and what was reported for it. */
static tiendo_observations* bim_son(void) {
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  CHECK_OK(tiendo_plan_read_file(context, "docs/examples/bim-son-2024/plan.json", &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK_OK(tiendo_observations_read_file(
      context, log, "docs/examples/bim-son-2024/observations.csv", TIENDO_NUMBERS_PLAIN));
  tiendo_plan_destroy(plan);
  return log;
}

static void a_table_is_read_from_a_file(void) {
  tiendo_observations* log = bim_son();
  CHECK(count_of(log) == 23);
  CHECK_FAILS(tiendo_observations_read_file(context, log, "no/such.csv", 0), TIENDO_E_FILE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_FILE), "no/such.csv");
  CHECK(count_of(log) == 23);
  tiendo_observations_destroy(log);
}

static tiendo_observation observation_of(const char* indicator, const char* period,
                                         const char* value) {
  tiendo_observation row;
  memset(&row, 0, sizeof row);
  row.struct_size = sizeof row;
  row.indicator = indicator;
  row.period = period;
  row.value = value;
  return row;
}

/* The actual value of a row of a report of the log, "" when there is none; freezes the log. */
static const char* actual_of(tiendo_observations* log, int64_t row) {
  static char text[60];
  const tiendo_request request = request_of("2024-12-31");
  tiendo_report* report = NULL;
  int64_t length;
  text[0] = '\0';
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  tiendo_report_figure_text(context, report, row, TIENDO_FIELD_ACTUAL, TIENDO_DIGITS_OWN, 0, 0,
                            text, sizeof text, &length);
  tiendo_report_destroy(report);
  return text;
}

static void every_member_of_an_observation_is_used(void) {
  tiendo_observations* log = new_log();
  tiendo_observation row = observation_of("cement", "2024-H1", "1.234,5");
  row.numbers = TIENDO_NUMBERS_VIETNAMESE;
  row.unit = "town";
  row.project = "";
  row.form = TIENDO_FORM_TO_DATE;
  row.finality = TIENDO_FINALITY_ESTIMATE;
  row.qualifier = TIENDO_QUALIFIER_OVER;
  row.source = "a source";
  row.note = "a note";
  CHECK_OK(tiendo_observations_append(context, log, &row));
  row.value = "1300";
  row.finality = TIENDO_FINALITY_PRELIMINARY;
  CHECK_OK(tiendo_observations_append(context, log, &row));
  row.value = "1.400";
  row.finality = TIENDO_FINALITY_OFFICIAL;
  CHECK_OK(tiendo_observations_append(context, log, &row));
  row.value = "1500"; /* the same standing, but revised */
  row.revision = 1;
  CHECK_OK(tiendo_observations_append(context, log, &row));
  row.value = "1600"; /* recorded too early to count */
  row.has_recorded_on = 1;
  row.recorded_on = day_of("2024-06-29");
  row.revision = 2;
  CHECK_OK(tiendo_observations_append(context, log, &row));
  CHECK_TEXT(actual_of(log, row_cement), "1500.0");
  tiendo_observations_destroy(log);
}

static void a_ratio_is_reported_by_its_parts(void) {
  tiendo_observations* log = new_log();
  tiendo_observation row = observation_of("water", "2024", NULL);
  row.numerator = "45";
  row.denominator = "60";
  CHECK_OK(tiendo_observations_append(context, log, &row));
  CHECK_TEXT(actual_of(log, row_water), "75.00");
  tiendo_observations_destroy(log);
}

static void what_is_no_number_has_its_standing(void) {
  static const struct {
    tiendo_standing standing;
    tiendo_state state;
  } cases[] = {
      {TIENDO_STANDING_NOT_APPLICABLE, TIENDO_STATE_NOT_APPLICABLE},
      {TIENDO_STANDING_WITHHELD, TIENDO_STATE_WITHHELD},
      {TIENDO_STANDING_UNCHANGED, TIENDO_STATE_VALUE},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    tiendo_observations* log = new_log();
    tiendo_observation before = observation_of("poor", "2023", "0.4");
    tiendo_observation row = observation_of("poor", "2024", NULL);
    const tiendo_request request = request_of("2024-12-31");
    tiendo_report* report = NULL;
    tiendo_row found;
    memset(&found, 0, sizeof found);
    found.struct_size = sizeof found;
    row.standing = cases[i].standing;
    CHECK_OK(tiendo_observations_append(context, log, &before));
    CHECK_OK(tiendo_observations_append(context, log, &row));
    CHECK_OK(tiendo_report_create(context, log, &request, &report));
    CHECK_OK(tiendo_report_row(context, report, row_poor, &found));
    CHECK(found.state == cases[i].state);
    tiendo_report_destroy(report);
    tiendo_observations_destroy(log);
  }
}

static void a_log_is_written_as_the_table_that_is_read_again(void) {
  const char* const table =
      "indicator,unit,period,form,value,status,recorded_on,note\n"
      "cement,town,2024-01,increment,\"1.234,5\",official,2024-01-31,\n"
      "cement,town,2024-02,increment,n/a,estimate,2024-03-01,\"a, b\"\n";
  tiendo_observations* log = new_log();
  tiendo_observations* again = new_log();
  char text[1000];
  int64_t length = 0;
  CHECK_OK(
      tiendo_observations_read(context, log, table, TIENDO_NTS, NULL, TIENDO_NUMBERS_VIETNAMESE));
  CHECK_FAILS(tiendo_observations_write(context, log, TIENDO_NUMBERS_VIETNAMESE, text, 10, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK(length == (int64_t)strlen(table));
  CHECK_OK(tiendo_observations_write(context, log, TIENDO_NUMBERS_VIETNAMESE, text, sizeof text,
                                     &length));
  CHECK_TEXT(text, table);
  CHECK_OK(tiendo_observations_read(context, again, text, length, NULL, TIENDO_NUMBERS_VIETNAMESE));
  CHECK(count_of(again) == 2);
  CHECK_OK(
      tiendo_observations_write(context, again, TIENDO_NUMBERS_PLAIN, text, sizeof text, &length));
  CHECK(strstr(text, "increment,1234.5,official") != NULL);
  CHECK_FAILS(tiendo_observations_write(context, NULL, 0, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_write(context, log, 2, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  tiendo_observations_destroy(log);
  tiendo_observations_destroy(again);
}

static void yes_and_no_are_words_for_a_fact_only(void) {
  tiendo_observations* log = new_log();
  tiendo_observation row = observation_of("poor", "2024", NULL);
  row.standing = TIENDO_STANDING_YES;
  CHECK_FAILS(tiendo_observations_append(context, log, &row), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "result_conflict");
  row.standing = TIENDO_STANDING_NO;
  CHECK_FAILS(tiendo_observations_append(context, log, &row), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "result_conflict");
  row.standing = TIENDO_STANDING_WORDS + 1;
  CHECK_FAILS(tiendo_observations_append(context, log, &row), TIENDO_E_INVALID_ARG);
  tiendo_observations_destroy(log);
}

static void a_faulty_observation_adds_nothing(void) {
  static const struct {
    const char *indicator, *period, *value, *code;
    tiendo_status status;
  } cases[] = {
      {"steel", "2024", "1", "unknown_indicator", TIENDO_E_PARSE},
      {"cement", "2024-13", "1", "period_syntax", TIENDO_E_PARSE},
      {"cement", NULL, "1", "period_syntax", TIENDO_E_PARSE},
      {"cement", "2024", "1,5", "number_syntax", TIENDO_E_PARSE},
      {"cement", "2024", "1.55", "value_scale", TIENDO_E_PARSE},
      {"cement", "2024", NULL, "value_missing", TIENDO_E_PARSE},
      {"cement", "2024", "", "value_missing", TIENDO_E_PARSE},
      {NULL, "2024", "1", "unknown_indicator", TIENDO_E_PARSE},
      {"\xFF", "2024", "1", "text_encoding", TIENDO_E_ENCODING},
      {"cement", "0001", "1", "date_out_of_range", TIENDO_E_RANGE},
  };
  tiendo_observations* log = new_log();
  tiendo_observation row;
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    row = observation_of(cases[i].indicator, cases[i].period, cases[i].value);
    CHECK_FAILS(tiendo_observations_append(context, log, &row), cases[i].status);
    CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), cases[i].code);
  }
  row = observation_of("cement", "2024", "1,5");
  CHECK_FAILS(tiendo_observations_append(context, log, &row), TIENDO_E_PARSE);
  CHECK(strncmp(last_text(TIENDO_MESSAGE_SENTENCE), "value \"1,5\": ", 13) == 0);
  row = observation_of("cement", "2024-13", "1");
  CHECK_FAILS(tiendo_observations_append(context, log, &row), TIENDO_E_PARSE);
  CHECK(strncmp(last_text(TIENDO_MESSAGE_SENTENCE), "period ", 7) == 0 &&
        strstr(last_text(TIENDO_MESSAGE_SENTENCE), "2024-13") != NULL);
  row = observation_of("cement", "2024", "1");
  row.has_recorded_on = 1;
  row.recorded_on = INT32_MAX;
  CHECK_FAILS(tiendo_observations_append(context, log, &row), TIENDO_E_RANGE);
  CHECK(count_of(log) == 0);
  tiendo_observations_destroy(log);
}

static void a_number_that_stands_for_nothing_is_refused(void) {
  static const int32_t wrong[] = {-1, 4, INT32_MAX};
  tiendo_observations* log = new_log();
  size_t i;
  for (i = 0; i < 3; ++i) {
    tiendo_observation rows[6];
    size_t k;
    for (k = 0; k < 6; ++k) rows[k] = observation_of("cement", "2024", "1");
    rows[0].form = wrong[i];
    rows[1].standing = wrong[i] == 4 ? TIENDO_STANDING_WORDS + 1 : wrong[i];
    rows[2].finality = wrong[i];
    rows[3].qualifier = wrong[i];
    rows[4].numbers = wrong[i];
    rows[5].verdict = wrong[i] == 4 ? TIENDO_VERDICT_MISSED + 1 : wrong[i];
    for (k = 0; k < 6; ++k) {
      CHECK_FAILS(tiendo_observations_append(context, log, &rows[k]), TIENDO_E_INVALID_ARG);
    }
  }
  {
    tiendo_observation row = observation_of("cement", "2024", "1");
    row.finality = 3;
    CHECK_FAILS(tiendo_observations_append(context, log, &row), TIENDO_E_INVALID_ARG);
  }
  tiendo_observations_destroy(log);
}

struct longer_observation {
  tiendo_observation known;
  const char* more;
};

static void an_observation_of_any_version_is_read_or_refused(void) {
  tiendo_observations* log = new_log();
  struct longer_observation row;
  row.known = observation_of("cement", "2024", "1");
  row.known.struct_size = sizeof row;
  row.more = NULL;
  CHECK_OK(tiendo_observations_append(context, log, &row.known));
  row.more = "more";
  CHECK_FAILS(tiendo_observations_append(context, log, &row.known), TIENDO_E_UNSUPPORTED);
  row.known.struct_size = offsetof(tiendo_observation, value_to) - 1;
  CHECK_FAILS(tiendo_observations_append(context, log, &row.known), TIENDO_E_INVALID_ARG);
  CHECK(count_of(log) == 1);
  tiendo_observations_destroy(log);
}

static void a_log_is_frozen_by_its_first_report_and_its_copy_is_open(void) {
  const tiendo_observation first = observation_of("cement", "2024-H1", "1");
  const tiendo_observation second = observation_of("cement", "2024-Q3", "2");
  tiendo_observations* log = new_log();
  tiendo_observations* copy = NULL;
  CHECK_OK(tiendo_observations_append(context, log, &first));
  CHECK_TEXT(actual_of(log, row_cement), "1.0");

  CHECK_FAILS(tiendo_observations_append(context, log, &second), TIENDO_E_FROZEN);
  CHECK_FAILS(tiendo_observations_read(context, log, header, TIENDO_NTS, NULL, 0), TIENDO_E_FROZEN);
  CHECK_FAILS(
      tiendo_observations_read_file(context, log, "docs/examples/bim-son-2024/observations.csv", 0),
      TIENDO_E_FROZEN);
  CHECK(count_of(log) == 1);

  CHECK_OK(tiendo_observations_copy(context, log, &copy));
  CHECK_OK(tiendo_observations_append(context, copy, &second));
  CHECK_TEXT(actual_of(copy, row_cement), "3.0");
  CHECK_TEXT(actual_of(log, row_cement), "1.0");
  tiendo_observations_destroy(log);
  tiendo_observations_destroy(copy);
}

static void a_request_that_is_refused_does_not_freeze(void) {
  const tiendo_observation row = observation_of("cement", "2024-H1", "1");
  tiendo_observations* log = new_log();
  tiendo_request request = request_of("2024-12-31");
  tiendo_report* report = NULL;
  request.as_of = INT32_MIN;
  CHECK_FAILS(tiendo_report_create(context, log, &request, &report), TIENDO_E_RANGE);
  CHECK_OK(tiendo_observations_append(context, log, &row));
  tiendo_observations_destroy(log);
}

static void arguments_are_checked(void) {
  tiendo_plan* plan = new_plan();
  tiendo_observations* log = new_log();
  tiendo_observations* made = log;
  const tiendo_observation row = observation_of("cement", "2024", "1");
  int64_t count = 7;
  CHECK_FAILS(tiendo_observations_create(context, NULL, &made), TIENDO_E_INVALID_ARG);
  CHECK(made == NULL);
  CHECK_FAILS(tiendo_observations_create(context, plan, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_copy(context, NULL, &made), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_copy(context, log, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_read(context, NULL, "", 0, NULL, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_read(context, log, NULL, 0, NULL, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_read(context, log, "", 0, NULL, 2), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_read_file(context, NULL, "a", 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_read_file(context, log, NULL, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_read_file(context, log, "a", 2), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_append(context, NULL, &row), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_append(context, log, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_count(context, NULL, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_count(context, log, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_check(context, NULL, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_create(NULL, plan, &made) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_copy(NULL, log, &made) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_read(NULL, log, "", 0, NULL, 0) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_read_file(NULL, log, "a", 0) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_append(NULL, log, &row) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_count(NULL, log, &count) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_check(NULL, log, NULL) == TIENDO_E_INVALID_ARG);
  CHECK(count == 7);
  tiendo_plan_destroy(plan);
  tiendo_observations_destroy(log);
}

int main(void) {
  use_all();
  begin();
  tables_are_added_to_each_other();
  a_faulty_table_adds_nothing_and_names_every_fault();
  a_table_is_read_from_a_file();
  every_member_of_an_observation_is_used();
  a_ratio_is_reported_by_its_parts();
  what_is_no_number_has_its_standing();
  a_log_is_written_as_the_table_that_is_read_again();
  yes_and_no_are_words_for_a_fact_only();
  a_faulty_observation_adds_nothing();
  a_number_that_stands_for_nothing_is_refused();
  an_observation_of_any_version_is_read_or_refused();
  a_log_is_frozen_by_its_first_report_and_its_copy_is_open();
  a_request_that_is_refused_does_not_freeze();
  arguments_are_checked();
  return failures();
}
