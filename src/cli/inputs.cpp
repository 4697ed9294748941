// Tested by tests/cli/cli_test.py.
//
// Only reads options and files; what they mean is the library's to say.

#include "cli/inputs.hpp"

#include <algorithm>

#include "cli/progress.hpp"
#include "tiendo/engine/evaluate.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/rules_reader.hpp"
#include "tiendo/io/task_reader.hpp"

namespace tiendo::cli {
namespace {

// The line on which two texts begin to differ.
std::ptrdiff_t first_difference(const std::string& a, const std::string& b) {
  const auto at = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return std::count(a.begin(), at, '\n') + 1;
}

void stop_without_memory(const Diagnostics& findings) {
  if (findings.empty() || findings.front().code != Errc::out_of_memory) return;
  stop_for_trouble(findings.front().place.file + ": " + findings.front().sentence);
}

}  // namespace

std::string load(const std::string& path, std::int64_t most_bytes) {
  Result<std::string> text = read_file(path, most_bytes);
  if (text) return *std::move(text);
  const Error& problem = text.error();
  if (problem.code == Errc::file_unreadable) stop_for_trouble(problem.sentence);
  print_findings({{Severity::error, problem.code, Place{path, {}, 1, 1}, problem.sentence}}, false);
  throw Stop{kFindings};
}

PlanReading read_plan_of(const Options& options, const std::string& text, bool all_findings) {
  const ProgressLine progress(options);
  PlanReading reading = read_plan(
      text, options.plan, [](const auto& path) { return read_file(path, kMaxPlanBytes); },
      progress.run());
  if (reading.plan) return reading;
  stop_without_memory(reading.plan.diagnostics);
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
    const ProgressLine progress(options);
    Diagnostics findings = read_observations_file(path, numbers, inputs.log, progress.run());
    stop_without_memory(findings);
    for (Diagnostic& finding : findings) {
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

Report report_of(const Options& options, const ObservationLog& log, const Request& request) {
  return shown(options, [&](const Run& run) { return evaluate(log, request, run); });
}

WorkReport work_of(const Options& options, const ObservationLog& log, const TaskLog& tasks,
                   const Request& request) {
  return shown(options, [&](const Run& run) { return tiendo::work(log, tasks, request, run); });
}

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

Date day(const std::string& text, const char* option) {
  const Result<Date> date = Date::parse(text);
  if (date) return *date;
  complain(std::string(option) + " \"" + text + "\": " + date.error().sentence);
  throw Stop{kUsage};
}

Period period_of(const std::string& text) {
  const Result<Period> period = Period::parse(text);
  if (period) return *period;
  complain("--period \"" + text + "\": " + period.error().sentence);
  throw Stop{kUsage};
}

std::optional<Date> map_of(const Options& options) {
  if (options.map.empty()) return std::nullopt;
  return day(options.map, "--map");
}

std::optional<Date> known_on_of(const Options& options) {
  if (options.known_on.empty()) return std::nullopt;
  return day(options.known_on, "--known-on");
}

std::optional<BaseRule> base_rule_of(const Options& options) {
  if (options.base.empty()) return std::nullopt;
  if (options.base == "first-published") return BaseRule::first_published;
  return options.base == "as-of-report" ? BaseRule::as_of_report : BaseRule::latest;
}

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

Request request_of(const Options& options) {
  Request request;
  request.as_of = day(options.as_of, "--as-of");
  request.known_on = known_on_of(options);
  request.base_rule = base_rule_of(options);
  request.rules = rules_of(options);
  request.map = map_of(options);
  request.levels = options.row_levels;
  return request;
}

Language language_of(const Options& options) {
  return options.language == "en" ? Language::en : Language::vi;
}

Printing printing_of(const Options& options) {
  return {options.digits,
          options.rounding.empty() ? std::nullopt : rounding_named(options.rounding)};
}

WriteOptions form_of(const Options& options) {
  WriteOptions form;
  form.format = *report_format_named(options.format);
  form.language = language_of(options);
  form.printing = printing_of(options);
  form.exact = options.exact;
  return form;
}

void print_canonical(const Options& options, const std::string& file, const std::string& text,
                     const std::string& canonical) {
  if (!options.check) return print(canonical);
  if (canonical == text) return;
  complain(file + " is not in the canonical form from line " +
           std::to_string(first_difference(text, canonical)) + " on");
  throw Stop{kFindings};
}

}  // namespace tiendo::cli
