/// @file
/// Reading observations so many rows at a time, for the tests that compare.
#pragma once

#include <cstdint>

#include "tiendo/io/observation_reader.hpp"

namespace tiendo {

/// Rows that are read at once, at most: they stand in 32 KiB, or 64, so that threads seldom wait
/// for one another.
constexpr std::size_t rows_at_once(unsigned threads) { return threads < 2 ? 4096 : 8192; }

/// Which threads may ask a source for more: only the caller's where it was told so.
enum class Readers : std::uint8_t { any_thread, caller };

/// As read_observations(), which it is, with at most so many rows at once; 0: every row by itself.
/// The source is asked by those readers. The result does not depend on it.
Diagnostics read_observations_by(std::size_t most, std::string_view text, std::string_view file,
                                 NumberFormat numbers, ObservationLog& log, const Run& run = {});
Diagnostics read_observations_by(std::size_t most, TextSource& source, std::string_view file,
                                 NumberFormat numbers, ObservationLog& log, const Run& run = {},
                                 Readers readers = Readers::caller);

}  // namespace tiendo
