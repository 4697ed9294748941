/// @file
/// What is expected of a target on the way, by definition, and how the actual value stands to it.
#pragma once

#include "reached.hpp"

namespace tiendo::oracle {

/// Fills in what is expected, the baseline of a path, the deviation and the schedule of a row that
/// has its condition, its coverage, its actual value and what is required. `level_day` is the day
/// in whose series a level before the period is; `in_years`: of an average growth, for which only
/// whole years are due.
void expect(ReportRow& row, const ObservationLog& log, const Place& place, Date level_day,
            const Base& base, bool is_part, bool ended, bool in_years);

/// Fills in what each month left has to bring and the forecasts of a row that has all else, of
/// which `now` is the actual value.
void look_ahead(ReportRow& row, const ObservationLog& log, const Place& place, const Reached& now,
                Date level_day, const Base& base, bool ended);

}  // namespace tiendo::oracle
