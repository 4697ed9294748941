// The ways in which a processor divides many small integers at once.
#pragma once

#include <cstdint>
#include <span>

#include "tiendo/decimal/columns.hpp"
#include "tiendo/decimal/rounding.hpp"

namespace tiendo::detail {

// Each gives the same: into[i] = above[i] / below[i], rounded, where 0 < below[i] < 2^52 and the
// size of above[i] is below 2^52.
struct QuotientWay {
  const char* name;
  void (*divide)(std::span<const std::int64_t> above, std::span<const std::int64_t> below,
                 Rounding mode, std::span<Decimal128> into) noexcept;
};

// Those that this processor has, the fastest last; never none.
std::span<const QuotientWay> quotient_ways() noexcept;

// rounded_quotients() in one of them.
void rounded_quotients_by(const QuotientWay& way, std::span<const std::int64_t> above,
                          std::span<const std::int64_t> below, Rounding mode,
                          std::span<Decimal128> into) noexcept;

}  // namespace tiendo::detail
