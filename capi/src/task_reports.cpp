// Tested by tests/capi/task_reports_test.c.
//
// One report of a task, a milestone or a project, into a log and out of it again.

#include "handles.hpp"
#include "observation.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/facts/task_report.hpp"

using tiendo::Decimal;
using tiendo::Row;
using tiendo::Status;
using tiendo::TaskLog;
using tiendo::TaskReport;
using tiendo::TaskState;
using tiendo::capi::Appending;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::Reading;
using tiendo::capi::run;
using tiendo::capi::unknown_number;

static_assert(sizeof(tiendo_task_report) == 88 && sizeof(tiendo_task_row) == 28);

namespace {

Outcome read_codes(const tiendo_task_report& given, TaskReport& report) {
  if (given.state < TIENDO_WORK_STATE_NONE || given.state > TIENDO_WORK_STATE_CANCELLED) {
    return unknown_number("state");
  }
  if (given.finality < TIENDO_FINALITY_OFFICIAL || given.finality > TIENDO_FINALITY_ESTIMATE) {
    return unknown_number("finality");
  }
  report.state = static_cast<TaskState>(given.state);
  report.status = static_cast<Status>(2 - given.finality);
  report.revision = given.revision;
  return {};
}

Outcome read_texts(const tiendo_task_report& given, TaskReport& report) {
  const struct {
    std::string_view name;
    const char* given;
    std::string& text;
  } members[] = {{"task_group", given.task_group, report.task_group},
                 {"task", given.task, report.task},
                 {"project", given.project, report.project},
                 {"milestone", given.milestone, report.milestone},
                 {"source", given.source, report.source},
                 {"note", given.note, report.note}};
  for (const auto& member : members) {
    if (member.given == nullptr) continue;
    std::string_view taken;
    Outcome bad = tiendo::capi::take_text(member.name, member.given, TIENDO_NTS, taken);
    if (bad.failed()) return bad;
    member.text = taken;
  }
  return {};
}

Outcome read_share(const tiendo_context& context, const tiendo_task_report& given,
                   TaskReport& report) {
  tiendo::NumberFormat format;
  std::string_view taken;
  Outcome bad = tiendo::capi::read_numbers(context, given.numbers, format);
  if (!bad.failed() && given.share != nullptr) {
    bad = tiendo::capi::take_text("share", given.share, TIENDO_NTS, taken);
  }
  if (bad.failed() || taken.empty()) return bad;
  const auto share = tiendo::parse(taken, format);
  if (!share) return tiendo::capi::refused("share", taken, share.error());
  report.share = *share;
  return {};
}

Outcome read_days(const tiendo_task_report& given, TaskReport& report) {
  Outcome bad = tiendo::capi::read_day(given.recorded_on, report.recorded_on);
  if (bad.failed() || given.has_done_on == 0) return bad;
  return tiendo::capi::read_day(given.done_on, report.done_on.emplace());
}

Outcome read_report(const tiendo_context& context, const tiendo_task_report* given,
                    TaskReport& report) {
  tiendo_task_report known;
  Outcome bad = tiendo::capi::read_struct("report", given,
                                          TIENDO_FIRST_SIZE(tiendo_task_report, note), known);
  if (!bad.failed()) bad = read_codes(known, report);
  if (!bad.failed()) bad = read_texts(known, report);
  if (!bad.failed()) bad = read_share(context, known, report);
  return bad.failed() ? bad : read_days(known, report);
}

// Looks at one row, while nobody appends.
template <class Look>
Outcome with_row(const tiendo_tasks* tasks, std::int64_t index, const Look& look) {
  if (tasks == nullptr) return null_argument("tasks");
  const Reading visit(tasks->gate);
  Outcome bad = visit.allowed();
  if (!bad.failed()) bad = tiendo::capi::check_index(index, tasks->log.size());
  return bad.failed() ? bad : look(tasks->log, static_cast<Row>(index));
}

tiendo_task_row row_of(const TaskReport& report) {
  tiendo_task_row row{};
  row.state = static_cast<int32_t>(report.state);
  row.finality = tiendo::capi::finality_number(report.status);
  row.has_done_on = report.done_on ? 1 : 0;
  row.done_on = report.done_on ? report.done_on->days() : 0;
  row.recorded_on = report.recorded_on.days();
  row.revision = report.revision;
  return row;
}

Outcome put(const TaskLog& log, Row row, tiendo_task_text text, std::string& into) {
  const TaskReport& report = log.report(row);
  switch (text) {
    case TIENDO_TASK_TEXT_TASK_GROUP: into = report.task_group; return {};
    case TIENDO_TASK_TEXT_TASK: into = report.task; return {};
    case TIENDO_TASK_TEXT_PROJECT: into = report.project; return {};
    case TIENDO_TASK_TEXT_MILESTONE: into = report.milestone; return {};
    case TIENDO_TASK_TEXT_SOURCE: into = report.source; return {};
    case TIENDO_TASK_TEXT_NOTE: into = report.note; return {};
    case TIENDO_TASK_TEXT_SHARE: {
      const std::optional<Decimal> share = log.fact(row).share;
      if (share) into = share->to_string();
      return {};
    }
    default: return unknown_number("text");
  }
}

}  // namespace

tiendo_status tiendo_tasks_append(tiendo_context* context, tiendo_tasks* tasks,
                                  const tiendo_task_report* report) noexcept {
  return run(context, [&]() -> Outcome {
    if (tasks == nullptr) return null_argument("tasks");
    TaskReport read;
    Outcome bad = read_report(*context, report, read);
    if (bad.failed()) return bad;
    const Appending visit(tasks->gate);
    bad = visit.allowed();
    if (bad.failed()) return bad;
    const auto row = tasks->log.append(read);
    return row ? Outcome() : Outcome(row.error());
  });
}

tiendo_status tiendo_tasks_row(tiendo_context* context, const tiendo_tasks* tasks, int64_t index,
                               tiendo_task_row* row) noexcept {
  return run(context, [&]() -> Outcome {
    return with_row(tasks, index, [&](const TaskLog& log, Row at) {
      return tiendo::capi::fill_struct("row", row, TIENDO_FIRST_SIZE(tiendo_task_row, revision),
                                       row_of(log.report(at)));
    });
  });
}

tiendo_status tiendo_tasks_row_text(tiendo_context* context, const tiendo_tasks* tasks,
                                    int64_t index, tiendo_task_text text, char* buffer,
                                    int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    return with_row(tasks, index, [&](const TaskLog& log, Row at) {
      return put_text({buffer, capacity, length},
                      [&](std::string& into) { return put(log, at, text, into); });
    });
  });
}
