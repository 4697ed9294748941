/*
 * Four threads that use at once what one may use at a time: a context, a builder of a plan, an open
 * log of observations, one of tasks, a partial. Each call says that it went well or that others are
 * busy, what went well has happened, and afterwards the handle does all it did before.
 *
 * Each thread goes on until each of its calls has gone well so many times. Where none was refused,
 * because the machine let one thread work after the other, all is done again. Long because each
 * kind of handle has its own calls.
 */

#define _POSIX_C_SOURCE 200809L

#include <pthread.h>
#include <time.h>

#include "check.h"

enum { threads = 4, enough = 20, most_rounds = 5000, most_calls = 8, room = 20000 };

/* What the threads use, and what is in it already. */
static tiendo_context* shared_context;
static tiendo_plan_builder* builder;
static tiendo_observations* observations;
static tiendo_tasks* tasks;
static tiendo_partial* partial;
static const tiendo_partial* nothing; /* that the partial may be merged with */

/* One thread: its own context and number, how often each call went well, what else happened. */
struct abuser {
  tiendo_context* own;
  int number;
  int round;
  int good[most_calls];
  int busy;
  int faults;
  int64_t seen; /* the last count */
  char text[room];
};

/* A call, as often as has gone well; it adds to the faults what it sees. */
typedef tiendo_status (*abuse)(struct abuser* who, int times);

/* What only grows has not become less. */
static void note_count(struct abuser* who, int64_t count) {
  who->faults += count < who->seen;
  who->seen = count;
}

static const abuse* calls; /* of the round; NULL behind the last */
static pthread_barrier_t together;

/* Leaves the processor to him who is inside. */
static void wait_a_little(void) {
  const struct timespec time = {0, 20000};
  (void)nanosleep(&time, NULL);
}

static void* go_on(void* argument) {
  struct abuser* who = argument;
  int some_left = 1;
  (void)pthread_barrier_wait(&together);
  while (some_left) {
    int at;
    some_left = 0;
    for (at = 0; calls[at] != NULL; ++at) {
      tiendo_status status;
      if (who->good[at] >= enough) continue;
      some_left = 1;
      status = calls[at](who, who->good[at]);
      who->good[at] += status == TIENDO_OK;
      who->busy += status == TIENDO_E_BUSY;
      who->faults += status != TIENDO_OK && status != TIENDO_E_BUSY;
      if (status != TIENDO_OK) wait_a_little();
      if (who->faults > 0) return NULL;
    }
  }
  return NULL;
}

/* Lets the threads make these calls; how many were refused, or failed. */
static int abused(const abuse* made, int round) {
  static struct abuser abusers[threads];
  pthread_t ids[threads];
  int busy = 0;
  int i;
  calls = made;
  if (pthread_barrier_init(&together, NULL, threads) != 0) abort();
  memset(abusers, 0, sizeof abusers);
  for (i = 0; i < threads; ++i) {
    abusers[i].number = i;
    abusers[i].round = round;
    if (tiendo_context_create(NULL, &abusers[i].own) != TIENDO_OK) abort();
    if (pthread_create(&ids[i], NULL, go_on, &abusers[i]) != 0) abort();
  }
  for (i = 0; i < threads; ++i) {
    pthread_join(ids[i], NULL);
    if (abusers[i].faults > 0) {
      int64_t length;
      (void)tiendo_context_last_error_text(abusers[i].own, TIENDO_MESSAGE_WHOLE, abusers[i].text,
                                           room, &length);
      printf("thread %d: %d faults; %s\n", i, abusers[i].faults, abusers[i].text);
    }
    CHECK(abusers[i].faults == 0);
    busy += abusers[i].busy + abusers[i].faults;
    tiendo_context_destroy(abusers[i].own);
  }
  pthread_barrier_destroy(&together);
  return busy;
}

/* Until somebody was refused; how many rounds that took. */
static int rounds_of(const abuse* made) {
  int round = 0;
  int busy = 0;
  while (busy == 0 && round < most_rounds) busy = abused(made, ++round);
  CHECK(busy > 0);
  return round;
}

/* ---- A context ---- */

static tiendo_status parse_number(struct abuser* who, int times) {
  tiendo_decimal number = {0, 0, 0, 0};
  const tiendo_status status =
      tiendo_decimal_parse(shared_context, "12.50", TIENDO_NTS, TIENDO_NUMBERS_PLAIN, &number);
  (void)times;
  who->faults += number.lo != (status == TIENDO_OK ? 1250U : 0U);
  return status;
}

static tiendo_status format_day(struct abuser* who, int times) {
  int64_t length;
  const tiendo_status status = tiendo_date_format(shared_context, times, who->text, room, &length);
  who->faults += status == TIENDO_OK && strncmp(who->text, "1970-0", 6) != 0;
  return status;
}

static tiendo_status read_a_plan(struct abuser* who, int times) {
  tiendo_plan* plan = NULL;
  const tiendo_status status =
      tiendo_plan_read(shared_context, small_plan, TIENDO_NTS, "small.json", &plan);
  (void)times;
  who->faults += (plan != NULL) != (status == TIENDO_OK);
  tiendo_plan_destroy(plan);
  return status;
}

static tiendo_status read_the_record(struct abuser* who, int times) {
  tiendo_error_info info;
  tiendo_status status;
  (void)times;
  memset(&info, 0, sizeof info);
  info.struct_size = sizeof info;
  status = tiendo_context_last_error(shared_context, &info);
  who->faults += info.status != TIENDO_OK; /* those that are refused leave no record */
  return status;
}

static tiendo_status set_threads(struct abuser* who, int times) {
  return tiendo_context_set_threads(shared_context, 1 + (who->number + times) % 4);
}

static void a_context_is_used_by_one_at_a_time(void) {
  static const abuse of_context[] = {parse_number,    format_day,  read_a_plan,
                                     read_the_record, set_threads, NULL};
  shared_context = context;
  (void)rounds_of(of_context);
  CHECK(last_error().status == TIENDO_OK);
  tiendo_report_destroy(new_report());
}

/* ---- A builder of a plan ---- */

static tiendo_status add_unit(struct abuser* who, int times) {
  char unit[80];
  (void)sprintf(unit, "{\"id\": \"u%d-%d-%d\", \"parent\": \"town\"}", who->round, who->number,
                times);
  return tiendo_plan_builder_add(who->own, builder, TIENDO_PART_UNITS, unit, TIENDO_NTS);
}

static tiendo_status replace_unit(struct abuser* who, int times) {
  (void)times;
  return tiendo_plan_builder_replace(who->own, builder, TIENDO_PART_UNITS, 0, "{\"id\": \"town\"}",
                                     TIENDO_NTS);
}

static tiendo_status count_units(struct abuser* who, int times) {
  int64_t count = -1;
  const tiendo_status status =
      tiendo_plan_builder_count(who->own, builder, TIENDO_PART_UNITS, &count);
  (void)times;
  if (status == TIENDO_OK) note_count(who, count);
  return status;
}

static tiendo_status build(struct abuser* who, int times) {
  tiendo_plan* plan = NULL;
  const tiendo_status status = tiendo_plan_builder_build(who->own, builder, &plan);
  (void)times;
  who->faults += (plan != NULL) != (status == TIENDO_OK);
  tiendo_plan_destroy(plan);
  return status;
}

static void a_builder_is_used_by_one_at_a_time(void) {
  static const abuse of_builder[] = {add_unit, replace_unit, count_units, build, NULL};
  tiendo_plan* plan = new_plan();
  int64_t before = 0;
  int64_t after = 0;
  int rounds;
  CHECK_OK(tiendo_plan_builder_create(context, plan, &builder));
  tiendo_plan_destroy(plan);
  CHECK_OK(tiendo_plan_builder_count(context, builder, TIENDO_PART_UNITS, &before));
  rounds = rounds_of(of_builder);
  CHECK_OK(tiendo_plan_builder_count(context, builder, TIENDO_PART_UNITS, &after));
  CHECK(after == before + (int64_t)rounds * threads * enough);
  CHECK_OK(tiendo_plan_builder_build(context, builder, &plan));
  tiendo_plan_builder_destroy(builder);
  CHECK_OK(tiendo_plan_count(context, plan, TIENDO_PART_UNITS, &before));
  CHECK(before == after);
  tiendo_plan_destroy(plan);
}

/* ---- A log of observations ---- */

static tiendo_status append_row(struct abuser* who, int times) {
  tiendo_observation row;
  memset(&row, 0, sizeof row);
  row.struct_size = sizeof row;
  row.indicator = "rice";
  row.period = "2023";
  row.value = "1";
  (void)times;
  return tiendo_observations_append(who->own, observations, &row);
}

static tiendo_status read_rows(struct abuser* who, int times) {
  (void)times;
  return tiendo_observations_read(who->own, observations,
                                  "indicator,period,value\nrice,2023,1\nrice,2023,1\n", TIENDO_NTS,
                                  NULL, TIENDO_NUMBERS_PLAIN);
}

static tiendo_status count_rows(struct abuser* who, int times) {
  int64_t count = -1;
  const tiendo_status status = tiendo_observations_count(who->own, observations, &count);
  (void)times;
  if (status == TIENDO_OK) note_count(who, count);
  return status;
}

/* How long the text of the rows is, which is only known when it has been made. */
static tiendo_status write_rows(struct abuser* who, int times) {
  int64_t length = 0;
  const tiendo_status status =
      tiendo_observations_write(who->own, observations, TIENDO_NUMBERS_PLAIN, NULL, 0, &length);
  (void)times;
  who->faults += status == TIENDO_E_SMALL_BUFFER && length == 0;
  return status == TIENDO_E_SMALL_BUFFER ? TIENDO_OK : status;
}

static tiendo_status copy_rows(struct abuser* who, int times) {
  tiendo_observations* copy = NULL;
  const tiendo_status status = tiendo_observations_copy(who->own, observations, &copy);
  (void)times;
  who->faults += (copy != NULL) != (status == TIENDO_OK);
  tiendo_observations_destroy(copy);
  return status;
}

static tiendo_status check_rows(struct abuser* who, int times) {
  (void)times;
  return tiendo_observations_check(who->own, observations, NULL);
}

static void an_open_log_is_filled_by_one_at_a_time(void) {
  static const abuse of_log[] = {append_row, read_rows,  count_rows, write_rows,
                                 copy_rows,  check_rows, NULL};
  int64_t count = 0;
  int rounds;
  observations = new_log();
  rounds = rounds_of(of_log);
  CHECK_OK(tiendo_observations_count(context, observations, &count));
  CHECK(count == (int64_t)rounds * threads * enough * 3);
}

/* Threads that make reports of the log, which nobody may append to then, and let it go again. */

static tiendo_status make_report(struct abuser* who, int times) {
  tiendo_request request;
  tiendo_report* report = NULL;
  tiendo_status status;
  (void)times;
  memset(&request, 0, sizeof request);
  request.struct_size = sizeof request;
  request.as_of = 20088; /* 2024-12-31 */
  status = tiendo_report_create(who->own, observations, &request, &report);
  who->faults += (report != NULL) != (status == TIENDO_OK);
  tiendo_report_destroy(report);
  return status;
}

/* A frozen log is one that others are at: it says so until it is open again. */
static tiendo_status frozen_or(tiendo_status status) {
  return status == TIENDO_E_FROZEN ? TIENDO_E_BUSY : status;
}

static tiendo_status open_again(struct abuser* who, int times) {
  tiendo_report* none = NULL;
  (void)times;
  return frozen_or(tiendo_observations_reopen(who->own, observations, &none));
}

static tiendo_status append_if_open(struct abuser* who, int times) {
  const tiendo_status status = append_row(who, times);
  tiendo_report* none = NULL;
  /* When the others are ready nobody else opens it. */
  if (status == TIENDO_E_FROZEN) (void)tiendo_observations_reopen(who->own, observations, &none);
  return frozen_or(status);
}

static void a_log_is_frozen_and_opened_by_one_at_a_time(void) {
  static const abuse of_log[] = {make_report, open_again, append_if_open, count_rows, NULL};
  int64_t before = 0;
  int64_t after = 0;
  tiendo_report* none = NULL;
  tiendo_report* report = NULL;
  const tiendo_request request = request_of("2024-12-31");
  int rounds;
  CHECK_OK(tiendo_observations_count(context, observations, &before));
  rounds = rounds_of(of_log);
  CHECK_OK(tiendo_observations_count(context, observations, &after));
  CHECK(after == before + (int64_t)rounds * threads * enough);
  CHECK_OK(tiendo_observations_reopen(context, observations, &none));
  CHECK_OK(tiendo_observations_read(context, observations, small_table, TIENDO_NTS, NULL,
                                    TIENDO_NUMBERS_PLAIN));
  CHECK_OK(tiendo_report_create(context, observations, &request, &report));
  tiendo_report_destroy(report);
  tiendo_observations_destroy(observations);
}

/* ---- A partial ---- */

static tiendo_status merge_nothing(struct abuser* who, int times) {
  (void)times;
  /* Nobody changes the other one, but it is used by one at a time as well. */
  return tiendo_partial_merge(who->own, partial, nothing);
}

static tiendo_status write_partial(struct abuser* who, int times) {
  int64_t length = 0;
  const tiendo_status status = tiendo_partial_write(who->own, partial, who->text, room, &length);
  (void)times;
  who->faults += status == TIENDO_OK && (int64_t)strlen(who->text) != length;
  return status;
}

static tiendo_status report_partial(struct abuser* who, int times) {
  tiendo_report* report = NULL;
  const tiendo_status status = tiendo_partial_report(who->own, partial, &report);
  (void)times;
  who->faults += (report != NULL) != (status == TIENDO_OK);
  tiendo_report_destroy(report);
  return status;
}

static tiendo_partial* new_partial(const tiendo_observations* log, const char* const* unit) {
  const tiendo_request request = request_of("2024-12-31");
  tiendo_partial* made = NULL;
  tiendo_part_units units;
  memset(&units, 0, sizeof units);
  units.struct_size = sizeof units;
  units.whole = unit;
  units.whole_count = unit != NULL;
  CHECK_OK(tiendo_partial_create(context, log, &request, &units, &made));
  return made;
}

static void a_partial_is_used_by_one_at_a_time(void) {
  static const char* const town[] = {"town"};
  static const abuse of_partial[] = {merge_nothing, write_partial, report_partial, NULL};
  static char before[room];
  static char after[room];
  int64_t length = 0;
  tiendo_plan* plan = new_plan();
  tiendo_observations* empty = NULL;
  tiendo_observations* log = NULL;
  tiendo_partial* none;
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  CHECK_OK(tiendo_observations_create(context, plan, &empty));
  tiendo_plan_destroy(plan);
  CHECK_OK(
      tiendo_observations_read(context, log, small_table, TIENDO_NTS, NULL, TIENDO_NUMBERS_PLAIN));
  partial = new_partial(log, town);
  none = new_partial(empty, NULL);
  nothing = none;
  tiendo_observations_destroy(log);
  tiendo_observations_destroy(empty);
  CHECK_OK(tiendo_partial_write(context, partial, before, room, &length));
  (void)rounds_of(of_partial);
  CHECK_OK(tiendo_partial_write(context, partial, after, room, &length));
  CHECK_TEXT(after, before);
  tiendo_partial_destroy(partial);
  tiendo_partial_destroy(none);
}

/* ---- A log of tasks ---- */

static tiendo_status read_tasks(struct abuser* who, int times) {
  (void)times;
  return tiendo_tasks_read(who->own, tasks,
                           "task_group,task,state,done_on,recorded_on\n"
                           "g,t,done,2024-07-04,2024-07-05\n",
                           TIENDO_NTS, NULL, TIENDO_NUMBERS_PLAIN);
}

static tiendo_status count_tasks(struct abuser* who, int times) {
  int64_t count = -1;
  const tiendo_status status = tiendo_tasks_count(who->own, tasks, &count);
  (void)times;
  if (status == TIENDO_OK) note_count(who, count);
  return status;
}

static void a_log_of_tasks_is_filled_by_one_at_a_time(void) {
  static const abuse of_tasks[] = {read_tasks, count_tasks, NULL};
  static const char text[] =
      "{\"format\": \"tiendo-plan/1\", \"measures\": [], \"indicators\": [], \"units\": [{\"id\": "
      "\"town\"}], \"plan\": {\"id\": \"p\", "
      "\"unit\": \"town\", \"period\": \"2024\", \"task_groups\": [{\"id\": \"g\", \"tasks\": "
      "[{\"id\": \"t\", \"due\": \"2024-06-30\"}]}]}}";
  tiendo_plan* plan = NULL;
  int64_t count = 0;
  int rounds;
  CHECK_OK(tiendo_plan_read(context, text, TIENDO_NTS, NULL, &plan));
  CHECK_OK(tiendo_tasks_create(context, plan, &tasks));
  tiendo_plan_destroy(plan);
  rounds = rounds_of(of_tasks);
  CHECK_OK(tiendo_tasks_count(context, tasks, &count));
  CHECK(count == (int64_t)rounds * threads * enough);
  tiendo_tasks_destroy(tasks);
}

int main(void) {
  use_all();
  begin();
  a_context_is_used_by_one_at_a_time();
  a_builder_is_used_by_one_at_a_time();
  an_open_log_is_filled_by_one_at_a_time();
  a_log_is_frozen_and_opened_by_one_at_a_time();
  a_partial_is_used_by_one_at_a_time();
  a_log_of_tasks_is_filled_by_one_at_a_time();
  return failures();
}
