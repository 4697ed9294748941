/* What stands in a plan: values by their keys, found ids, the plan as its file. */

#include "check.h"

/* A plan with projects and tasks, put together here. */
static tiendo_plan* rich_plan(void) {
  static const struct {
    tiendo_part part;
    const char* text;
  } parts[] = {
      {TIENDO_PART_HEAD,
       "{\"id\": \"p\", \"unit\": \"town\", \"period\": \"2024\", \"basis\": [\"a\", \"b\"]}"},
      {TIENDO_PART_MEASURES, "{\"id\": \"ha\", \"kind\": \"area\", \"factor\": 10000}"},
      {TIENDO_PART_UNITS, "{\"id\": \"town\", \"name\": {\"en\": \"Town\"}}"},
      {TIENDO_PART_UNITS, "{\"id\": \"ward/1\", \"parent\": \"town\", \"until\": \"2025-07-01\"}"},
      {TIENDO_PART_INDICATORS, "{\"id\": \"land\", \"measure\": \"ha\", \"kind\": \"flow\"}"},
      {TIENDO_PART_TARGETS, "{\"indicator\": \"land\", \"between\": [\"1\", \"2.50\"]}"},
      {TIENDO_PART_PROJECTS,
       "{\"id\": \"road\", \"stages\": [\"measured\", \"paid\"], \"targets\": "
       "[{\"indicator\": \"land\", \"at_least\": \"0.5\"}]}"},
      {TIENDO_PART_TASK_GROUPS, "{\"id\": \"g\", \"tasks\": [\"one\", {\"name\": \"two\"}]}"},
  };
  tiendo_plan_builder* builder = NULL;
  tiendo_plan* plan = NULL;
  size_t i;
  CHECK_OK(tiendo_plan_builder_create(context, NULL, &builder));
  for (i = 0; i < sizeof parts / sizeof *parts; ++i) {
    CHECK_OK(tiendo_plan_builder_add(context, builder, parts[i].part, parts[i].text, TIENDO_NTS));
  }
  CHECK_OK(tiendo_plan_builder_build(context, builder, &plan));
  tiendo_plan_builder_destroy(builder);
  return plan;
}

static const char* value_of(const tiendo_plan* plan, tiendo_part part, int64_t index,
                            const char* path) {
  static char text[1000];
  int64_t length = -1;
  CHECK_OK(
      tiendo_plan_value(context, plan, part, index, path, TIENDO_NTS, text, sizeof text, &length));
  CHECK(length == (int64_t)strlen(text));
  return text;
}

static int64_t count_of(const tiendo_plan* plan, tiendo_part part, int64_t index,
                        const char* path) {
  int64_t count = -1;
  CHECK_OK(tiendo_plan_value_count(context, plan, part, index, path, TIENDO_NTS, &count));
  return count;
}

static const char* key_of(const tiendo_plan* plan, tiendo_part part, const char* path,
                          int64_t item) {
  static char text[100];
  int64_t length = -1;
  CHECK_OK(tiendo_plan_value_key(context, plan, part, 0, path, TIENDO_NTS, item, text, sizeof text,
                                 &length));
  return text;
}

static int64_t position_of(const tiendo_plan* plan, tiendo_part part, const char* id) {
  int64_t index = -2;
  CHECK_OK(tiendo_plan_find(context, plan, part, id, TIENDO_NTS, &index));
  return index;
}

static void values_are_read_by_their_keys(void) {
  tiendo_plan* plan = rich_plan();
  CHECK_TEXT(value_of(plan, TIENDO_PART_HEAD, 0, "basis/1"), "b");
  CHECK_TEXT(value_of(plan, TIENDO_PART_MEASURES, 0, "factor"), "10000");
  CHECK_TEXT(value_of(plan, TIENDO_PART_UNITS, 0, "name/en"), "Town");
  CHECK_TEXT(value_of(plan, TIENDO_PART_UNITS, 0, "name/vi"), "");
  CHECK_TEXT(value_of(plan, TIENDO_PART_UNITS, 1, "parent"), "town");
  CHECK_TEXT(value_of(plan, TIENDO_PART_UNITS, 1, "until"), "2025-07-01");
  CHECK_TEXT(value_of(plan, TIENDO_PART_INDICATORS, 0, "time_rule"), "sum");
  CHECK_TEXT(value_of(plan, TIENDO_PART_TARGETS, 0, "unit"), "town");
  CHECK_TEXT(value_of(plan, TIENDO_PART_TARGETS, 0, "condition"), "between");
  CHECK_TEXT(value_of(plan, TIENDO_PART_TARGETS, 0, "between"), "[\"1\", \"2.50\"]");
  CHECK_TEXT(value_of(plan, TIENDO_PART_TARGETS, 1, "project"), "road");
  CHECK_TEXT(value_of(plan, TIENDO_PART_PROJECTS, 0, "stages/1"), "paid");
  CHECK_TEXT(value_of(plan, TIENDO_PART_TASK_GROUPS, 0, "tasks/0/name/vi"), "one");
  CHECK_TEXT(value_of(plan, TIENDO_PART_UNITS, 1, ""),
             "{\"id\": \"ward/1\", \"parent\": \"town\", \"until\": \"2025-07-01\"}");
  CHECK(count_of(plan, TIENDO_PART_TASK_GROUPS, 0, "tasks") == 2);
  CHECK(count_of(plan, TIENDO_PART_TASK_GROUPS, 0, "lead") == 0);
  CHECK(count_of(plan, TIENDO_PART_TASK_GROUPS, 0, "id") == 1);
  CHECK_TEXT(key_of(plan, TIENDO_PART_PROJECTS, "", 1), "stages");
  CHECK_TEXT(key_of(plan, TIENDO_PART_PROJECTS, "", 9), "");
  tiendo_plan_destroy(plan);
}

static void parts_are_found_by_their_ids(void) {
  tiendo_plan* plan = rich_plan();
  CHECK(position_of(plan, TIENDO_PART_MEASURES, "ha") == 0);
  CHECK(position_of(plan, TIENDO_PART_UNITS, "ward/1") == 1);
  CHECK(position_of(plan, TIENDO_PART_UNITS, "ward") == -1);
  CHECK(position_of(plan, TIENDO_PART_INDICATORS, "land") == 0);
  CHECK(position_of(plan, TIENDO_PART_PROJECTS, "road") == 0);
  CHECK(position_of(plan, TIENDO_PART_TASK_GROUPS, "g") == 0);
  CHECK(position_of(plan, TIENDO_PART_TASK_GROUPS, "") == -1);
  tiendo_plan_destroy(plan);
}

static void a_key_that_the_format_does_not_have_is_refused(void) {
  tiendo_plan* plan = rich_plan();
  char text[10] = "before";
  int64_t length = -1, count = 7;
  CHECK_FAILS(tiendo_plan_value(context, plan, TIENDO_PART_UNITS, 0, "prent", TIENDO_NTS, text,
                                sizeof text, &length),
              TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unknown_key");
  CHECK(strstr(last_text(TIENDO_MESSAGE_SENTENCE), "\"parent\"") != NULL);
  CHECK_FAILS(
      tiendo_plan_value_count(context, plan, TIENDO_PART_UNITS, 0, "name/fr", TIENDO_NTS, &count),
      TIENDO_E_PARSE);
  CHECK_FAILS(tiendo_plan_value_key(context, plan, TIENDO_PART_UNITS, 0, "kids", TIENDO_NTS, 0,
                                    text, sizeof text, &length),
              TIENDO_E_PARSE);
  CHECK(count == 7);
  CHECK_TEXT(text, "before");
  tiendo_plan_destroy(plan);
}

/* Adds every part of a plan, as the plan has it, to a new builder: the plan that this builds. */
static tiendo_plan* part_by_part(const tiendo_plan* plan) {
  tiendo_plan_builder* builder = NULL;
  tiendo_plan* copy = NULL;
  tiendo_part part;
  CHECK_OK(tiendo_plan_builder_create(context, NULL, &builder));
  for (part = TIENDO_PART_MEASURES; part <= TIENDO_PART_HEAD; ++part) {
    int64_t count = -1, i;
    CHECK_OK(tiendo_plan_count(context, plan, part, &count));
    for (i = 0; i < count; ++i) {
      const char* text = value_of(plan, part, i, "");
      /* The targets of projects stand in the projects, too. */
      if (part == TIENDO_PART_TARGETS && strstr(text, "\"project\"") != NULL) continue;
      CHECK_OK(tiendo_plan_builder_add(context, builder, part, text, TIENDO_NTS));
    }
  }
  CHECK_OK(tiendo_plan_builder_build(context, builder, &copy));
  tiendo_plan_builder_destroy(builder);
  return copy;
}

static void text_of_plan(tiendo_plan* plan, char* text, int64_t capacity) {
  int64_t length = -1;
  CHECK_OK(tiendo_plan_write(context, plan, text, capacity, &length));
  CHECK(length > 300);
  tiendo_plan_destroy(plan);
}

static void a_plan_is_written_and_read_and_copied_part_by_part(void) {
  static char wanted[20000], got[20000];
  tiendo_plan* (*const plans[])(void) = {rich_plan, new_plan};
  size_t i;
  for (i = 0; i < 2; ++i) {
    tiendo_plan* plan = plans[i]();
    tiendo_plan* copy = part_by_part(plan);
    text_of_plan(plan, wanted, sizeof wanted);
    text_of_plan(copy, got, sizeof got);
    CHECK_TEXT(got, wanted);
    CHECK_OK(tiendo_plan_read(context, wanted, TIENDO_NTS, NULL, &copy));
    text_of_plan(copy, got, sizeof got);
    CHECK_TEXT(got, wanted);
  }
}

/* "town|ward/1|", each value with its end. */
static const char* column_of(const tiendo_plan* plan, tiendo_part part, const char* path) {
  static char text[400];
  char values[300];
  int64_t offsets[9] = {-1};
  int64_t length = -1, count = 0, i;
  text[0] = 0;
  CHECK_OK(tiendo_plan_count(context, plan, part, &count));
  CHECK_OK(tiendo_plan_column(context, plan, part, path, TIENDO_NTS, offsets, values, sizeof values,
                              &length));
  CHECK(offsets[0] == 0 && offsets[count] == length);
  for (i = 0; i < count; ++i) {
    (void)strncat(text, values + offsets[i], (size_t)(offsets[i + 1] - offsets[i]));
    (void)strcat(text, "|");
  }
  return text;
}

static void one_value_of_all_parts_is_a_column(void) {
  tiendo_plan* plan = rich_plan();
  char text[20] = "?";
  int64_t offsets[9] = {7};
  int64_t length = -1;
  CHECK_TEXT(column_of(plan, TIENDO_PART_UNITS, "id"), "town|ward/1|");
  CHECK_TEXT(column_of(plan, TIENDO_PART_UNITS, "parent"), "|town|");
  CHECK_TEXT(column_of(plan, TIENDO_PART_TARGETS, "condition"), "between|at_least|");
  CHECK_TEXT(column_of(plan, TIENDO_PART_TARGETS, "at_least"), "|0.5|");
  CHECK_TEXT(column_of(plan, TIENDO_PART_SUCCESSION, "on"), "");
  CHECK_FAILS(
      tiendo_plan_column(context, plan, 2, "parents", TIENDO_NTS, offsets, text, 20, &length),
      TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unknown_key");
  CHECK(last_error().row == 0);
  CHECK_FAILS(tiendo_plan_column(context, plan, 2, "id", 2, offsets, text, 10, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK(length == 10 && offsets[0] == 7);
  CHECK_FAILS(tiendo_plan_column(context, NULL, 2, "id", 2, offsets, text, 20, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(
      tiendo_plan_column(context, plan, TIENDO_PART_HEAD, "id", 2, offsets, text, 20, &length),
      TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_column(context, plan, 2, "id", 2, NULL, text, 20, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_column(context, plan, 2, NULL, 0, offsets, text, 20, &length),
              TIENDO_E_INVALID_ARG);
  tiendo_plan_destroy(plan);
}

static void what_no_value_names_is_found(void) {
  static const char linked[] =
      "{\"format\": \"tiendo-plan/1\", \"measures\": [{\"id\": \"ha\", \"kind\": \"area\"}],\n"
      "\"units\": [{\"id\": \"town\"}],\n"
      "\"indicators\": [{\"id\": \"c\", \"measure\": \"ha\", \"kind\": \"formula\",\n"
      " \"formula\": \"b + a - b\"},\n"
      "{\"id\": \"a\", \"measure\": \"ha\", \"kind\": \"flow\"},\n"
      "{\"id\": \"b\", \"measure\": \"ha\", \"kind\": \"flow\"}],\n"
      "\"plan\": {\"id\": \"p\", \"unit\": \"town\", \"period\": \"2024\", \"targets\": [\n"
      "{\"indicator\": \"a\", \"at_least\": \"1\"}, {\"indicator\": \"b\", \"at_least\": \"1\"}],\n"
      "\"task_groups\": [{\"id\": \"g\", \"targets\": [\"b\"]},\n"
      "{\"id\": \"h\", \"targets\": [\"b\"]}]}}";
  tiendo_plan* plan = NULL;
  int64_t found[3] = {7, 7, 7};
  int64_t count = -1;
  CHECK_OK(tiendo_plan_read(context, linked, TIENDO_NTS, NULL, &plan));
  CHECK_OK(tiendo_plan_links(context, plan, TIENDO_LINK_FORMULA, 0, found, 3, &count));
  CHECK(count == 2 && found[0] == 2 && found[1] == 1);
  CHECK_OK(tiendo_plan_links(context, plan, TIENDO_LINK_FORMULA, 1, found, 3, &count));
  CHECK(count == 0);
  CHECK_OK(tiendo_plan_links(context, plan, TIENDO_LINK_TASK_GROUPS, 1, found, 3, &count));
  CHECK(count == 2 && found[0] == 0 && found[1] == 1);
  CHECK_OK(tiendo_plan_links(context, plan, TIENDO_LINK_TASK_GROUPS, 0, NULL, 0, &count));
  CHECK(count == 0);
  CHECK_FAILS(tiendo_plan_links(context, plan, TIENDO_LINK_FORMULA, 0, found, 1, &count),
              TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(tiendo_plan_links(context, plan, TIENDO_LINK_FORMULA, 3, found, 3, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_links(context, plan, TIENDO_LINK_TASK_GROUPS, 2, found, 3, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_links(context, plan, 0, 0, found, 3, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_links(context, plan, 3, 0, found, 3, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_links(context, NULL, 1, 0, found, 3, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_links(context, plan, 1, 0, NULL, 3, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_links(context, plan, 1, 0, found, 3, NULL), TIENDO_E_INVALID_ARG);
  tiendo_plan_destroy(plan);
}

static void amounts_come_into_other_measures_of_their_kind(void) {
  static const char measured[] =
      "{\"format\": \"tiendo-plan/1\", \"measures\": [\n"
      "{\"id\": \"m2\", \"kind\": \"area\"}, {\"id\": \"t\", \"kind\": \"mass\"},\n"
      "{\"id\": \"ha\", \"kind\": \"area\", \"factor\": 10000}], \"units\": [], \"indicators\": "
      "[],\n"
      "\"plan\": {\"id\": \"p\", \"period\": \"2024\", \"targets\": []}}";
  tiendo_plan* plan = NULL;
  char text[20];
  int64_t length = -1;
#define CONVERTED(value, from, to) \
  tiendo_plan_convert(context, plan, value, TIENDO_NTS, from, to, text, sizeof text, &length)
  CHECK_FAILS(CONVERTED("1", "ha", "m2"), TIENDO_E_INVALID_ARG);
  CHECK_OK(tiendo_plan_read(context, measured, TIENDO_NTS, NULL, &plan));
  CHECK_OK(CONVERTED("1.5", "ha", "m2"));
  CHECK_TEXT(text, "15000");
  CHECK_OK(CONVERTED("1", "m2", "ha"));
  CHECK_TEXT(text, "1/10000");
  CHECK_FAILS(CONVERTED("1", "ha", "t"), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "measure_kinds_differ");
  CHECK_FAILS(CONVERTED("1", "ha", "km"), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unknown_measure");
  CHECK_FAILS(CONVERTED("1,5", "ha", "m2"), TIENDO_E_PARSE);
  CHECK_FAILS(CONVERTED(NULL, "ha", "m2"), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(CONVERTED("1", NULL, "m2"), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(CONVERTED("1", "ha", NULL), TIENDO_E_INVALID_ARG);
#undef CONVERTED
  tiendo_plan_destroy(plan);
}

static void arguments_are_checked(void) {
  tiendo_plan* plan = rich_plan();
  char text[100] = "";
  int64_t length = -1, count = 7;
  CHECK_FAILS(tiendo_plan_value(context, NULL, 2, 0, "id", 2, text, 100, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_value(context, plan, 0, 0, "id", 2, text, 100, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_value(context, plan, 2, 2, "id", 2, text, 100, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_value(context, plan, 2, -1, "id", 2, text, 100, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_value(context, plan, TIENDO_PART_HEAD, 1, "id", 2, text, 100, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_value(context, plan, 2, 0, NULL, 0, text, 100, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_value(context, plan, 2, 0, "id", 2, text, 100, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_value(context, plan, 2, 0, "id", 2, text, 4, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK(length == 4);
  CHECK_FAILS(tiendo_plan_value(context, plan, 2, 0, "\xFF", 1, text, 100, &length),
              TIENDO_E_ENCODING);
  CHECK_FAILS(tiendo_plan_value_count(context, NULL, 2, 0, "id", 2, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_value_count(context, plan, 2, 0, "id", 2, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_value_key(context, NULL, 2, 0, "", 0, 0, text, 100, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_value_key(context, plan, 2, 0, "", 0, -1, text, 100, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_find(context, NULL, 2, "town", 4, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_find(context, plan, 2, NULL, 4, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_find(context, plan, 2, "town", 4, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_find(context, plan, TIENDO_PART_TARGETS, "town", 4, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_find(context, plan, TIENDO_PART_HEAD, "p", 1, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_write(context, NULL, text, 100, &length), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_write(context, plan, text, 100, &length), TIENDO_E_SMALL_BUFFER);
  CHECK(length > 100 && count == 7);
  tiendo_plan_destroy(plan);
}

int main(void) {
  use_all();
  begin();
  values_are_read_by_their_keys();
  parts_are_found_by_their_ids();
  a_key_that_the_format_does_not_have_is_refused();
  a_plan_is_written_and_read_and_copied_part_by_part();
  one_value_of_all_parts_is_a_column();
  what_no_value_names_is_found();
  amounts_come_into_other_measures_of_their_kind();
  arguments_are_checked();
  return failures();
}
