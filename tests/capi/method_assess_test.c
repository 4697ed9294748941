/* A case in, what its method says out. */

#include "check.h"

#define CASE(method, more) "{\"format\": \"tiendo-case/1\", \"method\": \"" method "\", " more "}"

static char text[20000];
static int64_t length;

static void assess(const char* judged) {
  CHECK_OK(tiendo_method_assess(context, judged, text, sizeof text, &length));
  CHECK(length == (int64_t)strlen(text));
}

static void expect(const char* part) { CHECK(strstr(text, part) != NULL); }

static void a_case_is_judged_by_its_method(void) {
  assess(CASE("ratio_to_target/direct",
              "\"numbers\": {\"v\": \"95\", \"T\": {\"value\": \"100\", \"period\": \"2026\"}}, "
              "\"thresholds\": \"idb_crf@2016-2019\""));
  expect("\"format\": \"tiendo-assessment/1\"");
  expect("\"method\": \"ratio_to_target@1/direct\"");
  expect("\"value\": \"0.95\"");
  expect("\"band\": \"on_track\"");
  expect("\"thresholds\": \"idb_crf@2016-2019\"");
  expect("\"period\": \"2026\"");
  assess(CASE("evm", "\"numbers\": {\"EV\": \"1\", \"AC\": \"3\"}"));
  expect("\"value\": \"1/3\"");
}

static void what_the_method_refuses_is_an_answer(void) {
  assess(CASE("worst", "\"better\": \"near\", \"numbers\": {\"x\": [\"1\"]}"));
  expect("\"state\": \"refused\"");
  expect("\"reason\": \"no_order\"");
  assess(CASE("ratio_to_target/direct", "\"numbers\": {\"v\": null}"));
  expect("\"state\": \"no_data\"");
}

static void a_value_is_looked_up_in_a_table(void) {
  assess(
      CASE("band_table", "\"numbers\": {\"v\": \"0.7\"}, \"thresholds\": \"idb_crf@2016-2019\""));
  expect("\"band\": \"moderate\"");
  assess(CASE("score_table",
              "\"numbers\": {\"v\": \"15\"}, \"scores\": {\"id\": \"own\", \"version\": \"1\", "
              "\"ends\": \"capped\", \"knots\": [{\"value\": \"10\", \"score\": \"5\"}, "
              "{\"value\": \"20\", \"score\": \"10\"}]}"));
  expect("\"value\": \"7.5\"");
}

static void fails(const char* judged, tiendo_status status, int32_t code) {
  CHECK_FAILS(tiendo_method_assess(context, judged, text, sizeof text, &length), status);
  CHECK(last_error().code == code);
}

static void a_faulty_case_is_refused_with_its_code(void) {
  fails("{", TIENDO_E_PARSE, 601);
  fails(CASE("on_track", "\"numbers\": {}"), TIENDO_E_PARSE, 596);
  fails(CASE("evm", "\"numbers\": {\"v\": \"1\"}"), TIENDO_E_PARSE, 602);
  fails(CASE("evm", "\"numbers\": {\"EV\": \"1,5\"}"), TIENDO_E_PARSE, 100);
  fails(CASE("phased_goal/cumulative", "\"numbers\": {\"q\": \"1\"}"), TIENDO_E_PARSE, 596);
  CHECK_FAILS(tiendo_method_assess(context, NULL, text, sizeof text, &length),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_method_assess(context, CASE("evm", "\"numbers\": {}"), text, 3, &length),
              TIENDO_E_SMALL_BUFFER);
}

int main(void) {
  use_all();
  begin();
  a_case_is_judged_by_its_method();
  what_the_method_refuses_is_an_answer();
  a_value_is_looked_up_in_a_table();
  a_faulty_case_is_refused_with_its_code();
  return failures();
}
