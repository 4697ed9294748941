// Tested by tests/unit/engine/over_time_test.cpp, actual_test.cpp, series_test.cpp there and
// tests/oracle/engine_oracle_test.cpp.
//
// What one unit, or project, has reported of a window, as one number by the rule over time.

#include <algorithm>

#include "engine/parts.hpp"
#include "engine/series.hpp"

namespace tiendo {
namespace {

// The first day that the number of a report covers.
Date first_day(const Fact& fact, const Period& window, TimeRule rule) {
  switch (fact.form) {
    case Form::increment: break;
    case Form::to_date: return window.start();
    case Form::level:
      if (rule == TimeRule::last) return fact.period.last_day();
  }
  return fact.period.start();
}

bool is_number(const Fact& fact) { return fact.standing == Standing::value; }
bool is_result(const Fact& fact) { return is_number(fact) || is_other_result(fact.standing); }

// Why the reports of a cell make no number; `trouble` is what came of adding them.
Errc reason_of(const Selection& selection, Errc repeated, Errc trouble) {
  const auto any = [&selection](Standing standing) {
    return std::any_of(selection.used.begin(), selection.used.end(),
                       [&](const Fact& fact) { return fact.standing == standing; });
  };
  if (selection.fault != Errc::none) return selection.fault;
  if (repeated != Errc::none) return repeated;
  if (any(Standing::withheld)) return Errc::withheld;
  if (trouble != Errc::none) return trouble;
  if (any(Standing::words)) return Errc::words_result;
  if (any(Standing::range)) return Errc::range_result;
  if (any(Standing::value)) return Errc::none;
  return selection.used.empty() ? Errc::no_data : Errc::not_applicable;
}

// Whether it is the report whose parts were taken.
bool is_chosen(const Fact& fact, const Result<Ratio>& factor, const Ratio& numerator,
               const Ratio& denominator) {
  if (!factor) return false;
  const Result<Ratio> reported = Ratio(fact.value) * *factor;
  return reported && *reported == numerator && Ratio(fact.denominator) == denominator;
}

}  // namespace

// A running total that counts for its window starts with it.
bool SoleReport::covers(const Period& period) const {
  switch (fact.form) {
    case Form::increment: break;
    case Form::to_date:
      return window.start() == period.start() && fact.period.end() == period.end();
    case Form::level:
      if (rule == TimeRule::last) return fact.period.end() == period.end();
  }
  return fact.period == period;
}

std::vector<int> weights_over_time(const std::vector<Fact>& used) {
  const bool in_months = std::all_of(used.begin(), used.end(), [](const Fact& fact) {
    return !is_number(fact) || fact.period.whole_months();
  });
  std::vector<int> weights;
  for (const Fact& fact : used) {
    const Period& period = fact.period;
    weights.push_back(!is_number(fact) ? 0
                      : in_months      ? *period.whole_months()
                                       : static_cast<int>(period.days()));
  }
  return weights;
}

// More than the highest of all is more than each; less than it only where nothing else may be as
// high. What lies on neither side for certain is near it.
Qualifier hedge_of_extreme(const std::vector<HedgedNumber>& numbers, bool highest) {
  if (numbers.empty()) return Qualifier::exact;
  const auto less = [](const HedgedNumber& a, const HedgedNumber& b) { return a.value < b.value; };
  const auto best = highest ? std::max_element(numbers.begin(), numbers.end(), less)
                            : std::min_element(numbers.begin(), numbers.end(), less);
  const Qualifier beyond = highest ? Qualifier::over : Qualifier::under;
  const Qualifier within = highest ? Qualifier::under : Qualifier::over;
  bool is_beyond = false;
  bool all_within = true;  // of those that are as high as the highest
  bool certain = true;
  for (const HedgedNumber& one : numbers) {
    const bool extreme = one.value == best->value;
    is_beyond = is_beyond || (extreme && one.qualifier == beyond);
    all_within = all_within && (!extreme || one.qualifier == within);
    certain = certain && (one.qualifier == Qualifier::exact || one.qualifier == within);
  }
  if (is_beyond) return beyond;
  if (!certain) return Qualifier::about;
  return all_within ? within : Qualifier::exact;
}

ActualReader::Parts ActualReader::own(const Question& question, SourceRole role) const {
  Selection selection = select(log_, question);
  const Errc repeated = leave_out_repeated(question, selection);
  Parts parts;
  parts.coverage = due(question.window, question.as_of, selection.in_months);
  parts.coverage.reported = selection.covered;
  parts.spans = selection.spans;
  if (is_ratio(question.indicator) && !selection.used.empty()) parts.denominator = 0;
  parts.reason = reason_of(selection, repeated, add_up(question, selection.used, parts));
  if (selection.used.size() == 1 && selection.fault == Errc::none) {
    parts.sole = {question.unit, question.project, selection.used.front(), question.window,
                  time_rule_of(plan_.indicators()[question.indicator])};
  }
  if (numbers_ && parts.reason == Errc::none) {
    parts.numerator_at = number_of(selection, parts, TraceTerm::From::report);
    if (is_ratio(question.indicator)) {
      parts.denominator_at = number_of(selection, parts, TraceTerm::From::denominator);
    }
    about(question, parts);
  }
  keep(role, question, std::move(selection), parts);
  return parts;
}

// For the trace: how the reports make the numerator, or the denominator.
NumberAt ActualReader::number_of(const Selection& selection, const Parts& parts,
                                 TraceTerm::From part) const {
  const bool upper = part == TraceTerm::From::report;
  const Ratio& value = upper ? parts.numerator : parts.denominator;
  const Indicator& definition = plan_.indicators()[selection.used.front().indicator];
  const TimeRule rule = time_rule_of(definition);
  const bool extreme = rule == TimeRule::max || rule == TimeRule::min;
  const bool of_quotients = extreme && is_ratio(selection.used.front().indicator);
  const std::vector<int> weights = weights_over_time(selection.used);
  TraceTerms terms;
  for (std::size_t i = 0; i < selection.used.size(); ++i) {
    const Fact& fact = selection.used[i];
    if (!is_number(fact)) continue;
    const Result<Ratio> crossing = bridge(definition, fact.period.last_day(), *parts.last);
    const Ratio factor = upper && crossing ? *crossing : Ratio(1);
    const Decimal& reported = upper ? fact.value : fact.denominator;
    // Of the quotients one counts, and both its parts with it.
    if (of_quotients && !is_chosen(fact, crossing, parts.numerator, parts.denominator)) continue;
    if (rule == TimeRule::mean) {
      terms.add_weighted(reported, part, fact.row, factor, weights[i]);
    } else {
      terms.add_report(reported, part, fact.row, factor);
    }
    if (of_quotients) break;
  }
  switch (rule) {
    case TimeRule::mean: return numbers_.mean("mean_over_time@1", terms, value);
    case TimeRule::max:
    case TimeRule::min:
      if (!of_quotients) return numbers_.one_of(name_of(rule), terms, value);
      return numbers_.sum(rule == TimeRule::max ? "highest_ratio@1" : "lowest_ratio@1", terms,
                          value);
    case TimeRule::last: return numbers_.sum("latest@1", terms, value);
    default: return numbers_.sum("ytd@1", terms, value);
  }
}

// Every number into one; the first thing that is wrong with them. What is no number is never added.
Errc ActualReader::add_up(const Question& question, const std::vector<Fact>& used,
                          Parts& parts) const {
  const Indicator& definition = plan_.indicators()[question.indicator];
  const TimeRule rule = time_rule_of(definition);
  const bool one_after_another = rule == TimeRule::sum || rule == TimeRule::last;
  Errc trouble = Errc::none;
  const auto blame = [&trouble](Errc why) {
    if (trouble == Errc::none) trouble = why;
  };
  std::vector<Fact> numbers;
  bool all_numbers = true;
  for (const Fact& fact : used) {
    if (!is_result(fact)) continue;
    parts.hedge(fact.status, fact.qualifier);
    const Date last = fact.period.last_day();
    if (fact.standing != Standing::words &&
        crosses_break(definition, first_day(fact, question.window, rule), last)) {
      blame(Errc::series_break);
    }
    all_numbers = all_numbers && is_number(fact);
    if (!is_number(fact)) continue;
    if (!one_after_another) {
      numbers.push_back(fact);
      continue;
    }
    blame(bring_to(last, question.indicator, parts));
    if (!add(parts.numerator, fact.value)) blame(Errc::number_too_long);
    const bool ratio = is_ratio(question.indicator);
    if (ratio && !add(parts.denominator, fact.denominator)) blame(Errc::number_too_long);
  }
  const Qualifier hedge = parts.qualifier;
  if (!numbers.empty()) blame(spread(question, numbers, parts));
  if (!all_numbers || trouble != Errc::none) parts.qualifier = hedge;
  return trouble;
}

// The mean, the highest or the lowest of numbers that each speak for a time of their own, in the
// series of the latest. Of a ratio the mean is that of the numerators over that of the
// denominators, and the highest is that of the quotients; where there was nothing to count (0/0) is
// none.
Errc ActualReader::spread(const Question& question, const std::vector<Fact>& numbers,
                          Parts& parts) const {
  const Indicator& definition = plan_.indicators()[question.indicator];
  const TimeRule rule = time_rule_of(definition);
  const bool ratio = is_ratio(question.indicator);
  const std::vector<int> weights = weights_over_time(numbers);
  parts.last = numbers.back().period.last_day();  // they are in the order of time
  Ratio total;
  std::vector<HedgedNumber> values;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Fact& fact = numbers[i];
    const Result<Ratio> factor = bridge(definition, fact.period.last_day(), *parts.last);
    if (!factor) return factor.error().code;
    const Result<Ratio> numerator = Ratio(fact.value) * *factor;
    if (!numerator) return numerator.error().code;
    if (rule == TimeRule::mean) {
      const Ratio weight(weights[i]);
      const Result<Ratio> over = *numerator * weight;
      const Result<Ratio> under = Ratio(fact.denominator) * weight;
      if (!over || !add(parts.numerator, *over) || !add(total, weight)) {
        return Errc::number_too_long;
      }
      if (ratio && (!under || !add(parts.denominator, *under))) return Errc::number_too_long;
      continue;
    }
    if (ratio && fact.denominator.is_zero()) {
      if (fact.value.is_zero()) continue;
      return Errc::denominator_zero;
    }
    const Result<Ratio> value = *numerator / Ratio(fact.denominator);
    if (!value) return value.error().code;
    const bool first = values.empty();
    const Ratio best = first ? *value : *(parts.numerator / parts.denominator);
    if (first || (rule == TimeRule::max ? best < *value : *value < best)) {
      parts.numerator = *numerator;
      parts.denominator = fact.denominator;
    }
    values.push_back({*value, fact.qualifier});
  }
  if (rule != TimeRule::mean) {
    parts.qualifier = hedge_of_extreme(values, rule == TimeRule::max);
    return Errc::none;
  }
  const Result<Ratio> over = parts.numerator / total;
  const Result<Ratio> under = ratio ? parts.denominator / total : Result<Ratio>(Ratio(1));
  if (!over || !under) return Errc::number_too_long;
  parts.numerator = *over;
  parts.denominator = *under;
  return Errc::none;
}

// For the trace: each number with what it was multiplied by.
void ActualReader::keep(SourceRole role, const Question& question, Selection selection,
                        Parts& parts) const {
  parts.first_source = parts.end_source = source_count();
  if (!sources_ || (selection.used.empty() && selection.set_aside.empty())) return;
  const Indicator& definition = plan_.indicators()[question.indicator];
  TraceSource source{role, question, std::move(selection), {}};
  for (const Fact& fact : source.selection.used) {
    const Date last = fact.period.last_day();
    const Result<Ratio> factor = bridge(definition, last, parts.last.value_or(last));
    source.factors.push_back(factor ? *factor : Ratio(1));
  }
  if (time_rule_of(definition) == TimeRule::mean) {
    source.weights = weights_over_time(source.selection.used);
  }
  sources_->push_back(std::move(source));
  ++parts.end_source;
}

}  // namespace tiendo
