/*
 * A process may be copied at any time: the copy uses what the parent had made, and makes its own;
 * also when another thread of the parent was inside of a call.
 */

#define _POSIX_C_SOURCE 200809L

#include <pthread.h>
#include <stdatomic.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

/* The address sanitizer of clang 14 does not see to its locks when a process is copied. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define OTHER_THREADS_MAY_ALLOCATE 0
#endif
#endif
#ifndef OTHER_THREADS_MAY_ALLOCATE
#define OTHER_THREADS_MAY_ALLOCATE 1
#endif

/* Whether the process ended by itself, with 0. */
static int ended_well(pid_t child) {
  int status = 0;
  return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* The percent of a row of the small plan. */
static void check_percent(tiendo_context* with, const tiendo_report* report) {
  char text[40];
  int64_t length = 0;
  CHECK(tiendo_report_figure_text(with, report, row_cement, TIENDO_FIELD_COMPLETION, 1,
                                  TIENDO_ROUND_HALF_UP, TIENDO_NUMBERS_PLAIN, text, sizeof text,
                                  &length) == TIENDO_OK);
  CHECK_TEXT(text, "66.7");
}

/* All that a process does, with a context of its own. */
static void work_anew(void) {
  tiendo_context* const before = context;
  tiendo_report* report;
  begin();
  report = new_report();
  check_percent(context, report);
  tiendo_report_destroy(report);
  tiendo_context_destroy(context);
  context = before;
}

static void the_copy_goes_on_with_what_there_was(void) {
  tiendo_plan* none = NULL;
  tiendo_report* report = new_report();
  pid_t child;
  CHECK_FAILS(tiendo_plan_read(context, "{", TIENDO_NTS, "none.json", &none), TIENDO_E_PARSE);
  child = fork();
  CHECK(child >= 0);
  if (child == 0) {
    CHECK(last_error().status == TIENDO_E_PARSE);
    check_percent(context, report);
    work_anew();
    tiendo_report_destroy(report);
    tiendo_context_destroy(context);
    _exit(check_failures != 0);
  }
  CHECK(ended_well(child));
  CHECK(last_error().status == TIENDO_E_PARSE); /* the copy's calls are not ours */
  check_percent(context, report);
  tiendo_report_destroy(report);
}

/* A thread that is inside of calls all the time. */
struct busy {
  tiendo_context* context;
  atomic_int stop;
  int failed;
};

static void* be_busy(void* given) {
  struct busy* busy = given;
  while (!atomic_load(&busy->stop)) {
    tiendo_plan* plan = NULL;
    if (tiendo_plan_read(busy->context, small_plan, TIENDO_NTS, "small.json", &plan) != TIENDO_OK)
      busy->failed = 1;
    tiendo_plan_destroy(plan);
  }
  return NULL;
}

static void a_call_of_another_thread_does_not_matter(void) {
  struct busy busy = {NULL, 0, 0};
  pthread_t thread;
  int time;
  CHECK(tiendo_context_create(NULL, &busy.context) == TIENDO_OK);
  CHECK(pthread_create(&thread, NULL, &be_busy, &busy) == 0);
  for (time = 0; time < 20; ++time) {
    const pid_t child = fork();
    if (child == 0) {
      /* The context that was in use may be so for ever here; nothing else is. */
      int32_t day = 0;
      const tiendo_status status = tiendo_date_parse(busy.context, "2024-02-29", TIENDO_NTS, &day);
      CHECK(status == TIENDO_OK || status == TIENDO_E_BUSY);
      work_anew();
      _exit(check_failures != 0);
    }
    CHECK(child > 0 && ended_well(child));
  }
  atomic_store(&busy.stop, 1);
  CHECK(pthread_join(thread, NULL) == 0);
  CHECK(!busy.failed);
  tiendo_context_destroy(busy.context);
}

int main(void) {
  use_all();
  begin();
  alarm(60); /* a process that waits for a lock for ever is a failure */
  the_copy_goes_on_with_what_there_was();
  if (OTHER_THREADS_MAY_ALLOCATE) a_call_of_another_thread_does_not_matter();
  return failures();
}
