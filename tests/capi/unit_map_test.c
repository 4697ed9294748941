/* Units on a day: which exist, who stands above and below, their names and codes, and what the
   units of one day are on another. */

#include "check.h"

/* A district and a town below a province become wards below it; the village is divided by halves
   that nobody said. */
static const char plan_text[] =
    "{\"format\": \"tiendo-plan/1\","
    "\"measures\": [{\"id\": \"ha\", \"kind\": \"area\", \"factor\": \"1\"}],"
    "\"units\": [{\"id\": \"province\", \"name\": {\"vi\": \"T\xE1\xBB\x89nh\", \"en\": "
    "\"Province\"}},"
    " {\"id\": \"district\", \"parent\": \"province\", \"name\": \"District\"},"
    " {\"id\": \"town\", \"parent\": \"district\", \"codes\": [{\"code\": \"0102\"}]},"
    " {\"id\": \"village\", \"parent\": \"district\"},"
    " {\"id\": \"east\", \"parent\": \"province\","
    "  \"codes\": [{\"code\": \"0102\", \"from\": \"2025-07-01\"}]},"
    " {\"id\": \"west\", \"parent\": \"province\"}],"
    "\"indicators\": [{\"id\": \"land\", \"measure\": \"ha\", \"kind\": \"flow\"}],"
    "\"succession\": ["
    " {\"on\": \"2025-07-01\", \"from\": [\"town\"], \"to\":"
    "  [{\"unit\": \"east\", \"share\": \"0.25\"}, {\"unit\": \"west\", \"share\": \"0.75\"}]},"
    " {\"on\": \"2025-07-01\", \"from\": [\"village\"], \"to\":"
    "  [{\"unit\": \"east\"}, {\"unit\": \"west\"}]},"
    " {\"on\": \"2025-07-01\", \"from\": [\"district\"], \"to\": []},"
    " {\"on\": \"2026-01-01\", \"unit\": \"west\", \"name\": \"Riverside\"}],"
    "\"plan\": {\"id\": \"p\", \"unit\": \"province\", \"period\": \"2024\", \"targets\": []}}";

enum { province, district, town, village, east, west };

static tiendo_plan* plan;
static int32_t old_day, new_day;

static int exists(int64_t unit, int32_t day) {
  int32_t found = -1;
  CHECK_OK(tiendo_plan_unit_exists(context, plan, unit, day, &found));
  return found;
}

static int64_t parent_of(int64_t unit, int32_t day) {
  int64_t parent = -7;
  CHECK_OK(tiendo_plan_unit_parent(context, plan, unit, day, &parent));
  return parent;
}

/* "4 5 " of a list of positions. */
static const char* words_of(const int64_t* units, int64_t count) {
  static char text[100];
  size_t length = 0;
  int64_t i;
  text[0] = '\0';
  for (i = 0; i < count; ++i) length += (size_t)sprintf(text + length, "%d ", (int)units[i]);
  return text;
}

static const char* children_of(int64_t unit, int32_t day) {
  int64_t units[6];
  int64_t count = -1;
  CHECK_OK(tiendo_plan_unit_children(context, plan, unit, day, units, 6, &count));
  return words_of(units, count);
}

static const char* code_of(int64_t unit, int32_t day) {
  static char text[20];
  int64_t length = -1;
  CHECK_OK(tiendo_plan_unit_code(context, plan, unit, day, text, sizeof text, &length));
  CHECK(length == (int64_t)strlen(text));
  return text;
}

static const char* name_of(int64_t unit, int32_t day, tiendo_language language) {
  static char text[40];
  int64_t length = -1;
  CHECK_OK(tiendo_plan_unit_name(context, plan, unit, day, language, text, sizeof text, &length));
  return text;
}

static int64_t find(const char* code, int32_t day) {
  int64_t unit = -7;
  CHECK_OK(tiendo_plan_find_code(context, plan, code, TIENDO_NTS, day, &unit));
  return unit;
}

static const char* heirs_of(int64_t unit, int32_t from, int32_t to) {
  int64_t units[6];
  int64_t count = -1;
  CHECK_OK(tiendo_plan_unit_heirs(context, plan, unit, from, to, units, 6, &count));
  return words_of(units, count);
}

static const char* predecessors_of(int64_t unit, int32_t on, int32_t before) {
  int64_t units[6];
  int64_t count = -1;
  CHECK_OK(tiendo_plan_unit_predecessors(context, plan, unit, on, before, units, 6, &count));
  return words_of(units, count);
}

static const char* share_of(int64_t unit, int32_t from, int64_t heir, int32_t to) {
  static char text[20];
  int64_t length = -1;
  CHECK_OK(tiendo_plan_unit_share(context, plan, unit, from, heir, to, text, sizeof text, &length));
  return text;
}

static void a_unit_stands_where_it_is_on_the_day(void) {
  CHECK(exists(town, old_day) == 1 && exists(town, new_day) == 0);
  CHECK(exists(east, old_day) == 0 && exists(east, new_day) == 1);
  CHECK(parent_of(town, old_day) == district && parent_of(town, new_day) == -1);
  CHECK(parent_of(east, old_day) == -1 && parent_of(east, new_day) == province);
  CHECK(parent_of(province, old_day) == -1);
  CHECK_TEXT(children_of(province, old_day), "1 ");
  CHECK_TEXT(children_of(district, old_day), "2 3 ");
  CHECK_TEXT(children_of(province, new_day), "4 5 ");
  CHECK_TEXT(children_of(district, new_day), "");
}

static void a_name_and_a_code_are_of_a_day(void) {
  CHECK_TEXT(name_of(province, old_day, TIENDO_LANGUAGE_VI), "T\xE1\xBB\x89nh");
  CHECK_TEXT(name_of(province, old_day, TIENDO_LANGUAGE_EN), "Province");
  CHECK_TEXT(name_of(west, new_day, 0), "");
  CHECK_TEXT(name_of(west, day_of("2026-01-01"), 0), "Riverside");
  CHECK_TEXT(code_of(town, old_day), "0102");
  CHECK_TEXT(code_of(town, new_day), "");
  CHECK_TEXT(code_of(village, old_day), "");
  CHECK(find("0102", old_day) == town && find("0102", new_day) == east);
  CHECK(find("0103", new_day) == -1 && find("", new_day) == -1);
}

static void what_becomes_of_a_unit_has_shares(void) {
  char text[20];
  int64_t length = -1;
  CHECK_TEXT(heirs_of(town, old_day, new_day), "4 5 ");
  CHECK_TEXT(share_of(town, old_day, east, new_day), "1/4");
  CHECK_TEXT(share_of(town, old_day, west, new_day), "3/4");
  CHECK_TEXT(share_of(town, old_day, province, new_day), "0");
  CHECK_TEXT(heirs_of(town, old_day, old_day), "2 ");
  CHECK_TEXT(share_of(town, old_day, town, old_day), "1");
  CHECK_TEXT(heirs_of(district, old_day, new_day), "1 ");
  CHECK_TEXT(heirs_of(east, new_day, old_day), "2 3 ");
  CHECK_TEXT(predecessors_of(east, new_day, old_day), "2 3 ");
  CHECK_TEXT(predecessors_of(province, new_day, old_day), "0 ");
  CHECK_FAILS(tiendo_plan_unit_share(context, plan, village, old_day, east, new_day, text,
                                     sizeof text, &length),
              TIENDO_E_NO_VALUE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "split_without_shares");
}

static void arguments_are_checked(void) {
  static const int32_t never = 1 << 30;
  int64_t units[1] = {-7};
  int64_t count = -1;
  int32_t found = -7;
  char text[4];
  CHECK_FAILS(tiendo_plan_unit_exists(context, NULL, 0, 0, &found), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_unit_exists(context, plan, 6, 0, &found), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_unit_exists(context, plan, -1, 0, &found), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_unit_exists(context, plan, 0, never, &found), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_plan_unit_exists(context, plan, 0, 0, NULL), TIENDO_E_INVALID_ARG);
  CHECK(found == -7);
  CHECK_FAILS(tiendo_plan_unit_parent(context, plan, 6, 0, units), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_unit_parent(context, plan, 0, never, units), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_plan_unit_parent(context, plan, 0, 0, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_unit_children(context, plan, district, old_day, units, 1, &count),
              TIENDO_E_SMALL_BUFFER);
  CHECK(count == 2 && units[0] == -7);
  CHECK_FAILS(tiendo_plan_unit_children(context, plan, 0, 0, NULL, 1, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_unit_heirs(context, plan, town, old_day, new_day, units, 1, &count),
              TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(tiendo_plan_unit_heirs(context, plan, 0, never, 0, units, 1, &count), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_plan_unit_heirs(context, plan, 0, 0, never, units, 1, &count), TIENDO_E_RANGE);
  CHECK_FAILS(tiendo_plan_unit_predecessors(context, plan, 0, 0, 0, units, -1, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_unit_predecessors(context, plan, 0, 0, 0, units, 1, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_unit_code(context, plan, town, old_day, text, 4, &count),
              TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(tiendo_plan_unit_name(context, plan, 0, 0, 3, text, 4, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_unit_share(context, plan, 0, 0, 6, 0, text, 4, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_find_code(context, plan, "\xFF", TIENDO_NTS, 0, units),
              TIENDO_E_ENCODING);
  CHECK_FAILS(tiendo_plan_find_code(context, plan, "x", TIENDO_NTS, never, units), TIENDO_E_RANGE);
  CHECK(units[0] == -7);
}

int main(void) {
  use_all();
  begin();
  old_day = day_of("2025-06-30");
  new_day = day_of("2025-07-01");
  CHECK_OK(tiendo_plan_read(context, plan_text, TIENDO_NTS, NULL, &plan));
  a_unit_stands_where_it_is_on_the_day();
  a_name_and_a_code_are_of_a_day();
  what_becomes_of_a_unit_has_shares();
  arguments_are_checked();
  tiendo_plan_destroy(plan);
  return failures();
}
