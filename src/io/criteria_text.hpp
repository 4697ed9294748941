// Criteria as a part of other JSON.
#pragma once

#include "io/json_cursor.hpp"
#include "tiendo/engine/criteria.hpp"

namespace tiendo {

// What a file of criteria holds: all of it.
JsonNode criteria_node(const Criteria& criteria);

}  // namespace tiendo
