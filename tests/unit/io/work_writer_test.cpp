// A work report as CSV, JSON, text and Markdown. Whole outputs are in tests/golden/reports.

#include "tiendo/io/work_writer.hpp"

#include <gtest/gtest.h>

#include "../engine/work_book.hpp"

namespace tiendo::work_writer_test {
namespace {

WorkReport report() {
  WorkBook book;
  book.add_indicator("paid", IndicatorKind::flow).scale = 3;
  Project& road = book.add_project("road");
  road.name.vi = "đường";
  road.finish = day("2024-06-30");
  road.capital = {pot("year, of the plan", "paid", "1200", "2024-06-30")};
  book.add_project_report("road", "paid", "2024-H1", "1199.999");
  book.say_of_project("road", "", "in_progress share=0.5 @2024-06-01");
  return book.work("2024-08-01");
}

std::string written(ReportFormat format, Language language, bool exact = false) {
  return write_work(report(), {format, language, {}, exact});
}

TEST(WorkWriterTest, CsvHasEveryRowWithTheColumnsThatArePromised) {
  const std::string csv = written(ReportFormat::csv, Language::vi);
  EXPECT_EQ(csv.substr(0, csv.find('\n')),
            "kind,project,indicator,unit,assigner,task_group,lead,part,period,condition,planned,"
            "reached,rate_pct,remaining,elapsed_pct,weight_pct,done_pct,due_pct,deviation_points,"
            "on_time_pct,coverage,reported_to,status,qualifier,verdict,state,standing,schedule,"
            "start,finish,done_on,days_late,months_late,limit_months,parts,reported,done,"
            "done_in_time,done_late,open,overdue,overdue_beyond_limit,cancelled,due,"
            "due_done_in_time,reason");
  EXPECT_NE(csv.find("\nproject,road,,,,,,,,,,,,,,,50.0,,,,,,,,,in_progress,overdue,,,2024-06-30,,"
                     "32,1,,0,0,0,0,0,0,0,0,0,0,0,\n"),
            std::string::npos)
      << csv;
  EXPECT_NE(csv.find("\npot,road,paid,town,,,,\"year, of the plan\",2024,,1200.000,"),
            std::string::npos)
      << csv;
  const std::string exact = written(ReportFormat::csv, Language::vi, true);
  EXPECT_NE(exact.find(",reason,planned_exact,reached_exact,rate_exact,remaining_exact,"
                       "elapsed_exact,weight_exact,done_exact,due_exact,deviation_exact,"
                       "on_time_exact\n"),
            std::string::npos);
  EXPECT_NE(exact.find(",,,,,,1/2,,,\n"), std::string::npos) << "of percentages, parts of one";
}

TEST(WorkWriterTest, JsonHasTheSameAndSaysWhyAFigureIsMissing) {
  const std::string json = written(ReportFormat::json, Language::vi);
  EXPECT_NE(json.find("\"format\": \"tiendo-work/1\""), std::string::npos);
  EXPECT_NE(json.find("\"part\": \"year, of the plan\""), std::string::npos);
  EXPECT_NE(json.find("\"elapsed_pct\": \"no_schedule\""), std::string::npos);
  EXPECT_NE(json.find("\"measure\": \"ty-dong\""), std::string::npos);
  EXPECT_NE(json.find("\"known_on\": null"), std::string::npos);
  EXPECT_EQ(json.find("no_such_figure"), std::string::npos);
}

TEST(WorkWriterTest, JsonHasTheEarnedValueOfProjectsThatHaveOne) {
  EXPECT_NE(written(ReportFormat::json, Language::vi).find("\"earned_value\": []"),
            std::string::npos);
  WorkBook book;
  book.add_indicator("paid", IndicatorKind::flow);
  Project& road = book.add_project("road");
  road.start = day("2024-01-01");
  road.finish = day("2024-12-31");
  road.capital = {pot("year", "paid", "300")};
  road.milestones = {milestone("plan", "2024-06-30", "0.5"),
                     milestone("work", "2024-12-31", "0.5")};
  book.say_of_project("road", "plan", "in_progress share=0.7");
  const std::string json =
      write_work(book.work("2024-06-30"), {ReportFormat::json, Language::vi, {}, false});
  for (const char* part :
       {"\"project\": \"road\",\n   \"methods\": \"evm@1 earned_schedule@1/cumulative\",\n   "
        "\"times\": \"months\",\n   \"planned\": [\n    \"0\",\n",
        "\"BAC\": \"300\",\n   \"PV\": \"150\",\n   \"EV\": \"105\",\n   \"AC\": null,\n   "
        "\"PD\": \"12\",\n   \"AT\": \"6\",\n   \"ES\": \"5.7\"",
        "\"SPIt\": \"0.95\"", "\"CPI\": \"no_data\"", "\"SPI\": \"0.7\"", "\"SPI\": \"EV / PV\"",
        "\"SPI_at\": \"0.7\""}) {
    EXPECT_NE(json.find(part), std::string::npos) << part << '\n' << json;
  }
}

TEST(WorkWriterTest, TablesAreInTheLanguageAndNeverHideThatSomethingIsLacking) {
  const std::string vi = written(ReportFormat::text, Language::vi);
  EXPECT_NE(vi.find("\nDự án\n\n"), std::string::npos) << vi;
  EXPECT_NE(vi.find("32 ngày (1 tháng)"), std::string::npos) << vi;
  EXPECT_NE(vi.find("1.199,999"), std::string::npos) << vi;
  EXPECT_NE(vi.find("<100,0"), std::string::npos) << vi;
  EXPECT_EQ(vi.find("Nhóm nhiệm vụ"), std::string::npos) << "no section without rows";
  const std::string en = written(ReportFormat::markdown, Language::en, true);
  EXPECT_NE(en.find("## Capital by pot\n\n| Project |"), std::string::npos) << en;
  EXPECT_NE(en.find("| pot road year, of the plan | rate_pct | 1199999/1200000 |"),
            std::string::npos)
      << en;
}

TEST(WorkWriterTest, EarnedValueStandsInTablesWhereThereIsSome) {
  EXPECT_EQ(written(ReportFormat::text, Language::en).find("Earned value"), std::string::npos);
  WorkBook book;
  book.add_indicator("paid", IndicatorKind::flow).scale = 1;
  Project& road = book.add_project("road");
  road.start = day("2024-01-01");
  road.finish = day("2024-12-31");
  road.capital = {pot("year", "paid", "1200", "2024-12-31")};
  road.milestones = {milestone("a", "2024-03-31", "0.25"), milestone("b", "2024-12-31", "0.75")};
  book.add_project_report("road", "paid", "2024-H1", "500");
  book.say_of_project("road", "a", "done on=2024-04-30 @2024-05-01");
  const auto write = [&](ReportFormat format, Language language) {
    return write_work(book.work("2024-06-30"), {format, language, {}, false});
  };
  const std::string text = write(ReportFormat::text, Language::en);
  EXPECT_NE(text.find("\nEarned value\n"), std::string::npos) << text;
  EXPECT_NE(text.find("1200.0       300.0      300.0    500.0  -200.0  0.0  0.600  1.000"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("11.0 months"), std::string::npos) << text;
  EXPECT_NE(write(ReportFormat::markdown, Language::vi).find("## Giá trị thu được (EVM)\n"),
            std::string::npos);
}

}  // namespace
}  // namespace tiendo::work_writer_test
