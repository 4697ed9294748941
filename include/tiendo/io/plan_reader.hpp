/// @file
/// Plans from JSON text (format "tiendo-plan/1", see the guide to the formats).
///
/// Unknown keys are errors that name the nearest known one. Decimals are read by their text.
/// Nothing is half-read: with one error there is no plan. Parts of the format that this version
/// does not evaluate are refused as `unsupported`, not passed over.
#pragma once

#include <string>
#include <string_view>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo {

/// Reads and validates a plan. `file` is the name that stands in the places of the findings, of
/// which the first 100 are kept. Text beyond a limit of limits.hpp is refused.
Checked<Plan> read_plan(std::string_view text, std::string_view file);

/// Fills in file, line and column of every place that has a path in the plan and no line yet, as
/// findings of the model and the engine do. `text` is the text that the plan was read from.
void locate(Diagnostics& diagnostics, std::string_view text, std::string_view file);

}  // namespace tiendo
