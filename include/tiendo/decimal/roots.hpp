/// @file
/// Roots of fractions: certain to the last digit that is asked for.
///
/// Most roots are no fractions, so a root is given rounded: to any number of digits, in any mode,
/// and always to the digits that the endless exact root would round to. A root that is a fraction,
/// such as that of 4/9, is recognised as one, so that a tie is a tie: the square root of 6.25 is
/// 2.5, which half_up rounds to 3 and half_even to 2.
///
/// Odd roots of negative numbers are negative; even roots of negative numbers are refused. Nothing
/// is computed with binary fractions, and every limit is checked before computing.
#pragma once

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/ratio.hpp"
#include "tiendo/decimal/rounding.hpp"

namespace tiendo {

/// The largest degree of a root.
inline constexpr int kMaxDegree = 1'000'000;

/// The root of that degree (2 is the square root, 1 the value itself) with exactly `scale` digits
/// after the point, correctly rounded.
///
/// @return degree_out_of_range unless the degree is 1 to kMaxDegree; root_of_negative;
/// number_too_long for a scale below 0 or above Decimal::kMaxScale, or a result beyond
/// Decimal::kMaxDigits
Result<Decimal> root(const Ratio& value, int degree, int scale, Rounding mode);

/// The root itself, when it is a fraction: 2/3 for the square root of 4/9.
///
/// @return root_not_rational when it is none; degree_out_of_range, root_of_negative
Result<Ratio> exact_root(const Ratio& value, int degree);

}  // namespace tiendo
