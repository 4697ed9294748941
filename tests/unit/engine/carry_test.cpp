// Targets on the map of another day: whose they are then, and what they ask for.

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/carry.hpp"
#include "engine/rows.hpp"
#include "maps.hpp"

namespace tiendo::carry_test {
namespace {

constexpr const char* kOld = "2025-06-30";
constexpr const char* kNew = "2025-07-01";

// "target output e < province at_least 40" for each row, with ", part" and why nothing was carried.
std::string carried(const Book& book, std::string_view map) {
  static constexpr const char* kKinds[] = {"target", "whole", "indicator", "component"};
  const Plan plan = book.plan();
  const auto id = [&](Index unit) { return unit == kNone ? "-" : plan.units()[unit].id; };
  std::string text;
  for (const ReportRow& row : carry(plan, rows_of(plan, day("2025-12-31")), day(map))) {
    text += std::string(kKinds[static_cast<int>(row.kind)]) + ' ' +
            plan.indicators()[row.indicator].id + ' ' + id(row.unit) +
            (row.project == kNone ? "" : ":" + plan.projects()[row.project].id) + " < " +
            id(row.assigner) + ' ' + std::string(name_of(row.condition.kind)) + ' ' +
            row.condition.value.to_string() + (row.is_part ? ", part" : "") +
            (row.declared_projects ? ", projects " + std::to_string(*row.declared_projects) : "");
    if (row.not_carried != Errc::none) text += ", " + std::string(name_of(row.not_carried));
    text += '\n';
  }
  return text;
}

// Without the rows of indicators that have no target.
std::string targets(const Book& book, std::string_view map) {
  std::string text = carried(book, map);
  for (std::size_t at = text.find("indicator "); at != std::string::npos;
       at = text.find("indicator ")) {
    text.erase(at, text.find('\n', at) + 1 - at);
  }
  return text;
}

TEST(CarryTest, TargetsOfOneKindForAllThatMergeAddUp) {
  Book book = merged();
  add_unit_target(book, "output", "a", "2025", at_least("20.5"));
  add_unit_target(book, "output", "b", "2025", at_least("1"));
  add_unit_target(book, "output", "c", "2025", at_most("7"));
  EXPECT_EQ(targets(book, kNew),
            "target output c < province at_most 7\ntarget output e < province at_least 21.5\n");
  EXPECT_EQ(targets(book, kOld),
            "target output a < province at_least 20.5\ntarget output b < province at_least 1\n"
            "target output c < province at_most 7\n");
}

TEST(CarryTest, EveryTargetIsNamedWithItsUnitAndItsShare) {
  Book book = divided();
  book.add_unit("h");
  book.add_event("2025-10-01", {"g", "b"}, {{"h", ""}});
  add_unit_target(book, "output", "c", "2025", at_least("10"));
  add_unit_target(book, "output", "b", "2025", at_least("20"));
  const Plan plan = book.plan();
  const std::vector<ReportRow> rows =
      carry(plan, rows_of(plan, day("2025-12-31")), day("2025-12-31"));
  ASSERT_EQ(rows[1].unit, plan.find_unit("h"));
  EXPECT_EQ(rows[1].condition.value, dec("27"));
  EXPECT_EQ(rows[1].targets, (std::vector<Index>{1, 0}));
  EXPECT_EQ(rows[1].origins, (std::vector<Portion>{{plan.find_unit("b")},
                                                   {plan.find_unit("c"), *Ratio::parse("7/10")}}));
}

TEST(CarryTest, WhatIsMissingOrOfAnotherKindMakesNoTarget) {
  Book one = merged();
  add_unit_target(one, "output", "a", "2025", at_least("20"));
  EXPECT_EQ(targets(one, kNew), "target output e < province  0, target_not_carried\n");

  Book kinds = merged();
  add_unit_target(kinds, "output", "a", "2025", at_least("20"));
  add_unit_target(kinds, "output", "b", "2025", at_most("20"));
  EXPECT_EQ(targets(kinds, kNew), "target output e < province  0, target_not_carried\n");

  Book periods = merged();
  add_unit_target(periods, "output", "a", "2025", at_least("20"));
  add_unit_target(periods, "output", "b", "2025-H1", at_least("20"));
  EXPECT_EQ(targets(periods, kNew),
            "target output e < province  0, target_not_carried\n"
            "target output e < province  0, target_not_carried\n");
}

TEST(CarryTest, RangesChangesAndPercentagesAreCarriedOnlyFromOneToOne) {
  for (const Condition& condition : {between("1", "2"), increase_by("2"), around("3", "1")}) {
    Book one = renamed();
    add_unit_target(one, "output", "a", "2025", condition);
    const std::string kind(name_of(condition.kind));
    const std::string value = condition.value.to_string();
    EXPECT_EQ(targets(one, kNew), "target output r < province " + kind + ' ' + value + '\n');
    Book two = merged();
    add_unit_target(two, "output", "a", "2025", condition);
    add_unit_target(two, "output", "b", "2025", condition);
    EXPECT_EQ(targets(two, kNew), "target output e < province  0, not_additive\n");
  }
  Book rates = merged();
  add_unit_target(rates, "rate", "a", "2025", at_most("2"));
  add_unit_target(rates, "rate", "b", "2025", at_most("2"));
  EXPECT_EQ(targets(rates, kNew), "target rate e < province  0, not_additive\n");
}

TEST(CarryTest, WhatTheNewUnitWasGivenItselfStands) {
  Book book = merged();
  for (const char* unit : {"a", "b", "e"}) {
    add_unit_target(book, "output", unit, "2025", at_least("20"));
  }
  EXPECT_EQ(targets(book, kNew), "target output e < province at_least 20\n");
  // On the old map it cannot be divided, and the others have their own.
  EXPECT_EQ(targets(book, kOld),
            "target output a < province at_least 20\ntarget output b < province at_least 20\n");
}

TEST(CarryTest, AssignersAreKeptAndAUnitThatAssignedItselfStillDoes) {
  Book book = merged();
  for (const char* unit : {"a", "b"}) {
    add_unit_target(book, "output", unit, "2025", at_least("20"));
    add_unit_target(book, "output", unit, "2025", at_least("30")).assigner = unit;
    add_unit_target(book, "output", unit, "2025", at_least("40")).assigner = "town";
  }
  EXPECT_EQ(targets(book, kNew),
            "target output e < province at_least 40\ntarget output e < e at_least 60\n"
            "target output e < town at_least 80\n");
}

TEST(CarryTest, TwoTargetsForOneAreaAreNotAddedUp) {
  Book book = renamed();
  add_unit_target(book, "output", "a", "2025", at_least("20")).assigner = "a";
  add_unit_target(book, "output", "a", "2025", at_least("30")).assigner = "r";
  EXPECT_EQ(targets(book, kNew), "target output r < r  0, target_not_carried\n");
}

TEST(CarryTest, WhatAddsToATargetIsCarriedWithIt) {
  Book book = divided();
  add_unit_target(book, "output", "c", "2025", at_least("20")).projects = 3;
  Target& more = add_unit_target(book, "output", "c", "2025", at_least("10"));
  more.layer = TargetLayer::adds;
  more.assigner = "c";
  more.projects = 1;
  EXPECT_EQ(targets(book, kOld),
            "target output c < province at_least 20, part, projects 3\n"
            "target output c < c at_least 10, part, projects 1\n"
            "whole output c < - at_least 30, projects 4\n");
  EXPECT_EQ(targets(book, kNew),
            "target output f < province at_least 6, part\ntarget output f < f at_least 3, part\n"
            "whole output f < - at_least 9\n"
            "target output g < province at_least 14, part\n"
            "target output g < g at_least 7, part\nwhole output g < - at_least 21\n");
}

TEST(CarryTest, AProjectGoesWithItsUnitAndIsNeverDivided) {
  for (const bool whole : {true, false}) {
    Book book = whole ? merged() : divided();
    Project& road = book.add_project("road", "output", at_least("3"), "province");
    road.targets[0].unit = whole ? "a" : "c";
    EXPECT_EQ(targets(book, kNew), whole ? "target output e:road < province at_least 3\n"
                                         : "target output c:road < province at_least 3\n");
  }
}

TEST(CarryTest, WhatAProjectWasToReachInSeveralUnitsAddsUp) {
  Book book = merged();
  Project& road = book.add_project("road", "output", at_least("3"), "province");
  road.targets[0].unit = "a";
  road.targets.push_back(road.targets[0]);
  road.targets[1].unit = "b";
  road.targets[1].condition = at_least("4.5");
  EXPECT_EQ(targets(book, kNew), "target output e:road < province at_least 7.5\n");
  road.targets[1].condition = at_most("4.5");
  EXPECT_EQ(targets(book, kNew), "target output e:road < province  0, target_not_carried\n");
}

TEST(CarryTest, AnIndicatorWithoutATargetHasARowForEachHeirOfThePlansUnit) {
  Book book = divided();
  book.head.unit = "c";
  const std::string rows = carried(book, kNew);
  EXPECT_EQ(rows.substr(0, rows.find("indicator rate")),
            "indicator output f < -  0\nindicator output g < -  0\n");
}

TEST(CarryTest, ATargetOfAnAbolishedLevelStaysItsOwn) {
  Book book = wards();
  book.add_event(kNew, {"town"}, {});
  add_unit_target(book, "output", "town", "2025", at_least("20"));
  EXPECT_EQ(targets(book, kNew), "target output town < province at_least 20\n");
}

TEST(CarryTest, OneOfTheUnitsAboveAndBelowHasTheTarget) {
  Book book = merged();
  book.add_unit("f", "province");
  book.add_event(kNew, {"town"}, {{"e", "0.25"}, {"f", "0.75"}});
  book.add_event(kNew, {"c"}, {{"f", ""}});
  book.unit("e").parent = "province";
  add_unit_target(book, "output", "town", "2025", at_least("100"));
  EXPECT_EQ(targets(book, kNew),
            "target output e < province at_least 25\ntarget output f < province at_least 75\n");
  add_unit_target(book, "output", "a", "2025", at_least("1"));
  add_unit_target(book, "output", "b", "2025", at_least("2"));
  EXPECT_EQ(targets(book, kNew),
            "target output e < province at_least 3\ntarget output f < province at_least 75\n");
}

TEST(CarryTest, TheCheckNamesTargetsThatDoNotComeThrough) {
  Book book = divided(false);
  book.add_indicator("trees", IndicatorKind::flow);
  add_unit_target(book, "output", "c", "2025", at_least("100"));
  add_unit_target(book, "trees", "a", "2025", at_least("100"));
  EXPECT_TRUE(check_plan(book.log()).empty());
  EXPECT_TRUE(check_plan(book.log(), {}, BaseRule::latest, day(kOld)).empty());
  const Diagnostics found = check_plan(book.log(), {}, BaseRule::latest, day(kNew));
  ASSERT_EQ(found.size(), 2U);
  for (const Diagnostic& finding : found) {
    EXPECT_EQ(finding.severity, Severity::warning);
    EXPECT_EQ(finding.code, Errc::split_without_shares);
    EXPECT_EQ(finding.place.path, "/plan/targets/0");
  }
  EXPECT_NE(found[1].sentence.find("\"g\""), std::string::npos);
}

TEST(CarryTest, WhatFollowsFromATargetThatDoesNotComeThroughIsNotNamedBesides) {
  Book book = merged();
  book.add_composite("all", {"output", "schools"});
  add_unit_target(book, "output", "a", "2025", at_least("20"));
  Target& more = add_unit_target(book, "output", "a", "2025", at_least("10"));
  more.layer = TargetLayer::adds;
  more.assigner = "town";
  Target& composite = book.add_target(
      "all", by_component({{"output", at_least("5")}, {"schools", at_least("3")}}), "province");
  composite.unit = "a";
  composite.period = period("2025");
  // Of five rows: neither the whole of two targets, nor the components.
  std::vector<std::string> paths;
  for (const Diagnostic& finding : check_plan(book.log(), {}, BaseRule::latest, day(kNew))) {
    EXPECT_EQ(finding.code, Errc::target_not_carried);
    paths.push_back(finding.place.path);
  }
  EXPECT_EQ(paths,
            (std::vector<std::string>{"/plan/targets/0", "/plan/targets/1", "/plan/targets/2"}));
}

// Shares of output by branch: composites for a and b.
Book branches(Book book) {
  book.add_composite("all", {"output", "schools"});
  return book;
}

Target& add_composite_target(Book& book, const char* unit, Condition output, Condition schools,
                             const char* assigner = "province") {
  Target& target = book.add_target(
      "all", by_component({{"output", std::move(output)}, {"schools", std::move(schools)}}),
      assigner);
  target.unit = unit;
  target.period = period("2025");
  return target;
}

TEST(CarryTest, ACompositeIsCarriedWithItsComponents) {
  Book book = branches(merged());
  add_composite_target(book, "a", at_least("20"), at_least("2"));
  add_composite_target(book, "b", at_least("10"), at_most("3"));
  EXPECT_EQ(targets(book, kNew),
            "target all e < province components 0\n"
            "component output e < province at_least 30\n"
            "component schools e < province  0, target_not_carried\n");
}

TEST(CarryTest, AUnitThatIsDividedDividesTheComponents) {
  Book book = branches(divided());
  add_composite_target(book, "c", at_least("20"), yes());
  EXPECT_EQ(targets(book, kNew),
            "target all f < province components 0\n"
            "component output f < province at_least 6\n"
            "component schools f < province yes 0\n"
            "target all g < province components 0\n"
            "component output g < province at_least 14\n"
            "component schools g < province yes 0\n");
}

TEST(CarryTest, ACompositeThatNotAllHaveIsNoneOfTheNewUnit) {
  Book book = branches(merged());
  add_composite_target(book, "a", at_least("20"), at_least("2"));
  EXPECT_EQ(targets(book, kNew),
            "target all e < province  0, target_not_carried\n"
            "component output e < province  0, target_not_carried\n"
            "component schools e < province  0, target_not_carried\n");
}

TEST(CarryTest, EachAssignersComponentsStayBehindItsComposite) {
  Book book = branches(merged());
  book.add_composite("other", {"output", "rate"});
  add_composite_target(book, "a", at_least("1"), at_least("2"));
  add_composite_target(book, "a", at_least("3"), at_least("4"), "town");
  add_composite_target(book, "b", at_least("5"), at_least("6"));
  add_composite_target(book, "b", at_least("7"), at_least("8"), "town");
  EXPECT_EQ(targets(book, kNew),
            "target all e < province components 0\n"
            "component output e < province at_least 6\n"
            "component schools e < province at_least 8\n"
            "target all e < town components 0\n"
            "component output e < town at_least 10\n"
            "component schools e < town at_least 12\n");
}

TEST(CarryTest, ACompositeOfTheNewUnitItselfStandsAsItWasSet) {
  Book book = branches(merged());
  add_composite_target(book, "a", at_least("20"), at_least("2"));
  add_composite_target(book, "b", at_least("10"), at_least("3"));
  add_composite_target(book, "e", at_least("25"), at_least("4"));
  EXPECT_EQ(targets(book, kNew),
            "target all e < province components 0\n"
            "component output e < province at_least 25\n"
            "component schools e < province at_least 4\n");
}

TEST(CarryTest, ComponentsStayWithTheCompositeOfTheirLayer) {
  Book book = branches(merged());
  add_composite_target(book, "a", at_least("1"), at_least("2"));
  add_composite_target(book, "b", at_least("5"), at_least("6"));
  add_composite_target(book, "b", at_least("7"), at_least("8")).layer = TargetLayer::replaces;
  EXPECT_EQ(targets(book, kNew),
            "target all e < province  0, target_not_carried\n"
            "component output e < province  0, target_not_carried\n"
            "component schools e < province  0, target_not_carried\n"
            "target all e < province  0, target_not_carried\n"
            "component output e < province  0, target_not_carried\n"
            "component schools e < province  0, target_not_carried\n");
}

TEST(CarryTest, TheCompositeNamesWhatItsComponentsAskFor) {
  Book book = branches(merged());
  add_composite_target(book, "a", at_least("20"), at_least("2"));
  add_composite_target(book, "b", at_least("10"), at_most("3"));
  const Plan plan = book.plan();
  const std::vector<ReportRow> rows = carry(plan, rows_of(plan, day("2025-12-31")), day(kNew));
  const auto composite = std::find_if(rows.begin(), rows.end(), [](const ReportRow& row) {
    return row.condition.kind == ConditionKind::components;
  });
  ASSERT_NE(composite, rows.end());
  const auto& asked = components_of(composite->condition);
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].indicator, "output");
  EXPECT_EQ(asked[0].condition.value.to_string(), "30");
}

TEST(CarryTest, AComponentOnPercentagesSaysWhyItIsNotThere) {
  Book book = merged();
  book.add_composite("all", {"output", "rate"});
  for (const char* unit : {"a", "b"}) {
    Target& target = book.add_target(
        "all", by_component({{"output", at_least("5")}, {"rate", at_most("3")}}), "province");
    target.unit = unit;
    target.period = period("2025");
  }
  EXPECT_EQ(targets(book, kNew),
            "target all e < province components 0\n"
            "component output e < province at_least 10\n"
            "component rate e < province  0, not_additive\n");
}

}  // namespace
}  // namespace tiendo::carry_test
