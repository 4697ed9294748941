// Tested by tests/unit/engine/formula_figure_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// The figure of an indicator that is computed from others of the same unit, project and window.

#include <algorithm>
#include <set>

#include "engine/parts.hpp"
#include "engine/series.hpp"

namespace tiendo {
namespace {

// Whether less of what was due is there in the one than in the other.
bool is_worse(const Coverage& a, const Coverage& b) {
  const auto part = [](const Coverage& one, const Coverage& other) {
    return std::int64_t{one.reported} * std::max(other.expected, 1);
  };
  if (a.complete() || b.complete()) return b.complete() && !a.complete();
  return part(a, b) < part(b, a);
}

}  // namespace

bool ActualReader::is_formula(Index indicator) const {
  return plan_.formula_of(indicator) != nullptr;
}

Actual ActualReader::computed(const Question& question) const {
  return finish(formula(question, SourceRole::actual), question.indicator);
}

ActualReader::Parts ActualReader::formula(const Question& question, SourceRole role) const {
  Parts result;
  for (const Index reference : plan_.formula_of(question.indicator)->indicators) {
    Question asked = question;
    asked.indicator = reference;
    result.references.push_back(remembered(asked, role));
  }
  compute(question, result);
  about(question, result);
  return result;
}

// What is missing is so for the reason of the first reference that is. The worst coverage, the
// least final status; a formula of bounds is no bound.
void ActualReader::compute(const Question& question, Parts& result) const {
  const IndicatorFormula& formula = *plan_.formula_of(question.indicator);
  std::vector<Actual> figures;
  result.reason = Errc::none;
  bool alike = true;
  for (std::size_t i = 0; i < result.references.size(); ++i) {
    const Actual figure = finish(*result.references[i], formula.indicators[i]);
    if (result.reason == Errc::none) result.reason = figure.value.reason;
    const bool exact = figure.qualifier == Qualifier::exact;
    result.hedge(figure.status, exact ? Qualifier::exact : Qualifier::about);
    if (i == 0 || is_worse(figure.coverage, result.coverage)) result.coverage = figure.coverage;
    if (i == 0) result.spans = figure.spans;
    alike = alike && !figure.spans.empty() && figure.spans == result.spans;
    result.last = std::max(result.last, figure.last);
    figures.push_back(figure);
  }
  if (!alike) result.spans.clear();
  const bool apart = !alike && !leaves_out();
  if (result.reason == Errc::none && apart) result.reason = Errc::references_apart;
  if (result.reason != Errc::none) return;
  const Result<Ratio> value =
      formula.expression.evaluate([&](Index i) { return *figures[i].value; });
  result.reason = value ? Errc::none : value.error().code;
  if (!value) return;
  result.numerator = *value;
  result.combined = true;
  result.numerator_at = note_formula(question.indicator, figures, *value);
}

// For the trace: the formula with a letter for each figure.
NumberAt ActualReader::note_formula(Index indicator, const std::vector<Actual>& figures,
                                    const Ratio& value) const {
  if (!numbers_) return std::nullopt;
  std::vector<TraceTerm> terms;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (!figures[i].number) return std::nullopt;
    terms.push_back({"x" + std::to_string(i + 1), *figures[i].value, TraceTerm::From::number,
                     *figures[i].number});
  }
  const Expression& expression = plan_.formula_of(indicator)->expression;
  std::string text =
      expression.to_string([](Index reference) { return "x" + std::to_string(reference + 1); });
  return numbers_.note(
      {"formula@1", kNone, kNone, kNone, {}, std::move(text), std::move(terms), value});
}

// Computed anew from figures that are brought to the series of the day, each over its own breaks.
// Of what was reported as a figure nobody knows how a break of what it is made from would move it.
Errc ActualReader::bring_formula_to(Date to, Index indicator, Parts& sum) const {
  const std::vector<Index>& indicators = plan_.formula_of(indicator)->indicators;
  const Date from = sum.last.value_or(to);
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    if (sum.references.empty()) {
      if (breaks_between(indicators[i], from, to)) return Errc::series_break;
      continue;
    }
    sum.references[i] = brought(sum.references[i], indicators[i], to);
    if (sum.references[i]->reason != Errc::none) return sum.references[i]->reason;
  }
  if (!sum.references.empty()) {
    std::vector<Actual> figures;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      figures.push_back(finish(*sum.references[i], indicators[i]));
      if (!figures.back().value) return figures.back().value.reason;
    }
    const Result<Ratio> value = plan_.formula_of(indicator)->expression.evaluate(
        [&](Index i) { return *figures[i].value; });
    if (!value) return value.error().code;
    sum.numerator = *value;
    const NumberAt before = sum.numerator_at;
    sum.numerator_at = note_formula(indicator, figures, *value);
    numbers_.like(sum.numerator_at, before);
  }
  sum.last = std::max(from, to);
  return Errc::none;
}

std::shared_ptr<const ActualReader::Parts> ActualReader::brought(
    const std::shared_ptr<const Parts>& parts, Index indicator, Date to) const {
  if (auto known = memory_->find_brought(parts.get(), to)) return known;
  Parts there = *parts;
  const Errc why = bring_to(to, indicator, there);
  if (why != Errc::none) there.reason = why;
  return memory_->keep_brought(parts, to, std::move(there));
}

// Whether the series of the indicator breaks, or of a formula anything that it is made from.
bool ActualReader::breaks_between(Index indicator, Date from, Date to) const {
  std::set<Index> seen_before = {indicator};
  std::vector<Index> open = {indicator};
  while (!open.empty()) {
    const Index at = open.back();
    open.pop_back();
    if (crosses_break(plan_.indicators()[at], from, to)) return true;
    const IndicatorFormula* formula = plan_.formula_of(at);
    if (!formula) continue;
    for (const Index one : formula->indicators) {
      if (seen_before.insert(one).second) open.push_back(one);
    }
  }
  return false;
}

}  // namespace tiendo
