// The formulas of a row: each one text and one function, side by side, so that what a trace prints
// is what was computed.
#pragma once

#include <string_view>
#include <vector>

#include "tiendo/engine/fields.hpp"
#include "tiendo/engine/trace.hpp"

namespace tiendo {

// A figure of a row as a function of others. Each letter of `symbols` is an argument:
//   A actual   T target   B same period   b baseline   R required   C completion   p one point
struct Formula {
  Field field;
  std::string_view text;
  std::string_view symbols;
  Result<Ratio> (*apply)(const std::vector<Ratio>& x);
  std::string_view method = {};  // where it is not that of its figure
};

// The formulas of this row, each after those it depends on.
std::vector<const Formula*> formulas_for(const ReportRow& row);

// The figure that a letter stands for; nothing for p.
std::optional<Field> field_of(char symbol);

// What a letter stands for in this row. `measure` is that of the indicator.
Figure value_of(const ReportRow& row, char symbol, const Measure& measure);

// One percentage point in the measure.
Result<Ratio> one_point(const Measure& measure);

// Fills in every figure that follows from actual, target, same period and baseline.
void derive(ReportRow& row, const Measure& measure);

// The steps of a trace for a row whose figures are filled in; steps without a result are left out.
std::vector<TraceStep> steps_of(const ReportRow& row, const Measure& measure);

}  // namespace tiendo
