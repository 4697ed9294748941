// Tested by tests/unit/engine/composite_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include "engine/composite.hpp"

#include <algorithm>
#include <iterator>

namespace tiendo {
namespace {

// How many have a figure, and the least final of what was used.
void count(ReportRow& row, const std::vector<ReportRow>& components) {
  row.coverage = {0, static_cast<int>(components.size()), Coverage::Of::components};
  for (const ReportRow& part : components) {
    row.coverage.reported += part.state == State::value ? 1 : 0;
    if (part.status) row.status = std::min(row.status.value_or(*part.status), *part.status);
  }
}

// Those of which something has been reported; all where nothing has.
std::vector<ReportRow> reported_of(const std::vector<ReportRow>& components) {
  std::vector<ReportRow> reported;
  std::copy_if(components.begin(), components.end(), std::back_inserter(reported),
               [](const ReportRow& part) { return part.state != State::no_data; });
  return reported.empty() ? components : reported;
}

// Of all, if each stands as the first does; otherwise a part of what was due is there.
void conclude_state(ReportRow& row, const std::vector<ReportRow>& components) {
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

namespace {

// Missed as soon as one is; none while one is none; else the worst of them.
Verdict all_together(const std::vector<Verdict>& verdicts) {
  const auto has = [&](Verdict one) {
    return std::find(verdicts.begin(), verdicts.end(), one) != verdicts.end();
  };
  for (const Verdict one : {Verdict::missed, Verdict::none, Verdict::near, Verdict::met}) {
    if (has(one)) return one;
  }
  return Verdict::exceeded;
}

}  // namespace

void conclude_composite(ReportRow& row, const std::vector<ReportRow>& all, Unreported unreported) {
  const bool leaves_out = unreported == Unreported::leave_out;
  const std::vector<ReportRow> reported = leaves_out ? reported_of(all) : std::vector<ReportRow>();
  const std::vector<ReportRow>& components = leaves_out ? reported : all;
  count(row, all);
  conclude_state(row, components);
  std::vector<Verdict> verdicts;
  std::vector<Verdict> so_far;
  for (const ReportRow& part : components) {
    verdicts.push_back(part.verdict);
    so_far.push_back(part.verdict == Verdict::none ? part.provisional : part.verdict);
  }
  const auto open = std::find_if(components.begin(), components.end(), [](const ReportRow& part) {
    return part.verdict == Verdict::none;
  });
  row.verdict = all_together(verdicts);
  row.verdict_reason = row.verdict == Verdict::none ? open->verdict_reason : Errc::none;
  const bool may_change = row.verdict_reason == Errc::period_open;
  row.provisional = may_change ? all_together(so_far) : Verdict::none;
}

}  // namespace tiendo
