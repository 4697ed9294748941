#include "tiendo/engine/bands.hpp"

#include <gtest/gtest.h>

#include "../decimal/numbers.hpp"

namespace tiendo::bands_test {
namespace {

const TableName kName{"scores", "1", "a document"};

// "[0.4 0.6)" with its code; "-" is no end.
Band band(std::string code, std::string_view text) {
  const std::size_t space = text.find(' ');
  Band result{{std::move(code), {}}, {}, {}, text.front() == '[', text.back() == ']'};
  const std::string_view low = text.substr(1, space - 1);
  const std::string_view high = text.substr(space + 1, text.size() - space - 2);
  if (low != "-") result.low = ratio(low);
  if (high != "-") result.high = ratio(high);
  return result;
}

struct Found {
  Errc code;
  std::string place;
  friend bool operator==(const Found&, const Found&) = default;
};

std::vector<Found> found(const Checked<BandTable>& table) {
  std::vector<Found> result;
  for (const Diagnostic& each : table.diagnostics) result.push_back({each.code, each.place.path});
  return result;
}

std::string code_at(const BandTable& table, std::string_view value) {
  const Band* found = table.band_of(ratio(value));
  return found == nullptr ? "" : found->label.code;
}

Cut cut(std::string_view value, std::string code, bool belongs_above = true) {
  return {ratio(value), {std::move(code), {}}, belongs_above};
}

TEST(BandsTest, AValueEqualToAThresholdBelongsToTheBandThatIncludesIt) {
  const auto table =
      BandTable::of_cuts(kName, {"low", {}}, {cut("0.6", "middle"), cut("0.95", "high", false)});
  ASSERT_TRUE(table);
  // clang-format off
  const struct { const char *value, *code; } cases[] = {
      {"-7", "low"}, {"0.5999999999999999999999", "low"}, {"0.6", "middle"}, {"0.7", "middle"},
      {"0.95", "middle"}, {"0.9500000000000000000001", "high"}, {"1000", "high"},
  };
  // clang-format on
  for (const auto& c : cases) EXPECT_EQ(code_at(*table.value, c.value), c.code) << c.value;
}

TEST(BandsTest, TwoCutsAtOneValueMakeABandOfThatValueAlone) {
  const auto table =
      BandTable::of_cuts(kName, {"below", {}}, {cut("100", "equal"), cut("100", "above", false)});
  ASSERT_TRUE(table);
  EXPECT_EQ(code_at(*table.value, "99.99"), "below");
  EXPECT_EQ(code_at(*table.value, "100"), "equal");
  EXPECT_EQ(code_at(*table.value, "100.01"), "above");
}

TEST(BandsTest, CutsThatDoNotAscendAreRefused) {
  const auto refused = [](const std::vector<Cut>& cuts) {
    return found(BandTable::of_cuts(kName, {"low", {}}, cuts));
  };
  const std::vector<Found> empty = {{Errc::band_empty, "/bands/1"}};
  EXPECT_EQ(refused({cut("2", "b"), cut("1", "c")}), empty);
  EXPECT_EQ(refused({cut("2", "b"), cut("2", "c")}), empty);
  EXPECT_EQ(refused({cut("2", "b", false), cut("2", "c", false)}), empty);
  EXPECT_EQ(refused({cut("2", "b", false), cut("2", "c")}), empty);
}

TEST(BandsTest, WithoutACutThereIsOneBand) {
  const auto table = BandTable::of_cuts(kName, {"all", {}}, {});
  ASSERT_TRUE(table);
  EXPECT_EQ(code_at(*table.value, "-1000000"), "all");
}

TEST(BandsTest, BandsMayBeListedInAnyOrderAndStandInOrder) {
  const auto table = BandTable::of(
      kName, {band("green", "[0.7 1]"), band("red", "[0 0.4)"), band("yellow", "[0.4 0.7)")});
  ASSERT_TRUE(table);
  EXPECT_EQ(table.value->bands().front().label.code, "red");
  EXPECT_EQ(table.value->bands().back().label.code, "green");
  EXPECT_EQ(code_at(*table.value, "0.4"), "yellow");
  EXPECT_EQ(code_at(*table.value, "1"), "green");
  EXPECT_EQ(code_at(*table.value, "1.01"), "");
  EXPECT_EQ(code_at(*table.value, "-0.01"), "");
  EXPECT_EQ(table.value->name(), kName);
  EXPECT_EQ(to_string(table.value->name()), "scores@1");
}

// The bands that the literature gives for objectives and key results: 0.7 to 1, 0.4 to 0.6, 0 to
// 0.3. What 0.35 is nobody says.
TEST(BandsTest, TheBandsOfKeyResultsHaveGaps) {
  const auto table = BandTable::of(
      kName, {band("green", "[0.7 1]"), band("yellow", "[0.4 0.6]"), band("red", "[0 0.3]")});
  ASSERT_FALSE(table);
  EXPECT_EQ(found(table),
            (std::vector<Found>{{Errc::bands_gap, "/bands/1"}, {Errc::bands_gap, "/bands/0"}}));
  EXPECT_NE(table.diagnostics[0].sentence.find("red ends at 3/10, yellow begins at 2/5"),
            std::string::npos);
}

TEST(BandsTest, AnOpenEndOfTheTableIsOutside) {
  const auto table = BandTable::of(kName, {band("a", "(0 1)")});
  ASSERT_TRUE(table);
  EXPECT_EQ(code_at(*table.value, "0"), "");
  EXPECT_EQ(code_at(*table.value, "0.001"), "a");
  EXPECT_EQ(code_at(*table.value, "1"), "");
}

TEST(BandsTest, EveryFaultOfAListIsFound) {
  // clang-format off
  const struct { std::vector<Band> bands; std::vector<Found> found; } cases[] = {
      {{}, {{Errc::table_empty, ""}}},
      {{band("a", "[0 1)"), band("b", "(1 2]")}, {{Errc::bands_gap, "/bands/1"}}},
      {{band("a", "[0 1]"), band("b", "[1 2]")}, {{Errc::bands_overlap, "/bands/1"}}},
      {{band("a", "[0 1]"), band("b", "[0 2]")}, {{Errc::bands_overlap, "/bands/1"}}},
      {{band("a", "(0 1]"), band("b", "[0 2]")}, {{Errc::bands_overlap, "/bands/0"}}},
      {{band("a", "[0 -)"), band("b", "[1 2]")}, {{Errc::bands_overlap, "/bands/1"}}},
      {{band("a", "(- 1]"), band("b", "(- 2]")}, {{Errc::bands_overlap, "/bands/1"}}},
      {{band("a", "[0 3]"), band("b", "[1 2]")}, {{Errc::bands_overlap, "/bands/1"}}},
      {{band("a", "[1 0]"), band("b", "[1 1)"), band("c", "(1 1]"), band("d", "[1 1]")},
       {{Errc::band_empty, "/bands/0"}, {Errc::band_empty, "/bands/1"},
        {Errc::band_empty, "/bands/2"}}},
  };
  // clang-format on
  for (const auto& c : cases) {
    const auto table = BandTable::of(kName, c.bands);
    EXPECT_FALSE(table);
    EXPECT_EQ(found(table), c.found);
  }
  EXPECT_TRUE(BandTable::of(kName, {band("a", "[0 1)"), band("b", "[1 1]"), band("c", "(1 -)")}));
}

ScoreTable scores(const std::vector<std::pair<const char*, const char*>>& knots, Ends ends) {
  std::vector<Knot> list;
  for (const auto& [value, score] : knots) list.push_back({ratio(value), ratio(score)});
  return *ScoreTable::of(kName, list, ends);
}

TEST(BandsTest, ScoresLieOnStraightLinesBetweenKnots) {
  // The scores of Statistics Canada: a ratio of -0.6 is -5, 0.6 is 0, 1.3 is 5.
  const ScoreTable table = scores({{"-0.6", "-5"}, {"0.6", "0"}, {"1.3", "5"}}, Ends::capped);
  // clang-format off
  const struct { const char *value, *score; } cases[] = {
      {"-0.6", "-5"}, {"0", "-5/2"}, {"0.6", "0"}, {"0.95", "5/2"}, {"1", "20/7"}, {"1.3", "5"},
      {"-0.61", "-5"}, {"9", "5"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(table.score_of(ratio(c.value))->to_string(), c.score) << c.value;
  }
}

TEST(BandsTest, BeyondTheOuterKnotsScoresAreCappedExtendedOrRefused) {
  const std::vector<std::pair<const char*, const char*>> knots = {
      {"0", "0"}, {"1", "10"}, {"3", "40"}};
  EXPECT_EQ(*scores(knots, Ends::capped).score_of(4), Ratio(40));
  EXPECT_EQ(*scores(knots, Ends::capped).score_of(-1), Ratio(0));
  EXPECT_EQ(*scores(knots, Ends::extended).score_of(4), Ratio(55));
  EXPECT_EQ(*scores(knots, Ends::extended).score_of(-1), Ratio(-10));
  EXPECT_EQ(scores(knots, Ends::refused).score_of(4).error().code, Errc::outside_table);
  EXPECT_EQ(scores(knots, Ends::refused).score_of(-1).error().code, Errc::outside_table);
  EXPECT_EQ(*scores(knots, Ends::refused).score_of(3), Ratio(40));
  EXPECT_EQ(*scores(knots, Ends::refused).score_of(0), Ratio(0));
}

TEST(BandsTest, KnotsMayDescendAsWhereLessIsBetter) {
  const ScoreTable table =
      scores({{"50", "0"}, {"40", "1"}, {"10", "2"}, {"0", "3"}}, Ends::capped);
  EXPECT_EQ(table.knots().front().value, Ratio(0));
  EXPECT_EQ(table.score_of(ratio("26.1"))->to_string(), "439/300");
  EXPECT_EQ(*table.score_of(60), Ratio(0));
}

TEST(BandsTest, DisorderedKnotsAreRefused) {
  const auto refused = [](std::vector<Knot> knots) {
    return ScoreTable::of(kName, std::move(knots), Ends::capped).error().code;
  };
  EXPECT_EQ(refused({}), Errc::table_empty);
  EXPECT_EQ(refused({{1, 1}}), Errc::table_empty);
  EXPECT_EQ(refused({{1, 1}, {1, 2}}), Errc::knots_disordered);
  EXPECT_EQ(refused({{1, 1}, {3, 2}, {2, 3}}), Errc::knots_disordered);
  EXPECT_EQ(refused({{3, 1}, {1, 2}, {2, 3}}), Errc::knots_disordered);
  EXPECT_EQ(refused({{1, 1}, {2, 3}, {3, 2}}), Errc::knots_disordered);
  EXPECT_EQ(refused({{1, 3}, {2, 1}, {3, 2}}), Errc::knots_disordered);
  EXPECT_EQ(refused({{1, 1}, {2, 2}, {3, 1}}), Errc::knots_disordered);
  EXPECT_TRUE(ScoreTable::of(kName, {{1, 2}, {2, 2}, {3, 2}}, Ends::capped));
}

}  // namespace
}  // namespace tiendo::bands_test
