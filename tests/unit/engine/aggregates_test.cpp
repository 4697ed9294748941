#include "tiendo/engine/aggregates.hpp"

#include <gtest/gtest.h>

#include "../decimal/numbers.hpp"

namespace tiendo::aggregates_test {
namespace {

using Places = std::vector<std::size_t>;

TEST(FigureTest, AResultIsAFigureOrTheReason) {
  const Figure three = Ratio(1) + Ratio(2);
  EXPECT_EQ(*three, Ratio(3));
  EXPECT_EQ(three.reason, Errc::none);
  const Figure none = Ratio(1) / Ratio(0);
  EXPECT_FALSE(none);
  EXPECT_EQ(none.reason, Errc::division_by_zero);
}

TEST(MethodTraps, T18AMeanDividesByTheWeightsWhateverTheyAddUpTo) {
  const std::vector<Weighted> parts = {{Ratio(10), 2}, {Ratio(40), 1}};
  EXPECT_EQ(*weighted_mean(parts).figure, Ratio(20));
  const std::vector<Weighted> tenths = {{Ratio(10), ratio("0.2")}, {Ratio(40), ratio("0.1")}};
  EXPECT_EQ(*weighted_mean(tenths).figure, Ratio(20));
  EXPECT_EQ(*weighted_mean(tenths).available, Ratio(1));
}

TEST(WeightedMeanTest, WhatIsNotThereTakesItsWeightWithIt) {
  const std::vector<Weighted> parts = {{Ratio(1)}, {Errc::withheld}, {Ratio(4)}};
  const Mean mean = weighted_mean(parts, ratio("0.5"));
  EXPECT_EQ(*mean.figure, ratio("5/2"));
  EXPECT_EQ(*mean.available, ratio("2/3"));
}

TEST(MethodTraps, T12ExactlyTheLeastShareIsEnough) {
  const std::vector<Weighted> parts = {{Ratio(1)}, {Errc::no_data}, {Ratio(4)}};
  EXPECT_TRUE(weighted_mean(parts, ratio("2/3")).figure);
  EXPECT_EQ(weighted_mean(parts, ratio("0.66666667")).figure.reason, Errc::too_little_available);
  EXPECT_EQ(weighted_mean(parts).figure.reason, Errc::too_little_available);
}

TEST(WeightedMeanTest, AWeightOfZeroIsThereAndMovesNothing) {
  const std::vector<Weighted> parts = {{Ratio(7), 0}, {Ratio(4), 3}};
  EXPECT_EQ(*weighted_mean(parts).figure, Ratio(4));
  const std::vector<Weighted> absent = {{Errc::no_data, 0}, {Ratio(4), 3}};
  EXPECT_EQ(*weighted_mean(absent).figure, Ratio(4));
}

TEST(WeightedMeanTest, WithoutAMeanThereIsTheReason) {
  const std::vector<Weighted> withheld = {{Errc::withheld}, {Errc::no_data}};
  EXPECT_EQ(weighted_mean(withheld, 0).figure.reason, Errc::withheld);
  EXPECT_EQ(*weighted_mean(withheld, 0).available, Ratio(0));
  EXPECT_EQ(weighted_mean({}).figure.reason, Errc::nothing_to_count);
  const std::vector<Weighted> weightless = {{Ratio(1), 0}, {Ratio(2), 0}};
  EXPECT_EQ(weighted_mean(weightless).figure.reason, Errc::no_weight);
  const std::vector<Weighted> only_weightless = {{Ratio(1), 0}, {Errc::no_data, 1}};
  EXPECT_EQ(weighted_mean(only_weightless, 0).figure.reason, Errc::no_weight);
  const std::vector<Weighted> negative = {{Ratio(1), 2}, {Errc::no_data, -1}};
  EXPECT_EQ(weighted_mean(negative, 0).figure.reason, Errc::weight_negative);
  EXPECT_EQ(weighted_mean(negative, 0).available.reason, Errc::weight_negative);
}

TEST(WorstTest, TheWorstIsByDirectionAndOfEqualOnesTheFirst) {
  const std::vector<Figure> figures = {Ratio(3), Ratio(1), Errc::no_data, Ratio(1), Ratio(3)};
  const Worst low = worst(figures, Direction::more, ratio("4/5"));
  EXPECT_EQ(*low.figure, Ratio(1));
  EXPECT_EQ(low.parts, Places{1});
  const Worst high = worst(figures, Direction::less, ratio("4/5"));
  EXPECT_EQ(*high.figure, Ratio(3));
  EXPECT_EQ(high.parts, Places{0});
}

TEST(WorstTest, TheMeanOfTheWorstNamesThem) {
  const std::vector<Figure> figures = {Ratio(3), Ratio(2), Ratio(0), Ratio(1)};
  const Worst two = mean_of_worst(figures, 2, Direction::more);
  EXPECT_EQ(*two.figure, ratio("1/2"));
  EXPECT_EQ(two.parts, (Places{2, 3}));
  EXPECT_EQ(*mean_of_worst(figures, 3, Direction::less).figure, Ratio(2));
  EXPECT_EQ(*mean_of_worst(figures, 4, Direction::less).figure, ratio("3/2"));
}

TEST(MethodTraps, T11TheWorstAreNamedSoThatOneRedIsSeen) {
  // The mean of the two is yellow; which of them is red has to be asked of the two.
  const std::vector<Figure> scores = {Ratio(3), ratio("2.9"), ratio("0.5")};
  const Worst two = mean_of_worst(scores, 2, Direction::more);
  EXPECT_EQ(*two.figure, ratio("1.7"));
  EXPECT_EQ(two.parts, (Places{2, 1}));
}

TEST(WorstTest, WithoutEnoughThereIsNone) {
  const std::vector<Figure> figures = {Errc::withheld, Ratio(2), Errc::no_data, Ratio(1)};
  const auto reason = [&](std::size_t count, const char* least) {
    return mean_of_worst(figures, count, Direction::more, ratio(least)).figure.reason;
  };
  EXPECT_EQ(reason(2, "0.5"), Errc::none);
  EXPECT_EQ(reason(2, "0.51"), Errc::too_little_available);
  EXPECT_EQ(reason(3, "0"), Errc::too_little_available);
  EXPECT_EQ(reason(0, "0"), Errc::nothing_to_count);
  EXPECT_EQ(worst({}, Direction::more).figure.reason, Errc::nothing_to_count);
  const std::vector<Figure> none = {Errc::withheld, Errc::no_data};
  EXPECT_EQ(worst(none, Direction::more, 0).figure.reason, Errc::withheld);
  EXPECT_EQ(worst(figures, Direction::inside, 0).figure.reason, Errc::no_order);
  EXPECT_EQ(worst(figures, Direction::near, 0).figure.reason, Errc::no_order);
}

TEST(ContributionTest, ContributionsAddUpToTheGrowth) {
  const Change parts[] = {{40, 50}, {60, 55}};
  EXPECT_EQ(*contribution(parts[0], 100), Ratio(10));
  EXPECT_EQ(*contribution(parts[1], 100), Ratio(-5));
  EXPECT_EQ(*(contribution(parts[0], 100) + contribution(parts[1], 100)),
            *contribution({100, 105}, 100));
}

TEST(ContributionTest, OfALossTheSizeIsTheBase) {
  // A balance of -20 that becomes -15 has grown by 25 %, as the row of a report says.
  EXPECT_EQ(*contribution({-20, -15}, -20), Ratio(25));
}

TEST(ContributionTest, OfNothingThereIsNoGrowth) {
  EXPECT_EQ(contribution({0, 5}, 0).error().code, Errc::base_zero);
}

TEST(ContributionTest, SharesOfAnIncrementMayPassTheWhole) {
  EXPECT_EQ(*share_of_increment({40, 50}, {100, 105}), Ratio(200));
  EXPECT_EQ(*share_of_increment({60, 55}, {100, 105}), Ratio(-100));
}

TEST(MethodTraps, T15AWholeThatDidNotChangeHasNoShares) {
  EXPECT_EQ(share_of_increment({40, 50}, {100, 100}).error().code, Errc::division_by_zero);
  EXPECT_EQ(share_of_increment({40, 40}, {100, 100}).error().code, Errc::division_by_zero);
}

TEST(ContributionTest, AShareOfTheIncrementTimesTheGrowthIsTheContribution) {
  EXPECT_EQ(*contribution_of(*share_of_increment({40, 50}, {100, 105}), 5), Ratio(10));
}

std::vector<int> places(const std::vector<Figure>& figures, Direction better) {
  std::vector<int> result;
  for (const Rank& rank : ranks(figures, better)) result.push_back(rank.place.value_or(0));
  return result;
}

TEST(RanksTest, EqualFiguresShareAPlaceAndTheNextCountsAllBeforeIt) {
  const std::vector<Figure> figures = {Ratio(10), ratio("10.0"), Ratio(30), Ratio(5)};
  EXPECT_EQ(places(figures, Direction::more), (std::vector<int>{2, 2, 1, 4}));
  EXPECT_EQ(places(figures, Direction::less), (std::vector<int>{2, 2, 4, 1}));
  EXPECT_EQ(ranks(figures, Direction::more)[1], (Rank{2, Errc::none, 2}));
  EXPECT_EQ(ranks(figures, Direction::more)[3], (Rank{4, Errc::none, 1}));
}

TEST(RanksTest, WhatOnlyPrintsAlikeDoesNotTie) {
  EXPECT_EQ(places({ratio("1/3"), ratio("0.3333333333")}, Direction::more),
            (std::vector<int>{1, 2}));
}

TEST(RanksTest, WithoutAFigureThereIsNoPlace) {
  const std::vector<Figure> figures = {Errc::withheld, Ratio(1), Errc::no_data};
  EXPECT_EQ(places(figures, Direction::more), (std::vector<int>{0, 1, 0}));
  EXPECT_EQ(ranks(figures, Direction::more)[0], (Rank{{}, Errc::withheld, 0}));
  EXPECT_TRUE(ranks({}, Direction::more).empty());
}

TEST(RanksTest, ARangeOrNearnessGivesNoOrder) {
  const std::vector<Figure> figures = {Ratio(1), Errc::no_data};
  for (const Direction direction : {Direction::inside, Direction::near}) {
    for (const Rank& rank : ranks(figures, direction)) EXPECT_EQ(rank, (Rank{{}, Errc::no_order}));
  }
}

}  // namespace
}  // namespace tiendo::aggregates_test
