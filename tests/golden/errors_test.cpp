// Every faulty file of tests/golden/errors gives exactly the one finding beside it, at its place,
// and leaves no trace in the log that it was read into.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "tiendo/io/file.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/plan_reader.hpp"
#include "tiendo/io/task_reader.hpp"

namespace tiendo {
namespace {

const std::filesystem::path kFolder =
    std::filesystem::path(std::getenv("TIENDO_SOURCE") ? std::getenv("TIENDO_SOURCE") : ".") /
    "tests/golden/errors";

constexpr std::string_view kFile = "the file";

std::string text_of_file(const std::filesystem::path& path) {
  Result<std::string> text = read_file(path.string());
  return text ? *std::move(text) : "cannot be read: " + path.string();
}

std::vector<std::string> faults() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".expect") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// "LINE:COLUMN: error NUMBER name", as it stands in the file of what is expected; for a fault in a
// table with its name before.
std::string summary_of(const Diagnostic& finding) {
  const std::string table = finding.place.file == kFile ? "" : finding.place.file + ':';
  return table + std::to_string(finding.place.line) + ':' + std::to_string(finding.place.column) +
         ": " + std::string(name_of(finding.severity)) + ' ' +
         std::to_string(static_cast<int>(finding.code)) + ' ' + std::string(name_of(finding.code)) +
         '\n';
}

Result<std::string> load_table(const std::string& name) {
  return read_file((kFolder / name).string());
}

Plan base_plan() {
  Checked<Plan> plan = read_plan(text_of_file(kFolder / "base.plan.json"), "base.plan.json");
  if (plan) return *std::move(plan.value);
  throw std::runtime_error("the base has a fault: " + to_string(plan.diagnostics.front()));
}

// Reads faulty observations into a log that has one already, and stays as it was.
Diagnostics read_reports(const std::string& text) {
  ObservationLog log(base_plan());
  Observation known;
  known.indicator = "output";
  known.period = *Period::parse("2023");
  known.value = Decimal(16873);
  EXPECT_TRUE(log.append(known));
  Diagnostics findings = read_observations(text, kFile, NumberFormat::plain(), log);
  EXPECT_EQ(log.size(), 1U);
  EXPECT_EQ(log.observation(0).value, Decimal(16873));
  EXPECT_EQ(log.rows_of(log.fact(0).indicator, log.fact(0).unit).size(), 1U);
  return findings;
}

// The same with reports of work.
Diagnostics read_tasks(const std::string& text) {
  TaskLog log(base_plan());
  TaskReport known;
  known.project = "road-1";
  known.state = TaskState::in_progress;
  EXPECT_TRUE(log.append(known));
  Diagnostics findings = read_task_reports(text, kFile, NumberFormat::plain(), log);
  EXPECT_EQ(log.size(), 1U);
  EXPECT_EQ(log.report(0).state, TaskState::in_progress);
  return findings;
}

class FaultyFile : public testing::TestWithParam<std::string> {};

TEST_P(FaultyFile, GivesOneFindingAtItsPlaceAndNothingElse) {
  const std::string expected = text_of_file(kFolder / (GetParam() + ".expect"));
  const std::filesystem::path plan_file = kFolder / (GetParam() + ".plan.json");
  Diagnostics findings;
  if (std::filesystem::exists(plan_file)) {
    const Checked<Plan> plan = read_plan(text_of_file(plan_file), kFile, load_table).plan;
    EXPECT_FALSE(plan);
    findings = plan.diagnostics;
  } else if (GetParam().starts_with("tasks_")) {
    findings = read_tasks(text_of_file(kFolder / (GetParam() + ".csv")));
  } else {
    findings = read_reports(text_of_file(kFolder / (GetParam() + ".csv")));
  }
  ASSERT_EQ(findings.size(), 1U) << to_string(findings.empty() ? Diagnostic{} : findings.back());
  EXPECT_EQ(summary_of(findings.front()), expected) << to_string(findings.front());
  EXPECT_GT(findings.front().sentence.size(), 10U) << to_string(findings.front());
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(FaultyFile);
INSTANTIATE_TEST_SUITE_P(All, FaultyFile, testing::ValuesIn(faults()),
                         [](const auto& file) { return file.param; });

TEST(FaultyFileTest, EveryFileHasWhatIsExpectedOfItAndTheBaseHasNoFault) {
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    std::string name = entry.path().filename().string();
    if (!name.ends_with(".plan.json") && !name.ends_with(".csv")) continue;
    name.resize(name.find('.'));
    if (name == "base") continue;
    EXPECT_TRUE(std::filesystem::exists(kFolder / (name + ".expect"))) << name;
  }
  EXPECT_TRUE(read_plan(text_of_file(kFolder / "base.plan.json"), "base").diagnostics.empty());
}

}  // namespace
}  // namespace tiendo
