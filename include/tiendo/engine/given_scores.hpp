/// @file
/// Units scored by criteria from figures that are given, whatever they were taken from: a table
/// that was published, the books of another system. What a log has is scored by unit_scores.hpp.
#pragma once

#include <string>
#include <vector>

#include "tiendo/engine/aggregates.hpp"
#include "tiendo/engine/scoring.hpp"

namespace tiendo {

/// A unit, and what it is scored by.
struct GivenUnit {
  std::string id;
  /// Of each criterion, in their order and as many.
  std::vector<CriterionInput> inputs;
};

/// What comes of it.
struct GivenScore {
  std::string id;
  Score score;
  /// 1, 2, 2, 4 by the exact total, the most points first; without a total no place.
  Rank rank;
};

/// The answer. Owns all it needs; safe to read from many threads.
struct GivenScores {
  Criteria criteria;
  /// By place, of one place in the order in which they were given; then those without one.
  std::vector<GivenScore> units;
  /// As criteria.parts().quotas, counted over these units.
  std::vector<QuotaCount> quotas;
};

/// Scores the units. A pure function: it depends on its arguments only and never fails.
GivenScores score_given(const Criteria& criteria, const std::vector<GivenUnit>& units);

}  // namespace tiendo
