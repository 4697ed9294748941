// Tested by tests/cli/methods_test.py and tests/cli/rules_test.py.

#include "cli/inputs.hpp"
#include "tiendo/engine/rules.hpp"
#include "tiendo/io/method_writer.hpp"
#include "tiendo/io/rules_reader.hpp"

namespace tiendo::cli {

int methods(const Options& options) {
  return guarded(
      [&] { print(write_methods(*report_format_named(options.format), language_of(options))); });
}

int rules(const Options& options) {
  return guarded([&] {
    if (!options.rules.empty()) return print(write_rules(rules_of(options)));
    for (const Rules& known : built_in_rules()) print(full_name(known) + '\n');
  });
}

}  // namespace tiendo::cli
