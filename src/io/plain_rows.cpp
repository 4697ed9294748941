// Tested by tests/unit/io/plain_rows_test.cpp.
//
// A row is plain when every width-th of the separators and line feeds is a line feed and none of
// the others is. This is checked at the end, for all rows at once: most rows are plain.

#include "io/plain_rows.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "io/sixteen.hpp"
#include "tiendo/base/limits.hpp"

namespace tiendo {

namespace {

constexpr std::size_t kBlock = EndMarks::kBytes;

// Puts down where the bits of a mask stand, eight at a time, so that up to seven more places than
// there are bits are overwritten. A mask of thirty-two bytes seldom has more than eight.
template <std::size_t... k>
inline void put_places(std::uint32_t* places, std::size_t count, std::uint32_t mask,
                       std::uint32_t base, std::index_sequence<k...> /*eight*/) {
  std::uint64_t bits = mask | std::uint64_t{0xff} << 32;  // so that there always is a bit
  for (std::size_t i = 0; i < count; i += sizeof...(k)) {
    ((places[i + k] = base + static_cast<std::uint32_t>(__builtin_ctzll(bits)), bits &= bits - 1),
     ...);
  }
}

}  // namespace

// Puts the places of separators and line feeds into ends_, until so many are found or a quote
// stands there. @return how many
std::size_t PlainRows::mark(std::size_t wanted) {
  if (ends_.size() < wanted + kBlock + 1) ends_.resize(wanted + kBlock + 1);
  ends_[0] = static_cast<std::uint32_t>(-1);
  has_returns_ = false;
  std::uint32_t* const places = ends_.data() + 1;
  std::size_t found = 0;
  feeds_ = 0;
  std::array<char, kBlock> rest{};
  bool quoted = false;
  std::size_t at = 0;
  for (; at < text_.size() && found < wanted && !quoted; at += kBlock) {
    const char* block = text_.data() + at;
    if (text_.size() - at < kBlock) {
      text_.copy(rest.data(), kBlock, at);
      block = rest.data();
    }
    EndMarks marks = end_marks(block, separator_);
    if (marks.has_others) {
      has_returns_ = true;
      const std::size_t quote = text_.substr(at, kBlock).find('"');
      quoted = quote != std::string_view::npos;
      if (quoted) {
        marks.ends &= (std::uint64_t{1} << quote) - 1;
        marks.count = static_cast<std::size_t>(std::popcount(marks.ends));
        marks.first =
            static_cast<std::size_t>(std::popcount(static_cast<std::uint32_t>(marks.ends)));
      }
    }
    // In two halves, so that neither waits for the other.
    const auto base = static_cast<std::uint32_t>(at);
    constexpr auto kEight = std::make_index_sequence<8>();
    put_places(places + found, marks.first, static_cast<std::uint32_t>(marks.ends), base, kEight);
    put_places(places + found + marks.first, marks.count - marks.first,
               static_cast<std::uint32_t>(marks.ends >> 32), base + 32, kEight);
    found += marks.count;
    feeds_ += marks.feeds;
  }
  marked_ = std::min(at, text_.size());
  return std::min(wanted, found);
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
