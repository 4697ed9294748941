// Tested by tests/unit/engine/profile_test.cpp, tests/oracle/profile_oracle_test.cpp and
// tests/oracle/engine_oracle_test.cpp.
//
// Every path leads from a start b to what is required R: evenly by days, or by shares of periods
// and evenly within each. Milestones are steps and say the value itself. The texts of the formulas
// stand beside what computes them.
// Sources: linear, milestone and profile path as national statistics and the EEA (distance to
// target path) use them.

#include "engine/profile.hpp"

#include <algorithm>
#include <string_view>

#include "engine/verdict.hpp"
#include "tiendo/engine/progress.hpp"

namespace tiendo {

Date due_day(const Period& period, Date as_of, bool in_days) {
  if (as_of >= period.last_day()) return period.last_day();
  const Date before = *period.start().plus_days(-1);
  if (in_days || !period.whole_months()) return std::max(as_of, before);
  Date last = before;
  for (int month = 1; month < *period.whole_months(); ++month) {
    const Result<Date> end = period.start().plus_months(month);
    if (!end || end->days() > as_of.days() + 1) break;
    last = *end->plus_days(-1);
  }
  return last;
}

Result<Ratio> Gone::share() const {
  if (of == 0) return over;
  return over + running * Ratio(days) / Ratio(of);
}

Gone gone_by(const Profile& profile, const Period& period, Date day) {
  std::vector<std::pair<Period, Decimal>> shares = profile.shares;
  if (profile.kind == Profile::Kind::linear) shares = {{period, Decimal(1)}};
  Gone gone;
  for (const auto& [part, share] : shares) {
    if (part.last_day() <= day) {
      // The shares add up to 1, which is a sum of few digits.
      gone.over = *(gone.over + share);
    } else if (part.contains(day)) {
      gone.running = share;
      gone.days = part.days_gone(day);
      gone.of = part.days();
    }
  }
  return gone;
}

const std::pair<Date, Decimal>* milestone_by(const Profile& profile, Date day) {
  const std::pair<Date, Decimal>* latest = nullptr;
  for (const auto& milestone : profile.milestones) {
    if (milestone.first <= day) latest = &milestone;
  }
  return latest;
}

namespace {

// One target of a row on its way.
struct Way {
  const Target* target;
  Ratio weight;                  // the part of it that is in the row
  std::optional<Gone> gone;      // by shares and straight lines
  std::optional<Ratio> share;    // S + s * d / n
  std::optional<Ratio> reached;  // by milestones: the value of the latest
};

// The formula of a path by where it starts and whether a period of it is running, in the letters of
// its inputs.
std::string_view formula_of(bool from_zero, const Profile& profile, const Gone& gone) {
  if (profile.kind == Profile::Kind::linear && gone.of > 0) {
    return from_zero ? "R * d / n" : "b + (R - b) * d / n";
  }
  if (gone.of == 0) return from_zero ? "R * S" : "b + (R - b) * S";
  return from_zero ? "R * (S + s * d / n)" : "b + (R - b) * (S + s * d / n)";
}

std::string_view method_of_path(std::string_view formula) {
  if (formula == "M") return "milestone_path@1";
  if (formula == "R") return "required_level@1";
  if (formula.find('S') != std::string_view::npos) return "profile_path@1";
  return formula.find('d') != std::string_view::npos ? "linear_path@1" : "sum_of_parts@1";
}

class Expectation {
 public:
  Expectation(ReportRow& row, const Plan& plan, Date day,
              const std::function<Figure()>& level_before, std::vector<TraceStep>* steps)
      : row_(row),
        plan_(plan),
        indicator_(plan.indicators()[row.indicator]),
        day_(day),
        level_before_(level_before),
        steps_(steps) {}

  Figure value() {
    if (!has_number(row_.condition.kind) || row_.condition.kind == ConditionKind::between) {
      return row_.target.reason;
    }
    if (day_ >= row_.period.last_day()) return at_the_end();
    for (std::size_t at = 0; at < row_.targets.size(); ++at) {
      const Errc missing = add_way(at);
      if (missing != Errc::none) return missing;
    }
    return is_one_path() ? one_path() : sum_of_ways();
  }

 private:
  Figure at_the_end() {
    if (row_.required) note("R", {{"R", *row_.required, {}, Field::required}}, *row_.required);
    return row_.required;
  }

  // none, or why the target is nowhere on its way.
  Errc add_way(std::size_t at) {
    // One with a profile is no plain one.
    const Target& target = *plan_.targets().whole(row_.targets[at]);
    Way way{&target, row_.origins.empty() ? Ratio(1) : row_.origins[at].share, {}, {}, {}};
    if (target.profile->kind == Profile::Kind::milestones) {
      const auto* milestone = milestone_by(*target.profile, day_);
      if (!milestone) return Errc::no_milestone_yet;
      way.reached = milestone->second;
    } else {
      way.gone = gone_by(*target.profile, row_.period, day_);
      const Result<Ratio> share = way.gone->share();
      if (!share) return share.error().code;
      way.share = *share;
    }
    ways_.push_back(std::move(way));
    return Errc::none;
  }

  bool starts_from_zero() const { return is_running_sum(indicator_); }

  // Whether all that is asked for is the same share of its way gone, from one start.
  bool is_one_path() const {
    const bool alone = ways_.size() == 1 && ways_.front().weight == Ratio(1);
    const bool stated = std::any_of(ways_.begin(), ways_.end(), [](const Way& way) {
      return way.target->baseline.has_value();
    });
    const bool together = std::all_of(ways_.begin(), ways_.end(), [&](const Way& way) {
      return way.share && ways_.front().share && *way.share == *ways_.front().share;
    });
    return alone || (together && (starts_from_zero() || !stated));
  }

  // Where the path of the row starts.
  Figure start() {
    if (starts_from_zero()) return Ratio(0);
    if (is_change(row_.condition.kind)) return row_.baseline;
    const auto& stated = ways_.front().target->baseline;
    row_.baseline = stated         ? Figure(Ratio(stated->value))
                    : row_.is_part ? Figure(Errc::no_baseline)
                                   : level_before_();
    return row_.baseline;
  }

  Figure one_path() {
    const Way& way = ways_.front();
    if (way.reached) return by_milestone(way);
    Figure from = start();
    if (!from) return from;
    if (!row_.required) return row_.required;
    return along(way, *from, *row_.required);
  }

  Figure by_milestone(const Way& way) {
    note("M", {{"M", *way.reached}}, *way.reached);
    return *way.reached;
  }

  Figure along(const Way& way, const Ratio& from, const Ratio& to) {
    Figure result = path_at(from, to, *way.share);
    const std::string_view formula =
        formula_of(starts_from_zero(), *way.target->profile, *way.gone);
    std::vector<TraceInput> inputs;
    for (const TraceInput& input :
         {TraceInput{"b", from, {}, field_of(Field::baseline)},
          TraceInput{"R", to, {}, field_of(Field::required)}, TraceInput{"S", way.gone->over},
          TraceInput{"s", way.gone->running}, TraceInput{"d", Ratio(way.gone->days)},
          TraceInput{"n", Ratio(way.gone->of)}}) {
      if (formula.find(input.symbol) != std::string_view::npos) inputs.push_back(input);
    }
    note(formula, std::move(inputs), result);
    return result;
  }

  // The figure of the row that an input is; none where it is of one of several targets.
  std::optional<Field> field_of(Field field) const {
    return of_target_ == kNone ? std::optional(field) : std::nullopt;
  }

  // Each target on its own way, and the part of it that is in the row.
  Figure sum_of_ways() {
    Result<Ratio> sum = Ratio(0);
    std::vector<TraceInput> all;
    for (std::size_t at = 0; at < ways_.size(); ++at) {
      const Way& way = ways_[at];
      of_target_ = row_.targets[at];
      const auto& stated = way.target->baseline;
      if (!way.reached && !starts_from_zero() && !stated) return Errc::no_baseline;
      const Ratio from = starts_from_zero() || !stated ? Ratio(0) : Ratio(stated->value);
      Figure own =
          way.reached ? by_milestone(way) : along(way, from, Ratio(way.target->condition.value));
      if (!own) return own;
      sum = sum + *own * way.weight;
      all.push_back({"E", *own});
      all.push_back({"w", way.weight});
    }
    of_target_ = kNone;
    note("sum(E * w)", std::move(all), sum);
    return sum;
  }

  void note(std::string_view formula, std::vector<TraceInput> inputs, const Figure& result) {
    if (!steps_ || !result) return;
    steps_->push_back(
        {Field::expected, formula, std::move(inputs), result, method_of_path(formula), of_target_});
  }

  ReportRow& row_;
  const Plan& plan_;
  const Indicator& indicator_;
  Date day_;
  const std::function<Figure()>& level_before_;
  std::vector<TraceStep>* steps_;
  std::vector<Way> ways_;
  Index of_target_ = kNone;
};

bool declares_profiles(const ReportRow& row, const Plan& plan) {
  return !row.targets.empty() && row.kind != RowKind::component &&
         std::all_of(row.targets.begin(), row.targets.end(),
                     [&](Index at) { return plan.targets().profile(at) != nullptr; });
}

// 1 where more is better, -1 where less is, 0 where neither.
int better_side(const Condition& condition, Direction direction) {
  switch (condition.kind) {
    case ConditionKind::at_least:
    case ConditionKind::more_than:
    case ConditionKind::increase_by: return 1;
    case ConditionKind::at_most:
    case ConditionKind::less_than:
    case ConditionKind::decrease_by: return -1;
    default: break;
  }
  return direction == Direction::more ? 1 : direction == Direction::less ? -1 : 0;
}

// Why what was reached is not all that was due on the day; none if it is.
Errc not_comparable(const ReportRow& row, const OnTheWay& way) {
  if (!row.expected) return row.expected.reason;
  if (!row.actual) return row.actual.reason;
  const bool waits = way.unreported == Unreported::withhold;
  if (waits && !row.coverage.complete()) return Errc::partial_coverage;
  return way.unit_has_ended ? Errc::unit_ended : Errc::none;
}

}  // namespace

void expect(ReportRow& row, const Plan& plan, Date as_of, const std::optional<Date>& due,
            const std::function<Figure()>& level_before, std::vector<TraceStep>* steps) {
  row.expected = Errc::no_profile;
  if (!declares_profiles(row, plan)) return;
  row.expected = Errc::not_started;
  if (as_of < row.period.start()) return;
  row.expected = Errc::no_full_year;
  if (due && *due < row.period.start()) return;
  const bool in_days = row.coverage.of == Coverage::Of::days;
  const Date day = due.value_or(due_day(row.period, as_of, in_days));
  row.expected = Expectation(row, plan, day, level_before, steps).value();
  if (row.expected) row.expected_on = day;
}

void deviate(ReportRow& row, const OnTheWay& way, std::vector<TraceStep>* steps) {
  const Errc why = not_comparable(row, way);
  row.deviation = why != Errc::none ? Figure(why) : Figure(*row.actual - *row.expected);
  if (!steps || !row.deviation) return;
  steps->push_back(
      {Field::deviation,
       "A - E",
       {{"A", *row.actual, {}, Field::actual}, {"E", *row.expected, {}, Field::expected}},
       row.deviation});
}

void conclude_schedule(ReportRow& row, const Indicator& indicator, const OnTheWay& way) {
  row.schedule = Schedule::none;
  row.schedule_reason = not_comparable(row, way);
  if (!row.expected || !row.actual) return;
  const int better = better_side(row.condition, indicator.direction);
  if (better == 0) {
    row.schedule_reason = Errc::no_better_side;
    return;
  }
  Condition path;
  path.kind = better > 0 ? ConditionKind::at_least : ConditionKind::at_most;
  const Verdict verdict =
      judge(path, indicator.direction, *row.actual, *row.expected, row.qualifier);
  // More can only be added: what is ahead stays so, and so does what has gone beyond a limit.
  const bool stays = only_grows(indicator) && (verdict == Verdict::missed) == (better < 0) &&
                     verdict != Verdict::none;
  if (row.schedule_reason != Errc::none && !stays) return;
  row.schedule_reason = verdict == Verdict::none ? Errc::bound_undecided : Errc::none;
  row.schedule = verdict == Verdict::exceeded ? Schedule::ahead
                 : verdict == Verdict::met    ? Schedule::on_schedule
                 : verdict == Verdict::missed ? Schedule::behind
                                              : Schedule::none;
}

}  // namespace tiendo
