/* Which reports of a cell count, which do not and why. */

#include "check.h"

static const char plan_text[] =
    "{\"format\": \"tiendo-plan/1\",\n"
    "\"measures\": [{\"id\": \"ha\", \"kind\": \"area\"}],\n"
    "\"units\": [{\"id\": \"town\"}, {\"id\": \"ward\", \"parent\": \"town\"}],\n"
    "\"indicators\": [{\"id\": \"forest\", \"measure\": \"ha\", \"kind\": \"flow\"},\n"
    "{\"id\": \"cleared\", \"measure\": \"ha\", \"kind\": \"flow\"}],\n"
    "\"plan\": {\"id\": \"p\", \"unit\": \"town\", \"period\": \"2024\", \"targets\": [],\n"
    "\"projects\": [{\"id\": \"road\", \"stages\": [\"measured\", \"paid\"]}]}}\n";

static const char table[] =
    "indicator,unit,project,work_stage,period,value,recorded_on\n"
    "forest,ward,,,2024-01,5,2024-02-01\n"         /* 0 */
    "forest,ward,,,2024-01,6,2024-02-20\n"         /* 1: corrects 0 */
    "forest,ward,,,2024-02,unchanged,2024-03-01\n" /* 2: as 1 */
    "forest,ward,,,2024-03,8,2024-04-01\n"         /* 3 */
    "forest,ward,,,2023-12,9,2024-01-05\n"         /* 4: of another window */
    "forest,,,,2024-01,100,2024-02-01\n"           /* 5 */
    "cleared,,road,measured,2024-01,3,2024-02-01\n"
    "cleared,,road,paid,2024-01,2,2024-02-01\n"
    "cleared,,road,,2024-02,1,2024-03-01\n";

static tiendo_plan* plan;
static tiendo_observations* all;

static tiendo_question question_of(const char* indicator, const char* unit) {
  tiendo_question question;
  memset(&question, 0, sizeof question);
  question.struct_size = sizeof question;
  question.as_of = day_of("2024-12-31");
  question.period_start = day_of("2024-01-01");
  question.period_end = day_of("2025-01-01");
  question.indicator = indicator;
  question.unit = unit;
  return question;
}

/* Rows, what counts in their place and why they do not: "1 2<1 | 0>1:4". */
static const char* selected(const tiendo_question* question) {
  static char text[200];
  tiendo_selection selection;
  int64_t rows[9];
  tiendo_set_aside reasons[9];
  int64_t others[9];
  int64_t count = 0;
  int64_t i;
  memset(&selection, 0, sizeof selection);
  selection.struct_size = sizeof selection;
  text[0] = 0;
  CHECK_OK(tiendo_observations_select(context, all, question, &selection, rows, reasons, others, 9,
                                      &count));
  CHECK(count == selection.used + selection.set_aside);
  for (i = 0; i < count; ++i) {
    char* const end = text + strlen(text);
    CHECK((reasons[i] == TIENDO_SET_ASIDE_NONE) == (i < selection.used));
    (void)snprintf(end, 30, "%s%s%d", i == 0 ? "" : " ", i == selection.used ? "| " : "",
                   (int)rows[i]);
    if (others[i] >= 0) {
      (void)snprintf(end + strlen(end), 20, "%c%d", reasons[i] == 0 ? '<' : '>', (int)others[i]);
    }
    if (reasons[i] != 0) (void)snprintf(end + strlen(end), 20, ":%d", (int)reasons[i]);
  }
  (void)snprintf(text + strlen(text), 60, " = %d%s %s", (int)selection.covered,
                 selection.in_months != 0 ? "m" : "d", tiendo_code_name(selection.code));
  return text;
}

static void the_latest_counts_and_the_others_are_named(void) {
  tiendo_question question = question_of("forest", "ward");
  CHECK_TEXT(selected(&question), "1 2<1 3 | 4:3 0>1:4 = 3m none");
  question.first_edition = 1;
  CHECK_TEXT(selected(&question), "0 2<0 3 | 4:3 1>0:11 = 3m none");
}

static void the_days_decide_what_is_there(void) {
  tiendo_question question = question_of("forest", "ward");
  question.as_of = day_of("2024-02-29");
  CHECK_TEXT(selected(&question), "1 2<1 | 4:3 0>1:4 3:2 = 2m none");
  question.has_known_on = 1;
  question.known_on = day_of("2024-02-10");
  CHECK_TEXT(selected(&question), "0 | 4:3 1:1 2:1 3:1 = 1m none");
  question.period_start = day_of("2024-02-01");
  question.known_on = day_of("2024-01-01");
  CHECK_TEXT(selected(&question), "| 4:1 0:1 1:1 2:1 3:1 = 0m none");
}

static void a_cell_may_be_of_the_plans_unit_of_a_project_and_of_a_stage(void) {
  tiendo_question question = question_of("forest", NULL);
  CHECK_TEXT(selected(&question), "5 = 1m none");
  question = question_of("cleared", NULL);
  CHECK_TEXT(selected(&question), " = 0m none");
  question.project = "road";
  CHECK_TEXT(selected(&question), "7 8 | 6:10 = 2m none");
  question.work_stage = "measured";
  CHECK_TEXT(selected(&question), "6 = 1m none");
  question.work_stage = "paid";
  CHECK_TEXT(selected(&question), "7 8 | 6:10 = 2m none");
}

static void the_stretches_that_are_reported_are_listed(void) {
  tiendo_question question = question_of("forest", "ward");
  tiendo_period spans[2] = {{7, 7}, {7, 7}};
  int64_t count = -1;
  CHECK_OK(tiendo_observations_select_spans(context, all, &question, spans, 2, &count));
  CHECK(count == 1 && spans[0].start == day_of("2024-01-01"));
  CHECK(spans[0].end == day_of("2024-04-01") && spans[1].start == 7);
  question.project = "road";
  question.unit = NULL;
  CHECK_OK(tiendo_observations_select_spans(context, all, &question, NULL, 0, &count));
  CHECK(count == 0);
#define REFUSED(log, question, spans, capacity, count, status)                                  \
  CHECK_FAILS(tiendo_observations_select_spans(context, log, question, spans, capacity, count), \
              status)
  question = question_of("forest", "ward");
  REFUSED(all, &question, NULL, 0, &count, TIENDO_E_SMALL_BUFFER);
  CHECK(count == 1);
  REFUSED(NULL, &question, spans, 2, &count, TIENDO_E_INVALID_ARG);
  REFUSED(all, NULL, spans, 2, &count, TIENDO_E_INVALID_ARG);
  REFUSED(all, &question, NULL, 2, &count, TIENDO_E_INVALID_ARG);
  REFUSED(all, &question, spans, -1, &count, TIENDO_E_INVALID_ARG);
  REFUSED(all, &question, spans, 2, NULL, TIENDO_E_INVALID_ARG);
  question.unit = "city";
  REFUSED(all, &question, spans, 2, &count, TIENDO_E_PARSE);
#undef REFUSED
}

static void reports_that_make_no_figure_have_a_code(void) {
  tiendo_observations* log = NULL;
  tiendo_observations* const before = all;
  tiendo_question question = question_of("forest", "ward");
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK_OK(tiendo_observations_read(context, log,
                                    "indicator,unit,period,value\n"
                                    "forest,ward,2024-Q1,5\n"
                                    "forest,ward,2024-02-15/2024-05-15,5\n",
                                    TIENDO_NTS, NULL, 0));
  all = log;
  CHECK(strstr(selected(&question), "periods_overlap") != NULL);
  all = before;
  tiendo_observations_destroy(log);
}

static void a_short_array_is_told_how_many_there_are(void) {
  const tiendo_question question = question_of("forest", "ward");
  tiendo_selection selection;
  int64_t rows[4] = {7, 7, 7, 7};
  tiendo_set_aside reasons[4] = {7, 7, 7, 7};
  int64_t others[4] = {7, 7, 7, 7};
  int64_t count = 0;
  memset(&selection, 0, sizeof selection);
  selection.struct_size = sizeof selection;
  CHECK_FAILS(tiendo_observations_select(context, all, &question, &selection, rows, reasons, others,
                                         4, &count),
              TIENDO_E_SMALL_BUFFER);
  CHECK(count == 5 && selection.used == 0 && selection.set_aside == 0);
  CHECK(rows[0] == 7 && reasons[0] == 7 && others[0] == 7);
  CHECK_FAILS(
      tiendo_observations_select(context, all, &question, &selection, NULL, NULL, NULL, 0, &count),
      TIENDO_E_SMALL_BUFFER);
}

static void questions_are_checked(void) {
  tiendo_question question = question_of("forest", "ward");
  tiendo_selection selection;
  int64_t rows[9];
  tiendo_set_aside reasons[9];
  int64_t others[9];
  int64_t count = 0;
  memset(&selection, 0, sizeof selection);
  selection.struct_size = sizeof selection;
#define REFUSED(status)                                                                      \
  CHECK_FAILS(tiendo_observations_select(context, all, &question, &selection, rows, reasons, \
                                         others, 9, &count),                                 \
              status);                                                                       \
  question = question_of("forest", "ward")
  question.indicator = NULL;
  REFUSED(TIENDO_E_INVALID_ARG);
  question.indicator = "rice";
  REFUSED(TIENDO_E_PARSE);
  question.indicator = "\xff";
  REFUSED(TIENDO_E_ENCODING);
  question.unit = "city";
  REFUSED(TIENDO_E_PARSE);
  question.project = "bridge";
  REFUSED(TIENDO_E_PARSE);
  question.work_stage = "paid";
  REFUSED(TIENDO_E_INVALID_ARG);
  question.project = "road";
  question.work_stage = "planned";
  REFUSED(TIENDO_E_PARSE);
  question.period_end = question.period_start;
  REFUSED(TIENDO_E_PARSE);
  question.as_of = 2932897;
  REFUSED(TIENDO_E_RANGE);
  question.has_known_on = 1;
  question.known_on = 2932897;
  REFUSED(TIENDO_E_RANGE);
  question.struct_size = 8;
  REFUSED(TIENDO_E_INVALID_ARG);
  CHECK(selection.used == 0 && selection.set_aside == 0);
  CHECK_FAILS(
      tiendo_observations_select(context, all, NULL, &selection, rows, reasons, others, 9, &count),
      TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_select(context, NULL, &question, &selection, rows, reasons,
                                         others, 9, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(
      tiendo_observations_select(context, all, &question, NULL, rows, reasons, others, 9, &count),
      TIENDO_E_INVALID_ARG);
  CHECK_FAILS(
      tiendo_observations_select(context, all, &question, NULL, NULL, NULL, NULL, 0, &count),
      TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_select(context, all, &question, &selection, NULL, reasons, others,
                                         9, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_select(context, all, &question, &selection, rows, NULL, others, 9,
                                         &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_select(context, all, &question, &selection, rows, reasons, NULL,
                                         9, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_select(context, all, &question, &selection, rows, reasons, others,
                                         -1, &count),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_select(context, all, &question, &selection, rows, reasons, others,
                                         9, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_select(NULL, all, &question, &selection, rows, reasons, others, 9,
                                   &count) == TIENDO_E_INVALID_ARG);
#undef REFUSED
}

int main(void) {
  use_all();
  begin();
  CHECK_OK(tiendo_plan_read(context, plan_text, TIENDO_NTS, NULL, &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &all));
  CHECK_OK(tiendo_observations_read(context, all, table, TIENDO_NTS, NULL, 0));
  the_latest_counts_and_the_others_are_named();
  the_days_decide_what_is_there();
  a_cell_may_be_of_the_plans_unit_of_a_project_and_of_a_stage();
  the_stretches_that_are_reported_are_listed();
  reports_that_make_no_figure_have_a_code();
  a_short_array_is_told_how_many_there_are();
  questions_are_checked();
  tiendo_observations_destroy(all);
  tiendo_plan_destroy(plan);
  return failures();
}
