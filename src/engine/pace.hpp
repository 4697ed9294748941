// How fast what is left has to be made, and where it would end if it went on as before.
#pragma once

#include <functional>
#include <vector>

#include "engine/actual.hpp"
#include "tiendo/engine/report.hpp"
#include "tiendo/engine/trace.hpp"

namespace tiendo {

// The calendar months of a span of days, one that is broken by its days: 2024-01-16 to 2024-02-29
// is 16/31 and 1.
Result<Ratio> months_in(const Period& span);

// What the pace of a row and its forecasts rest on, beside the row.
struct Reported {
  Date as_of;
  std::vector<Period> spans;  // the stretches of time that the actual value covers
  bool unit_has_ended = false;
  Unreported unreported = Unreported::withhold;  // whether a pace needs all that was due
  // W: the whole of the year before; asked for only where it is needed.
  std::function<Actual()> year_before;
};

// Fills in `pace`, `run_rate` and `same_share` of a row that has all else. Appends the steps to
// `steps`, if given.
void forecast(ReportRow& row, const Indicator& indicator, const Reported& reported,
              std::vector<TraceStep>* steps);

}  // namespace tiendo
