// Which rows a report has, and what is in one.
#pragma once

#include <vector>

#include "tiendo/engine/report.hpp"
#include "tiendo/engine/rollup.hpp"
#include "tiendo/engine/trace.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

class KnownSums;
class Reporters;

// The row of one target, with what identifies it and nothing else.
ReportRow target_row(const Plan& plan, Index at);

// Which row stands where: one that is kept whole, or one of the columns (`whole` is kNone).
struct RowPlace {
  Index whole = kNone;
  Index column = kNone;
};

// The rows of a report in their order. Those that are not in the target columns of the plan are
// there whole, with what identifies them and nothing else.
struct RowList {
  std::vector<RowPlace> places;
  std::vector<ReportRow> whole;
};
RowList list_rows(const Plan& plan, Date as_of);

// The rows of a report in their order, with what identifies them and nothing else.
std::vector<ReportRow> rows_of(const Plan& plan, Date as_of);

// Fills in every figure, the verdict and the state of a row. The reporters are those of the log, as
// known on the day of the request. Appends the selections made, and the steps that are no formulas
// of the row alone, to `trace`, if given. Without a trace, sums that are known already are taken in
// the place of the reports that they are made of.
void fill(ReportRow& row, const ObservationLog& log, const Reporters& reporters,
          const Request& request, Trace* trace, const KnownSums* known = nullptr);

// As which a row counts that is counted: by its verdict, and without one by whether nothing is
// said.
CountedAs counted_as(Verdict verdict, bool silent) noexcept;

// Counts a row that is counted at all, so many times: -1 takes it out again.
void count(const ReportRow& row, SummaryRow& summary, int times = 1);

}  // namespace tiendo
