// Rows for the units of a roll-up of which nothing is asked.
#pragma once

#include <vector>

#include "tiendo/engine/report.hpp"

namespace tiendo {

class ObservationLog;
class Reporters;

// Adds to the rows of a report, unfilled, one for each unit from that of the plan to `levels`
// levels below it that takes part in the figure of the units above: of each indicator and period
// that some row is of, where the unit has no row of it yet. They stand in the order of the others.
void add_levels(const ObservationLog& log, const Reporters& reporters, const Request& request,
                std::vector<ReportRow>& rows);

}  // namespace tiendo
