// Tested by tests/unit/engine/check_plan_test.cpp, and by a test for each of the checks beside it.
//
// First what the targets say, in the order of the plan, then what the reports say, by indicator,
// unit and project.

#include "engine/check_stages.hpp"
#include "engine/check_totals.hpp"
#include "engine/checks/checks.hpp"
#include "tiendo/engine/evaluate.hpp"

namespace tiendo {

Diagnostics check_plan(const ObservationLog& log, const std::optional<Date>& known_on,
                       BaseRule base_rule) {
  Diagnostics findings;
  const CheckInput input(log, known_on, base_rule, findings);
  for (const Index target : input.in_force) {
    check_growth_against_level(input, target);
    check_target_beyond_whole(input, target);
  }
  check_child_targets(input);
  check_stages(log, known_on, findings);
  for (CheckedCell& cell : cells_of(log)) {
    read_reports(input, cell);
    check_parts_of_units(input, cell);
    check_parts_of_projects(input, cell);
    check_magnitude(input, cell);
    check_beyond_whole(input, cell);
    check_running_total(input, cell);
    check_unit_exists(input, cell);
    check_final_in_time(input, cell);
    cell.reports = {};
  }
  check_totals(log, known_on, findings);
  return findings;
}

}  // namespace tiendo
