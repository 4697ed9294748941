/* Written reports and explanations: forms, languages, options, buffers. */

#include <stddef.h>

#include "check.h"

static char text[90000];
static int64_t length;

static const char* written(const tiendo_report* report, const tiendo_write_options* options) {
  CHECK_OK(tiendo_report_write(context, report, options, text, sizeof text, &length));
  CHECK(length == (int64_t)strlen(text) && text[length - 1] == '\n');
  return text;
}

static tiendo_write_options options_of(tiendo_format format) {
  tiendo_write_options options;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.format = format;
  return options;
}

static void each_form_is_written(void) {
  tiendo_report* report = new_report();
  tiendo_write_options options = options_of(TIENDO_FORMAT_CSV);
  CHECK(strncmp(written(report, &options), "indicator,unit,project,assigner,condition,", 42) == 0);
  options = options_of(TIENDO_FORMAT_JSON);
  CHECK(written(report, &options)[0] == '{');
  options = options_of(TIENDO_FORMAT_MARKDOWN);
  CHECK(strstr(written(report, &options), "| ") != NULL);
  options = options_of(TIENDO_FORMAT_TEXT);
  CHECK(strstr(written(report, &options), "Xi m\xC4\x83ng") != NULL);
  tiendo_report_destroy(report);
}

static void zero_is_the_default_everywhere(void) {
  static char wanted[20000];
  tiendo_report* report = new_report();
  tiendo_write_options options = options_of(TIENDO_FORMAT_DEFAULT);
  strcpy(wanted, written(report, NULL));
  CHECK_TEXT(written(report, &options), wanted);
  options.format = TIENDO_FORMAT_TEXT;
  options.language = TIENDO_LANGUAGE_VI;
  CHECK_TEXT(written(report, &options), wanted);
  options.digits = 9; /* without has_digits it plays no part */
  CHECK_TEXT(written(report, &options), wanted);
  tiendo_report_destroy(report);
}

static void every_option_is_used(void) {
  tiendo_report* report = new_report();
  tiendo_write_options options = options_of(TIENDO_FORMAT_TEXT);
  options.language = TIENDO_LANGUAGE_EN;
  CHECK(strstr(written(report, &options), "Cement") != NULL);
  options = options_of(TIENDO_FORMAT_CSV);
  CHECK(strstr(written(report, &options), ",66.7,") != NULL);
  CHECK(strstr(text, "2/3") == NULL);
  options.has_digits = 1;
  options.digits = 3;
  CHECK(strstr(written(report, &options), ",66.667,") != NULL);
  options.rounding = TIENDO_ROUND_DOWN;
  CHECK(strstr(written(report, &options), ",66.666,") != NULL);
  options.exact = 1;
  CHECK(strstr(written(report, &options), "2/3") != NULL);
  tiendo_report_destroy(report);
}

static void targets_are_counted_by_what_they_have_in_common(void) {
  static const tiendo_tally_by by[] = {TIENDO_TALLY_UNIT, TIENDO_TALLY_FIELD};
  tiendo_report* report = new_report();
  tiendo_write_options options = options_of(TIENDO_FORMAT_JSON);
  options.by = by;
  CHECK(strstr(written(report, &options), "\"by\"") == NULL);
  options.by_count = 2;
  written(report, &options);
  CHECK(strstr(text, "\"by\": \"unit\"") != NULL);
  CHECK(strstr(text, "\"by\": \"field\"") > strstr(text, "\"by\": \"unit\""));
  CHECK(strstr(text, "\"group\": \"town\"") != NULL);
  options.by_count = 1;
  CHECK(strstr(written(report, &options), "\"by\": \"field\"") == NULL);
  options.format = TIENDO_FORMAT_TEXT;
  options.language = TIENDO_LANGUAGE_EN;
  CHECK(strstr(written(report, &options), "Town") != NULL);
  tiendo_report_destroy(report);
}

/* Options that differ from those that count by unit, and are refused. */
static void counts_that_cannot_be_are_refused(void) {
  static const tiendo_tally_by by[] = {TIENDO_TALLY_UNIT, TIENDO_TALLY_NONE, 5};
  tiendo_report* report = new_report();
  tiendo_write_options options[7];
  size_t i;
  for (i = 0; i < 7; ++i) {
    options[i] = options_of(TIENDO_FORMAT_JSON);
    options[i].by = by;
    options[i].by_count = 1;
  }
  options[0].by_count = 2;
  options[1].by = by + 2;
  options[2].by_count = -1;
  options[3].by_count = 5;
  options[4].by = NULL;
  options[5].format = TIENDO_FORMAT_CSV;
  options[6].reserved = 1;
  for (i = 0; i < 7; ++i) {
    CHECK_FAILS(tiendo_report_write(context, report, &options[i], text, sizeof text, &length),
                TIENDO_E_INVALID_ARG);
  }
  options[6].reserved = 0;
  written(report, &options[6]);
  CHECK_FAILS(tiendo_methods_write(context, &options[6], text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  tiendo_report_destroy(report);
}

static void a_row_is_explained_when_its_log_is_gone(void) {
  tiendo_report* report = new_report();
  CHECK_OK(tiendo_report_explain(context, report, row_cement, TIENDO_LANGUAGE_EN, TIENDO_DIGITS_OWN,
                                 TIENDO_ROUND_OWN, text, sizeof text, &length));
  CHECK(strstr(text, "200/3") != NULL && strstr(text, "66.7") != NULL);
  CHECK_OK(tiendo_report_explain(context, report, row_cement, TIENDO_LANGUAGE_VI, 3,
                                 TIENDO_ROUND_DOWN, text, sizeof text, &length));
  CHECK(strstr(text, "66,666") != NULL);
  tiendo_report_destroy(report);
}

static void a_row_and_all_rows_are_traced(void) {
  tiendo_report* report = new_report();
  int64_t of_one;
  CHECK_OK(tiendo_report_trace(context, report, row_cement, TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN,
                               text, sizeof text, &length));
  CHECK(strncmp(text, "{\n  \"format\": \"tiendo-trace/1\"", 30) == 0);
  CHECK(strstr(text, "\"exact\": \"200/3\"") != NULL && strstr(text, "\"66.7\"") != NULL);
  of_one = length;
  CHECK_OK(
      tiendo_report_trace(context, report, -1, 3, TIENDO_ROUND_DOWN, text, sizeof text, &length));
  CHECK(length > of_one && strstr(text, "\"66.666\"") != NULL);
  CHECK(length == (int64_t)strlen(text) && text[length - 1] == '\n');
  length = 7;
  CHECK_FAILS(tiendo_report_trace(context, NULL, 0, 0, 0, text, 9, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_trace(context, report, rows_of_small, 0, 0, text, 9, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_trace(context, report, -2, 0, 0, text, 9, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_trace(context, report, 0, 101, 0, text, 9, &length), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_report_trace(context, report, 0, 0, 8, text, 9, &length),
              TIENDO_E_INVALID_ARG);
  CHECK(length == 7);
  CHECK_FAILS(tiendo_report_trace(context, report, 0, 0, 0, text, 9, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK(length > 100);
  tiendo_report_destroy(report);
}

static void options_of_any_version_are_read_or_refused(void) {
  struct {
    tiendo_write_options known;
    int64_t more;
  } options;
  tiendo_report* report = new_report();
  options.known = options_of(TIENDO_FORMAT_CSV);
  options.known.struct_size = sizeof options;
  options.more = 0;
  written(report, &options.known);
  options.more = 1;
  CHECK_FAILS(tiendo_report_write(context, report, &options.known, text, sizeof text, &length),
              TIENDO_E_UNSUPPORTED);
  /* Callers of before have no counts by groups. */
  options.known.struct_size = offsetof(tiendo_write_options, reserved);
  options.known.reserved = 1;
  written(report, &options.known);
  options.known.struct_size = offsetof(tiendo_write_options, exact);
  CHECK_FAILS(tiendo_report_write(context, report, &options.known, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  tiendo_report_destroy(report);
}

static void arguments_are_checked(void) {
  tiendo_report* report = new_report();
  tiendo_write_options options[6];
  size_t i;
  for (i = 0; i < 6; ++i) {
    options[i] = options_of(TIENDO_FORMAT_TEXT);
    options[i].has_digits = 1;
  }
  options[0].format = 5;
  options[1].format = -1;
  options[2].language = 3;
  options[3].rounding = 8;
  options[4].digits = 101;
  options[5].digits = -2;
  length = 7;
  for (i = 0; i < 6; ++i) {
    CHECK_FAILS(tiendo_report_write(context, report, &options[i], text, sizeof text, &length),
                i < 4 ? TIENDO_E_INVALID_ARG : TIENDO_E_RANGE);
  }
  CHECK_FAILS(tiendo_report_write(context, NULL, NULL, text, 9, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_write(context, report, NULL, text, 9, NULL), TIENDO_E_INVALID_ARG);
#define EXPLAIN(report, row, language, digits, mode) \
  tiendo_report_explain(context, report, row, language, digits, mode, text, 9, &length)
  CHECK_FAILS(EXPLAIN(NULL, 0, 0, 0, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(EXPLAIN(report, rows_of_small, 0, 0, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(EXPLAIN(report, 0, 3, 0, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(EXPLAIN(report, 0, 0, 101, 0), TIENDO_E_RANGE);
  CHECK_FAILS(EXPLAIN(report, 0, 0, 0, 8), TIENDO_E_INVALID_ARG);
  CHECK(length == 7);
  CHECK_FAILS(EXPLAIN(report, 0, 0, 0, 0), TIENDO_E_SMALL_BUFFER);
#undef EXPLAIN
  CHECK(length > 100);
  CHECK_FAILS(tiendo_report_write(context, report, NULL, NULL, 0, &length), TIENDO_E_SMALL_BUFFER);
  CHECK_OK(tiendo_report_write(context, report, NULL, text, length + 1, &length));
  CHECK(tiendo_report_write(NULL, report, NULL, text, 9, &length) == TIENDO_E_INVALID_ARG);
  tiendo_report_destroy(report);
}

int main(void) {
  use_all();
  begin();
  each_form_is_written();
  zero_is_the_default_everywhere();
  every_option_is_used();
  targets_are_counted_by_what_they_have_in_common();
  counts_that_cannot_be_are_refused();
  a_row_is_explained_when_its_log_is_gone();
  a_row_and_all_rows_are_traced();
  options_of_any_version_are_read_or_refused();
  arguments_are_checked();
  return failures();
}
