/// @file
/// Fractions between text and the library.
#pragma once

#include <compare>

#include "support.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo::capi {

/// The fraction that a text holds. What is wrong with it is said with the name of the text.
/// @return TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING
Outcome read_fraction(std::string_view name, const char* text, std::int64_t length, Ratio& value);

/// -1, 0 or 1.
inline std::int32_t number_of(std::strong_ordering order) noexcept {
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

}  // namespace tiendo::capi
