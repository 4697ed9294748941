// Tested by tests/capi/work_test.c and tests/capi/earned_value_test.c.
//
// How rows of work reports came about. The report does not hold its logs, so that they may go on;
// they are given again, and have to be as they were.

#include "tiendo/engine/work_trace.hpp"

#include <numeric>

#include "handles.hpp"
#include "printing.hpp"
#include "tiendo/io/work_writer.hpp"

using tiendo::TaskLog;
using tiendo::WorkTrace;
using tiendo::capi::check_index;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::Reading;
using tiendo::capi::run;

namespace {

// Reads the logs that a work report was made from, if they are those.
template <class Use>
Outcome with_logs(const tiendo_work& work, const tiendo_observations& observations,
                  const tiendo_tasks* tasks, Use use) {
  const Reading visit(observations.gate);
  Outcome bad = visit.allowed();
  if (bad.failed()) return bad;
  if (observations.source != work.source || observations.log->size() != work.observations) {
    return {TIENDO_E_INVALID_ARG, "the report was made from other observations"};
  }
  if (tasks == nullptr) {
    if (work.tasks != 0) return {TIENDO_E_INVALID_ARG, "the report was made with tasks"};
    return use(*observations.log, TaskLog(observations.log->plan()));
  }
  const Reading other(tasks->gate);
  bad = other.allowed();
  if (bad.failed()) return bad;
  if (tasks->source != work.source || tasks->log.size() != work.tasks) {
    return {TIENDO_E_INVALID_ARG, "the report was made from other tasks"};
  }
  return use(*observations.log, tasks->log);
}

// The rows that are asked for: one, or all for -1.
Outcome read_rows(const tiendo_work& work, int64_t row, std::vector<std::size_t>& rows) {
  const std::size_t count = work.report.rows.size();
  if (row == -1) {
    rows.resize(count);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return {};
  }
  Outcome bad = check_index(row, count);
  if (!bad.failed()) rows = {static_cast<std::size_t>(row)};
  return bad;
}

}  // namespace

tiendo_status tiendo_work_explain(tiendo_context* context, const tiendo_work* work,
                                  const tiendo_observations* observations,
                                  const tiendo_tasks* tasks, int64_t row, tiendo_language language,
                                  int32_t digits, tiendo_rounding rounding, char* buffer,
                                  int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (work == nullptr) return null_argument("work");
    if (observations == nullptr) return null_argument("observations");
    tiendo::Language words = tiendo::Language::vi;
    tiendo::Printing printing;
    Outcome bad = check_index(row, work->report.rows.size());
    if (!bad.failed()) bad = tiendo::capi::read_language(language, words);
    if (!bad.failed()) bad = tiendo::capi::read_printing(digits, rounding, printing);
    if (bad.failed()) return bad;
    const std::vector<std::size_t> rows = {static_cast<std::size_t>(row)};
    return with_logs(*work, *observations, tasks, [&](const auto& log, const auto& reports) {
      return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
        const WorkTrace trace = explain(log, reports, work->report, rows).front();
        into = tiendo::write_work_trace(trace, work->report, log, reports, words, printing);
        return {};
      });
    });
  });
}

tiendo_status tiendo_work_trace(tiendo_context* context, const tiendo_work* work,
                                const tiendo_observations* observations, const tiendo_tasks* tasks,
                                int64_t row, int32_t digits, tiendo_rounding rounding, char* buffer,
                                int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (work == nullptr) return null_argument("work");
    if (observations == nullptr) return null_argument("observations");
    tiendo::Printing printing;
    std::vector<std::size_t> rows;
    Outcome bad = read_rows(*work, row, rows);
    if (!bad.failed()) bad = tiendo::capi::read_printing(digits, rounding, printing);
    if (bad.failed()) return bad;
    return with_logs(*work, *observations, tasks, [&](const auto& log, const auto& reports) {
      return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
        const std::vector<WorkTrace> traces = explain(log, reports, work->report, rows);
        into = tiendo::write_work_traces(traces, work->report, log, reports, printing);
        return {};
      });
    });
  });
}
