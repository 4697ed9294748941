/* Marks of one's own, declared in a context: every reader and writer of numbers takes them. */

#include "check.h"

/* 1'234.5 is written 1_234:5. */
static tiendo_number_format marks(void) { return format_of(':', '_', 3, 3); }

static void declare_marks(void) {
  const tiendo_number_format format = marks();
  CHECK_OK(tiendo_context_set_number_format(context, &format));
}

static const char table[] =
    "indicator,period,value,numerator,denominator\n"
    "cement,2024,1_234:5,,\n"
    "water,2024,,0:45,1_000\n";

static tiendo_observations* filled_log(void) {
  tiendo_observations* log = new_log();
  CHECK_OK(
      tiendo_observations_read(context, log, table, TIENDO_NTS, NULL, TIENDO_NUMBERS_DECLARED));
  return log;
}

static void observations_are_read_and_written_with_them(void) {
  tiendo_observations* log = filled_log();
  tiendo_observation one;
  char text[300];
  int64_t length = 0;
  memset(&one, 0, sizeof one);
  one.struct_size = sizeof one;
  one.numbers = TIENDO_NUMBERS_DECLARED;
  one.indicator = "poor";
  one.period = "2024";
  one.value = "1_000:25";
  CHECK_OK(tiendo_observations_append(context, log, &one));
  CHECK_OK(
      tiendo_observations_write(context, log, TIENDO_NUMBERS_DECLARED, text, sizeof text, &length));
  CHECK(strstr(text, "1_234:5") != NULL && strstr(text, "1_000:25") != NULL);
  CHECK(strstr(text, "0:45,1_000") != NULL);
  CHECK_OK(
      tiendo_observations_write(context, log, TIENDO_NUMBERS_PLAIN, text, sizeof text, &length));
  CHECK(strstr(text, "1234.5") != NULL);
  one.value = "1,5";
  CHECK_FAILS(tiendo_observations_append(context, log, &one), TIENDO_E_PARSE);
  tiendo_observations_destroy(log);
}

static void figures_of_reports_are_written_with_them(void) {
  tiendo_observations* log = filled_log();
  const tiendo_request request = request_of("2024-12-31");
  tiendo_report* report = NULL;
  char text[40];
  int64_t length = 0;
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_OK(tiendo_report_figure_text(context, report, row_cement, TIENDO_FIELD_ACTUAL, 2,
                                     TIENDO_ROUND_OWN, TIENDO_NUMBERS_DECLARED, text, sizeof text,
                                     &length));
  CHECK_TEXT(text, "1_234:50");
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
}

static const char tasks_plan[] =
    "{\"format\": \"tiendo-plan/1\", \"measures\": [], \"indicators\": [], \"units\": [{\"id\": "
    "\"town\"}],"
    "\"plan\": {\"id\": \"p\", \"unit\": \"town\", \"period\": \"2024\", \"targets\": [],"
    "\"task_groups\": [{\"id\": \"g\", \"tasks\": [{\"id\": \"t\", \"due\": \"2024-06-30\"}]}]}}";

static void shares_of_tasks_are_read_with_them(void) {
  tiendo_plan* plan = NULL;
  tiendo_tasks* tasks = NULL;
  tiendo_task_report report;
  tiendo_observations* log = NULL;
  tiendo_work* work = NULL;
  const tiendo_request request = request_of("2024-12-31");
  char text[40];
  int64_t length = 0;
  CHECK_OK(tiendo_plan_read(context, tasks_plan, TIENDO_NTS, NULL, &plan));
  CHECK_OK(tiendo_tasks_create(context, plan, &tasks));
  CHECK_OK(tiendo_tasks_read(context, tasks,
                             "task_group,task,state,share,recorded_on\n"
                             "g,t,in_progress,0:5,2024-05-01\n",
                             TIENDO_NTS, NULL, TIENDO_NUMBERS_DECLARED));
  memset(&report, 0, sizeof report);
  report.struct_size = sizeof report;
  report.state = TIENDO_WORK_STATE_IN_PROGRESS;
  report.numbers = TIENDO_NUMBERS_DECLARED;
  report.recorded_on = day_of("2024-06-01");
  report.task_group = "g";
  report.task = "t";
  report.share = "0:75";
  CHECK_OK(tiendo_tasks_append(context, tasks, &report));
  for (int64_t row = 0; row < 2; ++row) {
    CHECK_OK(tiendo_tasks_row_text(context, tasks, row, TIENDO_TASK_TEXT_SHARE, text, sizeof text,
                                   &length));
    CHECK_TEXT(text, row == 0 ? "0.5" : "0.75");
  }
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK_OK(tiendo_work_create(context, log, tasks, &request, &work));
  CHECK_OK(tiendo_work_figure_text(context, work, 1, TIENDO_WORK_FIELD_DONE, 1, TIENDO_ROUND_OWN,
                                   TIENDO_NUMBERS_DECLARED, text, sizeof text, &length));
  CHECK_TEXT(text, "75:0");
  tiendo_work_destroy(work);
  tiendo_observations_destroy(log);
  tiendo_tasks_destroy(tasks);
  tiendo_plan_destroy(plan);
}

static void single_numbers_and_published_figures_are_read_with_them(void) {
  tiendo_decimal number = {0, 0, 0, 0};
  char text[400];
  int64_t length = 0;
  CHECK_OK(tiendo_decimal_parse(context, "1_234:5", TIENDO_NTS, TIENDO_NUMBERS_DECLARED, &number));
  CHECK(number.lo == 12345 && number.scale == 1);
  CHECK_OK(
      tiendo_decimal_format(context, &number, TIENDO_NUMBERS_DECLARED, text, sizeof text, &length));
  CHECK_TEXT(text, "1_234:5");
  CHECK_OK(tiendo_figures_verify(
      context, "kind,inputs,stated\nexcess,actual=1_820;plan=1_500,21:3\n", TIENDO_NTS, NULL,
      TIENDO_NUMBERS_DECLARED, TIENDO_FORMAT_TEXT, TIENDO_LANGUAGE_EN, text, sizeof text, &length));
  CHECK(strstr(text, "21.3 reproduces") != NULL);
}

static void without_a_declared_format_there_is_none(void) {
  tiendo_number_format conflict = format_of('.', '.', 3, 3);
  tiendo_decimal number = {7, 0, 0, 0};
  tiendo_context* other = NULL;
  /* Of this context alone, and a faulty one changes nothing. */
  CHECK(tiendo_context_create(NULL, &other) == TIENDO_OK);
  CHECK(tiendo_decimal_parse(other, "1", 1, TIENDO_NUMBERS_DECLARED, &number) ==
        TIENDO_E_INVALID_ARG);
  tiendo_context_destroy(other);
  CHECK_FAILS(tiendo_context_set_number_format(context, &conflict), TIENDO_E_INVALID_ARG);
  conflict.struct_size = 3;
  CHECK_FAILS(tiendo_context_set_number_format(context, &conflict), TIENDO_E_INVALID_ARG);
  CHECK(number.lo == 7);
  CHECK_OK(tiendo_decimal_parse(context, "2:5", 3, TIENDO_NUMBERS_DECLARED, &number));
  CHECK(number.lo == 25);
  CHECK_OK(tiendo_context_set_number_format(context, NULL));
  CHECK_FAILS(tiendo_decimal_parse(context, "2:5", 3, TIENDO_NUMBERS_DECLARED, &number),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_context_set_number_format(NULL, NULL) == TIENDO_E_INVALID_ARG);
}

int main(void) {
  use_all();
  begin();
  declare_marks();
  observations_are_read_and_written_with_them();
  figures_of_reports_are_written_with_them();
  shares_of_tasks_are_read_with_them();
  single_numbers_and_published_figures_are_read_with_them();
  without_a_declared_format_there_is_none();
  return failures();
}
