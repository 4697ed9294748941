// Long work with somebody who watches: reading a plan, reading observations and evaluating, ended
// at every place where he is asked, leave everything as it was, and else come to the same.

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "chunks.hpp"
#include "io/observation_reader.hpp"
#include "tiendo/engine/evaluate.hpp"
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

}  // namespace
}  // namespace tiendo::watched_test
