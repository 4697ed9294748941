// Whether the components of a composite add up to the total that it declares.
#pragma once

#include <optional>

#include "tiendo/base/diagnostics.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo {

// Adds a warning for each unit and period for which every component has been reported, exactly, and
// the figures do not add up to the total: at "/indicators/N/total", by indicator, unit and period.
// What is hedged ("about", "over", "under") proves nothing and is passed over.
void check_totals(const ObservationLog& log, const std::optional<Date>& known_on,
                  Diagnostics& findings);

}  // namespace tiendo
