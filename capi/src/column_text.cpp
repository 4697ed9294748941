// Tested by tests/capi/column_text_test.c.
//
// Columns as texts. Offsets of either size become those of the library, and are checked on the way,
// so that nothing below reads outside the bytes.

#include <vector>

#include "columns.hpp"
#include "handles.hpp"

using tiendo::DecimalColumn;
using tiendo::DecimalColumnView;
using tiendo::Errc;
using tiendo::NumberFormat;
using tiendo::Result;
using tiendo::TextColumnView;
using tiendo::capi::ColumnOut;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::run;

static_assert(sizeof(tiendo_text_column) == 48);

namespace {

// The offsets of a column of texts, whose size is that of Offset.
template <class Offset>
Outcome read_offsets(const tiendo_text_column& texts, std::vector<std::int64_t>& offsets) {
  const auto* bytes = static_cast<const unsigned char*>(texts.offsets);
  std::int64_t last = 0;
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    Offset offset = 0;
    std::memcpy(&offset, bytes + i * sizeof(Offset), sizeof(Offset));
    if (offset < last || offset > texts.byte_count) {
      return {TIENDO_E_INVALID_ARG,
              "offset " + std::to_string(i) + " does not ascend, or is beyond the bytes"};
    }
    offsets[i] = last = offset;
  }
  return {};
}

// A column of texts with offsets that are fit to be used.
struct Texts {
  TextColumnView view;
  std::vector<std::int64_t> offsets;

  std::size_t rows() const { return offsets.size() - 1; }
  std::string_view operator[](std::size_t row) const {
    return view.bytes.substr(static_cast<std::size_t>(offsets[row]),
                             static_cast<std::size_t>(offsets[row + 1] - offsets[row]));
  }
};

Outcome check_texts(const tiendo_text_column& texts) {
  Outcome bad = tiendo::capi::check_count("texts", texts.count);
  if (bad.failed()) return bad;
  if (texts.offsets == nullptr) return null_argument("offsets");
  if (texts.byte_count < 0) return {TIENDO_E_INVALID_ARG, "byte_count is below zero"};
  if (texts.bytes == nullptr && texts.byte_count > 0) return null_argument("bytes");
  if (texts.offset_size == 4 || texts.offset_size == 8) return {};
  return {TIENDO_E_INVALID_ARG, "offset_size must be 4 or 8"};
}

Outcome read_texts(const tiendo_text_column* given, Texts& texts) {
  tiendo_text_column known;
  Outcome bad = tiendo::capi::read_struct("texts", given,
                                          TIENDO_FIRST_SIZE(tiendo_text_column, validity), known);
  if (!bad.failed()) bad = check_texts(known);
  if (bad.failed()) return bad;
  const auto rows = static_cast<std::size_t>(known.count);
  texts.offsets.resize(rows + 1);
  bad = known.offset_size == 4 ? read_offsets<std::int32_t>(known, texts.offsets)
                               : read_offsets<std::int64_t>(known, texts.offsets);
  if (bad.failed()) return bad;
  texts.view = {{known.bytes, static_cast<std::size_t>(known.byte_count)},
                texts.offsets,
                tiendo::capi::validity_of(known.validity, rows)};
  return {};
}

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
    Outcome bad = read_texts(texts, read);
    if (!bad.failed()) bad = tiendo::capi::read_numbers(numbers, format);
    if (!bad.failed()) bad = out.check(read.rows());
    if (bad.failed()) return bad;
    const Result<DecimalColumn> column = parse(read.view, format, scale);
    return column ? out.put(column) : fault_of(read, column.error());
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
    if (!bad.failed()) bad = tiendo::capi::read_numbers(numbers, format);
    if (bad.failed()) return bad;
    if (offsets == nullptr) return null_argument("offsets");
    const Result<tiendo::TextColumn> texts = tiendo::format(read, format);
    if (!texts) return texts.error();
    bad = out.put(texts->bytes);
    if (bad.failed()) return bad;
    std::memcpy(offsets, texts->offsets.data(), texts->offsets.size() * sizeof(std::int64_t));
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
