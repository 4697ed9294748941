/// @file
/// Where a Decimal meets its digits as text; without Boost, so that number formats need none.
#pragma once

#include <string>
#include <string_view>

#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo::detail {

/// The most digits of a coefficient that is stored inline: 2^120 has as many.
inline constexpr int kInlineDigits = 37;

/// Writes the digits of such a coefficient without its sign. @return the end of the text; nullptr
/// for a coefficient on the heap
char* inline_digits(char* text, const Decimal& value);

/// The digits of a coefficient on the heap, without its sign.
std::string big_digits(const Decimal& value);

/// As tiendo::parse(), for at most so many digits, kMaxDigits at most, and as many decimals,
/// kMaxScale at most.
Result<Decimal> parse(std::string_view text, const NumberFormat& format, int most_digits);

/// The decimal of these digits, at least one and within the limits: "1250" and 2 make 12.50.
Decimal decimal_of_digits(std::string_view digits, int scale, bool negative);

}  // namespace tiendo::detail
