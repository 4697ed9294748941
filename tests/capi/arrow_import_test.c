/* Observations from Arrow: offsets, bitmaps, dictionaries, streams; what is malformed, and where.
 * Long because each of the ways in which a structure can be wrong has its own few lines.
 */

#include "arrow.h"
#include "check.h"

/* What a log has, as a table. */
static const char* table_of(const tiendo_observations* log) {
  static char text[4000];
  int64_t length;
  CHECK_OK(
      tiendo_observations_write(context, log, TIENDO_NUMBERS_PLAIN, text, sizeof text, &length));
  return text;
}

static void check_is(const tiendo_observations* log, const char* table) {
  static char found[4000];
  tiendo_observations* wanted = new_log();
  strcpy(found, table_of(log));
  CHECK_OK(tiendo_observations_read(context, wanted, table, TIENDO_NTS, NULL, 0));
  CHECK_TEXT(found, table_of(wanted));
  tiendo_observations_destroy(wanted);
}

static int64_t count_of(const tiendo_observations* log) {
  int64_t count = -1;
  CHECK_OK(tiendo_observations_count(context, log, &count));
  return count;
}

/* Six rows with all that can be said, behind a row of the table and up to nine of a column. */
static const char six_rows[] =
    "indicator,unit,period,form,value,numerator,denominator,status,qualifier,recorded_on,revision,"
    "source,note,value_to,words,verdict,judge\n"
    "cement,,2024-01,to_date,1.5,,,estimate,over,2024-05-05,2,page 1,,,,,\n"
    "rice,district,2024-02,,25.0,,,,,,,,n,,,,\n"
    "water,,2024,,,45,60,official,,2024-05-06,,page 1,,,,,\n"
    "poor,,2024,,withheld,,,preliminary,,,,,,,,,\n"
    "trees,,2024,,7.0,,,,,,,,,9.50,,near,office\n"
    "cement,district,2024-H2,,,,,,,,,,,,surplus,met,office\n";

/* What the columns lie in; the rows of the table are the last six of each. */
static const int8_t indicators[] = {9, 9, 0, 1, 2, 3, 4, 0};
static const int32_t indicator_ends[] = {0, 6, 10, 15, 19, 24};
static const char indicator_bytes[] = "cementricewaterpoortrees";
static const uint8_t indicator_bits[] = {0xFC};
static const int32_t unit_ends[] = {0, 3, 3, 11, 11, 11, 11, 19};
static const char unit_bytes[] = "xyzdistrictdistrict";
static const uint8_t unit_bits[] = {0x44}; /* rows 1 and 5, behind one */
static const char* const periods[] = {"2024-01", "2024-02", "2024", "2024", "2024", "2024-H2"};
static const uint16_t forms[] = {7, 1, 0, 0, 0, 0, 0};
static const uint8_t form_bits[] = {0x02};
static const int32_t form_ends[] = {0, 5, 12};
static const char form_bytes[] = "levelto_date";
static const uint8_t number_bits[] = {0x4C, 0x00}; /* rows 0, 1 and 4, behind two */
static const int64_t standing_ends[] = {0, 0, 0, 0, 0, 0, 8, 8, 8};
static const char standing_bytes[] = "withheld";
static const uint8_t standing_bits[] = {0x20}; /* row 3, behind two */
static const uint8_t third_only[] = {0x04};
static const int16_t numerators[] = {0, 0, 45, 0, 0, 0};
static const uint32_t denominators[] = {0, 0, 60, 0, 0, 0};
static const uint32_t statuses[] = {0, 3, 1, 2, 3, 3};
static const int32_t status_ends[] = {0, 8, 16, 27, 27};
static const char status_bytes[] = "estimateofficialpreliminary";
static const uint8_t status_words[] = {0x07}; /* the last word is none */
static const int32_t qualifier_ends[] = {0, 4, 4, 4, 4, 4, 4};
static const char qualifier_bytes[] = "over";
static const uint8_t first_only[] = {0x01};
static const uint8_t days_bits[] = {0x05};
static const int64_t revisions[] = {2, -1, -1, -1, -1, -1};
static const int32_t source_indexes[] = {0, 1, 0, 1, 1, 1};
static const int32_t source_ends[] = {0, 6, 6};
static const char source_bytes[] = "page 1";
static const uint8_t source_words[] = {0x01};
static const int32_t note_ends[] = {0, 0, 1, 1, 1, 1, 1};
static const uint8_t second_only[] = {0x02};
static const uint8_t fifth_only[] = {0x10};
static const uint8_t sixth_only[] = {0x20};
static const int32_t last_ends[] = {0, 0, 0, 0, 0, 0, 7};
static const int64_t verdict_indexes[] = {0, 0, 0, 0, 0, 1};
static const uint64_t judge_indexes[] = {0, 0, 0, 0, 0, 0};
static const uint8_t last_two[] = {0x30};
static const int32_t verdict_ends[] = {0, 4, 7};
static const int32_t judge_ends[] = {0, 6};
static unsigned char values[8][16], uppers[6][16];
static int32_t starts[6], ends[6], days[6];

static void set_number(unsigned char* bytes, int number) {
  memset(bytes, 0, 16);
  bytes[0] = (unsigned char)(number & 0xFF);
  bytes[1] = (unsigned char)(number >> 8);
}

/* The six rows as columns of as many types as there are. */
static void fill(struct arrow_table* table) {
  for (int i = 0; i < 6; ++i) {
    const tiendo_period period = period_of(periods[i]);
    starts[i] = period.start;
    ends[i] = period.end;
  }
  days[0] = day_of("2024-05-05");
  days[2] = day_of("2024-05-06");
  set_number(values[2], 15);
  set_number(values[3], 250);
  set_number(values[6], 70);
  set_number(uppers[4], 950);
  arrow_begin(table, 6, 0);
  arrow_words(arrow_add(table, "indicator", "c", 2, indicator_bits, indicators, NULL), 5, NULL,
              indicator_ends, indicator_bytes);
  arrow_add(table, "unit", "u", 1, unit_bits, unit_ends, unit_bytes);
  arrow_add(table, "period_start", "tdD", 0, NULL, starts, NULL);
  arrow_add(table, "period_end", "tdD", 0, NULL, ends, NULL);
  arrow_words(arrow_add(table, "form", "S", 1, form_bits, forms, NULL), 2, NULL, form_ends,
              form_bytes);
  arrow_add(table, "value", "d:10,1", 2, number_bits, values, NULL);
  arrow_add(table, "standing", "U", 2, standing_bits, standing_ends, standing_bytes);
  arrow_add(table, "numerator", "s", 0, third_only, numerators, NULL);
  arrow_add(table, "denominator", "I", 0, third_only, denominators, NULL);
  arrow_words(arrow_add(table, "status", "I", 0, NULL, statuses, NULL), 4, status_words,
              status_ends, status_bytes);
  arrow_add(table, "qualifier", "u", 0, first_only, qualifier_ends, qualifier_bytes);
  arrow_add(table, "recorded_on", "tdD", 0, days_bits, days, NULL);
  arrow_add(table, "revision", "l", 0, first_only, revisions, NULL);
  arrow_words(arrow_add(table, "source", "i", 0, NULL, source_indexes, NULL), 2, source_words,
              source_ends, source_bytes);
  arrow_add(table, "note", "u", 0, second_only, note_ends, "n");
  arrow_add(table, "value_to", "d:10,2,128", 0, fifth_only, uppers, NULL);
  arrow_add(table, "words", "u", 0, sixth_only, last_ends, "surplus");
  arrow_words(arrow_add(table, "verdict", "l", 0, last_two, verdict_indexes, NULL), 2, NULL,
              verdict_ends, "nearmet");
  arrow_words(arrow_add(table, "judge", "L", 0, last_two, judge_indexes, NULL), 1, NULL, judge_ends,
              "office");
  arrow_add(table, "project", "n", 0, NULL, NULL, NULL);
}

static void every_column_is_read_with_its_offset_and_bitmap(void) {
  tiendo_observations* log = new_log();
  struct arrow_table table;
  fill(&table);
  CHECK_OK(tiendo_observations_append_arrow(context, log, &table.schema, &table.array));
  check_is(log, six_rows);
  CHECK(schemas_released == 0 && arrays_released == 0); /* they are the caller's */
  tiendo_observations_destroy(log);
}

/* Three rows of cement, as plain as they can be; the first lies behind `offset` of the struct. */
struct plain {
  struct arrow_table table;
  int32_t indexes[4], start[4], end[4];
  int64_t numbers[4];
};

static const int32_t cement_ends[] = {0, 6};

static void fill_plain(struct plain* plain, int month, int64_t offset) {
  static const char* const months[] = {"2024-01", "2024-02", "2024-03", "2024-04",
                                       "2024-05", "2024-06", "2024-07", "2024-08"};
  for (int i = 0; i < 4; ++i) {
    const tiendo_period period = period_of(months[month + i]);
    plain->start[i] = period.start;
    plain->end[i] = period.end;
    plain->numbers[i] = month + i;
    plain->indexes[i] = 0;
  }
  arrow_begin(&plain->table, 3, offset);
  arrow_words(arrow_add(&plain->table, "indicator", "i", 0, NULL, plain->indexes, NULL), 1, NULL,
              cement_ends, "cement");
  arrow_add(&plain->table, "period_start", "tdD", 0, NULL, plain->start, NULL);
  arrow_add(&plain->table, "period_end", "tdD", 0, NULL, plain->end, NULL);
  arrow_add(&plain->table, "value", "l", 0, NULL, plain->numbers, NULL);
}

static void the_struct_has_an_offset_of_its_own(void) {
  tiendo_observations* log = new_log();
  struct plain plain;
  fill_plain(&plain, 0, 1);
  CHECK_OK(tiendo_observations_append_arrow(context, log, &plain.table.schema, &plain.table.array));
  check_is(log, "indicator,period,value\ncement,2024-02,1\ncement,2024-03,2\ncement,2024-04,3\n");
  tiendo_observations_destroy(log);
}

static void columns_may_begin_at_any_bit(void) {
  for (int64_t offset = 0; offset < 20; ++offset) {
    tiendo_observations* log = new_log();
    struct plain plain;
    int32_t numbers[23];
    uint8_t bits[3] = {0, 0, 0};
    for (int i = 0; i < 23; ++i) numbers[i] = 100 + i;
    bits[offset / 8] |= (uint8_t)(1U << offset % 8); /* the first of three rows, and the last */
    bits[(offset + 2) / 8] |= (uint8_t)(1U << (offset + 2) % 8);
    fill_plain(&plain, 0, 0);
    arrow_add(&plain.table, "revision", "i", offset, bits, numbers, NULL);
    CHECK_OK(
        tiendo_observations_append_arrow(context, log, &plain.table.schema, &plain.table.array));
    for (int64_t i = 0; i < 3; ++i) {
      tiendo_observation_row row;
      row.struct_size = sizeof row;
      CHECK_OK(tiendo_observations_row(context, log, i, &row));
      CHECK(row.revision == (i == 1 ? 0 : 100 + offset + i));
    }
    tiendo_observations_destroy(log);
  }
}

static void periods_may_be_words(void) {
  static const int32_t offsets[] = {0, 7, 14, 21};
  tiendo_observations* log = new_log();
  struct plain plain;
  fill_plain(&plain, 0, 0);
  arrow_begin(&plain.table, 3, 0);
  arrow_words(arrow_add(&plain.table, "indicator", "i", 0, NULL, plain.indexes, NULL), 1, NULL,
              cement_ends, "cement");
  arrow_add(&plain.table, "period", "u", 0, NULL, offsets, "2024-062024-Q12024-06");
  arrow_add(&plain.table, "value", "l", 0, NULL, plain.numbers, NULL);
  arrow_add(&plain.table, "revision", "l", 0, NULL, plain.numbers, NULL);
  CHECK_OK(tiendo_observations_append_arrow(context, log, &plain.table.schema, &plain.table.array));
  check_is(log,
           "indicator,period,value,revision\ncement,2024-06,0,0\ncement,2024-Q1,1,1\n"
           "cement,2024-06,2,2\n");
  arrow_add(&plain.table, "period_start", "tdD", 0, NULL, plain.start, NULL);
  arrow_add(&plain.table, "period_end", "tdD", 0, NULL, plain.end, NULL);
  CHECK_FAILS(
      tiendo_observations_append_arrow(context, log, &plain.table.schema, &plain.table.array),
      TIENDO_E_PARSE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "missing_column");
  tiendo_observations_destroy(log);
}

static void a_stream_comes_in_as_a_whole(void) {
  tiendo_observations* log = new_log();
  struct plain plain[2];
  struct arrow_table tables[3];
  struct arrow_stream stream;
  fill_plain(&plain[0], 0, 0);
  fill_plain(&plain[1], 3, 0);
  tables[0] = plain[0].table;
  tables[1] = plain[0].table;
  tables[1].array.length = 0;
  tables[2] = plain[1].table;
  arrow_stream_of(&stream, tables, 3);
  schemas_released = arrays_released = 0;
  CHECK_OK(tiendo_observations_append_arrow_stream(context, log, &stream.stream));
  CHECK(schemas_released == 1 && arrays_released == 3 && streams_released == 0);
  check_is(log,
           "indicator,period,value\ncement,2024-01,0\ncement,2024-02,1\ncement,2024-03,2\n"
           "cement,2024-04,3\ncement,2024-05,4\ncement,2024-06,5\n");

  /* A row of the second array is at fault. */
  plain[1].end[1] = plain[1].start[1];
  plain[0].numbers[0] = 100;
  arrow_stream_of(&stream, tables, 3);
  CHECK_FAILS(tiendo_observations_append_arrow_stream(context, log, &stream.stream),
              TIENDO_E_PARSE);
  CHECK(schemas_released == 2 && arrays_released == 4); /* the first was refused */
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "observations_disagree");
  CHECK(last_error().row == 0);
  plain[0].numbers[0] = 0;
  arrow_stream_of(&stream, tables, 3);
  CHECK_FAILS(tiendo_observations_append_arrow_stream(context, log, &stream.stream),
              TIENDO_E_PARSE);
  CHECK(schemas_released == 3 && arrays_released == 7);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), "period_empty");
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "/4");
  CHECK(last_error().row == 4 && count_of(log) == 6);

  plain[1].end[1] = plain[1].start[2];
  plain[1].indexes[2] = 1;
  arrow_stream_of(&stream, tables, 3);
  CHECK_FAILS(tiendo_observations_append_arrow_stream(context, log, &stream.stream),
              TIENDO_E_RANGE);
  CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), "/indicator");
  CHECK(last_error().row == 5 && count_of(log) == 6);
  tiendo_observations_destroy(log);
}

static void a_stream_that_fails_is_an_error_with_its_words(void) {
  tiendo_observations* log = new_log();
  struct plain plain;
  struct arrow_stream stream;
  fill_plain(&plain, 0, 0);
  arrow_stream_of(&stream, &plain.table, 1);
  stream.fails_at = 1;
  schemas_released = arrays_released = 0;
  CHECK_FAILS(tiendo_observations_append_arrow_stream(context, log, &stream.stream),
              TIENDO_E_INVALID_ARG);
  CHECK(strstr(last_text(TIENDO_MESSAGE_SENTENCE), "the disk is gone") != NULL);
  CHECK(schemas_released == 1 && arrays_released == 1 && count_of(log) == 0);
  arrow_stream_of(&stream, &plain.table, 1);
  stream.schema_fails = 1;
  stream.stream.get_last_error = NULL;
  CHECK_FAILS(tiendo_observations_append_arrow_stream(context, log, &stream.stream),
              TIENDO_E_INVALID_ARG);
  CHECK(schemas_released == 1 && arrays_released == 1);
  stream.stream.release(&stream.stream);
  CHECK(streams_released == 1);
  CHECK_FAILS(tiendo_observations_append_arrow_stream(context, log, &stream.stream),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_append_arrow_stream(context, log, NULL), TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_append_arrow_stream(context, NULL, &stream.stream),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_append_arrow_stream(NULL, log, &stream.stream) == TIENDO_E_INVALID_ARG);
  tiendo_observations_destroy(log);
}

static void what_is_malformed_is_refused_with_its_place(void) {
  static const uint8_t no_bits[] = {0x00};
  static const int32_t falling[] = {0, 4, 2, 4};
  static const int32_t three[] = {0, 1, 2, 3};
  tiendo_observations* log = new_log();
  struct plain plain;
#define REFUSED(change, status, code, path, at)                                                  \
  do {                                                                                           \
    fill_plain(&plain, 0, 0);                                                                    \
    change;                                                                                      \
    CHECK_FAILS(                                                                                 \
        tiendo_observations_append_arrow(context, log, &plain.table.schema, &plain.table.array), \
        status);                                                                                 \
    CHECK_TEXT(last_text(TIENDO_MESSAGE_CODE), code);                                            \
    CHECK_TEXT(last_text(TIENDO_MESSAGE_PATH), path);                                            \
    CHECK(last_error().row == (at));                                                             \
  } while (0)
#define MALFORMED(change, path) REFUSED(change, TIENDO_E_INVALID_ARG, "", path, -1)
#define WRONG(change, code, path) REFUSED(change, TIENDO_E_PARSE, code, path, -1)
#define COLUMN(at) plain.table.columns[at]
#define ADD(name, format, validity, first, second) \
  arrow_add(&plain.table, name, format, 0, validity, first, second)
  MALFORMED(plain.table.schema.release = NULL, "/");
  MALFORMED(plain.table.schema.format = NULL, "/");
  WRONG(plain.table.schema.format = "l", "wrong_type", "/");
  MALFORMED(plain.table.schema.n_children = -1, "/");
  MALFORMED(plain.table.schema.children = NULL, "/");
  MALFORMED(plain.table.schemas[1] = NULL, "/");
  MALFORMED(COLUMN(1).schema.name = NULL, "/");
  MALFORMED(COLUMN(1).schema.format = NULL, "/");
  WRONG(COLUMN(3).schema.name = "valeu", "unknown_column", "/valeu");
  WRONG(COLUMN(3).schema.name = "indicator", "duplicate_column", "/indicator");
  WRONG(COLUMN(0).schema.name = "unit", "missing_column", "/indicator");
  WRONG(COLUMN(2).schema.name = "recorded_on", "missing_column", "/period");
  MALFORMED(plain.table.array.release = NULL, "/");
  MALFORMED(plain.table.array.length = -1, "/");
  MALFORMED(plain.table.array.offset = -1, "/");
  MALFORMED(plain.table.array.offset = INT64_MAX, "/indicator");
  MALFORMED(plain.table.array.length = INT64_MAX, "/indicator");
  MALFORMED(plain.table.array.n_children = 3, "/");
  MALFORMED(plain.table.array.children = NULL, "/");
  MALFORMED(plain.table.array.n_buffers = 2, "/");
  MALFORMED(plain.table.array.buffers = NULL, "/");
  MALFORMED(plain.table.arrays[2] = NULL, "/period_end");
  MALFORMED(COLUMN(3).array.length = 2, "/value");
  MALFORMED(COLUMN(3).array.length = -1, "/value");
  MALFORMED(COLUMN(3).array.offset = -1, "/value");
  MALFORMED(COLUMN(3).array.offset = INT64_MAX, "/value");
  MALFORMED(COLUMN(3).array.n_buffers = 1, "/value");
  MALFORMED(COLUMN(3).array.buffers = NULL, "/value");
  MALFORMED(COLUMN(3).buffers[1] = NULL, "/value");
  MALFORMED(COLUMN(0).array.dictionary = NULL, "/indicator");
  MALFORMED(COLUMN(0).words.length = INT64_MAX, "/indicator");
  MALFORMED(COLUMN(0).words.length = (int64_t)1 << 40, "/indicator");
  MALFORMED(COLUMN(0).words.length = -1, "/indicator");
  MALFORMED(COLUMN(0).words_schema.format = NULL, "/indicator");
  MALFORMED(COLUMN(0).words_buffers[1] = NULL, "/indicator");
  MALFORMED(COLUMN(0).words_buffers[2] = NULL, "/indicator");
  WRONG(COLUMN(0).words_schema.format = "l";
        COLUMN(0).words.n_buffers = 2, "wrong_type", "/indicator");
  WRONG(COLUMN(0).schema.dictionary = NULL, "wrong_type", "/indicator");
  WRONG(COLUMN(1).schema.format = "i", "wrong_type", "/period_start");
  WRONG(COLUMN(3).schema.format = "g", "wrong_type", "/value");
  WRONG(COLUMN(3).schema.format = "tdD", "wrong_type", "/value");
  WRONG(COLUMN(3).schema.format = "d:39,1", "wrong_type", "/value");
  WRONG(COLUMN(3).schema.format = "d:10,-1", "wrong_type", "/value");
  WRONG(COLUMN(3).schema.format = "d:10,1,256", "wrong_type", "/value");
  WRONG(COLUMN(3).schema.format = "d:10", "wrong_type", "/value");
  WRONG(COLUMN(3).schema.format = "d:10,1,128,1", "wrong_type", "/value");
  WRONG(COLUMN(3).schema.format = "d:x", "wrong_type", "/value");
  WRONG(ADD("revision", "tdD", NULL, plain.start, NULL), "wrong_type", "/revision");
  /* What the columns do not have is not looked for in the bitmap of the struct either. */
  MALFORMED(plain.table.buffers[0] = no_bits; plain.table.array.null_count = -1;
            plain.table.array.length = (int64_t)1 << 40, "/indicator");
  /* Only texts may stand in a dictionary: the indexes of others are not their numbers. */
  WRONG(arrow_words(&COLUMN(3), 1, NULL, cement_ends, "cement"), "wrong_type", "/value");
  WRONG(COLUMN(1).schema.dictionary = &COLUMN(0).words_schema, "wrong_type", "/period_start");
  WRONG(
      arrow_words(ADD("revision", "l", NULL, plain.numbers, NULL), 1, NULL, cement_ends, "cement"),
      "wrong_type", "/revision");
  REFUSED(plain.table.buffers[0] = no_bits;
          plain.table.array.null_count = -1, TIENDO_E_INVALID_ARG, "", "/", 0);
  REFUSED(plain.indexes[1] = 1, TIENDO_E_RANGE, "number_out_of_range", "/indicator", 1);
  REFUSED(plain.indexes[2] = -1, TIENDO_E_RANGE, "number_out_of_range", "/indicator", 2);
  REFUSED(COLUMN(1).buffers[0] = second_only;
          COLUMN(1).array.null_count = -1, TIENDO_E_PARSE, "period_empty", "/period_start", 0);
  REFUSED(ADD("unit", "u", NULL, falling, "town"), TIENDO_E_INVALID_ARG, "", "/unit", 1);
  REFUSED(ADD("unit", "u", NULL, three, "a\xFF z"), TIENDO_E_ENCODING, "text_encoding", "/unit", 1);
  REFUSED(ADD("form", "u", NULL, three, "xyz"), TIENDO_E_PARSE, "unknown_word", "/form", 0);
  REFUSED(ADD("revision", "l", NULL, plain.numbers, NULL); plain.numbers[1] = (int64_t)1 << 40,
                                                           TIENDO_E_RANGE, "number_out_of_range",
                                                           "/revision", 1);
  REFUSED(ADD("value_to", "L", NULL, plain.numbers, NULL);
          plain.numbers[2] = -1, TIENDO_E_RANGE, "number_out_of_range", "/value_to", 2);
#undef ADD
#undef COLUMN
#undef WRONG
#undef MALFORMED
#undef REFUSED
  fill_plain(&plain, 0, 0);
  CHECK_FAILS(
      tiendo_observations_append_arrow(context, NULL, &plain.table.schema, &plain.table.array),
      TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_append_arrow(context, log, NULL, &plain.table.array),
              TIENDO_E_INVALID_ARG);
  CHECK_FAILS(tiendo_observations_append_arrow(context, log, &plain.table.schema, NULL),
              TIENDO_E_INVALID_ARG);
  CHECK(tiendo_observations_append_arrow(NULL, log, &plain.table.schema, &plain.table.array) ==
        TIENDO_E_INVALID_ARG);
  CHECK(count_of(log) == 0);
  plain.table.array.length = 0;
  CHECK_OK(tiendo_observations_append_arrow(context, log, &plain.table.schema, &plain.table.array));
  CHECK(count_of(log) == 0);
  tiendo_observations_destroy(log);
}

static int32_t count_total(void* user, const tiendo_progress* progress) {
  int* const negative = user;
  *negative += progress->total < 0;
  return 0;
}

static void a_watcher_is_not_told_of_rows_that_cannot_be(void) {
  int negative = 0;
  tiendo_observations* log = new_log();
  struct plain plain;
  fill_plain(&plain, 0, 0);
  plain.table.array.length = -5;
  CHECK_OK(tiendo_context_set_watcher(context, count_total, &negative));
  CHECK_FAILS(
      tiendo_observations_append_arrow(context, log, &plain.table.schema, &plain.table.array),
      TIENDO_E_INVALID_ARG);
  CHECK_OK(tiendo_context_set_watcher(context, NULL, NULL));
  CHECK(negative == 0);
  tiendo_observations_destroy(log);
}

static void a_frozen_log_takes_nothing(void) {
  const tiendo_request request = request_of("2024-12-31");
  tiendo_observations* log = new_log();
  tiendo_report* report = NULL;
  struct plain plain;
  fill_plain(&plain, 0, 0);
  CHECK_OK(tiendo_report_create(context, log, &request, &report));
  CHECK_FAILS(
      tiendo_observations_append_arrow(context, log, &plain.table.schema, &plain.table.array),
      TIENDO_E_FROZEN);
  tiendo_report_destroy(report);
  tiendo_observations_destroy(log);
}

int main(void) {
  use_all();
  use_all_of_arrow();
  begin();
  every_column_is_read_with_its_offset_and_bitmap();
  the_struct_has_an_offset_of_its_own();
  columns_may_begin_at_any_bit();
  periods_may_be_words();
  a_stream_comes_in_as_a_whole();
  a_stream_that_fails_is_an_error_with_its_words();
  what_is_malformed_is_refused_with_its_place();
  a_watcher_is_not_told_of_rows_that_cannot_be();
  a_frozen_log_takes_nothing();
  return failures();
}
