// Tested by tests/golden/errors.

#include "io/not_evaluated.hpp"

#include <algorithm>
#include <initializer_list>

namespace tiendo {
namespace {

// Calls use(item) for each item of the list at the key, if there is one.
template <class Use>
void each(const JsonNode& object, std::string_view key, Use use) {
  const JsonNode* list = object.find(key);
  if (!list) return;
  for (const JsonNode& item : list->items) use(item);
}

class Refusal {
 public:
  explicit Refusal(Findings& findings) : findings_(findings) {}

  // The key, unless it holds an empty list.
  void key(const JsonNode& object, std::string_view name, std::string_view why) {
    const JsonNode* value = object.find(name);
    const bool empty = value && value->kind == JsonKind::array && value->items.empty();
    if (value && !empty) add(*value, in_quotes(name), why);
  }

  // The key where it has one of these words.
  void words(const JsonNode& object, std::string_view name,
             std::initializer_list<std::string_view> words, std::string_view why) {
    const JsonNode* value = object.find(name);
    if (!value || std::find(words.begin(), words.end(), value->text) == words.end()) return;
    add(*value, in_quotes(name) + ": " + in_quotes(value->text), why);
  }

 private:
  void add(const JsonNode& value, const std::string& what, std::string_view why) {
    findings_.add(Errc::unsupported, value.offset,
                  what + " is not evaluated by this version: " + std::string(why));
  }

  Findings& findings_;
};

}  // namespace

void refuse_not_evaluated(const JsonNode& plan_file, Findings& findings) {
  Refusal refuse(findings);
  refuse.key(plan_file, "succession", "merged and split units are not yet read on two maps");
  each(plan_file, "indicators", [&](const JsonNode& indicator) {
    refuse.words(indicator, "kind", {"formula"}, "formulas over other indicators");
    refuse.words(indicator, "kind", {"composite"}, "indicators that have several components");
    refuse.words(indicator, "time_rule", {"mean", "max", "min"}, "rules other than sum and last");
    refuse.words(indicator, "unit_rule", {"mean", "max", "min"}, "rules other than sums");
    refuse.key(indicator, "weight", "weighted means");
    refuse.key(indicator, "breaks", "comparisons across breaks of a series");
    refuse.key(indicator, "base_rule", "the choice of a base");
  });
  const auto refuse_target = [&](const JsonNode& target) {
    refuse.key(target, "yes", "there is no report of a yes yet");
    refuse.key(target, "components", "conditions on components");
    refuse.key(target, "profile", "expected progress");
    refuse.words(target, "layer", {"revised"}, "targets that are revised on a day");
  };
  const JsonNode* plan = plan_file.find("plan");
  if (!plan) return;
  each(*plan, "targets", refuse_target);
  each(*plan, "projects",
       [&](const JsonNode& project) { each(project, "targets", refuse_target); });
}

}  // namespace tiendo
