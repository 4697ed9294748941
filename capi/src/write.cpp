// Tested by tests/capi/write_test.c.
//
// Whole reports and explanations as text. What they say is decided by the library, byte for byte
// as in the tool.

#include <vector>

#include "handles.hpp"
#include "printing.hpp"
#include "tiendo/io/report_writer.hpp"

using tiendo::capi::check_index;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::read_language;
using tiendo::capi::read_printing;
using tiendo::capi::read_report_options;
using tiendo::capi::run;
using tiendo::capi::unknown_number;

namespace {

static_assert(sizeof(tiendo_write_options) == 48);

// Whether there is what rows are explained from.
Outcome check_log(const tiendo_report& report) {
  if (report.log != nullptr) return {};
  return {TIENDO_E_UNSUPPORTED, "what the report was made from is in its parts"};
}

// What targets are counted by. There is no reason to count by one of them twice.
Outcome read_by(const tiendo_write_options& given, tiendo::WriteOptions& options) {
  if (given.reserved != 0) return {TIENDO_E_INVALID_ARG, "reserved of options is not 0"};
  if (given.by_count < 0 || given.by_count > TIENDO_TALLY_LEAD) {
    return {TIENDO_E_INVALID_ARG, "by_count is not between 0 and 4"};
  }
  if (given.by == nullptr && given.by_count > 0) return null_argument("by");
  for (std::int64_t i = 0; i < given.by_count; ++i) {
    if (given.by[i] < TIENDO_TALLY_FIELD || given.by[i] > TIENDO_TALLY_LEAD) {
      return unknown_number("by");
    }
    options.by.push_back(static_cast<tiendo::TallyBy>(given.by[i]));
  }
  if (options.by.empty() || options.format != tiendo::ReportFormat::csv) return {};
  return {TIENDO_E_INVALID_ARG, "counts by what rows have in common are not in the CSV"};
}

}  // namespace

Outcome tiendo::capi::read_options(const tiendo_write_options* given,
                                   tiendo::WriteOptions& options) {
  Outcome bad = read_report_options(given, options);
  if (bad.failed() || options.by.empty()) return bad;
  return {TIENDO_E_INVALID_ARG, "only reports are written with counts by what rows have in common"};
}

Outcome tiendo::capi::read_report_options(const tiendo_write_options* given,
                                          tiendo::WriteOptions& options) {
  if (given == nullptr) return {};
  tiendo_write_options known{};
  Outcome outcome = tiendo::capi::read_struct(
      "options", given, TIENDO_FIRST_SIZE(tiendo_write_options, exact), known);
  if (!outcome.failed()) outcome = read_format(known.format, options.format);
  if (!outcome.failed()) outcome = read_by(known, options);
  if (!outcome.failed()) outcome = read_language(known.language, options.language);
  const int32_t digits = known.has_digits != 0 ? known.digits : TIENDO_DIGITS_OWN;
  if (!outcome.failed()) outcome = read_printing(digits, known.rounding, options.printing);
  options.exact = known.exact != 0;
  return outcome;
}

tiendo_status tiendo_report_write(tiendo_context* context, const tiendo_report* report,
                                  const tiendo_write_options* options, char* buffer,
                                  int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    tiendo::WriteOptions known;
    Outcome bad = read_report_options(options, known);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      auto text = tiendo::write_report(report->report, known, context->how);
      if (!text) return text.error();
      into = *std::move(text);
      return {};
    });
  });
}

tiendo_status tiendo_report_explain(tiendo_context* context, const tiendo_report* report,
                                    int64_t row, tiendo_language language, int32_t digits,
                                    tiendo_rounding rounding, char* buffer, int64_t capacity,
                                    int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    tiendo::Language words = tiendo::Language::vi;
    tiendo::Printing printing;
    Outcome bad = check_log(*report);
    if (!bad.failed()) bad = check_index(row, report->report.rows.size());
    if (!bad.failed()) bad = read_language(language, words);
    if (!bad.failed()) bad = read_printing(digits, rounding, printing);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      const auto trace =
          tiendo::explain(*report->log, report->report, static_cast<std::size_t>(row));
      into = tiendo::write_trace(trace, *report->log, words, printing);
      return {};
    });
  });
}

tiendo_status tiendo_report_trace(tiendo_context* context, const tiendo_report* report, int64_t row,
                                  int32_t digits, tiendo_rounding rounding, char* buffer,
                                  int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    tiendo::Printing printing;
    const std::size_t count = report->report.rows.size();
    Outcome bad = check_log(*report);
    if (!bad.failed() && row != -1) bad = check_index(row, count);
    if (!bad.failed()) bad = read_printing(digits, rounding, printing);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      std::vector<tiendo::Trace> traces;
      const std::size_t first = row == -1 ? 0 : static_cast<std::size_t>(row);
      for (std::size_t at = first; at < (row == -1 ? count : first + 1); ++at) {
        traces.push_back(tiendo::explain(*report->log, report->report, at));
      }
      into = tiendo::write_traces(traces, *report->log, report->report, printing);
      return {};
    });
  });
}
