// Tested by tests/capi/selections_test.c.
//
// Which reports of a cell count, and which are set aside.

#include <algorithm>
#include <vector>

#include "days.hpp"
#include "handles.hpp"
#include "tiendo/facts/selection.hpp"

using tiendo::Errc;
using tiendo::Index;
using tiendo::kNone;
using tiendo::Plan;
using tiendo::Selection;
using tiendo::SetAside;
using tiendo::capi::check_arrays;
using tiendo::capi::count_of;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::run;

namespace {

// The numbers are one more than those of the library: 0 is what counts.
constexpr tiendo_set_aside number_of(SetAside reason) {
  return static_cast<tiendo_set_aside>(reason) + 1;
}
static_assert(number_of(SetAside::recorded_later) == TIENDO_SET_ASIDE_RECORDED_LATER &&
              number_of(SetAside::corrected) == TIENDO_SET_ASIDE_CORRECTED &&
              number_of(SetAside::covered) == TIENDO_SET_ASIDE_COVERED &&
              number_of(SetAside::told_by_another) == TIENDO_SET_ASIDE_TOLD_BY_ANOTHER);

// The last stage is what counts as done, as no stage is.
Outcome read_stage(const Plan& plan, const char* name, tiendo::Question& question) {
  if (name == nullptr) return {};
  if (question.project == kNone) return {TIENDO_E_INVALID_ARG, "work_stage is of no project"};
  const tiendo::Project& project = plan.projects()[question.project];
  const auto at = std::find(project.stages.begin(), project.stages.end(), name);
  if (at == project.stages.end()) {
    return error(Errc::unknown_stage,
                 "the project \"" + project.id + "\" has no stage \"" + std::string(name) + '"');
  }
  if (at + 1 != project.stages.end()) {
    question.stage = static_cast<Index>(at - project.stages.begin());
  }
  return {};
}

Outcome read_cell(const Plan& plan, const tiendo_question& given, tiendo::Question& question) {
  if (given.indicator == nullptr) return null_argument("indicator");
  question.unit = plan.unit();
  Outcome bad = tiendo::capi::find_indicator(plan, given.indicator, question.indicator);
  if (!bad.failed()) bad = tiendo::capi::find_unit(plan, given.unit, question.unit);
  if (!bad.failed() && question.unit == kNone) bad = error(Errc::unit_missing);
  if (!bad.failed()) bad = tiendo::capi::find_project(plan, given.project, question.project);
  return bad.failed() ? bad : read_stage(plan, given.work_stage, question);
}

Outcome read_question(const Plan& plan, const tiendo_question* given, tiendo::Question& question) {
  tiendo_question known;
  Outcome bad = tiendo::capi::read_struct("question", given,
                                          TIENDO_FIRST_SIZE(tiendo_question, work_stage), known);
  if (!bad.failed()) bad = read_cell(plan, known, question);
  const tiendo_period window = {known.period_start, known.period_end};
  if (!bad.failed()) bad = tiendo::capi::read_period("period", &window, question.window);
  if (!bad.failed()) bad = tiendo::capi::read_day(known.as_of, question.as_of);
  if (!bad.failed() && known.has_known_on != 0) {
    bad = tiendo::capi::read_day(known.known_on, question.known_on.emplace());
  }
  if (bad.failed()) return bad;
  question.edition = known.first_edition != 0 ? tiendo::Edition::first : tiendo::Edition::latest;
  question.goes_on = known.goes_on != 0;
  return {};
}

// Where rows go, with what is said of each beside it.
struct RowsOut {
  std::int64_t* rows;
  tiendo_set_aside* reasons;
  std::int64_t* others;
  std::int64_t capacity;
  std::int64_t* count;

  Outcome check() const {
    return check_arrays({{"rows", rows}, {"reasons", reasons}, {"others", others}}, capacity,
                        count);
  }

  void put(const Selection& selection) const {
    const auto row_or_none = [](const std::optional<tiendo::Row>& row) {
      return row ? count_of(*row) : -1;
    };
    std::size_t at = 0;
    for (const tiendo::Fact& fact : selection.used) {
      rows[at] = count_of(fact.row);
      reasons[at] = TIENDO_SET_ASIDE_NONE;
      others[at++] = row_or_none(fact.taken_from);
    }
    for (const tiendo::SetAsideFact& one : selection.set_aside) {
      rows[at] = count_of(one.fact.row);
      reasons[at] = number_of(one.reason);
      others[at++] = row_or_none(one.in_favour_of);
    }
  }
};

// Calls `use` with what is selected from a log to which nobody appends meanwhile.
template <class Use>
Outcome with_selection(const tiendo_observations& observations, const tiendo::Question& asked,
                       const Use& use) {
  const tiendo::capi::Reading visit(observations.gate);
  Outcome bad = visit.allowed();
  return bad.failed() ? bad : use(select(*observations.log, asked));
}

tiendo_selection summary_of(const Selection& selection) {
  tiendo_selection known{};
  known.code = static_cast<std::int32_t>(selection.fault);
  known.used = count_of(selection.used.size());
  known.set_aside = count_of(selection.set_aside.size());
  known.covered = selection.covered;
  known.in_months = std::int32_t{selection.in_months};
  return known;
}

}  // namespace

tiendo_status tiendo_observations_select(tiendo_context* context,
                                         const tiendo_observations* observations,
                                         const tiendo_question* question,
                                         tiendo_selection* selection, int64_t* rows,
                                         tiendo_set_aside* reasons, int64_t* others,
                                         int64_t capacity, int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (observations == nullptr) return null_argument("observations");
    tiendo::Question asked;
    const RowsOut out{rows, reasons, others, capacity, count};
    Outcome bad = read_question(observations->source->plan, question, asked);
    if (!bad.failed()) bad = out.check();
    if (!bad.failed() && selection == nullptr) bad = null_argument("selection");
    if (!bad.failed()) {
      bad = tiendo::capi::check_size("selection", selection->struct_size,
                                     TIENDO_FIRST_SIZE(tiendo_selection, set_aside));
    }
    if (bad.failed()) return bad;
    return with_selection(*observations, asked, [&](const Selection& found) -> Outcome {
      const std::int64_t many = count_of(found.used.size() + found.set_aside.size());
      if (many > capacity) {
        *count = many;
        return {TIENDO_E_SMALL_BUFFER, "there are more rows than room"};
      }
      Outcome fault = tiendo::capi::fill_struct("selection", selection,
                                                TIENDO_FIRST_SIZE(tiendo_selection, set_aside),
                                                summary_of(found));
      if (fault.failed()) return fault;
      *count = many;
      out.put(found);
      return {};
    });
  });
}

tiendo_status tiendo_observations_select_spans(tiendo_context* context,
                                               const tiendo_observations* observations,
                                               const tiendo_question* question,
                                               tiendo_period* spans, int64_t capacity,
                                               int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (observations == nullptr) return null_argument("observations");
    tiendo::Question asked;
    Outcome bad = read_question(observations->source->plan, question, asked);
    if (!bad.failed()) bad = check_arrays({{"spans", spans}}, capacity, count);
    if (bad.failed()) return bad;
    return with_selection(*observations, asked, [&](const Selection& found) -> Outcome {
      *count = count_of(found.spans.size());
      if (*count > capacity) return {TIENDO_E_SMALL_BUFFER, "there are more stretches than room"};
      std::transform(found.spans.begin(), found.spans.end(), spans, tiendo::capi::stored);
      return {};
    });
  });
}
