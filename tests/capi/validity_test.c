/* Bitmaps of columns that end within a byte or at one: bits behind the last row mean nothing, and
 * no byte behind the last bit is read or written. */

#include <stdlib.h>

#include "check.h"

enum { most_rows = 65, most_bytes = 9 };

static const int64_t counts[] = {0, 1, 7, 8, 9, 63, 64, 65};

static int64_t bytes_of(int64_t count) { return (count + 7) / 8; }

/* Rows 0, 3, 6 and so on have no value. */
static int has_value(int64_t row) { return row % 3 != 0; }

/* A bitmap that ends with its last byte, so that the sanitizer sees a step behind it. */
static uint8_t* bitmap(int64_t count, int tail) {
  uint8_t* bits = calloc((size_t)bytes_of(count) + (count == 0), 1);
  int64_t row;
  CHECK(bits != NULL);
  for (row = 0; row < 8 * bytes_of(count); ++row) {
    const unsigned bit = (unsigned)(row < count ? has_value(row) : tail);
    bits[row / 8] = (uint8_t)(bits[row / 8] | bit << (row % 8));
  }
  return bits;
}

/* Row i of the values is 10 * i + 5, so that rounding by a digit is never of nothing. */
static char* values_of(int64_t count) {
  char* values16 = calloc((size_t)(16 * count) + 1, 1);
  int64_t row;
  CHECK(values16 != NULL);
  for (row = 0; row < count; ++row) values16[16 * row] = (char)(10 * (row % 12) + 5);
  return values16;
}

/* What a call writes, and a byte behind it. */
struct written {
  char values16[16 * most_rows + 1];
  uint8_t validity[most_bytes + 1];
};

static struct written fresh(void) {
  struct written written;
  memset(&written, 0x5A, sizeof written);
  return written;
}

/* The bits of the rows as they were, none behind them, and nothing behind the last byte. */
static void check_bits(const uint8_t* validity, int64_t count) {
  uint8_t* const wanted = bitmap(count, 0);
  CHECK(memcmp(validity, wanted, (size_t)bytes_of(count)) == 0);
  CHECK(validity[bytes_of(count)] == 0x5A);
  free(wanted);
}

/* 0 in every row without a value, and nothing behind the last row. */
static void check_rows(const struct written* written, int64_t count) {
  int64_t row;
  check_bits(written->validity, count);
  CHECK(written->values16[16 * count] == 0x5A);
  for (row = 0; row < count; ++row) {
    CHECK((written->values16[16 * row] != 0) == has_value(row));
  }
}

static void check_arithmetic(const tiendo_decimal_column* column) {
  typedef tiendo_status (*operation)(tiendo_context*, const tiendo_decimal_column*,
                                     const tiendo_decimal_column*, void*, uint8_t*);
  static const operation operations[] = {tiendo_column_add, tiendo_column_multiply};
  struct written written;
  int8_t orders[most_rows + 1];
  int32_t reasons[most_rows + 1];
  size_t i;
  for (i = 0; i < sizeof operations / sizeof *operations; ++i) {
    written = fresh();
    CHECK_OK(operations[i](context, column, column, written.values16, written.validity));
    check_rows(&written, column->count);
  }
  written = fresh();
  CHECK_OK(tiendo_column_subtract(context, column, column, written.values16, written.validity));
  check_bits(written.validity, column->count);
  written = fresh();
  CHECK_OK(tiendo_column_divide(context, column, column, 1, 0, TIENDO_ROUND_UP, written.values16,
                                written.validity, reasons));
  check_rows(&written, column->count);
  written = fresh();
  CHECK_OK(
      tiendo_column_round(context, column, 0, TIENDO_ROUND_UP, written.values16, written.validity));
  check_rows(&written, column->count);
  written = fresh();
  CHECK_OK(tiendo_column_compare(context, column, column, orders, written.validity));
  check_bits(written.validity, column->count);
}

static void check_sum(const tiendo_decimal_column* column) {
  tiendo_decimal total;
  int64_t count, row, wanted = 0, with_value = 0;
  for (row = 0; row < column->count; ++row) {
    if (!has_value(row)) continue;
    wanted += 10 * (row % 12) + 5;
    ++with_value;
  }
  CHECK_OK(tiendo_column_sum(context, column, &total, &count));
  CHECK((int64_t)total.lo == wanted && total.hi == 0 && count == with_value);
}

static void check_texts(const tiendo_decimal_column* column) {
  int64_t offsets[most_rows + 1];
  char text[8 * most_rows];
  int64_t length;
  struct written written = fresh();
  tiendo_text_column texts;
  CHECK_OK(tiendo_column_format(context, column, TIENDO_NUMBERS_PLAIN, offsets, text, sizeof text,
                                &length));
  memset(&texts, 0, sizeof texts);
  texts.struct_size = sizeof texts;
  texts.offset_size = 8;
  texts.count = column->count;
  texts.bytes = text;
  texts.byte_count = length;
  texts.offsets = offsets;
  texts.validity = column->validity;
  CHECK_OK(tiendo_column_parse(context, &texts, TIENDO_NUMBERS_PLAIN, 1, written.values16,
                               written.validity));
  check_rows(&written, column->count);
}

static void bits_behind_the_last_row_mean_nothing(void) {
  size_t i;
  int tail;
  for (i = 0; i < sizeof counts / sizeof *counts; ++i) {
    for (tail = 0; tail <= 1; ++tail) {
      char* const values16 = values_of(counts[i]);
      uint8_t* const validity = bitmap(counts[i], tail);
      tiendo_decimal_column column;
      memset(&column, 0, sizeof column);
      column.struct_size = sizeof column;
      column.scale = 1;
      column.count = counts[i];
      column.values16 = values16;
      column.validity = validity;
      check_arithmetic(&column);
      check_sum(&column);
      check_texts(&column);
      free(values16);
      free(validity);
    }
  }
}

int main(void) {
  use_all();
  begin();
  bits_behind_the_last_row_mean_nothing();
  return failures();
}
