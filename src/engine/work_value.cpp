// Tested by tests/unit/engine/work_value_test.cpp.

#include "tiendo/engine/work_value.hpp"

#include <algorithm>

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

// The last days of the periods of a schedule, and how many periods are over on a day.
struct Calendar {
  std::vector<Date> ends;
  Ratio elapsed;
};

bool is_of_whole_months(Date start, Date finish) {
  const Result<Date> next = finish.plus_days(1);
  return start.day() == 1 && next && next->day() == 1;
}

// Most periods of a schedule: of days more than a hundred years. A longer one has no calendar.
constexpr std::size_t kMostPeriods = 40'000;

// Of a period that begins and ends so: how much of it is over at the end of the day.
Ratio gone_of(Date begin, Date next, Date as_of) {
  if (next <= as_of) return 1;
  const Ratio days(next.days() - begin.days());
  return as_of < begin ? Ratio(0) : *(Ratio(as_of.days() + 1 - begin.days()) / days);
}

// Time goes on beyond the schedule until the day. Nothing where the calendar ends before.
std::optional<Calendar> calendar_of(Date start, Date finish, Date as_of, bool by_months) {
  Calendar calendar;
  Date begin = start;
  for (std::int64_t n = 1; begin <= std::max(finish, as_of); ++n) {
    const Result<Date> next = by_months ? start.plus_months(n) : start.plus_days(n);
    if (!next || calendar.ends.size() > kMostPeriods) return std::nullopt;
    calendar.elapsed = *(calendar.elapsed + gone_of(begin, *next, as_of));
    if (begin <= finish) calendar.ends.push_back(*next->plus_days(-1));
    begin = *next;
  }
  return calendar;
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
  if (!whole.start || !whole.finish) {
    value.schedule = refused(Errc::no_schedule);
    return;
  }
  const bool by_months = is_of_whole_months(*whole.start, *whole.finish);
  const auto calendar = calendar_of(*whole.start, *whole.finish, as_of, by_months);
  if (!calendar) {
    value.schedule = refused(Errc::no_schedule);
    return;
  }
  const auto planned = planned_by(calendar->ends, rows, *value.numbers.bac);
  if (!planned) {
    value.schedule = refused(planned.error().code);
    return;
  }
  value.times = by_months ? ProjectValue::Times::months : ProjectValue::Times::days;
  value.schedule = earned_schedule({*planned,
                                    SeriesKind::cumulative,
                                    value.numbers.ev,
                                    calendar->elapsed,
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
