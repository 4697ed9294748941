/// @file
/// Where a Decimal meets its digits as text; without Boost, so that number formats need none.
#pragma once

#include <string>
#include <string_view>

#include "tiendo/decimal/decimal.hpp"

namespace tiendo::detail {

/// The digits of a coefficient that does not fit 64 bits, without its sign.
std::string big_digits(const Decimal& value);

/// The decimal of these digits, at least one and within the limits: "1250" and 2 make 12.50.
Decimal decimal_of_digits(std::string_view digits, int scale, bool negative);

}  // namespace tiendo::detail
