// A JSON object made key by key, the way back from Fields: what Fields takes as absent (no value,
// an empty text, an empty list, the default) is left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/json_cursor.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

JsonNode json_text(std::string_view text);
JsonNode json_whole(int number);
JsonNode json_texts(const std::vector<std::string>& texts);

class JsonKeys {
 public:
  void put(std::string_view key, JsonNode value);

  // A text that must be there, be it empty.
  void needed(std::string_view key, std::string_view text) { put(key, json_text(text)); }
  void text(std::string_view key, std::string_view text);
  // A text that says what leaving it out says as well is left out.
  void unless(std::string_view usual, std::string_view key, std::string_view text) {
    if (text != usual) needed(key, text);
  }
  void whole(std::string_view key, std::optional<int> number);
  // A decimal, a day or a period, with the digits and the word that it prints as.
  template <class T>
  void printed(std::string_view key, const std::optional<T>& value) {
    if (value) needed(key, value->to_string());
  }
  void name(std::string_view key, const Name& name);
  void texts(std::string_view key, const std::vector<std::string>& texts);
  template <class Parts, class Make>
  void list(std::string_view key, const Parts& parts, Make make) {
    if (parts.empty()) return;
    JsonNode items;
    items.kind = JsonKind::array;
    for (const auto& part : parts) items.items.push_back(make(part));
    put(key, std::move(items));
  }
  void remarks(const Remarks& remarks);

  bool empty() const noexcept { return object_.members.empty(); }
  // The object; the keys are done with.
  JsonNode done() { return std::move(object_); }
  // As done(), for an object that is one key at most when what it says is one text: that text.
  JsonNode done_short(std::string_view only_key);

  JsonKeys() { object_.kind = JsonKind::object; }

 private:
  JsonNode object_;
};

}  // namespace tiendo
