// Tested by tests/unit/engine/attribution_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// The projects that make a unit which does not report itself: those from which something is due in
// it, and whoever else has reported for it.

#include <algorithm>
#include <set>

#include "engine/parts.hpp"

namespace tiendo {

Index paying_unit(const ObservationLog& log, Index project, Index indicator,
                  const std::function<Index(Index)>& on_map) {
  const Plan& plan = log.plan();
  const Project& of = plan.projects()[project];
  std::vector<Index> candidates = {plan.unit(), plan.find_unit(of.investor),
                                   plan.find_unit(of.lead)};
  for (const Target& target : of.targets) candidates.push_back(plan.find_unit(target.unit));
  std::erase(candidates, kNone);
  const auto reports = [&](Index unit) { return !log.rows_of(indicator, unit, project).empty(); };
  const auto pays = std::find_if(candidates.begin(), candidates.end(), [&](Index unit) {
    return reports(unit) || reports(on_map(unit));
  });
  if (pays != candidates.end()) return on_map(*pays);
  return candidates.empty() ? kNone : on_map(candidates.front());
}

std::vector<Index> ActualReader::projects_of(Index indicator, Index unit, Index assigner) const {
  std::vector<Index> projects;
  for (const Index at : plan_.project_targets_of(indicator, unit)) {
    const TargetLinks& link = plan_.target_links()[at];
    if (assigner != kNone && link.assigner != assigner) continue;
    if (std::find(projects.begin(), projects.end(), link.project) == projects.end()) {
      projects.push_back(link.project);
    }
  }
  return projects;
}

std::vector<Index> ActualReader::projects_due(const Question& unit) const {
  std::vector<Index> projects = projects_of(unit.indicator, unit.unit, kNone);
  for (const Index project : plan_.capital_projects_of(unit.indicator)) {
    const Index pays = paying_unit(log_, project, unit.indicator, [](Index one) { return one; });
    if (pays == unit.unit) projects.push_back(project);
  }
  return projects;
}

ActualReader::Parts ActualReader::of_project(Index project, const Question& unit,
                                             SourceRole role) const {
  Question question = unit;
  question.project = project;
  Parts parts = plain(question, role, 0);
  weigh(question, role, parts);
  return parts;
}

ActualReader::Parts ActualReader::of_projects(const std::vector<Index>& projects, int declared,
                                              const Question& unit, SourceRole role) const {
  std::vector<Parts> all;
  for (const Index project : projects) all.push_back(of_project(project, unit, role));
  return added_up(make_whole(unit, std::move(all), Coverage::Of::projects, declared),
                  unit.indicator);
}

ActualReader::Parts ActualReader::of_all_projects(const Question& unit, SourceRole role,
                                                  int declared) const {
  const std::vector<Index> due = projects_due(unit);
  const std::vector<Index> others = log_.projects_of(unit.indicator, unit.unit);
  std::set<Index> projects(due.begin(), due.end());  // in the order of the plan
  projects.insert(others.begin(), others.end());
  std::vector<Parts> all;
  for (const Index project : projects) {
    Parts theirs = of_project(project, unit, role);
    const bool is_due = std::find(due.begin(), due.end(), project) != due.end();
    if (is_due || theirs.reason != Errc::no_data) all.push_back(std::move(theirs));
  }
  return added_up(make_whole(unit, std::move(all), Coverage::Of::projects, declared),
                  unit.indicator);
}

// What does not add up over units makes no figure of several.
ActualReader::Parts ActualReader::added_up(Parts whole, Index indicator) const {
  const UnitRule rule = unit_rule_of(plan_.indicators()[indicator]);
  const bool adds_up = rule != UnitRule::none || together_ == Together::all_of_them;
  if (!adds_up && whole.reason == Errc::none) whole.reason = Errc::not_additive;
  return whole;
}

}  // namespace tiendo
