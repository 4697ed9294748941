// Tested by tests/capi/earned_value_test.c.
//
// Earned value of the projects of a work report, by the names of its numbers.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "handles.hpp"
#include "printing.hpp"
#include "rows.hpp"
#include "tiendo/engine/earned_figures.hpp"

using tiendo::EarnedKind;
using tiendo::Errc;
using tiendo::Figure;
using tiendo::Index;
using tiendo::NamedFigure;
using tiendo::Plan;
using tiendo::ProjectValue;
using tiendo::WorkKind;
using tiendo::WorkReport;
using tiendo::WorkRow;
using tiendo::capi::absence_of;
using tiendo::capi::count_of;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::run;
using tiendo::capi::unknown_number;

namespace {

// Whether the row is the one of a project that has earned value.
bool has_value(const WorkRow& row, const std::vector<Index>& projects) {
  return row.kind == WorkKind::project && std::ranges::binary_search(projects, row.project);
}

// The number of that kind; where its method refused all, why.
Figure figure_of(const ProjectValue& value, const EarnedKind& kind) {
  for (const NamedFigure& each : earned_figures(value)) {
    if (each.name == kind.name) return each.figure;
  }
  const Errc reason = (kind.of_schedule ? value.schedule : value.value).value.reason;
  return reason == Errc::none ? Errc::no_such_figure : reason;
}

Outcome find_kind(const char* name, const EarnedKind*& kind) {
  if (name == nullptr) return null_argument("name");
  kind = tiendo::earned_kind(name);
  return kind != nullptr ? Outcome() : unknown_number("name");
}

// The earned value of a row, which may have none.
struct RowValue {
  const EarnedKind* kind = nullptr;
  std::optional<ProjectValue> value;

  Figure figure() const { return value ? figure_of(*value, *kind) : Errc::no_such_figure; }
};

Outcome read_row(const tiendo_work* work, std::int64_t row, const char* name, RowValue& read) {
  if (work == nullptr) return null_argument("work");
  Outcome bad = tiendo::capi::check_index(row, work->report.rows.size());
  if (!bad.failed()) bad = find_kind(name, read.kind);
  if (bad.failed()) return bad;
  const WorkRow& of = work->report.rows[static_cast<std::size_t>(row)];
  if (has_value(of, projects_with_value(work->report))) {
    read.value = earned_value(work->report, of.project);
  }
  return {};
}

// The measure of amounts is that of the first pot.
Index indicator_of_capital(const Plan& plan, Index project) {
  return plan.find_indicator(plan.projects()[project].capital.front().indicator);
}

std::string measure_of(const WorkReport& report, const RowValue& row) {
  switch (row.kind->in) {
    case EarnedKind::In::measure:
      return report.plan.indicators()[indicator_of_capital(report.plan, row.value->project)]
          .measure;
    case EarnedKind::In::time: return std::string(name_of(row.value->times));
    default: return std::string(name_of(row.kind->in));
  }
}

Outcome check_rows(const WorkReport& report, std::int64_t rows) {
  if (rows >= count_of(report.rows.size())) return {};
  return {TIENDO_E_SMALL_BUFFER, "there are more rows than room"};
}

// The number of all rows, one behind the other. @return why rows have none
std::vector<std::int32_t> write_numbers(const WorkReport& report, const EarnedKind& kind,
                                        tiendo::TextColumn& column) {
  const std::vector<Index> projects = projects_with_value(report);
  std::vector<std::int32_t> reasons;
  column.offsets = {0};
  for (const WorkRow& row : report.rows) {
    const Figure figure = has_value(row, projects)
                              ? figure_of(earned_value(report, row.project), kind)
                              : Figure(Errc::no_such_figure);
    if (figure) column.bytes += figure.value->to_string();
    column.offsets.push_back(count_of(column.bytes.size()));
    reasons.push_back(static_cast<std::int32_t>(figure.reason));
  }
  return reasons;
}

Outcome kind_text(const EarnedKind& kind, tiendo_earned_text text, std::string& into) {
  switch (text) {
    case TIENDO_EARNED_NAME: into = kind.name; return {};
    case TIENDO_EARNED_IN: into = name_of(kind.in); return {};
    case TIENDO_EARNED_FORMULA: into = kind.formula; return {};
    case TIENDO_EARNED_WORDS: into = kind.words; return {};
    default: return unknown_number("text");
  }
}

}  // namespace

tiendo_status tiendo_earned_kind_text(tiendo_context* context, int64_t index,
                                      tiendo_earned_text text, char* buffer, int64_t capacity,
                                      int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    const auto& kinds = tiendo::earned_kinds();
    if (index < 0) return tiendo::capi::check_index(index, kinds.size());
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      const auto at = static_cast<std::size_t>(index);
      const EarnedKind nothing{};
      return kind_text(at < kinds.size() ? kinds[at] : nothing, text, into);
    });
  });
}

tiendo_status tiendo_work_earned_exact(tiendo_context* context, const tiendo_work* work,
                                       int64_t row, const char* name, char* buffer,
                                       int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    RowValue of;
    Outcome bad = read_row(work, row, name, of);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      const Figure exact = of.figure();
      Outcome absent = absence_of(exact);
      if (!absent.failed()) into = exact.value->to_string();
      return absent;
    });
  });
}

tiendo_status tiendo_work_earned_measure(tiendo_context* context, const tiendo_work* work,
                                         int64_t row, const char* name, char* buffer,
                                         int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    RowValue of;
    Outcome bad = read_row(work, row, name, of);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      if (of.value) into = measure_of(work->report, of);
      return {};
    });
  });
}

tiendo_status tiendo_work_earned_column(tiendo_context* context, const tiendo_work* work,
                                        const char* name, int64_t rows, int32_t* reasons,
                                        int64_t* offsets, char* buffer, int64_t capacity,
                                        int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    const tiendo::capi::TextsOut out{offsets, {buffer, capacity, length}};
    const EarnedKind* kind = nullptr;
    if (work == nullptr) return null_argument("work");
    Outcome bad = find_kind(name, kind);
    if (!bad.failed()) bad = check_rows(work->report, rows);
    if (!bad.failed() && reasons == nullptr) bad = null_argument("reasons");
    if (!bad.failed()) bad = out.check();
    if (bad.failed()) return bad;
    tiendo::TextColumn column;
    const std::vector<std::int32_t> missing = write_numbers(work->report, *kind, column);
    bad = out.put(column);
    if (!bad.failed()) std::ranges::copy(missing, reasons);
    return bad;
  });
}
