/* Decimals: read, written, compared; the limits of 38 digits and scale 38. */

#include "decimal.h"

static void a_number_comes_back_with_the_digits_it_was_given(void) {
  static const char* const cases[] = {"0",
                                      "12.40",
                                      "-0.001",
                                      "18446744073709551616",
                                      DIGITS_38,
                                      ("-" DIGITS_38),
                                      "0.00000000000000000000000000000000000001"};
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    CHECK_TEXT(text_of(decimal(cases[i]), TIENDO_NUMBERS_PLAIN), cases[i]);
  }
}

static void the_words_are_those_of_decimal128(void) {
  const tiendo_decimal minus = decimal("-12.50");
  const tiendo_decimal large = decimal("18446744073709551617");
  CHECK(minus.lo == (uint64_t)-1250 && minus.hi == -1 && minus.scale == 2 && minus.reserved == 0);
  CHECK(large.lo == 1 && large.hi == 1 && large.scale == 0);
}

static void the_format_of_numbers_is_declared(void) {
  tiendo_decimal value;
  CHECK_TEXT(text_of(decimal("-1234567.50"), TIENDO_NUMBERS_VIETNAMESE), "-1.234.567,50");
  CHECK_OK(tiendo_decimal_parse(context, "1.234,5", TIENDO_NTS, TIENDO_NUMBERS_VIETNAMESE, &value));
  CHECK_TEXT(text_of(value, TIENDO_NUMBERS_PLAIN), "1234.5");
  CHECK_FAILS(tiendo_decimal_parse(context, "53,026", TIENDO_NTS, TIENDO_NUMBERS_PLAIN, &value),
              TIENDO_E_PARSE);
  CHECK(last_error().code == 100 && last_error().byte_offset == 2);
  CHECK_FAILS(tiendo_decimal_parse(context, "1", TIENDO_NTS, 2, &value), TIENDO_E_INVALID_ARG);
}

static void marks_of_ones_own_are_read_and_written(void) {
  static const struct {
    uint32_t point, group;
    int32_t near, far;
    const char* text;
  } cases[] = {
      {'.', 0, 0, 0, "-1234567.50"},
      {',', '.', 0, 0, "-1.234.567,50"},
      {',', 0x202F, 3, 0,
       "-1\xE2\x80\xAF"
       "234\xE2\x80\xAF"
       "567,50"},
      {'.', ',', 3, 2, "-12,34,567.50"},
      {0x066B, '\'', 4, 0,
       "-123'4567\xD9\xAB"
       "50"},
  };
  const tiendo_decimal value = decimal("-1234567.50");
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const tiendo_number_format format =
        format_of(cases[i].point, cases[i].group, cases[i].near, cases[i].far);
    tiendo_decimal read = {7, 0, 0, 0};
    char text[60];
    int64_t length;
    CHECK_OK(tiendo_decimal_format_with(context, &value, &format, text, sizeof text, &length));
    CHECK_TEXT(text, cases[i].text);
    CHECK_OK(tiendo_decimal_parse_with(context, text, length, &format, &read));
    CHECK(read.lo == value.lo && read.hi == value.hi && read.scale == 2);
  }
}

static void marks_that_cannot_be_told_apart_are_refused(void) {
  static const struct {
    uint32_t point, group;
    int32_t near, far;
  } cases[] = {{0, 0, 0, 0},         {'.', '.', 0, 0},    {'1', 0, 0, 0},    {'.', '-', 0, 0},
               {0xD800, 0, 0, 0},    {0x110000, 0, 0, 0}, {'.', ',', 10, 0}, {'.', ',', -1, 0},
               {'.', ',', 259, 259}, {'.', ',', 3, 10},   {0x200B, 0, 0, 0}, {'.', 0x202E, 0, 0},
               {0x660, 0, 0, 0}};
  const tiendo_decimal value = decimal("1");
  size_t i;
  tiendo_decimal result = {7, 0, 0, 0};
  char text[60] = "before";
  int64_t length;
  tiendo_number_format format;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    format = format_of(cases[i].point, cases[i].group, cases[i].near, cases[i].far);
    CHECK_FAILS(tiendo_decimal_parse_with(context, "1", 1, &format, &result), TIENDO_E_INVALID_ARG);
    CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "marks_conflict");
    CHECK_FAILS(tiendo_decimal_format_with(context, &value, &format, text, 60, &length),
                TIENDO_E_INVALID_ARG);
  }
  CHECK_FAILS(tiendo_decimal_parse_with(context, "1", 1, NULL, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format_with(context, &value, NULL, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  format = format_of('.', 0, 0, 0);
  CHECK_FAILS(tiendo_decimal_parse_with(context, "1,5", 3, &format, &result), TIENDO_E_PARSE);
  CHECK(last_error().byte_offset == 1);
  CHECK(tiendo_decimal_parse_with(NULL, "1", 1, &format, &result) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_format_with(NULL, &value, &format, text, 60, &length) ==
        TIENDO_E_INVALID_ARG);
  format.struct_size = 0;
  CHECK_FAILS(tiendo_decimal_parse_with(context, "1", 1, &format, &result), TIENDO_E_INVALID_ARG);
  CHECK(result.lo == 7);
  CHECK_TEXT(text, "before");
}

static void a_failure_leaves_the_result_alone(void) {
  static const struct {
    const char* text;
    tiendo_status status;
    int64_t offset;
  } cases[] = {
      {"1e5", TIENDO_E_PARSE, 1},
      {" 1", TIENDO_E_PARSE, 0},
      {"", TIENDO_E_PARSE, 0},
      {"1" DIGITS_38, TIENDO_E_RANGE, -1},
      {"100000000000000000000000000000000000000", TIENDO_E_RANGE, -1},
      {"0.000000000000000000000000000000000000001", TIENDO_E_RANGE, -1},
      {"12\xC0\xAF", TIENDO_E_ENCODING, 2},
      {"1\xED\xA0\x80", TIENDO_E_ENCODING, 1},
      {"\xF4\x90\x80\x80", TIENDO_E_ENCODING, 0},
      {"\xE0\x80\x80", TIENDO_E_ENCODING, 0},
      {"\xF0\x80\x80\x80", TIENDO_E_ENCODING, 0},
      {"1\xC3", TIENDO_E_ENCODING, 1},
      {"1\xC3\xA9", TIENDO_E_PARSE, 1},
      {"\xF0\x9F\x8C\xBE", TIENDO_E_PARSE, 0},
      {"\xE1\xBA\xA5", TIENDO_E_PARSE, 0},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    tiendo_decimal value = {7, 0, 0, 0};
    CHECK_FAILS(tiendo_decimal_parse(context, cases[i].text, TIENDO_NTS, 0, &value),
                cases[i].status);
    CHECK(value.lo == 7);
    CHECK(last_error().byte_offset == cases[i].offset);
  }
}

static void a_zero_byte_ends_a_text_or_is_refused(void) {
  tiendo_decimal value;
  CHECK_OK(tiendo_decimal_parse(context, "12\0.5", TIENDO_NTS, 0, &value));
  CHECK_FAILS(tiendo_decimal_parse(context, "12\0.5", 5, 0, &value), TIENDO_E_PARSE);
  CHECK(last_error().byte_offset == 2);
}

static void a_struct_beyond_the_limits_is_refused(void) {
  static const struct {
    tiendo_decimal value;
    tiendo_status status;
  } cases[] = {
      {{1, 0, -1, 0}, TIENDO_E_RANGE},         {{1, 0, 39, 0}, TIENDO_E_RANGE},
      {{1, 0, INT32_MAX, 0}, TIENDO_E_RANGE},  {{0, INT64_MIN, 0, 0}, TIENDO_E_RANGE},
      {{0, INT64_MAX, 38, 0}, TIENDO_E_RANGE}, {{1, 0, 0, 1}, TIENDO_E_INVALID_ARG},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const tiendo_decimal one = {1, 0, 0, 0};
    tiendo_decimal result = {7, 0, 0, 0};
    int32_t order = 7;
    char text[60];
    int64_t length;
    CHECK_FAILS(tiendo_decimal_format(context, &cases[i].value, 0, text, 60, &length),
                cases[i].status);
    CHECK_FAILS(tiendo_decimal_compare(context, &cases[i].value, &one, &order), cases[i].status);
    CHECK_FAILS(tiendo_decimal_add(context, &one, &cases[i].value, &result), cases[i].status);
    CHECK(result.lo == 7 && order == 7);
  }
}

static void decimals_are_compared_by_value(void) {
  static const struct {
    const char *a, *b;
    int32_t order;
  } cases[] = {{"1.5", "1.50", 0}, {"-1", "1", -1}, {"0.2", "0.19", 1}, {"-" DIGITS_38, "0.1", -1}};
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const tiendo_decimal a = decimal(cases[i].a);
    const tiendo_decimal b = decimal(cases[i].b);
    int32_t order = 7;
    CHECK_OK(tiendo_decimal_compare(context, &a, &b, &order));
    CHECK(order == cases[i].order);
  }
}

static void decimals_of_equal_value_are_ordered_by_scale(void) {
  static const struct {
    const char *a, *b;
    int32_t order;
  } cases[] = {{"1.5", "1.50", -1}, {"1.50", "1.5", 1}, {"1.5", "1.5", 0},
               {"2", "1.500", 1},   {"-0.00", "0", 1},  {"-1", "1", -1}};
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const tiendo_decimal a = decimal(cases[i].a);
    const tiendo_decimal b = decimal(cases[i].b);
    int32_t order = 7;
    CHECK_OK(tiendo_decimal_total_order(context, &a, &b, &order));
    CHECK(order == cases[i].order);
  }
}

static void null_is_refused(void) {
  const tiendo_decimal one = decimal("1");
  tiendo_decimal result;
  int32_t order;
  char text[60];
  int64_t length;
  CHECK_FAILS(tiendo_decimal_parse(context, NULL, 0, 0, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_parse(context, "1", 1, 0, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format(context, NULL, 0, text, 60, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format(context, &one, 9, text, 60, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format(context, &one, 0, text, 1, &length), TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(tiendo_decimal_compare(context, NULL, &one, &order), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_compare(context, &one, NULL, &order), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_compare(context, &one, &one, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_round(context, NULL, 0, 1, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_round(context, &one, 0, 1, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_ratio_round(context, NULL, &one, 0, 1, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_ratio_round(context, &one, NULL, 0, 1, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_ratio_round(context, &one, &one, 0, 1, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_ratio_format(context, NULL, &one, text, 60, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_ratio_format(context, &one, NULL, text, 60, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_total_order(context, NULL, &one, &order), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_total_order(context, &one, &one, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_normalize(context, NULL, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_normalize(context, &one, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_round_to_multiple(context, NULL, &one, 1, &result),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_round_to_multiple(context, &one, NULL, 1, &result),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_round_to_multiple(context, &one, &one, 1, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_total_order(NULL, &one, &one, &order) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_normalize(NULL, &one, &result) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_round_to_multiple(NULL, &one, &one, 1, &result) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_parse(NULL, "1", 1, 0, &result) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_format(NULL, &one, 0, text, 60, &length) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_compare(NULL, &one, &one, &order) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_round(NULL, &one, 0, 1, &result) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_ratio_round(NULL, &one, &one, 0, 1, &result) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_ratio_format(NULL, &one, &one, text, 60, &length) == TIENDO_E_INVALID_ARG);
}

int main(void) {
  use_all_of_decimals();
  begin();
  a_number_comes_back_with_the_digits_it_was_given();
  the_words_are_those_of_decimal128();
  the_format_of_numbers_is_declared();
  marks_of_ones_own_are_read_and_written();
  marks_that_cannot_be_told_apart_are_refused();
  a_failure_leaves_the_result_alone();
  a_zero_byte_ends_a_text_or_is_refused();
  a_struct_beyond_the_limits_is_refused();
  decimals_are_compared_by_value();
  decimals_of_equal_value_are_ordered_by_scale();
  null_is_refused();
  return failures();
}
