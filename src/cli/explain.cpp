// Tested by tests/cli/explain_test.py.

#include "cli/inputs.hpp"
#include "tiendo/engine/evaluate.hpp"
#include "tiendo/engine/trace.hpp"

namespace tiendo::cli {
namespace {

void print_traces(const Options& options, const std::vector<Trace>& traces,
                  const ObservationLog& log, const Report& report) {
  if (options.format == "json") {
    return print(write_traces(traces, log, report, printing_of(options)));
  }
  std::string text;
  for (const Trace& trace : traces) {
    if (!text.empty()) text += '\n';
    text += write_trace(trace, log, language_of(options), printing_of(options));
  }
  print(text);
}

}  // namespace

int explain(const Options& options) {
  return guarded([&] {
    const Request request = request_of(options);
    const Inputs inputs = read_inputs(options, false);
    const Plan& plan = inputs.log.plan();
    const Index indicator = wanted(options.indicator, plan.indicators(), "indicator");
    const Index unit = wanted(options.unit, plan.units(), "unit");
    const Index assigner = wanted(options.assigner, plan.units(), "unit");
    const Index project = wanted(options.project, plan.projects(), "project");
    const Report report = evaluate(inputs.log, request);
    std::vector<Trace> traces;
    for (std::size_t i = 0; i < report.rows.size(); ++i) {
      const ReportRow& row = report.rows[i];
      if ((indicator != kNone && row.indicator != indicator) ||
          (unit != kNone && row.unit != unit) || (assigner != kNone && row.assigner != assigner) ||
          (project != kNone && row.project != project)) {
        continue;
      }
      traces.push_back(tiendo::explain(inputs.log, report, i));
    }
    if (traces.empty()) {
      complain("the report has no such row");
      throw Stop{kUsage};
    }
    print_traces(options, traces, inputs.log, report);
  });
}

}  // namespace tiendo::cli
