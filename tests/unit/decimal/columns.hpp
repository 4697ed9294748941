/// @file
/// Columns written as lists of texts, "" for a row without a value, in the tests of this directory.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "tiendo/decimal/columns.hpp"

namespace tiendo {

/// The column of these numbers, each with `scale` digits after the point. Built without the library
/// under test but for Decimal, byte by byte.
inline DecimalColumn column_of(int scale, const std::vector<std::string>& texts) {
  DecimalColumn column;
  column.scale = scale;
  column.validity.resize((texts.size() + 7) / 8);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Decimal128 row;
    if (!texts[i].empty()) {
      const auto words = *round(*Decimal::parse(texts[i]), scale, Rounding::down)->to_words();
      for (unsigned byte = 0; byte < 8; ++byte) {
        row.bytes[byte] = static_cast<std::uint8_t>(words.lo >> (8 * byte));
        row.bytes[8 + byte] =
            static_cast<std::uint8_t>(static_cast<std::uint64_t>(words.hi) >> (8 * byte));
      }
      column.validity[i / 8] |= static_cast<std::uint8_t>(1U << (i % 8));
    }
    column.values.push_back(row);
  }
  return column;
}

/// The row of a column as its text. A row without a value must hold 0.
inline std::string row_text(const DecimalColumn& column, std::size_t row) {
  const Decimal128& value = column.values[row];
  if ((column.validity[row / 8] >> (row % 8) & 1) == 0) {
    return value == Decimal128() ? "" : "a value behind none";
  }
  std::uint64_t lo = 0;
  std::uint64_t hi = 0;
  for (unsigned byte = 0; byte < 8; ++byte) {
    lo |= std::uint64_t{value.bytes[byte]} << (8 * byte);
    hi |= std::uint64_t{value.bytes[8 + byte]} << (8 * byte);
  }
  return Decimal::from_words(lo, static_cast<std::int64_t>(hi), column.scale)->to_string();
}

/// The rows as texts; of an error its name.
inline std::vector<std::string> shown(const Result<DecimalColumn>& column) {
  if (!column) return {std::string(name_of(column.error().code))};
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < column->values.size(); ++i) texts.push_back(row_text(*column, i));
  return texts;
}

inline std::vector<int> shown(const Result<OrderColumn>& orders) {
  return {orders->values.begin(), orders->values.end()};
}

/// The offsets of as many empty texts.
inline std::vector<std::int64_t> zeros_of_offsets(std::size_t rows) {
  return std::vector<std::int64_t>(rows + 1);
}

}  // namespace tiendo
