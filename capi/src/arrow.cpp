// Tested by tests/capi/arrow_import_test.c.
//
// What a producer says is not believed where it can be looked at: lengths, offsets, indexes,
// scales. That buffers are as long as they have to be is his word, as the interface does not say.

#include "arrow.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

#include "tiendo/base/word_table.hpp"

namespace tiendo::capi {
namespace {

// Rows up to which any address of a row can be computed.
constexpr std::int64_t kMostRows = std::numeric_limits<std::int64_t>::max() / 32;

// How many buffers an array of a type has; nothing for types that no column may have.
std::optional<std::int64_t> buffers_of(std::string_view format) {
  if (format == "n") return 0;
  if (format == "u" || format == "U") return 3;
  if (format == "tdD" || format.starts_with("d:")) return 2;
  if (format.size() == 1 && format.find_first_of("cCsSiIlL") == 0) return 2;
  return std::nullopt;
}

// Whether it has so many rows behind those that are skipped; each may be any number.
bool has_rows(const ArrowArray& array, std::size_t skip, std::size_t rows) {
  const auto length = static_cast<std::size_t>(array.length);
  return skip <= length && rows <= length - skip;
}

// Whether the first buffer with values may be read where there are rows.
bool has_values(const ArrowColumn& column) {
  return column.array->n_buffers < 2 || column.rows == 0 || column.buffer(1) != nullptr;
}

template <class T>
bool is_aligned(const void* address) {
  return reinterpret_cast<std::uintptr_t>(address) % alignof(T) == 0;
}

template <class T>
T load(const void* buffer, std::size_t at) {
  T value;
  std::memcpy(&value, static_cast<const unsigned char*>(buffer) + at * sizeof(T), sizeof(T));
  return value;
}

// The rows where they are, if they lie as the type needs it.
template <class T>
bool view(const ArrowColumn& column, std::span<const T>& rows) {
  const void* const buffer = column.buffer(1);
  if (!is_aligned<T>(buffer)) return false;
  if (column.rows > 0) rows = {static_cast<const T*>(buffer) + column.first, column.rows};
  return true;
}

template <class From, class To>
Outcome convert(const ArrowColumn& column, std::vector<To>& own) {
  std::vector<std::uint8_t> bits;
  const ValidityView validity = validity_of(column, bits);
  own.resize(column.rows);
  for (std::size_t i = 0; i < column.rows; ++i) {
    if (!is_valid(validity, i)) continue;
    const From number = load<From>(column.buffer(1), column.first + i);
    if (!std::in_range<To>(number)) {
      return placed(error(Errc::number_out_of_range), column, i);
    }
    // NOLINTNEXTLINE(bugprone-signed-char-misuse): a number of 8 bits, no character
    own[i] = static_cast<To>(number);
  }
  return {};
}

// The scale of "d:12,2" or "d:12,2,128".
std::optional<int> scale_of(std::string_view format) {
  int numbers[3] = {0, 0, 128};
  const char* from = format.data() + 2;
  const char* const end = format.data() + format.size();
  std::size_t count = 0;
  while (true) {
    const auto [after, fault] = std::from_chars(from, end, numbers[count]);
    if (fault != std::errc()) return std::nullopt;
    ++count;
    if (after == end) break;
    if (*after != ',' || count == 3) return std::nullopt;
    from = after + 1;
  }
  const bool known = count >= 2 && numbers[0] >= 1 && numbers[0] <= 38 && numbers[1] >= 0 &&
                     numbers[1] <= 38 && numbers[2] == 128;
  return known ? std::optional(numbers[1]) : std::nullopt;
}

// The texts of a column, one after the other; `use` has the row and its text.
template <class Offset, class Use>
Outcome each_text(const ArrowColumn& column, ValidityView validity, const Use& use) {
  const auto* const bytes = static_cast<const char*>(column.buffer(2));
  for (std::size_t i = 0; i < column.rows; ++i) {
    if (!is_valid(validity, i)) continue;
    const Offset from = load<Offset>(column.buffer(1), column.first + i);
    const Offset to = load<Offset>(column.buffer(1), column.first + i + 1);
    if (from < 0 || to < from || (to > from && bytes == nullptr)) {
      return placed(malformed(column.name, "the offsets of its texts do not ascend"), column, i);
    }
    std::string_view text;
    Outcome bad;
    if (to > from) bad = take_text(column.name, bytes + from, to - from, text);
    if (bad.failed()) return placed(std::move(bad), column, i);
    use(i, text);
  }
  return {};
}

template <class Use>
Outcome each_text(const ArrowColumn& column, const Use& use) {
  std::vector<std::uint8_t> bits;
  const ValidityView validity = validity_of(column, bits);
  return column.format == "u" ? each_text<std::int32_t>(column, validity, use)
                              : each_text<std::int64_t>(column, validity, use);
}

// Each text as the number of the first that is equal.
Outcome read_texts(const ArrowColumn& column, ArrowWords& words) {
  WordTable numbers;
  words.own.assign(column.rows, kNone);
  Outcome bad = each_text(column, [&](std::size_t row, std::string_view text) {
    // Rows often have the text of the row before.
    if (row > 0 && words.own[row - 1] != kNone && words.words[words.own[row - 1]] == text) {
      words.own[row] = words.own[row - 1];
      return;
    }
    const auto word_of = [&](Index at) { return words.words[at]; };
    words.own[row] = numbers.put(text, word_of, [&] {
      words.words.push_back(text);
      return static_cast<Index>(words.words.size() - 1);
    });
  });
  words.at = words.own;
  return bad;
}

// The indexes of a dictionary of which some words may be absent.
Outcome read_indexes(const ArrowColumn& column, const std::vector<bool>& there, ArrowWords& words) {
  std::span<const std::int64_t> indexes;
  std::vector<std::int64_t> copy;
  std::vector<std::uint8_t> bits;
  Outcome bad = read_integers(column, indexes, copy);
  const ValidityView validity = validity_of(column, bits);
  if (bad.failed()) return bad;
  words.own.assign(column.rows, kNone);
  for (std::size_t i = 0; i < column.rows; ++i) {
    if (!is_valid(validity, i)) continue;
    const std::int64_t index = indexes[i];
    if (index < 0 || index >= count_of(there.size())) {
      return placed(error(Errc::number_out_of_range, "an index is beyond its dictionary"), column,
                    i);
    }
    if (there[static_cast<std::size_t>(index)]) words.own[i] = static_cast<Index>(index);
  }
  words.at = words.own;
  return bad;
}

// Where the indexes are as the library has them: 32 bits, and one for every row.
bool view_indexes(const ArrowColumn& column, std::size_t size, ArrowWords& words) {
  std::span<const Index> indexes;
  if ((column.format != "i" && column.format != "I") || !view(column, indexes)) return false;
  const bool known =
      std::all_of(indexes.begin(), indexes.end(), [size](Index index) { return index < size; });
  if (known) words.at = indexes;
  return known;
}

Outcome read_dictionary(const ArrowColumn& column, ArrowWords& words) {
  ArrowColumn values;
  values.name = column.name;
  const ArrowArray* const given = column.array->dictionary;
  if (given == nullptr) return malformed(column.name, "its dictionary is missing");
  const std::size_t size = given->length < 0 ? 0 : static_cast<std::size_t>(given->length);
  Outcome bad = open_column(column.schema->dictionary, given, 0, size, values);
  if (bad.failed()) return bad;
  if (values.format != "u" && values.format != "U") return wrong_type(values, "texts");
  if (size >= kNone) return malformed(column.name, "its dictionary has too many words");
  words.words.resize(size);
  std::vector<bool> there(size);
  bad = each_text(values, [&](std::size_t at, std::string_view text) {
    words.words[at] = text;
    there[at] = true;
  });
  if (bad.failed()) {
    bad.row = -1;  // it would be the word
    return bad;
  }
  std::vector<std::uint8_t> bits;
  const bool full = std::find(there.begin(), there.end(), false) == there.end() &&
                    validity_of(column, bits).empty();
  return full && view_indexes(column, size, words) ? Outcome() : read_indexes(column, there, words);
}

}  // namespace

Outcome malformed(std::string_view column, std::string sentence) {
  Outcome outcome(TIENDO_E_INVALID_ARG, std::move(sentence));
  outcome.set_path('/' + std::string(column));
  return outcome;
}

Outcome wrong_type(const ArrowColumn& column, std::string_view wanted) {
  Outcome outcome = error(Errc::wrong_type, "the column holds \"" + std::string(column.format) +
                                                "\", where " + std::string(wanted) + " are needed");
  outcome.set_path('/' + std::string(column.name));
  return outcome;
}

Outcome placed(Outcome outcome, const ArrowColumn& column, std::size_t row) {
  outcome.set_path('/' + std::string(column.name));
  outcome.row = count_of(row);
  return outcome;
}

Outcome open_column(const ArrowSchema* schema, const ArrowArray* array, std::size_t skip,
                    std::size_t rows, ArrowColumn& column) {
  if (schema == nullptr || array == nullptr || schema->format == nullptr) {
    return malformed(column.name, "the column is without its structures");
  }
  column.format = schema->format;
  column.schema = schema;
  column.array = array;
  if (array->offset < 0 || array->offset > kMostRows || array->length < 0 ||
      array->length > kMostRows || !has_rows(*array, skip, rows)) {
    return malformed(column.name, "the column has fewer rows than the table");
  }
  column.first = static_cast<std::size_t>(array->offset) + skip;
  column.rows = rows;
  const std::optional<std::int64_t> buffers = buffers_of(column.format);
  if (!buffers) return wrong_type(column, "texts, decimals, whole numbers or days");
  if (array->n_buffers != *buffers || (*buffers > 0 && array->buffers == nullptr) ||
      !has_values(column)) {
    return malformed(column.name, "the buffers of the column are not those of its type");
  }
  return {};
}

ValidityView validity_of(const ArrowColumn& column, std::vector<std::uint8_t>& own) {
  if (column.array->n_buffers == 0) {  // of nothing but absent values
    own.assign((column.rows + 7) / 8, 0);
    return own;
  }
  const auto* const bits = static_cast<const std::uint8_t*>(column.buffer(0));
  if (bits == nullptr || column.array->null_count == 0) return {};
  const std::uint8_t* const from = bits + column.first / 8;
  if (column.first % 8 == 0) return {from, (column.rows + 7) / 8};
  own.assign((column.rows + 7) / 8, 0);
  for (std::size_t i = 0; i < column.rows; ++i) {
    const std::size_t bit = column.first + i;
    own[i / 8] |= static_cast<std::uint8_t>((bits[bit / 8] >> bit % 8 & 1) << i % 8);
  }
  return own;
}

template <class Number>
Outcome read_integers(const ArrowColumn& column, std::span<const Number>& numbers,
                      std::vector<Number>& own) {
  constexpr char kOwn = sizeof(Number) == 8 ? 'l' : 'i';
  if (column.format.size() != 1) return wrong_type(column, "whole numbers");
  if (column.format[0] == kOwn && view(column, numbers)) return {};
  Outcome bad;
  switch (column.format[0]) {
    case 'n': own.assign(column.rows, 0); break;
    case 'c': bad = convert<std::int8_t>(column, own); break;
    case 'C': bad = convert<std::uint8_t>(column, own); break;
    case 's': bad = convert<std::int16_t>(column, own); break;
    case 'S': bad = convert<std::uint16_t>(column, own); break;
    case 'i': bad = convert<std::int32_t>(column, own); break;
    case 'I': bad = convert<std::uint32_t>(column, own); break;
    case 'l': bad = convert<std::int64_t>(column, own); break;
    case 'L': bad = convert<std::uint64_t>(column, own); break;
    default: return wrong_type(column, "whole numbers");
  }
  numbers = own;
  return bad;
}

template Outcome read_integers(const ArrowColumn&, std::span<const std::int64_t>&,
                               std::vector<std::int64_t>&);
template Outcome read_integers(const ArrowColumn&, std::span<const std::int32_t>&,
                               std::vector<std::int32_t>&);

Outcome read_days(const ArrowColumn& column, std::span<const std::int32_t>& days,
                  std::vector<std::int32_t>& own) {
  if (column.format != "tdD") return wrong_type(column, "days (date32)");
  if (view(column, days)) return {};
  Outcome bad = convert<std::int32_t>(column, own);
  days = own;
  return bad;
}

Outcome read_numbers(const ArrowColumn& column, ArrowNumbers& own, NumberColumn& numbers) {
  numbers.validity = validity_of(column, own.validity);
  if (!column.format.starts_with("d:")) {
    if (column.format == "tdD" || column.format == "u" || column.format == "U") {
      return wrong_type(column, "decimals (decimal128) or whole numbers");
    }
    return read_integers(column, numbers.small, own.small);
  }
  const std::optional<int> scale = scale_of(column.format);
  if (!scale) return wrong_type(column, "decimals of 128 bits with 0 to 38 digits after the point");
  numbers.scale = *scale;
  if (!view(column, numbers.wide)) return malformed(column.name, "the buffer cannot be read");
  return {};
}

Outcome read_words(const ArrowColumn& column, ArrowWords& words) {
  if (column.schema->dictionary != nullptr) return read_dictionary(column, words);
  if (column.format == "n") {
    words.own.assign(column.rows, kNone);
    words.at = words.own;
    return {};
  }
  if (column.format != "u" && column.format != "U") return wrong_type(column, "texts");
  return read_texts(column, words);
}

}  // namespace tiendo::capi
