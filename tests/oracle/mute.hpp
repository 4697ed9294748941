/// @file
/// The units that nobody waits for, by definition: those of kinds that never speak.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "tiendo/facts/observation_log.hpp"

namespace tiendo::oracle {

/// The units whose kind is named and of whose kind none has anything to do with reports or targets
/// that are known on the day: has one, stands above one that does, was one or became one.
std::set<Index> mute_units(const ObservationLog& log, const std::optional<Date>& known_on);

/// Without the mute ones, unless all are.
std::vector<Index> waited_for(const std::vector<Index>& units, const std::set<Index>* mute);

}  // namespace tiendo::oracle
