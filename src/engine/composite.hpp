// Targets on indicators of several components: what they amount to.
#pragma once

#include <vector>

#include "tiendo/engine/report.hpp"

namespace tiendo {

// The rows of the components of the composite target in row `at`, which stand right after it; none
// for any other row.
std::vector<ReportRow> components_of(const std::vector<ReportRow>& rows, std::size_t at);

// State, coverage and verdict of a composite target that is filled in otherwise, from the rows of
// its components. Missed as soon as one component is, since that is final; otherwise open until all
// are judged, for the reason of the first that is not. Of all: near if one is near, exceeded if
// every one is, met otherwise. The provisional verdict likewise, where the period is open. Where
// what has not been reported is left out, of the components for which anything has been.
void conclude_composite(ReportRow& row, const std::vector<ReportRow>& all, Unreported unreported);

}  // namespace tiendo
