/* Days: read, written, and what is not one. */

#include "check.h"

static void days_are_read(void) {
  static const struct {
    const char* text;
    int32_t day;
  } cases[] = {
      {"1970-01-01", 0},       {"1969-12-31", -1},      {"2024-06-30", 19904},
      {"1400-01-01", -208188}, {"9999-12-31", 2932896},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    char text[11];
    int64_t length = 0;
    CHECK(day_of(cases[i].text) == cases[i].day);
    CHECK_OK(tiendo_date_format(context, cases[i].day, text, sizeof text, &length));
    CHECK(length == 10);
    CHECK_TEXT(text, cases[i].text);
  }
}

static void what_is_no_day_is_refused(void) {
  static const struct {
    const char* text;
    tiendo_status status;
    int32_t code;
  } cases[] = {
      {"2024-6-30", TIENDO_E_PARSE, 200},  {"", TIENDO_E_PARSE, 200},
      {"2023-02-29", TIENDO_E_PARSE, 201}, {"2024-06-30 ", TIENDO_E_PARSE, 200},
      {"1399-12-31", TIENDO_E_RANGE, 202}, {"\xFF", TIENDO_E_ENCODING, 2},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    int32_t day = 7;
    CHECK_FAILS(tiendo_date_parse(context, cases[i].text, TIENDO_NTS, &day), cases[i].status);
    CHECK(last_error().code == cases[i].code);
    CHECK(day == 7);
  }
}

static void arguments_are_checked(void) {
  char text[11];
  int64_t length = 7;
  int32_t day = 7;
  CHECK_FAILS(tiendo_date_parse(context, "2024-06-30", 9, &day), TIENDO_E_PARSE);
  CHECK_OK(tiendo_date_parse(context, "2024-06-30 and more", 10, &day));
  CHECK_FAILS(tiendo_date_parse(context, "2024-06-30", -2, &day), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_date_parse(context, "2024-06-30", 10, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_date_format(context, 2932897, text, sizeof text, &length), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_date_format(context, INT32_MIN, text, sizeof text, &length), TIENDO_E_RANGE);
  CHECK(length == 7);
  CHECK_FAILS(tiendo_date_format(context, 0, text, 10, &length), TIENDO_E_SMALL_BUFFER);
  CHECK(length == 10);
  CHECK(tiendo_date_parse(NULL, "2024-06-30", 10, &day) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_date_format(NULL, 0, text, 11, &length) == TIENDO_E_INVALID_ARG);
}

int main(void) {
  use_all();
  begin();
  days_are_read();
  what_is_no_day_is_refused();
  arguments_are_checked();
  return failures();
}
