// Rankings and contributions as text. Whole ones are in tests/golden/reports.

#include "tiendo/io/rollup_writer.hpp"

#include <gtest/gtest.h>

#include "book.hpp"

namespace tiendo::rollup_writer_test {
namespace {

constexpr const char* kIndicators =
    R"({"id": "land", "name": {"vi": "Đất", "en": "Land"}, "measure": "ha", "kind": "flow",
        "direction": "more", "digits": 1, "percent_digits": 1})";
constexpr const char* kTargets =
    R"("targets": [{"indicator": "land", "unit": "a", "at_least": "30"},
                   {"indicator": "land", "unit": "b", "at_least": "1500"}])";
constexpr const char* kReports =
    "indicator,unit,period,value\n"
    "land,a,2023,10\nland,b,2023,1000\nland,a,2024,10\nland,b,2024,1234.5\n";

ObservationLog town() { return book(kIndicators, kTargets, kReports); }

Request at_the_end() {
  Request request;
  request.as_of = *Date::parse("2024-12-31");
  return request;
}

WriteOptions form(ReportFormat format, Language language) {
  WriteOptions options;
  options.format = format;
  options.language = language;
  return options;
}

std::string ranking(ReportFormat format, Language language, bool exact = false) {
  const ObservationLog log = town();
  const Plan& plan = log.plan();
  const RankQuestion question{0,     plan.unit(), *Period::parse("2024"), Field::completion,
                              kNone, Ratio(50)};
  WriteOptions options = form(format, language);
  options.exact = exact;
  return write_ranking(rank_units(log, at_the_end(), question), options);
}

std::string parts(ReportFormat format, ShareRounding rounding, int digits) {
  const ObservationLog log = town();
  WriteOptions options = form(format, Language::en);
  options.printing.digits = digits;
  return write_contributions(
      contributions(log, at_the_end(), {0, log.plan().unit(), *Period::parse("2024")}), options,
      rounding);
}

void expect_in(const std::string& text, const char* part) {
  EXPECT_NE(text.find(part), std::string::npos) << part << " in\n" << text;
}

TEST(RollupWriterTest, ARankingSaysTheMeanAndHowManyAreOverTheThreshold) {
  const std::string text = ranking(ReportFormat::text, Language::vi);
  expect_in(text, "1.234,5");
  expect_in(text, "Bình quân chung: 81,3; cao hơn 1, bằng 0, thấp hơn 1");
  expect_in(text, "trên 50: 1/2");
  const std::string markdown = ranking(ReportFormat::markdown, Language::en);
  EXPECT_TRUE(markdown.starts_with("# Land: ")) << markdown;
  expect_in(markdown, "Mean of all: 81.3");
}

TEST(RollupWriterTest, CsvHasTheUnitsInTheirOrder) {
  EXPECT_EQ(ranking(ReportFormat::csv, Language::vi, true),
            "place,unit,assigner,target,actual,completion_pct,growth_pct,coverage,against_mean,"
            "reason,figure_exact\n"
            "1,b,town,1500.0,1234.5,82.3,23.5,12/12,above,,823/10\n"
            "2,a,town,30.0,10.0,33.3,0.0,12/12,below,,100/3\n");
}

TEST(RollupWriterTest, JsonHasTheCountsInItsHead) {
  const std::string json = ranking(ReportFormat::json, Language::vi);
  expect_in(json, "\"format\": \"tiendo-ranking/1\"");
  expect_in(json, "\"mean_exact\": \"12445/153\"");
  expect_in(json, "\"threshold\": \"50\"");
  expect_in(json, "\"over\": \"1\"");
}

TEST(RollupWriterTest, SharesAreRoundedEachByItselfOrToAHundred) {
  const std::string plain = parts(ReportFormat::csv, ShareRounding::independent, 0);
  expect_in(plain, "land,a,10,10,0,1,0,0,12/12,\n");
  expect_in(plain, "land,b,1235,1000,23,99,23,100,12/12,\n");
  const std::string text = parts(ReportFormat::text, ShareRounding::largest_remainder, 1);
  expect_in(text, "99.2");
  expect_in(text, "0.8");
  expect_in(text, "Total");
  expect_in(parts(ReportFormat::json, ShareRounding::largest_remainder, 1),
            "\"shares\": \"largest_remainder\"");
}

}  // namespace
}  // namespace tiendo::rollup_writer_test
