/// @file
/// A case that a method is to judge, as JSON (`tiendo-case/1`).
#pragma once

#include <string_view>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/engine/judged_case.hpp"

namespace tiendo {

/// Reads a case: the method, its numbers under the symbols of the catalogue, its thresholds, scores
/// and policies, as the guide to the methods says. Numbers are exact decimals or fractions, as
/// texts. `file` is the name that stands in the places of the findings. All faults are named at
/// once: those of JSON and of keys as in a plan, also for a number or a policy that the method has
/// no use for; unknown_method; unknown_table for thresholds or scores that do not come with the
/// library; those of BandTable::of() and ScoreTable::of() for a table that stands there itself;
/// number_syntax, number_too_long, division_by_zero, date_syntax and period_syntax.
Checked<JudgedCase> read_case(std::string_view text, std::string_view file);

}  // namespace tiendo
