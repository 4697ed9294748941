/* Figures from elsewhere scored by criteria. */

#include "check.h"

static const char kCriteria[] =
    "{\"format\": \"tiendo-criteria/1\", \"id\": \"own\", \"version\": \"1\", \"source\": \"a\",\n"
    "\"bands\": [{\"id\": \"steps\", \"version\": \"1\", \"bands\": [\n"
    " {\"code\": \"low\", \"less_than\": \"50\", \"score\": \"0\"},\n"
    " {\"code\": \"high\", \"at_least\": \"50\", \"score\": \"90\"}]},\n"
    "{\"id\": \"classes\", \"version\": \"1\", \"bands\": [\n"
    " {\"code\": \"good\", \"less_than\": \"90\"}, {\"code\": \"best\", \"at_least\": \"90\"}]}],\n"
    "\"criteria\": [{\"id\": \"land\", \"indicator\": \"land\", \"figure\": \"completion_pct\",\n"
    " \"table\": \"steps@1\", \"points\": \"90\",\n"
    " \"deductions\": [{\"indicator\": \"late\", \"each\": \"1.5\", \"missing\": \"zero\"}]},\n"
    " {\"id\": \"prize\", \"role\": \"bonus\", \"indicator\": \"land\", \"points\": \"5\",\n"
    "  \"missing\": \"excluded\", \"verdicts\": {\"exceeded\": \"5\", \"met\": \"1\",\n"
    "  \"near\": \"0\", \"missed\": \"0\"}}],\n"
    "\"classes\": \"classes@1\",\n"
    "\"quotas\": [{\"class\": \"best\", \"of\": [\"good\"], \"percent\": \"100\"}]}";

#define FIGURES(units) "{\"format\": \"tiendo-figures/1\", \"units\": [" units "]}"

static char text[20000];
static int64_t length;

/* One space in the place of each new line and what stands before the next key. */
static void join_lines(void) {
  char* to = text;
  for (const char* from = text; *from != '\0'; ++from) {
    if (*from == '\n') continue;
    if (*from == ' ' && (from[1] == ' ' || to == text)) continue;
    *to++ = *from;
  }
  *to = '\0';
}

static void expect(const char* part) {
  if (strstr(text, part) == NULL) CHECK_TEXT(text, part);
}

static void units_have_points_classes_places_and_quotas(void) {
  CHECK_OK(tiendo_criteria_score(
      context, kCriteria,
      FIGURES("{\"unit\": \"a\", \"figures\": {\"land\": \"149/3\"}},"
              "{\"unit\": \"b\", \"figures\": {\"prize\": \"exceeded\", \"land\": {\"value\": "
              "\"50\", \"deductions\": [\"1/3\"]}}}, {\"unit\": \"c\", \"figures\": {}}"),
      text, sizeof text, &length));
  CHECK(length == (int64_t)strlen(text));
  join_lines();
  expect("\"format\": \"tiendo-scores/1\"");
  expect("\"plan\": null");
  expect("\"unit\": \"b\", \"place\": 1");
  expect("\"total_exact\": \"189/2\"");
  expect("\"unit\": \"a\", \"place\": 2");
  expect("\"total_exact\": \"0\"");
  expect("\"unit\": \"c\", \"place\": null");
  expect("\"reason\": \"no_data\"");
  expect("\"class\": \"best\", \"in_class\": 1, \"in_others\": 1, \"most\": 1, \"kept\": true");
}

static void fails(const char* criteria, const char* figures, tiendo_status status, int32_t code) {
  CHECK_FAILS(tiendo_criteria_score(context, criteria, figures, text, sizeof text, &length),
              status);
  CHECK(last_error().code == code);
}

static void what_is_at_fault_is_named(void) {
  fails("{", FIGURES(""), TIENDO_E_PARSE, 601);
  fails(kCriteria, "{", TIENDO_E_PARSE, 601);
  fails(kCriteria, FIGURES("{\"unit\": \"a\", \"figures\": {\"sea\": \"1\"}}"), TIENDO_E_PARSE,
        602);
  fails(kCriteria, FIGURES("{\"unit\": \"a\", \"figures\": {\"land\": \"1,5\"}}"), TIENDO_E_PARSE,
        100);
  fails(kCriteria, FIGURES("{\"unit\": \"a\", \"figures\": {\"land\": \"1/0\"}}"), TIENDO_E_RANGE,
        102);
  CHECK_FAILS(tiendo_criteria_score(context, NULL, FIGURES(""), text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_criteria_score(context, kCriteria, NULL, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_criteria_score(context, kCriteria, FIGURES(""), text, 3, &length),
              TIENDO_E_SMALL_BUFFER);
}

int main(void) {
  use_all();
  begin();
  units_have_points_classes_places_and_quotas();
  what_is_at_fault_is_named();
  return failures();
}
