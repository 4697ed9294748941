// Tested by tests/unit/engine/partial_test.cpp and tests/oracle/partial_oracle_test.cpp.
//
// A report of parts is one like any other: the sums of the parts stand in the columns at their
// tops, their reports are a log, and rows are made as ever. No row below a top is asked for of what
// was summed up there.

#include <algorithm>

#include "engine/part_cut.hpp"
#include "engine/reduction.hpp"
#include "engine/row_store.hpp"
#include "tiendo/engine/evaluate.hpp"

namespace tiendo {

bool carries(const Plan& plan, const Request& request, Index indicator) {
  return !Reduction(plan, request).reduces[indicator];
}

std::vector<Index> carried(const Plan& plan, const Request& request) {
  const Reduction reduction(plan, request);
  std::vector<Index> all;
  for (Index indicator = 0; indicator < reduction.reduces.size(); ++indicator) {
    if (!reduction.reduces[indicator]) all.push_back(indicator);
  }
  return all;
}

Report evaluate(const Partial& partial) {
  const ObservationLog& log = partial.reports();
  const Plan& plan = partial.plan();
  const PartCut cut = *PartCut::of(plan, partial.parts().units);
  const Reduction reduction(plan, partial.request());
  auto store = std::make_shared<ReportRows::Store>(log, partial.request());
  store->find_reporters(log);
  store->reporters.add_kinds_of(plan, partial.parts().kinds);
  store->find_tree();
  // No log of the reports goes on as this one.
  store->rows_seen = kMaxLogRows + 1;
  Watch unwatched;
  list_rows(*store, log, unwatched.team());
  keep_rows(*store, [&](Index indicator, Index unit) {
    return cut.is_at_or_above(unit) && !(reduction.reduces[indicator] && cut.is_below(unit));
  });
  store->known = known_sums(log, store->tree, partial.request(), unwatched,
                            std::make_shared<const std::vector<PartSum>>(partial.parts().sums));
  return report_of(store, log, unwatched);
}

Result<Report> evaluate_below(const ObservationLog& log, const PartUnits& units,
                              const Partial& merged) {
  const Result<PartCut> cut = PartCut::of(log, units);
  if (!cut) return cut.error();
  const std::vector<Index>& tops = merged.parts().units.whole;
  const auto is_top = [&tops](Index unit) {
    return std::binary_search(tops.begin(), tops.end(), unit);
  };
  if (!std::all_of(units.whole.begin(), units.whole.end(), is_top)) {
    return error(Errc::part_not_merged);
  }
  const Reduction reduction(log.plan(), merged.request());
  auto store = std::make_shared<ReportRows::Store>(log, merged.request());
  store->find_reporters(log);
  store->reporters.add_kinds_of(log.plan(), merged.parts().kinds);
  store->find_tree();
  store->rows_seen = kMaxLogRows + 1;
  Watch unwatched;
  list_rows(*store, log, unwatched.team());
  keep_rows(*store, [&](Index indicator, Index unit) {
    return reduction.reduces[indicator] && cut->is_below(unit);
  });
  store->known = known_sums(log, store->tree, merged.request(), unwatched);
  return report_of(store, log, unwatched);
}

}  // namespace tiendo
