/// @file
/// The rows of a column as integers, for the files of this directory only.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "decimal/integer.hpp"
#include "tiendo/decimal/columns.hpp"

namespace tiendo::detail {

/// The largest scale of a column, and the most digits of a row.
inline constexpr int kColumnDigits = 38;

/// Numbers up to this size are worked in 128 bits: the sum of two cannot overflow, and each has at
/// most 38 digits (2^126 is below 10^38, which is below 2^127).
inline constexpr Wide kMostFast = (Wide{1} << 126) - 1;

/// The integer of a row, and back.
inline Wide integer_of(const Decimal128& value) {
  auto bytes = value.bytes;
  if constexpr (std::endian::native == std::endian::big) std::ranges::reverse(bytes);
  return std::bit_cast<Wide>(bytes);
}
inline Decimal128 row_of(Wide value) {
  auto bytes = std::bit_cast<std::array<std::uint8_t, 16>>(value);
  if constexpr (std::endian::native == std::endian::big) std::ranges::reverse(bytes);
  return {bytes};
}

/// Whether the integer has at most 38 digits.
inline bool fits_column(Wide value) {
  constexpr Wide kPower = Wide{small_power_of_ten(18)} * small_power_of_ten(18) * 100;
  return value > -kPower && value < kPower;
}

/// The row as a Decimal. @return number_out_of_range beyond 38 digits
inline Result<Decimal> decimal_of(const DecimalColumnView& column, std::size_t row) {
  const Wide value = integer_of(column.values[row]);
  if (!fits_column(value)) return error(Errc::number_out_of_range);
  return Decimal::from_words(static_cast<std::uint64_t>(value),
                             static_cast<std::int64_t>(value >> 64), column.scale);
}

/// The integer of a Decimal. @return number_out_of_range beyond 38 digits or scale 38
inline Result<Wide> integer_of(const Decimal& value) {
  const auto words = value.to_words();
  if (!words) return words.error();
  return Wide{words->hi} * (Wide{1} << 64) + words->lo;
}

/// A power of ten, times an integer, that rows are multiplied with in 128 bits, and the largest row
/// for which that cannot overflow. Of a factor that is itself too large only 0 may be multiplied.
struct Factor {
  Wide value = 1;
  Wide limit = kMostFast;

  static Factor of(std::int64_t integer, int exponent) {
    Factor factor{integer, 0};
    for (; exponent > 0 && factor.holds_ten_times(); --exponent) factor.value *= 10;
    if (exponent > 0) return {0, 0};
    const Wide size = factor.value < 0 ? -factor.value : factor.value;
    factor.limit = size == 0 ? kMostFast : kMostFast / size;
    return factor;
  }
  bool takes(Wide row) const { return row <= limit && row >= -limit; }

 private:
  bool holds_ten_times() const { return value <= kMostFast / 10 && value >= -(kMostFast / 10); }
};

inline Error beyond_columns() {
  return error(Errc::number_out_of_range, "the scale of a column must be from 0 to 38");
}
inline bool is_column_scale(int scale) { return scale >= 0 && scale <= kColumnDigits; }

inline Error at_row(Error problem, std::size_t row) {
  problem.row = static_cast<std::int64_t>(row);
  return problem;
}

inline bool has_value(ValidityView validity, std::size_t row) {
  return validity.empty() || (validity[row / 8] >> (row % 8) & 1) != 0;
}

/// The bitmap with a byte for every 8 rows, the bits behind the last row cleared.
inline std::vector<std::uint8_t> whole_validity(ValidityView validity, std::size_t rows) {
  const std::size_t bytes = rows / 8 + (rows % 8 != 0 ? 1 : 0);
  assert(validity.empty() || validity.size() >= bytes);
  std::vector<std::uint8_t> whole(bytes, 0xFF);
  if (!validity.empty()) std::copy_n(validity.begin(), bytes, whole.begin());
  if (rows % 8 != 0) whole.back() &= static_cast<std::uint8_t>((1U << (rows % 8)) - 1);
  return whole;
}

}  // namespace tiendo::detail
