/* Published figures: a table is checked and written, its faults are findings; plans that fit. */

#include "check.h"

static const char kTable[] =
    "id,kind,inputs,stated\n"
    "a,excess,actual=180;plan=150,21.3\n"
    "b,excess,actual=182;plan=150,21.3\n";

static tiendo_status verify(const char* table, tiendo_format format, char* text, int64_t capacity,
                            int64_t* length) {
  return tiendo_figures_verify(context, table, TIENDO_NTS, "f.csv", TIENDO_NUMBERS_PLAIN, format,
                               TIENDO_LANGUAGE_EN, text, capacity, length);
}

static void a_table_is_checked_and_written(void) {
  char text[1000];
  int64_t length = 0;
  CHECK_OK(verify(kTable, TIENDO_FORMAT_TEXT, text, sizeof text, &length));
  CHECK_TEXT(text,
             "a: 21.3 is impossible with these inputs\n"
             "  180 / 150 * 100 - 100 = 20.0000000 (20)\n"
             "  the inputs allow from 19.2691029 to 20.7357860\n"
             "b: 21.3 reproduces\n"
             "  182 / 150 * 100 - 100 = 21.3333333 (64/3)\n"
             "2 figures: 1 reproduce, 0 possible, 1 impossible, 0 undecided\n");
  CHECK(length == (int64_t)strlen(text));
  CHECK_OK(verify("kind,inputs,stated\n", TIENDO_FORMAT_CSV, text, sizeof text, &length));
  CHECK_TEXT(text,
             "line,id,kind,stated,verdict,value,exact,low,low_exact,high,high_exact,roundings,"
             "readings,reason\n");
}

static void a_small_buffer_says_how_much_is_needed(void) {
  char text[1000];
  int64_t length = 0;
  CHECK_FAILS(verify(kTable, TIENDO_FORMAT_JSON, text, 5, &length), TIENDO_E_SMALL_BUFFER);
  CHECK(length > 500);
}

static void faults_of_a_table_are_findings(void) {
  char text[10];
  int64_t length = 7;
  int64_t count = 0;
  char whole[200];
  CHECK_FAILS(verify("kind,inputs,stated\nshares,a=1,1\nshare,part=1;total=0,1\n",
                     TIENDO_FORMAT_CSV, text, sizeof text, &length),
              TIENDO_E_PARSE);
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK && count == 2);
  CHECK(tiendo_context_finding_text(context, 1, TIENDO_MESSAGE_WHOLE, whole, sizeof whole,
                                    &length) == TIENDO_OK);
  CHECK_TEXT(whole, "f.csv:3:7: error 102 division_by_zero: the divisor total is zero");
}

/* Two faulty rows around a good one. */
static const char kFaulty[] =
    "id,kind,inputs,stated\n"
    "a,shares,a=1,1\n"
    "b,excess,actual=182;plan=150,21.3\n"
    "c,share,part=1;total=0,1\n";

static tiendo_verify_options leaving_out(void) {
  tiendo_verify_options options;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.language = TIENDO_LANGUAGE_EN;
  options.leave_out_faulty = 1;
  return options;
}

static void faulty_rows_may_be_left_out(void) {
  tiendo_verify_options options = leaving_out();
  char text[1000];
  int64_t length = 0;
  int64_t count = 0;
  CHECK_FAILS(tiendo_figures_verify_with(context, kFaulty, TIENDO_NTS, "f.csv", &options, text,
                                         sizeof text, &length),
              TIENDO_E_ROWS);
  CHECK_TEXT(text,
             "b: 21.3 reproduces\n"
             "  182 / 150 * 100 - 100 = 21.3333333 (64/3)\n"
             "1 figures: 1 reproduce, 0 possible, 0 impossible, 0 undecided\n");
  CHECK(last_error().line == 2);
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK && count == 2);
  CHECK_FAILS(
      tiendo_figures_verify_with(context, kFaulty, TIENDO_NTS, "f.csv", &options, text, 9, &length),
      TIENDO_E_SMALL_BUFFER);
  /* What is no CSV ends the reading; a table of which nothing is good is refused. */
  CHECK_FAILS(
      tiendo_figures_verify_with(context, "kind,inputs,stated\nexcess,actual=182;plan=150,21.3\n\"",
                                 TIENDO_NTS, NULL, &options, text, sizeof text, &length),
      TIENDO_E_ROWS);
  CHECK(strstr(text, "1 figures: 1 reproduce") != NULL);
  CHECK_FAILS(tiendo_figures_verify_with(context, "kind,inputs,stated\nshares,a=1,1\n", TIENDO_NTS,
                                         NULL, &options, text, sizeof text, &length),
              TIENDO_E_PARSE);
  /* Where nothing is wrong it is as without them, and so are the defaults. */
  CHECK_OK(tiendo_figures_verify_with(context, kTable, TIENDO_NTS, "f.csv", &options, text,
                                      sizeof text, &length));
  CHECK(strstr(text, "2 figures: 1 reproduce") != NULL);
  CHECK_FAILS(tiendo_figures_verify_with(context, kFaulty, TIENDO_NTS, "f.csv", NULL, text,
                                         sizeof text, &length),
              TIENDO_E_PARSE);
  options.numbers = 9;
  CHECK_FAILS(tiendo_figures_verify_with(context, kTable, TIENDO_NTS, "f.csv", &options, text,
                                         sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  options.struct_size = 8;
  CHECK_FAILS(tiendo_figures_verify_with(context, kTable, TIENDO_NTS, "f.csv", &options, text,
                                         sizeof text, &length),
              TIENDO_E_INVALID_ARG);
}

static void a_table_is_read_from_its_file(void) {
  const tiendo_verify_options options = leaving_out();
  char text[3000];
  int64_t length = 0;
  CHECK_OK(tiendo_figures_verify_file(context, "docs/examples/published.csv", &options, text,
                                      sizeof text, &length));
  CHECK(strstr(text, "7 figures: 2 reproduce, 2 possible, 3 impossible, 0 undecided\n") != NULL);
  CHECK_FAILS(tiendo_figures_verify_file(context, "docs/examples/none.csv", &options, text,
                                         sizeof text, &length),
              TIENDO_E_FILE);
  CHECK_FAILS(tiendo_figures_verify_file(context, NULL, &options, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
}

static void what_is_missing_is_refused(void) {
  char text[10];
  int64_t length = 0;
  CHECK_FAILS(verify(NULL, TIENDO_FORMAT_CSV, text, sizeof text, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(verify(kTable, 9, text, sizeof text, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(verify(kTable, TIENDO_FORMAT_CSV, NULL, 10, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(verify(kTable, TIENDO_FORMAT_CSV, text, sizeof text, NULL), TIENDO_E_INVALID_ARG);
}

static tiendo_decimal decimal(const char* text) {
  tiendo_decimal value = {0, 0, 0, 0};
  CHECK_OK(tiendo_decimal_parse(context, text, TIENDO_NTS, TIENDO_NUMBERS_PLAIN, &value));
  return value;
}

static void a_rate_leaves_few_plans(void) {
  const tiendo_decimal actual = decimal("182");
  const tiendo_decimal rate = decimal("21.3");
  const tiendo_decimal enterprises = decimal("1919");
  const tiendo_decimal printed = decimal("64");
  const tiendo_decimal zero = decimal("0.0");
  const tiendo_decimal one = decimal("1");
  tiendo_decimal plans[2];
  tiendo_decimal count;
  int64_t listed = 0;
  int32_t has_count = 7;
  CHECK_OK(tiendo_fitting_plans(context, &actual, 0, &rate, 1, TIENDO_ROUND_UNKNOWN, &one, plans, 2,
                                &listed, &count, &has_count));
  CHECK(listed == 1 && has_count == 1 && count.lo == 1 && plans[0].lo == 150);
  CHECK_OK(tiendo_fitting_plans(context, &enterprises, 0, &printed, 0, TIENDO_ROUND_HALF_UP, &one,
                                plans, 2, &listed, &count, &has_count));
  CHECK(listed == 2 && count.lo == 47 && plans[0].lo == 2976 && plans[1].lo == 2977);
  CHECK_OK(tiendo_fitting_plans(context, &one, 0, &zero, 0, TIENDO_ROUND_UNKNOWN, &one, NULL, 0,
                                &listed, &count, &has_count));
  CHECK(listed == 0 && has_count == 0 && count.lo == 0);
}

static void no_plan_is_found_for_nothing(void) {
  const tiendo_decimal below = decimal("-1");
  const tiendo_decimal one = decimal("1");
  tiendo_decimal count = {7, 0, 0, 0};
  int64_t listed = 7;
  int32_t has_count = 7;
  CHECK_FAILS(tiendo_fitting_plans(context, &below, 0, &one, 0, TIENDO_ROUND_UNKNOWN, &one, NULL, 0,
                                   &listed, &count, &has_count),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_fitting_plans(context, &one, 0, &one, 0, TIENDO_ROUND_UNKNOWN, &below, NULL, 0,
                                   &listed, &count, &has_count),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_fitting_plans(context, &one, 0, &one, 0, 99, &one, NULL, 0, &listed, &count,
                                   &has_count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_fitting_plans(context, &one, 0, &one, 0, TIENDO_ROUND_UNKNOWN, &one, NULL, 2,
                                   &listed, &count, &has_count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_fitting_plans(context, NULL, 0, &one, 0, TIENDO_ROUND_UNKNOWN, &one, NULL, 0,
                                   &listed, &count, &has_count),
              TIENDO_E_INVALID_ARG);
  CHECK(listed == 7 && has_count == 7 && count.lo == 7);
}

int main(void) {
  begin();
  a_table_is_checked_and_written();
  a_small_buffer_says_how_much_is_needed();
  faults_of_a_table_are_findings();
  faulty_rows_may_be_left_out();
  a_table_is_read_from_its_file();
  what_is_missing_is_refused();
  a_rate_leaves_few_plans();
  no_plan_is_found_for_nothing();
  use_all();
  return failures();
}
