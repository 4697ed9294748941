// Tested by tests/capi/row_columns_test.c.
//
// Days and periods as columns: what the functions for one do, for all rows in one call.

#include "days.hpp"
#include "rows.hpp"

using tiendo::Date;
using tiendo::Period;
using tiendo::TextColumn;
using tiendo::capi::check_buffer;
using tiendo::capi::check_count;
using tiendo::capi::count_of;
using tiendo::capi::Outcome;
using tiendo::capi::read_rows;
using tiendo::capi::read_texts;
using tiendo::capi::RowsOut;
using tiendo::capi::run;
using tiendo::capi::Texts;
using tiendo::capi::TextsOut;

namespace {

// The text, if it is one.
Outcome utf8(std::string_view text) {
  std::string_view bytes;
  // A row without bytes may have no address.
  return tiendo::capi::take_text("the text of the row", text.empty() ? "" : text.data(),
                                 count_of(text.size()), bytes);
}

bool has_value(const std::uint8_t* validity, std::size_t row) {
  return validity == nullptr || (validity[row / 8] >> row % 8 & 1) != 0;
}

// A number of a buffer that need not be aligned.
std::int32_t number_at(const std::int32_t* numbers, std::size_t row) {
  std::int32_t number = 0;
  std::memcpy(&number, reinterpret_cast<const unsigned char*>(numbers) + row * sizeof number,
              sizeof number);
  return number;
}

Outcome at_row(Outcome bad, std::size_t row) {
  bad.row = count_of(row);
  return bad;
}

// Writes the rows that have a value: `write(row, text)`.
template <class Write>
Outcome write_rows(std::int64_t count, const std::uint8_t* validity, const TextsOut& out,
                   const Write& write) {
  TextColumn column;
  column.offsets.push_back(0);
  for (std::size_t row = 0; row < static_cast<std::size_t>(count); ++row) {
    std::string text;
    Outcome bad = has_value(validity, row) ? write(row, text) : Outcome();
    if (bad.failed()) return at_row(std::move(bad), row);
    column.bytes += text;
    column.offsets.push_back(count_of(column.bytes.size()));
  }
  return out.put(column);
}

}  // namespace

tiendo_status tiendo_column_parse_days(tiendo_context* context, const tiendo_text_column* texts,
                                       int32_t* days, uint8_t* validity, int32_t* codes,
                                       int64_t* refused) noexcept {
  return run(context, [&]() -> Outcome {
    Texts given;
    const RowsOut out{validity, codes, refused};
    Outcome bad = read_texts("texts", texts, given);
    if (!bad.failed()) bad = check_buffer("days", days, given.rows());
    if (!bad.failed()) bad = out.check(given.rows());
    if (bad.failed()) return bad;
    std::vector<std::int32_t> read(given.rows());
    bad = read_rows(given, out, [&](std::string_view text, std::size_t row) -> Outcome {
      const auto day = Date::parse(text);
      if (day) {
        read[row] = day->days();
        return {};
      }
      Outcome wrong = utf8(text);
      return wrong.failed() ? wrong : Outcome(day.error());
    });
    std::copy(read.begin(), read.end(), days);
    return bad;
  });
}

tiendo_status tiendo_column_format_days(tiendo_context* context, const int32_t* days,
                                        const uint8_t* validity, int64_t count, int64_t* offsets,
                                        char* buffer, int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    const TextsOut out{offsets, {buffer, capacity, length}};
    Outcome bad = check_count("days", count);
    if (!bad.failed()) bad = check_buffer("days", days, static_cast<std::size_t>(count));
    if (!bad.failed()) bad = out.check();
    if (bad.failed()) return bad;
    return write_rows(count, validity, out, [&](std::size_t row, std::string& text) {
      Date day;
      Outcome wrong = tiendo::capi::read_day(number_at(days, row), day);
      if (!wrong.failed()) text = day.to_string();
      return wrong;
    });
  });
}

tiendo_status tiendo_column_add_to_days(tiendo_context* context, const int32_t* days,
                                        const uint8_t* validity, int64_t count, int64_t months,
                                        int64_t more_days, int32_t* results) noexcept {
  return run(context, [&]() -> Outcome {
    const auto rows = static_cast<std::size_t>(count < 0 ? 0 : count);
    Outcome bad = check_count("days", count);
    if (!bad.failed()) bad = check_buffer("days", days, rows);
    if (!bad.failed()) bad = check_buffer("results", results, rows);
    if (bad.failed()) return bad;
    std::vector<std::int32_t> reached(rows);
    for (std::size_t row = 0; row < rows; ++row) {
      if (!has_value(validity, row)) continue;
      Date day;
      bad = tiendo::capi::read_day(number_at(days, row), day);
      if (bad.failed()) return at_row(std::move(bad), row);
      const auto then = day.plus_months(months);
      const auto last = then ? then->plus_days(more_days) : then;
      if (!last) return at_row(last.error(), row);
      reached[row] = last->days();
    }
    std::copy(reached.begin(), reached.end(), results);
    return {};
  });
}

tiendo_status tiendo_column_parse_periods(tiendo_context* context, const tiendo_text_column* texts,
                                          int32_t* starts, int32_t* ends, uint8_t* validity,
                                          int32_t* codes, int64_t* refused) noexcept {
  return run(context, [&]() -> Outcome {
    Texts given;
    const RowsOut out{validity, codes, refused};
    Outcome bad = read_texts("texts", texts, given);
    if (!bad.failed()) bad = check_buffer("starts", starts, given.rows());
    if (!bad.failed()) bad = check_buffer("ends", ends, given.rows());
    if (!bad.failed()) bad = out.check(given.rows());
    if (bad.failed()) return bad;
    std::vector<std::int32_t> first(given.rows());
    std::vector<std::int32_t> after(given.rows());
    bad = read_rows(given, out, [&](std::string_view text, std::size_t row) -> Outcome {
      const auto period = Period::parse(text);
      if (period) {
        first[row] = period->start().days();
        after[row] = period->end().days();
        return {};
      }
      Outcome wrong = utf8(text);
      return wrong.failed() ? wrong : Outcome(period.error());
    });
    std::copy(first.begin(), first.end(), starts);
    std::copy(after.begin(), after.end(), ends);
    return bad;
  });
}

tiendo_status tiendo_column_format_periods(tiendo_context* context, const int32_t* starts,
                                           const int32_t* ends, const uint8_t* validity,
                                           int64_t count, int64_t* offsets, char* buffer,
                                           int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    const TextsOut out{offsets, {buffer, capacity, length}};
    const auto rows = static_cast<std::size_t>(count < 0 ? 0 : count);
    Outcome bad = check_count("starts", count);
    if (!bad.failed()) bad = check_buffer("starts", starts, rows);
    if (!bad.failed()) bad = check_buffer("ends", ends, rows);
    if (!bad.failed()) bad = out.check();
    if (bad.failed()) return bad;
    return write_rows(count, validity, out, [&](std::size_t row, std::string& text) -> Outcome {
      const tiendo_period given{number_at(starts, row), number_at(ends, row)};
      Period period = *Period::parse("2024");
      Outcome wrong = tiendo::capi::read_period("period", &given, period);
      if (!wrong.failed()) text = period.to_string();
      return wrong;
    });
  });
}
