// Tested by tests/unit/engine/work_capital_test.cpp and tests/oracle/work_oracle_test.cpp.
//
// Capital by pot. Sources: disbursement rates are payments over plan, with the plan of the year and
// what is carried over shown apart (Law on Public Investment 2024, article 72: a plan may be paid
// to 31 January of the next year); a rate of several pots is the sum over the sum.

#include <algorithm>

#include "engine/actual.hpp"
#include "engine/verdict.hpp"
#include "engine/work_parts.hpp"

namespace tiendo {
namespace {

// From the start of the plan's period to its end, or to the last day of the pot if that is later.
Period paying_time(const Plan& plan, const Capital& pot) {
  const Period& period = plan.head().period;
  if (!pot.until || *pot.until < period.end()) return period;
  const Result<Date> end = pot.until->plus_days(1);
  return end ? *Period::of(period.start(), *end) : period;
}

// Fully paid, still to be paid, or overdue; nothing is said of what is not known.
void judge_payment(WorkRow& row, Date as_of) {
  row.reason = row.reached.reason;
  if (!row.remaining) return;
  Condition wanted;  // at least zero beyond what is planned
  wanted.kind = ConditionKind::at_least;
  const Verdict verdict = judge(wanted, Direction::more, -*row.remaining, Ratio(), row.qualifier);
  if (verdict == Verdict::none) {
    row.reason = Errc::bound_undecided;
  } else if (verdict != Verdict::missed) {
    row.state = TaskState::done;
    judge_standing(row, {{}, row.reported_to}, as_of);
  } else {
    row.state = TaskState::in_progress;
    judge_standing(row, {}, as_of);
  }
}

WorkRow pot_row(const WorkQuestion& question, Index project, Index at) {
  const Plan& plan = question.plan();
  const Capital& pot = plan.projects()[project].capital[at];
  WorkRow row = work_row(WorkKind::pot);
  row.project = project;
  row.part = at;
  row.part_name = pot.pot;
  row.indicator = plan.find_indicator(pot.indicator);
  row.unit = paying_unit(question.log, project, row.indicator,
                         [&](Index unit) { return question.on_map(unit); });
  row.finish = pot.until;
  row.planned = Ratio(pot.amount);
  row.period = paying_time(plan, pot);
  const Actual paid = paid_from(question, row, nullptr);
  row.reached = paid.value;
  row.coverage = paid.coverage;
  row.status = paid.status;
  row.qualifier = paid.qualifier;
  if (!paid.spans.empty()) row.reported_to = paid.spans.back().last_day();
  row.rate = percentage(row.reached, row.planned);
  row.remaining = row.reached ? Figure(*row.planned - *row.reached) : Figure(row.reached.reason);
  judge_payment(row, question.request.as_of);
  return row;
}

}  // namespace

Actual paid_from(const WorkQuestion& question, const WorkRow& pot, Trace* trace) {
  Question payments{pot.indicator,
                    pot.unit,
                    pot.project,
                    *pot.period,
                    question.request.as_of,
                    question.request.known_on};
  payments.goes_on = true;
  // Payments that are nobody's are on no map.
  const std::optional<Date> map = pot.unit == kNone ? std::nullopt : question.request.map;
  return ActualReader(question.log, question.reporters, trace, {}, Together::by_rule, map)
      .actual(payments, SourceRole::actual);
}

WorkRow capital_row(const Plan& plan, WorkKind kind, const std::vector<const WorkRow*>& pots,
                    Date as_of) {
  WorkRow row = work_row(kind);
  row.indicator = pots.front()->indicator;
  const Measure& measure = plan.measure_of(plan.indicators()[row.indicator]);
  WorkSum planned;
  WorkSum paid;
  for (const WorkRow* pot : pots) {
    const Measure& own = plan.measure_of(plan.indicators()[pot->indicator]);
    const auto converted = [&](const Figure& amount) {
      return amount ? Figure(convert(*amount, own, measure)) : amount;
    };
    planned.add(*pot, converted(pot->planned));
    paid.add(*pot, converted(pot->reached));
    count(row.counts, *pot, as_of);
  }
  row.planned = planned.figure();
  row.reached = paid.figure();
  row.rate = percentage(row.reached, row.planned);
  row.remaining = row.rate.reason == Errc::none || row.rate.reason == Errc::target_zero
                      ? Figure(*row.planned - *row.reached)
                      : Figure(row.rate.reason);
  row.coverage = {paid.complete(), paid.parts(), Coverage::Of::pots};
  row.reason =
      row.reached && !row.coverage.complete() ? Errc::partial_coverage : row.reached.reason;
  return row;
}

std::vector<WorkRow> pot_rows(const WorkQuestion& question, Index project) {
  std::vector<WorkRow> rows;
  const std::size_t pots = question.plan().projects()[project].capital.size();
  for (Index at = 0; at < pots; ++at) rows.push_back(pot_row(question, project, at));
  if (pots < 2) return rows;
  std::vector<const WorkRow*> all;
  for (const WorkRow& row : rows) all.push_back(&row);
  WorkRow together = capital_row(question.plan(), WorkKind::capital, all, question.request.as_of);
  together.project = project;
  rows.push_back(std::move(together));
  return rows;
}

}  // namespace tiendo
