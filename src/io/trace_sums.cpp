// Tested by tests/unit/io/trace_writer_test.cpp and tests/cli/explain_test.py, which computes them.

#include "io/trace_sums.hpp"

namespace tiendo {

std::string exact_number(const Ratio& value, NumberFormat numbers) {
  const Result<Decimal> decimal = value.to_decimal();
  return decimal ? format(*decimal, numbers) : value.to_string();
}

namespace {

// In brackets when it is more than one number, or a negative one.
std::string bracketed(const std::string& text) {
  return text.find(' ') != std::string::npos || text.starts_with('-') ? '(' + text + ')' : text;
}

void add_term(std::string& sum, const std::string& term) {
  sum += sum.empty() ? term : " + " + bracketed(term);
}

void add_term(std::string& sum, const Decimal& term, const Ratio& factor, NumberFormat numbers) {
  std::string text = format(term, numbers);
  if (factor != Ratio(1)) {
    text = (text.starts_with('-') && sum.empty() ? text : bracketed(text)) + " * " +
           exact_number(factor, numbers);
  }
  sum += sum.empty() ? text : " + " + (factor == Ratio(1) ? bracketed(text) : text);
}

}  // namespace

std::string TraceSums::text(Index indicator, SourceRole role, const Period& window) const {
  if (trace_.row.condition.kind == ConditionKind::yes) return least(indicator, role, window);
  std::string numerators;
  std::string denominators;
  for (const TraceSource& source : trace_.sources) {
    if (source.role != role || source.question.indicator != indicator ||
        !window.contains(source.question.window)) {
      continue;
    }
    if (is_spread(indicator)) {
      add_cell(source, numerators, denominators);
      continue;
    }
    for (std::size_t i = 0; i < source.selection.used.size(); ++i) {
      const Fact& fact = source.selection.used[i];
      if (fact.standing != Standing::value) continue;
      const Result<Ratio> factor = source.factors[i] * source.share;
      add_term(numerators, fact.value, factor ? *factor : source.share, numbers_);
      add_term(denominators, fact.denominator, source.share, numbers_);
    }
  }
  if (numerators.empty()) return growth(indicator, window);
  if (plan_.indicators()[indicator].kind != IndicatorKind::ratio) return numerators;
  if (denominators.empty()) return numerators + " / " + factor(indicator);
  return bracketed(numerators) + " / " + bracketed(denominators) + " / " + factor(indicator);
}

// Whether a mean, the highest or the lowest over time is made.
bool TraceSums::is_spread(Index indicator) const {
  const TimeRule rule = time_rule_of(plan_.indicators()[indicator]);
  return rule != TimeRule::sum && rule != TimeRule::last;
}

// "(10 * 1 + 12 * 2) / 3" of a mean, also of each of the parts of a ratio; "max(10; 12)", of a
// ratio "max(45 / 60; 40 / 50)".
void TraceSums::add_cell(const TraceSource& source, std::string& numerators,
                         std::string& denominators) const {
  const Indicator& definition = plan_.indicators()[source.question.indicator];
  const bool ratio = definition.kind == IndicatorKind::ratio;
  const bool mean = !source.weights.empty();
  std::string over;
  std::string under;
  int total = 0;
  int count = 0;
  for (std::size_t i = 0; i < source.selection.used.size(); ++i) {
    const Fact& fact = source.selection.used[i];
    if (fact.standing != Standing::value) continue;
    ++count;
    if (mean) {
      total += source.weights[i];
      const Result<Ratio> weight = source.factors[i] * Ratio(source.weights[i]);
      add_term(over, fact.value, weight ? *weight : Ratio(1), numbers_);
      add_term(under, fact.denominator, Ratio(source.weights[i]), numbers_);
      continue;
    }
    if (ratio && fact.denominator.is_zero()) continue;
    std::string one;
    add_term(one, fact.value, source.factors[i], numbers_);
    if (ratio) one = bracketed(one) + " / " + bracketed(format(fact.denominator, numbers_));
    over += (over.empty() ? "" : "; ") + one;
  }
  if (count == 0) return;
  const auto shared = [&](const std::string& text) {
    return source.share == Ratio(1)
               ? text
               : bracketed(text) + " * " + exact_number(source.share, numbers_);
  };
  if (mean) {
    const std::string by = " / " + std::to_string(total);
    add_term(numerators, shared(bracketed(over) + by));
    add_term(denominators, shared(bracketed(under) + by));
  } else {
    const bool several = over.find(';') != std::string::npos;
    const std::string rule(name_of(time_rule_of(definition)));
    add_term(numerators, shared(several ? rule + '(' + over + ')' : over));
  }
}

// Of a fact: what each cell says, and the least of them where there are several.
std::string TraceSums::least(Index indicator, SourceRole role, const Period& window) const {
  std::string cells;
  bool several = false;
  for (const TraceSource& source : trace_.sources) {
    if (source.role != role || source.question.indicator != indicator ||
        source.question.window != window) {
      continue;
    }
    std::string sum;
    for (const Fact& fact : source.selection.used) {
      if (fact.standing == Standing::value) add_term(sum, fact.value, 1, numbers_);
    }
    if (sum.empty()) continue;
    several = several || !cells.empty();
    cells += (cells.empty() ? "" : "; ") + sum;
  }
  return several ? "min(" + cells + ')' : cells;
}

std::string TraceSums::growth(Index indicator, const Period& window) const {
  const Result<Period> before = window.year_before();
  const Index base = plan_.base_of(indicator);
  if (base == kNone || !before) return {};
  const std::string now = text(base, SourceRole::actual, window);
  const std::string then = text(base, SourceRole::same_period, *before);
  if (now.empty() || then.empty()) return {};
  std::string rate =
      '(' + bracketed(now) + " - " + bracketed(then) + ") / |" + then + "| / " + factor(indicator);
  for (const TraceSource& source : trace_.sources) {
    if (source.question.indicator != base || source.question.window != window) continue;
    if (source.rate_factor == Ratio(1)) break;
    return rate + " * " + exact_number(source.rate_factor, numbers_);
  }
  return rate;
}

std::string TraceSums::factor(Index indicator) const {
  return exact_number(plan_.measure_of(plan_.indicators()[indicator]).factor, numbers_);
}

}  // namespace tiendo
