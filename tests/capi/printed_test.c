/* The interval of a printed figure: its ends, whether they are included, and what is refused. */

#include "check.h"

static tiendo_decimal decimal(const char* text) {
  tiendo_decimal value = {0, 0, 0, 0};
  CHECK_OK(tiendo_decimal_parse(context, text, TIENDO_NTS, TIENDO_NUMBERS_PLAIN, &value));
  return value;
}

static void check_value(const tiendo_decimal* value, const char* wanted) {
  char text[60];
  int64_t length;
  CHECK_OK(tiendo_decimal_format(context, value, 0, text, sizeof text, &length));
  CHECK_TEXT(text, wanted);
}

static void a_figure_is_an_interval(void) {
  static const struct {
    const char* figure;
    tiendo_rounding rounding;
    const char *low, *high;
    int32_t has_low, has_high;
  } cases[] = {
      {"55.3", TIENDO_ROUND_HALF_UP, "55.25", "55.35", 1, 0},
      {"-55.3", TIENDO_ROUND_HALF_UP, "-55.35", "-55.25", 0, 1},
      {"55.3", TIENDO_ROUND_HALF_EVEN, "55.25", "55.35", 0, 0},
      {"55.4", TIENDO_ROUND_HALF_EVEN, "55.35", "55.45", 1, 1},
      {"55.3", TIENDO_ROUND_HALF_DOWN, "55.25", "55.35", 0, 1},
      {"55.3", TIENDO_ROUND_UP, "55.2", "55.3", 0, 1},
      {"55.3", TIENDO_ROUND_DOWN, "55.3", "55.4", 1, 0},
      {"-55.3", TIENDO_ROUND_CEILING, "-55.4", "-55.3", 0, 1},
      {"-55.3", TIENDO_ROUND_FLOOR, "-55.3", "-55.2", 1, 0},
      {"0.00", TIENDO_ROUND_HALF_UP, "-0.005", "0.005", 0, 0},
      {"0", TIENDO_ROUND_UP, "0", "0", 1, 1},
      {"55.3", TIENDO_ROUND_UNKNOWN, "55.25", "55.35", 1, 1},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const tiendo_decimal figure = decimal(cases[i].figure);
    tiendo_decimal low, high;
    int32_t has_low = 7;
    int32_t has_high = 7;
    CHECK_OK(tiendo_printed_interval(context, &figure, cases[i].rounding, &low, &high, &has_low,
                                     &has_high));
    check_value(&low, cases[i].low);
    check_value(&high, cases[i].high);
    CHECK(has_low == cases[i].has_low && has_high == cases[i].has_high);
  }
}

static void an_end_that_does_not_fit_is_refused(void) {
  const tiendo_decimal figure = decimal("0.00000000000000000000000000000000000001");
  tiendo_decimal low = {7, 7, 7, 7};
  tiendo_decimal high = {7, 7, 7, 7};
  int32_t has_low = 7;
  int32_t has_high = 7;
  CHECK_FAILS(tiendo_printed_interval(context, &figure, TIENDO_ROUND_HALF_UP, &low, &high, &has_low,
                                      &has_high),
              TIENDO_E_RANGE);
  CHECK(low.lo == 7 && high.lo == 7 && has_low == 7 && has_high == 7);
  CHECK_OK(tiendo_printed_interval(context, &figure, TIENDO_ROUND_FLOOR, &low, &high, &has_low,
                                   &has_high));
}

static void what_may_not_be_passed_is_refused(void) {
  const tiendo_decimal one = {1, 0, 0, 0};
  tiendo_decimal low, high;
  int32_t a, b;
  CHECK_FAILS(tiendo_printed_interval(context, NULL, 1, &low, &high, &a, &b), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_printed_interval(context, &one, -1, &low, &high, &a, &b),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_printed_interval(context, &one, 8, &low, &high, &a, &b), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_printed_interval(context, &one, 1, NULL, &high, &a, &b), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_printed_interval(context, &one, 1, &low, NULL, &a, &b), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_printed_interval(context, &one, 1, &low, &high, NULL, &b),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_printed_interval(context, &one, 1, &low, &high, &a, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_printed_interval(NULL, &one, 1, &low, &high, &a, &b) == TIENDO_E_INVALID_ARG);
}

int main(void) {
  use_all();
  begin();
  a_figure_is_an_interval();
  an_end_that_does_not_fit_is_refused();
  what_may_not_be_passed_is_refused();
  return failures();
}
