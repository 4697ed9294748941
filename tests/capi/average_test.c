/* A growth over several years, whose average is no fraction, is a figure like others. */

#include "check.h"

static const char years_plan[] =
    "{\"format\": \"tiendo-plan/1\","
    "\"measures\": [{\"id\": \"percent\", \"kind\": \"share\", \"factor\": \"0.01\"},"
    " {\"id\": \"dong\", \"kind\": \"money\"}],"
    "\"units\": [{\"id\": \"town\"}],"
    "\"indicators\": [{\"id\": \"output\", \"measure\": \"dong\", \"kind\": \"flow\"},"
    " {\"id\": \"growth\", \"measure\": \"percent\", \"kind\": \"growth\", \"base\": \"output\","
    " \"digits\": 2}],"
    "\"plan\": {\"id\": \"p\", \"unit\": \"town\", \"period\": \"2021/2022\","
    " \"targets\": [{\"indicator\": \"growth\", \"at_least\": \"9.5445115010332227\"}]}}";

static void an_average_growth_is_judged_exactly_and_printed_right(void) {
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  tiendo_report* report = NULL;
  tiendo_request request = request_of("2022-12-31");
  tiendo_row row;
  char text[80];
  int64_t length = 0;
  memset(&row, 0, sizeof row);
  row.struct_size = sizeof row;
  CHECK_OK(tiendo_plan_read(context, years_plan, TIENDO_NTS, NULL, &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK_OK(tiendo_observations_read(context, log,
                                    "indicator,period,value\noutput,2020,100\noutput,2022,120\n",
                                    TIENDO_NTS, NULL, 0));
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_OK(tiendo_report_row(context, report, 1, &row));
  CHECK(row.verdict == TIENDO_VERDICT_MISSED); /* 9.54451150103322269... */
  CHECK_OK(tiendo_report_figure_text(context, report, 1, TIENDO_FIELD_ACTUAL, 30,
                                     TIENDO_ROUND_HALF_UP, 0, text, sizeof text, &length));
  CHECK_TEXT(text, "9.544511501033222691393956560160");
  CHECK_OK(tiendo_report_figure_text(context, report, 1, TIENDO_FIELD_COMPLETION, 1,
                                     TIENDO_ROUND_HALF_UP, 0, text, sizeof text, &length));
  CHECK_TEXT(text, "100.0");
  CHECK(row.average_years == 2 && row.has_cut == 1 && row.cut >= 20);
  CHECK_OK(tiendo_report_row_text(context, report, 1, TIENDO_TEXT_AVERAGE_FIRST, 0, text,
                                  sizeof text, &length));
  CHECK_TEXT(text, "100");
  CHECK_OK(tiendo_report_row_text(context, report, 1, TIENDO_TEXT_AVERAGE_LAST, 0, text,
                                  sizeof text, &length));
  CHECK_TEXT(text, "120");
  CHECK_OK(tiendo_report_row(context, report, 0, &row));
  CHECK(row.average_years == 0 && row.has_cut == 0 && row.cut == 0);
  CHECK_OK(tiendo_report_row_text(context, report, 0, TIENDO_TEXT_AVERAGE_LAST, 0, text,
                                  sizeof text, &length));
  CHECK_TEXT(text, "");
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
  tiendo_plan_destroy(plan);
}

int main(void) {
  use_all();
  begin();
  an_average_growth_is_judged_exactly_and_printed_right();
  return failures();
}
