// Tested by tests/unit/io/part_tables_test.cpp.
//
// A condition that stands in several cells of a row becomes the one key that it is in the file. A
// cell that the condition has no use for is a fault: nothing that was typed is passed over.

#include <algorithm>

#include "io/part_tables.hpp"
#include "tiendo/model/condition.hpp"

namespace tiendo {
namespace {

class ConditionCells {
 public:
  // `cells` holds condition, value, upper ..., each where it stands.
  ConditionCells(Findings& findings, JsonNode& cells) : findings_(findings), cells_(cells) {}

  // The key and its value into the object; nothing when there is a fault.
  void write_to(JsonNode& object) {
    const std::optional<JsonNode> name = take("condition");
    if (!name) {
      add(Errc::condition_missing, cells_.offset, "a value without a condition");
      return;
    }
    const auto kind = enumerator_named<ConditionKind>(name->text, 1);
    if (!kind) {
      add(Errc::unknown_word, name->offset,
          unknown_word_sentence(name->text, "condition", names_of<ConditionKind>(1)));
      return;
    }
    name_ = *name;
    std::optional<JsonNode> value = value_of(*kind);
    if (!value || !all_used()) return;
    object.members.push_back({name_.text, name_.offset, *std::move(value)});
  }

 private:
  void add(Errc code, std::int64_t offset, const std::string& sentence) {
    findings_.add(code, offset, sentence);
  }

  std::optional<JsonNode> take(std::string_view key) {
    const auto found = std::find_if(cells_.members.begin(), cells_.members.end(),
                                    [key](const JsonMember& member) { return member.key == key; });
    if (found == cells_.members.end()) return std::nullopt;
    JsonNode value = std::move(found->value);
    cells_.members.erase(found);
    return value;
  }

  std::optional<JsonNode> take_needed(std::string_view key) {
    std::optional<JsonNode> value = take(key);
    if (!value) {
      add(Errc::missing_key, name_.offset,
          "the condition " + in_quotes(name_.text) + " needs the column " + in_quotes(key));
    }
    return value;
  }

  JsonNode made(JsonKind kind) const {
    JsonNode node;
    node.kind = kind;
    node.offset = name_.offset;
    return node;
  }

  std::optional<JsonNode> value_of(ConditionKind kind) {
    switch (kind) {
      case ConditionKind::between: return range();
      case ConditionKind::about: return object_of({"value", "tolerance"});
      case ConditionKind::increase_by:
      case ConditionKind::decrease_by: return change();
      case ConditionKind::yes: return yes();
      case ConditionKind::components:
        add(Errc::wrong_type, name_.offset,
            "conditions on components stand in the list of the plan file, not in a table");
        return std::nullopt;
      default: return take_needed("value");
    }
  }

  // Its two ends in two cells, or in one: 6.0..6.5.
  std::optional<JsonNode> range() {
    std::optional<JsonNode> lower = take_needed("value");
    if (!lower) return std::nullopt;
    JsonNode upper = *lower;
    if (const std::size_t dots = lower->text.find(".."); dots != std::string::npos) {
      upper.text = lower->text.substr(dots + 2);
      lower->text.resize(dots);
    } else if (std::optional<JsonNode> end = take_needed("upper")) {
      upper = *std::move(end);
    } else {
      return std::nullopt;
    }
    JsonNode list = made(JsonKind::array);
    list.offset = lower->offset;
    list.items = {*std::move(lower), std::move(upper)};
    return list;
  }

  std::optional<JsonNode> object_of(std::initializer_list<std::string_view> keys) {
    JsonNode object = made(JsonKind::object);
    for (const std::string_view key : keys) {
      std::optional<JsonNode> value = take_needed(key);
      if (!value) return std::nullopt;
      const std::int64_t offset = value->offset;
      object.members.push_back({std::string(key), offset, *std::move(value)});
    }
    return object;
  }

  std::optional<JsonNode> change() {
    std::optional<JsonNode> object = object_of({"value", "in"});
    std::optional<JsonNode> then = take("then");
    if (!object || !then) return object;
    JsonNode second = made(JsonKind::object);
    second.offset = then->offset;
    ConditionCells(findings_, *then).write_to(second);
    object->members.push_back({"then", second.offset, std::move(second)});
    return object;
  }

  // The cell may say so again.
  std::optional<JsonNode> yes() {
    const std::optional<JsonNode> value = take("value");
    JsonNode node = made(JsonKind::boolean);
    node.boolean = !value || value->text == "true";
    return node;
  }

  bool all_used() {
    for (const JsonMember& left : cells_.members) {
      add(Errc::condition_conflict, left.value.offset,
          "the condition " + in_quotes(name_.text) + " has no " + in_quotes(left.key));
    }
    return cells_.members.empty();
  }

  Findings& findings_;
  JsonNode& cells_;
  JsonNode name_;
};

}  // namespace

void finish_target(Findings& findings, JsonNode& row) {
  const auto found =
      std::find_if(row.members.begin(), row.members.end(),
                   [](const JsonMember& member) { return member.key == "condition"; });
  if (found == row.members.end()) return;  // none at all: a finding of the plan
  JsonNode cells = std::move(found->value);
  row.members.erase(found);
  ConditionCells(findings, cells).write_to(row);
}

}  // namespace tiendo
