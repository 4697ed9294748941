// Tested by tests/unit/facts/observation_refusals_test.cpp.

#include "facts/resolve.hpp"

#include <algorithm>

namespace tiendo {
namespace {

// Increments and running totals are for what adds up over time, levels for what does not.
bool fits(Form form, TimeRule rule) { return (form == Form::level) == (rule == TimeRule::last); }

// What the general sentence of the fault leaves out; empty when it says all.
std::string sentence_of(Errc fault, const Observation& o, const Indicator& definition) {
  if (fault == Errc::result_conflict) {
    return '"' + std::string(name_of(o.standing)) + "\" is for a fact; no target asks \"" +
           definition.id + "\" to come true";
  }
  if (fault == Errc::parts_refused && o.standing != Standing::value) {
    return "\"" + std::string(name_of(o.standing)) +
           "\" stands in the place of a number; give one of the two";
  }
  if (fault != Errc::value_scale) return {};
  return o.value->to_string() + " has " + std::to_string(o.value->scale()) +
         " digits after the point; \"" + definition.id + "\" records " +
         std::to_string(*definition.scale);
}

Errc fault_of_value(const Observation& o, const Indicator& definition, bool is_fact) {
  const bool parts = o.numerator || o.denominator;
  if (o.revision < 0) return Errc::revision_negative;
  if (is_answer(o.standing) && !is_fact) return Errc::result_conflict;
  if (o.standing != Standing::value) {
    return o.value || parts ? Errc::parts_refused : Errc::none;
  }
  if (!o.value && !parts) return Errc::value_missing;
  if (definition.kind == IndicatorKind::ratio) {
    if (o.value || !o.numerator || !o.denominator) return Errc::parts_needed;
    return o.denominator->is_zero() ? Errc::denominator_zero : Errc::none;
  }
  if (parts) return Errc::parts_refused;
  return definition.scale && o.value->scale() > *definition.scale ? Errc::value_scale : Errc::none;
}

}  // namespace

Error unknown(Errc code, std::string_view id) {
  return error(code, std::string(text_of(code)) + ": \"" + std::string(id) + '"');
}

Result<bool> is_of_earlier_stage(const Plan& plan, Index project, const std::string& work_stage) {
  if (work_stage.empty()) return false;
  if (project == kNone) return unknown(Errc::unknown_stage, work_stage);
  const std::vector<std::string>& stages = plan.projects()[project].stages;
  if (std::find(stages.begin(), stages.end(), work_stage) == stages.end()) {
    return unknown(Errc::unknown_stage, work_stage);
  }
  return work_stage != stages.back();
}

Result<Fact> look_up(const Plan& plan, const Observation& o) {
  Fact fact{};
  fact.indicator = plan.find_indicator(o.indicator);
  if (fact.indicator == kNone) return unknown(Errc::unknown_indicator, o.indicator);
  if (o.unit.empty() && plan.head().unit.empty()) return error(Errc::unit_missing);
  fact.unit = o.unit.empty() ? plan.unit() : plan.find_unit(o.unit);
  if (fact.unit == kNone) return unknown(Errc::unknown_unit, o.unit);
  fact.project = o.project.empty() ? kNone : plan.find_project(o.project);
  if (!o.project.empty() && fact.project == kNone) return unknown(Errc::unknown_project, o.project);
  const Result<bool> earlier_stage = is_of_earlier_stage(plan, fact.project, o.work_stage);
  if (!earlier_stage) return earlier_stage.error();
  fact.earlier_stage = *earlier_stage;
  return fact;
}

Result<Fact> resolve(const Plan& plan, const Observation& o) {
  Result<Fact> fact = look_up(plan, o);
  return fact ? complete(plan, *std::move(fact), o) : fact;
}

Result<Fact> complete(const Plan& plan, Fact fact, const Observation& o) {
  const Indicator& definition = plan.indicators()[fact.indicator];
  if (definition.kind == IndicatorKind::composite) {
    return error(Errc::composite_reported,
                 '"' + definition.id + "\" is a composite; its components are reported");
  }
  const TimeRule rule = time_rule_of(definition);
  fact.form = o.form.value_or(rule == TimeRule::sum ? Form::increment : Form::level);
  if (!fits(fact.form, rule)) {
    return error(Errc::form_conflict,
                 '"' + definition.id + "\" " +
                     (rule == TimeRule::sum ? "adds up over time" : "is a level") +
                     " and cannot be reported as " + std::string(name_of(fact.form)));
  }
  const bool is_fact = plan.is_fact(fact.indicator);
  if (const Errc fault = fault_of_value(o, definition, is_fact); fault != Errc::none) {
    return error(fault, sentence_of(fault, o, definition));
  }
  fact.period = o.period;
  fact.standing = is_answer(o.standing) ? Standing::value : o.standing;
  fact.status = o.status;
  fact.qualifier = o.qualifier;
  fact.recorded_on = o.recorded_on.value_or(o.period.last_day());
  fact.revision = o.revision;
  if (is_answer(o.standing)) fact.value = o.standing == Standing::yes ? 1 : 0;
  if (o.standing == Standing::value) {
    fact.value = o.numerator ? *o.numerator : *o.value;
    fact.denominator = o.denominator ? *o.denominator : Decimal(1);
  }
  return fact;
}

}  // namespace tiendo
