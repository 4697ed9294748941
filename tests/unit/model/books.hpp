/// @file
/// A small plan with everything in it, in parts that a test can break before it is built.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tiendo/model/plan.hpp"

namespace tiendo {

inline Decimal dec(std::string_view text) { return *Decimal::parse(text); }
inline Date day(std::string_view text) { return *Date::parse(text); }
inline Period period(std::string_view text) { return *Period::parse(text); }

inline Condition condition(ConditionKind kind, std::string_view value) {
  Condition result;
  result.kind = kind;
  result.value = dec(value);
  return result;
}

/// The parts of a plan, to be broken and built.
struct Book {
  PlanHead head;
  std::vector<Measure> measures;
  std::vector<ResponsibleUnit> units;
  std::vector<Indicator> indicators;
  std::vector<Target> targets;
  std::vector<Project> projects;
  std::vector<TaskGroup> task_groups;
  std::vector<Succession> succession;

  PlanBuilder builder() const {
    PlanBuilder builder;
    builder.set_head(head);
    const auto add_all = [&](const auto& parts) {
      for (const auto& part : parts) builder.add(part);
    };
    add_all(measures);
    add_all(units);
    add_all(indicators);
    add_all(targets);
    add_all(projects);
    add_all(task_groups);
    add_all(succession);
    return builder;
  }

  Checked<Plan> build() const { return builder().build(); }
};

inline Measure measure(std::string id, std::string kind, std::string_view factor) {
  Measure result;
  result.id = std::move(id);
  result.kind = std::move(kind);
  result.factor = dec(factor);
  return result;
}

inline ResponsibleUnit unit(std::string id, std::string parent = {}) {
  ResponsibleUnit result;
  result.id = std::move(id);
  result.parent = std::move(parent);
  return result;
}

inline Indicator indicator(std::string id, std::string of_measure, IndicatorKind kind) {
  Indicator result;
  result.id = std::move(id);
  result.measure = std::move(of_measure);
  result.kind = kind;
  return result;
}

inline Target target(std::string of_indicator, std::string_view at_least) {
  Target result;
  result.indicator = std::move(of_indicator);
  result.condition = condition(ConditionKind::at_least, at_least);
  return result;
}

/// Province over town over two wards; a flow, its growth, a rate of two parts, a count; targets of
/// town and province; a project with a target of its own; a task group.
inline Book good_book() {
  Book book;
  book.head.id = "town-2024";
  book.head.unit = "town";
  book.head.period = period("2024");
  book.measures = {measure("ha", "area", "10000"), measure("percent", "share", "0.01"),
                   measure("ward", "number", "1")};
  book.units = {unit("province"), unit("town", "province"), unit("north", "town"),
                unit("south", "town")};
  book.indicators = {indicator("land", "ha", IndicatorKind::flow),
                     indicator("land-growth", "percent", IndicatorKind::growth),
                     indicator("paid", "percent", IndicatorKind::ratio),
                     indicator("wards", "ward", IndicatorKind::count)};
  book.indicators[0].scale = 3;
  book.indicators[1].base = "land";
  book.targets = {target("land", "53.026"), target("land", "40.834"), target("land-growth", "12")};
  book.targets[0].assigner = "province";
  book.targets[1].layer = TargetLayer::adds;
  Project road;
  road.id = "road";
  road.lead = "town";
  road.with = {"north"};
  road.stages = {"measured", "paid"};
  road.targets = {target("land", "3.5")};
  road.targets[0].assigner = "province";
  book.projects = {road};
  TaskGroup group;
  group.id = "group-1";
  group.lead = "town";
  group.with = {"south"};
  group.targets = {"land"};
  group.tasks = {{"task-1", {}, "north", {}, {}}};
  book.task_groups = {group};
  return book;
}

/// One fault: how it is made, and the one finding that it must give.
struct Fault {
  const char* what;
  void (*plant)(Book&);
  Errc code;
  const char* path;
};

inline std::string finding_at(Severity severity, Errc code, const std::string& path) {
  return std::string(name_of(severity)) + ' ' + std::string(name_of(code)) + " at " + path;
}

/// A line of found_in().
inline std::string error_at(Errc code, const std::string& path) {
  return finding_at(Severity::error, code, path);
}
inline std::string warning_at(Errc code, const std::string& path) {
  return finding_at(Severity::warning, code, path);
}

/// `error unknown_unit at /units/1/parent` for each finding, in order.
inline std::vector<std::string> found_in(const Diagnostics& findings) {
  std::vector<std::string> lines;
  for (const Diagnostic& finding : findings) {
    lines.push_back(finding_at(finding.severity, finding.code, finding.place.path));
  }
  return lines;
}

}  // namespace tiendo
