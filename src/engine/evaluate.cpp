// Tested by tests/unit/engine/evaluate_test.cpp, hand_verdict_test.cpp there and
// tests/oracle/engine_oracle_test.cpp.

#include "tiendo/engine/evaluate.hpp"

#include <algorithm>
#include <map>

#include "engine/carry.hpp"
#include "engine/composite.hpp"
#include "engine/formulas.hpp"
#include "engine/levels.hpp"
#include "engine/reporters.hpp"
#include "engine/rows.hpp"
#include "engine/trace_numbers.hpp"
#include "tiendo/engine/rollup.hpp"

namespace tiendo {

void count(const ReportRow& row, SummaryRow& summary) {
  ++summary.rows;
  summary.by_hand += row.by_hand ? 1 : 0;
  switch (counted_as(row)) {
    case CountedAs::exceeded: ++summary.exceeded; return;
    case CountedAs::met: ++summary.met; return;
    case CountedAs::near: ++summary.near; return;
    case CountedAs::missed: ++summary.missed; return;
    case CountedAs::no_data: ++summary.no_data; break;
    default: ++summary.not_judged; break;
  }
  switch (row.provisional) {
    case Verdict::exceeded: ++summary.provisional_exceeded; break;
    case Verdict::met: ++summary.provisional_met; break;
    case Verdict::near: ++summary.provisional_near; break;
    case Verdict::missed: ++summary.provisional_missed; break;
    case Verdict::none: break;
  }
}

namespace {

std::vector<SummaryRow> summarise(const std::vector<ReportRow>& rows) {
  std::map<Index, SummaryRow> by_assigner;  // kNone sorts last
  for (const ReportRow& row : rows) {
    if (!is_counted(counted_as(row))) continue;
    SummaryRow& summary = by_assigner[row.assigner];
    summary.assigner = row.assigner;
    count(row, summary);
  }
  std::vector<SummaryRow> result;
  for (const auto& [assigner, summary] : by_assigner) result.push_back(summary);
  return result;
}

}  // namespace

Report evaluate(const ObservationLog& log, const Request& request) {
  // A decision taken later than the day, or than the day as known on, is not in force.
  const Date decided = std::min(request.as_of, request.known_on.value_or(request.as_of));
  Report report{log.plan(), request, rows_of(log.plan(), decided), {}};
  if (request.map) report.rows = carry(report.plan, report.rows, *request.map);
  const Reporters reporters(log, request.known_on);
  if (request.levels) add_levels(log, reporters, request, report.rows);
  for (ReportRow& row : report.rows) fill(row, log, reporters, request, nullptr);
  for (std::size_t at = 0; at < report.rows.size(); ++at) {
    const std::vector<ReportRow> components = components_of(report.rows, at);
    if (components.empty()) continue;
    conclude_composite(report.rows[at], components, request.rules.unreported);
  }
  report.summary = summarise(report.rows);
  return report;
}

Trace explain(const ObservationLog& log, const Report& report, std::size_t row) {
  Trace trace{report.rows[row], report.request.rules, {}, {}, components_of(report.rows, row)};
  fill(trace.row, log, Reporters(log, report.request.known_on), report.request, &trace);
  if (!trace.components.empty()) {
    conclude_composite(trace.row, trace.components, trace.rules.unreported);
  }
  const Indicator& indicator = report.plan.indicators()[trace.row.indicator];
  conclude_steps(trace, Counting(report.plan, indicator));
  drop_unused(trace);
  return trace;
}

}  // namespace tiendo
