/// @file
/// Whether a published figure follows from the numbers that are published with it.
///
/// "10.492,2 tỷ đồng, đạt 55,3% kế hoạch" with a plan of 18.964 can be computed again. What is
/// printed has been rounded, so there are three answers, each exact:
///
///     reproduces    the inputs as printed give the figure as printed
///     possible      not so, but numbers that print as the inputs do give one that prints as the
///                   figure does
///     impossible    no such numbers do
///
/// Nothing here accepts a figure by another reading of it. That 23.56 against 19 is "4.56 over" in
/// points and not in percent is said beside the answer, and the answer stays.
///
/// What a number can have been: where the way of rounding is declared, what rounds to its digits in
/// that way; otherwise what is at most half a unit of its last digit away, both ends included. An
/// input that was counted is itself alone. After a hedging word the unit u is that of the last
/// digit that is not a zero before the point (100 for "over 15700", 0.1 for "over 12.0"): over,
/// from the number up to u more, that end not included; under, the same downwards; about, u to both
/// sides.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/growth.hpp"
#include "tiendo/decimal/printed.hpp"
#include "tiendo/decimal/qualifier.hpp"
#include "tiendo/decimal/ratio.hpp"
#include "tiendo/decimal/rounding.hpp"
#include "tiendo/model/expression.hpp"

namespace tiendo {

/// What a figure is said to be; the expression over its inputs, by their names. Rates and growth
/// go in and come out in percent.
enum class StatedKind : std::uint8_t {
  expression,          ///< what an expression of one's own says
  completion,          ///< actual / plan * 100
  excess,              ///< actual / plan * 100 - 100
  remaining,           ///< 100 - actual / plan * 100
  growth,              ///< actual / base * 100 - 100
  index,               ///< actual / base * 100
  multiple,            ///< actual / base
  growth_from_change,  ///< change / (actual - change) * 100: "giảm 859 (7,89%)"
  growth_of_ratio,     ///< (100 + above) / (100 + below) * 100 - 100: growths of its two parts
  average_growth,      ///< ((last / first)^(1 / years) - 1) * 100; years is a whole number
  share,               ///< part / total * 100
  share_change,        ///< (part / total - part_before / total_before) * 100, in points
  contribution,        ///< (actual - base) / total_base * 100, in points of the growth of a total
  ratio,               ///< above / below, or above / below * factor
  difference,          ///< a - b
  sum,                 ///< of all inputs: parts, shares, changes, contributions
  total_completion,    ///< sum of actualN / sum of (actualN / rateN): the rate of a total from
                       ///< those of its parts, for any ends N of the names
  total_growth,        ///< sum of valueN / sum of (valueN / (100 + growthN)) - 100: the growth of a
                       ///< total from the values of its sectors now and their growths
};

/// The kinds in the order of their words.
inline constexpr int kStatedKinds = 18;

/// "completion", "growth_from_change" and so on; empty for a value that is none.
std::string_view name_of(StatedKind kind) noexcept;
/// The kind of that name, or nothing.
std::optional<StatedKind> stated_kind_named(std::string_view name) noexcept;

/// An input with the digits it was printed with: 12.40 has two.
struct StatedInput {
  /// An id, by which the expression refers to it.
  std::string name;
  Decimal value;
  Qualifier qualifier = Qualifier::exact;
  /// Whether it was counted, or is exact for another reason, and never rounded.
  bool counted = false;
};

/// A published figure and what it is said to follow from.
struct Statement {
  StatedKind kind = StatedKind::expression;
  /// For the kind `expression` alone.
  std::optional<Expression> expression;
  /// In any order; each once, and all of them used.
  std::vector<StatedInput> inputs;
  /// The figure with the digits it was printed with.
  Decimal figure;
  Qualifier qualifier = Qualifier::exact;
  /// How inputs and figure were rounded; absent where that is not known.
  std::optional<Rounding> rounding;
};

/// How a figure stands to its inputs.
enum class StatedVerdict : std::uint8_t {
  undecided,   ///< does not reproduce, and the exact bounds are not known
  reproduces,  ///< follows from the inputs as printed
  possible,    ///< follows if the inputs were rounded
  impossible,  ///< does not follow, however the inputs were rounded
};

/// "undecided" and so on.
std::string_view name_of(StatedVerdict verdict) noexcept;

/// What else the inputs as printed give that prints as the figure does, where the figure itself
/// does not reproduce: a hint at what was meant, never an answer.
enum class Reading : std::uint8_t {
  points,          ///< a difference in points, or an amount, not percent
  completion,      ///< a rate of completion, not the excess over it or what remains
  excess,          ///< an excess, not the rate of completion
  index,           ///< an index, not a growth
  growth,          ///< a growth, not an index or points
  whole_growth,    ///< the growth over all the years, not that of an average year
  simple_average,  ///< the growth over all the years divided by their number
  of_actual,       ///< the change over the value after it, not before it
  without_sign,    ///< the size without its sign: "giảm 7,89 %"
  fraction,        ///< the hundredth part: 0.55 for 55 %
  tenfold,         ///< ten times as much: a digit, or per mille for percent
  tenth,           ///< the tenth part of it
};

/// "points" and so on.
std::string_view name_of(Reading reading) noexcept;

/// An exact value: a fraction, or an average growth in percent, which seldom is one.
using StatedValue = std::variant<Ratio, Growth>;

/// How the value stands to a number, exactly. @return the errors of compare_growth()
Result<std::strong_ordering> compare(const StatedValue& value, const Ratio& number);
/// The value with so many digits, correctly rounded. @return the errors of round(),
/// average_growth()
Result<Decimal> round(const StatedValue& value, int scale, Rounding mode);

/// All values between two ends.
struct StatedBounds {
  StatedValue low;
  StatedValue high;
  bool has_low = true;
  bool has_high = true;
};

/// What was found out about a statement.
struct StatedCheck {
  StatedVerdict verdict = StatedVerdict::undecided;
  /// What was computed; absent for average_growth, which is a root.
  std::optional<Expression> expression;
  /// From the inputs as printed.
  StatedValue exact;
  /// What the inputs can give if they were rounded: every value in between, and no other. Absent
  /// with `bounds_reason` where it is not known.
  std::optional<StatedBounds> bounds;
  /// bounds_not_exact, divisor_may_vanish or number_too_long.
  Errc bounds_reason = Errc::none;
  /// The numbers that the figure can stand for.
  Interval stated;
  /// The ways of rounding by which the exact value prints as the figure; none for one with a
  /// hedging word.
  std::vector<Rounding> roundings;
  /// Empty where the figure reproduces.
  std::vector<Reading> readings;
};

/// Checks one statement.
///
/// @return stated_inputs where they are not those that the kind or the expression needs;
/// division_by_zero, growth_without_base, periods_out_of_range, number_too_long where the inputs as
/// printed have no value
Result<StatedCheck> check_stated(const Statement& statement);

/// The numbers that an input or a figure can stand for, as said at the top of this file.
/// @return number_too_long
Result<Interval> meant_by(const Decimal& figure, Qualifier qualifier,
                          const std::optional<Rounding>& rounding);

}  // namespace tiendo
