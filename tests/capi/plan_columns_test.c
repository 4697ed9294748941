/* Parts of a plan from columns: all rows or none, with the row and key of every fault. */

#include "check.h"

enum { most_rows = 8, most_bytes = 200 };

/* A column of texts with its memory; NULL is a row without a text. */
struct column {
  tiendo_text_column texts;
  char bytes[most_bytes];
  int32_t offsets[most_rows + 1];
  uint8_t validity;
};

static void fill(struct column* column, const char* const* rows, int64_t count) {
  int64_t row;
  memset(column, 0, sizeof *column);
  for (row = 0; row < count; ++row) {
    const size_t size = rows[row] == NULL ? 0 : strlen(rows[row]);
    memcpy(column->bytes + column->offsets[row], rows[row] == NULL ? "" : rows[row], size);
    column->offsets[row + 1] = column->offsets[row] + (int32_t)size;
    if (rows[row] != NULL) column->validity |= (uint8_t)(1U << row);
  }
  column->texts.struct_size = sizeof column->texts;
  column->texts.offset_size = 4;
  column->texts.count = count;
  column->texts.bytes = column->bytes;
  column->texts.byte_count = column->offsets[count];
  column->texts.offsets = column->offsets;
  column->texts.validity = &column->validity;
}

/* Adds two columns of so many rows. */
static tiendo_status add_two(tiendo_plan_builder* builder, tiendo_part part, const char* first_key,
                             const char* const* first, const char* second_key,
                             const char* const* second, int64_t count) {
  struct column columns[2];
  tiendo_text_column both[2];
  const char* keys[2];
  fill(&columns[0], first, count);
  fill(&columns[1], second, count);
  both[0] = columns[0].texts;
  both[1] = columns[1].texts;
  keys[0] = first_key;
  keys[1] = second_key;
  return tiendo_plan_builder_add_columns(context, builder, part, keys, both, 2);
}

static tiendo_plan_builder* small_builder(void) {
  tiendo_plan_builder* builder = NULL;
  tiendo_plan* plan = new_plan();
  CHECK_OK(tiendo_plan_builder_create(context, plan, &builder));
  tiendo_plan_destroy(plan);
  return builder;
}

static int64_t count_of(const tiendo_plan_builder* builder, tiendo_part part) {
  int64_t count = -1;
  CHECK_OK(tiendo_plan_builder_count(context, builder, part, &count));
  return count;
}

static void rows_become_parts(void) {
  static const char* const ids[] = {"ward", "hamlet", "mountain"};
  static const char* const parents[] = {"town", "ward", NULL};
  static const char* const indicators[] = {"rice", "cement"};
  static const char* const amounts[] = {"12.50", "31"};
  static const char* const last[] = {"{\"id\": \"hamlet\", \"parent\": \"ward\"}"};
  tiendo_plan_builder* builder = small_builder();
  tiendo_plan* plan = NULL;
  char text[100];
  int64_t length;
  CHECK_OK(add_two(builder, TIENDO_PART_UNITS, "id", ids, "parent", parents, 3));
  CHECK(count_of(builder, TIENDO_PART_UNITS) == 5);
  CHECK_OK(add_two(builder, TIENDO_PART_TARGETS, "indicator", indicators, "at_least", amounts, 1));
  CHECK(count_of(builder, TIENDO_PART_TARGETS) == 5);
  CHECK_OK(tiendo_plan_builder_build(context, builder, &plan));
  CHECK_OK(
      tiendo_plan_value(context, plan, TIENDO_PART_UNITS, 3, "", 0, text, sizeof text, &length));
  CHECK_TEXT(text, last[0]);
  CHECK_OK(tiendo_plan_value(context, plan, TIENDO_PART_TARGETS, 4, "at_least", TIENDO_NTS, text,
                             sizeof text, &length));
  CHECK_TEXT(text, "12.50");
  CHECK_OK(tiendo_plan_value(context, plan, TIENDO_PART_UNITS, 4, "parent", TIENDO_NTS, text,
                             sizeof text, &length));
  CHECK_TEXT(text, "");
  tiendo_plan_destroy(plan);
  tiendo_plan_builder_destroy(builder);
}

static void no_columns_and_no_rows_add_nothing(void) {
  static const char* const none[] = {NULL};
  tiendo_plan_builder* builder = small_builder();
  CHECK_OK(tiendo_plan_builder_add_columns(context, builder, TIENDO_PART_UNITS, NULL, NULL, 0));
  CHECK_OK(add_two(builder, TIENDO_PART_UNITS, "id", none, "parent", none, 0));
  CHECK(count_of(builder, TIENDO_PART_UNITS) == 2);
  tiendo_plan_builder_destroy(builder);
}

static void a_fault_refuses_all_rows_and_is_named(void) {
  static const char* const ids[] = {"ward", "hamlet", NULL};
  static const char* const days[] = {"2025-07-01", "2025-13-01", NULL};
  static const char* const bad[] = {"x", "\xFF", "y"};
  tiendo_plan_builder* builder = small_builder();
  int64_t findings = -1;
  CHECK_FAILS(add_two(builder, TIENDO_PART_UNITS, "id", ids, "until", days, 3), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "date_not_real");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "/1/until");
  CHECK(last_error().row == 1 && last_error().line == 0);
  CHECK(tiendo_context_finding_count(context, &findings) == TIENDO_OK && findings == 2);
  CHECK_FAILS(add_two(builder, TIENDO_PART_UNITS, "id", bad, "until", days, 3), TIENDO_E_ENCODING);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "/1/id");
  CHECK(last_error().row == 1);
  CHECK_FAILS(add_two(builder, TIENDO_PART_UNITS, "id", ids, "prent", days, 3), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "unknown_key");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "/prent");
  CHECK(last_error().row == -1);
  CHECK_FAILS(add_two(builder, TIENDO_PART_UNITS, "id", ids, "id", ids, 2), TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "duplicate_column");
  CHECK(count_of(builder, TIENDO_PART_UNITS) == 2);
  tiendo_plan_builder_destroy(builder);
}

static void arguments_are_checked(void) {
  static const char* const ids[] = {"ward", "hamlet"};
  const char* keys[2] = {"id", "parent"};
  tiendo_plan_builder* builder = small_builder();
  struct column one, other;
  tiendo_text_column both[2];
  fill(&one, ids, 2);
  fill(&other, ids, 1);
  CHECK_FAILS(tiendo_plan_builder_add_columns(context, NULL, 2, keys, &one.texts, 1),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_add_columns(context, builder, 2, NULL, &one.texts, 1),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_add_columns(context, builder, 2, keys, NULL, 1),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_plan_builder_add_columns(context, builder, 2, keys, &one.texts, -1),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(
      tiendo_plan_builder_add_columns(context, builder, TIENDO_PART_HEAD, keys, &one.texts, 1),
      TIENDO_E_INVALID_ARG);
  both[0] = one.texts;
  both[1] = other.texts;
  CHECK_FAILS(tiendo_plan_builder_add_columns(context, builder, 2, keys, both, 2),
              TIENDO_E_INVALID_ARG);
  keys[0] = NULL;
  CHECK_FAILS(tiendo_plan_builder_add_columns(context, builder, 2, keys, &one.texts, 1),
              TIENDO_E_INVALID_ARG);
  keys[0] = "\xFF";
  CHECK_FAILS(tiendo_plan_builder_add_columns(context, builder, 2, keys, &one.texts, 1),
              TIENDO_E_ENCODING);
  keys[0] = "id";
  one.offsets[1] = 100;
  CHECK_FAILS(tiendo_plan_builder_add_columns(context, builder, 2, keys, &one.texts, 1),
              TIENDO_E_INVALID_ARG);
  one.texts.struct_size = 8;
  CHECK_FAILS(tiendo_plan_builder_add_columns(context, builder, 2, keys, &one.texts, 1),
              TIENDO_E_INVALID_ARG);
  CHECK(count_of(builder, TIENDO_PART_UNITS) == 2);
  tiendo_plan_builder_destroy(builder);
}

int main(void) {
  use_all();
  begin();
  rows_become_parts();
  no_columns_and_no_rows_add_nothing();
  a_fault_refuses_all_rows_and_is_named();
  arguments_are_checked();
  return failures();
}
