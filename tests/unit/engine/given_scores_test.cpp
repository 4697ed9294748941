#include "tiendo/engine/given_scores.hpp"

#include <gtest/gtest.h>

#include "tiendo/io/criteria_reader.hpp"

namespace tiendo::given_scores_test {
namespace {

constexpr const char* kCriteria = R"({
  "format": "tiendo-criteria/1", "id": "own", "version": "1", "source": "a decree",
  "bands": [{"id": "classes", "version": "1", "bands": [
    {"code": "good", "less_than": "90"}, {"code": "best", "at_least": "90"}]}],
  "scores": [{"id": "as_it_is", "version": "1", "ends": "extended", "knots": [
    {"value": "0", "score": "0"}, {"value": "1", "score": "1"}]}],
  "criteria": [
    {"id": "all", "indicator": "x", "figure": "actual", "table": "as_it_is@1", "points": "100"}],
  "classes": "classes@1",
  "quotas": [{"class": "best", "of": ["good"], "percent": "40"}]})";

GivenScores scores_of(const std::vector<Figure>& figures) {
  const Checked<Criteria> criteria = read_criteria(kCriteria, "");
  EXPECT_TRUE(criteria);
  std::vector<GivenUnit> units;
  for (const Figure& figure : figures) {
    units.push_back({std::string(1, static_cast<char>('a' + units.size())), {{figure}}});
  }
  return score_given(*criteria.value, units);
}

std::string places(const GivenScores& scores) {
  std::string text;
  for (const GivenScore& unit : scores.units) {
    text += unit.id + (unit.rank.place ? std::to_string(*unit.rank.place) : "-");
  }
  return text;
}

TEST(GivenScoresTest, UnitsComeByPlaceThenThoseWithoutATotal) {
  EXPECT_EQ(places(scores_of({Ratio(50), Errc::withheld, Ratio(95), Ratio(50), Ratio(10)})),
            "c1a2d2e4b-");
  EXPECT_EQ(places(scores_of({})), "");
}

TEST(GivenScoresTest, QuotasAreCountedOverTheUnits) {
  const GivenScores scores =
      scores_of({Ratio(90), Ratio(91), Ratio(50), Ratio(60), Ratio(70), Errc::no_data});
  EXPECT_EQ(scores.quotas, (std::vector<QuotaCount>{{2, 3, 1}}));
  EXPECT_FALSE(scores.quotas.front().kept());
}

TEST(GivenScoresTest, TheScoreOfAUnitIsThatOfItsInputs) {
  const GivenScores scores = scores_of({*Ratio::parse("269999/3000")});
  const std::vector<CriterionInput> inputs = {{*Ratio::parse("269999/3000")}};
  const Score alone = score(scores.criteria, inputs);
  EXPECT_EQ(*scores.units.front().score.total, *alone.total);
  EXPECT_EQ(scores.units.front().score.class_position, std::size_t{0});
}

}  // namespace
}  // namespace tiendo::given_scores_test
