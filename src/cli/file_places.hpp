// Where an observation stands: the library numbers those of all files, people those of one.
#pragma once

#include <string>
#include <vector>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo::cli {

// A finding about an observation, and the one that it names besides, by file. `counts` says how
// many observations there are up to the end of each of the files.
void place_in_files(Diagnostic& finding, const std::vector<std::string>& files,
                    const std::vector<Row>& counts);

}  // namespace tiendo::cli
