// Projects and tasks on the map of another day.

#include <gtest/gtest.h>

#include "maps.hpp"
#include "tiendo/engine/work.hpp"

namespace tiendo::work_map_test {
namespace {

// A road of 5, measured and paid, in the unit that leads it, with a pot of 10 and a task; `heir`
// has reported what was done and paid after the day of the event.
Book with_road(Book book, const char* unit, const char* heir) {
  book.add_indicator("spent", IndicatorKind::flow);
  Project& road = book.add_project("road", "output", at_least("5"), "province");
  road.lead = unit;
  road.stages = {"measured", "paid"};
  road.targets[0].unit = unit;
  road.capital.push_back({"year", "spent", dec("10"), {}, {}});
  for (const char* indicator : {"output", "spent"}) {
    book.add_project_report("road", indicator, "2025-H1", "4").unit = unit;
    book.add_project_report("road", indicator, "2025-H2", "2").unit = heir;
  }
  Observation& measured = book.add_project_report("road", "output", "2025-Q1", "3");
  measured.unit = unit;
  measured.work_stage = "measured";
  TaskGroup group;
  group.id = "group";
  group.lead = unit;
  group.tasks.resize(1);
  group.tasks[0].id = "task";
  book.add_task_group(group);
  return book;
}

// "quantity e 6 of 5" for each row of the kind that has a unit or a lead.
std::string rows_of(Book& book, WorkKind kind, std::string_view map, std::string_view known = "") {
  Request request;
  request.as_of = day("2025-12-31");
  if (!map.empty()) request.map = day(map);
  if (!known.empty()) request.known_on = day(known);
  const TaskLog tasks(book.log().plan());
  const WorkReport report = work(book.log(), tasks, request);
  std::string text;
  for (const WorkRow& row : report.rows) {
    const Index unit = row.unit == kNone ? row.lead : row.unit;
    if (row.kind != kind || unit == kNone) continue;
    text += (text.empty() ? "" : "; ") + report.plan.units()[unit].id;
    if (row.planned) text += ' ' + shown(row.reached) + " of " + shown(row.planned);
  }
  return text;
}

TEST(WorkMapTest, WorkGoesWithAUnitThatBecameAnother) {
  Book book = with_road(merged(), "a", "e");
  EXPECT_EQ(rows_of(book, WorkKind::project, "2025-07-01"), "e");
  EXPECT_EQ(rows_of(book, WorkKind::quantity, "2025-07-01"), "e 6 of 5");
  EXPECT_EQ(rows_of(book, WorkKind::stage, "2025-07-01"), "e 3 of 5; e 6 of 5");
  EXPECT_EQ(rows_of(book, WorkKind::pot, "2025-07-01"), "e 6 of 10");
  EXPECT_EQ(rows_of(book, WorkKind::task, "2025-07-01"), "e");
  EXPECT_EQ(rows_of(book, WorkKind::task_group, "2025-07-01"), "e");
  EXPECT_EQ(rows_of(book, WorkKind::lead, "2025-07-01"), "e");
  EXPECT_EQ(rows_of(book, WorkKind::total, "2025-07-01"), "province 6 of 5");
  // And back: the map of the day before has all that became of it.
  EXPECT_EQ(rows_of(book, WorkKind::quantity, "2025-06-30"), "a 6 of 5");
  EXPECT_EQ(rows_of(book, WorkKind::pot, "2025-06-30"), "a 6 of 10");
  EXPECT_EQ(rows_of(book, WorkKind::lead, "2025-06-30"), "a");
  // Without a map each is of the unit that it names.
  EXPECT_EQ(rows_of(book, WorkKind::quantity, ""), "a 4 of 5");
  EXPECT_EQ(rows_of(book, WorkKind::pot, ""), "a 4 of 10");
}

TEST(WorkMapTest, WorkOfADividedUnitStaysWithIt) {
  Book book = with_road(divided(), "c", "g");
  EXPECT_EQ(rows_of(book, WorkKind::project, "2025-07-01"), "c");
  EXPECT_EQ(rows_of(book, WorkKind::quantity, "2025-07-01"), "c 6 of 5");
  EXPECT_EQ(rows_of(book, WorkKind::pot, "2025-07-01"), "c 6 of 10");
  EXPECT_EQ(rows_of(book, WorkKind::lead, "2025-07-01"), "c");
}

TEST(WorkMapTest, WhatIsPlannedForTheProjectsOfAMergedUnitIsNotMadeUp) {
  Book book = with_road(merged(), "a", "e");
  book.head.unit = "a";
  Target& all = add_unit_target(book, "output", "a", "2025", at_least("20"));
  all.projects = 3;
  EXPECT_EQ(rows_of(book, WorkKind::total, "2025-06-30"), "a 6 of 20");
  EXPECT_EQ(rows_of(book, WorkKind::total, "2025-07-01"), "e");  // b has no such target
}

TEST(WorkMapTest, ADecisionThatWasNotKnownIsNotInForce) {
  Book book = with_road(merged(), "a", "a");
  Project& park = book.add_project("park", "output", at_least("7"), "province");
  park.targets[0].unit = "a";
  park.targets[0].decision.date = day("2025-05-01");
  EXPECT_EQ(rows_of(book, WorkKind::quantity, "", "2025-04-30"), "a no_data of 5");
  EXPECT_EQ(rows_of(book, WorkKind::quantity, "", "2025-05-01"), "a no_data of 5; a no_data of 7");
}

}  // namespace
}  // namespace tiendo::work_map_test
