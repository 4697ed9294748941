/* The log of a context: what it is told, and what it is not. */

#include "check.h"

/* What a log was told. */
struct told {
  int count, levels[8], inside;
  char texts[8][200];
};

static void note(void* user, tiendo_severity level, const char* text, int64_t length) {
  struct told* told = user;
  CHECK((size_t)length == strlen(text) && told->count < 8);
  told->levels[told->count] = level;
  strncpy(told->texts[told->count], text, sizeof told->texts[0] - 1);
  ++told->count;
  told->inside = tiendo_context_set_log(context, NULL, NULL);
}

static struct told begin_log(void) {
  struct told told;
  memset(&told, 0, sizeof told);
  return told;
}

static void findings_are_told_once_each(void) {
  struct told told = begin_log();
  tiendo_observations* log = new_log();
  char text[200];
  int64_t i, length, count;
  CHECK_OK(tiendo_context_set_log(context, note, &told));
  CHECK_FAILS(tiendo_observations_read(
                  context, log, "indicator,period,value\ncement,2024-13,1\nnowhere,2024-01,1\n",
                  TIENDO_NTS, "t.csv", 0),
              TIENDO_E_PARSE);
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK);
  CHECK(count == 2 && told.count == 2 && told.inside == TIENDO_E_BUSY);
  for (i = 0; i < count; ++i) {
    CHECK(tiendo_context_finding_text(context, i, TIENDO_MESSAGE_WHOLE, text, sizeof text,
                                      &length) == TIENDO_OK);
    CHECK_TEXT(told.texts[i], text);
    CHECK(told.levels[i] == TIENDO_SEVERITY_ERROR);
  }
  tiendo_observations_destroy(log);
  CHECK_OK(tiendo_context_set_log(context, NULL, NULL));
}

static void what_is_no_error_is_told_with_its_level(void) {
  struct told told = begin_log();
  tiendo_observations* log = new_log();
  CHECK_OK(tiendo_observations_read(
      context, log,
      "indicator,period,value,form\ncement,2024-01,9,to_date\ncement,2024-02,8,to_date\n",
      TIENDO_NTS, "t.csv", 0));
  CHECK_OK(tiendo_context_set_log(context, note, &told));
  CHECK_OK(tiendo_observations_check(context, log, NULL));
  CHECK(told.count >= 1 && told.levels[0] < TIENDO_SEVERITY_ERROR);
  tiendo_observations_destroy(log);
  CHECK_OK(tiendo_context_set_log(context, NULL, NULL));
}

static void a_failure_is_told_and_an_answer_is_not(void) {
  struct told told = begin_log();
  char text[4];
  int64_t length;
  int32_t day;
  CHECK_OK(tiendo_context_set_log(context, note, &told));
  CHECK_FAILS(tiendo_date_parse(context, "2024-13-01", TIENDO_NTS, &day), TIENDO_E_PARSE);
  CHECK(told.count == 1 && told.levels[0] == TIENDO_SEVERITY_ERROR);
  CHECK_TEXT(told.texts[0], last_text(TIENDO_MESSAGE_WHOLE));
  CHECK_FAILS(tiendo_date_parse(context, NULL, TIENDO_NTS, &day), TIENDO_E_INVALID_ARG);
  CHECK(told.count == 2);
  CHECK_TEXT(told.texts[1], "text is NULL");
  CHECK_FAILS(tiendo_date_format(context, 0, text, sizeof text, &length), TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(tiendo_fraction_exact_root(context, "2", TIENDO_NTS, 2, text, sizeof text, &length),
              TIENDO_E_NO_VALUE);
  CHECK_OK(tiendo_date_parse(context, "2024-12-01", TIENDO_NTS, &day));
  CHECK(told.count == 2);
  CHECK_OK(tiendo_context_set_log(context, NULL, NULL));
  CHECK_FAILS(tiendo_date_parse(context, NULL, TIENDO_NTS, &day), TIENDO_E_INVALID_ARG);
  CHECK(told.count == 2);
  CHECK(tiendo_context_set_log(NULL, note, &told) == TIENDO_E_INVALID_ARG);
}

int main(void) {
  use_all();
  begin();
  findings_are_told_once_each();
  what_is_no_error_is_told_with_its_level();
  a_failure_is_told_and_an_answer_is_not();
  return failures();
}
