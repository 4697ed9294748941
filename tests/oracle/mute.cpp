// Tested by tests/oracle/engine_oracle_test.cpp, against the engine: either may be wrong.

#include "mute.hpp"

#include "reached.hpp"

namespace tiendo::oracle {
namespace {

bool is_known(const std::optional<Date>& on, const std::optional<Date>& known_on) {
  return !on || !known_on || !(*known_on < *on);
}

// The days from which on anything may stand elsewhere, and one before all of them.
std::set<Date> days_of_change(const Plan& plan) {
  std::set<Date> days = {*Date::parse("1900-01-01")};
  for (const Succession& event : plan.succession()) days.insert(event.on);
  for (const ResponsibleUnit& unit : plan.units()) {
    if (unit.until) days.insert(*unit.until);
  }
  return days;
}

std::set<Index> all_of(const Plan& plan, const std::vector<std::string>& ids) {
  std::set<Index> units;
  for (const std::string& id : ids) units.insert(plan.find_unit(id));
  return units;
}

bool any_is_in(const std::set<Index>& units, const std::set<Index>& others) {
  for (const Index unit : units) {
    if (others.contains(unit)) return true;
  }
  return false;
}

// With all that ever stood above one, was one or became one.
std::set<Index> with_relatives(const Plan& plan, std::set<Index> units) {
  const std::set<Date> days = days_of_change(plan);
  for (std::size_t before = 0; before != units.size();) {
    before = units.size();
    for (const Index unit : std::set<Index>(units)) {
      for (const Date day : days) {
        if (const Index parent = above(plan, unit, day); parent != kNone) units.insert(parent);
      }
    }
    for (const Succession& event : plan.succession()) {
      std::set<Index> all = all_of(plan, event.from);
      for (const Heir& heir : event.to) all.insert(plan.find_unit(heir.unit));
      if (!event.to.empty() && any_is_in(all, units)) units.insert(all.begin(), all.end());
    }
  }
  return units;
}

}  // namespace

std::set<Index> mute_units(const ObservationLog& log, const std::optional<Date>& known_on) {
  const Plan& plan = log.plan();
  std::set<Index> speaking;
  for (Row row = 0; row < log.size(); ++row) {
    const Fact fact = log.fact(row);
    if (is_known(fact.recorded_on, known_on)) speaking.insert(fact.unit);
  }
  for (Index at = 0; at < plan.targets().size(); ++at) {
    const bool known = is_known(plan.targets()[at].decision.date, known_on);
    if (known) speaking.insert(plan.target_links()[at].unit);
  }
  std::set<std::string> kinds;
  for (const Index unit : with_relatives(plan, speaking)) kinds.insert(plan.units()[unit].kind);
  std::set<Index> mute;
  for (Index unit = 0; unit < plan.units().size(); ++unit) {
    const std::string& kind = plan.units()[unit].kind;
    if (!kind.empty() && !kinds.contains(kind)) mute.insert(unit);
  }
  return mute;
}

std::vector<Index> waited_for(const std::vector<Index>& units, const std::set<Index>* mute) {
  std::vector<Index> speaking;
  for (const Index unit : units) {
    if (mute == nullptr || !mute->contains(unit)) speaking.push_back(unit);
  }
  return speaking.empty() ? units : speaking;
}

}  // namespace tiendo::oracle
