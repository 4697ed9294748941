// Tested by tests/unit/engine/unit_rules_test.cpp, actual_test.cpp, attribution_test.cpp there and
// tests/oracle/engine_oracle_test.cpp.
//
// One figure out of several parts: units, projects, or stretches of time. Sums are kept as
// numerator and denominator; a mean, a highest or a lowest is made of the quotients of the parts.

#include <algorithm>

#include "engine/parts.hpp"
#include "tiendo/engine/aggregates.hpp"

namespace tiendo {

bool add(Ratio& sum, const Ratio& term) {
  Result<Ratio> total = sum + term;
  if (!total) return false;
  sum = *std::move(total);
  return true;
}

namespace {

bool is_of_quotients(UnitRule rule) {
  return rule == UnitRule::mean || rule == UnitRule::max || rule == UnitRule::min;
}

// Why a part cannot be weighed; none if it can.
Errc fault_of(const Actual& weight) {
  const Errc why = weight.value.reason;
  if (why == Errc::no_data || why == Errc::not_applicable) return Errc::weight_unreported;
  return why;
}

}  // namespace

// The quotients of parts, and what they amount to.
class ActualReader::Quotients {
 public:
  explicit Quotients(UnitRule rule) : rule_(rule) {}

  // Where there was nothing to count (0/0) there is no quotient.
  Errc take(const Parts& part, const TraceNumbers& numbers) {
    if (part.denominator.is_zero()) {
      return part.numerator.is_zero() ? Errc::none : Errc::denominator_zero;
    }
    const Result<Ratio> value = part.numerator / part.denominator;
    if (!value) return value.error().code;
    note(part, *value, numbers);
    values_.push_back({*value, part.qualifier});
    if (rule_ != UnitRule::mean) return Errc::none;
    if (const Errc why = fault_of(*part.weight); why != Errc::none) return why;
    weighted_.push_back({*value, *part.weight->value});
    return Errc::none;
  }

  Result<Ratio> value() const {
    if (values_.empty()) return error(Errc::denominator_zero);
    if (rule_ == UnitRule::mean) {
      const Figure mean = weighted_mean(weighted_).figure;
      return mean ? Result<Ratio>(*mean) : Result<Ratio>(error(mean.reason));
    }
    const auto less = [](const HedgedNumber& a, const HedgedNumber& b) {
      return a.value < b.value;
    };
    return (rule_ == UnitRule::max ? std::max_element(values_.begin(), values_.end(), less)
                                   : std::min_element(values_.begin(), values_.end(), less))
        ->value;
  }

  void hedge(Parts& whole) const {
    if (rule_ == UnitRule::mean) return;
    whole.qualifier = hedge_of_extreme(values_, rule_ == UnitRule::max);
  }

  // How the parts make the value, for the trace.
  NumberAt number(const TraceNumbers& numbers, const Ratio& value) const {
    if (rule_ != UnitRule::mean) return numbers.one_of(name_of(rule_), terms_, value);
    if (!numbers || weights_.empty()) return std::nullopt;
    std::string over;
    std::string under;
    std::vector<TraceTerm> terms = terms_.all();
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      const std::string place = std::to_string(i + 1);
      over.append(over.empty() ? "x" : " + x").append(place).append(" * w").append(place);
      under.append(under.empty() ? "w" : " + w").append(place);
      terms.push_back(weights_[i]);
      terms.back().symbol = "w" + place;
    }
    return numbers.note({"weighted_mean@1",
                         kNone,
                         kNone,
                         kNone,
                         {},
                         '(' + over + ") / (" + under + ')',
                         std::move(terms),
                         value});
  }

 private:
  void note(const Parts& part, const Ratio& value, const TraceNumbers& numbers) {
    if (!part.numerator_at) return;
    NumberAt at = part.numerator_at;
    if (part.denominator_at) {
      at = numbers.divided("ratio_of_sums@1",
                           {{"N", part.numerator, TraceTerm::From::number, *part.numerator_at},
                            {"D", part.denominator, TraceTerm::From::number, *part.denominator_at}},
                           value);
    }
    terms_.add(at, value);
    if (rule_ != UnitRule::mean || !part.weight || !part.weight->number) return;
    weights_.push_back({"w", *part.weight->value, TraceTerm::From::number, *part.weight->number});
  }

  UnitRule rule_;
  TraceTerms terms_;
  std::vector<TraceTerm> weights_;
  std::vector<HedgedNumber> values_;
  std::vector<Weighted> weighted_;
};

// How parts make a whole: by addition, unless the rule over units says otherwise.
UnitRule ActualReader::manner_of(Index indicator) const {
  const UnitRule rule = unit_rule_of(plan_.indicators()[indicator]);
  if (together_ == Together::all_of_them || !is_of_quotients(rule)) return UnitRule::sum;
  return rule;
}

// Says of whom the part is and, for a mean, what it counts for: the figure of the weight for the
// same unit or project.
void ActualReader::weigh(const Question& question, SourceRole role, Parts& part,
                         const View* view) const {
  part.unit = question.unit;
  part.project = question.project;
  if (manner_of(question.indicator) != UnitRule::mean || part.reason != Errc::none) return;
  Question asked = question;
  asked.indicator = plan_.weight_of(question.indicator);
  asked.stage = kNone;
  const Memory::Key key = Memory::key_of(asked, role, view);
  std::shared_ptr<const Parts> weight = memory_->find(key);
  if (!weight) {
    const std::size_t first = source_count();
    weight = memory_->keep(key, ranged(first, view ? seen(asked, *view) : plain(asked, role, 0)));
  }
  part.weight = finish(*weight, asked.indicator);
}

namespace {

// Whether a part with this reason is left out and not a fault of the whole.
bool says_nothing(Errc reason) { return reason == Errc::not_applicable || reason == Errc::no_data; }

// With its weight, if it has one.
template <class Part>
bool is_complete(const Part& part) {
  return part.coverage.complete() && (!part.weight || part.weight->coverage.complete());
}

// In the series of the latest of the parts, with nothing added up yet.
template <class Part>
Part begun(const std::vector<Part>& all, Coverage::Of of, int expected, bool ratio) {
  Part whole;
  for (const Part& part : all) {
    if (part.reason == Errc::none) whole.last = std::max(whole.last, part.last);
  }
  whole.coverage = {0, std::max(expected, static_cast<int>(all.size())), of};
  whole.denominator = ratio ? 0 : 1;
  return whole;
}

}  // namespace

ActualReader::Parts ActualReader::make_whole(const Question& question, std::vector<Parts> all,
                                             Coverage::Of of, int expected) const {
  const UnitRule manner = manner_of(question.indicator);
  Parts whole = sum_up(std::move(all), of, expected, question.indicator, manner);
  whole.combined = manner != UnitRule::sum && whole.reason == Errc::none;
  return whole;
}

ActualReader::Parts ActualReader::sum_up(std::vector<Parts> all, Coverage::Of of, int expected,
                                         Index indicator, UnitRule manner) const {
  const bool ratio = is_ratio(indicator);
  Parts whole = begun(all, of, expected, ratio);
  Quotients quotients(manner);
  TraceTerms numerators;
  TraceTerms denominators;
  bool any = false;
  bool uniform = true;
  Errc fault = Errc::none;
  Errc trouble = Errc::none;
  Errc unfit = Errc::none;  // for a quotient
  for (Parts& part : all) {
    if (part.reason == Errc::not_applicable) --whole.coverage.expected;
    if (part.reason != Errc::none) {
      if (fault == Errc::none && !says_nothing(part.reason)) fault = part.reason;
      continue;
    }
    Errc why = bring_to(*whole.last, indicator, part);
    if (together_ == Together::all_of_them) {
      whole.numerator = any ? std::min(whole.numerator, part.numerator) : part.numerator;
    } else if (manner != UnitRule::sum) {
      const Errc misfit = why == Errc::none ? quotients.take(part, numbers_) : Errc::none;
      if (unfit == Errc::none) unfit = misfit;
    } else if (!add(whole.numerator, part.numerator) ||
               (ratio && !add(whole.denominator, part.denominator))) {
      why = Errc::number_too_long;
    }
    if (trouble == Errc::none) trouble = why;
    numerators.add(part.numerator_at, part.numerator);
    denominators.add(part.denominator_at, part.denominator);
    hedge_by(part, whole);
    uniform = uniform && (!any || whole.spans == part.spans);
    whole.spans = part.spans;
    whole.coverage.reported += is_complete(part) ? 1 : 0;
    any = true;
  }
  if (!uniform) whole.spans.clear();
  if (any && manner != UnitRule::sum) {
    const Result<Ratio> value = quotients.value();
    if (unfit == Errc::none && !value) unfit = value.error().code;
    if (trouble == Errc::none) trouble = unfit;
    if (value) whole.numerator = *value;
    whole.denominator = 1;
    if (fault == Errc::none && trouble == Errc::none) quotients.hedge(whole);
  }
  if (fault == Errc::none) fault = trouble;
  const Errc nothing =
      whole.coverage.expected == 0 && !all.empty() ? Errc::not_applicable : Errc::no_data;
  whole.reason = fault != Errc::none ? fault : any ? Errc::none : nothing;
  if (whole.reason != Errc::none) return whole;
  const bool quotient = manner != UnitRule::sum;
  whole.numerator_at = quotient ? quotients.number(numbers_, whole.numerator)
                       : together_ == Together::all_of_them
                           ? numbers_.one_of("min", numerators, whole.numerator)
                           : numbers_.sum("sum_of_parts@1", numerators, whole.numerator);
  if (!quotient) {
    whole.denominator_at = numbers_.sum("sum_of_parts@1", denominators, whole.denominator);
  }
  return whole;
}

// One that has said all it will say, and no, is a no for the whole. A weight of which only a bound
// is known makes no bound.
void ActualReader::hedge_by(const Parts& part, Parts& whole) {
  const bool all_said = part.coverage.complete() || part.no_for_good;
  whole.no_for_good = whole.no_for_good || (all_said && part.numerator < 1);
  whole.hedge(part.status, part.qualifier);
  if (!part.weight) return;
  const bool exact = part.weight->qualifier == Qualifier::exact;
  whole.hedge(part.weight->status, exact ? Qualifier::exact : Qualifier::about);
}

}  // namespace tiendo
