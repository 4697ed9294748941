// Every case of tests/golden/errors gives exactly the findings marked in it, each at its place, and
// an error leaves no trace in the log that the case was read into.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "case_file.hpp"
#include "tiendo/engine/evaluate.hpp"
#include "tiendo/io/criteria_reader.hpp"
#include "tiendo/io/file.hpp"
#include "tiendo/io/observation_reader.hpp"
#include "tiendo/io/plan_reader.hpp"
#include "tiendo/io/task_reader.hpp"

namespace tiendo {
namespace {

const std::filesystem::path kFolder =
    std::filesystem::path(std::getenv("TIENDO_SOURCE") ? std::getenv("TIENDO_SOURCE") : ".") /
    "tests/golden/errors";

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".case") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// "observations:3:21: error 100 number_syntax", as a case gives what is expected.
std::string summary_of(const Diagnostic& finding) {
  const Place& place = finding.place;
  return place.file + ':' + std::to_string(place.line) + ':' + std::to_string(place.column) + ": " +
         std::string(name_of(finding.severity)) + ' ' +
         std::to_string(static_cast<int>(finding.code)) + ' ' + std::string(name_of(finding.code));
}

std::string base_text() {
  const Result<std::string> text = read_file((kFolder / "base.plan.json").string());
  if (!text) throw std::runtime_error(text.error().sentence);
  return *text;
}

// Logs in which something has been reported, so that they can be seen to stay as they were.
ObservationLog log_of(Plan plan) {
  ObservationLog log(std::move(plan));
  Observation known;
  known.indicator = "output";
  known.unit = "town";
  known.period = *Period::parse("2023");
  known.value = Decimal(16873);
  if (log.plan().find_indicator("output") != kNone && !log.append(known)) {
    throw std::runtime_error("the row known before is refused");
  }
  return log;
}

TaskLog task_log_of(Plan plan) {
  TaskLog log(std::move(plan));
  TaskReport known;
  known.project = "road-1";
  known.state = TaskState::in_progress;
  if (log.plan().find_project("road-1") != kNone && !log.append(known)) {
    throw std::runtime_error("the report known before is refused");
  }
  return log;
}

Diagnostics observations_of(std::string_view text, std::string_view name, NumberFormat numbers,
                            ObservationLog& log) {
  return read_observations(text, name, numbers, log);
}

// What a reader finds in a part; with an error nothing comes into the log.
template <class Log>
Diagnostics read(const CasePart& part, Log& log,
                 Diagnostics (*reader)(std::string_view, std::string_view, NumberFormat, Log&)) {
  const std::size_t before = log.size();
  Diagnostics found = reader(part.text, part.name, NumberFormat::plain(), log);
  if (has_errors(found)) {
    EXPECT_EQ(log.size(), before);
  }
  return found;
}

void add(Diagnostics& findings, const Diagnostics& more) {
  findings.insert(findings.end(), more.begin(), more.end());
}

// What `tiendo check` says about the inputs of a case, and `tiendo score` about criteria.
Diagnostics findings_of(const CaseFile& file) {
  const std::string base = base_text();
  const std::string& text = file.find("plan") ? *file.find("plan") : base;
  const auto load = [&file](const std::string& name) -> Result<std::string> {
    const std::string* table = file.find(name);
    return table ? Result<std::string>(*table) : error(Errc::file_unreadable);
  };
  const auto [plan, tables] = read_plan(text, "plan", load);
  Diagnostics findings = plan.diagnostics;
  if (!plan) return findings;
  ObservationLog log = log_of(*plan.value);
  TaskLog tasks = task_log_of(*plan.value);
  for (const CasePart& part : file.parts) {
    if (part.kind == "observations") add(findings, read(part, log, &observations_of));
    if (part.kind == "tasks") add(findings, read(part, tasks, &read_task_reports));
    if (part.kind == "criteria") {
      add(findings, read_criteria(part.text, part.name, &*plan.value).diagnostics);
    }
  }
  if (has_errors(findings)) return findings;
  Diagnostics more = check_plan(log);
  locate(more, text, "plan", tables);
  add(findings, more);
  return findings;
}

class Case : public testing::TestWithParam<std::string> {};

TEST_P(Case, GivesTheFindingsMarkedInItAndNoOther) {
  CaseFile file = read_case(kFolder / (GetParam() + ".case"));
  ASSERT_EQ(file.trouble, "");
  std::vector<std::string> found;
  for (const Diagnostic& finding : findings_of(file)) {
    found.push_back(summary_of(finding));
    EXPECT_GT(finding.sentence.size(), 10U) << to_string(finding);
  }
  std::sort(found.begin(), found.end());
  std::sort(file.expected.begin(), file.expected.end());
  EXPECT_EQ(found, file.expected);
}

INSTANTIATE_TEST_SUITE_P(All, Case, testing::ValuesIn(cases()),
                         [](const auto& file) { return file.param; });

TEST(CaseTest, TheBaseHasNoFault) {
  EXPECT_TRUE(read_plan(base_text(), "plan").diagnostics.empty());
}

}  // namespace
}  // namespace tiendo
