/* Which targets the rows of a report are of, where each has one, where some add up, on a map, and
   whence they came to it. */

#include "check.h"

/* A target that another adds to, by two assigners; one of which units that come later cannot have a
   share; and an indicator without any. `to` is what becomes of the unit. */
#define PLAN_OF_PARTS(to)                                                              \
  "{\"format\": \"tiendo-plan/1\","                                                    \
  "\"measures\": [{\"id\": \"ha\", \"kind\": \"area\", \"factor\": \"1\"}],"           \
  "\"units\": [{\"id\": \"land\"}, {\"id\": \"town\"}, {\"id\": \"east\"},"            \
  " {\"id\": \"west\"}],"                                                              \
  "\"indicators\": [{\"id\": \"cleared\", \"measure\": \"ha\", \"kind\": \"flow\"},"   \
  " {\"id\": \"price\", \"measure\": \"ha\", \"kind\": \"level\"},"                    \
  " {\"id\": \"wood\", \"measure\": \"ha\", \"kind\": \"flow\"}],"                     \
  "\"succession\": [{\"on\": \"2025-07-01\", \"from\": [\"land\"], \"to\": [" to       \
  "]}],"                                                                               \
  "\"plan\": {\"id\": \"p\", \"unit\": \"land\", \"period\": \"2024\", \"targets\": [" \
  "{\"indicator\": \"price\", \"at_least\": \"7\"},"                                   \
  "{\"indicator\": \"cleared\", \"assigner\": \"town\", \"at_least\": \"10\"},"        \
  "{\"indicator\": \"cleared\", \"assigner\": \"land\", \"at_least\": \"20\","         \
  " \"layer\": \"adds\"}]}}"

static const char parts_plan[] = PLAN_OF_PARTS(
    "{\"unit\": \"east\", \"share\": \"0.25\"}, {\"unit\": \"west\", \"share\": \"0.75\"}");
static const char unshared_plan[] = PLAN_OF_PARTS("{\"unit\": \"east\"}, {\"unit\": \"west\"}");

static tiendo_report* report_of(const char* plan_text, int on_map) {
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  tiendo_report* report = NULL;
  tiendo_request request = request_of("2024-12-31");
  request.has_map = on_map;
  request.map = on_map ? day_of("2025-07-01") : 0;
  CHECK_OK(tiendo_plan_read(context, plan_text, TIENDO_NTS, NULL, &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK_OK(tiendo_observations_read(
      context, log, "indicator,period,value\ncleared,2024,12\nwood,2024,1\n", TIENDO_NTS, NULL, 0));
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  tiendo_observations_destroy(log);
  tiendo_plan_destroy(plan);
  return report;
}

/* "1+2 part target_not_carried" of a row. */
static const char* row_text(const tiendo_report* report, int64_t index) {
  static char text[100];
  int64_t targets[4];
  int64_t count = -1;
  int64_t i;
  size_t length = 0;
  tiendo_row row;
  memset(&row, 0, sizeof row);
  row.struct_size = sizeof row;
  CHECK_OK(tiendo_report_row(context, report, index, &row));
  CHECK_OK(tiendo_report_row_targets(context, report, index, targets, 4, &count));
  text[0] = '\0';
  for (i = 0; i < count; ++i) {
    length += (size_t)sprintf(text + length, i == 0 ? "%d" : "+%d", (int)targets[i]);
  }
  if (row.is_part != 0) length += (size_t)sprintf(text + length, " part");
  if (row.not_carried != 0) sprintf(text + length, " %s", tiendo_code_name(row.not_carried));
  return text;
}

static void check_rows(const tiendo_report* report, const char* const* wanted, int64_t rows) {
  int64_t count = 0;
  int64_t i;
  CHECK_OK(tiendo_report_row_count(context, report, &count));
  CHECK(count == rows);
  for (i = 0; i < count && i < rows; ++i) CHECK_TEXT(row_text(report, i), wanted[i]);
}

static void a_row_says_which_targets_it_is_of(void) {
  static const char* const wanted[] = {"1 part", "2 part", "1+2", "0", ""};
  tiendo_report* report = report_of(parts_plan, 0);
  check_rows(report, wanted, 5);
  tiendo_report_destroy(report);
}

static void on_a_map_it_says_why_they_make_no_condition(void) {
  tiendo_report* report = report_of(parts_plan, 1);
  static const char* const wanted[] = {
      "1 part",         "2 part",         "1+2", "1 part", "2 part", "1+2",
      "0 not_additive", "0 not_additive", "",    ""};
  check_rows(report, wanted, 10);
  tiendo_report_destroy(report);
}

/* "0*1/4 0*1/4": of each target of a row the unit that it names, and how much of it came here. */
static const char* origins_text(const tiendo_report* report, int64_t row) {
  static char text[200];
  int64_t units[4];
  int64_t count = -1;
  int64_t length = 0;
  int64_t i;
  size_t end = 0;
  CHECK_OK(tiendo_report_row_origins(context, report, row, units, 4, &count));
  text[0] = '\0';
  for (i = 0; i < count; ++i) {
    char share[20];
    CHECK_OK(tiendo_report_row_origin_share(context, report, row, i, share, sizeof share, &length));
    end += (size_t)sprintf(text + end, "%s%d*%s", i == 0 ? "" : " ", (int)units[i], share);
  }
  return text;
}

static void a_row_says_where_its_targets_come_from(void) {
  static const char* const own[] = {"0*1", "0*1", "0*1 0*1", "0*1", ""};
  static const char* const carried[] = {"0*1/4",       "0*1/4", "0*1/4 0*1/4", "0*3/4", "0*3/4",
                                        "0*3/4 0*3/4", "0*1/4", "0*3/4",       "",      ""};
  tiendo_report* report = report_of(parts_plan, 0);
  tiendo_report* on_map = report_of(parts_plan, 1);
  char share[20];
  int64_t length = 0;
  int64_t row;
  for (row = 0; row < 5; ++row) CHECK_TEXT(origins_text(report, row), own[row]);
  for (row = 0; row < 10; ++row) CHECK_TEXT(origins_text(on_map, row), carried[row]);
  tiendo_report_destroy(on_map);
  on_map = report_of(unshared_plan, 1);
  CHECK_FAILS(tiendo_report_row_origin_share(context, on_map, 0, 0, share, sizeof share, &length),
              TIENDO_E_NO_VALUE);
  CHECK_TEXT(tiendo_code_name(last_error().code), "split_without_shares");
  tiendo_report_destroy(on_map);
  tiendo_report_destroy(report);
}

static void arguments_are_checked(void) {
  tiendo_report* report = report_of(parts_plan, 0);
  int64_t targets[2] = {-7, -7};
  int64_t count = -1;
  CHECK_FAILS(tiendo_report_row_targets(context, report, 2, targets, 1, &count),
              TIENDO_E_SMALL_BUFFER);
  CHECK(count == 2 && targets[0] == -7);
  CHECK_OK(tiendo_report_row_targets(context, report, 4, NULL, 0, &count));
  CHECK(count == 0);
  CHECK_FAILS(tiendo_report_row_targets(context, NULL, 0, targets, 2, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row_targets(context, report, 5, targets, 2, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row_targets(context, report, -1, targets, 2, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row_targets(context, report, 0, NULL, 1, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row_targets(context, report, 0, targets, -1, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row_targets(context, report, 0, targets, 2, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row_origins(context, report, 2, targets, 1, &count),
              TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(tiendo_report_row_origins(context, report, 5, targets, 2, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row_origins(context, NULL, 0, targets, 2, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row_origin_share(context, report, 2, 2, NULL, 0, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row_origin_share(context, report, 2, -1, NULL, 0, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row_origin_share(context, report, 4, 0, NULL, 0, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row_origin_share(context, report, 2, 1, NULL, 0, &count),
              TIENDO_E_SMALL_BUFFER);
  CHECK(count == 1);
  tiendo_report_destroy(report);
}

int main(void) {
  use_all();
  begin();
  a_row_says_which_targets_it_is_of();
  on_a_map_it_says_why_they_make_no_condition();
  a_row_says_where_its_targets_come_from();
  arguments_are_checked();
  return failures();
}
