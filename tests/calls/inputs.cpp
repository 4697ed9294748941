// What calls are given. Numbers are long where length makes them need memory. Long because there is
// something for every function.

#include "inputs.hpp"

#include <cstring>
#include <fstream>
#include <iterator>
#include <map>

namespace tiendo::calls {

const char kPlan[] = R"({"format": "tiendo-plan/1",
 "measures": [{"id": "t", "kind": "mass", "name": "t"}, {"id": "ha", "kind": "area", "name": "ha"}],
 "units": [{"id": "land", "name": "Land"}, {"id": "a", "parent": "land", "name": "A"},
  {"id": "b", "parent": "land"}, {"id": "a1", "parent": "a"},
  {"id": "a2", "parent": "a", "codes": [{"code": "0102"}]}],
 "indicators": [{"id": "x", "kind": "flow", "measure": "t", "field": "economy", "scale": 1},
  {"id": "cleared", "kind": "flow", "measure": "ha", "scale": 3},
  {"id": "summed", "kind": "flow", "measure": "t"}],
 "plan": {"id": "p", "unit": "land", "period": "2024", "targets": [
  {"indicator": "x", "at_least": "6", "task_group": "g"},
  {"indicator": "x", "unit": "a", "at_least": "3"},
  {"indicator": "x", "unit": "a1", "at_least": "1"}],
  "projects": [{"id": "road", "name": "Road", "stages": ["measured", "paid"],
   "targets": [{"indicator": "cleared", "at_least": "3"}],
   "capital": [{"pot": "year", "indicator": "cleared", "amount": "12345678901234567890123.5"}],
   "milestones": [{"id": "m1", "due": "2024-01-31", "weight": 1}]}],
  "task_groups": [{"id": "g", "name": "Group", "tasks": [{"id": "t", "due": "2024-06-30"}]}]}})";

// The same plan, of which the measures stand in a table.
const std::string& plan_of_tables() {
  static const std::string text = [] {
    std::string plan = kPlan;
    const std::size_t list = plan.find("[{");
    plan.replace(list, plan.find(']') + 1 - list, R"({"table": "measures.csv"})");
    return plan;
  }();
  return text;
}

const char* const kTableNames[] = {"measures.csv"};
const char* const kTableTexts[] = {"id,kind,name\nt,mass,t\nha,area,ha\n"};

const char kOfA[] =
    "indicator,unit,period,value,note\n"
    "x,a1,2023,2.5,a note that is too long to be kept inside of a string object\n"
    "x,a1,2024-H1,1.5,\nx,a1,2024-H2,2,\nx,a2,2024,2.5,\n";
const char kOfB[] = "indicator,unit,period,value\nx,b,2024,3\nsummed,b,2024,2\n";
const char kOfWork[] =
    "indicator,project,work_stage,period,value\n"
    "cleared,road,measured,2024-H1,2\ncleared,road,paid,2024-H1,1\n";
const char kOfTasks[] =
    "task_group,task,project,milestone,state,share,done_on,recorded_on\n"
    "g,t,,,done,,2024-07-04,2024-07-05\n,,road,m1,in_progress,0.5,,2024-07-05\n";

const char kFigures[] = "id,kind,inputs,stated\nb,excess,actual=182;plan=150,21.3\n";

const char kExpression[] = "[a-reference-that-is-long-enough-to-need-memory] / plan * 100 - [b.1]";

namespace {

const char kBytes[] = "1.5012345678901234567890123456789.25-3.25";
const char kIds[] = "a-ward-with-a-long-id-so-that-it-needs-memory";
const char kNames[] = "A name with spaces, also long enough";
const char kGivenFigures[] =
    R"({"format": "tiendo-figures/1", "units": [
 {"unit": "a-unit-with-an-id-that-is-long-enough-to-need-memory", "figures": {}}]})";
const char kLarge[] = "340282366920938463463374607431768211456/18446744073709551557";
const char kSmall[] = "18446744073709551557/340282366920938463463374607431768211456";
const char kUnit[] = R"({"id": "town", "note": "a note that is too long to be kept inside"})";

// The texts that functions take, by function and parameter, or by parameter alone.
const std::map<std::string_view, const char*>& known_texts() {
  static const std::map<std::string_view, const char*> known = {
      {"tiendo_has_feature.name", "decimal128-column"},
      {"tiendo_decimal_parse.text", "-12.50"},
      {"tiendo_decimal_parse_with.text", "12'345.5"},
      {"tiendo_decimal_parse_words.text", "12345678901234567890123.5 t\xE1\xBB\xB7"},
      {"tiendo_decimal_parse_words_with.text", "12345678901234567890123.5 t\xE1\xBB\xB7"},
      {"tiendo_date_parse.text", "2024-06-30"},
      {"tiendo_period_parse.text", "2024-H1"},
      {"tiendo_expression_parse.text", kExpression},
      {"tiendo_plan_read.text", kPlan},
      {"tiendo_plan_read_tables.text", plan_of_tables().c_str()},
      {"tiendo_plan_builder_add.text", kUnit},
      {"tiendo_plan_builder_replace.text", kUnit},
      {"tiendo_observations_read.text", kOfA},
      {"tiendo_tasks_read.text", kOfTasks},
      {"tiendo_plan_read_weights.text", "unit,weight\na1,2.5\na2,12345678901234567890123.5\n"},
      {"tiendo_fraction_exact_root.value", "340282366920938463463374607431768211456/9"},
      {"tiendo_fraction_decimal.value", "123456789012345678901234567890.5"},
      {"tiendo_fraction_decimal_with.value", "123456789012345678901234567890.5"},
      {"tiendo_plan_read_file.path", "tests/golden/books/roll-ups/plan.json"},
      {"tiendo_observations_read_file.path", "tests/golden/books/roll-ups/observations.csv"},
      {"tiendo_tasks_read_file.path", "tests/calls/tasks.csv"},
      {"tiendo_plan_read_weights_file.path", "tests/calls/weights.csv"},
      {"tiendo_plan_find.id", "a1"},
      {"tiendo_plan_split_weights.indicator", "cleared"},
      {"tiendo_plan_value.path", "id"},
      {"tiendo_plan_column.path", "id"},
      {"tiendo_plan_convert.from", "ha"},
      {"tiendo_plan_convert.to", "ha"},
      {"tiendo_plan_value_count.path", "codes"},
      {"tiendo_plan_value_key.path", ""},
      {"table", kFigures},
      {"tiendo_figures_verify_file.path", "docs/examples/published.csv"},
      {"tiendo_rules_write.rules", "tiendo@1"},
      {"tiendo_work_earned_exact.name", "BAC"},
      {"tiendo_work_earned_measure.name", "BAC"},
      {"tiendo_work_earned_column.name", "BAC"},
      {"name", "a.csv"},
      {"code", "0102"},
      {"assigner", "land"},
      {"a", kLarge},
      {"b", kSmall},
      {"base", kLarge},
      {"value", kLarge},
      {"percent", kLarge},
      {"factor", kSmall},
      {"threshold", kLarge},
  };
  return known;
}

tiendo_text_column column_of(const char* bytes, int64_t size, const int32_t* offsets,
                             int64_t count) {
  return {sizeof(tiendo_text_column), 4, count, bytes, size, offsets, nullptr};
}

template <class T>
T sized() {
  T structure;
  std::memset(&structure, 0, sizeof structure);
  structure.struct_size = sizeof structure;
  return structure;
}

// The Arrow structures lie in an Inputs and need no release but that it is noted.
void release_schema(ArrowSchema* schema) { schema->release = nullptr; }
void release_array(ArrowArray* array) { array->release = nullptr; }
void release_stream(ArrowArrayStream* stream) { stream->release = nullptr; }

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  *out = static_cast<Inputs*>(stream->private_data)->schemas[0];
  return 0;
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  auto* inputs = static_cast<Inputs*>(stream->private_data);
  *out = inputs->arrays[0];
  if (inputs->arrays_left-- <= 0) out->release = nullptr;
  return 0;
}

const char* no_error(ArrowArrayStream* /*stream*/) { return nullptr; }

}  // namespace

std::string text_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Inputs::Inputs() : criteria(text_of("tests/golden/books/roll-ups/criteria.json")) {
  set_numbers();
  set_days();
  set_columns();
  set_parts();
  set_questions();
  set_arrow();
}

void Inputs::set_numbers() {
  context_options = sized<tiendo_context_options>();
  amount = {182, 0, 0, 0};
  rate = {213, 0, 1, 0};
  one = {1, 0, 0, 0};
  share = {6, 0, 2, 0};  // what the numbers below are of a hundred
  for (unsigned i = 0; i < 3; ++i) {
    numbers[i] = {10 * (i + 1), 0, 1, 0};
    hundreds[i] = {100, 0, 0, 0};
    fractions[i] = i == 1 ? kSmall : "1/3";
    lengths[i] = TIENDO_NTS;
  }
  format = {sizeof format, '.', '\'', 3, 3};
  for (tiendo_interval& interval : intervals) {
    interval = {sizeof interval, 0, 1, 0, kSmall, kLarge};
  }
  growth = {sizeof growth, 5, 1, 0, kSmall, kLarge};
}

void Inputs::set_days() {
  year = {19723, 20089};  // 2024
  const int32_t starts_of_months[] = {19723, 19754, 19783, 19814, 19844, 19875, 19905,
                                      19936, 19967, 19997, 20028, 20058, 20089};
  for (int i = 0; i < 12; ++i) months[i] = {starts_of_months[i], starts_of_months[i + 1]};
  rule = {sizeof rule, 0, 16, 1, 0};
  calendar = {sizeof calendar, TIENDO_CALENDAR_OWN, &rule, 1};
  days[0] = 19723;
  days[1] = 19724;
  days[2] = 20030;
  working = sized<tiendo_working_days>();
  working.holidays = days;
  working.holiday_count = 3;
  dates = sized<tiendo_due_dates>();
  dates.kind = TIENDO_DUE_STATISTICS;
}

void Inputs::set_columns() {
  std::memset(values16, 0, sizeof values16);
  for (int i = 0; i < 3; ++i) values16[16 * i] = static_cast<unsigned char>(100 * (i + 1) - 50);
  column = {sizeof column, 2, 3, values16, nullptr};
  offsets[0] = 0;
  offsets[1] = 4;
  offsets[2] = 36;
  offsets[3] = sizeof kBytes - 1;
  texts = column_of(kBytes, sizeof kBytes - 1, offsets, 3);
  for (int i = 0; i < 4; ++i) day_offsets[i] = 10 * i;
  day_texts = column_of("2024-01-312024-02-292024-12-31", 30, day_offsets, 3);
  for (int i = 0; i < 4; ++i) period_offsets[i] = 7 * i;
  period_texts = column_of("2024-H12024-Q32024-12", 21, period_offsets, 3);
  for (int i = 0; i < 3; ++i) days_after[i] = days[i] + 366;
  all_bits[0] = 0xFF;
}

void Inputs::set_parts() {
  ids_offsets[0] = names_offsets[0] = word_offsets[0] = 0;
  ids_offsets[1] = sizeof kIds - 1;
  names_offsets[1] = sizeof kNames - 1;
  word_offsets[1] = 1;
  part_columns[0] = column_of(kIds, sizeof kIds - 1, ids_offsets, 1);
  part_columns[1] = column_of(kNames, sizeof kNames - 1, names_offsets, 1);
  keys[0] = "id";
  keys[1] = "name/vi";
  words = column_of("x", 1, word_offsets, 1);
  indexes[0] = indexes[1] = 0;
  word_column = {sizeof word_column, 0, indexes, &words};
  starts[0] = 19723;
  ends[0] = 19754;
  starts[1] = 19754;
  ends[1] = 19783;
  conditions[0] = conditions[1] = TIENDO_CONDITION_AT_LEAST;
  coefficients[0] = 15;
  coefficients[1] = 25;
  targets = sized<tiendo_target_columns>();
  targets.scale = 1;
  targets.count = 2;
  targets.indicator = &word_column;
  targets.period_start = starts;
  targets.period_end = ends;
  targets.condition = conditions;
  targets.coefficients = coefficients;
}

void Inputs::set_questions() {
  observation = sized<tiendo_observation>();
  observation.indicator = "x";
  observation.unit = "a2";
  observation.period = "2023";
  observation.value = "1.5";
  observation.note = "a note that is too long to be kept inside of a string object";
  task_report = sized<tiendo_task_report>();
  task_report.state = TIENDO_WORK_STATE_IN_PROGRESS;
  task_report.recorded_on = 20000;  // 2024-10-04
  task_report.project = "road";
  task_report.milestone = "m1";
  task_report.share = "0.75";
  task_report.note = "a note that is too long to be kept inside of a string object";
  observation_columns = sized<tiendo_observation_columns>();
  observation_columns.scale = 1;
  observation_columns.count = 2;
  observation_columns.indicator = &word_column;
  observation_columns.period_start = starts;
  observation_columns.period_end = ends;
  observation_columns.coefficients = coefficients;
  check_options = sized<tiendo_check_options>();
  request = sized<tiendo_request>();
  request.as_of = 20088;  // 2024-12-31
  write_options = sized<tiendo_write_options>();
  write_options.format = TIENDO_FORMAT_JSON;
  write_options.exact = 1;
  by[0] = TIENDO_TALLY_UNIT;
  by[1] = TIENDO_TALLY_TASK_GROUP;
  report_options = write_options;
  report_options.by = by;
  report_options.by_count = 2;
  verify_options = sized<tiendo_verify_options>();
  verify_options.leave_out_faulty = 1;
  arrow_options = sized<tiendo_arrow_options>();
  arrow_options.scale = 2;
  arrow_options.percent_scale = 2;
  arrow_options.rounding = TIENDO_ROUND_HALF_UP;
  units_of_a[0] = "a";
  units_of_b[0] = "b";
  wards[0] = "a1";
  wards[1] = "a2";
  part_a = sized<tiendo_part_units>();
  part_a.whole = units_of_a;
  part_a.whole_count = 1;
  part_b = part_a;
  part_b.whole = units_of_b;
  weights = {sizeof weights, 1, "x", 19723, 20089};
  question = sized<tiendo_question>();
  question.as_of = 20088;
  question.period_start = 19723;
  question.period_end = 20089;
  question.indicator = "x";
  question.unit = "a1";
  ranking = sized<tiendo_roll_up>();
  ranking.indicator = "paid";
  ranking.threshold = "80";
  contributions = sized<tiendo_roll_up>();
  contributions.indicator = "sectors";
  contributions.whole = "output";
  scores = sized<tiendo_roll_up>();
  scores.criteria = criteria.c_str();
}

// A row for indicator x in 2022: its indicator and period as texts, its value as an integer.
void Inputs::set_arrow() {
  static const int32_t indicator_ends[] = {0, 1};
  static const int32_t period_ends[] = {0, 4};
  static const int64_t value[] = {7};
  static const char* const names[] = {"indicator", "period", "value"};
  static const char* const formats[] = {"u", "u", "l"};
  std::memset(schemas, 0, sizeof schemas);
  std::memset(arrays, 0, sizeof arrays);
  no_buffers[0] = nullptr;
  text_buffers[0][0] = text_buffers[1][0] = number_buffers[0] = nullptr;
  text_buffers[0][1] = indicator_ends;
  text_buffers[0][2] = "x";
  text_buffers[1][1] = period_ends;
  text_buffers[1][2] = "2022";
  number_buffers[1] = value;
  for (std::size_t i = 0; i < 3; ++i) {
    schemas[i + 1].format = formats[i];
    schemas[i + 1].name = names[i];
    arrays[i + 1].n_buffers = i == 2 ? 2 : 3;
    arrays[i + 1].buffers = i == 2 ? number_buffers : text_buffers[i];
    schema_children[i] = &schemas[i + 1];
    array_children[i] = &arrays[i + 1];
  }
  for (ArrowSchema& schema : schemas) schema.release = release_schema;
  for (ArrowArray& array : arrays) {
    array.length = 1;
    array.release = release_array;
  }
  schemas[0].format = "+s";
  schemas[0].name = "";
  schemas[0].n_children = arrays[0].n_children = 3;
  schemas[0].children = schema_children;
  arrays[0].children = array_children;
  arrays[0].n_buffers = 1;
  arrays[0].buffers = no_buffers;
  stream = {get_schema, get_next, no_error, release_stream, this};
}

Word Inputs::word_of(const Function& function, const Parameter& parameter) {
  const auto word = [](const void* pointer) { return reinterpret_cast<Word>(pointer); };
  const std::string whole = std::string(function.name) + '.' + std::string(parameter.name);
  const std::map<std::string_view, const void*> known = {
      {"tiendo_partial_report_below.units", &part_a},
      {"tiendo_report_write.options", &report_options},
      {"tiendo_criteria_write.criteria", criteria.c_str()},
      {"tiendo_criteria_score.criteria", criteria.c_str()},
      {"tiendo_criteria_score.figures", kGivenFigures},
      {"tiendo_method_assess.judged",
       R"({"format": "tiendo-case/1", "method": "evm", "numbers": {"PV": "5", "EV": "4"}})"},
      {"tiendo_partial_read.text", partial_text.c_str()},
      {"tiendo_fitting_plans.rate", &rate},
      {"tiendo_fitting_plans.step", &one},
      {"tiendo_fitting_plans.actual", &amount},
      {"tiendo_shares_round.numerators", numbers},
      {"tiendo_shares_round.denominators", hundreds},
      {"tiendo_shares_round.total", &share},
      {"tiendo_plan_split_target.units", wards},
      {"tiendo_plan_write_parts.units", wards},
      {"tiendo_plan_read_tables.names", kTableNames},
      {"tiendo_plan_read_tables.texts", kTableTexts},
      {"tiendo_plan_read_tables.lengths", table_lengths},
      {"tiendo_plan_builder_add_columns.keys", keys},
      {"tiendo_plan_builder_add_columns.columns", part_columns},
      {"tiendo_observations_check.known_on", days},
      {"tiendo_observations_contributions.roll_up", &contributions},
      {"tiendo_observations_score.roll_up", &scores},
      {"tiendo_period_tiling.parts", months},
      {"tiendo_column_parse_days.texts", &day_texts},
      {"tiendo_column_parse_periods.texts", &period_texts},
      {"tiendo_column_format_periods.ends", days_after},
      {"const uint8_t*", all_bits},
      {"weights@const char* const*", fractions},
      {"values@const char* const*", fractions},
      {"texts@const char* const*", fractions},
      {"weights@const tiendo_decimal*", numbers},
      {"const tiendo_context_options*", &context_options},
      {"const tiendo_decimal*", numbers},
      {"const tiendo_number_format*", &format},
      {"const tiendo_period*", &year},
      {"const tiendo_calendar*", &calendar},
      {"const int32_t*", days},
      {"const int64_t*", lengths},
      {"const tiendo_working_days*", &working},
      {"const tiendo_due_dates*", &dates},
      {"const tiendo_growth*", &growth},
      {"const tiendo_interval*", intervals},
      {"const tiendo_decimal_column*", &column},
      {"const tiendo_text_column*", &texts},
      {"const tiendo_target_columns*", &targets},
      {"const tiendo_observation*", &observation},
      {"const tiendo_task_report*", &task_report},
      {"const tiendo_observation_columns*", &observation_columns},
      {"const struct ArrowSchema*", schemas},
      {"const struct ArrowArray*", arrays},
      {"const tiendo_check_options*", &check_options},
      {"const tiendo_request*", &request},
      {"const tiendo_write_options*", &write_options},
      {"const tiendo_verify_options*", &verify_options},
      {"const tiendo_arrow_options*", &arrow_options},
      {"const tiendo_part_units*", &part_a},
      {"const tiendo_reported_weights*", &weights},
      {"const tiendo_question*", &question},
      {"const tiendo_roll_up*", &ranking},
  };
  if (parameter.type == "const char*") {
    for (const std::string_view name : {std::string_view(whole), parameter.name}) {
      if (const auto at = known_texts().find(name); at != known_texts().end())
        return word(at->second);
    }
  }
  const std::string typed = std::string(parameter.name) + '@' + std::string(parameter.type);
  for (const std::string& name : {whole, typed, std::string(parameter.type)}) {
    if (const auto at = known.find(name); at != known.end()) return word(at->second);
  }
  return 0;
}

}  // namespace tiendo::calls
