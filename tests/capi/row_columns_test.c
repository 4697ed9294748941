/* Columns whose rows are read one by one: numbers, days and periods of texts, of which some are
   refused; days, periods and exact quotients as texts. */

#include "check.h"

enum { ROWS = 4 };

/* Texts one behind the other, the third row without one. */
static const uint8_t three_of_four[] = {0xFB};

static tiendo_text_column column_of(const char* bytes, const int32_t* offsets) {
  tiendo_text_column column;
  memset(&column, 0, sizeof column);
  column.struct_size = sizeof column;
  column.offset_size = 4;
  column.count = ROWS;
  column.bytes = bytes;
  column.byte_count = offsets[ROWS];
  column.offsets = offsets;
  column.validity = three_of_four;
  return column;
}

static int64_t low_of(const unsigned char* value16) {
  int64_t low;
  memcpy(&low, value16, sizeof low);
  return low;
}

static void numbers_that_are_refused_leave_the_others(void) {
  static const int32_t offsets[] = {0, 3, 6, 9, 14};
  const tiendo_text_column good = column_of("1.51.5xyz-2.50", offsets);
  const tiendo_text_column bad = column_of("1.51,5xyz-2.50", offsets);
  const tiendo_text_column no_text = column_of("1.5\xFF\xFF\xFFxyz-2.50", offsets);
  const tiendo_number_format comma = format_of(',', 0, 3, 3);
  unsigned char values[ROWS][16];
  uint8_t bits[1] = {0};
  int32_t codes[ROWS];
  int64_t refused = -1;
  CHECK_OK(tiendo_column_parse_rows(context, &good, NULL, 2, values, bits, codes, &refused));
  CHECK(refused == 0 && bits[0] == 0xB && codes[0] == 0 && codes[1] == 0 && codes[2] == 0);
  CHECK(low_of(values[0]) == 150 && low_of(values[2]) == 0 && low_of(values[3]) == -250);
  CHECK_FAILS(tiendo_column_parse_rows(context, &bad, NULL, 2, values, bits, codes, &refused),
              TIENDO_E_ROWS);
  CHECK(refused == 1 && bits[0] == 0x9 && codes[0] == 0 && codes[3] == 0);
  CHECK_TEXT(tiendo_code_name(codes[1]), "number_syntax");
  CHECK(last_error().row == 1 && last_error().byte_offset == 1);
  CHECK(last_error().code == codes[1]);
  CHECK(low_of(values[0]) == 150 && low_of(values[1]) == 0 && low_of(values[3]) == -250);
  CHECK_FAILS(tiendo_column_parse_rows(context, &bad, &comma, 2, values, bits, codes, &refused),
              TIENDO_E_ROWS);
  CHECK(refused == 2 && bits[0] == 0x2 && last_error().row == 0);
  CHECK_FAILS(tiendo_column_parse_rows(context, &no_text, NULL, 2, values, bits, codes, &refused),
              TIENDO_E_ROWS);
  CHECK_TEXT(tiendo_code_name(codes[1]), "text_encoding");
  CHECK_FAILS(tiendo_column_parse_rows(context, &good, NULL, 1, values, bits, codes, &refused),
              TIENDO_E_ROWS);
  CHECK(refused == 1 && last_error().row == 3);
  refused = -1;
  CHECK_FAILS(tiendo_column_parse_rows(context, &good, NULL, 39, values, bits, codes, &refused),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_column_parse_rows(context, &good, NULL, 2, values, bits, NULL, &refused),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_column_parse_rows(context, &good, NULL, 2, values, bits, codes, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(refused == -1);
}

static void days_come_in_and_go_out(void) {
  static const int32_t offsets[] = {0, 10, 20, 20, 30};
  const tiendo_text_column texts = column_of("2024-01-312024-02-302024-12-31", offsets);
  int32_t days[ROWS], codes[ROWS];
  uint8_t bits[1] = {0};
  int64_t refused, ends[ROWS + 1], length;
  char text[64];
  CHECK_FAILS(tiendo_column_parse_days(context, &texts, days, bits, codes, &refused),
              TIENDO_E_ROWS);
  CHECK(refused == 1 && bits[0] == 0x9 && last_error().row == 1 && last_error().byte_offset == 8);
  CHECK_TEXT(tiendo_code_name(codes[1]), "date_not_real");
  CHECK(days[0] == day_of("2024-01-31") && days[1] == 0 && days[3] == day_of("2024-12-31"));
  CHECK_OK(tiendo_column_add_to_days(context, days, bits, ROWS, 1, 1, days));
  CHECK(days[0] == day_of("2024-03-01") && days[2] == 0 && days[3] == day_of("2025-02-01"));
  CHECK_OK(tiendo_column_format_days(context, days, bits, ROWS, ends, text, sizeof text, &length));
  CHECK_TEXT(text, "2024-03-012025-02-01");
  CHECK(ends[0] == 0 && ends[1] == 10 && ends[2] == 10 && ends[3] == 10 && ends[4] == 20);
  CHECK_FAILS(tiendo_column_format_days(context, days, bits, ROWS, ends, text, 20, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK(length == 20);
  days[3] = 2932896;
  CHECK_FAILS(tiendo_column_add_to_days(context, days, bits, ROWS, 0, 1, days), TIENDO_E_RANGE);
  CHECK(last_error().row == 3 && days[0] == day_of("2024-03-01"));
  days[3] = 2932897;
  CHECK_FAILS(tiendo_column_format_days(context, days, NULL, ROWS, ends, text, 64, &length),
              TIENDO_E_RANGE);
  CHECK(last_error().row == 3);
  CHECK_OK(tiendo_column_format_days(context, NULL, NULL, 0, ends, text, sizeof text, &length));
  CHECK(length == 0 && ends[0] == 0);
  CHECK_FAILS(tiendo_column_format_days(context, days, NULL, -1, ends, text, 64, &length),
              TIENDO_E_INVALID_ARG);
}

static void periods_come_in_and_go_out(void) {
  static const int32_t offsets[] = {0, 4, 12, 12, 19};
  const tiendo_text_column texts = column_of("2024quarter!2024-H1", offsets);
  int32_t starts[ROWS], ends[ROWS], codes[ROWS];
  uint8_t bits[1] = {0};
  int64_t refused, places[ROWS + 1], length;
  char text[64];
  CHECK_FAILS(tiendo_column_parse_periods(context, &texts, starts, ends, bits, codes, &refused),
              TIENDO_E_ROWS);
  CHECK(refused == 1 && bits[0] == 0x9 && last_error().row == 1 && codes[1] != 0);
  CHECK(starts[0] == day_of("2024-01-01") && ends[0] == day_of("2025-01-01"));
  CHECK(starts[2] == 0 && ends[3] == day_of("2024-07-01"));
  CHECK_OK(tiendo_column_format_periods(context, starts, ends, bits, ROWS, places, text,
                                        sizeof text, &length));
  CHECK_TEXT(text, "20242024-H1");
  CHECK(places[1] == 4 && places[3] == 4 && places[4] == 11);
  CHECK_FAILS(tiendo_column_format_periods(context, starts, ends, NULL, ROWS, places, text,
                                           sizeof text, &length),
              TIENDO_E_PARSE);
  CHECK(last_error().row == 1);
}

static tiendo_decimal_column numbers_of(const unsigned char* values, const uint8_t* bits) {
  tiendo_decimal_column column;
  memset(&column, 0, sizeof column);
  column.struct_size = sizeof column;
  column.scale = 1;
  column.count = 3;
  column.values16 = values;
  column.validity = bits;
  return column;
}

static void quotients_are_exact(void) {
  static const uint8_t two[] = {0x3};
  unsigned char above[48], below[48];
  int64_t places[4], length;
  uint8_t bits[1] = {0};
  int32_t reasons[3];
  char text[64];
  tiendo_decimal_column a, b;
  memset(above, 0, sizeof above);
  memset(below, 0, sizeof below);
  above[0] = 10;
  above[16] = 7;
  below[0] = 30;
  a = numbers_of(above, NULL);
  b = numbers_of(below, two);
  CHECK_OK(tiendo_column_format_ratios(context, &a, &b, bits, reasons, places, text, sizeof text,
                                       &length));
  CHECK_TEXT(text, "1/3");
  CHECK(bits[0] == 0x1 && places[1] == 3 && places[2] == 3 && places[3] == 3);
  CHECK(reasons[0] == 0 && reasons[1] == 102 && reasons[2] == 0);
  b.count = 2;
  CHECK_FAILS(
      tiendo_column_format_ratios(context, &a, &b, bits, NULL, places, text, sizeof text, &length),
      TIENDO_E_INVALID_ARG);
  b.count = 3;
  memset(above + 15, 0x7F, 1);
  CHECK_FAILS(
      tiendo_column_format_ratios(context, &a, &b, bits, NULL, places, text, sizeof text, &length),
      TIENDO_E_RANGE);
  CHECK(last_error().row == 0);
}

static void a_figure_of_all_rows_is_exact(void) {
  tiendo_report* report = new_report();
  int64_t places[rows_of_small + 1], length, one_length, row;
  uint8_t bits[1] = {0};
  char text[400], one[200];
  tiendo_status status;
  CHECK_OK(tiendo_report_exact_column(context, report, TIENDO_FIELD_ACTUAL, 0, rows_of_small, bits,
                                      places, text, sizeof text, &length));
  for (row = 0; row < rows_of_small; ++row) {
    status = tiendo_report_figure_exact(context, report, row, TIENDO_FIELD_ACTUAL, 0, one,
                                        sizeof one, &one_length);
    CHECK((status == TIENDO_OK) == (bits[0] >> row & 1));
    CHECK((status == TIENDO_OK ? one_length : 0) == places[row + 1] - places[row]);
    if (status == TIENDO_OK) CHECK(memcmp(one, text + places[row], (size_t)one_length) == 0);
  }
  CHECK(bits[0] != 0 && length == places[rows_of_small]);
  CHECK_FAILS(tiendo_report_exact_column(context, report, TIENDO_FIELD_ACTUAL, 0, 2, bits, places,
                                         text, sizeof text, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(tiendo_report_exact_column(context, report, TIENDO_FIELD_ACTUAL, 0, rows_of_small,
                                         bits, places, text, 1, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(tiendo_report_exact_column(context, report, TIENDO_FIELD_ACTUAL, 3, rows_of_small,
                                         bits, places, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  tiendo_report_destroy(report);
}

int main(void) {
  use_all();
  begin();
  numbers_that_are_refused_leave_the_others();
  days_come_in_and_go_out();
  periods_come_in_and_go_out();
  quotients_are_exact();
  a_figure_of_all_rows_is_exact();
  return failures();
}
