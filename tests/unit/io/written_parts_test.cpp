// Every part of a plan is written with all it carries: read back, each field is what it was.

#include <gtest/gtest.h>

#include <functional>

#include "io/json_text.hpp"
#include "io/part_writers.hpp"
#include "plan_dump.hpp"
#include "plan_texts.hpp"
#include "random_plan.hpp"

namespace tiendo {
namespace {

constexpr int kDraws = 200;

// What a plan fills in when it is built, so that what is left out and what is stated compare.
Indicator filled(Indicator indicator, bool percentage) {
  if (!indicator.scale && indicator.kind == IndicatorKind::count) indicator.scale = 0;
  indicator.digits = digits_of(indicator);
  indicator.time_rule = time_rule_of(indicator);
  if (!indicator.unit_rule && percentage && unit_rule_of(indicator) == UnitRule::sum) {
    indicator.unit_rule = UnitRule::none;
  }
  indicator.unit_rule = unit_rule_of(indicator);
  return indicator;
}

Target filled(Target target, const TargetDefaults& defaults) {
  if (target.unit.empty()) target.unit = defaults.unit;
  if (target.project.empty()) target.project = defaults.project;
  if (target.assigner.empty()) target.assigner = defaults.unit;
  if (target.assigner.empty()) target.assigner = target.unit;
  if (!target.period) target.period = defaults.period;
  return target;
}

Project filled(Project project, TargetDefaults defaults) {
  defaults.project = project.id;
  for (Target& target : project.targets) target = filled(target, defaults);
  return project;
}

// Draws parts, writes each, reads it, and compares all fields; each field must have been drawn with
// several values, or the comparison says nothing of it.
template <class Part>
void expect_round_trips(Part (*reader)(Findings&, const JsonNode&),
                        const std::function<Part(RandomParts&)>& draw,
                        const std::function<JsonNode(const Part&)>& write,
                        const std::function<Part(const Part&)>& fill) {
  PlanDump all;
  for (std::uint64_t seed = 0; seed < kDraws; ++seed) {
    RandomParts random(seed);
    const Part unfilled = draw(random);
    all.add("", "", unfilled);
    const Part drawn = fill(unfilled);
    const std::string text = json_line(write(drawn));
    const Part again = fill(part<Part>(reader, text));
    EXPECT_EQ(difference(PlanDump::of(drawn), PlanDump::of(again)), "") << seed << ": " << text;
    EXPECT_EQ(json_line(write(again)), text) << seed;
  }
  for (const auto& [field, values] : all.seen) {
    EXPECT_GT(values.size(), 1U) << field << " is always " << *values.begin();
  }
}

template <class Part>
Part as_it_is(const Part& part) {
  return part;
}

TEST(WrittenPartsTest, MeasuresKeepEveryField) {
  expect_round_trips<Measure>(
      read_measure, [](RandomParts& random) { return random.measure(); }, write_measure,
      as_it_is<Measure>);
}

TEST(WrittenPartsTest, UnitsKeepEveryField) {
  expect_round_trips<ResponsibleUnit>(
      read_unit, [](RandomParts& random) { return random.unit(); }, write_unit,
      as_it_is<ResponsibleUnit>);
}

TEST(WrittenPartsTest, SuccessionsKeepEveryField) {
  expect_round_trips<Succession>(
      read_succession, [](RandomParts& random) { return random.succession(); }, write_succession,
      as_it_is<Succession>);
}

TEST(WrittenPartsTest, IndicatorsKeepEveryField) {
  for (const bool percentage : {false, true}) {
    expect_round_trips<Indicator>(
        read_indicator, [](RandomParts& random) { return random.indicator(); },
        [&](const Indicator& drawn) { return write_indicator(drawn, percentage); },
        [&](const Indicator& drawn) { return filled(drawn, percentage); });
  }
}

TEST(WrittenPartsTest, TargetsKeepEveryField) {
  for (const char* unit : {"", "town"}) {
    const TargetDefaults defaults{unit, *Period::parse("2024"), {}};
    expect_round_trips<Target>(
        read_target, [](RandomParts& random) { return random.target(); },
        [&](const Target& drawn) { return write_target(drawn, defaults); },
        [&](const Target& drawn) { return filled(drawn, defaults); });
  }
}

TEST(WrittenPartsTest, ProjectsKeepEveryField) {
  const TargetDefaults defaults{"town", *Period::parse("2024"), {}};
  expect_round_trips<Project>(
      read_project, [](RandomParts& random) { return random.project(); },
      [&](const Project& drawn) { return write_project(drawn, defaults); },
      [&](const Project& drawn) { return filled(drawn, defaults); });
}

TEST(WrittenPartsTest, TaskGroupsKeepEveryField) {
  expect_round_trips<TaskGroup>(
      read_task_group, [](RandomParts& random) { return random.task_group(); }, write_task_group,
      as_it_is<TaskGroup>);
}

PlanHead head_of(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "a plan");
  PlanHead head = read_head(fields);
  fields.done();
  return head;
}

TEST(WrittenPartsTest, WhatThePlanSaysOfItselfKeepsEveryField) {
  expect_round_trips<PlanHead>(
      head_of, [](RandomParts& random) { return random.head(); }, write_head, as_it_is<PlanHead>);
}

}  // namespace
}  // namespace tiendo
