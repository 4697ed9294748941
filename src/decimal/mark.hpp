/// @file
/// The marks of a number format as they stand in text.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace tiendo::detail {

inline bool is_ascii(char32_t c) { return c < 0x80; }

/// A mark as the bytes of its UTF-8; none for 0.
class Mark {
 public:
  explicit Mark(char32_t c) {
    if (is_ascii(c)) {
      bytes_[0] = static_cast<char>(c);
      size_ = c == 0 ? 0 : 1;
    } else {
      encode(c);
    }
  }

  std::size_t size() const { return size_; }
  std::string_view text() const { return {bytes_.data(), size_}; }

  /// Whether the text begins with the mark; none does with a mark that there is not.
  bool starts(std::string_view text) const {
    if (size_ == 1) return !text.empty() && text[0] == bytes_[0];
    return size_ != 0 && text.starts_with(this->text());
  }

 private:
  void encode(char32_t c) {
    size_ = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (std::size_t i = size_ - 1; i > 0; --i, c >>= 6) {
      bytes_[i] = static_cast<char>(0x80 | (c & 0x3f));
    }
    constexpr std::array<char32_t, 5> kLead = {0, 0, 0xc0, 0xe0, 0xf0};
    bytes_[0] = static_cast<char>(kLead[size_] | c);
  }

  std::array<char, 4> bytes_{};
  std::size_t size_ = 0;
};

}  // namespace tiendo::detail
