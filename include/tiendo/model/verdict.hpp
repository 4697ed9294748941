/// @file
/// What can be said of a result: by the condition of a target, or by hand.
#pragma once

#include <cstdint>
#include <string_view>

namespace tiendo {

/// What the condition of a target, or a judge, says of a result. The numbers never change.
enum class Verdict : std::uint8_t {
  none = 0,      ///< not judged: see the reason
  exceeded = 1,  ///< better than asked for; a subset of met
  met = 2,
  near = 3,  ///< missed, but by no more than a declared threshold
  missed = 4,
};

/// "exceeded" and so on; "" for none.
std::string_view name_of(Verdict verdict) noexcept;

}  // namespace tiendo
