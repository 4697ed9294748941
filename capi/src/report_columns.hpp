/// @file
/// The columns that a report, a log or findings are handed over in, made one after the other.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "arrow_export.hpp"
#include "tiendo/decimal/columns.hpp"

namespace tiendo::capi {

/// Makes the columns of a struct, all of as many rows, from what is said of each row.
class ColumnMaker {
 public:
  explicit ColumnMaker(std::size_t rows) : rows_(rows) {}

  /// Below zero stands for a row without a value.
  static constexpr std::int32_t kAbsent = -1;

  /// Texts as a dictionary. The words are copied. @return number_out_of_range beyond 2 GB of them
  Outcome words(std::string_view name, std::span<const std::string_view> words,
                std::vector<std::int32_t> indexes);
  /// Whole numbers (int32) that all rows have.
  void numbers(std::string_view name, std::vector<std::int32_t> numbers);
  /// Whole numbers (int64); empty bits: all rows have one.
  void numbers(std::string_view name, std::vector<std::int64_t> numbers,
               std::vector<std::uint8_t> validity);
  /// Texts (utf8), one a row; the empty one is none. @return number_out_of_range beyond 2 GB
  Outcome texts(std::string_view name, std::span<const std::string> texts);
  /// Days (date32); empty bits: all rows have one.
  void days(std::string_view name, std::vector<std::int32_t> days,
            std::vector<std::uint8_t> validity = {});
  /// Yes or no, a bit a row.
  void flags(std::string_view name, std::vector<std::uint8_t> bits);
  /// Decimals of 128 bits.
  void decimals(std::string_view name, DecimalColumn given);

  /// The struct of all of them.
  ArrowOut::Shared table() &&;

 private:
  struct Memory;
  void add(ArrowOut column, std::shared_ptr<Memory> memory, const void* values,
           const void* bytes = nullptr);

  std::size_t rows_;
  std::vector<ArrowOut::Shared> columns_;
};

/// Sets the bit of a row.
inline void set_bit(std::vector<std::uint8_t>& bits, std::size_t row) {
  bits[row / 8] |= static_cast<std::uint8_t>(1U << row % 8);
}

}  // namespace tiendo::capi
