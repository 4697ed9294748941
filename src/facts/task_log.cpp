// Tested by tests/unit/facts/task_log_test.cpp.
//
// Work is counted in thousands, not in millions: a row is kept as it was appended, beside what it
// is of.

#include "tiendo/facts/task_log.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace tiendo {
namespace {

// Two reports with equal keys say the same or contradict each other.
using StandingKey = std::tuple<WorkItem, Date, Status, std::int32_t>;

Error unknown(Errc code, const std::string& id) {
  return error(code, std::string(text_of(code)) + ": \"" + id + '"');
}

template <class Parts>
Index position_of(const Parts& parts, const std::string& id) {
  for (Index i = 0; i < parts.size(); ++i) {
    if (parts[i].id == id) return i;
  }
  return kNone;
}

// The share that the state says by itself.
std::optional<Decimal> share_of(const TaskReport& report) {
  if (report.state == TaskState::done) return Decimal(1);
  if (report.state == TaskState::not_started) return Decimal();
  return report.share;
}

bool share_fits(const TaskReport& report) {
  if (!report.share) return true;
  if (report.state == TaskState::cancelled) return false;
  if (report.state == TaskState::in_progress) {
    return report.share->sign() >= 0 && *report.share <= Decimal(1);
  }
  return report.share == share_of(report);
}

Errc fault_of(const TaskReport& report) {
  if (report.state == TaskState::none) return Errc::value_missing;
  if (report.revision < 0) return Errc::revision_negative;
  if (!share_fits(report)) return Errc::share_conflict;
  if (report.done_on && (report.state != TaskState::done || *report.done_on > report.recorded_on)) {
    return Errc::done_day_conflict;
  }
  return Errc::none;
}

}  // namespace

struct TaskLog::Data {
  explicit Data(Plan book) : plan(std::move(book)) {}

  Result<WorkItem> item_of(const TaskReport& report) const;
  Result<Row> append(const TaskReport& report);
  void push(const WorkItem& item, const TaskReport& report);
  void truncate(std::size_t size);
  StandingKey key_of(Row row) const {
    return {items[row], reports[row].recorded_on, reports[row].status, reports[row].revision};
  }

  Plan plan;
  std::vector<TaskReport> reports;
  std::vector<WorkItem> items;                // beside reports
  std::map<WorkItem, std::vector<Row>> rows;  // in the order of appending
  std::map<StandingKey, Row> first;           // the first row of each standing
};

Result<WorkItem> TaskLog::Data::item_of(const TaskReport& report) const {
  const bool of_group = !report.task_group.empty() || !report.task.empty();
  const bool of_project = !report.project.empty() || !report.milestone.empty();
  if (of_group == of_project || (of_group && (report.task_group.empty() || report.task.empty())) ||
      (of_project && report.project.empty())) {
    return error(Errc::work_unclear);
  }
  WorkItem item;
  if (of_group) {
    item.task_group = plan.find_task_group(report.task_group);
    if (item.task_group == kNone) return unknown(Errc::unknown_task_group, report.task_group);
    item.task = position_of(plan.task_groups()[item.task_group].tasks, report.task);
    if (item.task == kNone) return unknown(Errc::unknown_task, report.task);
    return item;
  }
  item.project = plan.find_project(report.project);
  if (item.project == kNone) return unknown(Errc::unknown_project, report.project);
  if (report.milestone.empty()) return item;
  item.milestone = position_of(plan.projects()[item.project].milestones, report.milestone);
  if (item.milestone == kNone) return unknown(Errc::unknown_milestone, report.milestone);
  return item;
}

Result<Row> TaskLog::Data::append(const TaskReport& report) {
  const Result<WorkItem> item = item_of(report);
  if (!item) return item.error();
  if (const Errc fault = fault_of(report); fault != Errc::none) {
    if (fault == Errc::value_missing) return error(fault, "the report says no state");
    return error(fault);
  }
  const StandingKey key{*item, report.recorded_on, report.status, report.revision};
  if (const auto rival = first.find(key); rival != first.end()) {
    const TaskReport& other = reports[rival->second];
    if (other.state != report.state || share_of(other) != share_of(report) ||
        other.done_on != report.done_on) {
      return error(Errc::task_reports_disagree,
                   "another report of the same, recorded on " + report.recorded_on.to_string() +
                       " with the same status and revision, says something else");
    }
  }
  push(*item, report);
  return reports.size() - 1;
}

// All or nothing, also when memory runs out on the way.
void TaskLog::Data::push(const WorkItem& item, const TaskReport& report) {
  const Row row = reports.size();
  try {
    reports.push_back(report);
    items.push_back(item);
    rows[item].push_back(row);
    first.try_emplace(key_of(row), row);
  } catch (...) {
    truncate(row);
    throw;
  }
}

// Takes the rows from `size` on out again, as far as they are in, before anybody has seen them.
void TaskLog::Data::truncate(std::size_t size) {
  for (Row row = items.size(); row-- > size;) {
    const auto key = first.find(key_of(row));
    if (key != first.end() && key->second == row) first.erase(key);
    const auto of_item = rows.find(items[row]);
    if (of_item == rows.end()) continue;
    if (!of_item->second.empty() && of_item->second.back() == row) of_item->second.pop_back();
    if (of_item->second.empty()) rows.erase(of_item);
  }
  reports.resize(std::min(size, reports.size()));
  items.resize(std::min(size, items.size()));
}

TaskLog::TaskLog(Plan plan) : data_(std::make_unique<Data>(std::move(plan))) {}
TaskLog::TaskLog(TaskLog&&) noexcept = default;
TaskLog& TaskLog::operator=(TaskLog&&) noexcept = default;
TaskLog::~TaskLog() = default;

const Plan& TaskLog::plan() const noexcept { return data_->plan; }
std::size_t TaskLog::size() const noexcept { return data_->reports.size(); }

Result<Row> TaskLog::append(const TaskReport& report) { return data_->append(report); }

Diagnostics TaskLog::append_all(const std::vector<TaskReport>& reports) {
  // Takes the rows out again unless all of them came in.
  struct Batch {
    Data& data;
    const std::size_t before = data.reports.size();
    bool complete = false;
    ~Batch() {
      if (!complete) data.truncate(before);
    }
  } batch{*data_};
  Diagnostics findings;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const Result<Row> row = data_->append(reports[i]);
    if (row) continue;
    findings.push_back({Severity::error, row.error().code, Place{{}, '/' + std::to_string(i), 0, 0},
                        row.error().sentence});
  }
  batch.complete = findings.empty();
  return findings;
}

const TaskReport& TaskLog::report(Row row) const { return data_->reports[row]; }

TaskFact TaskLog::fact(Row row) const {
  const TaskReport& report = data_->reports[row];
  return {row,
          data_->items[row],
          report.state,
          share_of(report),
          report.done_on,
          report.recorded_on,
          report.status,
          report.revision};
}

const std::vector<Row>& TaskLog::rows_of(const WorkItem& item) const {
  static const std::vector<Row> kNothing;
  const auto found = data_->rows.find(item);
  return found == data_->rows.end() ? kNothing : found->second;
}

}  // namespace tiendo
