// Tested by tests/golden/reports_test.py.

#include "cli/inputs.hpp"
#include "tiendo/io/rollup_writer.hpp"

namespace tiendo::cli {
namespace {

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

std::optional<Ratio> threshold_of(const Options& options) {
  if (options.over.empty()) return std::nullopt;
  const Result<Decimal> number = Decimal::parse(options.over);
  if (number) return Ratio(*number);
  complain("--over \"" + options.over + "\": " + number.error().sentence);
  throw Stop{kUsage};
}

}  // namespace

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
