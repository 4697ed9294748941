// Tested by tests/unit/engine/unit_scores_test.cpp and given_scores_test.cpp there.
//
// The places of units that have been scored.
#pragma once

#include <algorithm>
#include <vector>

#include "tiendo/engine/aggregates.hpp"
#include "tiendo/engine/scoring.hpp"

namespace tiendo {

// Gives each unit its place by the exact total, and puts them in the order of the places.
template <class Unit>
void place_by_total(std::vector<Unit>& units) {
  std::vector<Figure> totals;
  for (const Unit& one : units) totals.push_back(one.score.total);
  const std::vector<Rank> places = ranks(totals, Direction::more);
  for (std::size_t i = 0; i < places.size(); ++i) units[i].rank = places[i];
  std::stable_sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) {
    if (!a.rank.place || !b.rank.place) return a.rank.place && !b.rank.place;
    return *a.rank.place < *b.rank.place;
  });
}

}  // namespace tiendo
