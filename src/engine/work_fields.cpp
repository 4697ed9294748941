// Tested by tests/unit/engine/work_fields_test.cpp.

#include "engine/names.hpp"
#include "tiendo/engine/work.hpp"

namespace tiendo {

std::string_view name_of(WorkKind kind) noexcept {
  static constexpr std::array<std::string_view, 16> kNames = {
      "",           "project", "quantity",    "stage",     "pot",           "capital",
      "milestone",  "total",   "stage_total", "pot_total", "capital_total", "projects",
      "task_group", "task",    "lead",        "tasks"};
  return at(kNames, kind);
}

std::string_view name_of(WorkStanding standing) noexcept {
  static constexpr std::array<std::string_view, 8> kNames = {
      "",     "open",    "done_in_time",         "done_late",
      "done", "overdue", "overdue_beyond_limit", "cancelled"};
  return at(kNames, standing);
}

std::string_view name_of(WorkField field) noexcept {
  static constexpr std::array<std::string_view, 11> kNames = {
      "",           "planned",  "reached", "rate_pct",         "remaining",  "elapsed_pct",
      "weight_pct", "done_pct", "due_pct", "deviation_points", "on_time_pct"};
  return at(kNames, field);
}

bool is_percent(WorkField field) noexcept {
  return field != WorkField::planned && field != WorkField::reached &&
         field != WorkField::remaining;
}

const Figure& figure(const WorkRow& row, WorkField field) noexcept {
  switch (field) {
    case WorkField::planned: return row.planned;
    case WorkField::reached: return row.reached;
    case WorkField::rate: return row.rate;
    case WorkField::remaining: return row.remaining;
    case WorkField::elapsed: return row.elapsed;
    case WorkField::weight: return row.weight;
    case WorkField::done: return row.done;
    case WorkField::due: return row.due;
    case WorkField::deviation: return row.deviation;
    case WorkField::on_time: return row.on_time;
  }
  return row.reached;
}

PrintRule print_rule(const Plan& plan, const WorkRow& row, WorkField field,
                     const Printing& printing) {
  PrintRule rule{1, Rounding::half_up};
  if (row.indicator != kNone) {
    const Indicator& indicator = plan.indicators()[row.indicator];
    rule = {is_percent(field) ? indicator.percent_digits : digits_of(indicator),
            indicator.rounding};
  }
  return {printing.digits.value_or(rule.digits), printing.rounding.value_or(rule.rounding)};
}

std::optional<Decimal> printed(const Plan& plan, const WorkRow& row, WorkField field,
                               const Printing& printing) {
  const Figure& exact = figure(row, field);
  if (!exact) return std::nullopt;
  const PrintRule rule = print_rule(plan, row, field, printing);
  const Result<Decimal> rounded = round(*exact, rule.digits, rule.rounding);
  return rounded ? std::optional(*rounded) : std::nullopt;
}

}  // namespace tiendo
