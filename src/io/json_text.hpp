// JSON as canonical text: one layout for one tree, so that a difference of two files is a
// difference of what they say.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "io/json_cursor.hpp"

namespace tiendo {

// Most characters (code points) of a line on which a whole list or object may stand.
inline constexpr std::size_t kJsonLine = 120;

// The text as a string of JSON: only quotes, backslashes and control characters are escaped.
std::string json_string(std::string_view text);

// The value on one line: {"id": "ha", "codes": [{"code": "1"}]}.
std::string json_line(const JsonNode& node);

// Adds the value to a text whose last line is indented by `indent` spaces: on that line if it then
// has at most kJsonLine characters, with one behind it for a comma; otherwise each key or item on a
// line of its own, two spaces further in, by the same rule.
void append_json(std::string& text, const JsonNode& node, std::size_t indent);

// Adds an object with a line for each key, however short it is.
class OpenObject {
 public:
  OpenObject(std::string& text, std::size_t indent) : text_(text), indent_(indent) { text_ += '{'; }

  // Begins the line of a key; the value goes to the text.
  void begin(std::string_view key);
  void put(std::string_view key, const JsonNode& value);

  // A list with a line for each item, made from the parts one at a time; [] for none.
  template <class Parts, class Make>
  void list(std::string_view key, const Parts& parts, Make make) {
    begin(key);
    text_ += '[';
    const char* before = "\n";
    for (const auto& part : parts) {
      text_.append(before).append(indent_ + 4, ' ');
      append_json(text_, make(part), indent_ + 4);
      before = ",\n";
    }
    if (*before == ',') text_.append("\n").append(indent_ + 2, ' ');
    text_ += ']';
  }

  void end();

 private:
  std::string& text_;
  std::size_t indent_;
  bool empty_ = true;
};

}  // namespace tiendo
