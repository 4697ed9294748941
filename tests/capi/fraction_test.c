/* Fractions as text: arithmetic in lowest terms, rounding to any number of digits, bounds, roots,
 * declared marks. */

#include "check.h"

enum { text_size = 24000 };

static char text[text_size];
static int64_t length;

typedef tiendo_status operation(tiendo_context*, const char*, int64_t, const char*, int64_t, char*,
                                int64_t, int64_t*) TIENDO_NOEXCEPT;

static void arithmetic_is_exact_and_in_lowest_terms(void) {
  static const struct {
    operation* compute;
    const char *a, *b, *result;
  } cases[] = {
      {tiendo_fraction_add, "1/3", "1/6", "1/2"},
      {tiendo_fraction_add, "0.1", "0.2", "3/10"},
      {tiendo_fraction_add, "99999999999999999999999999999999999999", "1",
       "100000000000000000000000000000000000000"},
      {tiendo_fraction_subtract, "1/2", "2/4", "0"},
      {tiendo_fraction_subtract, "1/3", "1/2", "-1/6"},
      {tiendo_fraction_multiply, "-2/3", "9/4", "-3/2"},
      {tiendo_fraction_divide, "10492.2", "18964", "52461/94820"},
      {tiendo_fraction_divide, "0", "-5/7", "0"},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const char *a = cases[i].a, *b = cases[i].b;
    CHECK_OK(cases[i].compute(context, a, TIENDO_NTS, b, TIENDO_NTS, text, text_size, &length));
    CHECK_TEXT(text, cases[i].result);
    CHECK(length == (int64_t)strlen(text));
    CHECK_FAILS(cases[i].compute(context, NULL, 0, b, TIENDO_NTS, text, text_size, &length),
                TIENDO_E_INVALID_ARG);
    CHECK_FAILS(cases[i].compute(context, a, TIENDO_NTS, NULL, 0, text, text_size, &length),
                TIENDO_E_INVALID_ARG);
    CHECK_FAILS(cases[i].compute(context, a, TIENDO_NTS, b, TIENDO_NTS, text, 1, &length),
                TIENDO_E_SMALL_BUFFER);
    CHECK(cases[i].compute(NULL, a, TIENDO_NTS, b, TIENDO_NTS, text, text_size, &length) ==
          TIENDO_E_INVALID_ARG);
  }
}

static void a_power_may_be_negative(void) {
  static const struct {
    const char* base;
    int32_t exponent;
    const char* power;
  } cases[] = {{"1.1", 2, "121/100"}, {"-2/3", -3, "-27/8"}, {"0", 0, "1"}, {"7", 0, "1"}};
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    CHECK_OK(tiendo_fraction_power(context, cases[i].base, TIENDO_NTS, cases[i].exponent, text,
                                   text_size, &length));
    CHECK_TEXT(text, cases[i].power);
  }
  CHECK_FAILS(tiendo_fraction_power(context, "0", 1, -1, text, text_size, &length), TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "division_by_zero");
  CHECK_FAILS(tiendo_fraction_power(context, "2", 1, INT32_MAX, text, text_size, &length),
              TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "number_too_long");
}

static void fractions_are_compared_by_value(void) {
  static const struct {
    const char *a, *b;
    int32_t order;
  } cases[] = {{"1/3", "0.333", 1}, {"2/4", "0.50", 0}, {"-1/3", "-1/4", -1}};
  int32_t order = 7;
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    CHECK_OK(
        tiendo_fraction_compare(context, cases[i].a, TIENDO_NTS, cases[i].b, TIENDO_NTS, &order));
    CHECK(order == cases[i].order);
  }
  order = 7;
  CHECK_FAILS(tiendo_fraction_compare(context, "1", 1, "x", 1, &order), TIENDO_E_PARSE);
  CHECK_FAILS(tiendo_fraction_compare(context, "1", 1, NULL, 1, &order), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_fraction_compare(context, "1", 1, "1", 1, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_fraction_compare(NULL, "1", 1, "1", 1, &order) == TIENDO_E_INVALID_ARG);
  CHECK(order == 7);
}

static void a_fault_is_named_with_its_text_and_place(void) {
  static const struct {
    const char* b;
    tiendo_status status;
    int32_t code;
    int64_t offset;
  } cases[] = {
      {"1/2/3", TIENDO_E_PARSE, 100, 3}, {"", TIENDO_E_PARSE, 100, 0},
      {"1/0", TIENDO_E_RANGE, 102, -1},  {"12\xC0", TIENDO_E_ENCODING, 2, 2},
      {"1,5", TIENDO_E_PARSE, 100, 1},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    CHECK_FAILS(tiendo_fraction_add(context, "1/2", TIENDO_NTS, cases[i].b, TIENDO_NTS, text,
                                    text_size, &length),
                cases[i].status);
    CHECK(last_error().code == cases[i].code && last_error().byte_offset == cases[i].offset);
    CHECK(strncmp(last_text(TIENDO_MESSAGE_SENTENCE), "b", 1) == 0);
  }
  CHECK_OK(tiendo_fraction_add(context, "1/2x", 3, "1/2", 1, text, text_size, &length));
  CHECK_TEXT(text, "3/2");
  CHECK_FAILS(tiendo_fraction_divide(context, "1", 1, "0.00", 4, text, text_size, &length),
              TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "division_by_zero");
}

static tiendo_status rounded(const char* value, int32_t scale, tiendo_rounding rounding,
                             tiendo_numbers numbers) {
  return tiendo_fraction_round(context, value, TIENDO_NTS, scale, rounding, numbers, text,
                               text_size, &length);
}

static void a_fraction_is_rounded_to_any_number_of_digits(void) {
  CHECK_OK(rounded("52461/94820", 4, TIENDO_ROUND_HALF_UP, TIENDO_NUMBERS_PLAIN));
  CHECK_TEXT(text, "0.5533");
  CHECK_OK(rounded("-5/2", 0, TIENDO_ROUND_HALF_EVEN, TIENDO_NUMBERS_PLAIN));
  CHECK_TEXT(text, "-2");
  CHECK_OK(rounded("12345678/10", 2, TIENDO_ROUND_DOWN, TIENDO_NUMBERS_VIETNAMESE));
  CHECK_TEXT(text, "1.234.567,80");
  CHECK_OK(rounded("1/3", 9999, TIENDO_ROUND_UP, TIENDO_NUMBERS_PLAIN));
  CHECK(length == 10001 && text[10000] == '4' && strspn(text + 2, "3") == 9998);
  CHECK_FAILS(rounded("1/3", -1, 1, 0), TIENDO_E_RANGE);
  CHECK_FAILS(rounded("1/3", 10000, 1, 0), TIENDO_E_RANGE);
  CHECK_FAILS(rounded("1/3", 2, TIENDO_ROUND_OWN, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(rounded("1/3", 2, 1, 9), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(rounded("1/3/", 2, 1, 0), TIENDO_E_PARSE);
}

static void a_fraction_that_ends_is_a_decimal(void) {
  CHECK_OK(tiendo_fraction_decimal(context, "1/8", 3, TIENDO_NUMBERS_VIETNAMESE, text, text_size,
                                   &length));
  CHECK_TEXT(text, "0,125");
  CHECK_FAILS(tiendo_fraction_decimal(context, "1/3", 3, 0, text, text_size, &length),
              TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "number_not_finite");
  CHECK_FAILS(tiendo_fraction_decimal(context, "1/8", 3, 9, text, text_size, &length),
              TIENDO_E_INVALID_ARG);
}

static void bounds_have_short_denominators(void) {
  CHECK_OK(tiendo_fraction_lower(context, "3.14159", TIENDO_NTS, 112, text, text_size, &length));
  CHECK_TEXT(text, "333/106");
  CHECK_OK(tiendo_fraction_upper(context, "3.14159", TIENDO_NTS, 112, text, text_size, &length));
  CHECK_TEXT(text, "22/7");
  CHECK_OK(tiendo_fraction_upper(context, "4/6", TIENDO_NTS, 3, text, text_size, &length));
  CHECK_TEXT(text, "2/3");
  CHECK_FAILS(tiendo_fraction_lower(context, "1/3", 3, 0, text, text_size, &length),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_fraction_upper(context, "1/3", 3, -1, text, text_size, &length),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_fraction_lower(context, NULL, 0, 1, text, text_size, &length),
              TIENDO_E_INVALID_ARG);
}

static tiendo_status root_of(const char* value, int32_t degree, int32_t scale) {
  return tiendo_fraction_root(context, value, TIENDO_NTS, degree, scale, TIENDO_ROUND_HALF_UP,
                              TIENDO_NUMBERS_PLAIN, text, text_size, &length);
}

static void a_root_is_rounded_once(void) {
  CHECK_OK(root_of("2", 2, 20));
  CHECK_TEXT(text, "1.41421356237309504880");
  CHECK_OK(root_of("-15.625", 3, 0));
  CHECK_TEXT(text, "-3");
  CHECK_FAILS(root_of("-4", 2, 0), TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "root_of_negative");
  CHECK_FAILS(root_of("4", 0, 0), TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "degree_out_of_range");
  CHECK_FAILS(root_of("4", 2, 10000), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_fraction_root(context, "4", 1, 2, 0, 0, 0, text, text_size, &length),
              TIENDO_E_INVALID_ARG);
}

static void an_exact_root_is_a_fraction_or_no_value(void) {
  CHECK_OK(tiendo_fraction_exact_root(context, "4/9", 3, 2, text, text_size, &length));
  CHECK_TEXT(text, "2/3");
  CHECK_FAILS(tiendo_fraction_exact_root(context, "2", 1, 2, text, text_size, &length),
              TIENDO_E_NO_VALUE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "root_not_rational");
  CHECK_FAILS(tiendo_fraction_exact_root(context, "-4", 2, 2, text, text_size, &length),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_fraction_exact_root(context, "4", 1, 0, text, text_size, &length),
              TIENDO_E_RANGE);
}

static void declared_marks_are_written(void) {
  const tiendo_number_format india = format_of('.', ',', 3, 2);
  const tiendo_number_format arabic = format_of(0x066B, 0x2019, 4, 0);
  CHECK_OK(tiendo_fraction_round_with(context, "-2469135/2", TIENDO_NTS, 2, TIENDO_ROUND_UP, &india,
                                      text, text_size, &length));
  CHECK_TEXT(text, "-12,34,567.50");
  CHECK_OK(tiendo_fraction_decimal_with(context, "-2469135/2", TIENDO_NTS, &arabic, text, text_size,
                                        &length));
  CHECK_TEXT(text,
             "-123\xE2\x80\x99"
             "4567\xD9\xAB"
             "5");
  CHECK(length == (int64_t)strlen(text));
  CHECK_OK(tiendo_fraction_root_with(context, "10000000000", TIENDO_NTS, 2, 1, TIENDO_ROUND_DOWN,
                                     &india, text, text_size, &length));
  CHECK_TEXT(text, "1,00,000.0");
  CHECK_FAILS(
      tiendo_fraction_root_with(context, "2", 1, 2, 5, TIENDO_ROUND_DOWN, &india, text, 7, &length),
      TIENDO_E_SMALL_BUFFER);
  CHECK(length == 7);
}

typedef tiendo_status print(const char* value, const tiendo_number_format* format);

static tiendo_status print_rounded(const char* value, const tiendo_number_format* format) {
  return tiendo_fraction_round_with(context, value, TIENDO_NTS, 2, 1, format, text, text_size,
                                    &length);
}

static tiendo_status print_all(const char* value, const tiendo_number_format* format) {
  return tiendo_fraction_decimal_with(context, value, TIENDO_NTS, format, text, text_size, &length);
}

static tiendo_status print_root(const char* value, const tiendo_number_format* format) {
  return tiendo_fraction_root_with(context, value, TIENDO_NTS, 2, 2, 1, format, text, text_size,
                                   &length);
}

static void what_may_not_be_passed_to_print_is_refused(void) {
  static print* const prints[] = {print_rounded, print_all, print_root};
  const tiendo_number_format good = format_of('.', ',', 0, 0);
  const tiendo_number_format alike = format_of('.', '.', 0, 0);
  struct {
    tiendo_number_format format;
    uint32_t more;
  } longer = {{0, 0, 0, 0, 0}, 1};
  size_t i;
  longer.format = good;
  longer.format.struct_size = sizeof longer;
  for (i = 0; i < sizeof prints / sizeof *prints; ++i) {
    tiendo_number_format none = good;
    none.struct_size = 0;
    CHECK_OK(prints[i]("1/4", &good));
    text[0] = 'x';
    CHECK_FAILS(prints[i]("1/4", NULL), TIENDO_E_INVALID_ARG);
    CHECK_FAILS(prints[i]("1/4", &none), TIENDO_E_INVALID_ARG);
    CHECK_FAILS(prints[i]("1/4", &longer.format), TIENDO_E_UNSUPPORTED);
    CHECK_FAILS(prints[i]("1/4", &alike), TIENDO_E_INVALID_ARG);
    CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "marks_conflict");
    CHECK_FAILS(prints[i](NULL, &good), TIENDO_E_INVALID_ARG);
    CHECK_FAILS(prints[i]("1,5", &good), TIENDO_E_PARSE);
    CHECK(text[0] == 'x');
  }
  CHECK_FAILS(tiendo_fraction_round_with(context, "1", 1, 0, 0, &good, text, 9, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_fraction_root_with(context, "1", 1, 2, 0, 8, &good, text, 9, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_fraction_round_with(context, "1", 1, 10000, 1, &good, text, 9, &length),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_fraction_decimal_with(context, "1", 1, &good, text, 9, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_fraction_round_with(NULL, "1", 1, 0, 1, &good, text, 9, &length) ==
        TIENDO_E_INVALID_ARG);
  CHECK(tiendo_fraction_decimal_with(NULL, "1", 1, &good, text, 9, &length) ==
        TIENDO_E_INVALID_ARG);
  CHECK(tiendo_fraction_root_with(NULL, "1", 1, 2, 0, 1, &good, text, 9, &length) ==
        TIENDO_E_INVALID_ARG);
}

int main(void) {
  use_all();
  begin();
  arithmetic_is_exact_and_in_lowest_terms();
  a_power_may_be_negative();
  fractions_are_compared_by_value();
  a_fault_is_named_with_its_text_and_place();
  a_fraction_is_rounded_to_any_number_of_digits();
  a_fraction_that_ends_is_a_decimal();
  bounds_have_short_denominators();
  a_root_is_rounded_once();
  an_exact_root_is_a_fraction_or_no_value();
  declared_marks_are_written();
  what_may_not_be_passed_to_print_is_refused();
  return failures();
}
