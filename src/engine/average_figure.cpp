// Tested by tests/unit/engine/average_test.cpp and tests/oracle/years_oracle_test.cpp.
//
// The average growth a year over several whole years, from the values of two of them.

#include "engine/average.hpp"
#include "engine/parts.hpp"

namespace tiendo {
namespace {

// As much as is nearly always enough; what needs more digits gets them (average.cpp).
constexpr int kFirstDigits = kCertainDigits + 6;

// How many of the months up to the end of the year of that number are there.
int months_reported(const Actual& figure, int number) {
  if (figure.coverage.complete()) return 12 * number;
  const bool in_months = figure.coverage.of == Coverage::Of::months;
  return 12 * (number - 1) + (in_months ? figure.coverage.reported : 0);
}

}  // namespace

// Whether the figure is one of all of the year; or one at all, where the rest is left out.
bool ActualReader::is_whole(const Actual& figure, const Period& year) const {
  if (!figure.value || leaves_out()) return !!figure.value;
  return figure.coverage.complete() && figure.spans == std::vector{year};
}

// To the latest year that is there as a whole. One that could not be read is not passed over.
Average ActualReader::average(const Question& question,
                              const std::optional<StatedBase>& stated) const {
  Average average;
  Actual& result = average.figure;
  const int over = years_over(question.window, question.as_of);
  result.value = Errc::no_full_year;
  result.coverage = {0, 12 * over, Coverage::Of::months};
  Question year = question;
  year.indicator = plan_.base_of(question.indicator);
  bool partly = false;
  for (int number = over; number > 0; --number) {
    year.window = year_of(question.window, number);
    year.as_of = year.window.last_day();
    const Actual now = finish(parts(year, SourceRole::actual, 0), year.indicator);
    const Errc why = now.value.reason;
    if (is_whole(now, year.window)) {
      result.coverage.reported = months_reported(now, number);
      average.growth = Growth{0, *now.value, number};
      grow(year, question, now, stated, average);
      return average;
    }
    const bool silent = now.value || why == Errc::no_data || why == Errc::not_applicable;
    partly = partly || now.value;
    if (number == over || !silent) result.value = why;
    if (!silent) return average;
  }
  if (partly) result.value = Errc::partial_coverage;
  return average;
}

// With the value of its last year `now`.
void ActualReader::grow(const Question& year, const Question& question, const Actual& now,
                        const std::optional<StatedBase>& stated, Average& average) const {
  Actual& result = average.figure;
  Growth growth = *average.growth;
  average.growth.reset();
  if (!now.spans.empty()) {
    result.spans = {*Period::of(question.window.start(), now.spans.back().end())};
  }
  result.last = now.last;
  result.status = now.status;
  result.qualifier = now.qualifier;
  Question before = year;
  before.window = question.window;
  const Figure first = stated ? Figure(stated->value)
                              : base_of_years(before, question.indicator, *now.last, average);
  result.value = first.reason;
  if (!first) return;
  growth.first = *first;
  if (stated) growth.periods += stated->years;
  if (growth.first.is_zero()) {
    result.value = Errc::base_zero;
    return;
  }
  if (growth.first.sign() < 0 || growth.last.sign() < 0) {
    result.value = Errc::growth_without_base;
    return;
  }
  const Result<PlainRate> rate = plain_rate(growth, kFirstDigits);
  result.value =
      rate ? Figure(rate->value /
                    Ratio(plan_.measure_of(plan_.indicators()[question.indicator]).factor))
           : Figure(rate.error().code);
  if (!result.value) return;
  average.growth = growth;
  average.cut = rate->cut;
  if (!numbers_) return;
  average.terms.insert(average.terms.begin(),
                       {{"n", growth.periods, TraceTerm::From::years},
                        {"A", growth.last, TraceTerm::From::number, *now.number}});
  if (stated) {
    average.terms.push_back({"B", growth.first, TraceTerm::From::target, stated->target});
  }
}

// What grows in the year before the window, by the rule of the growth, in the series of the day
// `to`. Growth on a base of which only a bound is known has none itself.
Figure ActualReader::base_of_years(const Question& year, Index growth, Date to,
                                   Average& average) const {
  Question before = of_base(year, rule_of(growth));
  before.window = year_of(year.window, 0);
  before.as_of = before.window.last_day();
  Parts sum = parts(before, SourceRole::year_before, 0);
  const Actual then = finish(sum, before.indicator);
  const Errc why = then.value.reason;
  if (why == Errc::no_data || why == Errc::not_applicable) return Errc::no_base;
  if (!then.value) return why;
  if (!is_whole(then, before.window)) return Errc::partial_coverage;
  sum.reason = bring_to(to, before.indicator, sum);
  const Actual brought = finish(sum, before.indicator);
  if (!brought.value) return brought.value;
  Actual& result = average.figure;
  if (brought.status)
    result.status = std::min(result.status.value_or(*brought.status), *brought.status);
  if (brought.qualifier != Qualifier::exact) result.qualifier = Qualifier::about;
  if (numbers_) {
    average.terms.push_back({"B", *brought.value, TraceTerm::From::number, *brought.number});
  }
  return brought.value;
}

NumberAt ActualReader::note_average(const Question& question, const Average& average,
                                    const Ratio& value, std::optional<int> cut) const {
  const Ratio factor = plan_.measure_of(plan_.indicators()[question.indicator]).factor;
  const Result<Ratio> rate = value * factor;
  if (!numbers_ || !rate) return std::nullopt;
  TraceNumber number{"average_growth@1",   kNone,         kNone, kNone, {},
                     "root(n; A / B) - 1", average.terms, *rate, cut};
  const NumberAt at = numbers_.note(std::move(number));
  numbers_.about(at, question);
  return numbers_.divided(
      "in_measure@1",
      {{"N", *rate, TraceTerm::From::number, *at}, {"m", factor, TraceTerm::From::measure}}, value);
}

}  // namespace tiendo
