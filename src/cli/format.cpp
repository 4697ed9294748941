// Tested by tests/cli/format_test.py.

#include "cli/inputs.hpp"
#include "tiendo/io/file.hpp"
#include "tiendo/io/observation_writer.hpp"
#include "tiendo/io/plan_writer.hpp"

namespace tiendo::cli {
int format(const Options& options) {
  return guarded([&] {
    if (options.observations.empty()) {
      const std::string text = load(options.plan);
      const PlanReading reading = read_plan_of(options, text, false);
      return print_canonical(options, options.plan, text,
                             write_plan(*reading.plan.value, reading.tables));
    }
    if (options.check && options.observations.size() > 1) {
      complain("--check is for one table of observations");
      throw Stop{kUsage};
    }
    const Inputs inputs = read_inputs(options, false);
    const std::string& file = options.observations.front();
    print_canonical(options, file, options.check ? load(file, kMaxFileBytes) : std::string(),
                    write_observations(inputs.log, numbers_of(options)));
  });
}

}  // namespace tiendo::cli
