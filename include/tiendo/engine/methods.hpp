/// @file
/// Methods of judging progress, by name and version.
///
/// There is no single "on track": published rules disagree about the same numbers. So a method is
/// chosen by name, and its result says which it was, by which thresholds and policies. All methods
/// here are rational and decide exactly; none rounds before it compares unless a policy says so.
///
/// Every method takes the same steps in the same order, and the first that decides does:
///
///     data, target, kind, met (and met at the baseline), lost, points, definition, direction,
///     bands
///
/// so that what was reached before it began is never a percentage, and what is missing never zero.
/// Where no `thresholds` are given there is no band. catalogue.hpp lists them all with their
/// sources. Pure functions; the symbols of inputs and figures are those of the catalogue.
#pragma once

#include <span>

#include "tiendo/calendar/date.hpp"
#include "tiendo/engine/assessment.hpp"

namespace tiendo {

/// How an actual number is divided by its target. The numbers never change.
enum class RatioVariant : std::uint8_t {
  direct = 1,    ///< v / T
  inverse = 2,   ///< T / v
  mirrored = 3,  ///< 2 - v / T
};

/// The ratio of the actual number to its target, 1 where it is reached. Negative numbers are
/// refused, a target of zero is undefined, unless the policies say otherwise.
Assessment ratio_to_target(const MethodCase& it, RatioVariant variant,
                           const MethodPolicies& policies = {},
                           const BandTable* thresholds = nullptr);

/// 100 (v - b) / (T - b), in percent; no value where the baseline had met the target already.
Assessment percent_of_targeted_change(const MethodCase& it, const MethodPolicies& policies = {},
                                      const BandTable* thresholds = nullptr);

/// The deviation from a straight line from baseline to target, in the measure: above zero is ahead.
/// Figures: `expected`, the path itself; `pace`, the share of the change that is made over the
/// share of the time that is gone.
/// `elapsed` is the share of the time that is gone, by days, months or years as it is counted:
/// below 0 is before the start, above 1 after the day of the target.
Assessment linear_path(const MethodCase& it, const Ratio& elapsed,
                       const MethodPolicies& policies = {}, const BandTable* thresholds = nullptr);

/// A number that is to be reached by a day.
struct PathPoint {
  Date on;
  Ratio value;
};

/// How a path goes on between two milestones. The numbers never change.
enum class MilestoneVariant : std::uint8_t {
  step = 1,          ///< the latest milestone that has come holds until the next
  interpolated = 2,  ///< on a straight line by days, as the first is the baseline and its day
};

/// The deviation from dated milestones, in the measure; figure `expected`. Before the first
/// milestone nothing is due; after the last its number stays.
/// The milestones are in ascending order of their days, and at least one; else refused.
Assessment milestone_path(const MethodCase& it, std::span<const PathPoint> milestones, Date on,
                          MilestoneVariant variant, const MethodPolicies& policies = {},
                          const BandTable* thresholds = nullptr);

/// The deviation from a path by the share of the whole that each period has (of the plan, or of
/// past years), in the measure; figure `expected`. The baseline is 0 where none is given and the
/// number adds up over time.
/// The shares of the periods are exactly 1 together; else refused: shares_not_total. `periods` is
/// how many of them are gone; inside a period its share is even.
Assessment profile_path(const MethodCase& it, std::span<const Ratio> shares, const Ratio& periods,
                        const MethodPolicies& policies = {}, const BandTable* thresholds = nullptr);

/// The ratio to the target less the part of it that is due at the end of a quarter; figures
/// `achieved`, v / T, and `goal`: q/4 of what adds up over the year (flow, cumulative), else all.
/// The quarter is 1 to 4; else refused.
Assessment phased_goal(const MethodCase& it, int quarter, const MethodPolicies& policies = {},
                       const BandTable* thresholds = nullptr);

/// (T - v) / left: what each unit of the time that is left has to bring. No value once the target
/// is met; past_due where nothing is left.
Assessment required_run_rate(const MethodCase& it, const Ratio& left,
                             const MethodPolicies& policies = {});

/// v all / elapsed: a forecast of what adds up over time, everything else is refused. `actual` is a
/// running total in both; a period by itself has to be added up first. Where there is a target the
/// figure `ratio` is that of the forecast to it.
Assessment run_rate_forecast(const MethodCase& it, const Ratio& elapsed, const Ratio& all,
                             const MethodPolicies& policies = {},
                             const BandTable* thresholds = nullptr);

/// v (past whole) / (past to date): the same with the share that was reached by now in the past.
Assessment profile_forecast(const MethodCase& it, const Ratio& past_to_date,
                            const Ratio& past_whole, const MethodPolicies& policies = {},
                            const BandTable* thresholds = nullptr);

/// The value between a worst and a best one, from 0 to `scale`: scale (v - worst) / (best - worst).
/// Which of them is larger says what is better. `capped`: at most `scale` and not below 0.
Assessment minmax(const MethodCase& it, const Ratio& worst, const Ratio& best, const Ratio& scale,
                  const BandTable* thresholds = nullptr);
/// The same between two goalposts that do not follow from the data; `capped` is the usual way.
Assessment goalposts(const MethodCase& it, const Ratio& worst, const Ratio& best,
                     const Ratio& scale, bool capped, const BandTable* thresholds = nullptr);
/// 1 - |T - v| / |T - worst|: 1 at the target or, not capped, above 1 beyond it.
Assessment distance_to_target(const MethodCase& it, const Ratio& worst, bool capped,
                              const BandTable* thresholds = nullptr);

/// A value by its band alone.
Assessment band_table(const MethodCase& it, const BandTable& thresholds,
                      const MethodPolicies& policies = {});
/// The score of a value, and the band of the score.
Assessment score_table(const MethodCase& it, const ScoreTable& scores,
                       const BandTable* thresholds = nullptr);

}  // namespace tiendo
