// Tested by tests/unit/facts/task_standing_test.cpp.

#include "tiendo/facts/task_standing.hpp"

#include <algorithm>
#include <tuple>

namespace tiendo {
namespace {

auto rank(const TaskFact& fact) { return std::tuple(fact.recorded_on, fact.status, fact.revision); }

SetAside why_not(const TaskFact& loser, const TaskFact& winner) {
  if (loser.recorded_on != winner.recorded_on) return SetAside::corrected;
  if (loser.status != winner.status) return SetAside::less_final;
  if (loser.revision != winner.revision) return SetAside::lower_revision;
  return SetAside::repeated;
}

bool goes_on(const TaskFact& fact) {
  return fact.state == TaskState::not_started || fact.state == TaskState::in_progress;
}

// Takes the reports from the latest to the earliest recorded.
class Reading {
 public:
  Reading(Date as_of, const std::optional<Date>& known_on) : as_of_(as_of), known_on_(known_on) {}

  void take(const TaskFact& fact) {
    if (known_on_ && fact.recorded_on > *known_on_) {
      set_aside(fact, SetAside::recorded_later);
    } else if (result_.used) {
      learn_of(fact);
      set_aside(fact, why_not(fact, *result_.used), result_.used->row);
    } else if (taken_back_by_ && fact.state == TaskState::done) {
      set_aside(fact, SetAside::corrected, taken_back_by_);
    } else if (fact.day() > as_of_) {
      if (!taken_back_by_ && (goes_on(fact) || fact.done_on)) taken_back_by_ = fact.row;
      set_aside(fact, SetAside::not_over);
    } else {
      use(fact);
    }
  }

  TaskStanding result() && { return std::move(result_); }

 private:
  void set_aside(const TaskFact& fact, SetAside reason, std::optional<Row> in_favour_of = {}) {
    result_.set_aside.push_back({fact, reason, in_favour_of});
  }

  void use(const TaskFact& fact) {
    result_.used = fact;
    result_.state = fact.state;
    result_.share = fact.share;
    still_done_ = fact.state == TaskState::done;
    learn_of(fact);
  }

  // What an earlier report that it was done already says of the day.
  void learn_of(const TaskFact& fact) {
    still_done_ = still_done_ && fact.state == TaskState::done;
    if (!still_done_) return;
    if (!result_.done_on) result_.done_on = fact.done_on;
    const Date by = result_.done_on.value_or(fact.recorded_on);
    result_.done_by = result_.done_on ? by : std::min(result_.done_by.value_or(by), by);
  }

  Date as_of_;
  const std::optional<Date>& known_on_;
  TaskStanding result_;
  std::optional<Row> taken_back_by_;
  bool still_done_ = false;  // whether all that was taken since the report that counts says "done"
};

}  // namespace

TaskStanding standing_of(const TaskLog& log, const WorkItem& item, Date as_of,
                         const std::optional<Date>& known_on) {
  std::vector<Row> rows = log.rows_of(item);
  std::stable_sort(rows.begin(), rows.end(),
                   [&](Row a, Row b) { return rank(log.fact(a)) > rank(log.fact(b)); });
  Reading reading(as_of, known_on);
  for (const Row row : rows) reading.take(log.fact(row));
  return std::move(reading).result();
}

}  // namespace tiendo
