// Tested by tests/unit/engine/check_totals_test.cpp.

#include "engine/check_totals.hpp"

#include <set>

#include "engine/actual.hpp"
#include "engine/checks/checks.hpp"

namespace tiendo {
namespace {

// The periods for which the unit has reported the indicator.
std::set<Period> reported_periods(const ObservationLog& log, Index indicator, Index unit) {
  std::set<Period> periods;
  for (const Row row : log.rows_of(indicator, unit)) periods.insert(log.fact(row).period);
  return periods;
}

// What the components of the unit amount to in the period; nothing unless all are there and exact.
std::optional<Ratio> sum_of(const CheckInput& input, const Indicator& composite,
                            const Question& about) {
  const ActualReader reader(input.log, input.reporters, nullptr);
  Ratio sum;
  for (const std::string& id : composite.components) {
    Question question = about;
    question.indicator = input.plan().find_indicator(id);
    const Actual part = reader.actual(question, SourceRole::actual);
    if (!part.value || !part.coverage.complete() || part.qualifier != Qualifier::exact) {
      return std::nullopt;
    }
    Result<Ratio> more = sum + *part.value;
    if (!more) return std::nullopt;
    sum = *std::move(more);
  }
  return sum;
}

// An end of the numbers that are not missed; `beyond`: it is missed itself.
struct End {
  Ratio number;
  bool beyond = false;
};

// The least and the most with which the condition is not missed; nothing where there is no such
// end. A range that more, or less, is better than has one end.
std::pair<std::optional<End>, std::optional<End>> ends_of(const Condition& condition,
                                                          Direction direction) {
  const End one{Ratio(condition.value)};
  std::optional<End> least;
  std::optional<End> most;
  switch (condition.kind) {
    case ConditionKind::at_least: return {one, {}};
    case ConditionKind::more_than: return {End{one.number, true}, {}};
    case ConditionKind::at_most: return {{}, one};
    case ConditionKind::less_than: return {{}, End{one.number, true}};
    case ConditionKind::equal: return {one, one};
    case ConditionKind::between:
      least = one;
      most = End{Ratio(condition.upper)};
      break;
    case ConditionKind::about:
      least = End{*(one.number - Ratio(condition.tolerance))};
      most = End{*(one.number + Ratio(condition.tolerance))};
      break;
    default: return {};
  }
  if (direction == Direction::more) most.reset();
  if (direction == Direction::less) least.reset();
  return {least, most};
}

void add_end(std::optional<End>& sum, const std::optional<End>& part) {
  if (!sum || !part) {
    sum.reset();
    return;
  }
  sum = End{*(sum->number + part->number), sum->beyond || part->beyond};
}

}  // namespace

void check_total_of_targets(const CheckInput& input, Index target) {
  const Plan& plan = input.plan();
  const Indicator& composite = plan.indicators()[plan.target_links()[target].indicator];
  if (!composite.total) return;
  std::optional<End> least = End{};
  std::optional<End> most = End{};
  for (const ComponentCondition& one : plan.targets().components(target)) {
    const Index component = plan.find_indicator(one.indicator);
    const auto [from, to] = ends_of(one.condition, plan.indicators()[component].direction);
    add_end(least, from);
    add_end(most, to);
  }
  const Ratio total(*composite.total);
  const bool above = least && (least->number > total || (least->beyond && least->number == total));
  const bool below = most && (most->number < total || (most->beyond && most->number == total));
  if (!above && !below) return;
  const End& end = above ? *least : *most;
  input.add(Severity::warning, Errc::total_disagrees, path_of(plan, target),
            "not all components of \"" + composite.id + "\" can be met: together they would be " +
                (above ? (end.beyond ? "more than " : "at least ")
                       : (end.beyond ? "less than " : "at most ")) +
                exact_text(end.number) + ", and their total is " + composite.total->to_string());
}

void check_totals(const CheckInput& input) {
  const Plan& plan = input.plan();
  for (Index at = 0; at < plan.indicators().size(); ++at) {
    const Indicator& composite = plan.indicators()[at];
    if (!composite.total) continue;
    const Index first = plan.find_indicator(composite.components.front());
    for (Index unit = 0; unit < plan.units().size() && input.goes_on(); ++unit) {
      for (const Period& period : reported_periods(input.log, first, unit)) {
        const auto sum =
            sum_of(input, composite, {at, unit, kNone, period, period.last_day(), input.known_on});
        if (!sum || *sum == Ratio(*composite.total)) continue;
        input.add(Severity::warning, Errc::total_disagrees,
                  "/indicators/" + std::to_string(at) + "/total",
                  "the components of \"" + composite.id + "\" of \"" + plan.units()[unit].id +
                      "\" in " + period.to_string() + " add up to " + exact_text(*sum) +
                      ", not to " + composite.total->to_string());
      }
    }
  }
}

}  // namespace tiendo
