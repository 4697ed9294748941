// The steps of traces of work, and their earned value, as text for people.
#pragma once

#include <functional>
#include <string>

#include "io/labels.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/engine/fields.hpp"
#include "tiendo/engine/work_trace.hpp"

namespace tiendo {

// A number as it stands in a formula: negative ones and fractions in brackets.
std::string number_in_formula(const Ratio& value, NumberFormat numbers);

// The formula with texts in the place of its terms.
std::string with_numbers(const WorkStep& step,
                         const std::function<std::string(const WorkTerm&)>& text_of);

// "; printed 12.0 ha (rounded half_up; digits after the point: 1)": how an exact figure was
// printed. "" for one that is too long to be.
std::string printed_text(const Ratio& exact, PrintRule rule, const std::string& unit,
                         NumberFormat numbers, Language language);

// The earned value of the project that the trace explains, line by line; "" where it has none.
std::string earned_text(const WorkTrace& trace, const Plan& plan, NumberFormat numbers,
                        const Printing& printing, Language language);

}  // namespace tiendo
