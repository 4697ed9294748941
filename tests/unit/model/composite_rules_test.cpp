// The rules of composites: their components, and the targets on them.

#include <gtest/gtest.h>

#include "books.hpp"

namespace tiendo::composite_rules_test {
namespace {

using Lines = std::vector<std::string>;

Condition by_component(std::vector<ComponentCondition> all) {
  Condition result;
  result.kind = ConditionKind::components;
  result.components = std::make_shared<const std::vector<ComponentCondition>>(std::move(all));
  return result;
}

ComponentCondition asks(const char* id, std::string_view at_least) {
  return {id, condition(ConditionKind::at_least, at_least)};
}

// The good book with a composite of land and wards, and a target on it as the third.
Book composite_book() {
  Book book = good_book();
  Indicator composite = indicator("mixed", "", IndicatorKind::composite);
  composite.components = {"land", "wards"};
  book.indicators.push_back(composite);
  book.targets[2] = target("mixed", "1");
  book.targets[2].condition = by_component({asks("wards", "2"), asks("land", "1.5")});
  return book;
}

// clang-format off
const Fault kFaults[] = {
    {"no components", [](Book& b) { b.indicators[4].components.clear(); b.targets.pop_back(); },
     Errc::components_missing, "/indicators/4"},
    {"an unknown one", [](Book& b) { b.indicators[4].components[1] = "sea"; b.targets.pop_back(); },
     Errc::unknown_indicator, "/indicators/4/components/1"},
    {"one twice", [](Book& b) { b.indicators[4].components.push_back("land"); },
     Errc::component_twice, "/indicators/4/components/2"},
    {"itself", [](Book& b) { b.indicators[4].components[0] = "mixed"; b.targets.pop_back(); },
     Errc::component_nested, "/indicators/4/components/0"},
    {"components of a flow", [](Book& b) { b.indicators[0].components = {"wards"}; },
     Errc::rule_conflict, "/indicators/0/components"},
    {"total of a flow", [](Book& b) { b.indicators[0].total = 100; },
     Errc::rule_conflict, "/indicators/0/total"},
    {"total of two measures", [](Book& b) { b.indicators[4].total = 100; },
     Errc::rule_conflict, "/indicators/4/total"},
    {"growth of a composite", [](Book& b) { b.indicators[1].base = "mixed"; },
     Errc::rule_conflict, "/indicators/1/base"},
    {"another condition", [](Book& b) { b.targets[2].condition = condition(ConditionKind::at_most, "1"); },
     Errc::condition_misfit, "/plan/targets/2/at_most"},
    {"components of what has none", [](Book& b) { b.targets[2].indicator = "land-growth"; },
     Errc::condition_misfit, "/plan/targets/2/components"},
    {"one left out", [](Book& b) { b.targets[2].condition = by_component({asks("land", "1")}); },
     Errc::components_differ, "/plan/targets/2/components"},
    {"one too many", [](Book& b) { b.targets[2].condition =
         by_component({asks("land", "1"), asks("wards", "1"), asks("paid", "1")}); },
     Errc::components_differ, "/plan/targets/2/components/paid"},
    {"two conditions on one", [](Book& b) { b.targets[2].condition =
         by_component({asks("land", "1"), asks("wards", "1"), asks("land", "2")}); },
     Errc::components_differ, "/plan/targets/2/components/land"},
    {"no conditions", [](Book& b) { b.targets[2].condition = {}; b.targets[2].condition.kind = ConditionKind::components; },
     Errc::components_differ, "/plan/targets/2/components"},
    {"an empty condition", [](Book& b) { b.targets[2].condition =
         by_component({{"land", {}}, asks("wards", "1")}); },
     Errc::condition_missing, "/plan/targets/2/components/land"},
    {"too many digits", [](Book& b) { b.targets[2].condition =
         by_component({asks("land", "1"), asks("wards", "1.5")}); },
     Errc::target_scale, "/plan/targets/2/components/wards/at_least"},
    {"components of a component", [](Book& b) { b.targets[2].condition =
         by_component({{"land", by_component({asks("wards", "1")})}, asks("wards", "1")}); },
     Errc::condition_misfit, "/plan/targets/2/components/land"},
    {"a baseline", [](Book& b) { b.targets[2].baseline = Baseline{1, {}}; },
     Errc::composite_conflict, "/plan/targets/2/baseline"},
    {"an addition", [](Book& b) { b.targets.push_back(b.targets[2]); b.targets[3].layer = TargetLayer::adds; },
     Errc::composite_conflict, "/plan/targets/3/layer"},
};
// clang-format on

TEST(CompositeRulesTest, EachFaultIsNamedAtItsPlace) {
  EXPECT_EQ(found_in(composite_book().build().diagnostics), Lines{});
  for (const Fault& fault : kFaults) {
    Book book = composite_book();
    fault.plant(book);
    const Checked<Plan> plan = book.build();
    EXPECT_FALSE(plan) << fault.what;
    EXPECT_EQ(found_in(plan.diagnostics), (Lines{error_at(fault.code, fault.path)})) << fault.what;
  }
}

TEST(CompositeRulesTest, AReplacementOfACompositeIsFine) {
  Book book = composite_book();
  book.targets.push_back(book.targets[2]);
  book.targets[3].layer = TargetLayer::replaces;
  EXPECT_EQ(found_in(book.build().diagnostics), Lines{});
}

TEST(CompositeRulesTest, ATotalIsOfComponentsInOneMeasure) {
  Book book = composite_book();
  book.indicators[4].components = {"land"};
  book.indicators[4].total = 100;
  book.targets[2].condition = by_component({asks("land", "1")});
  EXPECT_EQ(found_in(book.build().diagnostics), Lines{});
}

TEST(CompositeRulesTest, AComponentMayBeAFactAndReportsMaySayYes) {
  Book book = composite_book();
  Condition yes;
  yes.kind = ConditionKind::yes;
  book.targets[2].condition = by_component({{"wards", yes}, asks("land", "1")});
  const Checked<Plan> plan = book.build();
  ASSERT_TRUE(plan);
  EXPECT_TRUE(plan.value->is_fact(3));
  EXPECT_FALSE(plan.value->is_fact(0));
}

}  // namespace
}  // namespace tiendo::composite_rules_test
