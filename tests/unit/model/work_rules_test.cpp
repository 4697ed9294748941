// The rules of projects and task groups: each is broken alone in a plan that is otherwise good, and
// gives one finding at one place.

#include <gtest/gtest.h>

#include "books.hpp"

namespace tiendo::work_rules_test {
namespace {

using Lines = std::vector<std::string>;

Lines findings_of(const Book& book) { return found_in(book.build().diagnostics); }

Milestone milestone(std::string id, std::string_view due, std::string_view weight) {
  return {std::move(id), {}, day(due), dec(weight)};
}

Capital pot(std::string name, std::string indicator, std::string_view amount) {
  return {std::move(name), std::move(indicator), dec(amount), {}, {}};
}

// The good book with a project that has all that a project may have, and two tasks.
Book work_book() {
  Book book = good_book();
  book.indicators.push_back(indicator("carried", "ha", IndicatorKind::flow));
  Project& road = book.projects[0];
  road.investor = "province";
  road.start = day("2024-02-01");
  road.finish = day("2025-01-31");
  road.late_after_months = 24;
  road.milestones = {milestone("m1", "2024-02-01", "0.4"), milestone("m2", "2025-01-31", "0.6")};
  road.capital = {pot("year", "land", "12.500"), pot("carry-over", "carried", "0")};
  book.task_groups[0].tasks.push_back({"task-2", {}, "south", {"town"}, day("2024-12-31")});
  return book;
}

const Fault kFaults[] = {
    {"investor", [](Book& b) { b.projects[0].investor = "city"; }, Errc::unknown_unit,
     "/plan/projects/0/investor"},
    {"helper of a task", [](Book& b) { b.task_groups[0].tasks[1].with = {"city"}; },
     Errc::unknown_unit, "/plan/task_groups/0/tasks/1/with/0"},
    {"task twice", [](Book& b) { b.task_groups[0].tasks[1].id = "task-1"; }, Errc::duplicate_id,
     "/plan/task_groups/0/tasks/1/id"},
    {"task id", [](Book& b) { b.task_groups[0].tasks[1].id = "việc"; }, Errc::id_syntax,
     "/plan/task_groups/0/tasks/1/id"},
    {"milestone twice", [](Book& b) { b.projects[0].milestones[1].id = "m1"; }, Errc::duplicate_id,
     "/plan/projects/0/milestones/1/id"},
    {"milestone id", [](Book& b) { b.projects[0].milestones[0].id = "m 1"; }, Errc::id_syntax,
     "/plan/projects/0/milestones/0/id"},

    {"stage twice",
     [](Book& b) {
       b.projects[0].stages = {"measured", "paid", "measured"};
     },
     Errc::duplicate_stage, "/plan/projects/0/stages/2"},
    {"stage without a name",
     [](Book& b) {
       b.projects[0].stages = {"measured", ""};
     },
     Errc::id_syntax, "/plan/projects/0/stages/1"},

    {"finished before it starts",
     [](Book& b) {
       b.projects[0].milestones.clear();
       b.projects[0].finish = day("2024-01-31");
     },
     Errc::schedule_reversed, "/plan/projects/0/finish"},
    {"starts after its period",
     [](Book& b) {
       b.projects[0].milestones.clear();
       b.projects[0].finish.reset();
       b.projects[0].period = period("2023");
     },
     Errc::schedule_reversed, "/plan/projects/0/start"},
    {"due before the start", [](Book& b) { b.projects[0].milestones[0].due = day("2024-01-31"); },
     Errc::outside_schedule, "/plan/projects/0/milestones/0/due"},
    {"due after the finish", [](Book& b) { b.projects[0].milestones[1].due = day("2025-02-01"); },
     Errc::outside_schedule, "/plan/projects/0/milestones/1/due"},

    {"a milestone without weight", [](Book& b) { b.projects[0].milestones[1].weight.reset(); },
     Errc::weight_missing, "/plan/projects/0/milestones/1"},
    {"weights below one", [](Book& b) { b.projects[0].milestones[1].weight = dec("0.59"); },
     Errc::weights_not_one, "/plan/projects/0/milestones"},
    {"weights in percent",
     [](Book& b) {
       b.projects[0].milestones[0].weight = dec("40");
       b.projects[0].milestones[1].weight = dec("60");
     },
     Errc::weights_not_one, "/plan/projects/0/milestones"},
    {"a weight below zero",
     [](Book& b) {
       b.projects[0].milestones[0].weight = dec("-0.4");
       b.projects[0].milestones[1].weight = dec("1.4");
     },
     Errc::weight_negative, "/plan/projects/0/milestones/0/weight"},

    {"pot twice", [](Book& b) { b.projects[0].capital[1].pot = "year"; }, Errc::pots_not_apart,
     "/plan/projects/0/capital/1/pot"},
    {"pots of one indicator", [](Book& b) { b.projects[0].capital[1].indicator = "land"; },
     Errc::pots_not_apart, "/plan/projects/0/capital/1/indicator"},
    {"pot of no indicator", [](Book& b) { b.projects[0].capital[0].indicator.clear(); },
     Errc::unknown_indicator, "/plan/projects/0/capital/0"},
    {"pot of the unknown", [](Book& b) { b.projects[0].capital[0].indicator = "sea"; },
     Errc::unknown_indicator, "/plan/projects/0/capital/0/indicator"},
    {"capital below zero", [](Book& b) { b.projects[0].capital[0].amount = dec("-1"); },
     Errc::capital_negative, "/plan/projects/0/capital/0/amount"},
    {"capital of four digits", [](Book& b) { b.projects[0].capital[0].amount = dec("1.2345"); },
     Errc::capital_scale, "/plan/projects/0/capital/0/amount"},
    {"payments of a count", [](Book& b) { b.projects[0].capital[1].indicator = "wards"; },
     Errc::capital_not_additive, "/plan/projects/0/capital/1/indicator"},
    {"payments of which the last counts",
     [](Book& b) { b.indicators[4].time_rule = TimeRule::last; }, Errc::capital_not_additive,
     "/plan/projects/0/capital/1/indicator"},

    {"limit below zero", [](Book& b) { b.projects[0].late_after_months = -1; },
     Errc::months_out_of_range, "/plan/projects/0/late_after_months"},
    {"limit above a century", [](Book& b) { b.projects[0].late_after_months = 1201; },
     Errc::months_out_of_range, "/plan/projects/0/late_after_months"},
};

TEST(WorkRulesTest, TheWorkBookHasNoFault) { EXPECT_EQ(findings_of(work_book()), Lines{}); }

TEST(WorkRulesTest, EachFaultGivesOneErrorAtItsPlaceAndNoPlan) {
  for (const Fault& fault : kFaults) {
    Book book = work_book();
    fault.plant(book);
    EXPECT_EQ(findings_of(book), (Lines{error_at(fault.code, fault.path)})) << fault.what;
    EXPECT_FALSE(book.build()) << fault.what;
  }
}

TEST(WorkRulesTest, WhatIsJustWithinTheRulesIsAccepted) {
  Book book = work_book();
  Project& road = book.projects[0];
  road.milestones[0].weight = dec("0");
  road.milestones[1].weight = dec("1.00");
  road.late_after_months = 1200;
  road.finish = road.start;
  road.milestones[1].due = road.start;
  Project bridge = road;  // stages, milestones and pots are of their project
  bridge.id = "bridge";
  bridge.targets.clear();
  bridge.late_after_months = 0;
  bridge.milestones = {{"m1", {}, {}, {}}, {"", {}, {}, {}}, {"", {}, {}, {}}};
  bridge.start.reset();
  bridge.finish.reset();
  book.projects.push_back(bridge);
  TaskGroup other = book.task_groups[0];
  other.id = "group-2";
  other.tasks.push_back({"", {}, {}, {}, {}});
  other.tasks.push_back({"", {}, {}, {}, {}});
  book.task_groups.push_back(other);
  EXPECT_EQ(findings_of(book), Lines{});
}

TEST(WorkRulesTest, ATaskDueOutsideThePlanIsDoubtfulAndNoMore) {
  Book book = work_book();
  book.task_groups[0].tasks[0].due = day("2025-01-01");
  EXPECT_TRUE(book.build());
  EXPECT_EQ(findings_of(book),
            (Lines{warning_at(Errc::due_outside_plan, "/plan/task_groups/0/tasks/0/due")}));
}

}  // namespace
}  // namespace tiendo::work_rules_test
