// Tested by tests/cli/explain_test.py, tests/cli/work_trace_test.py and
// tests/cli/summary_trace_test.py.

#include <algorithm>

#include "cli/inputs.hpp"
#include "tiendo/engine/evaluate.hpp"
#include "tiendo/engine/trace.hpp"
#include "tiendo/io/rollup_writer.hpp"
#include "tiendo/io/work_writer.hpp"

namespace tiendo::cli {
namespace {

[[noreturn]] void misused(const std::string& sentence) {
  complain(sentence);
  throw Stop{kUsage};
}

// What is asked for: kNone where the command line names none.
struct Wanted {
  Index indicator;
  Index unit;
  Index assigner;
  Index project;
};

Wanted wanted_of(const Options& options, const Plan& plan) {
  return {wanted(options.indicator, plan.indicators(), "indicator"),
          wanted(options.unit, plan.units(), "unit"),
          wanted(options.assigner, plan.units(), "unit"),
          wanted(options.project, plan.projects(), "project")};
}

bool is(Index asked, Index row) { return asked == kNone || asked == row; }

template <class Row>
bool is_wanted(const Wanted& asked, const Row& row) {
  return is(asked.indicator, row.indicator) && is(asked.unit, row.unit) &&
         is(asked.assigner, row.assigner) && is(asked.project, row.project);
}

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

void explain_rows(const Options& options) {
  const Request request = request_of(options);
  const Inputs inputs = read_inputs(options, false);
  const Wanted asked = wanted_of(options, inputs.log.plan());
  const Report report = report_of(options, inputs.log, request);
  std::vector<Trace> traces;
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    if (is_wanted(asked, report.rows[i])) traces.push_back(explain(inputs.log, report, i));
  }
  if (traces.empty()) misused("the report has no such row");
  print_traces(options, traces, inputs.log, report);
}

// The rows of the work report that are asked for.
std::vector<std::size_t> wanted_work(const Options& options, const WorkReport& report) {
  const Plan& plan = report.plan;
  const Wanted asked = wanted_of(options, plan);
  const Index group = wanted(options.task_group, plan.task_groups(), "task group");
  const Index lead = wanted(options.lead, plan.units(), "unit");
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const WorkRow& row = report.rows[i];
    const bool kind = options.kind.empty() || options.kind == name_of(row.kind);
    const bool part = options.part.empty() || options.part == row.part_name;
    if (is_wanted(asked, row) && is(group, row.task_group) && is(lead, row.lead) && kind && part) {
      rows.push_back(i);
    }
  }
  return rows;
}

void explain_work(const Options& options) {
  const Request request = request_of(options);
  Inputs inputs = read_inputs(options, false);
  const TaskLog tasks = read_tasks(options, inputs, false);
  const WorkReport report = work_of(options, inputs.log, tasks, request);
  const std::vector<WorkTrace> traces =
      explain(inputs.log, tasks, report, wanted_work(options, report));
  if (traces.empty()) misused("the report has no such row");
  if (options.format == "json") {
    return print(write_work_traces(traces, report, inputs.log, tasks, printing_of(options)));
  }
  std::string text;
  for (const WorkTrace& trace : traces) {
    if (!text.empty()) text += '\n';
    text += write_work_trace(trace, report, inputs.log, tasks, language_of(options),
                             printing_of(options));
  }
  print(text);
}

// The name of a field, or the id of what targets have in common; "" for none.
std::string group_of(const Plan& plan, const TallyTrace& trace) {
  if (trace.by == TallyBy::field || trace.row.group == kNone) return trace.row.field;
  if (trace.by == TallyBy::task_group) return plan.task_groups()[trace.row.group].id;
  return plan.units()[trace.row.group].id;
}

void explain_summary(const Options& options) {
  const Request request = request_of(options);
  const Inputs inputs = read_inputs(options, false);
  const Plan& plan = inputs.log.plan();
  const Index assigner = wanted(options.assigner, plan.units(), "unit");
  const Report report = report_of(options, inputs.log, request);
  std::vector<std::optional<TallyBy>> ways;
  for (const std::string& by : options.by) ways.emplace_back(tally_named(by));
  if (ways.empty()) ways.emplace_back();
  std::vector<TallyTrace> traces;
  for (const std::optional<TallyBy>& by : ways) {
    for (TallyTrace& trace : explain(report, by)) {
      const bool group = options.group.empty() || options.group == group_of(plan, trace);
      if (group && is(assigner, trace.row.counts.assigner)) traces.push_back(std::move(trace));
    }
  }
  if (traces.empty()) misused("the summary has no such row");
  print(options.format == "json" ? write_tally_traces(traces, report)
                                 : write_tally_traces(traces, report, language_of(options)));
}

// Options that only one kind of explanation has.
void check_options(const Options& options) {
  const bool of_work = !options.tasks.empty() || !options.kind.empty() || !options.part.empty() ||
                       !options.task_group.empty() || !options.lead.empty();
  if (of_work && !options.of_work) {
    misused("--tasks, --kind, --part, --task-group and --lead are for --work");
  }
  if ((!options.by.empty() || !options.group.empty()) && !options.of_summary) {
    misused("--by and --group are for --summary");
  }
  const bool of_row = !options.indicator.empty() || !options.unit.empty() ||
                      !options.project.empty() || options.digits || !options.rounding.empty();
  if (of_row && options.of_summary) {
    misused("the summary is explained by --assigner, --by and --group");
  }
}

}  // namespace

int explain(const Options& options) {
  return guarded([&] {
    check_options(options);
    if (options.of_work) return explain_work(options);
    if (options.of_summary) return explain_summary(options);
    explain_rows(options);
  });
}

}  // namespace tiendo::cli
