// Tested by tests/capi/arrow_import_test.c.
//
// Observations from Arrow: a struct whose children are named as the columns of a table of
// observations. Each chunk becomes columns of the library, for the most part where it lies.

#include <algorithm>
#include <deque>
#include <optional>
#include <vector>

#include "arrow_table.hpp"
#include "handles.hpp"

using tiendo::Errc;
using tiendo::Form;
using tiendo::Index;
using tiendo::ObservationColumns;
using tiendo::Period;
using tiendo::Qualifier;
using tiendo::Result;
using tiendo::Standing;
using tiendo::Status;
using tiendo::ValidityView;
using tiendo::Verdict;
using tiendo::capi::ArrowColumn;
using tiendo::capi::ArrowNumbers;
using tiendo::capi::ArrowTable;
using tiendo::capi::ArrowWords;
using tiendo::capi::count_of;
using tiendo::capi::malformed;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::placed;
using tiendo::capi::run;

namespace {

// The enumerator of a word, from `first` on.
template <class Enum>
std::optional<Enum> named(std::string_view word, int first) {
  for (int i = first; !name_of(static_cast<Enum>(i)).empty(); ++i) {
    if (name_of(static_cast<Enum>(i)) == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

// One chunk of rows as columns, and the memory of what does not lie as they need it.
class Chunk {
 public:
  Chunk(const ArrowTable& table, const ArrowArray& array) : table_(table), array_(array) {}

  Outcome read(ObservationColumns& columns) {
    words("indicator", columns.indicator);
    words("unit", columns.unit);
    words("project", columns.project);
    words("work_stage", columns.work_stage);
    words("source", columns.source);
    words("note", columns.note);
    words("words", columns.words);
    words("judge", columns.judge);
    periods(columns);
    numbers("value", columns.value);
    numbers("numerator", columns.numerator);
    numbers("denominator", columns.denominator);
    numbers("value_to", columns.upper);
    codes("form", columns.form, forms_, std::optional<Form>());
    codes("standing", columns.standing, standings_, Standing::value);
    codes("status", columns.status, statuses_, Status::official);
    codes("qualifier", columns.qualifier, qualifiers_, Qualifier::exact);
    codes("verdict", columns.verdict, verdicts_, Verdict::none);
    days("recorded_on", columns.recorded_on, columns.recorded_on_validity);
    revisions(columns.revision);
    return outcome_;
  }

 private:
  // Whether a column is there and fit to be read.
  bool open(std::string_view name, ArrowColumn& column) {
    if (outcome_.failed() || !table_.has(name)) return false;
    outcome_ = table_.open(name, array_, column);
    return !outcome_.failed();
  }

  // The same of a column that holds no texts. Its dictionary would hold what its numbers are only
  // the places of.
  bool open_plain(std::string_view name, ArrowColumn& column) {
    if (!open(name, column)) return false;
    if (column.schema->dictionary == nullptr) return true;
    outcome_ =
        tiendo::capi::column_fault(Errc::wrong_type, name, "only texts may stand in a dictionary");
    return false;
  }

  void words(std::string_view name, tiendo::WordColumn& column) {
    ArrowColumn given;
    if (!open(name, given)) return;
    ArrowWords& own = words_.emplace_back();
    outcome_ = read_words(given, own);
    // The library takes indexes without words for positions in the plan.
    if (own.words.empty()) own.words.emplace_back();
    column = {own.words, own.at};
  }

  void numbers(std::string_view name, tiendo::NumberColumn& column) {
    ArrowColumn given;
    if (open_plain(name, given)) outcome_ = read_numbers(given, numbers_.emplace_back(), column);
  }

  void days(std::string_view name, std::span<const std::int32_t>& column, ValidityView& validity) {
    ArrowColumn given;
    if (!open_plain(name, given)) return;
    outcome_ = read_days(given, column, days_.emplace_back());
    validity = validity_of(given, bits_.emplace_back());
  }

  // Days of which every row needs one.
  void days(std::string_view name, std::span<const std::int32_t>& column) {
    ValidityView validity;
    days(name, column, validity);
    for (std::size_t i = 0; !outcome_.failed() && i < column.size(); ++i) {
      if (!tiendo::capi::is_valid(validity, i)) no_period(name, i);
    }
  }

  void no_period(std::string_view name, std::size_t row) {
    outcome_ = tiendo::capi::column_fault(Errc::period_empty, name, "the row has no period");
    outcome_.row = count_of(row);
  }

  void periods(ObservationColumns& columns) {
    if (table_.has("period")) return periods_of_words(columns);
    days("period_start", columns.start);
    days("period_end", columns.end);
  }

  void periods_of_words(ObservationColumns& columns) {
    ArrowColumn given;
    ArrowWords read;
    if (!open("period", given)) return;
    outcome_ = read_words(given, read);
    if (outcome_.failed()) return;
    std::vector<std::int32_t>& starts = days_.emplace_back(given.rows);
    std::vector<std::int32_t>& ends = days_.emplace_back(given.rows);
    std::vector<std::optional<Period>> known(read.words.size());
    for (std::size_t i = 0; i < given.rows; ++i) {
      const Index word = read.at[i];
      if (word == tiendo::kNone) return no_period("period", i);
      if (!known[word]) {
        const Result<Period> period = Period::parse(read.words[word]);
        if (!period) {
          outcome_ = placed(period.error(), given, i);
          return;
        }
        known[word] = *period;
      }
      starts[i] = known[word]->start().days();
      ends[i] = known[word]->end().days();
    }
    columns.start = starts;
    columns.end = ends;
  }

  template <class Enum>
  static bool read_code(std::string_view word, std::optional<Enum>& code) {
    code = named<Enum>(word, 0);
    return code.has_value();
  }
  template <class Enum>
  static bool read_code(std::string_view word, Enum& code) {
    const auto found = named<Enum>(word, name_of(Enum()).empty() ? 1 : 0);
    if (found) code = *found;
    return found.has_value();
  }

  // Words of the format; a row without one has the default.
  template <class Code>
  void codes(std::string_view name, std::span<const Code>& column, std::vector<Code>& own,
             const Code& absent) {
    ArrowColumn given;
    ArrowWords read;
    if (!open(name, given)) return;
    outcome_ = read_words(given, read);
    std::vector<Code> known(read.words.size(), absent);
    std::vector<bool> is_known(known.size());
    for (std::size_t i = 0; !outcome_.failed() && i < given.rows; ++i) {
      const Index word = read.at[i];
      if (word != tiendo::kNone && !is_known[word]) {
        is_known[word] = read_code(read.words[word], known[word]);
        if (!is_known[word]) outcome_ = placed(tiendo::error(Errc::unknown_word), given, i);
      }
      own.push_back(word == tiendo::kNone ? absent : known[word]);
    }
    column = own;
  }

  void revisions(std::span<const std::int32_t>& column) {
    ArrowColumn given;
    if (!open_plain("revision", given)) return;
    std::vector<std::int32_t>& own = days_.emplace_back();
    outcome_ = read_integers(given, column, own);
    std::vector<std::uint8_t> bits;
    const ValidityView validity = validity_of(given, bits);
    if (outcome_.failed() || validity.empty()) return;
    if (own.empty()) own.assign(column.begin(), column.end());
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (!tiendo::capi::is_valid(validity, i)) own[i] = 0;
    }
    column = own;
  }

  const ArrowTable& table_;
  const ArrowArray& array_;
  std::deque<ArrowWords> words_;  // each of these stays where it is
  std::deque<ArrowNumbers> numbers_;
  std::deque<std::vector<std::int32_t>> days_;
  std::deque<std::vector<std::uint8_t>> bits_;
  std::vector<std::optional<Form>> forms_;
  std::vector<Standing> standings_;
  std::vector<Status> statuses_;
  std::vector<Qualifier> qualifiers_;
  std::vector<Verdict> verdicts_;
  Outcome outcome_;
};

Outcome check_rows(const ArrowTable& table, const ArrowArray& array) {
  if (array.release == nullptr) return malformed("", "the array has been released");
  if (array.length < 0 || array.offset < 0 || array.n_children != count_of(table.columns()) ||
      array.children == nullptr || array.n_buffers != 1 || array.buffers == nullptr) {
    return malformed("", "the array is not one of its schema");
  }
  // First of all, so that nothing is read that is not there.
  Outcome bad = table.check(array);
  if (bad.failed()) return bad;
  const auto* const bits = static_cast<const std::uint8_t*>(array.buffers[0]);
  if (bits == nullptr || array.null_count == 0) return {};
  for (std::int64_t i = 0; i < array.length; ++i) {
    const std::int64_t bit = array.offset + i;
    if ((bits[bit / 8] >> bit % 8 & 1) != 0) continue;
    Outcome absent = malformed("", "a row of the struct is null");
    absent.row = i;
    return absent;
  }
  return {};
}

// So many rows are read between two questions whether to go on.
constexpr std::int64_t kSlice = 65'536;

// Appends the rows of a slice, of which `before` rows came before.
Outcome append_slice(tiendo_context& context, tiendo::ObservationLog::Batch& batch,
                     const ArrowTable& table, const ArrowArray& array, std::size_t before) {
  Outcome outcome;
  Chunk chunk(table, array);
  ObservationColumns columns;
  outcome = chunk.read(columns);
  if (!outcome.failed()) {
    outcome = tiendo::capi::keep_rows(context, batch.append_columns(columns), before);
  } else if (outcome.row >= 0) {
    outcome.row += count_of(before);
  }
  return outcome;
}

// Appends the rows of an array, likewise.
Outcome append(tiendo_context& context, tiendo::Watch& watch, tiendo::ObservationLog::Batch& batch,
               const ArrowTable& table, const ArrowArray& array, std::size_t before) {
  Outcome outcome = check_rows(table, array);
  for (std::int64_t at = 0; !outcome.failed() && at < array.length; at += kSlice) {
    ArrowArray slice = array;
    slice.offset += at;
    slice.length = std::min(kSlice, array.length - at);
    const std::size_t all_before = before + static_cast<std::size_t>(at);
    outcome = append_slice(context, batch, table, slice, all_before);
    if (!outcome.failed() && !watch.goes_on(count_of(all_before) + slice.length)) {
      outcome = tiendo::error(Errc::cancelled);
    }
  }
  return outcome;
}

// What a producer hands over, until it is released, once.
template <class Handed>
struct Owned {
  Handed handed{};

  Owned() = default;
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() {
    if (handed.release != nullptr) handed.release(&handed);
  }
};

Outcome fault_of_stream(ArrowArrayStream& stream) {
  const char* const why =
      stream.get_last_error == nullptr ? nullptr : stream.get_last_error(&stream);
  return {TIENDO_E_INVALID_ARG,
          "the stream says: " + std::string(why == nullptr ? "an error" : why)};
}

Outcome append(tiendo_context& context, tiendo::ObservationLog& log, ArrowArrayStream& stream) {
  Owned<ArrowSchema> schema;
  if (stream.get_schema(&stream, &schema.handed) != 0) return fault_of_stream(stream);
  ArrowTable table;
  Outcome outcome = table.read(schema.handed);
  tiendo::ObservationLog::Batch batch(log);
  const std::size_t before = log.size();
  tiendo::Watch watch(context.how);
  if (!outcome.failed() && !watch.begin(tiendo::Phase::reading_observations, 0)) {
    outcome = tiendo::error(Errc::cancelled);
  }
  while (!outcome.failed()) {
    Owned<ArrowArray> array;
    if (stream.get_next(&stream, &array.handed) != 0) return fault_of_stream(stream);
    if (array.handed.release == nullptr) break;
    outcome = append(context, watch, batch, table, array.handed, log.size() - before);
  }
  if (!outcome.failed()) batch.keep();
  return outcome;
}

// Runs a body that appends to a log.
template <class Body>
tiendo_status with_log(tiendo_context* context, tiendo_observations* observations,
                       const Body& body) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (observations == nullptr) return null_argument("observations");
    const tiendo::capi::Appending visit(observations->gate);
    Outcome bad = visit.allowed();
    return bad.failed() ? bad : body(*observations->log);
  });
}

}  // namespace

tiendo_status tiendo_observations_append_arrow(tiendo_context* context,
                                               tiendo_observations* observations,
                                               const struct ArrowSchema* schema,
                                               const struct ArrowArray* array) noexcept {
  return with_log(context, observations, [&](tiendo::ObservationLog& log) -> Outcome {
    if (schema == nullptr) return null_argument("schema");
    if (array == nullptr) return null_argument("array");
    ArrowTable table;
    Outcome outcome = table.read(*schema);
    if (outcome.failed()) return outcome;
    tiendo::ObservationLog::Batch batch(log);
    tiendo::Watch watch(context->how);
    if (!watch.begin(tiendo::Phase::reading_observations,
                     std::max<std::int64_t>(array->length, 0))) {
      return tiendo::error(Errc::cancelled);
    }
    outcome = append(*context, watch, batch, table, *array, 0);
    if (!outcome.failed()) batch.keep();
    return outcome;
  });
}

tiendo_status tiendo_observations_append_arrow_stream(tiendo_context* context,
                                                      tiendo_observations* observations,
                                                      struct ArrowArrayStream* stream) noexcept {
  return with_log(context, observations, [&](tiendo::ObservationLog& log) -> Outcome {
    if (stream == nullptr) return null_argument("stream");
    if (stream->release == nullptr || stream->get_schema == nullptr ||
        stream->get_next == nullptr) {
      return malformed("", "the stream has been released");
    }
    return append(*context, log, *stream);
  });
}
