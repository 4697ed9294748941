// Tested by tests/unit/engine/trace_numbers_test.cpp, explain_test.cpp there and
// tests/cli/trace_test.py, which computes every number again.

#include "engine/trace_numbers.hpp"

#include <algorithm>
#include <utility>

namespace tiendo {

void TraceTerms::add_report(const Ratio& value, TraceTerm::From part, std::size_t row,
                            const Ratio& factor) {
  const std::string number = std::to_string(++count_);
  terms_.push_back({"x" + number, value, part, row});
  if (factor != Ratio(1)) terms_.push_back({"f" + number, factor, TraceTerm::From::bridge});
}

void TraceTerms::add_weighted(const Ratio& value, TraceTerm::From part, std::size_t row,
                              const Ratio& factor, int weight) {
  add_report(value, part, row, factor);
  terms_.push_back({"w" + std::to_string(count_), weight, TraceTerm::From::weight});
}

void TraceTerms::add(NumberAt number, const Ratio& value) {
  if (!number) return;
  terms_.push_back({"x" + std::to_string(++count_), value, TraceTerm::From::number, *number});
}

std::string TraceTerms::each(std::string_view between) const {
  std::string text;
  for (const TraceTerm& term : terms_) {
    const bool factor = term.symbol.front() != 'x';
    text += (text.empty() ? "" : factor ? " * " : std::string(between)) + term.symbol;
  }
  return text;
}

std::string TraceTerms::sum() const { return each(" + "); }

std::string TraceTerms::mean() const {
  std::string weights;
  for (const TraceTerm& term : terms_) {
    if (term.from == TraceTerm::From::weight)
      weights += (weights.empty() ? "" : " + ") + term.symbol;
  }
  return '(' + sum() + ") / (" + weights + ')';
}

std::string TraceTerms::one_of(std::string_view function) const {
  return count_ == 1 ? each("") : std::string(function) + '(' + each("; ") + ')';
}

NumberAt TraceTerms::only() const {
  const bool one = terms_.size() == 1 && terms_.front().from == TraceTerm::From::number;
  return one ? NumberAt(terms_.front().at) : std::nullopt;
}

NumberAt TraceNumbers::note(TraceNumber number) const {
  if (!into_) return std::nullopt;
  into_->push_back(std::move(number));
  return into_->size() - 1;
}

NumberAt TraceNumbers::sum(std::string_view method, const TraceTerms& terms,
                           const Ratio& value) const {
  if (!into_ || terms.all().empty() || terms.only()) return terms.only();
  return note({std::string(method), kNone, kNone, kNone, {}, terms.sum(), terms.all(), value});
}

NumberAt TraceNumbers::mean(std::string_view method, const TraceTerms& terms,
                            const Ratio& value) const {
  if (!into_ || terms.all().empty()) return std::nullopt;
  return note({std::string(method), kNone, kNone, kNone, {}, terms.mean(), terms.all(), value});
}

NumberAt TraceNumbers::one_of(std::string_view function, const TraceTerms& terms,
                              const Ratio& value) const {
  if (!into_ || terms.all().empty() || terms.only()) return terms.only();
  return note({function == "min" ? "least@1" : "greatest@1",
               kNone,
               kNone,
               kNone,
               {},
               terms.one_of(function),
               terms.all(),
               value});
}

NumberAt TraceNumbers::times(NumberAt number, const Ratio& value, const Ratio& factor,
                             TraceTerm::From from, const Ratio& product) const {
  if (!number || factor == Ratio(1)) return number;
  TraceNumber more = (*into_)[*number];
  more.method = from == TraceTerm::From::share ? "share_of_unit@1" : "series_bridge@1";
  more.formula = "x * f";
  more.terms = {{"x", value, TraceTerm::From::number, *number}, {"f", factor, from}};
  more.value = product;
  return note(std::move(more));
}

NumberAt TraceNumbers::divided(std::string_view method, std::vector<TraceTerm> terms,
                               const Ratio& value) const {
  if (!into_) return std::nullopt;
  TraceNumber more = (*into_)[terms.front().at];
  more.method = method;
  more.formula.clear();
  for (const TraceTerm& term : terms) {
    more.formula += (more.formula.empty() ? "" : " / ") + term.symbol;
  }
  more.terms = std::move(terms);
  more.value = value;
  more.cut.reset();
  return note(std::move(more));
}

void TraceNumbers::like(NumberAt number, NumberAt other) const {
  if (!number || !other) return;
  TraceNumber& known = (*into_)[*number];
  const TraceNumber& model = (*into_)[*other];
  known.indicator = model.indicator;
  known.unit = model.unit;
  known.project = model.project;
  known.window = model.window;
}

void TraceNumbers::about(NumberAt number, const Question& question) const {
  if (!number || (*into_)[*number].window) return;
  TraceNumber& known = (*into_)[*number];
  known.indicator = question.indicator;
  known.unit = question.unit;
  known.project = question.project;
  known.window = question.window;
}

std::size_t append(Trace& trace, Trace notes, SourceRole role) {
  const std::size_t before = trace.numbers.size();
  for (TraceSource& source : notes.sources) {
    source.role = role;
    trace.sources.push_back(std::move(source));
  }
  for (TraceNumber& number : notes.numbers) {
    for (TraceTerm& term : number.terms) {
      if (term.from == TraceTerm::From::number) term.at += before;
    }
    trace.numbers.push_back(std::move(number));
  }
  return before;
}

void drop_unused(Trace& trace) {
  std::vector<bool> used(trace.numbers.size(), false);
  for (const TraceFigure& figure : trace.figures) used[figure.number] = true;
  for (const TraceStep& step : trace.steps) {
    for (const TraceInput& input : step.inputs) {
      if (input.number) used[*input.number] = true;
    }
  }
  for (std::size_t i = trace.numbers.size(); i-- > 0;) {
    if (!used[i]) continue;
    for (const TraceTerm& term : trace.numbers[i].terms) {
      if (term.from == TraceTerm::From::number) used[term.at] = true;
    }
  }
  std::vector<std::size_t> now(trace.numbers.size(), 0);
  std::vector<TraceNumber> kept;
  for (std::size_t i = 0; i < trace.numbers.size(); ++i) {
    if (!used[i]) continue;
    now[i] = kept.size();
    for (TraceTerm& term : trace.numbers[i].terms) {
      if (term.from == TraceTerm::From::number) term.at = now[term.at];
    }
    kept.push_back(std::move(trace.numbers[i]));
  }
  trace.numbers = std::move(kept);
  for (TraceFigure& figure : trace.figures) figure.number = now[figure.number];
  for (TraceStep& step : trace.steps) {
    for (TraceInput& input : step.inputs) {
      if (input.number) input.number = now[*input.number];
    }
  }
}

std::string_view method_of(Field field, const Rules& rules) noexcept {
  switch (field) {
    case Field::completion:
    case Field::excess: return "ratio_to_target@1";
    case Field::targeted_change: return "percent_of_targeted_change@1";
    case Field::same_period:
    case Field::index:
    case Field::growth:
    case Field::change:
      return rules.compared_with == ComparedWith::period_before ? "period_before@1"
                                                                : "same_period@1";
    case Field::required: return "required_level@1";
    case Field::remaining: return "remaining@1";
    case Field::base_revision: return "base_revision@1";
    case Field::deviation: return "deviation@1";
    case Field::pace: return "required_run_rate@1";
    case Field::run_rate: return "run_rate_forecast@1";
    case Field::same_share: return "profile_forecast@1";
    default: break;
  }
  return "";
}

NumberAt Trace::number_of(Field field) const noexcept {
  const auto found = std::find_if(figures.begin(), figures.end(),
                                  [&](const TraceFigure& one) { return one.field == field; });
  return found == figures.end() ? std::nullopt : NumberAt(found->number);
}

}  // namespace tiendo
