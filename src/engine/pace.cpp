// Tested by tests/unit/engine/pace_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// Forecasts are what would come out if it went on as before. They stand beside the figures, named
// as forecasts, and nothing is judged by them.

#include "engine/pace.hpp"

#include <algorithm>

#include "engine/parts.hpp"
#include "engine/profile.hpp"
#include "engine/verdict.hpp"
#include "tiendo/engine/progress.hpp"

namespace tiendo {

Result<Ratio> months_in(const Period& span) {
  Result<Ratio> months = Ratio(0);
  for (Date day = span.start(); day < span.end();) {
    const Period month = *Period::month(day.year(), day.month());
    const Date end = std::min(month.end(), span.end());
    months = months + Ratio(end.days() - day.days()) / Ratio(month.days());
    day = end;
  }
  return months;
}

namespace {

// By the formulas of progress.hpp: (R - A) / m with the months m that are left; A * N / k with the
// k of N months that are over; A * W / B, as if the same share were over as in the year before.
class Forecaster {
 public:
  Forecaster(ReportRow& row, const Indicator& indicator, const Reported& reported,
             std::vector<TraceStep>* steps)
      : row_(row), indicator_(indicator), reported_(reported), steps_(steps) {}

  void run() {
    const Errc why = not_open();
    row_.pace = why != Errc::none ? Figure(why) : pace();
    const Errc no_sum = why != Errc::none ? why : not_carried_forward();
    row_.run_rate = no_sum != Errc::none ? Figure(no_sum) : by_run_rate();
    row_.same_share = no_sum != Errc::none ? Figure(no_sum) : by_same_share();
  }

 private:
  // Why nothing is asked about the time that is left; none if something is.
  Errc not_open() const {
    if (indicator_.kind == IndicatorKind::composite) return Errc::composite;
    if (reported_.as_of < row_.period.start()) return Errc::not_started;
    if (reported_.as_of >= row_.period.last_day()) return Errc::time_is_up;
    if (!row_.actual) return row_.actual.reason;
    if (row_.condition.kind == ConditionKind::yes) return Errc::fact_target;
    return reported_.unit_has_ended ? Errc::unit_ended : Errc::none;
  }

  Errc not_carried_forward() const {
    return is_running_sum(indicator_) ? Errc::none : Errc::not_cumulative;
  }

  // Of what moves on month by month: a sum, or a level. The growth or the rate of the months that
  // are over is not one that the others add to.
  bool has_pace() const {
    const bool level = time_rule_of(indicator_) == TimeRule::last &&
                       indicator_.kind != IndicatorKind::growth &&
                       indicator_.kind != IndicatorKind::formula;
    return level || is_running_sum(indicator_);
  }

  // Whether the actual value is all of what has been reached up to the last day that it covers; or
  // is taken for it, where what has not been reported is left out.
  bool has_no_holes() const {
    if (reported_.unreported == Unreported::leave_out) return true;
    return row_.coverage.complete() || (is_in_time(row_.coverage) && reported_.spans.size() == 1 &&
                                        reported_.spans.front().start() == row_.period.start());
  }

  Figure pace() {
    if (!row_.required) return row_.required.reason;
    if (!has_pace()) return Errc::not_cumulative;
    const bool reached = row_.verdict == Verdict::met || row_.verdict == Verdict::exceeded;
    if (reached && !row_.by_hand) return Errc::target_reached;
    if (!has_no_holes()) return Errc::partial_coverage;
    const Date last = row_.reported_to.value_or(due_day(row_.period, reported_.as_of, false));
    if (last >= row_.period.last_day()) return Errc::time_is_up;
    const Result<Ratio> left = months_in(*Period::of(*last.plus_days(1), row_.period.end()));
    if (!left) return left.error().code;
    Figure result = required_rate(*row_.required, *row_.actual, *left);
    note(Field::pace, "(R - A) / m",
         {{"R", *row_.required, {}, Field::required},
          {"A", *row_.actual, {}, Field::actual},
          {"m", *left}},
         result);
    return result;
  }

  // Of what months brought nothing is known where reports of some are missing, nor what it would
  // be without them.
  Figure by_run_rate() {
    if (!row_.coverage.complete() || reported_.spans.size() != 1) return Errc::partial_coverage;
    const Period& span = reported_.spans.front();
    const Result<Ratio> over = months_in(span);
    const Result<Ratio> all = months_in(*Period::of(span.start(), row_.period.end()));
    if (!over || !all) return Errc::number_too_long;
    Figure result = run_rate(*row_.actual, *over, *all);
    note(Field::run_rate, "A * N / k",
         {{"A", *row_.actual, {}, Field::actual}, {"N", *all}, {"k", *over}}, result);
    return result;
  }

  Figure by_same_share() {
    if (!row_.same_period) return row_.same_period.reason;
    if ((*row_.same_period).is_zero()) return Errc::base_zero;
    const Actual before = reported_.year_before();
    const Figure& whole = before.value;
    if (!whole) return whole.reason == Errc::no_baseline ? Errc::no_base : whole.reason;
    Figure result = share_forecast(*row_.actual, *row_.same_period, *whole);
    note(Field::same_share, "A * W / B",
         {{"A", *row_.actual, {}, Field::actual},
          {"W", *whole, before.number},
          {"B", *row_.same_period, {}, Field::same_period}},
         result);
    return result;
  }

  void note(Field field, std::string_view formula, std::vector<TraceInput> inputs,
            const Figure& result) {
    if (steps_ && result) steps_->push_back({field, formula, std::move(inputs), result});
  }

  ReportRow& row_;
  const Indicator& indicator_;
  const Reported& reported_;
  std::vector<TraceStep>* steps_;
};

}  // namespace

void forecast(ReportRow& row, const Indicator& indicator, const Reported& reported,
              std::vector<TraceStep>* steps) {
  Forecaster(row, indicator, reported, steps).run();
}

}  // namespace tiendo
