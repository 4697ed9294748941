/* Compound growth: the average rate, and comparisons that are decided exactly. */

#include "check.h"

static char text[200];
static int64_t length;

static tiendo_growth growth_of(const char* first, const char* last, int32_t periods) {
  tiendo_growth growth;
  memset(&growth, 0, sizeof growth);
  growth.struct_size = sizeof growth;
  growth.first = first;
  growth.last = last;
  growth.periods = periods;
  return growth;
}

static tiendo_status average(tiendo_growth growth, int32_t scale, tiendo_numbers numbers) {
  return tiendo_growth_average(context, &growth, scale, TIENDO_ROUND_HALF_UP, numbers, text,
                               sizeof text, &length);
}

static void the_average_rate_is_in_percent(void) {
  tiendo_growth months = growth_of("100", "120", 42);
  months.rate_periods = 12;
  CHECK_OK(average(growth_of("88.6", "170.1", 5), 1, TIENDO_NUMBERS_PLAIN));
  CHECK_TEXT(text, "13.9");
  CHECK_OK(average(growth_of("88.6", "170.1", 5), 6, TIENDO_NUMBERS_VIETNAMESE));
  CHECK_TEXT(text, "13,934203");
  CHECK_OK(average(growth_of("1/2", "0", 3), 0, TIENDO_NUMBERS_PLAIN));
  CHECK_TEXT(text, "-100");
  CHECK_OK(average(months, 4, TIENDO_NUMBERS_PLAIN));
  CHECK_TEXT(text, "5.3473");
  CHECK_FAILS(tiendo_growth_average(context, &months, 4, 1, 0, text, 6, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK(length == 6);
}

static void the_marks_of_a_rate_may_be_declared(void) {
  const tiendo_growth growth = growth_of("1", "12345", 1);
  const tiendo_number_format format = format_of(',', '\'', 0, 0);
  const tiendo_number_format alike = format_of(',', ',', 0, 0);
  CHECK_OK(tiendo_growth_average_with(context, &growth, 1, TIENDO_ROUND_UP, &format, text,
                                      sizeof text, &length));
  CHECK_TEXT(text, "1'234'400,0");
  CHECK_FAILS(tiendo_growth_average_with(context, &growth, 1, 1, &format, text, 11, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK(length == 11);
  CHECK_FAILS(tiendo_growth_average_with(context, NULL, 1, 1, &format, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_growth_average_with(context, &growth, 1, 0, &format, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_growth_average_with(context, &growth, 1, 1, NULL, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_growth_average_with(context, &growth, 1, 1, &alike, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "marks_conflict");
  CHECK_FAILS(tiendo_growth_average_with(context, &growth, -1, 1, &format, text, 60, &length),
              TIENDO_E_RANGE);
  CHECK(tiendo_growth_average_with(NULL, &growth, 1, 1, &format, text, 60, &length) ==
        TIENDO_E_INVALID_ARG);
}

static void a_rate_is_compared_exactly(void) {
  static const struct {
    const char* percent;
    int32_t order;
  } cases[] = {{"0.5", 0},
               {"0.49999999999999999999", 1},
               {"0.50000000000000000001", -1},
               {"1/3", 1},
               {"-200", 1}};
  const tiendo_growth growth = growth_of("100", "101.0025", 2);
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    int32_t order = 7;
    CHECK_OK(tiendo_growth_compare(context, &growth, cases[i].percent, TIENDO_NTS, &order));
    CHECK(order == cases[i].order);
  }
}

static void two_rates_are_compared_by_a_factor(void) {
  const tiendo_growth observed = growth_of("100", "109.8679244081099", 5);
  const tiendo_growth required = growth_of("100", "134.5868338324129592144306208768", 15);
  const tiendo_growth more = growth_of("100", "134.5868338324129592144306208769", 15);
  const tiendo_growth one = growth_of("100", "101", 1);
  const tiendo_growth two = growth_of("100", "102", 1);
  int32_t order = 7;
  CHECK_OK(tiendo_growth_compare_growth(context, &one, "1/2", TIENDO_NTS, &two, &order));
  CHECK(order == 0);
  CHECK_OK(tiendo_growth_compare_growth(context, &one, "0.51", TIENDO_NTS, &two, &order));
  CHECK(order == -1);
  CHECK_OK(tiendo_growth_compare_growth(context, &one, "-1", TIENDO_NTS, &two, &order));
  CHECK(order == 1);
  CHECK_OK(tiendo_growth_compare_growth(context, &observed, "0.95", TIENDO_NTS, &required, &order));
  CHECK(order == 0);
  CHECK_OK(tiendo_growth_compare_growth(context, &observed, "0.95", TIENDO_NTS, &more, &order));
  CHECK(order == -1);
}

static void an_extrapolated_value_is_compared(void) {
  const tiendo_growth growth = growth_of("100", "108.28567056280801", 8);
  int32_t order = 7;
  CHECK_OK(tiendo_growth_compare_extrapolated(
      context, &growth, 7, "116.0968955369998535166956051501", TIENDO_NTS, &order));
  CHECK(order == 0);
  CHECK_OK(tiendo_growth_compare_extrapolated(context, &growth, 7, "116.1", TIENDO_NTS, &order));
  CHECK(order == -1);
  CHECK_FAILS(tiendo_growth_compare_extrapolated(context, &growth, -1, "1", 1, &order),
              TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "periods_out_of_range");
}

static void a_growth_that_is_none_is_refused(void) {
  struct {
    tiendo_growth growth;
    tiendo_status status;
    const char* code;
  } cases[9];
  int32_t order = 7;
  size_t i;
  for (i = 0; i < 9; ++i) {
    cases[i].growth = growth_of("1", "2", 1);
    cases[i].status = TIENDO_E_INVALID_ARG;
    cases[i].code = "";
  }
  cases[0].growth.struct_size = 8;
  cases[1].growth.reserved = 1;
  cases[2].growth.first = NULL;
  cases[3].growth.last = NULL;
  cases[4].growth.first = "0";
  cases[4].status = TIENDO_E_RANGE;
  cases[4].code = "growth_without_base";
  cases[5].growth.last = "-1";
  cases[5].status = TIENDO_E_RANGE;
  cases[5].code = "growth_without_base";
  cases[6].growth.periods = 0;
  cases[6].status = TIENDO_E_RANGE;
  cases[6].code = "periods_out_of_range";
  cases[7].growth.rate_periods = -1;
  cases[7].status = TIENDO_E_RANGE;
  cases[7].code = "periods_out_of_range";
  cases[8].growth.last = "2,5";
  cases[8].status = TIENDO_E_PARSE;
  cases[8].code = "number_syntax";
  for (i = 0; i < 9; ++i) {
    const tiendo_growth good = growth_of("1", "2", 1);
    const tiendo_growth* bad = &cases[i].growth;
    CHECK_FAILS(average(*bad, 1, TIENDO_NUMBERS_PLAIN), cases[i].status);
    CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), cases[i].code);
    CHECK_FAILS(tiendo_growth_compare(context, bad, "1", 1, &order), cases[i].status);
    CHECK_FAILS(tiendo_growth_compare_growth(context, bad, "1", 1, &good, &order), cases[i].status);
    CHECK_FAILS(tiendo_growth_compare_growth(context, &good, "1", 1, bad, &order), cases[i].status);
    CHECK_FAILS(tiendo_growth_compare_extrapolated(context, bad, 1, "1", 1, &order),
                cases[i].status);
  }
  CHECK(order == 7);
}

static void null_and_unknown_numbers_are_refused(void) {
  const tiendo_growth growth = growth_of("1", "2", 1);
  int32_t order = 7;
  CHECK_FAILS(tiendo_growth_average(context, NULL, 1, 1, 0, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_growth_average(context, &growth, 1, 0, 0, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_growth_average(context, &growth, 1, 1, 9, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_growth_average(context, &growth, -1, 1, 0, text, sizeof text, &length),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_growth_compare(context, NULL, "1", 1, &order), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_growth_compare(context, &growth, NULL, 1, &order), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_growth_compare(context, &growth, "1", 1, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_growth_compare_growth(context, NULL, "1", 1, &growth, &order),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_growth_compare_growth(context, &growth, NULL, 1, &growth, &order),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_growth_compare_growth(context, &growth, "1", 1, NULL, &order),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_growth_compare_growth(context, &growth, "1", 1, &growth, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_growth_compare_extrapolated(context, &growth, 1, NULL, 1, &order),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_growth_compare(NULL, &growth, "1", 1, &order) == TIENDO_E_INVALID_ARG);
  CHECK(order == 7);
}

int main(void) {
  use_all();
  begin();
  the_average_rate_is_in_percent();
  the_marks_of_a_rate_may_be_declared();
  a_rate_is_compared_exactly();
  two_rates_are_compared_by_a_factor();
  an_extrapolated_value_is_compared();
  a_growth_that_is_none_is_refused();
  null_and_unknown_numbers_are_refused();
  return failures();
}
