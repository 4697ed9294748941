// Tested by tests/unit/io/plan_writer_test.cpp.
//
// The whole file: its lists in the order of the guide, a line for each part.

#include "tiendo/io/plan_writer.hpp"

#include "io/json_text.hpp"
#include "io/part_tables.hpp"
#include "io/part_writers.hpp"

namespace tiendo {
namespace {

TargetDefaults defaults_of(const Plan& plan) { return {plan.head().unit, plan.head().period, {}}; }

JsonNode node_of(const Plan&, const Measure& measure) { return write_measure(measure); }
JsonNode node_of(const Plan&, const ResponsibleUnit& unit) { return write_unit(unit); }
JsonNode node_of(const Plan&, const Succession& event) { return write_succession(event); }
JsonNode node_of(const Plan&, const TaskGroup& group) { return write_task_group(group); }

JsonNode node_of(const Plan& plan, const Indicator& indicator) {
  return write_indicator(indicator, plan.measure_of(indicator).kind == kShareKind);
}

JsonNode node_of(const Plan& plan, const Target& target) {
  return write_target(target, defaults_of(plan));
}

JsonNode node_of(const Plan& plan, const Project& project) {
  return write_project(project, defaults_of(plan));
}

// Those that stand in the plan itself: behind them come those of its projects.
class OwnTargets {
 public:
  explicit OwnTargets(const Plan& plan) : plan_(plan), count_(plan.targets().size()) {
    for (const Project& project : plan.projects()) count_ -= project.targets.size();
  }
  TargetList::Iterator begin() const { return plan_.targets().begin(); }
  TargetList::Iterator end() const { return begin() + static_cast<std::ptrdiff_t>(count_); }
  bool empty() const { return count_ == 0; }
  std::size_t size() const { return count_; }

 private:
  const Plan& plan_;
  std::size_t count_;
};

class PlanWriter {
 public:
  PlanWriter(const Plan& plan, const PlanTables& tables) : plan_(plan), tables_(tables) {}

  std::string write() {
    OpenObject top(text_, 0);
    top.put("format", json_text("tiendo-plan/1"));
    list(top, "/measures", plan_.measures(), true);
    list(top, "/units", plan_.units(), true);
    list(top, "/succession", plan_.succession(), false);
    list(top, "/indicators", plan_.indicators(), true);
    top.begin("plan");
    write_plan_object();
    top.end();
    return std::move(text_) + '\n';
  }

 private:
  template <class Parts>
  void list(OpenObject& object, std::string_view path, const Parts& parts, bool needed) {
    const std::string_view key = path.substr(path.rfind('/') + 1);
    if (const PlanTable* table = table_of(tables_, path)) {
      JsonKeys reference;
      reference.needed("table", table->name);
      object.put(key, reference.done());
    } else if (needed || !parts.empty()) {
      object.list(key, parts, [&](const auto& part) { return node_of(plan_, part); });
    }
  }

  void write_plan_object() {
    OpenObject object(text_, 2);
    for (const JsonMember& member : write_head(plan_.head()).members) {
      object.put(member.key, member.value);
    }
    list(object, "/plan/targets", OwnTargets(plan_), false);
    list(object, "/plan/projects", plan_.projects(), false);
    list(object, "/plan/task_groups", plan_.task_groups(), false);
    object.end();
  }

  const Plan& plan_;
  const PlanTables& tables_;
  std::string text_;
};

template <class Part>
std::string line_of(const Plan& plan, const Part& part) {
  return json_line(node_of(plan, part));
}

}  // namespace

std::string write_plan(const Plan& plan, const PlanTables& tables) {
  return PlanWriter(plan, tables).write();
}

std::string write_part(const Plan& plan, const Measure& measure) { return line_of(plan, measure); }
std::string write_part(const Plan& plan, const ResponsibleUnit& unit) {
  return line_of(plan, unit);
}
std::string write_part(const Plan& plan, const Indicator& indicator) {
  return line_of(plan, indicator);
}
std::string write_part(const Plan& plan, const Target& target) { return line_of(plan, target); }
std::string write_part(const Plan& plan, const Project& project) { return line_of(plan, project); }
std::string write_part(const Plan& plan, const TaskGroup& group) { return line_of(plan, group); }
std::string write_part(const Plan& plan, const Succession& event) { return line_of(plan, event); }

}  // namespace tiendo
