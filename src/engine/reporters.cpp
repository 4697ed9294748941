// Tested by tests/unit/engine/reporters_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// From every unit that has something, up to all that ever stood above it and along what it was and
// became; then the kinds of all that were reached on the way.

#include "engine/reporters.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace tiendo {
namespace {

// Units that have something, and those that have to do with them.
class Reached {
 public:
  explicit Reached(const Plan& plan) : map_(plan.unit_map()), units_(plan.units().size()) {}

  void mark(Index from) {
    std::vector<Index> open = {from};
    while (!open.empty()) {
      const Index unit = open.back();
      open.pop_back();
      if (units_[unit]) continue;
      units_[unit] = true;
      ++count_;
      for (const auto& [since, parent] : map_.parents_of(unit)) {
        if (parent != kNone) open.push_back(parent);
      }
      for (const Turn& turn : map_.turns_of(unit)) {
        for (const Portion& before : turn.in) open.push_back(before.unit);
        for (const Portion& after : turn.out) open.push_back(after.unit);
      }
    }
  }
  bool has(Index unit) const { return units_[unit]; }
  bool has_all() const { return count_ == units_.size(); }
  std::vector<bool> all() && { return std::move(units_); }

 private:
  const UnitMap& map_;
  std::vector<bool> units_;
  std::size_t count_ = 0;
};

bool any_known(const ObservationLog& log, const std::vector<Row>& rows,
               const std::optional<Date>& known_on) {
  if (!known_on) return !rows.empty();
  return std::any_of(rows.begin(), rows.end(),
                     [&](Row row) { return log.fact(row).recorded_on <= *known_on; });
}

bool has_reported(const ObservationLog& log, Index unit, const std::optional<Date>& known_on) {
  for (Index indicator = 0; indicator < log.plan().indicators().size(); ++indicator) {
    if (any_known(log, log.rows_of(indicator, unit), known_on)) return true;
    for (const Index project : log.projects_of(indicator, unit)) {
      if (any_known(log, log.rows_of(indicator, unit, project), known_on)) return true;
    }
  }
  return false;
}

// Whether the kind of each unit is that of one that was reached, or none.
std::vector<bool> of_kinds_reached(const std::vector<ResponsibleUnit>& units,
                                   const Reached& reached) {
  std::unordered_set<std::string_view> kinds;
  std::string_view last;  // of no kind
  kinds.insert(last);
  for (Index unit = 0; unit < units.size(); ++unit) {
    if (units[unit].kind == last || !reached.has(unit)) continue;
    last = units[unit].kind;
    kinds.insert(last);
  }
  std::vector<bool> takes_part(units.size());
  bool takes = true;
  for (Index unit = 0; unit < units.size(); ++unit) {
    const bool as_before = unit != 0 && units[unit].kind == units[unit - 1].kind;
    if (!as_before) takes = kinds.contains(units[unit].kind);
    takes_part[unit] = takes;
  }
  return takes_part;
}

}  // namespace

Reporters::Reporters(const ObservationLog& log, const std::optional<Date>& known_on) {
  const Plan& plan = log.plan();
  const std::vector<ResponsibleUnit>& units = plan.units();
  Reached reached(plan);
  const auto take = [&](Index target, Index unit) {
    if (reached.has(unit)) return;
    if (known_on) {  // otherwise it does not matter when it was decided
      const std::optional<Date> decided = plan.targets().decided(target);
      if (decided && *decided > *known_on) return;
    }
    reached.mark(unit);
  };
  // Mostly those of the first indicators are enough.
  const SoleTargets& sole = plan.sole_targets();
  for (std::size_t at = 0; at < sole.unit.size() && !reached.has_all(); ++at) {
    take(sole.target[at], sole.unit[at]);
  }
  const std::vector<TargetLinks>& links = plan.target_links();
  for (Index at = 0; at < links.size() && !reached.has_all(); ++at) take(at, links[at].unit);
  for (Index unit = 0; unit < units.size() && !reached.has_all(); ++unit) {
    if (!reached.has(unit) && has_reported(log, unit, known_on)) reached.mark(unit);
  }
  takes_part_ =
      reached.has_all() ? std::vector<bool>(units.size(), true) : of_kinds_reached(units, reached);
  reached_ = std::move(reached).all();
}

void Reporters::add_kinds_of(const Plan& plan, const std::vector<Index>& units) {
  std::unordered_set<std::string_view> kinds;
  for (const Index unit : units) kinds.insert(plan.units()[unit].kind);
  for (Index unit = 0; unit < takes_part_.size(); ++unit) {
    takes_part_[unit] = takes_part_[unit] || kinds.contains(plan.units()[unit].kind);
  }
}

std::vector<Index> Reporters::of(std::vector<Index> units) const {
  const auto silent = [&](Index unit) { return !takes_part_[unit]; };
  if (std::all_of(units.begin(), units.end(), silent)) return units;
  std::erase_if(units, silent);
  return units;
}

}  // namespace tiendo
