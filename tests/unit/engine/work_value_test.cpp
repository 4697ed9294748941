// Earned value of projects: milestones and capital in one measure.

#include "tiendo/engine/work_value.hpp"

#include <gtest/gtest.h>

#include "work_book.hpp"

namespace tiendo::work_value_test {
namespace {

// A road from 1 January to 31 December, with 200 of this year and 50 carried over.
WorkBook road_book(std::string_view start = "2024-01-01") {
  WorkBook book;
  book.add_indicator("paid", IndicatorKind::flow).scale = 3;
  book.add_indicator("carried", IndicatorKind::flow);
  Project& road = book.add_project("road");
  road.capital = {pot("year", "paid", "200"), pot("carry-over", "carried", "50")};
  road.start = day(start);
  road.finish = day("2024-12-31");
  road.milestones = {milestone("plan", "2024-03-31", "0.2"),
                     milestone("earth", "2024-06-30", "0.3"),
                     milestone("surface", "2024-12-15", "0.5")};
  return book;
}

void pay(WorkBook& book) {
  book.add_project_report("road", "paid", "2024-H1", "100");
  book.add_project_report("road", "carried", "2024-H1", "50");
}

std::string said(const Assessment& it) {
  return std::string(name_of(it.state)) + ' ' + shown(it.value);
}

ProjectValue value_of(WorkBook& book, std::string_view as_of) {
  return earned_value(book.work(as_of), 0);
}

TEST(WorkValueTest, MilestonesAndCapitalMakeEarnedValue) {
  WorkBook book = road_book();
  pay(book);
  book.say_of_project("road", "plan", "done on=2024-03-20 @2024-03-21");
  book.say_of_project("road", "earth", "in_progress share=0.5");
  const ProjectValue value = value_of(book, "2024-06-30");
  EXPECT_EQ(shown(value.numbers.bac), "250");
  EXPECT_EQ(shown(value.numbers.pv), "125");    // 0.5 was due
  EXPECT_EQ(shown(value.numbers.ev), "175/2");  // 0.2 and half of 0.3
  EXPECT_EQ(shown(value.numbers.ac), "150");
  EXPECT_EQ(said(value.value), "measured 7/12");
  EXPECT_EQ(shown(value.value.figure("SPI")), "7/10");
  EXPECT_EQ(shown(value.value.figure("EAC")), "3000/7");
}

TEST(WorkValueTest, EarnedScheduleIsInMonthsWhereTheScheduleIs) {
  WorkBook book = road_book();
  pay(book);
  book.say_of_project("road", "plan", "done on=2024-03-20 @2024-03-21");
  book.say_of_project("road", "earth", "in_progress share=0.5");
  const ProjectValue value = value_of(book, "2024-06-30");
  EXPECT_EQ(name_of(value.times), "months");
  // 50 were due by the end of March, 125 by that of June; half of that step is earned in June.
  EXPECT_EQ(said(value.schedule), "measured 11/2");
  EXPECT_EQ(shown(value.schedule.figure("SVt")), "-1/2");
  EXPECT_EQ(shown(value_of(book, "2024-06-15").schedule.figure("SVt")), "0");
  EXPECT_EQ(shown(value_of(book, "2025-01-31").schedule.figure("SVt")), "-15/2");
}

TEST(WorkValueTest, ElseItIsInDays) {
  WorkBook book = road_book("2024-01-02");
  book.say_of_project("road", "plan", "done on=2024-03-20 @2024-03-21");
  const ProjectValue value = value_of(book, "2024-03-31");
  EXPECT_EQ(name_of(value.times), "days");
  // What was due on 31 March, the 90th day, is earned; nothing more is due before 30 June.
  EXPECT_EQ(said(value.schedule), "measured 180");
  EXPECT_EQ(shown(value.schedule.figure("SVt")), "90");
  EXPECT_EQ(shown(value.schedule.figure("SPI")), "1");
}

TEST(WorkValueTest, TheLastDayOfAScheduleIsOneOfItsDays) {
  WorkBook book;
  book.add_indicator("paid", IndicatorKind::flow);
  Project& lane = book.add_project("lane");
  lane.capital = {pot("year", "paid", "200")};
  lane.start = day("2024-01-02");
  lane.finish = day("2024-01-04");
  lane.milestones = {milestone("all", "2024-01-04", "1")};
  book.say_of_project("lane", "all", "done on=2024-01-04 @2024-01-04");
  EXPECT_EQ(said(value_of(book, "2024-01-04").schedule), "measured 3");
}

TEST(WorkValueTest, BeforeTheStartNothingIsGone) {
  WorkBook book = road_book();
  book.say_of_project("road", "plan", "in_progress share=0.5");
  EXPECT_EQ(shown(value_of(book, "2023-12-31").schedule.figure("SPIt")), "division_by_zero");
}

TEST(WorkValueTest, ACancelledMilestoneLeavesItsWeightToTheOthers) {
  WorkBook book = road_book();
  book.say_of_project("road", "plan", "done on=2024-03-20 @2024-03-21");
  book.say_of_project("road", "surface", "cancelled");
  const ProjectValue value = value_of(book, "2024-06-30");
  EXPECT_EQ(shown(value.numbers.ev), "100");  // 0.2 of 0.5
  EXPECT_EQ(shown(value.numbers.pv), "250");
  EXPECT_EQ(shown(value.schedule.figure("PV")), "250");
  EXPECT_EQ(said(value.schedule), "measured 5");
}

TEST(WorkValueTest, WhatIsNotReportedTakesWhatNeedsIt) {
  WorkBook silent = road_book();
  EXPECT_EQ(said(value_of(silent, "2024-06-30").value), "no_data no_data");
  EXPECT_EQ(said(value_of(silent, "2024-06-30").schedule), "no_data no_data");
  WorkBook book = road_book();
  book.say_of_project("road", "plan", "done on=2024-03-20 @2024-03-21");
  book.add_project_report("road", "paid", "2024-H1", "100");
  const ProjectValue partly = value_of(book, "2024-06-30");
  EXPECT_EQ(shown(partly.numbers.ac), "partial_coverage");
  EXPECT_EQ(said(partly.value), "no_data partial_coverage");
  EXPECT_EQ(shown(partly.value.figure("SPI")), "2/5");
  EXPECT_EQ(shown(partly.schedule.figure("SPIt")), "5/6");
  EXPECT_EQ(shown(partly.schedule.figure("EACt_ES3")), "partial_coverage");
}

TEST(WorkValueTest, WithoutCapitalWeightsDaysOrASchedule) {
  WorkBook poor = road_book();
  poor.add_project("road-2");
  const WorkReport report = poor.work("2024-06-30");
  EXPECT_EQ(projects_with_value(report), std::vector<Index>{0});
  EXPECT_EQ(said(earned_value(report, 1).value), "no_data no_data");
  EXPECT_EQ(said(earned_value(report, 1).schedule), "refused no_target");

  WorkBook weightless;
  weightless.add_indicator("paid", IndicatorKind::flow);
  Project& road = weightless.add_project("road");
  road.capital = {pot("year", "paid", "200")};
  road.milestones = {milestone("plan", "2024-03-31", "")};
  EXPECT_TRUE(projects_with_value(weightless.work("2024-06-30")).empty());
  EXPECT_EQ(said(value_of(weightless, "2024-06-30").schedule), "refused no_weights");

  WorkBook dayless;
  dayless.add_indicator("paid", IndicatorKind::flow);
  Project& lane = dayless.add_project("lane");
  lane.capital = {pot("year", "paid", "200")};
  lane.milestones = {milestone("plan", "", "1")};
  EXPECT_EQ(said(value_of(dayless, "2024-06-30").schedule), "refused no_due_days");

  WorkBook endless;
  endless.add_indicator("paid", IndicatorKind::flow);
  Project& path = endless.add_project("path");
  path.capital = {pot("year", "paid", "200")};
  path.milestones = {milestone("plan", "2024-05-31", "1")};
  EXPECT_EQ(said(value_of(endless, "2024-06-30").schedule), "refused no_schedule");
}

}  // namespace
}  // namespace tiendo::work_value_test
