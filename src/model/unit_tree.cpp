// Tested by tests/unit/model/succession_rules_test.cpp and unit_map_test.cpp there.
//
// Of one day all moves are taken together: first everything is put where it goes, then looked
// at, so that the order of the events of a day plays no part.

#include "model/unit_tree.hpp"

#include <algorithm>
#include <numeric>

namespace tiendo {

std::vector<std::size_t> events_in_order(const std::vector<Succession>& events) {
  std::vector<std::size_t> order(events.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return events[a].on < events[b].on; });
  return order;
}

bool goes_on(const Succession& event, const std::string& unit) {
  return std::any_of(event.to.begin(), event.to.end(),
                     [&](const Heir& heir) { return heir.unit == unit; });
}

UnitTree::UnitTree(const Plan::Data& data) : data_(data), below_(data.units.size()) {
  for (Index unit = 0; unit < data.units.size(); ++unit) {
    const Index parent = data.parents[unit];
    parents_.push_back({{Date(), parent}});
    if (parent != kNone) below_[parent].insert(unit);
  }
  Ends ends = silent_ends();
  const std::vector<std::size_t> order = events_in_order(data.succession);
  for (auto first = order.begin(); first != order.end();) {
    const Date on = data.succession[*first].on;
    const auto last = std::find_if(
        first, order.end(), [&](std::size_t event) { return data.succession[event].on != on; });
    play_until(ends, on);
    std::vector<Index> ended;
    for (auto end = ends.begin(); end != ends.end() && end->first == on; end = ends.erase(end)) {
      ended.push_back(end->second);
    }
    play_day(on, {first, last}, ended);
    first = last;
  }
  play_until(ends, std::nullopt);
}

UnitTree::Ends UnitTree::silent_ends() const {
  std::set<std::pair<Date, Index>> told;
  for (const Succession& event : data_.succession) {
    for (const std::string& id : event.from) {
      if (!goes_on(event, id)) told.emplace(event.on, position(data_.unit_at, id));
    }
  }
  Ends ends;
  for (Index unit = 0; unit < data_.units.size(); ++unit) {
    const std::optional<Date>& until = data_.units[unit].until;
    if (until && !told.contains({*until, unit})) ends.emplace(*until, unit);
  }
  return ends;
}

// The days before this one, or all, on which units end and nothing else is said to happen.
void UnitTree::play_until(Ends& ends, std::optional<Date> before) {
  while (!ends.empty() && (!before || ends.begin()->first < *before)) {
    const Date on = ends.begin()->first;
    std::vector<Index> ended;
    for (auto end = ends.begin(); end != ends.end() && end->first == on; end = ends.erase(end)) {
      ended.push_back(end->second);
    }
    play_day(on, {}, ended);
  }
}

void UnitTree::play_day(Date on, const std::vector<std::size_t>& events,
                        const std::vector<Index>& ends) {
  moves_.clear();
  ended_.clear();
  take_moves(events);
  for (const Index unit : ends) {
    const auto moved = moves_.find(unit);
    ended_[unit] = moved == moves_.end() ? parents_[unit].back().second : moved->second.to;
  }
  follow_the_ended(events);
  // What moves because a unit ended goes up, which is never wrong by itself.
  for (const Index unit : ends) {
    leave_below(unit, events.empty() ? 0 : events.front(), on, true);
  }
  if (!events.empty()) {
    const bool fits = moved_ <= kMostUnitMoves;
    moved_ += moves_.size();
    if (moved_ > kMostUnitMoves) {
      if (fits) faults_.push_back({Errc::succession_form, events.front(), moves_.begin()->first});
      return;
    }
  }
  for (const auto& [unit, move] : moves_) put(unit, move.to, on);
  if (events.empty()) return;
  for (const auto& [unit, move] : moves_) {
    if (levels_above(move.to, unit) < 0) refuse(Errc::unit_cycle, unit, move, on);
  }
  for (const auto& [unit, move] : moves_) {
    if (levels_above(move.to, unit) + levels_below(unit) <= kMostUnitLevels) continue;
    refuse(Errc::units_too_deep, unit, move, on);
  }
}

void UnitTree::take_moves(const std::vector<std::size_t>& events) {
  for (const std::size_t at : events) {
    const Succession& event = data_.succession[at];
    const Index unit = position(data_.unit_at, event.unit);
    if (unit == kNone || !event.parent) continue;
    moves_[unit] = {at, position(data_.unit_at, *event.parent)};
  }
}

// What stands below a unit that ends goes to its one heir, or to the unit above.
void UnitTree::follow_the_ended(const std::vector<std::size_t>& events) {
  std::vector<std::pair<Index, std::size_t>> left;
  for (const std::size_t at : events) {
    const Succession& event = data_.succession[at];
    for (const std::string& id : event.from) {
      const Index unit = position(data_.unit_at, id);
      if (unit == kNone || goes_on(event, id)) continue;
      const auto moved = moves_.find(unit);
      const Index above = moved == moves_.end() ? parents_[unit].back().second : moved->second.to;
      ended_[unit] = event.to.size() == 1 ? position(data_.unit_at, event.to.front().unit) : above;
      left.emplace_back(unit, at);
    }
  }
  for (const auto& [unit, at] : left) {
    const Succession& event = data_.succession[at];
    leave_below(unit, at, event.on, event.to.size() < 2);
  }
}

// `told`: whether it is clear where they go.
void UnitTree::leave_below(Index ended, std::size_t event, Date on, bool told) {
  for (const Index unit : below_[ended]) {
    const std::optional<Date>& until = data_.units[unit].until;
    if ((until && *until <= on) || moves_.contains(unit)) continue;
    if (!told) faults_.push_back({Errc::parent_ended, event, ended});
    told = true;
    moves_[unit] = {event, standing(ended)};
  }
}

// Where what stood below the unit goes when several end on one day.
Index UnitTree::standing(Index unit) const {
  for (std::size_t steps = 0; steps <= ended_.size(); ++steps) {
    const auto found = ended_.find(unit);
    if (found == ended_.end()) return unit;
    unit = found->second;
  }
  return kNone;
}

void UnitTree::put(Index unit, Index parent, Date on) {
  const Index before = parents_[unit].back().second;
  if (before == parent) return;
  if (before != kNone) below_[before].erase(unit);
  if (parent != kNone) below_[parent].insert(unit);
  parents_[unit].emplace_back(on, parent);
}

void UnitTree::refuse(Errc code, Index unit, const Move& move, Date on) {
  faults_.push_back({code, move.event, unit});
  put(unit, kNone, on);
}

// How many units there are from this one up; less than zero when `met` is one of them.
int UnitTree::levels_above(Index unit, Index met) const {
  int levels = 0;
  for (Index at = unit; at != kNone && levels <= kMostUnitLevels; ++levels) {
    if (at == met) return -1;
    at = parents_[at].back().second;
  }
  return levels;
}

int UnitTree::levels_below(Index unit) const {
  int deepest = 0;
  for (const Index child : below_[unit]) deepest = std::max(deepest, levels_below(child));
  return deepest + 1;
}

}  // namespace tiendo
