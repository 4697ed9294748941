/// @file
/// Integers of any size, for the files of this directory only.
///
/// Three kinds: std::int64_t where numbers rest, Wide for one product of two of them, BigInt for
/// the rest. This header alone includes Boost, which costs a translation unit two seconds;
/// expression templates are off, since with them `auto x = a * b` would keep references to a and b.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "decimal/wide.hpp"

namespace tiendo::detail {

using BigInt = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                             boost::multiprecision::et_off>;

/// A BigInt on the heap: what the public headers can name without Boost.
class Integer final : public BigInt {
 public:
  explicit Integer(BigInt value) : BigInt(std::move(value)) {}
  explicit Integer(Wide value) : BigInt(value) {}
};

/// A reduced fraction; the denominator is above zero.
struct Fraction {
  BigInt numerator;
  BigInt denominator;

  friend bool operator==(const Fraction&, const Fraction&) = default;
};

/// 10^exponent, for an exponent that is not negative.
BigInt power_of_ten(int exponent);

/// Whether the value fits std::int64_t. N is Wide or BigInt.
template <class N>
bool fits_small(const N& value) {
  return value >= std::numeric_limits<std::int64_t>::min() &&
         value <= std::numeric_limits<std::int64_t>::max();
}

/// Whether the value fits 127 bits: as a Wide it is not the smallest one.
inline bool fits_wide(const BigInt& value) {
  return value.is_zero() || boost::multiprecision::msb(boost::multiprecision::abs(value)) < 127;
}

/// Decimal digits of the size of the value; 1 for zero.
int digits(const BigInt& value);
int digits(const Wide& value);
int digits(std::int64_t value);

/// Divides `value`, which is not zero, by `factor` (at most 10) as often as that leaves no
/// remainder, but not more than `most` times. @return how often
int divide_out(BigInt& value, unsigned factor, int most);

/// The integer that a run of ASCII digits writes; leading zeros are allowed.
BigInt from_digits(std::string_view text);

}  // namespace tiendo::detail
