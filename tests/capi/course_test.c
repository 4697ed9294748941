/* What a row says while its period is open, and what has become of the way from its base. */

#include "check.h"

static tiendo_row row_of(const tiendo_report* report, int64_t index) {
  tiendo_row row;
  memset(&row, 0, sizeof row);
  row.struct_size = sizeof row;
  CHECK_OK(tiendo_report_row(context, report, index, &row));
  return row;
}

static const char course_plan[] =
    "{\"format\": \"tiendo-plan/1\","
    "\"measures\": [{\"id\": \"percent\", \"kind\": \"share\", \"factor\": \"0.01\"}],"
    "\"units\": [{\"id\": \"town\"}],"
    "\"indicators\": [{\"id\": \"poor\", \"measure\": \"percent\", \"kind\": \"level\","
    " \"near\": {\"value\": \"0.05\", \"in\": \"points\"}}],"
    "\"plan\": {\"id\": \"p\", \"unit\": \"town\", \"period\": \"2024\","
    " \"targets\": [{\"indicator\": \"poor\", \"at_most\": \"0.2\", \"baseline\": \"0.3\"}]}}";

static void a_row_says_what_it_is_so_far_and_since_its_base(void) {
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  tiendo_report* report = NULL;
  tiendo_request request = request_of("2024-06-30");
  tiendo_summary summary;
  tiendo_row row;
  char text[40];
  int64_t length = 0;
  summary.struct_size = sizeof summary;
  CHECK_OK(tiendo_plan_read(context, course_plan, TIENDO_NTS, NULL, &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK_OK(tiendo_observations_read(context, log,
                                    "indicator,period,value\npoor,2023,0.35\npoor,2024-06,0.25\n",
                                    TIENDO_NTS, NULL, 0));
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  row = row_of(report, 0);
  CHECK(row.verdict == TIENDO_VERDICT_NONE && row.provisional == TIENDO_VERDICT_NEAR);
  CHECK(row.is_final == 0 && row.near_in == TIENDO_IN_POINTS);
  CHECK(row.course == TIENDO_COURSE_CLOSER && row.course_reason == 0);
  CHECK_OK(
      tiendo_report_row_text(context, report, 0, TIENDO_TEXT_NEAR, 0, text, sizeof text, &length));
  CHECK_TEXT(text, "0.05");
  CHECK_OK(tiendo_report_row_text(context, report, 0, TIENDO_TEXT_COURSE, 0, text, sizeof text,
                                  &length));
  CHECK_TEXT(text, "closer");
  CHECK_OK(tiendo_report_row_text(context, report, 0, TIENDO_TEXT_PROVISIONAL, 0, text, sizeof text,
                                  &length));
  CHECK_TEXT(text, "near");
  CHECK_OK(tiendo_report_figure_exact(context, report, 0, TIENDO_FIELD_TARGETED_CHANGE, 0, text,
                                      sizeof text, &length));
  CHECK_TEXT(text, "50");
  CHECK_OK(tiendo_report_summary(context, report, 0, &summary));
  CHECK(summary.not_judged == 1 && summary.provisional_nearly == 1);
  CHECK(summary.provisional_exceeded == 0 && summary.provisional_met == 0);
  CHECK(summary.provisional_missed == 0);
  tiendo_report_destroy(report);
  request = request_of("2023-12-31");
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  row = row_of(report, 0);
  CHECK(row.course == TIENDO_COURSE_NONE && row.course_reason != 0);
  CHECK_OK(tiendo_report_row_text(context, report, 0, TIENDO_TEXT_COURSE_REASON, 0, text,
                                  sizeof text, &length));
  CHECK_TEXT(text, "not_started");
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
  tiendo_plan_destroy(plan);
}

int main(void) {
  use_all();
  begin();
  a_row_says_what_it_is_so_far_and_since_its_base();
  return failures();
}
