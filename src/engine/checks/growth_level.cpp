// Tested by tests/unit/engine/check_plan_test.cpp.
//
// A growth target against the level target of the same assigner, unit and period.

#include "engine/actual.hpp"
#include "engine/checks/checks.hpp"

namespace tiendo {
namespace {

std::string text(const Ratio& value, int digits, Rounding mode = Rounding::half_up) {
  const Result<Decimal> rounded = round(value, digits, mode);
  return rounded ? rounded->to_string() : value.to_string();
}

// A growth target and a level target of the same assigner, unit and period, and the value both
// start from.
struct GrowthPair {
  const Target& growth;
  const Target& level;
  Ratio implied;  // growth that the level target asks for, in the measure of the growth
  Ratio before;
};

void report(const CheckInput& input, const GrowthPair& pair, Index at) {
  const Ratio target(pair.growth.condition.value);
  const int digits = pair.growth.condition.value.scale();
  const bool prints_alike = text(pair.implied, digits) == text(target, digits);
  const auto order = pair.implied <=> target;
  std::string sentence = "the level target " + pair.level.condition.value.to_string() + " over " +
                         pair.before.to_string() + " is a growth of " +
                         text(pair.implied, digits + 2, Rounding::down) +
                         (pair.implied.terminates() ? "" : "...") + " (exactly " +
                         pair.implied.to_string() + ")";
  if (order == 0) {
    sentence += ": the growth target exactly";
  } else {
    sentence += std::string(prints_alike ? ", which prints " : ", not ") + text(target, digits) +
                (prints_alike ? " as the growth target does; the exact value is " : "; it is ") +
                (order < 0 ? "below " : "above ") + text(target, digits);
  }
  input.add(order == 0 || prints_alike ? Severity::note : Severity::warning,
            Errc::growth_against_level, path_of(input.plan(), at), std::move(sentence));
}

// Whether the target asks for one level that another one can be compared with.
bool is_level(const Target& target) {
  return target.layer != TargetLayer::adds && is_bound(target.condition.kind);
}

// The growth that `level` asks for over the year before, in the measure of the growth indicator.
Result<Ratio> implied_growth(const Plan& plan, const Target& level, const Ratio& before,
                             Index growth) {
  const Ratio factor(plan.measure_of(plan.indicators()[growth]).factor);
  return (Ratio(level.condition.value) - before) / before.abs() / factor;
}

}  // namespace

void check_growth_against_level(const CheckInput& input, Index at) {
  const Plan& plan = input.plan();
  const Target growth = plan.targets()[at];
  const TargetLinks& links = plan.target_links()[at];
  if (plan.indicators()[links.indicator].kind != IndicatorKind::growth || links.project != kNone ||
      !is_level(growth)) {
    return;
  }
  const Index base = plan.base_of(links.indicator);
  for (const Index i : input.in_force) {
    const TargetLinks& other = plan.target_links()[i];
    if (other.indicator != base || other.unit != links.unit || other.project != kNone ||
        other.assigner != links.assigner || plan.targets().period(i) != growth.period) {
      continue;
    }
    const Target level = plan.targets()[i];
    if (!is_level(level)) continue;
    const Date end = level.period->last_day();
    const Figure before =
        ActualReader(input.log, input.reporters, nullptr,
                     {base_rule_of(plan, links.indicator, input.base_rule), {}, true})
            .baseline({base, links.unit, kNone, *level.period, end, input.known_on}, end)
            .value;
    if (before.reason == Errc::series_break) {
      input.add(Severity::note, Errc::series_break, path_of(plan, at),
                "the growth target is not compared with the level target: the series of \"" +
                    plan.indicators()[base].id +
                    "\" breaks after the year before, and no factor bridges it");
    }
    if (!before) continue;
    const Result<Ratio> implied = implied_growth(plan, level, *before, links.indicator);
    if (!implied) continue;
    report(input, {growth, level, *implied, *before}, at);
  }
}

}  // namespace tiendo
