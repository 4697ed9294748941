// Tested by tests/cli/cli_test.py.

#include "cli/inputs.hpp"
#include "tiendo/io/work_writer.hpp"

namespace tiendo::cli {

int report(const Options& options) {
  return guarded([&] {
    const Request request = request_of(options);
    if (!options.by.empty() && options.format == "csv") {
      complain("--by is for text, json and markdown");
      throw Stop{kUsage};
    }
    const Inputs inputs = read_inputs(options, false);
    WriteOptions form = form_of(options);
    for (const std::string& by : options.by) form.by.push_back(*tally_named(by));
    const Report report = report_of(options, inputs.log, request);
    print(shown(options, [&](const Run& run) { return write_report(report, form, run); }));
  });
}

int work(const Options& options) {
  return guarded([&] {
    const Request request = request_of(options);
    Inputs inputs = read_inputs(options, false);
    const TaskLog tasks = read_tasks(options, inputs, false);
    print(write_work(work_of(options, inputs.log, tasks, request), form_of(options)));
  });
}

}  // namespace tiendo::cli
