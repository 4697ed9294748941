// Prints plans and parts of plans drawn at random, as they are written, for the test of the schema:
// {"plan": [...], "parts": {"measure": [...], ...}}.

#include <cstdio>
#include <functional>
#include <set>
#include <string>

#include "io/json_text.hpp"
#include "io/part_writers.hpp"
#include "random_plan.hpp"
#include "tiendo/io/plan_writer.hpp"

namespace tiendo {
namespace {

constexpr std::uint64_t kDraws = 60;

// Adds "key": [a text for each draw that gives one].
void add(std::string& text, const char* key, const std::function<std::string(RandomParts&)>& draw) {
  text += (text.ends_with('{') ? "\n\"" : ",\n\"") + std::string(key) + "\": [";
  const char* before = "";
  for (std::uint64_t seed = 0; seed < kDraws; ++seed) {
    RandomParts random(seed);
    const std::string drawn = draw(random);
    if (drawn.empty()) continue;
    text += before + drawn;
    before = ",\n";
  }
  text += ']';
}

std::vector<std::string> each_once(const std::vector<std::string>& ids) {
  const std::set<std::string> once(ids.begin(), ids.end());
  return {once.begin(), once.end()};
}

// With what its kind and its rules ask for, and nothing that they forbid.
Indicator whole(Indicator indicator, RandomParts& random) {
  if (indicator.components.empty()) indicator.components = {random.id()};
  indicator.components = each_once(indicator.components);
  if (indicator.kind != IndicatorKind::composite) {
    indicator.components.clear();
    indicator.total.reset();
  }
  if (indicator.base.empty()) indicator.base = random.id();
  if (indicator.kind != IndicatorKind::growth) indicator.base.clear();
  if (indicator.kind != IndicatorKind::ratio && indicator.unit_rule == UnitRule::ratio) {
    indicator.unit_rule.reset();
  }
  if (indicator.formula.empty()) indicator.formula = "a + b";
  if (indicator.weight.empty()) indicator.weight = random.id();
  return indicator;
}

// Either units that become others, or one that stays itself.
Succession whole(Succession event, RandomParts& random) {
  if (event.from.empty()) {
    event.to.clear();
    event.unit = random.id();
    event.parent = random.one_in(2) ? random.id() : "";
  } else {
    event.unit.clear();
    event.parent.reset();
    event.name = {};
    event.code.clear();
  }
  return event;
}

Project whole(Project project) {
  project.stages = each_once(project.stages);
  return project;
}

std::string all() {
  const TargetDefaults defaults{"town", *Period::parse("2024"), {}};
  std::string plans;
  for (std::uint64_t seed = 0; seed < kDraws; ++seed) {
    const std::optional<Plan> plan = random_plan(seed);
    if (plan) plans += (plans.empty() ? "" : ",\n") + write_plan(*plan);
  }
  std::string parts = "{";
  add(parts, "measure", [](auto& random) { return json_line(write_measure(random.measure())); });
  add(parts, "unit", [](auto& random) { return json_line(write_unit(random.unit())); });
  add(parts, "succession",
      [](auto& random) { return json_line(write_succession(whole(random.succession(), random))); });
  add(parts, "indicator", [](auto& random) {
    return json_line(write_indicator(whole(random.indicator(), random), false));
  });
  add(parts, "target",
      [&](auto& random) { return json_line(write_target(random.target(), defaults)); });
  add(parts, "project",
      [&](auto& random) { return json_line(write_project(whole(random.project()), defaults)); });
  add(parts, "task_group",
      [](auto& random) { return json_line(write_task_group(random.task_group())); });
  return "{\"plans\": [" + plans + "],\n\"parts\": " + parts + "}}\n";
}

}  // namespace
}  // namespace tiendo

int main() { return std::fputs(tiendo::all().c_str(), stdout) < 0 ? 1 : 0; }
