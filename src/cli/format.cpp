// Tested by tests/cli/format_test.py.

#include <algorithm>

#include "cli/inputs.hpp"
#include "tiendo/io/file.hpp"
#include "tiendo/io/observation_writer.hpp"
#include "tiendo/io/plan_writer.hpp"

namespace tiendo::cli {
namespace {

// The line on which two texts begin to differ.
std::ptrdiff_t first_difference(const std::string& a, const std::string& b) {
  const auto at = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return std::count(a.begin(), at, '\n') + 1;
}

// The canonical form; nothing where it is to be checked that the file is in that form.
void print_canonical(const Options& options, const std::string& file, const std::string& text,
                     const std::string& canonical) {
  if (!options.check) return print(canonical);
  if (canonical == text) return;
  complain(file + " is not in the canonical form from line " +
           std::to_string(first_difference(text, canonical)) + " on");
  throw Stop{kFindings};
}

}  // namespace

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
