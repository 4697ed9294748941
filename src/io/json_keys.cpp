// Tested by tests/unit/io/json_text_test.cpp and tests/unit/io/plan_writer_test.cpp.

#include "io/json_keys.hpp"

namespace tiendo {

JsonNode json_text(std::string_view text) {
  JsonNode node;
  node.kind = JsonKind::string;
  node.text = text;
  return node;
}

JsonNode json_whole(int number) {
  JsonNode node;
  node.kind = JsonKind::number;
  node.text = std::to_string(number);
  return node;
}

JsonNode json_texts(const std::vector<std::string>& texts) {
  JsonNode node;
  node.kind = JsonKind::array;
  for (const std::string& text : texts) node.items.push_back(json_text(text));
  return node;
}

void JsonKeys::put(std::string_view key, JsonNode value) {
  object_.members.push_back({std::string(key), 0, std::move(value)});
}

void JsonKeys::text(std::string_view key, std::string_view text) { unless({}, key, text); }

void JsonKeys::whole(std::string_view key, std::optional<int> number) {
  if (number) put(key, json_whole(*number));
}

// A name in Vietnamese alone is the text; so is one that is meant for every language.
void JsonKeys::name(std::string_view key, const Name& name) {
  JsonKeys languages;
  languages.text("vi", name.vi);
  languages.text("en", name.en);
  if (!languages.empty()) put(key, languages.done_short("vi"));
}

void JsonKeys::texts(std::string_view key, const std::vector<std::string>& texts) {
  if (!texts.empty()) put(key, json_texts(texts));
}

void JsonKeys::remarks(const Remarks& remarks) {
  text("note", remarks.note);
  text("source", remarks.source);
}

JsonNode JsonKeys::done_short(std::string_view only_key) {
  const bool one_text = object_.members.size() == 1 && object_.members[0].key == only_key;
  return one_text ? std::move(object_.members[0].value) : done();
}

}  // namespace tiendo
