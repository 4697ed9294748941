// Tested by tests/oracle/engine_oracle_test.cpp, against the engine: either may be wrong.
// Long because it says in one place what a row is.

#include "engine.hpp"

#include <algorithm>
#include <tuple>

#include "course.hpp"
#include "mute.hpp"
#include "profile.hpp"
#include "reached.hpp"
#include "verdict.hpp"
#include "years.hpp"

namespace tiendo::oracle {
namespace {

bool same_cell(const Plan& plan, Index a, Index b) {
  const TargetLinks& x = plan.target_links()[a];
  const TargetLinks& y = plan.target_links()[b];
  return x.indicator == y.indicator && x.unit == y.unit && x.project == y.project &&
         plan.targets()[a].period == plan.targets()[b].period;
}

bool has_been_decided(const Target& target, Date as_of) {
  return !target.decision.date || *target.decision.date <= as_of;
}

// Whether the one target stands in the place of the other, both of one assigner and cell: what is
// assigned gives way to everything; of the others the earlier decision does, one without a date to
// one with a date, and of one day the replacement to the revision.
bool takes_the_place_of(const Target& one, const Target& other) {
  if (one.layer == TargetLayer::assigned) return false;
  if (other.layer == TargetLayer::assigned) return true;
  if (one.decision.date && other.decision.date && *one.decision.date != *other.decision.date) {
    return *one.decision.date > *other.decision.date;
  }
  if (one.decision.date.has_value() != other.decision.date.has_value()) {
    return one.decision.date.has_value();
  }
  return one.layer == TargetLayer::revised && other.layer == TargetLayer::replaces;
}

// Decided by the day, and no other target that has been decided by then stands in its place.
bool in_force(const Plan& plan, Index at, Date as_of) {
  const Target& target = plan.targets()[at];
  if (!has_been_decided(target, as_of)) return false;
  if (target.layer == TargetLayer::adds) return true;
  for (Index i = 0; i < plan.targets().size(); ++i) {
    const Target& other = plan.targets()[i];
    const bool rival = i != at && other.layer != TargetLayer::adds && same_cell(plan, at, i) &&
                       plan.target_links()[at].assigner == plan.target_links()[i].assigner;
    if (rival && has_been_decided(other, as_of) && takes_the_place_of(other, target)) return false;
  }
  return true;
}

// By indicator, unit, project (none first), period, and then as the plan has them.
std::vector<Index> targets_in_order(const Plan& plan, Date as_of) {
  std::vector<Index> order;
  for (Index at = 0; at < plan.targets().size(); ++at) {
    if (in_force(plan, at, as_of)) order.push_back(at);
  }
  std::sort(order.begin(), order.end(), [&](Index a, Index b) {
    const auto key = [&](Index at) {
      const TargetLinks& links = plan.target_links()[at];
      const std::int64_t project = links.project == kNone ? -1 : std::int64_t{links.project};
      return std::tuple(links.indicator, links.unit, project, *plan.targets()[at].period, at);
    };
    return key(a) < key(b);
  });
  return order;
}

ReportRow row_for(const Plan& plan, RowKind kind, const std::vector<Index>& targets) {
  const Target& first = plan.targets()[targets.front()];
  const TargetLinks& links = plan.target_links()[targets.front()];
  ReportRow row;
  row.kind = kind;
  row.indicator = links.indicator;
  row.unit = links.unit;
  row.project = links.project;
  row.period = *first.period;
  row.targets = targets;
  if (kind == RowKind::target) {
    row.assigner = links.assigner;
    row.condition = first.condition;
    row.declared_projects = first.projects;
    return row;
  }
  // The whole: one target that stands by itself, the others on top of it, all bounds of one kind.
  int standing = 0;
  bool bounds = true;
  Decimal sum;
  row.declared_projects = 0;
  for (const Index at : targets) {
    const Target& target = plan.targets()[at];
    const ConditionKind wording = target.condition.kind;
    if (target.layer != TargetLayer::adds) ++standing;
    bounds = bounds && wording == first.condition.kind &&
             (wording == ConditionKind::at_least || wording == ConditionKind::more_than ||
              wording == ConditionKind::at_most || wording == ConditionKind::less_than ||
              wording == ConditionKind::equal);
    sum = *(sum + target.condition.value);
    if (!target.projects) row.declared_projects.reset();
    if (row.declared_projects) *row.declared_projects += *target.projects;
  }
  if (standing == 1 && bounds) {
    row.condition.kind = first.condition.kind;
    row.condition.value = sum;
  }
  return row;
}

// The targets of the same cell as this one, in order.
std::vector<Index> group_of(const Plan& plan, const std::vector<Index>& order, Index at) {
  std::vector<Index> group;
  for (const Index other : order) {
    if (same_cell(plan, at, other)) group.push_back(other);
  }
  return group;
}

bool is_additive(const Plan& plan, const std::vector<Index>& group) {
  return std::any_of(group.begin(), group.end(),
                     [&](Index at) { return plan.targets()[at].layer == TargetLayer::adds; });
}

Figure over(const Figure& a, const Figure& b, Errc zero) {
  if (!a) return a;
  if (!b) return b;
  if ((*b).is_zero()) return zero;
  return *a / *b;
}

Figure less(const Figure& a, const Figure& b) {
  if (!a) return a;
  if (!b) return b;
  return *a - *b;
}

Figure percent(const Figure& part) { return part ? Figure(Ratio(100) * *part) : part; }

// What A must reach: the number itself, or the base and the change.
Figure required(const ReportRow& row, const Measure& measure) {
  if (!is_change(row.condition.kind)) return row.target;
  if (!row.baseline) return row.baseline;
  const Ratio base = *row.baseline;
  // So many percent of nothing are not an amount.
  if (row.condition.in == ChangeIn::percent && base.is_zero()) return Errc::base_zero;
  Ratio amount(row.condition.value);
  if (row.condition.in == ChangeIn::percent) amount = *(amount * base.abs() / Ratio(100));
  if (row.condition.in == ChangeIn::points) {
    amount = *(amount * (Ratio(1) / Ratio(100)) / Ratio(measure.factor));
  }
  return row.condition.kind == ConditionKind::increase_by ? *(base + amount) : *(base - amount);
}

// What is counted by another formula, or in points alone.
void count_otherwise(ReportRow& row, const Indicator& indicator) {
  const bool level = !is_change(row.condition.kind);
  if (level && indicator.achievement == Achievement::inverse) {
    row.completion = percent(over(row.target, row.actual, Errc::actual_zero));
    if (!row.actual) row.completion = row.actual.reason;
  }
  if (level && indicator.achievement == Achievement::mirrored) {
    const Figure part = over(row.actual, row.target, Errc::target_zero);
    row.completion = percent(less(part ? Figure(Ratio(2)) : part, part));
  }
  row.excess = less(row.completion, Ratio(100));
  if (indicator.compare == Comparison::percent) return;
  row.completion = row.excess = row.index = row.growth = Errc::compared_in_points;
}

void compute(ReportRow& row, const Indicator& indicator, const Measure& measure,
             bool change_is_open) {
  row.required = required(row, measure);
  if (is_change(row.condition.kind)) {
    const Figure done = less(row.actual, row.baseline);
    const Figure asked = less(row.required, row.baseline);
    row.completion = percent(over(done, asked, Errc::target_zero));
  } else {
    row.completion = percent(over(row.actual, row.target, Errc::target_zero));
  }
  row.excess = less(row.completion, Ratio(100));
  row.remaining = less(row.required, row.actual);
  row.index = percent(over(row.actual, row.same_period, Errc::base_zero));
  row.change = row.growth = less(row.actual, row.same_period);
  if (row.growth) {
    row.growth = percent(over(row.growth, Ratio((*row.same_period).abs()), Errc::base_zero));
  }
  if (change_is_open) row.completion = row.remaining = Errc::period_open;
  count_otherwise(row, indicator);
}

// What the components make of a composite if the period ended now.
Verdict so_far(const std::vector<ReportRow>& parts) {
  Verdict worst = Verdict::exceeded;
  bool all = true;
  for (const ReportRow& part : parts) {
    const Verdict now = part.verdict != Verdict::none ? part.verdict : part.provisional;
    all = all && now != Verdict::none;
    worst = std::max(worst, now);
  }
  return all || worst == Verdict::missed ? worst : Verdict::none;
}

// Of the components of a composite, in their order.
void judge_composite(ReportRow& row, const std::vector<ReportRow>& all, bool leave_out) {
  int there = 0;
  std::vector<ReportRow> parts;  // those that count
  for (const ReportRow& part : all) {
    if (part.state == State::value) ++there;
    if (part.status && (!row.status || *part.status < *row.status)) row.status = part.status;
    if (!leave_out || part.state != State::no_data) parts.push_back(part);
  }
  if (parts.empty()) parts = all;
  bool same_state = true;
  for (const ReportRow& part : parts) {
    same_state = same_state && part.state == parts[0].state && part.reason == parts[0].reason;
  }
  row.coverage = {there, static_cast<int>(all.size()), Coverage::Of::components};
  row.state = same_state ? parts[0].state : State::undefined;
  row.reason = same_state ? parts[0].reason : Errc::partial_coverage;
  row.verdict = Verdict::exceeded;
  row.verdict_reason = Errc::none;
  for (const ReportRow& part : parts) {  // no component is better than the whole
    if (part.verdict != Verdict::none) row.verdict = std::max(row.verdict, part.verdict);
  }
  if (row.verdict == Verdict::missed) return;
  for (const ReportRow& part : parts) {
    if (part.verdict != Verdict::none) continue;
    row.verdict = Verdict::none;
    row.verdict_reason = part.verdict_reason;
    if (row.verdict_reason == Errc::period_open) row.provisional = so_far(parts);
    return;
  }
}

// Whether the last day of the unit, by the day, is before that of the period.
bool has_ended(const ResponsibleUnit& unit, const Period& period, Date as_of) {
  if (!unit.until) return false;
  const Date last = *unit.until->plus_days(-1);
  return last <= as_of && last < period.last_day();
}

// What is near the row: what its targets say where all say something, added up; what the indicator
// says where none does.
std::optional<NearMiss> near_of(const Plan& plan, const ReportRow& row) {
  const bool numbered = row.condition.kind != ConditionKind::none &&
                        row.condition.kind != ConditionKind::yes &&
                        row.condition.kind != ConditionKind::components;
  if (!numbered) return std::nullopt;
  std::vector<NearMiss> said;
  for (const Index target : row.targets) {
    if (plan.targets()[target].near) said.push_back(*plan.targets()[target].near);
  }
  if (said.empty() || row.kind == RowKind::component) return plan.indicators()[row.indicator].near;
  if (said.size() < row.targets.size()) return std::nullopt;
  NearMiss all = said[0];
  for (std::size_t i = 1; i < said.size(); ++i) {
    if (said[i].in != all.in) return std::nullopt;
    if (all.in == ChangeIn::percent && said[i].value != all.value) return std::nullopt;
    if (all.in != ChangeIn::percent) all.value = *(all.value + said[i].value);
  }
  return all;
}

Eyes eyes_of(const ReportRow& row, const Plan& plan) {
  const Indicator& indicator = plan.indicators()[row.indicator];
  if (!row.near) return indicator.direction;
  Ratio amount(row.near->value);
  // A point is a hundredth of the whole, which is one over the factor of the measure.
  const Ratio factor(plan.measure_of(indicator).factor);
  if (row.near->in == ChangeIn::points) amount = *(amount / Ratio(100) / factor);
  return {indicator.direction, Closeness{amount, row.near->in == ChangeIn::percent}};
}

// What a condition says of the result, which is a number or a range.
Verdict said_of(const ReportRow& row, const Condition& condition, const Eyes& eyes,
                const Ratio& bound) {
  if (row.actual) return verdict_of_report(condition, eyes, *row.actual, bound, row.qualifier);
  const bool hedged = row.qualifier == Qualifier::over || row.qualifier == Qualifier::under;
  return hedged ? Verdict::none
                : verdict_of_range(condition, eyes, row.range->lower, row.range->upper, bound);
}

// Of two things that are asked for, one that is not there is enough.
bool level_is_missed(const ReportRow& row, const Eyes& eyes) {
  const Condition* level = row.condition.then.get();
  const bool whole = row.reason == Errc::none || row.reason == Errc::range_result;
  return level != nullptr && whole && said_of(row, *level, eyes, level->value) == Verdict::missed;
}

// The highest (lowest) of all that will be is no lower (higher) than that of what there is: where
// that has passed the bound, it stays past it. Where several units make it, only if the highest
// (lowest) of them counts.
bool is_final_peak(const Indicator& indicator, const ReportRow& row, Verdict verdict) {
  if (indicator.kind == IndicatorKind::growth || indicator.kind == IndicatorKind::formula) {
    return false;
  }
  const bool of_time =
      row.coverage.of == Coverage::Of::months || row.coverage.of == Coverage::Of::days;
  const ConditionKind kind = row.condition.kind;
  for (const bool highest : {true, false}) {
    if (time_rule_of(indicator) != (highest ? TimeRule::max : TimeRule::min)) continue;
    if (!of_time && unit_rule_of(indicator) != (highest ? UnitRule::max : UnitRule::min)) continue;
    const bool floor = kind == ConditionKind::at_least || kind == ConditionKind::more_than;
    const bool ceiling = kind == ConditionKind::at_most || kind == ConditionKind::less_than;
    const bool reached = verdict == Verdict::met || verdict == Verdict::exceeded;
    if (reached && (highest ? floor : ceiling)) return true;
    if (verdict == Verdict::missed && (highest ? ceiling : floor)) return true;
  }
  return false;
}

// `never`: somebody has said no to what all have to make true, and has said all.
void judge_by_rule(ReportRow& row, const Plan& plan, bool over, bool ended, bool partial,
                   bool never) {
  const Indicator& indicator = plan.indicators()[row.indicator];
  const Eyes eyes = eyes_of(row, plan);
  row.verdict_reason = row.reason;
  const bool range = row.reason == Errc::range_result && row.range;
  if (!row.actual && !range) return;
  const bool change = is_change(row.condition.kind);
  const bool lost = over && !ended &&
                    ((change && !row.required && level_is_missed(row, eyes)) ||
                     (never && row.reason == Errc::partial_coverage));
  if (lost) {
    row.verdict = Verdict::missed;
    row.verdict_reason = Errc::none;
    return;
  }
  if (row.condition.kind == ConditionKind::none || (change && !row.required)) {
    const Errc why = change ? row.required.reason : row.target.reason;
    row.verdict_reason = why;
    return;
  }
  const Verdict verdict = said_of(row, row.condition, eyes, row.required ? *row.required : Ratio());
  const bool lower = row.condition.kind == ConditionKind::at_least ||
                     row.condition.kind == ConditionKind::more_than;
  const bool reached = verdict == Verdict::met || verdict == Verdict::exceeded;
  const bool only_adds =
      indicator.kind == IndicatorKind::flow && time_rule_of(indicator) == TimeRule::sum;
  // A fact has come true for good where nobody is left who could say no.
  const bool of_parts =
      row.coverage.of == Coverage::Of::units || row.coverage.of == Coverage::Of::projects;
  const bool all_said = !of_parts || row.coverage.reported >= row.coverage.expected;
  const bool for_good = lower || (row.condition.kind == ConditionKind::yes && all_said);
  const bool peak = is_final_peak(indicator, row, verdict);
  const Errc undecided = range ? Errc::range_undecided : Errc::bound_undecided;
  if ((for_good && !row.condition.then && reached && only_adds) || peak) {
    row.verdict_reason = Errc::none;
  } else if (partial || row.reason == Errc::not_started) {
    row.verdict_reason = row.reason == Errc::not_started ? row.reason : Errc::partial_coverage;
  } else {
    row.verdict_reason = ended                      ? Errc::unit_ended
                         : !over                    ? Errc::period_open
                         : verdict == Verdict::none ? undecided
                                                    : Errc::none;
  }
  if (row.verdict_reason == Errc::none) row.verdict = verdict;
  if (row.verdict_reason == Errc::period_open) row.provisional = verdict;
}

// What the one report of the row says in words, as a range and by hand; a judge speaks where the
// rule is silent and something was asked.
void hear_judge(ReportRow& row) {
  const bool asked = row.kind != RowKind::indicator && row.condition.kind != ConditionKind::none;
  row.by_hand = row.verdict == Verdict::none && row.hand_verdict != Verdict::none && asked &&
                row.state != State::not_applicable;
  if (!row.by_hand) return;
  row.verdict = row.hand_verdict;
  row.verdict_reason = Errc::none;
}

void take_only(ReportRow& row, const Only& only) {
  const Fact& fact = only.fact;
  if (fact.standing == Standing::range) row.range = {fact.value, fact.extra->upper};
  if (fact.standing == Standing::words) row.words = fact.extra->words;
  if (only.of_all && fact.extra) {
    row.hand_verdict = fact.extra->verdict;
    row.judge = fact.extra->judge;
  }
}

// Whether more was due than is there, and is waited for; over time that is so only at the end.
bool is_partial(const ReportRow& row, bool over, const Base& base) {
  const bool in_time =
      row.coverage.of == Coverage::Of::months || row.coverage.of == Coverage::Of::days;
  return !base.leave_out && row.coverage.reported < row.coverage.expected && (over || !in_time);
}

// What is asked, and of whom.
struct Asked {
  const Request& request;
  std::set<Index> mute;
};

void place_state(ReportRow& row, const Request& request, bool over, const Base& base) {
  row.reason = row.actual.reason;
  row.state = State::undefined;
  if (request.as_of < row.period.start()) {
    row.reason = Errc::not_started;
    row.state = State::not_due;
  } else if (row.actual && is_partial(row, over, base)) {
    row.reason = Errc::partial_coverage;
  } else if (row.actual) {
    row.state = State::value;
  } else if (row.reason == Errc::no_data) {
    row.state = State::no_data;
  } else if (row.reason == Errc::not_applicable) {
    row.state = State::not_applicable;
  } else if (row.reason == Errc::withheld) {
    row.state = State::withheld;
  }
}

// What the target of the same assigner on what grows says of a year that ended some years before
// the period.
std::optional<StatedYear> stated_year(const ReportRow& row, const Plan& plan, Date decided) {
  const bool asked = row.kind == RowKind::target || row.kind == RowKind::component;
  for (Index at = 0; asked && at < plan.targets().size(); ++at) {
    const Target& target = plan.targets()[at];
    const TargetLinks& links = plan.target_links()[at];
    if (links.indicator != plan.base_of(row.indicator) || links.unit != row.unit ||
        links.project != kNone || links.assigner != row.assigner || *target.period != row.period ||
        !target.baseline || !target.baseline->period || !in_force(plan, at, decided)) {
      continue;
    }
    const Period& year = *target.baseline->period;
    if (months_between(year.start(), year.end()) != 12) continue;
    const std::optional<int> gap = year.end() == row.period.start()
                                       ? std::optional(0)
                                       : months_between(year.end(), row.period.start());
    if (gap && *gap % 12 == 0) return StatedYear{target.baseline->value, year};
  }
  return std::nullopt;
}

// Of a part that adds to others nobody knows what it has done.
Reached average(ReportRow& row, const ObservationLog& log, const Place& place, const Base& base,
                const Request& request, bool is_part, const Coverage& of_part) {
  const Date decided =
      request.known_on ? std::min(*request.known_on, request.as_of) : request.as_of;
  const std::optional<StatedYear> stated =
      is_part ? std::nullopt : stated_year(row, log.plan(), decided);
  Years years = average_of_years(log, place, base, stated);
  if (is_part && years.figure.value) years.figure.value = Errc::not_attributed;
  if (is_part && of_part.of == Coverage::Of::projects) years.figure.coverage = of_part;
  if (!is_part) row.average = years.growth;
  if (!is_part && years.cut) row.cut = 40;
  return years.figure;
}

void fill(ReportRow& row, const ObservationLog& log, const Asked& whom, bool is_part) {
  const Request& request = whom.request;
  const Plan& plan = log.plan();
  const Indicator& indicator = plan.indicators()[row.indicator];
  Place place{
      row.indicator, row.unit,         row.project, row.period,
      request.as_of, request.known_on, false,       row.condition.kind == ConditionKind::yes};
  place.mute = &whom.mute;
  if (indicator.kind == IndicatorKind::composite) {
    row.base_rule = rule_for(plan, row.indicator, {base_rule_of(request), request.as_of});
    row.actual = row.completion = row.excess = Errc::composite;
    row.same_period = row.index = row.growth = row.base_revision = row.baseline = Errc::composite;
    row.change = Errc::composite;
    const bool asked = row.kind != RowKind::indicator;
    row.target = row.required = row.remaining = asked ? Errc::composite : Errc::no_target;
    row.expected = row.deviation = Errc::no_profile;
    row.pace = row.run_rate = row.same_share = Errc::composite;
    place_state(row, request, false, {BaseRule::latest, request.as_of});
    row.verdict_reason = row.reason;
    row.final = request.as_of >= row.period.last_day();
    row.course_reason = row.target.reason;
    row.targeted_change = row.target.reason;
    return;
  }
  const int declared = row.declared_projects.value_or(0);
  const bool leave_out = request.rules.unreported == Unreported::leave_out;
  const bool period_before = request.rules.compared_with == ComparedWith::period_before;
  const Base base{base_rule_of(request), request.as_of, false, leave_out, period_before};
  row.base_rule = rule_for(plan, row.indicator, base);
  Reached now = is_part ? part(log, place, row.assigner, declared, base)
                        : reached(log, place, declared, base);
  const bool in_years =
      indicator.kind == IndicatorKind::growth && now.value.reason == Errc::average_of_years;
  if (in_years) now = average(row, log, place, base, request, is_part, now.coverage);
  row.actual = now.value;
  row.coverage = now.coverage;
  if (!now.stretches.empty()) row.reported_to = now.stretches.back().last_day();
  for (const Fact& fact : now.used) {
    row.status = row.status ? std::min(*row.status, fact.status) : fact.status;
  }
  row.qualifier = hedge_of(now.used);
  if (now.only) take_only(row, *now.only);
  row.same_period = year_before(log, place, now, base).value;
  const Base newest{BaseRule::latest, request.as_of, true, leave_out, period_before};
  const Base oldest{BaseRule::first_published, request.as_of, true, leave_out, period_before};
  row.base_revision = row.same_period;
  if (row.same_period) {
    row.base_revision = less(year_before(log, place, now, newest).value,
                             year_before(log, place, now, oldest).value);
  }
  if (is_part && now.value) row.same_period = row.base_revision = Errc::no_base;

  // In the series of the value to date; without one, of the day within the period.
  const Date within = std::max(row.period.start(), std::min(request.as_of, row.period.last_day()));
  const Date series = now.value ? *now.day : within;
  row.baseline = Errc::no_baseline;
  const bool numbered = row.condition.kind >= ConditionKind::at_least &&
                        row.condition.kind <= ConditionKind::decrease_by;
  const bool says_base = numbered && row.targets.size() == 1 &&
                         plan.targets()[row.targets.front()].baseline.has_value();
  if (is_change(row.condition.kind) || says_base) {
    const auto& stated = plan.targets()[row.targets.front()].baseline;
    row.baseline = stated ? Figure(Ratio(stated->value)) : baseline(log, place, series, base);
  }
  row.target = row.kind == RowKind::indicator                 ? Figure(Errc::no_target)
               : row.condition.kind == ConditionKind::none    ? Figure(Errc::not_additive)
               : row.condition.kind == ConditionKind::between ? Figure(Errc::range_target)
               : row.condition.kind == ConditionKind::yes     ? Figure(Errc::fact_target)
                                                              : Figure(Ratio(row.condition.value));
  row.near = near_of(plan, row);
  const bool over = request.as_of >= row.period.last_day();
  const bool open = is_change(row.condition.kind) && time_rule_of(indicator) == TimeRule::sum;
  compute(row, indicator, plan.measure_of(indicator), open && !over);
  place_state(row, request, over, base);
  const bool ended = has_ended(plan.units()[row.unit], row.period, request.as_of);
  expect(row, log, place, series, base, is_part, ended, in_years && !is_part);
  judge_by_rule(row, plan, over, ended, is_partial(row, over, base), place.every && now.never);
  hear_judge(row);
  row.final = over;
  const bool sum = time_rule_of(indicator) == TimeRule::sum;
  place_course(row, indicator.direction,
               sum && !over                  ? Errc::period_open
               : is_partial(row, over, base) ? Errc::partial_coverage
                                             : Errc::none);
  look_ahead(row, log, place, now, series, base, ended);
}

// After the last row, which is of a composite: what each of its components has to meet.
void add_components(std::vector<ReportRow>& rows, const ObservationLog& log, const Asked& asked) {
  const ReportRow composite = rows.back();
  std::vector<ReportRow> parts;
  for (const ComponentCondition& one : *composite.condition.components) {
    ReportRow part;
    part.kind = RowKind::component;
    part.indicator = log.plan().find_indicator(one.indicator);
    part.unit = composite.unit;
    part.project = composite.project;
    part.assigner = composite.assigner;
    part.period = composite.period;
    part.targets = composite.targets;
    part.condition = one.condition;
    fill(part, log, asked, false);
    parts.push_back(part);
  }
  judge_composite(rows.back(), parts, asked.request.rules.unreported == Unreported::leave_out);
  rows.insert(rows.end(), parts.begin(), parts.end());
}

// Whether a target in force asks something of the indicator as a component.
bool is_component(const Plan& plan, const std::vector<Index>& order, Index indicator) {
  for (const Index at : order) {
    const auto& components = plan.targets()[at].condition.components;
    if (!components) continue;
    for (const ComponentCondition& one : *components) {
      if (one.indicator == plan.indicators()[indicator].id) return true;
    }
  }
  return false;
}

// The indicator by whose figures units belong together: of a growth what grows. None for what has
// no figure of units above.
std::optional<Index> rolls_up_by(const Plan& plan, Index indicator) {
  const Indicator& definition = plan.indicators()[indicator];
  if (definition.kind == IndicatorKind::growth && !definition.base.empty()) {
    return rolls_up_by(plan, plan.find_indicator(definition.base));
  }
  if (definition.kind == IndicatorKind::composite) return std::nullopt;
  const bool whole = unit_rule_of(definition) != UnitRule::none;
  if (whole || definition.kind == IndicatorKind::formula) return indicator;
  return std::nullopt;
}

// The units that are asked for in a period: that of the plan (or all that stand below none), and
// what takes part below one that is, as often as there are levels.
std::set<Index> asked_units(const Plan& plan, const Asked& asked, Index indicator,
                            const Period& period) {
  std::set<Index> units;
  for (Index unit = 0; unit < plan.units().size(); ++unit) {
    const bool top = plan.unit() == kNone ? plan.units()[unit].parent.empty() : unit == plan.unit();
    if (top) units.insert(unit);
  }
  for (int level = 0; level < *asked.request.levels; ++level) {
    const std::set<Index> above = units;
    for (const Index unit : above) {
      Place place{indicator, unit, kNone, period, asked.request.as_of, asked.request.known_on};
      place.mute = &asked.mute;
      for (const Index below : units_below(plan, place)) units.insert(below);
    }
  }
  return units;
}

// Rows without a target where one of those units has none: before the first row that is later by
// indicator, unit, project and period.
void add_levels(std::vector<ReportRow>& rows, const ObservationLog& log, const Asked& asked) {
  const Plan& plan = log.plan();
  const auto key = [](const ReportRow& row) {
    const std::int64_t project = row.project == kNone ? -1 : std::int64_t{row.project};
    return std::tuple(row.indicator, row.unit, project, row.period);
  };
  const std::vector<ReportRow> known = rows;
  for (const ReportRow& row : known) {
    if (row.kind == RowKind::component || row.project != kNone) continue;
    const std::optional<Index> by = rolls_up_by(plan, row.indicator);
    if (!by) continue;
    for (const Index unit : asked_units(plan, asked, *by, row.period)) {
      ReportRow bare;
      bare.indicator = row.indicator;
      bare.unit = unit;
      bare.period = row.period;
      const auto is_there = [&](const ReportRow& other) {
        return other.kind != RowKind::component && key(other) == key(bare);
      };
      if (std::any_of(rows.begin(), rows.end(), is_there)) continue;
      fill(bare, log, asked, false);
      const auto later = std::find_if(rows.begin(), rows.end(), [&](const ReportRow& other) {
        return other.kind != RowKind::component && key(other) > key(bare);
      });
      rows.insert(later, bare);
    }
  }
}

}  // namespace

ReportRow row_without_target(const ObservationLog& log, const Request& request, Index indicator,
                             Index unit, const Period& period) {
  ReportRow row;
  row.indicator = indicator;
  row.unit = unit;
  row.period = period;
  fill(row, log, {request, mute_units(log, request.known_on)}, false);
  return row;
}

std::vector<ReportRow> rows(const ObservationLog& log, const Request& request) {
  const Plan& plan = log.plan();
  const Asked asked{request, mute_units(log, request.known_on)};
  // Known by the day as known on, if that is earlier.
  const Date decided =
      request.known_on && *request.known_on < request.as_of ? *request.known_on : request.as_of;
  const std::vector<Index> order = targets_in_order(plan, decided);
  std::vector<ReportRow> result;
  for (Index indicator = 0; indicator < plan.indicators().size(); ++indicator) {
    const std::size_t before = result.size();
    for (const Index at : order) {
      if (plan.target_links()[at].indicator != indicator) continue;
      const std::vector<Index> group = group_of(plan, order, at);
      const bool additive = is_additive(plan, group);
      result.push_back(row_for(plan, RowKind::target, {at}));
      fill(result.back(), log, asked, additive);
      if (result.back().condition.components) add_components(result, log, asked);
      if (!additive || at != group.back()) continue;
      result.push_back(row_for(plan, RowKind::whole, group));
      fill(result.back(), log, asked, false);
    }
    if (result.size() > before || plan.unit() == kNone) continue;
    if (is_component(plan, order, indicator)) continue;
    ReportRow bare;
    bare.indicator = indicator;
    bare.unit = plan.unit();
    bare.period = plan.head().period;
    result.push_back(bare);
    fill(result.back(), log, asked, false);
  }
  if (request.levels) add_levels(result, log, asked);
  return result;
}

namespace {

bool is_silent(const ReportRow& row) {
  return row.state == State::no_data || row.state == State::not_due;
}

// How those rows came out that belong.
template <class Belongs>
SummaryRow counted(const std::vector<ReportRow>& rows, Index assigner, const Belongs& belongs) {
  SummaryRow sum;
  sum.assigner = assigner;
  for (const ReportRow& row : rows) {
    if (row.kind == RowKind::component) continue;
    if (row.targets.empty() || row.project != kNone || row.assigner != assigner) continue;
    if (!belongs(row)) continue;
    ++sum.rows;
    sum.exceeded += row.verdict == Verdict::exceeded ? 1 : 0;
    sum.met += row.verdict == Verdict::met ? 1 : 0;
    sum.near += row.verdict == Verdict::near ? 1 : 0;
    sum.missed += row.verdict == Verdict::missed ? 1 : 0;
    sum.no_data += is_silent(row) ? 1 : 0;
    sum.by_hand += row.by_hand ? 1 : 0;
    sum.not_judged += row.verdict == Verdict::none && !is_silent(row) ? 1 : 0;
    sum.provisional_exceeded += row.provisional == Verdict::exceeded ? 1 : 0;
    sum.provisional_met += row.provisional == Verdict::met ? 1 : 0;
    sum.provisional_near += row.provisional == Verdict::near ? 1 : 0;
    sum.provisional_missed += row.provisional == Verdict::missed ? 1 : 0;
  }
  return sum;
}

// What the plan says of the target: the name of the group that it is in by that, or several.
std::set<std::string> names_of(const Plan& plan, Index target, TallyBy by) {
  const Target& of = plan.targets()[target];
  if (by == TallyBy::unit) return {of.unit};
  if (by == TallyBy::field) return {plan.indicators()[plan.find_indicator(of.indicator)].field};
  if (by == TallyBy::lead && !of.lead.empty()) return {of.lead};
  std::set<std::string> names;
  for (const TaskGroup& group : plan.task_groups()) {
    const auto& listed = group.targets;
    const bool named = !of.task_group.empty();
    const bool mine = named ? of.task_group == group.id
                            : std::find(listed.begin(), listed.end(), of.indicator) != listed.end();
    if (mine) names.insert(by == TallyBy::lead ? group.lead : group.id);
  }
  if (by == TallyBy::lead) names.erase("");
  return names.empty() ? std::set<std::string>{""} : names;
}

// Of a row made of several targets: one that says something is enough.
std::set<std::string> names_of(const Plan& plan, const ReportRow& row, TallyBy by) {
  std::set<std::string> names;
  for (const Index target : row.targets) names.merge(names_of(plan, target, by));
  if (names.size() > 1) names.erase("");
  return names;
}

// Every group there may be, in order, "" last.
std::vector<std::string> all_names(const Plan& plan, TallyBy by) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  if (by == TallyBy::field) {
    for (const Indicator& indicator : plan.indicators()) add(indicator.field);
  } else if (by == TallyBy::task_group) {
    for (const TaskGroup& group : plan.task_groups()) add(group.id);
  } else {
    for (const ResponsibleUnit& unit : plan.units()) add(unit.id);
  }
  std::erase(names, "");
  names.emplace_back();
  return names;
}

Index position_of(const Plan& plan, const std::string& name, TallyBy by) {
  if (by == TallyBy::field) return kNone;
  return by == TallyBy::task_group ? plan.find_task_group(name) : plan.find_unit(name);
}

}  // namespace

std::vector<SummaryRow> summary(const Plan& plan, const std::vector<ReportRow>& rows) {
  std::vector<SummaryRow> result;
  for (Index assigner = 0; assigner <= plan.units().size(); ++assigner) {
    const SummaryRow sum = counted(rows, assigner < plan.units().size() ? assigner : kNone,
                                   [](const ReportRow&) { return true; });
    if (sum.rows > 0) result.push_back(sum);
  }
  return result;
}

std::vector<TallyRow> tally(const Plan& plan, const std::vector<ReportRow>& rows, TallyBy by) {
  std::vector<TallyRow> result;
  for (const std::string& name : all_names(plan, by)) {
    for (Index unit = 0; unit <= plan.units().size(); ++unit) {
      TallyRow sum;
      sum.field = by == TallyBy::field ? name : "";
      sum.group = position_of(plan, name, by);
      const Index assigner = unit < plan.units().size() ? unit : kNone;
      sum.counts = counted(rows, assigner, [&](const ReportRow& row) {
        if (!names_of(plan, row, by).contains(name)) return false;
        const bool asked = row.state != State::not_due && row.state != State::not_applicable;
        sum.due += asked ? 1 : 0;
        sum.reported += asked && !is_silent(row) ? 1 : 0;
        return true;
      });
      if (sum.counts.rows > 0) result.push_back(sum);
    }
  }
  return result;
}

}  // namespace tiendo::oracle
