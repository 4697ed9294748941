// Tested by tests/unit/model/target_rules_test.cpp and tests/golden/errors.
//
// The numbers that a plan declares, beside what is described in it.

#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "model/target_list_maker.hpp"
#include "model/validator.hpp"

namespace tiendo {
namespace {

void compare(std::optional<int> declared, std::size_t described, std::string_view what,
             std::string path, Diagnostics& findings) {
  if (!declared || static_cast<std::size_t>(*declared) == described) return;
  findings.push_back({Severity::warning, Errc::declared_count, Place{{}, std::move(path), 0, 0},
                      std::string(what) + ": " + std::to_string(*declared) + " declared, " +
                          std::to_string(described) + " described"});
}

// For how many indicators the assigner has assigned targets that are of no project.
std::size_t indicators_of(const Plan::Data& data, const std::string& assigner) {
  const TargetList& targets = data.targets;
  std::vector<bool> plain(data.indicators.size());
  std::set<std::string_view> indicators;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const Index indicator = targets.links()[i].indicator;
    if (targets.is_plain(i) && plain[indicator]) continue;
    if (targets.assigner(i) != assigner || targets.layer(i) != TargetLayer::assigned) continue;
    if (!targets.project(i).empty()) continue;
    indicators.insert(targets.indicator(i));
    if (targets.is_plain(i)) plain[indicator] = true;
  }
  return indicators.size();
}

// Each target beside the projects that have one for the same.
void check_projects(const Plan::Data& data, Diagnostics& findings) {
  using Part = std::tuple<std::string_view, std::string_view, std::string_view>;
  const TargetList& targets = data.targets;
  const TargetPaths paths(data);
  std::map<Part, std::set<std::string_view>> projects;
  const auto part_of = [&](std::size_t i) -> Part {
    return {targets.indicator(i), targets.unit(i), targets.assigner(i)};
  };
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const std::string& project = targets.project(i);
    if (!project.empty()) projects[part_of(i)].insert(project);
  }
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (!targets.projects(i)) continue;
    compare(targets.projects(i), projects[part_of(i)].size(),
            "projects of the target for " + targets.indicator(i), paths[i] + "/projects", findings);
  }
}

}  // namespace

void check_declared(const Plan::Data& data, Diagnostics& findings) {
  const Declared& declared = data.head.declared;
  const auto check_indicators = [&](std::optional<int> count, const std::string& assigner,
                                    const std::string& what, const std::string& path) {
    if (count) compare(count, indicators_of(data, assigner), what, path, findings);
  };
  check_projects(data, findings);
  check_indicators(declared.indicators, data.head.unit, "indicators", "/plan/declared/indicators");
  for (const auto& [assigner, count] : declared.indicators_of) {
    check_indicators(count, assigner, "indicators of " + assigner,
                     "/plan/declared/indicators/" + assigner);
  }
  compare(declared.task_groups, data.task_groups.size(), "task groups",
          "/plan/declared/task_groups", findings);
  compare(declared.projects, data.projects.size(), "projects", "/plan/declared/projects", findings);
}

}  // namespace tiendo
