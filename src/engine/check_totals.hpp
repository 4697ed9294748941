// Whether the components of a composite add up to the total that it declares, as reported and as
// asked for.
#pragma once

#include "tiendo/base/id.hpp"

namespace tiendo {

class CheckInput;

// Adds a warning for each unit and period for which every component has been reported, exactly, and
// the figures do not add up to the total: at "/indicators/N/total", by indicator, unit and period.
// What is hedged ("about", "over", "under") proves nothing and is passed over.
void check_totals(const CheckInput& input);

// Adds a warning at a target on a composite whose components cannot all be met, as what is asked of
// them makes more than their total, or less. A component asked for a change, or for a yes, may be
// anything.
void check_total_of_targets(const CheckInput& input, Index target);

}  // namespace tiendo
