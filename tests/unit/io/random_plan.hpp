// Plans drawn at random that have everything a plan may have; the same each time for one seed.
#pragma once

#include "random_parts.hpp"

namespace tiendo {

// A plan that can be built, of parts as they are drawn with ids that refer to each other; or
// nothing, where what was drawn has a fault.
std::optional<Plan> random_plan(std::uint64_t seed);

}  // namespace tiendo
