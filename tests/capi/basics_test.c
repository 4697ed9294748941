/* Versions, features and the names of numbers: what a program asks before it does anything. */

#include "check.h"

static void the_library_is_that_of_the_header(void) {
  char text[40];
  sprintf(text, "%d.%d.%d", TIENDO_VERSION_MAJOR, TIENDO_VERSION_MINOR, TIENDO_VERSION_PATCH);
  CHECK_TEXT(tiendo_version_string(), text);
  CHECK(tiendo_version_number() ==
        TIENDO_VERSION_MAJOR * 1000000 + TIENDO_VERSION_MINOR * 1000 + TIENDO_VERSION_PATCH);
  CHECK(tiendo_abi_version() == TIENDO_ABI_VERSION);
}

static void features_are_asked_for_by_name(void) {
  static const char* const features[] = {"arrow-c-data",
                                         "arrow-c-stream",
                                         "decimal128-arithmetic",
                                         "decimal128-column",
                                         "log",
                                         "partial",
                                         "reopen",
                                         "threads",
                                         "watcher"};
  size_t i;
  for (i = 0; i < sizeof features / sizeof *features; ++i) {
    CHECK(tiendo_has_feature(features[i]) == 1);
  }
  CHECK(tiendo_has_feature("Log") == 0);
  CHECK(tiendo_has_feature("decimal128") == 0);
  CHECK(tiendo_has_feature("") == 0);
  CHECK(tiendo_has_feature(NULL) == 0);
}

static void every_status_has_its_name(void) {
  static const struct {
    tiendo_status status;
    const char* name;
  } cases[] = {
      {TIENDO_OK, "TIENDO_OK"},
      {TIENDO_E_INVALID_ARG, "TIENDO_E_INVALID_ARG"},
      {TIENDO_E_NO_MEMORY, "TIENDO_E_NO_MEMORY"},
      {TIENDO_E_SMALL_BUFFER, "TIENDO_E_SMALL_BUFFER"},
      {TIENDO_E_PARSE, "TIENDO_E_PARSE"},
      {TIENDO_E_RANGE, "TIENDO_E_RANGE"},
      {TIENDO_E_ENCODING, "TIENDO_E_ENCODING"},
      {TIENDO_E_BUSY, "TIENDO_E_BUSY"},
      {TIENDO_E_CANCELLED, "TIENDO_E_CANCELLED"},
      {TIENDO_E_UNSUPPORTED, "TIENDO_E_UNSUPPORTED"},
      {TIENDO_E_ROWS, "TIENDO_E_ROWS"},
      {TIENDO_E_FILE, "TIENDO_E_FILE"},
      {TIENDO_E_NO_VALUE, "TIENDO_E_NO_VALUE"},
      {TIENDO_E_FROZEN, "TIENDO_E_FROZEN"},
      {TIENDO_E_INTERNAL, "TIENDO_E_INTERNAL"},
      {14, "unknown"},
      {-1, "unknown"},
      {INT32_MAX, "unknown"},
  };
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    CHECK_TEXT(tiendo_status_name(cases[i].status), cases[i].name);
  }
}

static void codes_have_names_and_sentences(void) {
  CHECK_TEXT(tiendo_code_name(0), "none");
  CHECK_TEXT(tiendo_code_name(201), "date_not_real");
  CHECK_TEXT(tiendo_code_text(201), "a date that does not exist");
  CHECK_TEXT(tiendo_code_name(99), "unknown");
  CHECK_TEXT(tiendo_code_text(99), "");
  CHECK_TEXT(tiendo_code_name(INT32_MIN), "unknown");
}

int main(void) {
  use_all();
  begin();
  the_library_is_that_of_the_header();
  features_are_asked_for_by_name();
  every_status_has_its_name();
  codes_have_names_and_sentences();
  return failures();
}
