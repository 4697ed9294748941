// Tested by tests/unit/io/plan_work_test.cpp and tests/golden/errors.
//
// What the plan says of itself, and the work: projects and task groups.

#include "io/plan_parts.hpp"

namespace tiendo {
namespace {

std::optional<ParentPlan> read_parent(Fields& fields) {
  const JsonNode* node = fields.take("parent");
  if (!node) return std::nullopt;
  Fields keys(fields.findings(), *node, "a parent plan");
  ParentPlan parent{keys.string("id", true), keys.name("name"), keys.period("period")};
  keys.done();
  return parent;
}

// A number for the plan's own unit, or numbers by assigner.
void read_declared_indicators(Fields& keys, Declared& declared) {
  const JsonNode* node = keys.take("indicators");
  if (!node) return;
  if (node->kind != JsonKind::object) {
    declared.indicators = keys.integer("indicators");
    return;
  }
  Fields assigners(keys.findings(), *node, "indicators");
  for (const JsonMember& member : node->members) {
    refuse_empty_id(keys.findings(), member.key, member.offset);
    const std::optional<int> count = assigners.integer(member.key);
    if (count) declared.indicators_of.emplace_back(member.key, *count);
  }
}

Declared read_declared(Fields& fields) {
  const JsonNode* node = fields.take("declared");
  if (!node) return {};
  Fields keys(fields.findings(), *node, "declared");
  Declared declared;
  read_declared_indicators(keys, declared);
  declared.task_groups = keys.integer("task_groups");
  declared.projects = keys.integer("projects");
  keys.done();
  return declared;
}

Milestone read_milestone(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "a milestone");
  Milestone milestone{fields.string("id"), fields.name("name"), fields.date("due"),
                      fields.decimal("weight")};
  fields.done();
  return milestone;
}

Capital read_capital(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "capital");
  Capital capital;
  capital.pot = fields.string("pot", true);
  capital.indicator = fields.string("indicator", true);
  capital.amount = fields.decimal("amount", true).value_or(Decimal());
  capital.until = fields.date("until");
  capital.remarks = fields.remarks();
  fields.done();
  return capital;
}

Task read_task(Findings& findings, const JsonNode& node) {
  if (node.kind == JsonKind::string) return {{}, {node.text, {}}, {}, {}, {}};
  Fields fields(findings, node, "a task");
  Task task{fields.string("id"), fields.name("name"), fields.string("lead"), fields.ids("with"),
            fields.date("due")};
  fields.done();
  return task;
}

}  // namespace

PlanHead read_head(Fields& plan) {
  PlanHead head;
  head.id = plan.string("id", true);
  head.unit = plan.string("unit");
  head.period = plan.period("period", true).value_or(Period());
  head.name = plan.name("name");
  head.theme = plan.string("theme");
  head.viewpoint = plan.string("viewpoint");
  head.basis = plan.strings("basis");
  head.parent = read_parent(plan);
  head.declared = read_declared(plan);
  head.remarks = plan.remarks();
  return head;
}

Project read_project(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "a project");
  Project project;
  project.id = fields.string("id", true);
  project.name = fields.name("name");
  project.investor = fields.string("investor");
  project.lead = fields.string("lead");
  project.with = fields.ids("with");
  project.period = fields.period("period");
  project.start = fields.date("start");
  project.finish = fields.date("finish");
  project.late_after_months = fields.integer("late_after_months", kMaxLateMonths);
  project.stages = fields.strings("stages");
  fields.list("targets", false, [&](const JsonNode& target) {
    project.targets.push_back(read_target(findings, target));
  });
  fields.list("milestones", false, [&](const JsonNode& milestone) {
    project.milestones.push_back(read_milestone(findings, milestone));
  });
  fields.list("capital", false, [&](const JsonNode& capital) {
    project.capital.push_back(read_capital(findings, capital));
  });
  project.remarks = fields.remarks();
  fields.done();
  return project;
}

TaskGroup read_task_group(Findings& findings, const JsonNode& node) {
  Fields fields(findings, node, "a task group");
  TaskGroup group;
  group.id = fields.string("id", true);
  group.number = fields.integer("number");
  group.name = fields.name("name");
  fields.list("tasks", false,
              [&](const JsonNode& task) { group.tasks.push_back(read_task(findings, task)); });
  group.lead = fields.string("lead");
  group.with = fields.ids("with");
  group.targets = fields.ids("targets");
  group.remarks = fields.remarks();
  fields.done();
  return group;
}

}  // namespace tiendo
