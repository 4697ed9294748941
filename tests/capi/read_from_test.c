/* Observations from a function of the caller: block by block, with faults, and not in its way. */

#include "check.h"

static const char table[] =
    "indicator,period,value\n"
    "cement,2024-01,1.5\n"
    "cement,2024-02,2\n"
    "rice,2024-02,3\n";

/* A source that gives a text in pieces. */
struct source {
  const char* text;
  int64_t piece;
  int64_t fails_after;      /* bytes; -1: never */
  int64_t answer;           /* what it returns then */
  int64_t given;            /* bytes so far */
  tiendo_observations* log; /* which it tries to use */
  tiendo_status in_context; /* what a call with the context returned */
  tiendo_status in_log;     /* what another context was told of the log */
};

static int64_t give(void* user, void* buffer, int64_t capacity) {
  struct source* const source = user;
  int64_t left = (int64_t)strlen(source->text) - source->given;
  int64_t count = 0;
  tiendo_context* other = NULL;
  CHECK(capacity > 0);
  source->in_context = tiendo_observations_count(context, source->log, &count);
  CHECK(tiendo_context_create(NULL, &other) == TIENDO_OK);
  source->in_log = tiendo_observations_count(other, source->log, &count);
  tiendo_context_destroy(other);
  if (source->fails_after >= 0 && source->given >= source->fails_after) return source->answer;
  if (left > source->piece) left = source->piece;
  if (left > capacity) left = capacity;
  memcpy(buffer, source->text + source->given, (size_t)left);
  source->given += left;
  return left;
}

static struct source source_of(const char* text, tiendo_observations* log) {
  struct source source;
  memset(&source, 0, sizeof source);
  source.text = text;
  source.piece = 1;
  source.fails_after = -1;
  source.log = log;
  return source;
}

static tiendo_status read(tiendo_observations* log, struct source* source) {
  return tiendo_observations_read_from(context, log, give, source, 0, "stream", 0);
}

static int64_t count_of(const tiendo_observations* log) {
  int64_t count = -1;
  CHECK_OK(tiendo_observations_count(context, log, &count));
  return count;
}

static void a_table_comes_in_pieces_of_any_size(void) {
  tiendo_observations* log = new_log();
  int64_t piece;
  for (piece = 1; piece < 100; piece *= 3) {
    struct source source = source_of(table, log);
    const int64_t before = count_of(log);
    source.piece = piece;
    CHECK_OK(read(log, &source));
    CHECK(count_of(log) == before + 3);
    CHECK(source.given == (int64_t)strlen(table));
  }
  tiendo_observations_destroy(log);
}

static void neither_the_context_nor_the_log_may_be_used_meanwhile(void) {
  tiendo_observations* log = new_log();
  struct source source = source_of(table, log);
  CHECK_OK(read(log, &source));
  CHECK(source.in_context == TIENDO_E_BUSY);
  CHECK(source.in_log == TIENDO_E_BUSY);
  tiendo_observations_destroy(log);
}

static void a_source_that_fails_leaves_the_log_as_it_was(void) {
  static const int64_t answers[] = {-1, -5, INT64_MIN, INT64_MAX};
  tiendo_observations* log = new_log();
  size_t i;
  for (i = 0; i < sizeof answers / sizeof *answers; ++i) {
    struct source source = source_of(table, log);
    source.fails_after = (int64_t)i * 20;
    source.answer = answers[i];
    CHECK_FAILS(read(log, &source), TIENDO_E_FILE);
    CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "file_unreadable");
    CHECK_TEXT(last_text(TIENDO_MESSAGE_FILE), "stream");
    CHECK(last_error().line == 0);
    CHECK(count_of(log) == 0);
  }
  tiendo_observations_destroy(log);
}

static void faults_have_their_line_and_the_name(void) {
  tiendo_observations* log = new_log();
  struct source source = source_of("indicator,period,value\ncement,2024-13,1\n", log);
  CHECK_FAILS(read(log, &source), TIENDO_E_PARSE);
  CHECK(last_error().line == 2 && last_error().column == 8);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_FILE), "stream");
  source = source_of("", log);
  CHECK_FAILS(read(log, &source), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "missing_column");
  tiendo_observations_destroy(log);
}

static int32_t says_no(void* total, const tiendo_progress* progress) {
  *(int64_t*)total = progress->total;
  return 1;
}

static void a_watcher_is_told_the_size_and_may_end_it(void) {
  tiendo_observations* log = new_log();
  struct source source = source_of(table, log);
  int64_t total = 0;
  CHECK_OK(tiendo_context_set_watcher(context, says_no, &total));
  CHECK_FAILS(tiendo_observations_read_from(context, log, give, &source, 77, NULL, 0),
              TIENDO_E_CANCELLED);
  CHECK_OK(tiendo_context_set_watcher(context, NULL, NULL));
  CHECK(total == 77 && count_of(log) == 0);
  tiendo_observations_destroy(log);
}

static void arguments_are_checked_before_anything_is_asked_for(void) {
  tiendo_observations* log = new_log();
  struct source source = source_of(table, log);
  CHECK_FAILS(tiendo_observations_read_from(context, NULL, give, &source, 0, NULL, 0),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_read_from(context, log, NULL, &source, 0, NULL, 0),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_read_from(context, log, give, &source, -1, NULL, 0),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_read_from(context, log, give, &source, 0, NULL, 9),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_read_from(NULL, log, give, &source, 0, NULL, 0) ==
        TIENDO_E_INVALID_ARG);
  CHECK(source.given == 0);
  tiendo_observations_destroy(log);
}

int main(void) {
  use_all();
  begin();
  a_table_comes_in_pieces_of_any_size();
  neither_the_context_nor_the_log_may_be_used_meanwhile();
  a_source_that_fails_leaves_the_log_as_it_was();
  faults_have_their_line_and_the_name();
  a_watcher_is_told_the_size_and_may_end_it();
  arguments_are_checked_before_anything_is_asked_for();
  return failures();
}
