// Reports as text. Whole ones are in tests/golden/reports; here are the promises one by one.

#include "tiendo/io/report_writer.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::report_writer_test {
namespace {

constexpr const char* kLand =
    R"({"id": "land", "name": {"vi": "Đất", "en": "Land"}, "measure": "ha", "kind": "flow", "scale": 3})";
constexpr const char* kYearEnd = "2024-12-31";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string write(const ObservationLog& log, ReportFormat format, Language language = Language::en,
                  Printing printing = {}, bool exact = false) {
  return write_report(report_on(log, kYearEnd), {format, language, printing, exact});
}

TEST(ReportWriterTest, FormatsAreFoundByTheirNames) {
  for (const auto format :
       {ReportFormat::text, ReportFormat::csv, ReportFormat::json, ReportFormat::markdown}) {
    EXPECT_EQ(report_format_named(name_of(format)), format);
  }
  EXPECT_EQ(report_format_named("html"), std::nullopt);
  EXPECT_EQ(report_format_named(""), std::nullopt);
}

TEST(ReportWriterTest, CsvHasARowForEachRowAndNothingWhereThereIsNoFigure) {
  const ObservationLog log = book(kLand, R"("targets": [{"indicator": "land", "at_least": "3"}])",
                                  "indicator,period,value\nland,2024,1.5\n");
  EXPECT_EQ(write(log, ReportFormat::csv),
            "indicator,unit,project,assigner,condition,target,actual,coverage,completion_pct,"
            "excess_pct,remaining,same_period,index_pct,growth_pct,expected,deviation,verdict,"
            "schedule,state,reason\n"
            "land,town,,town,at_least,3.000,1.500,12/12,50.0,-50.0,1.500,,,,,,missed,,value,"
            "no_base\n");
}

TEST(ReportWriterTest, CsvAndJsonDoNotDependOnTheLanguage) {
  const ObservationLog log = book(kLand, R"("targets": [{"indicator": "land", "at_least": "3"}])",
                                  "indicator,period,value\nland,2024,1234.5\n");
  for (const auto format : {ReportFormat::csv, ReportFormat::json}) {
    EXPECT_EQ(write(log, format, Language::vi), write(log, format, Language::en));
  }
}

TEST(ReportWriterTest, TablesWriteNumbersAsTheLanguageDoes) {
  const ObservationLog log = book(kLand, R"("targets": [{"indicator": "land", "at_least": "3"}])",
                                  "indicator,period,value\nland,2024,1234.5\n");
  EXPECT_TRUE(contains(write(log, ReportFormat::text, Language::vi), "1.234,500"));
  EXPECT_TRUE(contains(write(log, ReportFormat::text, Language::en), "1234.500"));
}

// 99.96 % of plan is missed, and nobody shall read 100.0 beside it.
TEST(ReportWriterTest, WhatIsNot100PercentIsMarkedWhereItWouldPrint100) {
  const auto table = [](const char* actual) {
    return write(book(kLand, R"("targets": [{"indicator": "land", "at_least": "100"}])",
                      std::string("indicator,period,value\nland,2024,") + actual + '\n'),
                 ReportFormat::text);
  };
  EXPECT_TRUE(contains(table("99.96"), "<100.0"));
  EXPECT_TRUE(contains(table("99.96"), "missed"));
  EXPECT_TRUE(contains(table("100.04"), ">100.0"));
  EXPECT_FALSE(contains(table("100"), "<100.0"));
  EXPECT_FALSE(contains(table("100"), ">100.0"));
}

TEST(ReportWriterTest, ExactFractionsOfPercentagesAreOfOne) {
  const ObservationLog log = book(kLand, R"("targets": [{"indicator": "land", "at_least": "3"}])",
                                  "indicator,period,value\nland,2024,1\n");
  const std::string csv = write(log, ReportFormat::csv, Language::en, {}, true);
  EXPECT_TRUE(contains(csv, ",completion_exact,")) << csv;
  EXPECT_TRUE(contains(csv, ",3,1,1/3,-2/3,2,")) << csv;
  EXPECT_TRUE(contains(write(log, ReportFormat::json, Language::en, {}, true),
                       R"("completion_exact": "1/3")"));
  EXPECT_TRUE(contains(write(log, ReportFormat::text, Language::en, {}, true), "Exact figures"));
}

TEST(ReportWriterTest, DigitsAndRoundingMayBeSaidForAllFigures) {
  const ObservationLog log = book(kLand, R"("targets": [{"indicator": "land", "at_least": "3"}])",
                                  "indicator,period,value\nland,2024,2\n");
  const std::string csv = write(log, ReportFormat::csv, Language::en, {4, Rounding::ceiling});
  EXPECT_TRUE(contains(csv, "3.0000,2.0000,12/12,66.6667,-33.3333,1.0000")) << csv;
}

TEST(ReportWriterTest, AChangeInPercentIsPrintedWithTheDigitsOfPercentages) {
  const ObservationLog log = book(
      R"({"id": "n", "measure": "ha", "kind": "count"})",
      R"("targets": [{"indicator": "n", "baseline": "200", "increase_by": {"value": "2.5", "in": "percent"}}])",
      "indicator,period,value\nn,2024,205\n");
  EXPECT_TRUE(contains(write(log, ReportFormat::text), "+2.5 %"));
  EXPECT_TRUE(contains(write(log, ReportFormat::csv), ",increase_by,2.5,205,"));
  EXPECT_TRUE(contains(write(log, ReportFormat::json), R"("wording": "+2.5 %")"));
}

TEST(ReportWriterTest, ARangeIsWrittenWithBothEnds) {
  const ObservationLog log =
      book(kLand, R"("targets": [{"indicator": "land", "between": ["6.0", "6.5"]}])",
           "indicator,period,value\nland,2024,6.2\n");
  EXPECT_TRUE(contains(write(log, ReportFormat::csv), ",between,6.000..6.500,6.200,"));
  EXPECT_TRUE(contains(write(log, ReportFormat::text), "6.000 – 6.500"));
}

TEST(ReportWriterTest, JsonSaysNullAndWhy) {
  const ObservationLog log = book(kLand, R"("targets": [{"indicator": "land", "at_least": "3"}])",
                                  "indicator,period,value\n");
  const std::string json = write(log, ReportFormat::json);
  EXPECT_TRUE(contains(json, R"("actual": null)")) << json;
  EXPECT_TRUE(contains(json, R"("state": "no_data")")) << json;
  EXPECT_TRUE(contains(json, R"("completion_pct": "no_data")")) << json;
}

TEST(ReportWriterTest, TheUnitHasAColumnOnlyWhereThereAreSeveral) {
  const std::string observations = "indicator,unit,period,value\nland,a,2024,1\n";
  const ObservationLog one =
      book(kLand, R"("targets": [{"indicator": "land", "at_least": "3"}])", observations);
  EXPECT_FALSE(contains(write(one, ReportFormat::text), "Unit"));
  const ObservationLog two = book(
      kLand, R"("targets": [{"indicator": "land", "unit": "a", "at_least": "1"}])", observations);
  EXPECT_TRUE(contains(write(two, ReportFormat::text), "Unit"));
}

TEST(ReportWriterTest, TargetsOfTwoAssignersAreCountedApart) {
  const ObservationLog log = book(kLand,
                                  R"("targets": [{"indicator": "land", "at_least": "3"},
                                       {"indicator": "land", "assigner": "a", "at_least": "1"}])",
                                  "indicator,period,value\nland,2024,2\n");
  const std::string text = write(log, ReportFormat::text);
  EXPECT_TRUE(
      contains(text, "town            1         0    0       1             0           0\n"))
      << text;
  EXPECT_TRUE(
      contains(text, "A               1         1    0       0             0           0\n"))
      << text;
}

TEST(ReportWriterTest, EveryReportEndsWithOneLineBreak) {
  const ObservationLog log = book(kLand, R"("targets": [])", "indicator,period,value\n");
  for (const auto format :
       {ReportFormat::text, ReportFormat::csv, ReportFormat::json, ReportFormat::markdown}) {
    const std::string text = write(log, format);
    EXPECT_TRUE(text.ends_with('\n'));
    EXPECT_FALSE(text.ends_with("\n\n"));
  }
}

}  // namespace
}  // namespace tiendo::report_writer_test
