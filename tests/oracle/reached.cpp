// Tested by tests/oracle/engine_oracle_test.cpp, against the engine: either may be wrong.
// Long because reports, projects and units are put together in one place.

#include "reached.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "mute.hpp"
#include "over_time.hpp"
#include "voices.hpp"
#include "years.hpp"

namespace tiendo::oracle {
namespace {

// Of a fact, whose series does not break.
Ratio number_of(const Sum& sum) {
  Ratio number;
  for (const Term& term : sum.terms) number = *(number + term.numerator);
  return number;
}

// How the parts are put together where they are not added up.
UnitRule rule_of_quotients(const Indicator& indicator, bool every) {
  const UnitRule rule = unit_rule_of(indicator);
  const bool one = rule == UnitRule::mean || rule == UnitRule::max || rule == UnitRule::min;
  return one && !every ? rule : UnitRule::none;
}

// The mean, the highest or the lowest of what the parts have, each as one number. Notes why there
// is none.
void make_of_quotients(Sum& sum, const std::vector<const Sum*>& parts, UnitRule rule,
                       const Indicator& indicator, Errc& why) {
  std::vector<Term> all;
  for (const Sum* part : parts) all.insert(all.end(), part->terms.begin(), part->terms.end());
  const Date day = latest_day(all);
  if (!comparable(indicator, all, day)) return;
  std::vector<Hedged> values;
  Ratio over;
  Ratio under;
  std::optional<Ratio> peak;
  bool negative = false;
  for (const Sum* part : parts) {
    Ratio numerator;
    Ratio denominator;
    for (const Term& term : part->terms) {
      numerator = *(numerator + *factor_between(indicator, term.day, day) * term.numerator);
      denominator = *(denominator + term.denominator);
    }
    if (indicator.kind != IndicatorKind::ratio) denominator = 1;
    Errc trouble = Errc::none;
    if (denominator.is_zero() && numerator.is_zero()) continue;
    if (denominator.is_zero()) {
      trouble = Errc::denominator_zero;
    } else if (rule == UnitRule::mean) {
      const Errc reason = part->weight->value.reason;
      const bool silent = reason == Errc::no_data || reason == Errc::not_applicable;
      trouble = silent ? Errc::weight_unreported : reason;
    }
    if (trouble != Errc::none) {
      if (why == Errc::none) why = trouble;
      continue;
    }
    const Ratio value = *(numerator / denominator);
    values.push_back({value, hedge_of(part->used)});
    if (rule == UnitRule::mean) {
      negative = negative || part->weight->value.value->sign() < 0;
      over = *(over + value * *part->weight->value);
      under = *(under + *part->weight->value);
    } else if (!peak || (rule == UnitRule::max ? *peak < value : value < *peak)) {
      peak = value;
    }
  }
  if (why == Errc::none && values.empty()) why = Errc::denominator_zero;
  if (why == Errc::none && negative) why = Errc::weight_negative;
  if (why == Errc::none && rule == UnitRule::mean && under.is_zero()) why = Errc::no_weight;
  if (why != Errc::none) return;
  sum.terms = {{day, rule == UnitRule::mean ? *(over / under) : *peak, 1}};
  if (rule == UnitRule::mean) return;
  const Qualifier hedge = hedge_of_peak(values, rule == UnitRule::max);
  for (Fact& fact : sum.used) fact.qualifier = hedge;
}

// What parts of a mean count for was read as well; a bound on that makes no bound.
void add_used_weights(Sum& sum, const std::vector<const Sum*>& parts) {
  for (const Sum* part : parts) {
    if (!part->weight) continue;
    for (Fact fact : part->weight->used) {
      if (fact.qualifier != Qualifier::exact) fact.qualifier = Qualifier::about;
      sum.used.push_back(fact);
    }
  }
}

Sum total(const std::vector<Sum>& parts, Coverage::Of of, int declared, const Indicator& indicator,
          bool every) {
  Sum sum;
  sum.coverage = {0, std::max(declared, static_cast<int>(parts.size())), of};
  Errc fault = Errc::none;
  std::vector<const Sum*> with_numbers;
  for (const Sum& part : parts) {
    if (part.why == Errc::none) {
      with_numbers.push_back(&part);
    } else if (part.why == Errc::not_applicable) {
      --sum.coverage.expected;
    } else if (part.why != Errc::no_data && fault == Errc::none) {
      fault = part.why;
    }
  }
  bool alike = true;
  for (const Sum* part : with_numbers) {
    const bool all_said = part->coverage.reported >= part->coverage.expected;
    sum.never = sum.never || (every && number_of(*part) < 1 && (all_said || part->never));
    if (!every) {
      sum.terms.insert(sum.terms.end(), part->terms.begin(), part->terms.end());
    } else if (sum.terms.empty() || number_of(*part) < number_of(sum)) {
      sum.terms = part->terms;
    }
    const auto complete = [](const Coverage& one) { return one.reported >= one.expected; };
    const bool weighed = !part->weight || complete(part->weight->coverage);
    sum.coverage.reported += complete(part->coverage) && weighed ? 1 : 0;
    sum.used.insert(sum.used.end(), part->used.begin(), part->used.end());
    alike = alike && part->stretches == with_numbers.front()->stretches;
  }
  if (fault == Errc::none && !sum.terms.empty() &&
      !comparable(indicator, sum.terms, latest_day(sum.terms))) {
    fault = Errc::series_break;
  }
  const UnitRule rule = rule_of_quotients(indicator, every);
  if (rule != UnitRule::none && !with_numbers.empty()) {
    Errc trouble = Errc::none;
    if (fault == Errc::none) make_of_quotients(sum, with_numbers, rule, indicator, trouble);
    if (fault == Errc::none) fault = trouble;
    add_used_weights(sum, with_numbers);
  }
  if (alike && !with_numbers.empty()) sum.stretches = with_numbers.front()->stretches;
  sum.why = fault != Errc::none                            ? fault
            : !with_numbers.empty()                        ? Errc::none
            : !parts.empty() && sum.coverage.expected == 0 ? Errc::not_applicable
                                                           : Errc::no_data;
  return sum;
}

// Whether the target asks something of the indicator, by itself or as a component.
bool asks(const Plan& plan, Index target, Index indicator) {
  if (plan.target_links()[target].indicator == indicator) return true;
  const auto& components = plan.targets()[target].condition.components;
  if (!components) return false;
  return std::any_of(components->begin(), components->end(), [&](const ComponentCondition& one) {
    return one.indicator == plan.indicators()[indicator].id;
  });
}

}  // namespace

std::vector<Index> projects_of(const Plan& plan, const Place& place, Index assigner) {
  std::vector<Index> projects;
  for (Index project = 0; project < plan.projects().size(); ++project) {
    for (Index target = 0; target < plan.targets().size(); ++target) {
      const TargetLinks& link = plan.target_links()[target];
      if (link.project == project && asks(plan, target, place.indicator) &&
          link.unit == place.unit && (assigner == kNone || link.assigner == assigner)) {
        projects.push_back(project);
        break;
      }
    }
  }
  return projects;
}

namespace {

// Percentages of several are not one of all of them.
Sum unless_percentages(Sum sum, const Indicator& indicator, bool every) {
  if (!every && unit_rule_of(indicator) == UnitRule::none && sum.why == Errc::none) {
    sum.why = Errc::not_additive;
  }
  return sum;
}

Sum sum_of_projects(const ObservationLog& log, Place place, const std::vector<Sum>& parts,
                    int declared) {
  const Indicator& indicator = log.plan().indicators()[place.indicator];
  return unless_percentages(total(parts, Coverage::Of::projects, declared, indicator, place.every),
                            indicator, place.every);
}

// What a part of a mean counts for: what it has of the weight.
void weigh(const ObservationLog& log, Place place, const Base& base, Sum& part) {
  const Indicator& indicator = log.plan().indicators()[place.indicator];
  if (rule_of_quotients(indicator, place.every) != UnitRule::mean) return;
  place.indicator = log.plan().find_indicator(indicator.weight);
  place.voices = nullptr;
  part.weight = std::make_shared<const Reached>(reached(log, place, 0, base));
}

Sum sum_of(const ObservationLog& log, const Place& place, int declared, const Base& base);

Sum sum_of_assigned(const ObservationLog& log, Place place, Index assigner, int declared,
                    const Base& base) {
  std::vector<Sum> parts;
  for (const Index project : projects_of(log.plan(), place, assigner)) {
    place.project = project;
    parts.push_back(sum_of(log, place, 0, base));
    weigh(log, place, base, parts.back());
  }
  return sum_of_projects(log, place, parts, declared);
}

bool has_reported(const ObservationLog& log, Index indicator, Index unit, Index project) {
  for (Row row = 0; row < log.size(); ++row) {
    const Fact fact = log.fact(row);
    if (fact.indicator == indicator && fact.unit == unit && fact.project == project) return true;
  }
  return false;
}

// Whether a pot of the project is paid from in the unit: the first that reports its payments, of
// the unit of the plan, the investor, the lead and the units of its targets; else the first of
// them.
bool is_paid_in(const ObservationLog& log, const Place& place, Index project) {
  const Plan& plan = log.plan();
  const Project& of = plan.projects()[project];
  const std::string& indicator = plan.indicators()[place.indicator].id;
  if (std::none_of(of.capital.begin(), of.capital.end(),
                   [&](const Capital& pot) { return pot.indicator == indicator; })) {
    return false;
  }
  std::vector<std::string> names = {plan.head().unit, of.investor, of.lead};
  for (const Target& target : of.targets) names.push_back(target.unit);
  std::erase(names, "");
  for (const std::string& name : names) {
    const Index unit = plan.find_unit(name);
    if (has_reported(log, place.indicator, unit, project)) return unit == place.unit;
  }
  return !names.empty() && plan.find_unit(names.front()) == place.unit;
}

}  // namespace

std::vector<Index> projects_due(const ObservationLog& log, const Place& place) {
  std::vector<Index> due;
  const std::vector<Index> assigned = projects_of(log.plan(), place, kNone);
  for (Index project = 0; project < log.plan().projects().size(); ++project) {
    const bool has_target = std::find(assigned.begin(), assigned.end(), project) != assigned.end();
    if (has_target || is_paid_in(log, place, project)) due.push_back(project);
  }
  return due;
}

namespace {

// Those, and whoever else has reported.
Sum sum_of_all_projects(const ObservationLog& log, Place place, int declared, const Base& base) {
  const std::vector<Index> due = projects_due(log, place);
  std::vector<Sum> parts;
  for (Index project = 0; project < log.plan().projects().size(); ++project) {
    place.project = project;
    const Sum one = own(log, place);
    const bool is_due = std::find(due.begin(), due.end(), project) != due.end();
    if (!is_due && one.why == Errc::no_data) continue;
    parts.push_back(one);
    weigh(log, place, base, parts.back());
  }
  return sum_of_projects(log, place, parts, declared);
}

// The id of what stands above the unit on a day. Units below one that ended are below its heir, or
// what it was below itself.
std::string id_above(const Plan& plan, const std::string& unit, Date day) {
  std::string parent;
  for (const ResponsibleUnit& body : plan.units()) {
    if (body.id == unit) parent = body.parent;
  }
  std::vector<Succession> events = plan.succession();
  std::stable_sort(events.begin(), events.end(),
                   [](const Succession& a, const Succession& b) { return a.on < b.on; });
  for (const Succession& event : events) {
    if (event.on > day) break;
    const bool ended = std::count(event.from.begin(), event.from.end(), parent) > 0;
    if (event.unit == unit && event.parent) parent = *event.parent;
    if (ended) parent = event.to.empty() ? id_above(plan, parent, event.on) : event.to.front().unit;
  }
  for (const ResponsibleUnit& body : plan.units()) {
    if (body.id == parent && body.until && *body.until <= day) return id_above(plan, parent, day);
  }
  return parent;
}

bool is_there(const ResponsibleUnit& unit, Date day) {
  return (!unit.from || *unit.from <= day) && (!unit.until || day < *unit.until);
}

// What has been delivered counts for all who were there by the day; how things stand, for those
// that are there at the end, or were when the unit above was there last.
Period days_that_count(const Plan& plan, const Place& place) {
  if (place.as_of < place.window.start()) return place.window;
  Date end = place.window.end();
  while (*end.plus_days(-1) > place.as_of) end = *end.plus_days(-1);
  const Period all = *Period::of(place.window.start(), end);
  if (time_rule_of(plan.indicators()[place.indicator]) != TimeRule::last) {
    if (place.voices) return all;  // it counts once in the sum, where it was last
    return own_days(plan.units()[place.unit], all);
  }
  for (Date day = all.last_day(); day >= all.start(); day = *day.plus_days(-1)) {
    if (is_there(plan.units()[place.unit], day)) return *Period::of(day, *day.plus_days(1));
  }
  return all;
}

// Whether what stands below the place, and is waited for, is not the same on each of its days that
// are over.
bool units_change(const Plan& plan, const Place& place) {
  if (place.as_of < place.window.start()) return false;
  const Period days = days_that_count(plan, place);
  std::optional<std::vector<Index>> first;
  for (Date day = days.start(); day < days.end(); day = *day.plus_days(1)) {
    std::vector<Index> there;
    for (Index unit = 0; unit < plan.units().size(); ++unit) {
      if (is_there(plan.units()[unit], day) && above(plan, unit, day) == place.unit) {
        there.push_back(unit);
      }
    }
    there = waited_for(there, place.mute);
    if (!first) first = there;
    if (there != *first) return true;
  }
  return false;
}

Sum sum_of_units(const ObservationLog& log, const Place& place, const std::vector<Index>& units,
                 const Base& base) {
  if (may_repeat(log.plan(), place)) {
    const Voices voices = voices_of(log, place, units);
    Place within = place;
    within.voices = &voices;
    return sum_of_units(log, within, units, base);
  }
  std::vector<Sum> parts;
  std::vector<Index> counted;
  for (const Index unit : units) {
    Place below = place;
    below.unit = unit;
    Sum sum = sum_of(log, below, 0, base);
    if (is_passed_over(log.plan(), below, sum.why)) continue;
    weigh(log, below, base, sum);
    parts.push_back(std::move(sum));
    counted.push_back(unit);
  }
  const Indicator& indicator = log.plan().indicators()[place.indicator];
  Sum sum = total(parts, Coverage::Of::units, 0, indicator, place.every);
  sum.stretches = common_stretches(log.plan(), place, counted, parts);
  const TimeRule rule = time_rule_of(indicator);
  const bool adds_in_time = rule == TimeRule::sum || rule == TimeRule::last || place.every;
  if (!adds_in_time && sum.why == Errc::none && units_change(log.plan(), place)) {
    sum.why = Errc::units_changed;
  }
  return unless_percentages(std::move(sum), indicator, place.every);
}

Reached divide(const Plan& plan, Index indicator, const Sum& sum, std::optional<Date> to = {});

Expression expression_of(const Plan& plan, Index indicator) {
  return *Expression::parse(plan.indicators()[indicator].formula);
}

bool is_formula(const Plan& plan, Index indicator) {
  return plan.indicators()[indicator].kind == IndicatorKind::formula;
}

// What a part of an expression comes to; nothing where it divides by nothing.
std::optional<Ratio> value_of(const Expression& expression, Index part,
                              const std::vector<Ratio>& numbers) {
  using Operation = Expression::Operation;
  const Expression::Node& node = expression.nodes()[part];
  if (node.operation == Operation::number) return Ratio(node.number);
  if (node.operation == Operation::reference) return numbers[node.reference];
  const std::optional<Ratio> right = value_of(expression, node.right, numbers);
  if (node.operation == Operation::negate) return right ? std::optional(-*right) : right;
  const std::optional<Ratio> left = value_of(expression, node.left, numbers);
  if (!left || !right) return std::nullopt;
  switch (node.operation) {
    case Operation::add: return *(*left + *right);
    case Operation::subtract: return *(*left - *right);
    case Operation::multiply: return *(*left * *right);
    default: break;
  }
  if (right->is_zero()) return std::nullopt;
  return *(*left / *right);
}

Figure value_of(const Plan& plan, Index formula, const std::vector<Ratio>& numbers) {
  const Expression expression = expression_of(plan, formula);
  const auto whole = static_cast<Index>(expression.nodes().size() - 1);
  const std::optional<Ratio> value = value_of(expression, whole, numbers);
  return value ? Figure(*value) : Figure(Errc::division_by_zero);
}

// Whether anything that the formula is made from breaks after the one day, until the other.
bool breaks(const Plan& plan, Index formula, Date from, Date to) {
  const Expression expression = expression_of(plan, formula);
  for (const std::string& id : expression.references()) {
    const Index at = plan.find_indicator(id);
    for (const SeriesBreak& broken : plan.indicators()[at].breaks) {
      if (from < broken.on && broken.on <= to) return true;
    }
    if (is_formula(plan, at) && breaks(plan, at, from, to)) return true;
  }
  return false;
}

// The value of a formula in the series of a day: each figure is brought there and the formula
// computed again; a figure that was reported cannot be.
Figure brought(const Plan& plan, Index formula, const Sum& sum, Date to) {
  if (sum.references.empty()) {
    const Date from = latest_day(sum.terms);
    if (breaks(plan, formula, from, to)) return Errc::series_break;
    Ratio value;
    for (const Term& term : sum.terms) value = *(value + term.numerator);
    return value;
  }
  std::vector<Ratio> numbers;
  for (std::size_t i = 0; i < sum.references.size(); ++i) {
    const Index at = plan.find_indicator(expression_of(plan, formula).references()[i]);
    const Reached figure = divide(plan, at, sum.references[i], to);
    if (!figure.value) return figure.value.reason;
    numbers.push_back(*figure.value);
  }
  return value_of(plan, formula, numbers);
}

// The value in the series of its own last day, or of the day `to`.
Reached divide(const Plan& plan, Index indicator, const Sum& sum, std::optional<Date> to) {
  Reached result{sum.why, sum.coverage, sum.stretches, sum.used, {}, sum.only, sum.never};
  if (sum.why != Errc::none) return result;
  if (is_formula(plan, indicator) && to) {
    result.value = brought(plan, indicator, sum, *to);
    if (result.value) result.day = *to;
    return result;
  }
  const Indicator& definition = plan.indicators()[indicator];
  const Date day = to.value_or(latest_day(sum.terms));
  if (!comparable(definition, sum.terms, day)) {
    result.value = Errc::series_break;
    return result;
  }
  Ratio numerator;
  Ratio denominator;
  for (const Term& term : sum.terms) {
    numerator = *(numerator + *factor_between(definition, term.day, day) * Ratio(term.numerator));
    denominator = *(denominator + term.denominator);
  }
  if (!is_ratio(plan, indicator)) denominator = 1;
  if (denominator.is_zero()) {
    result.value = Errc::denominator_zero;
    return result;
  }
  result.day = day;
  Ratio value = *(numerator / denominator);
  if (is_ratio(plan, indicator) || sum.is_rate) {
    value = *(value / Ratio(plan.measure_of(plan.indicators()[indicator]).factor));
  }
  result.value = value;
  return result;
}

// How much of what was due is there, from 0 to 1.
Ratio part_of(const Coverage& coverage) {
  if (coverage.reported >= coverage.expected) return 1;
  return *(Ratio(coverage.reported) / Ratio(coverage.expected));
}

Sum formula(const ObservationLog& log, Place place, const Base& base) {
  const Plan& plan = log.plan();
  const Index indicator = place.indicator;
  place.voices = nullptr;
  Sum sum;
  sum.why = Errc::none;
  std::vector<Ratio> numbers;
  std::vector<Reached> figures;
  const Expression expression = expression_of(plan, indicator);
  for (const std::string& id : expression.references()) {
    place.indicator = plan.find_indicator(id);
    sum.references.push_back(sum_of(log, place, 0, base));
    figures.push_back(divide(plan, place.indicator, sum.references.back()));
  }
  bool apart = false;
  std::optional<Date> day;
  sum.coverage = figures.front().coverage;
  for (const Reached& figure : figures) {
    if (sum.why == Errc::none) sum.why = figure.value.reason;
    if (part_of(figure.coverage) < part_of(sum.coverage)) sum.coverage = figure.coverage;
    for (Fact fact : figure.used) {
      if (fact.qualifier != Qualifier::exact) fact.qualifier = Qualifier::about;
      sum.used.push_back(fact);
    }
    apart = apart || figure.stretches.empty() || figure.stretches != figures.front().stretches;
    if (figure.day && (!day || *day < *figure.day)) day = figure.day;
    if (figure.value) numbers.push_back(*figure.value);
  }
  if (!apart) sum.stretches = figures.front().stretches;
  if (sum.why == Errc::none && apart && !base.leave_out) sum.why = Errc::references_apart;
  if (sum.why != Errc::none) return sum;
  const Figure value = value_of(plan, indicator, numbers);
  sum.why = value.reason;
  if (value) sum.terms = {{*day, *value, 1}};
  return sum;
}

Sum growth(const ObservationLog& log, Place place, const Base& base) {
  if (is_of_years(place.window)) {  // an average, from which nothing is made
    Sum none;
    none.why = Errc::average_of_years;
    for (int month = 1; month <= *months_between(place.window.start(), place.window.end());
         ++month) {
      if (*place.window.start().plus_months(month)->plus_days(-1) <= place.as_of) {
        none.coverage.expected = month;
      }
    }
    return none;
  }
  const BaseRule rule = rule_for(log.plan(), place.indicator, base);
  place.indicator = log.plan().base_of(place.indicator);
  place.voices = nullptr;
  const Reached now = reached(log, place, 0, base);
  Base on_the_year = base;  // growth is one on the year before
  on_the_year.period_before = false;
  const Reached then = year_before(log, place, now, on_the_year, rule);
  Sum sum;
  sum.is_rate = true;
  sum.coverage = now.coverage;
  sum.stretches = now.stretches;
  sum.used = now.used;
  sum.why = !now.value ? now.value.reason : then.value.reason;
  if (sum.why != Errc::none) return sum;
  for (Fact fact : then.used) {
    // What is more than a number makes growth on it neither more nor less.
    if (fact.qualifier != Qualifier::exact) fact.qualifier = Qualifier::about;
    sum.used.push_back(fact);
  }
  if (then.value.value->is_zero()) {
    sum.why = Errc::base_zero;
  } else {
    sum.terms = {{*now.day, *((*now.value - *then.value) / then.value.value->abs()), 1}};
  }
  return sum;
}

Sum sum_of(const ObservationLog& log, const Place& place, int declared, const Base& base) {
  const Sum mine = own(log, place);
  if (mine.why == Errc::no_data && is_formula(log.plan(), place.indicator)) {
    return formula(log, place, base);
  }
  if (mine.why != Errc::no_data || place.project != kNone) return mine;
  if (place.voices && place.voices->own.contains(place.unit)) return mine;
  if (log.plan().indicators()[place.indicator].kind == IndicatorKind::growth) {
    return growth(log, place, base);
  }
  // Where nothing is due from projects, the units below come before what projects happen to say.
  const Sum of_projects = sum_of_all_projects(log, place, declared, base);
  const Sum below = sum_of_units(log, place, units_below(log.plan(), place), base);
  const bool due = !projects_due(log, place).empty();
  for (const Sum* sum : {due ? &of_projects : &below, due ? &below : &of_projects}) {
    if (sum->why != Errc::no_data) return *sum;
  }
  return mine;
}

// The same question, by the rule of the base.
Place asked_by(BaseRule rule, Date report_day, Place place) {
  if (rule == BaseRule::first_published) place.first = true;
  if (rule == BaseRule::as_of_report && (!place.known_on || *place.known_on > report_day)) {
    place.known_on = report_day;
  }
  return place;
}

// How far back the time is that is compared with.
struct Back {
  int months = 12;
  std::int64_t days = 0;
};

Back how_far_back(const Period& window, const Base& base) {
  if (!base.period_before) return {};
  const std::optional<int> months = months_between(window.start(), window.end());
  return months ? Back{*months, 0} : Back{0, window.days()};
}

// From the day that corresponds to the first, to the one that corresponds to the last; the last of
// a month is the last of the other month.
std::optional<Period> moved(const Period& stretch, const Back& back) {
  const auto shifted = [&](Date day) -> std::optional<Date> {
    const Result<Date> other =
        back.months > 0 ? day.plus_months(-back.months) : day.plus_days(-back.days);
    return other ? std::optional(*other) : std::nullopt;
  };
  const Date after = stretch.end();
  const Date last = *after.plus_days(-1);
  const std::optional<Date> start = shifted(stretch.start());
  const std::optional<Date> end = shifted(after.day() == 1 ? after : last);
  if (!start || !end) return std::nullopt;
  const Date other_end = after.day() == 1 ? *end : *end->plus_days(1);
  if (*start >= other_end) return std::nullopt;  // 29 February alone
  return *Period::of(*start, other_end);
}

// The whole time before, unless it is so long that it would end within the window itself.
std::optional<Period> window_before(const Period& window, const Base& base) {
  const std::optional<Period> before = moved(window, how_far_back(window, base));
  return before && before->end() <= window.start() ? before : std::nullopt;
}

// All days of the window that are over.
std::vector<Period> days_over(const Place& place) {
  if (place.as_of < place.window.start()) return {};
  Date end = place.window.end();
  while (*end.plus_days(-1) > place.as_of) end = *end.plus_days(-1);
  return {*Period::of(place.window.start(), end)};
}

}  // namespace

Index above(const Plan& plan, Index unit, Date day) {
  return plan.find_unit(id_above(plan, plan.units()[unit].id, day));
}

bool stands_below(const Plan& plan, Index unit, Index other, const Period& period) {
  const ResponsibleUnit& body = plan.units()[unit];
  const Date from = std::max(body.from.value_or(period.start()), period.start());
  const Date end = std::min(body.until.value_or(period.end()), period.end());
  return from < end && above(plan, unit, *end.plus_days(-1)) == other;
}

std::vector<Index> units_below(const Plan& plan, const Place& place) {
  const Period days = days_that_count(plan, place);
  std::vector<Index> units;
  for (Index unit = 0; unit < plan.units().size(); ++unit) {
    if (stands_below(plan, unit, place.unit, days)) units.push_back(unit);
  }
  return waited_for(units, place.mute);
}

BaseRule rule_for(const Plan& plan, Index indicator, const Base& base) {
  if (base.only) return base.rule;
  const Indicator& own = plan.indicators()[indicator];
  if (own.base_rule) return *own.base_rule;
  const Index grows = plan.base_of(indicator);
  const bool says = grows != kNone && plan.indicators()[grows].base_rule;
  return says ? *plan.indicators()[grows].base_rule : base.rule;
}

Qualifier hedge_of(const std::vector<Fact>& used) {
  std::set<Qualifier> hedges;
  for (const Fact& fact : used) hedges.insert(fact.qualifier);
  hedges.erase(Qualifier::exact);
  if (hedges.empty()) return Qualifier::exact;
  return hedges.size() == 1 ? *hedges.begin() : Qualifier::about;
}

Reached reached(const ObservationLog& log, const Place& place, int declared, const Base& base) {
  return divide(log.plan(), place.indicator, sum_of(log, place, declared, base));
}

Reached part(const ObservationLog& log, const Place& place, Index assigner, int declared,
             const Base& base) {
  if (place.project == kNone && !projects_of(log.plan(), place, assigner).empty()) {
    Sum sum = sum_of_assigned(log, place, assigner, declared, base);
    if (sum.why == Errc::no_data && own(log, place).why == Errc::none) {
      sum.why = Errc::not_attributed;
    }
    return divide(log.plan(), place.indicator, sum);
  }
  Reached whole = reached(log, place, 0, base);
  whole.only.reset();
  if (whole.value) whole.value = Errc::not_attributed;
  if (declared > 0) whole.coverage = {0, declared, Coverage::Of::projects};
  return whole;
}

Reached of_units(const ObservationLog& log, const Place& place, const std::vector<Index>& units,
                 const Base& base) {
  return divide(log.plan(), place.indicator, sum_of_units(log, place, units, base));
}

Reached of_projects(const ObservationLog& log, const Place& place, int declared, const Base& base) {
  if (projects_due(log, place).empty()) return divide(log.plan(), place.indicator, Sum());
  return divide(log.plan(), place.indicator, sum_of_all_projects(log, place, declared, base));
}

Reached computed(const ObservationLog& log, const Place& place, const Base& base) {
  return divide(log.plan(), place.indicator, formula(log, place, base));
}

Reached year_before(const ObservationLog& log, const Place& place, const Reached& now,
                    const Base& base, std::optional<BaseRule> rule) {
  Reached none;
  none.value = now.value ? Errc::no_base : now.value.reason;
  if (!now.value) return none;
  // The year before two years or more is none, nor what lies in the window itself a year before.
  const Back back = how_far_back(place.window, base);
  const std::optional<Period> window = moved(place.window, back);
  const bool long_window = *place.window.start().plus_months(24) <= place.window.end();
  if ((long_window && !base.period_before) || !window) return none;
  std::vector<Period> wanted;
  for (const Period& stretch : base.leave_out ? days_over(place) : now.stretches) {
    const std::optional<Period> before = moved(stretch, back);
    if (!before || before->end() > place.window.start()) return none;
    wanted.push_back(*before);
  }
  if (wanted.empty()) return none;
  Place before =
      asked_by(rule.value_or(rule_for(log.plan(), place.indicator, base)), base.report_day, place);
  before.window = *window;
  before.voices = nullptr;
  before.as_of = wanted.back().last_day();
  const Sum sum = sum_of(log, before, 0, base);
  const Reached then = divide(log.plan(), place.indicator, sum);
  if (!then.value) {
    if (then.value.reason != Errc::no_data) none.value = then.value.reason;
    return none;
  }
  // What is not there plays no part, then or now.
  if (base.leave_out) return divide(log.plan(), place.indicator, sum, now.day);
  const auto counts_parts = [](const Reached& one) {
    return one.coverage.of == Coverage::Of::units || one.coverage.of == Coverage::Of::projects;
  };
  // Whoever reported it, then and now: what is made of parts has to be made of all of them.
  for (const Reached* one : {&now, &std::as_const(then)}) {
    if (!counts_parts(*one) || one->coverage.reported >= one->coverage.expected) continue;
    none.value = Errc::partial_coverage;
    return none;
  }
  if (then.stretches == wanted) return divide(log.plan(), place.indicator, sum, now.day);
  // A day that is wanted and is not there.
  for (const Period& stretch : wanted) {
    for (Date day = stretch.start(); day < stretch.end(); day = *day.plus_days(1)) {
      bool there = false;
      for (const Period& one : then.stretches)
        there = there || (one.start() <= day && day < one.end());
      if (!there) none.value = Errc::partial_coverage;
    }
  }
  return none;
}

Figure baseline(const ObservationLog& log, const Place& place, Date to, const Base& base) {
  const std::optional<Period> window = window_before(place.window, base);
  if (!window) return Errc::no_baseline;
  Place before = asked_by(rule_for(log.plan(), place.indicator, base), base.report_day, place);
  before.window = *window;
  before.voices = nullptr;
  before.as_of = window->last_day();
  const Sum sum = sum_of(log, before, 0, base);
  const Reached then = divide(log.plan(), place.indicator, sum);
  const bool whole = then.coverage.reported >= then.coverage.expected;
  if (then.value.reason == Errc::series_break) return Errc::series_break;
  if (!then.value) return Errc::no_baseline;
  if (!whole && !base.leave_out) return Errc::partial_coverage;
  return divide(log.plan(), place.indicator, sum, to).value;
}

}  // namespace tiendo::oracle
