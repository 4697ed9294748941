// Tested by tests/unit/io/text_test.cpp.
//
// utf8proc knows what UTF-8 is and how wide its characters are; this file adds positions.

#include "io/text.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "io/sixteen.hpp"

namespace tiendo {

namespace {

// The first character of a text that is not empty: its bytes and code point, or bytes < 1 when the
// text does not begin with one.
struct Character {
  utf8proc_ssize_t bytes;
  utf8proc_int32_t code_point;
};

Character first_character(std::string_view text) {
  Character c{1, static_cast<unsigned char>(text.front())};
  if (c.code_point < 0x80) return c;
  c.bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                             static_cast<utf8proc_ssize_t>(text.size()), &c.code_point);
  return c;
}

}  // namespace

Result<std::string_view> valid_utf8(std::string_view text) {
  // Most texts are ASCII; what is not is looked at character by character.
  for (std::size_t at = ascii_size(text); at < text.size();) {
    const Character c = first_character(text.substr(at));
    if (c.bytes < 1) return error(Errc::text_encoding, {}, static_cast<std::int64_t>(at));
    at += static_cast<std::size_t>(c.bytes);
    if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) {
      at += ascii_size(text.substr(at));
    }
  }
  return text;
}

Error too_large(std::int64_t most) {
  return error(Errc::file_too_large, "more than " + std::to_string(most) + " bytes", 0);
}

Error text_too_long(const char* what, std::size_t most, std::int64_t offset) {
  return error(Errc::text_too_long,
               std::string(what) + " is longer than " + std::to_string(most) + " bytes", offset);
}

std::size_t bom_size(std::string_view text) noexcept {
  return text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
}

Lines::Lines(std::string_view text)
    : text_(text), first_(static_cast<std::int64_t>(bom_size(text))) {
  blocks_.reserve(text.size() / kBlock + 1);
  Block next{1, first_};
  for (std::size_t start = 0; start <= text.size(); start += kBlock) {
    blocks_.push_back(next);
    const std::string_view block = text.substr(start, kBlock);
    const std::size_t last = block.rfind('\n');
    if (last == std::string_view::npos) continue;
    next.line += std::count(block.begin(), block.end(), '\n');
    next.line_start = static_cast<std::int64_t>(start + last) + 1;
  }
}

LineColumn Lines::at(std::int64_t offset) const {
  const std::int64_t inside = std::clamp(offset, first_, static_cast<std::int64_t>(text_.size()));
  const std::size_t number = static_cast<std::size_t>(inside) / kBlock;
  Block found = blocks_[number];
  const std::size_t start = number * kBlock;
  const std::string_view before = text_.substr(start, static_cast<std::size_t>(inside) - start);
  if (const std::size_t last = before.rfind('\n'); last != std::string_view::npos) {
    found.line += std::count(before.begin(), before.end(), '\n');
    found.line_start = static_cast<std::int64_t>(start + last) + 1;
  }
  return {found.line, inside - found.line_start + 1};
}

std::string one_line(std::string_view text, std::size_t most) {
  const bool cut = text.size() > most;
  if (cut) {
    // Not in the middle of a character: its bytes after the first are 10xxxxxx.
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    text = text.substr(0, most);
  }
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  return cut ? line + "..." : line;
}

std::string in_quotes(std::string_view word) { return '"' + one_line(word, 60) + '"'; }

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = first_character(text.substr(at));
    if (c.bytes < 1) {
      ++width;
      ++at;
      continue;
    }
    width += static_cast<std::size_t>(utf8proc_charwidth(c.code_point));
    at += static_cast<std::size_t>(c.bytes);
  }
  return width;
}

}  // namespace tiendo
