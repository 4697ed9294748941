/* Checks: what is doubtful in a plan in the light of its observations. */

#include "check.h"

/* The plan of Bim Son and what was reported for it. */
static tiendo_observations* bim_son(void) {
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  CHECK_OK(tiendo_plan_read_file(context, "docs/examples/bim-son-2024/plan.json", &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK_OK(tiendo_observations_read_file(
      context, log, "docs/examples/bim-son-2024/observations.csv", TIENDO_NUMBERS_PLAIN));
  tiendo_plan_destroy(plan);
  return log;
}

static void a_check_finds_what_was_known_on_the_day(void) {
  tiendo_observations* log = bim_son();
  int64_t count = -1;
  int32_t day = day_of("2023-12-18"); /* the day before the output of 2023 was reported */
  CHECK_OK(tiendo_observations_check(context, log, NULL));
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK && count == 8);
  CHECK_OK(tiendo_observations_check(context, log, &day));
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK && count == 0);
  day = INT32_MAX;
  CHECK_FAILS(tiendo_observations_check(context, log, &day), TIENDO_E_RANGE);
  tiendo_observations_destroy(log);
}

static int64_t found_with(const tiendo_observations* log, const tiendo_check_options* options) {
  int64_t count = -1;
  CHECK_OK(tiendo_observations_check_with(context, log, options));
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK);
  return count;
}

static void a_check_takes_a_day_a_base_rule_and_a_map(void) {
  tiendo_observations* log = bim_son();
  tiendo_check_options options;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  CHECK(found_with(log, NULL) == 8);
  CHECK(found_with(log, &options) == 8);
  options.has_known_on = 1;
  options.known_on = day_of("2023-12-18");
  CHECK(found_with(log, &options) == 0);
  options.known_on = INT32_MAX;
  CHECK_FAILS(tiendo_observations_check_with(context, log, &options), TIENDO_E_RANGE);
  options.has_known_on = 0;
  options.has_map = 1;
  options.map = INT32_MAX;
  CHECK_FAILS(tiendo_observations_check_with(context, log, &options), TIENDO_E_RANGE);
  options.has_map = 0;
  options.base = TIENDO_BASE_LATEST_ALWAYS;
  CHECK_OK(tiendo_observations_check_with(context, log, &options));
  options.base = 4;
  CHECK_FAILS(tiendo_observations_check_with(context, log, &options), TIENDO_E_INVALID_ARG);
  options.struct_size = 4;
  CHECK_FAILS(tiendo_observations_check_with(context, log, &options), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_check_with(context, NULL, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_check_with(NULL, log, NULL) == TIENDO_E_INVALID_ARG);
  tiendo_observations_destroy(log);
}

/* Two wards become one on 1 July; only one of them has a target. */
static const char merged[] =
    "{\"format\": \"tiendo-plan/1\",\n"
    "\"measures\": [{\"id\": \"ton\", \"kind\": \"mass\", \"name\": \"ton\"}],\n"
    "\"units\": [{\"id\": \"town\"}, {\"id\": \"north\", \"parent\": \"town\"},\n"
    "{\"id\": \"south\", \"parent\": \"town\"}, {\"id\": \"ward\", \"parent\": \"town\"}],\n"
    "\"succession\": [{\"on\": \"2024-07-01\", \"from\": [\"north\", \"south\"],\n"
    " \"to\": [{\"unit\": \"ward\"}]}],\n"
    "\"indicators\": [{\"id\": \"rice\", \"measure\": \"ton\", \"kind\": \"flow\",\n"
    " \"direction\": \"more\"}],\n"
    "\"plan\": {\"id\": \"p\", \"unit\": \"town\", \"period\": \"2024\", \"targets\": [\n"
    "{\"indicator\": \"rice\", \"unit\": \"north\", \"at_least\": \"5\"}]}}\n";

static void a_check_on_a_map_finds_the_targets_that_do_not_come_through(void) {
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  tiendo_check_options options;
  char text[60];
  int64_t length;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  CHECK_OK(tiendo_plan_read(context, merged, TIENDO_NTS, NULL, &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK(found_with(log, &options) == 0);
  options.has_map = 1;
  options.map = day_of("2024-06-30");
  CHECK(found_with(log, &options) == 0);
  options.map = day_of("2024-07-01");
  CHECK(found_with(log, &options) == 1);
  CHECK(tiendo_context_finding_text(context, 0, TIENDO_MESSAGE_CODE, text, sizeof text, &length) ==
        TIENDO_OK);
  CHECK_TEXT(text, "target_not_carried");
  tiendo_observations_destroy(log);
  tiendo_plan_destroy(plan);
}

static void a_finding_of_a_check_has_its_line_in_the_plan(void) {
  tiendo_observations* log = bim_son();
  tiendo_finding finding;
  char text[60];
  int64_t length;
  memset(&finding, 0, sizeof finding);
  finding.struct_size = sizeof finding;
  CHECK_OK(tiendo_observations_check(context, log, NULL));
  CHECK(tiendo_context_finding(context, 0, &finding) == TIENDO_OK);
  CHECK(finding.severity == TIENDO_SEVERITY_NOTE && finding.line > 1);
#define ASK(message) tiendo_context_finding_text(context, 0, message, text, sizeof text, &length)
  CHECK(ASK(TIENDO_MESSAGE_CODE) == TIENDO_OK);
  CHECK_TEXT(text, "growth_against_level");
  CHECK(ASK(TIENDO_MESSAGE_FILE) == TIENDO_OK);
  CHECK_TEXT(text, "docs/examples/bim-son-2024/plan.json");
  CHECK(ASK(TIENDO_MESSAGE_PATH) == TIENDO_OK);
  CHECK(strncmp(text, "/plan/targets/", 14) == 0);
#undef ASK
  tiendo_observations_destroy(log);
}

int main(void) {
  use_all();
  begin();
  a_check_finds_what_was_known_on_the_day();
  a_check_takes_a_day_a_base_rule_and_a_map();
  a_check_on_a_map_finds_the_targets_that_do_not_come_through();
  a_finding_of_a_check_has_its_line_in_the_plan();
  return failures();
}
