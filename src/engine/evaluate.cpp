// Tested by tests/unit/engine/evaluate_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include "tiendo/engine/evaluate.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "engine/formulas.hpp"
#include "engine/rows.hpp"

namespace tiendo {
namespace {

void count(const ReportRow& row, SummaryRow& summary) {
  ++summary.rows;
  switch (row.verdict) {
    case Verdict::exceeded: ++summary.exceeded; return;
    case Verdict::met: ++summary.met; return;
    case Verdict::near: ++summary.near; return;
    case Verdict::missed: ++summary.missed; return;
    case Verdict::none: break;
  }
  const bool silent = row.state == State::no_data || row.state == State::not_due;
  ++(silent ? summary.no_data : summary.not_judged);
}

// Targets of units, not of their projects: what a body counts at the end of a year.
std::vector<SummaryRow> summarise(const std::vector<ReportRow>& rows) {
  std::map<Index, SummaryRow> by_assigner;  // kNone sorts last
  for (const ReportRow& row : rows) {
    if (row.kind == RowKind::indicator || row.project != kNone) continue;
    SummaryRow& summary = by_assigner[row.assigner];
    summary.assigner = row.assigner;
    count(row, summary);
  }
  std::vector<SummaryRow> result;
  for (const auto& [assigner, summary] : by_assigner) result.push_back(summary);
  return result;
}

}  // namespace

Figure::Figure(const Result<Ratio>& result)
    : value(result ? std::optional(*result) : std::nullopt),
      reason(result ? Errc::none : result.error().code) {}

Report evaluate(const ObservationLog& log, const Request& request) {
  // A decision taken later than the day, or than the day as known on, is not in force.
  const Date decided = std::min(request.as_of, request.known_on.value_or(request.as_of));
  Report report{log.plan(), request, rows_of(log.plan(), decided), {}};
  for (ReportRow& row : report.rows) fill(row, log, request, nullptr);
  report.summary = summarise(report.rows);
  return report;
}

Trace explain(const ObservationLog& log, const Report& report, std::size_t row) {
  Trace trace{report.rows[row], report.request.rules, {}, {}};
  fill(trace.row, log, report.request, &trace);
  const Indicator& indicator = report.plan.indicators()[trace.row.indicator];
  // The formulas of the row first, then the steps that were noted on the way.
  std::vector<TraceStep> steps = steps_of(trace.row, report.plan.measure_of(indicator));
  trace.steps.insert(trace.steps.begin(), std::make_move_iterator(steps.begin()),
                     std::make_move_iterator(steps.end()));
  return trace;
}

}  // namespace tiendo
