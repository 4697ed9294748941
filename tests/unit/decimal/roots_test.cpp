#include "tiendo/decimal/roots.hpp"

#include <gtest/gtest.h>

#include "numbers.hpp"

namespace tiendo {
namespace {

TEST(RootsTest, ARootIsRoundedFromTheEndlessExactOne) {
  const struct {
    const char* value;
    int degree, scale;
    const char* root;
  } cases[] = {
      {"2", 2, 0, "1"},
      {"2", 2, 4, "1.4142"},
      {"2", 2, 50, "1.41421356237309504880168872420969807856967187537695"},
      {"3", 3, 30, "1.442249570307408382321638310780"},
      {"1/3", 2, 10, "0.5773502692"},
      {"4", 2, 3, "2.000"},
      {"0", 7, 2, "0.00"},
      {"1000000007", 1, 1, "1000000007.0"},
      {"2/3", 1, 3, "0.667"},
      {"1/1000000", 3, 1, "0.0"},
      {"1/1000000", 3, 2, "0.01"},
      {"1.06", 12, 6, "1.004868"},
      {"340282366920938463463374607431768211456", 128, 2, "2.00"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(shown(root(ratio(c.value), c.degree, c.scale, Rounding::half_up)), c.root)
        << c.value << " ^1/" << c.degree;
  }
}

TEST(RootsTest, ATieIsRecognisedAndItsNeighboursAreNone) {
  // 2.5^2 = 6.25, and the same less and more by 10^-60.
  const Ratio least = *pow(Ratio(10), -60);
  const Ratio tie = ratio("6.25");
  const Ratio below = *(tie - least);
  const Ratio above = *(tie + least);
  // clang-format off
  const struct { Rounding mode; const char *below, *tie, *above; } cases[] = {
      {Rounding::half_up,   "2", "3", "3"},
      {Rounding::half_even, "2", "2", "3"},
      {Rounding::half_down, "2", "2", "3"},
      {Rounding::up,        "3", "3", "3"},
      {Rounding::down,      "2", "2", "2"},
      {Rounding::ceiling,   "3", "3", "3"},
      {Rounding::floor,     "2", "2", "2"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(shown(root(below, 2, 0, c.mode)), c.below) << name_of(c.mode);
    EXPECT_EQ(shown(root(tie, 2, 0, c.mode)), c.tie) << name_of(c.mode);
    EXPECT_EQ(shown(root(above, 2, 0, c.mode)), c.above) << name_of(c.mode);
  }
}

TEST(RootsTest, AnExactRootIsNotMovedByAnyMode) {
  const Ratio least = *pow(Ratio(10), -60);
  for (const Rounding mode : kAllModes) {
    EXPECT_EQ(shown(root(ratio("12.167"), 3, 1, mode)), "2.3") << name_of(mode);
    EXPECT_EQ(shown(root(ratio("-12.167"), 3, 1, mode)), "-2.3") << name_of(mode);
  }
  EXPECT_EQ(shown(root(*(ratio("12.167") - least), 3, 1, Rounding::down)), "2.2");
  EXPECT_EQ(shown(root(*(ratio("12.167") + least), 3, 1, Rounding::up)), "2.4");
}

TEST(RootsTest, OddRootsOfNegativeNumbersAreNegative) {
  const struct {
    Rounding mode;
    const char* root;  // of -15.625, which is -2.5
  } cases[] = {{Rounding::half_up, "-3"}, {Rounding::half_even, "-2"}, {Rounding::half_down, "-2"},
               {Rounding::up, "-3"},      {Rounding::down, "-2"},      {Rounding::ceiling, "-2"},
               {Rounding::floor, "-3"}};
  for (const auto& c : cases) {
    EXPECT_EQ(shown(root(ratio("-15.625"), 3, 0, c.mode)), c.root) << name_of(c.mode);
  }
  EXPECT_EQ(shown(root(-2, 3, 4, Rounding::floor)), "-1.2600");
  EXPECT_EQ(shown(root(-2, 3, 4, Rounding::ceiling)), "-1.2599");
  EXPECT_EQ(shown(root(-2, 1, 0, Rounding::half_up)), "-2");
}

TEST(RootsTest, WhatHasNoRootIsRefused) {
  for (const int degree : {0, -1, kMaxDegree + 1, 2147483647, -2147483647 - 1}) {
    EXPECT_EQ(code_of(root(2, degree, 0, Rounding::half_up)), Errc::degree_out_of_range) << degree;
    EXPECT_EQ(code_of(exact_root(2, degree)), Errc::degree_out_of_range) << degree;
  }
  for (const int degree : {2, 4, kMaxDegree}) {
    EXPECT_EQ(code_of(root(ratio("-1/4"), degree, 0, Rounding::half_up)), Errc::root_of_negative);
    EXPECT_EQ(code_of(exact_root(ratio("-1/4"), degree)), Errc::root_of_negative);
  }
  for (const int scale : {-1, Decimal::kMaxScale + 1}) {
    EXPECT_EQ(code_of(root(2, 2, scale, Rounding::half_up)), Errc::number_too_long) << scale;
  }
}

TEST(RootsTest, AResultMayHaveAsManyDigitsAsANumber) {
  const Ratio large = ten_to(9998);
  EXPECT_EQ(root(large, 2, 5000, Rounding::down)->digits(), 10000);
  EXPECT_EQ(code_of(root(large, 2, 5001, Rounding::down)), Errc::number_too_long);
  EXPECT_EQ(code_of(root(large, 1, 2, Rounding::down)), Errc::number_too_long);
  EXPECT_EQ(code_of(root(large, 1, 9999, Rounding::down)), Errc::number_too_long);
  // All nines: a digit is added by rounding.
  const Ratio nearly = *(Ratio(100) - *pow(Ratio(10), -9990));
  EXPECT_EQ(code_of(root(nearly, 2, 9999, Rounding::half_up)), Errc::none);
  EXPECT_EQ(root(nearly, 2, 9999, Rounding::half_up)->digits(), 10000);
}

TEST(RootsTest, LongNumbersHighDegreesAndManyDigitsEndQuickly) {
  const Ratio longest = ratio(nines(1000) + "/" + nines(999) + "7");
  for (const int degree : {2, 600, 999'983, kMaxDegree}) {
    const auto down = root(longest, degree, Decimal::kMaxScale, Rounding::down);
    const auto up = root(longest, degree, Decimal::kMaxScale, Rounding::up);
    ASSERT_TRUE(down && up) << degree;
    EXPECT_EQ(*(*up - *down), *Decimal::of(1, Decimal::kMaxScale)) << degree;
    EXPECT_EQ(code_of(exact_root(longest, degree)), Errc::root_not_rational) << degree;
  }
}

TEST(RootsTest, TheRootOfAPerfectPowerIsAFraction) {
  const struct {
    const char* value;
    int degree;
    const char* root;
  } cases[] = {
      {"4/9", 2, "2/3"},
      {"0", 5, "0"},
      {"1", kMaxDegree, "1"},
      {"-8/27", 3, "-2/3"},
      {"-7/3", 1, "-7/3"},
      {"2.25", 2, "3/2"},
      {"-1", 999999, "-1"},
      {"4/8", 2, "root_not_rational"},
      {"8/18", 2, "2/3"},
      {"2", 2, "root_not_rational"},
      {"4/3", 2, "root_not_rational"},
      {"3/4", 2, "root_not_rational"},
      {"2", kMaxDegree, "root_not_rational"},
      {"340282366920938463463374607431768211456", 64, "4"},
      {"340282366920938463463374607431768211457", 64, "root_not_rational"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(shown(exact_root(ratio(c.value), c.degree)), c.root) << c.value << " " << c.degree;
  }
}

}  // namespace
}  // namespace tiendo
