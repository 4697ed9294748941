// What projects are together: by indicator and assigner, by pot, in all.

#include <gtest/gtest.h>

#include "work_book.hpp"

namespace tiendo::work_totals_test {
namespace {

// Two roads of the province and one of the town; the town knows nothing of the last.
WorkBook roads() {
  WorkBook book;
  book.add_indicator("land", IndicatorKind::flow, "ha").scale = 3;
  Project& a = book.add_project("a", "land", at_least("10"), "province");
  a.stages = {"measured", "paid"};
  a.finish = day("2024-03-31");
  Project& b = book.add_project("b", "land", at_least("5"), "province");
  b.stages = {"committed", "paid"};
  b.finish = day("2024-12-31");
  book.add_project("c", "land", at_least("2.5"));
  book.add_project_report("a", "land", "2024-H1", "8").work_stage = "measured";
  book.add_project_report("a", "land", "2024-H1", "6").work_stage = "paid";
  book.add_project_report("b", "land", "2024-H1", "5").work_stage = "paid";
  return book;
}

// "stage: planned reached rate coverage reason" of each total of that assigner.
std::vector<std::string> totals(WorkBook& book, Index assigner) {
  std::vector<std::string> lines;
  for (const WorkRow& row : book.work("2024-06-30").rows) {
    if (row.kind != WorkKind::total && row.kind != WorkKind::stage_total) continue;
    if (row.assigner != assigner) continue;
    lines.push_back(row.part_name + ": " + shown(row.planned) + ' ' + shown(row.reached) + ' ' +
                    shown(row.rate) + ' ' + shown(row.remaining) + ' ' + shown(row.coverage) + ' ' +
                    std::string(name_of(row.reason)));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(WorkTotalsTest, ProjectsAddUpByAssignerAndStage) {
  WorkBook book = roads();
  EXPECT_EQ(totals(book, 0), (Lines{": 15 11 220/3 4 2/2 projects none",
                                    "measured: 15 8 160/3 7 1/2 projects partial_coverage",
                                    "paid: 15 11 220/3 4 2/2 projects none",
                                    "committed: 15 no_data no_data no_data 0/2 projects no_data"}));
  EXPECT_EQ(totals(book, 1), Lines{": 5/2 no_data no_data no_data 0/1 projects no_data"});
  const WorkRow province = book.work_row("2024-06-30", WorkKind::total);
  EXPECT_EQ(shown(province.counts),
            "2 (2 known): 0 open, 1 done (1 in time, 0 late), 1 overdue (0 beyond), 0 cancelled; 1 "
            "due, 0 in time");
  EXPECT_EQ(shown(book.work_row("2024-06-30", WorkKind::projects).counts),
            "3 (2 known): 0 open, 1 done (1 in time, 0 late), 1 overdue (0 beyond), 0 cancelled; 1 "
            "due, 0 in time");
}

TEST(WorkTotalsTest, ATargetForANumberOfProjectsIsWhatIsPlanned) {
  WorkBook book = roads();
  book.add_target("land", at_least("53.026"), "province").projects = 14;
  Target& added = book.add_target("land", at_least("40.834"));
  added.layer = TargetLayer::adds;
  added.projects = 4;
  book.head.declared.projects = 18;
  EXPECT_EQ(totals(book, 0)[0],
            ": 26513/500 11 550000/26513 21013/500 2/14 projects partial_coverage");
  EXPECT_EQ(totals(book, 1)[0], ": 20417/500 no_data no_data no_data 0/4 projects no_data");
  EXPECT_EQ(totals(book, 0)[1],
            "measured: 26513/500 8 400000/26513 22513/500 1/14 projects "
            "partial_coverage");
  EXPECT_EQ(totals(book, kNone),
            (Lines{": 4693/50 11 55000/4693 4143/50 2/18 projects partial_coverage",
                   "measured: 4693/50 8 40000/4693 4293/50 1/18 projects partial_coverage",
                   "paid: 4693/50 11 55000/4693 4143/50 2/18 projects partial_coverage",
                   "committed: 4693/50 no_data no_data no_data 0/18 projects no_data"}));
  EXPECT_EQ(shown(book.work_row("2024-06-30", WorkKind::projects).coverage), "2/18 projects");
}

// "planned reached coverage" of the whole, and what the report says of it.
std::string whole(WorkBook& book) {
  std::string text;
  for (const WorkRow& row : book.work("2024-12-31").rows) {
    if (row.kind != WorkKind::total || row.assigner != kNone) continue;
    text += shown(row.planned) + ' ' + shown(row.reached) + ' ' + shown(row.coverage) + ' ';
  }
  for (const ReportRow& row : book.report("2024-12-31").rows) {
    if (row.kind != RowKind::whole || row.project != kNone) continue;
    text += "as " + shown(row.target) + ' ' + shown(row.actual) + ' ' + shown(row.coverage);
  }
  return text;
}

TEST(WorkTotalsTest, TheWholeIsOfAllProjectsAsItIsInTheReport) {
  WorkBook book;
  book.add_indicator("land", IndicatorKind::flow, "ha").scale = 3;
  book.add_target("land", at_least("5"), "province");
  book.add_target("land", at_least("3")).layer = TargetLayer::adds;
  book.add_project("a", "land", at_least("5"), "province");
  book.add_project("b", "land", at_least("3"));
  book.add_project_report("a", "land", "2024", "5");
  book.add_project_report("b", "land", "2024", "3");
  EXPECT_EQ(whole(book), "8 8 2/2 projects as 8 8 2/2 projects");
}

TEST(WorkTotalsTest, AProjectOfSeveralAssignersIsOnceInTheWhole) {
  for (const TargetLayer layer : {TargetLayer::assigned, TargetLayer::adds}) {
    WorkBook book;
    book.add_indicator("land", IndicatorKind::flow, "ha").scale = 3;
    book.add_unit("other", "");
    book.add_target("land", at_least("5"), "province").projects = 1;
    Target& more = book.add_target("land", at_least("3"));
    more.layer = TargetLayer::adds;
    more.projects = 1;
    Project& shared = book.add_project("a", "land", at_least("5"), "province");
    shared.targets.push_back(shared.targets.front());
    shared.targets.back().assigner = "town";
    shared.targets.back().layer = layer;
    book.add_project("b", "land", at_least("100"), "other");
    book.add_project_report("a", "land", "2024", "4");
    book.add_project_report("b", "land", "2024", "0.5");
    EXPECT_EQ(whole(book), "8 9/2 2/2 projects as 8 9/2 2/2 projects");
  }
}

TEST(WorkTotalsTest, DeclaredProjectsHaveATotalWhenNoneIsDescribed) {
  WorkBook book;
  book.add_indicator("land", IndicatorKind::flow, "ha").scale = 3;
  book.add_target("land", at_least("53.026"), "province").projects = 14;
  book.add_target("land", at_least("1")).unit = "province";
  EXPECT_EQ(totals(book, 0), Lines{": 26513/500 no_data no_data no_data 0/14 projects no_data"});
}

TEST(WorkTotalsTest, TheDeclaredProjectsOfSeveralTargetsOfOneAssignerAddUp) {
  WorkBook book;
  book.add_indicator("land", IndicatorKind::flow, "ha");
  book.add_target("land", at_least("10"), "province").projects = 3;
  Target& more = book.add_target("land", at_least("5"), "province");
  more.layer = TargetLayer::adds;
  more.projects = 2;
  EXPECT_EQ(totals(book, 0), Lines{": 15 no_data no_data no_data 0/5 projects no_data"});
}

TEST(WorkTotalsTest, WhatDoesNotAddUpHasNoTotal) {
  WorkBook book;
  book.add_indicator("rate", IndicatorKind::level, "percent");
  book.add_indicator("land", IndicatorKind::flow, "ha");
  book.add_project("a", "rate", at_least("50"), "province");
  book.add_project("b", "land", between("1", "2"));
  book.add_project_report("a", "rate", "2024-H1", "40");
  book.add_project_report("b", "land", "2024-H1", "1");
  EXPECT_EQ(totals(book, 0),
            Lines{": not_additive not_additive not_additive not_additive 1/1 projects "
                  "not_additive"});
  EXPECT_EQ(totals(book, 1), Lines{": not_additive 1 not_additive not_additive 1/1 projects none"});
}

TEST(WorkTotalsTest, AFaultInOnePartIsTheFaultOfTheTotal) {
  WorkBook book = roads();
  book.add_project_report("c", "land", "2024-H1", "withheld");
  EXPECT_EQ(totals(book, 1), Lines{": 5/2 withheld withheld withheld 0/1 projects withheld"});
}

TEST(WorkTotalsTest, PotsAddUpByNameAndThenInAll) {
  WorkBook book;
  book.add_indicator("paid", IndicatorKind::flow);
  book.add_indicator("carried", IndicatorKind::flow);
  book.add_project("a").capital = {pot("year", "paid", "100"), pot("carry-over", "carried", "20")};
  book.add_project("b").capital = {pot("year", "paid", "60", "2024-05-31")};
  book.add_project_report("a", "paid", "2024-H1", "40");
  book.add_project_report("a", "carried", "2024-H1", "20");
  book.add_project_report("b", "paid", "2024-H1", "40");
  const WorkRow year = book.work_row("2024-06-30", WorkKind::pot_total, "year");
  EXPECT_EQ(shown(year.planned) + ' ' + shown(year.reached) + ' ' + shown(year.rate), "160 80 50");
  EXPECT_EQ(shown(year.counts),
            "2 (2 known): 1 open, 0 done (0 in time, 0 late), 1 overdue (0 beyond), 0 cancelled; 1 "
            "due, 0 in time");
  EXPECT_EQ(shown(book.work_row("2024-06-30", WorkKind::pot_total, "carry-over").rate), "100");
  EXPECT_EQ(shown(book.work_row("2024-06-30", WorkKind::capital_total).rate), "500/9");
}

TEST(WorkTotalsTest, RowsComeInTheOrderOfThePlan) {
  WorkBook book = roads();
  TaskGroup group;
  group.id = "g";
  group.tasks = {task("t", "", "province"), task("u")};
  book.add_task_group(group);
  std::string kinds;
  for (const WorkRow& row : book.work("2024-06-30").rows) {
    kinds +=
        std::string(name_of(row.kind)) + (row.part_name.empty() ? "" : '/' + row.part_name) + ' ';
  }
  EXPECT_EQ(kinds,
            "project quantity stage/measured stage/paid project quantity stage/committed "
            "stage/paid project quantity total stage_total/measured stage_total/paid "
            "stage_total/committed total projects task_group task/t task/u lead lead tasks ");
}

TEST(WorkTotalsTest, WithoutWorkThereAreNoRows) {
  WorkBook book;
  EXPECT_TRUE(book.work("2024-06-30").rows.empty());
}

}  // namespace
}  // namespace tiendo::work_totals_test
