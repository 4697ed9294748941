// Tested by tests/unit/engine/checks_verdicts_test.cpp and tests/oracle/checks_oracle_test.cpp.
//
// Verdicts given by hand where a rule gives another.

#include <set>

#include "engine/checks/checks.hpp"
#include "engine/rows.hpp"

namespace tiendo {
namespace {

// The one report that the row is made from.
Row report_of(const Trace& trace) {
  for (const TraceSource& source : trace.sources) {
    if (source.role == SourceRole::actual) return source.selection.used.front().row;
  }
  return 0;
}

}  // namespace

void check_hand_verdicts(const CheckInput& input, const std::vector<CheckedCell>& cells) {
  std::set<std::tuple<Index, Index, Index>> judged;
  for (const CheckedCell& cell : cells) {
    if (cell.is_judged) judged.emplace(cell.indicator, cell.unit, cell.project);
  }
  if (judged.empty()) return;
  const Plan& plan = input.plan();
  Request request;
  request.as_of = input.known_on.value_or(last_day_of_all());
  request.known_on = input.known_on;
  request.base_rule = input.base_rule;
  for (ReportRow& row : rows_of(plan, request.as_of)) {
    if (!input.goes_on()) return;
    if (!judged.contains({row.indicator, row.unit, row.project})) continue;
    Trace trace;
    fill(row, input.log, input.reporters, request, &trace);
    const bool both = row.hand_verdict != Verdict::none && row.verdict != Verdict::none;
    if (!both || row.hand_verdict == row.verdict) continue;
    input.add(Severity::warning, Errc::verdict_disagrees, path_of(report_of(trace)),
              name_of_cell(plan, {row.indicator, row.unit, row.project, {}}, row.period) +
                  ": judged " + std::string(name_of(row.hand_verdict)) + " by hand, and " +
                  std::string(name_of(row.verdict)) + " by the rule of " +
                  path_of(plan, row.targets.front()));
  }
}

}  // namespace tiendo
