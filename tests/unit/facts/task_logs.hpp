/// @file
/// Short ways to write reports of work and to show what was selected of them.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "days.hpp"
#include "said.hpp"
#include "tiendo/facts/task_standing.hpp"

namespace tiendo {

/// Two groups of tasks, of which both have a task t1; a road with two milestones and a bridge.
inline Plan task_plan() {
  PlanBuilder builder;
  PlanHead head;
  head.id = "plan";
  head.period = *Period::parse("2024");
  builder.set_head(head);
  TaskGroup group;
  group.id = "g1";
  group.tasks.resize(3);
  group.tasks[0].id = "t1";
  group.tasks[1].id = "t2";
  builder.add(group);
  group.id = "g2";
  builder.add(group);
  Project road;
  road.id = "road";
  road.milestones.resize(2);
  road.milestones[0].id = "m1";
  road.milestones[1].id = "m2";
  builder.add(road);
  Project bridge;
  bridge.id = "bridge";
  builder.add(bridge);
  return *builder.build().value;
}

inline TaskReport of_task(const std::string& text, std::string task = "t1",
                          std::string group = "g1") {
  TaskReport report = said(text);
  report.task_group = std::move(group);
  report.task = std::move(task);
  return report;
}

/// Of the road, or of a milestone of it.
inline TaskReport of_road(const std::string& text, std::string milestone = {}) {
  TaskReport report = said(text);
  report.project = "road";
  report.milestone = std::move(milestone);
  return report;
}

}  // namespace tiendo
