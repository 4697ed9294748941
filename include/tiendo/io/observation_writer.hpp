/// @file
/// Observations as CSV text (see the guide to the formats): the canonical form of a log.
#pragma once

#include <string>

#include "tiendo/base/result.hpp"
#include "tiendo/base/run.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

/// The log as a table: its rows in their order, each with what it says filled in. Read with the
/// same format, it gives the same log: every value with its digits, status, form, source and note.
///
/// The columns `indicator`, `unit`, `period`, `form`, `value`, `status` and `recorded_on` are
/// always there, the others where a row has something to say in them. Fields are separated by
/// commas, lines end with LF. `numbers` is how numbers are written; it is valid().
std::string write_observations(const ObservationLog& log, const NumberFormat& numbers);

/// The same, done as `run` says: its watcher is told of the rows.
/// @return cancelled; out_of_memory
Result<std::string> write_observations(const ObservationLog& log, const NumberFormat& numbers,
                                       const Run& run);

}  // namespace tiendo
