// The work report against the definitions of work.hpp, in every field of every row, on books drawn
// at random and in any order of their reports.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

#include "../unit/engine/work_book.hpp"
#include "draws.hpp"
#include "earned.hpp"
#include "random_work.hpp"
#include "recomputed.hpp"
#include "tiendo/engine/work_trace.hpp"
#include "tiendo/engine/work_value.hpp"

namespace tiendo {
namespace {

constexpr std::uint64_t kSeed = 20240630;
constexpr int kBooks = 500;

std::string text_of(Index index) { return index == kNone ? "-" : std::to_string(index); }
std::string text_of(const std::optional<Date>& date) { return date ? date->to_string() : "-"; }
std::string text_of(const std::optional<int>& number) {
  return number ? std::to_string(*number) : "-";
}

// Everything that a row says.
std::string text_of(const WorkRow& row) {
  std::string text(name_of(row.kind));
  for (const Index index :
       {row.project, row.indicator, row.unit, row.assigner, row.task_group, row.lead, row.part}) {
    text += ' ' + text_of(index);
  }
  text += ' ' + row.part_name + ' ' + (row.period ? row.period->to_string() : "-") + ' ' +
          std::string(name_of(row.condition.kind)) + ' ' + row.condition.value.to_string();
  for (const WorkField field : kWorkFields) {
    text += ' ' + std::string(name_of(field)) + '=' + shown(figure(row, field));
  }
  return text + ' ' + shown(row.coverage) + " to " + text_of(row.reported_to) + ' ' +
         std::string(row.status ? name_of(*row.status) : "-") + ' ' +
         std::string(name_of(row.qualifier)) + ' ' + std::string(name_of(row.verdict)) + ' ' +
         std::string(name_of(row.verdict_reason)) + ' ' + std::string(name_of(row.state)) + ' ' +
         shown_standing(row) + ' ' + std::string(name_of(row.reason)) + ' ' +
         std::string(name_of(row.schedule)) + ' ' + text_of(row.start) + ' ' + text_of(row.finish) +
         ' ' + text_of(row.done_on) + ' ' + text_of(row.limit_months) + ' ' + shown(row.counts);
}

std::vector<std::string> texts_of(const std::vector<WorkRow>& rows) {
  std::vector<std::string> texts;
  for (const WorkRow& row : rows) texts.push_back(text_of(row));
  return texts;
}

WorkReport report_of(const Plan& plan, const std::vector<Observation>& reports,
                     const std::vector<TaskReport>& tasks, const Request& request) {
  ObservationLog log(plan);
  EXPECT_TRUE(log.append_all(reports).empty());
  TaskLog work_log(plan);
  EXPECT_TRUE(work_log.append_all(tasks).empty());
  return work(log, work_log, request);
}

// The first row in which the two differ, and what was reported.
std::string difference(const std::vector<std::string>& engine,
                       const std::vector<std::string>& oracle, const oracle::WorkBook& book) {
  std::string text;
  for (std::size_t i = 0; i < std::max(engine.size(), oracle.size()) && text.empty(); ++i) {
    const std::string ours = i < engine.size() ? engine[i] : "no row";
    const std::string theirs = i < oracle.size() ? oracle[i] : "no row";
    if (ours != theirs) text = "engine " + ours + "\noracle " + theirs + '\n';
  }
  for (const Observation& o : book.reports) {
    text += o.indicator + ' ' + o.unit + ' ' + o.project + ' ' + o.work_stage + ' ' +
            o.period.to_string() + ' ' + std::string(o.form ? name_of(*o.form) : "-") + ' ' +
            (o.value ? o.value->to_string() : std::string(name_of(o.standing))) + ' ' +
            std::string(name_of(o.qualifier)) + ' ' + text_of(o.recorded_on) + '\n';
  }
  for (const TaskReport& r : book.tasks) {
    text += r.task_group + r.project + '/' + r.task + r.milestone + ' ' +
            std::string(name_of(r.state)) + ' ' + (r.share ? r.share->to_string() : "-") + ' ' +
            text_of(r.done_on) + " @" + r.recorded_on.to_string() + ' ' +
            std::string(name_of(r.status)) + " r" + std::to_string(r.revision) + '\n';
  }
  return text;
}

// What the engine says of the figure of that name.
Figure said(const ProjectValue& value, const std::string& name) {
  if (name == "BAC") return value.numbers.bac;
  if (name == "PV") return value.numbers.pv;
  if (name == "EV") return value.numbers.ev;
  if (name == "AC") return value.numbers.ac;
  if (name == "CPI") return value.value.value;
  if (name == "ES") return value.schedule.value;
  const Figure of_value = value.value.figure(name);
  return of_value.reason == Errc::no_such_figure ? value.schedule.figure(name) : of_value;
}

// Earned value against its definition, for every project that has some.
void judge_values(const WorkReport& report, const std::vector<WorkRow>& rows, std::uint64_t seed,
                  std::map<std::string, int>& seen) {
  for (const Index project : projects_with_value(report)) {
    const ProjectValue value = earned_value(report, project);
    for (const oracle::Earned& one :
         oracle::earned_value(report.plan, rows, project, report.request.as_of)) {
      const Figure ours = said(value, one.name);
      ASSERT_EQ(shown(ours), shown(one.figure))
          << one.name << " of " << report.plan.projects()[project].id << ", seed " << seed
          << ", as of " << report.request.as_of.to_string();
      seen[one.name] += ours ? 1 : 0;
    }
    ++seen[std::string("in ") + std::string(name_of(value.times))];
  }
}

// Traces say the earned value of every project that has some, and of no other row.
void judge_traces(const Plan& plan, const oracle::WorkBook& book, const WorkReport& report,
                  std::map<std::string, int>& seen) {
  if (projects_with_value(report).empty()) return;
  ObservationLog log(plan);
  EXPECT_TRUE(log.append_all(book.reports).empty());
  TaskLog tasks(plan);
  EXPECT_TRUE(tasks.append_all(book.tasks).empty());
  std::vector<std::size_t> rows(report.rows.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  std::size_t traced = 0;
  for (const WorkTrace& trace : explain(log, tasks, report, rows)) {
    if (!trace.earned) continue;
    ++traced;
    seen["earned steps"] += oracle::Recomputed(trace, report.rows).run();
  }
  EXPECT_EQ(traced, projects_with_value(report).size());
}

TEST(WorkOracle, RandomBooksAreWhatTheDefinitionsSayInAnyOrderOfTheirReports) {
  const oracle::Draws draws(kSeed, kBooks);
  int tried = 0;
  std::map<std::string, int> seen;
  int with_cost = 0;  // books in which what is done is compared with what it has cost
  for (int books = 0; books < draws.cases(); ++tried) {
    ASSERT_LT(tried, 10 * draws.cases()) << "most plans are refused";
    const std::uint64_t seed = draws.seed() + static_cast<std::uint64_t>(tried);
    const std::optional<oracle::RandomWork> drawn = oracle::random_work(seed);
    if (!drawn) continue;
    draws.tell(++books);
    const oracle::WorkBook& book = drawn->book;
    const Plan plan = oracle::plan_of(book);
    std::vector<Observation> reports = book.reports;
    std::vector<TaskReport> tasks = book.tasks;
    std::mt19937_64 random(seed);
    std::shuffle(reports.begin(), reports.end(), random);
    std::shuffle(tasks.begin(), tasks.end(), random);
    const int costs = seen["CPI"];
    for (const Request& request : drawn->requests) {
      const WorkReport report = report_of(plan, book.reports, book.tasks, request);
      const std::vector<WorkRow>& rows = report.rows;
      const std::vector<std::string> engine = texts_of(rows);
      const std::vector<WorkRow> defined = oracle::work_rows(book, request);
      const std::vector<std::string> expected = texts_of(defined);
      ASSERT_EQ(engine == expected, true)
          << "seed " << seed << ", as of " << request.as_of.to_string() << ", known on "
          << text_of(request.known_on) << '\n'
          << difference(engine, expected, book);
      ASSERT_EQ(engine, texts_of(report_of(plan, reports, tasks, request).rows)) << "seed " << seed;
      judge_values(report, defined, seed, seen);
      judge_traces(plan, book, report, seen);
      ASSERT_FALSE(testing::Test::HasFailure()) << "seed " << seed;
      if (testing::Test::HasFatalFailure()) return;
      for (const WorkRow& row : rows) {
        ++seen[std::string(name_of(row.kind))];
        ++seen[std::string(name_of(row.standing))];
      }
    }
    with_cost += seen["CPI"] > costs ? 1 : 0;
  }
  if (!draws.enough()) return;
  // The books are about something: every kind of row and every standing comes up.
  for (int kind = 1; kind <= static_cast<int>(WorkKind::tasks); ++kind) {
    const std::string name(name_of(static_cast<WorkKind>(kind)));
    EXPECT_GT(seen[name], 100) << name;
  }
  for (int standing = 0; standing <= static_cast<int>(WorkStanding::cancelled); ++standing) {
    const std::string name(name_of(static_cast<WorkStanding>(standing)));
    EXPECT_GT(seen[name], 20) << name;
  }
  for (const char* name :
       {"EV", "SPI", "ES", "SPIt", "TSPIt", "EACt_ED1", "in days", "in months"}) {
    EXPECT_GT(seen[name], 20) << name;
  }
  EXPECT_GT(seen["earned steps"], 1000);
  for (const char* name : {"CPI", "EAC_combined", "TCPI_EAC"}) EXPECT_GT(seen[name], 50) << name;
  EXPECT_GT(10 * with_cost, draws.cases()) << with_cost;
}

}  // namespace
}  // namespace tiendo
