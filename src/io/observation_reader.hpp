/// @file
/// Reading observations so many rows at a time, for the tests that compare.
#pragma once

#include "tiendo/io/observation_reader.hpp"

namespace tiendo {

/// Rows of a table that are read at once: so many that two threads seldom wait for each other.
constexpr std::size_t rows_at_once(unsigned threads) { return threads < 2 ? 1024 : 8192; }

/// As read_observations(), which it is, with at most so many rows at once; 0: every row by itself.
/// The result does not depend on it.
Diagnostics read_observations_by(std::size_t most, std::string_view text, std::string_view file,
                                 NumberFormat numbers, ObservationLog& log, const Run& run = {});
Diagnostics read_observations_by(std::size_t most, TextSource& source, std::string_view file,
                                 NumberFormat numbers, ObservationLog& log, const Run& run = {});

}  // namespace tiendo
