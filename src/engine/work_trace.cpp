// Tested by tests/unit/engine/work_trace_test.cpp and tests/cli/work_trace_test.py, which computes
// every figure and count again.
//
// The parts of the report are made once more, with notes of what each was made of.

#include "tiendo/engine/work_trace.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/actual.hpp"
#include "engine/earned_steps.hpp"
#include "engine/formulas.hpp"
#include "engine/reporters.hpp"
#include "engine/rows.hpp"
#include "engine/trace_numbers.hpp"
#include "engine/work_parts.hpp"
#include "engine/work_steps.hpp"

namespace tiendo {
namespace {

// What a row of the report was made as.
struct Made {
  const ProjectPart* project = nullptr;
  const QuantityPart* quantity = nullptr;
  const TotalNote* total = nullptr;
};

// The report made once more, and where each of its rows stands.
class Again {
 public:
  Again(const WorkQuestion& question, const WorkReport& report)
      : projects_(project_parts(question)) {
    total_rows(question, projects_, &totals_);
    for (const ProjectPart& project : projects_) {
      add(project.row, {&project});
      for (const QuantityPart& quantity : project.quantities) {
        add(quantity.row, {&project, &quantity});
        for (const WorkRow& stage : quantity.stages) add(stage, {&project, &quantity});
      }
      for (const WorkRow& pot : project.pots) add(pot, {&project});
      for (const WorkRow& milestone : project.milestones) add(milestone, {&project});
    }
    for (const TotalNote& total : totals_) made_.push_back({nullptr, nullptr, &total});
    made_.resize(report.rows.size());
  }

  const Made& at(std::size_t row) const { return made_[row]; }
  std::size_t position(const WorkRow& row) const { return positions_.at(&row); }

 private:
  void add(const WorkRow& row, const Made& made) {
    positions_[&row] = made_.size();
    made_.push_back(made);
  }

  std::vector<ProjectPart> projects_;
  std::vector<TotalNote> totals_;
  std::vector<Made> made_;
  std::map<const WorkRow*, std::size_t> positions_;
};

class Explainer {
 public:
  Explainer(const WorkQuestion& question, const WorkReport& report)
      : question_(question), plan_(report.plan), report_(report), again_(question, report) {}

  WorkTrace explain(std::size_t at) const {
    WorkTrace trace;
    trace.at = at;
    trace.row = report_.rows[at];
    switch (trace.row.kind) {
      case WorkKind::project: of_project(trace); break;
      case WorkKind::quantity:
      case WorkKind::stage: of_quantity(trace); break;
      case WorkKind::pot: of_pot(trace); break;
      case WorkKind::milestone: of_milestone(trace); break;
      case WorkKind::task: of_task(trace); break;
      case WorkKind::total:
      case WorkKind::stage_total: of_total(trace); break;
      case WorkKind::capital:
      case WorkKind::pot_total:
      case WorkKind::capital_total: of_capital(trace); break;
      case WorkKind::projects: members_of(trace, again_.at(at).total->members); break;
      case WorkKind::task_group:
      case WorkKind::lead:
      case WorkKind::tasks: of_tasks(trace); break;
    }
    return trace;
  }

 private:
  // The cells that were read for what has been reached, or for what a change is counted from.
  static void take_reports(WorkTrace& trace, Trace read) {
    std::erase_if(read.sources, [](const TraceSource& source) {
      return source.role != SourceRole::actual && source.role != SourceRole::baseline;
    });
    drop_unused(read);
    trace.sources = std::move(read.sources);
    trace.numbers = std::move(read.numbers);
  }

  static bool is_of_work(Field field) {
    return field == Field::actual || field == Field::baseline || field == Field::required ||
           field == Field::completion || field == Field::remaining;
  }

  // As a row of a report, of which a stage has another value.
  void of_quantity(WorkTrace& trace) const {
    const QuantityPart& part = *again_.at(trace.at).quantity;
    Trace read{part.source, {}, {}, {}, {}};
    fill(read.row, question_.log, question_.reporters, question_.request, &read);
    const Indicator& indicator = plan_.indicators()[trace.row.indicator];
    const std::size_t stages = plan_.projects()[trace.row.project].stages.size();
    const bool earlier = trace.row.kind == WorkKind::stage && trace.row.part + 1 < stages;
    if (earlier) {
      std::erase_if(read.sources, [](const auto& one) { return one.role == SourceRole::actual; });
      std::erase_if(read.figures, [](const auto& one) { return one.field == Field::actual; });
      read.row = at_stage(question_, read.row, trace.row.part, &read);
      conclude_steps(read, plan_.measure_of(indicator));
    } else {
      conclude_steps(read, Counting(plan_, indicator));
    }
    std::erase_if(read.steps, [](const TraceStep& step) { return !is_of_work(step.field); });
    std::erase_if(read.figures, [&](const TraceFigure& one) {
      return !is_of_work(one.field) || !figure(read.row, one.field);
    });
    trace.targets = read.row.targets;
    drop_unused(read);
    WorkSteps steps(trace);
    steps.ask(plan_, {read.row});
    steps.read(read);
    take_reports(trace, std::move(read));
  }

  void of_pot(WorkTrace& trace) const {
    Trace read{{}, {}, {}, {}, {}};
    const Actual paid = paid_from(question_, trace.row, &read);
    if (paid.value && paid.number) read.figures.push_back({Field::actual, *paid.number});
    drop_unused(read);
    WorkSteps steps(trace);
    const Capital& pot = plan_.projects()[trace.row.project].capital[trace.row.part];
    steps.state(WorkField::planned, "planned@1", "x",
                {{"x", Ratio(pot.amount), WorkTerm::From::plan}});
    steps.reach(read, Field::actual);
    steps.compare();
    take_reports(trace, std::move(read));
    if (trace.row.state != TaskState::none) trace.decided_by = WorkDecider::payments;
    if (trace.row.state == TaskState::done) trace.done_by = trace.row.reported_to;
  }

  void of_milestone(WorkTrace& trace) const {
    const Milestone& step = plan_.projects()[trace.row.project].milestones[trace.row.part];
    WorkSteps steps(trace);
    if (step.weight) {
      steps.state(WorkField::weight, "milestone_weights@1", "100 * w",
                  {{"w", Ratio(*step.weight), WorkTerm::From::plan}});
    }
    of_reports(trace, {kNone, kNone, trace.row.project, trace.row.part});
    steps.share();
  }

  void of_task(WorkTrace& trace) const {
    of_reports(trace, {trace.row.task_group, trace.row.part, kNone, kNone});
    WorkSteps(trace).share();
  }

  // What reports of the work itself say.
  void of_reports(WorkTrace& trace, const WorkItem& item) const {
    const Request& asked = question_.request;
    trace.said = standing_of(question_.tasks, item, asked.as_of, asked.known_on);
    trace.done_by = trace.said->done_by;
    if (trace.said->used) trace.decided_by = WorkDecider::report;
  }

  void of_project(WorkTrace& trace) const {
    const ProjectPart& part = *again_.at(trace.at).project;
    const ProjectState state = state_of(question_, trace.row.project, part);
    trace.said = state.said;
    trace.decided_by = state.decided_by;
    trace.done_by = state.state == TaskState::done ? state.done.by : std::nullopt;
    for (const WorkRow& milestone : part.milestones) add_member(trace, milestone);
    WorkSteps steps(trace);
    steps.elapse(question_.request.as_of);
    steps.weigh(report_.rows, question_.request.as_of);
    trace.earned = earned_steps(report_, trace);
  }

  void add_member(WorkTrace& trace, const WorkRow& row, const WorkRow* counted = nullptr) const {
    const std::size_t at = again_.position(row);
    trace.members.push_back({at, counted ? again_.position(*counted) : at, is_complete(row)});
  }

  void members_of(WorkTrace& trace, const std::vector<TotalNote::Member>& members) const {
    for (const auto& [row, project] : members) add_member(trace, *row, project);
    const PlanHead& head = plan_.head();
    if (trace.row.kind == WorkKind::projects) trace.declared = head.declared.projects.value_or(0);
  }

  void of_total(WorkTrace& trace) const {
    const TotalNote& total = *again_.at(trace.at).total;
    members_of(trace, total.members);
    WorkSteps steps(trace);
    for (const ReportRow& row : total.declared) {
      trace.declared += row.declared_projects.value_or(0);
      trace.targets.insert(trace.targets.end(), row.targets.begin(), row.targets.end());
    }
    if (total.declared.empty()) {
      // A stage is held against what is planned for all of them, those too that do not have it.
      const bool stage = trace.row.kind == WorkKind::stage_total;
      const std::size_t whole = stage ? total_of(trace.at) : trace.at;
      steps.add_up(WorkField::planned, report_.rows,
                   rows_of_members(again_.at(whole).total->members));
    } else {
      steps.ask(plan_, total.declared);
    }
    steps.add_up(WorkField::reached, report_.rows, rows_of_members(total.members));
    steps.compare();
    if (trace.row.kind == WorkKind::total) leave_out(trace);
  }

  // The total that a total of a stage follows.
  std::size_t total_of(std::size_t stage) const {
    while (report_.rows[stage].kind != WorkKind::total) --stage;
    return stage;
  }

  std::vector<std::size_t> rows_of_members(const std::vector<TotalNote::Member>& members) const {
    std::vector<std::size_t> rows;
    for (const TotalNote::Member& member : members) rows.push_back(again_.position(*member.row));
    return rows;
  }

  // Quantities of the indicator that are in other totals.
  void leave_out(WorkTrace& trace) const {
    for (std::size_t at = 0; at < report_.rows.size(); ++at) {
      const WorkRow& row = report_.rows[at];
      if (row.kind != WorkKind::quantity || row.indicator != trace.row.indicator) continue;
      const bool counted = std::any_of(trace.members.begin(), trace.members.end(),
                                       [&](const WorkMember& member) { return member.row == at; });
      if (counted) continue;
      using Why = WorkLeftOut::Why;
      trace.left_out.push_back({at, row.period != trace.row.period ? Why::other_period
                                    : trace.row.assigner == kNone  ? Why::part_of_whole
                                                                   : Why::other_assigner});
    }
  }

  void of_capital(WorkTrace& trace) const {
    if (trace.row.kind == WorkKind::capital) {
      for (const WorkRow& pot : again_.at(trace.at).project->pots) {
        if (pot.kind == WorkKind::pot) add_member(trace, pot);
      }
    } else {
      members_of(trace, again_.at(trace.at).total->members);
    }
    std::vector<std::size_t> pots;
    for (const WorkMember& member : trace.members) pots.push_back(member.row);
    WorkSteps steps(trace);
    for (const WorkField field : {WorkField::planned, WorkField::reached}) {
      steps.add_up(field, report_.rows, pots, [&](const WorkRow& pot) {
        const Measure& own = plan_.measure_of(plan_.indicators()[pot.indicator]);
        const Measure& whole = plan_.measure_of(plan_.indicators()[trace.row.indicator]);
        return *(Ratio(own.factor) / Ratio(whole.factor));
      });
    }
    steps.compare();
  }

  void of_tasks(WorkTrace& trace) const {
    for (std::size_t at = 0; at < report_.rows.size(); ++at) {
      const WorkRow& task = report_.rows[at];
      if (task.kind != WorkKind::task) continue;
      const WorkRow& row = trace.row;
      const bool counted =
          row.kind == WorkKind::tasks ||
          (row.kind == WorkKind::lead ? task.lead == row.lead : task.task_group == row.task_group);
      if (counted) trace.members.push_back({at, at, is_complete(task)});
    }
    WorkSteps(trace).count();
  }

  const WorkQuestion& question_;
  const Plan& plan_;
  const WorkReport& report_;
  Again again_;
};

}  // namespace

std::vector<WorkTrace> explain(const ObservationLog& log, const TaskLog& tasks,
                               const WorkReport& report, const std::vector<std::size_t>& rows) {
  const Reporters reporters(log, report.request.known_on);
  Watch unwatched;
  const WorkQuestion question{log, tasks, report.request, reporters, unwatched};
  const Explainer explainer(question, report);
  std::vector<WorkTrace> traces;
  for (const std::size_t row : rows) traces.push_back(explainer.explain(row));
  return traces;
}

}  // namespace tiendo
