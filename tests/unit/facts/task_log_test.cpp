// The log of reports of work: what it takes, what it refuses, and that a refusal leaves no trace.

#include "tiendo/facts/task_log.hpp"

#include <functional>

#include "task_logs.hpp"

namespace tiendo::task_log_test {
namespace {

TaskReport changed(TaskReport report, const std::function<void(TaskReport&)>& change) {
  change(report);
  return report;
}

TEST(TaskLogTest, KeepsWhatItIsGivenAndKnowsWhatItIsOf) {
  TaskLog log(task_plan());
  TaskReport report = of_task("in_progress share=0.50 @2024-07-02 r2 estimate", "t2", "g2");
  report.source = "s";
  report.note = "n";
  EXPECT_EQ(*log.append(report), 0U);
  EXPECT_EQ(*log.append(of_road("done on=2024-06-20 @2024-07-02", "m2")), 1U);
  EXPECT_EQ(*log.append(of_road("not_started @2024-07-02")), 2U);
  EXPECT_EQ(*log.append(of_road("cancelled @2024-07-03")), 3U);
  EXPECT_EQ(log.size(), 4U);
  EXPECT_EQ(log.plan().head().id, "plan");

  EXPECT_EQ(log.report(0).share->to_string(), "0.50");
  EXPECT_EQ(log.report(0).source + log.report(0).note, "sn");
  const TaskFact task = log.fact(0);
  EXPECT_EQ(task.item, (WorkItem{1, 1, kNone, kNone}));
  EXPECT_EQ(task.state, TaskState::in_progress);
  EXPECT_EQ(task.day(), day("2024-07-02"));
  EXPECT_EQ(task.status, Status::estimate);
  EXPECT_EQ(task.revision, 2);
  const TaskFact milestone = log.fact(1);
  EXPECT_EQ(milestone.item, (WorkItem{kNone, kNone, 0, 1}));
  EXPECT_EQ(milestone.share, Decimal(1)) << "what is done is done wholly";
  EXPECT_EQ(milestone.day(), day("2024-06-20"));
  EXPECT_EQ(log.fact(2).share, Decimal(0));
  EXPECT_FALSE(log.fact(3).share);
  EXPECT_EQ(log.rows_of({kNone, kNone, 0, kNone}), (std::vector<Row>{2, 3}));
  EXPECT_TRUE(log.rows_of({0, 0, kNone, kNone}).empty());
  TaskLog moved = std::move(log);
  EXPECT_EQ(moved.size(), 4U);
}

struct Refusal {
  const char* what;
  TaskReport report;
  Errc code;
};

std::vector<Refusal> refusals() {
  const TaskReport task = of_task("done @2024-07-02");
  return {
      {"nothing", said("done @2024-07-02"), Errc::work_unclear},
      {"a group alone", changed(task, [](TaskReport& r) { r.task.clear(); }), Errc::work_unclear},
      {"a task of no group", changed(task, [](TaskReport& r) { r.task_group.clear(); }),
       Errc::work_unclear},
      {"a milestone of no project",
       changed(task,
               [](TaskReport& r) {
                 r.task_group.clear();
                 r.task.clear();
                 r.milestone = "m1";
               }),
       Errc::work_unclear},
      {"a task and a project", changed(task, [](TaskReport& r) { r.project = "road"; }),
       Errc::work_unclear},
      {"group", of_task("done @2024-07-02", "t1", "g3"), Errc::unknown_task_group},
      {"task", of_task("done @2024-07-02", "t3"), Errc::unknown_task},
      {"project", changed(of_road("done @2024-07-02"), [](TaskReport& r) { r.project = "rail"; }),
       Errc::unknown_project},
      {"milestone", of_road("done @2024-07-02", "m3"), Errc::unknown_milestone},
      {"a milestone of another project",
       changed(of_road("done @2024-07-02", "m1"), [](TaskReport& r) { r.project = "bridge"; }),
       Errc::unknown_milestone},
      {"state", changed(task, [](TaskReport& r) { r.state = TaskState::none; }),
       Errc::value_missing},
      {"revision", changed(task, [](TaskReport& r) { r.revision = -1; }), Errc::revision_negative},
      {"a share above one", of_task("in_progress share=1.01 @2024-07-02"), Errc::share_conflict},
      {"a share below zero", of_task("in_progress share=-0.01 @2024-07-02"), Errc::share_conflict},
      {"a share in percent", of_task("in_progress share=40 @2024-07-02"), Errc::share_conflict},
      {"done by half", of_task("done share=0.5 @2024-07-02"), Errc::share_conflict},
      {"begun before it started", of_task("not_started share=0.5 @2024-07-02"),
       Errc::share_conflict},
      {"a share of the cancelled", of_task("cancelled share=0 @2024-07-02"), Errc::share_conflict},
      {"done after it was said", of_task("done on=2024-07-03 @2024-07-02"),
       Errc::done_day_conflict},
      {"a day of what goes on", of_task("in_progress on=2024-07-01 @2024-07-02"),
       Errc::done_day_conflict},
      {"another state", of_task("in_progress @2024-03-01"), Errc::task_reports_disagree},
      {"another day", of_task("done on=2024-02-01 @2024-03-01"), Errc::task_reports_disagree},
  };
}

TEST(TaskLogTest, RefusesWhatItCannotUseAndStaysAsItWas) {
  for (const Refusal& refusal : refusals()) {
    TaskLog log(task_plan());
    ASSERT_TRUE(log.append(of_task("done @2024-03-01")));
    const Result<Row> row = log.append(refusal.report);
    ASSERT_FALSE(row) << refusal.what;
    EXPECT_EQ(row.error().code, refusal.code) << refusal.what;
    EXPECT_EQ(log.size(), 1U) << refusal.what;
  }
}

TEST(TaskLogTest, WhatIsJustWithinTheRulesIsTaken) {
  TaskLog log(task_plan());
  for (const char* text :
       {"in_progress share=0 @2024-01-01", "in_progress share=1.00 @2024-01-02",
        "done share=1.0 on=2024-01-03 @2024-01-03", "not_started share=0.00 @2024-01-04",
        "done @2024-01-05 estimate", "in_progress @2024-01-05", "not_started @2024-01-05 r1"}) {
    EXPECT_TRUE(log.append(of_task(text))) << text;
  }
  EXPECT_TRUE(log.append(of_task("done @2024-01-01", "t2"))) << "of another task";
  EXPECT_TRUE(log.append(of_task("done @2024-01-01", "t1", "g2"))) << "of another group";
  EXPECT_TRUE(log.append(of_task("done share=1 @2024-01-05 estimate"))) << "it says the same";
}

TEST(TaskLogTest, AllRowsComeInOrNone) {
  TaskLog log(task_plan());
  ASSERT_TRUE(log.append(of_task("done @2024-03-01")));
  const Diagnostics findings =
      log.append_all({of_task("in_progress @2024-02-01"), of_task("done @2024-04-01", "t9"),
                      of_task("done @2024-03-01"), of_task("not_started @2024-02-01"),
                      of_road("cancelled @2024-03-01")});
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].code, Errc::unknown_task);
  EXPECT_EQ(findings[0].place.path, "/1");
  EXPECT_EQ(findings[1].code, Errc::task_reports_disagree);
  EXPECT_EQ(findings[1].place.path, "/3");
  EXPECT_EQ(log.size(), 1U);
  EXPECT_EQ(log.rows_of({0, 0, kNone, kNone}), std::vector<Row>{0});
  EXPECT_TRUE(log.rows_of({kNone, kNone, 0, kNone}).empty());
  // Nothing of the refused rows is left that a new one could contradict; the first row still is.
  EXPECT_TRUE(log.append_all({of_task("not_started @2024-02-01")}).empty());
  EXPECT_FALSE(log.append(of_task("in_progress @2024-03-01")));
}

}  // namespace
}  // namespace tiendo::task_log_test
