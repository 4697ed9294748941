/*
 * Threads: what the second thread at a context, an open log or a builder is told during a long call
 * of the first; what they may share; what the library's own threads say. Short calls of more
 * threads are in abuse_test.c.
 *
 * A long call gives the other thread time to meet it. On a machine too busy to let them meet, the
 * long call is made again. Long because each kind of thing that is shared has its own calls.
 */

#define _POSIX_C_SOURCE 200809L

#include <pthread.h>
#include <stdlib.h>

#include "check.h"

enum { rounds = 200, many_rows = 20000 };

/* A table that takes a while to read. */
static char* long_table(void) {
  static const char header[] = "indicator,period,value,revision\n";
  char* text = malloc(sizeof header + many_rows * 40);
  char* end = text + sprintf(text, "%s", header);
  int i;
  for (i = 0; i < many_rows; ++i)
    end += sprintf(end, "cement,2023-%02d,%d.5,%d\n", i % 12 + 1, i, i);
  return text;
}

/* A long call: reads the table with its context into its log. */
struct reading {
  tiendo_context* context;
  tiendo_observations* log;
  const char* text;
  tiendo_status status;
  pthread_mutex_t mutex;
  int done;
};

static void* read_table(void* argument) {
  struct reading* reading = argument;
  reading->status = tiendo_observations_read(reading->context, reading->log, reading->text,
                                             TIENDO_NTS, NULL, TIENDO_NUMBERS_PLAIN);
  pthread_mutex_lock(&reading->mutex);
  reading->done = 1;
  pthread_mutex_unlock(&reading->mutex);
  return NULL;
}

static int is_done(struct reading* reading) {
  int done;
  pthread_mutex_lock(&reading->mutex);
  done = reading->done;
  pthread_mutex_unlock(&reading->mutex);
  return done;
}

/*
 * While another thread reads, calls `probe`, which changes nothing, until it is told that what it
 * asks for is busy, and then `meet`; whether that was told the same.
 */
static int meets(struct reading* reading, tiendo_status (*probe)(struct reading*),
                 tiendo_status (*meet)(struct reading*)) {
  pthread_t thread;
  int busy = 0;
  reading->done = 0;
  pthread_mutex_init(&reading->mutex, NULL);
  if (pthread_create(&thread, NULL, read_table, reading) != 0) abort();
  while (!is_done(reading)) {
    tiendo_status status = probe(reading);
    CHECK(status == TIENDO_OK || status == TIENDO_E_BUSY);
    if (status == TIENDO_OK) continue;
    status = meet(reading);
    CHECK(status == TIENDO_OK || status == TIENDO_E_BUSY);
    busy |= status == TIENDO_E_BUSY;
  }
  pthread_join(thread, NULL);
  pthread_mutex_destroy(&reading->mutex);
  return busy;
}

static tiendo_status read_record(struct reading* reading) {
  tiendo_error_info info;
  memset(&info, 0, sizeof info);
  info.struct_size = sizeof info;
  return tiendo_context_last_error(reading->context, &info);
}

static tiendo_status format_day(struct reading* reading) {
  char text[11];
  int64_t length;
  return tiendo_date_format(reading->context, 0, text, sizeof text, &length);
}

static void two_threads_at_one_context_are_noticed(void) {
  tiendo_status (*const calls[])(struct reading*) = {read_record, format_day};
  char* text = long_table();
  size_t i;
  for (i = 0; i < 2; ++i) {
    int busy = 0;
    int round;
    for (round = 0; round < rounds && !busy; ++round) {
      struct reading reading;
      reading.context = context;
      reading.log = new_log();
      reading.text = text;
      busy = meets(&reading, read_record, calls[i]);
      /* A call may have come first, and then it is the reading that was refused. */
      CHECK(reading.status == TIENDO_OK || reading.status == TIENDO_E_BUSY);
      CHECK(last_error().status == TIENDO_OK); /* untouched by those that were refused */
      tiendo_observations_destroy(reading.log);
    }
    CHECK(busy);
  }
  free(text);
}

static tiendo_status count_rows(struct reading* reading) {
  int64_t count;
  return tiendo_observations_count(context, reading->log, &count);
}

static tiendo_status append_row(struct reading* reading) {
  tiendo_observation row;
  memset(&row, 0, sizeof row);
  row.struct_size = sizeof row;
  row.indicator = "rice";
  row.period = "2024";
  row.value = "1";
  return tiendo_observations_append(context, reading->log, &row);
}

static tiendo_status make_report(struct reading* reading) {
  tiendo_request request;
  tiendo_report* report = NULL;
  tiendo_status status;
  memset(&request, 0, sizeof request);
  request.struct_size = sizeof request;
  status = tiendo_report_create(context, reading->log, &request, &report);
  tiendo_report_destroy(report);
  return status;
}

static tiendo_status check_log(struct reading* reading) {
  return tiendo_observations_check(context, reading->log, NULL);
}

static tiendo_status copy_log(struct reading* reading) {
  tiendo_observations* copy = NULL;
  const tiendo_status status = tiendo_observations_copy(context, reading->log, &copy);
  tiendo_observations_destroy(copy);
  return status;
}

static tiendo_status reopen_log(struct reading* reading) {
  tiendo_report* none = NULL;
  return tiendo_observations_reopen(context, reading->log, &none);
}

static void two_threads_at_one_open_log_are_noticed(void) {
  tiendo_status (*const calls[])(struct reading*) = {count_rows, append_row, make_report,
                                                     check_log,  copy_log,   reopen_log};
  char* text = long_table();
  size_t i;
  for (i = 0; i < sizeof calls / sizeof *calls; ++i) {
    int busy = 0;
    int round;
    for (round = 0; round < rounds && !busy; ++round) {
      struct reading reading;
      if (tiendo_context_create(NULL, &reading.context) != TIENDO_OK) abort();
      reading.log = new_log();
      reading.text = text;
      busy = meets(&reading, count_rows, calls[i]);
      CHECK(reading.status == TIENDO_OK || reading.status == TIENDO_E_BUSY ||
            reading.status == TIENDO_E_FROZEN);
      tiendo_observations_destroy(reading.log);
      tiendo_context_destroy(reading.context);
    }
    CHECK(busy);
  }
  free(text);
}

/* Builds a plan again and again, with a context of its own, until told to stop. */
struct building {
  tiendo_plan_builder* builder;
  pthread_mutex_t mutex;
  int stop;
  int faults;
};

static int is_stopped(struct building* building) {
  int stop;
  pthread_mutex_lock(&building->mutex);
  stop = building->stop;
  pthread_mutex_unlock(&building->mutex);
  return stop;
}

static void* build_often(void* argument) {
  struct building* building = argument;
  tiendo_context* own = NULL;
  building->faults = tiendo_context_create(NULL, &own) != TIENDO_OK;
  while (!is_stopped(building)) {
    tiendo_plan* plan = NULL;
    const tiendo_status status = tiendo_plan_builder_build(own, building->builder, &plan);
    building->faults += status != TIENDO_OK && status != TIENDO_E_BUSY;
    building->faults += (plan == NULL) != (status == TIENDO_E_BUSY);
    tiendo_plan_destroy(plan);
  }
  tiendo_context_destroy(own);
  return NULL;
}

static void two_threads_at_one_builder_are_noticed(void) {
  enum { most_calls = 10000000 };
  static const char unit[] = "{\"id\": \"town\"}";
  struct building building;
  pthread_t thread;
  tiendo_plan* plan = new_plan();
  int busy = 0;
  int i;
  memset(&building, 0, sizeof building);
  CHECK_OK(tiendo_plan_builder_create(context, plan, &building.builder));
  tiendo_plan_destroy(plan);
  pthread_mutex_init(&building.mutex, NULL);
  if (pthread_create(&thread, NULL, build_often, &building) != 0) abort();
  for (i = 0; i < most_calls && !busy; ++i) {
    /* A part that changes nothing, so that the other thread has a plan to build all the time. */
    const tiendo_status status = tiendo_plan_builder_replace(
        context, building.builder, TIENDO_PART_UNITS, 0, unit, TIENDO_NTS);
    CHECK(status == TIENDO_OK || status == TIENDO_E_BUSY);
    busy = status == TIENDO_E_BUSY;
  }
  pthread_mutex_lock(&building.mutex);
  building.stop = 1;
  pthread_mutex_unlock(&building.mutex);
  pthread_join(thread, NULL);
  pthread_mutex_destroy(&building.mutex);
  CHECK(busy && building.faults == 0);
  tiendo_plan_builder_destroy(building.builder);
}

/* A plan of many units with a target each, and what each of them has reported. */
static tiendo_observations* new_land(void) {
  enum { units = 1200, months = 6 };
  char* text = malloc(units * 300 + 1000);
  char* end = text;
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  int unit;
  int month;
  end += sprintf(end,
                 "{\"format\": \"tiendo-plan/1\", \"measures\": [{\"id\": \"t\", \"kind\": "
                 "\"mass\"}], \"indicators\": [{\"id\": \"x\", \"kind\": \"flow\", "
                 "\"measure\": \"t\"}], \"units\": [{\"id\": \"land\"}");
  for (unit = 0; unit < units; ++unit)
    end += sprintf(end, ", {\"id\": \"u%d\", \"parent\": \"land\"}", unit);
  end += sprintf(end,
                 "], \"plan\": {\"id\": \"p\", \"unit\": \"land\", \"period\": \"2024\", "
                 "\"targets\": [{\"indicator\": \"x\", \"at_least\": \"1\"}");
  for (unit = 0; unit < units; ++unit)
    end += sprintf(end, ", {\"indicator\": \"x\", \"unit\": \"u%d\", \"at_least\": \"%d\"}", unit,
                   unit % 50);
  (void)sprintf(end, "]}}");
  CHECK_OK(tiendo_plan_read(context, text, TIENDO_NTS, NULL, &plan));
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  tiendo_plan_destroy(plan);
  end = text + sprintf(text, "indicator,unit,period,value\n");
  for (unit = 0; unit < units; ++unit)
    for (month = 1; month <= months; ++month)
      end += sprintf(end, "x,u%d,2024-%02d,%d.5\n", unit, month, unit % 7);
  CHECK_OK(tiendo_observations_read(context, log, text, TIENDO_NTS, NULL, 0));
  free(text);
  return log;
}

/* The report of a log as text, made by so many threads of the library. */
static char* text_by(tiendo_observations* log, int32_t threads) {
  const tiendo_request request = request_of("2024-07-10");
  tiendo_report* report = NULL;
  int64_t length = 0;
  char* text;
  CHECK_OK(tiendo_context_set_threads(context, threads));
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_FAILS(tiendo_report_write(context, report, NULL, NULL, 0, &length), TIENDO_E_SMALL_BUFFER);
  text = malloc((size_t)length + 1);
  CHECK_OK(tiendo_report_write(context, report, NULL, text, length + 1, &length));
  tiendo_report_destroy(report);
  CHECK_OK(tiendo_context_set_threads(context, 1));
  return text;
}

static void threads_of_the_library_say_what_one_says(void) {
  tiendo_observations* log = new_land();
  char* one = text_by(log, 1);
  char* four = text_by(log, 4);
  CHECK(strcmp(one, four) == 0);
  free(one);
  free(four);
  tiendo_observations_destroy(log);
}

/* What several threads do with one plan, one frozen log and one report of it. */
struct sharing {
  const tiendo_plan* plan;
  tiendo_observations* log;
  const tiendo_report* report;
  const char* wanted;
  int faults;
};

/* The text of the partial of the log, of which its plan finds the fingerprint when first asked. */
static int64_t partial_length(tiendo_context* own, const tiendo_observations* log,
                              const tiendo_request* request) {
  static const char* const town[] = {"town"};
  tiendo_partial* partial = NULL;
  tiendo_part_units units;
  int64_t length = 0;
  memset(&units, 0, sizeof units);
  units.struct_size = sizeof units;
  units.whole = town;
  units.whole_count = 1;
  if (tiendo_partial_create(own, log, request, &units, &partial) != TIENDO_OK) return -1;
  (void)tiendo_partial_write(own, partial, NULL, 0, &length);
  tiendo_partial_destroy(partial);
  return length;
}

/* What of a frozen log is read, with the faults of that. */
static int read_log(tiendo_context* own, const tiendo_observations* log) {
  int faults = 0;
  int64_t count = 0;
  int64_t length = 0;
  tiendo_observations* copy = NULL;
  faults += tiendo_observations_count(own, log, &count) != TIENDO_OK || count != 7;
  faults += tiendo_observations_write(own, log, TIENDO_NUMBERS_PLAIN, NULL, 0, &length) !=
            TIENDO_E_SMALL_BUFFER;
  faults += tiendo_observations_check(own, log, NULL) != TIENDO_OK;
  faults += tiendo_observations_copy(own, log, &copy) != TIENDO_OK;
  tiendo_observations_destroy(copy);
  return faults;
}

static void* share(void* argument) {
  struct sharing* sharing = argument;
  static const int times = 50;
  tiendo_context* own = NULL;
  char text[4000];
  int i;
  sharing->faults = tiendo_context_create(NULL, &own) != TIENDO_OK;
  for (i = 0; i < times; ++i) {
    tiendo_request request;
    tiendo_report* report = NULL;
    tiendo_observations* mine = NULL;
    int64_t length;
    int64_t at = -1;
    memset(&request, 0, sizeof request);
    request.struct_size = sizeof request;
    request.as_of = 19723; /* 2024-01-01 */
    sharing->faults += tiendo_plan_find(own, sharing->plan, TIENDO_PART_INDICATORS, "rice",
                                        TIENDO_NTS, &at) != TIENDO_OK;
    sharing->faults += at != 3;
    sharing->faults += tiendo_observations_create(own, sharing->plan, &mine) != TIENDO_OK;
    sharing->faults += tiendo_observations_read(own, mine, small_table, TIENDO_NTS, NULL, 0) != 0;
    tiendo_observations_destroy(mine);
    sharing->faults += tiendo_report_create(own, sharing->log, &request, &report) != TIENDO_OK;
    tiendo_report_destroy(report);
    sharing->faults += read_log(own, sharing->log);
    sharing->faults += partial_length(own, sharing->log, &request) <= 0;
    sharing->faults +=
        tiendo_report_write(own, sharing->report, NULL, NULL, 0, &length) != TIENDO_E_SMALL_BUFFER;
    sharing->faults += tiendo_report_explain(own, sharing->report, row_cement, 0, -1, 0, text,
                                             sizeof text, &length) != TIENDO_OK;
    sharing->faults += strcmp(text, sharing->wanted) != 0;
  }
  tiendo_context_destroy(own);
  return NULL;
}

static void a_plan_a_frozen_log_and_a_report_are_shared_by_threads(void) {
  enum { threads = 4 };
  pthread_t ids[threads];
  struct sharing sharing[threads];
  char wanted[4000];
  int64_t length;
  int i;
  const tiendo_request request = request_of("2024-12-31");
  tiendo_report* report = NULL;
  tiendo_plan* plan = new_plan();
  tiendo_observations* log = new_log();
  CHECK_OK(tiendo_observations_read(context, log, small_table, TIENDO_NTS, NULL, 0));
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_OK(
      tiendo_report_explain(context, report, row_cement, 0, -1, 0, wanted, sizeof wanted, &length));
  for (i = 0; i < threads; ++i) {
    sharing[i].plan = plan;
    sharing[i].log = log;
    sharing[i].report = report;
    sharing[i].wanted = wanted;
    if (pthread_create(&ids[i], NULL, share, &sharing[i]) != 0) abort();
  }
  for (i = 0; i < threads; ++i) {
    pthread_join(ids[i], NULL);
    CHECK(sharing[i].faults == 0);
  }
  tiendo_plan_destroy(plan);
  tiendo_observations_destroy(log);
  tiendo_report_destroy(report);
}

int main(void) {
  use_all();
  begin();
  two_threads_at_one_context_are_noticed();
  two_threads_at_one_open_log_are_noticed();
  two_threads_at_one_builder_are_noticed();
  a_plan_a_frozen_log_and_a_report_are_shared_by_threads();
  threads_of_the_library_say_what_one_says();
  return failures();
}
