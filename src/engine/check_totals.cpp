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
std::optional<Ratio> sum_of(const ObservationLog& log, const Indicator& composite,
                            const Question& about) {
  const ActualReader reader(log, nullptr);
  Ratio sum;
  for (const std::string& id : composite.components) {
    Question question = about;
    question.indicator = log.plan().find_indicator(id);
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

}  // namespace

void check_totals(const ObservationLog& log, const std::optional<Date>& known_on,
                  Diagnostics& findings) {
  const Plan& plan = log.plan();
  for (Index at = 0; at < plan.indicators().size(); ++at) {
    const Indicator& composite = plan.indicators()[at];
    if (!composite.total) continue;
    const Index first = plan.find_indicator(composite.components.front());
    for (Index unit = 0; unit < plan.units().size(); ++unit) {
      for (const Period& period : reported_periods(log, first, unit)) {
        const auto sum =
            sum_of(log, composite, {at, unit, kNone, period, period.last_day(), known_on});
        if (!sum || *sum == Ratio(*composite.total)) continue;
        findings.push_back({Severity::warning, Errc::total_disagrees,
                            Place{{}, "/indicators/" + std::to_string(at) + "/total", 0, 0},
                            "the components of \"" + composite.id + "\" of \"" +
                                plan.units()[unit].id + "\" in " + period.to_string() +
                                " add up to " + exact_text(*sum) + ", not to " +
                                composite.total->to_string()});
      }
    }
  }
}

}  // namespace tiendo
