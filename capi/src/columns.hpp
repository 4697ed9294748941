/// @file
/// Columns between the structures and buffers of tiendo.h and the views of the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "support.hpp"
#include "tiendo/decimal/column_buffers.hpp"

namespace tiendo::capi {

/// @return TIENDO_E_INVALID_ARG unless it is a number of rows
Outcome check_count(std::string_view name, std::int64_t count);
/// @return null_argument for NULL where there is something to read or write
Outcome check_buffer(std::string_view name, const void* buffer, std::size_t rows);

/// The bitmap of as many rows; NULL says that all have a value.
inline ValidityView validity_of(const std::uint8_t* validity, std::size_t rows) {
  return validity == nullptr ? ValidityView() : ValidityView(validity, (rows + 7) / 8);
}

/// Reads a column, whose memory stays the caller's. Its scale and rows are the library's to check.
/// @return TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED
Outcome read_column(std::string_view name, const tiendo_decimal_column* given,
                    DecimalColumnView& column);

/// Success, or what is wrong.
inline Outcome outcome_of(std::optional<Error> problem) {
  return problem ? Outcome(*std::move(problem)) : Outcome();
}

/// The buffers of the caller that receive a column.
struct ColumnOut {
  void* values16;
  std::uint8_t* validity;

  /// Whether they may be used, before any work is done for them.
  Outcome check(std::size_t rows) const;
  Outcome put(const Result<DecimalColumn>& column) const;
  /// The same as the library takes them.
  DecimalColumnOut out() const { return {static_cast<Decimal128*>(values16), validity}; }
};

}  // namespace tiendo::capi
