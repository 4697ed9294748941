// Which rows a report has, and what is in one.
#pragma once

#include <vector>

#include "tiendo/engine/report.hpp"
#include "tiendo/engine/trace.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

class Reporters;

// The rows of a report in their order, with what identifies them and nothing else.
std::vector<ReportRow> rows_of(const Plan& plan, Date as_of);

// Fills in every figure, the verdict and the state of a row. The reporters are those of the log, as
// known on the day of the request. Appends the selections made, and the steps that are no formulas
// of the row alone, to `trace`, if given.
void fill(ReportRow& row, const ObservationLog& log, const Reporters& reporters,
          const Request& request, Trace* trace);

// Counts a row that is counted at all.
void count(const ReportRow& row, SummaryRow& summary);

}  // namespace tiendo
