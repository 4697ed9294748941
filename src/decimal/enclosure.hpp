/// @file
/// Numbers known to lie between two others, for the files of this directory only.
///
/// Powers and roots have more digits than are wanted, or no end of them. Here they are computed to
/// a number of bits, the lower end always rounded down and the upper end always up, so that what an
/// enclosure says is certain; one that says too little is computed again with more bits.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "decimal/integer.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo::detail {

Fraction fraction_of(const Ratio& value);

/// A number from lower * 2^exponent to upper * 2^exponent; lower is above zero.
struct Enclosure {
  BigInt lower;
  BigInt upper;
  std::int64_t exponent = 0;
};

/// floor(value * 2^exponent) and the smallest integer that is not below it; value is not negative.
BigInt shifted_down(const BigInt& value, std::int64_t exponent);
BigInt shifted_up(const BigInt& value, std::int64_t exponent);

/// The value, above zero, to that many bits.
Enclosure enclose(const Fraction& value, unsigned bits);

/// a / b to that many bits.
Enclosure quotient(const Enclosure& a, const Enclosure& b, unsigned bits);

/// base^exponent, with ends of at most that many bits. The relative width is below
/// exponent * (width of the base + 2^(3 - bits)) while that is small against 1.
Enclosure power(const Enclosure& base, std::uint64_t exponent, unsigned bits);

/// How every number of `a` stands to every number of `b`; nothing when they overlap or touch.
std::optional<std::strong_ordering> compare(const Enclosure& a, const Enclosure& b);

}  // namespace tiendo::detail
