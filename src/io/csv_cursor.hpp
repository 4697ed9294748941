/// @file
/// CSV, record by record: RFC 4180, with a comma or a semicolon between the fields.
///
/// Nothing is repaired: a quote in the middle of a field, text after a closing quote, a quote that
/// is never closed and a CR without its LF are errors with their place.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/base/result.hpp"

namespace tiendo {

/// One field, without its quotes.
struct CsvField {
  std::string_view text;
  bool quoted = false;
  std::int64_t offset = 0;  ///< of the first byte, or of the opening quote
};

/// Goes through the records of a text that the caller keeps alive, one at a time:
///
///     CsvCursor csv(text);
///     while (csv.next()) use(csv.record());
///     if (csv.problem()) return *csv.problem();
///
/// A byte order mark and blank lines are passed over; lines end with LF or CR LF, the last one also
/// without. The separator is what stands in the first line outside quotes: a semicolon if there are
/// only semicolons, otherwise a comma.
class CsvCursor {
 public:
  /// Checks at once that the whole text is UTF-8; if it is not, next() has nothing to give.
  explicit CsvCursor(std::string_view text);

  CsvCursor(const CsvCursor&) = delete;  // the fields may point into the cursor
  CsvCursor& operator=(const CsvCursor&) = delete;

  /// Reads the next record. False at the end of the text and at an error, which problem() tells
  /// apart, and from then on.
  bool next();

  /// The fields of the record just read, at least one; valid until the next call of next().
  const std::vector<CsvField>& record() const noexcept { return record_; }

  /// csv_syntax or text_encoding with the offset; nothing when all is well.
  const std::optional<Error>& problem() const noexcept { return problem_; }

  /// ',' or ';'.
  char separator() const noexcept { return separator_; }

 private:
  enum class After { field, record };  // what comes after the field just read

  std::optional<After> read_field();
  bool read_quoted(CsvField& field);
  bool read_plain(CsvField& field);
  std::optional<After> read_ending();
  void skip_blank_lines();
  std::size_t line_break_size() const;
  bool fail(std::size_t offset, const char* sentence);

  std::string_view text_;
  std::size_t at_ = 0;
  char separator_ = ',';
  std::vector<CsvField> record_;
  std::deque<std::string> unescaped_;  // the texts of fields in which quotes were doubled
  std::optional<Error> problem_;
};

/// The text as one field: in quotes when it contains a separator, a quote or a line break, or
/// begins or ends with a space.
std::string csv_field(std::string_view text);

}  // namespace tiendo
