// Tested by tests/unit/model/near_rules_test.cpp and tests/golden/errors.
//
// The rules of how a result is compared: in what, by which formula, and what is near.

#include "model/validator.hpp"

namespace tiendo {
namespace {

// Checks the threshold at the path for results in the measure; null where that is not known.
void check_threshold(const NearMiss& near, const Measure* measure, const std::string& path,
                     Diagnostics& findings) {
  if (near.value.sign() < 0) {
    findings.push_back({Severity::error, Errc::near_negative, Place{{}, path + "/value", 0, 0},
                        "near by " + near.value.to_string() + ": it must not be below zero"});
  }
  if (near.in != ChangeIn::points || !measure || measure->kind == kShareKind) return;
  findings.push_back({Severity::error, Errc::points_of_no_percentage, Place{{}, path + "/in", 0, 0},
                      "results in " + measure->id +
                          " are no parts of a whole: near is in \"value\" or \"percent\""});
}

const Measure* measure_of(const Plan::Data& data, const Indicator& indicator) {
  const Index at = position(data.measure_at, indicator.measure);
  return at == kNone ? nullptr : &data.measures[at];
}

}  // namespace

void Validator::check_near(const Indicator& indicator, const std::string& path) {
  if (!indicator.near) return;
  if (indicator.kind == IndicatorKind::composite) {
    add(Severity::error, Errc::rule_conflict, path,
        "a composite has no number that could be near; its components have");
    return;
  }
  check_threshold(*indicator.near, measure_of(data_, indicator), path, findings_);
}

void Validator::check_comparison(const Indicator& indicator, const std::string& path) {
  const bool points = indicator.compare == Comparison::points;
  const bool other = indicator.achievement != Achievement::direct;
  const bool composite = indicator.kind == IndicatorKind::composite;
  if (composite && (points || other)) {
    add(Severity::error, Errc::rule_conflict, path + (points ? "/compare" : "/achievement"),
        "a composite has no number that could be compared; its components have");
    return;
  }
  if (points && other) {
    add(Severity::error, Errc::rule_conflict, path + "/achievement",
        "what is compared in points has no percentage to be computed " +
            std::string(name_of(indicator.achievement)));
  }
  const Measure* measure = measure_of(data_, indicator);
  if (!points || !measure || measure->kind == kShareKind) return;
  add(Severity::error, Errc::points_of_no_percentage, path + "/compare",
      '"' + indicator.id + "\" is measured in " + measure->id +
          ", not in parts of a whole: it is compared in \"percent\"");
}

void check_near(const Plan::Data& data, const Target& target, Index indicator,
                const std::string& path, Diagnostics& findings) {
  if (!target.near || indicator == kNone) return;
  const Indicator& asked = data.indicators[indicator];
  if (asked.kind == IndicatorKind::composite) return;  // refused as a composite
  if (target.condition.kind == ConditionKind::yes) {
    findings.push_back({Severity::error, Errc::condition_misfit, Place{{}, path, 0, 0},
                        "a fact has come true or not; nothing is near it"});
    return;
  }
  check_threshold(*target.near, measure_of(data, asked), path, findings);
}

}  // namespace tiendo
