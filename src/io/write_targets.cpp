// Tested by tests/unit/io/plan_writer_test.cpp and tests/unit/io/written_parts_test.cpp.
//
// Targets: the condition, and what else stands in one.

#include "io/part_writers.hpp"

namespace tiendo {
namespace {

JsonNode decimal_text(const Decimal& value) { return json_text(value.to_string()); }

JsonNode write_range(const Condition& condition) {
  return json_texts({condition.value.to_string(), condition.upper.to_string()});
}

JsonNode write_about(const Condition& condition) {
  JsonKeys keys;
  keys.needed("value", condition.value.to_string());
  keys.needed("tolerance", condition.tolerance.to_string());
  return keys.done();
}

JsonNode write_change(const Condition& condition) {
  JsonKeys keys;
  keys.needed("value", condition.value.to_string());
  keys.needed("in", name_of(condition.in));
  if (condition.then) keys.put("then", write_condition(*condition.then));
  return keys.done();
}

JsonNode write_yes() {
  JsonNode yes;
  yes.kind = JsonKind::boolean;
  yes.boolean = true;
  return yes;
}

JsonNode write_components(const Condition& condition) {
  JsonKeys keys;
  if (!condition.components) return keys.done();
  for (const ComponentCondition& component : *condition.components) {
    keys.put(component.indicator, write_condition(component.condition));
  }
  return keys.done();
}

JsonNode amount_of(const Condition& condition) {
  switch (condition.kind) {
    case ConditionKind::between: return write_range(condition);
    case ConditionKind::about: return write_about(condition);
    case ConditionKind::increase_by:
    case ConditionKind::decrease_by: return write_change(condition);
    case ConditionKind::yes: return write_yes();
    case ConditionKind::components: return write_components(condition);
    default: return decimal_text(condition.value);
  }
}

// Its one key; none where there is no condition.
void put_condition(JsonKeys& keys, const Condition& condition) {
  if (condition.kind == ConditionKind::none) return;
  keys.put(name_of(condition.kind), amount_of(condition));
}

void write_baseline(JsonKeys& keys, const std::optional<Baseline>& baseline) {
  if (!baseline) return;
  JsonKeys inner;
  inner.needed("value", baseline->value.to_string());
  inner.printed("period", baseline->period);
  keys.put("baseline", inner.done_short("value"));
}

void write_profile(JsonKeys& keys, const std::optional<Profile>& profile) {
  if (!profile) return;
  JsonKeys steps;
  switch (profile->kind) {
    case Profile::Kind::linear: keys.needed("profile", "linear"); return;
    case Profile::Kind::shares:
      for (const auto& [period, share] : profile->shares) {
        steps.needed(period.to_string(), share.to_string());
      }
      break;
    case Profile::Kind::milestones:
      for (const auto& [day, value] : profile->milestones) {
        steps.needed(day.to_string(), value.to_string());
      }
      break;
  }
  keys.put("profile", steps.done());
}

}  // namespace

void write_near(JsonKeys& keys, const std::optional<NearMiss>& near) {
  if (!near) return;
  JsonKeys inner;
  inner.needed("value", near->value.to_string());
  inner.needed("in", name_of(near->in));
  keys.put("near", inner.done());
}

JsonNode write_condition(const Condition& condition) {
  JsonKeys keys;
  put_condition(keys, condition);
  return keys.done();
}

void write_decision(JsonKeys& keys, const Decision& decision) {
  JsonKeys inner;
  inner.text("document", decision.document);
  inner.text("number", decision.number);
  inner.printed("date", decision.date);
  if (!inner.empty()) keys.put("decision", inner.done_short("document"));
}

JsonNode write_target(const Target& target, const TargetDefaults& defaults) {
  const std::string_view assigner = defaults.unit.empty() ? target.unit : defaults.unit;
  JsonKeys keys;
  keys.needed("indicator", target.indicator);
  if (!target.unit.empty()) keys.unless(defaults.unit, "unit", target.unit);
  if (!target.project.empty()) keys.unless(defaults.project, "project", target.project);
  if (!target.assigner.empty()) keys.unless(assigner, "assigner", target.assigner);
  keys.unless(name_of(TargetLayer::assigned), "layer", name_of(target.layer));
  if (target.period != defaults.period) keys.printed("period", target.period);
  write_baseline(keys, target.baseline);
  put_condition(keys, target.condition);
  write_near(keys, target.near);
  write_profile(keys, target.profile);
  keys.whole("projects", target.projects);
  write_decision(keys, target.decision);
  keys.text("lead", target.lead);
  keys.texts("with", target.with);
  keys.text("task_group", target.task_group);
  keys.remarks(target.remarks);
  return keys.done();
}

}  // namespace tiendo
