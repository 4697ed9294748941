// Tested by tests/capi/arrow_export_test.c and tests/capi/arrow_log_test.c.

#include "report_columns.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace tiendo::capi {

// What the buffers of a column lie in.
struct ColumnMaker::Memory {
  std::vector<std::uint8_t> validity;
  std::vector<std::int32_t> numbers;
  std::vector<std::int64_t> longs;
  std::vector<std::uint8_t> bits;
  std::vector<Decimal128> wide;
  std::string bytes;
};

namespace {

std::int64_t absent_in(std::span<const std::uint8_t> validity, std::size_t rows) {
  std::int64_t absent = 0;
  for (std::size_t row = 0; row < rows; ++row) absent += 1 - (validity[row / 8] >> row % 8 & 1);
  return absent;
}

// Texts one behind the other, as utf8 has them.
template <class Text>
Outcome join(std::span<const Text> texts, std::vector<std::int32_t>& ends, std::string& bytes) {
  ends.reserve(texts.size() + 1);
  ends.push_back(0);
  for (const Text& text : texts) {
    bytes += text;
    if (!std::in_range<std::int32_t>(bytes.size())) {
      return error(Errc::number_out_of_range, "the texts of a column are longer than 2 GB");
    }
    ends.push_back(static_cast<std::int32_t>(bytes.size()));
  }
  return {};
}

}  // namespace

void ColumnMaker::add(ArrowOut column, std::shared_ptr<Memory> memory, const void* values,
                      const void* bytes) {
  column.rows = count_of(rows_);
  const bool full = memory->validity.empty();
  if (!full) column.absent = absent_in(memory->validity, rows_);
  column.buffers = {full ? nullptr : memory->validity.data(), values};
  if (bytes != nullptr) column.buffers.push_back(bytes);
  column.owner = std::move(memory);
  columns_.push_back(std::make_shared<const ArrowOut>(std::move(column)));
}

Outcome ColumnMaker::words(std::string_view name, std::span<const std::string_view> words,
                           std::vector<std::int32_t> indexes) {
  auto texts = std::make_shared<Memory>();
  Outcome bad = join(words, texts->numbers, texts->bytes);
  if (bad.failed()) return bad;
  ArrowOut dictionary;
  dictionary.format = "u";
  dictionary.rows = count_of(words.size());
  dictionary.buffers = {nullptr, texts->numbers.data(), texts->bytes.data()};
  dictionary.owner = std::move(texts);

  auto memory = std::make_shared<Memory>();
  if (std::find(indexes.begin(), indexes.end(), kAbsent) != indexes.end()) {
    memory->validity.resize((rows_ + 7) / 8);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (indexes[row] != kAbsent) set_bit(memory->validity, row);
    }
    std::replace(indexes.begin(), indexes.end(), kAbsent, std::int32_t{0});
  }
  memory->numbers = std::move(indexes);
  ArrowOut column;
  column.name = name;
  column.format = "i";
  column.dictionary = std::make_shared<const ArrowOut>(std::move(dictionary));
  const void* const values = memory->numbers.data();
  add(std::move(column), std::move(memory), values);
  return {};
}

void ColumnMaker::numbers(std::string_view name, std::vector<std::int32_t> numbers) {
  auto memory = std::make_shared<Memory>();
  memory->numbers = std::move(numbers);
  ArrowOut column;
  column.name = name;
  column.format = "i";
  const void* const values = memory->numbers.data();
  add(std::move(column), std::move(memory), values);
}

void ColumnMaker::numbers(std::string_view name, std::vector<std::int64_t> numbers,
                          std::vector<std::uint8_t> validity) {
  auto memory = std::make_shared<Memory>();
  memory->longs = std::move(numbers);
  memory->validity = std::move(validity);
  ArrowOut column;
  column.name = name;
  column.format = "l";
  const void* const values = memory->longs.data();
  add(std::move(column), std::move(memory), values);
}

Outcome ColumnMaker::texts(std::string_view name, std::span<const std::string> texts) {
  auto memory = std::make_shared<Memory>();
  memory->validity.resize((rows_ + 7) / 8);
  for (std::size_t row = 0; row < rows_; ++row) {
    if (!texts[row].empty()) set_bit(memory->validity, row);
  }
  Outcome bad = join(texts, memory->numbers, memory->bytes);
  if (bad.failed()) return bad;
  ArrowOut column;
  column.name = name;
  column.format = "u";
  const void* const ends = memory->numbers.data();
  const void* const bytes = memory->bytes.data();
  add(std::move(column), std::move(memory), ends, bytes);
  return {};
}

void ColumnMaker::days(std::string_view name, std::vector<std::int32_t> days,
                       std::vector<std::uint8_t> validity) {
  auto memory = std::make_shared<Memory>();
  memory->numbers = std::move(days);
  memory->validity = std::move(validity);
  ArrowOut column;
  column.name = name;
  column.format = "tdD";
  const void* const values = memory->numbers.data();
  add(std::move(column), std::move(memory), values);
}

void ColumnMaker::flags(std::string_view name, std::vector<std::uint8_t> bits) {
  auto memory = std::make_shared<Memory>();
  memory->bits = std::move(bits);
  ArrowOut column;
  column.name = name;
  column.format = "b";
  const void* const values = memory->bits.data();
  add(std::move(column), std::move(memory), values);
}

void ColumnMaker::decimals(std::string_view name, DecimalColumn given) {
  auto memory = std::make_shared<Memory>();
  memory->wide = std::move(given.values);
  memory->validity = std::move(given.validity);
  ArrowOut column;
  column.name = name;
  column.format = "d:38," + std::to_string(given.scale);
  const void* const values = memory->wide.data();
  add(std::move(column), std::move(memory), values);
}

ArrowOut::Shared ColumnMaker::table() && {
  ArrowOut table;
  table.format = "+s";
  table.rows = count_of(rows_);
  table.buffers = {nullptr};
  table.children = std::move(columns_);
  return std::make_shared<const ArrowOut>(std::move(table));
}

}  // namespace tiendo::capi
