// Tested by tests/oracle/profile_oracle_test.cpp and engine_oracle_test.cpp there, against the
// engine: either may be wrong.

#include "profile.hpp"

#include <algorithm>

#include "verdict.hpp"
#include "years.hpp"

namespace tiendo::oracle {
namespace {

// The latest day up to which everything has been due: where months are counted, and the day is not
// the end of the period, the end of a month, of the one before if need be.
Date last_due(const ReportRow& row, Date as_of) {
  if (as_of >= row.period.last_day()) return row.period.last_day();
  Date day = std::max(as_of, *row.period.start().plus_days(-1));
  if (row.coverage.of == Coverage::Of::days || !row.period.whole_months()) return day;
  while (day.plus_days(1)->day() != 1) day = *day.plus_days(-1);
  return day;
}

// What of the way lies behind the day: each day has an even part of the share that it is in.
Ratio share_behind(const Profile& profile, const Period& period, Date day) {
  std::vector<std::pair<Period, Decimal>> shares = profile.shares;
  if (profile.kind == Profile::Kind::linear) shares.emplace_back(period, Decimal(1));
  Ratio sum;
  for (const auto& [part, share] : shares) {
    int behind = 0;
    for (Date each = part.start(); each < part.end() && each <= day; each = *each.plus_days(1)) {
      ++behind;
    }
    sum = *(sum + Ratio(share) * Ratio(behind) / Ratio(part.days()));
  }
  return sum;
}

// The value of the last step that has been due; nothing before the first.
std::optional<Decimal> step_before(const Profile& profile, Date day) {
  std::optional<Decimal> value;
  for (const auto& [due, asked] : profile.milestones) {
    if (due <= day) value = asked;
  }
  return value;
}

bool adds_up(const Indicator& indicator) {
  switch (indicator.kind) {
    case IndicatorKind::ratio:
    case IndicatorKind::growth:
    case IndicatorKind::formula:
    case IndicatorKind::composite: return false;
    default: return time_rule_of(indicator) == TimeRule::sum;
  }
}

// The level at the end of the year before the period, of a rate that of the year.
Figure level_before(const ObservationLog& log, const Place& place, Date to, const Base& base) {
  const Date next_year = place.window.start();
  Place year = place;
  // A window of the year that starts with the period: its year before is the one that is meant.
  year.window = *Period::of(next_year, *next_year.plus_months(12));
  return baseline(log, year, to, base);
}

// Of targets on their ways together: each contributes (1 - s) b + s T, with s of its way behind
// it. What they start from is known of each, or of all of them together.
struct Sum {
  Ratio toward;                // s T, and values of steps
  Ratio from;                  // (1 - s) b where b is known
  std::vector<Ratio> unknown;  // 1 - s where it is not
};

Figure expected(ReportRow& row, const ObservationLog& log, const Place& place, Date day,
                Date level_day, const Base& base, bool is_part) {
  const Plan& plan = log.plan();
  const bool zero = adds_up(plan.indicators()[row.indicator]);
  const bool change = is_change(row.condition.kind);
  Sum sum;
  Errc missing = Errc::none;
  for (const Index at : row.targets) {
    const Target& target = plan.targets()[at];
    if (target.profile->kind == Profile::Kind::milestones) {
      const std::optional<Decimal> value = step_before(*target.profile, day);
      if (!value && missing == Errc::none) missing = Errc::no_milestone_yet;
      if (value) sum.toward = *(sum.toward + *value);
      continue;
    }
    const Ratio behind = share_behind(*target.profile, row.period, day);
    const Figure asked = row.targets.size() == 1 ? row.required : Ratio(target.condition.value);
    const Ratio rest = *(Ratio(1) - behind);
    if (asked) sum.toward = *(sum.toward + *asked * behind);
    if (!zero && !change && target.baseline) {
      sum.from = *(sum.from + rest * Ratio(target.baseline->value));
      if (row.targets.size() == 1) row.baseline = Ratio(target.baseline->value);
    } else if (!zero) {
      sum.unknown.push_back(rest);
    }
  }
  if (missing != Errc::none) return missing;
  if (!sum.unknown.empty()) {
    const bool as_one = sum.unknown.size() == row.targets.size() &&
                        std::all_of(sum.unknown.begin(), sum.unknown.end(),
                                    [&](const Ratio& one) { return one == sum.unknown.front(); });
    if (!as_one) return Errc::no_baseline;
    if (!change && !is_part) row.baseline = level_before(log, place, level_day, base);
    if (!row.baseline) return row.baseline;
    sum.from = *(sum.unknown.front() * *row.baseline);
  }
  const bool steps = std::all_of(row.targets.begin(), row.targets.end(), [&](Index at) {
    return plan.targets()[at].profile->kind == Profile::Kind::milestones;
  });
  if (!steps && !row.required) return row.required;
  return sum.toward + sum.from;
}

// 1: more is better; -1: less; 0: neither.
int better(const Condition& condition, Direction direction) {
  using Kind = ConditionKind;
  for (const Kind kind : {Kind::at_least, Kind::more_than, Kind::increase_by}) {
    if (condition.kind == kind) return 1;
  }
  for (const Kind kind : {Kind::at_most, Kind::less_than, Kind::decrease_by}) {
    if (condition.kind == kind) return -1;
  }
  if (direction == Direction::more) return 1;
  return direction == Direction::less ? -1 : 0;
}

// How the actual value stands to a number: -1, 0, 1, or nothing where a bound does not say.
std::optional<int> compared(const ReportRow& row) {
  const auto order = *row.actual <=> *row.expected;
  const int sign = order < 0 ? -1 : order > 0 ? 1 : 0;
  if (row.qualifier == Qualifier::over) return sign >= 0 ? std::optional(1) : std::nullopt;
  if (row.qualifier == Qualifier::under) return sign <= 0 ? std::optional(-1) : std::nullopt;
  return sign;
}

// Whether nothing that was due is waited for.
bool nothing_missing(const ReportRow& row, const Base& base) {
  return base.leave_out || row.coverage.reported >= row.coverage.expected;
}

void place_schedule(ReportRow& row, const Indicator& indicator, bool ended, bool all_there) {
  const int side = better(row.condition, indicator.direction);
  row.schedule = Schedule::none;
  row.schedule_reason = !row.expected ? row.expected.reason
                        : !row.actual ? row.actual.reason
                        : side == 0   ? Errc::no_better_side
                        : !all_there  ? Errc::partial_coverage
                        : ended       ? Errc::unit_ended
                                      : Errc::none;
  if (!row.expected || !row.actual || side == 0) return;
  const std::optional<int> found = compared(row);
  if (row.schedule_reason != Errc::none) {
    // What grows and has come as far, or too far, has done so for good.
    const bool grows = indicator.kind == IndicatorKind::flow && adds_up(indicator);
    const bool for_good = found && (side > 0 ? *found >= 0 : *found > 0);
    if (!grows || !for_good) return;
  }
  row.schedule_reason = found ? Errc::none : Errc::bound_undecided;
  if (!found) return;
  const int lead = *found * side;
  row.schedule = lead > 0 ? Schedule::ahead : lead < 0 ? Schedule::behind : Schedule::on_schedule;
}

}  // namespace

void expect(ReportRow& row, const ObservationLog& log, const Place& place, Date level_day,
            const Base& base, bool is_part, bool ended, bool in_years) {
  const Plan& plan = log.plan();
  const std::optional<Date> years = end_of_years_over(row.period, place.as_of);
  const auto has_none = [&](Index at) { return !plan.targets()[at].profile.has_value(); };
  const bool silent = row.targets.empty() || row.kind == RowKind::component ||
                      std::any_of(row.targets.begin(), row.targets.end(), has_none);
  const ConditionKind kind = row.condition.kind;
  if (silent) {
    row.expected = Errc::no_profile;
  } else if (place.as_of < row.period.start()) {
    row.expected = Errc::not_started;
  } else if (in_years && !years) {
    row.expected = Errc::no_full_year;
  } else if (kind == ConditionKind::none || kind == ConditionKind::between ||
             kind == ConditionKind::yes || kind == ConditionKind::components) {
    row.expected = row.target.reason;
  } else {
    const Date day = in_years ? *years : last_due(row, place.as_of);
    row.expected = day == row.period.last_day()
                       ? row.required
                       : expected(row, log, place, day, level_day, base, is_part);
    if (row.expected) row.expected_on = day;
  }
  const bool all_there = nothing_missing(row, base);
  place_schedule(row, plan.indicators()[row.indicator], ended, all_there);
  row.deviation = !row.expected ? row.expected
                  : !row.actual ? Figure(row.actual.reason)
                  : !all_there  ? Figure(Errc::partial_coverage)
                  : ended       ? Figure(Errc::unit_ended)
                                : Figure(*row.actual - *row.expected);
}

namespace {

// Each day is one part of its month.
Ratio months(Date first, Date last) {
  Ratio sum;
  for (Date day = first; day <= last;) {
    const int month = day.month();
    int days = 0;
    for (; day <= last && day.month() == month; day = *day.plus_days(1)) ++days;
    const Date some = *day.plus_days(-1);
    sum = *(sum + Ratio(days) / Ratio(Period::month(some.year(), some.month())->days()));
  }
  return sum;
}

// Why there is nothing to be said of the time that is left; none if there is.
Errc nothing_ahead(const ReportRow& row, const Indicator& indicator, Date as_of, bool ended) {
  if (indicator.kind == IndicatorKind::composite) return Errc::composite;
  if (as_of < row.period.start()) return Errc::not_started;
  if (as_of >= row.period.last_day()) return Errc::time_is_up;
  if (!row.actual) return row.actual.reason;
  if (row.condition.kind == ConditionKind::yes) return Errc::fact_target;
  return ended ? Errc::unit_ended : Errc::none;
}

Figure pace(const ReportRow& row, const Indicator& indicator, const Reached& now, Date as_of,
            const Base& base) {
  if (!row.required) return row.required.reason;
  const bool level = time_rule_of(indicator) == TimeRule::last &&
                     indicator.kind != IndicatorKind::growth &&
                     indicator.kind != IndicatorKind::formula;
  if (!level && !adds_up(indicator)) return Errc::not_cumulative;
  const bool good = row.verdict == Verdict::met || row.verdict == Verdict::exceeded;
  if (good && !row.by_hand) return Errc::target_reached;
  // All of the time from the start on, or all that was due.
  const bool in_time =
      row.coverage.of == Coverage::Of::months || row.coverage.of == Coverage::Of::days;
  const bool from_start =
      in_time && now.stretches.size() == 1 && now.stretches[0].start() == row.period.start();
  if (!from_start && !nothing_missing(row, base)) return Errc::partial_coverage;
  Date last = last_due(row, as_of);
  if (row.reported_to) last = *row.reported_to;
  if (last == row.period.last_day()) return Errc::time_is_up;
  return (*row.required - *row.actual) / months(*last.plus_days(1), row.period.last_day());
}

}  // namespace

void look_ahead(ReportRow& row, const ObservationLog& log, const Place& place, const Reached& now,
                Date level_day, const Base& base, bool ended) {
  const Indicator& indicator = log.plan().indicators()[row.indicator];
  const Errc why = nothing_ahead(row, indicator, place.as_of, ended);
  row.pace = row.run_rate = row.same_share = why;
  if (why != Errc::none) return;
  row.pace = pace(row, indicator, now, place.as_of, base);
  row.run_rate = row.same_share = Errc::not_cumulative;
  if (!adds_up(indicator)) return;
  row.run_rate = Errc::partial_coverage;
  if (row.coverage.reported >= row.coverage.expected && now.stretches.size() == 1) {
    const Date first = now.stretches[0].start();
    row.run_rate = *row.actual / months(first, now.stretches[0].last_day()) *
                   months(first, row.period.last_day());
  }
  row.same_share = row.same_period;
  if (!row.same_period) return;
  const Figure whole = baseline(log, place, level_day, base);
  row.same_share = (*row.same_period).is_zero() ? Figure(Errc::base_zero)
                   : whole                      ? Figure(*row.actual / *row.same_period * *whole)
                   : whole.reason == Errc::no_baseline ? Figure(Errc::no_base)
                                                       : whole;
}

}  // namespace tiendo::oracle
