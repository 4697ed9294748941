/// @file
/// The seven ways to drop digits. Rounding is always an argument, never a mode of the library.
#pragma once

#include <optional>
#include <string_view>

namespace tiendo {

/// How a digit is dropped. The numbers stand in the C header and never change; a value that is none
/// of the seven rounds as down does.
enum class Rounding {
  half_up = 1,    ///< to the nearest; ties away from zero (Decree 174/2016, art. 4): the default
  half_even = 2,  ///< to the nearest; ties to the even digit
  half_down = 3,  ///< to the nearest; ties towards zero
  up = 4,         ///< away from zero
  down = 5,       ///< towards zero
  ceiling = 6,    ///< towards plus infinity
  floor = 7,      ///< towards minus infinity
};

/// "half_up" and so on; empty for a value that is none of the seven.
std::string_view name_of(Rounding mode) noexcept;

/// The mode of that name, or nothing.
std::optional<Rounding> rounding_named(std::string_view name) noexcept;

}  // namespace tiendo
