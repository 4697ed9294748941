// Tested by tests/unit/engine/fitting_plans_test.cpp, which tries every plan.

#include "tiendo/engine/fitting_plans.hpp"

#include <algorithm>
#include <utility>

#include "tiendo/decimal/bounds.hpp"
#include "tiendo/decimal/printed.hpp"

namespace tiendo {
namespace {

Result<Interval> printed_as(const Decimal& figure, const std::optional<Rounding>& rounding) {
  return rounding ? printed(figure, *rounding) : printed(figure);
}

// The actuals at or above zero that print as the one that is given.
Result<Interval> actuals_of(const PrintedRate& rate) {
  const Ratio actual(rate.actual);
  if (!rate.actual_rounded) return Interval{actual, actual, true, true};
  Result<Interval> all = printed_as(rate.actual, rate.rounding);
  if (!all) return all.error();
  return intersection(*all, {Ratio(0), all->high, true, all->has_high});
}

// Parts of 1 that print as the rate.
Result<Interval> rates_of(const PrintedRate& rate) {
  const Result<Interval> all = printed_as(rate.rate, rate.rounding);
  if (!all) return all.error();
  const Ratio whole(rate.is_excess ? 100 : 0);
  const Result<Ratio> low = (all->low + whole) / Ratio(100);
  const Result<Ratio> high = (all->high + whole) / Ratio(100);
  if (!low) return low.error();
  if (!high) return high.error();
  return Interval{*low, *high, all->has_low, all->has_high};
}

// The first whole number at or above the value, or above it.
Result<Ratio> first_from(const Ratio& value, bool included) {
  if (included) return Ratio(ceiling(value));
  return Ratio(floor(value)) + Ratio(1);
}

// The last whole number at or below the value, or below it.
Result<Ratio> last_up_to(const Ratio& value, bool included) {
  if (included) return Ratio(floor(value));
  return Ratio(ceiling(value)) - Ratio(1);
}

// Every whole number from `first` on, up to `last` where there is one, times the step.
Result<FittingPlans> multiples(const Ratio& first, const std::optional<Ratio>& last,
                               const Decimal& step, std::size_t most) {
  FittingPlans plans;
  if (last) {
    const Result<Ratio> count = *last - first + Ratio(1);
    if (!count) return count.error();
    plans.count = std::max(*count, Ratio(0)).numerator();
  }
  for (Ratio next = first; plans.plans.size() < most && (!last || next <= *last);) {
    Result<Decimal> plan = next.numerator() * step;
    if (!plan) return plan.error();
    plans.plans.push_back(std::move(*plan));
    const Result<Ratio> further = next + Ratio(1);
    if (!further) return further.error();
    next = *further;
  }
  return plans;
}

}  // namespace

Result<FittingPlans> fitting_plans(const PrintedRate& printed, const Decimal& step,
                                   std::size_t most) {
  if (step.sign() <= 0 || printed.actual.sign() < 0) return error(Errc::number_out_of_range);
  const Result<Interval> actuals = actuals_of(printed);
  const Result<Interval> rates = rates_of(printed);
  if (!actuals) return actuals.error();
  if (!rates) return rates.error();
  const Ratio none(0);
  // Nothing of any plan is a rate of zero.
  const bool zero_fits = actuals->contains(none) && rates->contains(none);
  if (actuals->high.is_zero() || rates->high.sign() <= 0) {
    if (!zero_fits) return FittingPlans{Decimal(0), {}};
    return multiples(Ratio(1), std::nullopt, step, most);
  }
  // A plan p fits exactly if some actual a has a / p between the rates.
  const Result<Ratio> low = actuals->low / rates->high / Ratio(step);
  if (!low) return low.error();
  const Result<Ratio> first = first_from(*low, actuals->has_low && rates->has_high);
  if (!first) return first.error();
  std::optional<Ratio> last;
  if (rates->low.sign() > 0) {
    const Result<Ratio> high = actuals->high / rates->low / Ratio(step);
    if (!high) return high.error();
    const Result<Ratio> end = last_up_to(*high, actuals->has_high && rates->has_low);
    if (!end) return end.error();
    last = *end;
  }
  return multiples(std::max(*first, Ratio(1)), last, step, most);
}

}  // namespace tiendo
