// Which units a figure of the unit above waits for.
#pragma once

#include <optional>
#include <vector>

#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

// The kinds of units that take part in the figures of the units above. A town has wards that
// report, and departments that never do: those are not waited for.
//
// A kind takes part if one of its units has a target or has reported anything, of any indicator and
// period; or stands above such a unit, was one before, or became one. A unit of no kind is always
// waited for, as nothing is known of its like.
//
// Made once for a log and a day, and asked for every figure.
class Reporters {
 public:
  // Nobody.
  Reporters() = default;
  // As known on the day, targets by their decisions; absent: everything.
  Reporters(const ObservationLog& log, const std::optional<Date>& known_on);

  // Of units side by side those that take part, in their order; all of them where none does.
  std::vector<Index> of(std::vector<Index> units) const;

  // Whether units of its kind take part.
  bool takes_part(Index unit) const { return takes_part_[unit]; }
  // Lets those kinds take part as well of which units are given: elsewhere they do.
  void add_kinds_of(const Plan& plan, const std::vector<Index>& units);

  // Whether the unit has to do with anything in the book, so that a report of it changes nothing
  // here.
  bool has(Index unit) const { return reached_[unit]; }

 private:
  std::vector<bool> reached_;     // beside the units of the plan
  std::vector<bool> takes_part_;  // the same
};

}  // namespace tiendo
