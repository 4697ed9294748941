/// @file
/// Reports of work from CSV text (see the guide to the formats).
#pragma once

#include <string_view>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/facts/task_log.hpp"

namespace tiendo {

/// Reads a table of reports of tasks, milestones and projects and appends all of them, or none when
/// one is faulty. The columns are those of a TaskReport; `state` and `recorded_on` are needed, and
/// `task` or `project`.
///
/// `file` is the name that stands in the places of the findings; `numbers` is the declared way of
/// writing the shares. Reads every row even after a fault, so that all faults are named at once
/// (the first 100). Findings have line and column; columns count bytes.
Diagnostics read_task_reports(std::string_view text, std::string_view file, NumberFormat numbers,
                              TaskLog& log);

}  // namespace tiendo
