/**
 * @file
 * Columns written as texts in the C tests, NULL for a row without a value.
 */
#ifndef TIENDO_TESTS_CAPI_COLUMN_H
#define TIENDO_TESTS_CAPI_COLUMN_H

#include "check.h"

enum { most_rows = 20 };

/* A column with its buffers, which begin at an odd address. */
struct column {
  char room[16 * most_rows + 1];
  uint8_t validity[3];
  tiendo_decimal_column view;
};

/* Makes a column of numbers that all have `scale` digits after the point. */
static void make_column(struct column* column, int32_t scale, const char* const* texts,
                        int64_t count) {
  int64_t i;
  memset(column, 0, sizeof *column);
  for (i = 0; i < count; ++i) {
    tiendo_decimal row = {0, 0, 0, 0};
    if (texts[i] == NULL) continue;
    CHECK_OK(tiendo_decimal_parse(context, texts[i], TIENDO_NTS, TIENDO_NUMBERS_PLAIN, &row));
    CHECK(row.scale == scale);
    memcpy(column->room + 1 + 16 * i, &row, 16);
    column->validity[i / 8] |= (uint8_t)(1U << (i % 8));
  }
  column->view.struct_size = sizeof column->view;
  column->view.scale = scale;
  column->view.count = count;
  column->view.values16 = column->room + 1;
  column->view.validity = column->validity;
}

/* A row as text; "" for one without a value, which must hold 0. */
static const char* row_of(const void* values16, const uint8_t* validity, int32_t scale, int i) {
  static char text[60];
  tiendo_decimal row = {0, 0, 0, 0};
  int64_t length;
  memcpy(&row, (const char*)values16 + 16 * i, 16);
  row.scale = scale;
  CHECK_OK(tiendo_decimal_format(context, &row, TIENDO_NUMBERS_PLAIN, text, sizeof text, &length));
  if ((validity[i / 8] >> (i % 8) & 1) == 0) {
    CHECK(row.lo == 0 && row.hi == 0);
    text[0] = '\0';
  }
  return text;
}

/* Buffers for a result, filled with what no call writes. */
struct result {
  char values16[16 * most_rows];
  uint8_t validity[3];
};

static struct result fresh(void) {
  struct result result;
  memset(&result, 0x5A, sizeof result);
  return result;
}

static int is_untouched(const struct result* result) {
  const struct result untouched = fresh();
  return memcmp(result, &untouched, sizeof untouched) == 0;
}

#define ROWS_ARE(result, scale, ...)                                                   \
  do {                                                                                 \
    static const char* const wanted_rows[] = {__VA_ARGS__};                            \
    int row_number;                                                                    \
    for (row_number = 0; row_number < (int)(sizeof wanted_rows / sizeof *wanted_rows); \
         ++row_number) {                                                               \
      CHECK_TEXT(row_of((result)->values16, (result)->validity, scale, row_number),    \
                 wanted_rows[row_number]);                                             \
    }                                                                                  \
  } while (0)

/* A test does not have to use all of the above. */
static void use_all_of_columns(void) {
  (void)&make_column;
  (void)&is_untouched;
  (void)&use_all;
}

#endif
