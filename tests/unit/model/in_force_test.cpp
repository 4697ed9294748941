// Which targets are in force on a day.

#include "tiendo/model/in_force.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "books.hpp"

namespace tiendo::in_force_test {
namespace {

// A target of the town for land, unless said otherwise; its value names it.
Target made(std::string_view value, TargetLayer layer, std::string_view decided = "") {
  Target result = target("land", value);
  result.layer = layer;
  if (!decided.empty()) result.decision.date = day(decided);
  return result;
}

Plan plan_of(std::vector<Target> targets) {
  Book book = good_book();
  book.targets = std::move(targets);
  book.projects.clear();
  const Checked<Plan> plan = book.build();
  EXPECT_TRUE(plan) << (plan.diagnostics.empty() ? "" : to_string(plan.diagnostics[0]));
  return *plan.value;
}

// The values of those in force, in the order of the plan: "53 40".
std::string values(const Plan& plan, const std::vector<Index>& positions) {
  std::string text;
  for (const Index at : positions) {
    text += (text.empty() ? "" : " ") + plan.targets()[at].condition.value.to_string();
  }
  return text;
}

std::string on(const Plan& plan, std::string_view date) {
  return values(plan, targets_in_force(plan, day(date)));
}

TEST(InForceTest, WithoutADateATargetIsAlwaysInForce) {
  const Plan plan = plan_of({made("1", TargetLayer::assigned), made("2", TargetLayer::adds)});
  EXPECT_EQ(on(plan, "1400-01-01"), "1 2");
  EXPECT_EQ(on(plan, "9999-12-31"), "1 2");
}

TEST(InForceTest, FromTheDayOfItsDecisionOnATargetIsInForceWhateverItsLayer) {
  Target grown = target("wards", "25");
  grown.decision.date = day("2024-07-10");
  const Plan plan = plan_of({made("1", TargetLayer::assigned, "2023-12-20"), grown,
                             made("2", TargetLayer::adds, "2024-03-01")});
  EXPECT_EQ(on(plan, "2023-12-19"), "");
  EXPECT_EQ(on(plan, "2023-12-20"), "1");
  EXPECT_EQ(on(plan, "2024-03-01"), "1 2");
  EXPECT_EQ(on(plan, "2024-07-09"), "1 2");
  EXPECT_EQ(on(plan, "2024-07-10"), "1 25 2");
}

TEST(InForceTest, TheLatestRevisionStandsInThePlaceOfTheAssignedOne) {
  const Plan plan =
      plan_of({made("1", TargetLayer::assigned), made("3", TargetLayer::revised, "2024-09-01"),
               made("2", TargetLayer::revised, "2024-04-01")});
  EXPECT_EQ(on(plan, "2024-03-31"), "1");
  EXPECT_EQ(on(plan, "2024-04-01"), "2");
  EXPECT_EQ(on(plan, "2024-08-31"), "2");
  EXPECT_EQ(on(plan, "2024-09-01"), "3");
}

TEST(InForceTest, OfReplacementsAndRevisionsTheLatestDecisionCounts) {
  // clang-format off
  const struct { const char *replaced, *revised, *in_force; } cases[] = {
      {"",           "2024-06-01", "3"},   // no date is the earliest
      {"2024-05-31", "2024-06-01", "3"},
      {"2024-06-01", "2024-06-01", "3"},   // of one day what revises comes first
      {"2024-06-02", "2024-06-01", "2"},
      {"2025-01-01", "2024-06-01", "3"},   // not decided yet
      {"2024-06-02", "2025-01-01", "2"},
      {"2025-01-01", "2025-01-01", "1"},
  };
  // clang-format on
  for (const auto& c : cases) {
    const Plan plan =
        plan_of({made("1", TargetLayer::assigned), made("2", TargetLayer::replaces, c.replaced),
                 made("3", TargetLayer::revised, c.revised)});
    EXPECT_EQ(on(plan, "2024-12-31"), c.in_force) << c.replaced << ' ' << c.revised;
  }
}

TEST(InForceTest, WhatIsReplacedBeforeItIsDecidedNeverComesIntoForce) {
  const Plan plan =
      plan_of({made("1", TargetLayer::assigned, "2024-06-01"), made("2", TargetLayer::replaces)});
  EXPECT_EQ(on(plan, "2024-01-01"), "2");
  EXPECT_EQ(on(plan, "2024-12-31"), "2");
}

TEST(InForceTest, AnotherIndicatorUnitProjectAssignerOrPeriodIsAnotherTarget) {
  const auto beside = [](auto change) {
    Target other = made("7", TargetLayer::assigned);
    change(other);
    Book book = good_book();
    book.projects[0].targets.clear();
    book.targets = {made("1", TargetLayer::assigned), other,
                    made("2", TargetLayer::revised, "2024-04-01")};
    const Checked<Plan> plan = book.build();
    EXPECT_TRUE(plan);
    return on(*plan.value, "2024-12-31");
  };
  EXPECT_EQ(beside([](Target& t) { t.indicator = "wards"; }), "7 2");
  EXPECT_EQ(beside([](Target& t) { t.unit = "north"; }), "7 2");
  EXPECT_EQ(beside([](Target& t) { t.project = "road"; }), "7 2");
  EXPECT_EQ(beside([](Target& t) { t.assigner = "province"; }), "7 2");
  EXPECT_EQ(beside([](Target& t) { t.period = period("2024-H1"); }), "7 2");
}

TEST(InForceTest, TheListOfOneAssignerIsAPartOfTheList) {
  Target theirs = made("2", TargetLayer::assigned);
  theirs.assigner = "province";
  const Plan plan = plan_of({made("1", TargetLayer::assigned), theirs});
  const auto of = [&](std::string_view unit) {
    return values(plan, targets_in_force(plan, day("2024-12-31"), plan.find_unit(unit)));
  };
  EXPECT_EQ(of("town"), "1");
  EXPECT_EQ(of("province"), "2");
  EXPECT_EQ(of("north"), "");
  EXPECT_EQ(of("nobody"), "");
}

TEST(InForceTest, TheOrderOfTheTargetsDoesNotMatter) {
  std::vector<Target> targets = {
      made("1", TargetLayer::assigned), made("2", TargetLayer::replaces, "2024-05-01"),
      made("3", TargetLayer::revised, "2024-03-01"), made("4", TargetLayer::revised, "2024-06-01"),
      made("5", TargetLayer::adds, "2024-04-01")};
  const auto earlier = [](const Target& a, const Target& b) {
    return a.condition.value < b.condition.value;
  };
  do {
    const Plan plan = plan_of(targets);
    for (const auto& [date, expected] :
         {std::pair{"2024-02-29", "1"}, std::pair{"2024-03-01", "3"}, std::pair{"2024-04-30", "35"},
          std::pair{"2024-05-01", "25"}, std::pair{"2024-06-01", "45"}}) {
      std::string text = on(plan, date);
      std::erase(text, ' ');
      std::sort(text.begin(), text.end());
      ASSERT_EQ(text, expected) << date;
    }
  } while (std::next_permutation(targets.begin(), targets.end(), earlier));
}

}  // namespace
}  // namespace tiendo::in_force_test
