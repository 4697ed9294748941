// Traces of work as text and JSON. tests/cli/work_trace_test.py computes every figure from the
// JSON.

#include <gtest/gtest.h>

#include "../engine/work_book.hpp"
#include "io/json_cursor.hpp"
#include "tiendo/io/work_writer.hpp"

namespace tiendo::work_trace_writer_test {
namespace {

WorkBook road() {
  WorkBook book;
  book.add_indicator("paid", IndicatorKind::flow).scale = 3;
  Project& project = book.add_project("road");
  project.name.vi = "đường";
  project.finish = day("2024-06-30");
  project.capital = {pot("year", "paid", "1200", "2024-06-30")};
  project.milestones = {milestone("build", "2024-06-30", "1")};
  book.add_project_report("road", "paid", "2024-Q1", "1000");
  book.add_project_report("road", "paid", "2024-Q2", "199.999");
  book.say_of_project("road", "build", "in_progress share=0.5 @2024-05-01");
  book.say_of_project("road", "build", "in_progress share=0.25 @2024-04-01");
  return book;
}

// The rows of the whole report, a text each.
std::vector<std::string> texts(Language language, const Printing& printing = {}) {
  WorkBook book = road();
  const WorkReport report = book.work("2024-08-01");
  const TaskLog tasks = book.task_log();
  std::vector<std::string> result;
  for (std::size_t at = 0; at < report.rows.size(); ++at) {
    const WorkTrace trace = explain(book.log(), tasks, report, {at}).front();
    result.push_back(write_work_trace(trace, report, book.log(), tasks, language, printing));
  }
  return result;
}

void expect_line(const std::string& text, const std::string& line) {
  EXPECT_NE(('\n' + text).find('\n' + line + '\n'), std::string::npos) << line << "\nin\n" << text;
}

TEST(WorkTraceWriterTest, APotIsASumOfReports) {
  const std::string text = texts(Language::en)[1];
  expect_line(text, "row 2: Pot of capital, đường (road), year, paid, 2024");
  expect_line(text, "rules tiendo@1");
  expect_line(text,
              "  Reached = 1000 + 199.999 = 1199.999; printed 1199.999 ty-dong (rounded "
              "half_up; digits after the point: 3)");
  expect_line(text,
              "  % of plan = 100 * A / P = 100 * 1199.999 / 1200 = 1199999/12000; printed "
              "100.0 % (rounded half_up; digits after the point: 1)");
  expect_line(text,
              "Standing: overdue (as of 2024-08-01; last day 2024-06-30; late by 32 days, 1 "
              "month; by what is paid)");
}

TEST(WorkTraceWriterTest, AMilestoneNamesTheReportThatCounts) {
  const std::string text = texts(Language::vi)[2];
  expect_line(text, "Báo cáo công việc:");
  expect_line(text, "  dùng: báo cáo 1: đang làm, phần việc 0,5 (chính thức, ghi ngày 2024-05-01)");
  expect_line(text,
              "  để ngoài: báo cáo 2: đang làm, phần việc 0,25 (chính thức, ghi ngày "
              "2024-04-01): đã được báo cáo sau thay thế, thay bằng báo cáo 1");
  expect_line(text,
              "  % công việc = 100 * 0,5 = 50; in ra 50,0 % (làm tròn half_up; số "
              "chữ số thập phân: 1)");
}

TEST(WorkTraceWriterTest, AProjectNamesItsMilestonesAndCountsThem) {
  const std::string text = texts(Language::en)[0];
  expect_line(text, "Made of the rows:");
  expect_line(text, "  row 3: Milestone, đường (road), build: overdue, last day 2024-06-30");
  expect_line(text, "  % of time: none: no first and last day are stated");
  EXPECT_NE(text.find("Counted: number 1; reported 1; done 0; "), std::string::npos) << text;
}

TEST(WorkTraceWriterTest, EarnedValueHasItsFormulasWithTheNumbersInThem) {
  const std::string text = texts(Language::en)[0];
  expect_line(text, "Earned value:");
  expect_line(text,
              "  BAC (budget at completion; evm@1) = row 2, Planned = 1200; printed 1200.000 "
              "ty-dong (rounded half_up; digits after the point: 3)");
  expect_line(text,
              "  SPI (schedule index; evm@1) = EV / PV = 600 / 1200 = 0.5; printed 0.500 (rounded "
              "half_up; digits after the point: 3)");
  expect_line(text, "  CPI (cost index): none: only a part has been reported");
  expect_line(text, "  ES (earned schedule): none: no first and last day are stated");
  expect_line(
      texts(Language::vi)[0],
      "  EV (giá trị thu được; evm@1) = BAC * done_pct / 100 = 1.200 * 50 / 100 = 600; in ra "
      "600,000 ty-dong (làm tròn half_up; số chữ số thập phân: 3)");
  EXPECT_EQ(texts(Language::en)[1].find("Earned value"), std::string::npos) << "of a pot";
}

TEST(WorkTraceWriterTest, JsonHasTheSame) {
  WorkBook book = road();
  const WorkReport report = book.work("2024-08-01");
  const TaskLog tasks = book.task_log();
  const std::string text = write_work_traces(explain(book.log(), tasks, report, {1, 2}), report,
                                             book.log(), tasks, {2, Rounding::down});
  const Result<JsonNode> document = parse_json(text);
  ASSERT_TRUE(document) << text;
  EXPECT_EQ(document->find("format")->text, "tiendo-work-trace/1");
  const JsonNode& pot = document->find("rows")->items.at(0);
  EXPECT_EQ(pot.find("row")->text + ' ' + pot.find("kind")->text, "2 pot");
  EXPECT_EQ(pot.find("steps")->items.at(1).find("field")->text, "reached");
  EXPECT_EQ(pot.find("figures")->items.at(2).find("printed")->text, "99.99");
  EXPECT_EQ(pot.find("standing")->find("decided_by")->text, "payments");
  const JsonNode& milestone = document->find("rows")->items.at(1);
  EXPECT_EQ(milestone.find("reports")->find("used")->find("report")->text, "1");
  EXPECT_EQ(milestone.find("reports")->find("set_aside")->items.at(0).find("in_favour_of")->text,
            "1");
}

}  // namespace
}  // namespace tiendo::work_trace_writer_test
