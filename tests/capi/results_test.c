/* Results that are ranges or words, and verdicts given by hand. */

#include "check.h"

static int64_t count_of(const tiendo_observations* log) {
  int64_t count = -1;
  CHECK_OK(tiendo_observations_count(context, log, &count));
  return count;
}

static tiendo_observation observation_of(const char* indicator, const char* period,
                                         const char* value) {
  tiendo_observation row;
  memset(&row, 0, sizeof row);
  row.struct_size = sizeof row;
  row.indicator = indicator;
  row.period = period;
  row.value = value;
  return row;
}

/* What the report of the log says of the poor; freezes the log. */
static tiendo_row poor_of(tiendo_observations* log, tiendo_text text, const char* wanted) {
  static char found[60];
  const tiendo_request request = request_of("2024-12-31");
  tiendo_report* report = NULL;
  tiendo_row row;
  int64_t length;
  memset(&row, 0, sizeof row);
  row.struct_size = sizeof row;
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_OK(tiendo_report_row(context, report, row_poor, &row));
  CHECK_OK(
      tiendo_report_row_text(context, report, row_poor, text, 0, found, sizeof found, &length));
  CHECK_TEXT(found, wanted);
  tiendo_report_destroy(report);
  return row;
}

static void a_range_or_words_may_be_judged_by_hand(void) {
  static const struct {
    const char *value, *value_to, *words, *text;
    tiendo_text which;
    const char* reason;
  } cases[] = {
      {"0.1", "0.80", NULL, "0.1", TIENDO_TEXT_RANGE_LOWER, "range_result"},
      {"0.1", "0.80", NULL, "0.80", TIENDO_TEXT_RANGE_UPPER, "range_result"},
      {NULL, NULL, "few", "few", TIENDO_TEXT_WORDS, "words_result"},
      {NULL, NULL, "few", "office", TIENDO_TEXT_JUDGE, "words_result"},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    tiendo_observations* log = new_log();
    tiendo_observation row = observation_of("poor", "2024", cases[i].value);
    tiendo_row found;
    row.value_to = cases[i].value_to;
    row.words = cases[i].words;
    row.verdict = TIENDO_VERDICT_NEAR;
    row.judge = "office";
    CHECK_OK(tiendo_observations_append(context, log, &row));
    found = poor_of(log, cases[i].which, cases[i].text);
    CHECK(found.state == TIENDO_STATE_UNDEFINED);
    CHECK(found.verdict == TIENDO_VERDICT_NEAR && found.by_hand == 1);
    CHECK(found.hand_verdict == TIENDO_VERDICT_NEAR && found.verdict_reason == 0);
    CHECK_TEXT(tiendo_code_name(found.reason), cases[i].reason);
    tiendo_observations_destroy(log);
  }
}

static void the_rule_goes_before_the_judge(void) {
  tiendo_observations* log = new_log();
  tiendo_observation row = observation_of("poor", "2024", "0.9");
  tiendo_row found;
  row.verdict = TIENDO_VERDICT_NEAR;
  row.judge = "office";
  CHECK_OK(tiendo_observations_append(context, log, &row));
  found = poor_of(log, TIENDO_TEXT_WORDS, "");
  CHECK(found.verdict == TIENDO_VERDICT_MISSED && found.by_hand == 0);
  CHECK(found.hand_verdict == TIENDO_VERDICT_NEAR);
  tiendo_observations_destroy(log);
}

static void a_verdict_has_a_judge_and_a_range_two_ends(void) {
  tiendo_observations* log = new_log();
  tiendo_observation row = observation_of("poor", "2024", "0.9");
  row.verdict = TIENDO_VERDICT_MET;
  CHECK_FAILS(tiendo_observations_append(context, log, &row), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "verdict_and_judge");
  row.verdict = TIENDO_VERDICT_NONE;
  row.judge = "office";
  CHECK_FAILS(tiendo_observations_append(context, log, &row), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "verdict_and_judge");
  row.judge = NULL;
  row.value_to = "0.8";
  CHECK_FAILS(tiendo_observations_append(context, log, &row), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "range_reversed");
  row.value_to = "0,8";
  CHECK_FAILS(tiendo_observations_append(context, log, &row), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "number_syntax");
  row.value_to = NULL;
  row.words = "few";
  CHECK_FAILS(tiendo_observations_append(context, log, &row), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "result_conflict");
  CHECK(count_of(log) == 0);
  tiendo_observations_destroy(log);
}

int main(void) {
  use_all();
  begin();
  a_range_or_words_may_be_judged_by_hand();
  the_rule_goes_before_the_judge();
  a_verdict_has_a_judge_and_a_range_two_ends();
  return failures();
}
