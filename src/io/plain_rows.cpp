// Tested by tests/unit/io/plain_rows_test.cpp.
//
// A row is plain when every width-th of the separators and line feeds is a line feed and none of
// the others is. This is checked at the end, for all rows at once: most rows are plain.

#include "io/plain_rows.hpp"

#include <algorithm>

#include "io/end_places.hpp"
#include "io/sixteen.hpp"
#include "tiendo/base/limits.hpp"

namespace tiendo {

// Puts the places of separators and line feeds into ends_, until so many are found or a quote
// stands there. @return how many
std::size_t PlainRows::mark(std::size_t wanted) {
  constexpr std::size_t kBlock = EndPlaces::kBlock;
  if (ends_.size() < wanted + kBlock + 1) ends_.resize(wanted + kBlock + 1);
  ends_[0] = static_cast<std::uint32_t>(-1);
  EndPlaces ends{ends_.data() + 1};
  std::size_t at = find_ends(text_, 0, separator_, wanted, ends);
  if (ends.found < wanted) {
    const std::string_view rest = text_.substr(at, kBlock);  // as far as there is no quote
    for (const char c : rest.substr(0, rest.find('"'))) {
      ends.has_returns = ends.has_returns || c == '\r';
      ends.feeds += c == '\n';
      if (c == separator_ || c == '\n') ends.places[ends.found++] = static_cast<std::uint32_t>(at);
      ++at;
    }
  }
  marked_ = at;
  feeds_ = ends.feeds;
  has_returns_ = ends.has_returns;
  return std::min(wanted, ends.found);
}

// How many of the first rows have no line feed but their last byte.
std::size_t PlainRows::of_one_line(std::size_t rows) const {
  const std::size_t behind = count_of(text_.substr(bytes(rows), marked_ - bytes(rows)), '\n');
  if (feeds_ - behind == rows) return rows;
  std::size_t end = 1;
  while (end <= rows * width_ && (text_[ends_[end]] == '\n') == (end % width_ == 0)) ++end;
  return (end - 1) / width_;
}

// How many of the first rows have no carriage return but before their last byte.
std::size_t PlainRows::with_good_returns(std::size_t rows) const {
  std::size_t good = 0;
  for (std::size_t row = 1; row <= rows; ++row) {
    const std::size_t end = ends_[row * width_];
    good += end > 0 && text_[end - 1] == '\r';
  }
  if (count_of(text_.substr(0, bytes(rows)), '\r') == good) return rows;
  std::size_t stray = 0;
  while (text_[stray] != '\r' || text_[stray + 1] == '\n') ++stray;
  while (bytes(rows) > stray) --rows;
  return rows;
}

std::size_t PlainRows::split(std::string_view lines, std::size_t most) {
  text_ = lines.substr(0, kMaxTextBytes);
  const std::size_t found = mark(most * width_) / width_;
  std::size_t rows = 0;
  while (rows < found && text_[ends_[(rows + 1) * width_]] == '\n') ++rows;
  rows = of_one_line(rows);
  return has_returns_ ? with_good_returns(rows) : rows;
}

PlainColumn PlainRows::column(std::size_t number) const {
  PlainColumn column;
  column.text_ = text_.data();
  column.ends_ = ends_.data() + number + 1;
  column.width_ = width_;
  column.may_have_return_ = has_returns_ && number + 1 == width_;
  return column;
}

}  // namespace tiendo
