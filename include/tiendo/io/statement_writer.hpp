/// @file
/// What was found out about published figures, as text for people and as CSV or
/// JSON for programs.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "tiendo/engine/report.hpp"
#include "tiendo/io/report_writer.hpp"
#include "tiendo/io/statement_reader.hpp"

namespace tiendo {

/// Writes checked figures one at a time, so that a table of any length takes
/// the memory of a row:
///
///     text = writer.begin();
///     for each row: text += writer.row(checked);
///     text += writer.end();
///
/// Numbers are plain. Bounds are exact fractions; beside them stand decimals
/// that are rounded outwards, the low one down and the high one up.
class StatementWriter {
 public:
  /// The form is text, csv or json; markdown is written as text. The language
  /// is that of the text.
  StatementWriter(ReportFormat format, Language language) : format_(format), language_(language) {}

  /// What stands before the first row: the header, the opening of the list.
  std::string begin() const;
  /// A row, ending with a newline in text and CSV.
  std::string row(const VerifiedStatement& row);
  /// What stands after the last row: how many there are of each verdict, the
  /// end of the document. CSV ends with its last row.
  std::string end() const;

 private:
  ReportFormat format_;
  Language language_;
  std::array<std::int64_t, 4> counts_{};  // by verdict
};

}  // namespace tiendo
