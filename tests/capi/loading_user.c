/*
 * A library of somebody else's that uses tiendo: built twice, once for each version of it, as USER
 * says, for the tests of loading.
 */

#define USER_NAME(user, noun) user##_##noun
#define USER_OF(user, noun) USER_NAME(user, noun)
#define EXPORTED __attribute__((visibility("default")))

#include <string.h>

#include "tiendo.h"

/* Where a constant of the tiendo lies that this library uses. */
EXPORTED const void* USER_OF(USER, home)(void);
/* Reads a plan and its observations, and a plan that is none; how many rows the report has, or -1.
 */
EXPORTED int USER_OF(USER, rows)(const char* plan_file, const char* observations_file);

const void* USER_OF(USER, home)(void) { return tiendo_status_name(TIENDO_OK); }

static int64_t rows_of(tiendo_context* context, const char* plan_file,
                       const char* observations_file) {
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  tiendo_report* report = NULL;
  tiendo_request request;
  int64_t rows = -1;
  memset(&request, 0, sizeof request);
  request.struct_size = sizeof request;
  request.as_of = 19904;
  if (tiendo_plan_read_file(context, plan_file, &plan) != TIENDO_OK ||
      tiendo_observations_create(context, plan, &log) != TIENDO_OK ||
      tiendo_observations_read_file(context, log, observations_file, TIENDO_NUMBERS_PLAIN) !=
          TIENDO_OK ||
      tiendo_report_create(context, log, &request, &report) != TIENDO_OK ||
      tiendo_report_row_count(context, report, &rows) != TIENDO_OK)
    rows = -1;
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
  tiendo_plan_destroy(plan);
  return rows;
}

int USER_OF(USER, rows)(const char* plan_file, const char* observations_file) {
  tiendo_context* context = NULL;
  tiendo_plan* none = NULL;
  int64_t rows = -1;
  if (tiendo_context_create(NULL, &context) != TIENDO_OK) return -1;
  if (tiendo_plan_read(context, "{", TIENDO_NTS, "none.json", &none) == TIENDO_E_PARSE)
    rows = rows_of(context, plan_file, observations_file);
  tiendo_context_destroy(context);
  return (int)rows;
}
