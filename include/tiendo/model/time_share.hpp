/// @file
/// How much of a period is over: where days meet fractions.
#pragma once

#include "tiendo/calendar/period.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {

/// The days gone of all days of the period, exactly: 0 before it, 1 from its last day on. A report
/// is as of the end of its day, so the day itself is gone: 30 June is 182/366 of 2024.
Ratio elapsed_share(const Period& period, Date as_of);

}  // namespace tiendo
