// Tested by tests/cli/targets_test.py and tests/cli/split_test.py.

#include "cli/inputs.hpp"
#include "tiendo/engine/report_weights.hpp"
#include "tiendo/io/target_writer.hpp"
#include "tiendo/io/weights_reader.hpp"
#include "tiendo/model/in_force.hpp"
#include "tiendo/model/target_split.hpp"

namespace tiendo::cli {
namespace {

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

}  // namespace

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

}  // namespace tiendo::cli
