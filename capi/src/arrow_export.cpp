// Tested by tests/capi/arrow_export_test.c.
//
// Each structure that is handed over has data of its own behind it, which shares the column and
// ends what is below and has not been moved away.

#include "arrow_export.hpp"

#include <cerrno>
#include <utility>

namespace tiendo::capi {
namespace {

// Behind an ArrowSchema or an ArrowArray: the column, and the structures below.
template <class Structure>
struct Behind {
  ArrowOut::Shared column;
  std::vector<Structure> children;
  std::vector<Structure*> pointers;
  Structure dictionary{};
  std::vector<const void*> buffers;

  explicit Behind(ArrowOut::Shared of)
      : column(std::move(of)), children(column->children.size()), buffers(column->buffers) {
    for (Structure& child : children) pointers.push_back(&child);
  }
  Behind(const Behind&) = delete;
  Behind& operator=(const Behind&) = delete;
  ~Behind() {
    for (Structure& child : children) end(child);
    end(dictionary);
  }

  static void end(Structure& structure) {
    if (structure.release != nullptr) structure.release(&structure);
  }
};

template <class Structure>
void release(Structure* structure) noexcept {
  delete static_cast<Behind<Structure>*>(structure->private_data);
  structure->private_data = nullptr;
  structure->release = nullptr;
}

void describe(const ArrowOut::Shared& column, ArrowSchema& schema);
void describe(const ArrowOut::Shared& column, ArrowArray& array);

// Fills what schemas and arrays have in common.
template <class Structure>
void fill(const ArrowOut::Shared& column, Structure& structure) {
  auto behind = std::make_unique<Behind<Structure>>(column);
  for (std::size_t i = 0; i < behind->children.size(); ++i) {
    describe(column->children[i], behind->children[i]);
  }
  structure = Structure();
  structure.n_children = count_of(behind->children.size());
  if (structure.n_children > 0) structure.children = behind->pointers.data();
  if (column->dictionary != nullptr) {
    describe(column->dictionary, behind->dictionary);
    structure.dictionary = &behind->dictionary;
  }
  structure.private_data = behind.release();
  structure.release = release<Structure>;
}

void describe(const ArrowOut::Shared& column, ArrowSchema& schema) {
  fill(column, schema);
  schema.format = column->format.c_str();
  schema.name = column->name.c_str();
  if (column->children.empty()) schema.flags = ARROW_FLAG_NULLABLE;
}

void describe(const ArrowOut::Shared& column, ArrowArray& array) {
  fill(column, array);
  auto& behind = *static_cast<Behind<ArrowArray>*>(array.private_data);
  array.length = column->rows;
  array.null_count = column->absent;
  array.n_buffers = count_of(behind.buffers.size());
  array.buffers = behind.buffers.data();
}

// Behind a stream.
struct Source {
  ArrowOut::Shared table;
  bool is_over = false;
  const char* fault = nullptr;
};

Source& source_of(ArrowArrayStream* stream) { return *static_cast<Source*>(stream->private_data); }

// Runs what needs memory. No exception leaves it.
template <class Body>
int guarded(ArrowArrayStream* stream, const Body& body) noexcept {
  Source& source = source_of(stream);
  source.fault = nullptr;
  try {
    body(source);
  } catch (...) {
    source.fault = "memory ran out";
    return ENOMEM;
  }
  return 0;
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* schema) noexcept {
  *schema = ArrowSchema();
  return guarded(stream, [&](Source& source) { describe(source.table, *schema); });
}

int get_next(ArrowArrayStream* stream, ArrowArray* array) noexcept {
  *array = ArrowArray();
  return guarded(stream, [&](Source& source) {
    if (source.is_over) return;
    describe(source.table, *array);
    source.is_over = true;
  });
}

const char* last_error(ArrowArrayStream* stream) noexcept { return source_of(stream).fault; }

void release_stream(ArrowArrayStream* stream) noexcept {
  delete static_cast<Source*>(stream->private_data);
  stream->private_data = nullptr;
  stream->release = nullptr;
}

}  // namespace

void hand_over(ArrowOut::Shared table, ArrowArrayStream& stream) {
  auto source = std::make_unique<Source>();
  source->table = std::move(table);
  stream = {get_schema, get_next, last_error, release_stream, source.release()};
}

}  // namespace tiendo::capi
