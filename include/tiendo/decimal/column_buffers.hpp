/// @file
/// Columns that are written into memory of the caller instead of memory of their own.
///
/// What is computed is what columns.hpp says. Memory is touched only when all rows are known to be
/// right, so that a failure leaves it alone, and it may be, or overlap, that of what is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "tiendo/decimal/columns.hpp"

namespace tiendo {

/// Where a column of decimals goes: as many values as there are rows, and a bit for each.
struct DecimalColumnOut {
  Decimal128* values = nullptr;
  std::uint8_t* validity = nullptr;  ///< (rows + 7) / 8 bytes; bits behind the last row become 0
};

/// What the texts of a column need.
struct FormattedSize {
  std::size_t bytes = 0;
  bool needs_no_memory = true;  ///< whether writing them takes none, as where all numbers are short
};

/// Where a column of texts goes.
struct TextColumnOut {
  char* bytes = nullptr;    ///< as many as formatted_size() says
  void* offsets = nullptr;  ///< 8 bytes for each row and one more; need not be aligned
};

/// As round(). @return what is wrong
std::optional<Error> round(const DecimalColumnView& column, int scale, Rounding mode,
                           const DecimalColumnOut& out);

/// As parse(). @return what is wrong
std::optional<Error> parse(const TextColumnView& texts, const NumberFormat& format, int scale,
                           const DecimalColumnOut& out);

/// One row of what parse() reads, of a row that has a text. The scale is one of a column.
Result<Decimal128> parse_row(const TextColumnView& texts, std::size_t row,
                             const NumberFormat& format, int scale);

/// How many bytes the texts of format() have. @return what format() refuses
Result<FormattedSize> formatted_size(const DecimalColumnView& column, const NumberFormat& format);

/// As format(), of a column of which formatted_size() is `size`.
void format(const DecimalColumnView& column, const NumberFormat& format, const FormattedSize& size,
            const TextColumnOut& out);

}  // namespace tiendo
