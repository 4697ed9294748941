// What the units of one sum have reported, and for whose time they speak: so that nothing counts
// twice where one speaks for the time of another.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

// Who else in the sum speaks for the time of a unit.
struct SpokenFor {
  // Time that others have reported with their own: what it became, if that began then, or a unit
  // that it stood below. Merged, in order.
  std::vector<Period> wholly;
  // Time that some of its heirs have reported and others have not, or projects of heirs: how much
  // of it that is nobody knows.
  std::vector<Period> partly;
  std::optional<Row> by;  // the first such report
};

// Merged where they touch, in order.
std::vector<Period> merged(std::vector<Period> spans);
// The parts of the spans within the limits.
std::vector<Period> within(const std::vector<Period>& spans, const Period& limits);
bool lies_in(const Period& period, const std::vector<Period>& spans);

// Filled in by whoever goes through the units of the sum; then concluded; then asked.
class Heard {
 public:
  Heard(const Plan& plan, Index indicator, const Period& window)
      : plan_(plan), units_(plan.unit_map()), indicator_(indicator), window_(window) {}

  bool is_for(Index indicator, const Period& window) const {
    return indicator == indicator_ && window == window_;
  }
  // The unit is in the sum.
  void take(Index unit) { members_.insert(unit); }
  // It has itself reported a number for the days, or a project has that is there.
  void tell(Index unit, const Period& span, Row row);
  void tell_of_project(Index unit, const Period& span) { projects_[unit].push_back(span); }
  void conclude();

  bool is_member(Index unit) const { return members_.contains(unit); }
  bool has_told(Index unit) const { return told_.contains(unit); }
  // nullptr when nobody does.
  const SpokenFor* of(Index unit) const;

 private:
  struct Told {
    std::vector<Period> spans;
    Row first;
  };

  const SpokenFor& by_heirs(Index unit);
  void take_heirs(Index unit, const Turn& turn, SpokenFor& result);
  void take_above(Index unit, const Period& time, SpokenFor& result);
  bool begins(Index unit, Date on) const;

  const Plan& plan_;
  const UnitMap& units_;
  Index indicator_;
  Period window_;
  std::set<Index> members_;
  std::map<Index, Told> told_;
  std::map<Index, std::vector<Period>> projects_;
  std::map<Index, SpokenFor> heirs_;
  std::map<Index, SpokenFor> spoken_;
};

}  // namespace tiendo
