/*
 * A program as it was written for the header beside it, which is frozen: it reads a plan and its
 * observations through the structures of every kind, and prints how far one indicator is by
 * 30 June 2024. It is compiled with tiendo-0.h and run with the library of today.
 */
#include <stdio.h>
#include <string.h>

#include "tiendo.h"

static tiendo_context* context;

/* 1, after saying which call went wrong and how. */
static int failed(const char* call) {
  tiendo_error_info info;
  char text[500];
  int64_t length = 0;
  memset(&info, 0, sizeof info);
  info.struct_size = sizeof info;
  tiendo_context_last_error(context, &info);
  tiendo_context_last_error_text(context, TIENDO_MESSAGE_WHOLE, text, sizeof text, &length);
  fprintf(stderr, "%s: %s: %s\n", call, tiendo_status_name(info.status), text);
  return 1;
}

#define TRY(call) \
  if ((call) != TIENDO_OK) return failed(#call)
#define ASK(condition) \
  if (!(condition)) return failed(#condition)

/* The structure without a size: exact arithmetic, there and back. */
static int numbers(void) {
  tiendo_decimal one, other, sum;
  char text[50];
  int64_t length = 0;
  memset(&one, 0, sizeof one);
  memset(&other, 0, sizeof other);
  TRY(tiendo_decimal_parse(context, "-12.50", TIENDO_NTS, TIENDO_NUMBERS_PLAIN, &one));
  TRY(tiendo_decimal_parse(context, "0.051", TIENDO_NTS, TIENDO_NUMBERS_PLAIN, &other));
  TRY(tiendo_decimal_add(context, &one, &other, &sum));
  TRY(tiendo_decimal_format(context, &sum, TIENDO_NUMBERS_PLAIN, text, sizeof text, &length));
  ASK(strcmp(text, "-12.449") == 0);
  return 0;
}

/* A fault keeps its number, its code and its place. */
static int faults(void) {
  tiendo_error_info info;
  int32_t day = 7;
  memset(&info, 0, sizeof info);
  info.struct_size = sizeof info;
  ASK(tiendo_date_parse(context, "2024-02-30", TIENDO_NTS, &day) == TIENDO_E_PARSE);
  TRY(tiendo_context_last_error(context, &info));
  ASK(info.status == TIENDO_E_PARSE && info.byte_offset == 8 && day == 7);
  ASK(strcmp(tiendo_code_name(info.code), "date_not_real") == 0);
  return 0;
}

/* Structures that are filled in: a row and the counts of all. */
static int rows(const tiendo_report* report) {
  tiendo_summary summary;
  tiendo_row row;
  char id[100], percent[50];
  int64_t count = 0, length = 0;
  memset(&row, 0, sizeof row);
  memset(&summary, 0, sizeof summary);
  row.struct_size = sizeof row;
  summary.struct_size = sizeof summary;
  TRY(tiendo_report_row_count(context, report, &count));
  TRY(tiendo_report_summary(context, report, 0, &summary));
  ASK(count > 7 && summary.rows > 0);
  TRY(tiendo_report_row(context, report, 1, &row));
  ASK(row.struct_size == sizeof row && row.kind == TIENDO_ROW_TARGET);
  ASK(row.coverage_reported == 6 && row.coverage_expected == 6);
  TRY(tiendo_report_row_text(context, report, 1, TIENDO_TEXT_INDICATOR, TIENDO_LANGUAGE_VI, id,
                             sizeof id, &length));
  TRY(tiendo_report_figure_text(context, report, 1, TIENDO_FIELD_COMPLETION, TIENDO_DIGITS_OWN,
                                TIENDO_ROUND_OWN, TIENDO_NUMBERS_PLAIN, percent, sizeof percent,
                                &length));
  printf("%s %s\n", id, percent);
  return 0;
}

/* A request as this program knows it; the log is added to, one observation at a time. */
static int book(const char* plan_file, const char* observations_file) {
  tiendo_plan* plan = NULL;
  tiendo_observations* log = NULL;
  tiendo_report* report = NULL;
  tiendo_request request;
  int status;
  memset(&request, 0, sizeof request);
  request.struct_size = sizeof request;
  TRY(tiendo_date_parse(context, "2024-06-30", TIENDO_NTS, &request.as_of));
  TRY(tiendo_plan_read_file(context, plan_file, &plan));
  TRY(tiendo_observations_create(context, plan, &log));
  TRY(tiendo_observations_read_file(context, log, observations_file, TIENDO_NUMBERS_PLAIN));
  TRY(tiendo_report_create(context, log, &request, &report));
  tiendo_plan_destroy(plan);
  tiendo_observations_destroy(log);
  status = rows(report);
  tiendo_report_destroy(report);
  return status;
}

int main(int argc, char** argv) {
  tiendo_context_options options;
  int status;
  memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  if (argc != 3 || tiendo_abi_version() != TIENDO_ABI_VERSION) return 2;
  if (tiendo_context_create(&options, &context) != TIENDO_OK) return 2;
  status = numbers() || faults() || book(argv[1], argv[2]);
  tiendo_context_destroy(context);
  return status;
}
