// Task groups: how many tasks are done, in time, by group and by lead.

#include <gtest/gtest.h>

#include "work_book.hpp"

namespace tiendo::work_tasks_test {
namespace {

WorkBook task_book() {
  WorkBook book;
  book.add_unit("office");
  TaskGroup first;
  first.id = "g1";
  first.lead = "town";
  first.tasks = {task("a", "2024-03-31"), task("b", "2024-06-30", "office"),
                 task("c", "2024-06-30"), task("d", "2024-12-31", "office"), task("e")};
  book.add_task_group(first);
  TaskGroup second;
  second.id = "g2";
  second.tasks = {task("a", "2024-05-31")};
  book.add_task_group(second);
  return book;
}

std::string standing(WorkBook& book, std::string_view as_of, std::string_view of) {
  return shown_standing(book.work_row(as_of, WorkKind::task, of));
}

TEST(WorkTasksTest, ATaskIsDueOnItsLastDayAndOverdueFromTheNext) {
  WorkBook book = task_book();
  book.say_of_task("g1", "a", "done on=2024-04-02 @2024-04-05");
  book.say_of_task("g1", "b", "in_progress share=0.5 @2024-04-05");
  book.say_of_task("g1", "c", "done on=2024-06-30 @2024-07-02");
  book.say_of_task("g1", "e", "cancelled @2024-04-05");
  EXPECT_EQ(standing(book, "2024-04-01", "a"), "none no_data");
  EXPECT_EQ(standing(book, "2024-06-30", "a"), "done_late 2d 0m");
  EXPECT_EQ(standing(book, "2024-06-30", "b"), "open");
  EXPECT_EQ(standing(book, "2024-07-01", "b"), "overdue 1d 0m");
  EXPECT_EQ(standing(book, "2024-06-30", "c"), "done_in_time");
  EXPECT_EQ(standing(book, "2024-06-30", "e"), "cancelled");
  EXPECT_EQ(shown(book.work_row("2024-06-30", WorkKind::task, "b").done), "50");
  const WorkRow group = book.work_row("2024-06-30", WorkKind::task_group);
  EXPECT_EQ(shown(group.counts),
            "5 (4 known): 1 open, 2 done (1 in time, 1 late), 0 overdue (0 beyond), 1 cancelled; 3 "
            "due, 1 in time");
  EXPECT_EQ(shown(group.done) + ' ' + shown(group.due) + ' ' + shown(group.on_time), "50 75 100/3");
  EXPECT_EQ(group.reason, Errc::partial_coverage);
  EXPECT_EQ(group.lead, 1U);
}

TEST(WorkTasksTest, OnTimeIsOfWhatIsDueAndWhatWasDoneEarlierIsDone) {
  WorkBook book = task_book();
  book.say_of_task("g1", "a", "done on=2024-03-30 @2024-04-05");
  book.say_of_task("g1", "b", "in_progress @2024-04-05");
  book.say_of_task("g1", "c", "not_started @2024-04-05");
  book.say_of_task("g1", "d", "done on=2024-05-01 @2024-05-05");  // due at the end of the year
  const WorkRow partly = book.work_row("2024-06-30", WorkKind::task_group);
  EXPECT_EQ(shown(partly.done) + ' ' + shown(partly.on_time), "40 100/3");
  EXPECT_EQ(partly.reason, Errc::partial_coverage);
  book.say_of_task("g1", "e", "in_progress @2024-04-05");
  EXPECT_EQ(book.work_row("2024-06-30", WorkKind::task_group).reason, Errc::none)
      << "all tasks of the group are reported";
}

TEST(WorkTasksTest, TasksAreCountedByTheirLeadOrElseThatOfTheirGroup) {
  WorkBook book = task_book();
  book.say_of_task("g1", "a", "done on=2024-03-02 @2024-04-05");
  book.say_of_task("g1", "b", "in_progress @2024-04-05");
  book.say_of_task("g2", "a", "done on=2024-05-31 @2024-06-05");
  std::vector<std::string> leads;
  for (const WorkRow& row : book.work("2024-07-01").rows) {
    if (row.kind != WorkKind::lead && row.kind != WorkKind::tasks) continue;
    leads.push_back((row.lead == kNone ? "-" : std::to_string(row.lead)) + ' ' +
                    std::to_string(row.counts.parts) + ' ' + shown(row.done) + ' ' +
                    shown(row.on_time));
  }
  EXPECT_EQ(leads,
            (std::vector<std::string>{"1 3 100/3 50", "2 2 0 0", "- 1 100 100", "- 6 100/3 50"}));
}

TEST(WorkTasksTest, WithoutReportsOrTasksNothingIsCounted) {
  WorkBook silent = task_book();
  const WorkRow group = silent.work_row("2024-07-01", WorkKind::task_group);
  EXPECT_EQ(shown(group.done) + ' ' + shown(group.on_time) + ' ' + shown(group.due),
            "no_data no_data 60");
  EXPECT_EQ(group.reason, Errc::no_data);

  WorkBook empty;
  TaskGroup bare;
  bare.id = "g";
  empty.add_task_group(bare);
  const WorkRow none = empty.work_row("2024-07-01", WorkKind::task_group);
  EXPECT_EQ(shown(none.done), "nothing_to_count");
  EXPECT_EQ(none.reason, Errc::nothing_to_count);
  EXPECT_EQ(empty.work_row("2024-07-01", WorkKind::tasks).reason, Errc::nothing_to_count);

  WorkBook early = task_book();
  early.say_of_task("g1", "d", "in_progress @2024-01-05");
  EXPECT_EQ(shown(early.work_row("2024-01-31", WorkKind::task_group).on_time), "nothing_to_count");
  EXPECT_EQ(shown(early.work_row("2024-01-31", WorkKind::task_group).done), "0");
}

TEST(WorkTasksTest, TheAnswerIsAsKnownOnTheDay) {
  WorkBook book = task_book();
  book.say_of_task("g1", "a", "done on=2024-03-20 @2024-04-05");
  const auto state = [&](std::string_view known_on) {
    for (const WorkRow& row : book.work("2024-03-31", known_on).rows) {
      if (is_row(row, WorkKind::task, "a")) return row.state;
    }
    return TaskState::cancelled;
  };
  EXPECT_EQ(state("2024-04-05"), TaskState::done);
  EXPECT_EQ(state("2024-04-04"), TaskState::none);
}

}  // namespace
}  // namespace tiendo::work_tasks_test
