/// @file
/// The part of a text that is being looked at: all of it, or a few blocks that move on through a
/// source, so that no more is in memory than what is looked at or kept.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "io/text.hpp"
#include "tiendo/base/limits.hpp"
#include "tiendo/io/text_source.hpp"

namespace tiendo {

/// What it shows is UTF-8 without zero bytes, and it begins after a byte order mark.
///
/// A byte that does not belong in a text, an unreadable source and a text that is too large end the
/// window as the end of the text does; fault() tells them apart. So what is found before a fault
/// does not depend on where blocks end.
class TextWindow {
 public:
  /// The whole text, which the caller keeps alive.
  explicit TextWindow(std::string_view text, std::int64_t most = kMaxFileBytes);
  /// A source, which the caller keeps alive, read in blocks of at least so many bytes. A text of
  /// more than `most` bytes ends there with a fault.
  TextWindow(TextSource& source, std::size_t block, std::int64_t most);

  TextWindow(const TextWindow&) = delete;
  TextWindow& operator=(const TextWindow&) = delete;

  /// The bytes looked at. Those of a source stay where they are until grow(), or as long as they
  /// are kept().
  std::string_view text() const noexcept { return {data_ + begin_, end_ - begin_}; }
  /// Keeps the bytes of a source where they are, also beyond the life of the window. Who has one
  /// lets go of it in turn with whoever uses the window. Null for a whole text.
  std::shared_ptr<const void> kept() const noexcept { return buffer_; }

  /// How far the first of them is from the start of the whole text.
  std::int64_t offset() const noexcept { return base_ + static_cast<std::int64_t>(begin_); }

  /// Lets go of the first bytes.
  void drop(std::size_t bytes);
  /// Lets go of the first bytes, which are so many whole lines, at least one.
  void drop_lines(std::size_t bytes, std::size_t lines) {
    begin_ += bytes;
    line_ += static_cast<std::int64_t>(lines);
    line_start_ = offset();
  }

  /// Adds what comes next, perhaps nothing; about doubles a window that is full, unless it is kept.
  /// False when there is nothing more.
  bool grow();

  /// What is wrong at the end of the window, if it is not the end of the text; of use once grow()
  /// has returned false.
  const std::optional<Error>& fault() const noexcept { return fault_; }

  /// Where a byte of the window, or the one after it, stands in the whole text.
  LineColumn at(std::int64_t offset) const;

 private:
  using Buffer = std::vector<char>;

  void pass_mark();
  std::size_t make_room();
  void check(std::size_t size);
  void end_with(Error fault);

  TextSource* source_ = nullptr;
  std::size_t block_ = 0;
  std::int64_t most_ = kMaxFileBytes;
  std::shared_ptr<Buffer> buffer_;  // null for a whole text
  std::shared_ptr<Buffer> other_;   // which somebody may keep
  std::size_t came_ = 0;            // bytes in the buffer
  const char* data_;                // the buffer, or the whole text
  std::size_t begin_ = 0;           // of the window in data_
  std::size_t end_ = 0;      // in data_; in a buffer, bytes of a character begun may stand after it
  std::int64_t base_ = 0;    // how far data_ is from the start of the whole text
  std::int64_t line_ = 1;    // in which the window begins
  std::int64_t line_start_;  // the offset where that line begins
  bool over_ = false;        // nothing more will come
  std::optional<Error> fault_;
};

}  // namespace tiendo
