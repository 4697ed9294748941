// Tested by tests/capi/row_columns_test.c.
//
// Exact quotients of all rows, as fractions in lowest terms.

#include "columns.hpp"
#include "decimals.hpp"
#include "rows.hpp"
#include "tiendo/decimal/ratio.hpp"

using tiendo::DecimalColumnView;
using tiendo::Ratio;
using tiendo::capi::Outcome;
using tiendo::capi::read_column;
using tiendo::capi::run;
using tiendo::capi::TextsOut;

namespace {

bool has_value(const DecimalColumnView& column, std::size_t row) {
  return column.validity.empty() || (column.validity[row / 8] >> row % 8 & 1) != 0;
}

Outcome number_of(const DecimalColumnView& column, std::size_t row, tiendo::Decimal& number) {
  std::uint64_t words[2];
  std::memcpy(words, column.values[row].bytes.data(), sizeof words);
  tiendo_decimal given{words[0], static_cast<std::int64_t>(words[1]), column.scale, 0};
  return tiendo::capi::read_decimal("column", &given, number);
}

// The quotient of a row that has both numbers; none, and the reason, where the lower one is zero.
Outcome put_row(const DecimalColumnView& above, const DecimalColumnView& below, std::size_t row,
                std::string& bytes, std::int32_t& reason) {
  tiendo::Decimal numerator;
  tiendo::Decimal denominator;
  Outcome bad = number_of(above, row, numerator);
  if (!bad.failed()) bad = number_of(below, row, denominator);
  if (bad.failed()) return bad;
  const auto quotient = Ratio(numerator) / Ratio(denominator);
  if (quotient) {
    bytes += quotient->to_string();
  } else {
    reason = static_cast<std::int32_t>(quotient.error().code);
  }
  return {};
}

}  // namespace

tiendo_status tiendo_column_format_ratios(tiendo_context* context,
                                          const tiendo_decimal_column* numerator,
                                          const tiendo_decimal_column* denominator,
                                          uint8_t* validity, int32_t* reasons, int64_t* offsets,
                                          char* buffer, int64_t capacity,
                                          int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    DecimalColumnView above;
    DecimalColumnView below;
    const TextsOut out{offsets, {buffer, capacity, length}};
    Outcome bad = read_column("numerator", numerator, above);
    if (!bad.failed()) bad = read_column("denominator", denominator, below);
    if (!bad.failed()) bad = out.check();
    const std::size_t rows = above.values.size();
    if (!bad.failed()) bad = tiendo::capi::check_buffer("validity", validity, rows);
    if (bad.failed()) return bad;
    if (below.values.size() != rows) {
      return {TIENDO_E_INVALID_ARG, "the columns have different numbers of rows"};
    }
    tiendo::TextColumn column;
    column.offsets.push_back(0);
    std::vector<std::uint8_t> bits((rows + 7) / 8);
    std::vector<std::int32_t> why(rows);
    for (std::size_t row = 0; row < rows; ++row) {
      if (has_value(above, row) && has_value(below, row)) {
        bad = put_row(above, below, row, column.bytes, why[row]);
        bad.row = bad.failed() ? tiendo::capi::count_of(row) : -1;
        if (bad.failed()) return bad;
        if (why[row] == 0) bits[row / 8] |= static_cast<std::uint8_t>(1U << row % 8);
      }
      column.offsets.push_back(tiendo::capi::count_of(column.bytes.size()));
    }
    bad = out.put(column);
    if (bad.failed()) return bad;
    std::copy(bits.begin(), bits.end(), validity);
    if (reasons != nullptr) std::copy(why.begin(), why.end(), reasons);
    return {};
  });
}
