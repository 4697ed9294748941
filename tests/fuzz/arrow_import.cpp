// Long because each thing that a structure says has its own way to be wrong.
//
// Observations from Arrow, whose structures say anything: formats, names, lengths, offsets, numbers
// of buffers and of children, pointers that are null, dictionaries that are absent, bitmaps. What a
// reader cannot find out is left true: buffers are exactly as long as the numbers say, so that the
// sanitizer finds a byte too many, and texts lie within their bytes, where their offsets may fall.
//
// A table is taken whole or not at all, and a stream of it likewise, with the same words; what a
// stream hands out is released, once.

#include <algorithm>
#include <cstring>
#include <deque>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "bytes.hpp"
#include "target.hpp"
#include "tiendo.h"

using tiendo::fuzz::Bytes;
using tiendo::fuzz::require;

namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kTextBytes = 48;

constexpr const char* kPlan = R"({"format": "tiendo-plan/1",
 "measures": [{"id": "t", "kind": "mass"}, {"id": "percent", "kind": "share", "factor": "0.01"}],
 "units": [{"id": "land"}, {"id": "a", "parent": "land"}],
 "indicators": [{"id": "x", "kind": "flow", "measure": "t"},
  {"id": "r", "kind": "ratio", "of": "level", "measure": "percent"}],
 "plan": {"id": "p", "unit": "land", "period": "2024", "targets": [
  {"indicator": "x", "at_least": "6"}], "projects": [{"id": "road", "stages": ["paid"]}]}})";

// Words that some column may have, and one that none has.
constexpr const char* kWords[] = {"x",         "r",    "a",        "land", "2024", "2024-Q1",
                                  "increment", "met",  "official", "over", "n/a",  "road",
                                  "paid",      "\xFF", "",         "no"};
constexpr const char* kNames[] = {
    "indicator",    "period",     "value",       "unit",       "numerator", "denominator",
    "period_start", "period_end", "recorded_on", "revision",   "form",      "standing",
    "status",       "qualifier",  "source",      "note",       "value_to",  "words",
    "verdict",      "judge",      "project",     "work_stage", "no_column"};
constexpr const char* kFormats[] = {"u",      "l",      "U", "tdD", "d:38,2", "i",  "c",  "C",
                                    "s",      "S",      "I", "L",   "n",      "b",  "g",  "z",
                                    "d:5,-1", "d:9,39", "",  "d:",  "+s",     "+l", "vu", "tdm"};

// So many bytes has a number of the format; 0 where it has texts, or none.
std::size_t width_of(const std::string& format) {
  if (format.rfind("d:", 0) == 0) return 16;
  if (format == "tdD") return 4;
  switch (format.size() == 1 ? format[0] : ' ') {
    case 'c':
    case 'C': return 1;
    case 's':
    case 'S': return 2;
    case 'i':
    case 'I': return 4;
    case 'l':
    case 'L': return 8;
    default: return 0;
  }
}

int released = 0;  // of schemas and arrays
void release_schema(ArrowSchema* schema) {
  ++released;
  schema->release = nullptr;
}
void release_array(ArrowArray* array) {
  ++released;
  array->release = nullptr;
}

/// A schema and an array of one column, or of the words of one.
struct Part {
  ArrowSchema schema{};
  ArrowArray array{};
  std::string format;
  const void* buffers[3] = {nullptr, nullptr, nullptr};
};

/// A length or an offset that is no true one, but can be seen to be none.
std::int64_t wrong_number(Bytes& bytes) {
  static constexpr std::int64_t numbers[] = {-1, kMost, kMost / 32 + 1, -kMost - 1, kMost - 1};
  return numbers[bytes.below(std::size(numbers))];
}

/// A table, all of which is as it should be until it is changed.
class Table {
 public:
  explicit Table(Bytes& bytes) : bytes_(bytes) {
    rows_ = bytes_.below(5);
    skip_ = bytes_.byte() % 4 == 0 ? bytes_.below(4) : 0;
    add("indicator", "u");
    add("period", "u");
    add("value", "l");
    for (unsigned more = bytes_.below(5); more > 0; --more) {
      add(kNames[bytes_.below(std::size(kNames))], kFormats[bytes_.below(std::size(kFormats))]);
    }
    children_.resize(kRoomOfChildren);
    arrays_.resize(kRoomOfChildren);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      children_[i] = &columns_[i].schema;
      arrays_[i] = &columns_[i].array;
    }
    schema.format = "+s";
    schema.name = "";
    schema.n_children = static_cast<std::int64_t>(columns_.size());
    schema.children = children_.data();
    schema.release = release_schema;
    array.length = rows_;
    array.offset = skip_;
    array.n_buffers = 1;
    array.n_children = schema.n_children;
    array.buffers = buffers_;
    array.children = arrays_.data();
    array.release = release_array;
    for (unsigned changes = bytes_.below(6); changes > 0; --changes) change();
    if (bytes_.byte() % 8 == 0) {
      buffers_[0] = bits(static_cast<std::size_t>(rows_ + skip_));
      array.null_count = -1;
    }
    for (Part& column : columns_) fill(column, skip_ + rows_);
    for (Part& words : words_) fill(words, kWordsOfEach);
  }

  ArrowSchema schema{};
  ArrowArray array{};

 private:
  // Behind the last child are null pointers.
  static constexpr std::size_t kRoomOfChildren = 30;
  static constexpr std::int64_t kWordsOfEach = 4;

  static void begin(Part& part, const char* format, std::int64_t length) {
    part.format = format;
    part.schema.name = "";
    part.schema.release = release_schema;
    part.array.length = length;
    part.array.buffers = part.buffers;
    part.array.release = release_array;
    set_buffers(part);
  }

  static void set_buffers(Part& part) {
    part.schema.format = part.format.c_str();
    const bool texts = part.format == "u" || part.format == "U";
    part.array.n_buffers = part.format == "n" ? 0 : texts ? 3 : 2;
  }

  void add(const char* name, const char* format) {
    Part& column = columns_.emplace_back();
    begin(column, format, skip_ + rows_);
    column.schema.name = name;
    const bool is_text = column.format == "u" || column.format == "U";
    if (is_text && bytes_.byte() % 3 == 0) put_in_dictionary(column);
  }

  void put_in_dictionary(Part& column) {
    Part& words = words_.emplace_back();
    begin(words, column.format.c_str(), kWordsOfEach);
    static constexpr const char* indexes[] = {"i", "c", "C", "s", "S", "I", "l", "L"};
    column.format = indexes[bytes_.below(std::size(indexes))];
    set_buffers(column);
    column.schema.dictionary = &words.schema;
    column.array.dictionary = &words.array;
  }

  // One thing is not as it was.
  void change() {
    const unsigned what = bytes_.below(4);
    if (what == 0) return change_struct();
    const bool of_words = what == 1 && !words_.empty();
    std::deque<Part>& parts = of_words ? words_ : columns_;
    change(parts[bytes_.below(parts.size())], of_words);
  }

  void change_struct() {
    switch (bytes_.below(12)) {
      case 0: array.length = wrong_number(bytes_); break;
      case 1: array.offset = wrong_number(bytes_); break;
      case 2: array.n_children = bytes_.number(); break;
      case 3: schema.n_children = bytes_.number(); break;
      case 4: array.n_buffers = bytes_.number(); break;
      case 5: array.buffers = nullptr; break;
      case 6: array.children = nullptr; break;
      case 7: schema.children = nullptr; break;
      case 8: schema.release = nullptr; break;
      case 9: schema.format = bytes_.byte() % 2 == 0 ? nullptr : "+l"; break;
      case 10: children_[bytes_.below(columns_.size())] = nullptr; break;
      default: arrays_[bytes_.below(columns_.size())] = nullptr; break;
    }
  }

  // The first column has as many rows as it says, so that those of the struct can be seen to be
  // wrong; the other numbers may be any.
  void change(Part& part, bool of_words) {
    switch (bytes_.below(12)) {
      case 0: part.array.length = &part == &columns_.front() ? -1 : wrong_number(bytes_); break;
      case 1:
        part.array.offset = bytes_.byte() % 2 == 0 ? wrong_number(bytes_) : bytes_.below(4);
        break;
      case 2: part.array.n_buffers = bytes_.number(); break;
      case 3: part.array.buffers = nullptr; break;
      case 4: absent_ |= 1U << bytes_.below(3); break;
      case 5:
        part.format = kFormats[bytes_.below(std::size(kFormats))];
        if (bytes_.byte() % 4 == 0) {
          part.schema.format = part.format.c_str();
        } else {
          set_buffers(part);
        }
        break;
      case 6: part.schema.format = bytes_.byte() % 2 == 0 ? nullptr : part.schema.format; break;
      case 7:
        part.schema.name =
            bytes_.byte() % 4 == 0 ? nullptr : kNames[bytes_.below(std::size(kNames))];
        break;
      case 8: part.array.dictionary = nullptr; break;
      case 9: part.schema.dictionary = nullptr; break;
      case 10: part.schema.dictionary = &part.schema; break;
      default:
        if (!of_words) put_in_dictionary(part);
        break;
    }
    part.array.null_count = static_cast<std::int64_t>(bytes_.byte() % 3) - 1;
  }

  // So many bytes of memory, a byte behind an even address now and then.
  unsigned char* room(std::size_t size) {
    const std::size_t shift = bytes_.byte() % 8 == 0 ? 1 : 0;
    rooms_.push_back(std::make_unique<unsigned char[]>(size + shift));
    return rooms_.back().get() + shift;
  }

  const void* bits(std::size_t rows) {
    unsigned char* const bits = room((rows + 7) / 8);
    for (std::size_t i = 0; i < (rows + 7) / 8; ++i) {
      bits[i] = static_cast<unsigned char>(~bytes_.byte());
    }
    return bits;
  }

  // Memory for so many rows behind the offset.
  void fill(Part& part, std::int64_t rows) {
    const std::int64_t offset = part.array.offset;
    const auto reach = static_cast<std::size_t>(rows + (offset < 0 || offset > 3 ? 0 : offset));
    if (bytes_.byte() % 4 == 0) part.buffers[0] = bits(reach);
    if (part.format == "u" || part.format == "z") {
      fill_texts<std::int32_t>(part, reach);
    } else if (part.format == "U") {
      fill_texts<std::int64_t>(part, reach);
    } else {
      const std::size_t width = width_of(part.format);
      unsigned char* const numbers = room(reach * width);
      for (std::size_t i = 0; i < reach && width > 0; ++i) {
        const std::int64_t number = bytes_.byte() % 8 == 0 ? bytes_.number() : bytes_.below(4);
        std::memset(numbers + i * width, number < 0 ? 0xFF : 0, width);
        std::memcpy(numbers + i * width, &number, std::min<std::size_t>(width, 8));
      }
      part.buffers[1] = numbers;
      part.buffers[2] = numbers;
    }
    for (std::size_t i = 0; i < 3; ++i) {
      if ((absent_ >> i & 1U) != 0 && bytes_.byte() % 4 == 0) part.buffers[i] = nullptr;
    }
  }

  template <class Offset>
  void fill_texts(Part& part, std::size_t reach) {
    unsigned char* const text = room(kTextBytes);
    unsigned char* const ends = room((reach + 1) * sizeof(Offset));
    std::size_t at = 0;
    for (std::size_t i = 0; i <= reach; ++i) {
      auto end = static_cast<Offset>(at);
      if (bytes_.byte() % 16 == 1) end = static_cast<Offset>(bytes_.below(kTextBytes + 1)) - 1;
      std::memcpy(ends + i * sizeof(Offset), &end, sizeof end);
      const char* const word = kWords[bytes_.below(std::size(kWords))];
      if (at + std::strlen(word) > kTextBytes) continue;
      std::memcpy(text + at, word, std::strlen(word));
      at += std::strlen(word);
    }
    part.buffers[1] = ends;
    part.buffers[2] = text;
  }

  Bytes& bytes_;
  std::int64_t rows_ = 0;
  std::int64_t skip_ = 0;
  unsigned absent_ = 0;  // which buffers may be null
  const void* buffers_[1] = {nullptr};
  std::deque<Part> columns_;  // each of these stays where it is
  std::deque<Part> words_;
  std::vector<ArrowSchema*> children_;
  std::vector<ArrowArray*> arrays_;
  std::vector<std::unique_ptr<unsigned char[]>> rooms_;
};

/// A stream that hands out a table so many times.
struct Stream {
  ArrowArrayStream stream{};
  const Table* table = nullptr;
  unsigned arrays = 0;
  bool fails = false;      // at the end
  bool has_words = false;  // for that
  int handed = 0;          // that have to be released
};

int get_schema(ArrowArrayStream* given, ArrowSchema* out) {
  auto* const stream = static_cast<Stream*>(given->private_data);
  *out = stream->table->schema;
  if (out->release != nullptr) ++stream->handed;
  return 0;
}

int get_next(ArrowArrayStream* given, ArrowArray* out) {
  auto* const stream = static_cast<Stream*>(given->private_data);
  std::memset(out, 0, sizeof *out);
  if (stream->arrays == 0) return stream->fails ? 5 : 0;
  --stream->arrays;
  *out = stream->table->array;
  ++stream->handed;
  return 0;
}

const char* last_error(ArrowArrayStream* given) {
  return static_cast<Stream*>(given->private_data)->has_words ? "the disk is gone" : nullptr;
}

void release_stream(ArrowArrayStream* stream) { stream->release = nullptr; }

/// A log, and what it has to be like.
class Log {
 public:
  Log() {
    require(tiendo_context_create(nullptr, &context_) == TIENDO_OK, "there is a context");
    tiendo_plan* plan = nullptr;
    require(tiendo_plan_read(context_, kPlan, TIENDO_NTS, nullptr, &plan) == TIENDO_OK, "a plan");
    require(tiendo_observations_create(context_, plan, &log_) == TIENDO_OK, "a log");
    tiendo_plan_destroy(plan);
  }
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;
  ~Log() {
    tiendo_observations_destroy(log_);
    tiendo_context_destroy(context_);
  }

  tiendo_status append(const Table& table) {
    const std::string before = text();
    const int already = released;
    const tiendo_status status =
        tiendo_observations_append_arrow(context_, log_, &table.schema, &table.array);
    require(released == already, "what is the caller's is not released");
    require_laws(status, before, table, 1);
    return status;
  }

  tiendo_status append(Stream& stream) {
    const std::string before = text();
    const int already = released;
    const unsigned times = stream.arrays;
    const tiendo_status status =
        tiendo_observations_append_arrow_stream(context_, log_, &stream.stream);
    require(released - already == stream.handed, "what was handed out is released");
    require_laws(status, before, *stream.table, times);
    return status;
  }

  std::string text() const {
    std::int64_t length = 0;
    std::string text;
    (void)tiendo_observations_write(context_, log_, TIENDO_NUMBERS_PLAIN, nullptr, 0, &length);
    text.resize(static_cast<std::size_t>(length) + 1);
    require(tiendo_observations_write(context_, log_, TIENDO_NUMBERS_PLAIN, text.data(), length + 1,
                                      &length) == TIENDO_OK,
            "a log is written");
    return text;
  }

 private:
  std::int64_t count() const {
    std::int64_t count = 0;
    require(tiendo_observations_count(context_, log_, &count) == TIENDO_OK, "rows are counted");
    return count;
  }

  void require_laws(tiendo_status status, const std::string& before, const Table& table,
                    unsigned times) {
    tiendo_error_info info{};
    info.struct_size = sizeof info;
    require(tiendo_context_last_error(context_, &info) == TIENDO_OK, "the record is read");
    require(info.status == status, "the record has the status");
    const bool known = status == TIENDO_E_INVALID_ARG || status == TIENDO_E_PARSE ||
                       status == TIENDO_E_RANGE || status == TIENDO_E_ENCODING;
    require(status == TIENDO_OK || known, "the status is one of its block");
    if (status == TIENDO_OK) {
      rows_ += table.array.length * times;
    } else {
      require(text() == before, "a log that refuses a table is as it was");
    }
    require(count() == rows_, "all rows are there");
  }

  tiendo_context* context_ = nullptr;
  tiendo_observations* log_ = nullptr;
  std::int64_t rows_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  Stream stream;
  stream.arrays = bytes.byte() % 4 == 0 ? bytes.below(3) : 1;
  stream.fails = bytes.byte() % 8 == 1;
  stream.has_words = bytes.byte() % 2 == 0;
  const Table table(bytes);
  Log log;
  const tiendo_status status = log.append(table);
  stream.stream = {get_schema, get_next, last_error, release_stream, &stream};
  stream.table = &table;
  const bool alike = stream.arrays == 1 && !stream.fails && table.array.release != nullptr;
  Log other;
  const tiendo_status streamed = other.append(stream);
  require(!alike || (streamed == status && other.text() == log.text()), "a stream is alike");
  return 0;
}
