#include "tiendo/engine/progress.hpp"

#include <gtest/gtest.h>

#include "../decimal/numbers.hpp"

namespace tiendo::progress_test {
namespace {

TEST(ProgressTest, RatiosToATarget) {
  EXPECT_EQ(shown(direct_ratio(8, 10)), "4/5");
  EXPECT_EQ(shown(inverse_ratio(8, 10)), "5/4");
  EXPECT_EQ(shown(mirrored_ratio(8, 10)), "6/5");
  EXPECT_EQ(shown(direct_ratio(8, 0)), "division_by_zero");
  EXPECT_EQ(shown(inverse_ratio(0, 10)), "division_by_zero");
  EXPECT_EQ(shown(inverse_ratio(8, 0)), "0");
  EXPECT_EQ(shown(mirrored_ratio(8, 0)), "division_by_zero");
}

TEST(ProgressTest, ATargetedChangeGoesEitherWay) {
  EXPECT_EQ(shown(targeted_change(0, ratio("0.32"), ratio("0.4"))), "4/5");
  EXPECT_EQ(shown(targeted_change(10, 7, 4)), "1/2");
  EXPECT_EQ(shown(targeted_change(10, 12, 4)), "-1/3");
  EXPECT_EQ(shown(targeted_change(-10, 0, 10)), "1/2");
  EXPECT_EQ(shown(targeted_change(5, 6, 5)), "division_by_zero");
}

TEST(ProgressTest, ARelativeChangeIsOfTheSizeOfWhatWas) {
  EXPECT_EQ(shown(relative_change(20, 25)), "1/4");
  EXPECT_EQ(shown(relative_change(-20, -15)), "1/4");
  EXPECT_EQ(shown(relative_change(0, 1)), "division_by_zero");
}

TEST(ProgressTest, APathLiesBetweenItsEnds) {
  EXPECT_EQ(shown(path_at(10, 30, 0)), "10");
  EXPECT_EQ(shown(path_at(10, 30, ratio("1/4"))), "15");
  EXPECT_EQ(shown(path_at(30, 10, 1)), "10");
}

TEST(ProgressTest, RatesAndForecasts) {
  EXPECT_EQ(shown(required_rate(100, 40, 4)), "15");
  EXPECT_EQ(shown(required_rate(100, 40, 0)), "division_by_zero");
  EXPECT_EQ(shown(run_rate(40, 5, 12)), "96");
  EXPECT_EQ(shown(run_rate(40, 0, 12)), "division_by_zero");
  EXPECT_EQ(shown(share_forecast(40, 30, 90)), "120");
  EXPECT_EQ(shown(share_forecast(40, 0, 90)), "division_by_zero");
}

}  // namespace
}  // namespace tiendo::progress_test
