/// @file
/// A text as a source that gives a few bytes at a time.
#pragma once

#include <algorithm>
#include <new>
#include <string_view>

#include "tiendo/io/text_source.hpp"

namespace tiendo {

/// Gives at most so many bytes of the text at once, and a fault after the last one if there is one.
class Chunks final : public TextSource {
 public:
  Chunks(std::string_view text, std::size_t most) : text_(text), most_(most) {}

  /// The source cannot be read to its end.
  void fail_at_end() { fails_ = true; }
  /// There is no memory for what is read after so many times.
  void run_out_of_memory_after(int reads) { reads_left_ = reads; }

  Result<std::size_t> read(std::span<char> buffer) override {
    if (reads_left_-- == 0) throw std::bad_alloc();
    if (text_.empty() && fails_) return error(Errc::file_unreadable, "the line is broken");
    const std::size_t size = std::min({text_.size(), most_, buffer.size()});
    text_.copy(buffer.data(), size);
    text_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view text_;
  std::size_t most_;
  bool fails_ = false;
  int reads_left_ = -1;
};

}  // namespace tiendo
