// Targets that are met by a yes: what a row says, over time, units and projects.

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::fact_target_test {
namespace {

struct Station {
  Book book;
  Target* target;
  explicit Station(IndicatorKind kind = IndicatorKind::level) {
    book.add_indicator("station", kind, "person");
    target = &book.add_target("station", yes());
  }
  std::string verdict(std::string_view as_of = "2024-12-31") {
    const ReportRow row = book.row(as_of);
    return shown(row.actual) + ' ' + shown_verdict(row);
  }
};

TEST(FactTargetTest, AYesIsMetANoIsMissedAndNothingIsNoData) {
  for (const auto& [word, expected] :
       {std::pair{"yes", "1 met"}, std::pair{"no", "0 missed"}, std::pair{"1", "1 met"},
        std::pair{"3", "3 met"}, std::pair{"0.5", "1/2 missed"}}) {
    Station station;
    station.book.add_report("station", "2024", word);
    EXPECT_EQ(station.verdict(), expected) << word;
  }
  EXPECT_EQ(Station().verdict(), "no_data no_data");
}

TEST(FactTargetTest, HasNoNumberToDivideBy) {
  Station station;
  station.book.add_report("station", "2024", "yes");
  const ReportRow row = station.book.row("2024-12-31");
  for (const Field field :
       {Field::target, Field::completion, Field::excess, Field::remaining, Field::required}) {
    EXPECT_EQ(shown(figure(row, field)), "fact_target") << name_of(field);
  }
  EXPECT_EQ(row.state, State::value);
}

TEST(FactTargetTest, TheLatestWordOfALevelCountsAndIsJudgedAtTheEnd) {
  Station station;
  station.book.add_report("station", "2024-03", "yes");
  station.book.add_report("station", "2024-12", "no");
  EXPECT_EQ(station.verdict("2024-06-30"), "1 period_open");
  EXPECT_EQ(station.verdict(), "0 missed");
}

TEST(FactTargetTest, WhatAddsUpHasComeTrueForGood) {
  Station station(IndicatorKind::flow);
  station.book.add_report("station", "2024-Q1", "yes");
  station.book.add_report("station", "2024-Q2", "no");
  EXPECT_EQ(station.verdict("2024-06-30"), "1 met");
}

// The town with two wards, which say these words ("" for nothing).
std::string of_wards(IndicatorKind kind, const char* north, const char* south,
                     std::string_view as_of = "2024-12-31") {
  Station station(kind);
  station.book.add_unit("north");
  station.book.add_unit("south");
  if (*north) station.book.add_unit_report("north", "station", "2024-H1", north);
  if (*north) station.book.add_unit_report("north", "station", "2024-H2", "no");
  if (*south) station.book.add_unit_report("south", "station", "2024", south);
  return station.verdict(as_of) + ' ' + shown(station.book.row(as_of).coverage);
}

TEST(FactTargetTest, EveryUnitBelowHasToMakeItTrue) {
  const IndicatorKind flow = IndicatorKind::flow;
  EXPECT_EQ(of_wards(flow, "yes", "yes"), "1 met 2/2 units");
  EXPECT_EQ(of_wards(flow, "no", "yes"), "0 missed 2/2 units");
  EXPECT_EQ(of_wards(flow, "2", "3"), "2 met 2/2 units");  // never their sum
  EXPECT_EQ(of_wards(flow, "yes", "n/a"), "1 met 1/1 units");
  EXPECT_EQ(of_wards(flow, "yes", "withheld"), "withheld withheld 1/2 units");
  // Whatever the unit rule says: the figures of a level do not add up, its words do not have to.
  EXPECT_EQ(of_wards(IndicatorKind::level, "yes", "yes"), "0 missed 2/2 units");
  EXPECT_EQ(of_wards(IndicatorKind::count, "yes", "yes"), "0 missed 2/2 units");
}

TEST(FactTargetTest, IsOpenUntilEachOfThemHasReported) {
  EXPECT_EQ(of_wards(IndicatorKind::flow, "yes", ""), "1 partial_coverage 1/2 units");
}

TEST(FactTargetTest, ANoOfOneThatHasReportedAllIsForGood) {
  const IndicatorKind flow = IndicatorKind::flow;
  EXPECT_EQ(of_wards(flow, "", "no"), "0 missed 1/2 units");
  EXPECT_EQ(of_wards(flow, "", "no", "2024-12-30"), "no_data no_data 0/11 months");
  // In half a year nothing has come true yet, and the rest is not known.
  const auto verdict = [](const char* half, const char* hamlet) {
    Station station(IndicatorKind::flow);
    station.book.add_unit("north");
    station.book.add_unit("south");
    station.book.add_unit("hamlet", "south");
    station.book.add_unit("brook", "south");
    if (*half) station.book.add_unit_report("north", "station", "2024-H1", half);
    if (*hamlet) station.book.add_unit_report("hamlet", "station", "2024", hamlet);
    return station.verdict();
  };
  EXPECT_EQ(verdict("no", ""), "0 partial_coverage");
  EXPECT_EQ(verdict("", "no"), "0 missed");  // through the ward, which is not complete
  EXPECT_EQ(verdict("no", "yes"), "0 partial_coverage");
  EXPECT_EQ(verdict("yes", "no"), "0 missed");
}

TEST(FactTargetTest, ANoIsNotForGoodBeforeTheYearIsOver) {
  Station station(IndicatorKind::flow);
  for (const char* ward : {"north", "south"}) station.book.add_unit(ward);
  station.book.add_unit_report("south", "station", "2024-H1", "no");
  EXPECT_EQ(station.verdict("2024-06-30"), "0 partial_coverage");
}

TEST(FactTargetTest, TheOwnWordOfAUnitCountsBeforeThoseBelow) {
  Station station;
  station.book.add_unit("north");
  station.book.add_unit_report("north", "station", "2024", "no");
  station.book.add_report("station", "2024", "yes");
  EXPECT_EQ(station.verdict(), "1 met");
}

TEST(FactTargetTest, EveryProjectHasToMakeItTrue) {
  Station station(IndicatorKind::count);
  station.book.add_project("bridge", "station", yes());
  station.book.add_project("market", "station", yes());
  station.book.add_project_report("bridge", "station", "2024", "yes");
  station.book.add_project_report("market", "station", "2024", "yes");
  EXPECT_EQ(station.verdict(), "1 met");
  Station third(IndicatorKind::count);
  third.target->projects = 3;  // two of them are not described
  third.book.add_project("bridge", "station", yes());
  third.book.add_project_report("bridge", "station", "2024", "yes");
  EXPECT_EQ(third.verdict(), "1 partial_coverage");
}

TEST(FactTargetTest, AnotherTargetOfTheSameIndicatorStillAddsUp) {
  Station station(IndicatorKind::count);
  station.book.add_target("station", at_least("2"), "province");
  station.book.add_unit("north");
  station.book.add_unit("south");
  station.book.add_unit_report("north", "station", "2024", "yes");
  station.book.add_unit_report("south", "station", "2024", "yes");
  const Report report = station.book.report("2024-12-31");
  EXPECT_EQ(shown(report.rows.at(0).actual), "1");
  EXPECT_EQ(shown(report.rows.at(1).actual), "2");
  EXPECT_EQ(report.rows.at(1).verdict, Verdict::met);
}

}  // namespace
}  // namespace tiendo::fact_target_test
