/// @file
/// Responsible units: the bodies that assign targets and the bodies that have to meet them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tiendo/calendar/date.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

/// An official code and the days for which it was this unit's. The same code may later be
/// another's.
struct UnitCode {
  std::string code;
  std::optional<Date> from;
  std::optional<Date> until;  ///< the first day after
};

/// A unit of the tree: province, town, department, ward. Its id is ours; official codes are dated.
struct ResponsibleUnit {
  std::string id;
  std::string kind;
  Name name;
  /// Id of the unit above, or empty at the top.
  std::string parent;
  std::optional<Date> from;
  std::optional<Date> until;  ///< the first day on which the unit no longer exists
  std::vector<UnitCode> codes;
  Remarks remarks;
};

}  // namespace tiendo
