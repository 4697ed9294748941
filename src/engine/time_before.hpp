// Which time before another is compared with, by the rules of a report.
#pragma once

#include <optional>

#include "tiendo/calendar/period.hpp"
#include "tiendo/engine/rules.hpp"

namespace tiendo {

// What has been reached in a window so far is compared with a part of this; none where there is no
// such time. A year before, of less than two years, as the thirteen months of an investment year,
// it may run into the window itself.
std::optional<Period> time_compared(const Period& window, ComparedWith with);

// All of the window is compared with this; none where it would run into the window itself.
std::optional<Period> time_before(const Period& window, ComparedWith with);

// The part of a window where the time before has it: by months where that is reached by months.
Result<Period> moved_back(const Period& part, const Period& window, ComparedWith with);

}  // namespace tiendo
