/* Figures: there or not and why, exact, rounded, as text, as a column; those of Bim Son as printed.
 */

#include "check.h"

static const char* exact(const tiendo_report* report, int64_t row, tiendo_field field,
                         tiendo_fraction fraction) {
  static char text[100];
  int64_t length;
  CHECK_OK(tiendo_report_figure_exact(context, report, row, field, fraction, text, sizeof text,
                                      &length));
  return text;
}

static const char* rounded(const tiendo_report* report, int64_t row, tiendo_field field,
                           int32_t digits, tiendo_rounding rounding) {
  static char text[100];
  int64_t length;
  CHECK_OK(tiendo_report_figure_text(context, report, row, field, digits, rounding,
                                     TIENDO_NUMBERS_PLAIN, text, sizeof text, &length));
  return text;
}

static const char* reason(const tiendo_report* report, int64_t row, tiendo_field field) {
  int32_t code = -1;
  CHECK_OK(tiendo_report_figure_reason(context, report, row, field, &code));
  return code == 0 ? "" : tiendo_code_name(code);
}

static void a_figure_is_exact_and_rounded_once(void) {
  static const struct {
    int64_t row;
    tiendo_field field;
    const char *exact, *own;
  } cases[] = {
      {row_cement, TIENDO_FIELD_TARGET, "30", "30.0"},
      {row_cement, TIENDO_FIELD_ACTUAL, "20", "20.0"},
      {row_cement, TIENDO_FIELD_COMPLETION, "200/3", "66.7"},
      {row_cement, TIENDO_FIELD_EXCESS, "-100/3", "-33.3"},
      {row_cement, TIENDO_FIELD_REMAINING, "10", "10.0"},
      {row_cement, TIENDO_FIELD_SAME_PERIOD, "15", "15.0"},
      {row_cement, TIENDO_FIELD_INDEX, "400/3", "133.3"},
      {row_cement, TIENDO_FIELD_GROWTH, "100/3", "33.3"},
      {row_cement, TIENDO_FIELD_REQUIRED, "30", "30.0"},
      {row_poor, TIENDO_FIELD_ACTUAL, "2/5", "0.40"},
      {row_poor, TIENDO_FIELD_COMPLETION, "80", "80.0"},
      {row_water, TIENDO_FIELD_ACTUAL, "75", "75.00"},
  };
  tiendo_report* report = new_report();
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    CHECK_TEXT(exact(report, cases[i].row, cases[i].field, TIENDO_FRACTION_WHOLE), cases[i].exact);
    CHECK_TEXT(rounded(report, cases[i].row, cases[i].field, TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN),
               cases[i].own);
    CHECK_TEXT(reason(report, cases[i].row, cases[i].field), "");
  }
  CHECK_TEXT(exact(report, row_cement, TIENDO_FIELD_COMPLETION, TIENDO_FRACTION_NUMERATOR), "200");
  CHECK_TEXT(exact(report, row_cement, TIENDO_FIELD_COMPLETION, TIENDO_FRACTION_DENOMINATOR), "3");
  CHECK_TEXT(exact(report, row_cement, TIENDO_FIELD_ACTUAL, TIENDO_FRACTION_DENOMINATOR), "1");
  CHECK_TEXT(rounded(report, row_cement, TIENDO_FIELD_COMPLETION, 0, TIENDO_ROUND_OWN), "67");
  CHECK_TEXT(rounded(report, row_cement, TIENDO_FIELD_COMPLETION, 3, TIENDO_ROUND_DOWN), "66.666");
  CHECK(strlen(rounded(report, row_cement, TIENDO_FIELD_COMPLETION, 90, 0)) == 93);
  tiendo_report_destroy(report);
}

static void a_figure_that_is_not_there_has_a_reason_and_no_value(void) {
  static const struct {
    int64_t row;
    tiendo_field field;
    const char* reason;
  } cases[] = {
      {row_trees, TIENDO_FIELD_ACTUAL, "no_data"},
      {row_rice, TIENDO_FIELD_COMPLETION, "no_target"},
      {row_poor, TIENDO_FIELD_GROWTH, "no_base"},
      {row_water, TIENDO_FIELD_COMPLETION, "range_target"},
      {row_cement, TIENDO_FIELD_EXPECTED, "no_profile"},
  };
  tiendo_report* report = new_report();
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    tiendo_decimal value = {7, 0, 0, 0};
    char text[40] = "x";
    int64_t length = 7;
    CHECK_TEXT(reason(report, cases[i].row, cases[i].field), cases[i].reason);
    CHECK_FAILS(
        tiendo_report_figure_decimal(context, report, cases[i].row, cases[i].field, -1, 0, &value),
        TIENDO_E_NO_VALUE);
    CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), cases[i].reason);
    CHECK_FAILS(tiendo_report_figure_text(context, report, cases[i].row, cases[i].field, -1, 0, 0,
                                          text, sizeof text, &length),
                TIENDO_E_NO_VALUE);
    CHECK_FAILS(tiendo_report_figure_exact(context, report, cases[i].row, cases[i].field, 0, text,
                                           sizeof text, &length),
                TIENDO_E_NO_VALUE);
    CHECK(value.lo == 7 && length == 7);
    CHECK_TEXT(text, "x");
  }
  tiendo_report_destroy(report);
}

static void a_figure_of_39_digits_is_text_only(void) {
  tiendo_report* report = new_report();
  tiendo_decimal value = {7, 0, 0, 0};
  CHECK_TEXT(rounded(report, row_rice, TIENDO_FIELD_ACTUAL, 0, 0),
             "123456789012345678901234567890123456789");
  CHECK_FAILS(
      tiendo_report_figure_decimal(context, report, row_rice, TIENDO_FIELD_ACTUAL, 0, 0, &value),
      TIENDO_E_RANGE);
  CHECK(value.lo == 7);
  tiendo_report_destroy(report);
}

static void a_figure_is_a_decimal(void) {
  tiendo_report* report = new_report();
  tiendo_decimal value;
  CHECK_OK(tiendo_report_figure_decimal(context, report, row_cement, TIENDO_FIELD_EXCESS,
                                        TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN, &value));
  CHECK(value.lo == (uint64_t)-333 && value.hi == -1 && value.scale == 1 && value.reserved == 0);
  tiendo_report_destroy(report);
}

static void a_figure_is_written_the_vietnamese_way(void) {
  tiendo_report* report = new_report();
  char text[80];
  int64_t length;
  CHECK_OK(tiendo_report_figure_text(context, report, row_rice, TIENDO_FIELD_ACTUAL, 1, 0,
                                     TIENDO_NUMBERS_VIETNAMESE, text, sizeof text, &length));
  CHECK_TEXT(text, "123.456.789.012.345.678.901.234.567.890.123.456.789,0");
  tiendo_report_destroy(report);
}

static void a_column_is_that_of_arrow(void) {
  static const unsigned char minus_33_33[16] = {0xFB, 0xF2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                                0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
  static const unsigned char minus_20_00[16] = {0x30, 0xF8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                                0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
  static const unsigned char nothing[16] = {0};
  tiendo_report* report = new_report();
  unsigned char values[rows_of_small][16];
  uint8_t validity[2] = {0xAA, 0xAA};
  CHECK_OK(tiendo_report_column(context, report, TIENDO_FIELD_EXCESS, 2, TIENDO_ROUND_HALF_UP,
                                rows_of_small, values, validity));
  CHECK(memcmp(values[row_cement], minus_33_33, 16) == 0);
  CHECK(memcmp(values[row_poor], minus_20_00, 16) == 0);
  CHECK(memcmp(values[row_water], nothing, 16) == 0);
  CHECK(memcmp(values[row_trees], nothing, 16) == 0);
  CHECK(validity[0] == (1 << row_cement | 1 << row_poor) && validity[1] == 0xAA);
  CHECK_OK(tiendo_report_column(context, report, TIENDO_FIELD_EXCESS, 1, TIENDO_ROUND_OWN,
                                rows_of_small + 7, values, validity));
  CHECK(values[row_cement][0] == 0xB3); /* -333 */
  tiendo_report_destroy(report);
}

static void the_percent_of_the_plan_is_a_column(void) {
  tiendo_report* report = new_report();
  unsigned char values[rows_of_small][16];
  unsigned char completion[rows_of_small][16];
  uint8_t validity[1] = {0};
  uint8_t has_completion[1] = {0};
  CHECK_OK(tiendo_report_percent_of_plan(context, report, 3, TIENDO_ROUND_HALF_UP, rows_of_small,
                                         values, validity));
  CHECK(values[row_cement][0] == 0x6B && values[row_cement][1] == 0x04); /* 66.667 */
  CHECK(values[row_cement][2] == 0x01 && values[row_cement][3] == 0);
  CHECK_OK(tiendo_report_column(context, report, TIENDO_FIELD_COMPLETION, 3, TIENDO_ROUND_HALF_UP,
                                rows_of_small, completion, has_completion));
  CHECK(memcmp(values, completion, sizeof values) == 0 && validity[0] == has_completion[0]);
#define ASK(report, scale, mode, rows, values, validity) \
  tiendo_report_percent_of_plan(context, report, scale, mode, rows, values, validity)
  CHECK_FAILS(ASK(report, 38, 0, rows_of_small, values, validity), TIENDO_E_RANGE);
  CHECK(last_error().row == row_cement);
  CHECK_FAILS(ASK(report, 39, 0, rows_of_small, values, validity), TIENDO_E_RANGE);
  CHECK_FAILS(ASK(report, 1, 8, rows_of_small, values, validity), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(report, 1, 0, rows_of_small - 1, values, validity), TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(ASK(NULL, 1, 0, rows_of_small, values, validity), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(report, 1, 0, rows_of_small, NULL, validity), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(report, 1, 0, rows_of_small, values, NULL), TIENDO_E_INVALID_ARG);
#undef ASK
  CHECK(memcmp(values, completion, sizeof values) == 0);
  tiendo_report_destroy(report);
}

static void the_verdicts_are_columns(void) {
  const tiendo_request request = request_of("2024-09-30");
  tiendo_observations* log = new_log();
  tiendo_report* report = NULL;
  int8_t verdicts[rows_of_small + 1], provisional[rows_of_small + 1];
  CHECK_OK(tiendo_observations_read(context, log, small_table, TIENDO_NTS, NULL, 0));
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  memset(verdicts, 7, sizeof verdicts);
  memset(provisional, 7, sizeof provisional);
  CHECK_OK(tiendo_report_verdicts(context, report, rows_of_small, verdicts, provisional));
  CHECK(verdicts[rows_of_small] == 7 && provisional[rows_of_small] == 7);
  for (int64_t i = 0; i < rows_of_small; ++i) {
    tiendo_row row;
    row.struct_size = sizeof row;
    CHECK_OK(tiendo_report_row(context, report, i, &row));
    CHECK(verdicts[i] == row.verdict && provisional[i] == row.provisional);
  }
  CHECK(provisional[row_cement] == TIENDO_VERDICT_MISSED);
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
  report = new_report();
  CHECK_OK(tiendo_report_verdicts(context, report, rows_of_small + 1, verdicts, NULL));
  CHECK(verdicts[row_cement] == TIENDO_VERDICT_MISSED && verdicts[row_rice] == 0);
  CHECK(verdicts[row_poor] == TIENDO_VERDICT_EXCEEDED && verdicts[rows_of_small] == 7);
  CHECK_FAILS(tiendo_report_verdicts(context, report, rows_of_small - 1, verdicts, NULL),
              TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(tiendo_report_verdicts(context, report, rows_of_small, NULL, provisional),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_verdicts(context, NULL, rows_of_small, verdicts, provisional),
              TIENDO_E_INVALID_ARG);
  tiendo_report_destroy(report);
}

static void a_column_that_cannot_be_touches_nothing(void) {
  tiendo_report* report = new_report();
  unsigned char values[rows_of_small][16];
  uint8_t validity[1] = {0xAA};
  memset(values, 0xAA, sizeof values);
#define ASK(report, field, scale, mode, rows, values, validity) \
  tiendo_report_column(context, report, field, scale, mode, rows, values, validity)
  CHECK_FAILS(ASK(report, TIENDO_FIELD_ACTUAL, 1, 0, rows_of_small, values, validity),
              TIENDO_E_RANGE);
  CHECK(last_error().row == row_rice);
  CHECK_FAILS(ASK(report, 2, 1, 0, rows_of_small - 1, values, validity), TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(ASK(report, 2, -1, 0, rows_of_small, values, validity), TIENDO_E_RANGE);
  CHECK_FAILS(ASK(report, 2, 39, 0, rows_of_small, values, validity), TIENDO_E_RANGE);
  CHECK_FAILS(ASK(report, 0, 1, 0, rows_of_small, values, validity), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(report, 2, 1, 8, rows_of_small, values, validity), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(NULL, 2, 1, 0, rows_of_small, values, validity), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(report, 2, 1, 0, rows_of_small, NULL, validity), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(report, 2, 1, 0, rows_of_small, values, NULL), TIENDO_E_INVALID_ARG);
#undef ASK
  CHECK(tiendo_report_column(NULL, report, 2, 1, 0, rows_of_small, values, validity) ==
        TIENDO_E_INVALID_ARG);
  CHECK(values[0][0] == 0xAA && values[4][15] == 0xAA && validity[0] == 0xAA);
  tiendo_report_destroy(report);
}

static void arguments_are_checked(void) {
  static const tiendo_field no_fields[] = {0, 19, -1};
  tiendo_report* report = new_report();
  tiendo_decimal value = {7, 0, 0, 0};
  char text[40];
  int64_t length = 7;
  int32_t code = 7;
  size_t i;
#define DECIMAL(report, row, field, digits, mode, result) \
  tiendo_report_figure_decimal(context, report, row, field, digits, mode, result)
#define TEXT(report, row, field, digits, mode, numbers, capacity)                               \
  tiendo_report_figure_text(context, report, row, field, digits, mode, numbers, text, capacity, \
                            &length)
#define EXACT(report, row, field, fraction, capacity) \
  tiendo_report_figure_exact(context, report, row, field, fraction, text, capacity, &length)
  for (i = 0; i < 3; ++i) {
    CHECK_FAILS(tiendo_report_figure_reason(context, report, 0, no_fields[i], &code),
                TIENDO_E_INVALID_ARG);
    CHECK_FAILS(DECIMAL(report, 0, no_fields[i], 0, 0, &value), TIENDO_E_INVALID_ARG);
    CHECK_FAILS(TEXT(report, 0, no_fields[i], 0, 0, 0, 40), TIENDO_E_INVALID_ARG);
    CHECK_FAILS(EXACT(report, 0, no_fields[i], 0, 40), TIENDO_E_INVALID_ARG);
  }
  CHECK_FAILS(tiendo_report_figure_reason(context, NULL, 0, 2, &code), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_figure_reason(context, report, 99, 2, &code), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_figure_reason(context, report, 0, 2, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(DECIMAL(NULL, 0, 2, 0, 0, &value), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(DECIMAL(report, -1, 2, 0, 0, &value), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(DECIMAL(report, 0, 2, -2, 0, &value), TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "digits_out_of_range");
  CHECK_FAILS(DECIMAL(report, 0, 2, 38, 0, &value), TIENDO_E_RANGE); /* 20 has 40 digits then */
  CHECK_FAILS(DECIMAL(report, 0, 2, 0, 8, &value), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(DECIMAL(report, 0, 2, 0, 0, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(TEXT(NULL, 0, 2, 0, 0, 0, 40), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(TEXT(report, 99, 2, 0, 0, 0, 40), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(TEXT(report, 0, 2, 101, 0, 0, 40), TIENDO_E_RANGE);
  CHECK_FAILS(TEXT(report, 0, 2, 0, -1, 0, 40), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(TEXT(report, 0, 2, 0, 0, 2, 40), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(EXACT(NULL, 0, 2, 0, 40), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(EXACT(report, 0, 2, 3, 40), TIENDO_E_INVALID_ARG);
  CHECK(value.lo == 7 && code == 7 && length == 7);
  CHECK_FAILS(TEXT(report, 0, 2, 0, 0, 0, 2), TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(EXACT(report, 0, 2, 0, 2), TIENDO_E_SMALL_BUFFER);
  CHECK(length == 2);
  CHECK(tiendo_report_figure_reason(NULL, report, 0, 2, &code) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_report_figure_decimal(NULL, report, 0, 2, 0, 0, &value) == TIENDO_E_INVALID_ARG);
#undef DECIMAL
#undef TEXT
#undef EXACT
  tiendo_report_destroy(report);
}

static tiendo_report* bim_son(const char* as_of) {
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  tiendo_report* report = NULL;
  const tiendo_request request = request_of(as_of);
  CHECK_OK(tiendo_plan_read_file(context, "docs/examples/bim-son-2024/plan.json", &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK_OK(tiendo_observations_read_file(
      context, log, "docs/examples/bim-son-2024/observations.csv", TIENDO_NUMBERS_PLAIN));
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  tiendo_plan_destroy(plan);
  tiendo_observations_destroy(log);
  return report;
}

static void the_figures_of_bim_son_are_those_that_were_printed(void) {
  enum { output = 1, income = 2, investment = 3, land_province = 7, land_town = 8, land_whole = 9 };
  tiendo_report* half = bim_son("2024-06-30");
  tiendo_report* year = bim_son("2024-12-31");
  CHECK_TEXT(rounded(half, output, TIENDO_FIELD_COMPLETION, -1, 0), "55.3");
  CHECK_TEXT(rounded(half, output, TIENDO_FIELD_COMPLETION, 2, 0), "55.33");
  CHECK_TEXT(exact(half, output, TIENDO_FIELD_COMPLETION, 0),
             "262305/4741"); /* 100 * 52461/94820 */
  CHECK_TEXT(reason(half, output, TIENDO_FIELD_GROWTH), "no_base");
  CHECK_TEXT(rounded(half, investment, TIENDO_FIELD_COMPLETION, -1, 0), "39.6");
  CHECK_TEXT(rounded(year, income, TIENDO_FIELD_COMPLETION, -1, 0), "99.2");
  CHECK_TEXT(rounded(year, income, TIENDO_FIELD_GROWTH, -1, 0), "5.6");
  CHECK_TEXT(rounded(year, land_province, TIENDO_FIELD_TARGET, -1, 0), "53.026");
  CHECK_TEXT(rounded(year, land_town, TIENDO_FIELD_TARGET, -1, 0), "40.834");
  CHECK_TEXT(rounded(year, land_whole, TIENDO_FIELD_TARGET, -1, 0), "93.860");
  tiendo_report_destroy(half);
  tiendo_report_destroy(year);
}

int main(void) {
  use_all();
  begin();
  a_figure_is_exact_and_rounded_once();
  a_figure_that_is_not_there_has_a_reason_and_no_value();
  a_figure_of_39_digits_is_text_only();
  a_figure_is_a_decimal();
  a_figure_is_written_the_vietnamese_way();
  a_column_is_that_of_arrow();
  the_percent_of_the_plan_is_a_column();
  the_verdicts_are_columns();
  a_column_that_cannot_be_touches_nothing();
  arguments_are_checked();
  the_figures_of_bim_son_are_those_that_were_printed();
  return failures();
}
