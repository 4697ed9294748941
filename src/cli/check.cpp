// Tested by tests/cli/cli_test.py.

#include "cli/file_places.hpp"
#include "cli/inputs.hpp"
#include "tiendo/engine/evaluate.hpp"

namespace tiendo::cli {

int check(const Options& options) {
  return guarded([&] {
    const std::optional<Date> known_on = known_on_of(options);
    const std::optional<Date> map = map_of(options);
    Inputs inputs = read_inputs(options, true);
    read_tasks(options, inputs, true);
    const BaseRule base_rule = base_rule_of(options).value_or(Rules().base_rule);
    Diagnostics more = shown(options, [&](const Run& run) {
      return check_plan(inputs.log, known_on, base_rule, map, run);
    });
    locate(more, inputs.plan_text, options.plan, inputs.tables);
    for (Diagnostic& finding : more) place_in_files(finding, options.observations, inputs.counts);
    inputs.findings.insert(inputs.findings.end(), more.begin(), more.end());
    print_findings(inputs.findings, true);
    if (inputs.findings.empty()) print("no findings\n");
  });
}

}  // namespace tiendo::cli
