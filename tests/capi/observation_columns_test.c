/* Columns of observations, appended all or none, and why rows are refused; and the rows of a log,
 * read one at a time.
 *
 * Long because each fault of a table is shown with the same one.
 */

#include <stddef.h>

#include "check.h"

static const char* const no_text = "";

/* A dictionary of up to three words. */
struct dictionary {
  tiendo_word_column column;
  tiendo_text_column texts;
  char bytes[80];
  int32_t offsets[4];
};

static const tiendo_word_column* words_of(struct dictionary* made, const int32_t* indexes,
                                          const char* const words[], int32_t count) {
  memset(made, 0, sizeof *made);
  for (int32_t i = 0; i < count; ++i) {
    strcpy(made->bytes + made->offsets[i], words[i]);
    made->offsets[i + 1] = made->offsets[i] + (int32_t)strlen(words[i]);
  }
  made->texts.struct_size = sizeof made->texts;
  made->texts.offset_size = 4;
  made->texts.count = count;
  made->texts.bytes = made->bytes;
  made->texts.byte_count = made->offsets[count];
  made->texts.offsets = made->offsets;
  made->column.struct_size = sizeof made->column;
  made->column.indexes = indexes;
  made->column.words = &made->texts;
  return &made->column;
}

static int64_t count_of(const tiendo_observations* log) {
  int64_t count = -1;
  CHECK_OK(tiendo_observations_count(context, log, &count));
  return count;
}

static const char* text_of(const tiendo_observations* log, int64_t index,
                           tiendo_observation_text text) {
  static char buffer[100];
  int64_t length = -1;
  CHECK_OK(tiendo_observations_row_text(context, log, index, text, buffer, sizeof buffer, &length));
  CHECK(length == (int64_t)strlen(buffer));
  return buffer;
}

/* Three rows of cement, rice and cement; their memory. */
struct table {
  tiendo_observation_columns columns;
  struct dictionary indicator, source;
  int32_t indicators[3], sources[3], start[3], end[3], recorded[3], revision[3];
  int64_t numbers[3];
  int8_t form[3], standing[3], finality[3], qualifier[3];
  uint8_t has_number, has_recorded;
};

static void fill(struct table* made) {
  static const char* const ids[] = {"cement", "rice", "sand"};
  static const char* const sources[] = {"page 1"};
  memset(made, 0, sizeof *made);
  made->columns.struct_size = sizeof made->columns;
  made->columns.count = 3;
  made->columns.scale = 1;
  made->indicators[1] = 1;
  made->sources[1] = made->sources[2] = -1;
  for (int i = 0; i < 3; ++i) {
    made->start[i] = day_of("2024-01-01");
    made->end[i] = day_of(i == 2 ? "2024-03-01" : "2024-02-01");
    made->recorded[i] = day_of("2024-05-05");
    made->numbers[i] = 15 + 10 * i;
  }
  made->has_number = 3;
  made->has_recorded = 1;
  made->form[2] = TIENDO_FORM_TO_DATE;
  made->standing[2] = TIENDO_STANDING_WITHHELD;
  made->finality[0] = TIENDO_FINALITY_ESTIMATE;
  made->qualifier[0] = TIENDO_QUALIFIER_OVER;
  made->revision[0] = 2;
  made->columns.indicator = words_of(&made->indicator, made->indicators, ids, 3);
  made->columns.source = words_of(&made->source, made->sources, sources, 1);
  made->columns.period_start = made->start;
  made->columns.period_end = made->end;
  made->columns.coefficients = made->numbers;
  made->columns.coefficient_validity = &made->has_number;
  made->columns.form = made->form;
  made->columns.standing = made->standing;
  made->columns.finality = made->finality;
  made->columns.qualifier = made->qualifier;
  made->columns.recorded_on = made->recorded;
  made->columns.recorded_on_validity = &made->has_recorded;
  made->columns.revision = made->revision;
}

static void all_rows_come_in_with_all_they_say(void) {
  tiendo_observations* log = new_log();
  tiendo_observation_row row;
  struct table table;
  fill(&table);
  CHECK_OK(tiendo_observations_append_columns(context, log, &table.columns));
  CHECK(count_of(log) == 3);
  row.struct_size = sizeof row;
  CHECK_OK(tiendo_observations_row(context, log, 0, &row));
  CHECK(row.form == TIENDO_FORM_INCREMENT && row.standing == TIENDO_STANDING_VALUE);
  CHECK(row.finality == TIENDO_FINALITY_ESTIMATE && row.qualifier == TIENDO_QUALIFIER_OVER);
  CHECK(row.period_start == day_of("2024-01-01") && row.period_end == day_of("2024-02-01"));
  CHECK(row.recorded_on == day_of("2024-05-05") && row.revision == 2);
  CHECK_TEXT(text_of(log, 0, TIENDO_OBSERVATION_INDICATOR), "cement");
  CHECK_TEXT(text_of(log, 0, TIENDO_OBSERVATION_PERIOD), "2024-01");
  CHECK_TEXT(text_of(log, 0, TIENDO_OBSERVATION_VALUE), "1.5");
  CHECK_TEXT(text_of(log, 0, TIENDO_OBSERVATION_SOURCE), "page 1");
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_INDICATOR), "rice");
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_VALUE), "2.5");
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_SOURCE), no_text);
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_NOTE), no_text);
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_PROJECT), no_text);
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_WORK_STAGE), no_text);
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_NUMERATOR), no_text);
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_DENOMINATOR), no_text);
  CHECK(text_of(log, 1, TIENDO_OBSERVATION_UNIT)[0] != 0);
  CHECK_OK(tiendo_observations_row(context, log, 2, &row));
  CHECK(row.form == TIENDO_FORM_TO_DATE && row.standing == TIENDO_STANDING_WITHHELD);
  CHECK(row.recorded_on == day_of("2024-02-29") && row.revision == 0);
  CHECK_TEXT(text_of(log, 2, TIENDO_OBSERVATION_VALUE), no_text);
  tiendo_observations_destroy(log);
}

static void numbers_may_be_a_column_of_decimals(void) {
  tiendo_observations* log = new_log();
  struct table table;
  tiendo_decimal_column value;
  uint8_t wide[48];
  fill(&table);
  memset(wide, 0, sizeof wide);
  wide[0] = 125;
  wide[16] = 7;
  memset(&value, 0, sizeof value);
  value.struct_size = sizeof value;
  value.scale = 1;
  value.count = 3;
  value.values16 = wide;
  value.validity = &table.has_number;
  table.columns.coefficients = NULL;
  table.columns.value = &value;
  CHECK_OK(tiendo_observations_append_columns(context, log, &table.columns));
  CHECK_TEXT(text_of(log, 0, TIENDO_OBSERVATION_VALUE), "12.5");
  value.count = 2;
  CHECK_FAILS(tiendo_observations_append_columns(context, log, &table.columns),
              TIENDO_E_INVALID_ARG);
  CHECK(count_of(log) == 3);
  tiendo_observations_destroy(log);
}

static void ranges_words_and_verdicts_have_columns(void) {
  static const char* const results[] = {"surplus"};
  static const char* const judges[] = {"office"};
  static const int8_t verdicts[] = {TIENDO_VERDICT_NONE, TIENDO_VERDICT_MET, TIENDO_VERDICT_NEAR};
  static const int32_t none_then_first[] = {-1, 0, 0};
  static const int32_t second_only[] = {-1, 0, -1};
  tiendo_observations* log = new_log();
  tiendo_observation_row row;
  struct table table;
  struct dictionary words, judge;
  tiendo_decimal_column upper;
  uint8_t wide[48];
  const uint8_t first_only = 1;
  fill(&table);
  memset(wide, 0, sizeof wide);
  wide[0] = 205;
  memset(&upper, 0, sizeof upper);
  upper.struct_size = sizeof upper;
  upper.scale = 2; /* a spare zero of what records one digit */
  upper.count = 3;
  upper.values16 = wide;
  upper.validity = &first_only;
  table.has_number = 1;
  table.qualifier[0] = TIENDO_QUALIFIER_EXACT;
  table.columns.value_to = &upper;
  table.columns.words = words_of(&words, second_only, results, 1);
  table.columns.verdict = verdicts;
  table.columns.judge = words_of(&judge, none_then_first, judges, 1);
  CHECK_FAILS(tiendo_observations_append_columns(context, log, &table.columns), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "value_scale");
  wide[0] = 200;
  CHECK_OK(tiendo_observations_append_columns(context, log, &table.columns));
  row.struct_size = sizeof row;
  CHECK_OK(tiendo_observations_row(context, log, 0, &row));
  CHECK(row.standing == TIENDO_STANDING_RANGE && row.verdict == TIENDO_VERDICT_NONE);
  CHECK_TEXT(text_of(log, 0, TIENDO_OBSERVATION_VALUE), "1.5");
  CHECK_TEXT(text_of(log, 0, TIENDO_OBSERVATION_VALUE_TO), "2.0");
  CHECK_TEXT(text_of(log, 0, TIENDO_OBSERVATION_JUDGE), no_text);
  CHECK_OK(tiendo_observations_row(context, log, 1, &row));
  CHECK(row.standing == TIENDO_STANDING_WORDS && row.verdict == TIENDO_VERDICT_MET);
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_VALUE), no_text);
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_VALUE_TO), no_text);
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_WORDS), "surplus");
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_JUDGE), "office");
  CHECK_OK(tiendo_observations_row(context, log, 2, &row));
  CHECK(row.standing == TIENDO_STANDING_WITHHELD && row.verdict == TIENDO_VERDICT_NEAR);
  tiendo_observations_destroy(log);
}

static void ids_may_be_positions_in_the_plan(void) {
  static const char* const ids[] = {"cement", "rice", "town", "district"};
  static const int32_t none[] = {-1, -7, -1};
  tiendo_plan* plan = new_plan();
  tiendo_observations* log = new_log();
  struct table table;
  tiendo_word_column unit;
  int64_t at[4];
  int32_t units[3];
  for (int i = 0; i < 4; ++i) {
    const tiendo_part part = i < 2 ? TIENDO_PART_INDICATORS : TIENDO_PART_UNITS;
    CHECK_OK(tiendo_plan_find(context, plan, part, ids[i], TIENDO_NTS, &at[i]));
  }
  fill(&table);
  table.indicator.column.words = NULL;
  for (int i = 0; i < 3; ++i) table.indicators[i] = (int32_t)at[i % 2];
  for (int i = 0; i < 3; ++i) units[i] = (int32_t)at[3];
  memset(&unit, 0, sizeof unit);
  unit.struct_size = sizeof unit;
  unit.indexes = units;
  table.columns.unit = &unit;
  CHECK_OK(tiendo_observations_append_columns(context, log, &table.columns));
  CHECK_TEXT(text_of(log, 0, TIENDO_OBSERVATION_INDICATOR), "cement");
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_INDICATOR), "rice");
  CHECK_TEXT(text_of(log, 2, TIENDO_OBSERVATION_UNIT), "district");
  unit.indexes = none;
  table.numbers[0] = 16;
  table.revision[0] = 3;
  CHECK_OK(tiendo_observations_append_columns(context, log, &table.columns));
  CHECK_TEXT(text_of(log, 3, TIENDO_OBSERVATION_UNIT), "town");
  units[1] = 2; /* the plan has two units */
  unit.indexes = units;
  CHECK_FAILS(tiendo_observations_append_columns(context, log, &table.columns), TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "number_out_of_range");
  CHECK(last_error().row == 1 && count_of(log) == 6);
  tiendo_observations_destroy(log);
  tiendo_plan_destroy(plan);
}

static void an_empty_dictionary_is_no_plan(void) {
  tiendo_observations* log = new_log();
  struct table table;
  fill(&table);
  table.indicator.texts.count = 0;
  CHECK_FAILS(tiendo_observations_append_columns(context, log, &table.columns), TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "number_out_of_range");
  CHECK(count_of(log) == 0);
  tiendo_observations_destroy(log);
}

static void each_number_may_have_its_own_digits(void) {
  static uint8_t scales[] = {1, 1, 0};
  tiendo_observations* log = new_log();
  struct table table;
  fill(&table);
  table.indicators[1] = 0;
  table.start[1] = day_of("2024-02-01");
  table.end[1] = day_of("2024-03-01");
  table.has_number = 7;
  table.standing[2] = 0;
  table.form[2] = 0;
  table.start[2] = day_of("2024-03-01");
  table.end[2] = day_of("2024-04-01");
  table.numbers[1] = 250;
  table.columns.scales = scales;
  CHECK_OK(tiendo_observations_append_columns(context, log, &table.columns));
  CHECK_TEXT(text_of(log, 0, TIENDO_OBSERVATION_VALUE), "1.5");
  CHECK_TEXT(text_of(log, 1, TIENDO_OBSERVATION_VALUE), "25.0");
  CHECK_TEXT(text_of(log, 2, TIENDO_OBSERVATION_VALUE), "35");
  scales[1] = 2; /* a zero that is kept is a digit too many */
  CHECK_FAILS(tiendo_observations_append_columns(context, log, &table.columns), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "value_scale");
  scales[0] = 39;
  CHECK_FAILS(tiendo_observations_append_columns(context, log, &table.columns), TIENDO_E_RANGE);
  CHECK(count_of(log) == 3);
  tiendo_observations_destroy(log);
}

static void one_faulty_row_keeps_all_out(void) {
  tiendo_observations* log = new_log();
  struct table table;
  int64_t count = 0;
  fill(&table);
  table.indicators[0] = 2; /* sand is no indicator */
  table.end[1] = table.start[1];
  CHECK_FAILS(tiendo_observations_append_columns(context, log, &table.columns), TIENDO_E_PARSE);
  CHECK(last_error().row == 0);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unknown_indicator");
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK && count == 2);
  table.indicators[0] = 0;
  table.sources[0] = 1; /* there is one word */
  CHECK_FAILS(tiendo_observations_append_columns(context, log, &table.columns), TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "number_out_of_range");
  table.sources[0] = 0;
  CHECK_FAILS(tiendo_observations_append_columns(context, log, &table.columns), TIENDO_E_PARSE);
  CHECK(last_error().row == 1);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "period_empty");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "/1");
  CHECK(count_of(log) == 0);
  tiendo_observations_destroy(log);
}

static void each_row_says_why_it_is_refused(void) {
  tiendo_observations* log = new_log();
  struct table table;
  int32_t codes[3] = {7, 7, 7};
  int64_t refused = 7, count = 0;
  fill(&table);
  table.columns.form = NULL;
  table.indicators[0] = 2; /* sand is no indicator */
  table.indicators[2] = 9; /* there are three words */
  CHECK_FAILS(tiendo_observations_append_rows(context, log, &table.columns, codes, &refused),
              TIENDO_E_ROWS);
  CHECK(refused == 2 && codes[1] == 0);
  CHECK_TEXT(tiendo_code_name(codes[0]), "unknown_indicator");
  CHECK_TEXT(tiendo_code_name(codes[2]), "number_out_of_range");
  CHECK(last_error().row == 0 && last_error().code == codes[0]);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "/0");
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK && count == 2);
  CHECK(count_of(log) == 0);
  /* The later of two that disagree is at fault, and one that is refused disagrees with none. */
  table.indicators[0] = table.indicators[1] = table.indicators[2] = 0;
  table.end[0] = table.start[0];
  table.standing[2] = 0;
  table.end[2] = table.end[1];
  table.has_number = 7;
  table.has_recorded = 7;
  CHECK_FAILS(tiendo_observations_append_rows(context, log, &table.columns, codes, &refused),
              TIENDO_E_ROWS);
  CHECK(refused == 2 && codes[1] == 0);
  CHECK_TEXT(tiendo_code_name(codes[0]), "period_empty");
  CHECK_TEXT(tiendo_code_name(codes[2]), "observations_disagree");
  table.end[0] = table.end[1];
  table.revision[2] = 1;
  CHECK_OK(tiendo_observations_append_rows(context, log, &table.columns, codes, &refused));
  CHECK(refused == 0 && codes[0] == 0 && codes[1] == 0 && codes[2] == 0 && count_of(log) == 3);
  tiendo_observations_destroy(log);
}

static void other_failures_say_nothing_of_rows(void) {
  tiendo_observations* log = new_log();
  tiendo_report* report = NULL;
  tiendo_request request;
  struct table table;
  int32_t codes[3] = {7, 7, 7};
  int64_t refused = 7;
  fill(&table);
#define REFUSED(log, columns, codes, refused, status) \
  CHECK_FAILS(tiendo_observations_append_rows(context, log, columns, codes, refused), (status))
  REFUSED(NULL, &table.columns, codes, &refused, TIENDO_E_INVALID_ARG);
  REFUSED(log, NULL, codes, &refused, TIENDO_E_INVALID_ARG);
  REFUSED(log, &table.columns, NULL, &refused, TIENDO_E_INVALID_ARG);
  REFUSED(log, &table.columns, codes, NULL, TIENDO_E_INVALID_ARG);
  table.form[1] = 4;
  REFUSED(log, &table.columns, codes, &refused, TIENDO_E_INVALID_ARG);
  CHECK(last_error().row == 1 && count_of(log) == 0);
  table.form[1] = 0;
  memset(&request, 0, sizeof request);
  request.struct_size = sizeof request;
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  REFUSED(log, &table.columns, codes, &refused, TIENDO_E_FROZEN);
#undef REFUSED
  CHECK(codes[0] == 7 && codes[1] == 7 && codes[2] == 7 && refused == 7);
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
  log = new_log();
  table.columns.count = 0;
  CHECK_OK(tiendo_observations_append_rows(context, log, &table.columns, NULL, &refused));
  CHECK(refused == 0 && count_of(log) == 0);
  tiendo_observations_destroy(log);
}

static void a_frozen_log_takes_no_columns(void) {
  tiendo_observations* log = new_log();
  tiendo_report* report = NULL;
  tiendo_request request;
  struct table table;
  fill(&table);
  memset(&request, 0, sizeof request);
  request.struct_size = sizeof request;
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_FAILS(tiendo_observations_append_columns(context, log, &table.columns), TIENDO_E_FROZEN);
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
}

static void columns_are_checked(void) {
  tiendo_observations* log = new_log();
  tiendo_observation_row row;
  struct table table;
  char buffer[4];
  int64_t length = 0;
#define REFUSED(member, value, status)                                                       \
  do {                                                                                       \
    fill(&table);                                                                            \
    table.member = (value);                                                                  \
    CHECK_FAILS(tiendo_observations_append_columns(context, log, &table.columns), (status)); \
  } while (0)
  REFUSED(columns.struct_size, 4, TIENDO_E_INVALID_ARG);
  REFUSED(columns.count, -1, TIENDO_E_INVALID_ARG);
  REFUSED(columns.indicator, NULL, TIENDO_E_INVALID_ARG);
  REFUSED(columns.period_start, NULL, TIENDO_E_INVALID_ARG);
  REFUSED(columns.period_end, NULL, TIENDO_E_INVALID_ARG);
  REFUSED(columns.scale, -1, TIENDO_E_RANGE);
  REFUSED(indicator.column.struct_size, 0, TIENDO_E_INVALID_ARG);
  REFUSED(indicator.column.indexes, NULL, TIENDO_E_INVALID_ARG);
  REFUSED(source.column.words, NULL, TIENDO_E_INVALID_ARG);
  REFUSED(indicator.offsets[1], 79, TIENDO_E_INVALID_ARG);
  REFUSED(indicator.bytes[0], (char)-1, TIENDO_E_ENCODING);
  REFUSED(form[1], 4, TIENDO_E_INVALID_ARG);
  CHECK(last_error().row == 1);
  REFUSED(standing[1], 8, TIENDO_E_INVALID_ARG);
  REFUSED(finality[1], 3, TIENDO_E_INVALID_ARG);
  REFUSED(qualifier[1], -1, TIENDO_E_INVALID_ARG);
#undef REFUSED
  fill(&table);
  CHECK_FAILS(tiendo_observations_append_columns(context, NULL, &table.columns),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_append_columns(context, log, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_append_columns(NULL, log, &table.columns) == TIENDO_E_INVALID_ARG);
  CHECK(count_of(log) == 0);
  table.columns.count = 0;
  CHECK_OK(tiendo_observations_append_columns(context, log, &table.columns));
  row.struct_size = sizeof row;
  CHECK_FAILS(tiendo_observations_row(context, log, 0, &row), TIENDO_E_INVALID_ARG);
  fill(&table);
  CHECK_OK(tiendo_observations_append_columns(context, log, &table.columns));
  CHECK_FAILS(tiendo_observations_row(context, log, 3, &row), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_row(context, log, -1, &row), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_row(context, NULL, 0, &row), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_row(context, log, 0, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_row(NULL, log, 0, &row) == TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_row_text(context, log, 0, 0, buffer, 4, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_row_text(context, log, 0, 14, buffer, 4, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_row_text(context, log, 0, TIENDO_OBSERVATION_INDICATOR, buffer, 4,
                                           &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK(length == 6);
  CHECK_FAILS(tiendo_observations_row_text(context, NULL, 0, 1, buffer, 4, &length),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_row_text(NULL, log, 0, 1, buffer, 4, &length) == TIENDO_E_INVALID_ARG);
  tiendo_observations_destroy(log);
}

int main(void) {
  use_all();
  begin();
  all_rows_come_in_with_all_they_say();
  numbers_may_be_a_column_of_decimals();
  ranges_words_and_verdicts_have_columns();
  ids_may_be_positions_in_the_plan();
  an_empty_dictionary_is_no_plan();
  each_number_may_have_its_own_digits();
  one_faulty_row_keeps_all_out();
  each_row_says_why_it_is_refused();
  other_failures_say_nothing_of_rows();
  a_frozen_log_takes_no_columns();
  columns_are_checked();
  return failures();
}
