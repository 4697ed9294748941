/// @file
/// Rounded quotients of 64-bit integers, many at once.
///
/// Where a floating-point division stands for an exact one it is proved to be exact: for integers
/// x >= 0 and y > 0 with x + y <= 2^52 the double nearest to x / y, or next to x / y by any other
/// direction of rounding, has the same whole part as x / y. (It could be wrong only where x / y
/// lies just below an integer n and is rounded up to it. With 2^e < n <= 2^(e+1) the doubles below
/// n are 2^(e-52) apart, so that n - x/y < 2^(e-52); but n - x/y >= 1/y, so y > 2^(52-e) and n y >
/// 2^52, while (n - 1) y <= x gives n y <= x + y <= 2^52.) Everything beyond is divided as
/// integers.
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
