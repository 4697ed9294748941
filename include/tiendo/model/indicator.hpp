/// @file
/// Indicators: what is counted, in which measure, how it adds up, and what is better.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/calendar/date.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/rounding.hpp"
#include "tiendo/model/condition.hpp"
#include "tiendo/model/measure.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

/// What the numbers of an indicator are.
enum class IndicatorKind {
  flow,       ///< adds up over time: output, revenue
  level,      ///< the latest counts: income per head, poverty rate
  ratio,      ///< numerator over denominator, reported as such
  growth,     ///< growth of another indicator on the same period of the year before
  share,      ///< part of a composition, reported as a percentage
  count,      ///< a number of things that exist: the latest counts, whole numbers
  formula,    ///< computed from other indicators
  composite,  ///< several components, each an indicator of its own; has no number itself
};

/// What is better.
enum class Direction { more, less, inside, near };

/// How reports of several periods make one figure.
enum class TimeRule {
  sum,   ///< they add up
  last,  ///< the latest counts
  mean,  ///< the mean of the periods, each weighted by its months, or days where not all are whole
  max,   ///< the highest of them
  min,   ///< the lowest of them
};

/// How the figures of the units below make the figure of a unit that does not report itself.
enum class UnitRule {
  sum,
  ratio,  ///< sum of numerators over sum of denominators
  none,   ///< they do not
  mean,   ///< weighted by another indicator
  max,
  min,
};

/// What changed where a series breaks.
enum class BreakKind {
  price_base,  ///< from the prices of one year to those of another
  scope,       ///< what is counted, or how
  boundary,    ///< the area
};

/// A day from which the numbers of an indicator are not comparable with those before.
struct SeriesBreak {
  Date on;
  BreakKind kind = BreakKind::scope;
  /// What a number from before is multiplied by to compare it with those after; absent: nothing
  /// bridges the break, and no comparison crosses it. Above zero.
  std::optional<Decimal> factor;
  Remarks remarks;
};

/// Which value of the base period a comparison uses, where it has been published more than once.
enum class BaseRule {
  latest,           ///< the latest known
  first_published,  ///< the one recorded first
  as_of_report,     ///< the latest recorded by the day of the report
};

/// How much of a target is reached, as a percentage of a level that is asked for. A change has the
/// part of it that was made, whatever is stated.
enum class Achievement {
  direct,    ///< 100 A/T
  inverse,   ///< 100 T/A, for what is to be less
  mirrored,  ///< 100 (2 - A/T), for what is to be less
};

/// What a result is compared in.
enum class Comparison {
  percent,  ///< of what it is compared with
  points,   ///< the difference alone, in percentage points; only for percentages
};

/// An indicator. Built into a Plan, it has a measure and every rule set.
struct Indicator {
  std::string id;
  std::string code;
  Name name;
  std::string field;
  /// Id of the measure.
  std::string measure;
  IndicatorKind kind = IndicatorKind::flow;
  /// How the parts of a ratio add up over time: sum or last. Of other kinds sum, as they have none.
  TimeRule parts = TimeRule::sum;
  /// Id of the indicator that a growth indicator is the growth of. Empty for other kinds.
  std::string base;
  /// Of a formula: the expression over ids of other indicators. Empty for other kinds.
  std::string formula;
  /// Ids of the components of a composite. Empty for other kinds.
  std::vector<std::string> components;
  /// What the components of a composite add up to, exactly: 100 for shares in percent.
  std::optional<Decimal> total;
  Direction direction = Direction::more;
  /// Digits after the point that may be recorded; more is an error, not a rounding. Absent: any.
  std::optional<int> scale;
  /// Digits printed of amounts. Absent: the scale, else 2.
  std::optional<int> digits;
  /// Digits printed of percentages.
  int percent_digits = 1;
  Rounding rounding = Rounding::half_up;
  /// Absent: by kind, see time_rule_of() and unit_rule_of().
  std::optional<TimeRule> time_rule;
  std::optional<UnitRule> unit_rule;
  /// Id of the indicator that a mean over units is weighted by.
  std::string weight;
  /// In the order of their days.
  std::vector<SeriesBreak> breaks;
  /// Absent: as the request says.
  std::optional<BaseRule> base_rule;
  Achievement achievement = Achievement::direct;
  Comparison compare = Comparison::percent;
  /// For targets that do not say so themselves. Absent: what is missed is not near.
  std::optional<NearMiss> near;
  Remarks remarks;
};

/// The rule in force: sum for flows and for ratios of flows, last for all others, unless stated.
TimeRule time_rule_of(const Indicator& indicator) noexcept;

/// The rule in force: sum for flows and counts, ratio for ratios, none for all others, unless
/// stated.
UnitRule unit_rule_of(const Indicator& indicator) noexcept;

/// Digits printed of amounts: as stated, else the scale, else 2.
int digits_of(const Indicator& indicator) noexcept;

/// Words of the plan file: "flow", "more", "sum", "none" and so on.
std::string_view name_of(IndicatorKind kind) noexcept;
std::string_view name_of(Direction direction) noexcept;
std::string_view name_of(TimeRule rule) noexcept;
std::string_view name_of(UnitRule rule) noexcept;
std::string_view name_of(BreakKind kind) noexcept;
std::string_view name_of(BaseRule rule) noexcept;
std::string_view name_of(Achievement achievement) noexcept;
std::string_view name_of(Comparison comparison) noexcept;

}  // namespace tiendo
