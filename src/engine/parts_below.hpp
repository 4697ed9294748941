// The units below one, row by row, for what is compared over them.
#pragma once

#include <vector>

#include "tiendo/engine/fields.hpp"
#include "tiendo/engine/report.hpp"
#include "tiendo/facts/selection.hpp"

namespace tiendo {

class ObservationLog;
class Reporters;

// The rows of the targets that are in force for the request, on its map, unfilled.
std::vector<ReportRow> target_rows(const ObservationLog& log, const Request& request);

// A row without a target, unfilled.
ReportRow bare_row(Index indicator, Index unit, const Period& period);

// Of which row of a unit something is asked.
struct UnitSeat {
  Index indicator = kNone;
  Index unit = kNone;
  Period period;
  // Whose target; kNone: that of the one assigner that there is, or the whole of those that add up.
  Index assigner = kNone;
};

// A row of a unit, filled. `several`: the targets of several assigners, none of which is asked for.
struct UnitRow {
  ReportRow row;
  bool several = false;
};

// Whether the figure is one of a target, so that it is open where there are several.
bool is_of_target(Field field) noexcept;

// The row that a report has for the target, one of the `targets` of target_rows(); without a
// target, or where there are several and it makes no difference, the row of the indicator alone.
UnitRow unit_row(const ObservationLog& log, const Reporters& reporters, const Request& request,
                 const std::vector<ReportRow>& targets, const UnitSeat& seat, bool of_target);

// The figure of a filled row where all that is due has been reported, or the rest is left out; else
// partial_coverage, or why there is none.
Figure figure_to_compare(const ReportRow& row, Field field, Unreported unreported);

// The units directly below that of the question which a sum over them waits for; on a map those of
// its day.
std::vector<Index> units_below(const ObservationLog& log, const Reporters& reporters,
                               const Request& request, const Question& question);

// What these units make together by the unit rule of the indicator; not_additive on a map, where
// they may be made of others.
Figure together_of(const ObservationLog& log, const Reporters& reporters, const Request& request,
                   const Question& question, const std::vector<Index>& units);

}  // namespace tiendo
