/* Targets as columns: the same as one by one, all rows or none, and what is refused. */

#include "check.h"

/* Ids in one dictionary. */
enum { at_cement, at_poor, at_rice, at_town, at_district, id_count, none = -1 };

enum { rows = 4 };

/* Four targets; their memory. */
struct table {
  tiendo_target_columns columns;
  tiendo_text_column words;
  tiendo_word_column indicator, unit, assigner;
  char bytes[40];
  int32_t offsets[id_count + 1];
  int32_t indicators[rows], units[rows], assigners[rows], start[rows], end[rows];
  int8_t condition[rows];
  int64_t numbers[rows], baseline[rows];
  uint8_t scales[rows], baseline_scales[rows], has_baseline;
};

/* The same targets in the format of plans. */
static const char* const texts[rows] = {
    "{\"indicator\": \"rice\", \"assigner\": \"district\", \"at_least\": \"1200\"}",
    "{\"indicator\": \"cement\", \"unit\": \"district\", \"period\": \"2024-H1\", "
    "\"less_than\": \"40.5\", \"baseline\": \"12.5\"}",
    "{\"indicator\": \"poor\", \"unit\": \"town\", \"assigner\": \"town\", "
    "\"period\": \"2024-Q1\", \"equal\": \"-0.50\"}",
    "{\"indicator\": \"rice\", \"unit\": \"district\", \"more_than\": \"7\", "
    "\"baseline\": \"-3\"}",
};

static void set_word(tiendo_word_column* column, const int32_t* indexes,
                     const tiendo_text_column* words) {
  memset(column, 0, sizeof *column);
  column->struct_size = sizeof *column;
  column->indexes = indexes;
  column->words = words;
}

static void fill(struct table* table) {
  static const char* const words[] = {"cement", "poor", "rice", "town", "district"};
  static const int32_t indicators[] = {at_rice, at_cement, at_poor, at_rice};
  static const int32_t units[] = {none, at_district, at_town, at_district};
  static const int32_t assigners[] = {at_district, -9, at_town, none};
  static const char* const periods[] = {"2024", "2024-H1", "2024-Q1", "2024"};
  static const int8_t condition[] = {TIENDO_CONDITION_AT_LEAST, TIENDO_CONDITION_LESS_THAN,
                                     TIENDO_CONDITION_EQUAL, TIENDO_CONDITION_MORE_THAN};
  static const int64_t numbers[] = {1200, 405, -50, 7};
  static const int64_t baseline[] = {99, 125, 99, -3};
  static const uint8_t scales[] = {0, 1, 2, 0};
  static const uint8_t baseline_scales[] = {0, 1, 0, 0};
  memset(table, 0, sizeof *table);
  for (int i = 0; i < id_count; ++i) {
    strcpy(table->bytes + table->offsets[i], words[i]);
    table->offsets[i + 1] = table->offsets[i] + (int32_t)strlen(words[i]);
  }
  table->words.struct_size = sizeof table->words;
  table->words.offset_size = 4;
  table->words.count = id_count;
  table->words.bytes = table->bytes;
  table->words.byte_count = table->offsets[id_count];
  table->words.offsets = table->offsets;
  for (int i = 0; i < rows; ++i) {
    const tiendo_period period = period_of(periods[i]);
    table->start[i] = period.start;
    table->end[i] = period.end;
  }
  memcpy(table->indicators, indicators, sizeof indicators);
  memcpy(table->units, units, sizeof units);
  memcpy(table->assigners, assigners, sizeof assigners);
  memcpy(table->condition, condition, sizeof condition);
  memcpy(table->numbers, numbers, sizeof numbers);
  memcpy(table->baseline, baseline, sizeof baseline);
  memcpy(table->scales, scales, sizeof scales);
  memcpy(table->baseline_scales, baseline_scales, sizeof baseline_scales);
  table->has_baseline = 1 << 1 | 1 << 3;
  set_word(&table->indicator, table->indicators, &table->words);
  set_word(&table->unit, table->units, &table->words);
  set_word(&table->assigner, table->assigners, &table->words);
  table->columns.struct_size = sizeof table->columns;
  table->columns.count = rows;
  table->columns.indicator = &table->indicator;
  table->columns.unit = &table->unit;
  table->columns.assigner = &table->assigner;
  table->columns.period_start = table->start;
  table->columns.period_end = table->end;
  table->columns.condition = table->condition;
  table->columns.coefficients = table->numbers;
  table->columns.scales = table->scales;
  table->columns.baseline = table->baseline;
  table->columns.baseline_scales = table->baseline_scales;
  table->columns.baseline_validity = &table->has_baseline;
}

static tiendo_plan_builder* small_builder(void) {
  tiendo_plan_builder* builder = NULL;
  tiendo_plan* plan = new_plan();
  CHECK_OK(tiendo_plan_builder_create(context, plan, &builder));
  tiendo_plan_destroy(plan);
  return builder;
}

static int64_t count_of(const tiendo_plan_builder* builder) {
  int64_t count = -1;
  CHECK_OK(tiendo_plan_builder_count(context, builder, TIENDO_PART_TARGETS, &count));
  return count;
}

static const char* target_of(const tiendo_plan* plan, int64_t index, char* text) {
  int64_t length;
  CHECK_OK(tiendo_plan_value(context, plan, TIENDO_PART_TARGETS, index, "", 0, text, 500, &length));
  return text;
}

/* The plan of what the builder has, and that of the texts added one by one. */
static void check_same(tiendo_plan_builder* builder) {
  tiendo_plan_builder* other = small_builder();
  tiendo_plan *plan = NULL, *wanted = NULL;
  const int64_t before = count_of(other);
  char text[2][500];
  for (int i = 0; i < rows; ++i) {
    CHECK_OK(tiendo_plan_builder_add(context, other, TIENDO_PART_TARGETS, texts[i], TIENDO_NTS));
  }
  CHECK(count_of(builder) == before + rows);
  CHECK_OK(tiendo_plan_builder_build(context, builder, &plan));
  CHECK_OK(tiendo_plan_builder_build(context, other, &wanted));
  for (int64_t i = before; i < before + rows; ++i) {
    CHECK_TEXT(target_of(plan, i, text[0]), target_of(wanted, i, text[1]));
  }
  tiendo_plan_destroy(plan);
  tiendo_plan_destroy(wanted);
  tiendo_plan_builder_destroy(other);
}

static void columns_are_the_targets_one_by_one(void) {
  tiendo_plan_builder* builder = small_builder();
  struct table table;
  fill(&table);
  CHECK_OK(tiendo_plan_builder_add_targets(context, builder, &table.columns));
  memset(&table, 0, sizeof table); /* of which nothing is kept */
  check_same(builder);
  tiendo_plan_builder_destroy(builder);
}

static void each_column_may_have_its_own_words(void) {
  static const char bytes[] = "towndistrict";
  static const int64_t offsets[] = {0, 4, 12};
  tiendo_plan_builder* builder = small_builder();
  tiendo_text_column units;
  struct table table;
  fill(&table);
  memset(&units, 0, sizeof units);
  units.struct_size = sizeof units;
  units.offset_size = 8;
  units.count = 2;
  units.bytes = bytes;
  units.byte_count = sizeof bytes - 1;
  units.offsets = offsets;
  table.unit.words = table.assigner.words = &units;
  for (int i = 0; i < rows; ++i) {
    if (table.units[i] >= 0) table.units[i] -= at_town;
    if (table.assigners[i] >= 0) table.assigners[i] -= at_town;
  }
  CHECK_OK(tiendo_plan_builder_add_targets(context, builder, &table.columns));
  check_same(builder);
  tiendo_plan_builder_destroy(builder);
}

static void what_is_absent_is_in_no_row(void) {
  tiendo_plan_builder* builder = small_builder();
  tiendo_plan* plan = NULL;
  struct table table;
  char text[500];
  fill(&table);
  table.columns.count = 1;
  table.columns.unit = table.columns.assigner = NULL;
  table.columns.period_start = table.columns.period_end = NULL;
  table.columns.scales = table.columns.baseline_scales = NULL;
  table.columns.baseline = NULL;
  table.columns.scale = 2;
  table.indicators[0] = at_poor;
  CHECK_OK(tiendo_plan_builder_add_targets(context, builder, &table.columns));
  CHECK_OK(tiendo_plan_builder_build(context, builder, &plan));
  CHECK_TEXT(target_of(plan, 4, text),
             "{\"indicator\": \"poor\", \"unit\": \"town\", \"period\": \"2024\", "
             "\"at_least\": \"12.00\", \"assigner\": \"town\", \"layer\": \"assigned\"}");
  tiendo_plan_destroy(plan);
  table.columns.count = 0;
  CHECK_OK(tiendo_plan_builder_add_targets(context, builder, &table.columns));
  CHECK(count_of(builder) == 5);
  tiendo_plan_builder_destroy(builder);
}

static void what_does_not_fit_the_plan_is_found_when_it_is_built(void) {
  tiendo_plan_builder* builder = small_builder();
  tiendo_plan* plan = NULL;
  struct table table;
  fill(&table);
  table.indicators[1] = at_town;
  CHECK_OK(tiendo_plan_builder_add_targets(context, builder, &table.columns));
  CHECK_FAILS(tiendo_plan_builder_build(context, builder, &plan), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unknown_indicator");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "/plan/targets/5/indicator");
  tiendo_plan_builder_destroy(builder);
}

static void columns_are_checked(void) {
  tiendo_plan_builder* builder = small_builder();
  const int64_t before = count_of(builder);
  struct {
    tiendo_target_columns columns;
    uint64_t later;
  } longer;
  struct table table;
#define REFUSED(member, value, status, where)                                                 \
  do {                                                                                        \
    fill(&table);                                                                             \
    table.member = (value);                                                                   \
    CHECK_FAILS(tiendo_plan_builder_add_targets(context, builder, &table.columns), (status)); \
    CHECK(last_error().row == (where));                                                       \
    CHECK(count_of(builder) == before);                                                       \
  } while (0)
  REFUSED(columns.struct_size, 96, TIENDO_E_INVALID_ARG, -1);
  REFUSED(columns.count, -1, TIENDO_E_INVALID_ARG, -1);
  REFUSED(columns.indicator, NULL, TIENDO_E_INVALID_ARG, -1);
  REFUSED(columns.condition, NULL, TIENDO_E_INVALID_ARG, -1);
  REFUSED(columns.coefficients, NULL, TIENDO_E_INVALID_ARG, -1);
  REFUSED(columns.period_start, NULL, TIENDO_E_INVALID_ARG, -1);
  REFUSED(columns.period_end, NULL, TIENDO_E_INVALID_ARG, -1);
  REFUSED(indicator.struct_size, 0, TIENDO_E_INVALID_ARG, -1);
  REFUSED(unit.indexes, NULL, TIENDO_E_INVALID_ARG, -1);
  REFUSED(assigner.words, NULL, TIENDO_E_INVALID_ARG, -1);
  REFUSED(offsets[1], 39, TIENDO_E_INVALID_ARG, -1);
  REFUSED(bytes[7], (char)-1, TIENDO_E_ENCODING, -1);
  REFUSED(indicators[2], id_count, TIENDO_E_RANGE, 2);
  REFUSED(units[3], id_count, TIENDO_E_RANGE, 3);
  REFUSED(assigners[0], id_count, TIENDO_E_RANGE, 0);
  REFUSED(end[1], table.start[1], TIENDO_E_PARSE, 1);
  REFUSED(end[3], 3000000, TIENDO_E_RANGE, 3);
  REFUSED(condition[1], TIENDO_CONDITION_NONE, TIENDO_E_INVALID_ARG, 1);
  REFUSED(condition[2], TIENDO_CONDITION_BETWEEN, TIENDO_E_INVALID_ARG, 2);
  REFUSED(condition[3], -1, TIENDO_E_INVALID_ARG, 3);
  REFUSED(scales[3], 39, TIENDO_E_RANGE, 3);
  REFUSED(baseline_scales[0], 39, TIENDO_E_RANGE, 0);
#undef REFUSED
  fill(&table);
  table.columns.scales = NULL;
  table.columns.scale = 39;
  CHECK_FAILS(tiendo_plan_builder_add_targets(context, builder, &table.columns), TIENDO_E_RANGE);
  fill(&table);
  CHECK_FAILS(tiendo_plan_builder_add_targets(context, NULL, &table.columns), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_add_targets(context, builder, NULL), TIENDO_E_INVALID_ARG);
  CHECK(tiendo_plan_builder_add_targets(NULL, builder, &table.columns) == TIENDO_E_INVALID_ARG);
  memset(&longer, 0, sizeof longer);
  longer.columns = table.columns;
  longer.columns.struct_size = sizeof longer;
  longer.later = 1;
  CHECK_FAILS(tiendo_plan_builder_add_targets(context, builder, &longer.columns),
              TIENDO_E_UNSUPPORTED);
  CHECK(count_of(builder) == before);
  longer.later = 0;
  CHECK_OK(tiendo_plan_builder_add_targets(context, builder, &longer.columns));
  CHECK(count_of(builder) == before + rows);
  tiendo_plan_builder_destroy(builder);
}

int main(void) {
  use_all();
  begin();
  columns_are_the_targets_one_by_one();
  each_column_may_have_its_own_words();
  what_is_absent_is_in_no_row();
  what_does_not_fit_the_plan_is_found_when_it_is_built();
  columns_are_checked();
  return failures();
}
