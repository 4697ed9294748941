/* Days: read, written, joined, split, moved, and what is not one. */

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

static void the_offset_is_that_of_the_part_that_is_not_real(void) {
  int32_t day = 7;
  CHECK_FAILS(tiendo_date_parse(context, "2024-13-01", TIENDO_NTS, &day), TIENDO_E_PARSE);
  CHECK(last_error().byte_offset == 5);
  CHECK_FAILS(tiendo_date_parse(context, "2024-02-30", TIENDO_NTS, &day), TIENDO_E_PARSE);
  CHECK(last_error().byte_offset == 8);
}

static void days_are_joined_and_split(void) {
  int32_t day = 7;
  int32_t year = 0;
  int32_t month = 0;
  int32_t day_of_month = 0;
  int32_t weekday = 0;
  CHECK_OK(tiendo_date_join(context, 2024, 2, 29, &day));
  CHECK(day == day_of("2024-02-29"));
  CHECK_OK(tiendo_date_split(context, day, &year, &month, &day_of_month, &weekday));
  CHECK(year == 2024 && month == 2 && day_of_month == 29 && weekday == 4);
  weekday = 0;
  CHECK_OK(tiendo_date_split(context, -208188, NULL, NULL, NULL, &weekday));
  CHECK(weekday == 3);
  CHECK_FAILS(tiendo_date_join(context, 2023, 2, 29, &day), TIENDO_E_PARSE);
  CHECK(last_error().code == 201);
  CHECK_FAILS(tiendo_date_join(context, 10000, 1, 1, &day), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_date_join(context, INT32_MIN, INT32_MAX, 1, &day), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_date_join(context, 2024, 1, 1, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_date_split(context, 2932897, &year, NULL, NULL, NULL), TIENDO_E_RANGE);
  CHECK(day == day_of("2024-02-29") && year == 2024);
}

static void months_are_added_first_then_days(void) {
  static const struct {
    const char* from;
    int64_t months;
    int64_t days;
    const char* to;
  } cases[] = {
      {"2023-01-31", 1, 0, "2023-02-28"},  {"2023-01-31", 1, 1, "2023-03-01"},
      {"2023-02-28", 1, 0, "2023-03-28"},  {"2024-02-29", -12, 0, "2023-02-28"},
      {"2024-03-01", 0, -1, "2024-02-29"}, {"2024-01-01", 0, 0, "2024-01-01"},
  };
  size_t i;
  int32_t day = 7;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    CHECK_OK(tiendo_date_add(context, day_of(cases[i].from), cases[i].months, cases[i].days, &day));
    CHECK(day == day_of(cases[i].to));
  }
  day = 7;
  CHECK_FAILS(tiendo_date_add(context, 0, INT64_MAX, 0, &day), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_date_add(context, 0, 0, INT64_MIN, &day), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_date_add(context, 2932897, 0, -1, &day), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_date_add(context, 0, 0, 0, NULL), TIENDO_E_INVALID_ARG);
  CHECK(day == 7);
}

int main(void) {
  use_all();
  begin();
  days_are_read();
  the_offset_is_that_of_the_part_that_is_not_real();
  days_are_joined_and_split();
  months_are_added_first_then_days();
  what_is_no_day_is_refused();
  arguments_are_checked();
  return failures();
}
