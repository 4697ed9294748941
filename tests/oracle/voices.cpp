// Tested by tests/oracle/engine_oracle_test.cpp, against the engine: either may be wrong.

#include "voices.hpp"

#include <algorithm>

#include "mute.hpp"
#include "reached.hpp"

namespace tiendo::oracle {
namespace {

bool stands_in(const std::vector<std::string>& list, const std::string& unit) {
  return std::find(list.begin(), list.end(), unit) != list.end();
}

bool has(const std::map<Index, std::set<Date>>& days, Index unit, Date day) {
  const auto found = days.find(unit);
  return found != days.end() && found->second.contains(day);
}

// How much of a day its heirs have reported.
Repeated by_heirs(const Plan& plan, const Voices& voices, Index unit, Date day) {
  Repeated most = Repeated::nothing;
  for (const Succession& event : plan.succession()) {
    if (event.on <= day || event.to.empty()) continue;
    if (!stands_in(event.from, plan.units()[unit].id)) continue;
    bool all = true;
    bool any = false;
    for (const Heir& heir : event.to) {
      const Index one = plan.find_unit(heir.unit);
      Repeated part = Repeated::nothing;
      if (one != unit && plan.units()[one].from == event.on) {
        part = by_heirs(plan, voices, one, day);
        if (has(voices.projects, one, day)) part = std::max(part, Repeated::unknown);
        if (has(voices.own, one, day)) part = Repeated::all;
      }
      all = all && part == Repeated::all;
      any = any || part != Repeated::nothing;
    }
    most = std::max(most, all ? Repeated::all : any ? Repeated::unknown : Repeated::nothing);
  }
  return most;
}

// On the days of the window that are over by the day.
Period over_by(const Period& window, Date as_of) {
  Date end = window.end();
  while (*end.plus_days(-1) > as_of && *end.plus_days(-1) > window.start()) {
    end = *end.plus_days(-1);
  }
  return *Period::of(window.start(), end);
}

bool listen_to_projects(const ObservationLog& log, Place place, Voices& voices) {
  bool any = false;
  const Index unit = place.unit;
  place.voices = nullptr;
  for (Index project = 0; project < log.plan().projects().size(); ++project) {
    place.project = project;
    const auto days = reported_days(log, place);
    any = any || days;
    if (days) voices.projects[unit].insert(days->begin(), days->end());
  }
  return any;
}

// Whether anybody has reported.
bool listen(const ObservationLog& log, const Place& sum, const std::vector<Index>& units,
            Voices& voices) {
  bool any = false;
  for (const Index unit : units) {
    voices.there.insert(unit);
    Place place = sum;
    place.unit = unit;
    place.voices = nullptr;
    if (const auto days = reported_days(log, place)) {
      any = true;
      if (!days->empty()) voices.own[unit] = *days;
      continue;
    }
    const bool due = !projects_due(log, place).empty();
    bool told = due && listen_to_projects(log, place, voices);
    place.voices = &voices;
    if (!told) told = listen(log, place, units_below(log.plan(), place), voices);
    if (!told && !due) told = listen_to_projects(log, place, voices);
    any = any || told;
  }
  return any;
}

}  // namespace

Repeated repeated(const Plan& plan, const Voices& voices, Index unit, Date day) {
  Repeated most = by_heirs(plan, voices, unit, day);
  for (Index at = above(plan, unit, day); at != kNone; at = above(plan, at, day)) {
    most = std::max(most, by_heirs(plan, voices, at, day));
    if (has(voices.own, at, day)) most = Repeated::all;
  }
  return most;
}

bool may_repeat(const Plan& plan, const Place& place) {
  if (place.every || time_rule_of(plan.indicators()[place.indicator]) != TimeRule::sum) {
    return false;
  }
  if (place.voices && place.voices->indicator == place.indicator &&
      place.voices->window == place.window) {
    return false;
  }
  const auto inside = [&](Date day) {
    return place.window.start() < day && day <= place.window.last_day();
  };
  return std::any_of(plan.succession().begin(), plan.succession().end(),
                     [&](const Succession& event) { return inside(event.on); }) ||
         std::any_of(plan.units().begin(), plan.units().end(), [&](const ResponsibleUnit& unit) {
           return unit.until && inside(*unit.until);
         });
}

Voices voices_of(const ObservationLog& log, const Place& place, const std::vector<Index>& units) {
  Voices voices{place.indicator, place.window, {}, {}, {}};
  listen(log, place, units, voices);
  return voices;
}

bool is_passed_over(const Plan& plan, const Place& unit, Errc why) {
  if (!unit.voices || unit.as_of < unit.window.start()) return false;
  const Period over = over_by(unit.window, unit.as_of);
  const Period own = own_days(plan.units()[unit.unit], unit.window);
  const auto due = own.intersection(over);
  if (!due) return false;
  bool all = true;
  for (Date day = due->start(); all && day < due->end(); day = *day.plus_days(1)) {
    all = repeated(plan, *unit.voices, unit.unit, day) == Repeated::all;
  }
  if (all) return true;
  if (why != Errc::no_data) return false;
  const std::vector<Index> below = units_below(plan, unit);
  if (!below.empty()) {
    return std::all_of(below.begin(), below.end(), [&](Index one) {
      Place place = unit;
      place.unit = one;
      return is_passed_over(plan, place, Errc::no_data);
    });
  }
  std::vector<Index> were_below;
  for (Index one = 0; one < plan.units().size(); ++one) {
    if (stands_below(plan, one, unit.unit, *due)) were_below.push_back(one);
  }
  for (const Index one : waited_for(were_below, unit.mute)) {
    if (!unit.voices->there.contains(one)) return false;
  }
  return !were_below.empty();
}

std::vector<Period> common_stretches(const Plan& plan, const Place& place,
                                     const std::vector<Index>& units,
                                     const std::vector<Sum>& sums) {
  std::vector<char> any(static_cast<std::size_t>(place.window.days()));
  const auto mark = [&](const Sum& sum, Date day) {
    return std::any_of(sum.stretches.begin(), sum.stretches.end(),
                       [&](const Period& stretch) { return stretch.contains(day); });
  };
  const auto at = [&](Date day) -> char& {
    return any[static_cast<std::size_t>(day.days() - place.window.start().days())];
  };
  for (const Sum& sum : sums) {
    if (sum.why != Errc::none) continue;
    if (sum.stretches.empty()) return {};
    for (Date day = place.window.start(); day < place.window.end(); day = *day.plus_days(1)) {
      if (mark(sum, day)) at(day) = 1;
    }
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i].why != Errc::none) continue;
    const Period own = own_days(plan.units()[units[i]], place.window);
    for (Date day = own.start(); day < own.end(); day = *day.plus_days(1)) {
      if (mark(sums[i], day) != (at(day) != 0)) return {};
    }
  }
  return stretches_of(any, place.window.start());
}

}  // namespace tiendo::oracle
