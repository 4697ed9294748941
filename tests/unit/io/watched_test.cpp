// Long work with somebody who watches: reading a plan, reading observations, checking, evaluating
// and writing, ended at every place where he is asked, leave everything as it was, and else come to
// the same.

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "chunks.hpp"
#include "io/observation_reader.hpp"
#include "tiendo/engine/evaluate.hpp"
#include "tiendo/engine/work.hpp"
#include "tiendo/io/observation_writer.hpp"
#include "tiendo/io/plan_reader.hpp"
#include "tiendo/io/report_writer.hpp"

namespace tiendo::watched_test {
namespace {

constexpr std::string_view kPlan = R"({"format": "tiendo-plan/1",
  "measures": [{"id": "km", "kind": "length"}],
  "units": {"table": "units.csv"},
  "indicators": [
    {"id": "roads", "measure": "km", "kind": "flow", "scale": 1},
    {"id": "paths", "measure": "km", "kind": "flow", "scale": 1},
    {"id": "all", "measure": "km", "kind": "formula", "formula": "roads + paths"}],
  "plan": {"id": "p", "unit": "town", "period": "2024", "targets": [
    {"indicator": "roads", "unit": "town", "at_least": "100"},
    {"indicator": "roads", "unit": "u7", "at_least": "5"},
    {"indicator": "all", "unit": "town", "at_least": "10"},
    {"indicator": "all", "unit": "u7", "at_least": "1"}]}})";

constexpr int kUnits = 6000;

// A table of units, of which every so manieth has a quoted name.
std::string units() {
  std::string text = "id,parent,name\ntown,,Town\n";
  for (int i = 0; i < kUnits; ++i) {
    const std::string number = std::to_string(i);
    text += 'u' + number + ",town," + (i % 2500 == 77 ? "\"Ward, " + number + '"' : number) + '\n';
  }
  return text;
}

Result<std::string> table_of(const std::string&) { return units(); }

Plan plan() { return *read_plan(kPlan, "plan.json", table_of).plan.value; }

// 72,000 rows, the last ones such as are read one by one.
std::string observations() {
  std::string text = "indicator,unit,period,value,note\n";
  for (int i = 0; i < 12 * kUnits; ++i) {
    const std::string month = std::to_string(101 + i % 12).substr(1);
    text += (i % 2 == 0 ? "roads,u" : "paths,u") + std::to_string(i / 12) + ",2024-" + month + ',' +
            std::to_string(i % 97) + ".5," + (i > 70000 ? "\"a, b\"" : "") + '\n';
  }
  return text;
}

// Says no when asked for the so manieth time.
struct Asked {
  int no_at = -1;
  int times = 0;
  std::map<Phase, std::int64_t> done = {};
  std::map<Phase, std::int64_t> total = {};

  tiendo::Run run(unsigned threads = 1) {
    return {threads, [this](const Progress& now) {
              EXPECT_TRUE(now.done <= now.total || now.total == 0);
              done[now.phase] = now.done;
              total[now.phase] = now.total;
              return ++times != no_at;
            }};
  }
};

std::string only_finding(const Diagnostics& findings) {
  return findings.size() == 1 ? to_string(findings[0]) : std::to_string(findings.size());
}

constexpr const char* kCancelled = "error 3 cancelled: the work was given up, as the caller wished";

TEST(WatchedTest, APlanIsReadOrNot) {
  Asked all;
  ASSERT_TRUE(read_plan(kPlan, "plan.json", table_of, all.run()).plan);
  EXPECT_GT(all.times, 4);
  EXPECT_EQ(all.done[Phase::reading_plan], static_cast<std::int64_t>(units().size()));
  for (int at = 1; at <= all.times; ++at) {
    Asked asked{at};
    const PlanReading reading = read_plan(kPlan, "plan.json", table_of, asked.run());
    EXPECT_EQ(asked.times, at);
    EXPECT_FALSE(reading.plan.value);
    EXPECT_TRUE(reading.tables.empty());
    EXPECT_EQ(only_finding(reading.plan.diagnostics), std::string("plan.json: ") + kCancelled);
  }
}

TEST(WatchedTest, ALongListInThePlanIsWatchedToo) {
  std::string text(kPlan);
  const std::string reference = R"({"table": "units.csv"})";
  std::string list = R"([{"id": "town"})";
  for (int i = 0; i < kUnits; ++i) list += ", {\"id\": \"u" + std::to_string(i) + "\"}";
  text.replace(text.find(reference), reference.size(), list + ']');
  Asked asked;
  ASSERT_TRUE(read_plan(text, "plan.json", asked.run()));
  EXPECT_GT(asked.times, kUnits / 1000);
  Asked no{3};
  EXPECT_EQ(only_finding(read_plan(text, "plan.json", no.run()).diagnostics),
            std::string("plan.json: ") + kCancelled);
}

TEST(WatchedTest, ObservationsAreReadOrTheLogIsAsItWas) {
  const std::string text = observations();
  const std::string before = "indicator,unit,period,value\nroads,u1,2023,1.0\n";
  for (const unsigned threads : {1U, 2U}) {
    ObservationLog whole(plan());
    Asked all;
    ASSERT_TRUE(
        read_observations(text, "o.csv", NumberFormat::plain(), whole, all.run(threads)).empty());
    EXPECT_EQ(all.done[Phase::reading_observations], static_cast<std::int64_t>(text.size()));
    EXPECT_EQ(all.total[Phase::reading_observations], static_cast<std::int64_t>(text.size()));
    EXPECT_GT(all.times, 9);
    ObservationLog log(plan());
    ASSERT_TRUE(read_observations(before, "b.csv", NumberFormat::plain(), log).empty());
    const std::string written = write_observations(log, NumberFormat::plain());
    for (int at = 1; at <= all.times; at += 1 + all.times / 4) {
      Asked asked{at};
      const Diagnostics findings =
          read_observations(text, "o.csv", NumberFormat::plain(), log, asked.run(threads));
      EXPECT_EQ(only_finding(findings), std::string("o.csv: ") + kCancelled);
      EXPECT_EQ(asked.times, at);
      ASSERT_EQ(write_observations(log, NumberFormat::plain()), written) << at;
    }
    EXPECT_TRUE(read_observations(text, "o.csv", NumberFormat::plain(), log).empty());
    EXPECT_EQ(log.size(), whole.size() + 1);
  }
}

TEST(WatchedTest, OfASourceTheSizeMayBeUnknown) {
  const std::string text = observations();
  Chunks source(text, 10000);
  ObservationLog log(plan());
  Asked asked;
  EXPECT_TRUE(read_observations(source, "o.csv", NumberFormat::plain(), log, asked.run()).empty());
  EXPECT_EQ(asked.total[Phase::reading_observations], 0);
  EXPECT_EQ(asked.done[Phase::reading_observations], static_cast<std::int64_t>(text.size()));
}

TEST(WatchedTest, WhatAWatcherThrowsComesOutAndNothingHasHappened) {
  const tiendo::Run run{2, [times = 0](const Progress&) mutable -> bool {
                          if (++times == 4) throw std::runtime_error("enough");
                          return true;
                        }};
  ObservationLog log(plan());
  EXPECT_THROW(static_cast<void>(
                   read_observations(observations(), "o.csv", NumberFormat::plain(), log, run)),
               std::runtime_error);
  EXPECT_EQ(log.size(), 0U);
}

TEST(WatchedTest, AReportIsMadeOrNotAndDependsOnNoThreads) {
  ObservationLog log(plan());
  ASSERT_TRUE(read_observations(observations(), "o.csv", NumberFormat::plain(), log).empty());
  Request request;
  request.as_of = *Date::parse("2024-12-31");
  const auto written = [](const Report& report) {
    WriteOptions form;
    form.format = ReportFormat::csv;
    return write_report(report, form);
  };
  const std::string plain = written(evaluate(log, request));
  for (const unsigned threads : {0U, 2U, 5U}) {
    Asked all;
    const Result<Report> report = evaluate(log, request, all.run(threads));
    ASSERT_TRUE(report);
    EXPECT_EQ(written(*report), plain) << threads;
    EXPECT_EQ(all.total[Phase::adding_up], static_cast<std::int64_t>(log.size()));
    EXPECT_EQ(all.done[Phase::adding_up], static_cast<std::int64_t>(log.size()));
    EXPECT_EQ(all.done[Phase::judging], all.total[Phase::judging]);
    EXPECT_GT(all.total[Phase::judging], 0);
    for (int at = 1; at <= all.times; at += 1 + all.times / 4) {
      Asked asked{at};
      const Result<Report> none = evaluate(log, request, asked.run(threads));
      ASSERT_FALSE(none);
      EXPECT_EQ(none.error().code, Errc::cancelled);
      EXPECT_EQ(asked.times, at);
    }
  }
}

// What a call makes, that of a run which nobody ends, or nothing and `cancelled`, wherever it is.
// Some of the places are tried.
template <class Call>
auto made_or_not(Phase phase, int least, const Call& call) {
  Asked all;
  auto made = call(all.run());
  EXPECT_TRUE(made);
  EXPECT_GE(all.times, least);
  EXPECT_EQ(all.done[phase], all.total[phase]);
  for (int at = 1; at <= all.times; at += 1 + all.times / 4) {
    Asked asked{at};
    const auto none = call(asked.run());
    EXPECT_FALSE(none) << at;
    if (!none) {
      EXPECT_EQ(none.error().code, Errc::cancelled);
    }
    EXPECT_EQ(asked.times, at);
  }
  return made;
}

// The same plan with 700 units.
Plan small_plan() {
  const auto few = [](const std::string&) -> Result<std::string> {
    const std::string all = units();
    return all.substr(0, all.find("u700,"));
  };
  return *read_plan(kPlan, "plan.json", few).plan.value;
}

Request whole_year(std::optional<int> levels = {}) {
  Request request;
  request.as_of = *Date::parse("2024-12-31");
  request.levels = levels;
  return request;
}

constexpr std::string_view kHeader = "indicator,unit,period,value\n";

// A row of each of some units.
std::string month_of_units(int units, std::string_view month, std::string_view value) {
  std::string text(kHeader);
  for (int i = 0; i < units; ++i) {
    text += "roads,u" + std::to_string(i) + ',' + std::string(month) + ',' + std::string(value);
    text += '\n';
  }
  return text;
}

TEST(WatchedTest, APlanIsCheckedOrNot) {
  ObservationLog log(small_plan());
  std::string text;
  for (const std::string_view month : {"2024-01", "2024-02", "2024-03", "2024-04"}) {
    text += month_of_units(700, month, "1.5").substr(text.empty() ? 0 : kHeader.size());
  }
  ASSERT_TRUE(read_observations(text, "o.csv", NumberFormat::plain(), log).empty());
  const std::string falls =
      "indicator,unit,period,value,form\nroads,u1,2024-05,9,to_date\nroads,u1,2024-06,8,to_date\n";
  ASSERT_TRUE(read_observations(falls, "f.csv", NumberFormat::plain(), log).empty());
  const auto found = made_or_not(Phase::checking, 3, [&](const tiendo::Run& run) {
    return check_plan(log, {}, BaseRule::latest, {}, run);
  });
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->empty());
  EXPECT_EQ(*found, check_plan(log));
}

TEST(WatchedTest, AReportIsBroughtUpToDateOrIsGone) {
  ObservationLog log(plan());
  const NumberFormat plain = NumberFormat::plain();
  ASSERT_TRUE(read_observations(month_of_units(1200, "2024-01", "1.5"), "a", plain, log).empty());
  const Request request = whole_year();
  std::string more;
  for (int at = 1;; ++at) {
    Report before = evaluate(log, request);
    const std::string month = at < 12 ? "2024-" + std::to_string(101 + at).substr(1) : "2024-12-24";
    more = month_of_units(1100, month, std::to_string(at));
    ASSERT_TRUE(read_observations(more, "b", plain, log).empty());
    Asked asked{at};
    const Result<Report> now = updated(std::move(before), log, asked.run());
    if (now) {
      EXPECT_LT(asked.times, at);
      EXPECT_GE(at, 4);
      EXPECT_EQ(write_report(*now, {}), write_report(evaluate(log, request), {}));
      break;
    }
    EXPECT_EQ(now.error().code, Errc::cancelled);
    EXPECT_EQ(asked.times, at);
    ASSERT_LT(at, 12);
  }
}

TEST(WatchedTest, AReportIsWrittenOrNot) {
  ObservationLog log(small_plan());
  const std::string rows = month_of_units(700, "2024-01", "1.5");
  ASSERT_TRUE(read_observations(rows, "a", NumberFormat::plain(), log).empty());
  const Report report = evaluate(log, whole_year(1));
  ASSERT_GT(report.rows.size(), 1200U);
  for (const ReportFormat format : {ReportFormat::csv, ReportFormat::json, ReportFormat::text}) {
    WriteOptions form;
    form.format = format;
    const auto text = made_or_not(
        Phase::writing, 4, [&](const tiendo::Run& run) { return write_report(report, form, run); });
    ASSERT_TRUE(text);
    EXPECT_TRUE(*text == write_report(report, form)) << name_of(format);
  }
}

TEST(WatchedTest, AWorkReportIsMadeOrNot) {
  std::string tasks;
  for (int i = 0; i < 1200; ++i) tasks += ", {\"id\": \"t" + std::to_string(i) + "\"}";
  const Plan works = *read_plan(R"({"format": "tiendo-plan/1",
    "measures": [{"id": "km", "kind": "length"}], "units": [{"id": "town"}],
    "indicators": [{"id": "roads", "measure": "km", "kind": "flow"}],
    "plan": {"id": "p", "unit": "town", "period": "2024",
      "projects": [{"id": "a"}, {"id": "b"}, {"id": "c"}],
      "task_groups": [{"id": "g", "tasks": [{"id": "t"})" +
                                    tasks + "]}]}}",
                                "p")
                          .value;
  const ObservationLog log(works);
  const TaskLog reports(works);
  const auto made = made_or_not(Phase::judging, 7, [&](const tiendo::Run& run) {
    return work(log, reports, whole_year(), run);
  });
  ASSERT_TRUE(made);
  EXPECT_EQ(made->rows.size(), work(log, reports, whole_year()).rows.size());
}

}  // namespace
}  // namespace tiendo::watched_test
