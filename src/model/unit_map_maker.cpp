// Tested by tests/unit/model/unit_map_test.cpp.

#include "model/unit_map_maker.hpp"

#include <algorithm>

#include "model/unit_tree.hpp"

namespace tiendo {

UnitMap UnitMapMaker::make(const Plan::Data& data) { return UnitMapMaker(data).map_; }

UnitMapMaker::UnitMapMaker(const Plan::Data& data) : data_(data) {
  const UnitTree tree(data);
  map_.lives_.resize(data.units.size());
  for (Index unit = 0; unit < data.units.size(); ++unit) {
    UnitMap::Life& life = map_.lives_[unit];
    const ResponsibleUnit& body = data.units[unit];
    life.from = body.from;
    life.until = body.until;
    life.parents = tree.parents()[unit];
    life.names.emplace_back(Date(), body.name);
    for (const UnitCode& code : body.codes)
      life.codes.push_back({code.code, code.from, code.until});
    for (const auto& [since, parent] : life.parents) {
      if (parent == kNone) continue;
      std::vector<Index>& below = map_.lives_[parent].ever_below;
      if (below.empty() || below.back() != unit) below.push_back(unit);
    }
  }
  for (const Succession& event : data.succession) {
    for (const std::string& id : event.from) {
      given_up_.emplace(event.on, position(data.unit_at, id));
    }
  }
  for (const std::size_t at : events_in_order(data.succession)) {
    const Succession& event = data.succession[at];
    take_turns(event);
    if (event.name == Name()) continue;
    map_.lives_[position(data.unit_at, event.unit)].names.emplace_back(event.on, event.name);
  }
  find_area_changes();
}

void UnitMapMaker::find_area_changes() {
  for (const Succession& event : data_.succession) {
    for (const std::string& before : event.from) {
      for (const Heir& heir : event.to) {
        compare_areas(position(data_.unit_at, before), position(data_.unit_at, heir.unit),
                      event.on);
      }
    }
  }
  for (Index unit = 0; unit < map_.lives_.size(); ++unit) {
    const auto& parents = map_.lives_[unit].parents;
    for (std::size_t i = 1; i < parents.size(); ++i) compare_areas(unit, unit, parents[i].first);
  }
  for (UnitMap::Life& life : map_.lives_) {
    std::sort(life.area_changes.begin(), life.area_changes.end());
    for (const Turn& turn : life.turns) map_.changes_.push_back(turn.on);
    for (std::size_t i = 1; i < life.parents.size(); ++i) {
      map_.changes_.push_back(life.parents[i].first);
    }
    for (const std::optional<Date>& day : {life.from, life.until}) {
      if (day) map_.changes_.push_back(*day);
    }
  }
  std::sort(map_.changes_.begin(), map_.changes_.end());
}

// Of what a unit is on the day and the day before, the area is another for all that stand above it
// on one of the two days only.
void UnitMapMaker::compare_areas(Index before, Index after, Date on) {
  const std::set<Index> old_above = with_all_above(before, *on.plus_days(-1));
  const std::set<Index> new_above = with_all_above(after, on);
  if (old_above.empty() || new_above.empty()) return;
  for (const Index unit : old_above) {
    if (unit != before && !new_above.contains(unit)) leave_or_enter(unit, on, new_above);
  }
  for (const Index unit : new_above) {
    if (unit != after && !old_above.contains(unit)) leave_or_enter(unit, on, old_above);
  }
}

// Something leaves what stands below the unit, or enters it; it is or was below all the others. A
// turn of the unit on that day speaks for what goes to its heirs or comes from its predecessors.
void UnitMapMaker::leave_or_enter(Index unit, Date on, const std::set<Index>& other) {
  UnitMap::Life& life = map_.lives_[unit];
  const auto turn = std::find_if(life.turns.begin(), life.turns.end(),
                                 [&](const Turn& each) { return each.on == on; });
  if (turn == life.turns.end()) {
    life.area_changes.push_back(on);
    return;
  }
  const auto among = [&](const Portion& portion) { return other.contains(portion.unit); };
  const bool said = std::any_of(turn->in.begin(), turn->in.end(), among) ||
                    std::any_of(turn->out.begin(), turn->out.end(), among);
  if (!said) turn->beyond = true;
}

// Empty when the unit does not exist on the day.
std::set<Index> UnitMapMaker::with_all_above(Index unit, Date day) const {
  std::set<Index> all;
  if (!map_.exists(unit, day)) return all;
  for (Index at = unit; at != kNone; at = map_.parent_of(at, day)) all.insert(at);
  return all;
}

Turn& UnitMapMaker::turn_of(Index unit, Date on) {
  std::vector<Turn>& turns = map_.lives_[unit].turns;
  if (turns.empty() || turns.back().on != on) turns.push_back({on, {}, {}});
  return turns.back();
}

void UnitMapMaker::take_turns(const Succession& event) {
  for (const std::string& id : event.from) {
    const Index before = position(data_.unit_at, id);
    for (const Heir& heir : event.to) {
      const Index after = position(data_.unit_at, heir.unit);
      Portion portion{after};
      if (heir.share) {
        portion.share = Ratio(*heir.share);
      } else if (event.to.size() > 1) {
        portion.reason = Errc::split_without_shares;
      }
      const auto& from = event.from;
      const bool new_here = std::find(from.begin(), from.end(), heir.unit) == from.end();
      if (new_here) go_on(after, event.on);
      turn_of(before, event.on).out.push_back(portion);
      portion.unit = before;
      turn_of(after, event.on).in.push_back(portion);
    }
  }
}

// An heir that was there before takes the others in and keeps what it has, unless one of the day's
// events says what becomes of it.
void UnitMapMaker::go_on(Index unit, Date on) {
  const std::optional<Date>& from = data_.units[unit].from;
  if (from && *from >= on) return;
  if (given_up_.contains({on, unit})) return;
  Turn& turn = turn_of(unit, on);
  const auto itself = [&](const Portion& portion) { return portion.unit == unit; };
  if (std::any_of(turn.in.begin(), turn.in.end(), itself)) return;
  turn.in.push_back({unit});
  turn.out.push_back({unit});
}

}  // namespace tiendo
