// What the commands share: from options to requests, and from files to plans and logs.
//
// Whatever is wrong with them is printed and stops the command.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "tiendo/base/id.hpp"
#include "tiendo/calendar/period.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/engine/report.hpp"
#include "tiendo/engine/work.hpp"
#include "tiendo/facts/task_log.hpp"
#include "tiendo/io/file.hpp"
#include "tiendo/io/plan_reader.hpp"
#include "tiendo/io/report_writer.hpp"

namespace tiendo::cli {

// The plan and the log of a command, and everything that was found in them.
struct Inputs {
  std::string plan_text;
  PlanTables tables;
  ObservationLog log;
  Diagnostics findings;
  std::vector<Row> counts = {};  // of the observations up to the end of each file
};

// The text of a plan, or of a table.
std::string load(const std::string& path, std::int64_t most_bytes = kMaxPlanBytes);
PlanReading read_plan_of(const Options& options, const std::string& text, bool all_findings);
Inputs read_inputs(const Options& options, bool all_findings);
// What long work comes to, done with a line that shows how far it is; stops where memory runs out.
template <class Work>
auto shown(const Options& options, const Work& work) {
  auto done = [&] {
    const ProgressLine progress(options);
    return work(progress.run());
  }();
  if (!done) stop_for_trouble(done.error().sentence);
  return *std::move(done);
}
// The report, and the table of projects and tasks.
Report report_of(const Options& options, const ObservationLog& log, const Request& request);
WorkReport work_of(const Options& options, const ObservationLog& log, const TaskLog& tasks,
                   const Request& request);
// What the files of tasks say; their findings join those of the inputs.
TaskLog read_tasks(const Options& options, Inputs& inputs, bool all_findings);
NumberFormat numbers_of(const Options& options);

// A day as an option names it.
Date day(const std::string& text, const char* option);
Period period_of(const std::string& text);
std::optional<Date> map_of(const Options& options);
std::optional<Date> known_on_of(const Options& options);
std::optional<BaseRule> base_rule_of(const Options& options);
// What looks like "tiendo@1" is the name of a built-in set, anything else a file.
Rules rules_of(const Options& options);
Request request_of(const Options& options);

Language language_of(const Options& options);
Printing printing_of(const Options& options);
WriteOptions form_of(const Options& options);

// The canonical form; nothing where it is to be checked that the file is in that form.
void print_canonical(const Options& options, const std::string& file, const std::string& text,
                     const std::string& canonical);

// The position of the id asked for; kNone when none is.
template <class List>
Index wanted(const std::string& id, const List& things, const char* what) {
  if (id.empty()) return kNone;
  std::vector<std::string_view> known;
  for (const auto& thing : things) {
    if (thing.id == id) return static_cast<Index>(known.size());
    known.push_back(thing.id);
  }
  const std::string near = nearest(id, known);
  complain("the plan has no " + std::string(what) + " \"" + id + '"' +
           (near.empty() ? "" : "; the nearest known one is \"" + near + '"'));
  throw Stop{kUsage};
}

// Whatever is refused of what the plan and the reports say is a finding of the plan.
template <class T>
T value_of(Result<T> result, const Options& options) {
  if (result) return *std::move(result);
  const Error& refused = result.error();
  print_findings({{Severity::error, refused.code, Place{options.plan, {}, 0, 0}, refused.sentence}},
                 false);
  throw Stop{kFindings};
}

}  // namespace tiendo::cli
