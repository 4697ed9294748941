/* The whole condition of a row, of a report and of work, and what is expected by when. */

#include "check.h"

/* A change that has to reach a level as well, a range, and a project with a target. */
static const char condition_plan[] =
    "{\"format\": \"tiendo-plan/1\","
    "\"measures\": [{\"id\": \"percent\", \"kind\": \"share\", \"factor\": \"0.01\"},"
    " {\"id\": \"ha\", \"kind\": \"area\", \"factor\": \"1\"}],"
    "\"units\": [{\"id\": \"town\"}],"
    "\"indicators\": [{\"id\": \"jobs\", \"measure\": \"percent\", \"kind\": \"level\"},"
    " {\"id\": \"built\", \"measure\": \"ha\", \"kind\": \"flow\"},"
    " {\"id\": \"water\", \"measure\": \"percent\", \"kind\": \"level\"}],"
    "\"plan\": {\"id\": \"p\", \"unit\": \"town\", \"period\": \"2024\", \"targets\": ["
    "{\"indicator\": \"jobs\", \"increase_by\": {\"value\": \"4.5\", \"in\": \"points\","
    " \"then\": {\"between\": [\"60\", \"70.5\"]}}},"
    "{\"indicator\": \"water\", \"about\": {\"value\": \"69\", \"tolerance\": \"0.5\"}}],"
    "\"projects\": [{\"id\": \"road\","
    " \"targets\": [{\"indicator\": \"built\", \"at_least\": \"1.5\", \"profile\": "
    "\"linear\"}]}]}}";

static const char table[] =
    "indicator,project,period,value,status,qualifier\n"
    "jobs,,2024,55,official,\n"
    "built,road,2024-H1,1,preliminary,about\n";

static tiendo_observations* condition_log(void) {
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  CHECK_OK(tiendo_plan_read(context, condition_plan, TIENDO_NTS, NULL, &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK_OK(tiendo_observations_read(context, log, table, TIENDO_NTS, NULL, 0));
  tiendo_plan_destroy(plan);
  return log;
}

static tiendo_report* condition_report(void) {
  tiendo_observations* log = condition_log();
  tiendo_report* report = NULL;
  tiendo_request request = request_of("2024-06-30");
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  tiendo_observations_destroy(log);
  return report;
}

static tiendo_work* condition_work(void) {
  tiendo_observations* log = condition_log();
  tiendo_work* work = NULL;
  tiendo_request request = request_of("2024-06-30");
  CHECK_OK(tiendo_work_create(context, log, NULL, &request, &work));
  tiendo_observations_destroy(log);
  return work;
}

static char text[80];
static int64_t length;

static const char* of_row(const tiendo_report* report, int64_t row, tiendo_text which,
                          tiendo_language language) {
  CHECK_OK(tiendo_report_row_text(context, report, row, which, language, text, 80, &length));
  return text;
}

static const char* of_work(const tiendo_work* work, int64_t row, tiendo_work_text which,
                           tiendo_language language) {
  CHECK_OK(tiendo_work_row_text(context, work, row, which, language, text, 80, &length));
  return text;
}

static tiendo_row row_at(const tiendo_report* report, int64_t index) {
  tiendo_row row;
  memset(&row, 0, sizeof row);
  row.struct_size = sizeof row;
  CHECK_OK(tiendo_report_row(context, report, index, &row));
  return row;
}

/* The row of that indicator, which must be there. */
static int64_t find(const tiendo_report* report, const char* indicator) {
  int64_t count = 0;
  int64_t i = 0;
  CHECK_OK(tiendo_report_row_count(context, report, &count));
  while (i < count &&
         strcmp(of_row(report, i, TIENDO_TEXT_INDICATOR, TIENDO_LANGUAGE_EN), indicator) != 0) {
    ++i;
  }
  CHECK(i < count);
  return i;
}

static void a_condition_is_told_whole(void) {
  tiendo_report* report = condition_report();
  const int64_t jobs = find(report, "jobs");
  const int64_t water = find(report, "water");
  CHECK(row_at(report, jobs).condition == TIENDO_CONDITION_INCREASE_BY);
  CHECK(row_at(report, jobs).condition_in == TIENDO_IN_POINTS);
  CHECK(row_at(report, water).condition_in == TIENDO_IN_NONE);
  CHECK_TEXT(of_row(report, jobs, TIENDO_TEXT_WORDING, TIENDO_LANGUAGE_VI),
             "+4,5 \xC4\x91i\xE1\xBB\x83m % v\xC3\xA0 60 \xE2\x80\x93 70,5");
  CHECK_TEXT(of_row(report, jobs, TIENDO_TEXT_WORDING, TIENDO_LANGUAGE_EN),
             "+4.5 pp and 60 \xE2\x80\x93 70.5");
  CHECK_TEXT(of_row(report, jobs, TIENDO_TEXT_THEN, TIENDO_LANGUAGE_EN), "between");
  CHECK_TEXT(of_row(report, jobs, TIENDO_TEXT_THEN_VALUE, TIENDO_LANGUAGE_EN), "60");
  CHECK_TEXT(of_row(report, jobs, TIENDO_TEXT_THEN_UPPER, TIENDO_LANGUAGE_EN), "70.5");
  CHECK_TEXT(of_row(report, jobs, TIENDO_TEXT_THEN_TOLERANCE, TIENDO_LANGUAGE_EN), "");
  CHECK_TEXT(of_row(report, water, TIENDO_TEXT_WORDING, TIENDO_LANGUAGE_DEFAULT),
             "69 \xC2\xB1 0,5");
  CHECK_TEXT(of_row(report, water, TIENDO_TEXT_THEN, TIENDO_LANGUAGE_EN), "");
  CHECK_TEXT(of_row(report, water, TIENDO_TEXT_THEN_VALUE, TIENDO_LANGUAGE_EN), "");
  tiendo_report_destroy(report);
}

static void what_is_expected_has_a_day_and_no_schedule_a_reason(void) {
  tiendo_report* report = condition_report();
  const int64_t built = find(report, "built");
  const int64_t jobs = find(report, "jobs");
  tiendo_row row = row_at(report, built);
  CHECK(row.has_expected_on == 1 && row.expected_on == day_of("2024-06-30"));
  CHECK(row.schedule != TIENDO_SCHEDULE_NONE && row.schedule_reason == 0);
  CHECK_TEXT(of_row(report, built, TIENDO_TEXT_SCHEDULE_REASON, TIENDO_LANGUAGE_EN), "");
  row = row_at(report, jobs);
  CHECK(row.has_expected_on == 0 && row.expected_on == 0);
  CHECK_TEXT(tiendo_code_name(row.schedule_reason), "no_profile");
  CHECK_TEXT(of_row(report, jobs, TIENDO_TEXT_SCHEDULE_REASON, TIENDO_LANGUAGE_EN), "no_profile");
  tiendo_report_destroy(report);
}

static void a_row_of_work_tells_its_condition_and_how_it_was_reported(void) {
  tiendo_work* work = condition_work();
  tiendo_work_info info;
  memset(&info, 0, sizeof info);
  info.struct_size = sizeof info;
  CHECK_OK(tiendo_work_row(context, work, 0, &info));
  CHECK(info.kind == TIENDO_WORK_KIND_PROJECT && info.condition == TIENDO_CONDITION_NONE);
  CHECK(info.has_finality == 0 && info.finality == 0);
  CHECK_OK(tiendo_work_row(context, work, 1, &info));
  CHECK(info.kind == TIENDO_WORK_KIND_QUANTITY && info.condition == TIENDO_CONDITION_AT_LEAST);
  CHECK(info.condition_in == TIENDO_IN_NONE);
  CHECK(info.has_finality == 1 && info.finality == TIENDO_FINALITY_PRELIMINARY);
  CHECK(info.qualifier == TIENDO_QUALIFIER_ABOUT);
  CHECK_TEXT(of_work(work, 0, TIENDO_WORK_TEXT_WORDING, TIENDO_LANGUAGE_VI), "");
  CHECK_TEXT(of_work(work, 1, TIENDO_WORK_TEXT_CONDITION, TIENDO_LANGUAGE_VI), "at_least");
  CHECK_TEXT(of_work(work, 1, TIENDO_WORK_TEXT_CONDITION_VALUE, TIENDO_LANGUAGE_VI), "1.5");
  CHECK_TEXT(of_work(work, 1, TIENDO_WORK_TEXT_CONDITION_UPPER, TIENDO_LANGUAGE_VI), "");
  CHECK_TEXT(of_work(work, 1, TIENDO_WORK_TEXT_CONDITION_TOLERANCE, TIENDO_LANGUAGE_VI), "");
  CHECK_TEXT(of_work(work, 1, TIENDO_WORK_TEXT_WORDING, TIENDO_LANGUAGE_VI), "\xE2\x89\xA5 1,5");
  CHECK_TEXT(of_work(work, 1, TIENDO_WORK_TEXT_WORDING, TIENDO_LANGUAGE_EN), "\xE2\x89\xA5 1.5");
  CHECK_TEXT(of_work(work, 1, TIENDO_WORK_TEXT_THEN_TOLERANCE, TIENDO_LANGUAGE_VI), "");
  tiendo_work_destroy(work);
}

static void there_are_no_texts_beyond(void) {
  tiendo_report* report = condition_report();
  tiendo_work* work = condition_work();
  CHECK_FAILS(tiendo_report_row_text(context, report, 0, TIENDO_TEXT_AVERAGE_LAST + 1,
                                     TIENDO_LANGUAGE_EN, text, 80, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_row_text(context, work, 1, TIENDO_WORK_TEXT_THEN_TOLERANCE + 1,
                                   TIENDO_LANGUAGE_EN, text, 80, &length),
              TIENDO_E_INVALID_ARG);
  tiendo_report_destroy(report);
  tiendo_work_destroy(work);
}

int main(void) {
  use_all();
  begin();
  a_condition_is_told_whole();
  what_is_expected_has_a_day_and_no_schedule_a_reason();
  a_row_of_work_tells_its_condition_and_how_it_was_reported();
  there_are_no_texts_beyond();
  return failures();
}
