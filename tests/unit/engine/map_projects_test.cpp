// Projects of units that became others, on the map of another day.

#include <gtest/gtest.h>

#include "maps.hpp"

namespace tiendo::map_projects_test {
namespace {

constexpr const char* kOld = "2025-06-30";
constexpr const char* kNew = "2025-07-01";
constexpr const char* kEnd = "2025-12-31";

// A road in `unit`, of which that unit reports 4 and the heir 2.
Book road_in(Book book, const char* unit, const char* heir) {
  Project& road = book.add_project("road", "output", at_least("5"), "province");
  road.targets[0].unit = unit;
  road.targets[0].period = period("2025");
  book.add_project_report("road", "output", "2025-H1", "4").unit = unit;
  book.add_project_report("road", "output", "2025-H2", "2").unit = heir;
  return book;
}

TEST(MapProjectsTest, AProjectIsWaitedForWhereItIs) {
  Book book = road_in(merged(), "a", "e");
  EXPECT_EQ(rows_on(book, "output", kEnd, kNew), "e 6 of 5, 12/12 months");
  EXPECT_EQ(rows_on(book, "output", kEnd, kOld), "a 6 of 5, 12/12 months");
  EXPECT_EQ(rows_on(book, "output", "2025-06-30", kNew), "e 4 of 5, 6/6 months");
}

TEST(MapProjectsTest, AProjectOfADividedUnitStaysItsOwnWithAllThatIsReportedOfIt) {
  for (const bool known : {true, false}) {
    Book book = road_in(divided(known), "c", "g");
    EXPECT_EQ(rows_on(book, "output", kEnd, kNew), "c 6 of 5, 12/12 months") << known;
  }
}

TEST(MapProjectsTest, AProjectInSeveralOfTheUnitsIsWaitedForInEach) {
  Book book = road_in(merged(), "a", "e");
  Project& park = book.add_project("park", "output", at_least("1"), "province");
  park.targets[0].unit = "a";
  park.targets.push_back(park.targets[0]);
  park.targets[1].unit = "b";
  for (Target& target : park.targets) target.period = period("2024");
  book.add_project_report("park", "output", "2024", "3").unit = "a";
  EXPECT_EQ(rows_on(book, "output", kEnd, kNew), "e 6 of 5, 12/12 months; e 3 of 2, 1/2 units");
}

TEST(MapProjectsTest, AProjectThatAnHeirHasItselfTakesNothingOfTheDividedUnit) {
  Book book = divided();
  Project& road = book.add_project("road", "output", at_least("5"), "province");
  road.targets[0].unit = "g";
  road.targets[0].period = period("2025");
  book.add_project_report("road", "output", "2025-H1", "100").unit = "c";
  book.add_project_report("road", "output", "2025-H2", "2").unit = "g";
  EXPECT_EQ(rows_on(book, "output", kEnd, kNew), "g 2 of 5, 6/6 months");
}

TEST(MapProjectsTest, WhatWasNotANumberBeforeTheDayIsNotForgotten) {
  for (const char* word : {"n/a", "withheld"}) {
    Book book = merged();
    Project& road = book.add_project("road", "output", at_least("5"), "province");
    road.targets[0].unit = "a";
    road.targets[0].period = period("2025");
    book.add_project_report("road", "output", "2025-H1", word).unit = "a";
    const ReportRow row = book.report_on_map(kEnd, kNew).rows.at(0);
    EXPECT_EQ(name_of(row.actual.reason), *word == 'n' ? "not_applicable" : "withheld");
    EXPECT_EQ(shown(row.coverage), "6/12 months");
    EXPECT_EQ(row.reported_to, day(kOld));
  }
}

TEST(MapProjectsTest, WhereNobodyHasSaidAnythingOneStandsForAll) {
  Book book = merged();
  Project& road = book.add_project("road", "output", at_least("5"), "province");
  road.targets[0].unit = "e";
  road.targets[0].period = period("2025");
  book.add_project_report("road", "output", "2025-H2", "2").unit = "e";
  EXPECT_EQ(rows_on(book, "output", kEnd, kNew), "e 2 of 5, 6/12 months");
}

}  // namespace
}  // namespace tiendo::map_projects_test
