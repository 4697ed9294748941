// Tested by tests/unit/engine/checks_formula_test.cpp and tests/oracle/checks_oracle_test.cpp.
//
// What was reported of an indicator itself against what its formula makes of the same days. Both
// are printed figures: less than one in the last digit of the report is between them in any way of
// rounding.

#include "engine/actual.hpp"
#include "engine/checks/checks.hpp"

namespace tiendo {
namespace {

// One in the last digit of the report.
Ratio last_digit(const Decimal& reported) {
  const Result<Decimal> unit = Decimal::of(1, reported.scale());
  return unit ? Ratio(*unit) : Ratio(1);
}

}  // namespace

void check_formula(const CheckInput& input, const CheckedCell& cell) {
  const Plan& plan = input.plan();
  if (!plan.formula_of(cell.indicator)) return;
  const ActualReader reader(input.log, input.reporters, nullptr);
  for (const CountedReport& own : cell.reports) {
    if (own.fact.qualifier != Qualifier::exact) continue;
    const Actual made = reader.computed(
        {cell.indicator, cell.unit, cell.project, own.span, own.span.last_day(), input.known_on});
    if (!made.value || !made.coverage.complete()) continue;
    const Result<Ratio> difference = own.value - *made.value;
    if (!difference || difference->abs() < last_digit(own.fact.value)) continue;
    input.add(Severity::warning, Errc::formula_differs, path_of(own.fact.row),
              name_of_cell(plan, cell, own.span) + ": the report says " + exact_text(own.value) +
                  ", the formula makes " + exact_text(*made.value) + "; the difference is " +
                  exact_text(*difference));
  }
}

}  // namespace tiendo
