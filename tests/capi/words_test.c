/* Numbers with their words: read, written, refused with a place. */

#include "check.h"

#define KHOANG "kho\xE1\xBA\xA3ng"
#define HON "h\xC6\xA1n"
#define GAN "g\xE1\xBA\xA7n"
#define TY "t\xE1\xBB\xB7"
#define NGHIN "ngh\xC3\xACn"

static tiendo_decimal decimal(const char* text) {
  tiendo_decimal value = {0, 0, 0, 0};
  CHECK_OK(tiendo_decimal_parse(context, text, TIENDO_NTS, TIENDO_NUMBERS_PLAIN, &value));
  return value;
}

static void a_number_is_read_with_its_words(void) {
  static const struct {
    const char *text, *value;
    tiendo_qualifier qualifier;
    tiendo_scale_word word;
  } cases[] = {
      {"12,40", "12.40", TIENDO_QUALIFIER_EXACT, TIENDO_SCALE_WORD_NONE},
      {"1,5 " TY, "1500000000", TIENDO_QUALIFIER_EXACT, TIENDO_SCALE_WORD_BILLION},
      {KHOANG " 1,2345 " NGHIN, "1234.5", TIENDO_QUALIFIER_ABOUT, TIENDO_SCALE_WORD_THOUSAND},
      {GAN " 5", "5", TIENDO_QUALIFIER_UNDER, TIENDO_SCALE_WORD_NONE},
      {HON " 147,1 " NGHIN " " TY, "147100000000000", TIENDO_QUALIFIER_OVER,
       TIENDO_SCALE_WORD_THOUSAND_BILLION},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    tiendo_decimal value;
    const tiendo_decimal wanted = decimal(cases[i].value);
    tiendo_qualifier qualifier = 7;
    tiendo_scale_word word = 7;
    CHECK_OK(tiendo_decimal_parse_words(context, cases[i].text, TIENDO_NTS,
                                        TIENDO_NUMBERS_VIETNAMESE, &value, &qualifier, &word));
    CHECK(value.lo == wanted.lo && value.hi == wanted.hi && value.scale == wanted.scale);
    CHECK(qualifier == cases[i].qualifier && word == cases[i].word);
  }
}

static void a_failure_leaves_the_results_alone_and_says_where(void) {
  static const struct {
    const char* text;
    tiendo_status status;
    int32_t code;
    int64_t offset;
  } cases[] = {
      {HON " 12.34", TIENDO_E_PARSE, 100, 10},
      {"1,5 " TY " dong", TIENDO_E_PARSE, 110, 9},
      {HON " " HON " 5", TIENDO_E_PARSE, 111, 5},
      {"5 " TY " " NGHIN, TIENDO_E_PARSE, 112, 7},
      {"5  " TY, TIENDO_E_PARSE, 113, 2},
      {"1000000000000000000000000 " NGHIN " " TY, TIENDO_OK, 0, -1},
      {"1000000000000000000000000000000 " TY, TIENDO_E_RANGE, 104, -1},
      {"5 t\xE1\xBB", TIENDO_E_ENCODING, 2, 3},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    tiendo_decimal value = {7, 7, 7, 7};
    tiendo_qualifier qualifier = 7;
    tiendo_scale_word word = 7;
    CHECK_FAILS(tiendo_decimal_parse_words(context, cases[i].text, TIENDO_NTS,
                                           TIENDO_NUMBERS_VIETNAMESE, &value, &qualifier, &word),
                cases[i].status);
    CHECK(last_error().code == cases[i].code && last_error().byte_offset == cases[i].offset);
    CHECK(cases[i].status == TIENDO_OK || (value.lo == 7 && qualifier == 7 && word == 7));
  }
}

static void a_number_is_written_in_the_word_that_is_named(void) {
  static const struct {
    const char* value;
    tiendo_scale_word word;
    int32_t digits;
    tiendo_rounding rounding;
    const char* text;
  } cases[] = {
      {"147082000000000", TIENDO_SCALE_WORD_THOUSAND_BILLION, 1, TIENDO_ROUND_HALF_UP,
       "147,1 " NGHIN " " TY},
      {"-1250000", TIENDO_SCALE_WORD_MILLION, 1, TIENDO_ROUND_HALF_EVEN, "-1,2 tri\xE1\xBB\x87u"},
      {"1234.56", TIENDO_SCALE_WORD_NONE, 1, TIENDO_ROUND_DOWN, "1.234,5"},
      {"0.00000000000000000000000000000000000001", TIENDO_SCALE_WORD_MILLION_BILLION, 0,
       TIENDO_ROUND_UP, "1 tri\xE1\xBB\x87u " TY},
  };
  char text[60];
  int64_t length;
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const tiendo_decimal value = decimal(cases[i].value);
    CHECK_OK(tiendo_decimal_format_words(context, &value, cases[i].word, cases[i].digits,
                                         cases[i].rounding, TIENDO_NUMBERS_VIETNAMESE, text,
                                         sizeof text, &length));
    CHECK_TEXT(text, cases[i].text);
    CHECK(length == (int64_t)strlen(text));
    CHECK_FAILS(
        tiendo_decimal_format_words(context, &value, cases[i].word, cases[i].digits,
                                    cases[i].rounding, TIENDO_NUMBERS_VIETNAMESE, text, 2, &length),
        TIENDO_E_SMALL_BUFFER);
  }
}

static void marks_of_ones_own_go_with_words(void) {
  const tiendo_number_format format = format_of('.', '\'', 0, 0);
  const tiendo_number_format spaced = format_of(',', 0xA0, 0, 0);
  const tiendo_decimal value = decimal("-1234500000000");
  tiendo_decimal read;
  tiendo_qualifier qualifier = 7;
  tiendo_scale_word word = 7;
  char text[60];
  int64_t length;
  CHECK_OK(tiendo_decimal_format_words_with(context, &value, TIENDO_SCALE_WORD_BILLION, 1,
                                            TIENDO_ROUND_HALF_UP, &format, text, sizeof text,
                                            &length));
  CHECK_TEXT(text, "-1'234.5 " TY);
  CHECK(length == (int64_t)strlen(text));
  CHECK_OK(tiendo_decimal_parse_words_with(context, HON " -1'234.5 " TY, TIENDO_NTS, &format, &read,
                                           &qualifier, &word));
  CHECK(read.lo == value.lo && read.hi == value.hi && read.scale == value.scale);
  CHECK(qualifier == TIENDO_QUALIFIER_OVER && word == TIENDO_SCALE_WORD_BILLION);
  CHECK_FAILS(tiendo_decimal_parse_words_with(context,
                                              "1\xC2\xA0"
                                              "234 " TY,
                                              TIENDO_NTS, &spaced, &read, &qualifier, &word),
              TIENDO_E_PARSE);
}

static void formats_that_may_not_be_passed_are_refused(void) {
  const tiendo_decimal one = {1, 0, 0, 0};
  const tiendo_number_format good = format_of('.', 0, 0, 0);
  tiendo_number_format bad[3];
  tiendo_decimal value = {7, 7, 7, 7};
  tiendo_qualifier qualifier = 7;
  tiendo_scale_word word = 7;
  char text[60] = "before";
  int64_t length;
  size_t i;
  bad[0] = format_of('.', '.', 0, 0);
  bad[1] = format_of('.', ',', 10, 0);
  bad[2] = good;
  bad[2].struct_size = 4;
  for (i = 0; i < sizeof bad / sizeof *bad; ++i) {
    CHECK_FAILS(
        tiendo_decimal_parse_words_with(context, "1", 1, &bad[i], &value, &qualifier, &word),
        TIENDO_E_INVALID_ARG);
    CHECK_FAILS(
        tiendo_decimal_format_words_with(context, &one, 0, 0, 1, &bad[i], text, 60, &length),
        TIENDO_E_INVALID_ARG);
  }
  CHECK_FAILS(tiendo_decimal_parse_words_with(context, "1", 1, NULL, &value, &qualifier, &word),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_parse_words_with(context, NULL, 1, &good, &value, &qualifier, &word),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_parse_words_with(context, "1", 1, &good, NULL, &qualifier, &word),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_parse_words_with(context, "1", 1, &good, &value, NULL, &word),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_parse_words_with(context, "1", 1, &good, &value, &qualifier, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_parse_words_with(NULL, "1", 1, &good, &value, &qualifier, &word) ==
        TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format_words_with(context, &one, 0, 0, 1, NULL, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format_words_with(context, NULL, 0, 0, 1, &good, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format_words_with(context, &one, 6, 0, 1, &good, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format_words_with(context, &one, 0, 39, 1, &good, text, 60, &length),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_decimal_format_words_with(context, &one, 0, 0, 1, &good, text, 60, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_format_words_with(NULL, &one, 0, 0, 1, &good, text, 60, &length) ==
        TIENDO_E_INVALID_ARG);
  CHECK(value.lo == 7 && qualifier == 7 && word == 7);
  CHECK_TEXT(text, "before");
}

static void what_may_not_be_passed_is_refused(void) {
  const tiendo_decimal one = {1, 0, 0, 0};
  tiendo_decimal value;
  tiendo_qualifier qualifier;
  tiendo_scale_word word;
  char text[60];
  int64_t length;
  CHECK_FAILS(tiendo_decimal_parse_words(context, NULL, 0, 0, &value, &qualifier, &word),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_parse_words(context, "1", -2, 0, &value, &qualifier, &word),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_parse_words(context, "1", 1, 2, &value, &qualifier, &word),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_parse_words(context, "1", 1, 0, NULL, &qualifier, &word),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_parse_words(context, "1", 1, 0, &value, NULL, &word),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_parse_words(context, "1", 1, 0, &value, &qualifier, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_parse_words(NULL, "1", 1, 0, &value, &qualifier, &word) ==
        TIENDO_E_INVALID_ARG);

  CHECK_FAILS(tiendo_decimal_format_words(context, NULL, 0, 0, 1, 0, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format_words(context, &one, -1, 0, 1, 0, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format_words(context, &one, 6, 0, 1, 0, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format_words(context, &one, 0, 0, 0, 0, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format_words(context, &one, 0, 0, 8, 0, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format_words(context, &one, 0, 0, 1, 2, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_format_words(context, &one, 0, -1, 1, 0, text, 60, &length),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_decimal_format_words(context, &one, 0, 39, 1, 0, text, 60, &length),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_decimal_format_words(context, &one, 0, 0, 1, 0, text, 60, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_format_words(NULL, &one, 0, 0, 1, 0, text, 60, &length) ==
        TIENDO_E_INVALID_ARG);
}

int main(void) {
  use_all();
  begin();
  a_number_is_read_with_its_words();
  a_failure_leaves_the_results_alone_and_says_where();
  a_number_is_written_in_the_word_that_is_named();
  marks_of_ones_own_go_with_words();
  formats_that_may_not_be_passed_are_refused();
  what_may_not_be_passed_is_refused();
  return failures();
}
