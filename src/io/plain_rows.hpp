/// @file
/// Rows of a table in which no field is quoted, split at once: the separators and line breaks of
/// all of them are found first, then whoever reads goes through one column after the other.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tiendo {

/// A field that has been split off: it ends before `end`, where other bytes of the text stand.
struct PlainField {
  const char* end;
  std::size_t size;
  std::size_t before;  ///< bytes of the text before the end, at least `size`

  std::string_view text() const { return {end - size, size}; }
};

/// One column of the rows; as long as these.
class PlainColumn {
 public:
  PlainField operator[](std::size_t row) const {
    const std::uint32_t* const place = ends_ + row * width_;
    const std::size_t start = std::uint32_t{place[-1] + 1};
    std::size_t end = place[0];
    if (may_have_return_ && text_[end - 1] == '\r' && end > start) --end;
    return {text_ + end, end - start, end};
  }

 private:
  friend class PlainRows;
  PlainColumn() = default;

  const char* text_ = nullptr;
  const std::uint32_t* ends_ = nullptr;
  std::size_t width_ = 0;
  bool may_have_return_ = false;
};

/// Splits the rows of a table that all have as many fields as its header, at least two.
class PlainRows {
 public:
  PlainRows(std::size_t width, char separator) : width_(width), separator_(separator) {}

  /// Splits the first of these whole lines, at most so many, and only as far as they are rows of
  /// the table without a quote, have no carriage return but before a line feed, and are within the
  /// limits. The text stays where it is as long as its columns are used. @return how many rows
  std::size_t split(std::string_view lines, std::size_t most);

  /// A column of the rows, of which there is at least one.
  PlainColumn column(std::size_t number) const;

  /// The bytes of the first rows, with their line breaks.
  std::size_t bytes(std::size_t rows) const {
    return rows == 0 ? 0 : std::size_t{ends_[rows * width_]} + 1;
  }

 private:
  std::size_t mark(std::size_t wanted);
  std::size_t of_one_line(std::size_t rows) const;
  std::size_t with_good_returns(std::size_t rows) const;

  std::size_t width_;
  char separator_;
  std::string_view text_;
  bool has_returns_ = false;
  std::size_t marked_ = 0;           // bytes of the text that have been looked at
  std::size_t feeds_ = 0;            // line feeds among them
  std::vector<std::uint32_t> ends_;  // where fields end, after one for the start of the text
};

}  // namespace tiendo
