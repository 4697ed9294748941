// Tested by tests/unit/engine/evaluate_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include "tiendo/engine/evaluate.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "engine/carry.hpp"
#include "engine/composite.hpp"
#include "engine/formulas.hpp"
#include "engine/reporters.hpp"
#include "engine/rows.hpp"
#include "engine/trace_numbers.hpp"

namespace tiendo {

void count(const ReportRow& row, SummaryRow& summary) {
  ++summary.rows;
  summary.by_hand += row.by_hand ? 1 : 0;
  switch (row.verdict) {
    case Verdict::exceeded: ++summary.exceeded; return;
    case Verdict::met: ++summary.met; return;
    case Verdict::near: ++summary.near; return;
    case Verdict::missed: ++summary.missed; return;
    case Verdict::none: break;
  }
  switch (row.provisional) {
    case Verdict::exceeded: ++summary.provisional_exceeded; break;
    case Verdict::met: ++summary.provisional_met; break;
    case Verdict::near: ++summary.provisional_near; break;
    case Verdict::missed: ++summary.provisional_missed; break;
    case Verdict::none: break;
  }
  const bool silent = row.state == State::no_data || row.state == State::not_due;
  ++(silent ? summary.no_data : summary.not_judged);
}

bool is_counted(const ReportRow& row) {
  const bool is_target = row.kind == RowKind::target || row.kind == RowKind::whole;
  return is_target && row.project == kNone;
}

namespace {

std::vector<SummaryRow> summarise(const std::vector<ReportRow>& rows) {
  std::map<Index, SummaryRow> by_assigner;  // kNone sorts last
  for (const ReportRow& row : rows) {
    if (!is_counted(row)) continue;
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
  for (ReportRow& row : report.rows) fill(row, log, reporters, request, nullptr);
  for (std::size_t at = 0; at < report.rows.size(); ++at) {
    const std::vector<ReportRow> components = components_of(report.rows, at);
    if (!components.empty()) conclude_composite(report.rows[at], components);
  }
  report.summary = summarise(report.rows);
  return report;
}

Trace explain(const ObservationLog& log, const Report& report, std::size_t row) {
  Trace trace{report.rows[row], report.request.rules, {}, {}, components_of(report.rows, row)};
  fill(trace.row, log, Reporters(log, report.request.known_on), report.request, &trace);
  if (!trace.components.empty()) conclude_composite(trace.row, trace.components);
  const Indicator& indicator = report.plan.indicators()[trace.row.indicator];
  // The formulas of the row first, then the steps that were noted on the way.
  std::vector<TraceStep> steps = steps_of(trace.row, Counting(report.plan, indicator));
  trace.steps.insert(trace.steps.begin(), std::make_move_iterator(steps.begin()),
                     std::make_move_iterator(steps.end()));
  for (TraceStep& step : trace.steps) {
    if (step.method.empty()) step.method = method_of(step.field);
  }
  drop_unused(trace);
  return trace;
}

}  // namespace tiendo
