// Tested by tests/unit/decimal/quotients_test.cpp and tests/oracle/quotients_oracle_test.cpp.
//
// The certificate is in the header. A block is looked at as a whole, so that the loop over its rows
// has no branch; the remainder, which decides the rounding, is exact in integers.

#include "tiendo/decimal/quotients.hpp"

#include <algorithm>
#include <cassert>
#include <cfloat>
#include <cstddef>

#include "decimal/quotient.hpp"
#include "decimal/rows.hpp"

#ifdef __FAST_MATH__
#error "divisions are proved exact for IEEE arithmetic only: build without -ffast-math"
#endif
static_assert(FLT_EVAL_METHOD == 0, "doubles are computed as doubles, not on an x87");
static_assert(DBL_MANT_DIG == 53);

namespace tiendo {
namespace {

constexpr std::size_t kBlock = 1024;
constexpr std::uint64_t kCertain = std::uint64_t{1} << 52;

std::uint64_t size_of(std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  return number < 0 ? ~bits + 1 : bits;
}

// Whether every row is within the certificate: the sum of all bits is above that of any.
bool is_certain(std::span<const std::int64_t> above, std::span<const std::int64_t> below) {
  std::uint64_t sizes = 0;
  std::uint64_t divisors = 0;
  for (std::size_t i = 0; i < above.size(); ++i) {
    sizes |= size_of(above[i]);
    divisors |= static_cast<std::uint64_t>(below[i]);
  }
  return sizes < kCertain && divisors < kCertain && sizes + divisors <= kCertain;
}

template <Rounding mode>
void divide(std::span<const std::int64_t> above, std::span<const std::int64_t> below,
            std::span<Decimal128> into, bool certain) {
  for (std::size_t i = 0; i < above.size(); ++i) {
    const bool negative = above[i] < 0;
    const std::uint64_t size = size_of(above[i]);
    const auto divisor = static_cast<std::uint64_t>(below[i]);
    std::uint64_t quotient = 0;
    if (certain) {
      const double near = static_cast<double>(static_cast<std::int64_t>(size)) /
                          static_cast<double>(static_cast<std::int64_t>(divisor));
      quotient = static_cast<std::uint64_t>(static_cast<std::int64_t>(near));
    } else {
      quotient = size / divisor;
    }
    const std::uint64_t remainder = size - quotient * divisor;
    const bool away = detail::moves_away(quotient, remainder, divisor, negative, mode);
    const auto rounded = static_cast<std::int64_t>(quotient + (away ? 1 : 0));
    into[i] = detail::row_of(negative ? -rounded : rounded);
  }
}

template <Rounding mode>
void divide_blocks(std::span<const std::int64_t> above, std::span<const std::int64_t> below,
                   std::span<Decimal128> into) {
  for (std::size_t first = 0; first < above.size(); first += kBlock) {
    const std::size_t rows = std::min(kBlock, above.size() - first);
    const auto a = above.subspan(first, rows);
    const auto b = below.subspan(first, rows);
    if (is_certain(a, b)) {
      divide<mode>(a, b, into.subspan(first, rows), true);
    } else {
      divide<mode>(a, b, into.subspan(first, rows), false);
    }
  }
}

}  // namespace

void rounded_quotients(std::span<const std::int64_t> above, std::span<const std::int64_t> below,
                       Rounding mode, std::span<Decimal128> into) noexcept {
  assert(above.size() == below.size() && above.size() == into.size());
  switch (mode) {
    case Rounding::half_up: return divide_blocks<Rounding::half_up>(above, below, into);
    case Rounding::half_even: return divide_blocks<Rounding::half_even>(above, below, into);
    case Rounding::half_down: return divide_blocks<Rounding::half_down>(above, below, into);
    case Rounding::up: return divide_blocks<Rounding::up>(above, below, into);
    case Rounding::down: return divide_blocks<Rounding::down>(above, below, into);
    case Rounding::ceiling: return divide_blocks<Rounding::ceiling>(above, below, into);
    case Rounding::floor: return divide_blocks<Rounding::floor>(above, below, into);
  }
}

void rounded_quotients(std::span<const detail::Int128> above, std::span<const detail::Int128> below,
                       Rounding mode, std::span<Decimal128> into) noexcept {
  assert(above.size() == below.size() && above.size() == into.size());
  for (std::size_t i = 0; i < above.size(); ++i) {
    into[i] = detail::row_of(detail::rounded_quotient<detail::Wide>(above[i], below[i], mode));
  }
}

}  // namespace tiendo
