// Lists of targets. Whole ones are in tests/golden/reports.

#include "tiendo/io/target_writer.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "book.hpp"
#include "tiendo/model/in_force.hpp"
#include "tiendo/model/target_split.hpp"

namespace tiendo::target_writer_test {
namespace {

constexpr const char* kIndicators =
    R"({"id": "land", "name": {"vi": "Đất", "en": "Land"}, "measure": "ha", "kind": "flow", "scale": 3},
       {"id": "poor", "measure": "percent", "kind": "level", "direction": "less"})";

constexpr const char* kTargets =
    R"("targets": [{"indicator": "land", "assigner": "a", "at_least": "1234.500", "lead": "b",
         "with": ["a", "town"], "task_group": "g", "decision": {"document": "Quyết định, số mới"}},
       {"indicator": "poor", "between": ["0.1", "0.25"], "period": "2024-H1", "unit": "b",
         "decision": {"document": "d", "number": "7", "date": "2024-02-01"}}],
       "projects": [{"id": "road", "name": "Road", "targets": [{"indicator": "land",
         "assigner": "a", "at_least": "3"}]}],
       "task_groups": [{"id": "g", "name": {"vi": "Nhóm", "en": "Group"}}])";

std::string written(ReportFormat format, Language language, const char* targets = kTargets) {
  const ObservationLog log = book(kIndicators, targets, "indicator,period,value\n");
  const Date day = *Date::parse("2024-12-31");
  return write_targets(log.plan(), targets_in_force(log.plan(), day), day, format, language);
}

TEST(TargetWriterTest, CsvHasALineForEachTargetWithNumbersAsInThePlan) {
  EXPECT_EQ(
      written(ReportFormat::csv, Language::vi),
      "assigner,unit,project,indicator,period,measure,condition,target,wording,layer,document,"
      "number,date,lead,with,task_groups\n"
      "a,town,,land,2024,ha,at_least,1234.500,≥ 1234.500,assigned,\"Quyết định, số mới\",,,b,"
      "\"a; town\",g\n"
      "town,b,,poor,2024-H1,percent,between,0.1..0.25,0.1 – 0.25,assigned,d,7,2024-02-01,,,\n"
      "a,town,road,land,2024,ha,at_least,3,≥ 3,assigned,,,,,,\n");
}

TEST(TargetWriterTest, TheTableIsInTheWordsAndNumbersOfTheLanguage) {
  const std::string text = written(ReportFormat::text, Language::vi);
  EXPECT_NE(text.find("Chỉ tiêu có hiệu lực ngày 2024-12-31: 3."), std::string::npos) << text;
  EXPECT_NE(text.find("≥ 1.234,500"), std::string::npos) << text;
  EXPECT_NE(text.find("A, thị xã"), std::string::npos) << text;
  EXPECT_NE(text.find("Đất: Road"), std::string::npos) << text;
  EXPECT_NE(text.find("Nhóm"), std::string::npos) << text;
  const std::string english = written(ReportFormat::markdown, Language::en);
  EXPECT_EQ(english.find("# p\n\nTargets in force on 2024-12-31: 3.\n"), 0U) << english;
  EXPECT_NE(english.find("| ≥ 1234.500 |"), std::string::npos) << english;
  EXPECT_NE(english.find("| A | 2 | 1 |"), std::string::npos) << english;
}

TEST(TargetWriterTest, ColumnsThatWouldBeEmptyAreLeftOutOfTables) {
  const std::string text = written(ReportFormat::text, Language::en,
                                   R"("targets": [{"indicator": "land", "at_least": "1"}])");
  EXPECT_EQ(text,
            "p\n"
            "Targets in force on 2024-12-31: 1.\n\n"
            "Assigner  Unit  Indicator  Measure  Period  Target  Layer\n"
            "--------  ----  ---------  -------  ------  ------  --------\n"
            "town      town  Land       ha       2024       ≥ 1  assigned\n\n"
            "Assigner  Targets\n"
            "--------  -------\n"
            "town            1\n");
}

TEST(TargetWriterTest, TheTargetsOfSingleProjectsAreCountedWhereThereAreAny) {
  const std::string text = written(ReportFormat::text, Language::en);
  EXPECT_NE(text.find("Assigner  Targets  Of single projects\n"), std::string::npos) << text;
}

TEST(TargetWriterTest, JsonHasListsAndNulls) {
  const std::string text = written(ReportFormat::json, Language::vi);
  for (const char* part : {"\"format\": \"tiendo-targets/1\"", "\"on\": \"2024-12-31\"",
                           "\"project\": null", "\"with\": [\n    \"a\",\n    \"town\"\n   ]",
                           "\"task_groups\": []", "\"target\": \"0.1..0.25\""}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << " in\n" << text;
  }
}

TEST(TargetWriterTest, PartsAreWrittenAsAPlanHasThem) {
  const ObservationLog log = book(kIndicators, R"("targets": [{"indicator": "land",
      "at_least": "10.000", "period": "2024-H1"}])",
                                  "indicator,period,value\n");
  const auto parts = split_target(log.plan(), 0, equal_weights(log.plan(), 0), {3, {}});
  ASSERT_TRUE(parts);
  EXPECT_EQ(write_plan_targets(log.plan(), *parts, ReportFormat::csv),
            "indicator,unit,assigner,layer,period,task_group,condition,value\n"
            "land,a,town,assigned,2024-H1,,at_least,5.000\n"
            "land,b,town,assigned,2024-H1,,at_least,5.000\n");
  const std::string json = write_plan_targets(log.plan(), *parts, ReportFormat::json);
  EXPECT_NE(
      json.find(R"({"indicator": "land", "unit": "b", "period": "2024-H1", "at_least": "5.000"})"),
      std::string::npos)
      << json;
  EXPECT_EQ(write_plan_targets(log.plan(), {}, ReportFormat::json), "[]\n");
}

TEST(TargetWriterTest, AListOfNothingHasAHeaderOnly) {
  const std::string text = written(ReportFormat::csv, Language::vi, R"("targets": [])");
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
}

}  // namespace
}  // namespace tiendo::target_writer_test
