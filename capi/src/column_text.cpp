// Tested by tests/capi/column_text_test.c and tests/capi/row_columns_test.c.
//
// Columns as texts.

#include <cstring>
#include <optional>

#include "columns.hpp"
#include "decimals.hpp"
#include "handles.hpp"
#include "rows.hpp"

using tiendo::DecimalColumnView;
using tiendo::Errc;
using tiendo::NumberFormat;
using tiendo::Result;
using tiendo::capi::ColumnOut;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::read_texts;
using tiendo::capi::run;
using tiendo::capi::Texts;

namespace {

// What is wrong with the text of a row: that it is no UTF-8 comes before that it is no number.
Outcome fault_of(const Texts& texts, const tiendo::Error& problem) {
  if (problem.code != Errc::number_syntax) return problem;
  const std::string_view text = texts[static_cast<std::size_t>(problem.row)];
  if (text.empty()) return problem;
  std::string_view bytes;
  Outcome bad = tiendo::capi::take_text("the text of the row", text.data(),
                                        tiendo::capi::count_of(text.size()), bytes);
  if (!bad.failed()) return problem;
  bad.row = problem.row;
  return bad;
}

// Numbers is the number of a format, or a format.
template <class Numbers>
tiendo_status parse_column(tiendo_context* context, const tiendo_text_column* texts,
                           Numbers numbers, std::int32_t scale, const ColumnOut& out) noexcept {
  return run(context, [&]() -> Outcome {
    Texts read;
    NumberFormat format;
    Outcome bad = read_texts("texts", texts, read);
    if (!bad.failed()) bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (!bad.failed()) bad = out.check(read.rows());
    if (bad.failed()) return bad;
    const std::optional<tiendo::Error> problem = parse(read.view, format, scale, out.out());
    return problem ? fault_of(read, *problem) : Outcome();
  });
}

template <class Numbers>
tiendo_status format_column(tiendo_context* context, const tiendo_decimal_column* column,
                            Numbers numbers, std::int64_t* offsets,
                            const tiendo::capi::TextOut& out) noexcept {
  return run(context, [&]() -> Outcome {
    DecimalColumnView read;
    NumberFormat format;
    Outcome bad = out.check();
    if (!bad.failed()) bad = tiendo::capi::read_column("column", column, read);
    if (!bad.failed()) bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (bad.failed()) return bad;
    if (offsets == nullptr) return null_argument("offsets");
    const Result<tiendo::FormattedSize> size = tiendo::formatted_size(read, format);
    if (!size) return size.error();
    bad = out.reserve(size->bytes);
    if (bad.failed()) return bad;
    tiendo::format(read, format, *size, {out.buffer, offsets});
    out.buffer[size->bytes] = '\0';
    return {};
  });
}

}  // namespace

tiendo_status tiendo_column_parse(tiendo_context* context, const tiendo_text_column* texts,
                                  tiendo_numbers numbers, int32_t scale, void* values16,
                                  uint8_t* validity) noexcept {
  return parse_column(context, texts, numbers, scale, {values16, validity});
}

tiendo_status tiendo_column_parse_with(tiendo_context* context, const tiendo_text_column* texts,
                                       const tiendo_number_format* format, int32_t scale,
                                       void* values16, uint8_t* validity) noexcept {
  return parse_column(context, texts, format, scale, {values16, validity});
}

tiendo_status tiendo_column_parse_rows(tiendo_context* context, const tiendo_text_column* texts,
                                       const tiendo_number_format* format, int32_t scale,
                                       void* values16, uint8_t* validity, int32_t* codes,
                                       int64_t* refused) noexcept {
  return run(context, [&]() -> Outcome {
    Texts given;
    NumberFormat known = NumberFormat::plain();
    const tiendo::capi::RowsOut out{validity, codes, refused};
    Outcome bad = read_texts("texts", texts, given);
    if (!bad.failed() && format != nullptr)
      bad = tiendo::capi::read_numbers(*context, format, known);
    if (!bad.failed()) bad = tiendo::capi::check_scale(scale);
    if (!bad.failed()) bad = ColumnOut{values16, validity}.check(given.rows());
    if (!bad.failed()) bad = out.check(given.rows());
    if (bad.failed()) return bad;
    std::vector<tiendo::Decimal128> values(given.rows());
    bad = read_rows(given, out, [&](std::string_view /*text*/, std::size_t row) -> Outcome {
      const Result<tiendo::Decimal128> number = parse_row(given.view, row, known, scale);
      if (!number) return fault_of(given, number.error());
      values[row] = *number;
      return {};
    });
    if (!values.empty()) std::memcpy(values16, values.data(), values.size() * sizeof values[0]);
    return bad;
  });
}

tiendo_status tiendo_column_format(tiendo_context* context, const tiendo_decimal_column* column,
                                   tiendo_numbers numbers, int64_t* offsets, char* buffer,
                                   int64_t capacity, int64_t* length) noexcept {
  return format_column(context, column, numbers, offsets, {buffer, capacity, length});
}

tiendo_status tiendo_column_format_with(tiendo_context* context,
                                        const tiendo_decimal_column* column,
                                        const tiendo_number_format* format, int64_t* offsets,
                                        char* buffer, int64_t capacity, int64_t* length) noexcept {
  return format_column(context, column, format, offsets, {buffer, capacity, length});
}
