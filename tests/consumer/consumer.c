/* What a user of the installed C library writes: reads a plan and its observations, and prints how
   far each row with a completion is by 30 June 2024. */

#include <stdio.h>

#include "tiendo.h"

static int print_rows(tiendo_context* context, const tiendo_report* report) {
  char id[130];
  char percent[64];
  int64_t rows = 0;
  int64_t length = 0;
  int64_t row = 0;
  if (tiendo_report_row_count(context, report, &rows) != TIENDO_OK) return 1;
  for (; row < rows; ++row) {
    if (tiendo_report_row_text(context, report, row, TIENDO_TEXT_INDICATOR, TIENDO_LANGUAGE_VI, id,
                               (int64_t)sizeof id, &length) != TIENDO_OK)
      return 1;
    if (tiendo_report_figure_text(context, report, row, TIENDO_FIELD_COMPLETION, TIENDO_DIGITS_OWN,
                                  TIENDO_ROUND_OWN, TIENDO_NUMBERS_PLAIN, percent,
                                  (int64_t)sizeof percent, &length) == TIENDO_OK)
      printf("%s %s\n", id, percent);
  }
  return 0;
}

int main(int argc, char** argv) {
  tiendo_context* context = NULL;
  tiendo_plan* plan = NULL;
  tiendo_observations* observations = NULL;
  tiendo_report* report = NULL;
  tiendo_request request = {.struct_size = sizeof request};
  int failed = 1;
  if (argc == 3 && tiendo_context_create(NULL, &context) == TIENDO_OK &&
      tiendo_date_parse(context, "2024-06-30", TIENDO_NTS, &request.as_of) == TIENDO_OK &&
      tiendo_plan_read_file(context, argv[1], &plan) == TIENDO_OK &&
      tiendo_observations_create(context, plan, &observations) == TIENDO_OK &&
      tiendo_observations_read_file(context, observations, argv[2], TIENDO_NUMBERS_PLAIN) ==
          TIENDO_OK &&
      tiendo_report_create(context, observations, &request, &report) == TIENDO_OK)
    failed = print_rows(context, report);
  tiendo_report_destroy(report);
  tiendo_observations_destroy(observations);
  tiendo_plan_destroy(plan);
  tiendo_context_destroy(context);
  return failed;
}
