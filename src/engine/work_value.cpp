// Tested by tests/unit/engine/work_value_test.cpp.

#include "tiendo/engine/work_value.hpp"

#include <algorithm>

#include "engine/schedule_calendar.hpp"
#include "tiendo/engine/progress.hpp"

namespace tiendo {
namespace {

// The rows of one project.
class ProjectRows {
 public:
  ProjectRows(const WorkReport& report, Index project) {
    for (const WorkRow& row : report.rows) {
      if (row.project != project) continue;
      if (row.kind == WorkKind::project) whole_ = &row;
      if (row.kind == WorkKind::milestone) milestones_.push_back(&row);
      // Several pots have a row of what they are together, which stands after them.
      if (row.kind == WorkKind::pot || row.kind == WorkKind::capital) capital_ = &row;
    }
  }

  const WorkRow& whole() const { return *whole_; }
  const WorkRow* capital() const { return capital_; }
  const std::vector<const WorkRow*>& milestones() const { return milestones_; }

 private:
  const WorkRow* whole_ = nullptr;
  const WorkRow* capital_ = nullptr;
  std::vector<const WorkRow*> milestones_;
};

// So many percent of the budget.
Figure part_of(const Figure& budget, const Figure& percent) {
  if (!budget) return budget.reason;
  if (!percent) return percent.reason;
  return *budget * *percent / Ratio(100);
}

// What was paid, where all that is due has been reported.
Figure cost_of(const WorkRow& capital) {
  if (capital.reached && !capital.coverage.complete()) return Errc::partial_coverage;
  return capital.reached;
}

EarnedNumbers numbers_of(const ProjectRows& rows) {
  EarnedNumbers numbers;
  if (rows.capital() == nullptr) return numbers;
  numbers.bac = rows.capital()->planned;
  numbers.pv = part_of(numbers.bac, rows.whole().due);
  numbers.ev = part_of(numbers.bac, rows.whole().done);
  numbers.ac = cost_of(*rows.capital());
  return numbers;
}

// What is planned to be earned by each of the days: the weights that are due by then.
Result<std::vector<Ratio>> planned_by(const std::vector<Date>& ends, const ProjectRows& rows,
                                      const Ratio& budget) {
  std::vector<Ratio> planned;
  Result<Ratio> all = Ratio(0);
  for (const WorkRow* step : rows.milestones()) {
    if (step->state != TaskState::cancelled) all = all + *step->weight;
  }
  if (!all) return all.error();
  for (const Date end : ends) {
    Result<Ratio> due = Ratio(0);
    for (const WorkRow* step : rows.milestones()) {
      if (step->state != TaskState::cancelled && *step->finish <= end) due = due + *step->weight;
    }
    const Result<Ratio> part = budget * due / *all;
    if (!part) return part.error();
    planned.push_back(*part);
  }
  return planned;
}

Assessment refused(Errc reason) {
  Assessment result;
  result.method = {"earned_schedule", "1", "cumulative"};
  result.value = reason;
  result.state = MethodState::refused;
  result.decided_by = DecidedBy::kind;
  return result;
}

void measure_schedule(ProjectValue& value, const ProjectRows& rows, Date as_of) {
  const WorkRow& whole = rows.whole();
  // That there is something due says that every milestone has a weight and a day.
  const Errc missing = !value.numbers.bac ? value.numbers.bac.reason : whole.due.reason;
  if (missing != Errc::none) {
    value.schedule = refused(missing);
    return;
  }
  const auto calendar = schedule_calendar(whole, as_of);
  if (!calendar) {
    value.schedule = refused(Errc::no_schedule);
    return;
  }
  const auto planned = planned_by(calendar->ends, rows, *value.numbers.bac);
  if (!planned) {
    value.schedule = refused(planned.error().code);
    return;
  }
  value.times = calendar->by_months ? ProjectValue::Times::months : ProjectValue::Times::days;
  value.schedule = earned_schedule({*planned,
                                    SeriesKind::cumulative,
                                    value.numbers.ev,
                                    calendar->elapsed(),
                                    value.numbers.ac,
                                    {}});
}

}  // namespace

std::string_view name_of(ProjectValue::Times times) noexcept {
  switch (times) {
    case ProjectValue::Times::none: break;
    case ProjectValue::Times::days: return "days";
    case ProjectValue::Times::months: return "months";
  }
  return "";
}

ProjectValue earned_value(const WorkReport& report, Index project) {
  const ProjectRows rows(report, project);
  ProjectValue value;
  value.project = project;
  value.numbers = numbers_of(rows);
  value.value = evm(value.numbers);
  measure_schedule(value, rows, report.request.as_of);
  return value;
}

std::vector<Index> projects_with_value(const WorkReport& report) {
  std::vector<Index> projects;
  for (Index at = 0; at < report.plan.projects().size(); ++at) {
    const Project& project = report.plan.projects()[at];
    const bool weighted = !project.milestones.empty() && project.milestones.front().weight;
    if (weighted && !project.capital.empty()) projects.push_back(at);
  }
  return projects;
}

}  // namespace tiendo
