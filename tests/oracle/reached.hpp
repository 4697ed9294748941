/// @file
/// What has been reached, by definition: over time, projects and units.
#pragma once

#include <vector>

#include "cell.hpp"

namespace tiendo::oracle {

/// A figure with what it rests on.
struct Reached {
  Figure value;
  Coverage coverage;
  std::vector<Period> stretches;  ///< of reported days; none when the parts have different ones
  std::vector<Fact> used;         ///< reports with a number
  std::optional<Date> day;        ///< whose series the value is in; none where there is no value
};

/// Of a unit or a project; `declared` projects are said to exist.
Reached reached(const ObservationLog& log, const Place& place, int declared);
/// Of the projects of one assigner.
Reached part(const ObservationLog& log, const Place& place, Index assigner, int declared);
/// The same stretches of time in the year before.
Reached year_before(const ObservationLog& log, const Place& place, const Reached& now);
/// The whole year before, from which a change is counted, in the series of a day.
Figure baseline(const ObservationLog& log, const Place& place, Date to);

}  // namespace tiendo::oracle
