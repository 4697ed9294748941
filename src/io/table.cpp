// Tested by tests/unit/io/table_test.cpp.

#include "io/table.hpp"

#include <algorithm>
#include <cassert>

#include "io/text.hpp"

namespace tiendo {

namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// The text with a line break of either kind as one LF.
std::string with_plain_breaks(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    plain += text[i];
  }
  return plain;
}

TableRow text_row(const TableRow& row) {
  TableRow cells;
  for (const std::string& text : row) cells.push_back(text_cell(text));
  return cells;
}

std::string text_line(const TableRow& cells, const std::vector<std::size_t>& widths,
                      const std::vector<Align>& aligns) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string padding(widths[i] - display_width(cells[i]), ' ');
    if (i != 0) line += "  ";
    line += aligns[i] == Align::left ? cells[i] + padding : padding + cells[i];
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

std::string markdown_line(const TableRow& row) {
  std::string line = "|";
  for (const std::string& text : row) line += ' ' + markdown_cell(text) + " |";
  return line + '\n';
}

[[maybe_unused]] bool fits(const TableRow& header, const std::vector<TableRow>& rows,
                           const std::vector<Align>& aligns) {
  return aligns.size() == header.size() &&
         std::all_of(rows.begin(), rows.end(),
                     [&](const TableRow& row) { return row.size() == header.size(); });
}

}  // namespace

std::string text_cell(const std::string& text) {
  std::string cell = with_plain_breaks(text);
  std::replace_if(cell.begin(), cell.end(), is_control, ' ');
  return cell;
}

std::string markdown_cell(const std::string& text) {
  std::string cell;
  for (const char c : with_plain_breaks(text)) {
    if (c == '\n') {
      cell += "<br>";
    } else if (is_control(c)) {
      cell += ' ';
    } else {
      if (c == '|' || c == '\\' || c == '<') cell += '\\';
      cell += c;
    }
  }
  return cell;
}

std::string title_line(const std::string& text, bool markdown) {
  return markdown ? "# " + markdown_cell(text) + "\n\n" : text_cell(text) + '\n';
}

std::string text_table(const TableRow& header, const std::vector<TableRow>& rows,
                       const std::vector<Align>& aligns) {
  assert(fits(header, rows, aligns));
  std::vector<TableRow> lines = {text_row(header)};
  for (const TableRow& row : rows) lines.push_back(text_row(row));
  std::vector<std::size_t> widths(header.size());
  for (const TableRow& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(line[i]));
    }
  }
  TableRow rule;
  for (const std::size_t width : widths) rule.emplace_back(width, '-');
  lines.insert(lines.begin() + 1, rule);
  std::string table;
  for (const TableRow& line : lines) table += text_line(line, widths, aligns);
  return table;
}

std::string markdown_table(const TableRow& header, const std::vector<TableRow>& rows,
                           const std::vector<Align>& aligns) {
  assert(fits(header, rows, aligns));
  std::string table = markdown_line(header) + '|';
  for (const Align align : aligns) table += align == Align::left ? " --- |" : " ---: |";
  table += '\n';
  for (const TableRow& row : rows) table += markdown_line(row);
  return table;
}

}  // namespace tiendo
