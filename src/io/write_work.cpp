// Tested by tests/unit/io/plan_writer_test.cpp and tests/unit/io/written_parts_test.cpp.
//
// What the plan says of itself, and the work: projects and task groups.

#include "io/part_writers.hpp"

namespace tiendo {
namespace {

void write_parent(JsonKeys& keys, const std::optional<ParentPlan>& parent) {
  if (!parent) return;
  JsonKeys inner;
  inner.needed("id", parent->id);
  inner.name("name", parent->name);
  inner.printed("period", parent->period);
  keys.put("parent", inner.done());
}

// By assigner as soon as one besides the plan's own unit is named; that one comes first.
void write_declared_indicators(JsonKeys& keys, const PlanHead& head) {
  const Declared& declared = head.declared;
  if (declared.indicators_of.empty()) return keys.whole("indicators", declared.indicators);
  JsonKeys assigners;
  assigners.whole(head.unit, declared.indicators);
  for (const auto& [assigner, count] : declared.indicators_of) assigners.whole(assigner, count);
  keys.put("indicators", assigners.done());
}

void write_declared(JsonKeys& keys, const PlanHead& head) {
  JsonKeys inner;
  write_declared_indicators(inner, head);
  inner.whole("task_groups", head.declared.task_groups);
  inner.whole("projects", head.declared.projects);
  if (!inner.empty()) keys.put("declared", inner.done());
}

JsonNode write_milestone(const Milestone& milestone) {
  JsonKeys keys;
  keys.text("id", milestone.id);
  keys.name("name", milestone.name);
  keys.printed("due", milestone.due);
  keys.printed("weight", milestone.weight);
  return keys.done();
}

JsonNode write_capital(const Capital& capital) {
  JsonKeys keys;
  keys.needed("pot", capital.pot);
  keys.needed("indicator", capital.indicator);
  keys.needed("amount", capital.amount.to_string());
  keys.printed("until", capital.until);
  keys.remarks(capital.remarks);
  return keys.done();
}

// A task with no more than a Vietnamese name is a text.
JsonNode write_task(const Task& task) {
  JsonKeys keys;
  keys.text("id", task.id);
  keys.name("name", task.name);
  keys.text("lead", task.lead);
  keys.texts("with", task.with);
  keys.printed("due", task.due);
  return task.name.en.empty() ? keys.done_short("name") : keys.done();
}

}  // namespace

JsonNode write_head(const PlanHead& head) {
  JsonKeys keys;
  keys.needed("id", head.id);
  keys.text("unit", head.unit);
  keys.needed("period", head.period.to_string());
  keys.name("name", head.name);
  keys.text("theme", head.theme);
  keys.text("viewpoint", head.viewpoint);
  keys.texts("basis", head.basis);
  write_parent(keys, head.parent);
  write_declared(keys, head);
  keys.remarks(head.remarks);
  return keys.done();
}

JsonNode write_project(const Project& project, TargetDefaults defaults) {
  defaults.project = project.id;
  JsonKeys keys;
  keys.needed("id", project.id);
  keys.name("name", project.name);
  keys.text("investor", project.investor);
  keys.text("lead", project.lead);
  keys.texts("with", project.with);
  keys.printed("period", project.period);
  keys.printed("start", project.start);
  keys.printed("finish", project.finish);
  keys.whole("late_after_months", project.late_after_months);
  keys.texts("stages", project.stages);
  keys.list("targets", project.targets,
            [&](const Target& target) { return write_target(target, defaults); });
  keys.list("milestones", project.milestones, write_milestone);
  keys.list("capital", project.capital, write_capital);
  keys.remarks(project.remarks);
  return keys.done();
}

JsonNode write_task_group(const TaskGroup& group) {
  JsonKeys keys;
  keys.needed("id", group.id);
  keys.whole("number", group.number);
  keys.name("name", group.name);
  keys.list("tasks", group.tasks, write_task);
  keys.text("lead", group.lead);
  keys.texts("with", group.with);
  keys.texts("targets", group.targets);
  keys.remarks(group.remarks);
  return keys.done();
}

}  // namespace tiendo
