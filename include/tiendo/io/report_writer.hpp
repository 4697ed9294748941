/// @file
/// Reports and traces as text: tables for people, CSV and JSON for programs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/base/run.hpp"
#include "tiendo/engine/fields.hpp"
#include "tiendo/engine/report.hpp"
#include "tiendo/engine/rollup.hpp"
#include "tiendo/engine/trace.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

/// The forms of a report. The numbers stand in the C header and never change.
enum class ReportFormat : std::uint8_t {
  text = 1,      ///< an aligned table and a summary
  csv = 2,       ///< one header row and one row per row, plain numbers
  json = 3,      ///< the same fields, decimals as strings, null where there is none
  markdown = 4,  ///< the table and the summary
};

/// "text" and so on.
std::string_view name_of(ReportFormat format) noexcept;
/// The format of that name, or nothing.
std::optional<ReportFormat> report_format_named(std::string_view name) noexcept;

/// How to write a report.
struct WriteOptions {
  ReportFormat format = ReportFormat::text;
  /// Of labels and names; Vietnamese tables also write numbers the Vietnamese way (1.234,5).
  /// CSV and JSON do not depend on it.
  Language language = Language::vi;
  Printing printing;
  /// Add the exact fractions: columns NAME_exact in CSV and JSON, lines under the table in text.
  bool exact = false;
  /// Count targets by these as well, in this order; not in CSV, which has no summary either.
  std::vector<TallyBy> by = {};
};

/// The whole report, ending with a newline.
std::string write_report(const Report& report, const WriteOptions& options);

/// The same, done as the run says, in one thread; the watcher is told of writing.
/// @return cancelled when the watcher said no; out_of_memory
Result<std::string> write_report(const Report& report, const WriteOptions& options, const Run& run);

/// How a row came about, for people. Numbers are written as in a table of that language.
/// `log` is the log that the trace was made from.
std::string write_trace(const Trace& trace, const ObservationLog& log, Language language,
                        const Printing& printing);

/// The same of several rows as JSON (`tiendo-trace/1`), for programs: everything that the text says
/// and all that is needed to compute each figure again, with labels in both languages. `report` is
/// the report that the traces are of, `log` the log that it was made from.
std::string write_traces(const std::vector<Trace>& traces, const ObservationLog& log,
                         const Report& report, const Printing& printing);

}  // namespace tiendo
