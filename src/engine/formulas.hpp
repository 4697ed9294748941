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

// What the formulas of a row have to know of its indicator.
struct Counting {
  const Measure& measure;
  Achievement achievement = Achievement::direct;
  Comparison compare = Comparison::percent;

  Counting(const Measure& usual) : measure(usual) {}  // NOLINT(*-explicit-*)
  Counting(const Plan& plan, const Indicator& indicator)
      : measure(plan.measure_of(indicator)),
        achievement(indicator.achievement),
        compare(indicator.compare) {}
};

// The formulas of this row, each after those it depends on.
std::vector<const Formula*> formulas_for(const ReportRow& row, const Counting& counting);

// The figure that a letter stands for; nothing for p.
std::optional<Field> field_of(char symbol);

// What a letter stands for in this row. `measure` is that of the indicator.
Figure value_of(const ReportRow& row, char symbol, const Measure& measure);

// One percentage point in the measure.
Result<Ratio> one_point(const Measure& measure);

// Fills in what the condition asks for, as a number where it is one.
void ask(ReportRow& row, const Indicator& indicator);

// Fills in every figure that follows from actual, target, same period and baseline. What is
// compared in points has no percentage of what it is compared with: compared_in_points.
void derive(ReportRow& row, const Counting& counting);

// Fills in the part of the way from the base that was made; only where the base is not there yet.
void derive_targeted_change(ReportRow& row, const Measure& measure);

// The steps of a trace for a row whose figures are filled in; steps without a result are left out.
std::vector<TraceStep> steps_of(const ReportRow& row, const Counting& counting);

// Puts the formulas of the row before the steps that were noted on the way, each with its method.
void conclude_steps(Trace& trace, const Counting& counting);

}  // namespace tiendo
