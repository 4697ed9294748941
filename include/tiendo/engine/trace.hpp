/// @file
/// How a row came about: the reports used and set aside, and every formula with its numbers.
///
/// A trace is complete: from the reports and the targets in it each figure of the row can be
/// computed again, number by number (Trace::numbers), then formula by formula (Trace::steps). Every
/// number and step names its method and the version of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/engine/fields.hpp"
#include "tiendo/engine/report.hpp"
#include "tiendo/facts/selection.hpp"

namespace tiendo {

/// What a selection of reports was made for.
enum class SourceRole : std::uint8_t {
  actual,       ///< the value to date
  same_period,  ///< the value of the same period before
  baseline,     ///< what a change, or the path of a profile, is counted from
  other_base,   ///< the same period as the row does not use it, for the effect of its revision
  year_before,  ///< the whole of the year, or period, before
};

/// "actual", "same_period", "baseline", "other_base", "year_before".
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

/// A letter in the formula of a number, what stood for it, and where that comes from.
struct TraceTerm {
  /// Where it comes from.
  enum class From : std::uint8_t {
    report,       ///< the number of a report; of a ratio its numerator
    denominator,  ///< the denominator of a report
    number,       ///< another number of the trace
    bridge,       ///< the factor across the breaks of a series
    share,        ///< the part of a unit that came to another
    measure,      ///< what one of the measure is in the unit of its kind
    weight,       ///< months or days that a report counts for in a mean over time
    years,        ///< whole years from one value to another
    target,       ///< a base that a target states
  };
  std::string symbol;  ///< "x1"
  Ratio value;
  From from = From::number;
  /// Of a report its row in the log, of a number its position in Trace::numbers, of a target its
  /// position in Plan::targets().
  std::size_t at = 0;
};

/// "report", "denominator", "number", "bridge", "share", "measure", "weight", "years", "target".
std::string_view name_of(TraceTerm::From from) noexcept;

/// A number on the way from the reports to a figure: "x1 + x2". What it refers to stands before it.
struct TraceNumber {
  std::string method;  ///< "sum_of_parts@1"
  /// Of what it is: an indicator of a unit (or of a project there) in a window.
  Index indicator = kNone;
  Index unit = kNone;
  Index project = kNone;
  std::optional<Period> window = {};
  /// With + - * /, |x|, brackets, min(x; y), max(x; y) and root(n; x), the n-th root of x.
  std::string formula;
  std::vector<TraceTerm> terms;
  Ratio value;
  /// Of a root that is no fraction: after how many digits after the point `value` was cut, with a 5
  /// behind.
  std::optional<int> cut = {};
};

/// The position of a number of a trace, if it has one.
using NumberAt = std::optional<std::size_t>;

/// A figure that is read from reports, and the number that it is.
struct TraceFigure {
  Field field = Field::actual;
  std::size_t number = 0;
};

/// A letter of a formula and what stood for it.
struct TraceInput {
  std::string_view symbol;  ///< "A"
  Ratio value;
  /// The number that it is, where it is no figure of the row.
  NumberAt number = {};
  /// The figure of the row that it is. Neither: one percentage point in the measure.
  std::optional<Field> field = {};
};

/// One figure: its formula, the numbers in it and the exact result.
struct TraceStep {
  Field field = Field::actual;
  std::string_view formula;  ///< "100 * A / T"
  std::vector<TraceInput> inputs;
  Figure result;
  std::string_view method = {};  ///< "ratio_to_target@1"
  /// Position in Plan::targets() of the one of several targets that the step is of; kNone where it
  /// is of the row.
  Index target = kNone;
};

/// Everything that is needed to compute a row again by hand.
struct Trace {
  ReportRow row;
  Rules rules;
  std::vector<TraceSource> sources;
  std::vector<TraceStep> steps;
  /// Of a composite target: the rows of its components, from which it is judged.
  std::vector<ReportRow> components;
  /// How the figures that come from reports are made of them.
  std::vector<TraceNumber> numbers = {};
  std::vector<TraceFigure> figures = {};

  /// The number that a figure is; nothing for one that is not read from reports.
  NumberAt number_of(Field field) const noexcept;
};

/// The trace of one row of a report. `log` is the log from which the report was made; the row must
/// exist. A pure function, made anew from the log: reports do not carry traces.
Trace explain(const ObservationLog& log, const Report& report, std::size_t row);

}  // namespace tiendo
