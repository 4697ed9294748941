// Tested by tests/cli/cli_test.py.
//
// The tool `tiendo`: report, check, explain, format.
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

void add_inputs(CLI::App& command, Options& options, bool observations_needed) {
  add_plan(command, options);
  auto* observations =
      command.add_option("OBSERVATIONS", options.observations, "What has been reported (CSV)");
  if (observations_needed) observations->required();
  command
      .add_option("--numbers", options.numbers,
                  "How the observations write numbers: plain (1234.5) or vi (1.234,5)")
      ->check(one_of({"plain", "vi"}))
      ->capture_default_str();
}

void add_base(CLI::App& command, Options& options) {
  command
      .add_option("--base", options.base,
                  "Which value of the year before is compared with, where the indicator does not "
                  "say: latest, first-published or as-of-report")
      ->check(one_of({"latest", "first-published", "as-of-report"}))
      ->capture_default_str();
}

void add_days(CLI::App& command, Options& options) {
  command.add_option("--as-of", options.as_of, "The day for which progress is asked (2024-06-30)")
      ->required();
  command.add_option("--known-on", options.known_on,
                     "Leave out what was recorded after this day (default: use everything)");
  add_base(command, options);
}

void add_printing(CLI::App& command, Options& options) {
  command.add_option("--lang", options.language, "Language: vi or en")
      ->check(one_of({"vi", "en"}))
      ->capture_default_str();
  command.add_option("--digits", options.digits, "Digits after the point, for all figures")
      ->check(CLI::Range(0, 100));
  command
      .add_option("--rounding", options.rounding,
                  "half_up (away from zero), half_even, half_down, up, down, ceiling or floor")
      ->check(one_of({"half_up", "half_even", "half_down", "up", "down", "ceiling", "floor"}));
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("Says exactly how far along a plan is, on a day, as known on a day, and why.",
               "tiendo");
  app.set_version_flag("--version", std::string("tiendo ") + TIENDO_VERSION);
  app.require_subcommand(1);

  CLI::App* report = app.add_subcommand("report", "How far along everything is");
  add_inputs(*report, options, true);
  add_days(*report, options);
  report->add_option("--format", options.format, "text, csv, json or markdown")
      ->check(one_of({"text", "csv", "json", "markdown"}))
      ->capture_default_str();
  add_printing(*report, options);
  report->add_flag("--exact", options.exact, "Add the exact fractions");

  CLI::App* check = app.add_subcommand("check", "What is wrong or doubtful in the input");
  add_inputs(*check, options, false);
  add_base(*check, options);

  CLI::App* explain = app.add_subcommand("explain", "How a figure came about");
  add_inputs(*explain, options, true);
  add_days(*explain, options);
  explain->add_option("--indicator", options.indicator, "Id of the indicator")->required();
  explain->add_option("--unit", options.unit, "Only rows of this unit");
  explain->add_option("--assigner", options.assigner, "Only rows of this assigner");
  explain->add_option("--project", options.project, "Only rows of this project");
  add_printing(*explain, options);

  CLI::App* format = app.add_subcommand("format", "The plan in its canonical form");
  add_plan(*format, options);
  format->add_flag("--check", options.check,
                   "Print nothing; exit status 1 when the file is not in that form");

  for (CLI::App* command : {report, check, explain, format}) {
    command->set_version_flag("--version", std::string("tiendo ") + TIENDO_VERSION);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    const bool asked_for = app.exit(problem) == 0;  // --help, --version
    if (!std::cout.flush()) return tiendo::cli::kTrouble;
    return asked_for ? tiendo::cli::kDone : tiendo::cli::kUsage;
  }
  if (report->parsed()) return tiendo::cli::report(options);
  if (check->parsed()) return tiendo::cli::check(options);
  if (format->parsed()) return tiendo::cli::format(options);
  return tiendo::cli::explain(options);
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
