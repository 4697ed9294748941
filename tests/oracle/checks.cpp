// Tested by tests/oracle/checks_oracle_test.cpp, against the checks: either may be wrong.
//
// Long because it says all checks over again, each in a few words.

#include "checks.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine.hpp"
#include "mute.hpp"
#include "reached.hpp"
#include "tiendo/model/in_force.hpp"
#include "verdict.hpp"

namespace tiendo::oracle {
namespace {

const Date kEver = *Date::parse("9999-12-31");

// A report that counts: the days for which it speaks, and its number in the measure.
struct Counted {
  Fact fact;
  Period days;
  Ratio value;
};

// What is asked of a unit, by one target or by several that add up.
struct Asked {
  ConditionKind kind;
  Ratio value;
  std::vector<Index> assigners;
};

bool is_among(const std::vector<Index>& all, Index one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

// How many breaks of the series there have been.
std::ptrdiff_t stretch(const Indicator& indicator, Date day) {
  return std::count_if(indicator.breaks.begin(), indicator.breaks.end(),
                       [&](const SeriesBreak& broken) { return broken.on <= day; });
}

// Whether the one is nearer to the other than 7 to 10.
bool is_about(const Ratio& a, const Ratio& b) {
  return *(Ratio(7) * a) <= *(Ratio(10) * b) && *(Ratio(7) * b) <= *(Ratio(10) * a);
}

std::string path_of(const Fact& fact) { return "observation " + std::to_string(fact.row + 1); }

std::string path_of(const Plan& plan, Index target) {
  std::vector<std::string> paths;
  std::size_t own = plan.targets().size();
  for (const Project& project : plan.projects()) own -= project.targets.size();
  for (std::size_t i = 0; i < own; ++i) paths.push_back("/plan/targets/" + std::to_string(i));
  for (std::size_t p = 0; p < plan.projects().size(); ++p) {
    for (std::size_t i = 0; i < plan.projects()[p].targets.size(); ++i) {
      paths.push_back("/plan/projects/" + std::to_string(p) + "/targets/" + std::to_string(i));
    }
  }
  return paths[target];
}

class Checks {
 public:
  Checks(const ObservationLog& log, const std::vector<Observation>& reports,
         const std::optional<Date>& known_on, BaseRule base)
      : log_(log),
        reports_(reports),
        plan_(log.plan()),
        known_on_(known_on),
        base_(base),
        in_force_(targets_in_force(plan_, known_on.value_or(kEver))),
        mute_(mute_units(log, known_on)) {}

  std::vector<Finding> run() {
    for (const Index at : in_force_) {
      for (const Index other : in_force_) growth_against_level(at, other);
      target_beyond_whole(at);
      total_out_of_reach(at);
      child_targets(at);
    }
    stages();
    judges();
    std::set<std::tuple<Index, Index, Index>> cells;
    for (Row row = 0; row < log_.size(); ++row) {
      const Fact fact = log_.fact(row);
      cells.emplace(fact.indicator, fact.unit, fact.project);
    }
    for (const auto& [indicator, unit, project] : cells) {
      const std::vector<Counted> all = counted(indicator, unit, project);
      for (const Counted& one : all) {
        report(one);
        if (project == kNone) parts(one);
        made_by_formula(one);
        magnitude(one, all);
        running_total(one, all);
      }
    }
    totals();
    return findings_;
  }

 private:
  // Where a judge and the rule both give a verdict, each other ones.
  void judges() {
    Request request;
    request.as_of = known_on_.value_or(kEver);
    request.known_on = known_on_;
    request.base_rule = base_;
    for (const ReportRow& row : rows(log_, request)) {
      const bool both = row.hand_verdict != Verdict::none && row.verdict != Verdict::none;
      if (!both || row.by_hand || row.hand_verdict == row.verdict) continue;
      const Place place{row.indicator, row.unit,         row.project, row.period,
                        request.as_of, request.known_on, false,       false};
      add(Severity::warning, Errc::verdict_disagrees,
          "observation " + std::to_string(own(log_, place).only->fact.row + 1));
    }
  }

  void add(Severity severity, Errc code, const std::string& path) {
    findings_.push_back({path, code, severity});
  }

  const Indicator& indicator(Index at) const { return plan_.indicators()[at]; }
  const Measure& measure(Index at) const { return plan_.measure_of(indicator(at)); }
  Target target(Index at) const { return plan_.targets()[at]; }
  const TargetLinks& links(Index at) const { return plan_.target_links()[at]; }
  Place place(Index of, Index unit, const Period& window) const {
    Place place{of, unit, kNone, window, window.last_day(), known_on_, false, plan_.is_fact(of)};
    place.mute = &mute_;
    return place;
  }
  static Base latest() { return {BaseRule::latest, kEver}; }

  // ---- which reports count ----------------------------------------------------------------------

  // A running total is of all days since the plan, or a plan of its length before it, began.
  std::optional<Period> days_of(const Fact& fact) const {
    Period window = plan_.head().period;
    if (fact.form != Form::to_date) return fact.period;
    const std::optional<int> months = months_between(window.start(), window.end());
    while (fact.period.start() < window.start() && months) {
      window = *window.shifted_months(-*months);
    }
    if (!window.contains(fact.period)) return std::nullopt;
    return *Period::of(window.start(), fact.period.end());
  }

  Ratio value_of(const Fact& fact) const {
    if (!is_ratio(plan_, fact.indicator)) return fact.value;
    return *(Ratio(fact.value) / Ratio(fact.denominator) / Ratio(measure(fact.indicator).factor));
  }

  // Of those in one form for the same days the latest, most final, highest revision; and only where
  // those that are equal in this say the same, and a number.
  std::vector<Counted> counted(Index of, Index unit, Index project) const {
    const auto rank = [](const Fact& f) { return std::tuple(f.recorded_on, f.status, f.revision); };
    const auto says = [](const Fact& f) { return std::tuple(f.standing, f.value, f.denominator); };
    std::vector<Fact> facts;
    for (Row row = 0; row < log_.size(); ++row) {
      const Fact fact = log_.fact(row);
      const bool here = fact.indicator == of && fact.unit == unit && fact.project == project;
      const bool known = !known_on_ || fact.recorded_on <= *known_on_;
      if (here && known && !fact.earlier_stage && days_of(fact)) facts.push_back(fact);
    }
    std::vector<Counted> all;
    for (const Fact& fact : facts) {
      bool counts = fact.standing == Standing::value;
      for (const Fact& other : facts) {
        if (other.form != fact.form || *days_of(other) != *days_of(fact)) continue;
        if (rank(other) > rank(fact)) counts = false;
        if (rank(other) == rank(fact) && says(other) != says(fact)) counts = false;
        if (rank(other) == rank(fact) && other.row < fact.row) counts = false;  // one of them
      }
      if (is_ratio(plan_, of) && fact.denominator.is_zero()) continue;  // is no number
      if (counts) all.push_back({fact, *days_of(fact), value_of(fact)});
    }
    return all;
  }

  // ---- targets ----------------------------------------------------------------------------------

  bool is_level(Index at) const {
    return target(at).layer != TargetLayer::adds && is_bound(target(at).condition.kind) &&
           links(at).project == kNone;
  }

  void growth_against_level(Index growth, Index level) {
    const Index grows = links(growth).indicator;
    if (indicator(grows).kind != IndicatorKind::growth || !is_level(growth) || !is_level(level)) {
      return;
    }
    const Index base = plan_.base_of(grows);
    const bool alike = links(level).indicator == base && links(level).unit == links(growth).unit &&
                       links(level).assigner == links(growth).assigner &&
                       target(level).period == target(growth).period;
    if (!alike) return;
    const Base rule{rule_for(plan_, grows, {base_, kEver}), kEver, true};
    Place year = place(base, links(level).unit, *target(level).period);
    year.every = false;
    const Figure before = baseline(log_, year, year.window.last_day(), rule);
    if (before.reason == Errc::series_break) {
      add(Severity::note, Errc::series_break, path_of(plan_, growth));
    }
    if (!before || before.value->is_zero()) return;
    const Ratio asked(target(level).condition.value);
    const Ratio implied = *((asked - *before) / before.value->abs() / Ratio(measure(grows).factor));
    const Decimal& wanted = target(growth).condition.value;
    const bool prints_alike = *round(implied, wanted.scale(), Rounding::half_up) == wanted;
    add(prints_alike ? Severity::note : Severity::warning, Errc::growth_against_level,
        path_of(plan_, growth));
  }

  bool is_share(Index of) const {
    return indicator(of).kind == IndicatorKind::share && measure(of).kind == kShareKind;
  }
  bool beyond_whole(Index of, const Ratio& value) const {
    const Ratio part = *(value * Ratio(measure(of).factor));
    return is_share(of) && (part < Ratio(0) || part > Ratio(1));
  }

  void target_beyond_whole(Index at) {
    const Condition& condition = target(at).condition;
    if (!has_number(condition.kind) || is_change(condition.kind)) return;
    const bool range = condition.kind == ConditionKind::between;
    if (beyond_whole(links(at).indicator, range ? condition.upper : condition.value)) {
      add(Severity::warning, Errc::beyond_whole, path_of(plan_, at));
    }
  }

  // The targets in force of a unit as a whole for one indicator and period, of some assigners.
  std::vector<Index> of_unit(Index like, Index unit, const std::vector<Index>* assigners) const {
    std::vector<Index> all;
    for (const Index at : in_force_) {
      const bool alike = links(at).indicator == links(like).indicator && links(at).unit == unit &&
                         links(at).project == kNone && target(at).period == target(like).period;
      if (alike && (!assigners || is_among(*assigners, links(at).assigner))) all.push_back(at);
    }
    return all;
  }

  // All together, where all are bounds of one kind.
  std::optional<Asked> together(const std::vector<Index>& targets) const {
    if (targets.empty()) return std::nullopt;
    Asked sum{target(targets.front()).condition.kind, {}, {}};
    for (const Index at : targets) {
      const Condition& condition = target(at).condition;
      if (condition.kind != sum.kind || !is_bound(condition.kind)) return std::nullopt;
      sum.value = *(sum.value + Ratio(condition.value));
      sum.assigners.push_back(links(at).assigner);
    }
    return sum;
  }

  // The target as one by itself, or, if it is the first of those of its unit, all that add up.
  std::optional<Asked> asked_by(Index at) const {
    const std::vector<Index> group = of_unit(at, links(at).unit, nullptr);
    std::size_t adds = 0;
    for (const Index one : group) adds += target(one).layer == TargetLayer::adds ? 1U : 0U;
    if (adds == 0) return together({at});
    if (at != group.front() || group.size() != adds + 1) return std::nullopt;
    return together(group);
  }

  void child_targets(Index at) {
    const Index unit = links(at).unit;
    const bool sums = unit_rule_of(indicator(links(at).indicator)) == UnitRule::sum;
    if (links(at).project != kNone || !sums) return;
    const std::optional<Asked> whole = asked_by(at);
    if (!whole) return;
    Ratio sum;
    std::set<std::string> asked_kinds;
    std::set<std::string> other_kinds;
    for (Index child = 0; child < plan_.units().size(); ++child) {
      if (!stands_below(plan_, child, unit, *target(at).period)) continue;
      // What the unit itself hands down, else what its assigners ask for directly.
      const std::vector<Index> self = {unit};
      std::vector<Index> theirs = of_unit(at, child, &self);
      if (theirs.empty()) theirs = of_unit(at, child, &whole->assigners);
      const std::optional<Asked> asked = together(theirs);
      const bool counts = asked && asked->kind == whole->kind;
      (counts ? asked_kinds : other_kinds).insert(plan_.units()[child].kind);
      if (counts) sum = *(sum + asked->value);
    }
    if (asked_kinds.empty() || sum == whole->value) return;
    const bool complete =
        std::none_of(asked_kinds.begin(), asked_kinds.end(),
                     [&](const auto& kind) { return other_kinds.contains(kind); });
    if (sum < whole->value && !complete) return;
    const bool lower =
        whole->kind == ConditionKind::at_least || whole->kind == ConditionKind::more_than;
    const bool upper =
        whole->kind == ConditionKind::at_most || whole->kind == ConditionKind::less_than;
    const bool harmless = sum > whole->value ? lower : upper;
    add(harmless ? Severity::note : Severity::warning, Errc::child_targets_differ,
        path_of(plan_, at));
  }

  // ---- work -------------------------------------------------------------------------------------

  // What is reported of one stage of a project, as if that were the whole of it.
  ObservationLog log_of_stage(const std::string& project, const std::string& stage) const {
    ObservationLog log(plan_);
    for (Observation report : reports_) {
      if (report.project != project || report.work_stage != stage) continue;
      report.work_stage.clear();
      (void)log.append(report);
    }
    return log;
  }

  // Each stage against the last one before it of which a number is known, once for each cell and
  // period with a target.
  void stages() {
    std::set<std::tuple<Index, Index, Index, Period>> seen;
    for (Index at = 0; at < plan_.targets().size(); ++at) {
      const TargetLinks& link = links(at);
      if (link.project == kNone) continue;
      const Period period = *target(at).period;
      if (!seen.emplace(link.indicator, link.unit, link.project, period).second) continue;
      const Project& project = plan_.projects()[link.project];
      Place where = place(link.indicator, link.unit, period);
      where.project = link.project;
      std::optional<Ratio> before;
      for (const std::string& stage : project.stages) {
        const bool last = stage == project.stages.back();
        const Figure now = last
                               ? reached(log_, where, 0, latest()).value
                               : reached(log_of_stage(project.id, stage), where, 0, latest()).value;
        if (!now) continue;
        if (before && *now > *before) add(Severity::warning, Errc::stage_ahead, path_of(plan_, at));
        before = *now;
      }
    }
  }

  // ---- reports ----------------------------------------------------------------------------------

  // What one report says against itself.
  void report(const Counted& one) {
    const Fact& fact = one.fact;
    const ResponsibleUnit& unit = plan_.units()[fact.unit];
    if (beyond_whole(fact.indicator, one.value)) {
      add(Severity::warning, Errc::beyond_whole, path_of(fact));
    }
    if (fact.status == Status::official && fact.recorded_on < fact.period.last_day()) {
      add(Severity::note, Errc::final_too_early, path_of(fact));
    }
    const bool later = unit.from && *unit.from > fact.period.last_day();
    const bool earlier = unit.until && *unit.until <= fact.period.start();
    if (later || earlier) add(Severity::warning, Errc::unit_gone, path_of(fact));
    growth_reported(one);
  }

  // ---- a growth that is reported itself ---------------------------------------------------------

  struct End {
    Ratio at;
    bool in;  // whether it belongs to the numbers
  };
  struct Ends {
    End low, high;
  };

  // What a printed number can have been: within half its last digit, or beyond it by a hedge, as
  // far as the last digit that is no zero before the point.
  static Ends meant(const Fact& fact) {
    const std::string digits = fact.value.to_string();
    Ratio unit = *pow(Ratio(10), -fact.value.scale());
    const Ratio half = *(unit / Ratio(2));
    for (auto i = digits.size(); fact.value.scale() == 0 && digits[--i] == '0' && i > 0;) {
      if (fact.value.sign() != 0) unit = *(unit * Ratio(10));
    }
    const Ratio number(fact.value);
    const End below{*(number - unit), fact.qualifier == Qualifier::about};
    const End above{*(number + unit), fact.qualifier == Qualifier::about};
    switch (fact.qualifier) {
      case Qualifier::over: return {{number, true}, above};
      case Qualifier::under: return {below, {number, true}};
      case Qualifier::about: return {below, above};
      case Qualifier::exact: break;
    }
    return {{*(number - half), true}, {*(number + half), true}};
  }

  // Whether some numbers that print as these two grew by one that prints as the growth; also where
  // the earlier may be nothing or less.
  bool may_have_grown(const Fact& growth, const Fact& now, const Fact& before) const {
    const Ends last = meant(now);
    const Ends first = meant(before);
    if (first.low.at.sign() <= 0) return true;
    std::vector<End> corners;
    for (const End& b : {last.low, last.high}) {
      for (const End& a : {first.low, first.high}) {
        const Ratio grown = *(*(b.at / a.at - Ratio(1)) / Ratio(measure(growth.indicator).factor));
        corners.push_back({grown, b.in && (a.in || b.at.is_zero())});
      }
    }
    End least = corners[0];
    End most = corners[0];
    for (const End& one : corners) {
      if (one.at < least.at || (one.at == least.at && one.in)) least = one;
      if (one.at > most.at || (one.at == most.at && one.in)) most = one;
    }
    const Ends said = meant(growth);
    const bool below =
        least.at < said.high.at || (least.at == said.high.at && least.in && said.high.in);
    const bool above = most.at > said.low.at || (most.at == said.low.at && most.in && said.low.in);
    return below && above;
  }

  // All that was ever published of a unit for these days, as far as it is known.
  std::vector<Fact> editions(Index of, Index unit, const Period& days) const {
    std::vector<Fact> all;
    for (Row row = 0; row < log_.size(); ++row) {
      const Fact fact = log_.fact(row);
      const bool here = fact.indicator == of && fact.unit == unit && fact.project == kNone;
      const bool known = !known_on_ || fact.recorded_on <= *known_on_;
      if (here && known && fact.standing == Standing::value && days_of(fact) == days) {
        all.push_back(fact);
      }
    }
    return all;
  }

  void growth_reported(const Counted& one) {
    const Fact& fact = one.fact;
    if (indicator(fact.indicator).kind != IndicatorKind::growth || fact.project != kNone) return;
    const Index base = plan_.base_of(fact.indicator);
    if (is_ratio(plan_, base) || one.days.whole_months().value_or(13) > 12) return;
    const Period before = *one.days.year_before();
    if (stretch(indicator(base), before.last_day()) !=
        stretch(indicator(base), one.days.last_day())) {
      return;
    }
    bool compared = false;
    for (const Fact& then : editions(base, fact.unit, before)) {
      for (const Fact& now : editions(base, fact.unit, one.days)) {
        if (may_have_grown(fact, now, then)) return;
        compared = true;
      }
    }
    if (compared) add(Severity::warning, Errc::growth_disagrees, path_of(fact));
  }

  void compare(const Counted& one, const Reached& parts, Errc code) {
    if (!parts.value || parts.coverage.reported < parts.coverage.expected) return;
    const Indicator& definition = indicator(one.fact.indicator);
    const bool broken = stretch(definition, *parts.day) != stretch(definition, one.days.last_day());
    if (!broken && *parts.value != one.value) add(Severity::warning, code, path_of(one.fact));
  }

  // The unit's own report against the units below it, of the kinds of which one has anything, and
  // against its projects.
  void parts(const Counted& one) {
    const Place whole = place(one.fact.indicator, one.fact.unit, one.days);
    const UnitRule rule = unit_rule_of(indicator(one.fact.indicator));
    std::set<std::string> kinds;
    std::vector<Index> all = units_below(plan_, whole);
    for (const Index unit : all) {
      Place below = whole;
      below.unit = unit;
      const Figure theirs = reached(log_, below, 0, latest()).value;
      if (theirs.reason != Errc::no_data) kinds.insert(plan_.units()[unit].kind);
    }
    std::erase_if(all, [&](Index unit) { return !kinds.contains(plan_.units()[unit].kind); });
    if (rule != UnitRule::none) {
      compare(one, of_units(log_, whole, all, latest()), Errc::parts_differ);
    }
    int declared = 0;
    for (const Index at : in_force_) {
      const bool here = links(at).indicator == whole.indicator && links(at).unit == whole.unit &&
                        links(at).project == kNone;
      if (here) declared += target(at).projects.value_or(0);
    }
    compare(one, of_projects(log_, whole, declared, latest()), Errc::projects_differ);
  }

  // What was reported against what the formula makes, to less than one in the last digit.
  void made_by_formula(const Counted& one) {
    if (indicator(one.fact.indicator).kind != IndicatorKind::formula) return;
    if (one.fact.qualifier != Qualifier::exact) return;
    Place whole = place(one.fact.indicator, one.fact.unit, one.days);
    whole.project = one.fact.project;
    const Reached made = computed(log_, whole, latest());
    if (!made.value || made.coverage.reported < made.coverage.expected) return;
    Ratio last_digit(1);
    for (int i = 0; i < one.fact.value.scale(); ++i) last_digit = *(last_digit / Ratio(10));
    const Ratio more = *(one.value - *made.value);
    const Ratio less = *(*made.value - one.value);
    if (more >= last_digit || less >= last_digit) {
      add(Severity::warning, Errc::formula_differs, path_of(one.fact));
    }
  }

  // ---- a digit too many -------------------------------------------------------------------------

  bool in_one_stretch(const Counted& a, const Counted& b) const {
    const Indicator& definition = indicator(a.fact.indicator);
    return stretch(definition, a.days.last_day()) == stretch(definition, b.days.last_day());
  }
  bool in_one_series(const Counted& a, const Counted& b) const {
    return a.fact.form == b.fact.form && in_one_stretch(a, b);
  }

  static bool as_long(const Period& a, const Period& b) {
    const std::optional<int> months = months_between(a.start(), a.end());
    if (months || months_between(b.start(), b.end())) {
      return months == months_between(b.start(), b.end());
    }
    return a.days() == b.days();
  }

  // The median of the others for as long a time, of two at least, none of them more than 3 times
  // another and none of another sign.
  std::optional<Ratio> median_of_others(const Counted& one, const std::vector<Counted>& all) const {
    std::vector<Ratio> sizes;
    for (const Counted& other : all) {
      if (!in_one_series(one, other) || !as_long(one.days, other.days)) continue;
      if (other.value.sign() != one.value.sign()) return std::nullopt;
      if (other.fact.row != one.fact.row) sizes.push_back(other.value.abs());
    }
    std::sort(sizes.begin(), sizes.end());
    if (sizes.size() < 2 || sizes.back() > *(Ratio(3) * sizes.front())) return std::nullopt;
    const Ratio sum = *(sizes[(sizes.size() - 1) / 2] + sizes[sizes.size() / 2]);
    return *(sum / Ratio(2));
  }

  std::optional<Ratio> year_before(const Counted& one, const std::vector<Counted>& all) const {
    for (const Counted& other : all) {
      const bool before = *one.days.start().plus_months(-12) == other.days.start() &&
                          *one.days.end().plus_months(-12) == other.days.end() &&
                          other.days.end() <= one.days.start();
      if (before && in_one_series(one, other) && other.value.sign() == one.value.sign()) {
        return other.value.abs();
      }
    }
    return std::nullopt;
  }

  // The one target that is one number, for exactly these days.
  std::optional<Ratio> the_target(const Counted& one) const {
    std::vector<Index> all;
    for (const Index at : in_force_) {
      const bool here = links(at).indicator == one.fact.indicator &&
                        links(at).unit == one.fact.unit && links(at).project == one.fact.project;
      if (here && *target(at).period == one.days) all.push_back(at);
    }
    if (all.size() != 1 || target(all.front()).layer == TargetLayer::adds) return std::nullopt;
    const Condition& condition = target(all.front()).condition;
    if (!is_bound(condition.kind) && condition.kind != ConditionKind::about) return std::nullopt;
    if (condition.value.sign() != one.value.sign()) return std::nullopt;
    return Ratio(condition.value).abs();
  }

  void magnitude(const Counted& one, const std::vector<Counted>& all) {
    if (indicator(one.fact.indicator).kind == IndicatorKind::growth || one.value.is_zero()) return;
    std::optional<Ratio> expected = median_of_others(one, all);
    if (!expected) expected = year_before(one, all);
    if (!expected) expected = the_target(one);
    if (!expected) return;
    const Ratio size = one.value.abs();
    const Measure& in = measure(one.fact.indicator);
    for (const int times : {10, 100, 1000}) {
      const bool more = is_about(size, *(*expected * Ratio(times)));
      const bool less = is_about(*(size * Ratio(times)), *expected);
      if (!more && !less) continue;
      const bool percent = in.kind == kShareKind && Ratio(in.factor) == *Ratio::parse("1/100");
      const bool per_mille = in.kind == kShareKind && Ratio(in.factor) == *Ratio::parse("1/1000");
      const bool explained = (percent && more && times == 10) ||
                             (percent && less && times == 100) ||
                             (per_mille && less && times != 100);
      add(Severity::warning, explained ? Errc::percent_or_per_mille : Errc::order_of_magnitude,
          path_of(one.fact));
    }
  }

  // Below the last one before it from the same start; or below what the increments since then make.
  void running_total(const Counted& one, const std::vector<Counted>& all) {
    if (one.fact.form != Form::to_date ||
        indicator(one.fact.indicator).kind == IndicatorKind::ratio)
      return;
    const Counted* last = nullptr;
    for (const Counted& other : all) {
      const bool before = in_one_series(one, other) && other.days.start() == one.days.start() &&
                          other.days.end() < one.days.end();
      if (before && (!last || other.days.end() > last->days.end())) last = &other;
    }
    if ((last && one.value < last->value) || one.value < made_by_increments(one, all)) {
      add(Severity::warning, Errc::running_total_falls, path_of(one.fact));
    }
  }

  // Day by day: from the day that is reached, the longest increment that does not go beyond. What
  // is not reached at all is as good as the running total itself.
  Ratio made_by_increments(const Counted& one, const std::vector<Counted>& all) const {
    Ratio sum;
    Date reached = one.days.start();
    for (Date end = one.days.end(); end > reached; end = *Date::from_days(end.days() - 1)) {
      for (const Counted& other : all) {
        const bool same = other.fact.form == Form::increment && other.days.start() == reached &&
                          other.days.end() == end && in_one_stretch(one, other);
        if (!same) continue;
        sum = *(sum + other.value);
        reached = end;
        end = *Date::from_days(one.days.end().days() + 1);  // and again from the end
        break;
      }
    }
    return reached == one.days.start() ? one.value : sum;
  }

  // ---- composites -------------------------------------------------------------------------------

  // For each unit and period for which the first component has been reported.
  void totals() {
    for (Index at = 0; at < plan_.indicators().size(); ++at) {
      const Indicator& composite = indicator(at);
      if (!composite.total) continue;
      std::set<std::pair<Index, Period>> reported;
      for (Row row = 0; row < log_.size(); ++row) {
        const Fact fact = log_.fact(row);
        if (indicator(fact.indicator).id != composite.components.front()) continue;
        if (fact.project == kNone) reported.emplace(fact.unit, fact.period);
      }
      for (const auto& [unit, period] : reported) {
        const std::optional<Ratio> sum = sum_of(composite, unit, period);
        if (!sum || *sum == Ratio(*composite.total)) continue;
        add(Severity::warning, Errc::total_disagrees,
            "/indicators/" + std::to_string(at) + "/total");
      }
    }
  }

  // Tries each component at, just below and just above every number that it names, and far out: the
  // total has to lie among the sums of what is not missed.
  void total_out_of_reach(Index at) {
    const Indicator& composite = indicator(links(at).indicator);
    if (!composite.total) return;
    Ratio least;
    Ratio most;
    for (const ComponentCondition& one : components_of(target(at).condition)) {
      const std::vector<Ratio> well = not_missed(one);
      least = *(least + *std::min_element(well.begin(), well.end()));
      most = *(most + *std::max_element(well.begin(), well.end()));
    }
    const Ratio total(*composite.total);
    if (total < least || most < total) {
      add(Severity::warning, Errc::total_disagrees, path_of(plan_, at));
    }
  }

  std::vector<Ratio> not_missed(const ComponentCondition& one) const {
    const Condition& asked = one.condition;
    const Ratio far = 1'000'000;
    if (!has_number(asked.kind) || is_change(asked.kind)) return {-far, far};
    const Direction direction = indicator(plan_.find_indicator(one.indicator)).direction;
    const Ratio value(asked.value);
    std::vector<Ratio> all = {-far, far};
    for (const Ratio& named : {value, Ratio(asked.upper), *(value - Ratio(asked.tolerance)),
                               *(value + Ratio(asked.tolerance))}) {
      for (const Ratio& away : {Ratio(0), *Ratio::of(1, 1000), *Ratio::of(-1, 1000)}) {
        all.push_back(*(named + away));
      }
    }
    std::erase_if(all, [&](const Ratio& tried) {
      return verdict_of(asked, direction, tried, value) == Verdict::missed;
    });
    return all;
  }

  std::optional<Ratio> sum_of(const Indicator& composite, Index unit, const Period& period) const {
    Ratio sum;
    for (const std::string& id : composite.components) {
      Place part = place(plan_.find_indicator(id), unit, period);
      part.every = false;
      const Reached theirs = reached(log_, part, 0, latest());
      const bool complete = theirs.coverage.reported >= theirs.coverage.expected;
      if (!theirs.value || !complete) return std::nullopt;
      for (const Fact& fact : theirs.used) {
        if (fact.qualifier != Qualifier::exact) return std::nullopt;
      }
      sum = *(sum + *theirs.value);
    }
    return sum;
  }

  const ObservationLog& log_;
  const std::vector<Observation>& reports_;
  const Plan& plan_;
  const std::optional<Date>& known_on_;
  BaseRule base_;
  std::vector<Index> in_force_;
  std::set<Index> mute_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> found(const ObservationLog& log, const std::vector<Observation>& reports,
                           const std::optional<Date>& known_on, BaseRule base) {
  return Checks(log, reports, known_on, base).run();
}

namespace {

// The measure of a part of a formula, "" where it has none; `sums` counts those of two measures.
std::string measure_of(const Plan& plan, const Expression& expression, Index part, int& sums) {
  using Operation = Expression::Operation;
  const Expression::Node& node = expression.nodes()[part];
  const auto of = [&](Index other) { return measure_of(plan, expression, other, sums); };
  if (node.operation == Operation::number) return {};
  if (node.operation == Operation::reference) {
    return plan.indicators()[plan.find_indicator(expression.references()[node.reference])].measure;
  }
  if (node.operation == Operation::negate) return of(node.right);
  const std::string left = of(node.left);
  const std::string right = of(node.right);
  if (node.operation == Operation::multiply || node.operation == Operation::divide) return {};
  if (!left.empty() && !right.empty() && left != right) ++sums;
  return left == right ? left : std::string();
}

}  // namespace

std::vector<Finding> found(const Plan& plan) {
  std::vector<Finding> findings;
  for (Index at = 0; at < plan.indicators().size(); ++at) {
    if (plan.indicators()[at].kind != IndicatorKind::formula) continue;
    const Expression expression = *Expression::parse(plan.indicators()[at].formula);
    int sums = 0;
    measure_of(plan, expression, static_cast<Index>(expression.nodes().size() - 1), sums);
    const std::string path = "/indicators/" + std::to_string(at) + "/formula";
    for (; sums > 0; --sums) {
      findings.push_back({path, Errc::formula_measures, Severity::warning});
    }
  }
  const auto compare = [&](std::optional<int> declared, std::size_t there, std::string path) {
    if (!declared || static_cast<std::size_t>(*declared) == there) return;
    findings.push_back({std::move(path), Errc::declared_count, Severity::warning});
  };
  const auto assigned_by = [&](const std::string& assigner) {
    std::set<std::string> indicators;
    for (const Target& target : plan.targets()) {
      const bool counts = target.layer == TargetLayer::assigned && target.project.empty();
      if (counts && target.assigner == assigner) indicators.insert(target.indicator);
    }
    return indicators.size();
  };
  for (Index at = 0; at < plan.targets().size(); ++at) {
    const Target& target = plan.targets()[at];
    std::set<std::string> projects;
    for (const Target& other : plan.targets()) {
      const bool alike = other.indicator == target.indicator && other.unit == target.unit &&
                         other.assigner == target.assigner;
      if (alike && !other.project.empty()) projects.insert(other.project);
    }
    compare(target.projects, projects.size(), path_of(plan, at) + "/projects");
    const Period& whole = plan.head().period;
    if (target.period->start() < whole.start() || target.period->end() > whole.end()) {
      findings.push_back(
          {path_of(plan, at) + "/period", Errc::target_outside_plan, Severity::warning});
    }
  }
  const Declared& declared = plan.head().declared;
  compare(declared.indicators, assigned_by(plan.head().unit), "/plan/declared/indicators");
  for (const auto& [assigner, number] : declared.indicators_of) {
    compare(number, assigned_by(assigner), "/plan/declared/indicators/" + assigner);
  }
  compare(declared.projects, plan.projects().size(), "/plan/declared/projects");
  compare(declared.task_groups, plan.task_groups().size(), "/plan/declared/task_groups");
  for (std::size_t i = 0; i < plan.indicators().size(); ++i) {
    const auto& breaks = plan.indicators()[i].breaks;
    for (std::size_t b = 0; b < breaks.size(); ++b) {
      if (breaks[b].on < plan.head().period.end()) continue;
      findings.push_back(
          {"/indicators/" + std::to_string(i) + "/breaks/" + std::to_string(b) + "/on",
           Errc::break_after_plan, Severity::warning});
    }
  }
  return findings;
}

}  // namespace tiendo::oracle
