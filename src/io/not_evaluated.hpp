// What the format has, and what is read and kept, but what the engine does not compute with: no
// report is made without it.
#pragma once

#include "io/json_fields.hpp"

namespace tiendo {

// Adds `unsupported` for each such part of a plan file.
void refuse_not_evaluated(const JsonNode& plan_file, Findings& findings);

}  // namespace tiendo
