/* Rankings, contributions, scores and methods: the texts are those of the tool. */

#include "check.h"

#define BOOK "tests/golden/books/roll-ups/"
#define REPORTS "tests/golden/reports/"

static char text[200000];
static char wanted[200000];
static char criteria[20000];
static int64_t length;
static tiendo_observations* log_of_book;
static tiendo_request request;

static void read_file(const char* path, char* into, size_t most) {
  FILE* file = fopen(path, "rb");
  size_t size = 0;
  CHECK(file != NULL);
  if (file == NULL) return;
  size = fread(into, 1, most - 1, file);
  into[size] = '\0';
  fclose(file);
}

static void open_book(void) {
  tiendo_plan* plan = NULL;
  CHECK_OK(tiendo_plan_read_file(context, BOOK "plan.json", &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &log_of_book));
  CHECK_OK(tiendo_observations_read_file(context, log_of_book, BOOK "observations.csv",
                                         TIENDO_NUMBERS_PLAIN));
  tiendo_plan_destroy(plan);
  read_file(BOOK "criteria.json", criteria, sizeof criteria);
  request = request_of("2024-12-31");
}

static tiendo_roll_up of(const char* indicator) {
  tiendo_roll_up asked;
  memset(&asked, 0, sizeof asked);
  asked.struct_size = sizeof asked;
  asked.indicator = indicator;
  return asked;
}

static tiendo_write_options form(tiendo_format format, tiendo_language language, int32_t exact) {
  tiendo_write_options options;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.format = format;
  options.language = language;
  options.exact = exact;
  return options;
}

static void expect_file(const char* path) {
  read_file(path, wanted, sizeof wanted);
  CHECK_TEXT(text, wanted);
  CHECK(length == (int64_t)strlen(wanted));
}

static void a_ranking_is_that_of_the_tool(void) {
  tiendo_roll_up asked = of("paid");
  tiendo_write_options options = form(TIENDO_FORMAT_JSON, TIENDO_LANGUAGE_VI, 1);
  asked.threshold = "80";
  CHECK_OK(tiendo_observations_rank(context, log_of_book, &asked, &request, &options, text,
                                    sizeof text, &length));
  expect_file(REPORTS "roll-ups-rank-paid.json");
  asked = of("paid");
  asked.figure = TIENDO_FIELD_GROWTH;
  asked.unit = "huyen";
  asked.has_period = 1;
  CHECK_OK(tiendo_date_parse(context, "2024-01-01", TIENDO_NTS, &asked.period_start));
  CHECK_OK(tiendo_date_parse(context, "2025-01-01", TIENDO_NTS, &asked.period_end));
  options = form(TIENDO_FORMAT_TEXT, TIENDO_LANGUAGE_EN, 0);
  CHECK_OK(tiendo_observations_rank(context, log_of_book, &asked, &request, &options, text,
                                    sizeof text, &length));
  expect_file(REPORTS "roll-ups-rank-growth.en.txt");
  CHECK_FAILS(
      tiendo_observations_rank(context, log_of_book, &asked, &request, &options, text, 9, &length),
      TIENDO_E_SMALL_BUFFER);
}

static void contributions_are_those_of_the_tool(void) {
  tiendo_roll_up asked = of("sectors");
  tiendo_write_options options = form(TIENDO_FORMAT_JSON, TIENDO_LANGUAGE_VI, 1);
  CHECK_OK(tiendo_observations_contributions(context, log_of_book, &asked, &request, &options, text,
                                             sizeof text, &length));
  expect_file(REPORTS "roll-ups-sectors.json");
  asked.shares = TIENDO_SHARES_LARGEST_REMAINDER;
  options = form(TIENDO_FORMAT_TEXT, TIENDO_LANGUAGE_EN, 0);
  options.has_digits = 1;
  CHECK_OK(tiendo_observations_contributions(context, log_of_book, &asked, &request, &options, text,
                                             sizeof text, &length));
  expect_file(REPORTS "roll-ups-sectors-largest.en.txt");
  asked = of("sectors");
  asked.whole = "output";
  CHECK_OK(tiendo_observations_contributions(context, log_of_book, &asked, &request, NULL, text,
                                             sizeof text, &length));
  expect_file(REPORTS "roll-ups-sectors.vi.txt");
}

static void scores_are_those_of_the_tool(void) {
  tiendo_roll_up asked = of(NULL);
  tiendo_write_options options = form(TIENDO_FORMAT_JSON, TIENDO_LANGUAGE_VI, 0);
  asked.criteria = criteria;
  CHECK_OK(tiendo_observations_score(context, log_of_book, &asked, &request, &options, text,
                                     sizeof text, &length));
  expect_file(REPORTS "roll-ups-score.json");
  options = form(TIENDO_FORMAT_CSV, TIENDO_LANGUAGE_VI, 1);
  CHECK_OK(tiendo_observations_score(context, log_of_book, &asked, &request, &options, text,
                                     sizeof text, &length));
  expect_file(REPORTS "roll-ups-score.csv");
  CHECK_OK(tiendo_criteria_write(context, criteria, text, sizeof text, &length));
  CHECK_TEXT(text, criteria);
}

static void methods_are_listed_with_their_thresholds(void) {
  const tiendo_write_options options = form(TIENDO_FORMAT_JSON, TIENDO_LANGUAGE_EN, 0);
  CHECK_OK(tiendo_methods_write(context, &options, text, sizeof text, &length));
  CHECK(strstr(text, "\"format\": \"tiendo-methods/1\"") != NULL);
  CHECK(strstr(text, "\"id\": \"criteria_total\"") != NULL);
  CHECK(strstr(text, "\"needs_confirmation\": true") != NULL);
  CHECK_OK(tiendo_methods_write(context, NULL, text, sizeof text, &length));
  CHECK(strstr(text, "ratio_to_target@1") != NULL);
  CHECK_FAILS(tiendo_methods_write(context, NULL, text, 3, &length), TIENDO_E_SMALL_BUFFER);
}

static void rank_fails(tiendo_roll_up asked, tiendo_status status) {
  CHECK_FAILS(tiendo_observations_rank(context, log_of_book, &asked, &request, NULL, text,
                                       sizeof text, &length),
              status);
}

static void parts_fail(tiendo_roll_up asked, tiendo_status status) {
  CHECK_FAILS(tiendo_observations_contributions(context, log_of_book, &asked, &request, NULL, text,
                                                sizeof text, &length),
              status);
}

static void score_fails(tiendo_roll_up asked, tiendo_status status) {
  CHECK_FAILS(tiendo_observations_score(context, log_of_book, &asked, &request, NULL, text,
                                        sizeof text, &length),
              status);
}

static void what_is_not_there_is_refused(void) {
  tiendo_roll_up asked = of("payd");
  rank_fails(asked, TIENDO_E_PARSE);
  CHECK(last_error().code == 303);
  asked = of("paid");
  asked.unit = "tin";
  rank_fails(asked, TIENDO_E_PARSE);
  CHECK(last_error().code == 302);
  asked = of("paid");
  asked.assigner = "nobody";
  rank_fails(asked, TIENDO_E_PARSE);
  asked = of("paid");
  asked.threshold = "60,5";
  rank_fails(asked, TIENDO_E_PARSE);
  asked = of("sectors");
  asked.whole = "nothing";
  parts_fail(asked, TIENDO_E_PARSE);
  asked = of(NULL);
  asked.criteria = "{}";
  score_fails(asked, TIENDO_E_PARSE);
  CHECK(last_error().code == 603);
  CHECK_FAILS(tiendo_criteria_write(context, "[", text, sizeof text, &length), TIENDO_E_PARSE);
}

static void arguments_are_checked(void) {
  tiendo_roll_up asked = of(NULL);
  rank_fails(asked, TIENDO_E_INVALID_ARG);
  parts_fail(asked, TIENDO_E_INVALID_ARG);
  score_fails(asked, TIENDO_E_INVALID_ARG);
  asked = of("paid");
  asked.criteria = criteria;
  rank_fails(asked, TIENDO_E_INVALID_ARG);
  parts_fail(asked, TIENDO_E_INVALID_ARG);
  score_fails(asked, TIENDO_E_INVALID_ARG);
  asked = of("paid");
  asked.figure = TIENDO_FIELD_TARGET;
  rank_fails(asked, TIENDO_E_INVALID_ARG);
  parts_fail(asked, TIENDO_E_INVALID_ARG);
  asked = of("paid");
  asked.shares = 2;
  rank_fails(asked, TIENDO_E_INVALID_ARG);
  parts_fail(asked, TIENDO_E_INVALID_ARG);
  asked = of("paid");
  asked.struct_size = 8;
  rank_fails(asked, TIENDO_E_INVALID_ARG);
  asked = of("paid");
  CHECK_FAILS(
      tiendo_observations_rank(context, NULL, &asked, &request, NULL, text, sizeof text, &length),
      TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_rank(context, log_of_book, NULL, &request, NULL, text,
                                       sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_rank(context, log_of_book, &asked, NULL, NULL, text, sizeof text,
                                       &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_criteria_write(context, NULL, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
}

int main(void) {
  use_all();
  begin();
  open_book();
  a_ranking_is_that_of_the_tool();
  contributions_are_those_of_the_tool();
  scores_are_those_of_the_tool();
  methods_are_listed_with_their_thresholds();
  what_is_not_there_is_refused();
  arguments_are_checked();
  tiendo_observations_destroy(log_of_book);
  return failures();
}
