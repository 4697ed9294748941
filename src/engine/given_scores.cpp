// Tested by tests/unit/engine/given_scores_test.cpp.

#include "tiendo/engine/given_scores.hpp"

#include "engine/score_places.hpp"

namespace tiendo {

GivenScores score_given(const Criteria& criteria, const std::vector<GivenUnit>& units) {
  GivenScores result{criteria, {}, {}};
  std::vector<Score> scores;
  for (const GivenUnit& unit : units) {
    scores.push_back(score(criteria, unit.inputs));
    result.units.push_back({unit.id, scores.back(), {}});
  }
  result.quotas = count_quotas(criteria, scores);
  place_by_total(result.units);
  return result;
}

}  // namespace tiendo
