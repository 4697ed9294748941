/* Plans: read from text and from a file, counted, refused with a place. */

#include "check.h"

static const char example[] = "docs/examples/bim-son-2024/plan.json";

static int64_t count_of(const tiendo_plan* plan, tiendo_part part) {
  int64_t count = -1;
  CHECK_OK(tiendo_plan_count(context, plan, part, &count));
  return count;
}

static void a_plan_is_read_from_text(void) {
  tiendo_plan* plan = new_plan();
  CHECK(count_of(plan, TIENDO_PART_MEASURES) == 2);
  CHECK(count_of(plan, TIENDO_PART_UNITS) == 2);
  CHECK(count_of(plan, TIENDO_PART_INDICATORS) == 5);
  CHECK(count_of(plan, TIENDO_PART_TARGETS) == 4);
  CHECK(count_of(plan, TIENDO_PART_PROJECTS) == 1);
  CHECK(count_of(plan, TIENDO_PART_TASK_GROUPS) == 0);
  tiendo_plan_destroy(plan);
  tiendo_plan_destroy(NULL);
}

static void a_plan_is_read_from_a_file(void) {
  tiendo_plan* plan = NULL;
  CHECK_OK(tiendo_plan_read_file(context, example, &plan));
  CHECK(count_of(plan, TIENDO_PART_INDICATORS) == 21);
  CHECK(count_of(plan, TIENDO_PART_TARGETS) == 9);
  CHECK(count_of(plan, TIENDO_PART_TASK_GROUPS) == 8);
  tiendo_plan_destroy(plan);
}

static void a_faulty_plan_is_refused_with_its_place(void) {
  static const struct {
    const char *text, *code;
    tiendo_status status;
    int64_t line;
    int64_t column;
  } cases[] = {
      {"{\n \"format\": \"tiendo-plan/1\",\n \"measure\": []}", "missing_key", TIENDO_E_PARSE, 1,
       1},
      {"{\n \"format\" }", "json_syntax", TIENDO_E_PARSE, 2, 11},
      {"{\n \"format\": \"\xFF\"}", "text_encoding", TIENDO_E_ENCODING, 2, 13},
      {"", "json_syntax", TIENDO_E_PARSE, 1, 1},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    tiendo_plan* plan = (tiendo_plan*)&plan;
    CHECK_FAILS(tiendo_plan_read(context, cases[i].text, TIENDO_NTS, "a.json", &plan),
                cases[i].status);
    CHECK(plan == NULL);
    CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), cases[i].code);
    CHECK_TEXT(last_text(TIENDO_MESSAGE_FILE), "a.json");
    CHECK(last_error().line == cases[i].line && last_error().column == cases[i].column);
  }
}

static void tables_are_read_beside_a_file_and_not_beside_a_text(void) {
  tiendo_plan* plan = NULL;
  CHECK_FAILS(tiendo_plan_read_file(context, "tests/data/tables/unit_cycle.json", &plan),
              TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unit_cycle");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_FILE), "tests/data/tables/units.csv");
  CHECK(last_error().line == 2 && last_error().column == 11);
  CHECK_FAILS(tiendo_plan_read_file(context, "tests/data/tables/missing.json", &plan),
              TIENDO_E_FILE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "table_unreadable");

  static const char text[] =
      "{\"format\": \"tiendo-plan/1\", \"measures\": [], \"units\": {\"table\": \"units.csv\"},"
      " \"indicators\": [], \"plan\": {\"id\": \"p\", \"period\": \"2024\"}}";
  CHECK_FAILS(tiendo_plan_read(context, text, TIENDO_NTS, NULL, &plan), TIENDO_E_FILE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "table_unreadable");
  CHECK(plan == NULL);
}

static void a_file_that_is_not_there_is_said_so(void) {
  tiendo_plan* plan = (tiendo_plan*)&plan;
  int64_t count = 0;
  CHECK_FAILS(tiendo_plan_read_file(context, "no/such/plan.json", &plan), TIENDO_E_FILE);
  CHECK(plan == NULL);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "file_unreadable");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_FILE), "no/such/plan.json");
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK && count == 1);
}

static void the_length_is_that_of_the_text(void) {
  tiendo_plan* plan = NULL;
  const int64_t length = (int64_t)strlen(small_plan);
  CHECK_OK(tiendo_plan_read(context, small_plan, length, NULL, &plan));
  tiendo_plan_destroy(plan);
  CHECK_FAILS(tiendo_plan_read(context, small_plan, length - 3, NULL, &plan), TIENDO_E_PARSE);
  CHECK_FAILS(tiendo_plan_read(context, small_plan, (int64_t)sizeof small_plan, NULL, &plan),
              TIENDO_E_PARSE); /* with the zero byte at its end */
}

static void arguments_are_checked(void) {
  tiendo_plan* plan = (tiendo_plan*)&plan;
  int64_t count = 7;
  CHECK_FAILS(tiendo_plan_read(context, NULL, 0, NULL, &plan), TIENDO_E_INVALID_ARG);
  CHECK(plan == NULL);
  CHECK_FAILS(tiendo_plan_read(context, "{}", -2, NULL, &plan), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_read(context, "{}", 2, NULL, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_read_file(context, NULL, &plan), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_read_file(context, example, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_count(context, NULL, 1, &count), TIENDO_E_INVALID_ARG);
  plan = (tiendo_plan*)&plan;
  CHECK(tiendo_plan_read(NULL, "{}", 2, NULL, &plan) == TIENDO_E_INVALID_ARG && plan == NULL);
  CHECK(tiendo_plan_read_file(NULL, example, &plan) == TIENDO_E_INVALID_ARG && plan == NULL);

  plan = new_plan();
  CHECK_FAILS(tiendo_plan_count(context, plan, 0, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_count(context, plan, 99, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_count(context, plan, 1, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_plan_count(NULL, plan, 1, &count) == TIENDO_E_INVALID_ARG);
  CHECK(count == 7);
  tiendo_plan_destroy(plan);
}

int main(void) {
  use_all();
  begin();
  a_plan_is_read_from_text();
  a_plan_is_read_from_a_file();
  a_faulty_plan_is_refused_with_its_place();
  tables_are_read_beside_a_file_and_not_beside_a_text();
  a_file_that_is_not_there_is_said_so();
  the_length_is_that_of_the_text();
  arguments_are_checked();
  return failures();
}
