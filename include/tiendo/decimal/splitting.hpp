/// @file
/// Parts that add up: an amount split by weights, and exact shares rounded to a total.
///
/// Rounding each part by itself loses or makes a unit here and there: 100 by three equal weights is
/// 33.3 three times. These functions have the sum right by construction, and exactly:
///
///     parts of split(amount, ...)         add up to amount
///     parts of round_shares(..., total)   add up to total
///
/// Which part takes the leftover is a rule with a name. They are no replacement for round(): a
/// share that is published alone, or with others that may differ by a unit, is rounded plainly.
///
/// Nothing is guessed: what cannot be exact is refused, and every limit is checked before the parts
/// are computed. Time is linear in the number of parts and quadratic in their digits; kMaxSplitWork
/// bounds both together, so that no call takes long.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {

/// Who gets what is left when each exact part, amount * weight / sum of the weights, has been
/// rounded down to the scale. The numbers stand in the C header and never change; a value that is
/// none of the three is the first of them.
enum class Leftover : std::uint8_t {
  /// One unit of the last digit each to the parts that lost most; of equal losses the earlier part
  /// is served first (Hamilton's method). Each part is less than one unit from its exact share, and
  /// the larger weight never has the smaller part.
  largest_remainder = 1,
  first = 2,  ///< all of it to the first part whose weight is not zero
  last = 3,   ///< all of it to the last part whose weight is not zero
};

/// Most work that one call does: parts, times the square of their digits, which are those of the
/// amount and of the longest weight with all weights written with one scale or over one
/// denominator, but at least 100. A million parts of 100 digits are within it, for instance 50 of
/// the amount and 50 of the weight, and a hundred parts of 10,000.
inline constexpr std::int64_t kMaxSplitWork = 10'000'000'000;

/// Splits an amount by weights into parts with exactly `scale` digits after the point. Their sum is
/// the amount; a weight of zero gets zero under every rule; only the proportions of the weights
/// matter. A negative amount is split as its opposite is, with the signs turned.
///
/// A larger amount may give a part less, and another weight may move a unit between two others:
/// that is in the nature of whole units, not of this function.
///
/// @return the parts, in the order of the weights, or amount_scale when the amount, without zeros
/// at its end, has more digits than the scale; weight_negative, whose sentence says which;
/// no_weight when there is no weight or all are zero; split_too_large; number_too_long for a scale
/// below 0 or above Decimal::kMaxScale, for a part beyond Decimal::kMaxDigits, or when the common
/// denominator of the weights is beyond it
Result<std::vector<Decimal>> split(const Decimal& amount, std::span<const Decimal> weights,
                                   int scale, Leftover rule);
Result<std::vector<Decimal>> split(const Decimal& amount, std::span<const Ratio> weights, int scale,
                                   Leftover rule);

/// Rounds exact shares of a total to `scale` digits so that they add up to it, by the largest
/// remainder: each is rounded down (towards minus infinity), then those that lost most, of equal
/// losses the earlier ones, get one unit of the last digit until the sum is right. Each is less
/// than one unit from the exact share; a share that needs no rounding stays as it is. Shares may be
/// negative; with a negative total all is done on the opposite signs, so that a tie falls the same
/// way.
///
/// @return the rounded shares, in their order, or shares_not_total when they do not add up to the
/// total exactly; amount_scale when the total has more digits than the scale; split_too_large,
/// number_too_long as split()
Result<std::vector<Decimal>> round_shares(std::span<const Ratio> shares, const Decimal& total,
                                          int scale);

}  // namespace tiendo
