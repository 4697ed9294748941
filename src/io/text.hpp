/// @file
/// What every reader and printer of text needs: is it UTF-8, where is a byte, how wide is it.
///
/// Offsets count bytes from the start of the whole text, a byte order mark included, so that the
/// offset in an Error can be looked up in the text that the caller holds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/base/result.hpp"

namespace tiendo {

/// The text itself, if it is valid UTF-8: no overlong forms, no surrogates.
/// @return text_encoding with the offset of the first byte that is not
Result<std::string_view> valid_utf8(std::string_view text);

/// file_too_large at the start of the text: it has more than `most` bytes.
Error too_large(std::int64_t most);

/// text_too_long: `what`, such as "the field", which begins at the offset, has more than `most`
/// bytes.
Error text_too_long(const char* what, std::size_t most, std::int64_t offset);

/// 3 when the text begins with a UTF-8 byte order mark, otherwise 0.
std::size_t bom_size(std::string_view text) noexcept;

/// Line and column, both from 1, the column in bytes; a byte order mark takes no column.
struct LineColumn {
  std::int64_t line = 1;
  std::int64_t column = 1;

  friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

/// Finds the lines of a text that the caller keeps alive, each ended by LF or CR LF. Built in one
/// pass over the text, then a look-up looks at a few thousand bytes: make one per text that has
/// findings, not one per finding.
class Lines {
 public:
  explicit Lines(std::string_view text);

  /// Where the byte stands; an offset past the end is the end, one before the start the start.
  LineColumn at(std::int64_t offset) const;

 private:
  // Of a block of the text: the line in which it begins, and where that line begins.
  struct Block {
    std::int64_t line;
    std::int64_t line_start;
  };
  // A text may be nothing but line breaks: noting each would take eight times its size.
  static constexpr std::size_t kBlock = 4096;

  std::string_view text_;
  std::int64_t first_;  // after the mark
  std::vector<Block> blocks_;
};

/// The text for a message: control characters as spaces, so that it stays on its line and sends a
/// terminal nothing, and what is beyond `most` bytes cut off with "...".
std::string one_line(std::string_view text, std::size_t most = 500);

/// A word of the input in quotes, on one line, cut off after 60 bytes.
std::string in_quotes(std::string_view word);

/// Columns that the text takes on a terminal: 2 for a wide CJK character, 0 for a combining mark.
/// A byte that is not UTF-8 counts 1.
std::size_t display_width(std::string_view text);

}  // namespace tiendo
