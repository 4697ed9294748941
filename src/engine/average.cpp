// Tested by tests/unit/engine/average_test.cpp, tests/oracle/years_oracle_test.cpp and
// map_years_oracle_test.cpp there.
//
// Why a number that was cut is as good as the average x, which is a root less 1 and no fraction.
// With l the number after the last digit that is kept and h = l + 10^-digits, l < x < h, and x is
// neither. The digits are taken until
//   no number that x is compared with lies from l to h: all numbers between l and h, x and the cut
//   value among them, then stand alike to each of them;
//   each figure f that follows from x has the same digits, up to one more than are certain, at l
//   and at h. All f are monotonous from l to h, since none divides by zero there; so f(x) and f of
//   the cut value have these digits as well, and neither has nothing but zeros behind them: where
//   a figure is rounded depends on nothing else.
// This ends, as no number that x is compared with is x and no f(x) is a fraction.
// Source of the average: the compound annual growth rate, as plans of several years ask for it
// ("tăng bình quân hằng năm").

#include "engine/average.hpp"

#include <algorithm>

#include "engine/formulas.hpp"
#include "engine/nearness.hpp"
#include "engine/verdict.hpp"
#include "tiendo/decimal/roots.hpp"
#include "tiendo/model/in_force.hpp"

namespace tiendo {
namespace {

// Beyond the digits that are certain, so that one look is mostly enough.
constexpr int kSpareDigits = 6;

Ratio factor_of(const Plan& plan, const ReportRow& row) {
  return plan.measure_of(plan.indicators()[row.indicator]).factor;
}

Figure in_measure(const Ratio& rate, const Plan& plan, const ReportRow& row) {
  return rate / factor_of(plan, row);
}

// What follows from the actual value, wherever it can be computed.
void derive_all(ReportRow& row, const Plan& plan) {
  const Indicator& indicator = plan.indicators()[row.indicator];
  derive(row, Counting(plan, indicator));
  derive_targeted_change(row, plan.measure_of(indicator));
  if (row.actual && row.expected) row.deviation = *row.actual - *row.expected;
}

// Every number that the actual value of the row is compared with: where the verdict turns, what is
// expected, and where the way from the base to a bound is as long as that from the value.
std::vector<Ratio> compared_with(const ReportRow& row, const Plan& plan) {
  const Indicator& indicator = plan.indicators()[row.indicator];
  const Judging judging(indicator.direction, margin_of(row.near, plan.measure_of(indicator)));
  const Ratio required = row.required ? *row.required : Ratio(row.condition.value);
  std::vector<Ratio> numbers = turns_of(row.condition, judging, required);
  if (row.baseline) {
    for (std::size_t i = numbers.size(); i-- > 0;) {
      const Result<Ratio> mirrored = Ratio(2) * numbers[i] - *row.baseline;
      if (mirrored) numbers.push_back(*mirrored);
    }
    numbers.push_back(*row.baseline);
  }
  if (row.expected) numbers.push_back(*row.expected);
  return numbers;
}

// Whether both ends give the figure the same digits up to that place.
bool prints_alike(const Figure& low, const Figure& high, int places) {
  if (!low || !high) return !low && !high;
  const Result<Decimal> a = round(*low, places, Rounding::floor);
  const Result<Decimal> b = round(*high, places, Rounding::floor);
  return a && b && *a == *b;
}

bool is_certain(const ReportRow& row, const Plan& plan, const PlainRate& rate, int certain) {
  ReportRow low = row;
  ReportRow high = row;
  low.actual = in_measure(rate.below, plan, row);
  high.actual = in_measure(rate.above, plan, row);
  if (!low.actual || !high.actual) return false;
  const std::vector<Ratio> numbers = compared_with(row, plan);
  if (std::any_of(numbers.begin(), numbers.end(), [&](const Ratio& number) {
        return *low.actual <= number && number <= *high.actual;
      })) {
    return false;
  }
  derive_all(low, plan);
  derive_all(high, plan);
  return std::all_of(kFields.begin(), kFields.end(), [&](Field field) {
    return prints_alike(figure(low, field), figure(high, field), certain + 1);
  });
}

}  // namespace

bool is_of_years(const Period& window) {
  const std::optional<int> months = window.months_long();
  return months && *months % 12 == 0 && *months > 12;
}

Period year_of(const Period& window, int number) {
  return *Period::of(*window.start().plus_months(std::int64_t{12} * (number - 1)),
                     *window.start().plus_months(std::int64_t{12} * number));
}

int years_over(const Period& window, Date as_of) {
  int over = 0;
  while (over < *window.months_long() / 12 && year_of(window, over + 1).last_day() <= as_of) ++over;
  return over;
}

namespace {

// From a day to a later one, or the same; nothing where these are no whole years.
std::optional<int> years_between(Date from, Date to) {
  for (int years = 0;; ++years) {
    const Result<Date> day = from.plus_months(std::int64_t{12} * years);
    if (!day || *day > to) return std::nullopt;
    if (*day == to) return years;
  }
}

// Who was asked, where the unit of the row, on a map, is all of it and nothing more.
std::optional<Index> whole_origin(const ReportRow& row) {
  if (row.not_carried != Errc::none || row.origins.size() > 1) return std::nullopt;
  if (row.origins.empty()) return row.unit;
  const Portion& origin = row.origins.front();
  return origin == Portion{origin.unit} ? std::optional(origin.unit) : std::nullopt;
}

bool same_area(const ReportRow& row, const Plan& plan, Index origin, Date then,
               const std::optional<Date>& map) {
  if (!map) return true;
  const Date from = std::min(then, *map);
  const Date until = std::max(row.period.last_day(), *map);
  return !plan.unit_map().area_changes(row.unit, from, until) &&
         !plan.unit_map().area_changes(origin, from, until);
}

// Of the same seat, in which a unit that has set itself the target still does on a map.
bool is_of_what_grows(const ReportRow& row, const Plan& plan, Index origin, Index target) {
  const TargetLinks& links = plan.target_links()[target];
  const Index assigner = links.assigner == origin ? row.unit : links.assigner;
  return links.indicator == plan.base_of(row.indicator) && links.unit == origin &&
         links.project == row.project && assigner == row.assigner &&
         plan.targets().period(target) == row.period;
}

}  // namespace

std::optional<StatedBase> stated_base(const ReportRow& row, const Plan& plan, Date decided,
                                      const std::optional<Date>& map) {
  if (row.kind != RowKind::target && row.kind != RowKind::component) return std::nullopt;
  const std::optional<Index> origin = whole_origin(row);
  if (!origin) return std::nullopt;
  for (const Index at : targets_in_force(plan, decided)) {
    if (!is_of_what_grows(row, plan, *origin, at)) continue;
    const std::optional<Baseline> stated = plan.targets().baseline(at);
    if (!stated || !stated->period || stated->period->months_long() != 12) continue;
    const std::optional<int> years = years_between(stated->period->end(), row.period.start());
    if (years && same_area(row, plan, *origin, stated->period->start(), map)) {
      return StatedBase{at, stated->value, *years};
    }
  }
  return std::nullopt;
}

Result<PlainRate> plain_rate(const Growth& growth, int digits) {
  const Result<Ratio> ratio = growth.last / growth.first;
  if (!ratio) return ratio.error();
  if (const Result<Ratio> root = exact_root(*ratio, growth.periods)) {
    const Result<Ratio> rate = *root - Ratio(1);
    if (!rate) return rate.error();
    return PlainRate{*rate};
  }
  const Result<Decimal> percent = average_growth(growth, digits - 2, Rounding::floor);
  const Result<Decimal> unit = Decimal::of(5, digits + 1);
  if (!percent || !unit) return error(Errc::number_too_long);
  const Result<Ratio> below = Ratio(*percent) / Ratio(100);
  const Result<Ratio> value = below + Ratio(*unit);
  const Result<Ratio> above = value + Ratio(*unit);
  if (!above) return above.error();
  return PlainRate{*value, digits, *below, *above};
}

void settle_average(ReportRow& row, const Plan& plan, int certain) {
  for (int digits = certain + kSpareDigits;; digits *= 2) {
    const Result<PlainRate> rate = plain_rate(*row.average, digits);
    if (rate && !is_certain(row, plan, *rate, certain)) continue;
    row.actual = rate ? in_measure(rate->value, plan, row) : Figure(rate.error().code);
    row.cut = rate ? rate->cut : std::nullopt;
    return;
  }
}

ReportRow finer(const ReportRow& row, const Plan& plan, int certain) {
  ReportRow result = row;
  settle_average(result, plan, certain);
  derive_all(result, plan);
  return result;
}

namespace {

// The number of a row in percent, as rates are compared.
Ratio in_percent(const Plan& plan, const ReportRow& row, const Ratio& number) {
  const Result<Ratio> percent = Ratio(100) * number * factor_of(plan, row);
  return percent ? *percent : number;
}

}  // namespace

std::strong_ordering compare_actual(const Plan& plan, const ReportRow& row, const Ratio& number) {
  const auto exactly = *row.actual <=> number;
  if (!row.cut) return exactly;
  const auto by_powers = compare_growth(*row.average, in_percent(plan, row, number));
  return by_powers ? *by_powers : exactly;
}

std::strong_ordering compare_actuals(const Plan& plan, const ReportRow& a, const ReportRow& b) {
  if (!b.cut) return compare_actual(plan, a, *b.actual);
  if (!a.cut) return 0 <=> compare_actual(plan, b, *a.actual);
  const auto by_powers = compare_growths(*a.average, 1, *b.average);
  return by_powers ? *by_powers : *a.actual <=> *b.actual;
}

}  // namespace tiendo
