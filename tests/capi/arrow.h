/**
 * @file
 * A small producer of Arrow structs: columns over memory of the test, which counts what is
 * released.
 */
#ifndef TIENDO_TESTS_CAPI_ARROW_H
#define TIENDO_TESTS_CAPI_ARROW_H

#include <string.h>

#include "tiendo.h"

enum { most_columns = 20 };

/* How often schemas, arrays and streams were released. */
static int schemas_released, arrays_released, streams_released;

/* A column and its dictionary, if it has one. */
struct arrow_column {
  struct ArrowSchema schema, words_schema;
  struct ArrowArray array, words;
  const void* buffers[3];
  const void* words_buffers[3];
};

/* A struct of columns. */
struct arrow_table {
  struct ArrowSchema schema;
  struct ArrowArray array;
  const void* buffers[1];
  struct ArrowSchema* schemas[most_columns];
  struct ArrowArray* arrays[most_columns];
  struct arrow_column columns[most_columns];
};

static void release_schema(struct ArrowSchema* schema) {
  ++schemas_released;
  schema->release = NULL;
}

static void release_array(struct ArrowArray* array) {
  ++arrays_released;
  array->release = NULL;
}

static void arrow_begin(struct arrow_table* table, int64_t rows, int64_t offset) {
  memset(table, 0, sizeof *table);
  table->schema.format = "+s";
  table->schema.name = "";
  table->schema.children = table->schemas;
  table->schema.release = release_schema;
  table->array.length = rows;
  table->array.offset = offset;
  table->array.n_buffers = 1;
  table->array.buffers = table->buffers;
  table->array.children = table->arrays;
  table->array.release = release_array;
}

/* Adds a column whose rows lie behind `offset` others. */
static struct arrow_column* arrow_add(struct arrow_table* table, const char* name,
                                      const char* format, int64_t offset, const void* validity,
                                      const void* first, const void* second) {
  const int64_t at = table->schema.n_children++;
  struct arrow_column* column = &table->columns[at];
  table->array.n_children = at + 1;
  table->schemas[at] = &column->schema;
  table->arrays[at] = &column->array;
  column->schema.format = format;
  column->schema.name = name;
  column->schema.flags = ARROW_FLAG_NULLABLE;
  column->schema.release = release_schema;
  column->array.length = table->array.offset + table->array.length;
  column->array.offset = offset;
  column->array.null_count = validity == NULL ? 0 : -1;
  column->array.n_buffers = strcmp(format, "n") == 0 ? 0 : second == NULL ? 2 : 3;
  column->array.buffers = column->buffers;
  column->array.release = release_array;
  column->buffers[0] = validity;
  column->buffers[1] = first;
  column->buffers[2] = second;
  return column;
}

/* Gives a column of indexes its words. */
static void arrow_words(struct arrow_column* column, int64_t count, const void* validity,
                        const int32_t* offsets, const char* bytes) {
  column->words_schema.format = "u";
  column->words_schema.name = "";
  column->words_schema.release = release_schema;
  column->words.length = count;
  column->words.null_count = -1;
  column->words.n_buffers = 3;
  column->words.buffers = column->words_buffers;
  column->words.release = release_array;
  column->words_buffers[0] = validity;
  column->words_buffers[1] = offsets;
  column->words_buffers[2] = bytes;
  column->schema.dictionary = &column->words_schema;
  column->array.dictionary = &column->words;
}

/* A stream of tables of one schema, which may fail where it has the next one. */
struct arrow_stream {
  struct ArrowArrayStream stream;
  struct arrow_table* tables;
  int count, next, fails_at, schema_fails;
};

static int stream_schema(struct ArrowArrayStream* given, struct ArrowSchema* schema) {
  struct arrow_stream* stream = given->private_data;
  if (stream->schema_fails) return 22;
  *schema = stream->tables[0].schema;
  return 0;
}

static int stream_next(struct ArrowArrayStream* given, struct ArrowArray* array) {
  struct arrow_stream* stream = given->private_data;
  memset(array, 0, sizeof *array);
  if (stream->next == stream->fails_at) return 5;
  if (stream->next < stream->count) *array = stream->tables[stream->next++].array;
  return 0;
}

static const char* stream_error(struct ArrowArrayStream* given) {
  return given->private_data == NULL ? NULL : "the disk is gone";
}

static void release_stream(struct ArrowArrayStream* stream) {
  ++streams_released;
  stream->release = NULL;
}

static void arrow_stream_of(struct arrow_stream* stream, struct arrow_table* tables, int count) {
  memset(stream, 0, sizeof *stream);
  stream->tables = tables;
  stream->count = count;
  stream->fails_at = -1;
  stream->stream.get_schema = stream_schema;
  stream->stream.get_next = stream_next;
  stream->stream.get_last_error = stream_error;
  stream->stream.release = release_stream;
  stream->stream.private_data = stream;
}

/* A test does not have to use all of the above. */
static void use_all_of_arrow(void) {
  (void)&use_all_of_arrow;
  (void)&arrow_begin;
  (void)&arrow_add;
  (void)&arrow_words;
  (void)&arrow_stream_of;
}

#endif
