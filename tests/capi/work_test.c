/* Projects and tasks: logs of their reports, and how far they are. */

#include "check.h"

static const char work_plan[] =
    "{\"format\": \"tiendo-plan/1\",\n"
    "\"measures\": [{\"id\": \"ha\", \"kind\": \"area\", \"name\": \"ha\"}],\n"
    "\"units\": [{\"id\": \"town\", \"name\": {\"vi\": \"th\xE1\xBB\x8B x\xC3\xA3\", \"en\": "
    "\"Town\"}}],\n"
    "\"indicators\": [{\"id\": \"land\", \"name\": \"Land\", \"measure\": \"ha\", \"kind\": "
    "\"flow\", \"scale\": 3}],\n"
    "\"plan\": {\"id\": \"w\", \"unit\": \"town\", \"period\": \"2024\",\n"
    "\"projects\": [{\"id\": \"road\", \"name\": \"Road\", \"lead\": \"town\", \"finish\": "
    "\"2022-06-30\", \"late_after_months\": 24, \"stages\": [\"measured\", \"paid\"],\n"
    "\"targets\": [{\"indicator\": \"land\", \"at_least\": \"3\"}],\n"
    "\"milestones\": [{\"id\": \"m1\", \"name\": \"Design\", \"due\": \"2022-01-31\", "
    "\"weight\": 1}]}],\n"
    "\"task_groups\": [{\"id\": \"g\", \"name\": \"Group\", \"tasks\": [{\"id\": \"t\", \"name\": "
    "\"Task\", \"due\": \"2024-06-30\"}]}]}}\n";

static const char work_table[] =
    "indicator,project,work_stage,period,value\n"
    "land,road,measured,2024-H1,2\n"
    "land,road,paid,2024-H1,1\n";

static const char task_table[] =
    "task_group,task,project,milestone,state,share,done_on,recorded_on\n"
    "g,t,,,done,,2024-07-04,2024-07-05\n"
    ",,road,m1,in_progress,0.5,,2024-07-05\n";

/* Positions of the rows of that plan. */
enum {
  project,
  quantity,
  measured,
  paid,
  milestone,
  total,
  stage_one,
  stage_two,
  projects,
  group,
  task,
  lead,
  tasks,
  rows_of_work
};

static char text[60000];
static int64_t length;

static tiendo_plan* read_work_plan(void) {
  tiendo_plan* plan = NULL;
  CHECK_OK(tiendo_plan_read(context, work_plan, TIENDO_NTS, "work.json", &plan));
  return plan;
}

static tiendo_observations* read_work_table(const tiendo_plan* plan) {
  tiendo_observations* log = NULL;
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK_OK(tiendo_observations_read(context, log, work_table, TIENDO_NTS, "work.csv",
                                    TIENDO_NUMBERS_PLAIN));
  return log;
}

static tiendo_tasks* read_task_table(const tiendo_plan* plan) {
  tiendo_tasks* log = NULL;
  CHECK_OK(tiendo_tasks_create(context, plan, &log));
  CHECK_OK(
      tiendo_tasks_read(context, log, task_table, TIENDO_NTS, "tasks.csv", TIENDO_NUMBERS_PLAIN));
  return log;
}

/* How far the work was at the end of July 2024. Its plan and its logs are gone. */
static tiendo_work* new_work(void) {
  const tiendo_request request = request_of("2024-07-31");
  tiendo_plan* plan = read_work_plan();
  tiendo_observations* observations = read_work_table(plan);
  tiendo_tasks* reports = read_task_table(plan);
  tiendo_work* work = NULL;
  CHECK_OK(tiendo_work_create(context, observations, reports, &request, &work));
  tiendo_tasks_destroy(reports);
  tiendo_observations_destroy(observations);
  tiendo_plan_destroy(plan);
  return work;
}

static tiendo_work_info info_of(const tiendo_work* work, int64_t row) {
  tiendo_work_info info;
  memset(&info, 0, sizeof info);
  info.struct_size = sizeof info;
  CHECK_OK(tiendo_work_row(context, work, row, &info));
  return info;
}

static const char* text_of(const tiendo_work* work, int64_t row, tiendo_work_text which,
                           tiendo_language language) {
  CHECK_OK(tiendo_work_row_text(context, work, row, which, language, text, sizeof text, &length));
  return text;
}

static const char* exact(const tiendo_work* work, int64_t row, tiendo_work_field field) {
  CHECK_OK(tiendo_work_figure_exact(context, work, row, field, text, sizeof text, &length));
  return text;
}

static void each_row_says_where_it_stands(void) {
  tiendo_work* work = new_work();
  int64_t count = 0;
  CHECK_OK(tiendo_work_row_count(context, work, &count));
  CHECK(count == rows_of_work);
  tiendo_work_info info = info_of(work, project);
  CHECK(info.kind == TIENDO_WORK_KIND_PROJECT);
  CHECK(info.state == TIENDO_WORK_STATE_IN_PROGRESS);
  CHECK(info.standing == TIENDO_WORK_STANDING_OVERDUE_BEYOND_LIMIT);
  CHECK(info.reason == 0 && !info.has_start && info.has_finish && !info.has_done_on);
  CHECK(info.finish == day_of("2022-06-30"));
  CHECK(info.is_late && info.days_late == 762 && info.months_late == 25);
  CHECK(info.has_limit_months && info.limit_months == 24);
  CHECK(info.schedule == TIENDO_SCHEDULE_BEHIND);
  CHECK(info.parts == 1 && info.reported == 1 && info.overdue == 1 && info.due == 1);
  info = info_of(work, quantity);
  CHECK(info.kind == TIENDO_WORK_KIND_QUANTITY && info.verdict == TIENDO_VERDICT_NONE);
  CHECK(strcmp(tiendo_code_name(info.verdict_reason), "period_open") == 0);
  CHECK(info.coverage_of == TIENDO_COVERAGE_MONTHS && info.coverage_reported == 6);
  CHECK(info.coverage_expected == 7 && info.has_reported_to);
  CHECK(info.reported_to == day_of("2024-06-30"));
  info = info_of(work, total);
  CHECK(info.kind == TIENDO_WORK_KIND_TOTAL && info.coverage_of == TIENDO_COVERAGE_PROJECTS);
  info = info_of(work, task);
  CHECK(info.kind == TIENDO_WORK_KIND_TASK && info.state == TIENDO_WORK_STATE_DONE);
  CHECK(info.standing == TIENDO_WORK_STANDING_DONE_LATE && info.has_done_on);
  CHECK(info.done_on == day_of("2024-07-04") && info.days_late == 4);
  info = info_of(work, tasks);
  CHECK(info.kind == TIENDO_WORK_KIND_TASKS && info.done == 1 && info.done_late == 1);
  tiendo_work_destroy(work);
}

static void texts_are_ids_and_names(void) {
  tiendo_work* work = new_work();
  CHECK_TEXT(text_of(work, project, TIENDO_WORK_TEXT_PROJECT, 0), "road");
  CHECK_TEXT(text_of(work, project, TIENDO_WORK_TEXT_PROJECT_NAME, 0), "Road");
  CHECK_TEXT(text_of(work, project, TIENDO_WORK_TEXT_LEAD, 0), "town");
  CHECK_TEXT(text_of(work, project, TIENDO_WORK_TEXT_LEAD_NAME, TIENDO_LANGUAGE_EN), "Town");
  CHECK_TEXT(text_of(work, project, TIENDO_WORK_TEXT_INDICATOR, 0), "");
  CHECK_TEXT(text_of(work, measured, TIENDO_WORK_TEXT_PART, 0), "measured");
  CHECK_TEXT(text_of(work, measured, TIENDO_WORK_TEXT_PART_NAME, 0), "measured");
  CHECK_TEXT(text_of(work, measured, TIENDO_WORK_TEXT_INDICATOR, 0), "land");
  CHECK_TEXT(text_of(work, measured, TIENDO_WORK_TEXT_INDICATOR_NAME, 0), "Land");
  CHECK_TEXT(text_of(work, measured, TIENDO_WORK_TEXT_MEASURE, 0), "ha");
  CHECK_TEXT(text_of(work, measured, TIENDO_WORK_TEXT_MEASURE_NAME, 0), "ha");
  CHECK_TEXT(text_of(work, measured, TIENDO_WORK_TEXT_UNIT, 0), "town");
  CHECK_TEXT(text_of(work, measured, TIENDO_WORK_TEXT_UNIT_NAME, TIENDO_LANGUAGE_EN), "Town");
  CHECK_TEXT(text_of(work, measured, TIENDO_WORK_TEXT_ASSIGNER, 0), "town");
  CHECK_TEXT(text_of(work, measured, TIENDO_WORK_TEXT_ASSIGNER_NAME, TIENDO_LANGUAGE_EN), "Town");
  CHECK_TEXT(text_of(work, measured, TIENDO_WORK_TEXT_PERIOD, 0), "2024");
  CHECK_TEXT(text_of(work, milestone, TIENDO_WORK_TEXT_PART, 0), "m1");
  CHECK_TEXT(text_of(work, milestone, TIENDO_WORK_TEXT_PART_NAME, 0), "Design");
  CHECK_TEXT(text_of(work, task, TIENDO_WORK_TEXT_PART_NAME, 0), "Task");
  CHECK_TEXT(text_of(work, task, TIENDO_WORK_TEXT_TASK_GROUP, 0), "g");
  CHECK_TEXT(text_of(work, task, TIENDO_WORK_TEXT_TASK_GROUP_NAME, 0), "Group");
  CHECK_FAILS(tiendo_work_row_text(context, work, task, 27, 0, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_row_text(context, work, task, 0, 0, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  tiendo_work_destroy(work);
}

static void figures_are_exact_or_say_why_not(void) {
  tiendo_work* work = new_work();
  int32_t reason = -1;
  CHECK_TEXT(exact(work, quantity, TIENDO_WORK_FIELD_PLANNED), "3");
  CHECK_TEXT(exact(work, measured, TIENDO_WORK_FIELD_REACHED), "2");
  CHECK_TEXT(exact(work, measured, TIENDO_WORK_FIELD_RATE), "200/3");
  CHECK_TEXT(exact(work, paid, TIENDO_WORK_FIELD_REMAINING), "2");
  CHECK_TEXT(exact(work, project, TIENDO_WORK_FIELD_DONE), "50");
  CHECK_TEXT(exact(work, project, TIENDO_WORK_FIELD_DUE), "100");
  CHECK_TEXT(exact(work, project, TIENDO_WORK_FIELD_DEVIATION), "-50");
  CHECK_TEXT(exact(work, milestone, TIENDO_WORK_FIELD_WEIGHT), "100");
  CHECK_TEXT(exact(work, group, TIENDO_WORK_FIELD_ON_TIME), "0");
  CHECK_OK(tiendo_work_figure_text(context, work, measured, TIENDO_WORK_FIELD_RATE,
                                   TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN, TIENDO_NUMBERS_VIETNAMESE,
                                   text, sizeof text, &length));
  CHECK_TEXT(text, "66,7");
  CHECK_OK(tiendo_work_figure_text(context, work, measured, TIENDO_WORK_FIELD_RATE, 0,
                                   TIENDO_ROUND_DOWN, TIENDO_NUMBERS_PLAIN, text, sizeof text,
                                   &length));
  CHECK_TEXT(text, "66");
  CHECK_OK(tiendo_work_figure_reason(context, work, measured, TIENDO_WORK_FIELD_RATE, &reason));
  CHECK(reason == 0);
  CHECK_OK(tiendo_work_figure_reason(context, work, project, TIENDO_WORK_FIELD_ELAPSED, &reason));
  CHECK(strcmp(tiendo_code_name(reason), "no_schedule") == 0);
  CHECK_FAILS(tiendo_work_figure_exact(context, work, project, TIENDO_WORK_FIELD_ELAPSED, text,
                                       sizeof text, &length),
              TIENDO_E_NO_VALUE);
  CHECK_FAILS(tiendo_work_figure_text(context, work, project, TIENDO_WORK_FIELD_PLANNED, 0, 0, 0,
                                      text, sizeof text, &length),
              TIENDO_E_NO_VALUE);
  CHECK_FAILS(tiendo_work_figure_reason(context, work, project, 11, &reason), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_figure_reason(context, work, project, 0, &reason), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_figure_reason(context, work, project, TIENDO_WORK_FIELD_DUE, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_figure_text(context, work, project, TIENDO_WORK_FIELD_DUE, 101, 0, 0,
                                      text, sizeof text, &length),
              TIENDO_E_RANGE);
  tiendo_work_destroy(work);
}

static void the_whole_is_written_as_the_tool_prints_it(void) {
  tiendo_work* work = new_work();
  tiendo_write_options options;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.format = TIENDO_FORMAT_CSV;
  CHECK_OK(tiendo_work_write(context, work, &options, text, sizeof text, &length));
  CHECK(strncmp(text, "kind,project,indicator,", 23) == 0);
  CHECK(strstr(text, "\nstage,road,land,town,town,,,measured,2024,at_least,3.000,2.000,66.7,") !=
        NULL);
  CHECK_OK(tiendo_work_write(context, work, NULL, text, sizeof text, &length));
  CHECK(strstr(text, "762 ng\xC3\xA0y (25 th\xC3\xA1ng)") != NULL);
  CHECK_FAILS(tiendo_work_write(context, work, NULL, text, 10, &length), TIENDO_E_SMALL_BUFFER);
  options.format = 9;
  CHECK_FAILS(tiendo_work_write(context, work, &options, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  tiendo_work_destroy(work);
}

static void a_table_of_tasks_comes_in_whole_or_not_at_all(void) {
  tiendo_plan* plan = read_work_plan();
  tiendo_tasks* log = read_task_table(plan);
  int64_t count = 0;
  CHECK_OK(tiendo_tasks_count(context, log, &count));
  CHECK(count == 2);
  CHECK_FAILS(tiendo_tasks_read(context, log,
                                "project,state,recorded_on\nroad,done,2024-07-05\n"
                                "rail,done,2024-07-05\n",
                                TIENDO_NTS, "more.csv", TIENDO_NUMBERS_PLAIN),
              TIENDO_E_PARSE);
  CHECK_TEXT(tiendo_code_name(last_error().code), "unknown_project");
  CHECK(last_error().line == 3 && last_error().column == 1);
  CHECK_OK(tiendo_tasks_count(context, log, &count));
  CHECK(count == 2);
  CHECK_OK(tiendo_tasks_read(context, log,
                             "project;state;share;recorded_on\nroad;in_progress;0,5;2024-07-05\n",
                             TIENDO_NTS, NULL, TIENDO_NUMBERS_VIETNAMESE));
  CHECK_FAILS(tiendo_tasks_read_file(context, log, "missing.csv", TIENDO_NUMBERS_PLAIN),
              TIENDO_E_FILE);
  CHECK_OK(tiendo_tasks_count(context, log, &count));
  CHECK(count == 3);
  tiendo_tasks_destroy(log);
  tiendo_plan_destroy(plan);
}

static void tasks_may_be_left_out_but_not_of_another_plan(void) {
  const tiendo_request request = request_of("2024-07-31");
  tiendo_plan* plan = read_work_plan();
  tiendo_plan* other = read_work_plan();
  tiendo_observations* observations = read_work_table(plan);
  tiendo_tasks* reports = read_task_table(other);
  tiendo_work* work = NULL;
  CHECK_OK(tiendo_work_create(context, observations, NULL, &request, &work));
  CHECK(info_of(work, task).state == TIENDO_WORK_STATE_NONE);
  CHECK_TEXT(tiendo_code_name(info_of(work, task).reason), "no_data");
  tiendo_work_destroy(work);
  CHECK_FAILS(tiendo_work_create(context, observations, reports, &request, &work),
              TIENDO_E_INVALID_ARG);
  CHECK(work == NULL);
  tiendo_request mapped = request;
  mapped.has_map = 1;
  mapped.map = request.as_of;
  CHECK_OK(tiendo_work_create(context, observations, NULL, &mapped, &work));
  CHECK(info_of(work, task).state == TIENDO_WORK_STATE_NONE);
  tiendo_work_destroy(work);
  mapped.map = INT32_MAX;
  CHECK_FAILS(tiendo_work_create(context, observations, NULL, &mapped, &work), TIENDO_E_RANGE);
  CHECK(work == NULL);
  /* The logs are not frozen by an answer. */
  CHECK_OK(tiendo_observations_read(context, observations, "indicator,period,value\nland,2023,1\n",
                                    TIENDO_NTS, NULL, TIENDO_NUMBERS_PLAIN));
  tiendo_tasks_destroy(reports);
  tiendo_observations_destroy(observations);
  tiendo_plan_destroy(other);
  tiendo_plan_destroy(plan);
}

static void what_is_needed_is_asked_for(void) {
  const tiendo_request request = request_of("2024-07-31");
  tiendo_plan* plan = read_work_plan();
  tiendo_observations* observations = read_work_table(plan);
  tiendo_tasks* reports = read_task_table(plan);
  tiendo_work* work = new_work();
  tiendo_work* none = NULL;
  tiendo_work_info info;
  int64_t count;
  tiendo_tasks* no_tasks = NULL;
  CHECK_FAILS(tiendo_tasks_create(context, NULL, &no_tasks), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_tasks_create(context, plan, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_tasks_read(context, NULL, "", 0, NULL, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_tasks_read_file(context, NULL, "x", 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_tasks_count(context, NULL, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_create(context, NULL, NULL, &request, &none), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_create(context, observations, NULL, NULL, &none), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_create(context, observations, NULL, &request, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_row_count(context, NULL, &count), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_row_count(context, work, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_row(context, work, 0, NULL), TIENDO_E_INVALID_ARG);
  memset(&info, 0, sizeof info);
  CHECK_FAILS(tiendo_work_row(context, work, 0, &info), TIENDO_E_INVALID_ARG);
  info.struct_size = sizeof info;
  CHECK_FAILS(tiendo_work_row(context, work, rows_of_work, &info), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_row(context, work, -1, &info), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_work_write(context, NULL, NULL, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  tiendo_tasks_destroy(NULL);
  tiendo_work_destroy(NULL);
  tiendo_work_destroy(work);
  tiendo_tasks_destroy(reports);
  tiendo_observations_destroy(observations);
  tiendo_plan_destroy(plan);
}

static void a_row_is_explained_from_the_logs_that_it_was_made_from(void) {
  const tiendo_request request = request_of("2024-07-31");
  tiendo_plan* plan = read_work_plan();
  tiendo_observations* observations = read_work_table(plan);
  tiendo_tasks* reports = read_task_table(plan);
  tiendo_tasks* others = read_task_table(plan);
  tiendo_observation more;
  tiendo_work* work = NULL;
  memset(&more, 0, sizeof more);
  more.struct_size = sizeof more;
  more.indicator = "land";
  more.project = "road";
  more.period = "2024-07";
  more.value = "1";
  CHECK_OK(tiendo_work_create(context, observations, reports, &request, &work));
#define EXPLAIN(of, with, row)                                                             \
  tiendo_work_explain(context, work, of, with, row, TIENDO_LANGUAGE_EN, TIENDO_DIGITS_OWN, \
                      TIENDO_ROUND_OWN, text, sizeof text, &length)
#define TRACE(of, with, row)                                                                 \
  tiendo_work_trace(context, work, of, with, row, TIENDO_DIGITS_OWN, TIENDO_ROUND_OWN, text, \
                    sizeof text, &length)
  CHECK_OK(EXPLAIN(observations, reports, milestone));
  CHECK(strstr(text, "used: report 2: in progress, share 0.5") != NULL);
  CHECK_OK(EXPLAIN(observations, others, milestone)); /* it says the same */
  CHECK_OK(TRACE(observations, reports, milestone));
  CHECK(strstr(text, "\"format\": \"tiendo-work-trace/1\"") != NULL);
  CHECK(strstr(text, "\"kind\": \"quantity\"") == NULL);
  CHECK_OK(TRACE(observations, reports, -1));
  CHECK(strstr(text, "\"kind\": \"quantity\"") != NULL);
  CHECK_FAILS(EXPLAIN(observations, reports, rows_of_work), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(EXPLAIN(observations, reports, -1), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(TRACE(observations, reports, -2), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(TRACE(NULL, reports, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(TRACE(observations, NULL, 0), TIENDO_E_INVALID_ARG);
  CHECK_OK(tiendo_observations_append(context, observations, &more));
  CHECK_FAILS(TRACE(observations, reports, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(EXPLAIN(observations, reports, 0), TIENDO_E_INVALID_ARG);
#undef EXPLAIN
#undef TRACE
  tiendo_work_destroy(work);
  tiendo_tasks_destroy(others);
  tiendo_tasks_destroy(reports);
  tiendo_observations_destroy(observations);
  tiendo_plan_destroy(plan);
}

int main(void) {
  begin();
  each_row_says_where_it_stands();
  texts_are_ids_and_names();
  figures_are_exact_or_say_why_not();
  the_whole_is_written_as_the_tool_prints_it();
  a_table_of_tasks_comes_in_whole_or_not_at_all();
  tasks_may_be_left_out_but_not_of_another_plan();
  what_is_needed_is_asked_for();
  use_all();
  a_row_is_explained_from_the_logs_that_it_was_made_from();
  return failures();
}
