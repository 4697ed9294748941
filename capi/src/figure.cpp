// Tested by tests/capi/figure_test.c.
//
// Figures, one at a time or one of all rows as a column. They are rounded in one place, printed(),
// so that a column, a cell and a written report never differ.

#include <algorithm>

#include "columns.hpp"
#include "decimals.hpp"
#include "handles.hpp"
#include "printing.hpp"
#include "rows.hpp"
#include "tiendo/engine/report_columns.hpp"

using tiendo::Decimal;
using tiendo::Errc;
using tiendo::Field;
using tiendo::Figure;
using tiendo::Printing;
using tiendo::ReportRow;
using tiendo::capi::absence_of;
using tiendo::capi::check_index;
using tiendo::capi::ColumnOut;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::read_printing;
using tiendo::capi::run;
using tiendo::capi::unknown_number;

namespace {

static_assert(tiendo::kFields.size() == 18 &&
              static_cast<int>(Field::target) == TIENDO_FIELD_TARGET &&
              static_cast<int>(Field::actual) == TIENDO_FIELD_ACTUAL &&
              static_cast<int>(Field::completion) == TIENDO_FIELD_COMPLETION &&
              static_cast<int>(Field::excess) == TIENDO_FIELD_EXCESS &&
              static_cast<int>(Field::remaining) == TIENDO_FIELD_REMAINING &&
              static_cast<int>(Field::same_period) == TIENDO_FIELD_SAME_PERIOD &&
              static_cast<int>(Field::index) == TIENDO_FIELD_INDEX &&
              static_cast<int>(Field::growth) == TIENDO_FIELD_GROWTH &&
              static_cast<int>(Field::expected) == TIENDO_FIELD_EXPECTED &&
              static_cast<int>(Field::deviation) == TIENDO_FIELD_DEVIATION &&
              static_cast<int>(Field::baseline) == TIENDO_FIELD_BASELINE &&
              static_cast<int>(Field::required) == TIENDO_FIELD_REQUIRED &&
              static_cast<int>(Field::base_revision) == TIENDO_FIELD_BASE_REVISION &&
              static_cast<int>(Field::targeted_change) == TIENDO_FIELD_TARGETED_CHANGE &&
              static_cast<int>(Field::change) == TIENDO_FIELD_CHANGE &&
              static_cast<int>(Field::pace) == TIENDO_FIELD_PACE &&
              static_cast<int>(Field::run_rate) == TIENDO_FIELD_RUN_RATE_FORECAST &&
              static_cast<int>(Field::same_share) == TIENDO_FIELD_SAME_SHARE_FORECAST);

Outcome read_field(tiendo_field number, Field& field) {
  for (const Field known : tiendo::kFields) {
    if (static_cast<tiendo_field>(known) == number) {
      field = known;
      return {};
    }
  }
  return unknown_number("field");
}

// A figure of a report, as its numbers name it.
struct Cell {
  const tiendo::Report* report = nullptr;
  ReportRow row;
  Field field = Field::target;

  const Figure& figure() const { return tiendo::figure(row, field); }
};

Outcome find_cell(const tiendo_report* report, int64_t row, tiendo_field field, Cell& cell) {
  if (report == nullptr) return null_argument("report");
  Outcome outcome = check_index(row, report->report.rows.size());
  if (!outcome.failed()) outcome = read_field(field, cell.field);
  if (outcome.failed()) return outcome;
  cell.report = &report->report;
  cell.row = report->report.rows[static_cast<std::size_t>(row)];
  return {};
}

// The figure, rounded: no value, or a number beyond what can be printed, is an outcome.
Outcome round_cell(const Cell& cell, const Printing& printing, Decimal& rounded) {
  Outcome absent = absence_of(cell.figure());
  if (absent.failed()) return absent;
  const auto value =
      printed(cell.report->plan, cell.row, cell.field, under(cell.report->request.rules, printing));
  if (!value) return tiendo::error(Errc::number_too_long);
  rounded = *value;
  return {};
}

Outcome fraction_text(const tiendo::Ratio& value, tiendo_fraction fraction, std::string& into) {
  switch (fraction) {
    case TIENDO_FRACTION_WHOLE: into = value.to_string(); return {};
    case TIENDO_FRACTION_NUMERATOR: into = value.numerator().to_string(); return {};
    case TIENDO_FRACTION_DENOMINATOR: into = value.denominator().to_string(); return {};
    default: return unknown_number("fraction");
  }
}

// Whether there is room for all rows.
Outcome check_room(const tiendo_report& report, std::int64_t rows) {
  if (rows >= tiendo::capi::count_of(report.report.rows.size())) return {};
  return {TIENDO_E_SMALL_BUFFER, "the buffers have room for fewer rows than the report has"};
}

Outcome check_column(const tiendo_report* report, std::int32_t scale, std::int64_t rows,
                     const void* values16, const std::uint8_t* validity) {
  if (report == nullptr) return null_argument("report");
  if (values16 == nullptr) return null_argument("values16");
  if (validity == nullptr) return null_argument("validity");
  Outcome bad = check_room(*report, rows);
  return bad.failed() ? bad : tiendo::capi::check_scale(scale);
}

}  // namespace

tiendo_status tiendo_report_figure_reason(tiendo_context* context, const tiendo_report* report,
                                          int64_t row, tiendo_field field,
                                          int32_t* reason) noexcept {
  return run(context, [&]() -> Outcome {
    Cell cell;
    Outcome bad = find_cell(report, row, field, cell);
    if (bad.failed()) return bad;
    if (reason == nullptr) return null_argument("reason");
    *reason = static_cast<int32_t>(cell.figure().reason);
    return {};
  });
}

tiendo_status tiendo_report_figure_exact(tiendo_context* context, const tiendo_report* report,
                                         int64_t row, tiendo_field field, tiendo_fraction fraction,
                                         char* buffer, int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    Cell cell;
    Outcome bad = find_cell(report, row, field, cell);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      Outcome absent = absence_of(cell.figure());
      return absent.failed() ? absent : fraction_text(*cell.figure(), fraction, into);
    });
  });
}

tiendo_status tiendo_report_exact_column(tiendo_context* context, const tiendo_report* report,
                                         tiendo_field field, tiendo_fraction fraction, int64_t rows,
                                         uint8_t* validity, int64_t* offsets, char* buffer,
                                         int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    const tiendo::capi::TextsOut out{offsets, {buffer, capacity, length}};
    Field which = Field::target;
    std::string part;
    Outcome bad = read_field(field, which);
    if (!bad.failed()) bad = fraction_text(0, fraction, part);
    if (!bad.failed()) bad = out.check();
    if (!bad.failed()) bad = check_room(*report, rows);
    if (bad.failed()) return bad;
    if (validity == nullptr) return null_argument("validity");
    tiendo::TextColumn column;
    column.offsets.push_back(0);
    std::vector<std::uint8_t> bits;
    for (const ReportRow& row : report->report.rows) {
      const std::size_t at = column.offsets.size() - 1;
      if (at % 8 == 0) bits.push_back(0);
      const Figure& figure = tiendo::figure(row, which);
      if (figure) {
        bits.back() |= static_cast<std::uint8_t>(1U << at % 8);
        fraction_text(*figure, fraction, part);
        column.bytes += part;
      }
      column.offsets.push_back(tiendo::capi::count_of(column.bytes.size()));
    }
    bad = out.put(column);
    if (!bad.failed()) std::copy(bits.begin(), bits.end(), validity);
    return bad;
  });
}

tiendo_status tiendo_report_figure_decimal(tiendo_context* context, const tiendo_report* report,
                                           int64_t row, tiendo_field field, int32_t digits,
                                           tiendo_rounding rounding,
                                           tiendo_decimal* result) noexcept {
  return run(context, [&]() -> Outcome {
    Cell cell;
    Printing printing;
    Decimal rounded;
    Outcome outcome = find_cell(report, row, field, cell);
    if (!outcome.failed()) outcome = read_printing(digits, rounding, printing);
    if (!outcome.failed() && result == nullptr) outcome = null_argument("result");
    if (!outcome.failed()) outcome = round_cell(cell, printing, rounded);
    return outcome.failed() ? outcome : tiendo::capi::store_decimal(rounded, *result);
  });
}

tiendo_status tiendo_report_figure_text(tiendo_context* context, const tiendo_report* report,
                                        int64_t row, tiendo_field field, int32_t digits,
                                        tiendo_rounding rounding, tiendo_numbers numbers,
                                        char* buffer, int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    Cell cell;
    Printing printing;
    tiendo::NumberFormat format;
    Outcome bad = find_cell(report, row, field, cell);
    if (!bad.failed()) bad = read_printing(digits, rounding, printing);
    if (!bad.failed()) bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      Decimal rounded;
      Outcome outcome = round_cell(cell, printing, rounded);
      if (!outcome.failed()) into = tiendo::format(rounded, format);
      return outcome;
    });
  });
}

tiendo_status tiendo_report_column(tiendo_context* context, const tiendo_report* report,
                                   tiendo_field field, int32_t scale, tiendo_rounding rounding,
                                   int64_t rows, void* values16, uint8_t* validity) noexcept {
  return run(context, [&]() -> Outcome {
    Field known = Field::target;
    Printing printing;
    Outcome bad = check_column(report, scale, rows, values16, validity);
    if (!bad.failed()) bad = read_field(field, known);
    if (!bad.failed()) bad = read_printing(scale, rounding, printing);
    if (bad.failed()) return bad;
    return ColumnOut{values16, validity}.put(tiendo::printed_column(
        report->report, known, scale, printing.rounding, {}, context->how.threads));
  });
}

tiendo_status tiendo_report_percent_of_plan(tiendo_context* context, const tiendo_report* report,
                                            int32_t scale, tiendo_rounding rounding, int64_t rows,
                                            void* values16, uint8_t* validity) noexcept {
  return run(context, [&]() -> Outcome {
    Printing printing;
    Outcome bad = check_column(report, scale, rows, values16, validity);
    if (!bad.failed()) bad = read_printing(scale, rounding, printing);
    if (bad.failed()) return bad;
    return ColumnOut{values16, validity}.put(tiendo::percent_of_plan(
        report->report, scale, printing.rounding, {}, context->how.threads));
  });
}

tiendo_status tiendo_report_verdicts(tiendo_context* context, const tiendo_report* report,
                                     int64_t rows, int8_t* verdicts, int8_t* provisional) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    if (verdicts == nullptr) return null_argument("verdicts");
    Outcome bad = check_room(*report, rows);
    if (bad.failed()) return bad;
    const tiendo::VerdictColumns found = tiendo::verdict_columns(report->report);
    const auto number = [](tiendo::Verdict verdict) { return static_cast<std::int8_t>(verdict); };
    std::transform(found.verdict.begin(), found.verdict.end(), verdicts, number);
    if (provisional == nullptr) return {};
    std::transform(found.provisional.begin(), found.provisional.end(), provisional, number);
    return {};
  });
}
