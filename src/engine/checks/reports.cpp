// Tested by tests/unit/engine/checks_reports_test.cpp.
//
// What a single report, or a row of running totals, says against itself.

#include <map>

#include "engine/checks/checks.hpp"

namespace tiendo {
namespace {

// Whether the number, in its measure, is a part of a whole: from nothing to all of it.
bool is_part_of_whole(const Plan& plan, const Indicator& indicator, const Ratio& value) {
  const Result<Ratio> part = value * Ratio(plan.measure_of(indicator).factor);
  return part && part->sign() >= 0 && *part <= Ratio(1);
}

// Only a share is said to be a part of a whole; a rate of completion may be above 100 %.
bool is_share(const Plan& plan, const Indicator& indicator) {
  return indicator.kind == IndicatorKind::share && plan.measure_of(indicator).kind == kShareKind;
}

std::string beyond(const Plan& plan, const Indicator& indicator, const Ratio& value) {
  return exact_text(value) + ' ' + plan.measure_of(indicator).id +
         (value.sign() < 0 ? " is below nothing" : " is more than the whole") + ", and \"" +
         indicator.id + "\" is a share in one";
}

// Increments that follow one on another, and the first day after them.
struct Chain {
  Date end;
  Ratio sum;
};

// Those from the start of the span on, as far as they reach within it and within its stretch of the
// series; of two that start together the longer one.
Chain increments_within(const Indicator& indicator, const std::vector<CountedReport>& reports,
                        const Period& span) {
  Chain chain{span.start(), {}};
  for (bool more = true; more;) {
    const CountedReport* next = nullptr;
    for (const CountedReport& report : reports) {
      const bool follows =
          report.fact.form == Form::increment && report.span.start() == chain.end &&
          report.span.end() <= span.end() &&
          stretch_of(indicator, report.span.last_day()) == stretch_of(indicator, span.last_day());
      if (follows) next = &report;  // they are by their ends
    }
    more = next != nullptr;
    if (more) chain = {next->span.end(), *(chain.sum + next->value)};
  }
  return chain;
}

}  // namespace

void check_beyond_whole(const CheckInput& input, const CheckedCell& cell) {
  const Plan& plan = input.plan();
  const Indicator& indicator = plan.indicators()[cell.indicator];
  if (!is_share(plan, indicator)) return;
  for (const CountedReport& report : cell.reports) {
    if (is_part_of_whole(plan, indicator, report.value)) continue;
    input.add(Severity::warning, Errc::beyond_whole, path_of(report.fact.row),
              name_of_cell(plan, cell, report.span) + ": " + beyond(plan, indicator, report.value));
  }
}

void check_target_beyond_whole(const CheckInput& input, Index target) {
  const Plan& plan = input.plan();
  const Indicator& indicator = plan.indicators()[plan.target_links()[target].indicator];
  const Condition condition = plan.targets().condition(target);
  if (!has_number(condition.kind) || is_change(condition.kind)) return;
  if (!is_share(plan, indicator)) return;
  const Ratio highest(condition.kind == ConditionKind::between ? condition.upper : condition.value);
  if (is_part_of_whole(plan, indicator, highest)) return;
  input.add(Severity::warning, Errc::beyond_whole, path_of(plan, target),
            "the target: " + beyond(plan, indicator, highest));
}

void check_running_total(const CheckInput& input, const CheckedCell& cell) {
  const Indicator& indicator = input.plan().indicators()[cell.indicator];
  if (indicator.kind == IndicatorKind::ratio) return;  // its parts run, and it may fall
  // By the day from which it runs, and the stretch of the series.
  std::map<std::pair<Date, std::size_t>, const CountedReport*> last;
  for (const CountedReport& report : cell.reports) {
    if (report.fact.form != Form::to_date) continue;
    const std::size_t stretch = stretch_of(indicator, report.span.last_day());
    const auto found = [&](const Ratio& earlier, const std::string& text) {
      if (report.value >= earlier) return false;
      input.add(Severity::warning, Errc::running_total_falls, path_of(report.fact.row),
                name_of_cell(input.plan(), cell, report.span) + ": the running total is " +
                    exact_text(report.value) + ", and " + text);
      return true;
    };
    const CountedReport*& before = last[{report.span.start(), stretch}];
    const bool falls =
        before != nullptr &&
        found(before->value, "was " + exact_text(before->value) + " for " +
                                 before->span.to_string() + " (" + path_of(before->fact.row) + ')');
    const Chain chain = increments_within(indicator, cell.reports, report.span);
    if (!falls && chain.end > report.span.start()) {
      found(chain.sum, "the increments until " + chain.end.to_string() + " add up to " +
                           exact_text(chain.sum));
    }
    before = &report;
  }
}

void check_unit_exists(const CheckInput& input, const CheckedCell& cell) {
  const ResponsibleUnit& unit = input.plan().units()[cell.unit];
  for (const CountedReport& report : cell.reports) {
    const Period& period = report.fact.period;
    if ((!unit.from || *unit.from < period.end()) &&
        (!unit.until || *unit.until > period.start())) {
      continue;
    }
    input.add(Severity::warning, Errc::unit_gone, path_of(report.fact.row),
              name_of_cell(input.plan(), cell, period) + ": the unit exists " +
                  (unit.from ? "from " + unit.from->to_string() : "") +
                  (unit.from && unit.until ? " " : "") +
                  (unit.until ? "until " + unit.until->to_string() : "") + ", not in that period");
  }
}

void check_final_in_time(const CheckInput& input, const CheckedCell& cell) {
  for (const CountedReport& report : cell.reports) {
    const Fact& fact = report.fact;
    if (fact.status != Status::official || fact.recorded_on >= fact.period.last_day()) continue;
    input.add(Severity::note, Errc::final_too_early, path_of(fact.row),
              name_of_cell(input.plan(), cell, fact.period) + ": official, and recorded on " +
                  fact.recorded_on.to_string() + ", before the period is over; an estimate?");
  }
}

}  // namespace tiendo
