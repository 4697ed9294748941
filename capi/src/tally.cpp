// Tested by tests/capi/tally_test.c.
//
// The rows of a report counted by what they have in common.

#include "handles.hpp"
#include "tiendo/engine/rollup.hpp"
#include "tiendo/io/rollup_writer.hpp"

using tiendo::Index;
using tiendo::kNone;
using tiendo::Report;
using tiendo::TallyBy;
using tiendo::TallyRow;
using tiendo::TallyTrace;
using tiendo::capi::check_index;
using tiendo::capi::count_of;
using tiendo::capi::fill_struct;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::run;
using tiendo::capi::unknown_number;

namespace {

static_assert(static_cast<int>(TallyBy::field) == TIENDO_TALLY_FIELD &&
              static_cast<int>(TallyBy::unit) == TIENDO_TALLY_UNIT &&
              static_cast<int>(TallyBy::task_group) == TIENDO_TALLY_TASK_GROUP &&
              static_cast<int>(TallyBy::lead) == TIENDO_TALLY_LEAD);
static_assert(sizeof(tiendo_tally) == 60);

Outcome read_rows(const tiendo_report* report, tiendo_tally_by by, std::vector<TallyRow>& rows) {
  if (report == nullptr) return null_argument("report");
  if (by < TIENDO_TALLY_FIELD || by > TIENDO_TALLY_LEAD) return unknown_number("by");
  rows = tally(report->report, static_cast<TallyBy>(by));
  return {};
}

Outcome read_row(const tiendo_report* report, tiendo_tally_by by, std::int64_t index,
                 TallyRow& row) {
  std::vector<TallyRow> rows;
  Outcome bad = read_rows(report, by, rows);
  if (!bad.failed()) bad = check_index(index, rows.size());
  if (!bad.failed()) row = rows[static_cast<std::size_t>(index)];
  return bad;
}

tiendo_tally tally_of(const TallyRow& row) {
  tiendo_tally known{};
  known.rows = row.counts.rows;
  known.met_or_better = row.met_or_better();
  known.exceeded = row.counts.exceeded;
  known.nearly = row.counts.near;
  known.missed = row.counts.missed;
  known.no_data = row.counts.no_data;
  known.not_judged = row.counts.not_judged;
  known.by_hand = row.counts.by_hand;
  known.due = row.due;
  known.reported = row.reported;
  known.provisional_exceeded = row.counts.provisional_exceeded;
  known.provisional_met = row.counts.provisional_met;
  known.provisional_nearly = row.counts.provisional_near;
  known.provisional_missed = row.counts.provisional_missed;
  return known;
}

std::string name_of_unit(const Report& report, Index unit, tiendo::Language language) {
  const std::optional<tiendo::Date>& map = report.request.map;
  return (map ? report.plan.unit_map().name_of(unit, *map) : report.plan.units()[unit].name)
      .in(language);
}

// The id of a unit, or its name.
std::string unit_text(const Report& report, Index unit, bool name, tiendo::Language language) {
  if (unit == kNone) return {};
  return name ? name_of_unit(report, unit, language) : report.plan.units()[unit].id;
}

std::string group_text(const Report& report, TallyBy by, const TallyRow& row, bool name,
                       tiendo::Language language) {
  if (by == TallyBy::field) return row.field;
  if (by != TallyBy::task_group) return unit_text(report, row.group, name, language);
  if (row.group == kNone) return {};
  const tiendo::TaskGroup& group = report.plan.task_groups()[row.group];
  return name ? group.name.in(language) : group.id;
}

Outcome row_text(const Report& report, TallyBy by, const TallyRow& row, tiendo_text text,
                 tiendo_language language, std::string& into) {
  tiendo::Language names = tiendo::Language::vi;
  Outcome bad = tiendo::capi::read_language(language, names);
  if (bad.failed()) return bad;
  const bool name = text == TIENDO_TEXT_GROUP_NAME || text == TIENDO_TEXT_ASSIGNER_NAME;
  switch (text) {
    case TIENDO_TEXT_GROUP:
    case TIENDO_TEXT_GROUP_NAME: into = group_text(report, by, row, name, names); return {};
    case TIENDO_TEXT_ASSIGNER:
    case TIENDO_TEXT_ASSIGNER_NAME:
      into = unit_text(report, row.counts.assigner, name, names);
      return {};
    default: return unknown_number("text");
  }
}

}  // namespace

namespace {

// The lines that are explained: one, or all for -1.
Outcome read_traces(const tiendo_report* report, tiendo_tally_by by, std::int64_t index,
                    std::vector<TallyTrace>& traces) {
  if (report == nullptr) return null_argument("report");
  if (by < TIENDO_TALLY_NONE || by > TIENDO_TALLY_LEAD) return unknown_number("by");
  std::optional<TallyBy> known;
  if (by != TIENDO_TALLY_NONE) known = static_cast<TallyBy>(by);
  traces = explain(report->report, known);
  if (index == -1) return {};
  Outcome bad = check_index(index, traces.size());
  if (!bad.failed()) traces = {traces[static_cast<std::size_t>(index)]};
  return bad;
}

}  // namespace

tiendo_status tiendo_report_tally_explain(tiendo_context* context, const tiendo_report* report,
                                          tiendo_tally_by by, int64_t index,
                                          tiendo_language language, char* buffer, int64_t capacity,
                                          int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    std::vector<TallyTrace> traces;
    tiendo::Language words = tiendo::Language::vi;
    Outcome bad = read_traces(report, by, index, traces);
    if (!bad.failed()) bad = tiendo::capi::read_language(language, words);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      into = tiendo::write_tally_traces(traces, report->report, words);
      return {};
    });
  });
}

tiendo_status tiendo_report_tally_trace(tiendo_context* context, const tiendo_report* report,
                                        tiendo_tally_by by, int64_t index, char* buffer,
                                        int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    std::vector<TallyTrace> traces;
    Outcome bad = read_traces(report, by, index, traces);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      into = tiendo::write_tally_traces(traces, report->report);
      return {};
    });
  });
}

tiendo_status tiendo_report_tally_count(tiendo_context* context, const tiendo_report* report,
                                        tiendo_tally_by by, int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    std::vector<TallyRow> rows;
    Outcome bad = read_rows(report, by, rows);
    if (bad.failed()) return bad;
    if (count == nullptr) return null_argument("count");
    *count = count_of(rows.size());
    return {};
  });
}

tiendo_status tiendo_report_tally(tiendo_context* context, const tiendo_report* report,
                                  tiendo_tally_by by, int64_t index, tiendo_tally* tally) noexcept {
  return run(context, [&]() -> Outcome {
    TallyRow row;
    Outcome bad = read_row(report, by, index, row);
    if (bad.failed()) return bad;
    return fill_struct("tally", tally, TIENDO_FIRST_SIZE(tiendo_tally, provisional_missed),
                       tally_of(row));
  });
}

tiendo_status tiendo_report_tally_text(tiendo_context* context, const tiendo_report* report,
                                       tiendo_tally_by by, int64_t index, tiendo_text text,
                                       tiendo_language language, char* buffer, int64_t capacity,
                                       int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    TallyRow row;
    Outcome bad = read_row(report, by, index, row);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      return row_text(report->report, static_cast<TallyBy>(by), row, text, language, into);
    });
  });
}
