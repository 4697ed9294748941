// Projects: stages of their quantities, milestones, schedules and lateness.

#include <gtest/gtest.h>

#include "work_book.hpp"

namespace tiendo::work_test {
namespace {

// A road whose land is to be cleared in three stages: 10 ha, set by the province.
WorkBook land_book() {
  WorkBook book;
  book.add_indicator("land", IndicatorKind::flow, "ha").scale = 3;
  book.add_project("road", "land", at_least("10"), "province").stages = {"measured", "approved",
                                                                         "handed-over"};
  return book;
}

void reach(WorkBook& book, std::string_view stage, std::string_view when, std::string_view value) {
  book.add_project_report("road", "land", when, value).work_stage = stage;
}

TEST(WorkTest, EachStageCountsForItselfAndTheLastForTheTarget) {
  WorkBook book = land_book();
  reach(book, "measured", "2024-Q1", "6.5");
  reach(book, "measured", "2024-Q2", "4.75");
  reach(book, "approved", "2024-H1", "7.005");
  reach(book, "handed-over", "2024-H1", "3");
  book.add_project_report("road", "land", "2024-07", "0.5");  // of no stage: of the last
  const WorkReport report = book.work("2024-07-31");
  const auto row = [&](WorkKind kind, std::string_view part) {
    return *std::find_if(report.rows.begin(), report.rows.end(),
                         [&](const WorkRow& r) { return is_row(r, kind, part); });
  };
  const WorkRow measured = row(WorkKind::stage, "measured");
  EXPECT_EQ(shown(measured.reached), "45/4");
  EXPECT_EQ(shown(measured.rate), "225/2") << "more was measured than planned; no clamp";
  EXPECT_EQ(shown(measured.remaining), "-5/4");
  EXPECT_EQ(measured.reported_to, day("2024-06-30"));
  EXPECT_EQ(shown(measured.coverage), "6/7 months");
  EXPECT_EQ(measured.part, 0U);
  EXPECT_EQ(shown(row(WorkKind::stage, "approved").rate), "1401/20");
  const WorkRow last = row(WorkKind::stage, "handed-over");
  EXPECT_EQ(shown(last.reached), "7/2");
  EXPECT_EQ(shown(last.rate), "35");
  const WorkRow quantity = row(WorkKind::quantity, "");
  EXPECT_EQ(shown(quantity.planned), "10");
  EXPECT_EQ(shown(quantity.reached), "7/2");
  EXPECT_EQ(shown(quantity.remaining), "13/2");
  EXPECT_EQ(quantity.assigner, 0U);
  EXPECT_EQ(quantity.verdict, Verdict::none);
  EXPECT_EQ(quantity.verdict_reason, Errc::period_open);
  EXPECT_EQ(shown(quantity.elapsed), "no_such_figure");
}

TEST(WorkTest, AStageWithoutReportsIsNotZero) {
  WorkBook book = land_book();
  reach(book, "approved", "2024-H1", "7");
  EXPECT_EQ(shown(book.work_row("2024-06-30", WorkKind::stage, "measured").reached), "no_data");
  EXPECT_EQ(shown(book.work_row("2024-06-30", WorkKind::stage, "measured").rate), "no_data");
  EXPECT_EQ(shown(book.work_row("2024-06-30", WorkKind::quantity).reached), "no_data");
  EXPECT_EQ(shown(book.work_row("2024-03-31", WorkKind::stage, "approved").reached), "no_data")
      << "not over by the day";
}

TEST(WorkTest, RunningTotalsAndUnchangedReportsAreReadWithinTheirStage) {
  WorkBook book = land_book();
  reach(book, "measured", "2024-01", "2");
  Observation& total = book.add_project_report("road", "land", "2024-02", "9");
  total.form = Form::to_date;
  total.work_stage = "approved";
  Observation& same = book.add_project_report("road", "land", "2024-02", "unchanged");
  same.work_stage = "measured";
  EXPECT_EQ(shown(book.work_row("2024-02-29", WorkKind::stage, "measured").reached), "4");
  EXPECT_EQ(shown(book.work_row("2024-02-29", WorkKind::stage, "approved").reached), "9");
}

TEST(WorkTest, TwoAssignersOfAProjectAreNeverMixed) {
  WorkBook book = land_book();
  Project& park = book.add_project("park", "land", at_least("4"));
  park.targets.push_back(park.targets[0]);
  park.targets[1].layer = TargetLayer::adds;
  park.targets[1].assigner = "province";
  park.targets[1].condition = at_least("2");
  book.add_project_report("park", "land", "2024", "5");
  const WorkReport report = book.work("2024-12-31");
  std::vector<std::string> rows;
  for (const WorkRow& row : report.rows) {
    if (row.kind != WorkKind::quantity || row.project != 1) continue;
    rows.push_back(shown(row.planned) + ' ' + shown(row.reached) + ' ' + shown(row.rate));
  }
  // The province's 2, the town's 4, and both as a whole.
  EXPECT_EQ(rows, (std::vector<std::string>{"4 not_attributed not_attributed",
                                            "2 not_attributed not_attributed", "6 5 250/3"}));
}

// A project with these days and this limit, and what is reported of it as a whole.
WorkRow project(std::string_view finish, std::string_view said_of_it, std::string_view as_of,
                std::optional<int> limit = 24) {
  WorkBook book;
  Project& road = book.add_project("road");
  road.start = day("2022-01-01");
  if (!finish.empty()) road.finish = day(finish);
  road.late_after_months = limit;
  if (!said_of_it.empty()) book.say_of_project("road", "", std::string(said_of_it));
  return book.work_row(as_of, WorkKind::project);
}

TEST(WorkTest, AProjectIsLateFromTheDayAfterItsLastAndBeyondTheLimitByCalendarMonths) {
  const struct {
    const char *finish, *said, *as_of, *expected;
  } cases[] = {
      {"2022-06-30", "in_progress @2022-03-01", "2022-06-30", "open"},
      {"2022-06-30", "in_progress @2022-03-01", "2022-07-01", "overdue 1d 0m"},
      {"2022-06-30", "in_progress @2022-03-01", "2022-07-29", "overdue 29d 0m"},
      {"2022-06-30", "in_progress @2022-03-01", "2022-07-30", "overdue 30d 1m"},
      {"2022-06-30", "not_started @2022-03-01", "2024-06-29", "overdue 730d 23m"},
      {"2022-06-30", "in_progress @2022-03-01", "2024-06-30", "overdue 731d 24m"},
      {"2022-06-30", "in_progress @2022-03-01", "2024-07-01", "overdue_beyond_limit 732d 24m"},
      {"2022-01-31", "in_progress @2022-01-31", "2022-02-28", "overdue 28d 1m"},
      {"2022-02-28", "in_progress @2022-01-31", "2024-02-28", "overdue 730d 24m"},
      {"2022-02-28", "in_progress @2022-01-31", "2024-02-29", "overdue_beyond_limit 731d 24m"},
      {"2022-06-30", "done on=2022-06-30 @2022-07-05", "2024-07-01", "done_in_time"},
      {"2022-06-30", "done on=2022-08-15 @2022-09-05", "2024-07-01", "done_late 46d 1m"},
      {"2022-06-30", "done on=2022-08-15 @2022-09-05", "2022-08-14", "none no_data"},
      {"2022-06-30", "done @2022-06-29", "2024-07-01", "done_in_time"},
      {"2022-06-30", "done @2022-09-05", "2024-07-01", "done"},
      {"2022-06-30", "cancelled @2022-09-05", "2024-07-01", "cancelled"},
      {"2022-06-30", "", "2024-07-01", "none no_data"},
      {"", "in_progress @2022-03-01", "2024-07-01", "open"},
      {"", "done on=2022-08-15 @2022-09-05", "2024-07-01", "done"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(shown_standing(project(c.finish, c.said, c.as_of)), c.expected)
        << c.finish << ' ' << c.said << ' ' << c.as_of;
  }
  EXPECT_EQ(shown_standing(project("2022-06-30", "in_progress @2022-03-01", "2030-01-01", {})),
            "overdue 2742d 90m")
      << "no limit is declared";
  EXPECT_EQ(shown_standing(project("2022-06-30", "in_progress @2022-03-01", "2022-07-01", 0)),
            "overdue_beyond_limit 1d 0m");
}

TEST(WorkTest, WhatIsBeyondTheLimitIsOverdueTooAndWhatIsCancelledIsNeverDue) {
  WorkBook book;
  for (const char* id : {"late", "later", "given-up"}) {
    Project& project = book.add_project(id);
    project.finish = day("2024-03-31");
    if (std::string_view(id) == "later") project.late_after_months = 0;
  }
  book.say_of_project("late", "", "in_progress @2024-01-31");
  book.say_of_project("later", "", "in_progress @2024-01-31");
  book.say_of_project("given-up", "", "cancelled @2024-01-31");
  EXPECT_EQ(shown(book.work_row("2024-06-30", WorkKind::projects).counts),
            "3 (3 known): 0 open, 0 done (0 in time, 0 late), 2 overdue (1 beyond), 1 cancelled; 2 "
            "due, 0 in time");
}

TEST(WorkTest, HowMuchOfTheScheduleIsOverIsCountedInDays) {
  EXPECT_EQ(shown(project("2022-12-31", "", "2022-01-01").elapsed), "20/73");
  EXPECT_EQ(shown(project("2022-12-31", "", "2021-12-31").elapsed), "0");
  EXPECT_EQ(shown(project("2022-12-31", "", "2023-06-01").elapsed), "100");
  EXPECT_EQ(shown(project("", "", "2022-01-01").elapsed), "no_schedule");
}

WorkBook milestone_book() {
  WorkBook book;
  Project& road = book.add_project("road");
  road.start = day("2024-01-01");
  road.finish = day("2024-12-31");
  road.milestones = {milestone("design", "2024-03-31", "0.2"),
                     milestone("land", "2024-06-30", "0.3"),
                     milestone("works", "2024-12-31", "0.5")};
  return book;
}

TEST(WorkTest, TheWorkDoneIsTheWeightsOfItsMilestones) {
  WorkBook book = milestone_book();
  book.say_of_project("road", "design", "done on=2024-04-02 @2024-04-05");
  book.say_of_project("road", "land", "in_progress share=0.4 @2024-06-28");
  const WorkRow road = book.work_row("2024-06-30", WorkKind::project);
  EXPECT_EQ(shown(road.done), "32");
  EXPECT_EQ(shown(road.due), "50");
  EXPECT_EQ(shown(road.deviation), "-18");
  EXPECT_EQ(road.schedule, Schedule::behind);
  EXPECT_EQ(road.state, TaskState::in_progress);
  EXPECT_EQ(shown_standing(road), "open");
  EXPECT_EQ(shown(road.counts),
            "3 (2 known): 1 open, 1 done (0 in time, 1 late), 0 overdue (0 beyond), 0 cancelled; "
            "2 due, 0 in time");
  EXPECT_EQ(shown_standing(book.work_row("2024-06-30", WorkKind::milestone, "design")),
            "done_late 2d 0m");
  const WorkRow land = book.work_row("2024-07-01", WorkKind::milestone, "land");
  EXPECT_EQ(shown_standing(land), "overdue 1d 0m");
  EXPECT_EQ(shown(land.done), "40");
  EXPECT_EQ(shown(land.weight), "30");
  EXPECT_EQ(shown_standing(book.work_row("2024-07-01", WorkKind::milestone, "works")),
            "none no_data");
  const WorkRow early = book.work_row("2024-04-02", WorkKind::project);
  EXPECT_EQ(early.schedule, Schedule::on_schedule) << shown(early.deviation);
  EXPECT_EQ(shown(book.work_row("2024-03-31", WorkKind::project).done), "no_data");
  EXPECT_EQ(book.work_row("2024-03-31", WorkKind::project).schedule, Schedule::none);
}

TEST(WorkTest, ACancelledMilestoneLeavesTheOthersWithWhatRemains) {
  WorkBook book = milestone_book();
  book.say_of_project("road", "design", "done on=2024-03-02 @2024-03-05");
  book.say_of_project("road", "works", "cancelled @2024-03-28");
  const WorkRow road = book.work_row("2024-04-30", WorkKind::project);
  EXPECT_EQ(shown(road.done), "40");
  EXPECT_EQ(shown(road.due), "40");
  EXPECT_EQ(road.schedule, Schedule::on_schedule);
  book.say_of_project("road", "land", "done on=2024-06-15 @2024-07-05");
  const WorkRow done = book.work_row("2024-12-31", WorkKind::project);
  EXPECT_EQ(done.done_on, day("2024-06-15"));
  EXPECT_EQ(shown_standing(done), "done_in_time");
  EXPECT_EQ(shown(done.done), "100");
}

TEST(WorkTest, WithoutWeightsOrDaysThereIsNoShareOfTheWork) {
  WorkBook book;
  Project& road = book.add_project("road");
  road.milestones = {milestone("a", "2024-03-31"), milestone("b", "")};
  book.say_of_project("road", "a", "done on=2024-03-02 @2024-03-05");
  const WorkRow plain = book.work_row("2024-06-30", WorkKind::project);
  EXPECT_EQ(shown(plain.done) + ' ' + shown(plain.due) + ' ' + shown(plain.deviation),
            "no_weights no_weights no_weights");
  EXPECT_EQ(shown(book.work_row("2024-06-30", WorkKind::milestone, "a").weight), "no_weights");

  WorkBook undated;
  undated.add_project("road").milestones = {milestone("a", "2024-03-31", "0.5"),
                                            milestone("b", "", "0.5")};
  undated.say_of_project("road", "a", "done on=2024-03-02 @2024-03-05");
  const WorkRow half = undated.work_row("2024-06-30", WorkKind::project);
  EXPECT_EQ(shown(half.done) + ' ' + shown(half.due), "50 no_due_days");

  WorkBook none;
  none.add_project("road");
  none.say_of_project("road", "", "in_progress share=0.35 @2024-03-05");
  EXPECT_EQ(shown(none.work_row("2024-06-30", WorkKind::project).done), "35");
}

TEST(WorkTest, AProjectIsDoneByItsOwnReportElseByItsMilestonesElseByItsQuantities) {
  WorkBook book = land_book();
  reach(book, "handed-over", "2024-Q3", "10");
  EXPECT_EQ(shown_standing(book.work_row("2024-09-30", WorkKind::project)), "done");
  EXPECT_EQ(book.work_row("2024-09-30", WorkKind::project).state, TaskState::done);

  WorkBook dated = land_book();
  reach(dated, "handed-over", "2024-Q3", "9.999");
  EXPECT_EQ(shown_standing(dated.work_row("2024-12-31", WorkKind::project)), "open");
  dated.say_of_project("road", "", "done on=2024-12-01 @2024-12-02");
  EXPECT_EQ(dated.work_row("2024-12-31", WorkKind::project).done_on, day("2024-12-01"));

  WorkBook both = milestone_book();
  both.say_of_project("road", "design", "done on=2024-03-02 @2024-03-05");
  both.say_of_project("road", "land", "done @2024-06-20");
  both.say_of_project("road", "works", "done @2024-12-20");
  const WorkRow road = both.work_row("2024-12-31", WorkKind::project);
  EXPECT_EQ(road.state, TaskState::done);
  EXPECT_FALSE(road.done_on) << "not all days are known";
  both.say_of_project("road", "", "in_progress @2024-12-30");
  EXPECT_EQ(both.work_row("2024-12-31", WorkKind::project).state, TaskState::in_progress);
}

TEST(WorkTest, MoreThanTheQuantityIsDoneAsWell) {
  WorkBook book = land_book();
  reach(book, "handed-over", "2024-Q3", "10.001");
  EXPECT_EQ(shown_standing(book.work_row("2024-09-30", WorkKind::project)), "done");
}

TEST(WorkTest, AQuantityReachedBeforeTheLastDayIsDoneInTime) {
  WorkBook book;
  book.add_indicator("land", IndicatorKind::flow, "ha");
  book.add_project("road", "land", at_least("10")).finish = day("2024-09-30");
  book.add_project_report("road", "land", "2024-Q3", "10");
  EXPECT_EQ(shown_standing(book.work_row("2024-12-31", WorkKind::project)), "done_in_time");
  WorkBook late;
  late.add_indicator("land", IndicatorKind::flow, "ha");
  late.add_project("road", "land", at_least("10")).finish = day("2024-09-29");
  late.add_project_report("road", "land", "2024-Q3", "10");
  EXPECT_EQ(shown_standing(late.work_row("2024-12-31", WorkKind::project)), "done")
      << "on which day of the quarter is not known";
}

}  // namespace
}  // namespace tiendo::work_test
