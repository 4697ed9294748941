// The checks of a plan in the light of its log: each one function with one code, which adds its
// findings. What each looks for and what it lets pass stands in docs/guide/checks.md.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "engine/reporters.hpp"
#include "tiendo/base/diagnostics.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

// What a check reads, and where it puts what it finds.
class CheckInput {
 public:
  // Absent `known_on`: everything in the log is known, and every decision.
  CheckInput(const ObservationLog& from, std::optional<Date> known, BaseRule base, Diagnostics& to);

  const Plan& plan() const { return log.plan(); }
  // Positions of the targets in force for the indicator, unit and project (kNone: of the unit as a
  // whole), in their order.
  std::span<const Index> targets_for(Index indicator, Index unit, Index project) const;
  void add(Severity severity, Errc code, std::string path, std::string sentence) const;

  // Whether to go on. Asked between pieces of what takes long.
  std::function<bool()> goes_on = [] { return true; };

  const ObservationLog& log;
  const std::optional<Date> known_on;
  // Who is waited for in sums over units.
  const Reporters reporters;
  // For indicators that do not say which value of the year before counts.
  const BaseRule base_rule;
  // The targets in force, in the order of the plan.
  const std::vector<Index> in_force;

 private:
  std::vector<Index> by_cell_;  // the targets in force, by indicator, unit, project and position
  Diagnostics& findings_;
};

// A report that counts for its days, with the days it stands for: a running total those from the
// start of the period of the plan, or of one of its length before.
struct CountedReport {
  Fact fact;
  Period span;
  Ratio value;  // in the measure of the indicator
};

// The reports of one cell that give numbers and count, by the end and then the start of their
// days. What was corrected, is of an earlier stage, or ties without agreeing does not count.
struct CheckedCell {
  Index indicator = kNone;
  Index unit = kNone;
  Index project = kNone;
  std::vector<CountedReport> reports;
  bool is_judged = false;  // by hand, in any of its reports
};

// The day by which everything is known.
Date last_day_of_all();

// All reports of a unit for exactly these days that give a number and are known, whether or not
// they were corrected; the one that counts last.
std::vector<Fact> editions(const CheckInput& input, Index indicator, Index unit,
                           const Period& span);

// In which stretch of the series the day lies: how many breaks there are up to it. Numbers of
// different stretches are never compared here.
std::size_t stretch_of(const Indicator& indicator, Date day);

// The cells of the log by indicator, unit and project (none first), without their reports.
std::vector<CheckedCell> cells_of(const ObservationLog& log);
// The reports of the cell.
void read_reports(const CheckInput& input, CheckedCell& cell);

// ---- checks of targets, each for one of them ----

void check_growth_against_level(const CheckInput& input, Index at);     // growth_against_level
void check_target_beyond_whole(const CheckInput& input, Index target);  // beyond_whole
// For all units at once: what the units below have to reach, against what the unit has to.
void check_child_targets(const CheckInput& input);  // child_targets_differ

// ---- checks of reports, each for one cell ----

void check_parts_of_units(const CheckInput& input, const CheckedCell& cell);     // parts_differ
void check_parts_of_projects(const CheckInput& input, const CheckedCell& cell);  // projects_differ
void check_formula(const CheckInput& input, const CheckedCell& cell);            // formula_differs
// order_of_magnitude, percent_or_per_mille
void check_magnitude(const CheckInput& input, const CheckedCell& cell);
void check_beyond_whole(const CheckInput& input, const CheckedCell& cell);   // beyond_whole
void check_running_total(const CheckInput& input, const CheckedCell& cell);  // running_total_falls
void check_unit_exists(const CheckInput& input, const CheckedCell& cell);    // unit_gone
// growth_disagrees
void check_growth_reported(const CheckInput& input, const CheckedCell& cell);
void check_final_in_time(const CheckInput& input, const CheckedCell& cell);  // final_too_early

// For all cells at once, after their reports have been read: verdicts given by hand against those
// of the rules, verdict_disagrees.
void check_hand_verdicts(const CheckInput& input, const std::vector<CheckedCell>& cells);

// ---- for their sentences ----

// The exact number: a decimal where it ends, else a fraction.
std::string exact_text(const Ratio& value);
// Where the target stands in the plan.
std::string path_of(const Plan& plan, Index target);
// "observation 12": the position in the log, from 1, as traces have it.
std::string path_of(Row row);
// "\"output\" of \"town\" in 2024-H1".
std::string name_of_cell(const Plan& plan, const CheckedCell& cell, const Period& period);

}  // namespace tiendo
