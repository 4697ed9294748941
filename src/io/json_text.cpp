// Tested by tests/unit/io/json_text_test.cpp.

#include "io/json_text.hpp"

#include <algorithm>

namespace tiendo {
namespace {

// Bytes that begin a character: the others of UTF-8 are 10xxxxxx.
std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

// The short escape of a control character, or 0 where it has none.
char short_escape(char c) {
  switch (c) {
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
  }
}

void append_escaped(std::string& text, char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  if (c == '"' || c == '\\') {
    text.append({'\\', c});
  } else if (const char letter = short_escape(c)) {
    text.append({'\\', letter});
  } else if (const auto code = static_cast<unsigned char>(c); code < 0x20) {
    text.append("\\u00").append({kDigits[code / 16], kDigits[code % 16]});
  } else {
    text += c;
  }
}

void append_line(std::string& text, const JsonNode& node);

void append_members(std::string& text, const JsonNode& object) {
  text += '{';
  for (const JsonMember& member : object.members) {
    if (&member != &object.members.front()) text += ", ";
    text.append(json_string(member.key)).append(": ");
    append_line(text, member.value);
  }
  text += '}';
}

void append_items(std::string& text, const JsonNode& list) {
  text += '[';
  for (const JsonNode& item : list.items) {
    if (&item != &list.items.front()) text += ", ";
    append_line(text, item);
  }
  text += ']';
}

void append_line(std::string& text, const JsonNode& node) {
  switch (node.kind) {
    case JsonKind::null: text += "null"; break;
    case JsonKind::boolean: text += node.boolean ? "true" : "false"; break;
    case JsonKind::number: text += node.text; break;
    case JsonKind::string: text += json_string(node.text); break;
    case JsonKind::array: append_items(text, node); break;
    case JsonKind::object: append_members(text, node); break;
  }
}

// Characters of the line that the text ends with.
std::size_t column_of(std::string_view text) {
  return characters(text.substr(text.rfind('\n') + 1));  // npos + 1 is 0: the first line
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) append_escaped(quoted, c);
  return quoted + '"';
}

std::string json_line(const JsonNode& node) {
  std::string text;
  append_line(text, node);
  return text;
}

void append_json(std::string& text, const JsonNode& node, std::size_t indent) {
  const std::string line = json_line(node);
  const bool parted = !node.members.empty() || !node.items.empty();
  if (!parted || column_of(text) + characters(line) < kJsonLine) {
    text += line;
    return;
  }
  if (node.kind == JsonKind::object) {
    OpenObject object(text, indent);
    for (const JsonMember& member : node.members) object.put(member.key, member.value);
    object.end();
    return;
  }
  text += '[';
  for (const JsonNode& item : node.items) {
    text.append(&item == &node.items.front() ? "\n" : ",\n").append(indent + 2, ' ');
    append_json(text, item, indent + 2);
  }
  text.append("\n").append(indent, ' ') += ']';
}

void OpenObject::begin(std::string_view key) {
  text_.append(empty_ ? "\n" : ",\n").append(indent_ + 2, ' ');
  text_.append(json_string(key)).append(": ");
  empty_ = false;
}

void OpenObject::put(std::string_view key, const JsonNode& value) {
  begin(key);
  append_json(text_, value, indent_ + 2);
}

void OpenObject::end() {
  if (!empty_) text_.append("\n").append(indent_, ' ');
  text_ += '}';
}

}  // namespace tiendo
