// Units that begin or end within the period, where no map is asked for.

#include <gtest/gtest.h>

#include "maps.hpp"

namespace tiendo::lives_test {
namespace {

// On 1 July 2025 a and b become e. The town has a target, and so have a, b and e.
Book town(const char* indicator) {
  Book book = merged();
  add_unit_target(book, indicator, "town", "2025", at_least("10"));
  for (const char* unit : {"a", "b", "e"}) {
    add_unit_target(book, indicator, unit, "2025", at_least("5"));
  }
  return book;
}

std::string state_of(Book& book, std::string_view as_of) {
  return shown_state(book.report(as_of).rows.at(0));
}

TEST(LivesTest, AUnitOwesReportsForTheTimeInWhichItIsThere) {
  Book book = town("output");
  book.unit("c").until = day("2025-01-01");
  book.add_unit_report("a", "output", "2025-H1", "4");
  book.add_unit_report("b", "output", "2025-Q1", "3");
  book.add_unit_report("e", "output", "2025-H2", "5");
  EXPECT_EQ(rows_on(book, "output", "2025-12-31", ""),
            "town 12 of 10, 2/3 units; a 4 of 5, 6/6 months; b 3 of 5, 3/6 months; "
            "e 5 of 5, 6/6 months");
  EXPECT_EQ(state_of(book, "2025-12-31"), "undefined partial_coverage");
}

TEST(LivesTest, TheWholeIsCompleteWhenEachHasReportedItsTime) {
  Book book = town("output");
  book.unit("c").until = day("2025-01-01");
  book.add_unit_report("a", "output", "2025-H1", "4");
  book.add_unit_report("b", "output", "2025-H1", "3");
  book.add_unit_report("e", "output", "2025-H2", "5");
  EXPECT_EQ(rows_on(book, "output", "2025-12-31", "").substr(0, 25), "town 12 of 10, 3/3 units;");
  EXPECT_EQ(state_of(book, "2025-12-31"), "value");
  EXPECT_EQ(shown_verdict(book.report("2025-12-31").rows.at(0)), "exceeded");
}

TEST(LivesTest, WhatHasNotBegunByTheDayIsNotWaitedFor) {
  Book book = town("output");
  book.unit("c").until = day("2025-01-01");
  book.add_unit_report("a", "output", "2025-Q1", "4");
  book.add_unit_report("b", "output", "2025-Q1", "3");
  EXPECT_EQ(rows_on(book, "output", "2025-03-31", ""),
            "town 7 of 10, 2/2 units; a 4 of 5, 3/3 months; b 3 of 5, 3/3 months; "
            "e no_data of 5, 0/0 months");
  EXPECT_EQ(state_of(book, "2025-03-31"), "value");
}

TEST(LivesTest, AReportBeyondTheTimeOfTheUnitIsNoMoreThanComplete) {
  Book book = town("output");
  book.add_unit_report("a", "output", "2025-9M", "4");
  book.add_unit_report("b", "output", "2025", "3");
  book.add_unit_report("e", "output", "2025", "3");
  EXPECT_EQ(
      rows_on(book, "output", "2025-12-31", ""),
      "town 3 of 10, 1/2 units; a 4 of 5, 6/6 months; b 3 of 5, 6/6 months; e 3 of 5, 6/6 months");
}

TEST(LivesTest, DaysAreCountedWhereATimeIsNotWholeMonths) {
  Book book = wards();
  book.unit("a").until = day("2025-02-11");
  add_unit_target(book, "output", "a", "2025", at_least("5"));
  book.add_unit_report("a", "output", "2025-01", "4");
  EXPECT_EQ(rows_on(book, "output", "2025-12-31", ""), "a 4 of 5, 31/41 days");
}

TEST(LivesTest, ALevelIsThatOfTheUnitsThatAreThereAtTheEnd) {
  Book book = town("schools");
  book.unit("c").until = day("2025-01-01");
  book.add_unit_report("a", "schools", "2025-06", "4");
  book.add_unit_report("b", "schools", "2025-06", "3");
  book.add_unit_report("e", "schools", "2025-12", "6");
  EXPECT_EQ(rows_on(book, "schools", "2025-12-31", ""),
            "town 6 of 10, 1/1 units; a 4 of 5, 6/6 months; b 3 of 5, 6/6 months; "
            "e 6 of 5, 6/6 months");
  EXPECT_EQ(rows_on(book, "schools", "2025-06-30", "").substr(0, 24), "town 7 of 10, 2/2 units;");
}

TEST(LivesTest, ALevelOfAUnitThatHasEndedIsThatOfItsLastDay) {
  Book book = wards();
  for (const char* unit : {"town", "a", "b", "c"}) book.unit(unit).until = day("2025-07-01");
  add_unit_target(book, "schools", "town", "2025", at_least("10"));
  for (const char* unit : {"a", "b", "c"}) book.add_unit_report(unit, "schools", "2025-06", "4");
  EXPECT_EQ(rows_on(book, "schools", "2025-12-31", ""), "town 12 of 10, 3/3 units");
}

TEST(LivesTest, ProjectsOfAUnitAreWaitedForAsItIs) {
  Book book = merged();
  book.add_project("road", "output", at_least("4")).targets[0].unit = "a";
  book.add_project("park", "output", at_least("4")).targets[0].unit = "a";
  add_unit_target(book, "output", "a", "2025", at_least("5"));
  for (const char* project : {"road", "park"}) {
    book.add_project_report(project, "output", "2025-H1", "2").unit = "a";
  }
  EXPECT_EQ(rows_on(book, "output", "2025-12-31", "").substr(0, 22), "a 4 of 5, 2/2 projects");
}

TEST(LivesTest, ATargetOfAUnitThatEndedBeforeItsPeriodIsNotMissed) {
  const auto verdict = [](const char* when, const char* value, const char* as_of) {
    Book book = merged();
    add_unit_target(book, "output", "a", when, at_least("5"));
    book.add_unit_report("a", "output", "2025-H1", value);
    return shown_verdict(book.report(as_of).rows.at(0));
  };
  EXPECT_EQ(verdict("2025", "4", "2025-06-29"), "no_data");
  EXPECT_EQ(verdict("2025", "4", "2025-06-30"), "unit_ended");
  EXPECT_EQ(verdict("2025", "4", "2025-12-31"), "unit_ended");
  EXPECT_EQ(verdict("2025", "5", "2025-06-30"), "met");  // for good
  EXPECT_EQ(verdict("2025-H1", "4", "2025-12-31"), "missed");
  // On a map it is a part of the target of what it has become.
  Book book = town("output");
  book.add_unit_report("a", "output", "2025-H1", "4");
  for (const ReportRow& row : book.report_on_map("2025-12-31", "2025-06-30").rows) {
    EXPECT_NE(row.verdict_reason, Errc::unit_ended);
  }
}

TEST(LivesTest, TheYearBeforeIsComparedWhateverTheTimeOfTheUnit) {
  Book book = wards();
  book.unit("a").until = day("2025-02-11");
  add_unit_target(book, "output", "a", "2025", at_least("5"));
  book.add_unit_report("a", "output", "2025-01", "4");
  book.add_unit_report("a", "output", "2024-01", "2");
  EXPECT_EQ(shown(book.row("2025-12-31").index), "200");
}

TEST(LivesTest, AMeanOverTimeIsNotMadeOfTheMeansOfTwoTimes) {
  for (const bool later : {false, true}) {
    Book book = merged();
    book.add_indicator("stock", IndicatorKind::flow).time_rule = TimeRule::mean;
    add_unit_target(book, "stock", "e", "2025", at_least("1"));
    for (const char* unit : {"a", "b"}) book.add_unit_report(unit, "stock", "2025-H1", "10");
    if (later) book.add_unit_report("e", "stock", "2025-H2", "30");
    EXPECT_EQ(rows_on(book, "stock", later ? "2025-12-31" : "2025-06-30", "2025-07-01"),
              later ? "e not_additive of 1, 3/3 units" : "e 20 of 1, 2/2 units");
  }
}

}  // namespace
}  // namespace tiendo::lives_test
