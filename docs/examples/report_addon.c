/*
 * The report of a plan as a function of Node: the C library, wrapped by Node's own C interface.
 *
 *   cc -shared -fPIC -I/usr/include/node report_addon.c -o report_addon.node -ltiendo_c
 *
 * Exports report(plan, observations, date): the text that `tiendo report` prints, or an Error.
 * Debian has the header in libnode-dev.
 */

#include <node_api.h>
#include <stdlib.h>

#include "tiendo.h"

enum { kPlan, kObservations, kDate, kArguments };

/* Throws what went wrong with the last call, with file, line and column. */
static void throw_last_error(napi_env env, const tiendo_context* context) {
  char text[1000];
  int64_t length;
  tiendo_context_last_error_text(context, TIENDO_MESSAGE_WHOLE, text, sizeof text, &length);
  napi_throw_error(env, NULL, text);
}

/* The report as a text of Node, asked for its length first; NULL if it cannot be had. */
static napi_value written(napi_env env, tiendo_context* context, const tiendo_report* report) {
  napi_value value = NULL;
  int64_t length = 0;
  char* text = NULL;
  if (tiendo_report_write(context, report, NULL, NULL, 0, &length) == TIENDO_E_SMALL_BUFFER) {
    text = malloc((size_t)length + 1);
  }
  if (text != NULL &&
      tiendo_report_write(context, report, NULL, text, length + 1, &length) == TIENDO_OK) {
    napi_create_string_utf8(env, text, (size_t)length, &value);
  }
  free(text);
  return value;
}

/* The three arguments as texts of at most 4095 bytes each; 0 if one is none. */
static int texts_of(napi_env env, napi_callback_info info, char texts[kArguments][4096]) {
  napi_value given[kArguments];
  size_t count = kArguments;
  size_t length;
  int i;
  napi_get_cb_info(env, info, &count, given, NULL, NULL);
  for (i = 0; i < kArguments; ++i) {
    if (count != kArguments ||
        napi_get_value_string_utf8(env, given[i], texts[i], sizeof texts[i], &length) != napi_ok) {
      napi_throw_type_error(env, NULL, "report(plan, observations, date) takes three texts");
      return 0;
    }
  }
  return 1;
}

static napi_value report_of(napi_env env, napi_callback_info info) {
  static const tiendo_request kNothingSpecial;
  char texts[kArguments][4096];
  tiendo_context* context = NULL;
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  tiendo_report* report = NULL;
  tiendo_request request = kNothingSpecial;
  napi_value value = NULL;

  if (!texts_of(env, info, texts)) return NULL;
  if (tiendo_context_create(NULL, &context) != TIENDO_OK) {
    napi_throw_error(env, NULL, "out of memory");
    return NULL;
  }
  request.struct_size = sizeof request;
  if (tiendo_plan_read_file(context, texts[kPlan], &plan) == TIENDO_OK &&
      tiendo_observations_create(context, plan, &log) == TIENDO_OK &&
      tiendo_observations_read_file(context, log, texts[kObservations], TIENDO_NUMBERS_PLAIN) ==
          TIENDO_OK &&
      tiendo_date_parse(context, texts[kDate], TIENDO_NTS, &request.as_of) == TIENDO_OK &&
      tiendo_report_create(context, log, &request, &report) == TIENDO_OK) {
    value = written(env, context, report);
  }
  if (value == NULL) throw_last_error(env, context);

  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
  tiendo_plan_destroy(plan);
  tiendo_context_destroy(context);
  return value;
}

NAPI_MODULE_INIT() {
  napi_value function;
  napi_create_function(env, "report", NAPI_AUTO_LENGTH, report_of, NULL, &function);
  napi_set_named_property(env, exports, "report", function);
  return exports;
}
