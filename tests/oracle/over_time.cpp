// Tested by tests/oracle/engine_oracle_test.cpp, against the engine: either may be wrong.

#include "over_time.hpp"

#include <algorithm>

namespace tiendo::oracle {

// The mean of all: each counts for its months, or for its days where one of them is no months.
std::vector<Term> mean_of(const std::vector<Told>& all) {
  std::int64_t months = 0;
  std::int64_t days = 0;
  bool whole = true;
  for (const Told& one : all) {
    whole = whole && one.period.whole_months();
    months += one.period.whole_months().value_or(0);
    days += one.period.days();
  }
  std::vector<Term> terms;
  for (const Told& one : all) {
    const Ratio part = whole ? *(Ratio(*one.period.whole_months()) / Ratio(months))
                             : *(Ratio(one.period.days()) / Ratio(days));
    terms.push_back({one.term.day, *(one.term.numerator * part), *(one.term.denominator * part)});
  }
  return terms;
}

Qualifier hedge_of_peak(const std::vector<Hedged>& all, bool highest) {
  // What the peak may be at least and at most, where a bound is beyond its number by a very little
  // or by very much.
  const Ratio little = *(Ratio(1) / Ratio(1'000'000'000));
  const Ratio much(1'000'000'000);
  std::vector<Ratio> least;
  std::vector<Ratio> most;
  std::vector<Ratio> said;
  bool about = false;
  for (const Hedged& one : all) {
    about = about || one.qualifier == Qualifier::about;
    const bool over = one.qualifier == Qualifier::over;
    const bool under = one.qualifier == Qualifier::under;
    said.push_back(one.value);
    least.push_back(over ? *(one.value + little) : under ? *(one.value - much) : one.value);
    most.push_back(over ? *(one.value + much) : under ? *(one.value - little) : one.value);
  }
  const auto peak = [highest](const std::vector<Ratio>& values) {
    return highest ? *std::max_element(values.begin(), values.end())
                   : *std::min_element(values.begin(), values.end());
  };
  if (highest && peak(least) > peak(said)) return Qualifier::over;
  if (!highest && peak(most) < peak(said)) return Qualifier::under;
  if (about || (peak(least) < peak(said) && peak(most) > peak(said))) return Qualifier::about;
  if (peak(most) < peak(said)) return Qualifier::under;
  if (peak(least) > peak(said)) return Qualifier::over;
  return peak(least) == peak(most) ? Qualifier::exact : Qualifier::about;
}

// The highest or the lowest of all, in the series of the latest; nothing where a quotient is of
// nothing. `hedge` is that of the result.
std::vector<Term> peak_of(const Indicator& indicator, const std::vector<Told>& all, bool highest,
                          Qualifier& hedge, Errc& why) {
  std::vector<Term> terms;
  for (const Told& one : all) terms.push_back(one.term);
  const Date day = latest_day(terms);
  std::vector<Hedged> values;
  std::optional<Term> best;
  std::optional<Ratio> peak;
  for (const Told& one : all) {
    if (one.term.denominator.is_zero() && one.term.numerator.is_zero()) continue;
    if (one.term.denominator.is_zero()) {
      why = Errc::denominator_zero;
      return {};
    }
    const Ratio numerator = *(one.term.numerator * *factor_between(indicator, one.term.day, day));
    const Ratio value = *(numerator / one.term.denominator);
    values.push_back({value, one.qualifier});
    if (peak && (highest ? value <= *peak : value >= *peak)) continue;
    peak = value;
    best = Term{day, numerator, one.term.denominator};
  }
  hedge = values.empty() ? Qualifier::exact : hedge_of_peak(values, highest);
  return {best.value_or(Term{day, 0, 0})};
}

}  // namespace tiendo::oracle
