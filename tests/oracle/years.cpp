// Tested by tests/oracle/years_oracle_test.cpp and map_years_oracle_test.cpp there, against the
// engine: either may be wrong.

#include "years.hpp"

#include <string>

namespace tiendo::oracle {
namespace {

Ratio power(const Ratio& value, int exponent) {
  Ratio product(1);
  for (int i = 0; i < exponent; ++i) product = *(product * value);
  return product;
}

// The largest decimal with so many digits after the point whose power is not beyond the value,
// which is not below zero: found digit by digit.
Ratio root_below(const Ratio& value, int degree, int digits) {
  Ratio step(1);
  while (power(step, degree) <= value) step = *(step * Ratio(10));
  Ratio root;
  for (const Ratio last = *Ratio::parse("1/1" + std::string(static_cast<std::size_t>(digits), '0'));
       step >= last; step = *(step / Ratio(10))) {
    while (power(*(root + step), degree) <= value) root = *(root + step);
  }
  return root;
}

// Of a fraction in lowest terms both numbers have to be powers.
std::optional<Ratio> fraction_root(const Ratio& value, int degree) {
  const std::string text = value.to_string();
  const std::size_t bar = text.find('/');
  const Ratio over = *Ratio::parse(text.substr(0, bar), Decimal::kMaxDigits);
  const Ratio under = bar == std::string::npos
                          ? Ratio(1)
                          : *Ratio::parse(text.substr(bar + 1), Decimal::kMaxDigits);
  const Ratio a = root_below(over, degree, 0);
  const Ratio b = root_below(under, degree, 0);
  if (power(a, degree) != over || power(b, degree) != under) return std::nullopt;
  return *(a / b);
}

Period next_year(const Period& year) {
  return *Period::of(*year.start().plus_months(12), *year.end().plus_months(12));
}

// How many years the value of the last one stands behind the first.
int years_apart(Period first, const Period& last) {
  int years = 0;
  for (; first != last; first = next_year(first)) ++years;
  return years;
}

}  // namespace

bool is_of_years(const Period& window) {
  const std::optional<int> months = months_between(window.start(), window.end());
  return months && (*months == 24 || (*months > 24 && *months % 12 == 0));
}

std::optional<Date> end_of_years_over(const Period& window, Date as_of) {
  std::optional<Date> last;
  for (Date day = window.start(); day < window.end(); day = *day.plus_months(12)) {
    const Date end = *day.plus_months(12)->plus_days(-1);
    if (end <= as_of) last = end;
  }
  return last;
}

void take_growth(Years& years, const Growth& growth, const Ratio& factor) {
  if (growth.first.is_zero() || growth.first.sign() < 0 || growth.last.sign() < 0) {
    years.figure.value = growth.first.is_zero() ? Errc::base_zero : Errc::growth_without_base;
    return;
  }
  const Ratio times = *(growth.last / growth.first);
  const std::optional<Ratio> exact = fraction_root(times, growth.periods);
  const Ratio nearly =
      *(root_below(times, growth.periods, 40) + *Ratio::parse("5/1" + std::string(41, '0')));
  const Ratio rate = *((exact ? *exact : nearly) - Ratio(1));
  years.figure.value = *(rate / factor);
  years.growth = growth;
  years.cut = !exact;
}

Years average_of_years(const ObservationLog& log, const Place& place, const Base& base,
                       const std::optional<StatedYear>& stated) {
  const Plan& plan = log.plan();
  Years years;
  Reached& figure = years.figure;
  figure.value = Errc::no_full_year;
  const Period first = *Period::of(place.window.start(), *place.window.start().plus_months(12));
  Place grows = place;
  grows.indicator = plan.base_of(place.indicator);
  std::optional<Period> last;  // the latest that is there as a whole
  Reached now;
  bool partly = false;
  Errc fault = Errc::none;
  for (Period year = first; year.last_day() <= place.as_of && year.end() <= place.window.end();
       year = next_year(year)) {
    grows.window = year;
    grows.as_of = year.last_day();
    figure.coverage.expected += 12;
    const Reached one = reached(log, grows, 0, base);
    const bool all_there = one.coverage.reported >= one.coverage.expected;
    const bool whole =
        one.value && (base.leave_out || (all_there && one.stretches == std::vector{year}));
    const Errc why = one.value.reason;
    if (whole) {
      last = year;
      now = one;
      figure.coverage.reported = figure.coverage.expected;
      if (!all_there) {  // of its last year not all is there
        figure.coverage.reported -= 12;
        if (one.coverage.of == Coverage::Of::months) {
          figure.coverage.reported += one.coverage.reported;
        }
      }
      fault = Errc::none;
    } else if (one.value) {
      partly = true;
      figure.value = Errc::partial_coverage;
    } else if (why != Errc::no_data && why != Errc::not_applicable) {
      fault = why;  // of a year that nobody can read nothing is known, nor is it passed over
    } else {
      figure.value = why;
    }
  }
  if (fault != Errc::none) {
    figure.value = fault;
    figure.coverage.reported = 0;
    return years;
  }
  if (!last) {
    if (partly) figure.value = Errc::partial_coverage;
    return years;
  }
  if (!now.stretches.empty()) {
    figure.stretches = {*Period::of(place.window.start(), now.stretches.back().end())};
  }
  figure.used = now.used;
  figure.day = now.day;
  Growth growth{0, *now.value, 0};
  if (stated) {
    growth.first = stated->value;
    growth.periods = years_apart(stated->year, *last);
  } else {
    // As of the first year: the year before it, whatever came later.
    grows.window = first;
    Reached asked = now;
    asked.stretches = {first};
    const Reached before =
        year_before(log, grows, asked, base, rule_for(plan, place.indicator, base));
    if (!before.value) {
      const Errc why = before.value.reason;
      figure.value = why == Errc::not_applicable ? Errc::no_base : why;
      return years;
    }
    growth.first = *before.value;
    growth.periods = 1 + years_apart(first, *last);
    for (Fact fact : before.used) {
      if (fact.qualifier != Qualifier::exact) fact.qualifier = Qualifier::about;
      figure.used.push_back(fact);
    }
  }
  take_growth(years, growth, plan.measure_of(plan.indicators()[place.indicator]).factor);
  return years;
}

}  // namespace tiendo::oracle
