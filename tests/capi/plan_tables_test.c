/* Plans of which lists stand in tables: read from memory, and what they were read from. */

#include "check.h"

static const char text[] =
    "{\"format\": \"tiendo-plan/1\", \"measures\": [], \"units\": {\"table\": \"units.csv\"},"
    " \"indicators\": [], \"plan\": {\"id\": \"p\", \"period\": \"2024\"}}";
static const char units[] = "id,parent\ntown,\nward,town\n";

static tiendo_plan* read_with(const char* name, const char* table) {
  const char* names[] = {"other.csv", "units.csv"};
  const char* texts[] = {"not looked at", NULL};
  tiendo_plan* plan = NULL;
  texts[1] = table;
  CHECK_OK(tiendo_plan_read_tables(context, text, TIENDO_NTS, name, names, texts, NULL, 2, &plan));
  return plan;
}

static int64_t units_of(const tiendo_plan* plan) {
  int64_t count = -1;
  CHECK_OK(tiendo_plan_count(context, plan, TIENDO_PART_UNITS, &count));
  return count;
}

static const char* table_text(const tiendo_plan* plan, tiendo_table_text which) {
  static char buffer[100];
  int64_t length = -1;
  CHECK_OK(tiendo_plan_table_text(context, plan, 0, which, buffer, sizeof buffer, &length));
  CHECK(length == (int64_t)strlen(buffer));
  return buffer;
}

static void lists_come_from_the_texts_that_are_given(void) {
  const char* names[] = {"units.csv"};
  const char* texts[] = {units};
  int64_t lengths[] = {15}; /* without the ward */
  tiendo_plan* plan = read_with(NULL, units);
  CHECK(units_of(plan) == 2);
  tiendo_plan_destroy(plan);
  CHECK_OK(
      tiendo_plan_read_tables(context, text, TIENDO_NTS, NULL, names, texts, lengths, 1, &plan));
  CHECK(units_of(plan) == 1);
  tiendo_plan_destroy(plan);
  CHECK_OK(
      tiendo_plan_read_tables(context, small_plan, TIENDO_NTS, NULL, NULL, NULL, NULL, 0, &plan));
  CHECK(units_of(plan) == 2);
  tiendo_plan_destroy(plan);
}

static void a_plan_keeps_its_tables(void) {
  char written[400];
  int64_t length = 0;
  int64_t count = -1;
  tiendo_plan* plan = read_with("books/plan.json", units);
  CHECK_OK(tiendo_plan_table_count(context, plan, &count));
  CHECK(count == 1);
  CHECK_TEXT(table_text(plan, TIENDO_TABLE_LIST), "/units");
  CHECK_TEXT(table_text(plan, TIENDO_TABLE_NAME), "units.csv");
  CHECK_TEXT(table_text(plan, TIENDO_TABLE_FILE), "books/units.csv");
  CHECK_TEXT(table_text(plan, TIENDO_TABLE_TEXT), units);
  CHECK_OK(tiendo_plan_write_tables(context, plan, written, sizeof written, &length));
  CHECK(strstr(written, "\"units\": {\"table\": \"units.csv\"}") != NULL);
  CHECK(strstr(written, "ward") == NULL);
  CHECK_OK(tiendo_plan_write(context, plan, written, sizeof written, &length));
  CHECK(strstr(written, "ward") != NULL);
  tiendo_plan_destroy(plan);
}

static void a_plan_without_tables_is_written_whole(void) {
  char whole[4000];
  char with_tables[4000];
  int64_t length = 0;
  int64_t count = -1;
  tiendo_plan* plan = new_plan();
  CHECK_OK(tiendo_plan_table_count(context, plan, &count));
  CHECK(count == 0);
  CHECK_OK(tiendo_plan_write(context, plan, whole, sizeof whole, &length));
  CHECK_OK(tiendo_plan_write_tables(context, plan, with_tables, sizeof with_tables, &length));
  CHECK_TEXT(with_tables, whole);
  tiendo_plan_destroy(plan);
}

static void faults_name_the_table_and_its_line(void) {
  const char* names[] = {"units.csv", "units.csv"};
  const char* texts[] = {"id,parent\ntown,city\n", units};
  tiendo_plan* plan = (tiendo_plan*)&plan;
  CHECK_FAILS(tiendo_plan_read_tables(context, text, TIENDO_NTS, "books/plan.json", names, texts,
                                      NULL, 1, &plan),
              TIENDO_E_PARSE);
  CHECK(plan == NULL);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_FILE), "books/units.csv");
  CHECK(last_error().line == 2);
  CHECK_FAILS(tiendo_plan_read_tables(context, text, TIENDO_NTS, NULL, NULL, NULL, NULL, 0, &plan),
              TIENDO_E_FILE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "table_unreadable");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_SENTENCE), "the table \"units.csv\" was not given");
  CHECK_FAILS(
      tiendo_plan_read_tables(context, text, TIENDO_NTS, NULL, names, texts, NULL, 2, &plan),
      TIENDO_E_INVALID_ARG);
}

static void arguments_are_checked(void) {
  const char* names[] = {NULL};
  const char* texts[] = {units};
  const int64_t lengths[] = {-2};
  char buffer[10];
  int64_t length = 0;
  tiendo_plan* plan = read_with(NULL, units);
  tiendo_plan* none = (tiendo_plan*)&none;
  CHECK_FAILS(tiendo_plan_read_tables(context, text, TIENDO_NTS, NULL, NULL, texts, NULL, 1, &none),
              TIENDO_E_INVALID_ARG);
  CHECK(none == NULL);
  CHECK_FAILS(tiendo_plan_read_tables(context, text, TIENDO_NTS, NULL, names, NULL, NULL, 1, &none),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(
      tiendo_plan_read_tables(context, text, TIENDO_NTS, NULL, names, texts, NULL, 1, &none),
      TIENDO_E_INVALID_ARG);
  names[0] = "\xFF.csv"; /* not UTF-8 */
  CHECK_FAILS(
      tiendo_plan_read_tables(context, text, TIENDO_NTS, NULL, names, texts, NULL, 1, &none),
      TIENDO_E_ENCODING);
  names[0] = "units.csv";
  CHECK_FAILS(
      tiendo_plan_read_tables(context, text, TIENDO_NTS, NULL, names, texts, lengths, 1, &none),
      TIENDO_E_INVALID_ARG);
  CHECK_FAILS(
      tiendo_plan_read_tables(context, text, TIENDO_NTS, NULL, names, texts, NULL, -1, &none),
      TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_read_tables(context, NULL, 0, NULL, names, texts, NULL, 1, &none),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_read_tables(context, text, TIENDO_NTS, NULL, names, texts, NULL, 1, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_table_text(context, plan, 1, TIENDO_TABLE_TEXT, buffer, 10, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_table_text(context, plan, 0, 5, buffer, 10, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_table_text(context, plan, 0, TIENDO_TABLE_TEXT, buffer, 10, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK(length == (int64_t)strlen(units));
  CHECK_FAILS(tiendo_plan_table_count(context, plan, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_write_tables(context, NULL, buffer, 10, &length), TIENDO_E_INVALID_ARG);
  tiendo_plan_destroy(plan);
}

int main(void) {
  use_all();
  begin();
  lists_come_from_the_texts_that_are_given();
  a_plan_keeps_its_tables();
  a_plan_without_tables_is_written_whole();
  faults_name_the_table_and_its_line();
  arguments_are_checked();
  return failures();
}
