/// @file
/// Which targets are in force on a day: the one rule, for reports, lists and splits alike.
///
/// A target whose decision is dated is in force from that day on, one without a date always. What
/// adds stands beside the others. Of what one assigner has assigned, replaced and revised for one
/// indicator, unit, project and period only one is in force:
///
/// 1. What replaces or revises comes before what is assigned.
/// 2. Of those, the one whose decision is latest, no date being the earliest; of one day what
///    revises comes before what replaces. Two revisions of one day are refused with the plan.
///
/// Neither the order of the targets nor anything that was reported plays a part.
#pragma once

#include <vector>

#include "tiendo/base/id.hpp"
#include "tiendo/calendar/date.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// Positions in Plan::targets() of the targets that are in force at the end of the day, in rising
/// order; empty when none is. For a day as known on an earlier day, ask for the earlier one: a
/// decision that had not been taken was not known.
std::vector<Index> targets_in_force(const Plan& plan, Date day);

/// The same, only of what one assigner has set. No target has the assigner kNone.
std::vector<Index> targets_in_force(const Plan& plan, Date day, Index assigner);

}  // namespace tiendo
