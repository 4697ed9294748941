/// @file
/// What stands in a part of a plan, by the keys of the plan format: "parent", "name/vi",
/// "milestones/0/due". What read_part() takes in comes out here under the same name.
///
/// A path is one or several keys with "/" between them, and the position in a list from 0; within
/// a key "/" is written "~1". Findings end in such paths. Nothing is left unsaid here: what a plan
/// fills in (unit, assigner and period of a target, the rules and digits of an indicator) is there
/// as if it had been written, and a name, a decision, a baseline or a task is always an object.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tiendo/base/result.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// The value at the path: a text as it is, a number with its digits, a list or an object as JSON on
/// one line, and "" where the part does not have it. The empty path is the whole part, which
/// read_part() reads back. Of a target, "condition" is the key of its condition: "at_least".
///
/// `Part` is Measure, ResponsibleUnit, Succession, Indicator, Target, Project, TaskGroup or
/// PlanHead, and the part one of the plan.
/// @return unknown_key where the format has no such key; the sentence names the nearest one
template <class Part>
Result<std::string> value_at(const Plan& plan, const Part& part, std::string_view path);

/// How many values are at the path: the items of a list, the keys of an object, 1 for any other
/// value, 0 where the part does not have it.
/// @return unknown_key
template <class Part>
Result<std::size_t> count_at(const Plan& plan, const Part& part, std::string_view path);

/// The key with that position in the object at the path, as a path is written: "2024-Q1" of a
/// profile, "" where there is none.
/// @return unknown_key
template <class Part>
Result<std::string> key_at(const Plan& plan, const Part& part, std::string_view path,
                           std::size_t item);

/// A part that is in no plan yet, as the whole of one in a plan, but without what the plan fills
/// in.
template <class Part>
std::string part_text(const Part& part);

}  // namespace tiendo
