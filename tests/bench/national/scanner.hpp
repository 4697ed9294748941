/// @file
/// Reads the tables of generator.hpp, which have neither quotes nor faults, field by field.
#pragma once

#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>
#include <string_view>

#include "text_file.hpp"

namespace tiendo::bench {

/// What an empty field is.
inline constexpr std::int64_t kNothing = std::numeric_limits<std::int64_t>::min();

/// The bytes of a file. One that cannot be read ends the program.
inline std::string contents(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) give_up(path + " cannot be read");
  std::fseek(file, 0, SEEK_END);
  std::string text(static_cast<std::size_t>(std::ftell(file)), '\0');
  std::rewind(file);
  const std::size_t read = std::fread(text.data(), 1, text.size(), file);
  std::fclose(file);
  if (read != text.size()) give_up(path + " cannot be read");
  return text;
}

/// Stands in a text at the beginning of a field. Every field ends in a comma or a line feed.
class Scanner {
 public:
  Scanner(const char* begin, const char* end) noexcept : at_(begin), end_(end) {}
  /// Of a table, behind its header.
  explicit Scanner(std::string_view table) noexcept
      : Scanner(table.data(), table.data() + table.size()) {
    skip_line();
  }

  bool done() const noexcept { return at_ >= end_; }
  const char* position() const noexcept { return at_; }

  /// A whole number.
  std::int64_t whole() noexcept { return number(0); }
  /// A decimal, in thousandths.
  std::int64_t decimal() noexcept { return number(3); }

  std::string_view text() noexcept {
    const char* begin = at_;
    while (!ends_field(*at_)) ++at_;
    return {begin, static_cast<std::size_t>(at_++ - begin)};
  }

  void skip_line() noexcept {
    while (*at_++ != '\n') {
    }
  }

 private:
  static bool ends_field(char byte) noexcept { return byte == ',' || byte == '\n'; }

  std::int64_t number(int scale) noexcept {
    if (ends_field(*at_)) {
      ++at_;
      return kNothing;
    }
    const bool negative = *at_ == '-';
    if (negative) ++at_;
    std::int64_t number = 0;
    int left = -1;  // digits that are still to come; -1 before the point
    for (; !ends_field(*at_); ++at_) {
      if (*at_ == '.') {
        left = scale;
        continue;
      }
      number = number * 10 + (*at_ - '0');
      if (left > 0) --left;
    }
    ++at_;
    for (left = left < 0 ? scale : left; left > 0; --left) number *= 10;
    return negative ? -number : number;
  }

  const char* at_;
  const char* end_;
};

}  // namespace tiendo::bench
