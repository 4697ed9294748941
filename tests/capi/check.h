/**
 * @file
 * What the C tests share: CHECK, a context, texts of any length, marks of numbers, and a small
 * plan.
 *
 * A test is a function named after what it shows; main() calls each and returns failures(). After
 * every failed call the record must say so, which CHECK_FAILS looks at.
 */
#ifndef TIENDO_TESTS_CAPI_CHECK_H
#define TIENDO_TESTS_CAPI_CHECK_H

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tiendo.h"

static int check_failures;

#define CHECK(condition)                                     \
  do {                                                       \
    if (!(condition)) {                                      \
      printf("%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      ++check_failures;                                      \
    }                                                        \
  } while (0)

#define CHECK_TEXT(text, wanted) check_text(__FILE__, __LINE__, text, wanted)
#define CHECK_OK(call) check_status(__FILE__, __LINE__, #call, call, TIENDO_OK)
#define CHECK_FAILS(call, wanted) check_status(__FILE__, __LINE__, #call, call, wanted)

/* The context of the test; made by begin(), ended by failures(). */
static tiendo_context* context;

/* In the locale that TIENDO_LOCALE names, if it does: locales_test.py runs the tests in several. */
static void begin(void) {
  const char* const locale = getenv("TIENDO_LOCALE");
  if (locale != NULL && setlocale(LC_ALL, locale) == NULL) {
    printf("there is no locale %s\n", locale);
    ++check_failures;
  }
  if (tiendo_context_create(NULL, &context) != TIENDO_OK) ++check_failures;
}

static int failures(void) {
  tiendo_context_destroy(context);
  return check_failures != 0;
}

static void check_text(const char* file, int line, const char* text, const char* wanted) {
  if (strcmp(text, wanted) == 0) return;
  printf("%s:%d: \"%s\", wanted \"%s\"\n", file, line, text, wanted);
  ++check_failures;
}

static tiendo_error_info last_error(void) {
  tiendo_error_info info;
  memset(&info, 0, sizeof info);
  info.struct_size = sizeof info;
  if (tiendo_context_last_error(context, &info) != TIENDO_OK) ++check_failures;
  return info;
}

static const char* last_text(tiendo_message message) {
  static char text[1000];
  int64_t length;
  if (tiendo_context_last_error_text(context, message, text, sizeof text, &length) != TIENDO_OK) {
    ++check_failures;
  }
  return text;
}

/* The record is never stale: it holds what the call returned. */
static void check_status(const char* file, int line, const char* call, tiendo_status status,
                         tiendo_status wanted) {
  if (status == wanted && last_error().status == status) return;
  printf("%s:%d: %s: %s, wanted %s; the record says %s: %s\n", file, line, call,
         tiendo_status_name(status), tiendo_status_name(wanted),
         tiendo_status_name(last_error().status), last_text(TIENDO_MESSAGE_WHOLE));
  ++check_failures;
}

/* Marks of one's own. */
static tiendo_number_format format_of(uint32_t point, uint32_t group, int32_t near, int32_t far) {
  tiendo_number_format format;
  format.struct_size = sizeof format;
  format.point = point;
  format.group = group;
  format.group_size = near;
  format.further_group_size = far;
  return format;
}

/* A town with five indicators, three of them with targets; see small_table. */
static const char small_plan[] =
    "{\"format\": \"tiendo-plan/1\",\n"
    "\"measures\": [\n"
    "{\"id\": \"ton\", \"kind\": \"mass\", \"name\": {\"vi\": \"t\xE1\xBA\xA5n\", \"en\": "
    "\"ton\"}, "
    "\"factor\": \"1\"},\n"
    "{\"id\": \"percent\", \"kind\": \"share\", \"name\": \"%\", \"factor\": \"0.01\"}],\n"
    "\"units\": [{\"id\": \"town\", \"kind\": \"town\", \"name\": \"Town\"},\n"
    "{\"id\": \"district\", \"kind\": \"district\", \"name\": {\"vi\": \"Huy\xE1\xBB\x87n\", "
    "\"en\": \"District\"}}],\n"
    "\"indicators\": [\n"
    "{\"id\": \"cement\", \"name\": {\"vi\": \"Xi m\xC4\x83ng\", \"en\": \"Cement\"}, "
    "\"field\": \"economy\", \"measure\": \"ton\", \"kind\": \"flow\", \"scale\": 1},\n"
    "{\"id\": \"poor\", \"name\": \"Poor\", \"measure\": \"percent\", \"kind\": \"level\", "
    "\"direction\": \"less\", \"scale\": 2},\n"
    "{\"id\": \"water\", \"name\": \"Water\", \"measure\": \"percent\", \"kind\": \"ratio\", "
    "\"of\": \"level\", \"scale\": 2},\n"
    "{\"id\": \"rice\", \"name\": \"Rice\", \"measure\": \"ton\", \"kind\": \"flow\"},\n"
    "{\"id\": \"trees\", \"name\": \"Trees\", \"measure\": \"percent\", \"kind\": \"level\"}],\n"
    "\"plan\": {\"id\": \"small\", \"unit\": \"town\", \"period\": \"2024\", \"name\": \"Small\",\n"
    "\"targets\": [{\"indicator\": \"cement\", \"at_least\": \"30.0\"},\n"
    "{\"indicator\": \"poor\", \"assigner\": \"district\", \"at_most\": \"0.50\"},\n"
    "{\"indicator\": \"water\", \"between\": [\"80\", \"90\"]},\n"
    "{\"indicator\": \"trees\", \"about\": {\"value\": \"70\", \"tolerance\": \"0.5\"}}],\n"
    "\"projects\": [{\"id\": \"kiln\", \"name\": \"Kiln\"}], \"task_groups\": []}}\n";

/* In the year: 20 of 30 cement, 0.40 % poor, 75 % water, the same as in the year before for cement.
 */
static const char small_table[] =
    "indicator,period,value,numerator,denominator\n"
    "cement,2023,15,,\n"
    "cement,2024-H1,10.0,,\n"
    "cement,2024-Q3,6.0,,\n"
    "cement,2024-Q4,4.0,,\n"
    "poor,2024,0.40,,\n"
    "water,2024,,45,60\n"
    "rice,2024,123456789012345678901234567890123456789,,\n";

static tiendo_plan* new_plan(void) {
  tiendo_plan* plan = NULL;
  CHECK_OK(tiendo_plan_read(context, small_plan, TIENDO_NTS, "small.json", &plan));
  return plan;
}

/* An empty log for the small plan. */
static tiendo_observations* new_log(void) {
  tiendo_observations* log = NULL;
  tiendo_plan* plan = new_plan();
  CHECK_OK(tiendo_observations_create(context, plan, &log));
  tiendo_plan_destroy(plan);
  return log;
}

static int32_t day_of(const char* text) {
  int32_t day = 0;
  CHECK_OK(tiendo_date_parse(context, text, TIENDO_NTS, &day));
  return day;
}

static tiendo_period period_of(const char* text) {
  tiendo_period period = {0, 0};
  CHECK_OK(tiendo_period_parse(context, text, TIENDO_NTS, &period));
  return period;
}

/* The shortest word of a period. */
static const char* word_of(tiendo_period period) {
  static char text[24];
  int64_t length;
  CHECK_OK(tiendo_period_format(context, &period, text, sizeof text, &length));
  return text;
}

static tiendo_request request_of(const char* as_of) {
  tiendo_request request;
  memset(&request, 0, sizeof request);
  request.struct_size = sizeof request;
  request.as_of = day_of(as_of);
  return request;
}

/* The small plan with the small table, at the end of the year. Its log and its plan are gone. */
static tiendo_report* new_report(void) {
  tiendo_report* report = NULL;
  const tiendo_request request = request_of("2024-12-31");
  tiendo_observations* log = new_log();
  CHECK_OK(tiendo_observations_read(context, log, small_table, TIENDO_NTS, "small.csv",
                                    TIENDO_NUMBERS_PLAIN));
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  tiendo_observations_destroy(log);
  return report;
}

/* Positions of the rows of that report. */
enum { row_cement, row_poor, row_water, row_rice, row_trees, rows_of_small };

/* A test does not have to use all of the above. */
static void use_all(void) {
  (void)&use_all;
  (void)&begin;
  (void)&failures;
  (void)&check_text;
  (void)&format_of;
  (void)&new_report;
  (void)&period_of;
  (void)&word_of;
}

#endif
