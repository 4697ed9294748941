/* Columns: computed row by row, NULL rows, aliased and odd buffers, refusals that touch nothing. */

#include "column.h"

#define DIGITS_38 "99999999999999999999999999999999999999"

static const char* const some[] = {"1.5", "-0.2", NULL, "7.0", "8.0"};
static const char* const others[] = {"0.25", "0.20", "1.00", NULL, "-0.50"};

static void columns_are_computed_row_by_row(void) {
  struct column a, b;
  struct result result = fresh();
  make_column(&a, 1, some, 5);
  make_column(&b, 2, others, 5);
  CHECK_OK(tiendo_column_add(context, &a.view, &b.view, result.values16, result.validity));
  ROWS_ARE(&result, 2, "1.75", "0.00", "", "", "7.50");
  CHECK(result.validity[0] == 0x13 && result.validity[1] == 0x5A);
  CHECK(result.values16[16 * 5] == 0x5A);
  CHECK_OK(tiendo_column_subtract(context, &a.view, &b.view, result.values16, result.validity));
  ROWS_ARE(&result, 2, "1.25", "-0.40", "", "", "8.50");
  CHECK_OK(tiendo_column_multiply(context, &a.view, &b.view, result.values16, result.validity));
  ROWS_ARE(&result, 3, "0.375", "-0.040", "", "", "-4.000");
  CHECK_OK(tiendo_column_round(context, &b.view, 1, TIENDO_ROUND_HALF_UP, result.values16,
                               result.validity));
  ROWS_ARE(&result, 1, "0.3", "0.2", "1.0", "", "-0.5");
}

static void columns_are_compared_by_value(void) {
  struct column a, b;
  int8_t orders[5] = {9, 9, 9, 9, 9};
  uint8_t validity = 0xFF;
  make_column(&a, 1, some, 5);
  make_column(&b, 2, others, 5);
  CHECK_OK(tiendo_column_compare(context, &a.view, &b.view, orders, &validity));
  CHECK(orders[0] == 1 && orders[1] == -1 && orders[2] == 0 && orders[3] == 0 && orders[4] == 1);
  CHECK(validity == 0x13);
  CHECK_OK(tiendo_column_compare(context, &a.view, &a.view, orders, &validity));
  CHECK(orders[0] == 0 && validity == 0x1B);
}

static void a_percentage_is_rounded_once_and_says_why_it_is_not_there(void) {
  static const char* const actual[] = {"10492.2", "6253.0", "1.0", NULL};
  static const char* const target[] = {"18964", "2080", "0", "0"};
  struct column a, b;
  struct result result = fresh();
  int32_t reasons[4] = {9, 9, 9, 9};
  make_column(&a, 1, actual, 4);
  make_column(&b, 0, target, 4);
  CHECK_OK(tiendo_column_divide(context, &a.view, &b.view, 100, 2, TIENDO_ROUND_HALF_UP,
                                result.values16, result.validity, reasons));
  ROWS_ARE(&result, 2, "55.33", "300.63", "", "");
  CHECK(reasons[0] == 0 && reasons[1] == 0 && reasons[2] == 102 && reasons[3] == 0);
  CHECK_TEXT(tiendo_code_name(reasons[2]), "division_by_zero");
  CHECK_OK(tiendo_column_divide(context, &a.view, &b.view, 1, 0, TIENDO_ROUND_FLOOR,
                                result.values16, result.validity, NULL));
  ROWS_ARE(&result, 0, "0", "3", "", "");
}

static void the_sum_is_of_the_rows_that_have_a_value(void) {
  static const char* const nothing[] = {NULL, NULL};
  static const char* const large[] = {DIGITS_38, "1"};
  struct column column;
  tiendo_decimal total = {7, 0, 0, 0};
  int64_t count = 7;
  make_column(&column, 0, large, 2);
  CHECK_FAILS(tiendo_column_sum(context, &column.view, &total, &count), TIENDO_E_RANGE);
  CHECK(total.lo == 7 && count == 7 && last_error().row == -1);
  make_column(&column, 1, some, 5);
  CHECK_OK(tiendo_column_sum(context, &column.view, &total, &count));
  CHECK(total.lo == 163 && total.hi == 0 && total.scale == 1 && count == 4);
  make_column(&column, 1, nothing, 2);
  CHECK_OK(tiendo_column_sum(context, &column.view, &total, &count));
  CHECK(total.lo == 0 && total.scale == 1 && count == 0);
}

static void without_a_bitmap_all_rows_have_a_value(void) {
  static const char* const ones[] = {"1", "1", "1", "1", "1", "1", "1", "1", "1"};
  struct column column;
  struct result result = fresh();
  tiendo_decimal total;
  int64_t count;
  make_column(&column, 0, ones, 9);
  column.view.validity = NULL;
  CHECK_OK(
      tiendo_column_add(context, &column.view, &column.view, result.values16, result.validity));
  CHECK(result.validity[0] == 0xFF && result.validity[1] == 0x01 && result.validity[2] == 0x5A);
  CHECK_OK(tiendo_column_sum(context, &column.view, &total, &count));
  CHECK(total.lo == 9 && count == 9);
}

static void a_column_may_have_no_rows_and_no_buffers(void) {
  struct column none;
  tiendo_decimal total;
  int64_t count;
  make_column(&none, 3, some, 0);
  none.view.values16 = NULL;
  none.view.validity = NULL;
  CHECK_OK(tiendo_column_add(context, &none.view, &none.view, NULL, NULL));
  CHECK_OK(tiendo_column_compare(context, &none.view, &none.view, NULL, NULL));
  CHECK_OK(tiendo_column_divide(context, &none.view, &none.view, 1, 0, 1, NULL, NULL, NULL));
  CHECK_OK(tiendo_column_round(context, &none.view, 0, 1, NULL, NULL));
  CHECK_OK(tiendo_column_sum(context, &none.view, &total, &count));
  CHECK(total.lo == 0 && total.scale == 3 && count == 0);
}

static void a_result_may_lie_where_an_input_lies(void) {
  struct column a, b;
  make_column(&a, 1, some, 5);
  make_column(&b, 2, others, 5);
  /* Into a itself, and its bitmap. */
  CHECK_OK(tiendo_column_add(context, &a.view, &b.view, a.room + 1, a.validity));
  CHECK_TEXT(row_of(a.room + 1, a.validity, 2, 0), "1.75");
  CHECK_TEXT(row_of(a.room + 1, a.validity, 2, 4), "7.50");
  CHECK(a.validity[0] == 0x13);
  /* A row further on, where each result would be read as the next input. */
  make_column(&a, 1, some, 5);
  CHECK_OK(tiendo_column_add(context, &a.view, &a.view, a.room + 17, a.validity));
  CHECK_TEXT(row_of(a.room + 17, a.validity, 1, 0), "3.0");
  CHECK_TEXT(row_of(a.room + 17, a.validity, 1, 1), "-0.4");
  CHECK_TEXT(row_of(a.room + 17, a.validity, 1, 4), "16.0");
}

static void a_row_that_cannot_be_computed_refuses_all(void) {
  static const char* const large[] = {"1", NULL, "3", DIGITS_38, DIGITS_38};
  static const char* const one[] = {"1.0", "1.0", "1.0", "1.0", "1.0"};
  struct column a, b;
  struct result result = fresh();
  int32_t reasons[5] = {9, 9, 9, 9, 9};
  make_column(&a, 0, large, 5);
  make_column(&b, 1, one, 5);
  CHECK_FAILS(tiendo_column_add(context, &a.view, &b.view, result.values16, result.validity),
              TIENDO_E_RANGE);
  CHECK(last_error().row == 3 && last_error().code == 104);
  CHECK_FAILS(tiendo_column_multiply(context, &a.view, &a.view, result.values16, result.validity),
              TIENDO_E_RANGE);
  CHECK(last_error().row == 3);
  CHECK_FAILS(tiendo_column_round(context, &a.view, 2, 1, result.values16, result.validity),
              TIENDO_E_RANGE);
  CHECK(last_error().row == 3);
  CHECK_FAILS(tiendo_column_divide(context, &a.view, &b.view, 100, 2, 1, result.values16,
                                   result.validity, reasons),
              TIENDO_E_RANGE);
  CHECK(last_error().row == 3 && reasons[0] == 9);
  CHECK(is_untouched(&result));
  /* What no decimal holds: 2^127 - 1. */
  memset(a.room + 1, 0xFF, 15);
  a.room[16] = 0x7F;
  CHECK_FAILS(tiendo_column_round(context, &a.view, 0, 1, result.values16, result.validity),
              TIENDO_E_RANGE);
  CHECK(last_error().row == 0);
}

static void scales_and_modes_are_checked(void) {
  static const int32_t no_scales[] = {-1, 39, INT32_MAX, INT32_MIN};
  static const tiendo_rounding no_modes[] = {TIENDO_ROUND_OWN, 8, -1};
  struct column a, bad, wide;
  struct result result = fresh();
  tiendo_decimal total;
  int64_t count;
  int8_t orders[5];
  size_t i;
  make_column(&a, 1, some, 5);
  make_column(&bad, 1, some, 5);
  for (i = 0; i < 4; ++i) {
    bad.view.scale = no_scales[i];
    CHECK_FAILS(tiendo_column_add(context, &bad.view, &a.view, result.values16, result.validity),
                TIENDO_E_RANGE);
    CHECK_FAILS(tiendo_column_compare(context, &a.view, &bad.view, orders, result.validity),
                TIENDO_E_RANGE);
    CHECK_FAILS(tiendo_column_sum(context, &bad.view, &total, &count), TIENDO_E_RANGE);
    CHECK_FAILS(
        tiendo_column_round(context, &a.view, no_scales[i], 1, result.values16, result.validity),
        TIENDO_E_RANGE);
    CHECK_FAILS(tiendo_column_divide(context, &a.view, &a.view, 1, no_scales[i], 1, result.values16,
                                     result.validity, NULL),
                TIENDO_E_RANGE);
    CHECK(last_error().code == 104 && last_error().row == -1);
  }
  for (i = 0; i < 3; ++i) {
    CHECK_FAILS(
        tiendo_column_round(context, &a.view, 0, no_modes[i], result.values16, result.validity),
        TIENDO_E_INVALID_ARG);
    CHECK_FAILS(tiendo_column_divide(context, &a.view, &a.view, 1, 0, no_modes[i], result.values16,
                                     result.validity, NULL),
                TIENDO_E_INVALID_ARG);
  }
  make_column(&wide, 1, some, 5);
  wide.view.scale = 38;
  CHECK_FAILS(
      tiendo_column_multiply(context, &wide.view, &a.view, result.values16, result.validity),
      TIENDO_E_RANGE);
  CHECK(is_untouched(&result));
}

static void a_column_that_is_none_is_refused(void) {
  struct column a, bad;
  struct result result = fresh();
  char longer[sizeof(tiendo_decimal_column) + 8];
  tiendo_decimal_column* known = (tiendo_decimal_column*)(void*)longer;
  make_column(&a, 1, some, 5);
  make_column(&bad, 1, some, 4);
#define REFUSES(column, status) \
  CHECK_FAILS(tiendo_column_add(context, &a.view, column, result.values16, result.validity), status)
  REFUSES(&bad.view, TIENDO_E_INVALID_ARG); /* 5 rows and 4 */
  CHECK_TEXT(last_text(TIENDO_MESSAGE_SENTENCE), "a and b differ in their number of rows");
  bad.view.count = -1;
  REFUSES(&bad.view, TIENDO_E_INVALID_ARG);
  bad.view.count = INT64_MAX;
  REFUSES(&bad.view, TIENDO_E_INVALID_ARG);
  make_column(&bad, 1, some, 5);
  bad.view.values16 = NULL;
  REFUSES(&bad.view, TIENDO_E_INVALID_ARG);
  make_column(&bad, 1, some, 5);
  bad.view.struct_size = sizeof bad.view - 1;
  REFUSES(&bad.view, TIENDO_E_INVALID_ARG);
  bad.view.struct_size = 0;
  REFUSES(&bad.view, TIENDO_E_INVALID_ARG);
  memset(longer, 0, sizeof longer);
  memcpy(longer, &a.view, sizeof a.view);
  known->struct_size = sizeof longer;
  CHECK_OK(tiendo_column_add(context, &a.view, known, result.values16, result.validity));
  result = fresh();
  longer[sizeof longer - 1] = 1;
  REFUSES(known, TIENDO_E_UNSUPPORTED);
  REFUSES(NULL, TIENDO_E_INVALID_ARG);
#undef REFUSES
  CHECK(is_untouched(&result));
}

static void null_is_refused(void) {
  struct column a;
  struct result result = fresh();
  tiendo_decimal total;
  int64_t count;
  int8_t orders[5];
  void* values16 = result.values16;
  uint8_t* validity = result.validity;
  make_column(&a, 1, some, 5);
#define REFUSED(call) CHECK_FAILS(call, TIENDO_E_INVALID_ARG)
  REFUSED(tiendo_column_add(context, NULL, &a.view, values16, validity));
  REFUSED(tiendo_column_add(context, &a.view, &a.view, NULL, validity));
  REFUSED(tiendo_column_add(context, &a.view, &a.view, values16, NULL));
  REFUSED(tiendo_column_subtract(context, &a.view, &a.view, values16, NULL));
  REFUSED(tiendo_column_multiply(context, &a.view, &a.view, NULL, validity));
  REFUSED(tiendo_column_compare(context, NULL, &a.view, orders, validity));
  REFUSED(tiendo_column_compare(context, &a.view, &a.view, NULL, validity));
  REFUSED(tiendo_column_compare(context, &a.view, &a.view, orders, NULL));
  REFUSED(tiendo_column_round(context, NULL, 0, 1, values16, validity));
  REFUSED(tiendo_column_round(context, &a.view, 0, 1, NULL, validity));
  REFUSED(tiendo_column_divide(context, &a.view, NULL, 1, 0, 1, values16, validity, NULL));
  REFUSED(tiendo_column_divide(context, &a.view, &a.view, 1, 0, 1, values16, NULL, NULL));
  REFUSED(tiendo_column_sum(context, NULL, &total, &count));
  REFUSED(tiendo_column_sum(context, &a.view, NULL, &count));
  REFUSED(tiendo_column_sum(context, &a.view, &total, NULL));
#undef REFUSED
  CHECK(tiendo_column_add(NULL, &a.view, &a.view, values16, validity) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_column_subtract(NULL, &a.view, &a.view, values16, validity) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_column_multiply(NULL, &a.view, &a.view, values16, validity) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_column_compare(NULL, &a.view, &a.view, orders, validity) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_column_round(NULL, &a.view, 0, 1, values16, validity) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_column_divide(NULL, &a.view, &a.view, 1, 0, 1, values16, validity, NULL) ==
        TIENDO_E_INVALID_ARG);
  CHECK(tiendo_column_sum(NULL, &a.view, &total, &count) == TIENDO_E_INVALID_ARG);
  CHECK(is_untouched(&result));
}

int main(void) {
  use_all_of_columns();
  begin();
  columns_are_computed_row_by_row();
  columns_are_compared_by_value();
  a_percentage_is_rounded_once_and_says_why_it_is_not_there();
  the_sum_is_of_the_rows_that_have_a_value();
  without_a_bitmap_all_rows_have_a_value();
  a_column_may_have_no_rows_and_no_buffers();
  a_result_may_lie_where_an_input_lies();
  a_row_that_cannot_be_computed_refuses_all();
  scales_and_modes_are_checked();
  a_column_that_is_none_is_refused();
  null_is_refused();
  return failures();
}
