/// @file
/// CSV, record by record: RFC 4180, with a comma or a semicolon between the fields.
///
/// Nothing is repaired: a quote in the middle of a field, text after a closing quote, a quote that
/// is never closed and a CR without its LF are errors with their place.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/text_window.hpp"
#include "tiendo/base/result.hpp"

namespace tiendo {

/// One field, without its quotes.
struct CsvField {
  std::string_view text;
  bool quoted = false;
  std::int64_t offset = 0;  ///< of the first byte, or of the opening quote
};

/// Goes through the records of a text or a source that the caller keeps alive, one at a time:
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
  /// How much of a source is read at once. In memory are a block, the longest row, what lines() is
  /// asked to leave before it, and as much again for what is kept().
  static constexpr std::size_t kBlock = std::size_t{1} << 16;

  explicit CsvCursor(std::string_view text);
  explicit CsvCursor(TextSource& source, std::size_t block = kBlock,
                     std::int64_t most = kMaxFileBytes);

  CsvCursor(const CsvCursor&) = delete;  // the fields may point into the cursor
  CsvCursor& operator=(const CsvCursor&) = delete;

  /// Reads the next record. False at the end of the text and at an error, which problem() tells
  /// apart, and from then on.
  bool next();

  /// The fields of the record just read, at least one; valid until the next call of next().
  const std::vector<CsvField>& record() const noexcept { return record_; }

  /// What ends the reading before the end of the text, with the offset: csv_syntax, text_encoding
  /// (no UTF-8, or a zero byte), file_too_large, text_too_long (a field or a row), too_many_values;
  /// or why the source cannot be read, without one. Nothing when all is well.
  const std::optional<Error>& problem() const noexcept { return problem_; }

  /// Where a byte of the record just read, of lines() or of the problem stands.
  LineColumn at(std::int64_t offset) const { return window_.at(offset); }

  /// The whole lines that come next and are in memory, without the first of their bytes, which end
  /// with a line. Empty at the end, at a problem, at the last line when it has no break, and when
  /// one goes on for longer than a row may be; next() tells which. Valid until the next call of
  /// next() or lines(), or as long as they are kept().
  std::string_view lines(std::size_t without = 0);
  /// Keeps the last lines() where they are, if the cursor reads from a source.
  std::shared_ptr<const void> kept() const noexcept { return window_.kept(); }
  /// Passes over the first bytes of lines(), which are so many whole records of one line: next()
  /// goes on behind them.
  void skip(std::size_t bytes, std::size_t records);

  /// How many bytes of the text have been passed.
  std::int64_t passed() const { return offset_of(at_); }

  /// ',' or ';'.
  char separator() const noexcept { return separator_; }

 private:
  enum class After { field, record };  // what comes after the field just read

  void declare_separator();
  bool grow();
  void let_go();
  bool read_record();
  bool read_plain_record();
  std::optional<After> read_field();
  bool read_quoted(CsvField& field);
  bool read_plain(CsvField& field);
  std::optional<After> read_ending();
  void skip_blank_lines();
  std::size_t line_break_size();
  bool at_end();
  bool fail(std::size_t at, Errc code, std::string sentence);
  bool fail_too_long(std::size_t at, const char* what, std::size_t most);
  std::int64_t offset_of(std::size_t at) const {
    return window_.offset() + static_cast<std::int64_t>(at);
  }

  TextWindow window_;
  std::string_view text_;  // of the window
  std::size_t at_ = 0;     // in text_
  std::size_t start_ = 0;  // of the record
  std::size_t whole_ = 0;  // how far the whole lines of the window go
  bool ran_out_ = false;   // whether what was found could be otherwise if the window were longer
  char separator_ = ',';
  std::vector<CsvField> record_;
  std::deque<std::string> unescaped_;  // the texts of fields in which quotes were doubled
  std::optional<Error> problem_;
};

/// The text as one field: in quotes when it contains a separator, a quote or a line break, or
/// begins or ends with a space.
std::string csv_field(std::string_view text);

}  // namespace tiendo
