// Tested by tests/capi/work_test.c; the conditions by tests/capi/condition_test.c.
//
// Work reports: their rows, texts and figures. A work report owns all it needs, so that its logs
// may go on.

#include "tiendo/engine/work.hpp"

#include "handles.hpp"
#include "observation.hpp"
#include "printing.hpp"
#include "row_text.hpp"
#include "tiendo/io/work_writer.hpp"

using tiendo::Errc;
using tiendo::Index;
using tiendo::kNone;
using tiendo::Language;
using tiendo::Plan;
using tiendo::TaskState;
using tiendo::WorkField;
using tiendo::WorkKind;
using tiendo::WorkRow;
using tiendo::WorkStanding;
using tiendo::capi::absence_of;
using tiendo::capi::check_index;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::Reading;
using tiendo::capi::run;
using tiendo::capi::unknown_number;

namespace {

// The numbers are those of the library: between the first and the last, each is one.
static_assert(static_cast<int>(WorkKind::project) == TIENDO_WORK_KIND_PROJECT &&
              static_cast<int>(WorkKind::quantity) == TIENDO_WORK_KIND_QUANTITY &&
              static_cast<int>(WorkKind::stage) == TIENDO_WORK_KIND_STAGE &&
              static_cast<int>(WorkKind::pot) == TIENDO_WORK_KIND_POT &&
              static_cast<int>(WorkKind::capital) == TIENDO_WORK_KIND_CAPITAL &&
              static_cast<int>(WorkKind::milestone) == TIENDO_WORK_KIND_MILESTONE &&
              static_cast<int>(WorkKind::total) == TIENDO_WORK_KIND_TOTAL &&
              static_cast<int>(WorkKind::stage_total) == TIENDO_WORK_KIND_STAGE_TOTAL &&
              static_cast<int>(WorkKind::pot_total) == TIENDO_WORK_KIND_POT_TOTAL &&
              static_cast<int>(WorkKind::capital_total) == TIENDO_WORK_KIND_CAPITAL_TOTAL &&
              static_cast<int>(WorkKind::projects) == TIENDO_WORK_KIND_PROJECTS &&
              static_cast<int>(WorkKind::task_group) == TIENDO_WORK_KIND_TASK_GROUP &&
              static_cast<int>(WorkKind::task) == TIENDO_WORK_KIND_TASK &&
              static_cast<int>(WorkKind::lead) == TIENDO_WORK_KIND_LEAD &&
              static_cast<int>(WorkKind::tasks) == TIENDO_WORK_KIND_TASKS);
static_assert(static_cast<int>(TaskState::none) == TIENDO_WORK_STATE_NONE &&
              static_cast<int>(TaskState::not_started) == TIENDO_WORK_STATE_NOT_STARTED &&
              static_cast<int>(TaskState::in_progress) == TIENDO_WORK_STATE_IN_PROGRESS &&
              static_cast<int>(TaskState::done) == TIENDO_WORK_STATE_DONE &&
              static_cast<int>(TaskState::cancelled) == TIENDO_WORK_STATE_CANCELLED);
static_assert(static_cast<int>(WorkStanding::none) == TIENDO_WORK_STANDING_NONE &&
              static_cast<int>(WorkStanding::open) == TIENDO_WORK_STANDING_OPEN &&
              static_cast<int>(WorkStanding::done_in_time) == TIENDO_WORK_STANDING_DONE_IN_TIME &&
              static_cast<int>(WorkStanding::done_late) == TIENDO_WORK_STANDING_DONE_LATE &&
              static_cast<int>(WorkStanding::done) == TIENDO_WORK_STANDING_DONE &&
              static_cast<int>(WorkStanding::overdue) == TIENDO_WORK_STANDING_OVERDUE &&
              static_cast<int>(WorkStanding::overdue_beyond_limit) ==
                  TIENDO_WORK_STANDING_OVERDUE_BEYOND_LIMIT &&
              static_cast<int>(WorkStanding::cancelled) == TIENDO_WORK_STANDING_CANCELLED);
static_assert(tiendo::kWorkFields.size() == 10 &&
              static_cast<int>(WorkField::planned) == TIENDO_WORK_FIELD_PLANNED &&
              static_cast<int>(WorkField::reached) == TIENDO_WORK_FIELD_REACHED &&
              static_cast<int>(WorkField::rate) == TIENDO_WORK_FIELD_RATE &&
              static_cast<int>(WorkField::remaining) == TIENDO_WORK_FIELD_REMAINING &&
              static_cast<int>(WorkField::elapsed) == TIENDO_WORK_FIELD_ELAPSED &&
              static_cast<int>(WorkField::weight) == TIENDO_WORK_FIELD_WEIGHT &&
              static_cast<int>(WorkField::done) == TIENDO_WORK_FIELD_DONE &&
              static_cast<int>(WorkField::due) == TIENDO_WORK_FIELD_DUE &&
              static_cast<int>(WorkField::deviation) == TIENDO_WORK_FIELD_DEVIATION &&
              static_cast<int>(WorkField::on_time) == TIENDO_WORK_FIELD_ON_TIME);
static_assert(sizeof(tiendo_work_info) == 160);

Outcome create(const tiendo_observations& observations, const tiendo_tasks* tasks,
               const tiendo::Request& request, const tiendo::Run& how, tiendo_work** work) {
  const Reading visit(observations.gate);
  Outcome bad = visit.allowed();
  if (bad.failed()) return bad;
  if (tasks == nullptr) {
    const tiendo::TaskLog nothing(observations.log->plan());
    auto made = tiendo::work(*observations.log, nothing, request, how);
    if (!made) return made.error();
    *work = new tiendo_work{*std::move(made), observations.source, observations.log->size(), 0};
    return {};
  }
  if (tasks->source != observations.source) {
    return {TIENDO_E_INVALID_ARG, "the tasks and the observations are of different plans"};
  }
  const Reading other(tasks->gate);
  bad = other.allowed();
  if (bad.failed()) return bad;
  auto made = tiendo::work(*observations.log, tasks->log, request, how);
  if (!made) return made.error();
  *work = new tiendo_work{*std::move(made), observations.source, observations.log->size(),
                          tasks->log.size()};
  return {};
}

// Whether there is such a day, and the day.
void put(const std::optional<tiendo::Date>& date, std::int32_t& there, std::int32_t& days) {
  there = date ? 1 : 0;
  days = date ? date->days() : 0;
}

void put_counts(const tiendo::WorkCounts& counts, tiendo_work_info& info) {
  info.parts = counts.parts;
  info.reported = counts.reported;
  info.done = counts.done;
  info.done_in_time = counts.done_in_time;
  info.done_late = counts.done_late;
  info.open = counts.open;
  info.overdue = counts.overdue;
  info.overdue_beyond_limit = counts.overdue_beyond_limit;
  info.cancelled = counts.cancelled;
  info.due = counts.due;
  info.due_done_in_time = counts.due_done_in_time;
}

tiendo_work_info info_of(const WorkRow& row) {
  tiendo_work_info info{};
  info.kind = static_cast<int32_t>(row.kind);
  info.state = static_cast<int32_t>(row.state);
  info.standing = static_cast<int32_t>(row.standing);
  info.reason = static_cast<int32_t>(row.reason);
  info.schedule = static_cast<int32_t>(row.schedule);
  info.verdict = static_cast<int32_t>(row.verdict);
  info.verdict_reason = static_cast<int32_t>(row.verdict_reason);
  info.coverage_of = static_cast<int32_t>(row.coverage.of) + 1;
  info.coverage_reported = row.coverage.reported;
  info.coverage_expected = row.coverage.expected;
  put(row.reported_to, info.has_reported_to, info.reported_to);
  put(row.start, info.has_start, info.start);
  put(row.finish, info.has_finish, info.finish);
  put(row.done_on, info.has_done_on, info.done_on);
  info.is_late = row.days_late ? 1 : 0;
  info.days_late = row.days_late.value_or(0);
  info.months_late = row.months_late.value_or(0);
  info.has_limit_months = row.limit_months ? 1 : 0;
  info.limit_months = row.limit_months.value_or(0);
  put_counts(row.counts, info);
  info.condition = static_cast<int32_t>(row.condition.kind);
  info.condition_in = tiendo::capi::change_in_of(row.condition);
  info.has_finality = row.status ? 1 : 0;
  info.finality = row.status ? tiendo::capi::finality_number(*row.status) : 0;
  info.qualifier = tiendo::capi::qualifier_number(row.qualifier);
  return info;
}

// A row of a work report, as its number names it.
Outcome find_row(const tiendo_work* work, int64_t index, const WorkRow*& row) {
  if (work == nullptr) return null_argument("work");
  Outcome bad = check_index(index, work->report.rows.size());
  if (bad.failed()) return bad;
  row = &work->report.rows[static_cast<std::size_t>(index)];
  return {};
}

Outcome read_field(tiendo_work_field number, WorkField& field) {
  if (number < TIENDO_WORK_FIELD_PLANNED || number > TIENDO_WORK_FIELD_ON_TIME) {
    return unknown_number("field");
  }
  field = static_cast<WorkField>(number);
  return {};
}

template <class List>
void put_id(const List& list, Index index, std::string& into) {
  if (index != kNone) into = list[index].id;
}

template <class List>
void put_name(const List& list, Index index, Language language, std::string& into) {
  if (index != kNone) into = list[index].name.in(language);
}

void put_part_name(const Plan& plan, const WorkRow& row, Language language, std::string& into) {
  into = row.part_name;
  if (row.kind == WorkKind::milestone) {
    put_name(plan.projects()[row.project].milestones, row.part, language, into);
  } else if (row.kind == WorkKind::task) {
    put_name(plan.task_groups()[row.task_group].tasks, row.part, language, into);
  }
}

Outcome indicator_text(const Plan& plan, const WorkRow& row, tiendo_work_text text,
                       Language language, std::string& into) {
  if (row.indicator == kNone) return {};
  const tiendo::Indicator& indicator = plan.indicators()[row.indicator];
  switch (text) {
    case TIENDO_WORK_TEXT_INDICATOR: into = indicator.id; return {};
    case TIENDO_WORK_TEXT_INDICATOR_NAME: into = indicator.name.in(language); return {};
    case TIENDO_WORK_TEXT_MEASURE: into = indicator.measure; return {};
    default: into = plan.measure_of(indicator).name.in(language); return {};
  }
}

// The texts of the condition are those of a row of a report, by other numbers.
Outcome condition_text(const WorkRow& row, tiendo_work_text text, Language language,
                       std::string& into) {
  if (text < TIENDO_WORK_TEXT_CONDITION || text > TIENDO_WORK_TEXT_THEN_TOLERANCE) {
    return unknown_number("text");
  }
  const tiendo_text known = text < TIENDO_WORK_TEXT_WORDING
                                ? text - TIENDO_WORK_TEXT_CONDITION + TIENDO_TEXT_CONDITION
                                : text - TIENDO_WORK_TEXT_WORDING + TIENDO_TEXT_WORDING;
  return tiendo::capi::condition_text(row.condition, known, language, into);
}

Outcome row_text(const Plan& plan, const WorkRow& row, tiendo_work_text text, Language language,
                 std::string& into) {
  switch (text) {
    case TIENDO_WORK_TEXT_PROJECT: put_id(plan.projects(), row.project, into); return {};
    case TIENDO_WORK_TEXT_PROJECT_NAME:
      put_name(plan.projects(), row.project, language, into);
      return {};
    case TIENDO_WORK_TEXT_INDICATOR:
    case TIENDO_WORK_TEXT_INDICATOR_NAME:
    case TIENDO_WORK_TEXT_MEASURE:
    case TIENDO_WORK_TEXT_MEASURE_NAME: return indicator_text(plan, row, text, language, into);
    case TIENDO_WORK_TEXT_UNIT: put_id(plan.units(), row.unit, into); return {};
    case TIENDO_WORK_TEXT_UNIT_NAME: put_name(plan.units(), row.unit, language, into); return {};
    case TIENDO_WORK_TEXT_ASSIGNER: put_id(plan.units(), row.assigner, into); return {};
    case TIENDO_WORK_TEXT_ASSIGNER_NAME:
      put_name(plan.units(), row.assigner, language, into);
      return {};
    case TIENDO_WORK_TEXT_TASK_GROUP: put_id(plan.task_groups(), row.task_group, into); return {};
    case TIENDO_WORK_TEXT_TASK_GROUP_NAME:
      put_name(plan.task_groups(), row.task_group, language, into);
      return {};
    case TIENDO_WORK_TEXT_LEAD: put_id(plan.units(), row.lead, into); return {};
    case TIENDO_WORK_TEXT_LEAD_NAME: put_name(plan.units(), row.lead, language, into); return {};
    case TIENDO_WORK_TEXT_PART: into = row.part_name; return {};
    case TIENDO_WORK_TEXT_PART_NAME: put_part_name(plan, row, language, into); return {};
    case TIENDO_WORK_TEXT_PERIOD:
      if (row.period) into = row.period->to_string();
      return {};
    default: return condition_text(row, text, language, into);
  }
}

}  // namespace

tiendo_status tiendo_work_create(tiendo_context* context, const tiendo_observations* observations,
                                 const tiendo_tasks* tasks, const tiendo_request* request,
                                 tiendo_work** work) noexcept {
  if (work != nullptr) *work = nullptr;
  return run(context, [&]() -> Outcome {
    if (observations == nullptr) return null_argument("observations");
    if (work == nullptr) return null_argument("work");
    tiendo::Request asked;
    Outcome bad = tiendo::capi::read_request(request, asked);
    return bad.failed() ? bad : create(*observations, tasks, asked, context->how, work);
  });
}

void tiendo_work_destroy(tiendo_work* work) noexcept { delete work; }

tiendo_status tiendo_work_row_count(tiendo_context* context, const tiendo_work* work,
                                    int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (work == nullptr) return null_argument("work");
    if (count == nullptr) return null_argument("count");
    *count = tiendo::capi::count_of(work->report.rows.size());
    return {};
  });
}

tiendo_status tiendo_work_row(tiendo_context* context, const tiendo_work* work, int64_t index,
                              tiendo_work_info* info) noexcept {
  return run(context, [&]() -> Outcome {
    const WorkRow* row = nullptr;
    Outcome bad = find_row(work, index, row);
    if (bad.failed()) return bad;
    return tiendo::capi::fill_struct(
        "info", info, TIENDO_FIRST_SIZE(tiendo_work_info, due_done_in_time), info_of(*row));
  });
}

tiendo_status tiendo_work_row_text(tiendo_context* context, const tiendo_work* work, int64_t row,
                                   tiendo_work_text text, tiendo_language language, char* buffer,
                                   int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    const WorkRow* of = nullptr;
    Language names = Language::vi;
    Outcome bad = find_row(work, row, of);
    if (!bad.failed()) bad = tiendo::capi::read_language(language, names);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      return row_text(work->report.plan, *of, text, names, into);
    });
  });
}

tiendo_status tiendo_work_figure_reason(tiendo_context* context, const tiendo_work* work,
                                        int64_t row, tiendo_work_field field,
                                        int32_t* reason) noexcept {
  return run(context, [&]() -> Outcome {
    const WorkRow* of = nullptr;
    WorkField known{};
    Outcome bad = find_row(work, row, of);
    if (!bad.failed()) bad = read_field(field, known);
    if (bad.failed()) return bad;
    if (reason == nullptr) return null_argument("reason");
    *reason = static_cast<int32_t>(figure(*of, known).reason);
    return {};
  });
}

tiendo_status tiendo_work_figure_exact(tiendo_context* context, const tiendo_work* work,
                                       int64_t row, tiendo_work_field field, char* buffer,
                                       int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    const WorkRow* of = nullptr;
    WorkField known{};
    Outcome bad = find_row(work, row, of);
    if (!bad.failed()) bad = read_field(field, known);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      const tiendo::Figure& exact = figure(*of, known);
      Outcome absent = absence_of(exact);
      if (!absent.failed()) into = exact.value->to_string();
      return absent;
    });
  });
}

tiendo_status tiendo_work_figure_text(tiendo_context* context, const tiendo_work* work, int64_t row,
                                      tiendo_work_field field, int32_t digits,
                                      tiendo_rounding rounding, tiendo_numbers numbers,
                                      char* buffer, int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    const WorkRow* of = nullptr;
    WorkField known{};
    tiendo::Printing printing;
    tiendo::NumberFormat format;
    Outcome bad = find_row(work, row, of);
    if (!bad.failed()) bad = read_field(field, known);
    if (!bad.failed()) bad = tiendo::capi::read_printing(digits, rounding, printing);
    if (!bad.failed()) bad = tiendo::capi::read_numbers(*context, numbers, format);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      Outcome absent = absence_of(figure(*of, known));
      if (absent.failed()) return absent;
      const auto rounded =
          printed(work->report.plan, *of, known, under(work->report.request.rules, printing));
      if (!rounded) return Outcome(tiendo::error(Errc::number_too_long));
      into = tiendo::format(*rounded, format);
      return Outcome();
    });
  });
}

tiendo_status tiendo_work_write(tiendo_context* context, const tiendo_work* work,
                                const tiendo_write_options* options, char* buffer, int64_t capacity,
                                int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (work == nullptr) return null_argument("work");
    tiendo::WriteOptions known;
    Outcome bad = tiendo::capi::read_options(options, known);
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      into = tiendo::write_work(work->report, known);
      return {};
    });
  });
}
