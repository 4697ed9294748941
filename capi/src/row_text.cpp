// Tested by tests/capi/report_test.c and tests/capi/condition_test.c.
//
// Every text of a row is one case below; what a row does not have stays the empty text.

#include "row_text.hpp"

#include "handles.hpp"
#include "tiendo/io/target_writer.hpp"

namespace tiendo::capi {
namespace {

// Of a thing with an id and names, when there is one: its id or its name.
template <class T>
void id_of(const std::vector<T>& things, Index index, std::string& into) {
  if (index != kNone) into = things[index].id;
}
template <class T>
void name_of_thing(const std::vector<T>& things, Index index, Language language,
                   std::string& into) {
  if (index != kNone) into = things[index].name.in(language);
}

Outcome indicator_text(const Plan& plan, const ReportRow& row, tiendo_text text, Language language,
                       std::string& into) {
  const Indicator& indicator = plan.indicators()[row.indicator];
  switch (text) {
    case TIENDO_TEXT_INDICATOR: into = indicator.id; return {};
    case TIENDO_TEXT_INDICATOR_NAME: into = indicator.name.in(language); return {};
    case TIENDO_TEXT_INDICATOR_FIELD: into = indicator.field; return {};
    case TIENDO_TEXT_MEASURE: into = indicator.measure; return {};
    default: into = plan.measure_of(indicator).name.in(language); return {};
  }
}

// The name of the unit, on the day of the map if there is one.
void unit_name(const Report& report, Index unit, Language language, std::string& into) {
  if (unit == kNone) return;
  const std::optional<Date>& map = report.request.map;
  const Name& name =
      map ? report.plan.unit_map().name_of(unit, *map) : report.plan.units()[unit].name;
  into = name.in(language);
}

Outcome unit_text(const Report& report, const ReportRow& row, tiendo_text text, Language language,
                  std::string& into) {
  const Plan& plan = report.plan;
  switch (text) {
    case TIENDO_TEXT_UNIT: id_of(plan.units(), row.unit, into); return {};
    case TIENDO_TEXT_UNIT_NAME: unit_name(report, row.unit, language, into); return {};
    case TIENDO_TEXT_PROJECT: id_of(plan.projects(), row.project, into); return {};
    case TIENDO_TEXT_PROJECT_NAME:
      name_of_thing(plan.projects(), row.project, language, into);
      return {};
    case TIENDO_TEXT_ASSIGNER: id_of(plan.units(), row.assigner, into); return {};
    default: unit_name(report, row.assigner, language, into); return {};
  }
}

// The name of a reason; none has none.
std::string_view reason_name(Errc reason) {
  return reason == Errc::none ? std::string_view() : name_of(reason);
}

// A result that is no number, and who judged it.
Outcome result_text(const ReportRow& row, tiendo_text text, std::string& into) {
  switch (text) {
    case TIENDO_TEXT_RANGE_LOWER:
      if (row.range) into = row.range->lower.to_string();
      return {};
    case TIENDO_TEXT_RANGE_UPPER:
      if (row.range) into = row.range->upper.to_string();
      return {};
    case TIENDO_TEXT_WORDS: into = row.words; return {};
    case TIENDO_TEXT_JUDGE: into = row.judge; return {};
    case TIENDO_TEXT_NEAR:
      if (row.near) into = row.near->value.to_string();
      return {};
    case TIENDO_TEXT_COURSE: into = name_of(row.course); return {};
    case TIENDO_TEXT_COURSE_REASON: into = reason_name(row.course_reason); return {};
    case TIENDO_TEXT_PROVISIONAL: into = name_of(row.provisional); return {};
    case TIENDO_TEXT_AVERAGE_FIRST:
      if (row.average) into = row.average->first.to_string();
      return {};
    case TIENDO_TEXT_AVERAGE_LAST:
      if (row.average) into = row.average->last.to_string();
      return {};
    default: return unknown_number("text");
  }
}

Outcome outcome_text(const ReportRow& row, tiendo_text text, std::string& into) {
  switch (text) {
    case TIENDO_TEXT_PERIOD: into = row.period.to_string(); return {};
    case TIENDO_TEXT_REPORTED_TO:
      if (row.reported_to) into = row.reported_to->to_string();
      return {};
    case TIENDO_TEXT_VERDICT: into = name_of(row.verdict); return {};
    case TIENDO_TEXT_VERDICT_REASON: into = reason_name(row.verdict_reason); return {};
    case TIENDO_TEXT_SCHEDULE: into = name_of(row.schedule); return {};
    case TIENDO_TEXT_SCHEDULE_REASON: into = reason_name(row.schedule_reason); return {};
    case TIENDO_TEXT_STATE: into = name_of(row.state); return {};
    case TIENDO_TEXT_REASON: into = reason_name(row.reason); return {};
    default: return result_text(row, text, into);
  }
}

// One of the texts of a condition that are not in a language.
void plain_text(const Condition& condition, tiendo_text text, std::string& into) {
  switch (text) {
    case TIENDO_TEXT_CONDITION: into = name_of(condition.kind); return;
    case TIENDO_TEXT_CONDITION_VALUE:
      if (has_number(condition.kind)) into = condition.value.to_string();
      return;
    case TIENDO_TEXT_CONDITION_UPPER:
      if (condition.kind == ConditionKind::between) into = condition.upper.to_string();
      return;
    default:
      if (condition.kind == ConditionKind::about) into = condition.tolerance.to_string();
      return;
  }
}

}  // namespace

Outcome condition_text(const Condition& condition, tiendo_text text, Language language,
                       std::string& into) {
  switch (text) {
    case TIENDO_TEXT_CONDITION:
    case TIENDO_TEXT_CONDITION_VALUE:
    case TIENDO_TEXT_CONDITION_UPPER:
    case TIENDO_TEXT_CONDITION_TOLERANCE: plain_text(condition, text, into); return {};
    case TIENDO_TEXT_WORDING: into = condition_wording(condition, language); return {};
    case TIENDO_TEXT_THEN:
    case TIENDO_TEXT_THEN_VALUE:
    case TIENDO_TEXT_THEN_UPPER:
    case TIENDO_TEXT_THEN_TOLERANCE:
      if (condition.then) {
        plain_text(*condition.then, text - TIENDO_TEXT_THEN + TIENDO_TEXT_CONDITION, into);
      }
      return {};
    default: return unknown_number("text");
  }
}

tiendo_change_in change_in_of(const Condition& condition) noexcept {
  return is_change(condition.kind) ? static_cast<int32_t>(condition.in) + 1 : TIENDO_IN_NONE;
}

Outcome row_text(const Report& report, std::size_t row, tiendo_text text, tiendo_language language,
                 std::string& into) {
  Language names = Language::vi;
  Outcome bad = read_language(language, names);
  if (bad.failed()) return bad;
  const ReportRow& of = report.rows[row];
  switch (text) {
    case TIENDO_TEXT_INDICATOR:
    case TIENDO_TEXT_INDICATOR_NAME:
    case TIENDO_TEXT_INDICATOR_FIELD:
    case TIENDO_TEXT_MEASURE:
    case TIENDO_TEXT_MEASURE_NAME: return indicator_text(report.plan, of, text, names, into);
    case TIENDO_TEXT_UNIT:
    case TIENDO_TEXT_UNIT_NAME:
    case TIENDO_TEXT_PROJECT:
    case TIENDO_TEXT_PROJECT_NAME:
    case TIENDO_TEXT_ASSIGNER:
    case TIENDO_TEXT_ASSIGNER_NAME: return unit_text(report, of, text, names, into);
    case TIENDO_TEXT_CONDITION:
    case TIENDO_TEXT_CONDITION_VALUE:
    case TIENDO_TEXT_CONDITION_UPPER:
    case TIENDO_TEXT_CONDITION_TOLERANCE:
    case TIENDO_TEXT_WORDING:
    case TIENDO_TEXT_THEN:
    case TIENDO_TEXT_THEN_VALUE:
    case TIENDO_TEXT_THEN_UPPER:
    case TIENDO_TEXT_THEN_TOLERANCE: return condition_text(of.condition, text, names, into);
    default: return outcome_text(of, text, into);
  }
}

Outcome summary_text(const Report& report, std::size_t index, tiendo_text text,
                     tiendo_language language, std::string& into) {
  Language names = Language::vi;
  Outcome bad = read_language(language, names);
  if (bad.failed()) return bad;
  const Index assigner = report.summary[index].assigner;
  switch (text) {
    case TIENDO_TEXT_ASSIGNER: id_of(report.plan.units(), assigner, into); return {};
    case TIENDO_TEXT_ASSIGNER_NAME:
      name_of_thing(report.plan.units(), assigner, names, into);
      return {};
    default: return unknown_number("text");
  }
}

}  // namespace tiendo::capi
