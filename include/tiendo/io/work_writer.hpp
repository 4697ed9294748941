/// @file
/// Work reports as text: tables for people, CSV and JSON for programs.
#pragma once

#include <string>

#include "tiendo/engine/work.hpp"
#include "tiendo/io/report_writer.hpp"

namespace tiendo {

/// The whole report, ending with a newline. Tables come in sections, of which those without rows
/// are left out; CSV and JSON have every row with the columns of the guide to the formats.
std::string write_work(const WorkReport& report, const WriteOptions& options);

}  // namespace tiendo
