#include "tiendo/io/method_writer.hpp"

#include <gtest/gtest.h>

#include "../decimal/numbers.hpp"
#include "io/json_cursor.hpp"
#include "tiendo/engine/catalogue.hpp"
#include "tiendo/engine/methods.hpp"

namespace tiendo::method_writer_test {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string word(const JsonNode& object, std::string_view key) {
  const JsonNode* node = object.find(key);
  return node == nullptr ? "no such key" : node->kind == JsonKind::null ? "null" : node->text;
}

TEST(MethodWriterTest, EveryMethodAndTableStandsInEveryForm) {
  const std::string forms[] = {write_methods(ReportFormat::text, Language::vi),
                               write_methods(ReportFormat::markdown, Language::en),
                               write_methods(ReportFormat::json, Language::vi)};
  for (const std::string& text : forms) {
    EXPECT_EQ(text.back(), '\n');
    for (const MethodEntry& entry : methods()) EXPECT_TRUE(has(text, entry.id)) << entry.id;
    for (const BandTable& table : band_tables()) EXPECT_TRUE(has(text, table.name().id));
    for (const ScoreTable& table : score_tables()) EXPECT_TRUE(has(text, table.name().id));
  }
  const std::string csv = write_methods(ReportFormat::csv, Language::vi);
  EXPECT_EQ(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')),
            methods().size() + 1);
}

TEST(MethodWriterTest, TablesForPeopleAreInTheirLanguage) {
  const std::string vi = write_methods(ReportFormat::text, Language::vi);
  EXPECT_TRUE(has(vi, "Các phương pháp đánh giá"));
  EXPECT_TRUE(has(vi, "chệch hướng < 0.6, trung bình [0.6; 0.8), đúng hướng ≥ 0.8"));
  EXPECT_TRUE(has(vi, "bất lợi < 1, đúng kế hoạch = 1, thuận lợi > 1"));
  EXPECT_TRUE(has(vi, "-0.6 → -5, 0.6 → 0, 1.3 → 5"));
  EXPECT_TRUE(has(vi, "(cần đối chiếu)"));
  const std::string en = write_methods(ReportFormat::text, Language::en);
  EXPECT_TRUE(has(en, "at risk [-0.25; -0.1), on target [-0.1; 0.1], above target > 0.1"));
  EXPECT_TRUE(has(en, "(to be confirmed)"));
}

TEST(MethodWriterTest, JsonDependsOnNoLanguageAndNamesEachSide) {
  const std::string text = write_methods(ReportFormat::json, Language::vi);
  EXPECT_EQ(text, write_methods(ReportFormat::json, Language::en));
  const JsonNode json = *parse_json(text);
  EXPECT_EQ(word(json, "format"), "tiendo-methods/1");
  EXPECT_EQ(json.find("methods")->items.size(), methods().size());
  const JsonNode& table = json.find("bands")->items[1];
  EXPECT_EQ(word(table, "id"), "performance_index");
  const std::vector<JsonNode>& bands = table.find("bands")->items;
  EXPECT_EQ(word(bands[0], "low"), "null");
  EXPECT_FALSE(bands[0].find("has_low")->boolean);
  EXPECT_FALSE(bands[0].find("has_high")->boolean);
  EXPECT_EQ(word(bands[1], "low") + word(bands[1], "high"), "11");
  EXPECT_TRUE(bands[1].find("has_low")->boolean && bands[1].find("has_high")->boolean);
}

TEST(MethodWriterTest, AnAssessmentIsCompleteEnoughToBeMadeAgain) {
  MethodCase it;
  it.baseline = {Ratio(10), *Period::parse("2015")};
  it.actual = {ratio("40/3"), *Period::parse("2023")};
  it.target = {Ratio(20), *Period::parse("2030")};
  it.vintage = "2024-03";
  MethodPolicies policies;
  policies.met_tolerance = 7;
  const auto table = band_table_named("hp2020_change@2020");
  const JsonNode json =
      *parse_json(write_assessment(percent_of_targeted_change(it, policies, &*table)));
  EXPECT_EQ(word(json, "method"), "percent_of_targeted_change@1");
  EXPECT_EQ(word(json, "state"), "target_met");
  EXPECT_EQ(word(json, "decided_by"), "met");
  EXPECT_EQ(word(json, "value"), "100/3");
  EXPECT_EQ(word(json, "reason"), "null");
  EXPECT_EQ(word(json, "band"), "improved");
  EXPECT_EQ(word(json, "thresholds"), "hp2020_change@2020");
  EXPECT_EQ(word(json, "vintage"), "2024-03");
  const JsonNode& input = json.find("inputs")->items[1];
  EXPECT_EQ(word(input, "symbol") + ' ' + word(input, "value") + ' ' + word(input, "period"),
            "v 40/3 2023");
  EXPECT_EQ(word(*json.find("policies"), "met_tolerance"), "7");
  EXPECT_EQ(word(*json.find("policies"), "zero_as"), "null");
  EXPECT_EQ(json.find("policy_hits")->items[0].text, "met_tolerance");
}

TEST(MethodWriterTest, AFigureThatIsNotThereHasItsReason) {
  MethodCase it;
  it.baseline = {Ratio(10)};
  it.target = {Ratio(20)};
  const JsonNode json = *parse_json(write_assessment(linear_path(it, ratio("1/2"))));
  EXPECT_EQ(word(json, "value"), "null");
  EXPECT_EQ(word(json, "reason"), "no_data");
  EXPECT_EQ(word(json, "band"), "null");
  const JsonNode& figure = json.find("figures")->items[0];
  EXPECT_EQ(word(figure, "name") + ' ' + word(figure, "value"), "expected 15");
}

}  // namespace
}  // namespace tiendo::method_writer_test
