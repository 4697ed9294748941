/// @file
/// Lists of parts and weights, and split() of such lists, in the tests of this directory.
#pragma once

#include <span>
#include <vector>

#include "tiendo/decimal/splitting.hpp"

namespace tiendo {

using Decimals = std::vector<Decimal>;
using Ratios = std::vector<Ratio>;

inline constexpr Leftover kRules[] = {Leftover::largest_remainder, Leftover::first, Leftover::last};

inline Result<Decimals> split_decimals(const Decimal& amount, const Decimals& weights, int scale,
                                       Leftover rule = Leftover::largest_remainder) {
  return split(amount, std::span<const Decimal>(weights), scale, rule);
}

inline Result<Decimals> split_ratios(const Decimal& amount, const Ratios& weights, int scale,
                                     Leftover rule = Leftover::largest_remainder) {
  return split(amount, std::span<const Ratio>(weights), scale, rule);
}

}  // namespace tiendo
