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

/// The text of a condition: its name, its numbers, its wording, what must hold as well.
/// @return TIENDO_E_INVALID_ARG for a number of another text
Outcome condition_text(const Condition& condition, tiendo_text text, Language language,
                       std::string& into);

/// What the number of a change is in; TIENDO_IN_NONE where the condition is none.
tiendo_change_in change_in_of(const Condition& condition) noexcept;

/// The text of a row of the summary, which must exist. @return TIENDO_E_INVALID_ARG likewise
Outcome summary_text(const Report& report, std::size_t index, tiendo_text text,
                     tiendo_language language, std::string& into);

}  // namespace tiendo::capi
