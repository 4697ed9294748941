// What is near the condition of a row.
#pragma once

#include "engine/verdict.hpp"

namespace tiendo {

// What is near the condition: as its targets say, or else as its indicator does; none where there
// is nothing to be near. Of targets that are added up, thresholds in the measure or in points add
// up as their numbers do, and a percentage counts where all have the same; where only some have
// one, or not all in the same, there is none.
std::optional<NearMiss> near_of(const Plan& plan, const ReportRow& row);

// The same as a distance from a bound. `measure` is that of the indicator.
std::optional<Margin> margin_of(const std::optional<NearMiss>& near, const Measure& measure);

}  // namespace tiendo
