/// @file
/// Published figures from CSV, each checked as it is read (see the guide to the
/// formats).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/engine/check_stated.hpp"
#include "tiendo/io/text_source.hpp"

namespace tiendo {

/// A row of a table of published figures, and what was found out about it.
struct VerifiedStatement {
  /// As the row has it; empty where it has none.
  std::string id;
  Statement statement;
  StatedCheck check;
  /// Where the row says where the figure was published.
  std::string source;
  /// Where the figure stands in the table.
  Place place;
};

/// The error stated_impossible at the figure, where it is impossible; nothing
/// where it is not. For those who want such a figure to stop them.
std::optional<Diagnostic> finding_of(const VerifiedStatement& row);

/// Is given the rows, one at a time, in the order of the table.
using VerifiedStatements = std::function<void(const VerifiedStatement&)>;

/// Reads a table of published figures and checks each row. The rows do not know
/// of each other: one that is faulty, or whose inputs have no value (a plan of
/// zero), is a finding and is not handed on, all others are. Reads on after a
/// faulty row up to the first 100 findings. What is no CSV, no UTF-8 or beyond
/// a limit of limits.hpp ends the reading. `file` is the name that stands in
/// the places; `numbers` is the declared way of writing numbers, but in
/// expressions, which are plain.
Diagnostics verify_statements(std::string_view text, std::string_view file, NumberFormat numbers,
                              const VerifiedStatements& use);

/// The same of a text that comes block by block: a block and a row are in
/// memory. A source that cannot be read is a finding, file_unreadable, without
/// line and column.
Diagnostics verify_statements(TextSource& source, std::string_view file, NumberFormat numbers,
                              const VerifiedStatements& use);

/// The same of a file, which is named by its path in the places. A file that is
/// too large is not read: file_too_large at its first byte.
Diagnostics verify_statements_file(const std::string& path, NumberFormat numbers,
                                   const VerifiedStatements& use);

}  // namespace tiendo
