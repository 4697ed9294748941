/* Decimals: computed with, divided, rounded; what 38 digits do not hold is refused. */

#include "decimal.h"

typedef tiendo_status operation(tiendo_context*, const tiendo_decimal*, const tiendo_decimal*,
                                tiendo_decimal*) TIENDO_NOEXCEPT;

static void arithmetic_is_exact_up_to_38_digits(void) {
  static const struct {
    operation* compute;
    const char *a, *b, *result; /* NULL: TIENDO_E_RANGE */
  } cases[] = {
      {tiendo_decimal_add, "53.026", "40.834", "93.860"},
      {tiendo_decimal_add, DIGITS_38, "1", NULL},
      {tiendo_decimal_subtract, "0.2", "0.25", "-0.05"},
      {tiendo_decimal_subtract, "-" DIGITS_38, "1", NULL},
      {tiendo_decimal_multiply, "-1.50", "2.0", "-3.000"},
      {tiendo_decimal_multiply, "10000000000000000000", "10000000000000000000", NULL},
      {tiendo_decimal_multiply, "0.00000000000000000001", "0.0000000000000000001", NULL},
      {tiendo_decimal_divide, "1.000", "-8.0", "-0.125"},
      {tiendo_decimal_divide, "12", "0.5", "24"},
      {tiendo_decimal_divide, "1", "3", NULL},
      {tiendo_decimal_divide, DIGITS_38, "0.1", NULL},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const tiendo_decimal a = decimal(cases[i].a);
    const tiendo_decimal b = decimal(cases[i].b);
    tiendo_decimal result = {7, 0, 0, 0};
    if (cases[i].result != NULL) {
      CHECK_OK(cases[i].compute(context, &a, &b, &result));
      CHECK_TEXT(text_of(result, TIENDO_NUMBERS_PLAIN), cases[i].result);
    } else {
      CHECK_FAILS(cases[i].compute(context, &a, &b, &result), TIENDO_E_RANGE);
      CHECK(result.lo == 7);
    }
    CHECK_FAILS(cases[i].compute(context, NULL, &b, &result), TIENDO_E_INVALID_ARG);
    CHECK_FAILS(cases[i].compute(context, &a, NULL, &result), TIENDO_E_INVALID_ARG);
    CHECK_FAILS(cases[i].compute(context, &a, &b, NULL), TIENDO_E_INVALID_ARG);
    CHECK(cases[i].compute(NULL, &a, &b, &result) == TIENDO_E_INVALID_ARG);
  }
}

static void a_quotient_that_is_none_says_why(void) {
  const tiendo_decimal one = decimal("1");
  const tiendo_decimal three = decimal("3");
  const tiendo_decimal nothing = decimal("0.0");
  tiendo_decimal result = {7, 0, 0, 0};
  CHECK_FAILS(tiendo_decimal_divide(context, &one, &three, &result), TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "number_not_finite");
  CHECK_FAILS(tiendo_decimal_divide(context, &one, &nothing, &result), TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "division_by_zero");
  CHECK(result.lo == 7);
}

static void zeros_behind_the_point_are_dropped(void) {
  static const char* const cases[][2] = {
      {"12.40", "12.4"}, {"100", "100"}, {"-0.000", "0"}, {"7.00", "7"}, {"0.01", "0.01"}};
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const tiendo_decimal value = decimal(cases[i][0]);
    tiendo_decimal result;
    CHECK_OK(tiendo_decimal_normalize(context, &value, &result));
    CHECK_TEXT(text_of(result, TIENDO_NUMBERS_PLAIN), cases[i][1]);
  }
}

static void a_decimal_is_rounded_to_a_multiple(void) {
  static const struct {
    const char *value, *unit;
    tiendo_rounding mode;
    const char* result; /* NULL: TIENDO_E_RANGE */
  } cases[] = {
      {"12.37", "0.05", TIENDO_ROUND_HALF_UP, "12.35"},
      {"-12.375", "0.05", TIENDO_ROUND_HALF_UP, "-12.40"},
      {"1234", "500", TIENDO_ROUND_CEILING, "1500"},
      {"1.2", "2.50", TIENDO_ROUND_DOWN, "0.00"},
      {"1", "0", TIENDO_ROUND_UP, NULL},
      {"1", "-1", TIENDO_ROUND_UP, NULL},
      {DIGITS_38, "2", TIENDO_ROUND_UP, NULL},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const tiendo_decimal value = decimal(cases[i].value);
    const tiendo_decimal unit = decimal(cases[i].unit);
    tiendo_decimal result = {7, 0, 0, 0};
    if (cases[i].result != NULL) {
      CHECK_OK(tiendo_decimal_round_to_multiple(context, &value, &unit, cases[i].mode, &result));
      CHECK_TEXT(text_of(result, TIENDO_NUMBERS_PLAIN), cases[i].result);
    } else {
      CHECK_FAILS(tiendo_decimal_round_to_multiple(context, &value, &unit, cases[i].mode, &result),
                  TIENDO_E_RANGE);
      CHECK(result.lo == 7 && last_error().code == 104);
    }
  }
}

static void digits_are_dropped_in_the_mode_that_is_named(void) {
  static const struct {
    tiendo_rounding mode;
    const char *up, *down; /* 2.5 and -2.5 */
  } cases[] = {
      {TIENDO_ROUND_HALF_UP, "3", "-3"},   {TIENDO_ROUND_HALF_EVEN, "2", "-2"},
      {TIENDO_ROUND_HALF_DOWN, "2", "-2"}, {TIENDO_ROUND_UP, "3", "-3"},
      {TIENDO_ROUND_DOWN, "2", "-2"},      {TIENDO_ROUND_CEILING, "3", "-2"},
      {TIENDO_ROUND_FLOOR, "2", "-3"},
  };
  const tiendo_decimal five = decimal("5");
  const tiendo_decimal two = decimal("2");
  const tiendo_decimal plus = decimal("2.5");
  const tiendo_decimal minus = decimal("-2.5");
  tiendo_decimal result;
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    CHECK_OK(tiendo_decimal_round(context, &plus, 0, cases[i].mode, &result));
    CHECK_TEXT(text_of(result, TIENDO_NUMBERS_PLAIN), cases[i].up);
    CHECK_OK(tiendo_decimal_round(context, &minus, 0, cases[i].mode, &result));
    CHECK_TEXT(text_of(result, TIENDO_NUMBERS_PLAIN), cases[i].down);
    CHECK_OK(tiendo_ratio_round(context, &five, &two, 0, cases[i].mode, &result));
    CHECK_TEXT(text_of(result, TIENDO_NUMBERS_PLAIN), cases[i].up);
  }
  CHECK_OK(tiendo_decimal_round(context, &plus, 3, TIENDO_ROUND_DOWN, &result));
  CHECK_TEXT(text_of(result, TIENDO_NUMBERS_PLAIN), "2.500");
}

static void a_rule_that_is_none_is_refused(void) {
  const tiendo_decimal one = decimal("1");
  const tiendo_decimal three = decimal("3");
  const tiendo_decimal large = decimal(DIGITS_38);
  tiendo_decimal result = {7, 0, 0, 0};
  static const tiendo_rounding no_modes[] = {TIENDO_ROUND_OWN, 8, -1};
  static const int32_t no_scales[] = {-1, 39, INT32_MAX};
  size_t i;
  for (i = 0; i < 3; ++i) {
    CHECK_FAILS(tiendo_decimal_round(context, &one, 0, no_modes[i], &result), TIENDO_E_INVALID_ARG);
    CHECK_FAILS(tiendo_ratio_round(context, &one, &three, 0, no_modes[i], &result),
                TIENDO_E_INVALID_ARG);
    CHECK_FAILS(tiendo_decimal_round_to_multiple(context, &one, &three, no_modes[i], &result),
                TIENDO_E_INVALID_ARG);
    CHECK_FAILS(tiendo_decimal_round(context, &one, no_scales[i], 1, &result), TIENDO_E_RANGE);
    CHECK_FAILS(tiendo_ratio_round(context, &one, &three, no_scales[i], 1, &result),
                TIENDO_E_RANGE);
  }
  CHECK_FAILS(tiendo_decimal_round(context, &large, 1, 1, &result), TIENDO_E_RANGE);
  CHECK(result.lo == 7);
}

static void a_fraction_is_exact_or_rounded_once(void) {
  const tiendo_decimal actual = decimal("10492.2");
  const tiendo_decimal target = decimal("18964");
  const tiendo_decimal nothing = decimal("0.00");
  tiendo_decimal result = {7, 0, 0, 0};
  char text[60];
  int64_t length = 0;
  CHECK_OK(tiendo_ratio_format(context, &actual, &target, text, sizeof text, &length));
  CHECK_TEXT(text, "52461/94820");
  CHECK_OK(tiendo_ratio_round(context, &actual, &target, 4, TIENDO_ROUND_HALF_UP, &result));
  CHECK_TEXT(text_of(result, TIENDO_NUMBERS_PLAIN), "0.5533");
  CHECK_OK(tiendo_ratio_format(context, &target, &target, text, sizeof text, &length));
  CHECK_TEXT(text, "1");

  CHECK_FAILS(tiendo_ratio_round(context, &actual, &nothing, 4, 1, &result), TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "division_by_zero");
  CHECK_FAILS(tiendo_ratio_format(context, &actual, &nothing, text, sizeof text, &length),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_ratio_format(context, &actual, &target, text, 11, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK(length == 11);
}

int main(void) {
  use_all_of_decimals();
  begin();
  arithmetic_is_exact_up_to_38_digits();
  a_quotient_that_is_none_says_why();
  zeros_behind_the_point_are_dropped();
  a_decimal_is_rounded_to_a_multiple();
  digits_are_dropped_in_the_mode_that_is_named();
  a_rule_that_is_none_is_refused();
  a_fraction_is_exact_or_rounded_once();
  return failures();
}
