// Tested by tests/unit/io/part_values_test.cpp.
//
// A part is written as the writer of plans does, then what went unsaid there is said.

#include "tiendo/io/part_values.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "io/json_text.hpp"
#include "io/part_path.hpp"
#include "io/part_writers.hpp"

namespace tiendo {
namespace {

// The value of a key that is there, or is put last.
void say(JsonNode& object, std::string_view key, JsonNode value) {
  if (!object.find(key)) object.members.push_back({std::string(key), 0, std::move(value)});
}

// An object of one key in the place of the text that stands for it.
void expand(JsonNode& value, std::string_view key) {
  if (value.kind != JsonKind::string) return;
  JsonKeys keys;
  keys.put(key, std::move(value));
  value = keys.done();
}

// Names, decisions, baselines and tasks that are texts become objects, everywhere in the part.
void expand_all(JsonNode& node) {
  for (JsonMember& member : node.members) {
    if (member.key == "tasks") {
      for (JsonNode& task : member.value.items) expand(task, "name");
    }
    if (member.key == "name") expand(member.value, "vi");
    if (member.key == "decision") expand(member.value, "document");
    if (member.key == "baseline") expand(member.value, "value");
    expand_all(member.value);
  }
  for (JsonNode& item : node.items) expand_all(item);
}

// The writer leaves out an assigner that is the unit.
void fill_target(JsonNode& target) {
  if (const JsonNode* unit = target.find("unit")) say(target, "assigner", JsonNode(*unit));
  say(target, "layer", json_text(name_of(TargetLayer::assigned)));
}

JsonNode whole(const Plan&, const ResponsibleUnit& unit) { return write_unit(unit); }
JsonNode whole(const Plan&, const Succession& event) { return write_succession(event); }
JsonNode whole(const Plan&, const TaskGroup& group) { return write_task_group(group); }
JsonNode whole(const Plan&, const PlanHead& head) { return write_head(head); }

JsonNode whole(const Plan&, const Measure& measure) {
  JsonNode node = write_measure(measure);
  say(node, "factor", json_text(measure.factor.to_string()));
  return node;
}

JsonNode whole(const Plan& plan, const Indicator& indicator) {
  JsonNode node = write_indicator(indicator, plan.measure_of(indicator).kind == kShareKind);
  if (indicator.kind == IndicatorKind::ratio) say(node, "of", json_text("flow"));
  say(node, "direction", json_text(name_of(indicator.direction)));
  if (indicator.scale) say(node, "scale", json_whole(*indicator.scale));
  say(node, "digits", json_whole(digits_of(indicator)));
  say(node, "percent_digits", json_whole(indicator.percent_digits));
  say(node, "rounding", json_text(name_of(indicator.rounding)));
  say(node, "time_rule", json_text(name_of(time_rule_of(indicator))));
  say(node, "unit_rule", json_text(name_of(unit_rule_of(indicator))));
  say(node, "achievement", json_text(name_of(indicator.achievement)));
  say(node, "compare", json_text(name_of(indicator.compare)));
  return node;
}

JsonNode whole(const Plan&, const Target& target) {
  JsonNode node = write_target(target, {});
  fill_target(node);
  return node;
}

JsonNode whole(const Plan&, const Project& project) {
  JsonNode node = write_project(project, {});
  for (JsonMember& member : node.members) {
    if (member.key != "targets") continue;
    std::for_each(member.value.items.begin(), member.value.items.end(), fill_target);
  }
  return node;
}

JsonNode as_given(const PlanHead& head) { return write_head(head); }
JsonNode as_given(const Measure& measure) { return write_measure(measure); }
JsonNode as_given(const ResponsibleUnit& unit) { return write_unit(unit); }
JsonNode as_given(const Succession& event) { return write_succession(event); }
JsonNode as_given(const Indicator& indicator) { return write_indicator(indicator, false); }
JsonNode as_given(const Target& target) { return write_target(target, {}); }
JsonNode as_given(const Project& project) { return write_project(project, {}); }
JsonNode as_given(const TaskGroup& group) { return write_task_group(group); }

// The values of one part.
template <class Part>
class Values {
 public:
  Values(const Plan& plan, const Part& part) : root_(whole(plan, part)) { expand_all(root_); }

  // Null where the part does not have it.
  Result<const JsonNode*> at(std::string_view path) const {
    const std::vector<std::string> steps = steps_of(path);
    const JsonNode* found = follow(&root_, steps);
    if (found) return found;
    if (std::optional<Error> fault = unknown_key<Part>(steps)) return *std::move(fault);
    return nullptr;
  }

 private:
  JsonNode root_;
};

std::string text_of(const JsonNode& value) {
  const bool plain = value.kind == JsonKind::string || value.kind == JsonKind::number;
  return plain ? value.text : json_line(value);
}

std::size_t count_of(const JsonNode& value) {
  switch (value.kind) {
    case JsonKind::array: return value.items.size();
    case JsonKind::object: return value.members.size();
    default: return 1;
  }
}

// The key of the condition, which is no key of the format but what tables of targets call it.
template <class Part>
std::optional<std::string> condition_of(const Part& part, std::string_view path) {
  if constexpr (std::is_same_v<Part, Target>) {
    if (path == "condition") return std::string(name_of(part.condition.kind));
  }
  return std::nullopt;
}

}  // namespace

template <class Part>
Result<std::string> value_at(const Plan& plan, const Part& part, std::string_view path) {
  if (std::optional<std::string> word = condition_of(part, path)) return *std::move(word);
  const Values<Part> values(plan, part);
  const Result<const JsonNode*> found = values.at(path);
  if (!found) return found.error();
  return *found ? text_of(**found) : std::string();
}

template <class Part>
Result<std::size_t> count_at(const Plan& plan, const Part& part, std::string_view path) {
  if (condition_of(part, path)) return std::size_t{1};
  const Values<Part> values(plan, part);
  const Result<const JsonNode*> found = values.at(path);
  if (!found) return found.error();
  return *found ? count_of(**found) : std::size_t{0};
}

template <class Part>
Result<std::string> key_at(const Plan& plan, const Part& part, std::string_view path,
                           std::size_t item) {
  if (condition_of(part, path)) return std::string();
  const Values<Part> values(plan, part);
  const Result<const JsonNode*> found = values.at(path);
  if (!found) return found.error();
  if (!*found || item >= (*found)->members.size()) return std::string();
  return step_of((*found)->members[item].key);
}

template <class Part>
std::string part_text(const Part& part) {
  JsonNode node = as_given(part);
  expand_all(node);
  return json_line(node);
}

#define TIENDO_VALUES_OF(Part)                                                                  \
  template Result<std::string> value_at(const Plan&, const Part&, std::string_view);            \
  template Result<std::size_t> count_at(const Plan&, const Part&, std::string_view);            \
  template Result<std::string> key_at(const Plan&, const Part&, std::string_view, std::size_t); \
  template std::string part_text(const Part&);
TIENDO_VALUES_OF(PlanHead)
TIENDO_VALUES_OF(Measure)
TIENDO_VALUES_OF(ResponsibleUnit)
TIENDO_VALUES_OF(Succession)
TIENDO_VALUES_OF(Indicator)
TIENDO_VALUES_OF(Target)
TIENDO_VALUES_OF(Project)
TIENDO_VALUES_OF(TaskGroup)
#undef TIENDO_VALUES_OF

}  // namespace tiendo
