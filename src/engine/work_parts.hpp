// The parts of a work report, each made by one file.
#pragma once

#include <vector>

#include "tiendo/engine/work.hpp"
#include "tiendo/engine/work_trace.hpp"

namespace tiendo {

class Reporters;
struct Actual;

// What is asked of which logs.
struct WorkQuestion {
  const ObservationLog& log;
  const TaskLog& tasks;
  const Request& request;
  const Reporters& reporters;
  // Is told how many projects and tasks are done.
  Watch& watch;

  const Plan& plan() const noexcept { return log.plan(); }

  // The rows of the targets that are in force, on the map; without one those that stand in columns
  // are left out, which have neither a project nor a number of projects.
  std::vector<ReportRow> targets() const;
  // What the unit is on the map where it has become one other as a whole; otherwise itself.
  Index on_map(Index unit) const;
};

// A target of a project, and the stages of the work on it.
struct QuantityPart {
  ReportRow source;
  WorkRow row;
  std::vector<WorkRow> stages;
};

struct ProjectPart {
  WorkRow row;
  std::vector<QuantityPart> quantities;
  std::vector<WorkRow> pots;
  std::vector<WorkRow> milestones;
};

// A row in which no figure is to be expected, and nothing is said yet.
WorkRow work_row(WorkKind kind);

// When work was done, as far as that is known.
struct DoneDays {
  std::optional<Date> on;
  std::optional<Date> by;
};

// Fills in the standing and how late it is, from the state, the last day and the limit of the row.
// A state that is not known has no standing, for the reason no_data.
void judge_standing(WorkRow& row, const DoneDays& done, Date as_of);

// Counts a part of a row.
void count(WorkCounts& counts, const WorkRow& part, Date as_of);

// Adds up what is reported, as far as it is: no_data when nothing is, and the first reason other
// than that where a part has one. The parts are counted of which all is reported, or which are
// done, so that there is nothing more to report.
class WorkSum {
 public:
  void add(const WorkRow& part, const Figure& amount);
  Figure figure() const;
  int complete() const noexcept { return complete_; }
  int parts() const noexcept { return parts_; }

 private:
  Ratio sum_;
  bool any_ = false;
  Errc fault_ = Errc::none;
  int complete_ = 0;
  int parts_ = 0;
};

// 100 a / b, or why there is none.
Figure percentage(const Figure& a, const Figure& b);

// The projects of the plan in their order.
std::vector<ProjectPart> project_parts(const WorkQuestion& question);

// How far a project is, and who says so: a report of it, else its milestones, else its quantities.
struct ProjectState {
  TaskState state = TaskState::none;
  WorkDecider decided_by = WorkDecider::nobody;
  DoneDays done;
  TaskStanding said;  // the reports of the project as a whole
};
ProjectState state_of(const WorkQuestion& question, Index project, const ProjectPart& part);

// The row of a target, with what has been reached at an earlier stage in the place of the last. The
// reading is noted in the trace, if given.
ReportRow at_stage(const WorkQuestion& question, const ReportRow& target, Index stage,
                   Trace* trace);

// What has been paid from the pot of the row, in the period of the row.
Actual paid_from(const WorkQuestion& question, const WorkRow& pot, Trace* trace);

// The pots of one project, and what they are together (kind capital; nothing for a single pot).
std::vector<WorkRow> pot_rows(const WorkQuestion& question, Index project);
// Those pots as one row, in the measure of the first; its kind is `kind`. There is at least one.
WorkRow capital_row(const Plan& plan, WorkKind kind, const std::vector<const WorkRow*>& pots,
                    Date as_of);

// What a total was made of: rows of the projects, each with that of its project (null where its own
// standing is counted), and the targets that were declared for a number of projects.
struct TotalNote {
  struct Member {
    const WorkRow* row;
    const WorkRow* project;
  };
  std::vector<Member> members;
  std::vector<ReportRow> declared;
};

// Totals over projects: by indicator and assigner, by pot, of all projects. What each was made of
// is noted, if asked for.
std::vector<WorkRow> total_rows(const WorkQuestion& question,
                                const std::vector<ProjectPart>& projects,
                                std::vector<TotalNote>* notes = nullptr);

// Task groups, their tasks, leads, all tasks.
std::vector<WorkRow> task_rows(const WorkQuestion& question);

}  // namespace tiendo
