/// @file
/// Targets: what has been promised, by whom, for which indicator, unit and period.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tiendo/calendar/date.hpp"
#include "tiendo/calendar/period.hpp"
#include "tiendo/model/condition.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

/// How a target stands to the others of its indicator and unit. Which are in force on a day, see
/// targets_in_force().
enum class TargetLayer {
  assigned,  ///< by itself; several assigners' assigned targets are alternatives, judged apart
  adds,      ///< on top of the assigned ones: they are judged as a whole, too
  replaces,  ///< in the place of the assigned one of the same assigner
  revised,   ///< in the place of either from the day of a decision on; the latest counts
};

/// "assigned", "adds", "replaces", "revised".
std::string_view name_of(TargetLayer layer) noexcept;

/// The document by which a target was set. One with a date is in force from that day on.
struct Decision {
  std::string document;
  std::string number;
  std::optional<Date> date;
};

/// The value that a change is counted from.
struct Baseline {
  Decimal value;
  std::optional<Period> period;
};

/// How a target is expected to be reached on the way; without one nothing is ahead or behind.
struct Profile {
  /// How it is given.
  enum class Kind {
    linear,      ///< evenly by days
    shares,      ///< a share of the target in each of several periods; the shares add up to 1
    milestones,  ///< a value by each of several days
  };
  Kind kind = Kind::linear;
  /// Of `shares`, in the order of time.
  std::vector<std::pair<Period, Decimal>> shares;
  /// Of `milestones`, in the order of time.
  std::vector<std::pair<Date, Decimal>> milestones;
};

/// A target. Ids refer to the plan; in a built Plan the defaults are filled in.
struct Target {
  std::string indicator;
  /// Absent: the unit of the plan.
  std::string unit;
  /// The project whose part it is; empty for a target of the unit as a whole.
  std::string project;
  /// Who set it. Absent: the unit of the plan, or the target's own where the plan has none.
  std::string assigner;
  TargetLayer layer = TargetLayer::assigned;
  Decision decision;
  std::string lead;
  std::vector<std::string> with;
  std::string task_group;
  /// Absent: the period of the plan.
  std::optional<Period> period;
  std::optional<Baseline> baseline;
  std::optional<Profile> profile;
  /// How many projects the target is declared to be for, whether they are described or not.
  std::optional<int> projects;
  Condition condition;
  /// What is near its condition. Absent: as the indicator says.
  std::optional<NearMiss> near;
  Remarks remarks;
};

}  // namespace tiendo
