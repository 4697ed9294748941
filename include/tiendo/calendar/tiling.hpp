/// @file
/// Whether periods tile a whole: every day of it in exactly one of them, and no other day.
///
/// The answer is about days, so the order of the periods does not matter, and neither does where
/// one of them is cut in two.
#pragma once

#include <optional>
#include <vector>

#include "tiendo/calendar/period.hpp"

namespace tiendo {

/// What keeps periods from tiling a whole.
enum class TilingFault {
  gap,      ///< days of the whole that are in none
  overlap,  ///< days of the whole that are in two or more
  outside,  ///< days in one that are not in the whole
};

/// Days that are all at fault in the same way.
struct TilingFinding {
  TilingFault fault = TilingFault::gap;
  Period days;

  friend bool operator==(const TilingFinding&, const TilingFinding&) = default;
};

/// The first days that keep the periods from tiling the whole, as many as follow each other with
/// the same fault; nothing when they tile it. No periods at all leave the whole as a gap.
std::optional<TilingFinding> first_tiling_fault(const Period& whole,
                                                const std::vector<Period>& parts);

}  // namespace tiendo
