/*
 * The layout of every structure, as programs that are already compiled know it (LP64). Long because
 * it is the one list of all members.
 *
 * Lines are added when a structure gets a member at its end, never changed: not before the ABI gets
 * a new version. The numbers of the constants stand in capi/api.txt.
 */

#include <stddef.h>

#include "check.h"

#define LIES_AT(type, member, offset, size)  \
  CHECK(offsetof(type, member) == (offset)); \
  CHECK(sizeof(((type*)0)->member) == (size))

static void the_members_of_tiendo_context_options(void) {
  LIES_AT(tiendo_context_options, struct_size, 0, 4);
  LIES_AT(tiendo_context_options, flags, 4, 4);
}

static void the_members_of_tiendo_error_info(void) {
  LIES_AT(tiendo_error_info, struct_size, 0, 4);
  LIES_AT(tiendo_error_info, status, 4, 4);
  LIES_AT(tiendo_error_info, code, 8, 4);
  LIES_AT(tiendo_error_info, reserved, 12, 4);
  LIES_AT(tiendo_error_info, row, 16, 8);
  LIES_AT(tiendo_error_info, byte_offset, 24, 8);
  LIES_AT(tiendo_error_info, line, 32, 8);
  LIES_AT(tiendo_error_info, column, 40, 8);
}

static void the_members_of_tiendo_finding(void) {
  LIES_AT(tiendo_finding, struct_size, 0, 4);
  LIES_AT(tiendo_finding, severity, 4, 4);
  LIES_AT(tiendo_finding, code, 8, 4);
  LIES_AT(tiendo_finding, reserved, 12, 4);
  LIES_AT(tiendo_finding, line, 16, 8);
  LIES_AT(tiendo_finding, column, 24, 8);
}

static void the_members_of_tiendo_progress(void) {
  LIES_AT(tiendo_progress, struct_size, 0, 4);
  LIES_AT(tiendo_progress, phase, 4, 4);
  LIES_AT(tiendo_progress, done, 8, 8);
  LIES_AT(tiendo_progress, total, 16, 8);
}

static void the_members_of_tiendo_decimal(void) {
  LIES_AT(tiendo_decimal, lo, 0, 8);
  LIES_AT(tiendo_decimal, hi, 8, 8);
  LIES_AT(tiendo_decimal, scale, 16, 4);
  LIES_AT(tiendo_decimal, reserved, 20, 4);
}

static void the_members_of_tiendo_period(void) {
  LIES_AT(tiendo_period, start, 0, 4);
  LIES_AT(tiendo_period, end, 4, 4);
}

static void the_members_of_tiendo_reporting_rule(void) {
  LIES_AT(tiendo_reporting_rule, struct_size, 0, 4);
  LIES_AT(tiendo_reporting_rule, in_force_from, 4, 4);
  LIES_AT(tiendo_reporting_rule, first_day, 8, 4);
  LIES_AT(tiendo_reporting_rule, month_before, 12, 4);
  LIES_AT(tiendo_reporting_rule, year_extra_months, 16, 4);
}

static void the_members_of_tiendo_calendar(void) {
  LIES_AT(tiendo_calendar, struct_size, 0, 4);
  LIES_AT(tiendo_calendar, kind, 4, 4);
  LIES_AT(tiendo_calendar, rules, 8, 8);
  LIES_AT(tiendo_calendar, rule_count, 16, 8);
}

static void the_members_of_tiendo_working_days(void) {
  LIES_AT(tiendo_working_days, struct_size, 0, 4);
  LIES_AT(tiendo_working_days, has_weekdays_off, 4, 4);
  LIES_AT(tiendo_working_days, weekdays_off, 8, 4);
  LIES_AT(tiendo_working_days, reserved, 12, 4);
  LIES_AT(tiendo_working_days, holidays, 16, 8);
  LIES_AT(tiendo_working_days, holiday_count, 24, 8);
  LIES_AT(tiendo_working_days, make_up_days, 32, 8);
  LIES_AT(tiendo_working_days, make_up_day_count, 40, 8);
}

static void the_members_of_tiendo_due_rule(void) {
  LIES_AT(tiendo_due_rule, struct_size, 0, 4);
  LIES_AT(tiendo_due_rule, in_force_from, 4, 4);
  LIES_AT(tiendo_due_rule, months_after, 8, 4);
  LIES_AT(tiendo_due_rule, day, 12, 4);
}

static void the_members_of_tiendo_due_dates(void) {
  LIES_AT(tiendo_due_dates, struct_size, 0, 4);
  LIES_AT(tiendo_due_dates, kind, 4, 4);
  LIES_AT(tiendo_due_dates, rules, 8, 8);
  LIES_AT(tiendo_due_dates, rule_count, 16, 8);
}

static void the_members_of_tiendo_number_format(void) {
  LIES_AT(tiendo_number_format, struct_size, 0, 4);
  LIES_AT(tiendo_number_format, point, 4, 4);
  LIES_AT(tiendo_number_format, group, 8, 4);
  LIES_AT(tiendo_number_format, group_size, 12, 4);
  LIES_AT(tiendo_number_format, further_group_size, 16, 4);
}

static void the_members_of_tiendo_decimal_column(void) {
  LIES_AT(tiendo_decimal_column, struct_size, 0, 4);
  LIES_AT(tiendo_decimal_column, scale, 4, 4);
  LIES_AT(tiendo_decimal_column, count, 8, 8);
  LIES_AT(tiendo_decimal_column, values16, 16, 8);
  LIES_AT(tiendo_decimal_column, validity, 24, 8);
}

static void the_members_of_tiendo_text_column(void) {
  LIES_AT(tiendo_text_column, struct_size, 0, 4);
  LIES_AT(tiendo_text_column, offset_size, 4, 4);
  LIES_AT(tiendo_text_column, count, 8, 8);
  LIES_AT(tiendo_text_column, bytes, 16, 8);
  LIES_AT(tiendo_text_column, byte_count, 24, 8);
  LIES_AT(tiendo_text_column, offsets, 32, 8);
  LIES_AT(tiendo_text_column, validity, 40, 8);
}

static void the_members_of_tiendo_growth(void) {
  LIES_AT(tiendo_growth, struct_size, 0, 4);
  LIES_AT(tiendo_growth, periods, 4, 4);
  LIES_AT(tiendo_growth, rate_periods, 8, 4);
  LIES_AT(tiendo_growth, reserved, 12, 4);
  LIES_AT(tiendo_growth, first, 16, 8);
  LIES_AT(tiendo_growth, last, 24, 8);
}

static void the_members_of_tiendo_observation(void) {
  LIES_AT(tiendo_observation, struct_size, 0, 4);
  LIES_AT(tiendo_observation, form, 4, 4);
  LIES_AT(tiendo_observation, standing, 8, 4);
  LIES_AT(tiendo_observation, finality, 12, 4);
  LIES_AT(tiendo_observation, qualifier, 16, 4);
  LIES_AT(tiendo_observation, numbers, 20, 4);
  LIES_AT(tiendo_observation, has_recorded_on, 24, 4);
  LIES_AT(tiendo_observation, recorded_on, 28, 4);
  LIES_AT(tiendo_observation, revision, 32, 4);
  LIES_AT(tiendo_observation, reserved, 36, 4);
  LIES_AT(tiendo_observation, indicator, 40, 8);
  LIES_AT(tiendo_observation, unit, 48, 8);
  LIES_AT(tiendo_observation, project, 56, 8);
  LIES_AT(tiendo_observation, work_stage, 64, 8);
  LIES_AT(tiendo_observation, period, 72, 8);
  LIES_AT(tiendo_observation, value, 80, 8);
  LIES_AT(tiendo_observation, numerator, 88, 8);
  LIES_AT(tiendo_observation, denominator, 96, 8);
  LIES_AT(tiendo_observation, source, 104, 8);
  LIES_AT(tiendo_observation, note, 112, 8);
  LIES_AT(tiendo_observation, value_to, 120, 8);
  LIES_AT(tiendo_observation, words, 128, 8);
  LIES_AT(tiendo_observation, judge, 136, 8);
  LIES_AT(tiendo_observation, verdict, 144, 4);
  LIES_AT(tiendo_observation, reserved2, 148, 4);
}

static void the_members_of_tiendo_word_column(void) {
  LIES_AT(tiendo_word_column, struct_size, 0, 4);
  LIES_AT(tiendo_word_column, reserved, 4, 4);
  LIES_AT(tiendo_word_column, indexes, 8, 8);
  LIES_AT(tiendo_word_column, words, 16, 8);
}

static void the_members_of_tiendo_observation_columns(void) {
  LIES_AT(tiendo_observation_columns, struct_size, 0, 4);
  LIES_AT(tiendo_observation_columns, scale, 4, 4);
  LIES_AT(tiendo_observation_columns, count, 8, 8);
  LIES_AT(tiendo_observation_columns, indicator, 16, 8);
  LIES_AT(tiendo_observation_columns, unit, 24, 8);
  LIES_AT(tiendo_observation_columns, project, 32, 8);
  LIES_AT(tiendo_observation_columns, work_stage, 40, 8);
  LIES_AT(tiendo_observation_columns, period_start, 48, 8);
  LIES_AT(tiendo_observation_columns, period_end, 56, 8);
  LIES_AT(tiendo_observation_columns, coefficients, 64, 8);
  LIES_AT(tiendo_observation_columns, coefficient_validity, 72, 8);
  LIES_AT(tiendo_observation_columns, value, 80, 8);
  LIES_AT(tiendo_observation_columns, numerator, 88, 8);
  LIES_AT(tiendo_observation_columns, denominator, 96, 8);
  LIES_AT(tiendo_observation_columns, form, 104, 8);
  LIES_AT(tiendo_observation_columns, standing, 112, 8);
  LIES_AT(tiendo_observation_columns, finality, 120, 8);
  LIES_AT(tiendo_observation_columns, qualifier, 128, 8);
  LIES_AT(tiendo_observation_columns, recorded_on, 136, 8);
  LIES_AT(tiendo_observation_columns, recorded_on_validity, 144, 8);
  LIES_AT(tiendo_observation_columns, revision, 152, 8);
  LIES_AT(tiendo_observation_columns, source, 160, 8);
  LIES_AT(tiendo_observation_columns, note, 168, 8);
  LIES_AT(tiendo_observation_columns, value_to, 176, 8);
  LIES_AT(tiendo_observation_columns, words, 184, 8);
  LIES_AT(tiendo_observation_columns, verdict, 192, 8);
  LIES_AT(tiendo_observation_columns, judge, 200, 8);
  LIES_AT(tiendo_observation_columns, scales, 208, 8);
}

static void the_members_of_tiendo_arrow_options(void) {
  LIES_AT(tiendo_arrow_options, struct_size, 0, 4);
  LIES_AT(tiendo_arrow_options, rounding, 4, 4);
  LIES_AT(tiendo_arrow_options, scale, 8, 4);
  LIES_AT(tiendo_arrow_options, percent_scale, 12, 4);
  LIES_AT(tiendo_arrow_options, fields, 16, 8);
  LIES_AT(tiendo_arrow_options, field_count, 24, 8);
}

static void the_members_of_tiendo_target_columns(void) {
  LIES_AT(tiendo_target_columns, struct_size, 0, 4);
  LIES_AT(tiendo_target_columns, scale, 4, 4);
  LIES_AT(tiendo_target_columns, count, 8, 8);
  LIES_AT(tiendo_target_columns, indicator, 16, 8);
  LIES_AT(tiendo_target_columns, unit, 24, 8);
  LIES_AT(tiendo_target_columns, assigner, 32, 8);
  LIES_AT(tiendo_target_columns, period_start, 40, 8);
  LIES_AT(tiendo_target_columns, period_end, 48, 8);
  LIES_AT(tiendo_target_columns, condition, 56, 8);
  LIES_AT(tiendo_target_columns, coefficients, 64, 8);
  LIES_AT(tiendo_target_columns, scales, 72, 8);
  LIES_AT(tiendo_target_columns, baseline, 80, 8);
  LIES_AT(tiendo_target_columns, baseline_scales, 88, 8);
  LIES_AT(tiendo_target_columns, baseline_validity, 96, 8);
}

static void the_members_of_tiendo_observation_row(void) {
  LIES_AT(tiendo_observation_row, struct_size, 0, 4);
  LIES_AT(tiendo_observation_row, form, 4, 4);
  LIES_AT(tiendo_observation_row, standing, 8, 4);
  LIES_AT(tiendo_observation_row, finality, 12, 4);
  LIES_AT(tiendo_observation_row, qualifier, 16, 4);
  LIES_AT(tiendo_observation_row, period_start, 20, 4);
  LIES_AT(tiendo_observation_row, period_end, 24, 4);
  LIES_AT(tiendo_observation_row, recorded_on, 28, 4);
  LIES_AT(tiendo_observation_row, revision, 32, 4);
  LIES_AT(tiendo_observation_row, verdict, 36, 4);
}

static void the_members_of_tiendo_check_options(void) {
  LIES_AT(tiendo_check_options, struct_size, 0, 4);
  LIES_AT(tiendo_check_options, has_known_on, 4, 4);
  LIES_AT(tiendo_check_options, known_on, 8, 4);
  LIES_AT(tiendo_check_options, base, 12, 4);
  LIES_AT(tiendo_check_options, has_map, 16, 4);
  LIES_AT(tiendo_check_options, map, 20, 4);
}

static void the_members_of_tiendo_reported_weights(void) {
  LIES_AT(tiendo_reported_weights, struct_size, 0, 4);
  LIES_AT(tiendo_reported_weights, levels, 4, 4);
  LIES_AT(tiendo_reported_weights, indicator, 8, 8);
  LIES_AT(tiendo_reported_weights, period_start, 16, 4);
  LIES_AT(tiendo_reported_weights, period_end, 20, 4);
}

static void the_members_of_tiendo_request(void) {
  LIES_AT(tiendo_request, struct_size, 0, 4);
  LIES_AT(tiendo_request, as_of, 4, 4);
  LIES_AT(tiendo_request, has_known_on, 8, 4);
  LIES_AT(tiendo_request, known_on, 12, 4);
  LIES_AT(tiendo_request, base, 16, 4);
  LIES_AT(tiendo_request, has_map, 20, 4);
  LIES_AT(tiendo_request, map, 24, 4);
  LIES_AT(tiendo_request, rules, 32, 8);
  LIES_AT(tiendo_request, has_levels, 40, 4);
  LIES_AT(tiendo_request, levels, 44, 4);
}

static void the_members_of_tiendo_roll_up(void) {
  LIES_AT(tiendo_roll_up, struct_size, 0, 4);
  LIES_AT(tiendo_roll_up, figure, 4, 4);
  LIES_AT(tiendo_roll_up, unit, 8, 8);
  LIES_AT(tiendo_roll_up, indicator, 16, 8);
  LIES_AT(tiendo_roll_up, assigner, 24, 8);
  LIES_AT(tiendo_roll_up, threshold, 32, 8);
  LIES_AT(tiendo_roll_up, whole, 40, 8);
  LIES_AT(tiendo_roll_up, criteria, 48, 8);
  LIES_AT(tiendo_roll_up, has_period, 56, 4);
  LIES_AT(tiendo_roll_up, period_start, 60, 4);
  LIES_AT(tiendo_roll_up, period_end, 64, 4);
  LIES_AT(tiendo_roll_up, shares, 68, 4);
}

static void the_members_of_tiendo_row(void) {
  LIES_AT(tiendo_row, struct_size, 0, 4);
  LIES_AT(tiendo_row, kind, 4, 4);
  LIES_AT(tiendo_row, verdict, 8, 4);
  LIES_AT(tiendo_row, verdict_reason, 12, 4);
  LIES_AT(tiendo_row, schedule, 16, 4);
  LIES_AT(tiendo_row, state, 20, 4);
  LIES_AT(tiendo_row, reason, 24, 4);
  LIES_AT(tiendo_row, condition, 28, 4);
  LIES_AT(tiendo_row, coverage_of, 32, 4);
  LIES_AT(tiendo_row, coverage_reported, 36, 4);
  LIES_AT(tiendo_row, coverage_expected, 40, 4);
  LIES_AT(tiendo_row, period_start, 44, 4);
  LIES_AT(tiendo_row, period_end, 48, 4);
  LIES_AT(tiendo_row, has_reported_to, 52, 4);
  LIES_AT(tiendo_row, reported_to, 56, 4);
  LIES_AT(tiendo_row, has_declared_projects, 60, 4);
  LIES_AT(tiendo_row, declared_projects, 64, 4);
  LIES_AT(tiendo_row, has_finality, 68, 4);
  LIES_AT(tiendo_row, finality, 72, 4);
  LIES_AT(tiendo_row, qualifier, 76, 4);
  LIES_AT(tiendo_row, base, 80, 4);
  LIES_AT(tiendo_row, by_hand, 84, 4);
  LIES_AT(tiendo_row, hand_verdict, 88, 4);
  LIES_AT(tiendo_row, course, 92, 4);
  LIES_AT(tiendo_row, course_reason, 96, 4);
  LIES_AT(tiendo_row, provisional, 100, 4);
  LIES_AT(tiendo_row, is_final, 104, 4);
  LIES_AT(tiendo_row, near_in, 108, 4);
}

static void the_members_of_tiendo_summary(void) {
  LIES_AT(tiendo_summary, struct_size, 0, 4);
  LIES_AT(tiendo_summary, rows, 4, 4);
  LIES_AT(tiendo_summary, exceeded, 8, 4);
  LIES_AT(tiendo_summary, met, 12, 4);
  LIES_AT(tiendo_summary, nearly, 16, 4);
  LIES_AT(tiendo_summary, missed, 20, 4);
  LIES_AT(tiendo_summary, no_data, 24, 4);
  LIES_AT(tiendo_summary, not_judged, 28, 4);
  LIES_AT(tiendo_summary, by_hand, 32, 4);
  LIES_AT(tiendo_summary, provisional_exceeded, 36, 4);
  LIES_AT(tiendo_summary, provisional_met, 40, 4);
  LIES_AT(tiendo_summary, provisional_nearly, 44, 4);
  LIES_AT(tiendo_summary, provisional_missed, 48, 4);
}

static void the_members_of_tiendo_tally(void) {
  LIES_AT(tiendo_tally, struct_size, 0, 4);
  LIES_AT(tiendo_tally, rows, 4, 4);
  LIES_AT(tiendo_tally, met_or_better, 8, 4);
  LIES_AT(tiendo_tally, exceeded, 12, 4);
  LIES_AT(tiendo_tally, nearly, 16, 4);
  LIES_AT(tiendo_tally, missed, 20, 4);
  LIES_AT(tiendo_tally, no_data, 24, 4);
  LIES_AT(tiendo_tally, not_judged, 28, 4);
  LIES_AT(tiendo_tally, by_hand, 32, 4);
  LIES_AT(tiendo_tally, due, 36, 4);
  LIES_AT(tiendo_tally, reported, 40, 4);
  LIES_AT(tiendo_tally, provisional_exceeded, 44, 4);
  LIES_AT(tiendo_tally, provisional_met, 48, 4);
  LIES_AT(tiendo_tally, provisional_nearly, 52, 4);
  LIES_AT(tiendo_tally, provisional_missed, 56, 4);
}

static void the_members_of_tiendo_write_options(void) {
  LIES_AT(tiendo_write_options, struct_size, 0, 4);
  LIES_AT(tiendo_write_options, format, 4, 4);
  LIES_AT(tiendo_write_options, language, 8, 4);
  LIES_AT(tiendo_write_options, rounding, 12, 4);
  LIES_AT(tiendo_write_options, has_digits, 16, 4);
  LIES_AT(tiendo_write_options, digits, 20, 4);
  LIES_AT(tiendo_write_options, exact, 24, 4);
}

static void the_members_of_tiendo_work_info(void) {
  LIES_AT(tiendo_work_info, struct_size, 0, 4);
  LIES_AT(tiendo_work_info, kind, 4, 4);
  LIES_AT(tiendo_work_info, state, 8, 4);
  LIES_AT(tiendo_work_info, standing, 12, 4);
  LIES_AT(tiendo_work_info, reason, 16, 4);
  LIES_AT(tiendo_work_info, schedule, 20, 4);
  LIES_AT(tiendo_work_info, verdict, 24, 4);
  LIES_AT(tiendo_work_info, verdict_reason, 28, 4);
  LIES_AT(tiendo_work_info, coverage_of, 32, 4);
  LIES_AT(tiendo_work_info, coverage_reported, 36, 4);
  LIES_AT(tiendo_work_info, coverage_expected, 40, 4);
  LIES_AT(tiendo_work_info, has_reported_to, 44, 4);
  LIES_AT(tiendo_work_info, reported_to, 48, 4);
  LIES_AT(tiendo_work_info, has_start, 52, 4);
  LIES_AT(tiendo_work_info, start, 56, 4);
  LIES_AT(tiendo_work_info, has_finish, 60, 4);
  LIES_AT(tiendo_work_info, finish, 64, 4);
  LIES_AT(tiendo_work_info, has_done_on, 68, 4);
  LIES_AT(tiendo_work_info, done_on, 72, 4);
  LIES_AT(tiendo_work_info, is_late, 76, 4);
  LIES_AT(tiendo_work_info, days_late, 80, 4);
  LIES_AT(tiendo_work_info, months_late, 84, 4);
  LIES_AT(tiendo_work_info, has_limit_months, 88, 4);
  LIES_AT(tiendo_work_info, limit_months, 92, 4);
  LIES_AT(tiendo_work_info, parts, 96, 4);
  LIES_AT(tiendo_work_info, reported, 100, 4);
  LIES_AT(tiendo_work_info, done, 104, 4);
  LIES_AT(tiendo_work_info, done_in_time, 108, 4);
  LIES_AT(tiendo_work_info, done_late, 112, 4);
  LIES_AT(tiendo_work_info, open, 116, 4);
  LIES_AT(tiendo_work_info, overdue, 120, 4);
  LIES_AT(tiendo_work_info, overdue_beyond_limit, 124, 4);
  LIES_AT(tiendo_work_info, cancelled, 128, 4);
  LIES_AT(tiendo_work_info, due, 132, 4);
  LIES_AT(tiendo_work_info, due_done_in_time, 136, 4);
}

int main(void) {
  use_all();
  begin();
  the_members_of_tiendo_context_options();
  the_members_of_tiendo_error_info();
  the_members_of_tiendo_finding();
  the_members_of_tiendo_progress();
  the_members_of_tiendo_decimal();
  the_members_of_tiendo_period();
  the_members_of_tiendo_reporting_rule();
  the_members_of_tiendo_calendar();
  the_members_of_tiendo_working_days();
  the_members_of_tiendo_due_rule();
  the_members_of_tiendo_due_dates();
  the_members_of_tiendo_number_format();
  the_members_of_tiendo_decimal_column();
  the_members_of_tiendo_text_column();
  the_members_of_tiendo_growth();
  the_members_of_tiendo_observation();
  the_members_of_tiendo_word_column();
  the_members_of_tiendo_observation_columns();
  the_members_of_tiendo_observation_row();
  the_members_of_tiendo_arrow_options();
  the_members_of_tiendo_check_options();
  the_members_of_tiendo_reported_weights();
  the_members_of_tiendo_request();
  the_members_of_tiendo_roll_up();
  the_members_of_tiendo_row();
  the_members_of_tiendo_summary();
  the_members_of_tiendo_tally();
  the_members_of_tiendo_target_columns();
  the_members_of_tiendo_write_options();
  the_members_of_tiendo_work_info();
  return failures();
}
