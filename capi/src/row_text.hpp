/// @file
/// The texts of the rows of a report and of its summary, by number.
#pragma once

#include <string>

#include "support.hpp"
#include "tiendo/engine/report.hpp"

namespace tiendo::capi {

/// The text of a row, which must exist. @return TIENDO_E_INVALID_ARG for a number of no text
Outcome row_text(const Report& report, std::size_t row, tiendo_text text, tiendo_language language,
                 std::string& into);

/// The text of a row of the summary, which must exist. @return TIENDO_E_INVALID_ARG likewise
Outcome summary_text(const Report& report, std::size_t index, tiendo_text text,
                     tiendo_language language, std::string& into);

}  // namespace tiendo::capi
