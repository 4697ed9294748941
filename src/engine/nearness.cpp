// Tested by tests/unit/engine/nearness_test.cpp and tests/oracle/engine_oracle_test.cpp.

#include "engine/nearness.hpp"

#include <algorithm>

#include "engine/formulas.hpp"

namespace tiendo {
namespace {

// The part of the target that is in the row.
Ratio share_of(const ReportRow& row, std::size_t at) {
  return row.origins.empty() ? Ratio(1) : row.origins[at].share;
}

// Of all targets of the row, each of which has one.
std::optional<NearMiss> together(const Plan& plan, const ReportRow& row) {
  const NearMiss& first = *plan.targets().near(row.targets.front());
  const auto all = [&](const auto& holds) {
    return std::all_of(row.targets.begin(), row.targets.end(),
                       [&](Index target) { return holds(*plan.targets().near(target)); });
  };
  if (!all([&](const NearMiss& near) { return near.in == first.in; })) return std::nullopt;
  if (first.in == ChangeIn::percent) {
    const bool alike = all([&](const NearMiss& near) { return near.value == first.value; });
    return alike ? std::optional(first) : std::nullopt;
  }
  Result<Ratio> sum = Ratio();
  for (std::size_t i = 0; i < row.targets.size(); ++i) {
    sum = sum + share_of(row, i) * Ratio(plan.targets().near(row.targets[i])->value);
  }
  const Result<Decimal> total = sum ? sum->to_decimal() : Result<Decimal>(sum.error());
  return total ? std::optional(NearMiss{*total, first.in}) : std::nullopt;
}

}  // namespace

std::optional<NearMiss> near_of(const Plan& plan, const ReportRow& row) {
  if (!has_number(row.condition.kind)) return std::nullopt;
  const std::optional<NearMiss>& usual = plan.indicators()[row.indicator].near;
  if (row.kind == RowKind::component) return usual;
  const auto own = std::count_if(row.targets.begin(), row.targets.end(), [&](Index target) {
    return plan.targets().near(target) != nullptr;
  });
  if (own == 0) return usual;
  const bool each = static_cast<std::size_t>(own) == row.targets.size();
  return each ? together(plan, row) : std::nullopt;
}

std::optional<Margin> margin_of(const std::optional<NearMiss>& near, const Measure& measure) {
  if (!near) return std::nullopt;
  if (near->in != ChangeIn::points) return Margin{near->value, near->in == ChangeIn::percent};
  const Result<Ratio> amount = Ratio(near->value) * one_point(measure);
  return amount ? std::optional(Margin{*amount}) : std::nullopt;
}

}  // namespace tiendo
