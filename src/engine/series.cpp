// Tested by tests/unit/engine/series_test.cpp and tests/oracle/engine_oracle_test.cpp.
//
// A number belongs to the series of its last day: a break is on the first day of the new series.

#include "engine/series.hpp"

namespace tiendo {

bool crosses_break(const Indicator& indicator, Date first, Date last) {
  for (const SeriesBreak& broken : indicator.breaks) {
    if (first < broken.on && broken.on <= last) return true;
  }
  return false;
}

Result<Ratio> bridge(const Indicator& indicator, Date from, Date to) {
  Ratio product = 1;
  for (const SeriesBreak& broken : indicator.breaks) {
    if (broken.on <= from || to < broken.on) continue;
    if (!broken.factor) return error(Errc::series_break);
    Result<Ratio> more = product * Ratio(*broken.factor);
    if (!more) return more;
    product = *std::move(more);
  }
  return product;
}

}  // namespace tiendo
