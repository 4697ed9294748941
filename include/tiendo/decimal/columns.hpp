/// @file
/// Columns of decimals: what Decimal and Ratio do with one number, done with all rows in one call.
///
/// A column is laid out as Arrow's decimal128: 16 bytes a row, one scale for all rows, and a bitmap
/// that says which rows have a value. For each row that has all the values it needs:
///
///     add(a, b)[i] == a[i] + b[i]                      likewise subtract() and multiply()
///     round(a, s, m)[i] == round(a[i], s, m)
///     divide(a, b, k, s, m)[i] == round(k * a[i] / b[i], s, m), the quotient being exact
///
/// A row without a value stays one without: missing is never zero. A result has at most 38 digits
/// and scale 38. A row that cannot be computed refuses the whole column, and the `row` of the error
/// is the first such; only a zero denominator leaves a row without a value instead.
///
/// Inputs are views: the memory stays the caller's and must not change during a call. Results own
/// theirs. Two columns of one operation have the same number of rows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/decimal/rounding.hpp"

namespace tiendo {

/// The number of a row without its point: 128 bits of two's complement, the lowest byte first. Made
/// of bytes, so that it may lie anywhere in memory.
struct Decimal128 {
  std::array<std::uint8_t, 16> bytes{};

  friend bool operator==(const Decimal128&, const Decimal128&) = default;
};

/// The row of a number that is given as words; its scale is left to the column.
Decimal128 row_of(const Decimal::Words& words) noexcept;

/// Which rows have a value: a bit each, the lowest of each byte first; bits behind the last row
/// mean nothing. Empty: all have one.
using ValidityView = std::span<const std::uint8_t>;

/// Numbers of one scale, 0 to 38.
struct DecimalColumnView {
  std::span<const Decimal128> values;
  ValidityView validity;
  int scale = 0;
};

/// The same, owning its memory. A row without a value holds 0; bits behind the last row are 0.
struct DecimalColumn {
  std::vector<Decimal128> values;
  std::vector<std::uint8_t> validity;
  int scale = 0;

  /// Valid as long as this column lives and does not change.
  DecimalColumnView view() const { return {values, validity, scale}; }
};

/// Texts one behind the other: row i has the bytes from offsets[i] to offsets[i + 1]. The offsets
/// ascend and stay within the bytes.
struct TextColumnView {
  std::string_view bytes;
  std::span<const std::int64_t> offsets;  ///< one more than there are rows
  ValidityView validity;
};

/// Texts with their offsets.
struct TextColumn {
  std::string bytes;
  std::vector<std::int64_t> offsets;
};

/// How each row compares: -1, 0 or 1.
struct OrderColumn {
  std::vector<std::int8_t> values;
  std::vector<std::uint8_t> validity;
};

/// The sum of the rows that have a value, and how many those are.
struct ColumnSum {
  Decimal total;
  std::size_t count = 0;
};

/// Exact. + and - have the larger scale, * the sum of the scales.
/// @return number_out_of_range beyond 38 digits or scale 38
Result<DecimalColumn> add(const DecimalColumnView& a, const DecimalColumnView& b);
Result<DecimalColumn> subtract(const DecimalColumnView& a, const DecimalColumnView& b);
Result<DecimalColumn> multiply(const DecimalColumnView& a, const DecimalColumnView& b);

/// By value, whatever the scales. @return number_out_of_range for a row that is beyond 38 digits
Result<OrderColumn> compare(const DecimalColumnView& a, const DecimalColumnView& b);

/// All rows with exactly `scale` digits after the point.
/// @return number_out_of_range beyond 38 digits or scale 38
Result<DecimalColumn> round(const DecimalColumnView& column, int scale, Rounding mode);

/// factor * a / b, rounded once from the exact quotient; a factor of 100 makes it a percentage. A
/// row with a zero denominator has no quotient; `reasons` receives for each row
/// Errc::division_by_zero or Errc::none.
/// @return number_out_of_range beyond 38 digits or scale 38
Result<DecimalColumn> divide(const DecimalColumnView& a, const DecimalColumnView& b,
                             std::int64_t factor, int scale, Rounding mode,
                             std::vector<Errc>* reasons = nullptr);

/// The exact sum, of any size. @return number_out_of_range for a row that is beyond 38 digits
Result<ColumnSum> sum(const DecimalColumnView& column);

/// Reads each text as parse() does, with zeros added up to `scale`. A text with more digits after
/// the point is refused, not rounded. Offsets of errors count from the start of the row's text.
///
/// @return number_syntax, number_too_long, number_out_of_range
Result<DecimalColumn> parse(const TextColumnView& texts, const NumberFormat& format, int scale);

/// Writes each row as format() does; a row without a value has the empty text.
/// @return number_out_of_range for a row that is beyond 38 digits
Result<TextColumn> format(const DecimalColumnView& column, const NumberFormat& format);

}  // namespace tiendo
