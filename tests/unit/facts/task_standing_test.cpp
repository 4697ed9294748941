// Which reports of a piece of work count.

#include "tiendo/facts/task_standing.hpp"

#include "task_logs.hpp"

namespace tiendo::task_standing_test {
namespace {

constexpr WorkItem kTask{0, 0, kNone, kNone};

TaskLog log_of(const std::vector<std::string>& reports) {
  TaskLog log(task_plan());
  for (const std::string& text : reports) {
    const Result<Row> row = log.append(of_task(text));
    if (!row) ADD_FAILURE() << text << ": " << row.error().sentence;
  }
  return log;
}

// "done share=1 on=2024-06-20 by=2024-06-20 row=1", then "-ROW reason" or "-ROW reason ROW" for
// each report set aside.
std::string shown(const TaskStanding& standing) {
  std::string text(name_of(standing.state));
  if (standing.share) text += " share=" + standing.share->to_string();
  if (standing.done_on) text += " on=" + standing.done_on->to_string();
  if (standing.done_by) text += " by=" + standing.done_by->to_string();
  if (standing.used) text += " row=" + std::to_string(standing.used->row);
  for (const SetAsideTask& aside : standing.set_aside) {
    text += " -" + std::to_string(aside.fact.row) + ' ' + std::string(name_of(aside.reason));
    if (aside.in_favour_of) text += ' ' + std::to_string(*aside.in_favour_of);
  }
  return text;
}

TEST(TaskStandingTest, WhatCountsIsTheLatestRecordedOfWhatWasTrueByTheDay) {
  const struct {
    const char* what;
    std::vector<std::string> reports;
    const char* as_of;
    const char* known_on;
    const char* expected;
  } cases[] = {
      {"nothing", {}, "2024-06-30", "", ""},
      {"the latest",
       {"not_started @2024-01-31", "in_progress share=0.4 @2024-05-31"},
       "2024-06-30",
       "",
       "in_progress share=0.4 row=1 -0 corrected 1"},
      {"by the day",
       {"not_started @2024-01-31", "in_progress share=0.4 @2024-05-31"},
       "2024-05-30",
       "",
       "not_started share=0 row=0 -1 not_over"},
      {"as known",
       {"not_started @2024-01-31", "in_progress @2024-05-31"},
       "2024-06-30",
       "2024-05-30",
       "not_started share=0 row=0 -1 recorded_later"},
      {"done before it was recorded",
       {"in_progress @2024-05-31", "done on=2024-06-20 @2024-07-02"},
       "2024-06-20",
       "",
       "done share=1 on=2024-06-20 by=2024-06-20 row=1 -0 corrected 1"},
      {"not yet done",
       {"in_progress @2024-05-31", "done on=2024-06-20 @2024-07-02"},
       "2024-06-19",
       "",
       "in_progress row=0 -1 not_over"},
      {"done, but not known",
       {"in_progress @2024-05-31", "done on=2024-06-20 @2024-07-02"},
       "2024-06-30",
       "2024-07-01",
       "in_progress row=0 -1 recorded_later"},
      {"the most final, whatever its place",
       {"done @2024-06-01", "in_progress @2024-06-01 estimate"},
       "2024-06-30",
       "",
       "done share=1 by=2024-06-01 row=0 -1 less_final 0"},
      {"the highest revision",
       {"in_progress @2024-06-01 r2", "done @2024-06-01 r1"},
       "2024-06-30",
       "",
       "in_progress row=0 -1 lower_revision 0"},
      {"said twice",
       {"cancelled @2024-06-01", "cancelled @2024-06-01"},
       "2024-06-30",
       "",
       "cancelled row=0 -1 repeated 0"},
      {"taken back, for the days before, too",
       {"in_progress @2024-05-01", "done on=2024-06-20 @2024-06-25", "in_progress @2024-07-10"},
       "2024-06-30",
       "",
       "in_progress row=0 -2 not_over -1 corrected 2"},
      {"not yet taken back",
       {"done on=2024-06-20 @2024-06-25", "in_progress @2024-07-10"},
       "2024-06-30",
       "2024-07-09",
       "done share=1 on=2024-06-20 by=2024-06-20 row=0 -1 recorded_later"},
      {"done on a later day",
       {"done @2024-06-25", "done on=2024-07-01 @2024-07-02"},
       "2024-06-30",
       "",
       " -1 not_over -0 corrected 1"},
      {"done on a later day, seen from later on",
       {"done on=2024-06-25 @2024-06-25", "done on=2024-07-01 @2024-07-02"},
       "2024-07-01",
       "",
       "done share=1 on=2024-07-01 by=2024-07-01 row=1 -0 corrected 1"},
      {"cancelled later",
       {"done on=2024-06-20 @2024-06-25", "cancelled @2024-07-10"},
       "2024-06-30",
       "",
       "done share=1 on=2024-06-20 by=2024-06-20 row=0 -1 not_over"},
      {"said done again without a day",
       {"done @2024-06-15", "done @2024-06-25", "done @2024-09-30"},
       "2024-12-31",
       "",
       "done share=1 by=2024-06-15 row=2 -1 corrected 2 -0 corrected 2"},
      {"the day from an earlier report",
       {"done on=2024-06-10 @2024-06-15", "done @2024-09-30"},
       "2024-12-31",
       "",
       "done share=1 on=2024-06-10 by=2024-06-10 row=1 -0 corrected 1"},
      {"the day from a later report",
       {"done @2024-06-15", "done on=2024-06-10 @2024-09-30"},
       "2024-12-31",
       "",
       "done share=1 on=2024-06-10 by=2024-06-10 row=1 -0 corrected 1"},
      {"done again after it was taken back",
       {"done on=2024-03-01 @2024-03-01", "in_progress @2024-04-01", "done @2024-06-01"},
       "2024-12-31",
       "",
       "done share=1 by=2024-06-01 row=2 -1 corrected 2 -0 corrected 2"},
  };
  for (const auto& c : cases) {
    const TaskLog log = log_of(c.reports);
    const std::optional<Date> known_on =
        *c.known_on == '\0' ? std::nullopt : std::optional(day(c.known_on));
    EXPECT_EQ(shown(standing_of(log, kTask, day(c.as_of), known_on)), c.expected) << c.what;
  }
}

TEST(TaskStandingTest, EachPieceOfWorkHasItsOwn) {
  TaskLog log(task_plan());
  ASSERT_TRUE(log.append(of_road("done @2024-06-01")));
  ASSERT_TRUE(log.append(of_road("in_progress share=0.25 @2024-06-01", "m1")));
  const auto state = [&](const WorkItem& item) {
    return standing_of(log, item, day("2024-12-31")).state;
  };
  EXPECT_EQ(state({kNone, kNone, 0, kNone}), TaskState::done);
  EXPECT_EQ(state({kNone, kNone, 0, 0}), TaskState::in_progress);
  EXPECT_EQ(state({kNone, kNone, 0, 1}), TaskState::none);
  EXPECT_EQ(state({kNone, kNone, 1, kNone}), TaskState::none);
  EXPECT_EQ(state(kTask), TaskState::none);
}

}  // namespace
}  // namespace tiendo::task_standing_test
