/* Long calls: who is told how far they are, what his no leaves behind, and any number of threads.
 */

#include <stdlib.h>

#include "check.h"

enum { ROWS = 30000 };

static const char* const PLAN =
    "{\"format\": \"tiendo-plan/1\", \"measures\": [{\"id\": \"km\", \"kind\": \"length\"}],"
    " \"units\": [{\"id\": \"town\"}],"
    " \"indicators\": [{\"id\": \"roads\", \"measure\": \"km\", \"kind\": \"flow\"},"
    " {\"id\": \"twice\", \"measure\": \"km\", \"kind\": \"formula\", \"formula\": \"2 * roads\"}],"
    " \"plan\": {\"id\": \"p\", \"unit\": \"town\", \"period\": \"2024\", \"targets\": ["
    "{\"indicator\": \"twice\", \"at_least\": \"5\"}]}}";

/* A watcher that says no when it is asked for the so manieth time. */
struct watch {
  int no_at; /* 0: never */
  int asked;
  tiendo_phase phase;
  int64_t done;
  int64_t total;
  int32_t inside; /* what a call with the same context returned */
};

static int32_t told(void* user, const tiendo_progress* progress) {
  struct watch* watch = user;
  int32_t threads = 2;
  ++watch->asked;
  CHECK(progress->struct_size == sizeof(tiendo_progress));
  CHECK(progress->phase != watch->phase || progress->done >= watch->done);
  CHECK(progress->total == 0 || progress->done <= progress->total);
  watch->phase = progress->phase;
  watch->done = progress->done;
  watch->total = progress->total;
  watch->inside = tiendo_context_set_threads(context, threads);
  return watch->asked == watch->no_at;
}

static struct watch begin_watch(int no_at) {
  struct watch watch;
  memset(&watch, 0, sizeof watch);
  watch.no_at = no_at;
  return watch;
}

static tiendo_plan* plan;
static tiendo_observations* log_of_plan;
static char* table;

static void make_table(void) {
  size_t length = 0;
  int row;
  table = malloc((size_t)ROWS * 40 + 100);
  length += (size_t)sprintf(table, "indicator,period,value,recorded_on\n");
  for (row = 0; row < ROWS; ++row) {
    length += (size_t)sprintf(table + length, "roads,2024-%02d,1,%d-%02d-%02d\n", 1 + row % 12,
                              2100 + row / 336, 1 + row / 28 % 12, 1 + row % 28);
  }
}

static void a_plan_is_read_or_not(void) {
  struct watch watch = begin_watch(0);
  CHECK_OK(tiendo_context_set_watcher(context, told, &watch));
  CHECK_OK(tiendo_plan_read(context, PLAN, TIENDO_NTS, "p", &plan));
  CHECK(watch.asked > 0 && watch.phase == TIENDO_PHASE_READING_PLAN);
  CHECK(watch.inside == TIENDO_E_BUSY);
  tiendo_plan_destroy(plan);
  watch = begin_watch(1);
  CHECK_FAILS(tiendo_plan_read(context, PLAN, TIENDO_NTS, "p", &plan), TIENDO_E_CANCELLED);
  CHECK(plan == NULL && last_error().code == 3);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "cancelled");
  CHECK_OK(tiendo_context_set_watcher(context, NULL, NULL));
  CHECK_OK(tiendo_plan_read(context, PLAN, TIENDO_NTS, "p", &plan));
  CHECK(watch.asked == 1);
}

static void observations_are_read_or_are_as_they_were(void) {
  struct watch watch = begin_watch(0);
  int64_t count = -1;
  int no_at;
  CHECK_OK(tiendo_observations_create(context, plan, &log_of_plan));
  CHECK_OK(tiendo_context_set_watcher(context, told, &watch));
  for (no_at = 1; no_at < 6; ++no_at) {
    watch = begin_watch(no_at);
    CHECK_FAILS(tiendo_observations_read(context, log_of_plan, table, TIENDO_NTS, "o",
                                         TIENDO_NUMBERS_PLAIN),
                TIENDO_E_CANCELLED);
    CHECK(watch.asked == no_at && watch.phase == TIENDO_PHASE_READING_OBSERVATIONS);
    CHECK(watch.total == (int64_t)strlen(table));
    CHECK_OK(tiendo_observations_count(context, log_of_plan, &count));
    CHECK(count == 0);
  }
  watch = begin_watch(0);
  CHECK_OK(
      tiendo_observations_read(context, log_of_plan, table, TIENDO_NTS, "o", TIENDO_NUMBERS_PLAIN));
  CHECK(watch.done == watch.total);
  CHECK_OK(tiendo_observations_count(context, log_of_plan, &count));
  CHECK(count == ROWS);
}

static void a_report_is_made_or_not(void) {
  struct watch watch = begin_watch(0);
  tiendo_request request;
  tiendo_report* report = NULL;
  int asked;
  int no_at;
  memset(&request, 0, sizeof request);
  request.struct_size = sizeof request;
  CHECK_OK(tiendo_date_parse(context, "2024-12-31", TIENDO_NTS, &request.as_of));
  CHECK_OK(tiendo_context_set_watcher(context, told, &watch));
  CHECK_OK(tiendo_report_create(context, log_of_plan, &request, &report));
  CHECK(watch.phase == TIENDO_PHASE_JUDGING && watch.done == watch.total);
  tiendo_report_destroy(report);
  asked = watch.asked;
  CHECK(asked > 2);
  for (no_at = 1; no_at <= asked; ++no_at) {
    watch = begin_watch(no_at);
    CHECK_FAILS(tiendo_report_create(context, log_of_plan, &request, &report), TIENDO_E_CANCELLED);
    CHECK(report == NULL && watch.asked == no_at);
  }
}

/* What a call returns when the watcher never says no, then says it every time that it is asked. */
#define WATCHED(call, wanted_phase, left_alone)                  \
  do {                                                           \
    struct watch watch = begin_watch(0);                         \
    int no_at, asked;                                            \
    CHECK_OK(tiendo_context_set_watcher(context, told, &watch)); \
    CHECK_OK(call);                                              \
    CHECK(watch.phase == (wanted_phase) && watch.asked >= 2);    \
    CHECK(watch.total == 0 || watch.done == watch.total);        \
    CHECK(watch.inside == TIENDO_E_BUSY);                        \
    asked = watch.asked;                                         \
    for (no_at = 1; no_at <= asked; ++no_at) {                   \
      watch = begin_watch(no_at);                                \
      CHECK_FAILS(call, TIENDO_E_CANCELLED);                     \
      CHECK(watch.asked == no_at);                               \
      CHECK(left_alone);                                         \
    }                                                            \
    CHECK_OK(tiendo_context_set_watcher(context, NULL, NULL));   \
  } while (0)

static void a_plan_is_checked_or_not(void) {
  WATCHED(tiendo_observations_check(context, log_of_plan, NULL), TIENDO_PHASE_CHECKING, 1);
}

static void a_work_report_is_made_or_not(void) {
  const tiendo_request request = request_of("2024-12-31");
  tiendo_work* work = NULL;
  struct watch watch = begin_watch(0);
  int no_at, asked;
  CHECK_OK(tiendo_context_set_watcher(context, told, &watch));
  CHECK_OK(tiendo_work_create(context, log_of_plan, NULL, &request, &work));
  tiendo_work_destroy(work);
  CHECK(watch.phase == TIENDO_PHASE_JUDGING && watch.asked >= 2);
  asked = watch.asked;
  for (no_at = 1; no_at <= asked; ++no_at) {
    watch = begin_watch(no_at);
    CHECK_FAILS(tiendo_work_create(context, log_of_plan, NULL, &request, &work),
                TIENDO_E_CANCELLED);
    CHECK(work == NULL && watch.asked == no_at);
  }
  CHECK_OK(tiendo_context_set_watcher(context, NULL, NULL));
}

static void a_report_is_written_or_not(void) {
  static char text[4000];
  const tiendo_request request = request_of("2024-12-31");
  tiendo_report* report = NULL;
  int64_t length = 0;
  CHECK_OK(tiendo_report_create(context, log_of_plan, &request, &report));
  WATCHED(tiendo_report_write(context, report, NULL, text, sizeof text, &length),
          TIENDO_PHASE_WRITING, text[0] != 0);
  tiendo_report_destroy(report);
}

static void observations_are_written_or_not(void) {
  static char text[2000000];
  int64_t length = 0;
  WATCHED(tiendo_observations_write(context, log_of_plan, TIENDO_NUMBERS_PLAIN, text, sizeof text,
                                    &length),
          TIENDO_PHASE_WRITING, text[0] != 0);
}

static int64_t count_of(const tiendo_observations* log) {
  int64_t count = -1;
  CHECK(tiendo_observations_count(context, log, &count) == TIENDO_OK);
  return count;
}

/* Three times the rows, so that they are more than one slice. */
static void arrow_is_read_or_the_log_is_as_it_was(void) {
  tiendo_observations* big = NULL;
  struct ArrowArrayStream stream;
  struct watch watch;
  static const int64_t done_at[] = {0, 65536, 3 * ROWS};
  int i, no_at;
  CHECK_OK(tiendo_observations_create(context, plan, &big));
  for (i = 0; i < 3; ++i) {
    CHECK_OK(tiendo_observations_export_arrow(context, log_of_plan, &stream));
    CHECK_OK(tiendo_observations_append_arrow_stream(context, big, &stream));
    stream.release(&stream);
  }
  CHECK(count_of(big) == 3 * ROWS);
  for (no_at = 1; no_at <= 3; ++no_at) {
    tiendo_observations* log = NULL;
    CHECK_OK(tiendo_observations_create(context, plan, &log));
    CHECK_OK(tiendo_observations_export_arrow(context, big, &stream));
    watch = begin_watch(no_at);
    CHECK_OK(tiendo_context_set_watcher(context, told, &watch));
    CHECK_FAILS(tiendo_observations_append_arrow_stream(context, log, &stream), TIENDO_E_CANCELLED);
    CHECK(watch.phase == TIENDO_PHASE_READING_OBSERVATIONS && watch.inside == TIENDO_E_BUSY);
    CHECK(watch.done == done_at[no_at - 1]);
    CHECK_OK(tiendo_context_set_watcher(context, NULL, NULL));
    CHECK(watch.asked == no_at && count_of(log) == 0);
    stream.release(&stream);
    tiendo_observations_destroy(log);
  }
  tiendo_observations_destroy(big);
}

static void a_report_grows_or_is_made_anew(void) {
  const tiendo_request request = request_of("2024-12-31");
  tiendo_observations* copy = NULL;
  tiendo_report* report = NULL;
  struct watch watch = begin_watch(1);
  int64_t count = 0;
  CHECK_OK(tiendo_observations_copy(context, log_of_plan, &copy));
  CHECK_OK(tiendo_report_create(context, copy, &request, &report));
  CHECK_OK(tiendo_observations_reopen(context, copy, &report));
  CHECK_OK(tiendo_observations_read(
      context, copy, "indicator,period,value,recorded_on\nroads,2024-01,7,2999-01-01\n", TIENDO_NTS,
      NULL, 0));
  CHECK_OK(tiendo_context_set_watcher(context, told, &watch));
  CHECK_FAILS(tiendo_report_create(context, copy, &request, &report), TIENDO_E_CANCELLED);
  CHECK(report == NULL && watch.asked == 1);
  CHECK_OK(tiendo_context_set_watcher(context, NULL, NULL));
  CHECK_OK(tiendo_report_create(context, copy, &request, &report));
  CHECK_OK(tiendo_report_row_count(context, report, &count));
  CHECK(count > 0);
  tiendo_report_destroy(report);
  tiendo_observations_destroy(copy);
}

static void threads_are_counted_from_one(void) {
  CHECK_OK(tiendo_context_set_watcher(context, NULL, NULL));
  CHECK_OK(tiendo_context_set_threads(context, 256));
  CHECK_OK(tiendo_context_set_threads(context, 1));
  CHECK_FAILS(tiendo_context_set_threads(context, 0), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_context_set_threads(context, 257), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_context_set_threads(NULL, 1) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_context_set_watcher(NULL, NULL, NULL) == TIENDO_E_INVALID_ARG);
}

int main(void) {
  begin();
  make_table();
  a_plan_is_read_or_not();
  observations_are_read_or_are_as_they_were();
  a_report_is_made_or_not();
  a_plan_is_checked_or_not();
  a_work_report_is_made_or_not();
  a_report_is_written_or_not();
  observations_are_written_or_not();
  arrow_is_read_or_the_log_is_as_it_was();
  a_report_grows_or_is_made_anew();
  threads_are_counted_from_one();
  use_all();
  free(table);
  tiendo_observations_destroy(log_of_plan);
  tiendo_plan_destroy(plan);
  return failures();
}
