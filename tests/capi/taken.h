/**
 * @file
 * What a stream of one Arrow array hands out, and how tests read it. Included after check.h.
 */
#ifndef TIENDO_TESTS_CAPI_TAKEN_H
#define TIENDO_TESTS_CAPI_TAKEN_H

#include <string.h>

#include "tiendo.h"

/* What a stream of one array hands out; the stream itself is released. */
struct taken {
  struct ArrowSchema schema;
  struct ArrowArray array;
};

static struct taken take(struct ArrowArrayStream* stream) {
  struct taken taken;
  struct ArrowArray after;
  CHECK(stream->get_schema(stream, &taken.schema) == 0);
  CHECK(stream->get_next(stream, &taken.array) == 0 && taken.array.release != NULL);
  CHECK(stream->get_last_error(stream) == NULL);
  CHECK(stream->get_next(stream, &after) == 0 && after.release == NULL);
  CHECK(stream->get_next(stream, &after) == 0 && after.release == NULL);
  stream->release(stream);
  CHECK(stream->release == NULL);
  return taken;
}

static void let_go(struct taken* taken) {
  taken->schema.release(&taken->schema);
  CHECK(taken->schema.release == NULL);
  taken->array.release(&taken->array);
  CHECK(taken->array.release == NULL);
}

static int64_t find(const struct taken* taken, const char* name) {
  for (int64_t i = 0; i < taken->schema.n_children; ++i) {
    if (strcmp(taken->schema.children[i]->name, name) == 0) return i;
  }
  CHECK(name == NULL); /* no column has it */
  return 0;
}

static int is_there(const struct ArrowArray* column, int64_t row) {
  const uint8_t* const bits = column->buffers[0];
  return bits == NULL || (bits[row / 8] >> row % 8 & 1) != 0;
}

/* The text of a row of a dictionary; "" where it has none. */
static const char* text_in(const struct taken* taken, const char* name, int64_t row) {
  static char text[100];
  const int64_t at = find(taken, name);
  const struct ArrowArray* const column = taken->array.children[at];
  const int32_t* const indexes = column->buffers[1];
  const int32_t* const ends = column->dictionary->buffers[1];
  const char* const bytes = column->dictionary->buffers[2];
  const int32_t index = indexes[row];
  CHECK(strcmp(taken->schema.children[at]->format, "i") == 0);
  CHECK(strcmp(taken->schema.children[at]->dictionary->format, "u") == 0);
  text[0] = 0;
  if (!is_there(column, row)) return text;
  CHECK(index >= 0 && index < column->dictionary->length);
  memcpy(text, bytes + ends[index], (size_t)(ends[index + 1] - ends[index]));
  text[ends[index + 1] - ends[index]] = 0;
  return text;
}

static int32_t number_in(const struct taken* taken, const char* name, int64_t row) {
  const int32_t* const numbers = taken->array.children[find(taken, name)]->buffers[1];
  return numbers[row];
}

/* The text of a row of utf8; "" where it has none. */
static const char* plain_text_in(const struct taken* taken, const char* name, int64_t row) {
  static char text[200];
  const int64_t at = find(taken, name);
  const struct ArrowArray* const column = taken->array.children[at];
  const int32_t* const ends = column->buffers[1];
  const char* const bytes = column->buffers[2];
  CHECK(strcmp(taken->schema.children[at]->format, "u") == 0 && column->n_buffers == 3);
  CHECK(is_there(column, row) == (ends[row] < ends[row + 1]));
  memcpy(text, bytes + ends[row], (size_t)(ends[row + 1] - ends[row]));
  text[ends[row + 1] - ends[row]] = 0;
  return text;
}

/* A test does not have to use all of the above. */
static void use_all_of_taken(void) {
  (void)&use_all_of_taken;
  (void)&take;
  (void)&let_go;
  (void)&text_in;
  (void)&number_in;
  (void)&plain_text_in;
}

#endif
