/* Contexts: how they are made, the record of the last call, the findings of the last reading. */

#include "check.h"

static void a_context_is_made_with_options_or_without(void) {
  tiendo_context_options options = {sizeof options, 0};
  tiendo_context* made = NULL;
  CHECK(tiendo_context_create(&options, &made) == TIENDO_OK && made != NULL);
  tiendo_context_destroy(made);
  tiendo_context_destroy(NULL);

  CHECK(tiendo_context_create(NULL, NULL) == TIENDO_E_INVALID_ARG);
  options.flags = 1;
  CHECK(tiendo_context_create(&options, &made) == TIENDO_E_UNSUPPORTED && made == NULL);
}

/* What a later version of the header might have. */
struct longer_options {
  tiendo_context_options known;
  uint32_t more;
  uint32_t and_more;
};

static void options_of_any_version_are_read_or_refused(void) {
  struct longer_options options = {{sizeof options, 0}, 0, 0};
  tiendo_context* made = NULL;
  CHECK(tiendo_context_create(&options.known, &made) == TIENDO_OK);
  tiendo_context_destroy(made);

  options.and_more = 1;
  CHECK(tiendo_context_create(&options.known, &made) == TIENDO_E_UNSUPPORTED && made == NULL);

  options.known.struct_size = sizeof options.known - 1;
  CHECK(tiendo_context_create(&options.known, &made) == TIENDO_E_INVALID_ARG && made == NULL);
  options.known.struct_size = 0;
  CHECK(tiendo_context_create(&options.known, &made) == TIENDO_E_INVALID_ARG);
  options.known.struct_size = 0xCDCDCDCDu; /* never filled in */
  CHECK(tiendo_context_create(&options.known, &made) == TIENDO_E_INVALID_ARG);
}

struct longer_info {
  tiendo_error_info known;
  uint64_t more;
};

static void an_info_of_any_version_is_filled_or_refused(void) {
  struct longer_info info;
  memset(&info, 0xAA, sizeof info);
  info.known.struct_size = sizeof info;
  CHECK(tiendo_context_last_error(context, &info.known) == TIENDO_OK);
  CHECK(info.known.struct_size == sizeof info && info.known.row == -1 && info.more == 0);

  memset(&info, 0xAA, sizeof info);
  info.known.struct_size = sizeof info.known;
  CHECK(tiendo_context_last_error(context, &info.known) == TIENDO_OK);
  CHECK(info.more == 0xAAAAAAAAAAAAAAAAu);

  info.known.struct_size = sizeof info.known - 8;
  info.known.row = 7;
  CHECK(tiendo_context_last_error(context, &info.known) == TIENDO_E_INVALID_ARG);
  CHECK(info.known.row == 7);
  CHECK(tiendo_context_last_error(context, NULL) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_context_last_error(NULL, &info.known) == TIENDO_E_INVALID_ARG);
}

static void the_record_says_what_went_wrong(void) {
  int32_t day = 7;
  CHECK_FAILS(tiendo_date_parse(context, "2024-02-30", TIENDO_NTS, &day), TIENDO_E_PARSE);
  CHECK(last_error().code == 201);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "date_not_real");
  CHECK(strlen(last_text(TIENDO_MESSAGE_SENTENCE)) > 0);
  CHECK(strstr(last_text(TIENDO_MESSAGE_WHOLE), "error 201 date_not_real: ") != NULL);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_FILE), "");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "");
  CHECK(last_error().row == -1 && last_error().line == 0 && last_error().column == 0);
}

static void a_fault_of_the_call_has_a_sentence_and_no_code(void) {
  CHECK_FAILS(tiendo_date_parse(context, NULL, 0, NULL), TIENDO_E_INVALID_ARG);
  CHECK(last_error().code == 0);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_SENTENCE), "text is NULL");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_WHOLE), "text is NULL");
}

static void the_next_call_clears_the_record_and_reading_it_does_not(void) {
  int32_t day;
  char small[2];
  int64_t length;
  CHECK_FAILS(tiendo_date_parse(context, "x", TIENDO_NTS, &day), TIENDO_E_PARSE);
  CHECK(tiendo_context_last_error_text(context, 99, small, 2, &length) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_context_last_error_text(context, TIENDO_MESSAGE_SENTENCE, small, 2, &length) ==
        TIENDO_E_SMALL_BUFFER);
  CHECK(last_error().code == 200);
  CHECK_OK(tiendo_date_parse(context, "2024-06-30", TIENDO_NTS, &day));
  CHECK(last_error().code == 0);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_WHOLE), "");
}

static void a_text_is_asked_for_by_its_length_first(void) {
  char text[16];
  int64_t length = 0;
  int32_t day;
  CHECK_FAILS(tiendo_date_parse(context, NULL, 0, &day), TIENDO_E_INVALID_ARG);
#define ASK(buffer, capacity, length) \
  tiendo_context_last_error_text(context, TIENDO_MESSAGE_SENTENCE, buffer, capacity, length)
  CHECK(ASK(NULL, 0, &length) == TIENDO_E_SMALL_BUFFER && length == 12);
  memset(text, 'x', sizeof text);
  CHECK(ASK(text, 12, &length) == TIENDO_E_SMALL_BUFFER && length == 12 && text[0] == '\0');
  CHECK(ASK(text, 13, &length) == TIENDO_OK && length == 12);
  CHECK_TEXT(text, "text is NULL");
  CHECK(text[13] == 'x');
  CHECK(ASK(text, 13, NULL) == TIENDO_E_INVALID_ARG);
  CHECK(ASK(text, -1, &length) == TIENDO_E_INVALID_ARG);
  CHECK(ASK(NULL, 13, &length) == TIENDO_E_INVALID_ARG);
#undef ASK
}

static void findings_stay_until_the_next_reading(void) {
  tiendo_plan* plan = NULL;
  tiendo_finding finding;
  char text[400];
  int64_t count = -1;
  int64_t length;
  int32_t day;
  memset(&finding, 0, sizeof finding);
  finding.struct_size = sizeof finding;
  CHECK_FAILS(tiendo_plan_read(context, "{}", 2, "empty.json", &plan), TIENDO_E_PARSE);
  CHECK_OK(tiendo_date_parse(context, "2024-06-30", TIENDO_NTS, &day));

  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK && count >= 1);
  CHECK(tiendo_context_finding(context, 0, &finding) == TIENDO_OK);
  CHECK(finding.severity == TIENDO_SEVERITY_ERROR && finding.code == 603);
  CHECK(finding.line == 1 && finding.column == 1);
  CHECK(tiendo_context_finding_text(context, 0, TIENDO_MESSAGE_FILE, text, sizeof text, &length) ==
        TIENDO_OK);
  CHECK_TEXT(text, "empty.json");
  CHECK(tiendo_context_finding_text(context, 0, TIENDO_MESSAGE_WHOLE, text, sizeof text, &length) ==
        TIENDO_OK);
  CHECK(strncmp(text, "empty.json:1:1: error 603 missing_key: ", 38) == 0);

  CHECK(tiendo_context_finding(context, count, &finding) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_context_finding(context, -1, &finding) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_context_finding(context, 0, NULL) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_context_finding_text(context, count, 1, text, 9, &length) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_context_finding_text(context, 0, 0, text, 9, &length) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_context_finding_text(context, 0, 1, text, 9, &length) == TIENDO_E_SMALL_BUFFER);
  CHECK(tiendo_context_finding_count(context, NULL) == TIENDO_E_INVALID_ARG);
  CHECK(tiendo_context_finding_count(NULL, &count) == TIENDO_E_INVALID_ARG);

  CHECK_FAILS(tiendo_plan_read(context, NULL, 0, NULL, &plan), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK && count == 0);
}

static void findings_that_are_no_errors_have_their_severity(void) {
  static const char declared[] = "\"declared\": {\"indicators\": 24},\n\"targets\"";
  char text[sizeof small_plan + sizeof declared];
  const char* targets = strstr(small_plan, "\"targets\"");
  const size_t before = (size_t)(targets - small_plan);
  tiendo_plan* plan = NULL;
  tiendo_finding finding;
  int64_t count;
  memcpy(text, small_plan, before);
  strcpy(text + before, declared);
  strcat(text, targets + strlen("\"targets\""));
  memset(&finding, 0, sizeof finding);
  finding.struct_size = sizeof finding;
  CHECK_OK(tiendo_plan_read(context, text, TIENDO_NTS, NULL, &plan));
  CHECK(tiendo_context_finding_count(context, &count) == TIENDO_OK && count == 1);
  CHECK(tiendo_context_finding(context, 0, &finding) == TIENDO_OK);
  CHECK(finding.severity == TIENDO_SEVERITY_WARNING && finding.code == 318 && finding.line > 1);
  tiendo_plan_destroy(plan);
}

int main(void) {
  use_all();
  begin();
  a_context_is_made_with_options_or_without();
  options_of_any_version_are_read_or_refused();
  an_info_of_any_version_is_filled_or_refused();
  the_record_says_what_went_wrong();
  a_fault_of_the_call_has_a_sentence_and_no_code();
  the_next_call_clears_the_record_and_reading_it_does_not();
  a_text_is_asked_for_by_its_length_first();
  findings_stay_until_the_next_reading();
  findings_that_are_no_errors_have_their_severity();
  return failures();
}
