/// @file
/// Columns whose rows are read one by one, where a row that is refused leaves the others.
#pragma once

#include <vector>

#include "texts.hpp"

namespace tiendo::capi {

/// The buffers of the caller that say which rows have a value and why others have none.
struct RowsOut {
  std::uint8_t* validity;
  std::int32_t* codes;
  std::int64_t* refused;

  /// Whether they may be used, before any work is done for them.
  Outcome check(std::size_t rows) const;
};

/// Reads each row that has a text: `read(text, row)` is its outcome. Rows that fail have no value
/// and their code, which no other row has.
/// @return TIENDO_E_ROWS with the first row that failed
template <class Read>
Outcome read_rows(const Texts& texts, const RowsOut& out, const Read& read) {
  std::vector<std::uint8_t> validity((texts.rows() + 7) / 8);
  std::vector<std::int32_t> codes(texts.rows());
  std::int64_t refused = 0;
  Outcome first;
  for (std::size_t row = 0; row < texts.rows(); ++row) {
    if (!texts.has(row)) continue;
    Outcome outcome = read(texts[row], row);
    if (!outcome.failed()) {
      validity[row / 8] |= static_cast<std::uint8_t>(1U << row % 8);
      continue;
    }
    codes[row] = static_cast<std::int32_t>(outcome.problem().code);
    if (++refused > 1) continue;
    first = std::move(outcome);
    first.status = TIENDO_E_ROWS;
    first.row = count_of(row);
  }
  std::copy(validity.begin(), validity.end(), out.validity);
  std::copy(codes.begin(), codes.end(), out.codes);
  *out.refused = refused;
  return first;
}

/// Where texts one behind the other are to be written: the offsets, and the buffer.
struct TextsOut {
  std::int64_t* offsets;
  TextOut text;

  /// Whether they may be used, before any work is done for them.
  Outcome check() const;
  /// The offsets are written where there is room for the texts.
  Outcome put(const TextColumn& column) const;
};

}  // namespace tiendo::capi
