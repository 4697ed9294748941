// What makes a target plain, and the way between it and its numbers.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "tiendo/model/target_rows.hpp"

namespace tiendo {

// As many as a plain target can name.
inline constexpr std::size_t kMostPlainPeriods = 256;

inline Decimal number_of_parts(std::int64_t coefficient, std::uint8_t scale) {
  return *Decimal::of(coefficient,
                      scale);  // within the limits, whatever the scale
}

// Whether the number fits a coefficient and a scale of a plain target.
inline bool fits_plain(const Decimal& number) {
  return number.coefficient() && number.scale() <= std::numeric_limits<std::uint8_t>::max();
}

// Whether the target says nothing that a plain one cannot say; its ids and its
// period are another question.
bool is_plain(const Target& target);

// The numbers of such a target; its baseline goes behind the others.
PlainTarget plain_target(const Target& target, std::uint8_t period,
                         std::vector<std::int64_t>& baselines);

// The row of a target that is kept whole, at that position among those.
inline PlainTarget kept_whole(std::size_t at) { return {0, static_cast<Index>(at)}; }

Condition condition_of(const PlainTarget& row);
std::optional<Baseline> baseline_of(const PlainTarget& row,
                                    const std::vector<std::int64_t>& baselines);

// Whether the row of the columns has a baseline.
inline bool has_baseline(const TargetColumns& columns, std::size_t row) {
  if (columns.baseline.empty() || columns.baseline_validity.empty()) {
    return !columns.baseline.empty();
  }
  return (columns.baseline_validity[row / 8] >> (row % 8) & 1) != 0;
}

}  // namespace tiendo
