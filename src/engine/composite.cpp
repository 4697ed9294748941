// Tested by tests/unit/engine/composite_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include "engine/composite.hpp"

#include <algorithm>

namespace tiendo {
namespace {

// Of all, if each stands as the first does; otherwise a part of what was due is there.
void conclude_state(ReportRow& row, const std::vector<ReportRow>& components) {
  row.coverage = {0, static_cast<int>(components.size()), Coverage::Of::components};
  for (const ReportRow& part : components) {
    row.coverage.reported += part.state == State::value ? 1 : 0;
    if (part.status) row.status = std::min(row.status.value_or(*part.status), *part.status);
  }
  const ReportRow& first = components.front();
  const bool alike = std::all_of(components.begin(), components.end(), [&](const ReportRow& part) {
    return part.state == first.state && part.reason == first.reason;
  });
  row.state = alike ? first.state : State::undefined;
  row.reason = alike ? first.reason : Errc::partial_coverage;
}

}  // namespace

std::vector<ReportRow> components_of(const std::vector<ReportRow>& rows, std::size_t at) {
  std::vector<ReportRow> components;
  if (rows[at].condition.kind != ConditionKind::components) return components;
  for (std::size_t i = at + 1; i < rows.size() && rows[i].kind == RowKind::component; ++i) {
    components.push_back(rows[i]);
  }
  return components;
}

void conclude_composite(ReportRow& row, const std::vector<ReportRow>& components) {
  conclude_state(row, components);
  const auto count = [&](Verdict verdict) {
    return static_cast<std::size_t>(
        std::count_if(components.begin(), components.end(),
                      [&](const ReportRow& part) { return part.verdict == verdict; }));
  };
  const auto open = std::find_if(components.begin(), components.end(), [](const ReportRow& part) {
    return part.verdict == Verdict::none;
  });
  row.verdict_reason = Errc::none;
  if (count(Verdict::missed) > 0) {
    row.verdict = Verdict::missed;
  } else if (open != components.end()) {
    row.verdict = Verdict::none;
    row.verdict_reason = open->verdict_reason;
  } else if (count(Verdict::near) > 0) {
    row.verdict = Verdict::near;
  } else {
    row.verdict = count(Verdict::exceeded) == components.size() ? Verdict::exceeded : Verdict::met;
  }
}

}  // namespace tiendo
