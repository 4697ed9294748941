/// @file
/// Weights of units from a table: how a target is to be split.
#pragma once

#include <string_view>
#include <vector>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/model/target_split.hpp"

namespace tiendo {

/// Reads a CSV with the columns `unit` (an id of the plan) and `weight` (a number, not below zero),
/// in the order of its rows. `file` is the name that stands in the places of the findings;
/// `numbers` is the declared way of writing numbers. All faults are named at once, with line and
/// column.
Checked<std::vector<UnitWeight>> read_weights(std::string_view text, std::string_view file,
                                              NumberFormat numbers, const Plan& plan);

}  // namespace tiendo
