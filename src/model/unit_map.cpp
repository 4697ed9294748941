// Tested by tests/unit/model/unit_map_test.cpp and unit_map_laws_test.cpp there.
//
// Shares travel from turn to turn in the order of the days. What has reached one unit by several
// ways is added up before it travels on, so that the ways need not be counted.

#include "tiendo/model/unit_map.hpp"

#include <algorithm>
#include <map>

#include "model/unit_map_maker.hpp"
#include "model/unit_tree.hpp"

namespace tiendo {
namespace {

bool exists_on(const std::optional<Date>& from, const std::optional<Date>& until, Date day) {
  return (!from || *from <= day) && (!until || day < *until);
}

// The last entry that holds on the day; the first holds from the beginning.
template <class Value>
const Value& in_force(const std::vector<std::pair<Date, Value>>& entries, Date day) {
  std::size_t at = entries.size() - 1;
  while (at > 0 && entries[at].first > day) --at;
  return entries[at].second;
}

// Whether one of the days, which are in order, is after the one and not after the other.
bool any_of(const std::vector<Date>& days, Date after, Date until) {
  const auto next = std::upper_bound(days.begin(), days.end(), after);
  return next != days.end() && *next <= until;
}

Portion times(const Portion& a, const Portion& b) {
  if (a.reason != Errc::none) return {b.unit, 1, a.reason};
  if (b.reason != Errc::none) return b;
  const Result<Ratio> product = a.share * b.share;
  return product ? Portion{b.unit, *product} : Portion{b.unit, 1, product.error().code};
}

void add(Portion& sum, const Portion& more) {
  if (sum.reason != Errc::none) return;
  if (more.reason != Errc::none) {
    sum = {sum.unit, 1, more.reason};
    return;
  }
  const Result<Ratio> total = sum.share + more.share;
  sum = total ? Portion{sum.unit, *total} : Portion{sum.unit, 1, total.error().code};
}

// Portions on their way, each at the next turn of its unit. `next` says which turn that is, `ways`
// what becomes of the unit there.
class Travel {
 public:
  using Key = std::pair<Date, Index>;

  void arrive(const Portion& portion, const Turn* next) {
    if (!next) {
      merge(arrived_, portion.unit, portion);
    } else {
      merge(waiting_, Key{next->on, portion.unit}, portion);
      turns_[{next->on, portion.unit}] = next;
    }
  }

  // The portion whose turn comes first, or last when going back in time; nothing when all arrived.
  std::optional<std::pair<Portion, const Turn*>> take(bool back) {
    if (waiting_.empty()) return std::nullopt;
    const auto found = back ? std::prev(waiting_.end()) : waiting_.begin();
    const std::pair result{found->second, turns_[found->first]};
    waiting_.erase(found);
    return result;
  }

  std::vector<Portion> arrived() const {
    std::vector<Portion> portions;
    for (const auto& [unit, portion] : arrived_) portions.push_back(portion);
    return portions;
  }

 private:
  template <class Map>
  static void merge(Map& map, const typename Map::key_type& key, const Portion& portion) {
    const auto [found, fresh] = map.emplace(key, portion);
    if (!fresh) add(found->second, portion);
  }

  std::map<Key, Portion> waiting_;
  std::map<Key, const Turn*> turns_;
  std::map<Index, Portion> arrived_;
};

// The first turn after one day, not after the other, in which the unit becomes others.
const Turn* next_turn(const std::vector<Turn>& turns, Date after, Date to) {
  for (const Turn& turn : turns) {
    if (turn.on > after && turn.on <= to && !turn.out.empty()) return &turn;
  }
  return nullptr;
}

// The last turn before one day, after the other, in which the unit is made of others.
const Turn* turn_before(const std::vector<Turn>& turns, std::optional<Date> before, Date on,
                        Date to) {
  for (auto turn = turns.rbegin(); turn != turns.rend(); ++turn) {
    const bool earlier = before ? turn->on < *before : turn->on <= on;
    if (earlier && turn->on > to && !turn->in.empty()) return &*turn;
  }
  return nullptr;
}

}  // namespace

bool UnitMap::exists(Index unit, Date day) const {
  return exists_on(lives_[unit].from, lives_[unit].until, day);
}

Index UnitMap::parent_of(Index unit, Date day) const {
  if (!exists(unit, day)) return kNone;
  const Index above = in_force(lives_[unit].parents, day);
  return above != kNone && exists(above, day) ? above : kNone;
}

std::vector<Index> UnitMap::children_of(Index unit, Date day) const {
  std::vector<Index> children;
  for (const Index child : ever_below(unit)) {
    if (parent_of(child, day) == unit) children.push_back(child);
  }
  return children;
}

std::vector<Index> UnitMap::children_in(Index unit, const Period& period) const {
  std::vector<Index> children;
  for (const Index child : ever_below(unit)) {
    if (parent_in(child, period) == unit) children.push_back(child);
  }
  return children;
}

std::vector<Date> UnitMap::children_changes(Index unit, const Period& period) const {
  std::vector<Date> days;
  const auto add = [&](std::optional<Date> day) {
    if (day && *day > period.start() && period.contains(*day)) days.push_back(*day);
  };
  for (const Index child : ever_below(unit)) {
    add(lives_[child].from);
    add(lives_[child].until);
    for (const auto& parent : lives_[child].parents) add(parent.first);
  }
  return days;
}

Index UnitMap::parent_in(Index unit, const Period& period) const {
  const Life& life = lives_[unit];
  if (life.from && *life.from >= period.end()) return kNone;
  if (life.until && *life.until <= period.start()) return kNone;
  const Date end = std::min(life.until.value_or(period.end()), period.end());
  return in_force(life.parents, *end.plus_days(-1));
}

bool UnitMap::changes(Date after, Date until) const { return any_of(changes_, after, until); }

bool UnitMap::area_changes(Index unit, Date after, Date until) const {
  return any_of(lives_[unit].area_changes, after, until);
}

const Name& UnitMap::name_of(Index unit, Date day) const {
  const auto& names = lives_[unit].names;
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    if (name->first <= day) return name->second;
  }
  return (*units_)[unit].name;
}

std::string_view UnitMap::code_of(Index unit, Date day) const {
  const UnitCode* latest = nullptr;
  if (!exists(unit, day)) return {};
  for (const UnitCode& code : (*units_)[unit].codes) {
    if (!exists_on(code.from, code.until, day)) continue;
    if (!latest || !latest->from || (code.from && *code.from >= *latest->from)) latest = &code;
  }
  return latest ? std::string_view(latest->code) : std::string_view();
}

Index UnitMap::find_code(std::string_view code, Date day) const {
  for (Index unit = 0; unit < lives_.size(); ++unit) {
    if (!exists(unit, day)) continue;
    for (const UnitCode& dated : (*units_)[unit].codes) {
      if (dated.code == code && exists_on(dated.from, dated.until, day)) return unit;
    }
  }
  return kNone;
}

std::vector<Portion> UnitMap::heirs_of(Index unit, Date from, Date to) const {
  Travel travel;
  const bool back = to < from;
  const auto arrive = [&](const Portion& portion, std::optional<Date> turned) {
    const std::vector<Turn>& turns = lives_[portion.unit].turns;
    travel.arrive(portion, back ? turn_before(turns, turned, from, to)
                                : next_turn(turns, turned.value_or(from), to));
  };
  arrive({unit}, std::nullopt);
  while (const auto next = travel.take(back)) {
    const auto& [portion, turn] = *next;
    if (!back) {
      for (const Portion& heir : turn->out) arrive(times(portion, heir), turn->on);
      continue;
    }
    for (const Portion& before : turn->in) {
      const Errc unknown = turn->in.size() == 1 ? Errc::none : Errc::split_without_shares;
      arrive(times(portion, {before.unit, 1, unknown}), turn->on);
    }
  }
  return travel.arrived();
}

std::vector<Portion> UnitMap::predecessors_of(Index unit, Date on, Date before) const {
  Travel travel;
  const auto arrive = [&](const Portion& portion, std::optional<Date> turned) {
    travel.arrive(portion, turn_before(lives_[portion.unit].turns, turned, on, before));
  };
  arrive({unit}, std::nullopt);
  while (const auto next = travel.take(true)) {
    for (const Portion& source : next->second->in) {
      arrive(times(next->first, source), next->second->on);
    }
  }
  return travel.arrived();
}

}  // namespace tiendo
