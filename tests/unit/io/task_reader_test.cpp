// Reports of work from CSV: what is read, what is not. Faults one by one are in
// tests/golden/errors.

#include "tiendo/io/task_reader.hpp"

#include <gtest/gtest.h>

#include "tiendo/io/plan_reader.hpp"

namespace tiendo::task_reader_test {
namespace {

constexpr std::string_view kPlan = R"({"format": "tiendo-plan/1", "measures": [],
  "units": [], "indicators": [], "plan": {"id": "p", "period": "2024",
  "projects": [{"id": "road", "milestones": [{"id": "design"}]}],
  "task_groups": [{"id": "g", "tasks": [{"id": "survey"}]}]}})";

TaskLog empty_log() { return TaskLog(*read_plan(kPlan, "plan.json").value); }

// The log of a text without fault.
TaskLog read(std::string_view text, NumberFormat numbers = NumberFormat::plain()) {
  TaskLog log = empty_log();
  for (const Diagnostic& finding : read_task_reports(text, "t.csv", numbers, log)) {
    ADD_FAILURE() << to_string(finding);
  }
  return log;
}

// The findings of a text as lines, and nothing in the log.
std::vector<std::string> faults_of(std::string_view text) {
  TaskLog log = empty_log();
  std::vector<std::string> lines;
  for (const Diagnostic& finding : read_task_reports(text, "t.csv", NumberFormat::plain(), log)) {
    lines.push_back(to_string(finding));
  }
  EXPECT_EQ(log.size(), 0U);
  return lines;
}

TEST(TaskReaderTest, ReadsEveryColumnInAnyOrder) {
  const TaskLog log = read(
      "note,source,revision,status,recorded_on,done_on,share,state,milestone,project,task,"
      "task_group\n"
      "\"a, b\",s,2,estimate,2024-07-02,2024-06-20,1.0,done,,,survey,g\n"
      ",,,,2024-07-03,,0.25,in_progress,design,road,,\n"
      ",,,,2024-07-04,,,cancelled,,road,,\n");
  ASSERT_EQ(log.size(), 3U);
  const TaskReport& task = log.report(0);
  EXPECT_EQ(task.task_group + '/' + task.task, "g/survey");
  EXPECT_EQ(task.state, TaskState::done);
  EXPECT_EQ(task.share->to_string(), "1.0");
  EXPECT_EQ(task.done_on, *Date::parse("2024-06-20"));
  EXPECT_EQ(task.recorded_on, *Date::parse("2024-07-02"));
  EXPECT_EQ(task.status, Status::estimate);
  EXPECT_EQ(task.revision, 2);
  EXPECT_EQ(task.source + task.note, "sa, b");
  const TaskReport& milestone = log.report(1);
  EXPECT_EQ(milestone.project + '/' + milestone.milestone, "road/design");
  EXPECT_EQ(milestone.status, Status::official);
  EXPECT_EQ(milestone.revision, 0);
  EXPECT_FALSE(milestone.done_on);
  EXPECT_EQ(log.report(2).state, TaskState::cancelled);
}

TEST(TaskReaderTest, SharesAreInTheDeclaredFormat) {
  const TaskLog log = read("project;state;share;recorded_on\nroad;in_progress;0,25;2024-07-02\n",
                           NumberFormat::vietnamese());
  EXPECT_EQ(log.report(0).share, *Decimal::parse("0.25"));
}

TEST(TaskReaderTest, FaultsHaveTheirPlaceAndTheNearestName) {
  EXPECT_EQ(faults_of("task_group,task,project,milestone,state,recorded_on\n"
                      "g,survay,,,done,2024-07-02\n"
                      "gg,survey,,,done,2024-07-02\n"
                      ",,raod,design,done,2024-07-02\n"
                      ",,road,desing,done,2024-07-02\n"
                      ",,,,done,2024-07-02\n"
                      "g,survey,,,,2024-07-02\n"),
            (std::vector<std::string>{
                "t.csv:2:3: error 418 unknown_task: the task group has no such task: \"survay\"; "
                "the nearest known one is \"survey\"",
                "t.csv:3:1: error 305 unknown_task_group: no task group has this id: \"gg\"",
                "t.csv:4:3: error 304 unknown_project: no project has this id: \"raod\"; the "
                "nearest known one is \"road\"",
                "t.csv:5:8: error 419 unknown_milestone: the project has no such milestone: "
                "\"desing\"; the nearest known one is \"design\"",
                "t.csv:6:1: error 420 work_unclear: a report is of a task of a group, of a "
                "milestone of a project, or of a project",
                "t.csv:7:12: error 400 value_missing: the report says no state"}));
  EXPECT_EQ(faults_of("project,state\nroad,done\n"),
            std::vector<std::string>{
                "t.csv:1:1: error 609 missing_column: there is no column \"recorded_on\""});
  EXPECT_EQ(faults_of("project,state,recorded_on\nroad,finished,2024-07-02\nroad,done,\n").size(),
            2U);
}

}  // namespace
}  // namespace tiendo::task_reader_test
