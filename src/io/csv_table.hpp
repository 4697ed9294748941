// A CSV text whose columns are known: the header is checked, then the rows come one at a time, cell
// by cell. Every fault is a finding at its place, and the reading goes on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/csv_cursor.hpp"
#include "io/json_fields.hpp"

namespace tiendo {

// Columns are known by their positions in the list of their names.
class CsvTable {
 public:
  // The text, and the names, live as long as the table; findings go to `findings`.
  CsvTable(std::string_view text, const std::vector<std::string_view>& columns, Findings& findings)
      : text_(text), columns_(columns), findings_(findings), csv_(text) {}

  // Reads the header: each column known and once, those of `needed` there. False after a fault, and
  // then there are no rows.
  bool read_header(const std::vector<std::size_t>& needed);
  // The next row that has as many fields as the header; false at the end.
  bool next();

  // The whole lines behind this row, and to pass over rows of them that are read in another way.
  std::string_view lines() { return csv_.lines(); }
  void skip(std::size_t bytes, std::size_t rows) { csv_.skip(bytes, rows); }
  std::int64_t passed() const { return csv_.passed(); }
  char separator() const { return csv_.separator(); }
  std::size_t width() const { return width_; }
  // The names of the columns as they stand in the header.
  std::vector<std::string_view> header() const;

  // The text of a column in this row, or "" where the column is absent.
  std::string_view text(std::size_t column) const;
  // Where it stands; of an absent column, the row.
  std::int64_t offset(std::size_t column) const;
  std::int64_t row_offset() const { return csv_.record().front().offset; }
  // Adds a finding at the column.
  void refuse(std::size_t column, Errc code, const std::string& sentence) {
    findings_.add(code, offset(column), sentence);
  }

  // The cell as what it should be; nothing when it is empty or faulty, a fault is a finding.
  std::optional<Decimal> number(std::size_t column, const NumberFormat& numbers);
  std::optional<std::int32_t> whole_number(std::size_t column);
  template <class T>
  std::optional<T> parsed(std::size_t column) {
    if (text(column).empty()) return std::nullopt;
    const Result<T> result = T::parse(text(column));
    if (result) return *result;
    refuse(column, result.error().code, about(text(column), result.error().sentence));
    return std::nullopt;
  }
  // Enumerators count from `first`, of which all have names.
  template <class Enum>
  std::optional<Enum> word(std::size_t column, int first = 0) {
    if (text(column).empty()) return std::nullopt;
    const std::optional<Enum> found = enumerator_named<Enum>(text(column), first);
    if (!found) {
      refuse(column, Errc::unknown_word,
             unknown_word_sentence(text(column), columns_[column], names_of<Enum>(first)));
    }
    return found;
  }

 private:
  static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

  void place_columns(const std::vector<CsvField>& header);
  bool report_problem();

  std::string_view text_;
  const std::vector<std::string_view>& columns_;
  Findings& findings_;
  CsvCursor csv_;
  std::vector<std::size_t> at_;  // where each column stands in a record
  std::size_t width_ = 0;
};

}  // namespace tiendo
