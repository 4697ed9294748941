/// @file
/// What becomes of units: merged, split, abolished, renamed, recoded, moved.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tiendo/calendar/date.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/model/name.hpp"
#include "tiendo/model/target.hpp"

namespace tiendo {

/// A unit that others become, and its share of each of them.
struct Heir {
  std::string unit;
  /// Of what adds up in the units before. Absent: all of it, when it is the only heir; otherwise
  /// not known, and nothing that is divided can be read on the other map.
  std::optional<Decimal> share;
};

/// One event in the life of units, on the first day on which things are as it says. Either units
/// become others (`from` and `to`): several become one, one becomes several, or a level goes and
/// nothing takes its place (`to` is empty). Or one unit stays itself (`unit`) and has another
/// parent, name or official code from that day on.
///
/// A unit of `from` ends on that day, unless it stands in `to` as well: then it goes on, with what
/// the event leaves or brings it. An heir begins on that day, unless it stands in `from` or its
/// own `from` is an earlier day: then it takes the others in. Where units do not say when they end
/// or begin, PlanBuilder::build() fills it in from the event. What stands below a unit that ends,
/// and is not moved by an event of its own, is from then on below the one heir, or below the unit
/// above where there is no heir.
struct Succession {
  Date on;
  Decision decision;
  std::vector<std::string> from;
  std::vector<Heir> to;
  std::string unit;
  /// Id of the new parent; empty text: none above. Absent: unchanged.
  std::optional<std::string> parent;
  Name name;
  std::string code;
  Remarks remarks;
};

}  // namespace tiendo
