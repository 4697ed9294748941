// Where the figures of work rows come from. tests/cli/work_trace_test.py computes all of them.

#include "tiendo/engine/work_trace.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tiendo/engine/earned_figures.hpp"
#include "work_book.hpp"

namespace tiendo::work_trace_test {
namespace {

using Lines = std::vector<std::string>;

// "rate_pct 100 * A / P = 80".
std::string shown(const WorkStep& step) {
  return std::string(step.figure) + ' ' + step.formula + " = " + step.result.to_string();
}

std::vector<std::string> steps(const WorkTrace& trace) {
  std::vector<std::string> lines;
  for (const WorkStep& step : trace.steps) lines.push_back(shown(step));
  return lines;
}

// "2>1 complete": of row 2, counted by the standing of row 1.
std::vector<std::string> members(const WorkTrace& trace) {
  std::vector<std::string> lines;
  for (const WorkMember& member : trace.members) {
    lines.push_back(std::to_string(member.row) + '>' + std::to_string(member.counted) +
                    (member.complete ? " complete" : ""));
  }
  return lines;
}

// Two roads of the province and one of the town.
WorkBook roads() {
  WorkBook book;
  book.add_indicator("land", IndicatorKind::flow, "ha").scale = 3;
  Project& a = book.add_project("a", "land", at_least("10"), "province");
  a.stages = {"measured", "paid"};
  a.finish = day("2024-03-31");
  book.add_project("b", "land", at_least("5"), "province").finish = day("2024-12-31");
  book.add_project("c", "land", at_least("2.5"));
  book.add_project_report("a", "land", "2024-H1", "8").work_stage = "measured";
  book.add_project_report("a", "land", "2024-H1", "6").work_stage = "paid";
  book.add_project_report("b", "land", "2024-H1", "5");
  return book;
}

TEST(WorkTraceTest, AQuantityIsReadFromReportsAndComparedWithItsTarget) {
  WorkBook book = roads();
  const WorkTrace trace = book.explained("2024-06-30", WorkKind::quantity);
  EXPECT_EQ(steps(trace), (Lines{"planned x1 = 10", "reached x = 6", "rate_pct 100 * A / P = 60",
                                 "remaining P - A = 4"}));
  ASSERT_EQ(trace.sources.size(), 1U);
  EXPECT_EQ(trace.sources[0].selection.used.size(), 1U);
  EXPECT_EQ(trace.sources[0].selection.set_aside.front().reason, SetAside::earlier_stage);
  EXPECT_EQ(trace.targets, std::vector<Index>{0});
}

TEST(WorkTraceTest, AStageBeforeTheLastHasReportsOfItsOwn) {
  WorkBook book = roads();
  const WorkTrace trace = book.explained("2024-06-30", WorkKind::stage, "measured");
  EXPECT_EQ(steps(trace)[1], "reached x = 8");
  EXPECT_EQ(steps(trace)[2], "rate_pct 100 * A / P = 80");
  ASSERT_EQ(trace.sources.size(), 1U);
  EXPECT_EQ(trace.sources[0].question.stage, 0U);
  const WorkTrace last = book.explained("2024-06-30", WorkKind::stage, "paid");
  EXPECT_EQ(steps(last)[1], "reached x = 6");
}

TEST(WorkTraceTest, ATotalNamesItsMembersAndWhatItLeavesOut) {
  WorkBook book = roads();
  const WorkTrace trace = book.explained("2024-06-30", WorkKind::total);
  EXPECT_EQ(members(trace), (Lines{"1>0 complete", "5>4 complete"}));
  EXPECT_EQ(steps(trace), (Lines{"planned x1 + x2 = 15", "reached x1 + x2 = 11",
                                 "rate_pct 100 * A / P = 220/3", "remaining P - A = 4"}));
  ASSERT_EQ(trace.left_out.size(), 1U);
  EXPECT_EQ(trace.left_out[0].row, 7U);
  EXPECT_EQ(trace.left_out[0].why, WorkLeftOut::Why::other_assigner);
  const WorkTrace stage = book.explained("2024-06-30", WorkKind::stage_total, "measured");
  EXPECT_EQ(members(stage), (Lines{"2>2 complete"}));
  EXPECT_EQ(steps(stage)[0], "planned x1 + x2 = 15") << "of all projects of the total";
}

TEST(WorkTraceTest, OfAWholeWhatIsAPartIsNotCountedAgain) {
  WorkBook book = roads();
  book.add_target("land", at_least("53"), "province").projects = 14;
  Target& added = book.add_target("land", at_least("4"));
  added.layer = TargetLayer::adds;
  added.projects = 4;
  const WorkReport report = book.work("2024-06-30");
  for (std::size_t at = 0; at < report.rows.size(); ++at) {
    if (report.rows[at].kind != WorkKind::total || report.rows[at].assigner != kNone) continue;
    const WorkTrace trace = explain(book.log(), book.task_log(), report, {at}).front();
    EXPECT_EQ(steps(trace)[0], "planned x1 + x2 = 57");
    EXPECT_EQ(trace.declared, 18);
    EXPECT_EQ(trace.members.size() + trace.left_out.size(), 3U);
    for (const WorkLeftOut& other : trace.left_out) {
      EXPECT_EQ(other.why, WorkLeftOut::Why::part_of_whole);
    }
    return;
  }
  FAIL() << "no whole";
}

TEST(WorkTraceTest, PotsAddUpInOneMeasure) {
  WorkBook book;
  book.add_indicator("paid", IndicatorKind::flow).scale = 3;
  book.add_indicator("carried", IndicatorKind::flow, "ty-dong");
  Project& road = book.add_project("road");
  road.capital = {pot("year", "paid", "200", "2025-01-31"),
                  pot("carry-over", "carried", "50", "2024-06-30")};
  book.add_project_report("road", "paid", "2024-Q1", "20");
  book.add_project_report("road", "paid", "2024-Q2", "10.5");
  const WorkTrace year = book.explained("2024-06-30", WorkKind::pot, "year");
  EXPECT_EQ(steps(year), (Lines{"planned x = 200", "reached x = 61/2",
                                "rate_pct 100 * A / P = 61/4", "remaining P - A = 339/2"}));
  EXPECT_EQ(year.numbers.front().formula, "x1 + x2");
  EXPECT_EQ(year.decided_by, WorkDecider::payments);
  const WorkTrace both = book.explained("2024-06-30", WorkKind::capital);
  EXPECT_EQ(members(both), (Lines{"1>1 complete", "2>2"})) << "nothing is said of the second";
  EXPECT_EQ(steps(both)[1], "reached x1 = 61/2");
  EXPECT_EQ(book.explained("2024-06-30", WorkKind::capital_total).members.size(), 2U);
}

TEST(WorkTraceTest, APotThatIsPaidInFullIsComplete) {
  for (const char* paid : {"199", "200"}) {
    WorkBook book;
    book.add_indicator("paid", IndicatorKind::flow);
    book.add_project("road").capital = {pot("year", "paid", "200", "2024-12-31")};
    book.add_project_report("road", "paid", "2024-Q1", paid);
    EXPECT_EQ(members(book.explained("2024-06-30", WorkKind::pot_total, "year")),
              Lines{std::string_view(paid) == "200" ? "1>1 complete" : "1>1"});
  }
}

// With something more about the project.
template <class More>
WorkBook milestones(More more) {
  WorkBook book;
  Project& road = book.add_project("road");
  road.start = day("2024-01-01");
  road.finish = day("2024-12-30");
  more(road);
  road.milestones = {milestone("design", "2024-03-31", "0.4"),
                     milestone("build", "2024-12-30", "0.6")};
  book.say_of_project("road", "design", "done on=2024-04-02 @2024-04-10");
  book.say_of_project("road", "build", "in_progress share=0.5 @2024-05-01");
  book.say_of_project("road", "build", "in_progress share=0.6 @2024-08-01");
  return book;
}

WorkBook milestones() {
  return milestones([](const Project&) {});
}

TEST(WorkTraceTest, AProjectIsMeasuredByItsMilestones) {
  WorkBook book = milestones();
  const WorkTrace trace = book.explained("2024-06-30", WorkKind::project);
  EXPECT_EQ(steps(trace)[1], "done_pct 100 * (w1 * d1 / 100 + w2 * d2 / 100) / (w1 + w2) = 70");
  EXPECT_EQ(steps(trace)[2], "due_pct 100 * (w1) / (w1 + w2) = 40");
  EXPECT_EQ(steps(trace)[3], "deviation_points D - E = 30");
  EXPECT_EQ(trace.decided_by, WorkDecider::milestones);
  EXPECT_EQ(members(trace), (Lines{"1>1", "2>2"}));
}

TEST(WorkTraceTest, ACancelledMilestoneWeighsNothing) {
  WorkBook book = milestones();
  book.say_of_project("road", "build", "cancelled @2024-09-01");
  const WorkTrace trace = book.explained("2024-09-30", WorkKind::project);
  EXPECT_EQ(steps(trace)[1], "done_pct 100 * (w1 * d1 / 100) / (w1) = 100");
}

TEST(WorkTraceTest, AReportOfTheWorkIsUsedOrSetAside) {
  WorkBook book = milestones();
  const WorkTrace build = book.explained("2024-06-30", WorkKind::milestone, "build");
  EXPECT_EQ(steps(build), (Lines{"weight_pct 100 * w = 60", "done_pct 100 * s = 50"}));
  ASSERT_TRUE(build.said && build.said->used);
  EXPECT_EQ(build.said->used->row, 1U);
  EXPECT_EQ(build.said->set_aside.front().reason, SetAside::not_over);
  EXPECT_EQ(build.decided_by, WorkDecider::report);
  const WorkTrace design = book.explained("2024-06-30", WorkKind::milestone, "design");
  EXPECT_EQ(design.done_by, day("2024-04-02"));
}

// Of 1200, 480 are due at the end of March; at the end of June 840 are earned, 500 paid.
WorkBook valued(bool with_start = true) {
  WorkBook book = milestones([&](Project& road) {
    if (!with_start) road.start.reset();
    road.finish = day("2024-12-31");
    road.capital = {pot("year", "paid", "1200", "2024-12-31")};
  });
  book.add_indicator("paid", IndicatorKind::flow);
  book.add_project_report("road", "paid", "2024-H1", "500");
  return book;
}

std::string step_of(const WorkEarned& earned, std::string_view figure) {
  for (const WorkStep& step : earned.steps) {
    if (step.figure == figure) return step.method + ' ' + shown(step);
  }
  return "none";
}

TEST(WorkTraceTest, EarnedValueIsMadeOfTheRowsOfTheProjectAndOfItself) {
  WorkBook book = valued();
  const WorkTrace trace = book.explained("2024-06-30", WorkKind::project);
  ASSERT_TRUE(trace.earned);
  const WorkEarned& earned = *trace.earned;
  EXPECT_EQ(earned.times, ProjectValue::Times::months);
  ASSERT_EQ(earned.planned.size(), 2U);
  EXPECT_EQ(earned.planned[0].period, 3);
  EXPECT_EQ(earned.planned[0].to, day("2024-03-31"));
  EXPECT_EQ(shown(earned.planned[0].step), "planned BAC * (w1) / (w1 + w2) = 480");
  EXPECT_EQ(step_of(earned, "BAC"), "evm@1 BAC x = 1200");
  EXPECT_EQ(earned.steps[0].terms[0].at, 1U) << "the pot";
  EXPECT_EQ(step_of(earned, "EV"), "evm@1 EV BAC * done_pct / 100 = 840");
  EXPECT_EQ(step_of(earned, "CPI"), "evm@1 CPI EV / AC = 42/25");
  EXPECT_EQ(step_of(earned, "AT"), "earned_schedule@1 AT m = 6");
  EXPECT_EQ(step_of(earned, "ES"),
            "earned_schedule@1 ES C + (EV - planned_C) / (planned_after_C - planned_C) = 23/2");
  EXPECT_EQ(step_of(earned, "SPIt"), "earned_schedule@1 SPIt ES / AT = 23/12");
  EXPECT_EQ(step_of(earned, "EAC_bottom_up"), "none");
  for (const NamedFigure& each : earned.figures) EXPECT_TRUE(earned_kind(each.name)) << each.name;
  EXPECT_EQ(earned.figures.size(), 43U);
  EXPECT_FALSE(earned_kind("cpi"));
  EXPECT_FALSE(book.explained("2024-06-30", WorkKind::pot).earned);
  EXPECT_FALSE(milestones().explained("2024-06-30", WorkKind::project).earned) << "no capital";
}

TEST(WorkTraceTest, TheTimeThatIsEarnedIsBetweenTwoPeriods) {
  WorkBook book = valued();
  book.say_of_project("road", "design", "in_progress share=0.5 @2024-03-20");
  const WorkEarned earned = *book.explained("2024-03-31", WorkKind::project).earned;
  const auto step = std::find_if(earned.steps.begin(), earned.steps.end(),
                                 [](const WorkStep& each) { return each.figure == "ES"; });
  ASSERT_NE(step, earned.steps.end());
  std::string terms;
  for (const WorkTerm& term : step->terms) {
    terms += term.symbol + " = " + term.value.to_string() + " at " + std::to_string(term.at) + "; ";
  }
  EXPECT_EQ(terms, "C = 2 at 0; EV = 240 at 0; planned_C = 0 at 2; planned_after_C = 480 at 3; ");
  EXPECT_EQ(step->result, *(Ratio(5) / Ratio(2)));
}

TEST(WorkTraceTest, TimeGoesOnBeyondTheScheduleButNothingMoreIsPlanned) {
  WorkBook book = valued();
  book.say_of_project("road", "build", "done on=2025-02-01 @2025-02-02");
  const WorkEarned earned = *book.explained("2025-02-14", WorkKind::project).earned;
  EXPECT_EQ(step_of(earned, "AT"), "earned_schedule@1 AT m + d / n = 27/2");
  EXPECT_EQ(step_of(earned, "ES"), "earned_schedule@1 ES C = 12");
  EXPECT_EQ(step_of(earned, "PV_at"), "earned_schedule@1 PV_at planned_G = 1200");
}

TEST(WorkTraceTest, WhatIsRefusedOfEarnedValueHasAReason) {
  WorkBook book = valued(false);
  book.add_project_report("road", "paid", "2024-Q3", "-600");
  const WorkEarned earned = *book.explained("2024-09-30", WorkKind::project).earned;
  std::map<std::string, Errc> reasons;
  for (const NamedFigure& each : earned.figures) reasons[each.name] = each.figure.reason;
  EXPECT_EQ(reasons["CPI"], Errc::number_out_of_range) << "less than nothing was paid";
  EXPECT_EQ(reasons["PD"], Errc::no_schedule);
  EXPECT_EQ(reasons["ES"], Errc::no_schedule);
  EXPECT_TRUE(earned.planned.empty());
  EXPECT_EQ(earned.steps.size(), 4U) << "BAC, PV, EV, AC";
}

TEST(WorkTraceTest, TasksAreCounted) {
  WorkBook book;
  TaskGroup group;
  group.id = "group";
  group.number = 1;
  group.tasks = {task("a", "2024-03-31"), task("b", "2024-06-30"), task("c")};
  book.add_task_group(group);
  book.say_of_task("group", "a", "done on=2024-03-01 @2024-03-02");
  book.say_of_task("group", "b", "cancelled @2024-03-02");
  const WorkTrace trace = book.explained("2024-06-30", WorkKind::task_group);
  EXPECT_EQ(members(trace), (Lines{"1>1", "2>2", "3>3"}));
  EXPECT_EQ(steps(trace),
            (Lines{"done_pct 100 * k / (n - c) = 50", "due_pct 100 * k / (n - c) = 50",
                   "on_time_pct 100 * k / m = 100"}));
  EXPECT_EQ(book.explained("2024-06-30", WorkKind::tasks).members.size(), 3U);
  EXPECT_EQ(book.explained("2024-06-30", WorkKind::lead).members.size(), 3U);
}

TEST(WorkTraceTest, EveryEnumeratorHasAName) {
  EXPECT_EQ(name_of(WorkTerm::From::plan), "plan");
  EXPECT_EQ(name_of(WorkTerm::From::planned), "planned");
  EXPECT_EQ(name_of(WorkLeftOut::Why::other_period), "other_period");
  EXPECT_EQ(name_of(WorkDecider::nobody), "nobody");
  EXPECT_EQ(name_of(WorkDecider::quantities), "quantities");
}

}  // namespace
}  // namespace tiendo::work_trace_test
