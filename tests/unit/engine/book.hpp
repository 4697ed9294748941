/// @file
/// A plan and its reports in a few words, for the tests of the engine.
///
/// A Book starts with the measures below, the province, the town in it (whose plan it is) and the
/// year 2024. What add_ functions return may be changed until the book is first evaluated.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../decimal/numbers.hpp"
#include "tiendo/engine/evaluate.hpp"
#include "tiendo/engine/trace.hpp"

namespace tiendo {

inline Date day(std::string_view text) { return *Date::parse(text); }
inline Period period(std::string_view text) { return *Period::parse(text); }

inline Condition condition(ConditionKind kind, std::string_view value) {
  Condition result;
  result.kind = kind;
  result.value = dec(value);
  return result;
}
inline Condition at_least(std::string_view value) {
  return condition(ConditionKind::at_least, value);
}
inline Condition at_most(std::string_view value) {
  return condition(ConditionKind::at_most, value);
}
inline Condition between(std::string_view low, std::string_view high) {
  Condition result = condition(ConditionKind::between, low);
  result.upper = dec(high);
  return result;
}
inline Condition around(std::string_view value, std::string_view tolerance) {
  Condition result = condition(ConditionKind::about, value);
  result.tolerance = dec(tolerance);
  return result;
}
inline Condition change(ConditionKind kind, std::string_view value, ChangeIn in) {
  Condition result = condition(kind, value);
  result.in = in;
  return result;
}
inline Condition increase_by(std::string_view value, ChangeIn in = ChangeIn::value) {
  return change(ConditionKind::increase_by, value, in);
}
inline Condition decrease_by(std::string_view value, ChangeIn in = ChangeIn::value) {
  return change(ConditionKind::decrease_by, value, in);
}
inline Condition yes() {
  Condition result;
  result.kind = ConditionKind::yes;
  return result;
}
/// What each component of a composite has to meet.
inline Condition by_component(std::vector<ComponentCondition> all) {
  Condition result;
  result.kind = ConditionKind::components;
  result.components = std::make_shared<const std::vector<ComponentCondition>>(std::move(all));
  return result;
}
/// The change, and the other condition as well.
inline Condition both(Condition change, Condition other) {
  change.then = std::make_shared<const Condition>(std::move(other));
  return change;
}

/// The exact figure as a fraction, or the name of the reason why there is none.
inline std::string shown(const Figure& figure) {
  return figure ? figure.value->to_string() : std::string(name_of(figure.reason));
}

/// "6/12 months".
inline std::string shown(const Coverage& coverage) {
  static constexpr const char* kOf[] = {"months",   "days",       "units",
                                        "projects", "components", "pots"};
  return std::to_string(coverage.reported) + '/' + std::to_string(coverage.expected) + ' ' +
         kOf[static_cast<int>(coverage.of)];
}

/// The verdict, or the name of the reason why there is none.
inline std::string shown_verdict(const ReportRow& row) {
  return std::string(row.verdict_reason == Errc::none ? name_of(row.verdict)
                                                      : name_of(row.verdict_reason));
}

/// "value", or the state and its reason: "undefined partial_coverage".
inline std::string shown_state(const ReportRow& row) {
  const std::string state(name_of(row.state));
  return row.reason == Errc::none ? state : state + ' ' + std::string(name_of(row.reason));
}

class Book {
 public:
  Book() {
    for (const auto& [id, kind, factor] :
         {std::array{"ty-dong", "money", "1000000000"}, std::array{"ha", "area", "10000"},
          std::array{"trieu-dong", "money", "1000000"}, std::array{"percent", "share", "0.01"},
          std::array{"per-mille", "share", "0.001"}, std::array{"person", "people", "1"}}) {
      measures_.push_back({id, kind, {}, dec(factor), {}});
    }
    head.id = "book";
    head.unit = "town";
    head.period = period("2024");
    add_unit("province", "");
    add_unit("town", "province");
  }

  PlanHead head;

  ResponsibleUnit& add_unit(std::string id, std::string parent = "town") {
    units_.push_back({std::move(id), "", {}, std::move(parent), {}, {}, {}, {}});
    return units_.back();
  }

  /// The unit that was added with this id.
  ResponsibleUnit& unit(std::string_view id) {
    for (ResponsibleUnit& unit : units_) {
      if (unit.id == id) return unit;
    }
    ADD_FAILURE() << id;
    return units_.front();
  }

  Indicator& add_indicator(std::string id, IndicatorKind kind, std::string measure = "ty-dong") {
    Indicator indicator;
    indicator.id = std::move(id);
    indicator.kind = kind;
    indicator.measure = std::move(measure);
    indicators_.push_back(std::move(indicator));
    return indicators_.back();
  }

  Indicator& add_composite(std::string id, std::vector<std::string> components) {
    Indicator& indicator = add_indicator(std::move(id), IndicatorKind::composite, "");
    indicator.components = std::move(components);
    return indicator;
  }

  Target& add_target(std::string indicator, Condition condition, std::string assigner = "") {
    targets_.push_back(make_target(std::move(indicator), std::move(condition), assigner));
    return targets_.back();
  }

  Project& add_project(std::string id) {
    projects_.emplace_back();
    projects_.back().id = std::move(id);
    return projects_.back();
  }

  /// A project with one target of that assigner.
  Project& add_project(std::string id, std::string indicator, Condition condition,
                       std::string assigner = "") {
    Project& project = add_project(std::move(id));
    project.targets.push_back(make_target(std::move(indicator), std::move(condition), assigner));
    return project;
  }

  void add_task_group(TaskGroup group) { task_groups_.push_back(std::move(group)); }

  /// A report of the town, unless `unit` is set; with a slash in `value`, of a ratio's parts.
  Observation& add_report(std::string indicator, std::string_view when, std::string_view value) {
    Observation report;
    report.indicator = std::move(indicator);
    report.period = period(when);
    const std::size_t slash = value.find('/');
    if (value == "n/a") {
      report.standing = Standing::not_applicable;
    } else if (value == "withheld") {
      report.standing = Standing::withheld;
    } else if (value == "unchanged") {
      report.standing = Standing::unchanged;
    } else if (value == "yes" || value == "no") {
      report.standing = value == "yes" ? Standing::yes : Standing::no;
    } else if (slash == std::string_view::npos) {
      report.value = dec(value);
    } else {
      report.numerator = dec(value.substr(0, slash));
      report.denominator = dec(value.substr(slash + 1));
    }
    reports_.push_back(std::move(report));
    return reports_.back();
  }
  Observation& add_unit_report(std::string unit, std::string indicator, std::string_view when,
                               std::string_view value) {
    Observation& report = add_report(std::move(indicator), when, value);
    report.unit = std::move(unit);
    return report;
  }
  Observation& add_project_report(std::string project, std::string indicator, std::string_view when,
                                  std::string_view value) {
    Observation& report = add_report(std::move(indicator), when, value);
    report.project = std::move(project);
    return report;
  }

  /// Units that become others, each heir with its share or "".
  void add_event(std::string_view on, std::vector<std::string> from,
                 const std::vector<std::pair<std::string, std::string>>& to) {
    Succession event;
    event.on = day(on);
    event.from = std::move(from);
    for (const auto& [unit, share] : to) {
      event.to.push_back({unit, share.empty() ? std::nullopt : std::optional(dec(share))});
    }
    events_.push_back(std::move(event));
  }
  void add(Succession event) { events_.push_back(std::move(event)); }
  /// A unit that has another parent from that day on.
  void add_move(std::string_view on, std::string unit, std::string parent) {
    Succession event;
    event.on = day(on);
    event.unit = std::move(unit);
    event.parent = std::move(parent);
    events_.push_back(std::move(event));
  }

  Plan plan() const {
    PlanBuilder builder;
    builder.set_head(head);
    for (const Measure& measure : measures_) builder.add(measure);
    for (const ResponsibleUnit& unit : units_) builder.add(unit);
    for (const Indicator& indicator : indicators_) builder.add(indicator);
    for (const Target& target : targets_) builder.add(target);
    for (const Project& project : projects_) builder.add(project);
    for (const TaskGroup& group : task_groups_) builder.add(group);
    for (const Succession& event : events_) builder.add(event);
    const Checked<Plan> plan = builder.build();
    for (const Diagnostic& finding : plan.diagnostics) {
      if (finding.severity == Severity::error) ADD_FAILURE() << to_string(finding);
    }
    return *plan.value;
  }

  /// The log of the book, made on the first call.
  const ObservationLog& log() {
    if (log_) return *log_;
    log_ = std::make_unique<ObservationLog>(plan());
    for (const Observation& report : reports_) {
      const Result<Row> row = log_->append(report);
      if (!row) ADD_FAILURE() << report.indicator << ": " << row.error().sentence;
    }
    return *log_;
  }

  Report report_on_map(std::string_view as_of, std::string_view map) {
    Request request;
    request.as_of = day(as_of);
    request.map = day(map);
    return evaluate(log(), request);
  }

  Report report(std::string_view as_of, std::string_view known_on = "") {
    Request request;
    request.as_of = day(as_of);
    if (!known_on.empty()) request.known_on = day(known_on);
    return evaluate(log(), request);
  }

  /// The first row of the report: that of the only target of a small book.
  ReportRow row(std::string_view as_of) { return report(as_of).rows.at(0); }

 private:
  static Target make_target(std::string indicator, Condition condition, std::string assigner) {
    Target target;
    target.indicator = std::move(indicator);
    target.condition = std::move(condition);
    target.assigner = std::move(assigner);
    return target;
  }

  std::deque<Measure> measures_;
  std::deque<ResponsibleUnit> units_;
  std::deque<Indicator> indicators_;
  std::deque<Target> targets_;
  std::deque<Project> projects_;
  std::deque<TaskGroup> task_groups_;
  std::deque<Observation> reports_;
  std::deque<Succession> events_;
  std::unique_ptr<ObservationLog> log_;
};

}  // namespace tiendo
