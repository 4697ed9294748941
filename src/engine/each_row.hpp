// The rows of a report, those that follow from columns run by run.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>

#include "engine/row_store.hpp"

namespace tiendo {

// Those of the range that there are.
RowRange rows_in(const Report& report, RowRange range);

// The rows of a report from one on to before another: runs by `make`, which says whether it could,
// others one by one by `put`.
template <class Make, class Put>
std::optional<Error> each_row(const Report& report, std::size_t begin, std::size_t end,
                              const Make& make, const Put& put) {
  const ReportRows::Store* store = report.rows.store();
  std::size_t next = begin;
  const auto one_by_one = [&](std::size_t until) -> std::optional<Error> {
    for (; next < until; ++next) {
      if (std::optional<Error> problem = put(next)) return problem;
    }
    return std::nullopt;
  };
  if (store == nullptr) return one_by_one(end);
  auto run = std::partition_point(store->runs.begin(), store->runs.end(),
                                  [begin](const RowRun& r) { return r.first + r.rows <= begin; });
  for (; run != store->runs.end() && run->first < end; ++run) {
    const std::size_t first = std::max(run->first, begin);
    const std::size_t rows = std::min(run->first + run->rows, end) - first;
    if (auto problem = one_by_one(first)) return problem;
    const RowRun part{first, rows, run->column + (first - run->first), run->indicator};
    if (make(*store, part)) next = first + rows;
  }
  return one_by_one(end);
}

}  // namespace tiendo
