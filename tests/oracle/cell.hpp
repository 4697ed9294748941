/// @file
/// One cell of the log, by definition: which of its reports count, and what they add up to.
#pragma once

#include <optional>
#include <vector>

#include "tiendo/engine/report.hpp"
#include "tiendo/facts/observation_log.hpp"

namespace tiendo::oracle {

/// A cell of the log, a window and the two days.
struct Place {
  Index indicator;
  Index unit;
  Index project;
  Period window;
  Date as_of;
  std::optional<Date> known_on;
};

/// What is added up before the one division.
struct Sum {
  Ratio numerator;
  Ratio denominator = 1;
  Errc why = Errc::no_data;  ///< none when there are numbers
  bool is_rate = false;      ///< computed as a plain rate, not yet in the measure
  Coverage coverage;
  std::vector<Period> stretches;  ///< of reported days; none when the parts have different ones
  std::vector<Fact> used;         ///< reports with a number
};

bool is_ratio(const Plan& plan, Index indicator);

/// What the reports of the cell itself make.
Sum own(const ObservationLog& log, const Place& place);

}  // namespace tiendo::oracle
