// Tested by tests/unit/engine/fields_test.cpp.

#include "tiendo/engine/fields.hpp"

#include "engine/average.hpp"

namespace tiendo {

bool is_percent(Field field) noexcept {
  return field == Field::completion || field == Field::excess || field == Field::index ||
         field == Field::growth || field == Field::targeted_change;
}

bool is_difference(Field field) noexcept {
  return field == Field::remaining || field == Field::deviation || field == Field::change ||
         field == Field::base_revision || field == Field::pace;
}

const Figure& figure(const ReportRow& row, Field field) noexcept {
  switch (field) {
    case Field::target: return row.target;
    case Field::actual: return row.actual;
    case Field::completion: return row.completion;
    case Field::excess: return row.excess;
    case Field::remaining: return row.remaining;
    case Field::same_period: return row.same_period;
    case Field::index: return row.index;
    case Field::growth: return row.growth;
    case Field::expected: return row.expected;
    case Field::deviation: return row.deviation;
    case Field::baseline: return row.baseline;
    case Field::required: return row.required;
    case Field::base_revision: return row.base_revision;
    case Field::targeted_change: return row.targeted_change;
    case Field::change: return row.change;
    case Field::pace: return row.pace;
    case Field::run_rate: return row.run_rate;
    case Field::same_share: return row.same_share;
  }
  return row.actual;
}

Printing under(const Rules& rules, const Printing& asked) noexcept {
  return {asked.digits, asked.rounding ? asked.rounding : rules.rounding};
}

PrintRule print_rule(const Plan& plan, const ReportRow& row, Field field,
                     const Printing& printing) {
  const Indicator& indicator = plan.indicators()[row.indicator];
  const bool change_in_percent = field == Field::target && is_change(row.condition.kind) &&
                                 row.condition.in == ChangeIn::percent;
  const bool percent = is_percent(field) || change_in_percent;
  const int own = percent ? indicator.percent_digits : digits_of(indicator);
  return {printing.digits.value_or(own), printing.rounding.value_or(indicator.rounding)};
}

std::optional<Decimal> printed(const Plan& plan, const ReportRow& row, Field field,
                               const Printing& printing) {
  const Figure& exact = figure(row, field);
  if (!exact) return std::nullopt;
  const PrintRule rule = print_rule(plan, row, field, printing);
  if (row.cut && rule.digits > kCertainDigits) {
    const ReportRow fine = finer(row, plan, rule.digits);
    const Figure& late = figure(fine, field);
    const Result<Decimal> rounded =
        late ? round(*late, rule.digits, rule.rounding) : Result<Decimal>(error(late.reason));
    return rounded ? std::optional(*rounded) : std::nullopt;
  }
  Result<Decimal> rounded = round(*exact, rule.digits, rule.rounding);
  if (!rounded) return std::nullopt;
  return *std::move(rounded);
}

}  // namespace tiendo
