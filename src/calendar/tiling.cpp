// Tested by tests/unit/calendar/tiling_test.cpp and tests/oracle/calendar_oracle_test.cpp.
//
// The borders of all periods, sorted, cut the days into stretches in which nothing changes. Each
// stretch has a number of parts and is inside the whole or not, which is all that a fault is about.

#include "tiendo/calendar/tiling.hpp"

#include <algorithm>

namespace tiendo {

namespace {

// A day on which the number of parts, or of wholes, goes up or down.
struct Border {
  Date day;
  int parts;
  int wholes;
};

std::vector<Border> borders_of(const Period& whole, const std::vector<Period>& parts) {
  std::vector<Border> borders = {{whole.start(), 0, 1}, {whole.end(), 0, -1}};
  borders.reserve(2 * parts.size() + 2);
  for (const Period& part : parts) {
    borders.push_back({part.start(), 1, 0});
    borders.push_back({part.end(), -1, 0});
  }
  std::sort(borders.begin(), borders.end(),
            [](const Border& a, const Border& b) { return a.day < b.day; });
  return borders;
}

// What is wrong with days that are in so many parts and so many wholes.
std::optional<TilingFault> fault_of(int parts, int wholes) {
  if (wholes == 0) return parts > 0 ? std::optional(TilingFault::outside) : std::nullopt;
  if (parts == 1) return std::nullopt;
  return parts == 0 ? TilingFault::gap : TilingFault::overlap;
}

}  // namespace

std::optional<TilingFinding> first_tiling_fault(const Period& whole,
                                                const std::vector<Period>& parts) {
  int inside_parts = 0;
  int inside_wholes = 0;
  std::optional<TilingFinding> found;
  const std::vector<Border> borders = borders_of(whole, parts);
  for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
    inside_parts += borders[i].parts;
    inside_wholes += borders[i].wholes;
    const auto stretch = Period::of(borders[i].day, borders[i + 1].day);
    if (!stretch) continue;  // another border on the same day
    const auto fault = fault_of(inside_parts, inside_wholes);
    if (found && fault != found->fault) return found;
    if (!fault) continue;
    found = {*fault, found ? *Period::of(found->days.start(), stretch->end()) : *stretch};
  }
  return found;
}

}  // namespace tiendo
