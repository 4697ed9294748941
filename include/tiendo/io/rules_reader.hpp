/// @file
/// Sets of rules as JSON files (`tiendo-rules/1`).
#pragma once

#include <string>
#include <string_view>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/engine/rules.hpp"

namespace tiendo {

/// Reads a set of rules, as the guide to the formats says. A set of the library may be stated
/// again, all of it and nothing else. `file` is the name that stands in the places of the findings.
/// All faults are named at once: those of JSON and of keys as in a plan; id_syntax; rules_version;
/// unknown_rules for a base that is not built in, or a version of a built-in set that is not;
/// unknown_method for a method, or a version of one, that the base does not have; rules_conflict
/// where a built-in set is stated otherwise than it is, or not all methods of the base are named;
/// months_out_of_range.
Checked<Rules> read_rules(std::string_view text, std::string_view file);

/// The set as such a file, whole, with its methods. Read again it is the same set.
std::string write_rules(const Rules& rules);

}  // namespace tiendo
