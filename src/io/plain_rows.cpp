// Tested by tests/unit/io/plain_rows_test.cpp.
//
// A row is plain when every width-th of the separators and line feeds is a line feed and none of
// the others is. This is checked at the end, for all rows at once: most rows are plain.

#include "io/plain_rows.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "io/sixteen.hpp"
#include "tiendo/base/limits.hpp"

namespace tiendo {

namespace {

constexpr std::size_t kBlock = 64;

// Of the bytes of a block, the lowest bit first.
struct Marks {
  std::uint64_t ends = 0;    // separators and line feeds
  std::uint64_t others = 0;  // carriage returns and quotes
};

Marks marks_of(const char* block, char separator) {
  Marks marks;
  for (std::size_t i = 0; i < kBlock; i += 16) {
    const Sixteen bytes(block + i);
    marks.ends |= std::uint64_t{bytes.equal(separator, '\n')} << i;
    marks.others |= std::uint64_t{bytes.equal('\r', '"')} << i;
  }
  return marks;
}

}  // namespace

// Puts the places of separators and line feeds into ends_, until so many are found or a quote
// stands there. @return how many
std::size_t PlainRows::mark(std::size_t wanted) {
  ends_.resize(wanted + kBlock + 1);
  ends_[0] = static_cast<std::uint32_t>(-1);
  has_returns_ = false;
  std::size_t found = 0;
  std::array<char, kBlock> rest{};
  bool quoted = false;
  for (std::size_t at = 0; at < text_.size() && found < wanted && !quoted; at += kBlock) {
    const char* block = text_.data() + at;
    if (text_.size() - at < kBlock) {
      text_.copy(rest.data(), kBlock, at);
      block = rest.data();
    }
    Marks marks = marks_of(block, separator_);
    if (marks.others != 0) {
      has_returns_ = true;
      const std::size_t quote = text_.substr(at, kBlock).find('"');
      quoted = quote != std::string_view::npos;
      if (quoted) marks.ends &= (std::uint64_t{1} << quote) - 1;
    }
    for (std::uint64_t ends = marks.ends; ends != 0; ends &= ends - 1) {
      ends_[++found] =
          static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(std::countr_zero(ends));
    }
  }
  return std::min(wanted, found);
}

// How many of the first rows have no line feed but their last byte.
std::size_t PlainRows::of_one_line(std::size_t rows) const {
  if (count_of(text_.substr(0, bytes(rows)), '\n') == rows) return rows;
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
