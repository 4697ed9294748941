/// @file
/// Which reports count: the rules by which a cell of the log becomes one figure.
///
/// Of what was recorded on or before `known_on` and ends on or before the day `as_of`:
///
/// 1. For one period the latest recorded report counts (or, where that is asked for, the one that
///    was recorded first); of those, the most final status; of those, the highest revision; two
///    that still tie must agree. Where the latest counts, a report is for the day on which its
///    period ends, whatever word it is named by.
/// 2. Where reports add up over time, a running total is a report from the start of the plan's
///    period (for a year before, of the year before), and counts for windows that start there; a
///    report that covers others replaces them. What is left must not overlap in part.
/// 3. Where the latest counts, the report that ends last counts.
/// 4. Where a mean, the highest or the lowest is made, each report is for all days of its period;
/// one
///    that covers others replaces them, and what is left must not overlap in part.
/// 5. "Unchanged" takes the value (number, range or words), and the hedge, of what counts for the
///    period before, reported in the same form: the increment (mean, highest, lowest) of that
///    period, the running total up to it, the level at its end. Before the first running total of a
///    window there is none.
///
/// Reports that are replaced, or are not the latest, do no harm by contradicting each other.
/// The position of a row in its file plays no part.
#pragma once

#include <optional>
#include <vector>

#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

/// Why a report does not count.
enum class SetAside {
  recorded_later,   ///< recorded after the day as known on
  not_over,         ///< its period ends after the day as of
  outside_window,   ///< its period is not of the window; a growth begins with it
  corrected,        ///< a later recorded report of the same period counts
  less_final,       ///< recorded on the same day with a less final status
  lower_revision,   ///< recorded on the same day with a lower revision
  repeated,         ///< another of equal standing stands for both
  covered,          ///< a report over a longer time, or a running total, includes it
  earlier_level,    ///< a later level counts
  earlier_stage,    ///< it is of a stage of the work before the last
  published_later,  ///< recorded after the first report of the period, which was asked for
  told_by_another,  ///< in a sum: another unit in it has reported that time of this one, too
};

/// The name as it stands in traces: "corrected".
std::string_view name_of(SetAside reason) noexcept;

/// A report that does not count, and the one that counts in its place (none when it is out by
/// date).
struct SetAsideFact {
  Fact fact;
  SetAside reason;
  std::optional<Row> in_favour_of;
};

/// The reports of a cell that count, the ones that do not, and what they amount to.
struct Selection {
  /// In the order of time; what was reported as unchanged with the value that it took.
  std::vector<Fact> used;
  /// In the order of time, then of recording; each as it was reported.
  std::vector<SetAsideFact> set_aside;
  /// observations_disagree, periods_overlap or unchanged_from_nothing (the first of these that
  /// holds) where the reports make no figure; none otherwise.
  Errc fault = Errc::none;
  /// Whole months of the window that are reported, when every stretch is whole months; else days.
  int covered = 0;
  bool in_months = true;
  /// The stretches of time that are reported, in order, none touching the next.
  std::vector<Period> spans;
};

/// Which of the reports for one period counts.
enum class Edition {
  latest,  ///< the one recorded last
  first,   ///< the one recorded first: what was published then
};

/// What to select: a cell, a window, and the two days.
struct Question {
  Index indicator = kNone;
  Index unit = kNone;
  Index project = kNone;
  Period window;
  Date as_of;
  /// Absent: everything in the log is known.
  std::optional<Date> known_on = {};
  Edition edition = Edition::latest;
  /// Position of a stage of the project before the last one: only its reports count then. kNone:
  /// what counts as done, reports of the last stage and those that name none.
  Index stage = kNone;
  /// Whether running totals go on beyond the end of the plan's period, as payments do.
  bool goes_on = false;
};

/// The selection for a cell. Total: every question has an answer, an empty one when nothing counts.
Selection select(const ObservationLog& log, const Question& question);

}  // namespace tiendo
