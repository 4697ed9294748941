/// @file
/// Observations from CSV text (see the guide to the formats).
#pragma once

#include <string_view>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

/// Reads a table of observations and appends all of them, or none when one is faulty.
///
/// `file` is the name that stands in the places of the findings; `numbers` is the declared way of
/// writing numbers. Reads every row even after a fault, so that all faults are named at once (the
/// first 100). Findings have line and column; columns count bytes.
Diagnostics read_observations(std::string_view text, std::string_view file, NumberFormat numbers,
                              ObservationLog& log);

}  // namespace tiendo
