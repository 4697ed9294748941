// Which units a sum waits for: those of kinds that report.

#include <gtest/gtest.h>

#include "engine/reporters.hpp"
#include "maps.hpp"

namespace tiendo::reporters_test {
namespace {

// The town with a target of 100 on output, in which unit 0, 1, ... of each kind stand.
class Town {
 public:
  Town() {
    for (const char* unit : {"province", "town"}) book.unit(unit).kind = unit;
    book.add_indicator("output", IndicatorKind::flow);
    book.add_indicator("other", IndicatorKind::flow);
    book.add_target("output", at_least("100"));
  }

  void add(const std::string& kind, int many, const std::string& parent = "town") {
    for (int i = 0; i < many; ++i) book.add_unit(kind + std::to_string(i), parent).kind = kind;
  }
  void report(const std::string& unit, const char* value, const char* indicator = "output") {
    book.add_unit_report(unit, indicator, "2024", value);
  }
  // "30, 2/2 units".
  std::string row(const char* known_on = "") {
    const ReportRow row = book.report("2024-12-31", known_on).rows.at(0);
    return shown(row.actual) + ", " + shown(row.coverage);
  }

  Book book;
};

Town with_departments() {
  Town town;
  town.add("ward", 2);
  town.add("department", 3);
  town.report("ward0", "10");
  town.report("ward1", "20");
  return town;
}

TEST(ReportersTest, DepartmentsThatReportNothingAreNotWaitedFor) {
  Town town = with_departments();
  EXPECT_EQ(town.row(), "30, 2/2 units");
}

TEST(ReportersTest, AWardThatIsSilentIs) {
  Town town = with_departments();
  town.book.add_unit("ward2").kind = "ward";
  EXPECT_EQ(town.row(), "30, 2/3 units");
}

TEST(ReportersTest, OneReportOfAnythingBringsInAllOfItsKind) {
  Town town = with_departments();
  town.report("department1", "5", "other");
  EXPECT_EQ(town.row(), "30, 2/5 units");
}

TEST(ReportersTest, AReportThatIsNoNumberOrOfAProjectDoesAsWell) {
  for (const bool of_project : {false, true}) {
    Town town = with_departments();
    town.book.add_project("road");
    Observation& report = town.book.add_unit_report("department0", "other", "2020", "n/a");
    if (of_project) report.project = "road";
    EXPECT_EQ(town.row(), "30, 2/5 units") << of_project;
  }
}

TEST(ReportersTest, ATargetDoesFromTheDayOfItsDecision) {
  Town town = with_departments();
  Target& target = town.book.add_target("other", at_least("1"));
  target.unit = "department2";
  target.decision.date = day("2024-08-01");
  EXPECT_EQ(town.row(), "30, 2/5 units");
  for (const char* unit : {"ward0", "ward1"}) {
    town.book.add_unit_report(unit, "output", "2024", "1").recorded_on = day("2024-07-01");
  }
  EXPECT_EQ(town.row("2025-01-01"), "30, 2/5 units");
  Town early = with_departments();
  early.book.add_unit_report("ward0", "output", "2024-H1", "1").recorded_on = day("2024-07-01");
  Target& later = early.book.add_target("other", at_least("1"));
  later.unit = "department2";
  later.decision.date = day("2024-08-01");
  EXPECT_EQ(early.row("2024-07-31"), "1, 0/2 units");
  EXPECT_EQ(early.row("2024-08-01"), "1, 0/5 units");
}

TEST(ReportersTest, WhatIsNotKnownYetBringsInNobody) {
  Town town = with_departments();
  town.book.add_unit_report("department0", "other", "2024", "1").recorded_on = day("2025-02-01");
  EXPECT_EQ(town.row("2025-01-31"), "30, 2/2 units");
  EXPECT_EQ(town.row("2025-02-01"), "30, 2/5 units");
}

TEST(ReportersTest, WhereNoKindReportsAllAreWaitedFor) {
  Town town = with_departments();
  const ObservationLog& log = town.book.log();
  const Plan& plan = log.plan();
  const Index ward = plan.find_unit("ward0");
  const Index one = plan.find_unit("department0");
  const Index other = plan.find_unit("department2");
  const Reporters reporters(log, {});
  EXPECT_EQ(reporters.of({ward, one}), (std::vector<Index>{ward}));
  EXPECT_EQ(reporters.of({one, other}), (std::vector<Index>{one, other}));
  EXPECT_EQ(reporters.of({}), std::vector<Index>());
}

TEST(ReportersTest, AUnitWithoutAKindIsWaitedFor) {
  Town town = with_departments();
  town.book.add_unit("somebody");
  EXPECT_EQ(town.row(), "30, 2/3 units");
}

TEST(ReportersTest, AKindThatIsMadeOfReportingUnitsTakesPart) {
  Town town;
  town.add("city", 1);
  town.add("district", 2);
  town.add("department", 3);
  town.add("ward", 1, "district0");
  town.report("city0", "10");
  EXPECT_EQ(town.row(), "10, 1/1 units");
  Town full;
  full.add("city", 1);
  full.add("district", 2);
  full.add("department", 3);
  full.add("ward", 1, "district0");
  full.report("city0", "10");
  full.report("ward0", "5");
  EXPECT_EQ(full.row(), "15, 2/3 units");
}

// Of a new kind, which has not reported yet, and of one that never did before it became another.
TEST(ReportersTest, WhatAUnitBecomesAndWhatItWasTakePart) {
  for (const bool reported_first : {true, false}) {
    Town town;
    town.add("ward", 2);
    town.add("commune", 1);
    town.add("department", 3);
    town.book.add_event("2024-07-01", {"ward0"}, {{"commune0", ""}});
    town.report("ward1", "10");
    if (reported_first) {
      town.book.add_unit_report("ward0", "output", "2024-H1", "7");
      EXPECT_EQ(town.row(), "17, 2/3 units");
    } else {
      town.book.add_unit_report("commune0", "output", "2024-H2", "7");
      EXPECT_EQ(town.row(), "17, 2/3 units");
    }
  }
}

TEST(ReportersTest, OnAMapAsWell) {
  Town town = with_departments();
  town.book.unit("department0").kind = "office";
  Request request;
  request.as_of = day("2024-12-31");
  request.map = day("2024-12-31");
  const ReportRow row = evaluate(town.book.log(), request).rows.at(0);
  EXPECT_EQ(shown(row.coverage), "2/2 units");
}

}  // namespace
}  // namespace tiendo::reporters_test
