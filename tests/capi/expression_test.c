/* Expressions from C: read, written, computed, and what they can be. */

#include "check.h"

static tiendo_expression* expression_of(const char* text) {
  tiendo_expression* expression = NULL;
  CHECK_OK(tiendo_expression_parse(context, text, TIENDO_NTS, &expression));
  return expression;
}

static char text[400];
static int64_t length;

static const char* written(const tiendo_expression* expression) {
  CHECK_OK(
      tiendo_expression_format(context, expression, NULL, NULL, 0, text, sizeof text, &length));
  return text;
}

static const char* reference(const tiendo_expression* expression, int64_t index) {
  CHECK_OK(tiendo_expression_reference(context, expression, index, text, sizeof text, &length));
  return text;
}

static tiendo_interval interval_of(const char* low, const char* high, int has_low, int has_high) {
  tiendo_interval interval;
  memset(&interval, 0, sizeof interval);
  interval.struct_size = sizeof interval;
  interval.has_low = has_low;
  interval.has_high = has_high;
  interval.low = low;
  interval.high = high;
  return interval;
}

static void an_expression_says_what_stands_in_it(void) {
  tiendo_expression* expression = expression_of("(actual/[gross-output.state])*100-(actual)");
  int64_t count = 0;
  CHECK_TEXT(written(expression), "actual / [gross-output.state] * 100 - actual");
  CHECK_OK(tiendo_expression_reference_count(context, expression, &count));
  CHECK(count == 2);
  CHECK_TEXT(reference(expression, 0), "actual");
  CHECK_TEXT(reference(expression, 1), "gross-output.state");
  static const char* const numbers[] = {"52461", "-3"};
  CHECK_OK(
      tiendo_expression_format(context, expression, numbers, NULL, 2, text, sizeof text, &length));
  CHECK_TEXT(text, "52461 / -3 * 100 - 52461");
  tiendo_expression_destroy(expression);
}

/* The parts, one behind the other: "r0 n1.50 *0,1". */
static const char* parts_of(const tiendo_expression* expression) {
  static const char kinds[] = "?nr_+-*/";
  static char all[400];
  tiendo_operation operations[12];
  int64_t references[12], lefts[12], rights[12];
  int64_t count = 0;
  int i;
  all[0] = 0;
  CHECK_OK(tiendo_expression_parts(context, expression, operations, references, lefts, rights, 12,
                                   &count));
  for (i = 0; i < (int)count; ++i) {
    char* at = all + strlen(all);
    *at++ = kinds[operations[i]];
    if (operations[i] == TIENDO_OPERATION_REFERENCE) {
      (void)snprintf(at, 20, "%d ", (int)references[i]);
      CHECK(lefts[i] == -1 && rights[i] == -1);
    } else if (operations[i] == TIENDO_OPERATION_NUMBER) {
      CHECK_OK(tiendo_expression_number(context, expression, i, at, 40, &length));
      strcat(at, " ");
      CHECK(references[i] == -1 && lefts[i] == -1 && rights[i] == -1);
    } else {
      (void)snprintf(at, 20, "%d,%d ", (int)lefts[i], (int)rights[i]);
      CHECK(references[i] == -1);
    }
  }
  return all;
}

static void its_parts_are_listed_operands_first(void) {
  tiendo_expression* expression = expression_of("(a + 1.50) * -b / a - 2");
  CHECK_TEXT(parts_of(expression), "r0 n1.50 +0,1 r1 _-1,3 *2,4 r0 /5,6 n2 -7,8 ");
  tiendo_expression_destroy(expression);
  expression = expression_of("7");
  CHECK_TEXT(parts_of(expression), "n7 ");
  tiendo_expression_destroy(expression);
}

static void parts_that_have_no_room_are_counted(void) {
  tiendo_expression* expression = expression_of("a * 2");
  tiendo_operation operations[3] = {77, 77, 77};
  int64_t references[3] = {77, 77, 77}, lefts[3], rights[3], count = 77;
#define REFUSED(expression, operations, references, lefts, rights, capacity, count, status)       \
  CHECK_FAILS(tiendo_expression_parts(context, expression, operations, references, lefts, rights, \
                                      capacity, count),                                           \
              status)
  REFUSED(NULL, operations, references, lefts, rights, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(expression, NULL, references, lefts, rights, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(expression, operations, NULL, lefts, rights, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(expression, operations, references, NULL, rights, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(expression, operations, references, lefts, NULL, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(expression, operations, references, lefts, rights, -1, &count, TIENDO_E_INVALID_ARG);
  REFUSED(expression, operations, references, lefts, rights, 3, NULL, TIENDO_E_INVALID_ARG);
  CHECK(count == 77);
  REFUSED(expression, NULL, NULL, NULL, NULL, 0, &count, TIENDO_E_SMALL_BUFFER);
  CHECK(count == 3);
  REFUSED(expression, operations, references, lefts, rights, 2, &count, TIENDO_E_SMALL_BUFFER);
  CHECK(operations[0] == 77 && references[0] == 77);
#undef REFUSED
  CHECK_FAILS(tiendo_expression_number(context, NULL, 1, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_expression_number(context, expression, 0, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_expression_number(context, expression, 3, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_expression_number(context, expression, 1, text, 1, &length),
              TIENDO_E_SMALL_BUFFER);
  tiendo_expression_destroy(expression);
}

static void a_value_is_exact(void) {
  static const char* const values[] = {"1/3", "0.5"};
  static const int64_t lengths[] = {3, TIENDO_NTS};
  tiendo_expression* expression = expression_of("a / b * 100");
  CHECK_OK(
      tiendo_expression_evaluate(context, expression, values, NULL, 2, text, sizeof text, &length));
  CHECK_TEXT(text, "200/3");
  CHECK_OK(tiendo_expression_evaluate(context, expression, values, lengths, 2, text, sizeof text,
                                      &length));
  CHECK_TEXT(text, "200/3");
  tiendo_expression_destroy(expression);
  expression = expression_of("1 / 4 + 0.25");
  CHECK_OK(
      tiendo_expression_evaluate(context, expression, NULL, NULL, 0, text, sizeof text, &length));
  CHECK_TEXT(text, "1/2");
  tiendo_expression_destroy(expression);
}

static void bounds_are_taken_or_not(void) {
  tiendo_expression* expression = expression_of("actual / plan");
  const tiendo_interval intervals[] = {interval_of("8", "9", 1, 0), interval_of("2", "4", 1, 1)};
  int32_t included = -1;
  CHECK_OK(tiendo_expression_bound(context, expression, intervals, 2, TIENDO_SIDE_LOW, &included,
                                   text, sizeof text, &length));
  CHECK_TEXT(text, "2");
  CHECK(included == 1);
  CHECK_OK(tiendo_expression_bound(context, expression, intervals, 2, TIENDO_SIDE_HIGH, &included,
                                   text, sizeof text, &length));
  CHECK_TEXT(text, "9/2");
  CHECK(included == 0);
  tiendo_expression_destroy(expression);
}

static void not_read(const char* faulty, int32_t code, int64_t offset) {
  tiendo_expression* expression = (tiendo_expression*)&expression;
  CHECK_FAILS(tiendo_expression_parse(context, faulty, TIENDO_NTS, &expression), TIENDO_E_PARSE);
  CHECK(expression == NULL);
  CHECK(last_error().code == code && last_error().byte_offset == offset);
}

static void what_is_no_expression_is_refused_with_its_place(void) {
  tiendo_expression* none = NULL;
  not_read("a + ", 345, 4);
  not_read("a ^ 2", 345, 2);
  not_read("a + [b c]", 1, 5);
  CHECK_FAILS(tiendo_expression_parse(context, "a\xff", TIENDO_NTS, &none), TIENDO_E_ENCODING);
  CHECK_FAILS(tiendo_expression_parse(context, NULL, 0, &none), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_expression_parse(context, "a", TIENDO_NTS, NULL), TIENDO_E_INVALID_ARG);
  tiendo_expression_destroy(NULL);
}

static void what_is_given_has_to_fit(void) {
  static const char* const values[] = {"1", "x"};
  static const char* const zero[] = {"1", "0"};
  static const char* const cut[] = {"1", "\xc3"};
  tiendo_expression* expression = expression_of("a / b");
  int64_t count = 0;
  CHECK_FAILS(
      tiendo_expression_evaluate(context, expression, values, NULL, 2, text, sizeof text, &length),
      TIENDO_E_PARSE);
  CHECK(last_error().row == 1);
  CHECK_FAILS(
      tiendo_expression_evaluate(context, expression, zero, NULL, 2, text, sizeof text, &length),
      TIENDO_E_RANGE);
  CHECK_FAILS(
      tiendo_expression_evaluate(context, expression, zero, NULL, 1, text, sizeof text, &length),
      TIENDO_E_INVALID_ARG);
  CHECK_FAILS(
      tiendo_expression_evaluate(context, expression, NULL, NULL, 2, text, sizeof text, &length),
      TIENDO_E_INVALID_ARG);
  CHECK_FAILS(
      tiendo_expression_format(context, expression, cut, NULL, 2, text, sizeof text, &length),
      TIENDO_E_ENCODING);
  CHECK_FAILS(
      tiendo_expression_format(context, expression, zero, NULL, 3, text, sizeof text, &length),
      TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_expression_reference(context, expression, 2, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_expression_reference_count(context, NULL, &count), TIENDO_E_INVALID_ARG);
  tiendo_expression_destroy(expression);
}

static tiendo_status bound(const char* formula, tiendo_interval first, tiendo_interval second,
                           tiendo_side side) {
  const tiendo_interval intervals[] = {first, second};
  tiendo_expression* expression = expression_of(formula);
  int32_t included = 7;
  const tiendo_status status = tiendo_expression_bound(context, expression, intervals, 2, side,
                                                       &included, text, sizeof text, &length);
  CHECK(status == TIENDO_OK || included == 7);
  tiendo_expression_destroy(expression);
  return status;
}

static void bounds_that_are_not_there_say_why(void) {
  const tiendo_interval one = interval_of("1", "2", 1, 1);
  const tiendo_interval empty = interval_of("2", "2", 1, 0);
  tiendo_interval later = one;
  CHECK_FAILS(bound("a / b", one, interval_of("-1", "1", 1, 1), 1), TIENDO_E_RANGE);
  CHECK_TEXT(tiendo_code_name(last_error().code), "divisor_may_vanish");
  CHECK_FAILS(bound("a * a + b", one, one, 1), TIENDO_E_RANGE);
  CHECK_TEXT(tiendo_code_name(last_error().code), "bounds_not_exact");
  CHECK_FAILS(bound("a / b", one, empty, 1), TIENDO_E_INVALID_ARG);
  CHECK(last_error().row == 1);
  CHECK_FAILS(bound("a / b", one, interval_of("1", "x", 1, 1), 1), TIENDO_E_PARSE);
  CHECK_FAILS(bound("a / b", one, one, 3), TIENDO_E_INVALID_ARG);
  later.reserved = 1;
  CHECK_FAILS(bound("a / b", one, later, 1), TIENDO_E_UNSUPPORTED);
}

int main(void) {
  use_all();
  begin();
  an_expression_says_what_stands_in_it();
  its_parts_are_listed_operands_first();
  parts_that_have_no_room_are_counted();
  a_value_is_exact();
  bounds_are_taken_or_not();
  what_is_no_expression_is_refused_with_its_place();
  what_is_given_has_to_fit();
  bounds_that_are_not_there_say_why();
  return failures();
}
