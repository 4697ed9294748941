/// @file
/// Roots of fractions as enclosures, as fractions and as halves of a unit, for the files of this
/// directory only.
#pragma once

#include <cstdint>
#include <optional>

#include "decimal/enclosure.hpp"
#include "tiendo/decimal/decimal.hpp"

namespace tiendo::detail {

/// The root of a value above zero, of a degree from 1 to 2^48; the width is at most 2^-bits of it.
Enclosure enclose_root(const Fraction& value, std::uint64_t degree, unsigned bits);

/// The root of a value that is not negative, when it is a fraction; nothing otherwise.
std::optional<Fraction> rational_root(const Fraction& value, std::uint64_t degree);

/// The highest bit of the root: 3 for a root from 8 to below 16. The value is above zero.
std::int64_t top_bit_of_root(const Fraction& value, std::uint64_t degree);

/// What every mode of rounding needs to know of a number: how many halves of a unit it holds, cut,
/// and whether anything was cut off.
struct Halves {
  BigInt count;
  bool exact = true;
};

/// The root of a value that is not negative, in halves of 10^-scale.
Halves root_in_halves(const Fraction& value, std::uint64_t degree, int scale);

/// The number rounded to units of 10^-scale. The count may be negative: it was cut downwards.
/// @return number_too_long
Result<Decimal> rounded(const Halves& halves, int scale, Rounding mode);

}  // namespace tiendo::detail
