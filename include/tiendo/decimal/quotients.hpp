/// @file
/// Rounded quotients of 64-bit integers, many at once.
///
/// Where a floating-point division stands for an exact one it is proved to be exact. For integers
/// 0 <= x < 2^52 and 0 < y < 2^52 let n be the whole part of x / y. Both n and n + 1 are doubles,
/// and rounding keeps order: so the double that stands for x / y, in whatever direction it is
/// rounded, lies from n to n + 1, and so does the integer next to it. It is n exactly if it leaves
/// a remainder of at least zero, which is computed in integers, as is all that follows from it.
/// Everything beyond is divided as integers.
#pragma once

#include <cstdint>
#include <span>

#include "tiendo/decimal/columns.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/rounding.hpp"

namespace tiendo {

/// into[i] = above[i] / below[i], rounded to an integer in the mode, exactly. All have one length;
/// each below[i] is above zero, and no above[i] is the smallest number of its type. Pure; safe in
/// many threads at once.
void rounded_quotients(std::span<const std::int64_t> above, std::span<const std::int64_t> below,
                       Rounding mode, std::span<Decimal128> into) noexcept;
void rounded_quotients(std::span<const detail::Int128> above, std::span<const detail::Int128> below,
                       Rounding mode, std::span<Decimal128> into) noexcept;

}  // namespace tiendo
