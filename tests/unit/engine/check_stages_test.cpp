// A later stage of the work against the earlier ones.

#include "engine/check_stages.hpp"

#include <gtest/gtest.h>

#include "book.hpp"
#include "engine/checks/checks.hpp"

namespace tiendo::check_stages_test {
namespace {

struct Roads {
  Roads() {
    book.add_indicator("land", IndicatorKind::flow, "ha");
    book.add_target("land", at_least("10"));
    for (const char* id : {"a", "b"}) {
      book.add_project(id, "land", at_least("5")).stages = {"measured", "approved", "paid"};
    }
  }
  Observation& reach(const char* stage, const char* value, const char* when = "2024") {
    Observation& report = book.add_project_report("b", "land", when, value);
    report.work_stage = stage;
    return report;
  }
  std::string findings(std::optional<Date> known_on = {}) {
    std::string text;
    for (const Diagnostic& finding : check_plan(book.log(), known_on)) {
      EXPECT_EQ(finding.code, Errc::stage_ahead);
      EXPECT_EQ(finding.severity, Severity::warning);
      text += finding.place.path + ": " + finding.sentence + '\n';
    }
    return text;
  }
  Book book;
};

TEST(CheckStagesTest, MorePaidThanApprovedIsAWarning) {
  Roads roads;
  roads.reach("measured", "5");
  roads.reach("approved", "3.5");
  roads.reach("paid", "3.75");
  EXPECT_EQ(roads.findings(),
            "/plan/projects/1/targets/0: paid 3.75 is more than approved 3.5: a later stage of the "
            "work of \"b\" is further than an earlier one\n");
}

TEST(CheckStagesTest, AStageWithoutReportsIsPassedOver) {
  Roads roads;
  roads.reach("measured", "3");
  roads.reach("paid", "3.75");
  EXPECT_NE(roads.findings().find("paid 3.75 is more than measured 3:"), std::string::npos);
  Roads only;
  only.reach("paid", "3.75");
  EXPECT_EQ(only.findings(), "");
}

TEST(CheckStagesTest, EqualAndFallingStagesAreFine) {
  Roads roads;
  roads.reach("measured", "5");
  roads.reach("approved", "5");
  roads.reach("paid", "1");
  EXPECT_EQ(roads.findings(), "");
}

TEST(CheckStagesTest, WhatIsNotYetKnownIsNotCompared) {
  Roads roads;
  roads.reach("approved", "3");
  roads.reach("paid", "4").recorded_on = day("2025-02-01");
  EXPECT_NE(roads.findings(), "");
  EXPECT_EQ(roads.findings(day("2025-01-31")), "");
}

TEST(CheckStagesTest, TargetsOfTwoAssignersAreComparedOnce) {
  Roads roads;
  Project& park = roads.book.add_project("park", "land", at_least("4"));
  park.stages = {"approved", "paid"};
  park.targets.push_back(park.targets[0]);
  park.targets[1].assigner = "province";
  roads.book.add_project_report("park", "land", "2024", "1").work_stage = "approved";
  roads.book.add_project_report("park", "land", "2024", "2");
  EXPECT_EQ(roads.findings().find("/plan/projects/2/targets/0: "), 0U);
  EXPECT_EQ(roads.findings().find("targets/1"), std::string::npos);
}

TEST(CheckStagesTest, ATargetIsFoundWhereItStandsInThePlan) {
  Roads roads;
  const Plan plan = roads.book.plan();
  EXPECT_EQ(path_of(plan, 0), "/plan/targets/0");
  EXPECT_EQ(path_of(plan, 1), "/plan/projects/0/targets/0");
  EXPECT_EQ(path_of(plan, 2), "/plan/projects/1/targets/0");
}

}  // namespace
}  // namespace tiendo::check_stages_test
