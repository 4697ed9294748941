// Tested by tests/capi/report_test.c, tests/capi/reopen_test.c, tests/capi/course_test.c and
// tests/capi/average_test.c. The request and the rules: tests/capi/rules_test.c.
//
// Reports, their rows and their summary. A report shares the log it was made of, which nobody may
// append to as long as it is there, so that it can be explained when the handle of the log is gone.

#include <optional>
#include <utility>

#include "handles.hpp"
#include "observation.hpp"
#include "row_text.hpp"
#include "tiendo/engine/evaluate.hpp"
#include "tiendo/io/rules_reader.hpp"

using tiendo::Coverage;
using tiendo::ReportRow;
using tiendo::RowKind;
using tiendo::SummaryRow;
using tiendo::capi::check_index;
using tiendo::capi::count_of;
using tiendo::capi::fill_struct;
using tiendo::capi::finality_number;
using tiendo::capi::null_argument;
using tiendo::capi::Outcome;
using tiendo::capi::put_text;
using tiendo::capi::qualifier_number;
using tiendo::capi::read_request;
using tiendo::capi::run;

namespace {

static_assert(static_cast<int>(RowKind::target) == TIENDO_ROW_TARGET - 1 &&
              static_cast<int>(RowKind::whole) == TIENDO_ROW_WHOLE - 1 &&
              static_cast<int>(RowKind::indicator) == TIENDO_ROW_INDICATOR - 1 &&
              static_cast<int>(RowKind::component) == TIENDO_ROW_COMPONENT - 1);
static_assert(static_cast<int>(Coverage::Of::months) == TIENDO_COVERAGE_MONTHS - 1 &&
              static_cast<int>(Coverage::Of::days) == TIENDO_COVERAGE_DAYS - 1 &&
              static_cast<int>(Coverage::Of::units) == TIENDO_COVERAGE_UNITS - 1 &&
              static_cast<int>(Coverage::Of::projects) == TIENDO_COVERAGE_PROJECTS - 1 &&
              static_cast<int>(Coverage::Of::components) == TIENDO_COVERAGE_COMPONENTS - 1 &&

              static_cast<int>(Coverage::Of::pots) == TIENDO_COVERAGE_POTS - 1);
static_assert(static_cast<int>(tiendo::Verdict::none) == TIENDO_VERDICT_NONE &&
              static_cast<int>(tiendo::Verdict::exceeded) == TIENDO_VERDICT_EXCEEDED &&
              static_cast<int>(tiendo::Verdict::met) == TIENDO_VERDICT_MET &&
              static_cast<int>(tiendo::Verdict::near) == TIENDO_VERDICT_NEAR &&
              static_cast<int>(tiendo::Verdict::missed) == TIENDO_VERDICT_MISSED);
static_assert(static_cast<int>(tiendo::Course::none) == TIENDO_COURSE_NONE &&
              static_cast<int>(tiendo::Course::met_at_baseline) == TIENDO_COURSE_MET_AT_BASELINE &&
              static_cast<int>(tiendo::Course::lost) == TIENDO_COURSE_LOST &&
              static_cast<int>(tiendo::Course::reached) == TIENDO_COURSE_REACHED &&
              static_cast<int>(tiendo::Course::closer) == TIENDO_COURSE_CLOSER &&
              static_cast<int>(tiendo::Course::unchanged) == TIENDO_COURSE_UNCHANGED &&
              static_cast<int>(tiendo::Course::away) == TIENDO_COURSE_AWAY);
static_assert(static_cast<int>(tiendo::ChangeIn::value) == TIENDO_IN_VALUE - 1 &&
              static_cast<int>(tiendo::ChangeIn::percent) == TIENDO_IN_PERCENT - 1 &&
              static_cast<int>(tiendo::ChangeIn::points) == TIENDO_IN_POINTS - 1);
static_assert(static_cast<int>(tiendo::Schedule::none) == TIENDO_SCHEDULE_NONE &&
              static_cast<int>(tiendo::Schedule::ahead) == TIENDO_SCHEDULE_AHEAD &&
              static_cast<int>(tiendo::Schedule::on_schedule) == TIENDO_SCHEDULE_ON_SCHEDULE &&
              static_cast<int>(tiendo::Schedule::behind) == TIENDO_SCHEDULE_BEHIND);
static_assert(static_cast<int>(tiendo::State::value) == TIENDO_STATE_VALUE &&
              static_cast<int>(tiendo::State::no_data) == TIENDO_STATE_NO_DATA &&
              static_cast<int>(tiendo::State::not_due) == TIENDO_STATE_NOT_DUE &&
              static_cast<int>(tiendo::State::overdue) == TIENDO_STATE_OVERDUE &&
              static_cast<int>(tiendo::State::not_applicable) == TIENDO_STATE_NOT_APPLICABLE &&
              static_cast<int>(tiendo::State::withheld) == TIENDO_STATE_WITHHELD &&
              static_cast<int>(tiendo::State::undefined) == TIENDO_STATE_UNDEFINED);
static_assert(static_cast<int>(tiendo::ConditionKind::none) == TIENDO_CONDITION_NONE &&
              static_cast<int>(tiendo::ConditionKind::at_least) == TIENDO_CONDITION_AT_LEAST &&
              static_cast<int>(tiendo::ConditionKind::more_than) == TIENDO_CONDITION_MORE_THAN &&
              static_cast<int>(tiendo::ConditionKind::at_most) == TIENDO_CONDITION_AT_MOST &&
              static_cast<int>(tiendo::ConditionKind::less_than) == TIENDO_CONDITION_LESS_THAN &&
              static_cast<int>(tiendo::ConditionKind::equal) == TIENDO_CONDITION_EQUAL &&
              static_cast<int>(tiendo::ConditionKind::between) == TIENDO_CONDITION_BETWEEN &&
              static_cast<int>(tiendo::ConditionKind::about) == TIENDO_CONDITION_ABOUT &&
              static_cast<int>(tiendo::ConditionKind::increase_by) ==
                  TIENDO_CONDITION_INCREASE_BY &&
              static_cast<int>(tiendo::ConditionKind::decrease_by) ==
                  TIENDO_CONDITION_DECREASE_BY &&
              static_cast<int>(tiendo::ConditionKind::yes) == TIENDO_CONDITION_YES &&
              static_cast<int>(tiendo::ConditionKind::components) == TIENDO_CONDITION_COMPONENTS);
static_assert(static_cast<int>(tiendo::BaseRule::latest) == TIENDO_BASE_LATEST &&
              static_cast<int>(tiendo::BaseRule::first_published) == TIENDO_BASE_FIRST_PUBLISHED &&
              static_cast<int>(tiendo::BaseRule::as_of_report) == TIENDO_BASE_AS_OF_REPORT);
static_assert(sizeof(tiendo_request) == 48 && sizeof(tiendo_row) == 148 &&
              sizeof(tiendo_summary) == 52);

// Where the same was asked before and given back, only what is new is computed.
tiendo::Result<tiendo::Report> answer(tiendo_observations& observations,
                                      const tiendo::Request& request, const tiendo::Run& how) {
  std::optional<tiendo::Report> known = observations.given_back.take(request);
  if (known) return tiendo::updated(*std::move(known), *observations.log, how);
  return tiendo::evaluate(*observations.log, request, how);
}

Outcome create(tiendo_observations& observations, const tiendo::Request& request,
               const tiendo::Run& how, tiendo_report** report) {
  const tiendo::capi::Reading visit(observations.gate);
  Outcome bad = visit.allowed();
  if (bad.failed()) return bad;
  tiendo::Result<tiendo::Report> made = answer(observations, request, how);
  if (!made) return made.error();
  *report = new tiendo_report{observations.log, *std::move(made),
                              tiendo::capi::Counted(observations.reports)};
  observations.gate.freeze();
  return {};
}

// Ends the report, if there is one, and lets the log take rows again.
Outcome reopen(tiendo_observations& observations, tiendo_report*& report) {
  if (report != nullptr && report->log != observations.log) {
    return {TIENDO_E_INVALID_ARG, "the report is none of these observations"};
  }
  const tiendo::capi::Appending visit(observations.gate);
  Outcome bad = visit.alone();
  if (bad.failed()) return bad;
  const int own = report == nullptr ? 0 : 1;
  if (observations.reports->load(std::memory_order_acquire) > own) {
    return {TIENDO_E_FROZEN, "there are other reports of the observations"};
  }
  if (report != nullptr) observations.given_back.put(std::move(report->report));
  delete report;
  report = nullptr;
  observations.gate.thaw();
  return {};
}

tiendo_row row_of(const ReportRow& row) {
  tiendo_row known{};
  known.kind = static_cast<int32_t>(row.kind) + 1;
  known.verdict = static_cast<int32_t>(row.verdict);
  known.verdict_reason = static_cast<int32_t>(row.verdict_reason);
  known.schedule = static_cast<int32_t>(row.schedule);
  known.state = static_cast<int32_t>(row.state);
  known.reason = static_cast<int32_t>(row.reason);
  known.condition = static_cast<int32_t>(row.condition.kind);
  known.coverage_of = static_cast<int32_t>(row.coverage.of) + 1;
  known.coverage_reported = row.coverage.reported;
  known.coverage_expected = row.coverage.expected;
  known.period_start = row.period.start().days();
  known.period_end = row.period.end().days();
  known.has_reported_to = row.reported_to ? 1 : 0;
  known.reported_to = row.reported_to ? row.reported_to->days() : 0;
  known.has_declared_projects = row.declared_projects ? 1 : 0;
  known.declared_projects = row.declared_projects.value_or(0);
  known.has_finality = row.status ? 1 : 0;
  known.finality = row.status ? finality_number(*row.status) : 0;
  known.qualifier = qualifier_number(row.qualifier);
  known.base = static_cast<int32_t>(row.base_rule);
  known.by_hand = row.by_hand ? 1 : 0;
  known.hand_verdict = static_cast<int32_t>(row.hand_verdict);
  known.course = static_cast<int32_t>(row.course);
  known.course_reason = static_cast<int32_t>(row.course_reason);
  known.provisional = static_cast<int32_t>(row.provisional);
  known.is_final = row.final ? 1 : 0;
  known.near_in = row.near ? static_cast<int32_t>(row.near->in) + 1 : TIENDO_IN_NONE;
  known.is_part = row.is_part ? 1 : 0;
  known.not_carried = static_cast<int32_t>(row.not_carried);
  known.condition_in = tiendo::capi::change_in_of(row.condition);
  known.has_expected_on = row.expected_on ? 1 : 0;
  known.expected_on = row.expected_on ? row.expected_on->days() : 0;
  known.schedule_reason = static_cast<int32_t>(row.schedule_reason);
  known.average_years = row.average ? row.average->periods : 0;
  known.has_cut = row.cut ? 1 : 0;
  known.cut = row.cut.value_or(0);
  return known;
}

// The number that a request asks for it with.
tiendo_base base_of(const std::optional<tiendo::BaseRule>& rule) {
  if (!rule) return TIENDO_BASE_LATEST;
  if (*rule == tiendo::BaseRule::latest) return TIENDO_BASE_LATEST_ALWAYS;
  return static_cast<tiendo_base>(*rule);
}

tiendo_summary summary_of(const SummaryRow& row) {
  tiendo_summary known{};
  known.rows = row.rows;
  known.exceeded = row.exceeded;
  known.met = row.met;
  known.nearly = row.near;
  known.missed = row.missed;
  known.no_data = row.no_data;
  known.not_judged = row.not_judged;
  known.by_hand = row.by_hand;
  known.provisional_exceeded = row.provisional_exceeded;
  known.provisional_met = row.provisional_met;
  known.provisional_nearly = row.provisional_near;
  known.provisional_missed = row.provisional_missed;
  return known;
}

}  // namespace

Outcome tiendo::capi::read_request(const tiendo_request* given, tiendo::Request& request) {
  tiendo_request known;
  Outcome outcome =
      read_struct("request", given, TIENDO_FIRST_SIZE(tiendo_request, known_on), known);
  if (!outcome.failed()) outcome = read_day(known.as_of, request.as_of);
  if (!outcome.failed() && known.has_known_on != 0) {
    outcome = read_day(known.known_on, request.known_on.emplace());
  }
  if (!outcome.failed() && known.has_map != 0) outcome = read_day(known.map, request.map.emplace());
  if (!outcome.failed() && known.has_levels != 0) {
    if (known.levels < 0 || known.levels > 64) {
      return {TIENDO_E_INVALID_ARG, "levels is not between 0 and 64"};
    }
    request.levels = known.levels;
  }
  if (!outcome.failed() && known.base != TIENDO_BASE_LATEST) {
    outcome = read_base(known.base, request.base_rule.emplace());
  }
  return outcome.failed() ? outcome : read_rules(known.rules, request.rules);
}

tiendo_request tiendo::capi::request_of(const tiendo::Request& request) {
  tiendo_request known{};
  known.as_of = request.as_of.days();
  known.has_known_on = request.known_on ? 1 : 0;
  known.known_on = request.known_on ? request.known_on->days() : 0;
  known.base = base_of(request.base_rule);
  known.has_map = request.map ? 1 : 0;
  known.map = request.map ? request.map->days() : 0;
  known.has_levels = request.levels ? 1 : 0;
  known.levels = request.levels.value_or(0);
  return known;
}

Outcome tiendo::capi::read_base(tiendo_base number, tiendo::BaseRule& rule) {
  if (number < TIENDO_BASE_LATEST || number > TIENDO_BASE_LATEST_ALWAYS) {
    return unknown_number("base");
  }
  if (number == TIENDO_BASE_LATEST_ALWAYS) number = TIENDO_BASE_LATEST;
  rule = static_cast<tiendo::BaseRule>(number);
  return {};
}

tiendo_status tiendo_report_create(tiendo_context* context, tiendo_observations* observations,
                                   const tiendo_request* request, tiendo_report** report) noexcept {
  if (report != nullptr) *report = nullptr;
  return run(context, [&]() -> Outcome {
    if (observations == nullptr) return null_argument("observations");
    if (report == nullptr) return null_argument("report");
    tiendo::Request asked;
    Outcome bad = read_request(request, asked);
    return bad.failed() ? bad : create(*observations, asked, context->how, report);
  });
}

tiendo_status tiendo_observations_reopen(tiendo_context* context, tiendo_observations* observations,
                                         tiendo_report** report) noexcept {
  return run(context, [&]() -> Outcome {
    if (observations == nullptr) return null_argument("observations");
    if (report == nullptr) return null_argument("report");
    return reopen(*observations, *report);
  });
}

void tiendo_report_destroy(tiendo_report* report) noexcept { delete report; }

tiendo_status tiendo_report_request(tiendo_context* context, const tiendo_report* report,
                                    tiendo_request* request) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    return fill_struct("request", request, TIENDO_FIRST_SIZE(tiendo_request, known_on),
                       tiendo::capi::request_of(report->report.request));
  });
}

tiendo_status tiendo_report_rules(tiendo_context* context, const tiendo_report* report,
                                  char* buffer, int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    return put_text({buffer, capacity, length}, [&](std::string& into) -> Outcome {
      into = tiendo::write_rules(report->report.request.rules);
      return {};
    });
  });
}

tiendo_status tiendo_report_row_count(tiendo_context* context, const tiendo_report* report,
                                      int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    if (count == nullptr) return null_argument("count");
    *count = count_of(report->report.rows.size());
    return {};
  });
}

tiendo_status tiendo_report_row(tiendo_context* context, const tiendo_report* report, int64_t index,
                                tiendo_row* row) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    Outcome bad = check_index(index, report->report.rows.size());
    if (bad.failed()) return bad;
    return fill_struct("row", row, TIENDO_FIRST_SIZE(tiendo_row, qualifier),
                       row_of(report->report.rows[static_cast<std::size_t>(index)]));
  });
}

tiendo_status tiendo_report_row_text(tiendo_context* context, const tiendo_report* report,
                                     int64_t row, tiendo_text text, tiendo_language language,
                                     char* buffer, int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    Outcome bad = check_index(row, report->report.rows.size());
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      return tiendo::capi::row_text(report->report, static_cast<std::size_t>(row), text, language,
                                    into);
    });
  });
}

tiendo_status tiendo_report_summary_count(tiendo_context* context, const tiendo_report* report,
                                          int64_t* count) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    if (count == nullptr) return null_argument("count");
    *count = count_of(report->report.summary.size());
    return {};
  });
}

tiendo_status tiendo_report_summary(tiendo_context* context, const tiendo_report* report,
                                    int64_t index, tiendo_summary* summary) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    Outcome bad = check_index(index, report->report.summary.size());
    if (bad.failed()) return bad;
    return fill_struct("summary", summary, TIENDO_FIRST_SIZE(tiendo_summary, not_judged),
                       summary_of(report->report.summary[static_cast<std::size_t>(index)]));
  });
}

tiendo_status tiendo_report_summary_text(tiendo_context* context, const tiendo_report* report,
                                         int64_t index, tiendo_text text, tiendo_language language,
                                         char* buffer, int64_t capacity, int64_t* length) noexcept {
  return run(context, [&]() -> Outcome {
    if (report == nullptr) return null_argument("report");
    Outcome bad = check_index(index, report->report.summary.size());
    if (bad.failed()) return bad;
    return put_text({buffer, capacity, length}, [&](std::string& into) {
      return tiendo::capi::summary_text(report->report, static_cast<std::size_t>(index), text,
                                        language, into);
    });
  });
}
