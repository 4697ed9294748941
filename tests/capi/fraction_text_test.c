/* Fractions that come in as text: every result passed in again, and what is too long refused with
 * the place of the digit. */

#include "check.h"

enum { text_size = 24000 };

static char text[text_size];
static int64_t length;

/* A result passed in again comes out as it was. */
static void expect_round_trip(const char* value) {
  static char again[text_size];
  int32_t order = 7;
  CHECK_OK(tiendo_fraction_add(context, value, TIENDO_NTS, "0", 1, again, text_size, &length));
  CHECK_TEXT(again, value);
  CHECK_OK(tiendo_fraction_compare(context, value, TIENDO_NTS, again, TIENDO_NTS, &order));
  CHECK(order == 0);
}

static void the_longest_results_are_read_again(void) {
  static const struct {
    const char* base;
    int32_t exponent;
    int64_t digits;
  } powers[] = {{"10", 999, 1000},     {"10", 1000, 1001},   {"10", 9999, 10000},
                {"9", 10479, 10000},   {"7", -11832, 10001}, {"-8/9", 10479, 19466},
                {"-5/3", 14305, 16826}};
  static char value[text_size];
  size_t i;
  for (i = 0; i < sizeof powers / sizeof *powers; ++i) {
    CHECK_OK(tiendo_fraction_power(context, powers[i].base, TIENDO_NTS, powers[i].exponent, value,
                                   text_size, &length));
    CHECK(length >= powers[i].digits);
    expect_round_trip(value);
  }
  CHECK_OK(tiendo_fraction_round(context, "-2/3", 4, 9999, TIENDO_ROUND_UP, TIENDO_NUMBERS_PLAIN,
                                 value, text_size, &length));
  CHECK_OK(tiendo_fraction_decimal(context, value, TIENDO_NTS, TIENDO_NUMBERS_PLAIN, text,
                                   text_size, &length));
  CHECK_TEXT(text, value);
  CHECK_OK(tiendo_fraction_root(context, "2", 1, 2, 9999, TIENDO_ROUND_FLOOR, TIENDO_NUMBERS_PLAIN,
                                value, text_size, &length));
  CHECK(length == 10001);
  CHECK_OK(tiendo_fraction_decimal(context, value, TIENDO_NTS, TIENDO_NUMBERS_PLAIN, text,
                                   text_size, &length));
  CHECK_TEXT(text, value);
}

/* A text of so many digits, with another in front of and behind them. */
static const char* digits_between(const char* before, size_t count, const char* after) {
  static char made[3 * text_size];
  const size_t start = strlen(before);
  strcpy(made, before);
  memset(made + start, '9', count);
  strcpy(made + start + count, after);
  return made;
}

static void a_text_that_is_too_long_is_refused_at_its_digit(void) {
  static const struct {
    const char* before;
    size_t digits;
    const char* after;
    int32_t code;
    int64_t offset;
  } cases[] = {
      {"", 10000, "", 0, -1},
      {"", 10001, "", 101, 10000},
      {"-", 10000, "/7", 0, -1},
      {"-", 10001, "/7", 101, 10001},
      {"1/", 10000, "", 0, -1},
      {"+1/", 10001, "", 101, 10003},
      {"000", 10000, "", 0, -1},
      {"000", 10001, "", 101, 10003},
      {"0.", 9999, "", 0, -1},
      {"0.", 10000, "", 101, 10001},
      {"00.00", 9997, "", 0, -1},
      {"00.00", 9998, "", 101, 10002},
      {"-9.", 9999, "", 0, -1},
      {"99.", 9999, "", 101, 10001},
      {"", 9999, ".9", 0, -1},
      {"", 9999, ".99", 101, 10001},
      {"", 10000, ".9", 101, 10001},
      {"", 10001, ".9", 101, 10000},
      {"", 20000, "/x", 101, 10000},
      {"", 1001, "/-2", 100, 1002},
      {"", 1001, ".5/2", 100, 1001},
      {"", 1001, "/", 100, 1002},
      {"1/", 1001, ".5", 100, 1003},
      {"1/", 1001, "/2", 100, 1003},
      {"", 1001, "/0", 102, -1},
      {"", 1001, "/000", 102, -1},
      {"", 1001, "\xC3\xA9", 100, 1001},
      {"", 1001, "\xC3", 2, 1001},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const char* value = digits_between(cases[i].before, cases[i].digits, cases[i].after);
    int32_t order = 7;
    tiendo_fraction_compare(context, value, TIENDO_NTS, "0", 1, &order);
    if (last_error().code != cases[i].code || last_error().byte_offset != cases[i].offset) {
      printf("case %d: code %d at %d\n", (int)i, (int)last_error().code,
             (int)last_error().byte_offset);
      ++check_failures;
    }
    CHECK((order == 7) == (cases[i].code != 0));
  }
}

int main(void) {
  use_all();
  begin();
  the_longest_results_are_read_again();
  a_text_that_is_too_long_is_refused_at_its_digit();
  return failures();
}
