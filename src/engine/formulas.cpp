// Tested by tests/unit/engine/formulas_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// Sources: completion, index and growth as the reports of Vietnamese bodies print them ("đạt % kế
// hoạch", "bằng % so với cùng kỳ", "tăng %"); of a change, the percent of targeted change.

#include "engine/formulas.hpp"

#include "tiendo/engine/progress.hpp"

namespace tiendo {
namespace {

using Inputs = std::vector<Ratio>;

// How much so many percent of the base are. Of nothing there is no percentage: a change from 0 to
// anything at all would be one by every percentage.
Result<Ratio> percent_of(const Ratio& base, const Ratio& percent) {
  if (base.is_zero()) return error(Errc::division_by_zero);
  return base.abs() * percent / Ratio(100);
}

constexpr Formula kPlainRequired{Field::required, "T", "T",
                                 [](const Inputs& x) -> Result<Ratio> { return x[0]; }};
constexpr Formula kRaiseByValue{Field::required, "b + T", "bT",
                                [](const Inputs& x) { return x[0] + x[1]; }};
constexpr Formula kRaiseByPercent{Field::required, "b + |b| * T / 100", "bT",
                                  [](const Inputs& x) { return x[0] + percent_of(x[0], x[1]); }};
constexpr Formula kRaiseByPoints{Field::required, "b + T * p", "bTp",
                                 [](const Inputs& x) { return x[0] + x[1] * x[2]; }};
constexpr Formula kLowerByValue{Field::required, "b - T", "bT",
                                [](const Inputs& x) { return x[0] - x[1]; }};
constexpr Formula kLowerByPercent{Field::required, "b - |b| * T / 100", "bT",
                                  [](const Inputs& x) { return x[0] - percent_of(x[0], x[1]); }};
constexpr Formula kLowerByPoints{Field::required, "b - T * p", "bTp",
                                 [](const Inputs& x) { return x[0] - x[1] * x[2]; }};
constexpr Formula kCompletion{Field::completion, "100 * A / T", "AT", [](const Inputs& x) {
                                return Ratio(100) * direct_ratio(x[0], x[1]);
                              }};
constexpr Formula kChangeCompletion{
    Field::completion, "100 * (A - b) / (R - b)", "AbR",
    [](const Inputs& x) { return Ratio(100) * targeted_change(x[1], x[0], x[2]); },
    "percent_of_targeted_change@1"};
constexpr Formula kExcess{Field::excess, "C - 100", "C",
                          [](const Inputs& x) { return x[0] - Ratio(100); }};
constexpr Formula kChangeExcess{kExcess.field, kExcess.text, kExcess.symbols, kExcess.apply,
                                kChangeCompletion.method};
constexpr Formula kRemaining{Field::remaining, "R - A", "RA",
                             [](const Inputs& x) { return x[0] - x[1]; }};
constexpr Formula kIndex{Field::index, "100 * A / B", "AB",
                         [](const Inputs& x) { return Ratio(100) * x[0] / x[1]; }};
constexpr Formula kGrowth{Field::growth, "100 * (A - B) / |B|", "AB",
                          [](const Inputs& x) { return Ratio(100) * relative_change(x[1], x[0]); }};

const Formula* required_formula(const Condition& condition) {
  if (!is_change(condition.kind)) return &kPlainRequired;
  const bool raise = condition.kind == ConditionKind::increase_by;
  switch (condition.in) {
    case ChangeIn::value: return raise ? &kRaiseByValue : &kLowerByValue;
    case ChangeIn::percent: return raise ? &kRaiseByPercent : &kLowerByPercent;
    case ChangeIn::points: return raise ? &kRaiseByPoints : &kLowerByPoints;
  }
  return &kPlainRequired;
}

Figure& figure(ReportRow& row, Field field) noexcept {
  return const_cast<Figure&>(figure(static_cast<const ReportRow&>(row), field));
}

// Why a division by zero in this figure is one: what the denominator was.
Errc zero_reason(Field field) {
  return field == Field::completion ? Errc::target_zero : Errc::base_zero;
}

}  // namespace

std::vector<const Formula*> formulas_for(const ReportRow& row) {
  const bool change = is_change(row.condition.kind);
  return {required_formula(row.condition),
          change ? &kChangeCompletion : &kCompletion,
          change ? &kChangeExcess : &kExcess,
          &kRemaining,
          &kIndex,
          &kGrowth};
}

std::optional<Field> field_of(char symbol) {
  switch (symbol) {
    case 'A': return Field::actual;
    case 'T': return Field::target;
    case 'B': return Field::same_period;
    case 'b': return Field::baseline;
    case 'R': return Field::required;
    case 'C': return Field::completion;
    default: break;
  }
  return std::nullopt;
}

Figure value_of(const ReportRow& row, char symbol, const Measure& measure) {
  if (const std::optional<Field> field = field_of(symbol)) return figure(row, *field);
  return one_point(measure);
}

Result<Ratio> one_point(const Measure& measure) {
  return Ratio(1) / (Ratio(100) * Ratio(measure.factor));
}

void derive(ReportRow& row, const Measure& measure) {
  for (const Formula* formula : formulas_for(row)) {
    Figure& result = figure(row, formula->field);
    std::vector<Ratio> inputs;
    Errc missing = Errc::none;
    for (const char symbol : formula->symbols) {
      const Figure input = value_of(row, symbol, measure);
      if (!input && missing == Errc::none) missing = input.reason;
      if (input) inputs.push_back(*input);
    }
    if (missing != Errc::none) {
      result = missing;
      continue;
    }
    result = formula->apply(inputs);
    if (result.reason == Errc::division_by_zero) result = zero_reason(formula->field);
  }
}

std::vector<TraceStep> steps_of(const ReportRow& row, const Measure& measure) {
  std::vector<TraceStep> steps;
  for (const Formula* formula : formulas_for(row)) {
    TraceStep step{formula->field, formula->text, {}, figure(row, formula->field), formula->method};
    if (!step.result) continue;
    for (std::size_t i = 0; i < formula->symbols.size(); ++i) {
      const char symbol = formula->symbols[i];
      const Figure input = value_of(row, symbol, measure);
      if (!input) continue;
      step.inputs.push_back({formula->symbols.substr(i, 1), *input, {}, field_of(symbol)});
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace tiendo
