// Tested by tests/unit/engine/work_test.cpp, work_capital_test.cpp, work_tasks_test.cpp,
// work_map_test.cpp there, tests/oracle/work_oracle_test.cpp and work_map_oracle_test.cpp there.
//
// What the parts share: how work stands to its last day, how parts are counted and added up.

#include "tiendo/engine/work.hpp"

#include <algorithm>
#include <iterator>

#include "engine/carry.hpp"
#include "engine/reporters.hpp"
#include "engine/rows.hpp"
#include "engine/work_parts.hpp"
#include "tiendo/base/watched.hpp"
#include "tiendo/engine/progress.hpp"

namespace tiendo {
namespace {

// Whole calendar months from one day to a later one.
int months_between(Date from, Date to) {
  const int months = (to.year() - from.year()) * 12 + to.month() - from.month();
  const Result<Date> reached = from.plus_months(months);
  return reached && *reached <= to ? months : months - 1;
}

void set_late(WorkRow& row, Date until) {
  row.days_late = until.days() - row.finish->days();
  row.months_late = months_between(*row.finish, until);
}

void judge_done(WorkRow& row, const DoneDays& done) {
  row.done_on = done.on;
  row.standing = WorkStanding::done;
  if (!row.finish || !done.by) return;
  if (*done.by <= *row.finish) {
    row.standing = WorkStanding::done_in_time;
  } else if (done.on) {
    row.standing = WorkStanding::done_late;
    set_late(row, *done.on);
  }
}

bool beyond_limit(const WorkRow& row, Date as_of) {
  if (!row.limit_months) return false;
  const Result<Date> limit = row.finish->plus_months(*row.limit_months);
  return limit && as_of > *limit;
}

bool is_done(WorkStanding standing) {
  return standing == WorkStanding::done || standing == WorkStanding::done_in_time ||
         standing == WorkStanding::done_late;
}

template <class Rows>
void append(std::vector<WorkRow>& rows, Rows more) {
  rows.insert(rows.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<ReportRow> WorkQuestion::targets() const {
  const Date decided = std::min(request.as_of, request.known_on.value_or(request.as_of));
  if (request.map) return carry(plan(), rows_of(plan(), decided), *request.map);
  return list_rows(plan(), decided).whole;
}

Index WorkQuestion::on_map(Index unit) const { return whole_heir(plan(), unit, request.map); }

WorkRow work_row(WorkKind kind) {
  WorkRow row;
  row.kind = kind;
  for (const WorkField field : kWorkFields) {
    const_cast<Figure&>(figure(row, field)) = Errc::no_such_figure;
  }
  return row;
}

void judge_standing(WorkRow& row, const DoneDays& done, Date as_of) {
  switch (row.state) {
    case TaskState::none: row.reason = Errc::no_data; break;
    case TaskState::cancelled: row.standing = WorkStanding::cancelled; break;
    case TaskState::done: judge_done(row, done); break;
    case TaskState::not_started:
    case TaskState::in_progress:
      row.standing = WorkStanding::open;
      if (!row.finish || as_of <= *row.finish) break;
      row.standing =
          beyond_limit(row, as_of) ? WorkStanding::overdue_beyond_limit : WorkStanding::overdue;
      set_late(row, as_of);
      break;
  }
}

void count(WorkCounts& counts, const WorkRow& part, Date as_of) {
  const WorkStanding standing = part.standing;
  const bool in_time = standing == WorkStanding::done_in_time;
  const bool beyond = standing == WorkStanding::overdue_beyond_limit;
  const bool cancelled = standing == WorkStanding::cancelled;
  counts.parts += 1;
  counts.reported += standing != WorkStanding::none;
  counts.done += is_done(standing);
  counts.done_in_time += in_time;
  counts.done_late += standing == WorkStanding::done_late;
  counts.open += standing == WorkStanding::open;
  counts.overdue += beyond || standing == WorkStanding::overdue;
  counts.overdue_beyond_limit += beyond;
  counts.cancelled += cancelled;
  const bool due = part.finish && *part.finish <= as_of && !cancelled;
  counts.due += due;
  counts.due_done_in_time += due && in_time;
}

void WorkSum::add(const WorkRow& part, const Figure& amount) {
  ++parts_;
  if (amount) {
    Result<Ratio> sum = sum_ + *amount;
    if (!sum) {
      fault_ = sum.error().code;
      return;
    }
    sum_ = *std::move(sum);
    any_ = true;
    complete_ += part.coverage.complete() || is_done(part.standing);
  } else if (amount.reason != Errc::no_data && fault_ == Errc::none) {
    fault_ = amount.reason;
  }
}

Figure WorkSum::figure() const {
  if (fault_ != Errc::none) return fault_;
  return any_ ? Figure(sum_) : Figure(Errc::no_data);
}

Figure percentage(const Figure& a, const Figure& b) {
  if (!a) return a.reason;
  if (!b) return b.reason;
  const Figure rate = Ratio(100) * direct_ratio(*a, *b);
  return rate.reason == Errc::division_by_zero ? Figure(Errc::target_zero) : rate;
}

namespace {

// How many projects and tasks there are.
std::int64_t pieces_of(const Plan& plan) {
  std::size_t pieces = plan.projects().size();
  for (const TaskGroup& group : plan.task_groups()) pieces += group.tasks.size();
  return static_cast<std::int64_t>(pieces);
}

// As far as the watch lets it be made: of no use once that is stopped.
WorkReport made(const ObservationLog& log, const TaskLog& tasks, const Request& request,
                Watch& watch) {
  WorkReport report{log.plan(), request, {}};
  if (!watch.begin(Phase::judging, pieces_of(log.plan()))) return report;
  const Reporters reporters(log, request.known_on);
  const WorkQuestion question{log, tasks, request, reporters, watch};
  std::vector<ProjectPart> projects = project_parts(question);
  if (watch.stopped()) return report;
  std::vector<WorkRow> totals = total_rows(question, projects);
  for (ProjectPart& project : projects) {
    report.rows.push_back(std::move(project.row));
    for (QuantityPart& quantity : project.quantities) {
      report.rows.push_back(std::move(quantity.row));
      append(report.rows, std::move(quantity.stages));
    }
    append(report.rows, std::move(project.pots));
    append(report.rows, std::move(project.milestones));
  }
  append(report.rows, std::move(totals));
  append(report.rows, task_rows(question));
  watch.goes_on(pieces_of(log.plan()));
  return report;
}

}  // namespace

WorkReport work(const ObservationLog& log, const TaskLog& tasks, const Request& request) {
  Watch unwatched;
  return made(log, tasks, request, unwatched);
}

Result<WorkReport> work(const ObservationLog& log, const TaskLog& tasks, const Request& request,
                        const Run& run) {
  return watched(run, [&](Watch& watch) { return made(log, tasks, request, watch); });
}

}  // namespace tiendo
