/// @file
/// Figures of units to be scored by criteria, as JSON (`tiendo-figures/1`).
#pragma once

#include <string_view>
#include <vector>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/engine/given_scores.hpp"

namespace tiendo {

/// Reads figures for criteria, as the guide to scores says: for each unit, by the ids of the
/// criteria, a number (exact: a decimal or a fraction) or a verdict, and the figures of the
/// deductions. What is left out or null has not been reported (no_data). `file` is the name that
/// stands in the places of the findings.
///
/// All faults are named at once: those of JSON and of keys as in a plan, of numbers, duplicate_id
/// of a unit, unknown_word for a verdict that is none, criteria_conflict for more deductions than
/// the criterion has.
Checked<std::vector<GivenUnit>> read_figures(std::string_view text, std::string_view file,
                                             const Criteria& criteria);

}  // namespace tiendo
