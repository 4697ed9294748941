/* Periods: read, written, moved, split, tiled, and how much of one is over. */

#include "check.h"

static void words_are_read_and_the_shortest_is_written(void) {
  static const struct {
    const char* text;
    const char* start;
    const char* end;
    const char* shortest;
  } cases[] = {
      {"2024", "2024-01-01", "2025-01-01", "2024"},
      {"2024-6M", "2024-01-01", "2024-07-01", "2024-H1"},
      {"2024-Q3", "2024-07-01", "2024-10-01", "2024-Q3"},
      {"2024-9M", "2024-01-01", "2024-10-01", "2024-9M"},
      {"2024-06", "2024-06-01", "2024-07-01", "2024-06"},
      {"2021/2025", "2021-01-01", "2026-01-01", "2021/2025"},
      {"2024-01-15/2024-02-15", "2024-01-15", "2024-02-15", "2024-01-15/2024-02-15"},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const tiendo_period period = period_of(cases[i].text);
    CHECK(period.start == day_of(cases[i].start) && period.end == day_of(cases[i].end));
    CHECK_TEXT(word_of(period), cases[i].shortest);
  }
}

static void what_is_no_period_is_refused_with_its_place(void) {
  static const struct {
    const char* text;
    tiendo_status status;
    int32_t code;
    int64_t offset;
  } cases[] = {
      {"2024-13", TIENDO_E_PARSE, 203, 5},   {"2024-01-15/2024-02-30", TIENDO_E_PARSE, 201, 19},
      {"2025/2021", TIENDO_E_PARSE, 204, 5}, {"0000", TIENDO_E_RANGE, 202, 0},
      {"10000", TIENDO_E_PARSE, 203, 4},     {"\xFF", TIENDO_E_ENCODING, 2, 0},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    tiendo_period period = {7, 8};
    CHECK_FAILS(tiendo_period_parse(context, cases[i].text, TIENDO_NTS, &period), cases[i].status);
    CHECK(last_error().code == cases[i].code && last_error().byte_offset == cases[i].offset);
    CHECK(period.start == 7 && period.end == 8);
  }
}

static void periods_move_and_have_one_before(void) {
  tiendo_period period = period_of("2024-02");
  CHECK_OK(tiendo_period_shift(context, &period, -12, &period)); /* in its own place */
  CHECK_TEXT(word_of(period), "2023-02");
  CHECK_OK(tiendo_period_shift(context, &period, 12, &period));
  CHECK_TEXT(word_of(period), "2024-02");
  CHECK_OK(tiendo_period_previous(context, &period, &period));
  CHECK_TEXT(word_of(period), "2024-01");
  CHECK_FAILS(tiendo_period_shift(context, &period, INT64_MIN, &period), TIENDO_E_RANGE);
  period = period_of("1400");
  CHECK_FAILS(tiendo_period_previous(context, &period, &period), TIENDO_E_RANGE);
  CHECK_TEXT(word_of(period), "1400");
}

static void a_period_is_split(void) {
  const tiendo_period year = period_of("2024");
  tiendo_period parts[4] = {{7, 8}, {7, 8}, {7, 8}, {7, 8}};
  int64_t count = 0;
  CHECK_OK(tiendo_period_split(context, &year, 3, parts, 4, &count));
  CHECK(count == 4);
  CHECK_TEXT(word_of(parts[0]), "2024-Q1");
  CHECK_TEXT(word_of(parts[3]), "2024-Q4");
  CHECK_FAILS(tiendo_period_split(context, &year, 1, parts, 4, &count), TIENDO_E_SMALL_BUFFER);
  CHECK(count == 12);
  CHECK_TEXT(word_of(parts[0]), "2024-Q1");
  CHECK_FAILS(tiendo_period_split(context, &year, 6, NULL, 0, &count), TIENDO_E_SMALL_BUFFER);
  CHECK(count == 2);
  CHECK_FAILS(tiendo_period_split(context, &year, 5, parts, 4, &count), TIENDO_E_PARSE);
  CHECK(last_error().code == 205 && count == 2);
  CHECK_FAILS(tiendo_period_split(context, &year, 3, parts, -1, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_period_split(context, &year, 3, NULL, 4, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_period_split(context, &year, 3, parts, 4, NULL), TIENDO_E_INVALID_ARG);
}

static void tilings_are_judged(void) {
  const tiendo_period whole = period_of("2024-Q1");
  tiendo_period parts[3];
  tiendo_period days = {7, 8};
  tiendo_tiling tiling = -1;
  parts[0] = period_of("2024-03");
  parts[1] = period_of("2024-01");
  parts[2] = period_of("2024-02");
  CHECK_OK(tiendo_period_tiling(context, &whole, parts, 3, &tiling, &days));
  CHECK(tiling == TIENDO_TILING_EXACT && days.start == 7 && days.end == 8);
  CHECK_OK(tiendo_period_tiling(context, &whole, parts, 2, &tiling, &days));
  CHECK(tiling == TIENDO_TILING_GAP);
  CHECK_TEXT(word_of(days), "2024-02");
  parts[0] = parts[2];
  CHECK_OK(tiendo_period_tiling(context, &whole, parts, 3, &tiling, &days));
  CHECK(tiling == TIENDO_TILING_OVERLAP);
  parts[0] = period_of("2023");
  CHECK_OK(tiendo_period_tiling(context, &whole, parts, 3, &tiling, &days));
  CHECK(tiling == TIENDO_TILING_OUTSIDE);
  CHECK_TEXT(word_of(days), "2023");
  CHECK_OK(tiendo_period_tiling(context, &whole, NULL, 0, &tiling, NULL));
  CHECK(tiling == TIENDO_TILING_GAP);
}

static void a_part_that_is_no_period_is_named(void) {
  const tiendo_period whole = period_of("2024-Q1");
  tiendo_period parts[2];
  tiendo_tiling tiling = -1;
  parts[0] = whole;
  parts[1].start = parts[1].end = 5;
  CHECK_FAILS(tiendo_period_tiling(context, &whole, parts, 2, &tiling, NULL), TIENDO_E_PARSE);
  CHECK(last_error().code == 204 && last_error().row == 1);
  parts[1].end = INT32_MAX;
  CHECK_FAILS(tiendo_period_tiling(context, &whole, parts, 2, &tiling, NULL), TIENDO_E_RANGE);
  CHECK(last_error().row == 1 && tiling == -1);
}

static void the_day_of_the_report_is_over(void) {
  const tiendo_period year = period_of("2024");
  int64_t gone = -1;
  int64_t days = -1;
  CHECK_OK(tiendo_period_elapsed(context, &year, day_of("2024-06-30"), &gone, &days));
  CHECK(gone == 182 && days == 366);
  CHECK_OK(tiendo_period_elapsed(context, &year, day_of("2023-12-31"), &gone, &days));
  CHECK(gone == 0 && days == 366);
  CHECK_OK(tiendo_period_elapsed(context, &year, day_of("2025-01-01"), &gone, &days));
  CHECK(gone == 366);
  CHECK_FAILS(tiendo_period_elapsed(context, &year, INT32_MAX, &gone, &days), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_period_elapsed(context, &year, 0, NULL, &days), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_period_elapsed(context, &year, 0, &gone, NULL), TIENDO_E_INVALID_ARG);
}

static void months_begin_on_the_day_of_the_period(void) {
  const tiendo_period year = period_of("2024");
  const tiendo_period administrative = period_of("2023-12-15/2024-12-15");
  const tiendo_period days = period_of("2024-01-15/2024-02-10");
  const tiendo_period empty = {5, 5};
  int32_t gone = -1;
  int32_t months = -1;
  CHECK_OK(tiendo_period_elapsed_months(context, &year, day_of("2024-06-30"), &gone, &months));
  CHECK(gone == 6 && months == 12);
  CHECK_OK(tiendo_period_elapsed_months(context, &year, day_of("2024-06-29"), &gone, &months));
  CHECK(gone == 5 && months == 12);
  CHECK_OK(
      tiendo_period_elapsed_months(context, &administrative, day_of("2024-01-14"), &gone, &months));
  CHECK(gone == 1 && months == 12);
  CHECK_FAILS(tiendo_period_elapsed_months(context, &days, 0, &gone, &months), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "period_not_whole");
  CHECK_FAILS(tiendo_period_elapsed_months(context, &empty, 0, &gone, &months), TIENDO_E_PARSE);
  CHECK_FAILS(tiendo_period_elapsed_months(context, NULL, 0, &gone, &months), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_period_elapsed_months(context, &year, INT32_MAX, &gone, &months),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_period_elapsed_months(context, &year, 0, NULL, &months), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_period_elapsed_months(context, &year, 0, &gone, NULL), TIENDO_E_INVALID_ARG);
  CHECK(gone == 1 && months == 12);
}

static void arguments_are_checked(void) {
  const tiendo_period year = period_of("2024");
  const tiendo_period empty = {5, 5};
  const tiendo_period beyond = {INT32_MIN, 5};
  tiendo_period result = {7, 8};
  tiendo_tiling tiling;
  char text[24];
  int64_t length = 7;
  CHECK_FAILS(tiendo_period_parse(context, "2024", 4, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_period_format(context, NULL, text, 24, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_period_format(context, &empty, text, 24, &length), TIENDO_E_PARSE);
  CHECK_FAILS(tiendo_period_format(context, &beyond, text, 24, &length), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_period_format(context, &year, text, 4, &length), TIENDO_E_SMALL_BUFFER);
  CHECK(length == 4);
  CHECK_FAILS(tiendo_period_shift(context, NULL, 1, &result), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_period_shift(context, &year, 1, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_period_previous(context, &empty, &result), TIENDO_E_PARSE);
  CHECK_FAILS(tiendo_period_tiling(context, &year, NULL, 1, &tiling, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_period_tiling(context, &year, &year, -1, &tiling, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_period_tiling(context, &year, &year, 1, NULL, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_period_shift(NULL, &year, 1, &result) == TIENDO_E_INVALID_ARG);
  CHECK(result.start == 7 && result.end == 8);
}

int main(void) {
  use_all();
  begin();
  words_are_read_and_the_shortest_is_written();
  what_is_no_period_is_refused_with_its_place();
  periods_move_and_have_one_before();
  a_period_is_split();
  tilings_are_judged();
  a_part_that_is_no_period_is_named();
  the_day_of_the_report_is_over();
  months_begin_on_the_day_of_the_period();
  arguments_are_checked();
  return failures();
}
