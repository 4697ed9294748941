/// @file
/// Plans from JSON text (format "tiendo-plan/1", see the guide to the formats).
///
/// Unknown keys are errors that name the nearest known one. Decimals are read by their text.
/// Nothing is half-read: with one error there is no plan.
#pragma once

#include <string>
#include <string_view>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/base/run.hpp"
#include "tiendo/io/plan_tables.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// Reads and validates a plan. `file` is the name that stands in the places of the findings, of
/// which the first 100 are kept. Text beyond a limit of limits.hpp is refused. Lists in tables
/// beside the file are table_unreadable: nobody says how to load them.
///
/// Done as `run` says, whose watcher is told of the text, then of each table. A reading that it
/// ends has one finding, cancelled, and one that runs out of memory has out_of_memory; both name
/// `file`.
Checked<Plan> read_plan(std::string_view text, std::string_view file, const Run& run = {});

/// Reads and validates a plan of which lists may stand in tables. A table is loaded once for each
/// list that names it. Its name is relative to the folder of `file`; one that is absolute or leads
/// out of that folder (`..`) is never loaded (table_path). What `load` refuses is table_unreadable,
/// at the place of the name. Findings in a table have its path, line and column. In two threads or
/// more, large tables of targets are read by two.
PlanReading read_plan(std::string_view text, std::string_view file, const TableLoader& load,
                      const Run& run = {});

/// Fills in file, line and column of every place that has a path in the plan and no line yet, as
/// findings of the model and the engine do. `text` is the text that the plan was read from, and
/// `tables` are the tables that belong to it: what stands in one has its place there.
void locate(Diagnostics& diagnostics, std::string_view text, std::string_view file,
            const PlanTables& tables = {});

}  // namespace tiendo
