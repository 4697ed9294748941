/// @file
/// From a plan and a log to a report.
#pragma once

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/base/run.hpp"
#include "tiendo/engine/report.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

/// How far along everything in the plan is. Rows come by indicator in the plan's order, then by
/// unit in the plan's order, then by target; a whole follows its parts, and the components of a
/// composite target follow it. An indicator without any target, its own or as a component, has one
/// row, for the unit of the plan.
///
/// A pure function: it depends on its arguments only and never fails; what cannot be said is said
/// so in its row. May run in many threads at once on one log.
Report evaluate(const ObservationLog& log, const Request& request);

/// The same, done as the run says: the report never depends on it. The watcher is told of the
/// parts adding_up, maybe more than once, and judging.
/// @return cancelled when the watcher said no; out_of_memory, where evaluate() without a run throws
/// std::bad_alloc
Result<Report> evaluate(const ObservationLog& log, const Request& request, const Run& run);

/// The report of the same log after rows were appended to it: what evaluate() gives for it now, but
/// that only what follows from the new rows is computed. Where units report for indicators of which
/// nothing but units report, that takes microseconds a row; where a report changes more than sums
/// (a unit that has had nothing to do with the plan so far, a project, days that are no months),
/// all is evaluated again, as it is where the report is shared: give it away (std::move), and keep
/// no copy of its rows.
/// A report that is kept elsewhere never changes. Never fails, as evaluate() does not; nobody
/// appends to the log meanwhile.
Report updated(Report report, const ObservationLog& log);

/// The same, done as the run says; the watcher is told as by evaluate(), of new reports in cells.
/// @return cancelled when the watcher said no, and the report that was given away is gone;
/// out_of_memory, likewise
Result<Report> updated(Report report, const ObservationLog& log, const Run& run);

/// What is doubtful in the plan in the light of the log, as notes and warnings: the guide "What is
/// checked" says what each check finds and lets pass. First what targets say, at their paths
/// ("/plan/targets/3"), in the plan's order; then later stages of work that are further than
/// earlier ones, at the target of the project; then what reports say, at the number that they have
/// in explanations ("observation 12"), by indicator, unit and project in the plan's order; then
/// components that do not add up to the total of their composite, at its path ("/indicators/...").
///
/// Reads what was recorded, and decided, by `known_on`; absent: everything.
/// `base_rule` is for indicators that do not say so; by as_of_report everything known counts, as
/// there is no report.
///
/// On the map of a day, also every target that its heirs have no target from: a warning with the
/// reason why.
Diagnostics check_plan(const ObservationLog& log, const std::optional<Date>& known_on = {},
                       BaseRule base_rule = BaseRule::latest, const std::optional<Date>& map = {});

/// The same, done as the run says, in one thread; the watcher is told of checking.
/// @return cancelled when the watcher said no; out_of_memory
Result<Diagnostics> check_plan(const ObservationLog& log, const std::optional<Date>& known_on,
                               BaseRule base_rule, const std::optional<Date>& map, const Run& run);

}  // namespace tiendo
