/*
 * Prints how far along a plan is on a day, from C, as `tiendo report` does.
 *
 *   report_c PLAN OBSERVATIONS DATE
 */

#include <stdio.h>
#include <stdlib.h>

#include "tiendo.h"

/* The text that a call writes: asked for its length first, then written. */
static char* written(tiendo_context* context, const tiendo_report* report) {
  int64_t length = 0;
  char* text = NULL;
  tiendo_status status = tiendo_report_write(context, report, NULL, NULL, 0, &length);
  if (status == TIENDO_E_SMALL_BUFFER) {
    text = malloc((size_t)length + 1);
    if (text != NULL) tiendo_report_write(context, report, NULL, text, length + 1, &length);
  }
  return text;
}

/* Says what went wrong with the last call, with file, line and column. */
static int fail(tiendo_context* context) {
  char text[1000];
  int64_t length;
  tiendo_context_last_error_text(context, TIENDO_MESSAGE_WHOLE, text, sizeof text, &length);
  fprintf(stderr, "%s\n", text);
  return 1;
}

int main(int argc, char** argv) {
  tiendo_context* context = NULL;
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  tiendo_report* report = NULL;
  tiendo_request request = {.struct_size = sizeof request};
  int result = 0;

  if (argc != 4) {
    fprintf(stderr, "usage: %s PLAN OBSERVATIONS DATE\n", argv[0]);
    return 2;
  }
  if (tiendo_context_create(NULL, &context) != TIENDO_OK) return 3;
  /*! [read and evaluate] */
  if (tiendo_plan_read_file(context, argv[1], &plan) != TIENDO_OK ||
      tiendo_observations_create(context, plan, &log) != TIENDO_OK ||
      tiendo_observations_read_file(context, log, argv[2], TIENDO_NUMBERS_PLAIN) != TIENDO_OK ||
      tiendo_date_parse(context, argv[3], TIENDO_NTS, &request.as_of) != TIENDO_OK ||
      tiendo_report_create(context, log, &request, &report) != TIENDO_OK) {
    result = fail(context);
    /*! [read and evaluate] */
  } else {
    char* text = written(context, report);
    if (text == NULL) {
      result = 3;
    } else {
      fputs(text, stdout);
    }
    free(text);
  }

  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
  tiendo_plan_destroy(plan);
  tiendo_context_destroy(context);
  return result;
}
