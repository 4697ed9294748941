// Tested by tests/unit/io/text_window_test.cpp.

#include "io/text_window.hpp"

#include <algorithm>
#include <utility>

#include "io/sixteen.hpp"

namespace tiendo {

namespace {

// Bytes of a character that has begun: its last one may still come.
constexpr std::size_t kMostPending = 3;

// Of a buffer in which bytes are kept where they are.
constexpr std::size_t kBlocksKept = 8;

}  // namespace

TextWindow::TextWindow(std::string_view text, std::int64_t most)
    : most_(most), data_(text.data()), over_(true) {
  check(text.size());
  pass_mark();
}

TextWindow::TextWindow(TextSource& source, std::size_t block, std::int64_t most)
    : source_(&source),
      block_(block),
      most_(most),
      buffer_(std::make_shared<Buffer>()),
      data_(buffer_->data()) {
  while (text().size() < 3 && grow()) continue;
  pass_mark();
}

void TextWindow::pass_mark() {
  begin_ = bom_size(text());
  line_start_ = offset();
}

void TextWindow::drop(std::size_t bytes) {
  const std::string_view dropped = text().substr(0, bytes);
  if (const std::size_t last = dropped.rfind('\n'); last != std::string_view::npos) {
    line_ += static_cast<std::int64_t>(count_of(dropped, '\n'));
    line_start_ = offset() + static_cast<std::int64_t>(last) + 1;
  }
  begin_ += bytes;
}

bool TextWindow::grow() {
  if (over_) return false;
  const std::size_t most = make_room();
  while (came_ < most && !over_) {
    const Result<std::size_t> got = source_->read(std::span(buffer_->data() + came_, most - came_));
    over_ = !got || *got == 0;
    if (got) came_ += *got;
    if (!got) fault_ = got.error();
  }
  data_ = buffer_->data();
  check(came_);
  return true;
}

// Where nobody keeps them, the bytes go to the beginning of the buffer; otherwise, once it is full,
// to that of another one. @return how far it may be filled
std::size_t TextWindow::make_room() {
  const bool is_kept = buffer_.use_count() > 1;
  if (is_kept && came_ + block_ <= buffer_->size()) return came_ + block_;
  const auto first = buffer_->begin() + static_cast<std::ptrdiff_t>(begin_);
  const std::size_t rest = came_ - begin_;
  const std::size_t most = std::max(block_, 2 * rest);
  if (is_kept) {
    if (!other_ || other_.use_count() > 1) other_ = std::make_shared<Buffer>();
    if (other_->size() < most) other_->resize(std::max(most, kBlocksKept * block_));
    std::copy_n(first, rest, other_->begin());
    std::swap(buffer_, other_);
  } else {
    std::copy_n(first, rest, buffer_->begin());
    if (buffer_->size() < most) buffer_->resize(most);
  }
  base_ += static_cast<std::int64_t>(begin_);
  end_ -= begin_;
  came_ = rest;
  begin_ = 0;
  return most;
}

// Lets the window reach to the end of what has come, or to the first byte that does not belong in a
// text.
void TextWindow::check(std::size_t size) {
  const std::string_view fresh(data_ + end_, size - end_);
  const Result<std::string_view> valid = valid_utf8(fresh);
  const std::size_t good = valid ? fresh.size() : static_cast<std::size_t>(valid.error().offset);
  const std::size_t zero = fresh.substr(0, good).find('\0');
  end_ += std::min(good, zero);
  if (zero != std::string_view::npos) {
    // A caller in C would lose what stands after it.
    end_with(error(Errc::text_encoding, "a zero byte in the text"));
  } else if (fresh.size() - good > kMostPending || (!valid && over_ && !fault_)) {
    end_with(valid.error());
  }
  if (base_ + static_cast<std::int64_t>(end_) <= most_) return;
  end_ = static_cast<std::size_t>(most_ - base_);
  end_with(too_large(most_));
}

void TextWindow::end_with(Error fault) {
  fault.offset = base_ + static_cast<std::int64_t>(end_);
  fault_ = std::move(fault);
  over_ = true;
}

LineColumn TextWindow::at(std::int64_t offset) const {
  const std::int64_t inside =
      std::clamp(offset, this->offset(), base_ + static_cast<std::int64_t>(end_));
  LineColumn place{line_, inside - line_start_ + 1};
  const std::string_view before =
      text().substr(0, static_cast<std::size_t>(inside - this->offset()));
  if (const std::size_t last = before.rfind('\n'); last != std::string_view::npos) {
    place.line += static_cast<std::int64_t>(count_of(before, '\n'));
    place.column = static_cast<std::int64_t>(before.size() - last);
  }
  return place;
}

}  // namespace tiendo
