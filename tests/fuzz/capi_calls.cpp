// Long because each kind of argument has its own way to be wrong.
//
// Bytes as a sequence of calls of the C library. Each call begins as one that goes well, then some
// of its arguments are changed: pointers NULL, numbers any, sizes smaller, texts those of the
// input, structures with other numbers, handles those that earlier calls made, Arrow columns with
// garbage where the format leaves room for it, a watcher that ends the call. No call crashes, and
// of each holds what the header promises (tests/calls/laws.hpp); everything is given back.

#include <array>
#include <cstring>
#include <deque>
#include <string>
#include <vector>

#include "../calls/laws.hpp"
#include "bytes.hpp"
#include "target.hpp"

using namespace tiendo::calls;
using tiendo::fuzz::Bytes;

namespace {

constexpr int kMostCalls = 24;
constexpr std::size_t kRoom = 8192;  // more than any struct_size that is taken

/// How many 32-bit numbers a structure begins with that may have any value.
std::size_t free_numbers(std::string_view type) {
  struct Numbers {
    std::string_view type;
    std::size_t count;
  };
  static constexpr Numbers known[] = {
      {"const tiendo_decimal*", 6},         {"const tiendo_period*", 2},
      {"const tiendo_context_options*", 2}, {"const tiendo_number_format*", 5},
      {"const tiendo_growth*", 4},          {"const tiendo_request*", 7},
      {"const tiendo_write_options*", 7},   {"const tiendo_check_options*", 6},
      {"const tiendo_arrow_options*", 4},   {"const tiendo_reported_weights*", 2},
      {"const tiendo_roll_up*", 2},         {"const tiendo_decimal_column*", 2},
      {"const tiendo_observation*", 10},    {"const tiendo_task_report*", 8},
      {"const tiendo_target_columns*", 2},  {"const tiendo_observation_columns*", 2},
      {"const tiendo_part_units*", 2},      {"const tiendo_calendar*", 2},
      {"const tiendo_due_dates*", 2},       {"const tiendo_working_days*", 4}};
  for (const Numbers& numbers : known) {
    if (numbers.type == type) return numbers.count;
  }
  return 0;
}

int32_t cancel(void* /*user*/, const tiendo_progress* /*progress*/) { return 1; }

/// A column of Arrow: its format and its numbers are any, its buffers are long enough for all that
/// the numbers say.
struct Column {
  ArrowSchema schema{};
  ArrowArray array{};
  ArrowSchema words_schema{};
  ArrowArray words{};
  std::string format, name;
  alignas(16) std::array<unsigned char, 512> first{};
  alignas(16) std::array<unsigned char, 512> second{};
  std::array<const void*, 3> buffers{};
  std::array<const void*, 3> words_buffers{};
};

void release_schema(ArrowSchema* schema) { schema->release = nullptr; }
void release_array(ArrowArray* array) { array->release = nullptr; }

/// Calls with what they were given and what they have made.
class Calls {
 public:
  explicit Calls(Bytes& bytes) : bytes_(bytes) {}
  Calls(const Calls&) = delete;
  Calls& operator=(const Calls&) = delete;
  ~Calls() {
    for (const Call& call : kept_) world_.finish(call);
  }

  void one() {
    const Function& function = functions()[bytes_.below(functions().size())];
    Call call = world_.call_of(function);
    for (unsigned changes = bytes_.byte() % 4; changes > 0; --changes) change(call);
    tiendo_status status = TIENDO_OK;
    const std::string fault = fault_of(call, &status);
    if (!fault.empty()) {
      const std::string name(function.name);
      std::fprintf(stderr, "%s: ", name.c_str());
      tiendo::fuzz::require(false, fault.c_str());
    }
    keep(std::move(call), status);
    texts_.clear();
    rooms_.clear();
  }

 private:
  void change(Call& call) {
    const Function& function = *call.function;
    if (function.parameters.empty() || function.name.ends_with("_destroy")) return;
    const unsigned at = bytes_.below(function.parameters.size());
    const Parameter& parameter = function.parameters[at];
    Word& word = call.words[at];
    if (parameter.type == "tiendo_watcher") {
      word = bytes_.byte() % 2 == 0 ? 0 : reinterpret_cast<Word>(&cancel);
    } else if (!parameter.is_pointer()) {
      change_number(function, parameter, word);
    } else if (bytes_.byte() % 4 == 0) {
      word = 0;
    } else if (parameter.type == "const char*") {
      change_text(call, at);
    } else if (parameter.type == "const struct ArrowSchema*") {
      change_arrow(call, at);
    } else if (parameter.type == "const tiendo_text_column*" && parameter.name == "texts") {
      change_texts(word);
    } else if (const std::size_t count = free_numbers(parameter.type); count > 0 && word != 0) {
      change_structure(word, count, parameter);
    } else if (const Word made = made_of(parameter.type); made != 0) {
      word = made;
    }
  }

  void change_number(const Function& function, const Parameter& parameter, Word& word) {
    const std::int64_t number = bytes_.number();
    const auto now = static_cast<std::int64_t>(word);
    if (is_size(function, parameter) && number > now) {
      if (now > 0) word = static_cast<Word>(number % (now + 1));
      return;
    }
    word = static_cast<Word>(number);
  }

  /// A text of the input, with its length if it has one.
  void change_text(Call& call, unsigned at) {
    const std::vector<Parameter>& parameters = call.function->parameters;
    texts_.push_back(bytes_.text());
    call.words[at] = reinterpret_cast<Word>(texts_.back().c_str());
    const bool counted = at + 1 < parameters.size() && parameters[at + 1].type == "int64_t" &&
                         parameters[at + 1].name.ends_with("length");
    if (counted) call.words[at + 1] = texts_.back().size();
  }

  /// A copy of a structure with one of its first numbers changed and any bytes behind it.
  void change_structure(Word& word, std::size_t count, const Parameter& parameter) {
    std::size_t size = *reinterpret_cast<const std::uint32_t*>(word);
    if (parameter.type == "const tiendo_decimal*") size = 3 * sizeof(tiendo_decimal);
    if (parameter.type == "const tiendo_period*") {
      size = (parameter.name == "parts" ? 12 : 1) * sizeof(tiendo_period);
    }
    if (size > kRoom / 2) return;
    rooms_.emplace_back(kRoom, static_cast<unsigned char>(bytes_.byte() % 4 == 0));
    std::vector<unsigned char>& room = rooms_.back();
    std::memcpy(room.data(), reinterpret_cast<const void*>(word), size);
    const auto number = static_cast<std::int32_t>(bytes_.number());
    std::memcpy(room.data() + 4 * bytes_.below(count), &number, sizeof number);
    word = reinterpret_cast<Word>(room.data());
  }

  /// Texts whose offsets are any numbers, of either width.
  void change_texts(Word& word) {
    rooms_.emplace_back(kRoom);
    std::vector<unsigned char>& room = rooms_.back();
    const bool wide = bytes_.byte() % 2 == 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const std::int64_t end = bytes_.byte() % 4 == 0 ? bytes_.number() : bytes_.below(50);
      std::memcpy(room.data() + i * (wide ? 8 : 4), &end, wide ? 8 : 4);
    }
    texts_.push_back(bytes_.text());
    const tiendo_text_column column = {sizeof column,
                                       wide                 ? 8
                                       : bytes_.byte() == 0 ? 5
                                                            : 4,
                                       bytes_.below(4),
                                       texts_.back().data(),
                                       static_cast<std::int64_t>(texts_.back().size()),
                                       room.data(),
                                       bytes_.byte() % 2 == 0 ? nullptr : room.data() + 64};
    room[64] = static_cast<unsigned char>(bytes_.byte());
    std::memcpy(room.data() + 128, &column, sizeof column);
    word = reinterpret_cast<Word>(room.data() + 128);
  }

  /// A handle of this type that an earlier call has made.
  Word made_of(std::string_view type) {
    if (type.starts_with("const ")) type.remove_prefix(6);
    std::vector<Word> found;
    for (const Call& call : kept_) {
      for (const Output& output : call.outputs) {
        const std::string_view made = call.function->parameters[output.parameter].type;
        if (made.substr(0, made.size() - 1) == type) {
          found.push_back(reinterpret_cast<Word>(output.handle()));
        }
      }
    }
    return found.empty() ? 0 : found[bytes_.below(found.size())];
  }

  void change_arrow(Call& call, unsigned at) {
    static const char* const names[] = {"indicator", "period",       "value",      "unit",
                                        "form",      "recorded_on",  "revision",   "standing",
                                        "note",      "period_start", "period_end", "numerator"};
    static const char* const formats[] = {
        "u", "U",      "tdD",    "l",  "i", "s", "c", "C", "S", "I",
        "L", "d:38,2", "d:5,-1", "d:", "n", "b", "g", "z", "",  "+l"};
    columns_.clear();
    schemas_.clear();
    arrays_.clear();
    const std::int64_t rows = bytes_.below(4);
    for (unsigned count = 1 + bytes_.below(4); count > 0; --count) {
      Column& column = columns_.emplace_back();
      column.name = names[bytes_.below(std::size(names))];
      column.format = formats[bytes_.below(std::size(formats))];
      fill(column, rows);
      schemas_.push_back(&column.schema);
      arrays_.push_back(&column.array);
    }
    schema_ = ArrowSchema();
    array_ = ArrowArray();
    schema_.format = bytes_.byte() == 0 ? "+l" : "+s";
    schema_.name = "";
    schema_.n_children = static_cast<std::int64_t>(schemas_.size());
    schema_.children = schemas_.data();
    schema_.release = bytes_.byte() == 0 ? nullptr : release_schema;
    array_.length = bytes_.byte() == 0 ? bytes_.number() % 4 : rows;
    array_.offset = bytes_.byte() == 0 ? -1 : 0;
    array_.n_buffers = bytes_.byte() == 0 ? 0 : 1;
    no_buffers_ = {nullptr};
    array_.buffers = no_buffers_.data();
    array_.n_children = schema_.n_children - (bytes_.byte() == 0 ? 1 : 0);
    array_.children = arrays_.data();
    array_.release = bytes_.byte() == 0 ? nullptr : release_array;
    call.words[at] = reinterpret_cast<Word>(&schema_);
    call.words[at + 1] = reinterpret_cast<Word>(&array_);
  }

  /// Offsets and indexes of both widths lie within what the buffers have, but in any order.
  void fill(Column& column, std::int64_t rows) {
    const auto offsets = [&](std::array<unsigned char, 512>& room, const std::string& format) {
      const bool wide = format == "U";
      const bool narrow = format == "u" || format == "z";
      for (std::size_t i = 0; i < 16; ++i) {
        const std::int64_t end =
            narrow || wide ? bytes_.below(40) - (bytes_.byte() == 0 ? 1 : 0) : bytes_.number();
        const std::size_t width = narrow ? 4 : 8;
        std::memcpy(room.data() + i * width, &end, width);
      }
    };
    const bool in_words = bytes_.byte() % 4 == 0;
    offsets(column.first, column.format);
    for (std::size_t i = 0; i < 40; ++i)
      column.second[i] = static_cast<unsigned char>(bytes_.byte());
    column.buffers = {nullptr, column.first.data(), column.second.data()};
    if (bytes_.byte() % 4 == 0) column.buffers[0] = column.second.data();
    column.schema.format = column.format.c_str();
    column.schema.name = column.name.c_str();
    column.schema.flags = static_cast<std::int64_t>(bytes_.byte());
    column.schema.release = release_schema;
    column.array.length = bytes_.byte() == 0 ? -1 : rows + bytes_.below(2);
    column.array.null_count = static_cast<std::int64_t>(bytes_.byte() % 4) - 1;
    column.array.offset = bytes_.byte() == 0 ? -1 : std::int64_t{bytes_.below(3)};
    const bool texts = column.format == "u" || column.format == "U" || column.format == "z";
    column.array.n_buffers = bytes_.byte() == 0 ? bytes_.below(4) : texts ? 3 : 2;
    column.array.buffers = column.buffers.data();
    column.array.release = release_array;
    if (!in_words) return;
    // The same as words of a dictionary, with indexes of one byte.
    column.words_schema = column.schema;
    column.words = column.array;
    column.words_buffers = column.buffers;
    column.words.buffers = column.words_buffers.data();
    column.schema.format = bytes_.byte() % 2 == 0 ? "c" : "C";
    column.schema.dictionary = &column.words_schema;
    column.array.dictionary = &column.words;
    column.buffers = {nullptr, column.second.data() + 40, nullptr};
    column.array.n_buffers = 2;
    for (std::size_t i = 40; i < 56; ++i)
      column.second[i] = static_cast<unsigned char>(bytes_.byte());
  }

  void keep(Call call, tiendo_status status) {
    if (status != TIENDO_OK) return;
    const Function& function = *call.function;
    if (function.name.ends_with("_destroy")) {
      world_.finish(call);
      return;
    }
    if (function.name == "tiendo_observations_reopen") {
      world_.finish(call);
      return;
    }
    bool has_made = false;
    for (const Output& output : call.outputs) {
      const Parameter& parameter = function.parameters[output.parameter];
      const bool is_stream = parameter.type == "struct ArrowArrayStream*";
      if (is_stream) drink(output);
      has_made |= is_stream || parameter.is_made();
    }
    if (has_made) kept_.push_back(std::move(call));
  }

  /// Takes all that a stream has.
  static void drink(const Output& output) {
    auto* const stream = reinterpret_cast<ArrowArrayStream*>(output.room.get());
    ArrowSchema schema{};
    ArrowArray array{};
    tiendo::fuzz::require(stream->get_schema(stream, &schema) == 0, "a stream has a schema");
    schema.release(&schema);
    bool more = true;
    while (more) {
      tiendo::fuzz::require(stream->get_next(stream, &array) == 0, "a stream has arrays");
      more = array.release != nullptr;
      if (more) array.release(&array);
    }
  }

  Bytes& bytes_;
  World world_;
  std::deque<Call> kept_;  // those that have made handles
  std::deque<std::string> texts_;
  std::deque<std::vector<unsigned char>> rooms_;
  std::deque<Column> columns_;
  std::vector<ArrowSchema*> schemas_;
  std::vector<ArrowArray*> arrays_;
  std::array<const void*, 1> no_buffers_{};
  ArrowSchema schema_{};
  ArrowArray array_{};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  Calls calls(bytes);
  for (int i = 0; i < kMostCalls && !bytes.done(); ++i) calls.one();
  return 0;
}
