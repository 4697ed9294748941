/* Reports of tasks, milestones and projects: appended one by one, refused, read back. */

#include <stddef.h>

#include "check.h"

static const char plan_text[] =
    "{\"format\": \"tiendo-plan/1\","
    "\"measures\": [{\"id\": \"ha\", \"kind\": \"area\", \"factor\": \"1\"}],"
    "\"units\": [{\"id\": \"town\"}],"
    "\"indicators\": [{\"id\": \"land\", \"measure\": \"ha\", \"kind\": \"flow\"}],"
    "\"plan\": {\"id\": \"p\", \"unit\": \"town\", \"period\": \"2024\", \"targets\": [],"
    "\"projects\": [{\"id\": \"road\","
    " \"milestones\": [{\"id\": \"m1\", \"due\": \"2024-01-31\", \"weight\": 1}]}],"
    "\"task_groups\": [{\"id\": \"g\", \"tasks\": [{\"id\": \"t\", \"due\": \"2024-06-30\"}]}]}}";

static tiendo_tasks* new_tasks(void) {
  tiendo_plan* plan = NULL;
  tiendo_tasks* tasks = NULL;
  CHECK_OK(tiendo_plan_read(context, plan_text, TIENDO_NTS, NULL, &plan));
  CHECK_OK(tiendo_tasks_create(context, plan, &tasks));
  tiendo_plan_destroy(plan);
  return tasks;
}

/* Of the task t, in progress by half. */
static tiendo_task_report half_done(void) {
  tiendo_task_report report;
  memset(&report, 0, sizeof report);
  report.struct_size = sizeof report;
  report.state = TIENDO_WORK_STATE_IN_PROGRESS;
  report.recorded_on = day_of("2024-05-01");
  report.task_group = "g";
  report.task = "t";
  report.share = "0.50";
  return report;
}

static const char* text_of(const tiendo_tasks* tasks, int64_t index, tiendo_task_text text) {
  static char buffer[100];
  int64_t length = -1;
  CHECK_OK(tiendo_tasks_row_text(context, tasks, index, text, buffer, sizeof buffer, &length));
  CHECK(length == (int64_t)strlen(buffer));
  return buffer;
}

static tiendo_task_row row_of(const tiendo_tasks* tasks, int64_t index) {
  tiendo_task_row row;
  memset(&row, 0, sizeof row);
  row.struct_size = sizeof row;
  CHECK_OK(tiendo_tasks_row(context, tasks, index, &row));
  return row;
}

static int64_t count_of(const tiendo_tasks* tasks) {
  int64_t count = -1;
  CHECK_OK(tiendo_tasks_count(context, tasks, &count));
  return count;
}

static void what_is_appended_is_read_back(void) {
  tiendo_tasks* tasks = new_tasks();
  tiendo_task_report report = half_done();
  tiendo_task_row row;
  report.finality = TIENDO_FINALITY_ESTIMATE;
  report.revision = 2;
  report.source = "report 7";
  report.note = "late";
  CHECK_OK(tiendo_tasks_append(context, tasks, &report));
  report = half_done();
  report.task_group = report.task = "";
  report.project = "road";
  report.milestone = "m1";
  report.state = TIENDO_WORK_STATE_DONE;
  report.share = NULL;
  report.has_done_on = 1;
  report.done_on = day_of("2024-04-30");
  CHECK_OK(tiendo_tasks_append(context, tasks, &report));
  CHECK(count_of(tasks) == 2);
  row = row_of(tasks, 0);
  CHECK(row.state == TIENDO_WORK_STATE_IN_PROGRESS && row.finality == TIENDO_FINALITY_ESTIMATE);
  CHECK(row.has_done_on == 0 && row.done_on == 0 && row.revision == 2);
  CHECK(row.recorded_on == day_of("2024-05-01"));
  CHECK_TEXT(text_of(tasks, 0, TIENDO_TASK_TEXT_TASK_GROUP), "g");
  CHECK_TEXT(text_of(tasks, 0, TIENDO_TASK_TEXT_TASK), "t");
  CHECK_TEXT(text_of(tasks, 0, TIENDO_TASK_TEXT_PROJECT), "");
  CHECK_TEXT(text_of(tasks, 0, TIENDO_TASK_TEXT_SHARE), "0.50");
  CHECK_TEXT(text_of(tasks, 0, TIENDO_TASK_TEXT_SOURCE), "report 7");
  CHECK_TEXT(text_of(tasks, 0, TIENDO_TASK_TEXT_NOTE), "late");
  row = row_of(tasks, 1);
  CHECK(row.state == TIENDO_WORK_STATE_DONE && row.finality == TIENDO_FINALITY_OFFICIAL);
  CHECK(row.has_done_on == 1 && row.done_on == day_of("2024-04-30"));
  CHECK_TEXT(text_of(tasks, 1, TIENDO_TASK_TEXT_PROJECT), "road");
  CHECK_TEXT(text_of(tasks, 1, TIENDO_TASK_TEXT_MILESTONE), "m1");
  CHECK_TEXT(text_of(tasks, 1, TIENDO_TASK_TEXT_SHARE), "1");
  tiendo_tasks_destroy(tasks);
}

static void a_report_is_as_a_row_of_a_table(void) {
  tiendo_tasks* tasks = new_tasks();
  tiendo_task_report report = half_done();
  tiendo_task_row first, second;
  report.numbers = TIENDO_NUMBERS_VIETNAMESE;
  report.share = "0,5";
  CHECK_OK(tiendo_tasks_append(context, tasks, &report));
  CHECK_OK(tiendo_tasks_read(context, tasks,
                             "task_group,task,state,share,recorded_on\n"
                             "g,t,in_progress,0.5,2024-05-01\n",
                             TIENDO_NTS, NULL, 0));
  CHECK(count_of(tasks) == 2);
  CHECK_TEXT(text_of(tasks, 0, TIENDO_TASK_TEXT_SHARE), "0.5");
  first = row_of(tasks, 0);
  second = row_of(tasks, 1);
  CHECK(memcmp(&first, &second, sizeof first) == 0);
  tiendo_tasks_destroy(tasks);
}

/* What is changed in a report that would do, and what is said of it. */
static void what_is_refused_leaves_the_log_as_it_was(void) {
  tiendo_tasks* tasks = new_tasks();
  tiendo_task_report report;
#define REFUSED(change, status, code)                                  \
  do {                                                                 \
    report = half_done();                                              \
    change;                                                            \
    CHECK_FAILS(tiendo_tasks_append(context, tasks, &report), status); \
    CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), code);                  \
  } while (0)
  REFUSED(report.task = NULL, TIENDO_E_PARSE, "work_unclear");
  REFUSED(report.project = "road", TIENDO_E_PARSE, "work_unclear");
  REFUSED(report.task_group = "h", TIENDO_E_PARSE, "unknown_task_group");
  REFUSED(report.task = "s", TIENDO_E_PARSE, "unknown_task");
  REFUSED(report.state = TIENDO_WORK_STATE_NONE, TIENDO_E_PARSE, "value_missing");
  REFUSED(report.state = TIENDO_WORK_STATE_DONE, TIENDO_E_PARSE, "share_conflict");
  REFUSED(report.has_done_on = 1, TIENDO_E_PARSE, "done_day_conflict");
  REFUSED(report.revision = -1, TIENDO_E_PARSE, "revision_negative");
  REFUSED(report.share = "half", TIENDO_E_PARSE, "number_syntax");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_SENTENCE),
             "share \"half\": not a number in the declared number format");
  REFUSED(report.note = "\xFF", TIENDO_E_ENCODING, "text_encoding");
  REFUSED(report.recorded_on = 1 << 30, TIENDO_E_RANGE, "date_out_of_range");
  REFUSED((report.has_done_on = 1, report.done_on = 1 << 30), TIENDO_E_RANGE, "date_out_of_range");
  REFUSED(report.state = 5, TIENDO_E_INVALID_ARG, "");
  REFUSED(report.finality = 3, TIENDO_E_INVALID_ARG, "");
  REFUSED(report.numbers = 9, TIENDO_E_INVALID_ARG, "");
  REFUSED(report.struct_size = offsetof(tiendo_task_report, note), TIENDO_E_INVALID_ARG, "");
#undef REFUSED
  CHECK(count_of(tasks) == 0);
  tiendo_tasks_destroy(tasks);
}

static void arguments_are_checked(void) {
  tiendo_tasks* tasks = new_tasks();
  const tiendo_task_report report = half_done();
  tiendo_task_row row = {sizeof row, 0, 0, 0, 0, 0, 0};
  char text[2];
  int64_t length = 0;
  CHECK_FAILS(tiendo_tasks_append(context, NULL, &report), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_tasks_append(context, tasks, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_tasks_row(context, tasks, 0, &row), TIENDO_E_INVALID_ARG);
  CHECK_OK(tiendo_tasks_append(context, tasks, &report));
  CHECK_FAILS(tiendo_tasks_row(context, tasks, 1, &row), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_tasks_row(context, tasks, -1, &row), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_tasks_row(context, NULL, 0, &row), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_tasks_row(context, tasks, 0, NULL), TIENDO_E_INVALID_ARG);
#define ASK(index, number) tiendo_tasks_row_text(context, tasks, index, number, text, 2, &length)
  CHECK_OK(ASK(0, TIENDO_TASK_TEXT_TASK));
  CHECK_FAILS(ASK(0, TIENDO_TASK_TEXT_SHARE), TIENDO_E_SMALL_BUFFER);
  CHECK_FAILS(ASK(0, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(0, TIENDO_TASK_TEXT_NOTE + 1), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(ASK(1, TIENDO_TASK_TEXT_TASK), TIENDO_E_INVALID_ARG);
#undef ASK
  CHECK_FAILS(tiendo_tasks_row_text(context, tasks, 0, TIENDO_TASK_TEXT_TASK, text, 2, NULL),
              TIENDO_E_INVALID_ARG);
  tiendo_tasks_destroy(tasks);
}

int main(void) {
  use_all();
  begin();
  what_is_appended_is_read_back();
  a_report_is_as_a_row_of_a_table();
  what_is_refused_leaves_the_log_as_it_was();
  arguments_are_checked();
  return failures();
}
