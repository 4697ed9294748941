// Tested by tests/unit/engine/actual_test.cpp, attribution_test.cpp, evaluate_test.cpp and
// series_test.cpp there, and tests/oracle/engine_oracle_test.cpp.
//
// Sums are kept as numerator and denominator (1 for all but ratios), so that a ratio of a larger
// whole is always made from its parts and never from the ratios of the parts. A sum is of the
// series of its latest number; earlier numbers are brought to it before they are added.
// Long because one reader puts reports, projects and units together.

#include "engine/actual.hpp"

#include <algorithm>

#include "engine/average.hpp"
#include "engine/heard.hpp"
#include "engine/parts.hpp"
#include "engine/series.hpp"

namespace tiendo {

Coverage due(const Period& window, Date as_of, bool in_months) {
  Coverage coverage;
  coverage.of = in_months ? Coverage::Of::months : Coverage::Of::days;
  coverage.expected =
      in_months ? *window.months_gone(as_of) : static_cast<int>(window.days_gone(as_of));
  return coverage;
}

namespace {

const Ratio& value_or(const Result<Ratio>& result, const Ratio& other) {
  return result ? *result : other;
}

}  // namespace

// For the trace: of what the parts are, where that is not said yet.
void ActualReader::about(const Question& question, const Parts& parts) const {
  numbers_.about(parts.numerator_at, question);
  numbers_.about(parts.denominator_at, question);
}

// Multiplies the sum so far by what brings it to the series of a later day.
Errc ActualReader::bring_to(Date to, Index indicator, Parts& sum) const {
  if (is_formula(indicator)) return bring_formula_to(to, indicator, sum);
  const Date from = sum.last.value_or(to);
  sum.last = std::max(from, to);
  const Result<Ratio> factor = bridge(plan_.indicators()[indicator], from, to);
  if (!factor) return factor.error().code;
  if (*factor == Ratio(1)) return Errc::none;
  Result<Ratio> product = sum.numerator * *factor;
  if (!product) return product.error().code;
  sum.numerator_at =
      numbers_.times(sum.numerator_at, sum.numerator, *factor, TraceTerm::From::bridge, *product);
  sum.numerator = *std::move(product);
  for (std::size_t i = sum.first_source; i < sum.end_source; ++i) {
    TraceSource& source = (*sources_)[i];
    if (source.question.indicator != indicator) {
      source.rate_factor = value_or(source.rate_factor * *factor, source.rate_factor);
      continue;
    }
    bring_source(source, sum.last.value_or(to));
  }
  return Errc::none;
}

// The factors of reports that are brought to the series of the day.
void ActualReader::bring_source(TraceSource& source, Date to) const {
  const Indicator& definition = plan_.indicators()[source.question.indicator];
  for (std::size_t i = 0; i < source.factors.size(); ++i) {
    const Date last = source.selection.used[i].period.last_day();
    source.factors[i] = value_or(bridge(definition, last, to), source.factors[i]);
  }
}

bool ActualReader::is_ratio(Index indicator) const {
  return plan_.indicators()[indicator].kind == IndicatorKind::ratio;
}

ActualReader::Parts ActualReader::of_children(const Question& unit, SourceRole role) const {
  const bool in_a_sum = heard_ && heard_->is_for(unit.indicator, unit.window);
  return of_units(units_below(unit, in_a_sum), unit, role);
}

ActualReader::Parts ActualReader::of_units(const std::vector<Index>& units, const Question& unit,
                                           SourceRole role) const {
  if (may_repeat(unit)) {
    Heard heard(plan_, unit.indicator, unit.window);
    listen(units, unit, heard);
    heard.conclude();
    ActualReader listener(*this);
    listener.heard_ = &heard;
    return listener.of_units(units, unit, role);
  }
  std::vector<Index> counted;
  std::vector<Parts> all;
  for (const Index one : units) {
    Question question = unit;
    question.unit = one;
    const std::size_t first = source_count();
    Parts part = ranged(first, plain(question, role, 0));
    if (is_heard_elsewhere(question, part.reason)) continue;
    weigh(question, role, part);
    counted.push_back(one);
    all.push_back(std::move(part));
  }
  std::vector<Period> spans = common_spans(counted, all, unit);
  Parts whole = make_whole(unit, std::move(all), Coverage::Of::units, 0);
  whole.spans = std::move(spans);
  // Means and peaks of other times, each of its own unit, make none of the whole time.
  const bool misfit = is_spread(unit.indicator) && together_ != Together::all_of_them;
  if (misfit && whole.reason == Errc::none && units_change(unit)) {
    whole.reason = Errc::units_changed;
  }
  return added_up(std::move(whole), unit.indicator);
}

// (A - B) / |B| of the base, in the measure of the growth. Over several years it is an average,
// which a row has (average_figure.cpp) and nothing else is computed from.
ActualReader::Parts ActualReader::growth(const Question& question) const {
  if (is_of_years(question.window)) {
    Parts none;
    none.coverage = due(question.window, question.as_of, true);
    none.reason = Errc::average_of_years;
    return none;
  }
  Question base_question = question;
  base_question.indicator = plan_.base_of(question.indicator);
  const Actual now = finish(parts(base_question, SourceRole::actual, 0), base_question.indicator);
  Parts result;
  result.coverage = now.coverage;
  result.spans = now.spans;
  result.last = now.last;
  result.hedge(now.status, now.qualifier);
  result.reason = now.value.reason;
  if (!now.value) return result;
  const Actual before =
      time_before(base_question, now, rule_of(question.indicator), ComparedWith::year_before);
  result.reason = before.value.reason;
  if (!before.value) return result;
  result.hedge(before.status, before.qualifier);
  // Growth on a base of which only a bound is known has none itself.
  if (before.qualifier != Qualifier::exact) result.qualifier = Qualifier::about;
  const Figure rate = (*now.value - *before.value) / (*before.value).abs();
  result.reason = rate.reason == Errc::division_by_zero ? Errc::base_zero : rate.reason;
  result.is_rate = true;
  if (rate) result.numerator = *rate;
  if (numbers_ && rate) {
    const auto term = [](const char* symbol, const Actual& of) {
      return TraceTerm{symbol, *of.value, TraceTerm::From::number, *of.number};
    };
    result.numerator_at = numbers_.note({"same_period@1",
                                         kNone,
                                         kNone,
                                         kNone,
                                         {},
                                         "(A - B) / |B|",
                                         {term("A", now), term("B", before)},
                                         *rate});
    about(question, result);
  }
  return result;
}

ActualReader::Parts ActualReader::parts(const Question& question, SourceRole role,
                                        int declared) const {
  const bool derived = is_formula(question.indicator) || plan_.base_of(question.indicator) != kNone;
  if (!derived) return made(question, role, declared);
  return *remembered(question, role);
}

std::shared_ptr<const ActualReader::Parts> ActualReader::remembered(const Question& question,
                                                                    SourceRole role) const {
  const Memory::Key key = Memory::key_of(question, role, nullptr);
  const auto known = memory_->find(key);
  return known ? known : memory_->keep(key, made(question, role, 0));
}

ActualReader::Parts ActualReader::made(const Question& question, SourceRole role,
                                       int declared) const {
  const std::size_t first = source_count();
  Parts made = map_ ? on_map(question, role, declared) : plain(question, role, declared);
  about(question, made);
  return ranged(first, std::move(made));
}

std::shared_ptr<ActualReader::Memory> ActualReader::make_memory() {
  return std::make_shared<Memory>();
}

ActualReader::Memory::Key ActualReader::Memory::key_of(const Question& q, SourceRole role,
                                                       const View* view) {
  Key key{q.indicator, q.unit,  q.project, q.window, q.as_of, q.known_on,
          q.edition,   q.stage, q.goes_on, role,     {}};
  if (view) std::get<10>(key) = {view->day, view->asked, view->from_later, view->from_earlier};
  return key;
}

// With the selections since the first one.
ActualReader::Parts ActualReader::ranged(std::size_t first, Parts parts) const {
  parts.first_source = first;
  parts.end_source = source_count();
  return parts;
}

ActualReader::Parts ActualReader::plain(const Question& question, SourceRole role,
                                        int declared) const {
  if (std::optional<Parts> parts = known(question)) return *std::move(parts);
  Parts mine = in_its_time(own(question, role), question);
  if (mine.reason == Errc::no_data && is_formula(question.indicator)) {
    return formula(question, role);
  }
  const bool told = mine.reason != Errc::no_data || question.project != kNone;
  if (told || (spoken_for(question) && heard_->has_told(question.unit))) return mine;
  if (plan_.indicators()[question.indicator].kind == IndicatorKind::growth) return growth(question);
  // Where nothing is due from projects, the units below come before what projects happen to say.
  const bool due = !projects_due(question).empty();
  Parts theirs = due ? of_all_projects(question, role, declared) : of_children(question, role);
  if (theirs.reason == Errc::no_data) {
    theirs = due ? of_children(question, role) : of_all_projects(question, role, declared);
  }
  about(question, theirs);
  return theirs.reason == Errc::no_data ? mine : theirs;
}

Actual ActualReader::finish(const Parts& parts, Index indicator) const {
  Actual result{parts.reason, parts.coverage,  parts.spans, parts.last,
                parts.status, parts.qualifier, parts.sole,  parts.no_for_good};
  if (parts.reason != Errc::none) return result;
  const Indicator& definition = plan_.indicators()[indicator];
  Result<Ratio> value = parts.numerator / parts.denominator;
  const bool fraction = definition.kind == IndicatorKind::ratio || parts.is_rate;
  if (fraction) value = value / Ratio(plan_.measure_of(definition).factor);
  result.value = value;
  if (result.value.reason == Errc::division_by_zero) result.value = Errc::denominator_zero;
  if (result.value) result.number = parts.numerator_at;
  if (!fraction || !result.number) return result;
  std::vector<TraceTerm> terms = {
      {"N", parts.numerator, TraceTerm::From::number, *parts.numerator_at}};
  if (parts.denominator_at) {
    terms.push_back({"D", parts.denominator, TraceTerm::From::number, *parts.denominator_at});
  }
  terms.push_back({"m", plan_.measure_of(definition).factor, TraceTerm::From::measure});
  result.number = numbers_.divided(parts.denominator_at ? "ratio_of_sums@1" : "in_measure@1",
                                   std::move(terms), *result.value);
  return result;
}

Actual ActualReader::actual(const Question& question, SourceRole role, int declared) const {
  return finish(parts(question, role, declared), question.indicator);
}

Actual ActualReader::part(const Question& unit, Index assigner, int declared) const {
  const std::vector<Index> projects = projects_of(unit.indicator, unit.unit, assigner);
  if (unit.project == kNone && !projects.empty() && !becomes_other(unit)) {
    Parts theirs = of_projects(projects, declared, unit, SourceRole::actual);
    if (theirs.reason == Errc::no_data && own(unit, SourceRole::actual).reason == Errc::none) {
      theirs.reason = Errc::not_attributed;
    }
    return finish(theirs, unit.indicator);
  }
  Actual whole = finish(parts(unit, SourceRole::actual, 0), unit.indicator);
  whole.sole.reset();  // it is of the whole
  if (whole.value) whole.value = Errc::not_attributed;
  if (declared > 0) whole.coverage = {0, declared, Coverage::Of::projects};
  return whole;
}

Actual ActualReader::projects(const Question& unit, int declared) const {
  const bool due = !projects_due(unit).empty();
  return finish(due ? of_all_projects(unit, SourceRole::actual, declared) : Parts(),
                unit.indicator);
}

Actual ActualReader::below(const Question& unit, const std::vector<Index>& units) const {
  return finish(of_units(units, unit, SourceRole::actual), unit.indicator);
}

}  // namespace tiendo
