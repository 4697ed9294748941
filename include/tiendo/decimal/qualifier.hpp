/// @file
/// The hedging word before a number: part of what was said, not of the number.
#pragma once

#include <cstdint>

namespace tiendo {

/// The hedge before the number, as printed: "khoảng", "trên", "dưới".
enum class Qualifier : std::uint8_t { exact, about, over, under };

}  // namespace tiendo
