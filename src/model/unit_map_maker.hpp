// Makes the map of a plan's units from their validity and the events.
#pragma once

#include <set>
#include <utility>

#include "model/plan_data.hpp"
#include "tiendo/model/unit_map.hpp"

namespace tiendo {

// Expects a plan that has been checked and filled in.
class UnitMapMaker {
 public:
  static UnitMap make(const Plan::Data& data);

 private:
  explicit UnitMapMaker(const Plan::Data& data);

  void take_turns(const Succession& event);
  void go_on(Index unit, Date on);
  Turn& turn_of(Index unit, Date on);
  void take_parents();
  void take_below();
  void find_area_changes();
  void compare_areas(Index before, Index after, Date on);
  void leave_or_enter(Index unit, Date on, const std::set<Index>& other);
  std::set<Index> with_all_above(Index unit, Date day) const;

  const Plan::Data& data_;
  // Who becomes others, and when.
  std::set<std::pair<Date, Index>> given_up_;
  UnitMap map_;
};

}  // namespace tiendo
