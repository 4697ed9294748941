// The units below one, row by row, for what is compared over them.
#pragma once

#include <vector>

#include "tiendo/engine/report.hpp"
#include "tiendo/facts/selection.hpp"

namespace tiendo {

class ObservationLog;
class Reporters;

// The rows of the targets that are in force for the request, on its map, unfilled.
std::vector<ReportRow> target_rows(const ObservationLog& log, const Request& request);

// A row without a target, unfilled.
ReportRow bare_row(Index indicator, Index unit, const Period& period);

// The units directly below that of the question which a sum over them waits for; on a map those of
// its day.
std::vector<Index> units_below(const ObservationLog& log, const Reporters& reporters,
                               const Request& request, const Question& question);

// What these units make together by the unit rule of the indicator; not_additive on a map, where
// they may be made of others.
Figure together_of(const ObservationLog& log, const Reporters& reporters, const Request& request,
                   const Question& question, const std::vector<Index>& units);

}  // namespace tiendo
