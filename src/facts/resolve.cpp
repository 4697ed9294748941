// Tested by tests/unit/facts/observation_refusals_test.cpp.

#include "facts/resolve.hpp"

#include <algorithm>

namespace tiendo {
namespace {

// Increments and running totals are for what adds up over time, levels for what does not.
bool fits(Form form, TimeRule rule) { return (form == Form::level) == (rule != TimeRule::sum); }

std::string_view manner_of(TimeRule rule) {
  switch (rule) {
    case TimeRule::sum: return "adds up over time";
    case TimeRule::last: break;
    case TimeRule::mean: return "is a mean over its period";
    case TimeRule::max: return "is the highest in its period";
    case TimeRule::min: return "is the lowest in its period";
  }
  return "is a level";
}

bool has_parts(const Observation& o) { return o.numerator || o.denominator; }
bool is_bound(Qualifier qualifier) {
  return qualifier == Qualifier::over || qualifier == Qualifier::under;
}

// Which two results are given, or which one does not belong here.
std::string conflict_of(const Observation& o, const Indicator& definition) {
  const std::string standing(name_of(o.standing));
  if (!o.words.empty()) {
    return "words stand in the place of a number; give one of the two";
  }
  if (o.upper && is_bound(o.qualifier)) {
    return "a range has its bounds and cannot be \"" + std::string(name_of(o.qualifier)) +
           "\" one number";
  }
  if (o.upper) {
    return "the upper end of a range goes with one value as the lower end, not with " +
           (has_parts(o) ? "parts" : '"' + standing + '"');
  }
  return '"' + standing + "\" is for a fact; no target asks \"" + definition.id + "\" to come true";
}

// What the general sentence of the fault leaves out; empty when it says all.
std::string sentence_of(Errc fault, const Observation& o, const Indicator& definition) {
  if (fault == Errc::result_conflict) return conflict_of(o, definition);
  if (fault == Errc::range_reversed) {
    return o.value->to_string() + " is above " + o.upper->to_string() +
           "; the lower end of a range comes first";
  }
  if (fault == Errc::verdict_and_judge) {
    return o.judge.empty() ? "a verdict given by hand needs the name of its judge"
                           : "a judge is named and no verdict is given";
  }
  if (fault == Errc::parts_refused && o.standing != Standing::value) {
    return "\"" + std::string(name_of(o.standing)) +
           "\" stands in the place of a number; give one of the two";
  }
  if (fault != Errc::value_scale) return {};
  const Decimal& longest = o.upper && o.upper->scale() > o.value->scale() ? *o.upper : *o.value;
  return longest.to_string() + " has " + std::to_string(longest.scale()) +
         " digits after the point; \"" + definition.id + "\" records " +
         std::to_string(*definition.scale);
}

// Of a value, the ends of a range, or the parts of a ratio.
Errc fault_of_numbers(const Observation& o, const Indicator& definition) {
  if (!o.value && !has_parts(o)) return Errc::value_missing;
  if (definition.kind == IndicatorKind::ratio) {
    return o.value || !o.numerator || !o.denominator ? Errc::parts_needed : Errc::none;
  }
  if (has_parts(o)) return Errc::parts_refused;
  if (o.upper && *o.upper < *o.value) return Errc::range_reversed;
  const auto too_long = [&](const std::optional<Decimal>& number) {
    return number && definition.scale && number->scale() > *definition.scale;
  };
  return too_long(o.value) || too_long(o.upper) ? Errc::value_scale : Errc::none;
}

Errc fault_of_value(const Observation& o, const Indicator& definition, bool is_fact) {
  const Standing standing = standing_of(o);
  if (o.revision < 0) return Errc::revision_negative;
  if ((o.verdict == Verdict::none) != o.judge.empty()) return Errc::verdict_and_judge;
  if (is_answer(standing) && !is_fact) return Errc::result_conflict;
  if (standing != Standing::words && !o.words.empty()) return Errc::result_conflict;
  if (standing == Standing::range) {
    if (has_parts(o) || is_bound(o.qualifier)) return Errc::result_conflict;
    return o.upper ? fault_of_numbers(o, definition) : Errc::value_missing;
  }
  if (o.upper) return Errc::result_conflict;
  if (standing == Standing::words) {
    if (o.value || has_parts(o)) return Errc::result_conflict;
    return o.words.empty() ? Errc::value_missing : Errc::none;
  }
  if (standing != Standing::value) {
    return o.value || has_parts(o) ? Errc::parts_refused : Errc::none;
  }
  return fault_of_numbers(o, definition);
}

// Null where there is nothing of it.
std::shared_ptr<const Extra> extra_of(const Observation& o) {
  if (!o.upper && o.words.empty() && o.verdict == Verdict::none) return nullptr;
  return std::make_shared<const Extra>(
      Extra{o.upper.value_or(Decimal()), o.words, o.verdict, o.judge});
}

}  // namespace

Standing standing_of(const Observation& observation) noexcept {
  if (observation.standing != Standing::value) return observation.standing;
  if (observation.upper) return Standing::range;
  const bool alone = !observation.value && !has_parts(observation);
  return alone && !observation.words.empty() ? Standing::words : Standing::value;
}

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
    return error(Errc::form_conflict, '"' + definition.id + "\" " + std::string(manner_of(rule)) +
                                          " and cannot be reported as " +
                                          std::string(name_of(fact.form)));
  }
  const bool is_fact = plan.is_fact(fact.indicator);
  if (const Errc fault = fault_of_value(o, definition, is_fact); fault != Errc::none) {
    return error(fault, sentence_of(fault, o, definition));
  }
  fact.period = o.period;
  const Standing standing = standing_of(o);
  fact.standing = is_answer(standing) ? Standing::value : standing;
  fact.status = o.status;
  fact.qualifier = o.qualifier;
  fact.recorded_on = o.recorded_on.value_or(o.period.last_day());
  fact.revision = o.revision;
  fact.extra = extra_of(o);
  if (is_answer(standing)) fact.value = standing == Standing::yes ? 1 : 0;
  if (standing == Standing::range) fact.value = *o.value;
  if (standing == Standing::value) {
    fact.value = o.numerator ? *o.numerator : *o.value;
    fact.denominator = o.denominator ? *o.denominator : Decimal(1);
  }
  return fact;
}

}  // namespace tiendo
