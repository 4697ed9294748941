// Tested by tests/oracle/engine_oracle_test.cpp, against the engine: either may be wrong.
//
// Long because the rules of one cell stand in one place.

#include "cell.hpp"

#include <tuple>

#include "over_time.hpp"
#include "voices.hpp"

namespace tiendo::oracle {
namespace {

// A report and the days it speaks for.
struct Claim {
  Fact fact;
  Date from;
  Date end;
  bool disputed = false;  // another of equal standing says something else
};

Date next_day(Date day) { return *day.plus_days(1); }

// Whether reports of several times come together; otherwise the latest of them is all.
bool comes_together(const Plan& plan, Index indicator) {
  return time_rule_of(plan.indicators()[indicator]) != TimeRule::last;
}

}  // namespace

std::optional<int> months_between(Date start, Date end) {
  if (start.day() > 28) return std::nullopt;
  for (int months = 1; months < 1200; ++months) {
    const Result<Date> day = start.plus_months(months);
    if (!day || *day > end) return std::nullopt;
    if (*day == end) return months;
  }
  return std::nullopt;
}

namespace {

// Running totals count from where the plan starts, or where plans of its length before it started.
// One of the plan may go on into the time of the next plan, where the window does so without having
// all of that; any other has to start with the window if it goes on.
bool counts_total(const Fact& fact, const Period& plan, const Period& window) {
  const std::optional<int> length = months_between(plan.start(), plan.end());
  for (int plans = 0; plans < 40; ++plans) {
    const Result<Date> start = plan.start().plus_months(-plans * length.value_or(0));
    const Result<Date> end = plan.end().plus_months(-plans * length.value_or(0));
    if (!start || !end) return false;
    if (*start == window.start()) {
      const bool early = fact.period.start() == window.start() || fact.period.end() <= *end;
      const bool into_next = plans == 0 && length && window.end() < *end->plus_months(*length);
      return early || into_next;
    }
    if (!length) return false;
  }
  return false;
}

// Every report of the cell that is known.
std::vector<Fact> known_facts(const ObservationLog& log, const Place& place) {
  std::vector<Fact> facts;
  for (Row row = 0; row < log.size(); ++row) {
    Fact fact = log.fact(row);
    const bool here = fact.indicator == place.indicator && fact.unit == place.unit &&
                      fact.project == place.project;
    const bool known = !place.known_on || fact.recorded_on <= *place.known_on;
    if (fact.form == Form::to_date && !counts_total(fact, log.plan().head().period, place.window))
      continue;
    if (here && known && !fact.earlier_stage) facts.push_back(std::move(fact));
  }
  return facts;
}

// An increment speaks for its period, a running total for all days since the window began (and for
// none outside it), a level for the day on which its period ends, or for its period where the
// latest is not all.
std::optional<Claim> claim_of(const Fact& fact, const Period& window, bool together) {
  const Period& period = fact.period;
  if (fact.form == Form::level && !together) {
    return Claim{fact, period.last_day(), period.end()};
  }
  if (fact.form != Form::to_date) return Claim{fact, period.start(), period.end()};
  if (!window.contains(period)) return std::nullopt;
  return Claim{fact, window.start(), period.end()};
}

bool same_days(const Claim& a, const Claim& b) { return a.from == b.from && a.end == b.end; }

Decimal upper(const Fact& fact) { return fact.extra ? fact.extra->upper : Decimal(); }
std::string words(const Fact& fact) { return fact.extra ? fact.extra->words : std::string(); }
std::string judge(const Fact& fact) { return fact.extra ? fact.extra->judge : std::string(); }

bool same_numbers(const Fact& a, const Fact& b) {
  return a.standing == b.standing && a.value == b.value && a.denominator == b.denominator &&
         upper(a) == upper(b) && words(a) == words(b) && a.verdict() == b.verdict() &&
         judge(a) == judge(b);
}

auto standing(const Fact& fact) { return std::tuple(fact.recorded_on, fact.status, fact.revision); }

// Whether `a` counts rather than `b`, of two for the same days. Of equals it does not matter which;
// what they say decides, then the row, so that it is always the same one.
bool counts_rather(const Claim& a, const Claim& b, bool first) {
  const auto terms = [](const Fact& f) {
    return std::tuple(f.period, f.form, f.standing, f.qualifier);
  };
  const auto rest = [](const Fact& f) { return std::tuple(words(f), f.verdict(), judge(f)); };
  if (first && a.fact.recorded_on != b.fact.recorded_on) {
    return a.fact.recorded_on < b.fact.recorded_on;
  }
  if (standing(a.fact) != standing(b.fact)) return standing(a.fact) > standing(b.fact);
  if (terms(a.fact) != terms(b.fact)) return terms(a.fact) < terms(b.fact);
  if (const auto order = total_order(a.fact.value, b.fact.value); order != 0) return order < 0;
  if (const auto order = total_order(a.fact.denominator, b.fact.denominator); order != 0) {
    return order < 0;
  }
  if (const auto order = total_order(upper(a.fact), upper(b.fact)); order != 0) return order < 0;
  if (rest(a.fact) != rest(b.fact)) return rest(a.fact) < rest(b.fact);
  return a.fact.row < b.fact.row;
}

// The one that counts of all for the same days.
std::optional<Claim> best_of(const std::vector<Claim>& rivals, bool first) {
  if (rivals.empty()) return std::nullopt;
  Claim best = rivals.front();
  for (const Claim& rival : rivals) {
    if (counts_rather(rival, best, first)) best = rival;
  }
  bool disputed = false;
  for (const Claim& rival : rivals) {
    if (standing(rival.fact) != standing(best.fact)) continue;
    disputed = disputed || rival.disputed || !same_numbers(rival.fact, best.fact);
  }
  best.disputed = disputed;
  return best;
}

// The same report with "unchanged" replaced by what counts for the period before in the same form.
Claim resolved(Claim claim, const std::vector<Fact>& facts, const Place& place, bool together) {
  const Period& window = place.window;
  Fact& fact = claim.fact;
  if (fact.standing != Standing::unchanged) return claim;
  std::vector<Claim> before;
  for (const Fact& other : facts) {
    const std::optional<Claim> earlier = claim_of(other, window, together);
    if (!earlier || other.form != fact.form || earlier->end != fact.period.start()) continue;
    const Result<Period> previous = fact.period.previous();
    const bool of_period = fact.form == Form::increment || (fact.form == Form::level && together);
    if (of_period && (!previous || other.period != *previous)) continue;
    before.push_back(resolved(*earlier, facts, place, together));
  }
  const std::optional<Claim> source = best_of(before, place.first);
  if (!source) return claim;
  fact.standing = source->fact.standing;
  fact.value = source->fact.value;
  fact.denominator = source->fact.denominator;
  // The verdict stays that of the report itself.
  const Fact& said = source->fact;
  fact.extra = std::make_shared<const Extra>(
      Extra{upper(said), words(said), claim.fact.verdict(), judge(claim.fact)});
  if (fact.qualifier == Qualifier::exact) fact.qualifier = source->fact.qualifier;
  claim.disputed = source->disputed;
  return claim;
}

// Every report that may count for the window.
std::vector<Claim> claims_of(const ObservationLog& log, const Place& place) {
  const std::vector<Fact> facts = known_facts(log, place);
  std::vector<Claim> claims;
  const bool together = comes_together(log.plan(), place.indicator);
  for (const Fact& fact : facts) {
    const std::optional<Claim> claim = claim_of(fact, place.window, together);
    if (!claim || claim->from < place.window.start() || claim->end > place.window.end()) continue;
    if (fact.period.last_day() > place.as_of) continue;
    const bool grows = log.plan().indicators()[place.indicator].kind == IndicatorKind::growth;
    if (grows && fact.period.start() != place.window.start()) continue;  // of another time
    claims.push_back(resolved(*claim, facts, place, together));
  }
  return claims;
}

// Of several that come together, one of more days counts in the place of those within it; otherwise
// the latest counts.
bool includes(const Claim& other, const Claim& claim, bool sums) {
  if (!sums) return other.from > claim.from;
  return other.from <= claim.from && other.end >= claim.end;
}

// The claims that count, each for other days.
std::vector<Claim> counting(const std::vector<Claim>& claims, bool sums, bool first) {
  std::vector<Claim> result;
  for (const Claim& claim : claims) {
    std::vector<Claim> rivals;
    bool included = false;
    for (const Claim& other : claims) {
      if (same_days(other, claim)) {
        rivals.push_back(other);
      } else {
        included = included || includes(other, claim, sums);
      }
    }
    const std::optional<Claim> best = best_of(rivals, first);
    if (!included && best->fact.row == claim.fact.row) result.push_back(*best);
  }
  return result;
}

// Days of the window, or months when the window and every stretch are whole months.
Coverage coverage_of(const std::vector<Period>& stretches, const Period& window, Date as_of) {
  Coverage coverage;
  bool months = months_between(window.start(), window.end()).has_value();
  for (const Period& stretch : stretches) {
    months = months && stretch.start().day() == window.start().day() &&
             months_between(stretch.start(), stretch.end());
  }
  coverage.of = months ? Coverage::Of::months : Coverage::Of::days;
  for (const Period& stretch : stretches) {
    coverage.reported +=
        months ? *months_between(stretch.start(), stretch.end()) : static_cast<int>(stretch.days());
  }
  const Date due = as_of < window.end() ? next_day(as_of) : window.end();
  Date end = window.start();
  while (end < due) {  // a month is due on its last day
    end = months ? *end.plus_months(1) : next_day(end);
    coverage.expected += end <= due ? 1 : 0;
  }
  return coverage;
}

bool says_something(const Fact& fact) {
  return fact.standing == Standing::value || fact.standing == Standing::range ||
         fact.standing == Standing::words;
}

// Whether the days of the claim on which its unit was there have been reported by others in the
// sum.
Repeated repeated(const Plan& plan, const Place& place, const Claim& claim) {
  const bool counts = says_something(claim.fact) || claim.fact.standing == Standing::withheld;
  const Period days = *Period::of(claim.from, claim.end);
  const auto own = own_days(plan.units()[place.unit], place.window).intersection(days);
  if (!counts || !own) return Repeated::nothing;
  bool all = true;
  bool any = false;
  for (Date day = own->start(); day < own->end(); day = next_day(day)) {
    const Repeated how = repeated(plan, *place.voices, place.unit, day);
    all = all && how == Repeated::all;
    any = any || how != Repeated::nothing;
  }
  return all ? Repeated::all : any ? Repeated::unknown : Repeated::nothing;
}

}  // namespace

std::vector<Period> stretches_of(const std::vector<char>& marks, Date first) {
  std::vector<Period> stretches;
  for (std::size_t at = 0; at < marks.size();) {
    std::size_t end = at;
    while (end < marks.size() && marks[end] != 0) ++end;
    if (end > at) {
      stretches.push_back(*Period::of(*first.plus_days(static_cast<std::int64_t>(at)),
                                      *first.plus_days(static_cast<std::int64_t>(end))));
    }
    at = end + 1;
  }
  return stretches;
}

Period own_days(const ResponsibleUnit& unit, const Period& window) {
  if (!unit.from && !unit.until) return window;
  std::optional<Date> first;
  std::optional<Date> last;
  for (Date day = window.start(); day < window.end(); day = next_day(day)) {
    const bool there = (!unit.from || *unit.from <= day) && (!unit.until || day < *unit.until);
    if (!there) continue;
    if (!first) first = day;
    last = day;
  }
  return first ? *Period::of(*first, next_day(*last)) : window;
}

std::optional<std::set<Date>> reported_days(const ObservationLog& log, const Place& place) {
  const bool sums = comes_together(log.plan(), place.indicator);
  const std::vector<Claim> claims = counting(claims_of(log, place), sums, place.first);
  if (claims.empty()) return std::nullopt;
  std::set<Date> days;
  for (const Claim& claim : claims) {
    if (!says_something(claim.fact)) continue;
    for (Date day = claim.from; day < claim.end; day = next_day(day)) days.insert(day);
  }
  return days;
}

bool is_ratio(const Plan& plan, Index indicator) {
  return plan.indicators()[indicator].kind == IndicatorKind::ratio;
}

Date latest_day(const std::vector<Term>& terms) {
  Date latest = terms.front().day;
  for (const Term& term : terms) latest = term.day > latest ? term.day : latest;
  return latest;
}

std::optional<Ratio> factor_between(const Indicator& indicator, Date from, Date to) {
  Ratio factor(1);
  for (Date day = from; day < to;) {
    day = next_day(day);  // the first days of new series on the way
    for (const SeriesBreak& broken : indicator.breaks) {
      if (broken.on != day) continue;
      if (!broken.factor) return std::nullopt;
      factor = *(factor * Ratio(*broken.factor));
    }
  }
  return factor;
}

bool comparable(const Indicator& indicator, const std::vector<Term>& terms, Date day) {
  for (const Term& term : terms) {
    if (!factor_between(indicator, term.day, day)) return false;
  }
  return true;
}

Sum own(const ObservationLog& log, const Place& place) {
  const Indicator& indicator = log.plan().indicators()[place.indicator];
  const bool sums = comes_together(log.plan(), place.indicator);
  const std::vector<Claim> claims = counting(claims_of(log, place), sums, place.first);
  Sum sum;
  std::vector<char> marks(static_cast<std::size_t>(place.window.days()));
  std::vector<char> heard(marks.size());  // of those, what others have not reported as well
  const auto at = [&](Date day) {
    return static_cast<std::size_t>(day.days() - place.window.start().days());
  };
  std::vector<Told> numbers;
  bool straddles = false;
  bool kept = false;
  bool disputed = false;
  bool overlap = false;
  bool unchanged = false;
  bool withheld = false;
  bool broken = false;
  bool ranges = false;
  bool in_words = false;
  for (const Claim& claim : claims) {
    disputed = disputed || claim.disputed;
    unchanged = unchanged || claim.fact.standing == Standing::unchanged;
    const Repeated how = place.voices ? repeated(log.plan(), place, claim) : Repeated::nothing;
    straddles = straddles || how == Repeated::unknown;
    for (Date day = sums ? claim.from : place.window.start(); day < claim.end;
         day = next_day(day)) {
      overlap = overlap || marks[at(day)] != 0;
      marks[at(day)] = 1;
      if (how != Repeated::all) heard[at(day)] = 1;
    }
    if (how == Repeated::all) continue;
    kept = true;
    withheld = withheld || claim.fact.standing == Standing::withheld;
    const bool number = claim.fact.standing == Standing::value;
    const bool range = claim.fact.standing == Standing::range;
    const bool told = claim.fact.standing == Standing::words;
    ranges = ranges || range;
    in_words = in_words || told;
    if (number || range || told) sum.used.push_back(claim.fact);
    if (number) {
      sum.terms.push_back({*claim.end.plus_days(-1), claim.fact.value, claim.fact.denominator});
      numbers.push_back({sum.terms.back(), claim.fact.period, claim.fact.qualifier});
    }
    for (const SeriesBreak& each : indicator.breaks) {
      broken = broken || ((number || range) && claim.from < each.on && each.on < claim.end);
    }
  }
  sum.stretches = stretches_of(heard, place.window.start());
  // Nobody waits for a unit that is not there yet, or no more, or for days that others report.
  const Period own =
      place.unit == kNone ? place.window : own_days(log.plan().units()[place.unit], place.window);
  bool by_others = false;
  for (Date day = place.window.start(); day < place.window.end(); day = next_day(day)) {
    if (!own.contains(day)) {
      heard[at(day)] = 0;
    } else if (place.voices &&
               repeated(log.plan(), *place.voices, place.unit, day) == Repeated::all) {
      heard[at(day)] = 1;
      by_others = true;
    }
  }
  const std::vector<Period> in_time = stretches_of(heard, place.window.start());
  sum.coverage = coverage_of(in_time, own, place.as_of);
  if (!sum.terms.empty()) {
    broken = broken || !comparable(indicator, sum.terms, latest_day(sum.terms));
  }
  const TimeRule rule = time_rule_of(indicator);
  Errc undefined = Errc::none;
  if (rule == TimeRule::mean && !numbers.empty()) sum.terms = mean_of(numbers);
  const bool peak = rule == TimeRule::max || rule == TimeRule::min;
  if (peak && !broken && !numbers.empty()) {
    Qualifier hedge = Qualifier::exact;
    sum.terms = peak_of(indicator, numbers, rule == TimeRule::max, hedge, undefined);
    if (!ranges && !in_words && undefined == Errc::none) {
      for (Fact& fact : sum.used) fact.qualifier = hedge;
    }
  }
  sum.why = disputed                  ? Errc::observations_disagree
            : overlap                 ? Errc::periods_overlap
            : unchanged               ? Errc::unchanged_from_nothing
            : straddles               ? Errc::report_straddles
            : withheld                ? Errc::withheld
            : broken                  ? Errc::series_break
            : undefined != Errc::none ? undefined
            : in_words                ? Errc::words_result
            : ranges                  ? Errc::range_result
            : !sum.used.empty()       ? Errc::none
            : kept                    ? Errc::not_applicable
                                      : Errc::no_data;
  if (claims.size() == 1 && !disputed && !unchanged) {
    const Claim& claim = claims.front();
    const bool ends = claim.end == place.window.end();
    sum.only = {claim.fact, ends && (!sums || claim.from == place.window.start())};
  }
  if (by_others && sum.why == Errc::none) sum.stretches = in_time;
  return sum;
}

}  // namespace tiendo::oracle
