/// @file
/// How many targets came out how: by field, unit, task group or lead unit, besides by assigner.
///
/// Counted are the rows that Report::summary counts, each once for every group that it belongs to:
/// targets of units, not of their projects; composites as one; targets that add to each other also
/// as a whole. Two assigners' targets are never counted together: within a group there is a row for
/// each assigner, and one for the wholes. So the rows of one assigner add up to its row of the
/// summary, except where a target is of several task groups, or of several leads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/engine/report.hpp"

namespace tiendo {

/// What targets have in common that are counted together. The numbers stand in the C header and
/// never change.
enum class TallyBy : std::uint8_t {
  field = 1,       ///< the field of the indicator: "economy"
  unit = 2,        ///< whose target it is; on a map the unit of its day
  task_group = 3,  ///< the groups that it belongs to, see task_groups_of()
  lead = 4,        ///< who leads: named by the target, else by its task groups
};

/// All of them, in the order of their numbers.
inline constexpr std::array kTallies = {TallyBy::field, TallyBy::unit, TallyBy::task_group,
                                        TallyBy::lead};

/// "field" and so on.
std::string_view name_of(TallyBy by) noexcept;
/// The one of that name, or nothing.
std::optional<TallyBy> tally_named(std::string_view name) noexcept;

/// One assigner's targets in one group.
struct TallyRow {
  /// Of fields: its name. "" for indicators that are of none.
  std::string field;
  /// Of others: the position of the unit, the task group or the lead unit in the plan; kNone for
  /// targets that are of none.
  Index group = kNone;
  /// The assigner, and how its targets came out.
  SummaryRow counts;
  /// Targets whose period has begun and for which something is to be reported: not those that were
  /// reported as not applicable.
  int due = 0;
  /// Of those that are due, how many of which anything has been reported: 12 of 14.
  int reported = 0;

  /// Met, or exceeded.
  int met_or_better() const noexcept { return counts.met + counts.exceeded; }
};

/// The rows by group in the plan's order (fields as its indicators first name them), what is of no
/// group last; within a group by assigner as in the summary, the wholes last. A pure function of
/// the report; never fails.
std::vector<TallyRow> tally(const Report& report, TallyBy by);

/// What a row of the summary, or of a tally, was counted from.
struct TallyTrace {
  /// What is counted by; absent for the summary.
  std::optional<TallyBy> by;
  /// Of the summary without a group.
  TallyRow row;
  /// The rows of the report that it counts, in their order: positions.
  std::vector<std::size_t> counted;
};

/// How each row of tally(report, by) came about; without `by`, each row of Report::summary. A pure
/// function of the report; never fails.
std::vector<TallyTrace> explain(const Report& report, std::optional<TallyBy> by);

/// As what a row is counted.
enum class CountedAs : std::uint8_t {
  exceeded,
  met,
  near,
  missed,
  no_data,     ///< nothing reported, or not due
  not_judged,  ///< reported, but no verdict
  // Of those that are not counted at all:
  no_target,   ///< an indicator without a target: nobody has asked for anything
  component,   ///< counted in the composite that it is of
  of_project,  ///< a target of a project: it is counted with the projects of the work report
};

/// As what the row is counted, or why it is not.
CountedAs counted_as(const ReportRow& row) noexcept;
/// Whether it is counted at all.
bool is_counted(CountedAs as) noexcept;
/// "exceeded" and so on.
std::string_view name_of(CountedAs as) noexcept;
/// Whether something is to be reported for the row by the day of the report.
bool is_due(const ReportRow& row) noexcept;

}  // namespace tiendo
