// Tested by tests/unit/engine/check_plan_test.cpp, carry_test.cpp and check_stages_test.cpp there,
// and by a test for each of the checks beside it.
//
// First what the targets say, in the order of the plan, then what the reports say, by indicator,
// unit and project.

#include "engine/carry.hpp"
#include "engine/check_stages.hpp"
#include "engine/check_totals.hpp"
#include "engine/check_work_map.hpp"
#include "engine/checks/checks.hpp"
#include "engine/rows.hpp"
#include "tiendo/base/watched.hpp"
#include "tiendo/engine/evaluate.hpp"

namespace tiendo {
namespace {

// Targets, and components of those that do, that do not come through to the map.
void check_carried(const Plan& plan, Date map, Diagnostics& findings) {
  const std::vector<ReportRow> rows = rows_of(plan, plan.head().period.last_day());
  bool composite_carried = false;
  for (const ReportRow& row : carry(plan, rows, map)) {
    const bool carried = row.not_carried == Errc::none;
    if (row.kind != RowKind::component) composite_carried = carried;
    const bool counts =
        row.kind == RowKind::target || (row.kind == RowKind::component && composite_carried);
    if (carried || !counts) continue;
    findings.push_back({Severity::warning, row.not_carried,
                        Place{{}, path_of(plan, row.targets.front()), 0, 0},
                        "on the map of " + map.to_string() + " \"" + plan.units()[row.unit].id +
                            "\" has no target " +
                            (row.kind == RowKind::component
                                 ? "for \"" + plan.indicators()[row.indicator].id + "\" "
                                 : "") +
                            "from this one: " + std::string(text_of(row.not_carried))});
  }
}

// What is found as far as the watch lets it be looked for.
Diagnostics check(const ObservationLog& log, const std::optional<Date>& known_on,
                  BaseRule base_rule, const std::optional<Date>& map, Watch& watch) {
  Diagnostics findings;
  CheckInput input(log, known_on, base_rule, findings);
  std::vector<CheckedCell> cells = cells_of(log);
  std::int64_t done = 0;
  input.goes_on = [&] { return watch.ticks_on(done); };
  watch.begin(Phase::checking, static_cast<std::int64_t>(input.in_force.size() + cells.size()));
  for (const Index target : input.in_force) {
    if (!watch.ticks_on(done++)) return findings;
    check_growth_against_level(input, target);
    check_target_beyond_whole(input, target);
    check_total_of_targets(input, target);
  }
  check_child_targets(input);
  check_stages(input);
  if (watch.stopped()) return findings;
  for (CheckedCell& cell : cells) {
    if (!watch.ticks_on(done++)) return findings;
    read_reports(input, cell);
    check_parts_of_units(input, cell);
    check_parts_of_projects(input, cell);
    check_formula(input, cell);
    check_magnitude(input, cell);
    check_beyond_whole(input, cell);
    check_running_total(input, cell);
    check_unit_exists(input, cell);
    check_growth_reported(input, cell);
    check_final_in_time(input, cell);
    cell.reports = {};
  }
  if (!watch.goes_on(done)) return findings;
  check_hand_verdicts(input, cells);
  check_totals(input);
  if (map) {
    check_carried(log.plan(), *map, findings);
    check_work_map(log.plan(), *map, findings);
  }
  return findings;
}

}  // namespace

Diagnostics check_plan(const ObservationLog& log, const std::optional<Date>& known_on,
                       BaseRule base_rule, const std::optional<Date>& map) {
  Watch unwatched;
  return check(log, known_on, base_rule, map, unwatched);
}

Result<Diagnostics> check_plan(const ObservationLog& log, const std::optional<Date>& known_on,
                               BaseRule base_rule, const std::optional<Date>& map, const Run& run) {
  return watched(run, [&](Watch& watch) { return check(log, known_on, base_rule, map, watch); });
}

}  // namespace tiendo
