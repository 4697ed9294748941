/// @file
/// The plain targets of a plan as columns, for what is computed of many of them at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tiendo/base/id.hpp"
#include "tiendo/model/condition.hpp"

namespace tiendo {

/// Of the plain targets (target_list.hpp) those that stand alone for their indicator and unit in
/// the time of the plan: the row of each in a report follows from the target and from sums over
/// reports. By indicator, then by unit. Belongs to its plan; safe to read from many threads at
/// once.
struct SoleTargets {
  /// Of each indicator, where its targets begin; one more at the end.
  std::vector<std::size_t> first;
  std::vector<Index> target;    ///< positions in Plan::targets(); kNone where there is none
  std::vector<Index> unit;      ///< positions in Plan::units()
  std::vector<Index> assigner;  ///< likewise, kNone where the target names none
  /// The bound; none where its numbers do not fit, and where a near miss counts.
  std::vector<ConditionKind> kind;
  /// The number of the bound, and the base that is stated, or 0: coefficients at one scale an
  /// indicator.
  std::vector<std::int64_t> value;
  std::vector<std::int64_t> base;
  std::vector<int> scale;  ///< digits after the point, beside the indicators

  /// Makes room for so many targets.
  void reserve(std::size_t targets) {
    each_column([targets](auto& column) { column.reserve(targets); });
  }
  /// Calls use(column) for each of the columns that have a place for every target.
  template <class Use>
  void each_column(const Use& use) {
    use(target);
    use(unit);
    use(assigner);
    use(kind);
    use(value);
    use(base);
  }
};

}  // namespace tiendo
