/// @file
/// Ids: the short names by which plans, units and indicators refer to each other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/base/result.hpp"

namespace tiendo {

/// Position of a thing in the range of its kind: the third unit has index 2.
using Index = std::uint32_t;

/// No thing at all.
inline constexpr Index kNone = 0xffffffffU;

/// Most bytes an id may have.
inline constexpr std::size_t kMaxIdBytes = 128;

/// Whether the text is 1 to 128 bytes of `A-Z a-z 0-9 . _ : / -`.
bool is_id(std::string_view text) noexcept;

/// The candidate nearest to `word` by edit distance, or "" when none is near (more than a third of
/// the word would have to change). Ties go to the earlier candidate.
std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace tiendo
