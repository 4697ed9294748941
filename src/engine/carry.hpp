// Targets on the map of a day: whose they are then.
#pragma once

#include <vector>

#include "tiendo/engine/report.hpp"

namespace tiendo {

// The rows of a plan as they are on the map of the day. A row of a unit that has become others is
// carried to its heirs; where several are carried to one unit, they make one row. A unit that has
// ended without heirs keeps its rows, and so does one whose project would have to be divided.
//
// A number asked for is carried by the shares where the indicator adds up over units and every unit
// that this one is made of has such a target. What one unit has from one other alone is carried as
// it is; what a project was to reach in several of them adds up. Otherwise the row stays without a
// condition and says why.
std::vector<ReportRow> carry(const Plan& plan, const std::vector<ReportRow>& rows, Date map);

// What the unit, or kNone, is on the map of a day where it has become one other as a whole;
// otherwise itself.
Index whole_heir(const Plan& plan, Index unit, const std::optional<Date>& map);

}  // namespace tiendo
