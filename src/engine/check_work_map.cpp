// Tested by tests/unit/engine/check_work_map_test.cpp.

#include "engine/check_work_map.hpp"

#include <algorithm>

namespace tiendo {
namespace {

class WorkMapCheck {
 public:
  WorkMapCheck(const Plan& plan, Date map, Diagnostics& findings)
      : plan_(plan), map_(map), findings_(findings) {}

  void check_project(Index at) {
    const Project& project = plan_.projects()[at];
    const std::string path = "/plan/projects/" + std::to_string(at);
    check(project.lead, path + "/lead");
    for (std::size_t i = 0; i < project.targets.size(); ++i) {
      check(project.targets[i].unit, path + "/targets/" + std::to_string(i));
    }
  }

  void check_group(Index at) {
    const TaskGroup& group = plan_.task_groups()[at];
    const std::string path = "/plan/task_groups/" + std::to_string(at);
    check(group.lead, path + "/lead");
    for (std::size_t i = 0; i < group.tasks.size(); ++i) {
      check(group.tasks[i].lead, path + "/tasks/" + std::to_string(i) + "/lead");
    }
  }

 private:
  void check(const std::string& id, const std::string& path) {
    const Index unit = plan_.find_unit(id);
    if (unit == kNone || plan_.unit_map().exists(unit, map_)) return;
    const Date start = plan_.head().period.start();
    const Date origin = std::max(start, plan_.units()[unit].from.value_or(start));
    const std::vector<Portion> heirs = plan_.unit_map().heirs_of(unit, origin, map_);
    if (heirs.size() < 2) return;
    std::string names;
    for (const Portion& heir : heirs) {
      names += (names.empty() ? "\"" : ", \"") + plan_.units()[heir.unit].id + '"';
    }
    findings_.push_back({Severity::warning, Errc::work_stays, Place{{}, path, 0, 0},
                         "on the map of " + map_.to_string() + " this work stays with \"" + id +
                             "\", which has become " + names});
  }

  const Plan& plan_;
  Date map_;
  Diagnostics& findings_;
};

}  // namespace

void check_work_map(const Plan& plan, Date map, Diagnostics& findings) {
  WorkMapCheck check(plan, map, findings);
  for (Index at = 0; at < plan.projects().size(); ++at) check.check_project(at);
  for (Index at = 0; at < plan.task_groups().size(); ++at) check.check_group(at);
}

}  // namespace tiendo
