/// @file
/// Criteria, with their tables, as JSON files (`tiendo-criteria/1`).
#pragma once

#include <string>
#include <string_view>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/engine/criteria.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// Reads criteria, as the guide to scores says. `file` is the name that stands in the places of the
/// findings. All faults are named at once: those of JSON and of keys as in a plan; of a table
/// table_empty, band_empty, bands_gap, bands_overlap and knots_disordered, at the band; and when
/// nothing else is wrong those of Criteria::of(), each at what is at fault.
///
/// With a plan also unknown_indicator and unknown_unit for what that plan does not have.
Checked<Criteria> read_criteria(std::string_view text, std::string_view file,
                                const Plan* plan = nullptr);

/// The criteria as such a file, in its canonical form. Read again they are the same.
std::string write_criteria(const Criteria& criteria);

}  // namespace tiendo
