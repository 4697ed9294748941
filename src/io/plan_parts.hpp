// The objects of the plan file, each read by one function. A function asks for its keys; what
// nobody asked for is unknown. Faults go to the findings; what is returned then is not used.
#pragma once

#include <optional>
#include <type_traits>

#include "io/json_fields.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

Measure read_measure(Findings& findings, const JsonNode& node);
ResponsibleUnit read_unit(Findings& findings, const JsonNode& node);
Succession read_succession(Findings& findings, const JsonNode& node);
Indicator read_indicator(Findings& findings, const JsonNode& node);
Target read_target(Findings& findings, const JsonNode& node);
Project read_project(Findings& findings, const JsonNode& node);
TaskGroup read_task_group(Findings& findings, const JsonNode& node);
// What the plan says of itself; its lists are somebody else's.
PlanHead read_head(Fields& plan);

// The same of an object by itself.
PlanHead read_head(Findings& findings, const JsonNode& node);

// What is near a condition, at the key "near".
std::optional<NearMiss> read_near(Fields& fields);

// The document at the key: a text, or an object.
Decision read_decision(Fields& fields);

// The object of that kind, for what is written once for all of them.
template <class Part>
Part read_object(Findings& findings, const JsonNode& node) {
  if constexpr (std::is_same_v<Part, PlanHead>) return read_head(findings, node);
  if constexpr (std::is_same_v<Part, Measure>) return read_measure(findings, node);
  if constexpr (std::is_same_v<Part, ResponsibleUnit>) return read_unit(findings, node);
  if constexpr (std::is_same_v<Part, Succession>) return read_succession(findings, node);
  if constexpr (std::is_same_v<Part, Indicator>) return read_indicator(findings, node);
  if constexpr (std::is_same_v<Part, Target>) return read_target(findings, node);
  if constexpr (std::is_same_v<Part, Project>) return read_project(findings, node);
  if constexpr (std::is_same_v<Part, TaskGroup>) return read_task_group(findings, node);
}

}  // namespace tiendo
