/// @file
/// Integers of 64 and 128 bits, for the files of this directory only.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "tiendo/decimal/decimal.hpp"

namespace tiendo::detail {

/// Holds any product of two 64-bit integers, also of one and a power of ten up to kSmallPower.
using Wide = Int128;
/// The size of such a number, and of the quotient of two.
__extension__ using WideSize = unsigned __int128;

/// The largest exponent whose power of ten fits 64 bits.
inline constexpr int kSmallPower = 18;

inline constexpr auto kSmallPowersOfTen = [] {
  std::array<std::int64_t, kSmallPower + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// 10^exponent, for 0 to kSmallPower.
constexpr std::int64_t small_power_of_ten(int exponent) {
  return kSmallPowersOfTen[static_cast<std::size_t>(exponent)];
}

/// The largest exponent whose power of ten fits 128 bits with room for the sum of two.
inline constexpr int kWidePower = 2 * kSmallPower;

/// 10^exponent, for 0 to kWidePower.
constexpr Wide wide_power_of_ten(int exponent) {
  if (exponent <= kSmallPower) return small_power_of_ten(exponent);
  return Wide{small_power_of_ten(kSmallPower)} * small_power_of_ten(exponent - kSmallPower);
}

/// A w for which the size of the value is at most 2^w, and below it unless the value is negative.
constexpr int width(Wide value) {
  const Wide bits = value < 0 ? ~value : value;
  const auto hi = static_cast<std::uint64_t>(bits >> 64);
  return hi != 0 ? 64 + static_cast<int>(std::bit_width(hi))
                 : static_cast<int>(std::bit_width(static_cast<std::uint64_t>(bits)));
}
/// Up to this sum of two widths a product fits 128 bits; if one factor is positive, so does the sum
/// of two such products.
inline constexpr int kMostWidth = 126;

/// The size of a number, also of the smallest, whose size no signed integer holds.
constexpr std::uint64_t size_of(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
}

}  // namespace tiendo::detail
