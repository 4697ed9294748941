// Tested by tests/unit/model/unit_map_test.cpp.

#include "model/unit_map_maker.hpp"

#include <algorithm>
#include <numeric>

#include "model/unit_tree.hpp"

namespace tiendo {

UnitMap UnitMapMaker::make(const Plan::Data& data) { return UnitMapMaker(data).map_; }

UnitMapMaker::UnitMapMaker(const Plan::Data& data) : data_(data) {
  map_.units_ = &data.units;
  map_.lives_.resize(data.units.size());
  for (Index unit = 0; unit < data.units.size(); ++unit) {
    map_.lives_[unit].from = data.units[unit].from;
    map_.lives_[unit].until = data.units[unit].until;
  }
  take_parents();
  take_below();
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

// Nobody moves where there are no events and no unit ends.
void UnitMapMaker::take_parents() {
  const auto ends = [](const ResponsibleUnit& unit) { return unit.until.has_value(); };
  const std::vector<ResponsibleUnit>& units = data_.units;
  if (data_.succession.empty() && std::none_of(units.begin(), units.end(), ends)) {
    for (Index unit = 0; unit < units.size(); ++unit) {
      map_.lives_[unit].parents.emplace_back(Date(), data_.parents[unit]);
    }
    return;
  }
  const UnitTree tree(data_);
  for (Index unit = 0; unit < units.size(); ++unit) {
    map_.lives_[unit].parents = tree.parents()[unit];
  }
}

// Counts those below each unit, then puts each where its unit has room. One that comes back to a
// unit stands there once.
void UnitMapMaker::take_below() {
  std::vector<std::size_t>& first = map_.first_below_;
  std::vector<Index> last(data_.units.size(), kNone);
  const auto each = [&](const auto& use) {
    last.assign(last.size(), kNone);
    for (Index unit = 0; unit < map_.lives_.size(); ++unit) {
      for (const auto& [since, parent] : map_.lives_[unit].parents) {
        if (parent == kNone || last[parent] == unit) continue;
        last[parent] = unit;
        use(unit, parent);
      }
    }
  };
  first.assign(data_.units.size() + 1, 0);
  each([&](Index, Index parent) { ++first[parent + 1]; });
  std::partial_sum(first.begin(), first.end(), first.begin());
  map_.below_.resize(first.back());
  std::vector<std::size_t> next(first.begin(), first.end() - 1);
  each([&](Index unit, Index parent) { map_.below_[next[parent]++] = unit; });
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
