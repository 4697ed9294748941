/* Published figures from a function of the caller, written to another. */

#include "check.h"

static const char kTable[] =
    "id,kind,inputs,stated\n"
    "a,excess,actual=180;plan=150,21.3\n"
    "b,excess,actual=182;plan=150,21.3\n";

/* A table that is given in pieces, and the text that comes of it. */
struct both {
  const char* table;
  int64_t piece;
  int64_t given; /* bytes so far; below zero: it fails */
  char text[3000];
  int taken;           /* how often */
  tiendo_status in_it; /* what a call with the context returned */
};

static int64_t give(void* user, void* buffer, int64_t capacity) {
  struct both* const both = user;
  int64_t left;
  if (both->given < 0) return both->given;
  left = (int64_t)strlen(both->table) - both->given;
  if (left > both->piece) left = both->piece;
  if (left > capacity) left = capacity;
  memcpy(buffer, both->table + both->given, (size_t)left);
  both->given += left;
  return left;
}

static void take(void* user, const char* text, int64_t length) {
  struct both* const both = user;
  int32_t day = 0;
  CHECK(length == (int64_t)strlen(text) && length < (int64_t)sizeof both->text);
  memcpy(both->text, text, (size_t)length + 1);
  ++both->taken;
  both->in_it = tiendo_date_parse(context, "2024-01-01", TIENDO_NTS, &day);
}

static struct both both_of(const char* table, int64_t piece) {
  struct both both;
  memset(&both, 0, sizeof both);
  both.table = table;
  both.piece = piece;
  return both;
}

static tiendo_verify_options options_of(int leave_out_faulty) {
  tiendo_verify_options options;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.language = TIENDO_LANGUAGE_EN;
  options.leave_out_faulty = leave_out_faulty;
  return options;
}

static tiendo_status verify(struct both* both, int leave_out_faulty) {
  const tiendo_verify_options options = options_of(leave_out_faulty);
  return tiendo_figures_verify_from(context, give, take, both, "stream", &options);
}

static void a_table_in_pieces_is_as_one_in_memory(void) {
  const tiendo_verify_options options = options_of(0);
  char wanted[3000];
  int64_t length = 0, piece;
  CHECK_OK(tiendo_figures_verify_with(context, kTable, TIENDO_NTS, NULL, &options, wanted,
                                      sizeof wanted, &length));
  for (piece = 1; piece < 200; piece *= 3) {
    struct both both = both_of(kTable, piece);
    CHECK_OK(verify(&both, 0));
    CHECK_TEXT(both.text, wanted);
    CHECK(both.taken == 1 && both.in_it == TIENDO_E_BUSY);
  }
}

static void nothing_is_written_of_a_table_that_is_refused(void) {
  struct both both = both_of("kind,inputs,stated\nshares,a=1,1\n", 7);
  CHECK_FAILS(verify(&both, 0), TIENDO_E_PARSE);
  CHECK(last_error().line == 2 && both.taken == 0);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_FILE), "stream");
  both = both_of("kind,inputs,stated\nshares,a=1,1\n", 7);
  CHECK_FAILS(verify(&both, 1), TIENDO_E_PARSE);
  CHECK(both.taken == 0);
  both = both_of(kTable, 7);
  both.given = -3;
  CHECK_FAILS(verify(&both, 1), TIENDO_E_FILE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "file_unreadable");
  CHECK(both.taken == 0);
}

static void faulty_rows_may_be_left_out(void) {
  struct both both =
      both_of("id,kind,inputs,stated\na,shares,a=1,1\nb,excess,actual=182;plan=150,21.3\n", 10);
  CHECK_FAILS(verify(&both, 1), TIENDO_E_ROWS);
  CHECK(both.taken == 1 && strstr(both.text, "1 figures: 1 reproduce") != NULL);
}

static void arguments_are_checked_before_anything_is_asked_for(void) {
  tiendo_verify_options options = options_of(0);
  struct both both = both_of(kTable, 10);
  CHECK_FAILS(tiendo_figures_verify_from(context, NULL, take, &both, NULL, &options),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_figures_verify_from(context, give, NULL, &both, NULL, &options),
              TIENDO_E_INVALID_ARG);
  options.format = 9;
  CHECK_FAILS(tiendo_figures_verify_from(context, give, take, &both, NULL, &options),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_figures_verify_from(NULL, give, take, &both, NULL, NULL) == TIENDO_E_INVALID_ARG);
  CHECK(both.given == 0 && both.taken == 0);
  CHECK_OK(tiendo_figures_verify_from(context, give, take, &both, NULL, NULL));
}

int main(void) {
  use_all();
  begin();
  a_table_in_pieces_is_as_one_in_memory();
  nothing_is_written_of_a_table_that_is_refused();
  faulty_rows_may_be_left_out();
  arguments_are_checked_before_anything_is_asked_for();
  return failures();
}
