/* Reports: their rows, texts and summary, for a small plan and for that of Bim Son. */

#include <stddef.h>

#include "check.h"

static tiendo_row row_of(const tiendo_report* report, int64_t index) {
  tiendo_row row;
  memset(&row, 0, sizeof row);
  row.struct_size = sizeof row;
  CHECK_OK(tiendo_report_row(context, report, index, &row));
  return row;
}

static const char* text_of(const tiendo_report* report, int64_t row, tiendo_text text,
                           tiendo_language language) {
  static char buffer[200];
  int64_t length = -1;
  CHECK_OK(
      tiendo_report_row_text(context, report, row, text, language, buffer, sizeof buffer, &length));
  CHECK(length == (int64_t)strlen(buffer));
  return buffer;
}

static void a_row_has_its_numbers(void) {
  tiendo_report* report = new_report();
  int64_t count = 0;
  tiendo_row row = row_of(report, row_cement);
  CHECK_OK(tiendo_report_row_count(context, report, &count));
  CHECK(count == rows_of_small);

  CHECK(row.kind == TIENDO_ROW_TARGET && row.condition == TIENDO_CONDITION_AT_LEAST);
  CHECK(row.verdict == TIENDO_VERDICT_MISSED && row.verdict_reason == 0);
  CHECK(row.schedule == TIENDO_SCHEDULE_NONE);
  CHECK(row.state == TIENDO_STATE_VALUE && row.reason == 0);
  CHECK(row.coverage_of == TIENDO_COVERAGE_MONTHS);
  CHECK(row.coverage_reported == 12 && row.coverage_expected == 12);
  CHECK(row.period_start == day_of("2024-01-01") && row.period_end == day_of("2025-01-01"));
  CHECK(row.has_reported_to == 1 && row.reported_to == day_of("2024-12-31"));
  CHECK(row.has_declared_projects == 0 && row.declared_projects == 0);
  CHECK(row.has_finality == 1 && row.finality == TIENDO_FINALITY_OFFICIAL);
  CHECK(row.qualifier == TIENDO_QUALIFIER_EXACT);

  CHECK(row_of(report, row_poor).verdict == TIENDO_VERDICT_EXCEEDED);
  CHECK(row_of(report, row_water).condition == TIENDO_CONDITION_BETWEEN);
  row = row_of(report, row_rice);
  CHECK(row.kind == TIENDO_ROW_INDICATOR && row.condition == TIENDO_CONDITION_NONE);
  CHECK(row.verdict == TIENDO_VERDICT_NONE);
  CHECK_TEXT(tiendo_code_name(row.verdict_reason), "no_target");
  row = row_of(report, row_trees);
  CHECK(row.condition == TIENDO_CONDITION_ABOUT && row.state == TIENDO_STATE_NO_DATA);
  CHECK_TEXT(tiendo_code_name(row.reason), "no_data");
  CHECK(row.has_reported_to == 0 && row.reported_to == 0 && row.has_finality == 0);
  tiendo_report_destroy(report);
  tiendo_report_destroy(NULL);
}

static void a_row_has_its_texts(void) {
  static const struct {
    int64_t row;
    tiendo_text text;
    const char *vi, *en;
  } cases[] = {
      {row_cement, TIENDO_TEXT_INDICATOR, "cement", "cement"},
      {row_cement, TIENDO_TEXT_INDICATOR_NAME, "Xi m\xC4\x83ng", "Cement"},
      {row_cement, TIENDO_TEXT_INDICATOR_FIELD, "economy", "economy"},
      {row_cement, TIENDO_TEXT_MEASURE, "ton", "ton"},
      {row_cement, TIENDO_TEXT_MEASURE_NAME, "t\xE1\xBA\xA5n", "ton"},
      {row_cement, TIENDO_TEXT_UNIT, "town", "town"},
      {row_cement, TIENDO_TEXT_UNIT_NAME, "Town", "Town"},
      {row_cement, TIENDO_TEXT_PROJECT, "", ""},
      {row_cement, TIENDO_TEXT_PROJECT_NAME, "", ""},
      {row_poor, TIENDO_TEXT_ASSIGNER, "district", "district"},
      {row_poor, TIENDO_TEXT_ASSIGNER_NAME, "Huy\xE1\xBB\x87n", "District"},
      {row_rice, TIENDO_TEXT_ASSIGNER, "", ""},
      {row_rice, TIENDO_TEXT_ASSIGNER_NAME, "", ""},
      {row_cement, TIENDO_TEXT_PERIOD, "2024", "2024"},
      {row_cement, TIENDO_TEXT_REPORTED_TO, "2024-12-31", "2024-12-31"},
      {row_trees, TIENDO_TEXT_REPORTED_TO, "", ""},
      {row_cement, TIENDO_TEXT_CONDITION, "at_least", "at_least"},
      {row_cement, TIENDO_TEXT_CONDITION_VALUE, "30.0", "30.0"},
      {row_cement, TIENDO_TEXT_CONDITION_UPPER, "", ""},
      {row_cement, TIENDO_TEXT_CONDITION_TOLERANCE, "", ""},
      {row_water, TIENDO_TEXT_CONDITION_UPPER, "90", "90"},
      {row_trees, TIENDO_TEXT_CONDITION_TOLERANCE, "0.5", "0.5"},
      {row_rice, TIENDO_TEXT_CONDITION, "", ""},
      {row_rice, TIENDO_TEXT_CONDITION_VALUE, "", ""},
      {row_cement, TIENDO_TEXT_VERDICT, "missed", "missed"},
      {row_cement, TIENDO_TEXT_VERDICT_REASON, "", ""},
      {row_rice, TIENDO_TEXT_VERDICT_REASON, "no_target", "no_target"},
      {row_cement, TIENDO_TEXT_SCHEDULE, "", ""},
      {row_trees, TIENDO_TEXT_STATE, "no_data", "no_data"},
      {row_trees, TIENDO_TEXT_REASON, "no_data", "no_data"},
      {row_cement, TIENDO_TEXT_REASON, "", ""},
  };
  tiendo_report* report = new_report();
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    CHECK_TEXT(text_of(report, cases[i].row, cases[i].text, TIENDO_LANGUAGE_DEFAULT), cases[i].vi);
    CHECK_TEXT(text_of(report, cases[i].row, cases[i].text, TIENDO_LANGUAGE_VI), cases[i].vi);
    CHECK_TEXT(text_of(report, cases[i].row, cases[i].text, TIENDO_LANGUAGE_EN), cases[i].en);
  }
  tiendo_report_destroy(report);
}

static void the_summary_counts_by_assigner(void) {
  tiendo_report* report = new_report();
  tiendo_summary summary;
  char text[40];
  int64_t count = 0;
  int64_t length;
  memset(&summary, 0, sizeof summary);
  summary.struct_size = sizeof summary;
  CHECK_OK(tiendo_report_summary_count(context, report, &count));
  CHECK(count == 2);
  CHECK_OK(tiendo_report_summary(context, report, 0, &summary));
  CHECK(summary.rows == 3 && summary.missed == 2 && summary.no_data == 1);
  CHECK(summary.exceeded == 0 && summary.met == 0 && summary.nearly == 0 &&
        summary.not_judged == 0);
  CHECK_OK(tiendo_report_summary(context, report, 1, &summary));
  CHECK(summary.rows == 1 && summary.exceeded == 1 && summary.missed == 0 && summary.no_data == 0);
#define ASK(index, number) \
  tiendo_report_summary_text(context, report, index, number, TIENDO_LANGUAGE_EN, text, 40, &length)
  CHECK_OK(ASK(1, TIENDO_TEXT_ASSIGNER));
  CHECK_TEXT(text, "district");
  CHECK_OK(ASK(1, TIENDO_TEXT_ASSIGNER_NAME));
  CHECK_TEXT(text, "District");
  CHECK_FAILS(ASK(1, TIENDO_TEXT_UNIT), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(2, TIENDO_TEXT_ASSIGNER), TIENDO_E_INVALID_ARG);
#undef ASK
  CHECK_FAILS(tiendo_report_summary(context, report, 2, &summary), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_summary(context, report, -1, &summary), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_summary(context, report, 0, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(
      tiendo_report_summary_text(context, report, 0, TIENDO_TEXT_ASSIGNER, 0, text, 1, &length),
      TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(
      tiendo_report_summary_text(context, report, 0, TIENDO_TEXT_ASSIGNER, 3, text, 40, &length),
      TIENDO_E_INVALID_ARG);
  tiendo_report_destroy(report);
}

static void what_was_recorded_later_is_not_known(void) {
  tiendo_observations* log = new_log();
  tiendo_report* report = NULL;
  tiendo_request request = request_of("2024-12-31");
  CHECK_OK(tiendo_observations_read(context, log, small_table, TIENDO_NTS, NULL, 0));
  request.has_known_on = 1;
  request.known_on = day_of("2024-06-30");
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK(row_of(report, row_cement).coverage_reported == 6);
  CHECK(row_of(report, row_cement).verdict == TIENDO_VERDICT_NONE);
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
}

static const char revised_table[] =
    "indicator,period,value,recorded_on\n"
    "cement,2023,10,2024-01-10\n"
    "cement,2023,12,2024-07-10\n"
    "cement,2024,15,2024-12-31\n";

static void the_base_of_a_comparison_is_chosen(void) {
  static const struct {
    tiendo_base asked;
    tiendo_base base;
    const char* same_period;
  } cases[] = {{TIENDO_BASE_LATEST, TIENDO_BASE_LATEST, "12"},
               {TIENDO_BASE_FIRST_PUBLISHED, TIENDO_BASE_FIRST_PUBLISHED, "10"},
               {TIENDO_BASE_AS_OF_REPORT, TIENDO_BASE_AS_OF_REPORT, "12"},
               {TIENDO_BASE_LATEST_ALWAYS, TIENDO_BASE_LATEST, "12"}};
  tiendo_observations* log = new_log();
  tiendo_request request = request_of("2024-12-31");
  tiendo_report* report = NULL;
  CHECK_OK(tiendo_observations_read(context, log, revised_table, TIENDO_NTS, NULL, 0));
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    char text[40];
    int64_t length = 0;
    request.base = cases[i].asked;
    CHECK_OK(tiendo_report_create(context, log, &request, &report));
    CHECK(row_of(report, row_cement).base == cases[i].base);
    CHECK_OK(tiendo_report_figure_exact(context, report, row_cement, TIENDO_FIELD_SAME_PERIOD, 0,
                                        text, sizeof text, &length));
    CHECK_TEXT(text, cases[i].same_period);
    CHECK_OK(tiendo_report_figure_exact(context, report, row_cement, TIENDO_FIELD_BASE_REVISION, 0,
                                        text, sizeof text, &length));
    CHECK_TEXT(text, "2");
    tiendo_report_destroy(report);
  }
  request.base = 4;
  CHECK_FAILS(tiendo_report_create(context, log, &request, &report), TIENDO_E_INVALID_ARG);
  request.base = -1;
  CHECK_FAILS(tiendo_report_create(context, log, &request, &report), TIENDO_E_INVALID_ARG);
  tiendo_observations_destroy(log);
}

static const char map_plan[] =
    "{\"format\": \"tiendo-plan/1\","
    "\"measures\": [{\"id\": \"ha\", \"kind\": \"area\", \"factor\": \"1\"}],"
    "\"units\": [{\"id\": \"old\"}, {\"id\": \"east\"}, {\"id\": \"west\"}],"
    "\"indicators\": [{\"id\": \"land\", \"measure\": \"ha\", \"kind\": \"flow\"}],"
    "\"succession\": [{\"on\": \"2025-07-01\", \"from\": [\"old\"], \"to\":"
    " [{\"unit\": \"east\", \"share\": \"0.25\"}, {\"unit\": \"west\", \"share\": \"0.75\"}]}],"
    "\"plan\": {\"id\": \"p\", \"unit\": \"old\", \"period\": \"2024\","
    " \"targets\": [{\"indicator\": \"land\", \"at_least\": \"10\"}]}}";

static void a_report_is_made_on_the_map_of_a_day(void) {
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  tiendo_report* report = NULL;
  tiendo_request request = request_of("2024-12-31");
  int64_t count = 0;
  CHECK_OK(tiendo_plan_read(context, map_plan, TIENDO_NTS, NULL, &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK_OK(tiendo_observations_read(context, log, "indicator,period,value\nland,2024,12\n",
                                    TIENDO_NTS, NULL, 0));
  request.has_map = 1;
  request.map = day_of("2025-07-01");
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_OK(tiendo_report_row_count(context, report, &count));
  CHECK(count == 2);
  CHECK_TEXT(text_of(report, 1, TIENDO_TEXT_UNIT, 0), "west");
  CHECK_TEXT(text_of(report, 1, TIENDO_TEXT_CONDITION_VALUE, 0), "7.5");
  CHECK(row_of(report, 1).verdict == TIENDO_VERDICT_EXCEEDED);
  tiendo_report_destroy(report);
  /* What callers of before pass has no map. */
  request.struct_size = offsetof(tiendo_request, has_map);
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_OK(tiendo_report_row_count(context, report, &count));
  CHECK(count == 1);
  tiendo_report_destroy(report);
  request.struct_size = sizeof request;
  request.map = 1 << 30;
  CHECK_FAILS(tiendo_report_create(context, log, &request, &report), TIENDO_E_RANGE);
  tiendo_observations_destroy(log);
  tiendo_plan_destroy(plan);
}

/* Rows of the plan of Bim Son in which something is printed. */
enum { row_income = 2, row_land_province = 7, row_land_whole = 9, row_revenue = 11 };

static void the_year_of_bim_son_is_judged(void) {
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  tiendo_report* report = NULL;
  const tiendo_request request = request_of("2024-12-31");
  CHECK_OK(tiendo_plan_read_file(context, "docs/examples/bim-son-2024/plan.json", &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK_OK(tiendo_observations_read_file(
      context, log, "docs/examples/bim-son-2024/observations.csv", TIENDO_NUMBERS_PLAIN));
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  tiendo_plan_destroy(plan);
  tiendo_observations_destroy(log);

  CHECK_TEXT(text_of(report, row_income, TIENDO_TEXT_INDICATOR, 0), "income-per-head");
  CHECK(row_of(report, row_income).verdict == TIENDO_VERDICT_MISSED);
  CHECK(row_of(report, row_revenue).finality == TIENDO_FINALITY_ESTIMATE);
  CHECK(row_of(report, row_revenue).qualifier == TIENDO_QUALIFIER_OVER);
  CHECK(row_of(report, row_land_province).has_declared_projects == 1);
  CHECK(row_of(report, row_land_province).declared_projects == 14);
  CHECK(row_of(report, row_land_whole).kind == TIENDO_ROW_WHOLE);
  CHECK(row_of(report, row_land_whole).declared_projects == 18);
  CHECK_TEXT(text_of(report, row_land_whole, TIENDO_TEXT_ASSIGNER, 0), "");
  CHECK_TEXT(text_of(report, row_land_whole, TIENDO_TEXT_CONDITION_VALUE, 0), "93.860");
  tiendo_report_destroy(report);
}

struct longer_row {
  tiendo_row known;
  int32_t more;
};

struct longer_request {
  tiendo_request known;
  int32_t more;
};

struct longer_summary {
  tiendo_summary known;
  int32_t more;
};

static void structures_of_any_version_are_read_filled_or_refused(void) {
  tiendo_observations* log = new_log();
  tiendo_report* report = NULL;
  struct longer_request request;
  struct longer_row row;
  struct longer_summary summary;
  memset(&request, 0, sizeof request); /* what lies between the members counts, too */
  request.known = request_of("2024-12-31");
  request.known.struct_size = sizeof request;
  request.more = 1;
  CHECK_FAILS(tiendo_report_create(context, log, &request.known, &report), TIENDO_E_UNSUPPORTED);
  request.more = 0;
  CHECK_OK(tiendo_report_create(context, log, &request.known, &report));

  memset(&row, 0xAA, sizeof row);
  row.known.struct_size = sizeof row;
  CHECK_OK(tiendo_report_row(context, report, 0, &row.known));
  CHECK(row.known.struct_size == sizeof row && row.known.kind == TIENDO_ROW_TARGET &&
        row.more == 0);
  row.known.struct_size = offsetof(tiendo_row, base) - 1;
  row.known.kind = 7;
  CHECK_FAILS(tiendo_report_row(context, report, 0, &row.known), TIENDO_E_INVALID_ARG);
  CHECK(row.known.kind == 7);

  memset(&summary, 0xAA, sizeof summary);
  summary.known.struct_size = sizeof summary;
  CHECK_OK(tiendo_report_summary(context, report, 0, &summary.known));
  CHECK(summary.known.rows == 3 && summary.more == 0);

  tiendo_report_destroy(report);
  request.known.struct_size = offsetof(tiendo_request, base);
  CHECK_OK(tiendo_report_create(context, log, &request.known, &report));
  tiendo_report_destroy(report);
  request.known.struct_size = offsetof(tiendo_request, base) - 1;
  CHECK_FAILS(tiendo_report_create(context, log, &request.known, &report), TIENDO_E_INVALID_ARG);
  CHECK(report == NULL);
  tiendo_observations_destroy(log);
}

static void arguments_are_checked(void) {
  tiendo_report* report = new_report();
  tiendo_observations* log = new_log();
  const tiendo_request request = request_of("2024-12-31");
  tiendo_report* made = report;
  tiendo_row row;
  char text[40];
  int64_t count = 7;
  int64_t length = 7;
  memset(&row, 0, sizeof row);
  row.struct_size = sizeof row;
  CHECK_FAILS(tiendo_report_create(context, NULL, &request, &made), TIENDO_E_INVALID_ARG);
  CHECK(made == NULL);
  CHECK_FAILS(tiendo_report_create(context, log, NULL, &made), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_create(context, log, &request, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row_count(context, NULL, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row_count(context, report, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_summary_count(context, NULL, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_summary_count(context, report, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_summary(context, NULL, 0, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_summary_text(context, NULL, 0, 10, 0, text, 40, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row(context, NULL, 0, &row), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row(context, report, 0, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row(context, report, rows_of_small, &row), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_row(context, report, INT64_MIN, &row), TIENDO_E_INVALID_ARG);
#define ASK(report, row, number, language, capacity, length) \
  tiendo_report_row_text(context, report, row, number, language, text, capacity, length)
  CHECK_FAILS(ASK(NULL, 0, 1, 0, 40, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(report, -1, 1, 0, 40, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(report, rows_of_small, 1, 0, 40, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(report, 0, 0, 0, 40, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(report, 0, 41, 0, 40, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(report, 0, 1, 3, 40, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(report, 0, 1, 0, 40, NULL), TIENDO_E_INVALID_ARG);
  CHECK(length == 7 && count == 7);
  CHECK_FAILS(ASK(report, 0, 1, 0, 6, &length), TIENDO_E_SMALL_BUFFER);
  CHECK(length == 6);
#undef ASK
  CHECK(tiendo_report_create(NULL, log, &request, &made) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_report_row_count(NULL, report, &count) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_report_row(NULL, report, 0, &row) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_report_summary_count(NULL, report, &count) == TIENDO_E_INVALID_ARG);
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
}

static void levels_have_rows(void) {
  tiendo_request request = request_of("2024-12-31");
  tiendo_observations* log = new_log();
  tiendo_report* report = NULL;
  int64_t count = 0;
  request.has_levels = 1;
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_OK(tiendo_report_row_count(context, report, &count));
  CHECK(count == rows_of_small); /* nothing stands below the town */
  tiendo_report_destroy(report);
  for (request.levels = -1; request.levels <= 65; request.levels += 66) {
    CHECK_FAILS(tiendo_report_create(context, log, &request, &report), TIENDO_E_INVALID_ARG);
  }
  tiendo_observations_destroy(log);
}

int main(void) {
  use_all();
  begin();
  a_row_has_its_numbers();
  a_row_has_its_texts();
  the_summary_counts_by_assigner();
  what_was_recorded_later_is_not_known();
  the_base_of_a_comparison_is_chosen();
  a_report_is_made_on_the_map_of_a_day();
  the_year_of_bim_son_is_judged();
  structures_of_any_version_are_read_filled_or_refused();
  arguments_are_checked();
  levels_have_rows();
  return failures();
}
