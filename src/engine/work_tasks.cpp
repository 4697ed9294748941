// Tested by tests/unit/engine/work_tasks_test.cpp and tests/oracle/work_oracle_test.cpp.
//
// Task groups: each task, and how many of a group, of a lead and of the plan are done, and in time.

#include <map>

#include "engine/work_parts.hpp"
#include "tiendo/facts/task_standing.hpp"

namespace tiendo {
namespace {

WorkRow task_row(const WorkQuestion& question, Index group, Index at) {
  const Plan& plan = question.plan();
  const TaskGroup& bundle = plan.task_groups()[group];
  const Task& task = bundle.tasks[at];
  WorkRow row = work_row(WorkKind::task);
  row.task_group = group;
  row.part = at;
  row.part_name = task.id;
  row.lead = question.on_map(plan.find_unit(task.lead.empty() ? bundle.lead : task.lead));
  row.finish = task.due;
  const TaskStanding now = standing_of(question.tasks, {group, at, kNone, kNone},
                                       question.request.as_of, question.request.known_on);
  row.state = now.state;
  if (now.used) row.status = now.used->status;
  row.done = now.share ? Figure(Ratio(*now.share) * Ratio(100)) : Figure(Errc::no_data);
  judge_standing(row, {now.done_on, now.done_by}, question.request.as_of);
  return row;
}

// How many of how many, in percent; of none there is no percentage.
Figure percent_of(int count, int of) {
  if (of == 0) return Errc::nothing_to_count;
  return Ratio(100) * Ratio(count) / Ratio(of);
}

// What the counts of a row make.
void conclude(WorkRow& row) {
  const WorkCounts& counts = row.counts;
  const int whole = counts.parts - counts.cancelled;
  row.done = percent_of(counts.done, whole);
  row.due = percent_of(counts.due, whole);
  row.on_time = percent_of(counts.due_done_in_time, counts.due);
  if (counts.parts == 0) {
    row.reason = Errc::nothing_to_count;
  } else if (counts.reported == 0) {
    row.reason = Errc::no_data;
    row.done = Errc::no_data;
    row.on_time = Errc::no_data;
  } else if (counts.reported < counts.parts) {
    row.reason = Errc::partial_coverage;
  }
}

}  // namespace

std::vector<WorkRow> task_rows(const WorkQuestion& question) {
  const Plan& plan = question.plan();
  const Date as_of = question.request.as_of;
  std::vector<WorkRow> rows;
  std::map<Index, WorkCounts> by_lead;
  WorkCounts all;
  auto done = static_cast<std::int64_t>(plan.projects().size());
  for (Index group = 0; group < plan.task_groups().size(); ++group) {
    const TaskGroup& bundle = plan.task_groups()[group];
    const std::size_t head = rows.size();
    rows.push_back(work_row(WorkKind::task_group));
    rows[head].task_group = group;
    rows[head].lead = question.on_map(plan.find_unit(bundle.lead));
    for (Index at = 0; at < bundle.tasks.size(); ++at) {
      if (!question.watch.ticks_on(++done)) return rows;
      WorkRow task = task_row(question, group, at);
      count(rows[head].counts, task, as_of);
      count(by_lead[task.lead], task, as_of);
      count(all, task, as_of);
      rows.push_back(std::move(task));
    }
    conclude(rows[head]);
  }
  for (const auto& [lead, counts] : by_lead) {
    rows.push_back(work_row(WorkKind::lead));
    rows.back().lead = lead;
    rows.back().counts = counts;
    conclude(rows.back());
  }
  if (plan.task_groups().empty()) return rows;
  rows.push_back(work_row(WorkKind::tasks));
  rows.back().counts = all;
  conclude(rows.back());
  return rows;
}

}  // namespace tiendo
