// Tested by tests/cli/cli_test.py.
//
// The tool `tiendo`: report, check, explain, targets, split, work, rank, contributions, score,
// format, verify, methods, rules, criteria.
//
// Exit status: 0 done; 1 the input has errors (each on standard error), or is not canonical where
// that is asked; 2 the command line is wrong; 3 a file cannot be read or the output cannot be
// written.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/commands.hpp"

namespace {

using tiendo::cli::Options;

CLI::Validator one_of(std::vector<std::string> words) { return CLI::IsMember(std::move(words)); }

void add_plan(CLI::App& command, Options& options) {
  command.add_option("PLAN", options.plan, "The plan (JSON)")->required();
}

void add_numbers(CLI::App& command, Options& options) {
  command
      .add_option("--numbers", options.numbers,
                  "How the tables write numbers: plain (1234.5) or vi (1.234,5)")
      ->check(one_of({"plain", "vi"}))
      ->capture_default_str();
}

void add_inputs(CLI::App& command, Options& options, bool observations_needed) {
  add_plan(command, options);
  auto* observations =
      command.add_option("OBSERVATIONS", options.observations, "What has been reported (CSV)");
  if (observations_needed) observations->required();
  add_numbers(command, options);
  command
      .add_option("--threads", options.threads,
                  "How many threads may be used; what comes out is the same")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  command.add_flag("--progress", options.progress, "Show how far it is, terminal or not");
}

void add_base(CLI::App& command, Options& options) {
  command
      .add_option(
          "--base", options.base,
          "Which value of the year before is compared with, where the indicator does not "
          "say: latest, first-published or as-of-report (default: as the rules say; latest)")
      ->check(one_of({"latest", "first-published", "as-of-report"}));
}

void add_rules(CLI::App& command, Options& options) {
  command.add_option("--rules", options.rules,
                     "The rules: a file (JSON), or the name of built-in ones (default: tiendo@1)");
}

void add_tasks(CLI::App& command, Options& options) {
  command
      .add_option("--tasks", options.tasks,
                  "What has been reported of tasks, milestones and projects (CSV); may be repeated")
      ->allow_extra_args(false);
}

void add_known_on(CLI::App& command, Options& options) {
  command.add_option("--known-on", options.known_on,
                     "Leave out what was recorded after this day (default: use everything)");
}

void add_days(CLI::App& command, Options& options) {
  command.add_option("--as-of", options.as_of, "The day for which progress is asked (2024-06-30)")
      ->required();
  add_known_on(command, options);
  add_base(command, options);
}

void add_map(CLI::App& command, Options& options) {
  command.add_option("--map", options.map,
                     "Read targets and reports on the units of this day (default: each as it is)");
}

void add_levels(CLI::App& command, Options& options) {
  command
      .add_option("--levels", options.row_levels,
                  "Rows also for units without a target, to so many levels below that of the plan "
                  "(0: its own), where they take part in the figure of the unit above")
      ->check(CLI::Range(0, 64));
}

void add_language(CLI::App& command, Options& options) {
  command.add_option("--lang", options.language, "Language: vi or en")
      ->check(one_of({"vi", "en"}))
      ->capture_default_str();
}

void add_format(CLI::App& command, Options& options) {
  command.add_option("--format", options.format, "text, csv, json or markdown")
      ->check(one_of({"text", "csv", "json", "markdown"}))
      ->capture_default_str();
}

void add_printing(CLI::App& command, Options& options) {
  add_language(command, options);
  command.add_option("--digits", options.digits, "Digits after the point, for all figures")
      ->check(CLI::Range(0, 100));
  command
      .add_option("--rounding", options.rounding,
                  "half_up (away from zero), half_even, half_down, up, down, ceiling or floor")
      ->check(one_of({"half_up", "half_even", "half_down", "up", "down", "ceiling", "floor"}));
}

// A command of the tool: its options, and what it does.
struct Command {
  CLI::App* options;
  int (*run)(const Options&);
};

Command add_report(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("report", "How far along everything is");
  add_inputs(*command, options, true);
  add_days(*command, options);
  add_map(*command, options);
  add_levels(*command, options);
  add_rules(*command, options);
  add_format(*command, options);
  add_printing(*command, options);
  command->add_flag("--exact", options.exact, "Add the exact fractions");
  command
      ->add_option("--by", options.by,
                   "Count targets by field, unit, task_group or lead as well; may be repeated")
      ->allow_extra_args(false)
      ->check(one_of({"field", "unit", "task_group", "lead"}));
  return {command, tiendo::cli::report};
}

Command add_check(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("check", "What is wrong or doubtful in the input");
  add_inputs(*command, options, false);
  add_known_on(*command, options);
  add_base(*command, options);
  add_map(*command, options);
  add_tasks(*command, options);
  return {command, tiendo::cli::check};
}

Command add_explain(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("explain", "How a figure came about");
  add_inputs(*command, options, true);
  add_days(*command, options);
  add_map(*command, options);
  add_levels(*command, options);
  add_rules(*command, options);
  command->add_option("--indicator", options.indicator, "Only rows of this indicator");
  command->add_option("--unit", options.unit, "Only rows of this unit");
  command->add_option("--assigner", options.assigner, "Only rows of this assigner");
  command->add_option("--project", options.project, "Only rows of this project");
  auto* work =
      command->add_flag("--work", options.of_work, "Explain rows of the work report (tiendo work)");
  add_tasks(*command, options);
  command->add_option("--kind", options.kind,
                      "Of work: only rows of this kind (project, pot, ...)");
  command->add_option("--part", options.part,
                      "Of work: only this stage, pot, milestone or task, by its name or id");
  command->add_option("--task-group", options.task_group, "Of work: only rows of this task group");
  command->add_option("--lead", options.lead, "Of work: only rows that this unit leads");
  command->add_flag("--summary", options.of_summary, "Explain the counts of the summary")
      ->excludes(work);
  command
      ->add_option("--by", options.by,
                   "Of the summary: the counts by field, unit, task_group or lead; may be repeated")
      ->allow_extra_args(false)
      ->check(one_of({"field", "unit", "task_group", "lead"}));
  command->add_option("--group", options.group, "Of the summary: only this field, unit or group");
  command->add_option("--format", options.format, "text or json")
      ->check(one_of({"text", "json"}))
      ->capture_default_str();
  add_printing(*command, options);
  return {command, tiendo::cli::explain};
}

Command add_targets(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("targets", "Which targets are in force on a day");
  add_plan(*command, options);
  command->add_option("--on", options.on, "The day (2024-06-30)")->required();
  command->add_option("--assigner", options.assigner, "Only targets of this assigner");
  add_format(*command, options);
  add_language(*command, options);
  return {command, tiendo::cli::targets};
}

// Which reports are the weights of a split.
void add_reported(CLI::App& command, Options& options) {
  command.add_option("--period", options.period, "Reported weights: of this period (2023)");
  command.add_option("--as-of", options.as_of,
                     "Reported weights: as of this day (default: the last of the period)");
  add_known_on(command, options);
  add_base(command, options);
  add_map(command, options);
  add_rules(command, options);
}

Command add_split(CLI::App& app, Options& options) {
  CLI::App* command =
      app.add_subcommand("split", "Targets for the units below, which add up to a target");
  add_inputs(*command, options, false);
  command
      ->add_option("--target", options.target,
                   "Which target: its position in the plan, from 0, or the id of its indicator")
      ->required();
  command
      ->add_option(
          "--weights", options.weights,
          "A table (CSV) with unit and weight, \"equal\", \"targets:INDICATOR\" for what each unit "
          "has as a target for another indicator, or \"reported:INDICATOR\" for what each has "
          "reported")
      ->required();
  add_reported(*command, options);
  command->add_option("--on", options.on, "The day whose targets are in force (default: the last)");
  command->add_option("--unit", options.unit, "Only a target of this unit");
  command->add_option("--assigner", options.assigner, "Only a target of this assigner");
  command->add_option("--levels", options.levels, "How many levels down, where no table says so")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  command
      ->add_option("--digits", options.digits,
                   "Digits after the point (default: those that the indicator records)")
      ->check(CLI::Range(0, 100));
  command->add_option("--remainder", options.remainder, "Who gets what is left")
      ->check(one_of({"largest", "first", "last"}))
      ->capture_default_str();
  command->add_option("--format", options.split_format, "csv or json")
      ->check(one_of({"csv", "json"}))
      ->capture_default_str();
  return {command, tiendo::cli::split};
}

// Of whom something is asked, and in which form.
void add_units_below(CLI::App& command, Options& options) {
  add_inputs(command, options, true);
  command.add_option("--unit", options.unit, "Below this unit (default: that of the plan)");
  command.add_option("--period", options.period, "The period (default: that of the plan)");
  add_days(command, options);
  add_map(command, options);
  add_rules(command, options);
  add_format(command, options);
  add_printing(command, options);
  command.add_flag("--exact", options.exact, "Add the exact fractions");
}

void add_roll_up(CLI::App& command, Options& options) {
  add_units_below(command, options);
  command.add_option("--indicator", options.indicator, "Id of the indicator")->required();
}

Command add_rank(CLI::App& app, Options& options) {
  CLI::App* command =
      app.add_subcommand("rank", "The units below one in the order of a figure, against the mean");
  add_roll_up(*command, options);
  command->add_option("--figure", options.figure, "completion, growth or actual")
      ->check(one_of({"completion", "growth", "actual"}))
      ->capture_default_str();
  command->add_option("--assigner", options.assigner, "Only targets of this assigner");
  command->add_option("--over", options.over, "Count the units above this number (60)");
  return {command, tiendo::cli::rank};
}

Command add_contributions(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand(
      "contributions", "What units below, or components, are of a whole and of its growth");
  add_roll_up(*command, options);
  command->add_option("--whole", options.whole,
                      "Of a composite: the indicator that its components make");
  command
      ->add_option("--shares", options.shares,
                   "How shares are rounded: independent, or largest_remainder to add up to 100")
      ->check(one_of({"independent", "largest_remainder"}))
      ->capture_default_str();
  return {command, tiendo::cli::contributions};
}

Command add_score(CLI::App& app, Options& options) {
  CLI::App* command =
      app.add_subcommand("score", "The units below one by points for criteria, with classes");
  add_units_below(*command, options);
  command->add_option("--criteria", options.criteria, "By what units are scored (JSON)")
      ->required();
  return {command, tiendo::cli::score};
}

Command add_work(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("work", "How far projects and tasks are");
  add_inputs(*command, options, true);
  add_tasks(*command, options);
  add_days(*command, options);
  add_map(*command, options);
  add_rules(*command, options);
  add_format(*command, options);
  add_printing(*command, options);
  command->add_flag("--exact", options.exact, "Add the exact fractions");
  return {command, tiendo::cli::work};
}

Command add_methods(CLI::App& app, Options& options) {
  CLI::App* command =
      app.add_subcommand("methods", "Which methods of judging and which thresholds there are");
  add_format(*command, options);
  add_language(*command, options);
  return {command, tiendo::cli::methods};
}

Command add_rules_command(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand(
      "rules", "The names of the built-in rules; or one set of rules, with all that is in it");
  command->add_option("RULES", options.rules, "A file (JSON), or the name of built-in ones");
  return {command, tiendo::cli::rules};
}

Command add_criteria(CLI::App& app, Options& options) {
  CLI::App* command =
      app.add_subcommand("criteria", "Criteria for scores, in their canonical form");
  command->add_option("CRITERIA", options.criteria, "A file (JSON)")->required();
  command->add_flag("--check", options.check,
                    "Print nothing; exit status 1 when the file is not in that form");
  return {command, tiendo::cli::criteria};
}

Command add_canonical(CLI::App& app, Options& options) {
  CLI::App* command =
      app.add_subcommand("format", "The plan, or what has been reported, in its canonical form");
  add_plan(*command, options);
  command
      ->add_option(
          "--observations", options.observations,
          "Print these tables (CSV), together as one, in place of the plan; may be repeated")
      ->allow_extra_args(false);
  add_numbers(*command, options);
  command->add_flag("--check", options.check,
                    "Print nothing; exit status 1 when the file is not in that form");
  return {command, tiendo::cli::format};
}

Command add_verify(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand(
      "verify", "Whether published figures follow from the numbers they are published with");
  command->add_option("FIGURES", options.statements, "The figures and their inputs (CSV)")
      ->required();
  add_numbers(*command, options);
  command->add_option("--format", options.format, "text, csv or json")
      ->check(one_of({"text", "csv", "json"}))
      ->capture_default_str();
  add_language(*command, options);
  command->add_flag("--strict", options.strict,
                    "An impossible figure is an error: on standard error, with exit status 1");
  return {command, tiendo::cli::verify};
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("Says exactly how far along a plan is, on a day, as known on a day, and why.",
               "tiendo");
  const std::string version = std::string("tiendo ") + TIENDO_VERSION;
  app.set_version_flag("--version", version);
  app.require_subcommand(1);
  const Command commands[] = {
      add_report(app, options),  add_check(app, options),         add_explain(app, options),
      add_targets(app, options), add_split(app, options),         add_work(app, options),
      add_rank(app, options),    add_contributions(app, options), add_canonical(app, options),
      add_verify(app, options),  add_methods(app, options),       add_rules_command(app, options),
      add_score(app, options),   add_criteria(app, options)};
  for (const Command& command : commands) command.options->set_version_flag("--version", version);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    const bool asked_for = app.exit(problem) == 0;  // --help, --version
    if (!std::cout.flush()) return tiendo::cli::kTrouble;
    return asked_for ? tiendo::cli::kDone : tiendo::cli::kUsage;
  }
  for (const Command& command : commands) {
    if (command.options->parsed()) return command.run(options);
  }
  return tiendo::cli::kUsage;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "tiendo: %s\n", problem.what());
    return tiendo::cli::kTrouble;
  }
}
