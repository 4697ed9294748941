// Where a part of the tree of units begins and ends.
#pragma once

#include <vector>

#include "tiendo/engine/partial.hpp"

namespace tiendo {

class PartCut {
 public:
  // @return unknown_unit, parts_overlap
  static Result<PartCut> of(const Plan& plan, const PartUnits& units);
  // Of units that all reports of a log are of. @return also unit_outside_part, with the row
  static Result<PartCut> of(const ObservationLog& log, const PartUnits& units);

  // Whether the unit is of the part.
  bool has(Index unit) const { return in_[unit]; }
  // Whether it stands below a top.
  bool is_below(Index unit) const { return in_[unit] && top_[unit] != kNone && top_[unit] != unit; }
  // The top that it is, or stands below; kNone for all others.
  Index top_of(Index unit) const { return top_[unit]; }
  // Whether it is of the part or stands above one that is.
  bool is_at_or_above(Index unit) const { return above_[unit]; }
  bool is_whole() const;

 private:
  explicit PartCut(std::size_t units) : in_(units), above_(units), top_(units, kNone) {}
  bool take(Index unit, Index top);

  std::vector<bool> in_;     // beside the units of the plan
  std::vector<bool> above_;  // the same
  std::vector<Index> top_;   // the same
};

}  // namespace tiendo
