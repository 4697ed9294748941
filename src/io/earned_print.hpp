// How the numbers of earned value are called and printed for people.
#pragma once

#include <string>
#include <string_view>

#include "io/labels.hpp"
#include "tiendo/engine/earned_figures.hpp"

namespace tiendo {

// What the number of this name is, in words: "budget at completion".
std::string_view earned_label(std::string_view name, Language language);

// "ngày", "months"; "" for none.
std::string_view label(ProjectValue::Times times, Language language);

// The indicator in whose measure amounts are: that of the first pot of the project.
const Indicator& indicator_of_capital(const Plan& plan, Index project);

// Amounts and percentages are printed as that indicator is, indexes and times, which have no
// measure that says it, to three digits and to one.
PrintRule earned_print_rule(const Plan& plan, Index project, EarnedKind::In in,
                            const Printing& printing);

// What stands behind the number: " ty-dong", " %", " tháng", "" for an index.
std::string earned_unit(const Plan& plan, Index project, EarnedKind::In in,
                        ProjectValue::Times times, Language language);

}  // namespace tiendo
