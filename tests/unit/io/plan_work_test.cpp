// Projects, task groups and what is declared, as a plan file says them.

#include <gtest/gtest.h>

#include "plan_texts.hpp"

namespace tiendo::plan_work_test {
namespace {

TEST(PlanWorkTest, AProjectHasASchedulePotsAndMilestones) {
  const Plan plan =
      read(plan_text(R"(, "projects": [{"id": "road", "investor": "town", "lead": "ward",
      "start": "2024-01-15", "finish": "2024-12-31", "late_after_months": 24, "stages": ["paid"],
      "capital": [{"pot": "year", "indicator": "land", "amount": "9276.11", "until": "2025-01-31",
                   "note": "n"},
                  {"pot": "carry-over", "indicator": "carried", "amount": "273.16"}],
      "milestones": [{"id": "m1", "name": "đo đạc", "due": "2024-06-30", "weight": "0.4"},
                     {"weight": "0.6"}]}])",
                     R"([{"id": "land", "measure": "ha", "kind": "flow"},
                         {"id": "carried", "measure": "ha", "kind": "flow"}])"));
  const Project& road = plan.projects()[0];
  EXPECT_EQ(road.investor + '/' + road.lead, "town/ward");
  EXPECT_EQ(road.start, *Date::parse("2024-01-15"));
  EXPECT_EQ(road.finish, *Date::parse("2024-12-31"));
  EXPECT_EQ(road.late_after_months, 24);
  EXPECT_EQ(road.stages, std::vector<std::string>{"paid"});
  ASSERT_EQ(road.capital.size(), 2U);
  EXPECT_EQ(road.capital[0].pot, "year");
  EXPECT_EQ(road.capital[0].indicator, "land");
  EXPECT_EQ(road.capital[0].amount, *Decimal::parse("9276.11"));
  EXPECT_EQ(road.capital[0].until, *Date::parse("2025-01-31"));
  EXPECT_EQ(road.capital[0].remarks.note, "n");
  EXPECT_FALSE(road.capital[1].until);
  EXPECT_EQ(road.milestones[0].id, "m1");
  EXPECT_EQ(road.milestones[0].due, *Date::parse("2024-06-30"));
  EXPECT_EQ(road.milestones[0].weight, *Decimal::parse("0.4"));
}

TEST(PlanWorkTest, ATaskHasUnitsAndADay) {
  const Plan plan = read(plan_text(R"(, "task_groups": [{"id": "g", "tasks": [
      {"id": "t", "name": "làm", "lead": "ward", "with": ["town"], "due": "2024-09-30"}]}])"));
  const Task& task = plan.task_groups()[0].tasks[0];
  EXPECT_EQ(task.lead, "ward");
  EXPECT_EQ(task.with, std::vector<std::string>{"town"});
  EXPECT_EQ(task.due, *Date::parse("2024-09-30"));
}

TEST(PlanWorkTest, IndicatorsAreDeclaredForTheUnitOfThePlanOrByAssigner) {
  const auto declared = [](const char* value) {
    const Checked<Plan> plan = read_plan(
        plan_text(std::string(R"(, "declared": {"indicators": )") + value + "}"), "plan.json");
    return plan.value->head().declared;
  };
  EXPECT_EQ(declared("24").indicators, 24);
  EXPECT_TRUE(declared("24").indicators_of.empty());
  const Declared both = declared(R"({"town": 25, "ward": 12})");
  EXPECT_FALSE(both.indicators);
  ASSERT_EQ(both.indicators_of.size(), 2U);
  EXPECT_EQ(both.indicators_of[1], (std::pair<std::string, int>("ward", 12)));
  EXPECT_EQ(fault(plan_text(R"(, "declared": {"indicators": {"town": "25"}})")), Errc::wrong_type);
}

TEST(PlanWorkTest, APotNeedsItsNameItsIndicatorAndItsAmount) {
  for (const char* pot :
       {R"({"indicator": "land", "amount": 1})", R"({"pot": "year", "amount": 1})",
        R"({"pot": "year", "indicator": "land"})"}) {
    EXPECT_EQ(fault(plan_text(std::string(R"(, "projects": [{"id": "road", "capital": [)") + pot +
                              "]}]")),
              Errc::missing_key)
        << pot;
  }
}

}  // namespace
}  // namespace tiendo::plan_work_test
