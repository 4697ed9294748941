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
  threads_are_counted_from_one();
  use_all();
  free(table);
  tiendo_observations_destroy(log_of_plan);
  tiendo_plan_destroy(plan);
  return failures();
}
