// What the units below have to reach together, against what the unit has to reach.

#include "checked.hpp"

namespace tiendo::checks_targets_test {
namespace {

struct Town {
  explicit Town(IndicatorKind kind = IndicatorKind::flow) {
    book.add_indicator("land", kind, "ha");
    for (const char* ward : {"north", "south"}) book.add_unit(ward).kind = "ward";
    book.add_unit("office").kind = "office";
  }
  // A target for a ward, set by the town unless said otherwise.
  Target& give(const char* ward, const Condition& condition, const char* assigner = "town") {
    Target& target = book.add_target("land", condition, assigner);
    target.unit = ward;
    return target;
  }
  Lines differ() { return found(book, Errc::child_targets_differ); }
  Book book;
};

Lines given(const Condition& whole, const Condition& north, const Condition& south) {
  Town town;
  town.book.add_target("land", whole, "province");
  town.give("north", north);
  town.give("south", south);
  return town.differ();
}

TEST(ChecksTargetsTest, WhatFallsShortOfALowerBoundIsAWarningAndWhatExceedsItANote) {
  EXPECT_EQ(given(at_least("10"), at_least("6"), at_least("3.5")),
            (Lines{"warning /plan/targets/0: \"land\" of \"town\", 2024: 10 is asked for, and 9.5 "
                   "of the 2 units below together; the difference is -0.5"}));
  EXPECT_EQ(given(at_least("10"), at_least("6"), at_least("4")), Lines{});
  EXPECT_EQ(given(at_least("10"), at_least("6"), at_least("4.5")),
            (Lines{"note /plan/targets/0: \"land\" of \"town\", 2024: 10 is asked for, and 10.5 of "
                   "the 2 units below together; the difference is 0.5"}));
}

TEST(ChecksTargetsTest, OfAnUpperBoundMoreIsAWarningAndLessANote) {
  EXPECT_EQ(given(at_most("10"), at_most("6"), at_most("5"))[0].substr(0, 7), "warning");
  EXPECT_EQ(given(at_most("10"), at_most("6"), at_most("3"))[0].substr(0, 4), "note");
}

TEST(ChecksTargetsTest, OfAnEqualEveryDifferenceIsAWarning) {
  const auto equal = [](const char* value) { return condition(ConditionKind::equal, value); };
  EXPECT_EQ(given(equal("10"), equal("6"), equal("5"))[0].substr(0, 7), "warning");
  EXPECT_EQ(given(equal("10"), equal("6"), equal("3"))[0].substr(0, 7), "warning");
  EXPECT_EQ(given(equal("10"), equal("6"), equal("4")), Lines{});
}

TEST(ChecksTargetsTest, ConditionsOfOtherKindsAreNotAddedUp) {
  EXPECT_EQ(given(at_least("10"), at_least("6"), at_most("3")), Lines{});
  EXPECT_EQ(given(between("10", "11"), between("6", "7"), between("3", "4")), Lines{});
  EXPECT_EQ(given(increase_by("10"), increase_by("6"), increase_by("3")), Lines{});
}

TEST(ChecksTargetsTest, AUnitOfTheirKindWithoutATargetExplainsThatThereIsLess) {
  Town less;
  less.book.add_target("land", at_least("10"), "province");
  less.give("north", at_least("6"));
  EXPECT_EQ(less.differ(), Lines{});
  Town more;
  more.book.add_target("land", at_least("10"), "province");
  more.give("north", at_least("11"));
  EXPECT_EQ(more.differ().size(), 1U);
}

TEST(ChecksTargetsTest, AUnitThatMovedIsAPartOfTheUnitItMovedTo) {
  const auto differ = [](const char* moved_on) {
    Town town;
    town.book.add_move(moved_on, "south", "");
    town.book.add_target("land", at_least("10"), "province");
    town.give("north", at_least("10"));
    town.give("south", at_least("4"));
    return town.differ().size();
  };
  EXPECT_EQ(differ("2024-07-01"), 0U);
  EXPECT_EQ(differ("2025-01-01"), 1U);
}

TEST(ChecksTargetsTest, WhatIsAddedCountsWithWhatItAddsTo) {
  Town town;
  town.book.add_target("land", at_least("53.026"), "province");
  town.book.add_target("land", at_least("40.834")).layer = TargetLayer::adds;
  town.give("north", at_least("50.000"));
  town.give("south", at_least("43.860"));
  EXPECT_EQ(town.differ(), Lines{});
  Town apart;
  apart.book.add_target("land", at_least("53.026"), "province");
  apart.book.add_target("land", at_least("40.834")).layer = TargetLayer::adds;
  apart.give("north", at_least("30.000"));
  apart.give("south", at_least("23.026"));
  EXPECT_EQ(apart.differ(),
            (Lines{"warning /plan/targets/0: \"land\" of \"town\", 2024: 93.86 is asked for, and "
                   "53.026 of the 2 units below together; the difference is -40.834"}));
}

TEST(ChecksTargetsTest, AlternativesAreComparedEachByItself) {
  Town town;
  town.book.add_target("land", at_least("10"), "province");
  town.book.add_target("land", at_least("12"));
  town.give("north", at_least("6"));
  town.give("south", at_least("6"));
  EXPECT_EQ(town.differ(),
            (Lines{"note /plan/targets/0: \"land\" of \"town\", 2024: 10 is asked for, and 12 of "
                   "the 2 units below together; the difference is 2"}));
}

TEST(ChecksTargetsTest, WhatIsAddedToTwoAlternativesMakesNoWholeToCompare) {
  Town town;
  town.book.add_target("land", at_least("10"), "province");
  town.book.add_target("land", at_least("12"));
  town.book.add_target("land", at_least("5")).layer = TargetLayer::adds;
  town.give("north", at_least("6"));
  town.give("south", at_least("6"));
  EXPECT_EQ(town.differ(), Lines{});
}

TEST(ChecksTargetsTest, OnlyTheChainOfAssignersCounts) {
  Town town;
  town.book.add_target("land", at_least("10"), "province");
  town.give("north", at_least("6"), "north");
  town.give("south", at_least("3"), "office");
  EXPECT_EQ(town.differ(), Lines{});
  Town straight;
  straight.book.add_target("land", at_least("10"), "province");
  straight.give("north", at_least("6"), "province");
  straight.give("south", at_least("3"), "province");
  EXPECT_EQ(straight.differ().size(), 1U);
  straight.give("north", at_least("7"));  // the nearer one counts
  Town nearer;
  nearer.book.add_target("land", at_least("10"), "province");
  nearer.give("north", at_least("6"), "province");
  nearer.give("north", at_least("7"));
  nearer.give("south", at_least("3"), "province");
  EXPECT_EQ(nearer.differ(), Lines{});
}

TEST(ChecksTargetsTest, OtherPeriodsProjectsAndWhatDoesNotAddUpAreNotCompared) {
  Town period_differs;
  period_differs.book.add_target("land", at_least("10"), "province");
  period_differs.give("north", at_least("60")).period = period("2024-H1");
  EXPECT_EQ(period_differs.differ(), Lines{});
  Town level(IndicatorKind::level);
  level.book.add_target("land", at_least("10"), "province");
  level.give("north", at_least("60"));
  EXPECT_EQ(level.differ(), Lines{});
  Town project;
  project.book.add_project("road");
  project.book.add_target("land", at_least("10"), "province").project = "road";
  project.give("north", at_least("60"));
  EXPECT_EQ(project.differ(), Lines{});
}

TEST(ChecksTargetsTest, WhatIsInForceOnTheDayIsCompared) {
  Town town;
  town.book.add_target("land", at_least("10"), "province");
  Target& revision = town.book.add_target("land", at_least("9"), "province");
  revision.layer = TargetLayer::revised;
  revision.decision.date = day("2024-07-10");
  town.give("north", at_least("5"));
  town.give("south", at_least("4"));
  EXPECT_EQ(town.differ(), Lines{});
  EXPECT_EQ(found(town.book, Errc::child_targets_differ, day("2024-07-09")).size(), 1U);
}

}  // namespace
}  // namespace tiendo::checks_targets_test
