/// @file
/// Observations from CSV (see the guide to the formats).
#pragma once

#include <string>
#include <string_view>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/base/run.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/facts/observation_log.hpp"
#include "tiendo/io/text_source.hpp"

namespace tiendo {

/// Reads a table of observations and appends all of them, or none when one is faulty.
///
/// `file` is the name that stands in the places of the findings; `numbers` is the declared way of
/// writing numbers. Reads on after a faulty row, so that all faults are named at once (the first
/// 100), in the order of the rows. What is no CSV, no UTF-8 or beyond a limit of limits.hpp ends
/// the reading. Findings have line and column; columns count bytes.
///
/// Done as `run` says: in two threads or more, rows are read while those before them are appended.
/// A reading that its watcher ends has one finding, cancelled, and one that runs out of memory has
/// out_of_memory; both name the file, and the log is as it was.
Diagnostics read_observations(std::string_view text, std::string_view file, NumberFormat numbers,
                              ObservationLog& log, const Run& run = {});

/// The same of a text that comes block by block, asked for in the thread of the caller: besides the
/// log there are a block and a row in memory, in several threads some blocks. A source that cannot
/// be read is a finding, file_unreadable, without line and column.
Diagnostics read_observations(TextSource& source, std::string_view file, NumberFormat numbers,
                              ObservationLog& log, const Run& run = {});

/// The same of a file, which is read block by block and is named by its path in the findings. A
/// file that is too large is not read: file_too_large at its first byte.
Diagnostics read_observations_file(const std::string& path, NumberFormat numbers,
                                   ObservationLog& log, const Run& run = {});

}  // namespace tiendo
