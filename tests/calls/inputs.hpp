/// @file
/// What the calls of a World are given, other than handles: structures, arrays and texts, all of
/// them right.
#pragma once

#include <cstdint>
#include <string>

#include "calls.hpp"

namespace tiendo::calls {

/// The plan of most calls: a land with two districts, a project and a group of tasks.
extern const char kPlan[];
/// The same plan, of which the measures stand in a table; the tables that it has.
const std::string& plan_of_tables();
extern const char* const kTableNames[1];
extern const char* const kTableTexts[1];
/// Reports of district a, of district b, of the project, of its tasks.
extern const char kOfA[];
extern const char kOfB[];
extern const char kOfWork[];
extern const char kOfTasks[];

/// Published ones.
extern const char kFigures[];

/// Of three references.
extern const char kExpression[];

/// The bytes of a file below the folder of the sources, where tests run.
std::string text_of(const char* path);

/// Structures that point to each other, so they are not copied.
struct Inputs {
  Inputs();
  Inputs(const Inputs&) = delete;
  Inputs& operator=(const Inputs&) = delete;

  /// The structure, array or text for a parameter; 0 when it is not known here.
  Word word_of(const Function& function, const Parameter& parameter);

  std::string criteria;
  std::string partial_text;
  std::string long_text;
  tiendo_context_options context_options;
  tiendo_decimal amount, rate, one, share;
  tiendo_decimal numbers[3];
  tiendo_decimal hundreds[3];
  tiendo_number_format format;
  tiendo_period year;
  tiendo_period months[12];
  tiendo_reporting_rule rule;
  tiendo_calendar calendar;
  int32_t days[3];
  tiendo_working_days working;
  tiendo_due_dates dates;
  const char* fractions[3];
  int64_t lengths[3];
  int64_t table_lengths[1] = {TIENDO_NTS};
  tiendo_growth growth;
  tiendo_interval intervals[3];
  unsigned char values16[48];
  tiendo_decimal_column column;
  int32_t offsets[4];
  tiendo_text_column texts;
  int32_t day_offsets[4];
  tiendo_text_column day_texts;
  int32_t period_offsets[4];
  tiendo_text_column period_texts;
  int32_t days_after[3];
  uint8_t all_bits[1];
  int32_t ids_offsets[2];
  int32_t names_offsets[2];
  tiendo_text_column part_columns[2];
  const char* keys[2];
  int32_t word_offsets[2];
  tiendo_text_column words;
  int32_t indexes[2];
  tiendo_word_column word_column;
  int8_t conditions[2];
  int64_t coefficients[2];
  int32_t starts[2];
  int32_t ends[2];
  tiendo_target_columns targets;
  tiendo_observation observation;
  tiendo_task_report task_report;
  tiendo_observation_columns observation_columns;
  tiendo_check_options check_options;
  tiendo_request request;
  tiendo_write_options write_options;
  tiendo_tally_by by[2];
  tiendo_write_options report_options;
  tiendo_verify_options verify_options;
  tiendo_arrow_options arrow_options;
  const char* units_of_a[1];
  const char* units_of_b[1];
  const char* wards[2];
  tiendo_part_units part_a;
  tiendo_part_units part_b;
  tiendo_reported_weights weights;
  tiendo_question question;
  tiendo_roll_up ranking;
  tiendo_roll_up contributions;
  tiendo_roll_up scores;
  const void* no_buffers[1];
  const void* text_buffers[2][3];
  const void* number_buffers[2];
  ArrowSchema schemas[4];
  ArrowArray arrays[4];
  ArrowSchema* schema_children[3];
  ArrowArray* array_children[3];
  ArrowArrayStream stream;
  int arrays_left = 1;

 private:
  void set_numbers();
  void set_days();
  void set_columns();
  void set_parts();
  void set_questions();
  void set_arrow();
};

}  // namespace tiendo::calls
