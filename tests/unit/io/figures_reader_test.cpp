#include "tiendo/io/figures_reader.hpp"

#include <gtest/gtest.h>

#include "tiendo/io/criteria_reader.hpp"

namespace tiendo::figures_reader_test {
namespace {

const Criteria& criteria() {
  static const Checked<Criteria> read = read_criteria(R"({
    "format": "tiendo-criteria/1", "id": "own", "version": "1", "source": "a decree",
    "scores": [{"id": "as_it_is", "version": "1", "ends": "extended", "knots": [
      {"value": "0", "score": "0"}, {"value": "1", "score": "1"}]}],
    "criteria": [
      {"id": "land", "indicator": "x", "figure": "actual", "table": "as_it_is@1", "points": "10",
       "deductions": [{"indicator": "y", "each": "1"}, {"indicator": "z", "each": "1"}]},
      {"id": "goal", "indicator": "x", "points": "5",
       "verdicts": {"exceeded": "5", "met": "4", "near": "1", "missed": "0"}}]})",
                                                      "");
  return *read.value;
}

std::string text_of(std::string_view units) {
  return R"({"format": "tiendo-figures/1", "units": [)" + std::string(units) + "]}";
}

using Codes = std::vector<Errc>;

Codes faults_of(const std::string& text) {
  const auto read = read_figures(text, "f.json", criteria());
  EXPECT_EQ(read.value.has_value(), read.diagnostics.empty());
  Codes codes;
  for (const Diagnostic& each : read.diagnostics) {
    EXPECT_FALSE(each.sentence.empty());
    EXPECT_EQ(each.place.file, "f.json");
    EXPECT_GT(each.place.line, 0) << each.sentence;
    codes.push_back(each.code);
  }
  return codes;
}

Codes faults_of_figures(std::string_view figures) {
  return faults_of(text_of(R"({"unit": "a", "figures": {)" + std::string(figures) + "}}"));
}

TEST(FiguresReaderTest, EverythingThatIsGivenIsKept) {
  const auto read =
      read_figures(text_of(R"({"unit": "a", "figures": {"goal": "met", "land": {"value": "1/3",
                  "deductions": [null, 2.5]}}}, {"unit": "b", "figures": {"land": "-4.50"}})"),
                   "", criteria());
  ASSERT_TRUE(read);
  const std::vector<GivenUnit>& units = *read.value;
  ASSERT_EQ(units.size(), 2U);
  EXPECT_EQ(units[0].id, "a");
  ASSERT_EQ(units[0].inputs.size(), 2U);
  EXPECT_EQ(*units[0].inputs[0].figure, *Ratio::parse("1/3"));
  ASSERT_EQ(units[0].inputs[0].deductions.size(), 2U);
  EXPECT_EQ(units[0].inputs[0].deductions[0].reason, Errc::no_data);
  EXPECT_EQ(*units[0].inputs[0].deductions[1], *Ratio::parse("2.5"));
  EXPECT_EQ(units[0].inputs[1].verdict, Verdict::met);
  EXPECT_EQ(units[0].inputs[1].figure.reason, Errc::no_such_figure);
  EXPECT_EQ(*units[1].inputs[0].figure, *Ratio::parse("-9/2"));
  EXPECT_EQ(units[1].inputs[1].figure.reason, Errc::no_data);
  EXPECT_EQ(units[1].inputs[1].verdict, Verdict::none);
}

TEST(FiguresReaderTest, FaultyTextsAreRefusedWithTheirPlaces) {
  EXPECT_EQ(faults_of("["), Codes{Errc::json_syntax});
  EXPECT_EQ(faults_of("[]"), Codes{Errc::wrong_type});
  EXPECT_EQ(faults_of("{}"), (Codes{Errc::missing_key, Errc::missing_key}));
  EXPECT_EQ(faults_of(R"({"format": "tiendo-figures/2", "units": []})"), Codes{Errc::unknown_word});
  EXPECT_EQ(faults_of(text_of(R"({"unit": "a"})")), Codes{Errc::missing_key});
  EXPECT_EQ(faults_of(text_of(R"({"unit": "a", "figures": {}}, {"unit": "a", "figures": {}})")),
            Codes{Errc::duplicate_id});
  EXPECT_EQ(faults_of_figures(R"("sea": "1")"), Codes{Errc::unknown_key});
  EXPECT_EQ(faults_of_figures(R"("land": {"values": "1"})"), Codes{Errc::unknown_key});
  EXPECT_EQ(faults_of_figures(R"("land": "1,5", "goal": "reached")"),
            (Codes{Errc::number_syntax, Errc::unknown_word}));
  EXPECT_EQ(faults_of_figures(R"("land": "1/0")"), Codes{Errc::division_by_zero});
  EXPECT_EQ(faults_of_figures(R"("goal": 1)"), Codes{Errc::unknown_word});
  EXPECT_EQ(faults_of_figures(R"("land": {"deductions": ["1", "2", "3"]})"),
            Codes{Errc::criteria_conflict});
}

}  // namespace
}  // namespace tiendo::figures_reader_test
