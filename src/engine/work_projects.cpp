// Tested by tests/unit/engine/work_test.cpp, work_totals_test.cpp there and
// tests/oracle/work_oracle_test.cpp.
//
// A project: its targets with their stages, its milestones, and whether it is late.

#include <algorithm>

#include "engine/actual.hpp"
#include "engine/formulas.hpp"
#include "engine/rows.hpp"
#include "engine/work_parts.hpp"
#include "tiendo/facts/task_standing.hpp"
#include "tiendo/model/time_share.hpp"

namespace tiendo {
namespace {

// What a report row says of a quantity, or of a stage of it.
void take_over(WorkRow& row, const ReportRow& source) {
  row.planned = source.target;
  row.reached = source.actual;
  row.rate = source.completion;
  row.remaining = source.remaining;
  row.coverage = source.coverage;
  row.reported_to = source.reported_to;
  row.status = source.status;
  row.qualifier = source.qualifier;
}

// One project after the other.
class ProjectReader {
 public:
  explicit ProjectReader(const WorkQuestion& question)
      : question_(question), plan_(question.plan()), as_of_(question.request.as_of) {}

  ProjectPart read(Index at, const std::vector<ReportRow>& targets) {
    const Project& project = plan_.projects()[at];
    ProjectPart part;
    for (const ReportRow& target : targets) part.quantities.push_back(quantity(target));
    for (Index i = 0; i < project.milestones.size(); ++i) {
      part.milestones.push_back(milestone(at, i));
    }
    part.pots = pot_rows(question_, at);
    part.row = project_row(at, part);
    return part;
  }

 private:
  TaskStanding standing(const WorkItem& item) const {
    return standing_of(question_.tasks, item, as_of_, question_.request.known_on);
  }

  WorkRow quantity_row(WorkKind kind, const ReportRow& source) const {
    WorkRow row = work_row(kind);
    row.project = source.project;
    row.indicator = source.indicator;
    row.unit = source.unit;
    row.assigner = source.assigner;
    row.period = source.period;
    row.condition = source.condition;
    take_over(row, source);
    row.reason = source.actual.reason;
    return row;
  }

  QuantityPart quantity(ReportRow target) const {
    fill(target, question_.log, question_.reporters, question_.request, nullptr);
    QuantityPart part{target, quantity_row(WorkKind::quantity, target), {}};
    part.row.verdict = target.verdict;
    part.row.verdict_reason = target.verdict_reason;
    part.row.reason = target.reason;
    const std::vector<std::string>& stages = plan_.projects()[target.project].stages;
    for (Index i = 0; i < stages.size(); ++i) {
      WorkRow row =
          quantity_row(WorkKind::stage,
                       i + 1 == stages.size() ? target : at_stage(question_, target, i, nullptr));
      row.part = i;
      row.part_name = stages[i];
      part.stages.push_back(std::move(row));
    }
    return part;
  }

  WorkRow milestone(Index project, Index at) const {
    const Milestone& step = plan_.projects()[project].milestones[at];
    WorkRow row = work_row(WorkKind::milestone);
    row.project = project;
    row.part = at;
    row.part_name = step.id;
    row.finish = step.due;
    const TaskStanding now = standing({kNone, kNone, project, at});
    row.state = now.state;
    if (now.used) row.status = now.used->status;
    row.done = now.share ? Figure(Ratio(*now.share) * Ratio(100)) : Figure(Errc::no_data);
    row.weight = step.weight ? Figure(Ratio(*step.weight) * Ratio(100)) : Figure(Errc::no_weights);
    judge_standing(row, {now.done_on, now.done_by}, as_of_);
    return row;
  }

  WorkRow project_row(Index at, const ProjectPart& part) const {
    const Project& project = plan_.projects()[at];
    WorkRow row = work_row(WorkKind::project);
    row.project = at;
    row.lead = question_.on_map(plan_.find_unit(project.lead));
    row.start = start_of(project);
    row.finish = finish_of(project);
    row.limit_months = project.late_after_months;
    if (!row.limit_months) row.limit_months = question_.request.rules.late_after_months;
    row.elapsed = elapsed(row);
    for (const WorkRow& step : part.milestones) count(row.counts, step, as_of_);
    const ProjectState state = state_of(question_, at, part);
    row.state = state.state;
    judge_standing(row, state.done, as_of_);
    measure_work(row, part.milestones, state.said);
    return row;
  }

  Figure elapsed(const WorkRow& row) const {
    if (!row.start || !row.finish) return Errc::no_schedule;
    const Result<Date> after = row.finish->plus_days(1);
    const Result<Period> schedule = after ? Period::of(*row.start, *after) : after.error();
    if (!schedule) return Errc::no_schedule;
    return Ratio(100) * elapsed_share(*schedule, as_of_);
  }

  // How much of the work is done, by the weights of its milestones, and how much was due.
  void measure_work(WorkRow& row, const std::vector<WorkRow>& milestones,
                    const TaskStanding& whole) const {
    Result<Ratio> total = Ratio();
    Result<Ratio> done = Ratio();
    Result<Ratio> due = Ratio();
    bool weighted = !milestones.empty();
    bool dated = true;
    for (const WorkRow& step : milestones) {
      weighted = weighted && step.weight;
      if (step.state == TaskState::cancelled || !step.weight) continue;
      total = total + *step.weight;
      if (step.done) done = done + *step.weight * *step.done / Ratio(100);
      dated = dated && step.finish;
      if (step.finish && *step.finish <= as_of_) due = due + *step.weight;
    }
    const auto share = [&](const Result<Ratio>& of) {
      const Figure figure = Ratio(100) * of / total;
      return figure.reason == Errc::division_by_zero ? Figure(Errc::no_weights) : figure;
    };
    row.due = !weighted ? Figure(Errc::no_weights) : dated ? share(due) : Figure(Errc::no_due_days);
    row.done = !weighted                 ? Figure(Errc::no_weights)
               : row.counts.reported > 0 ? share(done)
                                         : Figure(Errc::no_data);
    if (!row.done && whole.share) row.done = Ratio(*whole.share) * Ratio(100);
    row.deviation = row.done ? row.due.reason : row.done.reason;
    if (!row.done || !row.due) return;
    row.deviation = *row.done - *row.due;
    if (!row.deviation) return;
    const int ahead = row.deviation.value->sign();
    row.schedule = ahead > 0    ? Schedule::ahead
                   : ahead == 0 ? Schedule::on_schedule
                                : Schedule::behind;
  }

  const WorkQuestion& question_;
  const Plan& plan_;
  Date as_of_;
};

}  // namespace

ReportRow at_stage(const WorkQuestion& question, const ReportRow& target, Index stage,
                   Trace* trace) {
  Question reports{target.indicator,       target.unit,
                   target.project,         target.period,
                   question.request.as_of, question.request.known_on};
  reports.stage = stage;
  const Actual reached = ActualReader(question.log, question.reporters, trace, {},
                                      Together::by_rule, question.request.map)
                             .actual(reports, SourceRole::actual);
  ReportRow row = target;
  row.actual = reached.value;
  if (reached.value && target.is_part) row.actual = Errc::not_attributed;
  if (trace && row.actual && reached.number) {
    trace->figures.push_back({Field::actual, *reached.number});
  }
  row.coverage = reached.coverage;
  row.status = reached.status;
  row.qualifier = reached.qualifier;
  row.reported_to.reset();
  if (!reached.spans.empty()) row.reported_to = reached.spans.back().last_day();
  const Plan& plan = question.plan();
  derive(row, plan.measure_of(plan.indicators()[row.indicator]));
  return row;
}

namespace {

// Done when all milestones are that are not cancelled; known when one is reported.
TaskState state_by_milestones(const std::vector<WorkRow>& milestones, DoneDays& done) {
  bool any = false;
  bool all_done = true;
  bool all_cancelled = true;
  bool days_known = true;
  DoneDays last;
  for (const WorkRow& step : milestones) {
    any = any || step.state != TaskState::none;
    if (step.state == TaskState::cancelled) continue;
    all_cancelled = false;
    all_done = all_done && step.state == TaskState::done;
    days_known = days_known && step.done_on;
    if (step.done_on) last.on = std::max(last.on.value_or(*step.done_on), *step.done_on);
  }
  if (!any) return TaskState::none;
  if (all_cancelled) return TaskState::cancelled;
  if (!all_done) return TaskState::in_progress;
  if (days_known) done = {last.on, last.on};
  return TaskState::done;
}

// Done when every quantity has met its target for good; known when one is reported.
TaskState state_by_quantities(const std::vector<QuantityPart>& quantities, DoneDays& done) {
  bool any = false;
  bool all_met = true;
  std::optional<Date> by;
  for (const QuantityPart& quantity : quantities) {
    if (quantity.source.is_part) continue;
    const Verdict verdict = quantity.row.verdict;
    any = any || quantity.row.reached;
    all_met = all_met && (verdict == Verdict::met || verdict == Verdict::exceeded);
    const std::optional<Date>& to = quantity.row.reported_to;
    if (to) by = std::max(by.value_or(*to), *to);
  }
  if (!any) return TaskState::none;
  if (!all_met) return TaskState::in_progress;
  done.by = by;
  return TaskState::done;
}

}  // namespace

ProjectState state_of(const WorkQuestion& question, Index project, const ProjectPart& part) {
  ProjectState result;
  result.said = standing_of(question.tasks, {kNone, kNone, project, kNone}, question.request.as_of,
                            question.request.known_on);
  result.done = {result.said.done_on, result.said.done_by};
  result.state = result.said.state;
  result.decided_by = WorkDecider::report;
  if (result.state == TaskState::none) {
    result.state = state_by_milestones(part.milestones, result.done);
    result.decided_by = WorkDecider::milestones;
  }
  if (result.state == TaskState::none) {
    result.state = state_by_quantities(part.quantities, result.done);
    result.decided_by = WorkDecider::quantities;
  }
  if (result.state == TaskState::none) result.decided_by = WorkDecider::nobody;
  return result;
}

std::vector<ProjectPart> project_parts(const WorkQuestion& question) {
  std::vector<std::vector<ReportRow>> targets(question.plan().projects().size());
  for (ReportRow& row : question.targets()) {
    if (row.project != kNone) targets[row.project].push_back(std::move(row));
  }
  ProjectReader reader(question);
  std::vector<ProjectPart> parts;
  for (Index at = 0; at < targets.size(); ++at) {
    if (!question.watch.goes_on(at)) break;
    parts.push_back(reader.read(at, targets[at]));
  }
  return parts;
}

}  // namespace tiendo
