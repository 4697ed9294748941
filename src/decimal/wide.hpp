/// @file
/// Integers of 64 and 128 bits, for the files of this directory only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tiendo::detail {

/// Holds any product of two 64-bit integers, also of one and a power of ten up to kSmallPower.
__extension__ using Wide = __int128;
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

/// The size of a number, also of the smallest, whose size no signed integer holds.
constexpr std::uint64_t size_of(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
}

}  // namespace tiendo::detail
