/* Reports as streams of Arrow: what the columns say, and that they live for themselves. */

#include "check.h"
#include "taken.h"

static const char* const names[] = {
    "kind",       "indicator", "unit",        "project",        "assigner",       "period_start",
    "period_end", "condition", "verdict",     "verdict_reason", "provisional",    "final",
    "state",      "reason",    "course",      "schedule",       "status",         "reported",
    "due",        "counted",   "reported_to", "expected_on",    "percent_of_plan"};
enum { own_columns = sizeof names / sizeof *names, all_columns = own_columns + 18 };

static tiendo_arrow_options options_of(int32_t scale) {
  tiendo_arrow_options options;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.rounding = TIENDO_ROUND_HALF_UP;
  options.scale = scale;
  options.percent_scale = 2;
  return options;
}

static void check_texts(const struct taken* taken, const tiendo_report* report) {
  static const struct {
    const char* name;
    tiendo_text text;
  } texts[] = {
      {"indicator", TIENDO_TEXT_INDICATOR}, {"unit", TIENDO_TEXT_UNIT},
      {"project", TIENDO_TEXT_PROJECT},     {"assigner", TIENDO_TEXT_ASSIGNER},
      {"condition", TIENDO_TEXT_CONDITION}, {"verdict", TIENDO_TEXT_VERDICT},
      {"state", TIENDO_TEXT_STATE},         {"schedule", TIENDO_TEXT_SCHEDULE},
      {"reason", TIENDO_TEXT_REASON},       {"verdict_reason", TIENDO_TEXT_VERDICT_REASON},
      {"course", TIENDO_TEXT_COURSE},       {"provisional", TIENDO_TEXT_PROVISIONAL},
  };
  char text[100];
  int64_t length;
  for (int64_t row = 0; row < rows_of_small; ++row) {
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
      CHECK_OK(tiendo_report_row_text(context, report, row, texts[i].text, TIENDO_LANGUAGE_EN, text,
                                      sizeof text, &length));
      CHECK_TEXT(text_in(taken, texts[i].name, row), text);
    }
  }
}

static void check_numbers(const struct taken* taken, const tiendo_report* report) {
  static const char* const kinds[] = {"", "target", "whole", "indicator", "component"};
  const struct ArrowArray* const reported_to = taken->array.children[find(taken, "reported_to")];
  const struct ArrowArray* const expected_on = taken->array.children[find(taken, "expected_on")];
  const uint8_t* const final = taken->array.children[find(taken, "final")]->buffers[1];
  for (int64_t at = 0; at < rows_of_small; ++at) {
    tiendo_row row;
    row.struct_size = sizeof row;
    CHECK_OK(tiendo_report_row(context, report, at, &row));
    CHECK_TEXT(text_in(taken, "kind", at), kinds[row.kind]);
    CHECK(number_in(taken, "period_start", at) == row.period_start);
    CHECK(number_in(taken, "period_end", at) == row.period_end);
    CHECK(number_in(taken, "reported", at) == row.coverage_reported);
    CHECK(number_in(taken, "due", at) == row.coverage_expected);
    CHECK(is_there(reported_to, at) == row.has_reported_to);
    CHECK(number_in(taken, "reported_to", at) == row.reported_to);
    CHECK(!is_there(expected_on, at) && expected_on->null_count == rows_of_small);
    CHECK((final[0] >> at & 1) == row.is_final);
    CHECK_TEXT(text_in(taken, "status", at), row.has_finality ? "official" : "");
  }
  CHECK_TEXT(text_in(taken, "counted", row_cement), "months");
}

static void check_figures(const struct taken* taken, const tiendo_report* report,
                          const tiendo_field* fields, int64_t count) {
  for (int64_t i = 0; i < count; ++i) {
    const int64_t at = own_columns + i;
    const int percent = strstr(taken->schema.children[at]->format, ",2") != NULL;
    unsigned char values[rows_of_small][16];
    uint8_t bits[1];
    CHECK_OK(tiendo_report_column(context, report, fields[i], percent ? 2 : 0, TIENDO_ROUND_HALF_UP,
                                  rows_of_small, values, bits));
    CHECK(memcmp(taken->array.children[at]->buffers[1], values, sizeof values) == 0);
    CHECK(memcmp(taken->array.children[at]->buffers[0], bits, sizeof bits) == 0);
  }
}

static void the_columns_say_what_the_rows_say(void) {
  tiendo_report* report = new_report();
  tiendo_arrow_options options = options_of(0);
  struct ArrowArrayStream stream;
  struct taken taken;
  tiendo_field fields[18];
  unsigned char values[rows_of_small][16];
  uint8_t bits[1];
  for (int i = 0; i < 18; ++i) fields[i] = i + 1;
  /* The column that is too long for 38 digits is left out: row_rice has 39 of them. */
  options.fields = fields + 2;
  options.field_count = 1;
  CHECK_OK(tiendo_report_export_arrow(context, report, &options, &stream));
  taken = take(&stream);
  CHECK_TEXT(taken.schema.format, "+s");
  CHECK(taken.schema.n_children == own_columns + 1 && taken.array.n_children == own_columns + 1);
  CHECK(taken.array.length == rows_of_small && taken.array.offset == 0);
  CHECK(taken.array.null_count == 0 && taken.array.n_buffers == 1);
  for (int i = 0; i < own_columns; ++i) {
    CHECK_TEXT(taken.schema.children[i]->name, names[i]);
    CHECK(taken.schema.children[i]->flags == ARROW_FLAG_NULLABLE);
    CHECK(taken.array.children[i]->length == rows_of_small);
    CHECK(taken.array.children[i]->n_buffers == 2);
  }
  CHECK_TEXT(taken.schema.children[find(&taken, "period_start")]->format, "tdD");
  CHECK_TEXT(taken.schema.children[find(&taken, "final")]->format, "b");
  CHECK_TEXT(taken.schema.children[find(&taken, "percent_of_plan")]->format, "d:38,2");
  CHECK_TEXT(taken.schema.children[own_columns]->name, "completion_pct");
  check_texts(&taken, report);
  check_numbers(&taken, report);
  check_figures(&taken, report, options.fields, options.field_count);
  CHECK_OK(tiendo_report_percent_of_plan(context, report, 2, TIENDO_ROUND_HALF_UP, rows_of_small,
                                         values, bits));
  CHECK(memcmp(taken.array.children[own_columns - 1]->buffers[1], values, sizeof values) == 0);
  let_go(&taken);
  tiendo_report_destroy(report);
}

/* A report whose figures all fit. */
static tiendo_report* short_report(void) {
  const tiendo_request request = request_of("2024-09-30");
  tiendo_observations* log = new_log();
  tiendo_report* report = NULL;
  CHECK_OK(tiendo_observations_read(context, log, "indicator,period,value\ncement,2024-H1,12.5\n",
                                    TIENDO_NTS, NULL, 0));
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  tiendo_observations_destroy(log);
  return report;
}

static void all_figures_come_where_none_are_named(void) {
  tiendo_report* report = short_report();
  tiendo_arrow_options options = options_of(0);
  struct ArrowArrayStream stream;
  struct taken taken;
  tiendo_field fields[18];
  for (int i = 0; i < 18; ++i) fields[i] = i + 1;
  CHECK_OK(tiendo_report_export_arrow(context, report, &options, &stream));
  taken = take(&stream);
  CHECK(taken.schema.n_children == all_columns);
  check_figures(&taken, report, fields, 18);
  CHECK_TEXT(taken.schema.children[find(&taken, "actual")]->format, "d:38,0");
  CHECK_TEXT(taken.schema.children[find(&taken, "growth_pct")]->format, "d:38,2");
  CHECK_TEXT(text_in(&taken, "provisional", row_cement), "missed");
  let_go(&taken);
  tiendo_report_destroy(report);
}

static void what_was_handed_out_lives_for_itself(void) {
  tiendo_arrow_options options = options_of(0);
  struct ArrowArrayStream stream;
  struct ArrowArray moved, words;
  struct taken taken;
  int64_t at;
  tiendo_report* report = short_report();
  tiendo_context* const kept = context;
  CHECK(tiendo_context_create(NULL, &context) == TIENDO_OK);
  CHECK_OK(tiendo_report_export_arrow(context, report, &options, &stream));
  tiendo_context_destroy(context);
  tiendo_report_destroy(report);
  context = kept;
  taken = take(&stream);
  CHECK_TEXT(text_in(&taken, "indicator", row_cement), "cement");

  /* A child that is moved away survives its parent, as its dictionary survives it. */
  at = find(&taken, "indicator");
  moved = *taken.array.children[at];
  taken.array.children[at]->release = NULL;
  let_go(&taken);
  CHECK(moved.length == rows_of_small);
  words = *moved.dictionary;
  moved.dictionary->release = NULL;
  moved.release(&moved);
  CHECK(moved.release == NULL);
  CHECK(memcmp(words.buffers[2], "cement", 6) == 0);
  words.release(&words);
  CHECK(words.release == NULL);
}

static void a_stream_may_be_left_unread(void) {
  tiendo_report* report = short_report();
  const tiendo_arrow_options options = options_of(3);
  struct ArrowArrayStream stream;
  CHECK_OK(tiendo_report_export_arrow(context, report, &options, &stream));
  stream.release(&stream);
  CHECK(stream.release == NULL);
  tiendo_report_destroy(report);
}

static void what_cannot_be_leaves_the_stream_alone(void) {
  static const tiendo_field twice[] = {TIENDO_FIELD_ACTUAL, TIENDO_FIELD_ACTUAL};
  static const tiendo_field unknown[] = {19};
  tiendo_report* report = new_report();
  struct ArrowArrayStream stream, before;
  tiendo_arrow_options options;
  memset(&stream, 0xAA, sizeof stream);
  before = stream;
#define REFUSED(member, value, status)                                                     \
  do {                                                                                     \
    options = options_of(0);                                                               \
    options.member = (value);                                                              \
    CHECK_FAILS(tiendo_report_export_arrow(context, report, &options, &stream), (status)); \
  } while (0)
  REFUSED(fields, NULL, TIENDO_E_RANGE);
  CHECK(last_error().row == row_rice);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "/actual");
  REFUSED(scale, 39, TIENDO_E_RANGE);
  REFUSED(percent_scale, -1, TIENDO_E_RANGE);
  REFUSED(percent_scale, 38, TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "/percent_of_plan");
  REFUSED(rounding, 99, TIENDO_E_INVALID_ARG);
  REFUSED(struct_size, 24, TIENDO_E_INVALID_ARG);
#undef REFUSED
  options = options_of(0);
  options.fields = twice;
  options.field_count = -1;
  CHECK_FAILS(tiendo_report_export_arrow(context, report, &options, &stream), TIENDO_E_INVALID_ARG);
  options.field_count = 2;
  CHECK_FAILS(tiendo_report_export_arrow(context, report, &options, &stream), TIENDO_E_INVALID_ARG);
  options.fields = unknown;
  options.field_count = 1;
  CHECK_FAILS(tiendo_report_export_arrow(context, report, &options, &stream), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_export_arrow(context, NULL, &options, &stream), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_export_arrow(context, report, NULL, &stream), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_report_export_arrow(context, report, &options, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_report_export_arrow(NULL, report, &options, &stream) == TIENDO_E_INVALID_ARG);
  CHECK(memcmp(&stream, &before, sizeof stream) == 0);
  tiendo_report_destroy(report);
}

int main(void) {
  use_all();
  use_all_of_taken();
  begin();
  the_columns_say_what_the_rows_say();
  all_figures_come_where_none_are_named();
  what_was_handed_out_lives_for_itself();
  a_stream_may_be_left_unread();
  what_cannot_be_leaves_the_stream_alone();
  return failures();
}
