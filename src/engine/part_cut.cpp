// Tested by tests/unit/engine/partial_test.cpp.

#include "engine/part_cut.hpp"

#include <algorithm>

namespace tiendo {

// False where the unit is of the part already.
bool PartCut::take(Index unit, Index top) {
  if (in_[unit]) return false;
  in_[unit] = true;
  top_[unit] = top;
  return true;
}

Result<PartCut> PartCut::of(const Plan& plan, const PartUnits& units) {
  const std::size_t count = plan.units().size();
  PartCut cut(count);
  const auto overlap = [&plan](Index unit) {
    return error(Errc::parts_overlap,
                 "the unit \"" + plan.units()[unit].id + "\" is in two parts, or twice in one");
  };
  for (const std::vector<Index>* named : {&units.whole, &units.alone}) {
    const auto beyond = [count](Index unit) { return unit >= count; };
    if (std::any_of(named->begin(), named->end(), beyond)) return error(Errc::unknown_unit);
  }
  for (const Index top : units.whole) {
    std::vector<Index> open = {top};
    while (!open.empty()) {
      const Index unit = open.back();
      open.pop_back();
      if (!cut.take(unit, top)) return overlap(unit);
      const std::vector<Index>& below = plan.children_of(unit);
      open.insert(open.end(), below.begin(), below.end());
    }
  }
  for (const Index unit : units.alone) {
    if (!cut.take(unit, kNone)) return overlap(unit);
  }
  for (Index unit = 0; unit < count; ++unit) {
    if (!cut.in_[unit]) continue;
    for (Index at = unit; at != kNone && !cut.above_[at];) {
      cut.above_[at] = true;
      at = plan.find_unit(plan.units()[at].parent);
    }
  }
  return cut;
}

Result<PartCut> PartCut::of(const ObservationLog& log, const PartUnits& units) {
  Result<PartCut> cut = of(log.plan(), units);
  for (Index number = 0; cut && number < log.cell_count(); ++number) {
    const LogCell cell = log.cell(number);
    if (cut->has(cell.unit)) continue;
    Error problem =
        error(Errc::unit_outside_part, "the unit \"" + log.plan().units()[cell.unit].id +
                                           "\" is none of the part that the reports are of");
    const auto rows = log.rows_of(cell.indicator, cell.unit, cell.project);
    problem.row = static_cast<std::int64_t>(rows.front());
    return problem;
  }
  return cut;
}

bool PartCut::is_whole() const {
  return std::all_of(in_.begin(), in_.end(), [](bool in) { return in; });
}

}  // namespace tiendo
