/// @file
/// Which task groups serve a target: said by the target, by the group, or by both.
#pragma once

#include <vector>

#include "tiendo/base/id.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// Positions in Plan::task_groups() of the groups that the target belongs to, in rising order: the
/// one that it names; when it names none, those that list its indicator. Empty when neither says
/// anything. Where both speak they say the same, or building the plan has found
/// task_link_one_sided.
std::vector<Index> task_groups_of(const Plan& plan, Index target);

}  // namespace tiendo
