/// @file
/// Tables for people: aligned text for a terminal, and Markdown.
///
/// Each row and the alignments must be as long as the header; anything else is a bug of the caller.
#pragma once

#include <string>
#include <vector>

namespace tiendo {

/// On which side of its column a cell stands.
enum class Align { left, right };

/// The cells of one line.
using TableRow = std::vector<std::string>;

/// A text as a cell holds it, see the tables below.
std::string text_cell(const std::string& text);
std::string markdown_cell(const std::string& text);

/// The line above a document: in Markdown the first heading, with an empty line behind it. The text
/// is escaped as in a table.
std::string title_line(const std::string& text, bool markdown);

/// Columns as wide as their widest cell on a terminal, two spaces apart, with a rule under the
/// header. No line ends with a space. Line breaks and other ASCII control characters in a cell
/// become spaces: no text can break the table, or send the terminal an escape sequence.
std::string text_table(const TableRow& header, const std::vector<TableRow>& rows,
                       const std::vector<Align>& aligns);

/// A table in the Markdown of GitHub. Bars, backslashes and `<` are escaped, line breaks become
/// `<br>`, other control characters spaces.
std::string markdown_table(const TableRow& header, const std::vector<TableRow>& rows,
                           const std::vector<Align>& aligns);

}  // namespace tiendo
