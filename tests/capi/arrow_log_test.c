/* Observations and findings as streams of Arrow: what the columns say, that another log takes them
   as they are, and that they live for themselves. */

#include "check.h"
#include "taken.h"

static const char* const table =
    "indicator,period,value,form,status,qualifier,recorded_on,revision,source,note\n"
    "poor,2024-H1,12.40,,,,,,,\n"
    "poor,2024-Q3,8.1,level,preliminary,about,2024-10-03,2,\"S, 1\",N\n"
    "water,2024-H1,n/a,,,,,,,\n";

static tiendo_observations* log_with(const char* text) {
  tiendo_observations* log = new_log();
  CHECK_OK(tiendo_observations_read(context, log, text, TIENDO_NTS, "t.csv", 0));
  return log;
}

static const char* written(const tiendo_observations* log) {
  static char text[2][2000];
  static int which;
  int64_t length;
  which = !which;
  CHECK_OK(tiendo_observations_write(context, log, 0, text[which], sizeof text[which], &length));
  return text[which];
}

static void the_columns_say_what_the_log_says(void) {
  static const char* const names[] = {
      "indicator", "unit",        "project",  "work_stage", "period_start", "period_end",
      "form",      "standing",    "value",    "numerator",  "denominator",  "status",
      "qualifier", "recorded_on", "revision", "source",     "note",         "value_to",
      "words",     "verdict",     "judge"};
  tiendo_observations* log = log_with(table);
  struct ArrowArrayStream stream;
  struct taken taken;
  const struct ArrowArray* value;
  uint64_t number;
  int64_t i;
  CHECK_OK(tiendo_observations_export_arrow(context, log, &stream));
  tiendo_observations_destroy(log);
  taken = take(&stream);
  CHECK(taken.array.length == 3 && taken.array.n_children == 21);
  for (i = 0; i < 21; ++i) CHECK_TEXT(taken.schema.children[i]->name, names[i]);
  CHECK_TEXT(text_in(&taken, "indicator", 1), "poor");
  CHECK_TEXT(text_in(&taken, "unit", 0), text_in(&taken, "unit", 2));
  CHECK_TEXT(text_in(&taken, "project", 1), "");
  CHECK_TEXT(text_in(&taken, "form", 1), "level");
  CHECK_TEXT(text_in(&taken, "standing", 0), "");
  CHECK_TEXT(text_in(&taken, "standing", 2), "n/a");
  CHECK_TEXT(text_in(&taken, "status", 1), "preliminary");
  CHECK_TEXT(text_in(&taken, "qualifier", 1), "about");
  CHECK_TEXT(text_in(&taken, "qualifier", 0), "");
  CHECK_TEXT(text_in(&taken, "source", 1), "S, 1");
  CHECK_TEXT(text_in(&taken, "note", 1), "N");
  CHECK(number_in(&taken, "period_end", 0) == day_of("2024-07-01"));
  CHECK(number_in(&taken, "recorded_on", 1) == day_of("2024-10-03"));
  CHECK(number_in(&taken, "revision", 1) == 2 && number_in(&taken, "revision", 0) == 0);
  CHECK_TEXT(taken.schema.children[find(&taken, "value")]->format, "d:38,2");
  value = taken.array.children[find(&taken, "value")];
  CHECK(value->null_count == 1 && is_there(value, 0) && !is_there(value, 2));
  memcpy(&number, value->buffers[1], sizeof number);
  CHECK(number == 1240);
  CHECK(taken.array.children[find(&taken, "numerator")]->null_count == 3);
  let_go(&taken);
}

static void another_log_takes_them(void) {
  static const char* const more =
      "indicator,period,value,value_to,words,verdict,judge\n"
      "cement,2024-Q1,12,15,,,\ncement,2024-Q2,,,khá,met,Nhà nước\n";
  static const char* const tables[] = {
      "indicator,period,value\n",
      "indicator,period,value\ncement,2024-01,1.5\nwater,2024-H1,withheld\ncement,2024-02,25.5\n",
      "indicator,period,numerator,denominator\nwater,2024-H1,12,40\n"};
  size_t i;
  for (i = 0; i <= sizeof tables / sizeof *tables; ++i) {
    tiendo_observations* log = log_with(i == 3 ? more : tables[i]);
    tiendo_observations* other = new_log();
    struct ArrowArrayStream stream;
    CHECK_OK(tiendo_observations_export_arrow(context, log, &stream));
    CHECK_OK(tiendo_observations_append_arrow_stream(context, other, &stream));
    stream.release(&stream);
    CHECK_TEXT(written(other), written(log));
    tiendo_observations_destroy(log);
    tiendo_observations_destroy(other);
  }
}

static void a_frozen_log_is_handed_over_too(void) {
  const tiendo_request request = request_of("2024-12-31");
  tiendo_observations* log = log_with(table);
  tiendo_report* report = NULL;
  struct ArrowArrayStream stream;
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_OK(tiendo_observations_export_arrow(context, log, &stream));
  stream.release(&stream);
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
}

static void a_number_that_is_too_long_has_its_place(void) {
  tiendo_observations* log = log_with(
      "indicator,period,numerator,denominator\n"
      "water,2024-H1,1,0.00001\nwater,2024-H2,1,99999999999999999999999999999999999999\n");
  struct ArrowArrayStream stream, before;
  memset(&stream, 0xAA, sizeof stream);
  before = stream;
  CHECK_FAILS(tiendo_observations_export_arrow(context, log, &stream), TIENDO_E_RANGE);
  CHECK(last_error().row == 1);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "/denominator");
  CHECK_FAILS(tiendo_observations_export_arrow(context, NULL, &stream), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_export_arrow(context, log, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_export_arrow(NULL, log, &stream) == TIENDO_E_INVALID_ARG);
  CHECK(memcmp(&stream, &before, sizeof stream) == 0);
  tiendo_observations_destroy(log);
}

static void findings_are_rows(void) {
  static const char* const wrong = "indicator,period,value\ncement,2024-13,1\nnowhere,2024-01,1\n";
  tiendo_context* const kept = context;
  tiendo_observations* log = new_log();
  struct ArrowArrayStream stream;
  struct taken taken;
  const struct ArrowArray* line;
  int64_t first;
  CHECK(tiendo_context_create(NULL, &context) == TIENDO_OK);
  CHECK_FAILS(tiendo_observations_read(context, log, wrong, TIENDO_NTS, "t.csv", 0),
              TIENDO_E_PARSE);
  CHECK(tiendo_context_export_findings(context, NULL) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_context_export_findings(context, &stream) == TIENDO_OK);
  CHECK(last_error().status == TIENDO_E_PARSE);
  tiendo_context_destroy(context);
  context = kept;
  tiendo_observations_destroy(log);
  taken = take(&stream);
  CHECK(taken.array.length == 2 && taken.array.n_children == 8);
  CHECK_TEXT(text_in(&taken, "severity", 0), "error");
  CHECK_TEXT(plain_text_in(&taken, "code", 1), "unknown_indicator");
  CHECK_TEXT(plain_text_in(&taken, "file", 1), "t.csv");
  CHECK_TEXT(plain_text_in(&taken, "path", 1), "");
  CHECK(plain_text_in(&taken, "sentence", 0)[0] != 0);
  line = taken.array.children[find(&taken, "line")];
  CHECK_TEXT(taken.schema.children[find(&taken, "line")]->format, "l");
  memcpy(&first, line->buffers[1], sizeof first);
  CHECK(first == 2 && line->null_count == 0);
  CHECK(number_in(&taken, "number", 1) > 0);
  let_go(&taken);
}

static void no_findings_are_no_rows(void) {
  tiendo_observations* log = log_with(table);
  struct ArrowArrayStream stream;
  struct taken taken;
  CHECK(tiendo_context_export_findings(context, &stream) == TIENDO_OK);
  CHECK(tiendo_context_export_findings(NULL, &stream) == TIENDO_E_INVALID_ARG);
  taken = take(&stream);
  CHECK(taken.array.length == 0 && taken.array.children[2]->length == 0);
  let_go(&taken);
  tiendo_observations_destroy(log);
}

int main(void) {
  use_all();
  use_all_of_taken();
  begin();
  the_columns_say_what_the_log_says();
  another_log_takes_them();
  a_frozen_log_is_handed_over_too();
  a_number_that_is_too_long_has_its_place();
  findings_are_rows();
  no_findings_are_no_rows();
  return failures();
}
