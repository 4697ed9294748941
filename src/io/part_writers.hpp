// The objects of the plan file, each made by one function: the way back from plan_parts.hpp, with
// the keys in the order of the guide. What a built plan filled in where nothing was said is left
// out again.
#pragma once

#include <string_view>

#include "io/json_keys.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

// What a target is when it does not say: of this unit and this period, and, inside a project, of
// that project.
struct TargetDefaults {
  std::string_view unit;
  std::optional<Period> period;
  std::string_view project;
};

JsonNode write_measure(const Measure& measure);
JsonNode write_unit(const ResponsibleUnit& unit);
JsonNode write_succession(const Succession& event);
// `percentage`: its measure is a part of a whole, so that its usual rule over units is none.
JsonNode write_indicator(const Indicator& indicator, bool percentage);
JsonNode write_target(const Target& target, const TargetDefaults& defaults);
// `defaults` of the plan; the project is this one.
JsonNode write_project(const Project& project, TargetDefaults defaults);
JsonNode write_task_group(const TaskGroup& group);
// What the plan says of itself, without its lists.
JsonNode write_head(const PlanHead& head);

// What is near a condition.
void write_near(JsonKeys& keys, const std::optional<NearMiss>& near);

// {"at_least": "3"}; an empty object where there is no condition.
JsonNode write_condition(const Condition& condition);
// The document: its name alone is a text.
void write_decision(JsonKeys& keys, const Decision& decision);

}  // namespace tiendo
