/**
 * @file
 * Decimals written as texts in the C tests.
 */
#ifndef TIENDO_TESTS_CAPI_DECIMAL_H
#define TIENDO_TESTS_CAPI_DECIMAL_H

#include "check.h"

#define DIGITS_38 "99999999999999999999999999999999999999"

static tiendo_decimal decimal(const char* text) {
  tiendo_decimal value = {0, 0, 0, 0};
  CHECK_OK(tiendo_decimal_parse(context, text, TIENDO_NTS, TIENDO_NUMBERS_PLAIN, &value));
  return value;
}

static const char* text_of(tiendo_decimal value, tiendo_numbers numbers) {
  static char text[60];
  int64_t length;
  CHECK_OK(tiendo_decimal_format(context, &value, numbers, text, sizeof text, &length));
  CHECK(length == (int64_t)strlen(text));
  return text;
}

/* A test does not have to use all of the above. */
static void use_all_of_decimals(void) {
  (void)&decimal;
  (void)&text_of;
  (void)&use_all;
}

#endif
