// A growth target against the level target of the same body.

#include <gtest/gtest.h>

#include <algorithm>

#include "book.hpp"

namespace tiendo::check_plan_test {
namespace {

struct Pair {
  Pair(const Condition& growth_condition, const Condition& level_condition,
       const std::string& measure = "percent") {
    book.add_indicator("growth", IndicatorKind::growth, measure).base = "output";
    book.add_indicator("output", IndicatorKind::flow);
    growth = &book.add_target("growth", growth_condition);
    level = &book.add_target("output", level_condition);
  }
  std::string findings(std::optional<Date> known_on = {}) {
    std::string text;
    for (const Diagnostic& finding : check_plan(book.log(), known_on)) {
      EXPECT_EQ(finding.code, Errc::growth_against_level);
      text += std::string(name_of(finding.severity)) + ' ' + finding.place.path + ": " +
              finding.sentence + '\n';
    }
    return text;
  }
  Book book;
  Target* growth;
  Target* level;
};

TEST(CheckPlanTest, AGrowthThatPrintsAlikeIsNotedWithItsExactValue) {
  Pair pair(at_least("12.4"), at_least("18964"));
  pair.book.add_report("output", "2023", "16873");
  EXPECT_EQ(pair.findings(),
            "note /plan/targets/0: the level target 18964 over 16873 is a growth of 12.392... "
            "(exactly 209100/16873), which prints 12.4 as the growth target does; the exact value "
            "is below 12.4\n");
}

TEST(CheckPlanTest, AGrowthThatIsAnotherOneIsAWarning) {
  Pair pair(at_least("12.4"), at_least("18964"));
  pair.book.add_report("output", "2023", "17028");
  EXPECT_EQ(pair.findings(),
            "warning /plan/targets/0: the level target 18964 over 17028 is a growth of 11.369... "
            "(exactly 4400/387), not 12.4; it is below 12.4\n");
}

TEST(CheckPlanTest, TargetsThatSayTheSameAreNoted) {
  Pair pair(at_least("15"), at_least("230"));
  pair.book.add_report("output", "2023", "200");
  EXPECT_EQ(pair.findings(),
            "note /plan/targets/0: the level target 230 over 200 is a growth of 15.00 (exactly "
            "15): the growth target exactly\n");
}

TEST(CheckPlanTest, TheGrowthIsInItsOwnMeasureAndMeasuredByTheSizeOfTheBase) {
  Pair pair(at_least("150"), at_least("-170"), "per-mille");
  pair.book.add_report("output", "2023", "-200");
  EXPECT_NE(pair.findings().find("the growth target exactly"), std::string::npos);
}

TEST(CheckPlanTest, WithoutTheWholeYearBeforeThereIsNothingToCompare) {
  Pair pair(at_least("12.4"), at_least("18964"));
  pair.book.add_report("output", "2023-H1", "16873");
  EXPECT_EQ(pair.findings(), "");
  Pair zero(at_least("12.4"), at_least("18964"));
  zero.book.add_report("output", "2023", "0");
  EXPECT_EQ(zero.findings(), "");
}

TEST(CheckPlanTest, TheYearBeforeIsTakenAsKnownOnTheDay) {
  Pair pair(at_least("15"), at_least("230"));
  pair.book.add_report("output", "2023", "200");
  pair.book.add_report("output", "2023", "220").recorded_on = day("2024-10-06");
  EXPECT_NE(pair.findings().find("over 220"), std::string::npos);
  EXPECT_NE(pair.findings(day("2024-10-05")).find("over 200"), std::string::npos);
  EXPECT_EQ(pair.findings(day("2023-10-05")), "");
}

TEST(CheckPlanTest, RangesAndChangesAreNoSingleNumberToCompare) {
  for (const Condition& range : {between("5", "20"), around("5", "20"), increase_by("2")}) {
    Pair growth(range, at_least("230"));
    growth.book.add_report("output", "2023", "200");
    EXPECT_EQ(growth.findings(), "") << name_of(range.kind);
    Pair level(at_least("15"), range);
    level.book.add_report("output", "2023", "200");
    EXPECT_EQ(level.findings(), "") << name_of(range.kind);
  }
}

TEST(CheckPlanTest, TargetsOfAnotherAssignerUnitPeriodOrProjectAreAnotherMatter) {
  const auto findings = [](auto change) {
    Pair pair(at_least("15"), at_least("299"));
    pair.book.add_unit("ward");
    pair.book.add_project("p");
    change(pair);
    pair.book.add_report("output", "2023", "200");
    return pair.findings();
  };
  EXPECT_NE(findings([](Pair&) {}), "");
  EXPECT_EQ(findings([](Pair& pair) { pair.level->assigner = "province"; }), "");
  EXPECT_EQ(findings([](Pair& pair) { pair.level->unit = "ward"; }), "");
  EXPECT_EQ(findings([](Pair& pair) { pair.level->period = period("2024-H1"); }), "");
  EXPECT_EQ(findings([](Pair& pair) { pair.level->project = "p"; }), "");
  EXPECT_EQ(findings([](Pair& pair) { pair.growth->project = "p"; }), "");
}

TEST(CheckPlanTest, WhatIsAddedOnTopIsNoLevelOfItsOwn) {
  Pair pair(at_least("15"), at_least("230"));
  pair.book.add_target("output", at_least("40")).layer = TargetLayer::adds;
  pair.book.add_report("output", "2023", "200");
  const std::string findings = pair.findings();
  EXPECT_EQ(std::count(findings.begin(), findings.end(), '\n'), 1) << findings;
}

}  // namespace
}  // namespace tiendo::check_plan_test
