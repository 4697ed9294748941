// What a plan file says of units and what becomes of them, and of indicators beyond the plain ones.

#include <gtest/gtest.h>

#include "plan_texts.hpp"

namespace tiendo::plan_definitions_test {
namespace {

Succession event(std::string_view text) { return part(read_succession, text); }

TEST(PlanDefinitionsTest, UnitsBecomeOthersBySharesOnADay) {
  const Succession merged = event(R"({"on": "2025-07-01", "decision": {"number": "1686"},
      "from": ["ward", "field"], "to": [{"unit": "new", "share": "0.25"}, {"unit": "rest"}],
      "note": "n", "source": "s"})");
  EXPECT_EQ(merged.on, *Date::parse("2025-07-01"));
  EXPECT_EQ(merged.decision.number, "1686");
  EXPECT_EQ(merged.from, (std::vector<std::string>{"ward", "field"}));
  ASSERT_EQ(merged.to.size(), 2U);
  EXPECT_EQ(merged.to[0].unit, "new");
  EXPECT_EQ(merged.to[0].share, *Decimal::parse("0.25"));
  EXPECT_EQ(merged.to[1].unit, "rest");
  EXPECT_FALSE(merged.to[1].share);
  EXPECT_EQ(merged.remarks, (Remarks{"n", "s"}));
  EXPECT_FALSE(merged.parent);
  EXPECT_TRUE(event(R"({"on": "2025-07-02", "from": ["town"], "to": []})").to.empty());
}

TEST(PlanDefinitionsTest, AUnitStaysItselfWithAnotherParentNameOrCode) {
  const Succession changed = event(
      R"({"on": "2025-07-03", "unit": "new", "parent": "", "name": {"vi": "mới"}, "code": "26740"})");
  EXPECT_EQ(changed.unit, "new");
  EXPECT_EQ(changed.parent, "");
  EXPECT_EQ(changed.name.vi, "mới");
  EXPECT_EQ(changed.code, "26740");
  EXPECT_EQ(event(R"({"on": "2025-07-04", "unit": "rest", "parent": "new"})").parent, "new");
}

TEST(PlanDefinitionsTest, ASeriesBreaksOnADayWithOrWithoutAFactorThatBridgesIt) {
  const Indicator output = part(read_indicator, R"({"id": "output", "measure": "ha",
      "kind": "flow", "base_rule": "first_published", "weight": "people", "breaks": [
        {"on": "2023-01-01", "kind": "price_base", "factor": "1.25", "note": "n"},
        {"on": "2024-01-01", "kind": "boundary"}]})");
  EXPECT_EQ(output.base_rule, BaseRule::first_published);
  EXPECT_EQ(output.weight, "people");
  ASSERT_EQ(output.breaks.size(), 2U);
  EXPECT_EQ(output.breaks[0].on, *Date::parse("2023-01-01"));
  EXPECT_EQ(output.breaks[0].kind, BreakKind::price_base);
  EXPECT_EQ(output.breaks[0].factor, *Decimal::parse("1.25"));
  EXPECT_EQ(output.breaks[0].remarks.note, "n");
  EXPECT_EQ(output.breaks[1].kind, BreakKind::boundary);
  EXPECT_FALSE(output.breaks[1].factor);
}

TEST(PlanDefinitionsTest, AnIndicatorMayStateHowItAddsUp) {
  const Indicator people = part(read_indicator, R"({"id": "people", "measure": "person",
      "kind": "level", "time_rule": "mean", "unit_rule": "max"})");
  EXPECT_EQ(people.time_rule, TimeRule::mean);
  EXPECT_EQ(people.unit_rule, UnitRule::max);
}

TEST(PlanDefinitionsTest, AFormulaHasAnExpressionAndACompositeItsComponents) {
  const Indicator mix = part(read_indicator, R"({"id": "mix", "kind": "composite",
      "components": ["a", "b"], "total": "100"})");
  EXPECT_EQ(mix.kind, IndicatorKind::composite);
  EXPECT_EQ(mix.components, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(mix.total, Decimal(100));
  EXPECT_EQ(mix.measure, "");
  const Indicator sum =
      part(read_indicator,
           R"({"id": "sum", "measure": "percent", "kind": "formula", "formula": "a + b"})");
  EXPECT_EQ(sum.formula, "a + b");
}

TEST(PlanDefinitionsTest, WhatIsNeededIsAskedFor) {
  const char* const faulty[] = {
      R"(, "succession": [{"from": ["ward"], "to": []}])",
      R"(, "succession": [{"on": "2025-07-01", "from": ["ward"], "to": [{"share": "1"}]}])"};
  for (const char* more : faulty) {
    EXPECT_EQ(fault(plan_text("", kIndicators, kUnits, more)), Errc::missing_key) << more;
  }
  EXPECT_EQ(fault(plan_text("", R"([{"id": "a", "measure": "ha", "kind": "flow",
      "breaks": [{"on": "2025-07-01"}]}])")),
            Errc::missing_key);
  EXPECT_EQ(fault(plan_text("", R"([{"id": "a", "kind": "flow"}])")), Errc::missing_key);
}

}  // namespace
}  // namespace tiendo::plan_definitions_test
