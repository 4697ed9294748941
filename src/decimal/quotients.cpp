// Tested by tests/unit/decimal/quotients_test.cpp and tests/oracle/quotients_oracle_test.cpp.
//
// The proof is in the header. A block is looked at as a whole, so that the loops over its rows have
// no branch and the compiler does several rows at once: two, or as many as the processor that the
// program finds itself on can do.

#include "tiendo/decimal/quotients.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cfloat>
#include <cstddef>

#include "decimal/quotient.hpp"
#include "decimal/quotient_ways.hpp"
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

// The bits of 2^52 + n are those of 2^52 and of n, for an n below 2^52.
constexpr double kEdge = 4'503'599'627'370'496.0;
constexpr auto kEdgeBits = std::bit_cast<std::uint64_t>(kEdge);

// What is inlined into each way becomes its instructions.
#define TIENDO_IN_EACH_WAY [[gnu::always_inline]] inline

TIENDO_IN_EACH_WAY double as_double(std::uint64_t number) {
  return std::bit_cast<double>(number | kEdgeBits) - kEdge;
}
// All bits where the number is below zero, else none.
TIENDO_IN_EACH_WAY std::uint64_t sign_of(std::int64_t number) {
  return static_cast<std::uint64_t>(number >> 63);
}
// The number, or its opposite where the sign is set.
TIENDO_IN_EACH_WAY std::uint64_t with_sign(std::uint64_t number, std::uint64_t sign) {
  return (number ^ sign) - sign;
}

// Of at most kBlock rows.
template <Rounding mode>
TIENDO_IN_EACH_WAY void divide_block(std::span<const std::int64_t> above,
                                     std::span<const std::int64_t> below, Decimal128* into) {
  std::array<std::uint64_t, kBlock> quotients;
  const std::size_t rows = above.size();
  for (std::size_t i = 0; i < rows; ++i) {
    const std::uint64_t sign = sign_of(above[i]);
    const double size = as_double(with_sign(static_cast<std::uint64_t>(above[i]), sign));
    const double near = size / as_double(static_cast<std::uint64_t>(below[i]));
    quotients[i] = std::bit_cast<std::uint64_t>(near + kEdge) - kEdgeBits;
  }
  for (std::size_t i = 0; i < rows; ++i) {
    const std::uint64_t sign = sign_of(above[i]);
    const std::uint64_t size = with_sign(static_cast<std::uint64_t>(above[i]), sign);
    const std::int64_t divisor = below[i];
    // It is the whole part or one more; what is left then says which.
    auto quotient = static_cast<std::int64_t>(quotients[i]);
    std::int64_t remainder = static_cast<std::int64_t>(size) - quotient * divisor;
    const auto one_more = static_cast<std::int64_t>(sign_of(remainder));
    quotient += one_more;
    remainder += divisor & one_more;
    const bool away = detail::moves_away(quotient, remainder, divisor, sign != 0, mode);
    quotients[i] = with_sign(static_cast<std::uint64_t>(quotient + (away ? 1 : 0)), sign);
  }
  for (std::size_t i = 0; i < rows; ++i) {
    into[i] = detail::row_of(static_cast<std::int64_t>(quotients[i]));
  }
}

template <Rounding mode>
TIENDO_IN_EACH_WAY void divide_as(std::span<const std::int64_t> above,
                                  std::span<const std::int64_t> below, std::span<Decimal128> into) {
  for (std::size_t first = 0; first < above.size(); first += kBlock) {
    const std::size_t rows = std::min(kBlock, above.size() - first);
    divide_block<mode>(above.subspan(first, rows), below.subspan(first, rows), into.data() + first);
  }
}

TIENDO_IN_EACH_WAY void divide(std::span<const std::int64_t> above,
                               std::span<const std::int64_t> below, Rounding mode,
                               std::span<Decimal128> into) {
  switch (mode) {
    case Rounding::half_up: return divide_as<Rounding::half_up>(above, below, into);
    case Rounding::half_even: return divide_as<Rounding::half_even>(above, below, into);
    case Rounding::half_down: return divide_as<Rounding::half_down>(above, below, into);
    case Rounding::up: return divide_as<Rounding::up>(above, below, into);
    case Rounding::down: return divide_as<Rounding::down>(above, below, into);
    case Rounding::ceiling: return divide_as<Rounding::ceiling>(above, below, into);
    case Rounding::floor: return divide_as<Rounding::floor>(above, below, into);
  }
}

void divide_by_two(std::span<const std::int64_t> above, std::span<const std::int64_t> below,
                   Rounding mode, std::span<Decimal128> into) noexcept {
  divide(above, below, mode, into);
}

#ifdef __x86_64__
[[gnu::target("avx2")]] void divide_by_four(std::span<const std::int64_t> above,
                                            std::span<const std::int64_t> below, Rounding mode,
                                            std::span<Decimal128> into) noexcept {
  divide(above, below, mode, into);
}

[[gnu::target("avx512f,avx512dq,avx512vl,avx512bw")]] void divide_by_eight(
    std::span<const std::int64_t> above, std::span<const std::int64_t> below, Rounding mode,
    std::span<Decimal128> into) noexcept {
  divide(above, below, mode, into);
}
#endif

constexpr std::array kWays = {
    detail::QuotientWay{"two", divide_by_two},
#ifdef __x86_64__
    detail::QuotientWay{"four", divide_by_four},
    detail::QuotientWay{"eight", divide_by_eight},
#endif
};

std::size_t count_ways() noexcept {
#ifdef __x86_64__
  if (!__builtin_cpu_supports("avx2")) return 1;
  const bool eight = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                     __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
  return eight ? 3 : 2;
#else
  return 1;
#endif
}

std::uint64_t size_of(std::int64_t number) {
  return with_sign(static_cast<std::uint64_t>(number), sign_of(number));
}

// Whether every row is within the bound.
bool is_certain(std::span<const std::int64_t> above, std::span<const std::int64_t> below) {
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < above.size(); ++i) {
    all |= size_of(above[i]) | static_cast<std::uint64_t>(below[i]);
  }
  return all < kCertain;
}

void divide_integers(std::span<const std::int64_t> above, std::span<const std::int64_t> below,
                     Rounding mode, std::span<Decimal128> into) noexcept {
  for (std::size_t i = 0; i < above.size(); ++i) {
    const bool negative = above[i] < 0;
    const auto divisor = static_cast<std::uint64_t>(below[i]);
    const std::uint64_t rounded = detail::rounded_size(size_of(above[i]), divisor, negative, mode);
    const auto size = static_cast<std::int64_t>(rounded);
    into[i] = detail::row_of(negative ? -size : size);
  }
}

}  // namespace

namespace detail {

std::span<const QuotientWay> quotient_ways() noexcept {
  static const std::size_t kCount = count_ways();
  return std::span(kWays).first(kCount);
}

void rounded_quotients_by(const QuotientWay& way, std::span<const std::int64_t> above,
                          std::span<const std::int64_t> below, Rounding mode,
                          std::span<Decimal128> into) noexcept {
  assert(above.size() == below.size() && above.size() == into.size());
  for (std::size_t first = 0; first < above.size(); first += kBlock) {
    const std::size_t rows = std::min(kBlock, above.size() - first);
    const auto a = above.subspan(first, rows);
    const auto b = below.subspan(first, rows);
    const auto divide_rows = is_certain(a, b) ? way.divide : divide_integers;
    divide_rows(a, b, mode, into.subspan(first, rows));
  }
}

}  // namespace detail

void rounded_quotients(std::span<const std::int64_t> above, std::span<const std::int64_t> below,
                       Rounding mode, std::span<Decimal128> into) noexcept {
  detail::rounded_quotients_by(detail::quotient_ways().back(), above, below, mode, into);
}

void rounded_quotients(std::span<const detail::Int128> above, std::span<const detail::Int128> below,
                       Rounding mode, std::span<Decimal128> into) noexcept {
  assert(above.size() == below.size() && above.size() == into.size());
  for (std::size_t i = 0; i < above.size(); ++i) {
    into[i] = detail::row_of(detail::rounded_quotient<detail::Wide>(above[i], below[i], mode));
  }
}

}  // namespace tiendo
