// Tested by tests/cli/cli_test.py.
//
// Long because every command on plans and reports is here, with what they share; verify.cpp reads
// another input.
//
// Only reads options, calls the library and prints. An exit status travels as Stop; the message has
// been printed by then.

#include "cli/commands.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "cli/file_places.hpp"
#include "tiendo/base/id.hpp"
#include "tiendo/engine/evaluate.hpp"
#include "tiendo/engine/report_weights.hpp"
#include "tiendo/engine/trace.hpp"
#include "tiendo/io/file.hpp"
#include "tiendo/io/method_writer.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/observation_writer.hpp"
#include "tiendo/io/plan_reader.hpp"
#include "tiendo/io/plan_writer.hpp"
#include "tiendo/io/report_writer.hpp"
#include "tiendo/io/rollup_writer.hpp"
#include "tiendo/io/rules_reader.hpp"
#include "tiendo/io/target_writer.hpp"
#include "tiendo/io/task_reader.hpp"
#include "tiendo/io/weights_reader.hpp"
#include "tiendo/io/work_writer.hpp"
#include "tiendo/model/in_force.hpp"
#include "tiendo/model/target_split.hpp"

namespace tiendo::cli {
namespace {

// A command that ends early, with this exit status.
struct Stop {
  int status;
};

void complain(const std::string& sentence) {
  std::fprintf(stderr, "tiendo: %s\n", sentence.c_str());
}

void print(const std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return;
  complain("the output cannot be written");
  throw Stop{kTrouble};
}

// Errors go to standard error; the others to standard output, where the command is to print them.
void print_findings(const Diagnostics& findings, bool also_lesser) {
  for (const Diagnostic& finding : findings) {
    const bool is_error = finding.severity == Severity::error;
    if (is_error) std::fprintf(stderr, "%s\n", to_string(finding).c_str());
    if (!is_error && also_lesser) print(to_string(finding) + '\n');
  }
}

[[noreturn]] void stop_for_trouble(const std::string& sentence) {
  complain(sentence);
  throw Stop{kTrouble};
}

// The text of a plan, or of a table.
std::string load(const std::string& path, std::int64_t most_bytes = kMaxPlanBytes) {
  Result<std::string> text = read_file(path, most_bytes);
  if (text) return *std::move(text);
  const Error& problem = text.error();
  if (problem.code == Errc::file_unreadable) stop_for_trouble(problem.sentence);
  print_findings({{Severity::error, problem.code, Place{path, {}, 1, 1}, problem.sentence}}, false);
  throw Stop{kFindings};
}

Date day(const std::string& text, const char* option) {
  const Result<Date> date = Date::parse(text);
  if (date) return *date;
  complain(std::string(option) + " \"" + text + "\": " + date.error().sentence);
  throw Stop{kUsage};
}

// The plan and the log of a command, and everything that was found in them.
struct Inputs {
  std::string plan_text;
  PlanTables tables;
  ObservationLog log;
  Diagnostics findings;
  std::vector<Row> counts = {};  // of the observations up to the end of each file
};

PlanReading read_plan_of(const Options& options, const std::string& text, bool all_findings) {
  PlanReading reading = read_plan(text, options.plan,
                                  [](const auto& path) { return read_file(path, kMaxPlanBytes); });
  if (reading.plan) return reading;
  print_findings(reading.plan.diagnostics, all_findings);
  throw Stop{kFindings};
}

NumberFormat numbers_of(const Options& options) {
  return options.numbers == "vi" ? NumberFormat::vietnamese() : NumberFormat::plain();
}

Inputs read_inputs(const Options& options, bool all_findings) {
  std::string plan_text = load(options.plan);
  PlanReading reading = read_plan_of(options, plan_text, all_findings);
  Inputs inputs{std::move(plan_text), std::move(reading.tables),
                ObservationLog(*reading.plan.value), std::move(reading.plan.diagnostics)};
  const NumberFormat numbers = numbers_of(options);
  for (const std::string& path : options.observations) {
    for (Diagnostic& finding : read_observations_file(path, numbers, inputs.log)) {
      if (finding.code == Errc::file_unreadable) stop_for_trouble(finding.sentence);
      inputs.findings.push_back(std::move(finding));
    }
    inputs.counts.push_back(inputs.log.size());
  }
  if (has_errors(inputs.findings)) {
    print_findings(inputs.findings, all_findings);
    throw Stop{kFindings};
  }
  return inputs;
}

std::optional<BaseRule> base_rule_of(const Options& options) {
  if (options.base.empty()) return std::nullopt;
  if (options.base == "first-published") return BaseRule::first_published;
  return options.base == "as-of-report" ? BaseRule::as_of_report : BaseRule::latest;
}

// What looks like "tiendo@1" is the name of a built-in set, anything else a file.
Rules rules_of(const Options& options) {
  if (options.rules.empty()) return {};
  if (is_full_name(options.rules)) {
    const Result<Rules> known = rules_named(options.rules);
    if (known) return *known;
    print_findings(
        {{Severity::error, known.error().code, Place{"--rules", {}, 0, 0}, known.error().sentence}},
        false);
    throw Stop{kFindings};
  }
  Checked<Rules> rules = read_rules(load(options.rules), options.rules);
  print_findings(rules.diagnostics, false);
  if (!rules) throw Stop{kFindings};
  return *std::move(rules.value);
}

// What the files of tasks say; their findings join those of the inputs.
TaskLog read_tasks(const Options& options, Inputs& inputs, bool all_findings) {
  TaskLog tasks(inputs.log.plan());
  for (const std::string& path : options.tasks) {
    for (Diagnostic& finding : read_task_reports(load(path), path, numbers_of(options), tasks)) {
      inputs.findings.push_back(std::move(finding));
    }
  }
  if (!has_errors(inputs.findings)) return tasks;
  print_findings(inputs.findings, all_findings);
  throw Stop{kFindings};
}

std::optional<Date> map_of(const Options& options) {
  if (options.map.empty()) return std::nullopt;
  return day(options.map, "--map");
}

std::optional<Date> known_on_of(const Options& options) {
  if (options.known_on.empty()) return std::nullopt;
  return day(options.known_on, "--known-on");
}

Request request_of(const Options& options) {
  Request request;
  request.as_of = day(options.as_of, "--as-of");
  request.known_on = known_on_of(options);
  request.base_rule = base_rule_of(options);
  request.rules = rules_of(options);
  request.map = map_of(options);
  return request;
}

Language language_of(const Options& options) {
  return options.language == "en" ? Language::en : Language::vi;
}

Printing printing_of(const Options& options) {
  return {options.digits,
          options.rounding.empty() ? std::nullopt : rounding_named(options.rounding)};
}

template <class Command>
int guarded(Command command) {
  try {
    command();
    return kDone;
  } catch (const Stop& stop) {
    return stop.status;
  }
}

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

// The last day whose decisions count: the one asked for, else the last that there is.
Date decided(const Options& options) {
  return day(options.on.empty() ? "9999-12-31" : options.on, "--on");
}

// The position that --target names: a number, or the one target in force for that indicator, unit
// and assigner.
Index target_of(const Options& options, const Plan& plan) {
  const std::size_t count = plan.targets().size();
  if (options.target.find_first_not_of("0123456789") == std::string::npos) {
    if (options.target.size() < 10 && std::stoul(options.target) < count) {
      return static_cast<Index>(std::stoul(options.target));
    }
    complain("the plan has no target " + options.target + "; it has " + std::to_string(count));
    throw Stop{kUsage};
  }
  const Index indicator = wanted(options.target, plan.indicators(), "indicator");
  const Index unit =
      options.unit.empty() ? plan.unit() : wanted(options.unit, plan.units(), "unit");
  const Index assigner = wanted(options.assigner, plan.units(), "unit");
  std::vector<Index> found;
  for (const Index at : targets_in_force(plan, decided(options))) {
    const TargetLinks& links = plan.target_links()[at];
    if (links.indicator == indicator && links.project == kNone && links.unit == unit &&
        (assigner == kNone || links.assigner == assigner)) {
      found.push_back(at);
    }
  }
  if (found.size() == 1) return found.front();
  complain(std::to_string(found.size()) + " targets in force for \"" + options.target +
           "\"; name one by --unit and --assigner, or by its position");
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

Period period_of(const std::string& text) {
  const Result<Period> period = Period::parse(text);
  if (period) return *period;
  complain("--period \"" + text + "\": " + period.error().sentence);
  throw Stop{kUsage};
}

// The unit and the period of a roll-up: those of the plan, where none is named.
std::pair<Index, Period> rolled_up(const Options& options, const Plan& plan) {
  const Index unit =
      options.unit.empty() ? plan.unit() : wanted(options.unit, plan.units(), "unit");
  if (unit == kNone) {
    complain("the plan is of no unit; name one by --unit");
    throw Stop{kUsage};
  }
  return {unit, options.period.empty() ? plan.head().period : period_of(options.period)};
}

WriteOptions form_of(const Options& options) {
  WriteOptions form;
  form.format = *report_format_named(options.format);
  form.language = language_of(options);
  form.printing = printing_of(options);
  form.exact = options.exact;
  return form;
}

std::optional<Ratio> threshold_of(const Options& options) {
  if (options.over.empty()) return std::nullopt;
  const Result<Decimal> number = Decimal::parse(options.over);
  if (number) return Ratio(*number);
  complain("--over \"" + options.over + "\": " + number.error().sentence);
  throw Stop{kUsage};
}

// What each unit has reported, as of the last day of the period unless another is asked for.
std::vector<UnitWeight> reported_weights(Options options, const ObservationLog& log, Index target,
                                         const std::string& id) {
  const Index indicator = wanted(id, log.plan().indicators(), "indicator");
  const Period period = period_of(options.period);
  if (options.as_of.empty()) options.as_of = period.last_day().to_string();
  return value_of(
      weights_by_reports(log, target, indicator, period, request_of(options), options.levels),
      options);
}

std::vector<UnitWeight> weights_of(const Options& options, const ObservationLog& log,
                                   Index target) {
  const Plan& plan = log.plan();
  const std::string reported = "reported:";
  if (options.weights.starts_with(reported)) {
    return reported_weights(options, log, target, options.weights.substr(reported.size()));
  }
  if (!options.observations.empty() || !options.period.empty() || !options.as_of.empty() ||
      !options.known_on.empty() || !options.map.empty()) {
    complain("observations, --period and days are for --weights reported:INDICATOR");
    throw Stop{kUsage};
  }
  if (options.weights == "equal") return equal_weights(plan, target, options.levels);
  const std::string by = "targets:";
  if (options.weights.starts_with(by)) {
    const Index indicator =
        wanted(options.weights.substr(by.size()), plan.indicators(), "indicator");
    return value_of(weights_by_targets(plan, target, indicator, decided(options), options.levels),
                    options);
  }
  Checked<std::vector<UnitWeight>> weights =
      read_weights(load(options.weights), options.weights, numbers_of(options), plan);
  print_findings(weights.diagnostics, false);
  if (!weights) throw Stop{kFindings};
  return *std::move(weights.value);
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

}  // namespace

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
    print(write_report(evaluate(inputs.log, request), form));
  });
}

int check(const Options& options) {
  return guarded([&] {
    const std::optional<Date> known_on = known_on_of(options);
    const std::optional<Date> map = map_of(options);
    Inputs inputs = read_inputs(options, true);
    read_tasks(options, inputs, true);
    Diagnostics more =
        check_plan(inputs.log, known_on, base_rule_of(options).value_or(Rules().base_rule), map);
    locate(more, inputs.plan_text, options.plan, inputs.tables);
    for (Diagnostic& finding : more) place_in_files(finding, options.observations, inputs.counts);
    inputs.findings.insert(inputs.findings.end(), more.begin(), more.end());
    print_findings(inputs.findings, true);
    if (inputs.findings.empty()) print("no findings\n");
  });
}

int work(const Options& options) {
  return guarded([&] {
    const Request request = request_of(options);
    Inputs inputs = read_inputs(options, false);
    const TaskLog tasks = read_tasks(options, inputs, false);
    print(write_work(tiendo::work(inputs.log, tasks, request), form_of(options)));
  });
}

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

int methods(const Options& options) {
  return guarded(
      [&] { print(write_methods(*report_format_named(options.format), language_of(options))); });
}

int targets(const Options& options) {
  return guarded([&] {
    const Date on = day(options.on, "--on");
    const Plan plan = *read_plan_of(options, load(options.plan), false).plan.value;
    const std::vector<Index> in_force =
        options.assigner.empty()
            ? targets_in_force(plan, on)
            : targets_in_force(plan, on, wanted(options.assigner, plan.units(), "unit"));
    print(write_targets(plan, in_force, on, *report_format_named(options.format),
                        language_of(options)));
  });
}

int rules(const Options& options) {
  return guarded([&] {
    if (!options.rules.empty()) return print(write_rules(rules_of(options)));
    for (const Rules& known : built_in_rules()) print(full_name(known) + '\n');
  });
}

int split(const Options& options) {
  return guarded([&] {
    const Inputs inputs = read_inputs(options, false);
    const Plan& plan = inputs.log.plan();
    const Index target = target_of(options, plan);
    const SplitRule rule{options.digits.value_or(split_scale_of(plan, target)),
                         options.remainder == "first"  ? Leftover::first
                         : options.remainder == "last" ? Leftover::last
                                                       : Leftover::largest_remainder};
    const std::vector<Target> parts = value_of(
        split_target(plan, target, weights_of(options, inputs.log, target), rule), options);
    print(write_plan_targets(plan, parts, *report_format_named(options.split_format)));
  });
}

int rank(const Options& options) {
  return guarded([&] {
    const Request request = request_of(options);
    const std::optional<Ratio> threshold = threshold_of(options);
    const Inputs inputs = read_inputs(options, false);
    const Plan& plan = inputs.log.plan();
    const auto [unit, period] = rolled_up(options, plan);
    const Field figure = options.figure == "growth"   ? Field::growth
                         : options.figure == "actual" ? Field::actual
                                                      : Field::completion;
    const RankQuestion question{wanted(options.indicator, plan.indicators(), "indicator"),
                                unit,
                                period,
                                figure,
                                wanted(options.assigner, plan.units(), "unit"),
                                threshold};
    print(write_ranking(rank_units(inputs.log, request, question), form_of(options)));
  });
}

int contributions(const Options& options) {
  return guarded([&] {
    const Request request = request_of(options);
    const Inputs inputs = read_inputs(options, false);
    const Plan& plan = inputs.log.plan();
    const auto [unit, period] = rolled_up(options, plan);
    const ContributionQuestion question{wanted(options.indicator, plan.indicators(), "indicator"),
                                        unit, period,
                                        wanted(options.whole, plan.indicators(), "indicator")};
    const ShareRounding rounding = options.shares == "independent"
                                       ? ShareRounding::independent
                                       : ShareRounding::largest_remainder;
    print(write_contributions(tiendo::contributions(inputs.log, request, question),
                              form_of(options), rounding));
  });
}

}  // namespace tiendo::cli
