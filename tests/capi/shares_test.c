/* Parts that add up: amounts split by weights, shares rounded to a total, and what is refused. */

#include "check.h"

enum { most = 4 };

/* Reads numbers between blanks. */
static int64_t list_of(const char* text, tiendo_decimal* values) {
  int64_t count = 0;
  while (*text != '\0') {
    const size_t length = strcspn(text, " ");
    CHECK_OK(tiendo_decimal_parse(context, text, (int64_t)length, TIENDO_NUMBERS_PLAIN,
                                  &values[count++]));
    text += length;
    text += strspn(text, " ");
  }
  return count;
}

static tiendo_decimal decimal(const char* text) {
  tiendo_decimal value = {0, 0, 0, 0};
  list_of(text, &value);
  return value;
}

static const char* text_of(const tiendo_decimal* values, int64_t count) {
  static char text[400];
  int64_t i;
  text[0] = '\0';
  for (i = 0; i < count; ++i) {
    char one[60];
    int64_t length;
    CHECK_OK(tiendo_decimal_format(context, &values[i], 0, one, sizeof one, &length));
    if (i > 0) strcat(text, " ");
    strcat(text, one);
  }
  return text;
}

static void the_parts_are_the_amount(void) {
  static const struct {
    const char *amount, *weights;
    int32_t scale;
    tiendo_leftover leftover;
    const char* parts;
  } cases[] = {
      {"100", "1 1 1", 1, TIENDO_LEFTOVER_LARGEST_REMAINDER, "33.4 33.3 33.3"},
      {"-100", "1 1 1", 1, TIENDO_LEFTOVER_LAST, "-33.3 -33.3 -33.4"},
      {"5", "0 1.5 1.50 1.5", 0, TIENDO_LEFTOVER_FIRST, "0 3 1 1"},
      {"99999999999999999999999999999999999999", "1 1", 0, TIENDO_LEFTOVER_FIRST,
       "50000000000000000000000000000000000000 49999999999999999999999999999999999999"},
      {"12.40", "7", 1, TIENDO_LEFTOVER_LARGEST_REMAINDER, "12.4"},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    tiendo_decimal values[most];
    const tiendo_decimal amount = decimal(cases[i].amount);
    const int64_t count = list_of(cases[i].weights, values);
    CHECK_OK(tiendo_decimal_split(context, &amount, values, count, cases[i].scale,
                                  cases[i].leftover, values));
    CHECK_TEXT(text_of(values, count), cases[i].parts);
  }
}

static void the_shares_are_the_total(void) {
  static const struct {
    const char *numerators, *denominators, *total;
    int32_t scale;
    const char* results;
  } cases[] = {
      {"100 100 100", "3 3 3", "100", 1, "33.4 33.3 33.3"},
      {"63.25 26.05 10.70", NULL, "100", 1, "63.3 26.0 10.7"},
      {"5 -1 -7", "3 2 6", "0", 0, "2 -1 -1"},
      {"0.5 0.5", "1.0 -1.0", "0.00", 0, "1 -1"},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    tiendo_decimal above[most], below[most], results[most];
    const tiendo_decimal total = decimal(cases[i].total);
    const int64_t count = list_of(cases[i].numerators, above);
    const int with_below = cases[i].denominators != NULL;
    if (with_below) list_of(cases[i].denominators, below);
    CHECK_OK(tiendo_shares_round(context, above, with_below ? below : NULL, count, &total,
                                 cases[i].scale, results));
    CHECK_TEXT(text_of(results, count), cases[i].results);
  }
}

static void without_parts_there_is_no_array(void) {
  const tiendo_decimal zero = {0, 0, 0, 0};
  const tiendo_decimal one = {1, 0, 0, 0};
  CHECK_OK(tiendo_shares_round(context, NULL, NULL, 0, &zero, 0, NULL));
  CHECK_FAILS(tiendo_shares_round(context, NULL, NULL, 0, &one, 0, NULL), TIENDO_E_PARSE);
  CHECK_FAILS(tiendo_decimal_split(context, &one, NULL, 0, 0, 1, NULL), TIENDO_E_PARSE);
  CHECK(last_error().code == 116);
}

static void a_split_that_is_refused_leaves_the_parts_alone(void) {
  static const struct {
    const char *amount, *weights;
    int32_t scale, leftover;
    tiendo_status status;
    int32_t code;
  } cases[] = {
      {"12.345", "1 1", 2, 1, TIENDO_E_PARSE, 114}, {"1", "1 -1", 2, 1, TIENDO_E_PARSE, 115},
      {"1", "0 0.0", 2, 1, TIENDO_E_PARSE, 116},    {"1", "1 1", -1, 1, TIENDO_E_RANGE, 104},
      {"1", "1 1", 39, 1, TIENDO_E_RANGE, 104},     {"1", "1 1", 38, 1, TIENDO_OK, 0},
      {"10", "1 0", 38, 1, TIENDO_E_RANGE, 104},    {"1", "1 1", 0, 0, TIENDO_E_INVALID_ARG, 0},
      {"1", "1 1", 0, 4, TIENDO_E_INVALID_ARG, 0},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    tiendo_decimal weights[most];
    tiendo_decimal parts[most] = {{7, 7, 7, 7}, {7, 7, 7, 7}, {7, 7, 7, 7}, {7, 7, 7, 7}};
    const tiendo_decimal amount = decimal(cases[i].amount);
    const int64_t count = list_of(cases[i].weights, weights);
    CHECK_FAILS(tiendo_decimal_split(context, &amount, weights, count, cases[i].scale,
                                     cases[i].leftover, parts),
                cases[i].status);
    CHECK(last_error().code == cases[i].code);
    CHECK(cases[i].status == TIENDO_OK || (parts[0].lo == 7 && parts[1].lo == 7));
  }
}

static void shares_that_are_refused_leave_the_results_alone(void) {
  static const struct {
    const char *numerators, *denominators, *total;
    int32_t scale;
    tiendo_status status;
    int32_t code;
  } cases[] = {
      {"33.3 33.3 33.3", "1 1 1", "100", 1, TIENDO_E_PARSE, 117},
      {"0.25 0.30", "1 1", "0.55", 1, TIENDO_E_PARSE, 114},
      {"1 0", "1 0", "1", 1, TIENDO_E_RANGE, 102},
      {"1 0", "1 1", "1", 39, TIENDO_E_RANGE, 104},
      {"10 -10", "1 1", "0", 38, TIENDO_E_RANGE, 104},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    tiendo_decimal above[most], below[most];
    tiendo_decimal results[most] = {{7, 7, 7, 7}, {7, 7, 7, 7}, {7, 7, 7, 7}, {7, 7, 7, 7}};
    const tiendo_decimal total = decimal(cases[i].total);
    const int64_t count = list_of(cases[i].numerators, above);
    list_of(cases[i].denominators, below);
    CHECK_FAILS(tiendo_shares_round(context, above, below, count, &total, cases[i].scale, results),
                cases[i].status);
    CHECK(last_error().code == cases[i].code && results[0].lo == 7 && results[1].lo == 7);
  }
}

static void the_weights_may_be_fractions(void) {
  static const struct {
    const char* amount;
    const char* weights[most];
    int64_t count;
    int32_t scale;
    tiendo_leftover leftover;
    const char* parts;
  } cases[] = {
      {"100", {"1/3", "1/3", "2/6"}, 3, 1, TIENDO_LEFTOVER_LARGEST_REMAINDER, "33.4 33.3 33.3"},
      {"-100", {"1", "1.0", "7/7"}, 3, 1, TIENDO_LEFTOVER_LAST, "-33.3 -33.3 -33.4"},
      {"10", {"1/2", "0", "1/3", "1/6"}, 4, 0, TIENDO_LEFTOVER_LARGEST_REMAINDER, "5 0 3 2"},
      {"10", {"1/2", "0", "1/3", "1/6"}, 4, 0, TIENDO_LEFTOVER_FIRST, "6 0 3 1"},
      {"1",
       {"0.25", "10000000000000000000000000000000000000000/4"},
       2,
       0,
       TIENDO_LEFTOVER_FIRST,
       "1 0"},
  };
  const int64_t lengths[] = {3, TIENDO_NTS};
  const char* const cut[] = {"1/23", "2/3"};
  const tiendo_decimal ten = decimal("10");
  tiendo_decimal parts[most];
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const tiendo_decimal amount = decimal(cases[i].amount);
    CHECK_OK(tiendo_decimal_split_by_fractions(context, &amount, cases[i].weights, NULL,
                                               cases[i].count, cases[i].scale, cases[i].leftover,
                                               parts));
    CHECK_TEXT(text_of(parts, cases[i].count), cases[i].parts);
  }
  CHECK_OK(tiendo_decimal_split_by_fractions(context, &ten, cut, lengths, 2, 1, 1, parts));
  CHECK_TEXT(text_of(parts, 2), "4.3 5.7");
}

static void a_split_by_fractions_that_is_refused_leaves_the_parts_alone(void) {
  static const struct {
    const char* amount;
    const char* second;
    int32_t scale, leftover;
    tiendo_status status;
    int32_t code;
    int64_t row;
  } cases[] = {
      {"12.345", "1", 2, 1, TIENDO_E_PARSE, 114, -1},
      {"1", "-1/3", 2, 1, TIENDO_E_PARSE, 115, -1},
      {"1", "1/0", 2, 1, TIENDO_E_RANGE, 102, 1},
      {"1", "1,5", 2, 1, TIENDO_E_PARSE, 100, 1},
      {"1", "1\xC3", 2, 1, TIENDO_E_ENCODING, 2, 1},
      {"1", NULL, 2, 1, TIENDO_E_INVALID_ARG, 0, 1},
      {"1", "1", -1, 1, TIENDO_E_RANGE, 104, -1},
      {"1", "1", 39, 1, TIENDO_E_RANGE, 104, -1},
      {"1", "1", 2, 0, TIENDO_E_INVALID_ARG, 0, -1},
      {"99999999999999999999999999999999999999", "1", 1, 1, TIENDO_E_RANGE, 104, -1},
  };
  const tiendo_decimal one = {1, 0, 0, 0};
  const char* const zeros[] = {"0", "0/5"};
  size_t i;
  tiendo_decimal parts[2] = {{7, 7, 7, 7}, {7, 7, 7, 7}};
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const char* weights[2] = {"1", NULL};
    const tiendo_decimal amount = decimal(cases[i].amount);
    weights[1] = cases[i].second;
    CHECK_FAILS(tiendo_decimal_split_by_fractions(context, &amount, weights, NULL, 2,
                                                  cases[i].scale, cases[i].leftover, parts),
                cases[i].status);
    CHECK(last_error().code == cases[i].code && last_error().row == cases[i].row);
  }
  CHECK_FAILS(tiendo_decimal_split_by_fractions(context, &one, zeros, NULL, 2, 0, 1, parts),
              TIENDO_E_PARSE);
  CHECK(last_error().code == 116);
  CHECK_FAILS(tiendo_decimal_split_by_fractions(context, &one, NULL, NULL, 0, 0, 1, NULL),
              TIENDO_E_PARSE);
  CHECK(last_error().code == 116);
  CHECK(parts[0].lo == 7 && parts[1].lo == 7);
}

static void fractions_that_may_not_be_passed_are_refused(void) {
  const tiendo_decimal one = {1, 0, 0, 0};
  const char* const weight = "1";
  const int64_t below = -2;
  tiendo_decimal part = {7, 7, 7, 7};
  CHECK_FAILS(tiendo_decimal_split_by_fractions(context, NULL, &weight, NULL, 1, 0, 1, &part),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_split_by_fractions(context, &one, NULL, NULL, 1, 0, 1, &part),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_split_by_fractions(context, &one, &weight, &below, 1, 0, 1, &part),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_split_by_fractions(context, &one, &weight, NULL, -1, 0, 1, &part),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_split_by_fractions(context, &one, &weight, NULL, 1, 0, 4, &part),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_split_by_fractions(context, &one, &weight, NULL, 1, 0, 1, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_split_by_fractions(NULL, &one, &weight, NULL, 1, 0, 1, &part) ==
        TIENDO_E_INVALID_ARG);
  CHECK(part.lo == 7);
}

static void what_may_not_be_passed_is_refused(void) {
  const tiendo_decimal one = {1, 0, 0, 0};
  const tiendo_decimal bad = {1, 0, 0, 1};
  tiendo_decimal result;
  CHECK_FAILS(tiendo_decimal_split(context, NULL, &one, 1, 0, 1, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_split(context, &one, NULL, 1, 0, 1, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_split(context, &one, &one, -1, 0, 1, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_split(context, &one, &one, 1, 0, 1, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_decimal_split(context, &one, &bad, 1, 0, 1, &result), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_decimal_split(NULL, &one, &one, 1, 0, 1, &result) == TIENDO_E_INVALID_ARG);

  CHECK_FAILS(tiendo_shares_round(context, NULL, &one, 1, &one, 0, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_shares_round(context, &one, &bad, 1, &one, 0, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_shares_round(context, &bad, NULL, 1, &one, 0, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_shares_round(context, &one, NULL, -1, &one, 0, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_shares_round(context, &one, NULL, 1, NULL, 0, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_shares_round(context, &one, NULL, 1, &one, 0, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_shares_round(NULL, &one, NULL, 1, &one, 0, &result) == TIENDO_E_INVALID_ARG);
}

int main(void) {
  use_all();
  begin();
  the_parts_are_the_amount();
  the_shares_are_the_total();
  without_parts_there_is_no_array();
  a_split_that_is_refused_leaves_the_parts_alone();
  shares_that_are_refused_leave_the_results_alone();
  the_weights_may_be_fractions();
  a_split_by_fractions_that_is_refused_leaves_the_parts_alone();
  fractions_that_may_not_be_passed_are_refused();
  what_may_not_be_passed_is_refused();
  return failures();
}
