/// @file
/// Short ways to write numbers and to ask for errors in the tests of this directory.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {

inline constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

inline constexpr Rounding kAllModes[] = {
    Rounding::half_up, Rounding::half_even, Rounding::half_down, Rounding::up,
    Rounding::down,    Rounding::ceiling,   Rounding::floor};

inline Decimal dec(std::string_view text) { return *Decimal::parse(text); }

inline Ratio ratio(std::string_view text) { return *Ratio::parse(text); }

/// The code of an error; Errc::none for a value.
template <class T>
Errc code_of(const Result<T>& result) {
  return result ? Errc::none : result.error().code;
}

/// What a result prints, or the name of its error.
template <class T>
std::string shown(const Result<T>& result) {
  return result ? result->to_string() : std::string(name_of(result.error().code));
}

/// 10^exponent, also beyond what parse() reads.
inline Decimal ten_to(int exponent) { return pow(Ratio(10), exponent)->numerator(); }

inline std::string nines(int count) { return std::string(static_cast<std::size_t>(count), '9'); }
inline std::string zeros(int count) { return std::string(static_cast<std::size_t>(count), '0'); }

}  // namespace tiendo
