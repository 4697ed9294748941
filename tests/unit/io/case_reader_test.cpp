#include "tiendo/io/case_reader.hpp"

#include <gtest/gtest.h>

#include "../decimal/numbers.hpp"

namespace tiendo::case_reader_test {
namespace {

// A case of that method, with more keys after its numbers.
std::string text_of(std::string_view method, std::string_view numbers, std::string_view more = "") {
  return R"({"format": "tiendo-case/1", "method": ")" + std::string(method) + R"(", "numbers": {)" +
         std::string(numbers) + "}" + std::string(more) + "}";
}

std::vector<Errc> faults_of(const std::string& text) {
  const Checked<JudgedCase> read = read_case(text, "case.json");
  EXPECT_EQ(read.value.has_value(), read.diagnostics.empty());
  std::vector<Errc> codes;
  for (const Diagnostic& each : read.diagnostics) {
    EXPECT_FALSE(each.sentence.empty());
    EXPECT_EQ(each.place.file, "case.json");
    EXPECT_GT(each.place.line, 0) << each.sentence;
    codes.push_back(each.code);
  }
  return codes;
}

using Codes = std::vector<Errc>;

TEST(CaseReaderTest, EverythingThatACaseSaysIsKept) {
  const auto read = read_case(
      text_of(
          "percent_of_targeted_change@1",
          R"("b": {"value": "40", "period": "2020"}, "v": "1/3", "T": {"reason": "series_break"})",
          R"(, "quantity": "rate", "better": "less", "strict": true, "vintage": "r2",
                 "thresholds": "hp2020_change@2020",
                 "policies": {"zero_as": "0.5", "flip_negative": true, "met_first": false,
                              "met_tolerance": "0.1", "beyond_end": true,
                              "round_before_banding": 3})"),
      "");
  ASSERT_TRUE(read);
  const JudgedCase& judged = *read.value;
  EXPECT_EQ(to_string(judged.method), "percent_of_targeted_change@1");
  EXPECT_EQ(*judged.it.baseline.figure, Ratio(40));
  EXPECT_EQ(judged.it.baseline.period, *Period::year(2020));
  EXPECT_EQ(*judged.it.actual.figure, *Ratio::parse("1/3"));
  EXPECT_EQ(judged.it.target.figure.reason, Errc::series_break);
  EXPECT_EQ(judged.it.quantity, Quantity::rate);
  EXPECT_EQ(judged.it.better, Direction::less);
  EXPECT_TRUE(judged.it.strict);
  EXPECT_EQ(judged.it.vintage, "r2");
  ASSERT_TRUE(judged.thresholds);
  EXPECT_EQ(to_string(judged.thresholds->name()), "hp2020_change@2020");
  const MethodPolicies policies{*Ratio::parse("1/2"), true, false, *Ratio::parse("1/10"), true, 3};
  EXPECT_EQ(judged.policies, policies);
}

TEST(CaseReaderTest, WhatIsLeftOutAssumesNothing) {
  const auto read = read_case(text_of("ratio_to_target/direct", R"("v": null)"), "");
  ASSERT_TRUE(read);
  EXPECT_EQ(read.value->policies, MethodPolicies());
  EXPECT_FALSE(read.value->thresholds);
  EXPECT_EQ(read.value->it.actual.figure.reason, Errc::no_data);
  EXPECT_EQ(read.value->it.target.figure.reason, Errc::no_target);
  EXPECT_EQ(read.value->it.baseline.figure.reason, Errc::no_baseline);
}

TEST(CaseReaderTest, FaultyTextsAreRefusedWithTheirPlaces) {
  EXPECT_EQ(faults_of("["), Codes{Errc::json_syntax});
  EXPECT_EQ(faults_of("[]"), Codes{Errc::wrong_type});
  EXPECT_EQ(faults_of("{}"), (Codes{Errc::missing_key, Errc::missing_key, Errc::missing_key}));
  EXPECT_EQ(faults_of(R"({"format": "tiendo-case/2", "method": "evm", "numbers": {}})"),
            Codes{Errc::unknown_word});
  for (const std::string_view method :
       {"on_track", "evm@2", "ratio_to_target", "ratio_to_target/half", "evm/half", "evm/"}) {
    EXPECT_EQ(faults_of(text_of(method, "")), Codes{Errc::unknown_method}) << method;
  }
  EXPECT_EQ(faults_of(text_of("minmax", R"("v": "1", "worst": "0", "best": "2")")),
            Codes{Errc::missing_key});
  EXPECT_EQ(faults_of(text_of("evm", R"("v": "1")")), Codes{Errc::unknown_key});
  EXPECT_EQ(faults_of(text_of("evm", R"("EV": "1,5")")), Codes{Errc::number_syntax});
  EXPECT_EQ(faults_of(text_of("evm", R"("EV": "1/0")")), Codes{Errc::division_by_zero});
  EXPECT_EQ(faults_of(text_of("evm", R"("EV": true)")), Codes{Errc::wrong_type});
  EXPECT_EQ(faults_of(text_of("worst", R"("x": "1")")), Codes{Errc::wrong_type});
  EXPECT_EQ(faults_of(text_of("weighted_mean", R"("x": [null], "w": [null])")),
            Codes{Errc::wrong_type});
  EXPECT_EQ(faults_of(text_of("evm", "", R"(, "note": "x")")), Codes{Errc::unknown_key});
}

TEST(CaseReaderTest, FaultyPartsAreRefused) {
  EXPECT_EQ(faults_of(text_of("evm", "", R"(, "policies": {})")), Codes{Errc::unknown_key});
  EXPECT_EQ(faults_of(text_of("required_run_rate", R"("left": "1")",
                              R"(, "thresholds": "idb_crf@2016-2019")")),
            Codes{Errc::unknown_key});
  EXPECT_EQ(faults_of(text_of("band_table", R"("v": "1")")), Codes{Errc::missing_key});
  EXPECT_EQ(faults_of(text_of("score_table", R"("v": "1")")), Codes{Errc::missing_key});
  EXPECT_EQ(faults_of(text_of("evm", "", R"(, "thresholds": "none@1")")),
            Codes{Errc::unknown_table});
  EXPECT_EQ(faults_of(text_of("evm", "", R"(, "thresholds": {"id": "a", "version": "1",
                      "bands": [{"code": "low", "less_than": "1"},
                                {"code": "high", "at_least": "2"}]})")),
            Codes{Errc::bands_gap});
  EXPECT_EQ(faults_of(text_of("evm", "", R"(, "quantity": "sum", "better": "most")")),
            (Codes{Errc::unknown_word, Errc::unknown_word}));
  EXPECT_EQ(
      faults_of(text_of("percent_of_targeted_change",
                        R"("v": {"value": "1", "reason": "no_data"},
                                 "T": {"reason": "lost"}, "b": {"period": "2020-13", "at": 1})")),
      (Codes{Errc::period_syntax, Errc::unknown_key, Errc::criteria_conflict, Errc::unknown_word}));
  EXPECT_EQ(faults_of(text_of("ratio_to_target/direct", "",
                              R"(, "policies": {"round_before_banding": 101, "half": 1})")),
            (Codes{Errc::digits_out_of_range, Errc::unknown_key}));
  EXPECT_EQ(faults_of(text_of("milestone_path/step",
                              R"("day": "2026-02-30", "milestones": [{"day": "2026-01-01"}])")),
            (Codes{Errc::missing_key, Errc::date_not_real}));
  EXPECT_EQ(faults_of(text_of("verdict_scores", R"("verdict": "good", "exceeded": "1", "met": "1",
                                                   "near": "1", "missed": "1")")),
            Codes{Errc::unknown_word});
}

}  // namespace
}  // namespace tiendo::case_reader_test
