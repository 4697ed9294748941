// Tested by tests/unit/engine/partial_test.cpp and tests/oracle/partial_oracle_test.cpp.

#include "engine/reduction.hpp"

#include <algorithm>

#include "base/team.hpp"
#include "engine/actual.hpp"
#include "engine/row_store.hpp"

namespace tiendo {
namespace {

// What others are made from, or weighted by.
std::vector<bool> used_by_others(const Plan& plan) {
  std::vector<bool> used(plan.indicators().size());
  const auto use = [&used](Index indicator) {
    if (indicator != kNone) used[indicator] = true;
  };
  for (Index at = 0; at < plan.indicators().size(); ++at) {
    use(plan.base_of(at));
    use(plan.weight_of(at));
    if (const IndicatorFormula* formula = plan.formula_of(at)) {
      for (const Index one : formula->indicators) use(one);
    }
    for (const std::string& id : plan.indicators()[at].components) use(plan.find_indicator(id));
  }
  return used;
}

bool is_plain(const ReportRow& row, const Period& time) {
  return row.kind == RowKind::indicator && row.period == time && row.project == kNone;
}

}  // namespace

Reduction::Reduction(const Plan& plan, const Request& request) : reduces(plan.indicators().size()) {
  const std::optional<SumQuestions> asked = sum_questions(plan, request);
  if (!asked || !asked->complete) return;
  const ObservationLog none(plan);
  ReportRows::Store store(none, request);
  store.find_reporters(none);
  if (store.tree == nullptr) return;
  Team alone(1);
  list_rows(store, none, alone);
  if (request.levels && !store.all_columns) return;
  questions = all_of(*asked);
  const PlainIndicators plain(none);
  const std::vector<bool> used = used_by_others(plan);
  for (Index at = 0; at < reduces.size(); ++at) {
    const BaseRule rule = base_rule_of(plan, at, base_rule_of(request));
    reduces[at] = plain.plain[at] && plain.adds_up[at] && rule == BaseRule::latest && !used[at] &&
                  plan.indicators()[at].weight.empty();
  }
  for (const RowPlace& place : store.places) {
    if (place.whole == kNone) continue;
    const ReportRow& row = store.whole[place.whole];
    if (!is_plain(row, plan.head().period)) reduces[row.indicator] = false;
  }
}

}  // namespace tiendo
