// Tested by tests/golden/reports_test.py and tests/cli/score_test.py.

#include "cli/inputs.hpp"
#include "tiendo/io/criteria_reader.hpp"
#include "tiendo/io/rollup_writer.hpp"
#include "tiendo/io/score_writer.hpp"

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

Criteria criteria_of(const Options& options, const std::string& text, const Plan* plan) {
  Checked<Criteria> criteria = read_criteria(text, options.criteria, plan);
  print_findings(criteria.diagnostics, false);
  if (!criteria) throw Stop{kFindings};
  return *std::move(criteria.value);
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

int score(const Options& options) {
  return guarded([&] {
    const Request request = request_of(options);
    const Inputs inputs = read_inputs(options, false);
    const Plan& plan = inputs.log.plan();
    const Criteria criteria = criteria_of(options, load(options.criteria), &plan);
    const auto [unit, period] = rolled_up(options, plan);
    print(
        write_scores(score_units(inputs.log, request, criteria, {unit, period}), form_of(options)));
  });
}

int criteria(const Options& options) {
  return guarded([&] {
    const std::string text = load(options.criteria);
    print_canonical(options, options.criteria, text,
                    write_criteria(criteria_of(options, text, nullptr)));
  });
}

}  // namespace tiendo::cli
