/// @file
/// An input as choices: for fuzzers whose input is no text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace tiendo::fuzz {

/// The input, byte by byte; zeros behind its end.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

  bool done() const { return size_ == 0; }
  unsigned byte() {
    if (size_ == 0) return 0;
    --size_;
    return *data_++;
  }
  unsigned below(std::size_t count) {
    const unsigned high = count > 256 ? byte() : 0;
    return static_cast<unsigned>((high * 256 + byte()) % count);
  }
  std::int64_t number() {
    static constexpr std::array<std::int64_t, 16> known = {
        0,  1,         -1,        2,         3,         38,      39,      -2,
        17, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN, 2932896, -208188, 1000000};
    const unsigned which = byte();
    if (which < known.size()) return known[which];
    if (which < 200) return static_cast<std::int64_t>(which) - 100;
    std::int64_t number = 0;
    for (int i = 0; i < 4; ++i) number = number * 256 + byte();
    return number - (std::int64_t{1} << 31);
  }
  std::string text() {
    std::string text;
    for (std::size_t left = below(400); left > 0 && !done(); --left) {
      text += static_cast<char>(byte());
    }
    return text;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
};

}  // namespace tiendo::fuzz
