/* Targets split over the units below: weights that the plan has, parts, and parts as targets. */

#include "check.h"

/* A province that asks a town for cement, and a town that knows how many people its wards have. */
static const char plan_text[] =
    "{\"format\": \"tiendo-plan/1\",\n"
    "\"measures\": [{\"id\": \"ton\", \"kind\": \"mass\", \"name\": \"ton\"},\n"
    "{\"id\": \"person\", \"kind\": \"people\", \"name\": \"person\"}],\n"
    "\"units\": [{\"id\": \"province\"}, {\"id\": \"town\", \"parent\": \"province\"},\n"
    "{\"id\": \"council\", \"kind\": \"office\", \"parent\": \"town\"},\n"
    "{\"id\": \"ward\", \"kind\": \"ward\", \"parent\": \"town\"},\n"
    "{\"id\": \"port\", \"kind\": \"ward\", \"parent\": \"town\"},\n"
    "{\"id\": \"hamlet\", \"parent\": \"ward\"}],\n"
    "\"indicators\": [{\"id\": \"cement\", \"measure\": \"ton\", \"kind\": \"flow\"},\n"
    "{\"id\": \"people\", \"measure\": \"person\", \"kind\": \"count\"}],\n"
    "\"plan\": {\"id\": \"p\", \"unit\": \"town\", \"period\": \"2024\", \"targets\": [\n"
    "{\"indicator\": \"cement\", \"assigner\": \"province\", \"at_least\": \"40\"},\n"
    "{\"indicator\": \"cement\", \"assigner\": \"council\", \"at_least\": \"30.50\"},\n"
    "{\"indicator\": \"cement\", \"period\": \"2024-H2\", \"between\": [\"1\", \"2\"]},\n"
    "{\"indicator\": \"people\", \"unit\": \"ward\", \"equal\": \"100\"},\n"
    "{\"indicator\": \"people\", \"unit\": \"port\", \"equal\": \"300\",\n"
    " \"decision\": {\"date\": \"2024-03-01\"}}]}}\n";

static tiendo_plan* plan;

/* The parts as text, "10.2 20.3". */
static const char* parts_of(int64_t target, const char* const* units, const tiendo_decimal* weights,
                            int32_t scale) {
  static char text[100];
  tiendo_decimal parts[2];
  int i;
  text[0] = 0;
  CHECK_OK(tiendo_plan_split_target(context, plan, target, units, weights, 2, scale,
                                    TIENDO_LEFTOVER_LARGEST_REMAINDER, parts));
  for (i = 0; i < 2; ++i) {
    int64_t length = 0;
    if (i > 0) (void)strcat(text, " ");
    CHECK_OK(tiendo_decimal_format(context, &parts[i], TIENDO_NUMBERS_PLAIN, text + strlen(text),
                                   50, &length));
  }
  return text;
}

static void a_target_is_split_into_parts_that_add_up(void) {
  static const char* const units[] = {"council", "ward"};
  static const tiendo_decimal weights[] = {{1, 0, 0, 0}, {2, 0, 0, 0}};
  CHECK_TEXT(parts_of(1, units, weights, TIENDO_DIGITS_OWN), "10.17 20.33");
  CHECK_TEXT(parts_of(1, units, NULL, 2), "15.25 15.25");
  CHECK_TEXT(parts_of(1, units, weights, 3), "10.167 20.333");
}

static void what_cannot_be_split_is_refused(void) {
  static const char* const units[] = {"council", "nowhere"};
  static const char* const twice[] = {"ward", "ward"};
  tiendo_decimal parts[2] = {{7, 0, 0, 0}, {7, 0, 0, 0}};
  CHECK_FAILS(tiendo_plan_split_target(context, plan, 1, units, NULL, 2, 2, 1, parts),
              TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unknown_unit");
  CHECK(last_error().row == 1);
  CHECK_FAILS(tiendo_plan_split_target(context, plan, 1, twice, NULL, 2, 2, 1, parts),
              TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "split_units");
  CHECK_FAILS(tiendo_plan_split_target(context, plan, 2, twice, NULL, 1, 2, 1, parts),
              TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "target_not_divisible");
  CHECK_FAILS(tiendo_plan_split_target(context, plan, 1, NULL, NULL, 0, 2, 1, parts),
              TIENDO_E_PARSE);
  CHECK_FAILS(tiendo_plan_split_target(context, NULL, 1, units, NULL, 1, 2, 1, parts),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_split_target(context, plan, 5, units, NULL, 1, 2, 1, parts),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_split_target(context, plan, 1, units, NULL, -1, 2, 1, parts),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_split_target(context, plan, 1, NULL, NULL, 1, 2, 1, parts),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_split_target(context, plan, 1, units, NULL, 1, 39, 1, parts),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_plan_split_target(context, plan, 1, units, NULL, 1, 2, 4, parts),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_split_target(context, plan, 1, units, NULL, 1, 2, 1, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_plan_split_target(NULL, plan, 1, units, NULL, 1, 2, 1, parts) ==
        TIENDO_E_INVALID_ARG);
  CHECK(parts[0].lo == 7 && parts[1].lo == 7);
}

/* Units by their positions with their weights: "3:100 4:300". */
static const char* weights_of(const char* indicator, const char* day, int32_t levels) {
  static char text[100];
  int64_t units[6];
  tiendo_decimal weights[6];
  int64_t count = 0;
  int i;
  text[0] = 0;
  CHECK_OK(tiendo_plan_split_weights(context, plan, 0, indicator, day_of(day), levels, units,
                                     weights, 6, &count));
  for (i = 0; i < (int)count; ++i) {
    int64_t length = 0;
    (void)snprintf(text + strlen(text), 20, "%s%d:", i == 0 ? "" : " ", (int)units[i]);
    CHECK_OK(tiendo_decimal_format(context, &weights[i], TIENDO_NUMBERS_PLAIN, text + strlen(text),
                                   20, &length));
  }
  return text;
}

static void the_weights_may_be_what_the_plan_says_of_the_units(void) {
  CHECK_TEXT(weights_of(NULL, "2024-01-01", 0), "2:1 3:1 4:1");
  CHECK_TEXT(weights_of(NULL, "2024-01-01", 2), "2:1 3:1 5:1 4:1");
  CHECK_TEXT(weights_of("people", "2024-03-01", 1), "3:100 4:300");
  CHECK_TEXT(weights_of("cement", "2024-03-01", 1), "");
}

static void weights_that_are_none_are_refused(void) {
  int64_t units[3] = {7, 7, 7};
  tiendo_decimal weights[3] = {{7, 0, 0, 0}, {7, 0, 0, 0}, {7, 0, 0, 0}};
  int64_t count = 7;
  const int32_t early = day_of("2024-01-01");
#define REFUSED(plan, target, indicator, day, levels, units, weights, capacity, count, status) \
  CHECK_FAILS(tiendo_plan_split_weights(context, plan, target, indicator, day, levels, units,  \
                                        weights, capacity, count),                             \
              status)
  REFUSED(plan, 0, "people", early, 1, units, weights, 3, &count, TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "split_units");
  REFUSED(plan, 0, "rice", early, 1, units, weights, 3, &count, TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unknown_indicator");
  REFUSED(plan, 0, "people", 2932897, 1, units, weights, 3, &count, TIENDO_E_RANGE);
  REFUSED(NULL, 0, NULL, early, 1, units, weights, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(plan, 5, NULL, early, 1, units, weights, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(plan, 0, "\xff", early, 1, units, weights, 3, &count, TIENDO_E_ENCODING);
  REFUSED(plan, 0, NULL, early, 65, units, weights, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(plan, 0, NULL, early, -1, units, weights, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(plan, 0, NULL, early, 1, NULL, weights, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(plan, 0, NULL, early, 1, units, NULL, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(plan, 0, NULL, early, 1, units, weights, -1, &count, TIENDO_E_INVALID_ARG);
  REFUSED(plan, 0, NULL, early, 1, units, weights, 3, NULL, TIENDO_E_INVALID_ARG);
  CHECK(count == 7);
  REFUSED(plan, 0, NULL, early, 1, units, weights, 2, &count, TIENDO_E_SMALL_BUFFER);
  CHECK(count == 3 && units[0] == 7 && weights[0].lo == 7);
  CHECK(tiendo_plan_split_weights(NULL, plan, 0, NULL, early, 1, units, weights, 3, &count) ==
        TIENDO_E_INVALID_ARG);
#undef REFUSED
}

static void the_weights_may_stand_in_a_table(void) {
  int64_t units[3] = {7, 7, 7};
  tiendo_decimal weights[3] = {{7, 0, 0, 0}, {7, 0, 0, 0}, {7, 0, 0, 0}};
  int64_t count = 7;
#define READ(plan, text, numbers, units, weights, capacity, count)                            \
  tiendo_plan_read_weights(context, plan, text, TIENDO_NTS, "w.csv", numbers, units, weights, \
                           capacity, count)
#define REFUSED(plan, text, numbers, units, weights, capacity, count, status) \
  CHECK_FAILS(READ(plan, text, numbers, units, weights, capacity, count), status)
  static const char good[] = "weight,unit\n3.50,port\n1,ward\n";
  REFUSED(NULL, good, 0, units, weights, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(plan, NULL, 0, units, weights, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(plan, good, 9, units, weights, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(plan, good, 0, NULL, weights, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(plan, good, 0, units, NULL, 3, &count, TIENDO_E_INVALID_ARG);
  REFUSED(plan, good, 0, units, weights, -1, &count, TIENDO_E_INVALID_ARG);
  REFUSED(plan, good, 0, units, weights, 3, NULL, TIENDO_E_INVALID_ARG);
  REFUSED(plan, "unit,weight\nport,1\nnowhere,2\nward,-1\n", 0, units, weights, 3, &count,
          TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unknown_unit");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_FILE), "w.csv");
  CHECK(last_error().line == 3);
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK && count == 2);
  REFUSED(plan, "unit,weight\nport,1234567890123456789012345678901234567890\n", 0, units, weights,
          3, &count, TIENDO_E_RANGE);
  REFUSED(plan, "unit,weight\n\xff,1\n", 0, units, weights, 3, &count, TIENDO_E_ENCODING);
  CHECK(count == 2 && units[0] == 7 && weights[0].lo == 7);
  REFUSED(plan, good, 0, units, weights, 1, &count, TIENDO_E_SMALL_BUFFER);
  CHECK(count == 2 && units[0] == 7 && weights[0].lo == 7);
  CHECK_OK(READ(plan, good, 0, units, weights, 3, &count));
  CHECK(count == 2 && units[0] == 4 && units[1] == 3);
  CHECK(weights[0].lo == 35 && weights[0].scale == 1 && weights[1].lo == 1);
  CHECK_OK(READ(plan, "unit,weight\nport,\"1.000,5\"\n", TIENDO_NUMBERS_VIETNAMESE, units, weights,
                3, &count));
  CHECK(count == 1 && weights[0].lo == 10005 && weights[0].scale == 1);
#undef REFUSED
#undef READ
}

static void the_table_of_weights_may_be_a_file(void) {
  int64_t units[3] = {7, 7, 7};
  tiendo_decimal weights[3] = {{7, 0, 0, 0}, {7, 0, 0, 0}, {7, 0, 0, 0}};
  int64_t count = 7;
  static const char file[] = "tests/capi/weights.csv";
#define READ(plan, path, numbers, capacity, count) \
  tiendo_plan_read_weights_file(context, plan, path, numbers, units, weights, capacity, count)
  CHECK_FAILS(READ(NULL, file, 0, 3, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(READ(plan, NULL, 0, 3, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(READ(plan, file, 9, 3, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(READ(plan, file, 0, -1, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(READ(plan, file, 0, 3, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(READ(plan, "no/such.csv", 0, 3, &count), TIENDO_E_FILE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "file_unreadable");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_FILE), "no/such.csv");
  CHECK_FAILS(READ(plan, file, TIENDO_NUMBERS_VIETNAMESE, 3, &count), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_FILE), file);
  CHECK(last_error().line == 2);
  CHECK(count == 7 && units[0] == 7 && weights[0].lo == 7);
  CHECK_FAILS(READ(plan, file, 0, 1, &count), TIENDO_E_SMALL_BUFFER);
  CHECK(count == 2 && units[0] == 7 && weights[0].lo == 7);
  CHECK_OK(READ(plan, file, 0, 3, &count));
  CHECK(count == 2 && units[0] == 4 && units[1] == 3);
  CHECK(weights[0].lo == 35 && weights[0].scale == 1 && weights[1].lo == 1);
#undef READ
}

static void the_parts_have_as_many_digits_as_the_target(void) {
  int32_t scale = 7;
  CHECK_OK(tiendo_plan_split_scale(context, plan, 1, &scale));
  CHECK(scale == 2);
  CHECK_OK(tiendo_plan_split_scale(context, plan, 0, &scale));
  CHECK(scale == 0);
  CHECK_FAILS(tiendo_plan_split_scale(context, plan, 5, &scale), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_split_scale(context, NULL, 0, &scale), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_split_scale(context, plan, 0, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_plan_split_scale(NULL, plan, 0, &scale) == TIENDO_E_INVALID_ARG);
  CHECK(scale == 0);
}

static const char* const wards[] = {"ward", "port", "hamlet"};

static void the_parts_are_written_as_targets_of_a_plan(void) {
  static const tiendo_decimal parts[] = {{100, 0, 1, 0}, {300, 0, 1, 0}, {100, 0, 1, 0}};
  char text[1000];
  int64_t length = 0;
  CHECK_OK(tiendo_plan_write_parts(context, plan, 0, wards, parts, 3, TIENDO_FORMAT_CSV, text,
                                   sizeof text, &length));
  CHECK_TEXT(text,
             "indicator,unit,assigner,layer,period,task_group,condition,value\n"
             "cement,ward,town,assigned,2024,,at_least,10.0\n"
             "cement,port,town,assigned,2024,,at_least,30.0\n"
             "cement,hamlet,ward,assigned,2024,,at_least,10.0\n");
  CHECK_OK(tiendo_plan_write_parts(context, plan, 0, wards, parts, 2, TIENDO_FORMAT_DEFAULT, text,
                                   sizeof text, &length));
  CHECK(text[0] == '[' && strstr(text, "\"unit\": \"port\"") != NULL);
  CHECK_FAILS(tiendo_plan_write_parts(context, plan, 0, wards, parts, 2, TIENDO_FORMAT_DEFAULT,
                                      text, 10, &length),
              TIENDO_E_SMALL_BUFFER);
}

static void parts_that_do_not_add_up_are_not_written(void) {
  static const tiendo_decimal parts[] = {{10, 0, 0, 0}, {30, 0, 0, 0}, {9, 0, 0, 0}};
  static const char* const unknown[] = {"ward", "nowhere"};
  static const char* const none[] = {"ward", NULL};
  char text[1000] = "?";
  int64_t length = 0;
#define REFUSED(plan, target, units, parts, count, format, status)                              \
  CHECK_FAILS(tiendo_plan_write_parts(context, plan, target, units, parts, count, format, text, \
                                      sizeof text, &length),                                    \
              status)
  REFUSED(plan, 0, wards, parts, 3, 0, TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "target_not_divisible");
  REFUSED(plan, 0, wards, parts, 1, 0, TIENDO_E_PARSE);
  REFUSED(plan, 2, wards, parts, 2, 0, TIENDO_E_PARSE);
  REFUSED(plan, 0, unknown, parts, 2, 0, TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unknown_unit");
  CHECK(last_error().row == 1);
  REFUSED(plan, 0, none, parts, 2, 0, TIENDO_E_INVALID_ARG);
  REFUSED(plan, 0, NULL, parts, 2, 0, TIENDO_E_INVALID_ARG);
  REFUSED(plan, 0, wards, NULL, 2, 0, TIENDO_E_INVALID_ARG);
  REFUSED(plan, 0, wards, parts, -1, 0, TIENDO_E_INVALID_ARG);
  REFUSED(plan, 0, NULL, NULL, 0, 0, TIENDO_E_PARSE);
  REFUSED(plan, 5, wards, parts, 2, 0, TIENDO_E_INVALID_ARG);
  REFUSED(NULL, 0, wards, parts, 2, 0, TIENDO_E_INVALID_ARG);
  REFUSED(plan, 0, wards, parts, 2, TIENDO_FORMAT_MARKDOWN, TIENDO_E_INVALID_ARG);
#undef REFUSED
  CHECK(tiendo_plan_write_parts(NULL, plan, 0, wards, parts, 2, 0, text, 9, &length) ==
        TIENDO_E_INVALID_ARG);
}

int main(void) {
  use_all();
  begin();
  CHECK_OK(tiendo_plan_read(context, plan_text, TIENDO_NTS, NULL, &plan));
  a_target_is_split_into_parts_that_add_up();
  what_cannot_be_split_is_refused();
  the_weights_may_be_what_the_plan_says_of_the_units();
  weights_that_are_none_are_refused();
  the_weights_may_stand_in_a_table();
  the_table_of_weights_may_be_a_file();
  the_parts_have_as_many_digits_as_the_target();
  the_parts_are_written_as_targets_of_a_plan();
  parts_that_do_not_add_up_are_not_written();
  tiendo_plan_destroy(plan);
  return failures();
}
