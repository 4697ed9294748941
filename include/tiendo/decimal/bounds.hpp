/// @file
/// Short fractions around a long one, to show people: 3.14159 lies between 333/106 and 355/113.
///
/// What is shown is then a statement that holds, "a little more than 2/3", where a rounded decimal
/// would be one more figure. The exact value stays what is computed with.
#pragma once

#include <cstdint>

#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {

/// Two fractions with lower <= value <= upper.
struct FractionBounds {
  Ratio lower;
  Ratio upper;
};

/// The fractions nearest to the value from below and from above whose denominators, in lowest
/// terms, are at most `denominator`. Both are the value itself when its own denominator is.
///
/// @return number_out_of_range when `denominator` is below 1
Result<FractionBounds> bounds(const Ratio& value, std::int64_t denominator);

/// The smallest integer not below the value; floor() stands in ratio.hpp.
Decimal ceiling(const Ratio& value);

}  // namespace tiendo
