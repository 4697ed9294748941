/// @file
/// What a report is by definition, computed without any cleverness.
///
/// A slow, plain transcription of the rules, written from their words and not from the engine: it
/// reads every row of the log for every figure and keeps a mark for every day. It uses the numbers,
/// the calendar, the plan and the rows of the log, and of the engine only the struct that holds an
/// answer.
#pragma once

#include <vector>

#include "tiendo/engine/report.hpp"
#include "tiendo/engine/rollup.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo::oracle {

/// The rows that evaluate() must give.
std::vector<ReportRow> rows(const ObservationLog& log, const Request& request);

/// The row of a unit for which the plan asks nothing.
ReportRow row_without_target(const ObservationLog& log, const Request& request, Index indicator,
                             Index unit, const Period& period);

/// The summary that must stand under these rows.
std::vector<SummaryRow> summary(const Plan& plan, const std::vector<ReportRow>& rows);

/// The counts by field, unit, task group or lead that must stand under them.
std::vector<TallyRow> tally(const Plan& plan, const std::vector<ReportRow>& rows, TallyBy by);

}  // namespace tiendo::oracle
