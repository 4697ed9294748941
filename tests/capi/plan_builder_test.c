/* Plans built part by part: alike to those that are read, refused with places, mended. */

#include "check.h"

/* The parts of the small plan, each on its line there. */
static const struct {
  tiendo_part part;
  const char* text;
} parts[] = {
    /* In any order: what refers to others may come before them. */
    {TIENDO_PART_TARGETS, "{\"indicator\": \"cement\", \"at_least\": \"30.0\"}"},
    {TIENDO_PART_TARGETS,
     "{\"indicator\": \"poor\", \"assigner\": \"district\", \"at_most\": \"0.50\"}"},
    {TIENDO_PART_TARGETS, "{\"indicator\": \"water\", \"between\": [\"80\", \"90\"]}"},
    {TIENDO_PART_TARGETS,
     "{\"indicator\": \"trees\", \"about\": {\"value\": \"70\", \"tolerance\": \"0.5\"}}"},
    {TIENDO_PART_INDICATORS,
     "{\"id\": \"cement\", \"name\": {\"vi\": \"Xi m\xC4\x83ng\", \"en\": \"Cement\"}, "
     "\"field\": \"economy\", \"measure\": \"ton\", \"kind\": \"flow\", \"scale\": 1}"},
    {TIENDO_PART_INDICATORS,
     "{\"id\": \"poor\", \"name\": \"Poor\", \"measure\": \"percent\", \"kind\": \"level\", "
     "\"direction\": \"less\", \"scale\": 2}"},
    {TIENDO_PART_INDICATORS,
     "{\"id\": \"water\", \"name\": \"Water\", \"measure\": \"percent\", \"kind\": \"ratio\", "
     "\"of\": \"level\", \"scale\": 2}"},
    {TIENDO_PART_INDICATORS,
     "{\"id\": \"rice\", \"name\": \"Rice\", \"measure\": \"ton\", \"kind\": \"flow\"}"},
    {TIENDO_PART_INDICATORS,
     "{\"id\": \"trees\", \"name\": \"Trees\", \"measure\": \"percent\", \"kind\": \"level\"}"},
    {TIENDO_PART_UNITS, "{\"id\": \"town\", \"kind\": \"town\", \"name\": \"Town\"}"},
    {TIENDO_PART_UNITS,
     "{\"id\": \"district\", \"kind\": \"district\", \"name\": {\"vi\": \"Huy\xE1\xBB\x87n\", "
     "\"en\": \"District\"}}"},
    {TIENDO_PART_MEASURES,
     "{\"id\": \"ton\", \"kind\": \"mass\", \"name\": {\"vi\": \"t\xE1\xBA\xA5n\", \"en\": "
     "\"ton\"}, \"factor\": \"1\"}"},
    {TIENDO_PART_MEASURES,
     "{\"id\": \"percent\", \"kind\": \"share\", \"name\": \"%\", \"factor\": \"0.01\"}"},
    {TIENDO_PART_PROJECTS, "{\"id\": \"kiln\", \"name\": \"Kiln\"}"},
    {TIENDO_PART_HEAD,
     "{\"id\": \"small\", \"unit\": \"town\", \"period\": \"2024\", \"name\": \"Small\"}"},
};

static tiendo_plan_builder* new_builder(const tiendo_plan* plan) {
  tiendo_plan_builder* builder = NULL;
  CHECK_OK(tiendo_plan_builder_create(context, plan, &builder));
  return builder;
}

static void add(tiendo_plan_builder* builder, tiendo_part part, const char* text) {
  CHECK_OK(tiendo_plan_builder_add(context, builder, part, text, TIENDO_NTS));
}

static int64_t count_of(const tiendo_plan_builder* builder, tiendo_part part) {
  int64_t count = -1;
  CHECK_OK(tiendo_plan_builder_count(context, builder, part, &count));
  return count;
}

static tiendo_plan* built(const tiendo_plan_builder* builder) {
  tiendo_plan* plan = NULL;
  CHECK_OK(tiendo_plan_builder_build(context, builder, &plan));
  return plan;
}

static tiendo_plan_builder* small_builder(void) {
  tiendo_plan_builder* builder = new_builder(NULL);
  size_t i;
  for (i = 0; i < sizeof parts / sizeof *parts; ++i) add(builder, parts[i].part, parts[i].text);
  return builder;
}

static const char* path_of(int64_t finding) {
  static char text[200];
  int64_t length;
  CHECK(tiendo_context_finding_text(context, finding, TIENDO_MESSAGE_PATH, text, sizeof text,
                                    &length) == TIENDO_OK);
  return text;
}

static int64_t findings(void) {
  int64_t count = -1;
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK);
  return count;
}

/* The report of the plan with the small table, in a buffer of the caller. The plan is gone. */
static void report_of(tiendo_plan* plan, char* text, int64_t capacity) {
  const tiendo_request request = request_of("2024-12-31");
  tiendo_observations* log = NULL;
  tiendo_report* report = NULL;
  int64_t length = 0;
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  tiendo_plan_destroy(plan);
  CHECK_OK(tiendo_observations_read(context, log, small_table, TIENDO_NTS, NULL, 0));
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_OK(tiendo_report_write(context, report, NULL, text, capacity, &length));
  CHECK(length > 100);
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
}

static void a_plan_of_parts_is_the_plan_that_is_read(void) {
  static char wanted[10000], got[10000];
  tiendo_plan_builder* builder = small_builder();
  report_of(new_plan(), wanted, sizeof wanted);
  report_of(built(builder), got, sizeof got);
  CHECK_TEXT(got, wanted);
  tiendo_plan_builder_destroy(builder);
  tiendo_plan_builder_destroy(NULL);
}

static void a_builder_may_begin_with_a_plan(void) {
  static char wanted[10000], got[10000];
  tiendo_plan* plan = new_plan();
  tiendo_plan_builder* builder = new_builder(plan);
  CHECK(count_of(builder, TIENDO_PART_TARGETS) == 4);
  report_of(plan, wanted, sizeof wanted);
  report_of(built(builder), got, sizeof got);
  CHECK_TEXT(got, wanted);

  CHECK_OK(tiendo_plan_builder_remove(context, builder, TIENDO_PART_TARGETS, 1));
  report_of(built(builder), got, sizeof got);
  CHECK(strcmp(got, wanted) != 0);
  tiendo_plan_builder_destroy(builder);
}

static void a_part_at_fault_has_its_place_and_is_not_added(void) {
  static const struct {
    tiendo_part part;
    const char *text, *code;
    tiendo_status status;
    int64_t line, column;
  } cases[] = {
      {TIENDO_PART_MEASURES, "{\"id\": \"ha\",\n\"fctor\": \"1\", \"kind\": \"area\"}",
       "unknown_key", TIENDO_E_PARSE, 2, 1},
      {TIENDO_PART_UNITS, "{}", "missing_key", TIENDO_E_PARSE, 1, 1},
      {TIENDO_PART_INDICATORS, "[]", "wrong_type", TIENDO_E_PARSE, 1, 1},
      {TIENDO_PART_TARGETS, "{\"indicator\": \"cement\", \"at_least\": 1e3}", "number_syntax",
       TIENDO_E_PARSE, 1, 37},
      {TIENDO_PART_PROJECTS, "{\"id\": \"kiln\", \"start\": \"1399-01-01\"}", "date_out_of_range",
       TIENDO_E_RANGE, 1, 25},
      {TIENDO_PART_TASK_GROUPS, "{\"id\": \"\xFF\"}", "text_encoding", TIENDO_E_ENCODING, 1, 9},
      {TIENDO_PART_SUCCESSION, "{", "json_syntax", TIENDO_E_PARSE, 1, 2},
      {TIENDO_PART_HEAD, "{\"id\": \"p\", \"period\": \"2024\", \"targets\": []}", "unknown_key",
       TIENDO_E_PARSE, 1, 42},
  };
  tiendo_plan_builder* builder = small_builder();
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    CHECK_FAILS(tiendo_plan_builder_add(context, builder, cases[i].part, cases[i].text, TIENDO_NTS),
                cases[i].status);
    CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), cases[i].code);
    CHECK(last_error().line == cases[i].line);
    CHECK(last_error().column == cases[i].column);
    CHECK(findings() >= 1);
  }
  CHECK(count_of(builder, TIENDO_PART_MEASURES) == 2);
  CHECK(count_of(builder, TIENDO_PART_UNITS) == 2);
  CHECK(count_of(builder, TIENDO_PART_INDICATORS) == 5);
  CHECK(count_of(builder, TIENDO_PART_TARGETS) == 4);
  CHECK(count_of(builder, TIENDO_PART_PROJECTS) == 1);
  CHECK(count_of(builder, TIENDO_PART_TASK_GROUPS) == 0);
  CHECK(count_of(builder, TIENDO_PART_SUCCESSION) == 0);
  tiendo_plan_destroy(built(builder));
  tiendo_plan_builder_destroy(builder);
}

static void every_fault_of_a_plan_has_its_path_and_can_be_mended(void) {
  tiendo_plan_builder* builder = small_builder();
  tiendo_plan* plan = (tiendo_plan*)&plan;
  add(builder, TIENDO_PART_UNITS, "{\"id\": \"ward\", \"parent\": \"twon\"}");
  add(builder, TIENDO_PART_TARGETS, "{\"indicator\": \"cement\", \"at_least\": \"31\"}");
  CHECK_FAILS(tiendo_plan_builder_build(context, builder, &plan), TIENDO_E_PARSE);
  CHECK(plan == NULL);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unknown_unit");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "/units/2/parent");
  CHECK(last_error().line == 0);
  CHECK(findings() == 2);
  CHECK_TEXT(path_of(0), "/units/2/parent");
  CHECK_TEXT(path_of(1), "/plan/targets/4");

  CHECK_FAILS(tiendo_plan_builder_replace(context, builder, TIENDO_PART_UNITS, 2, "{}", TIENDO_NTS),
              TIENDO_E_PARSE);
  CHECK_OK(tiendo_plan_builder_replace(context, builder, TIENDO_PART_UNITS, 2,
                                       "{\"id\": \"ward\", \"parent\": \"town\"}", TIENDO_NTS));
  CHECK_FAILS(tiendo_plan_builder_build(context, builder, &plan), TIENDO_E_PARSE);
  CHECK(findings() == 1);
  CHECK_TEXT(path_of(0), "/plan/targets/4");
  CHECK_OK(tiendo_plan_builder_remove(context, builder, TIENDO_PART_TARGETS, 4));
  plan = built(builder);
  CHECK(findings() == 0);
  tiendo_plan_builder_destroy(builder);
  tiendo_plan_destroy(plan);
}

static void warnings_stay_when_a_plan_is_built(void) {
  tiendo_plan_builder* builder = small_builder();
  add(builder, TIENDO_PART_HEAD,
      "{\"id\": \"small\", \"unit\": \"town\", \"period\": \"2024\", \"declared\": "
      "{\"task_groups\": 9}}");
  tiendo_plan_destroy(built(builder));
  CHECK(findings() == 1);
  CHECK_TEXT(path_of(0), "/plan/declared/task_groups");
  tiendo_plan_builder_destroy(builder);
}

static void nothing_is_no_plan(void) {
  tiendo_plan_builder* builder = new_builder(NULL);
  tiendo_plan* plan = NULL;
  CHECK_FAILS(tiendo_plan_builder_build(context, builder, &plan), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "/plan/id");
  tiendo_plan_builder_destroy(builder);
}

static void what_a_builder_has_can_be_looked_at_and_put_back(void) {
  tiendo_plan_builder* builder = new_builder(NULL);
  char text[400];
  int64_t length = 0;
  int32_t part;
  size_t i;
  CHECK_FAILS(tiendo_plan_builder_part(context, builder, TIENDO_PART_HEAD, 0, text, 400, &length),
              TIENDO_E_INVALID_ARG);
  for (i = 0; i < sizeof parts / sizeof *parts; ++i) add(builder, parts[i].part, parts[i].text);
  CHECK_OK(tiendo_plan_builder_part(context, builder, TIENDO_PART_TARGETS, 2, text, sizeof text,
                                    &length));
  CHECK_TEXT(text, "{\"indicator\": \"water\", \"between\": [\"80\", \"90\"]}");
  CHECK_OK(
      tiendo_plan_builder_part(context, builder, TIENDO_PART_HEAD, 0, text, sizeof text, &length));
  CHECK_TEXT(text,
             "{\"id\": \"small\", \"unit\": \"town\", \"period\": \"2024\", "
             "\"name\": {\"vi\": \"Small\"}}");
  for (part = TIENDO_PART_MEASURES; part <= TIENDO_PART_PROJECTS; ++part) {
    char again[400];
    CHECK_OK(tiendo_plan_builder_part(context, builder, part, 0, text, sizeof text, &length));
    CHECK_OK(tiendo_plan_builder_replace(context, builder, part, 0, text, length));
    CHECK_OK(tiendo_plan_builder_part(context, builder, part, 0, again, sizeof again, &length));
    CHECK_TEXT(again, text);
  }
  CHECK_FAILS(tiendo_plan_builder_part(context, builder, TIENDO_PART_HEAD, 1, text, 400, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_part(context, builder, TIENDO_PART_UNITS, 2, text, 400, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_part(context, builder, 9, 0, text, 400, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_part(context, NULL, TIENDO_PART_UNITS, 0, text, 400, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_part(context, builder, TIENDO_PART_UNITS, 0, text, 4, &length),
              TIENDO_E_SMALL_BUFFER);
  tiendo_plan_builder_destroy(builder);
}

static void arguments_are_checked(void) {
  tiendo_plan_builder* builder = (tiendo_plan_builder*)&builder;
  tiendo_plan* plan = (tiendo_plan*)&plan;
  int64_t count = 7;
  CHECK_FAILS(tiendo_plan_builder_create(context, NULL, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_plan_builder_create(NULL, NULL, &builder) == TIENDO_E_INVALID_ARG);
  CHECK(builder == NULL);
  CHECK_FAILS(tiendo_plan_builder_add(context, NULL, 1, "{}", 2), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_replace(context, NULL, 1, 0, "{}", 2), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_remove(context, NULL, 1, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_count(context, NULL, 1, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_build(context, NULL, &plan), TIENDO_E_INVALID_ARG);
  CHECK(plan == NULL);

  builder = small_builder();
  CHECK_FAILS(tiendo_plan_builder_add(context, builder, 1, NULL, 2), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_add(context, builder, 1, "{}", -2), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_add(context, builder, 0, "{}", 2), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_add(context, builder, 99, "{}", 2), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_replace(context, builder, TIENDO_PART_HEAD, 0, "{}", 2),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_replace(context, builder, TIENDO_PART_UNITS, 2, "{\"id\": \"u\"}",
                                          TIENDO_NTS),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_remove(context, builder, TIENDO_PART_UNITS, 2),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_remove(context, builder, TIENDO_PART_UNITS, -1),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_remove(context, builder, TIENDO_PART_HEAD, 0),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_count(context, builder, TIENDO_PART_HEAD, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_count(context, builder, TIENDO_PART_UNITS, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_build(context, builder, NULL), TIENDO_E_INVALID_ARG);
  CHECK(count == 7);
  CHECK(count_of(builder, TIENDO_PART_UNITS) == 2);
  tiendo_plan_builder_destroy(builder);
}

int main(void) {
  use_all();
  begin();
  a_plan_of_parts_is_the_plan_that_is_read();
  a_builder_may_begin_with_a_plan();
  a_part_at_fault_has_its_place_and_is_not_added();
  every_fault_of_a_plan_has_its_path_and_can_be_mended();
  warnings_stay_when_a_plan_is_built();
  nothing_is_no_plan();
  what_a_builder_has_can_be_looked_at_and_put_back();
  arguments_are_checked();
  return failures();
}
