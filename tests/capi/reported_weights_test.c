/* Targets split by what units have reported. */

#include "check.h"

/* A town of two wards and an office. */
static const char plan_text[] =
    "{\"format\": \"tiendo-plan/1\",\n"
    "\"measures\": [{\"id\": \"ha\", \"kind\": \"area\", \"name\": \"ha\"},\n"
    "{\"id\": \"person\", \"kind\": \"people\", \"name\": \"person\"}],\n"
    "\"units\": [{\"id\": \"town\"}, {\"id\": \"office\", \"kind\": \"office\", \"parent\": "
    "\"town\"},\n"
    "{\"id\": \"north\", \"kind\": \"ward\", \"parent\": \"town\"},\n"
    "{\"id\": \"south\", \"kind\": \"ward\", \"parent\": \"town\"},\n"
    "{\"id\": \"hamlet\", \"parent\": \"north\"}],\n"
    "\"indicators\": [{\"id\": \"forest\", \"measure\": \"ha\", \"kind\": \"flow\", \"scale\": "
    "2},\n"
    "{\"id\": \"people\", \"measure\": \"person\", \"kind\": \"count\"}],\n"
    "\"plan\": {\"id\": \"p\", \"unit\": \"town\", \"period\": \"2024\", \"targets\": [\n"
    "{\"indicator\": \"forest\", \"at_least\": \"10\"}]}}\n";

static const char reports[] =
    "indicator,unit,period,value,recorded_on\n"
    "people,north,2023,100,2024-01-15\n"
    "people,south,2023,200,2024-01-15\n"
    "people,south,2023,500,2024-02-20\n"
    "people,hamlet,2023,7,2024-01-15\n";

static tiendo_observations* all;

static tiendo_reported_weights people(void) {
  tiendo_reported_weights weights;
  memset(&weights, 0, sizeof weights);
  weights.struct_size = sizeof weights;
  weights.indicator = "people";
  weights.period_start = day_of("2023-01-01");
  weights.period_end = day_of("2024-01-01");
  return weights;
}

static tiendo_request as_of(const char* day) {
  tiendo_request request;
  memset(&request, 0, sizeof request);
  request.struct_size = sizeof request;
  request.as_of = day_of(day);
  return request;
}

/* Positions of units with their parts: "2:1.67 3:8.33". */
static const char* parts_of(const tiendo_reported_weights* weights, const tiendo_request* request,
                            int32_t scale) {
  static char text[200];
  int64_t units[5];
  tiendo_decimal parts[5];
  int64_t count = 0;
  int i;
  text[0] = 0;
  CHECK_OK(tiendo_observations_split_target(context, all, 0, weights, request, scale,
                                            TIENDO_LEFTOVER_LARGEST_REMAINDER, units, parts, 5,
                                            &count));
  for (i = 0; i < (int)count; ++i) {
    int64_t length = 0;
    (void)snprintf(text + strlen(text), 20, "%s%d:", i == 0 ? "" : " ", (int)units[i]);
    CHECK_OK(tiendo_decimal_format(context, &parts[i], TIENDO_NUMBERS_PLAIN, text + strlen(text),
                                   20, &length));
  }
  return text;
}

static void the_parts_are_in_proportion_to_what_was_reported(void) {
  tiendo_reported_weights weights = people();
  tiendo_request request = as_of("2024-03-01");
  CHECK_TEXT(parts_of(&weights, &request, TIENDO_DIGITS_OWN), "2:1.67 3:8.33");
  CHECK_TEXT(parts_of(&weights, &request, 0), "2:2 3:8");
  request.has_known_on = 1;
  request.known_on = day_of("2024-01-31");
  CHECK_TEXT(parts_of(&weights, &request, 2), "2:3.33 3:6.67");
  weights.levels = 2;
  CHECK_TEXT(parts_of(&weights, &request, 2), "2:3.33 4:3.33 3:6.67");
}

static void a_short_array_is_told_how_many_there_are(void) {
  const tiendo_reported_weights weights = people();
  const tiendo_request request = as_of("2024-03-01");
  int64_t units[2] = {7, 7};
  tiendo_decimal parts[2] = {{7, 0, 0, 0}, {7, 0, 0, 0}};
  int64_t count = -1;
  CHECK_FAILS(tiendo_observations_split_target(context, all, 0, &weights, &request, 2, 1, units,
                                               parts, 1, &count),
              TIENDO_E_SMALL_BUFFER);
  CHECK(count == 2 && units[0] == 7 && parts[0].lo == 7);
  CHECK_FAILS(tiendo_observations_split_target(context, all, 0, &weights, &request, 2, 1, NULL,
                                               NULL, 0, &count),
              TIENDO_E_SMALL_BUFFER);
}

#define REFUSED(target, weights, request, scale, leftover, status)                            \
  CHECK_FAILS(tiendo_observations_split_target(context, all, target, weights, request, scale, \
                                               leftover, units, parts, 5, &count),            \
              status)

static void what_cannot_be_split_is_refused(void) {
  tiendo_reported_weights weights = people();
  tiendo_request request = as_of("2024-03-01");
  int64_t units[5] = {7};
  tiendo_decimal parts[5] = {{7, 0, 0, 0}};
  int64_t count = 7;
  REFUSED(1, &weights, &request, 2, 1, TIENDO_E_INVALID_ARG);
  REFUSED(0, NULL, &request, 2, 1, TIENDO_E_INVALID_ARG);
  REFUSED(0, &weights, NULL, 2, 1, TIENDO_E_INVALID_ARG);
  REFUSED(0, &weights, &request, 39, 1, TIENDO_E_RANGE);
  REFUSED(0, &weights, &request, 2, 4, TIENDO_E_INVALID_ARG);
  weights.levels = 65;
  REFUSED(0, &weights, &request, 2, 1, TIENDO_E_INVALID_ARG);
  weights = people();
  weights.indicator = NULL;
  REFUSED(0, &weights, &request, 2, 1, TIENDO_E_INVALID_ARG);
  weights.indicator = "peeple";
  REFUSED(0, &weights, &request, 2, 1, TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unknown_indicator");
  weights = people();
  weights.period_end = weights.period_start;
  REFUSED(0, &weights, &request, 2, 1, TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "period_empty");
  weights.period_end = INT32_MAX;
  REFUSED(0, &weights, &request, 2, 1, TIENDO_E_RANGE);
  weights = people();
  request.as_of = day_of("2023-06-30");
  REFUSED(0, &weights, &request, 2, 1, TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "split_units");
  request = as_of("2024-03-01");
  CHECK_FAILS(tiendo_observations_split_target(context, NULL, 0, &weights, &request, 2, 1, units,
                                               parts, 5, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_split_target(context, all, 0, &weights, &request, 2, 1, NULL,
                                               parts, 5, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_split_target(context, all, 0, &weights, &request, 2, 1, units,
                                               NULL, 5, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_split_target(context, all, 0, &weights, &request, 2, 1, units,
                                               parts, -1, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_split_target(context, all, 0, &weights, &request, 2, 1, units,
                                               parts, 5, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_split_target(NULL, all, 0, &weights, &request, 2, 1, units, parts, 5,
                                         &count) == TIENDO_E_INVALID_ARG);
  CHECK(count == 7 && units[0] == 7 && parts[0].lo == 7);
}

int main(void) {
  tiendo_plan* plan = NULL;
  use_all();
  begin();
  CHECK_OK(tiendo_plan_read(context, plan_text, TIENDO_NTS, NULL, &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &all));
  CHECK_OK(tiendo_observations_read(context, all, reports, TIENDO_NTS, NULL, TIENDO_NUMBERS_PLAIN));
  the_parts_are_in_proportion_to_what_was_reported();
  a_short_array_is_told_how_many_there_are();
  what_cannot_be_split_is_refused();
  tiendo_observations_destroy(all);
  tiendo_plan_destroy(plan);
  return failures();
}
