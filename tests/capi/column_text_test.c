/* Columns as texts: offsets of both sizes, every way in which offsets lie, texts that are refused.
 */

#include "column.h"

static const char bytes[] = "1.5|-0.25||7";
static const int32_t offsets4[] = {0, 3, 4, 9, 10, 12};
static const uint8_t numbers_only = 0x15; /* the others are NULL */

static tiendo_text_column texts_of(void) {
  tiendo_text_column texts;
  memset(&texts, 0, sizeof texts);
  texts.struct_size = sizeof texts;
  texts.offset_size = 4;
  texts.count = 3;
  texts.bytes = bytes;
  texts.byte_count = sizeof bytes - 1;
  texts.offsets = offsets4;
  texts.validity = &numbers_only;
  return texts;
}

static void texts_are_read_at_one_scale(void) {
  tiendo_text_column texts = texts_of();
  struct result result = fresh();
  char odd[6 * 8 + 1];
  int i;
  texts.count = 4;
  CHECK_OK(tiendo_column_parse(context, &texts, TIENDO_NUMBERS_PLAIN, 2, result.values16,
                               result.validity));
  ROWS_ARE(&result, 2, "1.50", "", "-0.25", "");
  CHECK(result.validity[0] == 0x05 && result.validity[1] == 0x5A);
  for (i = 0; i < 6; ++i) {
    const int64_t offset = offsets4[i];
    memcpy(odd + 1 + 8 * i, &offset, 8);
  }
  texts.offsets = odd + 1;
  texts.offset_size = 8;
  result = fresh();
  CHECK_OK(tiendo_column_parse(context, &texts, TIENDO_NUMBERS_PLAIN, 3, result.values16,
                               result.validity));
  ROWS_ARE(&result, 3, "1.500", "", "-0.250", "");
}

static void a_text_that_is_refused_is_named(void) {
  static const struct {
    const char* text;
    tiendo_numbers numbers;
    tiendo_status status;
    int32_t code;
    int64_t offset;
  } cases[] = {
      {"1,5", TIENDO_NUMBERS_PLAIN, TIENDO_E_PARSE, 100, 1},
      {"1.5", TIENDO_NUMBERS_VIETNAMESE, TIENDO_E_PARSE, 100, 3},
      {"0.500", TIENDO_NUMBERS_VIETNAMESE, TIENDO_E_PARSE, 100, 1},
      {"", TIENDO_NUMBERS_PLAIN, TIENDO_E_PARSE, 100, 0},
      {"1.234", TIENDO_NUMBERS_PLAIN, TIENDO_E_RANGE, 104, -1},
      {"1000000000000000000000000000000000000", TIENDO_NUMBERS_PLAIN, TIENDO_E_RANGE, 104, -1},
      {"1\xC3", TIENDO_NUMBERS_PLAIN, TIENDO_E_ENCODING, 2, 1},
      {"1\xC3\xA9", TIENDO_NUMBERS_PLAIN, TIENDO_E_PARSE, 100, 1},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    char joined[60] = "1";
    int32_t offsets[4] = {0, 1, 0, 0};
    tiendo_text_column texts = texts_of();
    struct result result = fresh();
    strcat(joined, cases[i].text);
    offsets[2] = 1 + (int32_t)strlen(cases[i].text);
    strcat(joined, "x");
    offsets[3] = offsets[2] + 1;
    texts.bytes = joined;
    texts.byte_count = offsets[3];
    texts.offsets = offsets;
    texts.validity = NULL;
    CHECK_FAILS(
        tiendo_column_parse(context, &texts, cases[i].numbers, 2, result.values16, result.validity),
        cases[i].status);
    CHECK(last_error().row == 1 && last_error().code == cases[i].code);
    CHECK(last_error().byte_offset == cases[i].offset);
    CHECK(is_untouched(&result));
  }
}

static void no_text_at_all_is_an_empty_one(void) {
  static const int32_t nothing[] = {0, 0, 0};
  static const uint8_t second = 0x02;
  tiendo_text_column texts = texts_of();
  struct result result = fresh();
  texts.count = 2;
  texts.bytes = NULL;
  texts.byte_count = 0;
  texts.offsets = nothing;
  texts.validity = &second;
  CHECK_FAILS(tiendo_column_parse(context, &texts, 0, 2, result.values16, result.validity),
              TIENDO_E_PARSE);
  CHECK(last_error().row == 1 && last_error().byte_offset == 0);
  CHECK(is_untouched(&result));
}

static void offsets_that_lie_are_refused(void) {
  static const int32_t liars[][4] = {
      {-1, 0, 0, 0}, {0, 2, 1, 3}, {0, 1, 2, 99}, {0, 99, 99, 99}, {INT32_MAX, 0, 0, 0}};
  static const int64_t liars8[][4] = {{INT64_MIN, 0, 0, 0}, {0, 1, 2, INT64_MAX}};
  tiendo_text_column texts = texts_of();
  struct result result = fresh();
  size_t i;
  for (i = 0; i < 5; ++i) {
    texts.offsets = liars[i];
    CHECK_FAILS(tiendo_column_parse(context, &texts, 0, 2, result.values16, result.validity),
                TIENDO_E_INVALID_ARG);
  }
  texts.offset_size = 8;
  for (i = 0; i < 2; ++i) {
    texts.offsets = liars8[i];
    CHECK_FAILS(tiendo_column_parse(context, &texts, 0, 2, result.values16, result.validity),
                TIENDO_E_INVALID_ARG);
  }
  CHECK(is_untouched(&result));
}

static void a_column_of_texts_that_is_none_is_refused(void) {
  struct result result = fresh();
  tiendo_text_column texts;
#define REFUSED(change, wanted) \
  texts = texts_of();           \
  change;                       \
  CHECK_FAILS(tiendo_column_parse(context, &texts, 0, 2, result.values16, result.validity), wanted)
  REFUSED(texts.struct_size = sizeof texts - 1, TIENDO_E_INVALID_ARG);
  REFUSED(texts.offset_size = 0, TIENDO_E_INVALID_ARG);
  REFUSED(texts.count = -1, TIENDO_E_INVALID_ARG);
  REFUSED(texts.count = INT64_MAX, TIENDO_E_INVALID_ARG);
  REFUSED(texts.bytes = NULL, TIENDO_E_INVALID_ARG);
  REFUSED(texts.byte_count = -1, TIENDO_E_INVALID_ARG);
  REFUSED(texts.offsets = NULL, TIENDO_E_INVALID_ARG);
#undef REFUSED
  texts = texts_of();
  CHECK_FAILS(tiendo_column_parse(context, NULL, 0, 2, result.values16, result.validity),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_column_parse(context, &texts, 9, 2, result.values16, result.validity),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_column_parse(context, &texts, 0, 39, result.values16, result.validity),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_column_parse(context, &texts, 0, 2, NULL, result.validity),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_column_parse(context, &texts, 0, 2, result.values16, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_column_parse(NULL, &texts, 0, 2, result.values16, result.validity) ==
        TIENDO_E_INVALID_ARG);
  CHECK(is_untouched(&result));
}

static void rows_are_written_one_behind_the_other(void) {
  static const char* const rows[] = {"1234567.50", NULL, "-0.05"};
  struct column column;
  char text[60] = "before";
  int64_t length = 0;
  int64_t offsets[4] = {9, 9, 9, 9};
  make_column(&column, 2, rows, 3);
  CHECK_FAILS(tiendo_column_format(context, &column.view, TIENDO_NUMBERS_VIETNAMESE, offsets, NULL,
                                   0, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK(length == 17 && offsets[0] == 9);
  CHECK_FAILS(tiendo_column_format(context, &column.view, TIENDO_NUMBERS_VIETNAMESE, offsets, text,
                                   length, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK(text[0] == '\0' && offsets[0] == 9);
  CHECK_OK(tiendo_column_format(context, &column.view, TIENDO_NUMBERS_VIETNAMESE, offsets, text,
                                length + 1, &length));
  CHECK_TEXT(text, "1.234.567,50-0,05");
  CHECK(offsets[0] == 0 && offsets[1] == 12 && offsets[2] == 12 && offsets[3] == 17);
}

static void what_is_written_is_read_back(void) {
  static const char* const rows[] = {"-99999999999999999999.5", NULL, "0.0", "1234567.5"};
  struct column column;
  struct result result = fresh();
  tiendo_text_column texts = texts_of();
  char text[100];
  int64_t offsets[5];
  make_column(&column, 1, rows, 4);
  CHECK_OK(tiendo_column_format(context, &column.view, TIENDO_NUMBERS_VIETNAMESE, offsets, text,
                                sizeof text, &texts.byte_count));
  texts.bytes = text;
  texts.count = 4;
  texts.offset_size = 8;
  texts.offsets = offsets;
  texts.validity = column.validity;
  CHECK_OK(tiendo_column_parse(context, &texts, TIENDO_NUMBERS_VIETNAMESE, 1, result.values16,
                               result.validity));
  CHECK(memcmp(result.values16, column.room + 1, 64) == 0 && result.validity[0] == 0x0D);
}

static void marks_of_ones_own_are_read_and_written(void) {
  static const char* const rows[] = {"1234567.5", NULL, "-0.5"};
  const tiendo_number_format format = {sizeof format, ',', 0xA0, 0, 0};
  tiendo_number_format conflict = {sizeof conflict, ',', ',', 0, 0};
  struct column column;
  struct result result = fresh();
  tiendo_text_column texts = texts_of();
  char text[100];
  int64_t offsets[4];
  make_column(&column, 1, rows, 3);
  CHECK_OK(tiendo_column_format_with(context, &column.view, &format, offsets, text, sizeof text,
                                     &texts.byte_count));
  CHECK_TEXT(text,
             "1\xC2\xA0"
             "234\xC2\xA0"
             "567,5-0,5");
  texts.bytes = text;
  texts.offset_size = 8;
  texts.offsets = offsets;
  texts.validity = column.validity;
  CHECK_OK(tiendo_column_parse_with(context, &texts, &format, 1, result.values16, result.validity));
  CHECK(memcmp(result.values16, column.room + 1, 48) == 0 && result.validity[0] == 0x05);
  result = fresh();
  CHECK_FAILS(
      tiendo_column_parse_with(context, &texts, &conflict, 1, result.values16, result.validity),
      TIENDO_E_INVALID_ARG);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "marks_conflict");
  CHECK_FAILS(tiendo_column_parse_with(context, &texts, NULL, 1, result.values16, result.validity),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_column_format_with(context, &column.view, &conflict, offsets, text, 100,
                                        &texts.byte_count),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_column_parse_with(NULL, &texts, &format, 1, result.values16, result.validity) ==
        TIENDO_E_INVALID_ARG);
  CHECK(tiendo_column_format_with(NULL, &column.view, &format, offsets, text, 100,
                                  &texts.byte_count) == TIENDO_E_INVALID_ARG);
  CHECK(is_untouched(&result));
}

static void what_cannot_be_written_is_refused(void) {
  static const char* const rows[] = {"1", "2"};
  struct column column;
  char text[60] = "before";
  int64_t length = 7;
  int64_t offsets[3] = {9, 9, 9};
  make_column(&column, 0, rows, 2);
  CHECK_FAILS(tiendo_column_format(context, NULL, 0, offsets, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_column_format(context, &column.view, 9, offsets, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_column_format(context, &column.view, 0, NULL, text, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_column_format(context, &column.view, 0, offsets, NULL, 60, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_column_format(context, &column.view, 0, offsets, text, 60, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_column_format(NULL, &column.view, 0, offsets, text, 60, &length) ==
        TIENDO_E_INVALID_ARG);
  memset(column.room + 17, 0x7F, 16);
  CHECK_FAILS(tiendo_column_format(context, &column.view, 0, offsets, text, 60, &length),
              TIENDO_E_RANGE);
  CHECK(last_error().row == 1 && last_error().code == 104);
  CHECK(length == 7 && offsets[0] == 9);
  CHECK_TEXT(text, "before");
}

int main(void) {
  use_all_of_columns();
  begin();
  texts_are_read_at_one_scale();
  a_text_that_is_refused_is_named();
  no_text_at_all_is_an_empty_one();
  offsets_that_lie_are_refused();
  a_column_of_texts_that_is_none_is_refused();
  rows_are_written_one_behind_the_other();
  what_is_written_is_read_back();
  marks_of_ones_own_are_read_and_written();
  what_cannot_be_written_is_refused();
  return failures();
}
