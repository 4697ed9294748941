/* Partial results from C: made, written, read, merged, and the report of all. */

#include "check.h"

static const char kPlan[] =
    "{\"format\": \"tiendo-plan/1\","
    " \"measures\": [{\"id\": \"t\", \"kind\": \"mass\", \"name\": \"t\"}],"
    " \"units\": [{\"id\": \"land\"},"
    "  {\"id\": \"a\", \"kind\": \"district\", \"parent\": \"land\"},"
    "  {\"id\": \"b\", \"kind\": \"district\", \"parent\": \"land\"},"
    "  {\"id\": \"a1\", \"kind\": \"ward\", \"parent\": \"a\"},"
    "  {\"id\": \"a2\", \"kind\": \"ward\", \"parent\": \"a\"}],"
    " \"indicators\": [{\"id\": \"x\", \"kind\": \"flow\", \"measure\": \"t\"}],"
    " \"plan\": {\"id\": \"p\", \"unit\": \"land\", \"period\": \"2024\", \"targets\": ["
    "  {\"indicator\": \"x\", \"at_least\": \"6\"},"
    "  {\"indicator\": \"x\", \"unit\": \"a\", \"at_least\": \"3\"},"
    "  {\"indicator\": \"x\", \"unit\": \"a1\", \"at_least\": \"1\"}]}}";

static const char* const kA[] = {"a"};
static const char* const kB[] = {"b"};
static const char* const kNobody[] = {"nobody"};
static const char* const kNull[] = {NULL};

static tiendo_plan* plan;
static tiendo_observations* of_a;
static tiendo_observations* of_b;

static tiendo_part_units units_of(const char* const* whole) {
  tiendo_part_units units = {0};
  units.struct_size = sizeof(units);
  units.whole = whole;
  units.whole_count = whole == NULL ? 0 : 1;
  return units;
}

static tiendo_observations* log_of(const char* text) {
  tiendo_observations* log = NULL;
  CHECK(tiendo_observations_create(context, plan, &log) == TIENDO_OK);
  CHECK(tiendo_observations_read(context, log, text, TIENDO_NTS, NULL, TIENDO_NUMBERS_PLAIN) ==
        TIENDO_OK);
  return log;
}

static const char kDay[] = "2024-12-31";

static tiendo_partial* partial_of(const tiendo_observations* log, const char* const* whole,
                                  const char* day) {
  const tiendo_request request = request_of(day);
  const tiendo_part_units units = units_of(whole);
  tiendo_partial* partial = NULL;
  CHECK(tiendo_partial_create(context, log, &request, &units, &partial) == TIENDO_OK);
  return partial;
}

static tiendo_status refused(const tiendo_observations* log, const char* const* whole) {
  const tiendo_request request = request_of(kDay);
  const tiendo_part_units units = units_of(whole);
  tiendo_partial* partial = NULL;
  const tiendo_status status = tiendo_partial_create(context, log, &request, &units, &partial);
  CHECK(partial == NULL);
  return status;
}

static void expect_rows(tiendo_report* report, int64_t rows, const char* first) {
  int64_t count = 0;
  char text[64];
  int64_t length = 0;
  CHECK(tiendo_report_row_count(context, report, &count) == TIENDO_OK);
  CHECK(count == rows);
  CHECK(tiendo_report_figure_exact(context, report, 0, TIENDO_FIELD_ACTUAL, TIENDO_FRACTION_WHOLE,
                                   text, sizeof(text), &length) == TIENDO_OK);
  CHECK(strcmp(text, first) == 0);
}

static void parts_make_the_report(void) {
  static char text[4096];
  int64_t length = 0;
  tiendo_partial* sent = partial_of(of_a, kA, kDay);
  tiendo_partial* merged = partial_of(of_b, kB, kDay);
  tiendo_partial* read = NULL;
  tiendo_report* report = NULL;
  CHECK(tiendo_partial_write(context, sent, text, 4, &length) == TIENDO_E_SMALL_BUFFER);
  CHECK(tiendo_partial_write(context, sent, text, sizeof(text), &length) == TIENDO_OK);
  CHECK(strncmp(text, "tiendo-partial/1 ", 17) == 0);
  CHECK(tiendo_partial_read(context, plan, text, length, "a", &read) == TIENDO_OK);
  CHECK(tiendo_partial_merge(context, merged, read) == TIENDO_OK);
  tiendo_partial_destroy(read);
  CHECK(tiendo_partial_merge(context, merged, sent) == TIENDO_E_PARSE);
  CHECK(tiendo_partial_report(context, merged, &report) == TIENDO_OK);
  expect_rows(report, 2, "7");
  CHECK(tiendo_report_explain(context, report, 0, TIENDO_LANGUAGE_EN, TIENDO_DIGITS_OWN,
                              TIENDO_ROUND_OWN, text, sizeof(text),
                              &length) == TIENDO_E_UNSUPPORTED);
  CHECK(tiendo_report_trace(context, report, -1, TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN, text,
                            sizeof(text), &length) == TIENDO_E_UNSUPPORTED);
  tiendo_report_destroy(report);
  const tiendo_part_units a = units_of(kA);
  CHECK(tiendo_partial_report_below(context, merged, of_a, &a, &report) == TIENDO_OK);
  expect_rows(report, 1, "1");
  tiendo_report_destroy(report);
  CHECK(tiendo_partial_read(context, plan, text, length - 1, "a", &read) == TIENDO_E_PARSE);
  CHECK(read == NULL);
  tiendo_partial_destroy(sent);
  tiendo_partial_destroy(merged);
}

static int64_t listed(const tiendo_partial* partial, tiendo_partial_list list, int64_t* positions) {
  int64_t count = -1;
  CHECK(tiendo_partial_positions(context, partial, list, positions, 5, &count) == TIENDO_OK);
  return count;
}

static tiendo_partial_info content_of(const tiendo_partial* partial) {
  tiendo_partial_info info = {sizeof(info), -1, -1, -1};
  CHECK(tiendo_partial_content(context, partial, &info) == TIENDO_OK);
  return info;
}

static void a_partial_says_what_it_is_of(void) {
  static const char* const kLand[] = {"land"};
  int64_t positions[5];
  tiendo_partial* partial = partial_of(of_a, kA, kDay);
  CHECK(listed(partial, TIENDO_PARTIAL_WHOLE, positions) == 1 && positions[0] == 1);
  CHECK(listed(partial, TIENDO_PARTIAL_ALONE, positions) == 0);
  CHECK(listed(partial, TIENDO_PARTIAL_UNITS, positions) == 3);
  CHECK(positions[0] == 1 && positions[1] == 3 && positions[2] == 4);
  CHECK(listed(partial, TIENDO_PARTIAL_CARRIED, positions) == 0);
  tiendo_partial_info info = content_of(partial);
  CHECK(info.is_whole == 0 && info.sums == 1 && info.observations == 0);
  tiendo_partial_destroy(partial);

  partial = partial_of(of_a, kLand, kDay);
  info = content_of(partial);
  CHECK(info.is_whole == 1);
  int64_t count = 0;
  CHECK(tiendo_partial_positions(context, partial, TIENDO_PARTIAL_UNITS, NULL, 0, &count) ==
        TIENDO_E_SMALL_BUFFER);
  CHECK(count == 5);
  CHECK(tiendo_partial_positions(context, partial, 0, positions, 5, &count) ==
        TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_positions(context, partial, 6, positions, 5, &count) ==
        TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_positions(context, NULL, 1, positions, 5, &count) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_content(context, partial, NULL) == TIENDO_E_INVALID_ARG);
  tiendo_partial_destroy(partial);
}

static void its_sums_are_there_one_by_one(void) {
  tiendo_partial* partial = partial_of(of_a, kA, kDay);
  int64_t positions[5];
  tiendo_part_sum sum;
  memset(&sum, 0, sizeof sum);
  sum.struct_size = sizeof sum;
  CHECK(listed(partial, TIENDO_PARTIAL_KINDS, positions) == 2);
  CHECK(positions[0] == 1 && positions[1] == 3);
  CHECK_OK(tiendo_partial_sum(context, partial, 0, &sum));
  CHECK(sum.indicator == 0 && sum.unit == 1 && sum.question == 0);
  CHECK(sum.numerator == 3 && sum.scale == 0);
  CHECK(sum.has_denominator == 0 && sum.denominator == 0);
  CHECK(sum.months == 0xFFF && sum.last == 11);
  CHECK(sum.of_units == 1 && sum.reported == 2);
  CHECK(sum.finality == TIENDO_FINALITY_OFFICIAL);
  CHECK_FAILS(tiendo_partial_sum(context, partial, 1, &sum), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_partial_sum(context, partial, -1, &sum), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_partial_sum(context, NULL, 0, &sum), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_partial_sum(context, partial, 0, NULL), TIENDO_E_INVALID_ARG);
  sum.struct_size = 8;
  CHECK_FAILS(tiendo_partial_sum(context, partial, 0, &sum), TIENDO_E_INVALID_ARG);
  tiendo_partial_destroy(partial);
}

static void a_partial_says_what_was_asked(void) {
  tiendo_request asked = request_of(kDay);
  tiendo_part_units units = units_of(kA);
  tiendo_partial* partial = NULL;
  char rules[4000];
  char wanted[4000];
  int64_t length = 0;
  asked.has_known_on = 1;
  asked.known_on = asked.as_of + 1;
  asked.rules = "tiendo@1";
  CHECK(tiendo_partial_create(context, of_a, &asked, &units, &partial) == TIENDO_OK);
  tiendo_request said = {0};
  said.struct_size = sizeof(said);
  CHECK(tiendo_partial_request(context, partial, &said) == TIENDO_OK);
  asked.rules = NULL;
  CHECK(memcmp(&said, &asked, sizeof said) == 0);
  CHECK(tiendo_partial_rules(context, partial, rules, sizeof(rules), &length) == TIENDO_OK);
  CHECK(tiendo_rules_write(context, "tiendo@1", wanted, sizeof(wanted), &length) == TIENDO_OK);
  CHECK(strcmp(rules, wanted) == 0);
  CHECK(tiendo_partial_rules(context, partial, rules, 1, &length) == TIENDO_E_SMALL_BUFFER);
  CHECK(tiendo_partial_request(context, partial, NULL) == TIENDO_E_INVALID_ARG);
  tiendo_partial_destroy(partial);
}

static int64_t rows_of(const tiendo_observations* log) {
  int64_t count = -1;
  CHECK_OK(tiendo_observations_count(context, log, &count));
  return count;
}

static void what_it_holds_as_it_is_makes_a_log(void) {
  tiendo_request request = request_of(kDay);
  tiendo_part_units units = units_of(kA);
  tiendo_partial* partial = partial_of(of_a, kA, kDay);
  tiendo_observations* held = NULL;
  tiendo_report* report = NULL;
  CHECK_OK(tiendo_partial_observations(context, partial, &held));
  CHECK(content_of(partial).sums == 1 && rows_of(held) == 0);
  tiendo_observations_destroy(held);
  tiendo_partial_destroy(partial);

  request.has_map = 1;
  request.map = request.as_of;
  CHECK_OK(tiendo_partial_create(context, of_a, &request, &units, &partial));
  CHECK_OK(tiendo_partial_observations(context, partial, &held));
  CHECK_OK(tiendo_observations_read(context, held, "indicator,unit,period,value\nx,b,2024,4\n",
                                    TIENDO_NTS, NULL, TIENDO_NUMBERS_PLAIN));
  CHECK(content_of(partial).sums == 0 && content_of(partial).observations == 2);
  tiendo_partial_destroy(partial);
  CHECK(rows_of(held) == 3);
  CHECK_OK(tiendo_report_create(context, held, &request, &report));
  expect_rows(report, 3, "7");
  tiendo_report_destroy(report);
  tiendo_observations_destroy(held);
}

static void what_is_wrong_is_said(void) {
  tiendo_partial* partial = partial_of(of_a, kA, kDay);
  tiendo_partial* later = partial_of(of_b, kB, "2025-01-31");
  const tiendo_request request = request_of(kDay);
  tiendo_part_units units = units_of(kA);
  tiendo_report* report = NULL;
  tiendo_partial* none = NULL;
  tiendo_observations* log = of_a;
  int64_t length = 0;
  CHECK(refused(of_a, kNobody) == TIENDO_E_PARSE);
  CHECK(refused(of_a, kB) == TIENDO_E_PARSE);
  CHECK(refused(of_a, kNull) == TIENDO_E_INVALID_ARG);
  CHECK(refused(NULL, kA) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_create(context, of_a, &request, &units, NULL) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_create(context, of_a, NULL, &units, &none) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_create(context, of_a, &request, NULL, &none) == TIENDO_E_INVALID_ARG);
  units.whole_count = -1;
  CHECK(tiendo_partial_create(context, of_a, &request, &units, &none) == TIENDO_E_INVALID_ARG);
  units = units_of(NULL);
  units.alone_count = 1;
  CHECK(tiendo_partial_create(context, of_a, &request, &units, &none) == TIENDO_E_INVALID_ARG);
  units = units_of(kA);
  units.reserved = 1;
  CHECK(tiendo_partial_create(context, of_a, &request, &units, &none) == TIENDO_E_UNSUPPORTED);
  CHECK(tiendo_partial_merge(context, partial, later) == TIENDO_E_PARSE);
  CHECK(tiendo_partial_merge(context, partial, partial) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_merge(context, partial, NULL) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_merge(context, NULL, partial) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_read(context, NULL, "", 0, NULL, &none) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_read(context, plan, "", 0, NULL, NULL) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_read(context, plan, NULL, 0, NULL, &none) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_read(context, plan, "", 0, NULL, &none) == TIENDO_E_PARSE);
  CHECK(tiendo_partial_write(context, NULL, NULL, 0, &length) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_report(context, NULL, &report) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_report(context, partial, NULL) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_observations(context, NULL, &log) == TIENDO_E_INVALID_ARG && log == NULL);
  CHECK(tiendo_partial_observations(context, partial, NULL) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_observations(NULL, partial, &log) == TIENDO_E_INVALID_ARG);
  units = units_of(kB);
  CHECK(tiendo_partial_report_below(context, partial, of_b, &units, &report) == TIENDO_E_PARSE);
  CHECK(tiendo_partial_report_below(context, partial, of_b, &units, NULL) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_partial_report_below(context, NULL, of_b, &units, &report) == TIENDO_E_INVALID_ARG);
  CHECK(report == NULL);
  tiendo_partial_destroy(partial);
  tiendo_partial_destroy(later);
  tiendo_partial_destroy(NULL);
}

int main(void) {
  use_all();
  begin();
  CHECK(tiendo_plan_read(context, kPlan, TIENDO_NTS, NULL, &plan) == TIENDO_OK);
  of_a = log_of("indicator,unit,period,value\nx,a1,2024,1\nx,a2,2024,2\n");
  of_b = log_of("indicator,unit,period,value\nx,b,2024,4\n");
  parts_make_the_report();
  a_partial_says_what_it_is_of();
  its_sums_are_there_one_by_one();
  a_partial_says_what_was_asked();
  what_it_holds_as_it_is_makes_a_log();
  what_is_wrong_is_said();
  tiendo_observations_destroy(of_a);
  tiendo_observations_destroy(of_b);
  tiendo_plan_destroy(plan);
  return failures();
}
