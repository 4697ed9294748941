/* Targets: which are in force on a day, and the list of them as text. */

#include "check.h"

/* A town whose council sets a target in January, revises it in July and adds one in September; the
 * province has set one. */
static const char plan_text[] =
    "{\"format\": \"tiendo-plan/1\",\n"
    "\"measures\": [{\"id\": \"ton\", \"kind\": \"mass\", \"name\": \"ton\"}],\n"
    "\"units\": [{\"id\": \"province\"}, {\"id\": \"town\", \"parent\": \"province\"},\n"
    "{\"id\": \"council\", \"parent\": \"town\"}, {\"id\": \"ward\", \"parent\": \"town\"}],\n"
    "\"indicators\": [{\"id\": \"cement\", \"measure\": \"ton\", \"kind\": \"flow\"},\n"
    "{\"id\": \"rice\", \"measure\": \"ton\", \"kind\": \"flow\"}],\n"
    "\"plan\": {\"id\": \"p\", \"unit\": \"town\", \"period\": \"2024\", \"targets\": [\n"
    "{\"indicator\": \"cement\", \"assigner\": \"province\", \"at_least\": \"40\"},\n"
    "{\"indicator\": \"cement\", \"assigner\": \"council\", \"at_least\": \"30.50\"},\n"
    "{\"indicator\": \"cement\", \"assigner\": \"council\", \"layer\": \"revised\",\n"
    " \"decision\": {\"date\": \"2024-07-10\"}, \"at_least\": \"28\"},\n"
    "{\"indicator\": \"rice\", \"assigner\": \"council\", \"at_least\": \"5\",\n"
    " \"decision\": {\"date\": \"2024-09-01\"}},\n"
    "{\"indicator\": \"rice\", \"period\": \"2024-H2\", \"between\": [\"1\", \"2\"],\n"
    " \"decision\": {\"date\": \"2025-01-01\"}}]}}\n";

static tiendo_plan* plan;

/* The positions as text, "0 1". */
static const char* in_force(const char* day, const char* assigner) {
  static char text[100];
  int64_t targets[4];
  int64_t count = -1;
  int64_t i;
  text[0] = 0;
  CHECK_OK(tiendo_plan_targets_in_force(context, plan, day_of(day), assigner, targets, 4, &count));
  for (i = 0; i < count; ++i) {
    (void)snprintf(text + strlen(text), sizeof text - strlen(text), "%s%d", i == 0 ? "" : " ",
                   (int)targets[i]);
  }
  return text;
}

static void the_day_decides_which_targets_are_in_force(void) {
  CHECK_TEXT(in_force("2024-01-01", NULL), "0 1");
  CHECK_TEXT(in_force("2024-07-09", NULL), "0 1");
  CHECK_TEXT(in_force("2024-07-10", NULL), "0 2");
  CHECK_TEXT(in_force("2024-12-31", NULL), "0 2 3");
}

static void the_targets_of_one_assigner_are_a_part_of_them(void) {
  CHECK_TEXT(in_force("2024-12-31", "council"), "2 3");
  CHECK_TEXT(in_force("2024-12-31", "province"), "0");
  CHECK_TEXT(in_force("2024-12-31", "town"), "");
}

static void a_short_array_is_told_how_many_there_are(void) {
  int64_t targets[2] = {7, 7};
  int64_t count = -1;
  const int32_t day = day_of("2024-12-31");
  CHECK_FAILS(tiendo_plan_targets_in_force(context, plan, day, NULL, targets, 2, &count),
              TIENDO_E_SMALL_BUFFER);
  CHECK(count == 3 && targets[0] == 7 && targets[1] == 7);
  CHECK_FAILS(tiendo_plan_targets_in_force(context, plan, day, NULL, NULL, 0, &count),
              TIENDO_E_SMALL_BUFFER);
  CHECK_OK(tiendo_plan_targets_in_force(context, plan, day, "town", NULL, 0, &count));
  CHECK(count == 0);
}

static void the_list_is_written_as_by_the_tool(void) {
  char text[2000];
  int64_t length = 0;
  CHECK_OK(tiendo_plan_write_targets(context, plan, day_of("2024-07-10"), "council",
                                     TIENDO_FORMAT_CSV, TIENDO_LANGUAGE_DEFAULT, text, sizeof text,
                                     &length));
  CHECK_TEXT(text,
             "assigner,unit,project,indicator,period,measure,condition,target,wording,layer,"
             "document,number,date,lead,with,task_groups\n"
             "council,town,,cement,2024,ton,at_least,28,\xE2\x89\xA5 28,revised,,,2024-07-10,,,\n");
  CHECK_OK(tiendo_plan_write_targets(context, plan, day_of("2024-01-01"), NULL,
                                     TIENDO_FORMAT_DEFAULT, TIENDO_LANGUAGE_EN, text, sizeof text,
                                     &length));
  CHECK(strstr(text, "Targets in force on 2024-01-01: 2.") != NULL);
  CHECK(strstr(text, "\xE2\x89\xA5 30.50") != NULL);
  CHECK_FAILS(
      tiendo_plan_write_targets(context, plan, day_of("2024-01-01"), NULL, TIENDO_FORMAT_DEFAULT,
                                TIENDO_LANGUAGE_EN, text, 10, &length),
      TIENDO_E_SMALL_BUFFER);
}

static void arguments_are_checked(void) {
  int64_t targets[4];
  int64_t count = 7;
  char text[10];
  CHECK_FAILS(tiendo_plan_targets_in_force(context, NULL, 0, NULL, targets, 4, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_targets_in_force(context, plan, 0, NULL, NULL, 4, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_targets_in_force(context, plan, 0, NULL, targets, -1, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_targets_in_force(context, plan, 0, NULL, targets, 4, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_targets_in_force(context, plan, 2932897, NULL, targets, 4, &count),
              TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_plan_targets_in_force(context, plan, 0, "city", targets, 4, &count),
              TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unknown_unit");
  CHECK_FAILS(tiendo_plan_targets_in_force(context, plan, 0, "\xff", targets, 4, &count),
              TIENDO_E_ENCODING);
  CHECK(tiendo_plan_targets_in_force(NULL, plan, 0, NULL, targets, 4, &count) ==
        TIENDO_E_INVALID_ARG);
  CHECK(count == 7);
  CHECK_FAILS(tiendo_plan_write_targets(context, NULL, 0, NULL, 0, 0, text, 10, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_write_targets(context, plan, 0, NULL, 9, 0, text, 10, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_write_targets(context, plan, 0, NULL, 0, 9, text, 10, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_write_targets(context, plan, 0, "city", 0, 0, text, 10, &count),
              TIENDO_E_PARSE);
  CHECK(tiendo_plan_write_targets(NULL, plan, 0, NULL, 0, 0, text, 10, &count) ==
        TIENDO_E_INVALID_ARG);
}

int main(void) {
  use_all();
  begin();
  CHECK_OK(tiendo_plan_read(context, plan_text, TIENDO_NTS, NULL, &plan));
  the_day_decides_which_targets_are_in_force();
  the_targets_of_one_assigner_are_a_part_of_them();
  a_short_array_is_told_how_many_there_are();
  the_list_is_written_as_by_the_tool();
  arguments_are_checked();
  tiendo_plan_destroy(plan);
  return failures();
}
