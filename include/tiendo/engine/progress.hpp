/// @file
/// The formulas of progress, by themselves: exact numbers in, an exact number out.
///
/// The rows of a report and the methods of methods.hpp compute with these. Nothing here judges,
/// clamps or looks at a state: that something had been reached before it began, say, is decided
/// before a formula is used. All are rational; a share of 1 is the whole.
///
/// A division by zero is division_by_zero; a result beyond Decimal::kMaxDigits is number_too_long.
#pragma once

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {

/// actual / target: what has been reached, where more is better ("đạt % kế hoạch").
Result<Ratio> direct_ratio(const Ratio& actual, const Ratio& target);
/// target / actual, where less is better.
Result<Ratio> inverse_ratio(const Ratio& actual, const Ratio& target);
/// 2 - actual / target, where less is better: as far above 1 as the direct ratio is below.
Result<Ratio> mirrored_ratio(const Ratio& actual, const Ratio& target);

/// (actual - baseline) / (target - baseline): how much of the change asked for has been made,
/// whichever way it goes (Healthy People 2020). Means nothing where the baseline already met the
/// target.
Result<Ratio> targeted_change(const Ratio& baseline, const Ratio& actual, const Ratio& target);

/// (now - before) / |before|: 0.05 is a growth of 5 %.
Result<Ratio> relative_change(const Ratio& before, const Ratio& now);

/// start + (end - start) * share: where a path from one to the other is when a share of it is over.
/// A path by days has the share of the days gone; one by shares per period their sum.
Result<Ratio> path_at(const Ratio& start, const Ratio& end, const Ratio& share);

/// (target - actual) / left: how much each unit of the time that is left has to bring.
Result<Ratio> required_rate(const Ratio& target, const Ratio& actual, const Ratio& left);

/// actual * all / elapsed: what comes out if all of the time brings as much as what is over.
Result<Ratio> run_rate(const Ratio& actual, const Ratio& elapsed, const Ratio& all);

/// actual / share: what comes out if what is reached is the same share of the whole as it was in
/// the past, that is actual * (past whole) / (past to date).
Result<Ratio> share_forecast(const Ratio& actual, const Ratio& past_to_date,
                             const Ratio& past_whole);

}  // namespace tiendo
