/// @file
/// How a row came about: the reports used and set aside, and every formula with its numbers.
#pragma once

#include <string_view>
#include <vector>

#include "tiendo/engine/fields.hpp"
#include "tiendo/engine/report.hpp"
#include "tiendo/facts/selection.hpp"

namespace tiendo {

/// What a selection of reports was made for.
enum class SourceRole : std::uint8_t {
  actual,       ///< the value to date
  same_period,  ///< the value of the same period of the year before
  baseline,     ///< what a change is counted from
};

/// "actual", "same_period", "baseline".
std::string_view name_of(SourceRole role) noexcept;

/// One cell of the log that was read, and what was found there.
struct TraceSource {
  SourceRole role = SourceRole::actual;
  Question question;
  Selection selection;
  /// Beside selection.used: what each number was multiplied by to cross the breaks of its series
  /// up to the number that it is added to or compared with; 1 where there are none.
  std::vector<Ratio> factors;
  /// Of a mean over time, beside selection.used: the months, or days where not all numbers are of
  /// whole months, that each number counts for; 0 for what is no number. Empty for all other rules.
  std::vector<int> weights = {};
  /// The same of the growth that was computed from these reports, where the growth itself breaks.
  Ratio rate_factor = 1;
  /// On a map: the units to which it came on the way to that of the row, one after the other, and
  /// the part of it that came there.
  std::vector<Index> through = {};
  Ratio share = 1;
};

/// A letter of a formula and what stood for it.
struct TraceInput {
  std::string_view symbol;  ///< "A"
  Ratio value;
};

/// One figure: its formula, the numbers in it and the exact result.
struct TraceStep {
  Field field = Field::actual;
  std::string_view formula;  ///< "100 * A / T"
  std::vector<TraceInput> inputs;
  Figure result;
};

/// Everything that is needed to compute a row again by hand.
struct Trace {
  ReportRow row;
  Rules rules;
  std::vector<TraceSource> sources;
  std::vector<TraceStep> steps;
  /// Of a composite target: the rows of its components, from which it is judged.
  std::vector<ReportRow> components;
};

/// The trace of one row of a report. `log` is the log from which the report was made; the row must
/// exist. A pure function, made anew from the log: reports do not carry traces.
Trace explain(const ObservationLog& log, const Report& report, std::size_t row);

}  // namespace tiendo
