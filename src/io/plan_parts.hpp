// The objects of the plan file, each read by one function. A function asks for its keys; what
// nobody asked for is unknown. Faults go to the findings; what is returned then is not used.
#pragma once

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

// The document at the key: a text, or an object.
Decision read_decision(Fields& fields);

}  // namespace tiendo
