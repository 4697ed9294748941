// The tree of units as events change it, day after day.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "model/plan_data.hpp"

namespace tiendo {

inline constexpr int kMostUnitLevels = 64;
inline constexpr std::size_t kMostUnitMoves = 100'000;

// A move that must not be: unit_cycle, units_too_deep, parent_ended for the unit above, or
// succession_form where there are more moves than anybody means.
struct TreeFault {
  Errc code;
  std::size_t event;
  Index unit;
};

// Who stands above whom, and since when. What stands below a unit that ends without an event goes
// to the unit above it, as when an event abolishes it.
class UnitTree {
 public:
  // Plays all events in the order of their days. The tree at the beginning must be without cycles;
  // a move that would make one is left out. What names no unit is left out, too.
  explicit UnitTree(const Plan::Data& data);

  // For each unit: who stands above it, from the beginning and from each later day on.
  const std::vector<std::vector<std::pair<Date, Index>>>& parents() const { return parents_; }
  const std::vector<TreeFault>& faults() const { return faults_; }

 private:
  struct Move {
    std::size_t event;
    Index to;
  };

  // A unit that ends by its validity alone, with no event that says so, on that day.
  using Ends = std::multimap<Date, Index>;

  Ends silent_ends() const;
  void play_until(Ends& ends, std::optional<Date> before);
  void play_day(Date on, const std::vector<std::size_t>& events, const std::vector<Index>& ends);
  void take_moves(const std::vector<std::size_t>& events);
  void follow_the_ended(const std::vector<std::size_t>& events);
  void leave_below(Index ended, std::size_t event, Date on, bool told);
  Index standing(Index unit) const;
  void put(Index unit, Index parent, Date on);
  void refuse(Errc code, Index unit, const Move& move, Date on);
  int levels_above(Index unit, Index met) const;
  int levels_below(Index unit) const;

  const Plan::Data& data_;
  std::vector<std::vector<std::pair<Date, Index>>> parents_;
  std::vector<std::set<Index>> below_;
  std::size_t moved_ = 0;
  std::vector<TreeFault> faults_;
  // Of the day that is played.
  std::map<Index, Move> moves_;
  std::map<Index, Index> ended_;
};

// The positions of the events in the order of their days; of one day as the plan has them.
std::vector<std::size_t> events_in_order(const std::vector<Succession>& events);

// Whether the unit stands in the list of heirs, too, and so goes on.
bool goes_on(const Succession& event, const std::string& unit);

}  // namespace tiendo
