// Tested by tests/unit/engine/formulas_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// Sources: completion, index and growth as the reports of Vietnamese bodies print them ("đạt % kế
// hoạch", "bằng % so với cùng kỳ", "tăng %"); of a change, the percent of targeted change.

#include "engine/formulas.hpp"

#include <iterator>

#include "engine/trace_numbers.hpp"
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
constexpr Formula kInverse{Field::completion, "100 * T / A", "AT",
                           [](const Inputs& x) { return Ratio(100) * inverse_ratio(x[0], x[1]); }};
constexpr Formula kMirrored{Field::completion, "100 * (2 - A / T)", "AT", [](const Inputs& x) {
                              return Ratio(100) * mirrored_ratio(x[0], x[1]);
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

constexpr Formula kChange{Field::change, "A - B", "AB",
                          [](const Inputs& x) { return x[0] - x[1]; }};
constexpr Formula kTargetedChange{
    Field::targeted_change, "100 * (A - b) / (R - b)", "AbR",
    [](const Inputs& x) { return Ratio(100) * targeted_change(x[1], x[0], x[2]); },
    "percent_of_targeted_change@1"};

const Formula* completion_formula(const Condition& condition, Achievement achievement) {
  if (is_change(condition.kind)) return &kChangeCompletion;
  switch (achievement) {
    case Achievement::direct: return &kCompletion;
    case Achievement::inverse: return &kInverse;
    case Achievement::mirrored: return &kMirrored;
  }
  return &kCompletion;
}

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
Errc zero_reason(const Formula& formula) {
  const Field field = formula.field;
  if (&formula == &kInverse) return Errc::actual_zero;
  if (field == Field::targeted_change) return Errc::base_is_target;
  return field == Field::completion ? Errc::target_zero : Errc::base_zero;
}

}  // namespace

std::vector<const Formula*> formulas_for(const ReportRow& row, const Counting& counting) {
  return {required_formula(row.condition),
          completion_formula(row.condition, counting.achievement),
          is_change(row.condition.kind) ? &kChangeExcess : &kExcess,
          &kRemaining,
          &kIndex,
          &kGrowth,
          &kChange};
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

namespace {

// Fills in the figure of the formula.
void derive_one(ReportRow& row, const Measure& measure, const Formula& formula) {
  Figure& result = figure(row, formula.field);
  std::vector<Ratio> inputs;
  Errc missing = Errc::none;
  for (const char symbol : formula.symbols) {
    const Figure input = value_of(row, symbol, measure);
    if (!input && missing == Errc::none) missing = input.reason;
    if (input) inputs.push_back(*input);
  }
  if (missing != Errc::none) {
    result = missing;
    return;
  }
  result = formula.apply(inputs);
  if (result.reason == Errc::division_by_zero) result = zero_reason(formula);
}

}  // namespace

void ask(ReportRow& row, const Indicator& indicator) {
  if (row.kind == RowKind::indicator) {
    row.target = Errc::no_target;
  } else if (row.not_carried != Errc::none) {
    row.target = row.not_carried;
  } else if (row.condition.kind == ConditionKind::none) {
    row.target = Errc::not_additive;
  } else if (row.condition.kind == ConditionKind::between) {
    row.target = Errc::range_target;
  } else if (indicator.kind == IndicatorKind::composite) {
    row.target = Errc::composite;
  } else if (row.condition.kind == ConditionKind::yes) {
    row.target = Errc::fact_target;
  } else {
    row.target = Ratio(row.condition.value);
  }
}

void derive(ReportRow& row, const Counting& counting) {
  for (const Formula* formula : formulas_for(row, counting)) {
    if (counting.compare == Comparison::points && is_percent(formula->field)) {
      figure(row, formula->field) = Errc::compared_in_points;
    } else {
      derive_one(row, counting.measure, *formula);
    }
  }
}

void derive_targeted_change(ReportRow& row, const Measure& measure) {
  derive_one(row, measure, kTargetedChange);
}

std::vector<TraceStep> steps_of(const ReportRow& row, const Counting& counting) {
  const Measure& measure = counting.measure;
  std::vector<TraceStep> steps;
  std::vector<const Formula*> formulas = formulas_for(row, counting);
  formulas.push_back(&kTargetedChange);
  for (const Formula* formula : formulas) {
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

void conclude_steps(Trace& trace, const Counting& counting) {
  std::vector<TraceStep> steps = steps_of(trace.row, counting);
  trace.steps.insert(trace.steps.begin(), std::make_move_iterator(steps.begin()),
                     std::make_move_iterator(steps.end()));
  for (TraceStep& step : trace.steps) {
    if (step.method.empty()) step.method = method_of(step.field, trace.rules);
  }
}

}  // namespace tiendo
