// A set of rules as a part of other JSON.
#pragma once

#include "io/json_cursor.hpp"
#include "tiendo/engine/rules.hpp"

namespace tiendo {

// What a file of rules holds: all of it.
JsonNode rules_node(const Rules& rules);

}  // namespace tiendo
