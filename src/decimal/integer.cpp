// Tested by tests/unit/decimal/decimal_arithmetic_test.cpp and
// tests/oracle/decimal_oracle_test.cpp.
#include "decimal/integer.hpp"

#include <algorithm>
#include <cassert>

namespace tiendo::detail {

BigInt power_of_ten(int exponent) {
  assert(exponent >= 0);
  return boost::multiprecision::pow(BigInt(10), static_cast<unsigned>(exponent));
}

// A number of b bits lies in [2^(b-1), 2^b), which nearly always settles its digits. The two
// constants hold log10(2) * 10^11 between them, close enough for millions of bits.
int digits(const BigInt& value) {
  if (value.is_zero()) return 1;
  const BigInt size = boost::multiprecision::abs(value);
  const std::uint64_t bits = boost::multiprecision::msb(size) + 1;
  const int least = static_cast<int>((bits - 1) * 30102999566 / 100000000000) + 1;
  const int most = static_cast<int>(bits * 30102999567 / 100000000000) + 1;
  if (least == most) return least;
  return size < power_of_ten(least) ? least : most;
}

int digits(const Wide& value) {
  constexpr WideSize kChunk = 1000000000000000000;  // eighteen digits; a value has at most 39
  auto rest = static_cast<WideSize>(value < 0 ? -value : value);
  int count = 0;
  for (; rest >= kChunk; rest /= kChunk) count += kSmallPower;
  return count + digits(static_cast<std::int64_t>(rest));
}

int digits(std::int64_t value) {
  int count = 1;
  for (std::int64_t rest = value / 10; rest != 0; rest /= 10) ++count;
  return count;
}

int divide_out(BigInt& value, unsigned factor, int most) {
  assert(!value.is_zero() && factor <= 10);
  std::uint64_t chunk = 1;
  for (int i = 0; i < kSmallPower; ++i) chunk *= factor;
  int count = 0;
  // Many at a time first: a number of 10,000 zeros would be divided 10,000 times.
  for (; most - count >= kSmallPower && value % chunk == 0; count += kSmallPower) value /= chunk;
  for (; count < most && value % factor == 0; ++count) value /= factor;
  return count;
}

BigInt from_digits(std::string_view text) {
  BigInt value = 0;
  while (!text.empty()) {
    const auto taken = std::min<std::size_t>(text.size(), kSmallPower);
    std::int64_t chunk = 0;
    for (const char digit : text.substr(0, taken)) chunk = chunk * 10 + (digit - '0');
    value = value * small_power_of_ten(static_cast<int>(taken)) + chunk;
    text.remove_prefix(taken);
  }
  return value;
}

}  // namespace tiendo::detail
