/// @file
/// Growth over several whole years, by definition: what grew on average in each of them.
#pragma once

#include <optional>

#include "reached.hpp"
#include "tiendo/decimal/growth.hpp"

namespace tiendo::oracle {

/// Whether the window is of two or more whole years.
bool is_of_years(const Period& window);

/// The last day of the latest of its years that is over; nothing while none is.
std::optional<Date> end_of_years_over(const Period& window, Date as_of);

/// What a target says of what grows in a year before the window.
struct StatedYear {
  Ratio value;
  Period year;
};

/// What grew on average, where anything did; `cut` where that is no fraction, so that the value is
/// only near it.
struct Years {
  Reached figure;
  std::optional<Growth> growth;
  bool cut = false;
};

/// The average of what grew so, in a measure of that factor; or why there is none.
void take_growth(Years& years, const Growth& growth, const Ratio& factor);

/// Of the growth at the place, which has not been reported itself.
Years average_of_years(const ObservationLog& log, const Place& place, const Base& base,
                       const std::optional<StatedYear>& stated);

}  // namespace tiendo::oracle
