// A unit's own report against the units below it and against its projects.

#include "checked.hpp"

namespace tiendo::checks_parts_test {
namespace {

struct Town {
  explicit Town(IndicatorKind kind = IndicatorKind::flow) {
    book.add_indicator("output", kind, kind == IndicatorKind::ratio ? "percent" : "ty-dong");
    for (const char* ward : {"north", "south"}) book.add_unit(ward).kind = "ward";
    book.add_unit("office").kind = "office";
  }
  Lines differ() { return found(book, Errc::parts_differ); }
  Book book;
};

TEST(ChecksPartsTest, TheUnitsBelowDoNotMakeWhatTheUnitReports) {
  Town town;
  town.book.add_report("output", "2024-H1", "12.5");
  town.book.add_unit_report("north", "output", "2024-H1", "7");
  town.book.add_unit_report("south", "output", "2024-H1", "5.25");
  EXPECT_EQ(town.differ(),
            (Lines{"warning observation 1: \"output\" of \"town\" in 2024-H1: the unit reports "
                   "12.5, the units below make 12.25; the difference is 0.25"}));
}

// The province against its towns, a town against its wards, a ward against its projects; and the
// departments, which report nothing, are missed nowhere.
TEST(ChecksPartsTest, EveryLevelIsComparedWithTheOneBelowIt) {
  Town town;
  town.book.add_unit("other", "province");
  town.book.add_unit("bureau", "province").kind = "office";
  for (const char* project : {"road", "park"}) {
    town.book.add_project(project, "output", at_least("1")).targets.front().unit = "north";
  }
  town.book.add_unit_report("province", "output", "2024", "100");
  town.book.add_report("output", "2024", "60");
  town.book.add_unit_report("other", "output", "2024", "41");
  town.book.add_unit_report("north", "output", "2024", "30");
  town.book.add_unit_report("south", "output", "2024", "29");
  for (const char* project : {"road", "park"}) {
    town.book.add_unit_report("north", "output", "2024", "14").project = project;
  }
  EXPECT_EQ(
      town.differ(),
      (Lines{"warning observation 1: \"output\" of \"province\" in 2024: the unit reports 100, "
             "the units below make 101; the difference is -1",
             "warning observation 2: \"output\" of \"town\" in 2024: the unit reports 60, the "
             "units below make 59; the difference is 1"}));
  EXPECT_EQ(
      found(town.book, Errc::projects_differ),
      (Lines{"warning observation 4: \"output\" of \"north\" in 2024: the unit reports 30, its "
             "projects make 28; the difference is 2"}));
}

TEST(ChecksPartsTest, WhatAUnitReportsOfAProjectIsNotWhatTheUnitsBelowReport) {
  Town town;
  town.book.add_project("road", "output", at_least("1"));
  town.book.add_project_report("road", "output", "2024-H1", "12.5");
  town.book.add_unit_report("north", "output", "2024-H1", "7");
  town.book.add_unit_report("south", "output", "2024-H1", "5.25");
  EXPECT_EQ(town.differ(), Lines{});
}

TEST(ChecksPartsTest, OfficesThatReportOtherThingsAreNotMissed) {
  Town town;
  town.book.add_indicator("staff", IndicatorKind::flow, "person");
  town.book.add_unit_report("office", "staff", "2024-H1", "8");
  town.book.add_report("output", "2024-H1", "12.5");
  town.book.add_unit_report("north", "output", "2024-H1", "7");
  town.book.add_unit_report("south", "output", "2024-H1", "5.25");
  EXPECT_EQ(town.differ().size(), 1U);
}

TEST(ChecksPartsTest, WhatAddsUpExactlyIsNoFinding) {
  Town town;
  town.book.add_report("output", "2024-H1", "12.25");
  town.book.add_unit_report("north", "output", "2024-H1", "7");
  town.book.add_unit_report("south", "output", "2024-Q1", "5");
  town.book.add_unit_report("south", "output", "2024-Q2", "0.25");
  EXPECT_EQ(town.differ(), Lines{});
}

TEST(ChecksPartsTest, AFactIsMadeTrueByEveryUnitBelowAndIsNoSum) {
  const auto differ = [](const char* south) {
    Town town;
    town.book.add_target("output", yes());
    town.book.add_report("output", "2024", "yes");
    town.book.add_unit_report("north", "output", "2024", "yes");
    town.book.add_unit_report("south", "output", "2024", south);
    return town.differ();
  };
  EXPECT_EQ(differ("yes"), Lines{});
  EXPECT_EQ(differ("no"),
            (Lines{"warning observation 1: \"output\" of \"town\" in 2024: the unit reports 1, "
                   "the units below make 0; the difference is 1"}));
}

TEST(ChecksPartsTest, AUnitOfTheirKindThatHasNotReportedExplainsTheDifference) {
  Town town;
  town.book.add_report("output", "2024-H1", "12.5");
  town.book.add_unit_report("north", "output", "2024-H1", "7");
  EXPECT_EQ(town.differ(), Lines{});
  Town later;
  later.book.add_report("output", "2024-H1", "12.5");
  later.book.add_unit_report("north", "output", "2024-H1", "7");
  later.book.add_unit_report("south", "output", "2024-Q1", "5");
  EXPECT_EQ(later.differ(), Lines{});
}

TEST(ChecksPartsTest, AUnitThatDoesNotExistThenIsNotWaitedFor) {
  Town town;
  town.book.add_unit("gone").kind = "ward";
  town.book.add_unit("gone-ward").kind = "ward";
  Book book;
  book.add_indicator("output", IndicatorKind::flow);
  book.add_unit("north").kind = "ward";
  ResponsibleUnit& gone = book.add_unit("gone");
  gone.kind = "ward";
  gone.until = day("2024-01-01");
  book.add_report("output", "2024-H1", "12.5");
  book.add_unit_report("north", "output", "2024-H1", "7");
  EXPECT_EQ(found(book, Errc::parts_differ).size(), 1U);
}

// As in reports, it counts where it is on the last day of the period.
TEST(ChecksPartsTest, AUnitThatMovedIsAPartOfTheUnitItMovedTo) {
  const auto differ = [](const char* when) {
    Town town;
    town.book.add_unit("village", "").kind = "ward";
    town.book.add_move("2024-07-01", "village", "town");
    town.book.add_move("2024-07-01", "south", "");
    town.book.add_report("output", when, "10");
    for (const char* unit : {"north", "south", "village"}) {
      town.book.add_unit_report(unit, "output", when,
                                std::string_view(unit) == "north" ? "6" : "4");
    }
    town.book.add_unit_report("village", "output", when, "3").recorded_on = day("2025-01-01");
    return town.differ();
  };
  EXPECT_EQ(differ("2024-H1"), Lines{});
  EXPECT_EQ(differ("2024-H2"),
            (Lines{"warning observation 1: \"output\" of \"town\" in 2024-H2: the unit reports "
                   "10, the units below make 9; the difference is 1"}));
  EXPECT_EQ(differ("2024").size(), 1U);
}

TEST(ChecksPartsTest, ARatioIsComparedWithTheRatioOfTheSums) {
  Town town(IndicatorKind::ratio);
  town.book.add_report("output", "2024", "3/4");
  town.book.add_unit_report("north", "output", "2024", "1/2");
  town.book.add_unit_report("south", "output", "2024", "2/2");
  EXPECT_EQ(town.differ(), Lines{});
  Town other(IndicatorKind::ratio);
  other.book.add_report("output", "2024", "3/4");
  other.book.add_unit_report("north", "output", "2024", "1/2");
  other.book.add_unit_report("south", "output", "2024", "1/1");
  EXPECT_EQ(other.differ().size(), 1U);
}

TEST(ChecksPartsTest, WhatDoesNotAddUpOverUnitsIsNotCompared) {
  Town town(IndicatorKind::level);
  town.book.add_report("output", "2024", "12");
  town.book.add_unit_report("north", "output", "2024", "7");
  town.book.add_unit_report("south", "output", "2024", "7");
  EXPECT_EQ(town.differ(), Lines{});
}

TEST(ChecksPartsTest, RunningTotalsAreComparedFromTheStartOfThePlan) {
  Town town;
  town.book.add_report("output", "2024-06", "13").form = Form::to_date;
  town.book.add_unit_report("north", "output", "2024-H1", "7");
  town.book.add_unit_report("south", "output", "2024-Q2", "5").form = Form::to_date;
  EXPECT_EQ(town.differ(),
            (Lines{"warning observation 1: \"output\" of \"town\" in 2024-H1: the unit reports 13, "
                   "the units below make 12; the difference is 1"}));
}

TEST(ChecksPartsTest, OnlyWhatIsKnownIsCompared) {
  Town town;
  town.book.add_report("output", "2024-H1", "12");
  town.book.add_unit_report("north", "output", "2024-H1", "7");
  town.book.add_unit_report("south", "output", "2024-H1", "4");
  town.book.add_unit_report("south", "output", "2024-H1", "5").recorded_on = day("2024-08-01");
  EXPECT_EQ(town.differ(), Lines{});
  EXPECT_EQ(found(town.book, Errc::parts_differ, day("2024-07-31")).size(), 1U);
}

struct Land {
  Land() {
    book.add_indicator("land", IndicatorKind::flow, "ha");
    target = &book.add_target("land", at_least("10"));
    book.add_project("road", "land", at_least("4"));
    book.add_project("park", "land", at_least("6"));
    book.add_report("land", "2024-H1", "5");
    book.add_project_report("road", "land", "2024-H1", "2");
  }
  Lines differ() { return found(book, Errc::projects_differ); }
  Book book;
  Target* target;
};

TEST(ChecksPartsTest, TheProjectsDoNotMakeWhatTheUnitReports) {
  Land land;
  land.book.add_project_report("park", "land", "2024-H1", "2.5");
  EXPECT_EQ(land.differ(),
            (Lines{"warning observation 1: \"land\" of \"town\" in 2024-H1: the unit reports 5, "
                   "its projects make 4.5; the difference is 0.5"}));
}

TEST(ChecksPartsTest, AProjectThatIsNotThereExplainsTheDifference) {
  Land land;
  EXPECT_EQ(land.differ(), Lines{});  // nothing of the park
  Land declared;
  declared.target->projects = 3;
  declared.book.add_project_report("park", "land", "2024-H1", "2.5");
  EXPECT_EQ(declared.differ(), Lines{});
  Land exact;
  exact.target->projects = 2;
  exact.book.add_project_report("park", "land", "2024-H1", "3");
  EXPECT_EQ(exact.differ(), Lines{});
}

}  // namespace
}  // namespace tiendo::checks_parts_test
