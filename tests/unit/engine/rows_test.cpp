// Which rows a report has, in which order, and what a whole of several targets is.

#include "engine/rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "book.hpp"

namespace tiendo::rows_test {
namespace {

// "output town p1 < province 2024" for a target, "+" for a whole, "-" for a bare indicator.
std::vector<std::string> names(const Plan& plan, std::string_view as_of = "2024-12-31") {
  std::vector<std::string> result;
  for (const ReportRow& row : rows_of(plan, day(as_of))) {
    std::string name = plan.indicators()[row.indicator].id + ' ' + plan.units()[row.unit].id;
    if (row.project != kNone) name += ' ' + plan.projects()[row.project].id;
    if (row.kind == RowKind::whole) name += " +";
    if (row.kind == RowKind::indicator) name += " -";
    if (row.kind == RowKind::target) name += " < " + plan.units()[row.assigner].id;
    result.push_back(name + ' ' + row.period.to_string());
  }
  return result;
}

using Names = std::vector<std::string>;

TEST(RowsTest, RowsComeByIndicatorThenUnitThenTargetWhateverTheOrderOfTheTargets) {
  Book book;
  book.add_unit("ward-a");
  book.add_unit("ward-b");
  for (const char* id : {"output", "income", "jobs"}) {
    book.add_indicator(id, IndicatorKind::flow);
  }
  book.add_target("jobs", at_least("1"));
  book.add_target("output", at_least("3")).unit = "ward-b";
  book.add_target("output", at_least("2")).unit = "ward-a";
  book.add_target("output", at_least("1"));
  book.add_target("output", at_least("4"), "province");
  book.add_target("output", at_least("5")).period = period("2024-H1");
  book.add_project("road", "output", at_least("1"));
  EXPECT_EQ(names(book.plan()), (Names{
                                    "output town < town 2024-H1",
                                    "output town < town 2024",
                                    "output town < province 2024",
                                    "output town road < town 2024",
                                    "output ward-a < town 2024",
                                    "output ward-b < town 2024",
                                    "income town - 2024",
                                    "jobs town < town 2024",
                                }));
}

TEST(RowsTest, AnIndicatorWithoutATargetHasOneRowForTheUnitOfThePlan) {
  Book book;
  book.add_indicator("output", IndicatorKind::flow);
  EXPECT_EQ(names(book.plan()), Names{"output town - 2024"});
  book.head.unit = "";
  EXPECT_EQ(names(book.plan()), Names{});
}

struct Land {
  Land() {
    book.add_indicator("land", IndicatorKind::flow, "ha");
    assigned = &book.add_target("land", at_least("53.026"), "province");
    added = &book.add_target("land", at_least("40.834"));
    added->layer = TargetLayer::adds;
  }
  ReportRow whole() const {
    const std::vector<ReportRow> rows = rows_of(book.plan(), day("2024-12-31"));
    EXPECT_EQ(rows.back().kind, RowKind::whole);
    return rows.back();
  }
  Book book;
  Target* assigned;
  Target* added;
};

TEST(RowsTest, AdditiveTargetsHaveAWholeThatFollowsItsParts) {
  Land land;
  land.assigned->projects = 14;
  land.added->projects = 4;
  EXPECT_EQ(names(land.book.plan()),
            (Names{"land town < province 2024", "land town < town 2024", "land town + 2024"}));
  const ReportRow whole = land.whole();
  EXPECT_EQ(whole.condition.kind, ConditionKind::at_least);
  EXPECT_EQ(whole.condition.value.to_string(), "93.860");
  EXPECT_EQ(whole.declared_projects, 18);
  EXPECT_EQ(whole.assigner, kNone);
  EXPECT_EQ(whole.targets, (std::vector<Index>{0, 1}));
}

TEST(RowsTest, TheProjectsOfAWholeAreUnknownWhenThoseOfAPartAre) {
  Land land;
  land.assigned->projects = 14;
  EXPECT_EQ(land.whole().declared_projects, std::nullopt);
}

TEST(RowsTest, TargetsThatDoNotAddUpMakeAWholeWithoutACondition) {
  const auto whole_of = [](const Condition& first, const Condition& second) {
    Land land;
    land.assigned->condition = first;
    land.added->condition = second;
    return land.whole().condition.kind;
  };
  EXPECT_EQ(whole_of(at_most("1"), at_most("2")), ConditionKind::at_most);
  EXPECT_EQ(whole_of(at_least("1"), at_most("2")), ConditionKind::none);
  EXPECT_EQ(whole_of(between("1", "2"), between("1", "2")), ConditionKind::none);
  EXPECT_EQ(whole_of(around("1", "2"), around("1", "2")), ConditionKind::none);
  EXPECT_EQ(whole_of(increase_by("1"), increase_by("2")), ConditionKind::none);
  EXPECT_EQ(whole_of(yes(), yes()), ConditionKind::none);
}

TEST(RowsTest, WhatIsAddedToTwoAlternativesIsNoWhole) {
  Land land;
  land.book.add_target("land", at_least("60"));
  const ReportRow whole = land.whole();
  EXPECT_EQ(whole.condition.kind, ConditionKind::none);
  EXPECT_EQ(whole.targets, (std::vector<Index>{0, 1, 2}));
}

TEST(RowsTest, AReplacementIsInForceFromTheDayOfItsDecision) {
  Book book;
  book.add_indicator("output", IndicatorKind::flow);
  book.add_target("output", at_least("100"), "province");
  book.add_target("output", at_least("90"));
  Target& replacement = book.add_target("output", at_least("80"));
  replacement.layer = TargetLayer::replaces;
  const auto values = [&](std::string_view as_of) {
    std::string text;
    for (const ReportRow& row : rows_of(book.plan(), day(as_of))) {
      text += row.condition.value.to_string() + ' ';
    }
    return text;
  };
  EXPECT_EQ(values("2024-01-01"), "100 80 ");  // the day is not given: always
  replacement.decision.date = day("2024-07-10");
  EXPECT_EQ(values("2024-07-09"), "100 90 ");
  EXPECT_EQ(values("2024-07-10"), "100 80 ");
}

TEST(RowsTest, ARevisionHasTheRowFromTheDayOfItsDecisionAndAWholeFollowsIt) {
  Land land;
  land.added->decision.date = day("2024-02-01");
  Target& revision = land.book.add_target("land", at_least("60.000"), "province");
  revision.layer = TargetLayer::revised;
  revision.decision.date = day("2024-07-10");
  const auto values = [&](std::string_view as_of) {
    std::string text;
    for (const ReportRow& row : rows_of(land.book.plan(), day(as_of))) {
      text += row.condition.value.to_string() + ' ';
    }
    return text;
  };
  EXPECT_EQ(values("2024-01-31"), "53.026 ");
  EXPECT_EQ(values("2024-07-09"), "53.026 40.834 93.860 ");
  EXPECT_EQ(values("2024-07-10"), "40.834 60.000 100.834 ");
}

TEST(RowsTest, WhatIsAddedStandsOnTheReplacementToo) {
  Land land;
  Target& replacement = land.book.add_target("land", at_least("50.000"), "province");
  replacement.layer = TargetLayer::replaces;
  EXPECT_EQ(land.whole().condition.value.to_string(), "90.834");
  EXPECT_EQ(land.whole().targets, (std::vector<Index>{1, 2}));
}

}  // namespace
}  // namespace tiendo::rows_test
