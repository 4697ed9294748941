/// @file
/// Rows of columns that fit 63 bits, as nearly all do, worked without 128 bits and without a
/// division.
#pragma once

#include <bit>
#include <cassert>
#include <cstdint>
#include <functional>
#include <span>

#include "decimal/quotient.hpp"
#include "decimal/rows.hpp"

namespace tiendo::detail {

/// Zero exactly if the value is narrow: at least -2^62 and below 2^62.
inline std::uint64_t beyond_narrow(Wide value) {
  const auto low = static_cast<std::uint64_t>(value);
  const auto sign = static_cast<std::uint64_t>(static_cast<std::int64_t>(low) >> 63);
  return (static_cast<std::uint64_t>(value >> 64) ^ sign) | (low ^ low << 1) >> 63;
}
inline bool is_narrow(Wide value) { return beyond_narrow(value) == 0; }

/// Whether all rows that have a value are narrow.
inline bool all_narrow(const DecimalColumnView& column) {
  std::uint64_t beyond = 0;  // no branch: the loop is as fast as the memory
  for (std::size_t i = 0; i < column.values.size(); ++i) {
    const std::uint64_t there = has_value(column.validity, i) ? ~std::uint64_t{0} : 0;
    beyond |= beyond_narrow(integer_of(column.values[i])) & there;
  }
  return beyond == 0;
}

/// Quotients by one power of ten, by multiplication: exact for every number below 2^63.
///
/// With L the width of the divisor, 2^(L-1) < divisor < 2^L, the multiplier is 2^(63+L) / divisor,
/// rounded up, which fits 64 bits. It is too large by less than one part in 2^63, so what it makes
/// of a size below 2^63 is too large by less than 1 / divisor: not enough to reach the next
/// integer.
class PowerQuotient {
 public:
  /// 10^exponent, for an exponent from 1 to kSmallPower.
  explicit PowerQuotient(int exponent)
      : divisor_(static_cast<std::uint64_t>(small_power_of_ten(exponent))),
        shift_(static_cast<int>(std::bit_width(divisor_)) - 1) {
    assert(exponent >= 1);
    const WideSize power = WideSize{1} << (64 + shift_);
    multiplier_ = static_cast<std::uint64_t>((power + divisor_ - 1) / divisor_);
  }

  std::uint64_t divisor() const { return divisor_; }
  std::uint64_t of(std::uint64_t size) const {
    assert(size >> 63 == 0);
    return static_cast<std::uint64_t>(WideSize{size} * multiplier_ >> 64) >> shift_;
  }

 private:
  std::uint64_t divisor_;
  int shift_;
  std::uint64_t multiplier_ = 0;
};

/// Whether rows that are all narrow are rounded to another scale by round_narrow(): no result then
/// has more than 38 digits.
inline bool rounds_narrow(int from_scale, int to_scale) {
  return from_scale - to_scale <= kSmallPower && to_scale - from_scale <= kSmallPower;
}

/// Rounds such rows, from the first to the last, each read before it is written; rows without a
/// value become 0.
inline void round_narrow(const DecimalColumnView& column, int scale, Rounding mode,
                         Decimal128* out) {
  const int dropped = column.scale - scale;
  const auto each = [&](const auto& rounded) {
    for (std::size_t i = 0; i < column.values.size(); ++i) {
      const auto value = static_cast<std::int64_t>(integer_of(column.values[i]));
      out[i] = row_of(has_value(column.validity, i) ? rounded(value) : Wide{0});
    }
  };
  if (dropped <= 0) {
    const Wide factor = small_power_of_ten(-dropped);
    each([factor](std::int64_t value) { return value * factor; });
    return;
  }
  const PowerQuotient by(dropped);
  each([by, mode](std::int64_t value) {
    const std::uint64_t size = size_of(value);
    const std::uint64_t quotient = by.of(size);
    const std::uint64_t remainder = size - quotient * by.divisor();
    const bool away = moves_away(quotient, remainder, by.divisor(), value < 0, mode);
    const auto rounded = static_cast<std::int64_t>(quotient + (away ? 1 : 0));
    return Wide{value < 0 ? -rounded : rounded};
  });
}

/// Whether rows may be written to `out` one after the other while those of `in` are read.
inline bool may_be_written(const Decimal128* out, std::span<const Decimal128> in) {
  const std::less<> before;
  const Decimal128* const first = in.data();
  return !before(first, out) || !before(out, first + in.size());
}

}  // namespace tiendo::detail
