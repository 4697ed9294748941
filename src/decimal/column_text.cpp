// Tested by tests/unit/decimal/column_text_test.cpp and tests/oracle/columns_oracle_test.cpp.
#include "decimal/rows.hpp"
#include "tiendo/decimal/columns.hpp"

namespace tiendo {

using detail::at_row;
using detail::decimal_of;
using detail::has_value;
using detail::Wide;

namespace {

std::string_view text_of(const TextColumnView& texts, std::size_t row) {
  const auto begin = static_cast<std::size_t>(texts.offsets[row]);
  const auto end = static_cast<std::size_t>(texts.offsets[row + 1]);
  assert(begin <= end && end <= texts.bytes.size());
  return texts.bytes.substr(begin, end - begin);
}

// The integer of a text at the scale of the column.
Result<Wide> read(std::string_view text, const NumberFormat& format, int scale) {
  const Result<Decimal> number = parse(text, format);
  if (!number) return number.error();
  if (number->scale() > scale) {
    return error(Errc::number_out_of_range, "more digits after the point than the column has");
  }
  const int added = scale - number->scale();
  if (const auto small = number->coefficient(); small && added <= detail::kSmallPower) {
    return Wide{*small} * detail::small_power_of_ten(added);  // below 10^38
  }
  const Result<Decimal> whole = round(*number, scale, Rounding::down);
  if (!whole) return whole.error();
  return detail::integer_of(*whole);
}

}  // namespace

Result<DecimalColumn> parse(const TextColumnView& texts, const NumberFormat& format, int scale) {
  if (!detail::is_column_scale(scale)) return detail::beyond_columns();
  assert(!texts.offsets.empty());
  const std::size_t rows = texts.offsets.size() - 1;
  DecimalColumn result{std::vector<Decimal128>(rows), detail::whole_validity(texts.validity, rows),
                       scale};
  for (std::size_t i = 0; i < rows; ++i) {
    if (!has_value(result.validity, i)) continue;
    const Result<Wide> value = read(text_of(texts, i), format, scale);
    if (!value) return at_row(value.error(), i);
    result.values[i] = detail::row_of(*value);
  }
  return result;
}

Result<TextColumn> format(const DecimalColumnView& column, const NumberFormat& format) {
  if (!detail::is_column_scale(column.scale)) return detail::beyond_columns();
  TextColumn result;
  result.offsets.reserve(column.values.size() + 1);
  result.offsets.push_back(0);
  for (std::size_t i = 0; i < column.values.size(); ++i) {
    if (has_value(column.validity, i)) {
      const Result<Decimal> value = decimal_of(column, i);
      if (!value) return at_row(value.error(), i);
      result.bytes += tiendo::format(*value, format);
    }
    result.offsets.push_back(static_cast<std::int64_t>(result.bytes.size()));
  }
  return result;
}

}  // namespace tiendo
