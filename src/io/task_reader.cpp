// Tested by tests/unit/io/task_reader_test.cpp and tests/golden/errors.

#include "tiendo/io/task_reader.hpp"

#include <string>
#include <vector>

#include "io/csv_table.hpp"

namespace tiendo {
namespace {

// The columns of the format, in the order of the guide; the position is the enumerator.
enum Column : std::size_t {
  task_group,
  task,
  project,
  milestone,
  state,
  share,
  done_on,
  recorded_on,
  status,
  revision,
  source,
  note,
};

const std::vector<std::string_view> kColumns = {"task_group", "task",     "project", "milestone",
                                                "state",      "share",    "done_on", "recorded_on",
                                                "status",     "revision", "source",  "note"};

// The column at fault when the log refuses a row; nothing where the whole row is.
std::optional<Column> column_of(Errc code) {
  switch (code) {
    case Errc::unknown_task_group: return task_group;
    case Errc::unknown_task: return task;
    case Errc::unknown_project: return project;
    case Errc::unknown_milestone: return milestone;
    case Errc::value_missing: return state;
    case Errc::share_conflict: return share;
    case Errc::done_day_conflict: return done_on;
    case Errc::revision_negative: return revision;
    default: return std::nullopt;
  }
}

class TaskReader {
 public:
  TaskReader(std::string_view text, std::string_view file, NumberFormat numbers)
      : findings_(text, file), table_(text, kColumns, findings_), numbers_(numbers) {}

  Diagnostics read(TaskLog& log) {
    if (table_.read_header({state, recorded_on})) {
      while (table_.next()) read_row();
    }
    if (findings_.any()) return findings_.all();
    for (const Diagnostic& refused : log.append_all(reports_)) place(refused, log.plan());
    return findings_.all();
  }

 private:
  std::string cell(Column column) const { return std::string(table_.text(column)); }

  void read_row() {
    TaskReport report;
    report.task_group = cell(task_group);
    report.task = cell(task);
    report.project = cell(project);
    report.milestone = cell(milestone);
    report.state = table_.word<TaskState>(state, 1).value_or(TaskState::none);
    report.share = table_.number(share, numbers_);
    report.done_on = table_.parsed<Date>(done_on);
    if (table_.text(recorded_on).empty()) {
      table_.refuse(recorded_on, Errc::date_syntax, "the day of the report is not given");
    }
    report.recorded_on = table_.parsed<Date>(recorded_on).value_or(Date());
    report.status = table_.word<Status>(status).value_or(Status::official);
    report.revision = table_.whole_number(revision).value_or(0);
    report.source = cell(source);
    report.note = cell(note);
    reports_.push_back(std::move(report));
    std::vector<std::int64_t>& offsets = offsets_.emplace_back();
    for (std::size_t column = 0; column < kColumns.size(); ++column) {
      offsets.push_back(table_.offset(column));
    }
    row_offsets_.push_back(table_.row_offset());
  }

  // Gives a finding of the log its place in the text: the column at fault, or the record.
  void place(const Diagnostic& refused, const Plan& plan) {
    const auto row = static_cast<std::size_t>(std::stoull(refused.place.path.substr(1)));
    const std::optional<Column> column = column_of(refused.code);
    findings_.add(refused.code, column ? offsets_[row][*column] : row_offsets_[row],
                  refused.sentence + hint(refused.code, reports_[row], plan));
  }

  static std::string hint(Errc code, const TaskReport& row, const Plan& plan) {
    if (code == Errc::unknown_task_group) return near_id(row.task_group, plan.task_groups());
    if (code == Errc::unknown_project) return near_id(row.project, plan.projects());
    if (code == Errc::unknown_task) {
      return near_id(row.task, plan.task_groups()[plan.find_task_group(row.task_group)].tasks);
    }
    if (code == Errc::unknown_milestone) {
      return near_id(row.milestone, plan.projects()[plan.find_project(row.project)].milestones);
    }
    return {};
  }

  template <class List>
  static std::string near_id(const std::string& id, const List& things) {
    std::vector<std::string_view> known;
    for (const auto& thing : things) known.push_back(thing.id);
    return nearest_hint(id, known);
  }

  Findings findings_;
  CsvTable table_;
  NumberFormat numbers_;
  std::vector<TaskReport> reports_;
  std::vector<std::vector<std::int64_t>> offsets_;
  std::vector<std::int64_t> row_offsets_;
};

}  // namespace

Diagnostics read_task_reports(std::string_view text, std::string_view file, NumberFormat numbers,
                              TaskLog& log) {
  return TaskReader(text, file, numbers).read(log);
}

}  // namespace tiendo
