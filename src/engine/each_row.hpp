// The rows of a report, those that follow from columns run by run.
#pragma once

#include <optional>

#include "engine/row_store.hpp"

namespace tiendo {

// All rows of a report: runs by `make`, which says whether it could, others one by one by `put`.
template <class Make, class Put>
std::optional<Error> each_row(const Report& report, const Make& make, const Put& put) {
  const ReportRows::Store* store = report.rows.store();
  std::size_t next = 0;
  const auto one_by_one = [&](std::size_t end) -> std::optional<Error> {
    for (; next < end; ++next) {
      if (std::optional<Error> problem = put(next)) return problem;
    }
    return std::nullopt;
  };
  for (std::size_t i = 0; store != nullptr && i < store->runs.size(); ++i) {
    const RowRun& run = store->runs[i];
    if (auto problem = one_by_one(run.first)) return problem;
    if (make(*store, run)) next = run.first + run.rows;
  }
  return one_by_one(report.rows.size());
}

}  // namespace tiendo
