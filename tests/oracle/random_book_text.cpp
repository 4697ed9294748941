// Tested by tests/oracle/engine_oracle_test.cpp, whose failures show it.

#include "random_book.hpp"

namespace tiendo::oracle {
namespace {

std::string text_of(const Condition& condition) {
  std::string text(name_of(condition.kind));
  text += ' ' + condition.value.to_string() + ' ' + condition.upper.to_string() + ' ' +
          condition.tolerance.to_string() + ' ' + std::string(name_of(condition.in));
  for (const ComponentCondition& one : components_of(condition)) {
    text += " (" + one.indicator + ' ' + text_of(one.condition) + ')';
  }
  return condition.then ? text + " then " + text_of(*condition.then) : text;
}

std::string text_of(const std::optional<NearMiss>& near) {
  return near ? " near " + near->value.to_string() + ' ' + std::string(name_of(near->in)) : "";
}

std::string text_of(const Profile& profile) {
  std::string text = profile.kind == Profile::Kind::linear ? " linear" : " on the way";
  for (const auto& [period, share] : profile.shares) {
    text += ' ' + period.to_string() + ": " + share.to_string();
  }
  for (const auto& [day, value] : profile.milestones) {
    text += ' ' + day.to_string() + ": " + value.to_string();
  }
  return text;
}

std::string text_of(const std::optional<Date>& date) { return date ? date->to_string() : "-"; }

std::string text_of(const std::optional<Baseline>& base) {
  if (!base) return "-";
  return base->value.to_string() + (base->period ? " of " + base->period->to_string() : "");
}

}  // namespace

std::string describe(const RandomBook& book) {
  std::string text = "plan for " + book.plan.head().period.to_string() + '\n';
  for (const ResponsibleUnit& unit : book.plan.units()) {
    text += unit.id + ' ' + unit.kind + " in " + unit.parent + ", " + text_of(unit.from) + " to " +
            text_of(unit.until) + '\n';
  }
  for (const Succession& event : book.plan.succession()) {
    text += event.on.to_string() + ": " + event.unit + " in " + event.parent.value_or("-");
    for (const std::string& unit : event.from) text += ' ' + unit;
    for (const Heir& heir : event.to) text += " -> " + heir.unit;
    text += '\n';
  }
  for (const Indicator& indicator : book.plan.indicators()) {
    text += indicator.id + ' ' + std::string(name_of(indicator.kind)) + ' ' + indicator.measure +
            ' ' + std::string(name_of(indicator.direction)) + ' ' +
            std::string(name_of(time_rule_of(indicator))) + ' ' +
            std::string(name_of(unit_rule_of(indicator)));
    text += text_of(indicator.near) + ' ' + std::string(name_of(indicator.achievement)) + " in " +
            std::string(name_of(indicator.compare));
    text += ' ' + indicator.base + indicator.formula;
    if (!indicator.weight.empty()) text += " by " + indicator.weight;
    if (indicator.base_rule) text += " base " + std::string(name_of(*indicator.base_rule));
    for (const SeriesBreak& broken : indicator.breaks) {
      text += " | " + broken.on.to_string() + " * " +
              (broken.factor ? broken.factor->to_string() : "-");
    }
    text += '\n';
  }
  for (const Target& target : book.plan.targets()) {
    text += "target " + target.indicator + ' ' + target.unit + ' ' + target.project + " < " +
            target.assigner + ' ' + std::string(name_of(target.layer)) + ' ' +
            target.period->to_string() + ' ' + text_of(target.condition) + ' ' +
            text_of(target.decision.date) + ' ' + text_of(target.baseline) + ' ' +
            (target.projects ? std::to_string(*target.projects) : "-") + text_of(target.near) +
            (target.profile ? text_of(*target.profile) : "") + '\n';
  }
  for (const Observation& report : book.reports) {
    text += "report " + report.indicator + ' ' + report.unit + ' ' + report.project + ' ' +
            report.work_stage + ' ' + report.period.to_string() + ' ' +
            (report.form ? std::string(name_of(*report.form)) : "-") + ' ' +
            std::string(name_of(report.standing)) + ' ' +
            (report.value ? report.value->to_string() : "-") + ' ' +
            (report.numerator ? report.numerator->to_string() : "-") + '/' +
            (report.denominator ? report.denominator->to_string() : "-") + ' ' +
            std::string(name_of(report.status)) + ' ' + std::string(name_of(report.qualifier)) +
            (report.upper ? " to " + report.upper->to_string() : "") + ' ' + report.words + ' ' +
            std::string(name_of(report.verdict)) + ' ' + report.judge + ' ' +
            text_of(report.recorded_on) + " r" + std::to_string(report.revision) + '\n';
  }
  return text;
}

}  // namespace tiendo::oracle
