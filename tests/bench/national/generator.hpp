/// @file
/// Writes the book of a workload as plain tables, which every peer can read.
///
/// | file | columns |
/// |---|---|
/// | units.csv | unit, parent, level, name |
/// | indicators.csv | indicator, code, kind, decimals, measure |
/// | targets.csv | unit, indicator, target, cmp, baseline, prior, prior_base |
/// | observations.csv | seq, unit, indicator, month, value, base: of one cell the later row counts
/// | | updates.csv | n, unit, indicator, month, value, base, ask |
#pragma once

#include <string>

#include "workload.hpp"

namespace tiendo::bench {

/// Writes the five tables of a book of so many months into a folder, which must be there.
void write_tables(const Workload& workload, int months, const std::string& folder);

}  // namespace tiendo::bench
