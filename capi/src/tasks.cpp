// Tested by tests/capi/work_test.c.
//
// Logs of reports of tasks, milestones and projects. As at a log of observations, a visit says
// whether it may go on.

#include "handles.hpp"
#include "tiendo/io/task_reader.hpp"

using tiendo::NumberFormat;
using tiendo::capi::Appending;
using tiendo::capi::keep;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::Reading;
using tiendo::capi::run;

namespace {

Outcome read(tiendo_context& context, tiendo_tasks& tasks, std::string_view text,
             std::string_view name, NumberFormat numbers) {
  const Appending visit(tasks.gate);
  Outcome bad = visit.allowed();
  if (bad.failed()) return bad;
  return keep(context, tiendo::read_task_reports(text, name, numbers, tasks.log));
}

// An empty log for the plan.
tiendo_tasks* tasks_of(const tiendo_plan& plan) {
  return new tiendo_tasks{plan.source, tiendo::TaskLog(plan.source->plan), {}};
}

}  // namespace

tiendo_status tiendo_tasks_create(tiendo_context* context, const tiendo_plan* plan,
                                  tiendo_tasks** tasks) noexcept {
  if (tasks != nullptr) *tasks = nullptr;
  return run(context, [&]() -> Outcome {
    if (plan == nullptr) return null_argument("plan");
    if (tasks == nullptr) return null_argument("tasks");
    *tasks = tasks_of(*plan);
    return {};
  });
}

tiendo_status tiendo_tasks_read(tiendo_context* context, tiendo_tasks* tasks, const char* text,
                                int64_t length, const char* name, tiendo_numbers numbers) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (tasks == nullptr) return null_argument("tasks");
    std::string_view bytes;
    Outcome bad = tiendo::capi::take_bytes("text", text, length, bytes);
    NumberFormat format;
    if (!bad.failed()) bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (bad.failed()) return bad;
    return read(*context, *tasks, bytes, tiendo::capi::name_or_none(name), format);
  });
}

tiendo_status tiendo_tasks_read_file(tiendo_context* context, tiendo_tasks* tasks, const char* path,
                                     tiendo_numbers numbers) noexcept {
  return run(context, [&]() -> Outcome {
    context->findings.clear();
    if (tasks == nullptr) return null_argument("tasks");
    NumberFormat format;
    std::string text;
    Outcome bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (!bad.failed()) bad = tiendo::capi::read_whole(*context, path, text);
    if (bad.failed()) return bad;
    return read(*context, *tasks, text, path, format);
  });
}

tiendo_status tiendo_tasks_count(tiendo_context* context, const tiendo_tasks* tasks,
                                 int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (tasks == nullptr) return null_argument("tasks");
    if (count == nullptr) return null_argument("count");
    const Reading visit(tasks->gate);
    Outcome bad = visit.allowed();
    if (bad.failed()) return bad;
    *count = tiendo::capi::count_of(tasks->log.size());
    return {};
  });
}

void tiendo_tasks_destroy(tiendo_tasks* tasks) noexcept { delete tasks; }
