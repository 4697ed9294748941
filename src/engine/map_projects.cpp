// Tested by tests/unit/engine/map_projects_test.cpp and on_map_test.cpp there.
//
// Which of the units that became one another a project is in: it goes with a unit that becomes
// another as a whole, and is never divided.

#include <algorithm>

#include "engine/parts.hpp"

namespace tiendo {

// Whether anybody had it before the turn.
bool ActualReader::comes_from_before(const Question& question, const Turn& turn,
                                     const View& view) const {
  View there = view;
  there.from_later = true;
  return question.project == kNone || !concerned(question, turn.in, there).empty();
}

// Of a project, the units that it is in. What was divided kept its projects. Where it is in none,
// one of them stands for all: somebody has had it, or goes on with it, but nobody has said so.
std::vector<Portion> ActualReader::concerned(const Question& question,
                                             const std::vector<Portion>& portions,
                                             const View& view) const {
  if (question.project == kNone) return portions;
  std::vector<Portion> may;
  std::vector<Portion> found;
  for (const Portion& portion : portions) {
    if (view.from_later && portion != Portion{portion.unit}) continue;
    may.push_back({portion.unit});
    if (is_of_project(question, portion.unit, view)) found.push_back(may.back());
  }
  if (found.empty() && !may.empty()) return {may.front()};
  return found;
}

// Whether the project has a target or a report for the unit, or for what that was before, or
// became later, on the way on which the question goes.
bool ActualReader::is_of_project(const Question& question, Index unit, const View& view) const {
  const std::vector<Index>& targets = plan_.project_targets_of(question.indicator, unit);
  const bool has_target = std::any_of(targets.begin(), targets.end(), [&](Index at) {
    return plan_.target_links()[at].project == question.project;
  });
  if (has_target || !log_.rows_of(question.indicator, unit, question.project).empty()) return true;
  const std::vector<Turn>& turns = plan_.unit_map().turns_of(unit);
  return std::any_of(turns.begin(), turns.end(), [&](const Turn& turn) {
    const std::vector<Portion>& on = view.from_later ? turn.in : turn.out;
    return std::any_of(on.begin(), on.end(), [&](const Portion& portion) {
      return portion.unit != unit && is_of_project(question, portion.unit, view);
    });
  });
}

}  // namespace tiendo
