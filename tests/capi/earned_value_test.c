/* Earned value of a project with capital and weights of milestones, in numbers and traces of work.
 */

#include "check.h"

static tiendo_plan* plan;
static tiendo_observations* observations;
static tiendo_tasks* reports;
static tiendo_work* work;
static char text[60000];
static int64_t length;

static void make_work(void) {
  static const char valued[] =
      "{\"format\": \"tiendo-plan/1\",\n"
      "\"measures\": [{\"id\": \"dong\", \"kind\": \"money\", \"name\": \"dong\"}],\n"
      "\"units\": [{\"id\": \"town\", \"name\": \"Town\"}],\n"
      "\"indicators\": [{\"id\": \"paid\", \"name\": \"Paid\", \"measure\": \"dong\", "
      "\"kind\": \"flow\"}],\n"
      "\"plan\": {\"id\": \"w\", \"unit\": \"town\", \"period\": \"2024\",\n"
      "\"projects\": [{\"id\": \"road\", \"name\": \"Road\", \"capital\": [{\"pot\": \"year\", "
      "\"indicator\": \"paid\", \"amount\": \"100\"}],\n"
      "\"milestones\": [{\"id\": \"m1\", \"name\": \"Design\", \"due\": \"2024-01-31\", "
      "\"weight\": 1}]}]}}\n";
  const tiendo_request request = request_of("2024-06-30");
  CHECK_OK(tiendo_plan_read(context, valued, TIENDO_NTS, "valued.json", &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &observations));
  CHECK_OK(tiendo_observations_read(context, observations,
                                    "indicator,project,period,value\npaid,road,2024-H1,80\n",
                                    TIENDO_NTS, "paid.csv", TIENDO_NUMBERS_PLAIN));
  CHECK_OK(tiendo_tasks_create(context, plan, &reports));
  CHECK_OK(tiendo_tasks_read(context, reports,
                             "project,milestone,state,share,recorded_on\n"
                             "road,m1,in_progress,0.6,2024-06-05\n",
                             TIENDO_NTS, "tasks.csv", TIENDO_NUMBERS_PLAIN));
  CHECK_OK(tiendo_work_create(context, observations, reports, &request, &work));
}

static void destroy_work(void) {
  tiendo_work_destroy(work);
  tiendo_tasks_destroy(reports);
  tiendo_observations_destroy(observations);
  tiendo_plan_destroy(plan);
}

static void its_trace_has_every_formula(void) {
  CHECK_OK(tiendo_work_explain(context, work, observations, reports, 0, TIENDO_LANGUAGE_EN,
                               TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN, text, sizeof text, &length));
  CHECK(strstr(text, "CPI (cost index; evm@1) = EV / AC = 60 / 80 = 0.75") != NULL);
  CHECK_OK(tiendo_work_trace(context, work, observations, reports, -1, TIENDO_DIGITS_OWN,
                             TIENDO_ROUND_OWN, text, sizeof text, &length));
  CHECK(strstr(text, "\"formula\": \"EV / AC\"") != NULL);
}

static const char* number(const char* name) {
  CHECK_OK(tiendo_work_earned_exact(context, work, 0, name, text, sizeof text, &length));
  return text;
}

static const char* measure(const char* name) {
  CHECK_OK(tiendo_work_earned_measure(context, work, 0, name, text, sizeof text, &length));
  return text;
}

static void its_numbers_are_exact_or_have_a_reason(void) {
  CHECK_TEXT(number("BAC"), "100");
  CHECK_TEXT(number("EV"), "60");
  CHECK_TEXT(number("CPI"), "3/4");
  CHECK_TEXT(number("EAC"), "400/3");
  CHECK_FAILS(
      tiendo_work_earned_exact(context, work, 0, "EAC_bottom_up", text, sizeof text, &length),
      TIENDO_E_NO_VALUE);
  CHECK_TEXT(tiendo_code_name(last_error().code), "no_data");
  CHECK_FAILS(tiendo_work_earned_exact(context, work, 0, "ES", text, sizeof text, &length),
              TIENDO_E_NO_VALUE);
  CHECK_TEXT(tiendo_code_name(last_error().code), "no_schedule");
  CHECK_FAILS(tiendo_work_earned_exact(context, work, 0, "SPIt", text, sizeof text, &length),
              TIENDO_E_NO_VALUE);
  CHECK_TEXT(tiendo_code_name(last_error().code), "no_schedule");
  CHECK_FAILS(tiendo_work_earned_exact(context, work, 1, "CPI", text, sizeof text, &length),
              TIENDO_E_NO_VALUE);
  CHECK_TEXT(tiendo_code_name(last_error().code), "no_such_figure");
  CHECK_FAILS(tiendo_work_earned_exact(context, work, 0, "cpi", text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_earned_exact(context, work, 99, "CPI", text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_TEXT(measure("CV"), "dong");
  CHECK_TEXT(measure("percent_complete"), "percent");
  CHECK_TEXT(measure("SPI"), "index");
  CHECK_TEXT(measure("ES"), "");
}

static void a_number_of_all_rows_is_a_column(void) {
  int64_t rows = 0;
  int32_t reasons[20];
  int64_t offsets[21];
  CHECK_OK(tiendo_work_row_count(context, work, &rows));
  CHECK(rows > 2 && rows <= 20);
  CHECK_OK(tiendo_work_earned_column(context, work, "EAC", rows, reasons, offsets, text,
                                     sizeof text, &length));
  CHECK_TEXT(text, "400/3");
  CHECK(reasons[0] == 0 && offsets[0] == 0 && offsets[1] == 5);
  for (int64_t row = 1; row < rows; ++row) {
    CHECK_TEXT(tiendo_code_name(reasons[row]), "no_such_figure");
    CHECK(offsets[row + 1] == 5);
  }
  CHECK_FAILS(tiendo_work_earned_column(context, work, "EAC", rows - 1, reasons, offsets, text,
                                        sizeof text, &length),
              TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(tiendo_work_earned_column(context, work, "EAC", rows, NULL, offsets, text,
                                        sizeof text, &length),
              TIENDO_E_INVALID_ARG);
}

static void every_kind_of_number_is_listed(void) {
  char name[100];
  int64_t index = 0;
  int found = 0;
  for (;; ++index) {
    CHECK_OK(
        tiendo_earned_kind_text(context, index, TIENDO_EARNED_NAME, name, sizeof name, &length));
    if (length == 0) break;
    CHECK(tiendo_work_earned_exact(context, work, 0, name, text, sizeof text, &length) !=
          TIENDO_E_INVALID_ARG);
    if (strcmp(name, "EAC_planned") != 0) continue;
    ++found;
    CHECK_OK(
        tiendo_earned_kind_text(context, index, TIENDO_EARNED_FORMULA, text, sizeof text, &length));
    CHECK_TEXT(text, "AC + BAC - EV");
    CHECK_OK(tiendo_earned_kind_text(context, index, TIENDO_EARNED_IN, text, sizeof text, &length));
    CHECK_TEXT(text, "measure");
    CHECK_OK(
        tiendo_earned_kind_text(context, index, TIENDO_EARNED_WORDS, text, sizeof text, &length));
    CHECK_TEXT(text, "");
  }
  CHECK(index > 30 && found == 1);
  CHECK_FAILS(tiendo_earned_kind_text(context, 0, 0, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_earned_kind_text(context, -1, 1, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
}

int main(void) {
  begin();
  make_work();
  its_trace_has_every_formula();
  its_numbers_are_exact_or_have_a_reason();
  a_number_of_all_rows_is_a_column();
  every_kind_of_number_is_listed();
  destroy_work();
  use_all();
  return failures();
}
