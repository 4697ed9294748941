// Tested by tests/unit/io/csv_table_test.cpp and tests/golden/errors.

#include "io/csv_table.hpp"

#include <algorithm>

namespace tiendo {

// False; a problem of the text, if there is one, becomes a finding.
bool CsvTable::report_problem() {
  const std::optional<Error>& problem = csv_.problem();
  if (problem) findings_.add(problem->code, problem->offset, problem->sentence);
  return false;
}

void CsvTable::place_columns(const std::vector<CsvField>& header) {
  at_.assign(columns_.size(), kAbsent);
  width_ = header.size();
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto known = std::find(columns_.begin(), columns_.end(), header[i].text);
    if (known == columns_.end()) {
      findings_.add(Errc::unknown_column, header[i].offset,
                    "no column is called " + in_quotes(header[i].text) +
                        nearest_hint(header[i].text, columns_));
      continue;
    }
    std::size_t& position = at_[static_cast<std::size_t>(known - columns_.begin())];
    if (position != kAbsent) {
      findings_.add(Errc::duplicate_column, header[i].offset,
                    "the column \"" + std::string(header[i].text) + "\" stands twice");
    }
    position = i;
  }
}

bool CsvTable::read_header(const std::vector<std::size_t>& needed) {
  // A caller in C would lose what stands after it.
  if (const std::size_t zero = text_.find('\0'); zero != std::string_view::npos) {
    findings_.add(Errc::text_encoding, static_cast<std::int64_t>(zero), "a zero byte in the text");
    return false;
  }
  if (!csv_.next()) {
    if (csv_.problem()) return report_problem();
    findings_.add(Errc::missing_column, 0, "the text is empty: not even a header");
    return false;
  }
  place_columns(csv_.record());
  if (findings_.any()) return false;  // a misspelt column is not missing as well
  for (const std::size_t column : needed) {
    if (at_[column] != kAbsent) continue;
    findings_.add(Errc::missing_column, csv_.record().front().offset,
                  "there is no column \"" + std::string(columns_[column]) + '"');
  }
  return !findings_.any();
}

bool CsvTable::next() {
  while (csv_.next()) {
    if (csv_.record().size() == width_) return true;
    findings_.add(Errc::field_count, csv_.record().front().offset,
                  "the row has " + std::to_string(csv_.record().size()) + " fields, the header " +
                      std::to_string(width_));
  }
  return report_problem();
}

std::vector<std::string_view> CsvTable::header() const {
  std::vector<std::string_view> names(width_);
  for (std::size_t column = 0; column < at_.size(); ++column) {
    if (at_[column] != kAbsent) names[at_[column]] = columns_[column];
  }
  return names;
}

std::string_view CsvTable::text(std::size_t column) const {
  return at_[column] == kAbsent ? std::string_view() : csv_.record()[at_[column]].text;
}

std::int64_t CsvTable::offset(std::size_t column) const {
  return csv_.record()[at_[column] == kAbsent ? 0 : at_[column]].offset;
}

std::optional<Decimal> CsvTable::number(std::size_t column, const NumberFormat& numbers) {
  if (text(column).empty()) return std::nullopt;
  Result<Decimal> number = parse(text(column), numbers);
  if (number) return *std::move(number);
  refuse(column, number.error().code, number_sentence(text(column), number.error(), numbers));
  return std::nullopt;
}

std::optional<std::int32_t> CsvTable::whole_number(std::size_t column) {
  if (text(column).empty()) return std::nullopt;
  const std::optional<std::int32_t> number = tiendo::whole_number(text(column));
  if (!number) refuse(column, Errc::number_syntax, no_whole_number(text(column)));
  return number;
}

}  // namespace tiendo
