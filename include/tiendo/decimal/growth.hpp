/// @file
/// Compound growth: the average rate per period, and comparisons that are decided exactly.
///
/// From 100 to 121 in two periods is 10 % per period, since 100 * 1.1 * 1.1 = 121. With x the root
/// (last / first)^(rate_periods / periods) the rate is 100 * (x - 1) percent: rates go in and come
/// out in percent, 1.9 for 1.9 %, as all growth figures of this library.
///
/// Rates are seldom fractions, but whether one reaches a threshold is always decided exactly, ties
/// included: 100 to 101.0025 in two periods equals 0.5 %, neither more nor less. A last value of
/// zero is growth of -100 %.
#pragma once

#include <compare>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/ratio.hpp"
#include "tiendo/decimal/rounding.hpp"

namespace tiendo {

/// The largest number of periods, whatever they are: days, months, years.
inline constexpr int kMaxPeriods = 1'000'000;

/// What grew: from one value to another over a number of periods. Any values may stand here; every
/// function below checks them first:
///
/// growth_without_base unless first > 0 and last >= 0, since no root gives a rate from nothing or
/// across zero; periods_out_of_range unless both counts of periods are 1 to kMaxPeriods;
/// number_too_long when last / first is beyond Decimal::kMaxDigits.
struct Growth {
  Ratio first;
  Ratio last;
  /// From the first value to the last: 5 for 2020 to 2025.
  int periods = 1;
  /// Periods that the rate is for: 12 gives the rate per year of growth counted in months.
  int rate_periods = 1;
};

/// The average rate in percent with exactly `scale` digits after the point, correctly rounded.
///
/// @return the errors of Growth; number_too_long for a scale below 0 or above Decimal::kMaxScale,
/// for a result beyond Decimal::kMaxDigits, or when (last / first)^rate_periods is beyond it
Result<Decimal> average_growth(const Growth& growth, int scale, Rounding mode);

/// How the average rate stands to a rate in percent, which may be negative.
///
/// @return the errors of Growth; number_too_long for a rate beyond Decimal::kMaxDigits
Result<std::strong_ordering> compare_growth(const Growth& growth, const Ratio& percent);

/// How the average rate of `a` stands to `factor` times that of `b`: the usual test of whether the
/// growth achieved is, say, 0.95 of the growth required. The factor may be zero or negative.
///
/// @return the errors of Growth, of `a` first; number_too_long as average_growth()
Result<std::strong_ordering> compare_growths(const Growth& a, const Ratio& factor, const Growth& b);

/// How last * (last / first)^(further / periods), the value that the same growth reaches `further`
/// periods after the last value, stands to a threshold. rate_periods plays no part.
///
/// @return the errors of Growth; periods_out_of_range unless `further` is 0 to kMaxPeriods
Result<std::strong_ordering> compare_extrapolated(const Growth& growth, int further,
                                                  const Ratio& threshold);

}  // namespace tiendo
