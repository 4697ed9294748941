// Scores as text. Whole ones are in tests/golden/reports; tests/cli/score_test.py computes totals
// again from JSON.

#include "tiendo/io/score_writer.hpp"

#include <gtest/gtest.h>

#include "book.hpp"
#include "io/threshold_text.hpp"
#include "tiendo/io/criteria_reader.hpp"

namespace tiendo::score_writer_test {
namespace {

constexpr const char* kCriteria = R"({
  "format": "tiendo-criteria/1", "id": "own", "version": "1", "source": "a decree",
  "name": {"vi": "Chấm điểm", "en": "Scores"}, "cap": "100",
  "bands": [
    {"id": "steps", "version": "1", "source": "its annex", "needs_confirmation": true, "bands": [
      {"code": "low", "less_than": "50", "score": "0"},
      {"code": "high", "at_least": "50", "score": "99.996"}]},
    {"id": "classes", "version": "1", "bands": [
      {"code": "good", "name": {"vi": "tốt", "en": "good"}, "less_than": "100"},
      {"code": "best", "name": {"vi": "giỏi", "en": "best"}, "at_least": "100"}]}],
  "criteria": [
    {"id": "land", "name": {"vi": "Đất", "en": "Land"}, "indicator": "land",
     "figure": "completion_pct", "table": "steps@1", "points": "100",
     "deductions": [{"indicator": "late", "each": "1.5", "missing": "zero"}]},
    {"id": "prize", "role": "bonus", "indicator": "land", "points": "5", "missing": "excluded",
     "verdicts": {"exceeded": "5", "met": "1", "near": "0", "missed": "0"}}],
  "classes": "classes@1",
  "quotas": [{"class": "best", "of": ["good"], "percent": "20"}]})";

ObservationLog town() {
  return book(R"({"id": "land", "name": {"vi": "Diện tích", "en": "Area"}, "measure": "ha",
                  "kind": "flow", "direction": "more", "percent_digits": 1},
                 {"id": "late", "name": {"vi": "Lần chậm", "en": "Delay"}, "measure": "ha",
                  "kind": "flow"})",
              R"("targets": [{"indicator": "land", "unit": "a", "at_least": "30"},
                             {"indicator": "land", "unit": "b", "at_least": "30"}])",
              "indicator,unit,period,value\nland,a,2024,20\nlate,a,2024,0\n");
}

std::string scores(ReportFormat format, Language language, bool exact = false,
                   std::optional<int> digits = {}) {
  const ObservationLog log = town();
  Request request;
  request.as_of = *Date::parse("2024-12-31");
  const Checked<Criteria> criteria = read_criteria(kCriteria, "c.json", &log.plan());
  for (const Diagnostic& each : criteria.diagnostics) ADD_FAILURE() << to_string(each);
  WriteOptions options;
  options.format = format;
  options.language = language;
  options.exact = exact;
  options.printing.digits = digits;
  return write_scores(
      score_units(log, request, *criteria.value, {log.plan().unit(), *Period::parse("2024")}),
      options);
}

void expect_in(const std::string& text, const char* part) {
  EXPECT_NE(text.find(part), std::string::npos) << part << " in\n" << text;
}

TEST(ScoreWriterTest, ATableNamesEverythingThatDecides) {
  const std::string text = scores(ReportFormat::text, Language::en);
  expect_in(text, "Scores: town, 2024\n");
  expect_in(text, "As of 2024-12-31; rules tiendo@1; criteria own@1.\n");
  expect_in(text,
            "Land (at most 100 points): Area; % of plan, steps@1 (source: its annex) (to be "
            "confirmed): < 50 → 0; ≥ 50 → 99.996; less 1.5 points for each Delay; no total "
            "without a figure.");
  expect_in(text,
            "prize (bonus, at most 5 points): Area; verdict: exceeded → 5; met → 1; near → 0; "
            "missed → 0; left out without a figure.");
  expect_in(text, "criteria_total@1/points, 100); not above 100; own@1 (source: a decree).");
  expect_in(text, "Classes by classes@1: good < 100; best ≥ 100.");
  expect_in(text, "Quota \"best\": 0, at most 0 (20% × 1): kept.");
  expect_in(text, "Land: nothing has been reported");
}

TEST(ScoreWriterTest, ATotalIsPrintedInItsClass) {
  expect_in(scores(ReportFormat::text, Language::en), "99.996  good");
  expect_in(scores(ReportFormat::text, Language::vi), "99,996  tốt");
  expect_in(scores(ReportFormat::text, Language::vi), "tối đa 100 điểm");
}

TEST(ScoreWriterTest, CsvHasARowForEachCriterionAndOneForTheTotal) {
  EXPECT_EQ(scores(ReportFormat::csv, Language::vi, true),
            "place,unit,criterion,indicator,figure,value,band,gained,deducted,points,weight,class,"
            "reason,value_exact,points_exact\n"
            ",a,land,land,completion_pct,66.7,high,100.00,0.00,100.00,100,,,200/3,24999/250\n"
            ",a,prize,land,verdict,missed,,0.00,0.00,0.00,0,,,,0\n"
            "1,a,,,,,,100.00,,99.996,100,good,,,24999/250\n"
            ",b,land,land,completion_pct,,,,0.00,,0,,no_data,,\n"
            ",b,prize,land,verdict,,,,0.00,,0,,no_data,,\n"
            ",b,,,,,,,,,0,,no_data,,\n");
}

TEST(ScoreWriterTest, JsonHasTheCriteriaAndExactNumbers) {
  const std::string text = scores(ReportFormat::json, Language::vi, false, 1);
  expect_in(text, R"("format": "tiendo-scores/1")");
  expect_in(text, R"("printing": {"digits": 1, "rounding": "half_up"})");
  expect_in(text, R"("total_by": "criteria_total@1/points")");
  expect_in(text, R"("method": "band_table@1")");
  expect_in(text, R"("value_exact": "200/3")");
  expect_in(text, R"("points_exact": "24999/250")");
  expect_in(text, R"("format": "tiendo-criteria/1")");
  expect_in(text, R"("reason": "no_data")");
}

TEST(ScoreWriterTest, BandsAreShownBySigns) {
  Band band;
  EXPECT_EQ(range_text(band, NumberFormat::plain()), "");
  band.low = *Ratio::parse("0.5");
  EXPECT_EQ(range_text(band, NumberFormat::vietnamese()), "≥ 0,5");
  band.has_low = false;
  EXPECT_EQ(range_text(band, NumberFormat::plain()), "> 0.5");
  band.high = Ratio(2);
  EXPECT_EQ(range_text(band, NumberFormat::plain()), "(0.5; 2)");
  band.has_low = band.has_high = true;
  EXPECT_EQ(range_text(band, NumberFormat::plain()), "[0.5; 2]");
  band.low = Ratio(2);
  EXPECT_EQ(range_text(band, NumberFormat::plain()), "= 2");
  band.low.reset();
  EXPECT_EQ(range_text(band, NumberFormat::plain()), "≤ 2");
  band.has_high = false;
  EXPECT_EQ(range_text(band, NumberFormat::plain()), "< 2");
}

}  // namespace
}  // namespace tiendo::score_writer_test
