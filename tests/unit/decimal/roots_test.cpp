#include "tiendo/decimal/roots.hpp"

#include <gtest/gtest.h>

#include <string>

#include "numbers.hpp"

namespace tiendo::roots_test {
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

// The root in each mode, in the order of kAllModes: half up, even and down, up, down, ceiling,
// floor.
std::string in_each_mode(const Ratio& value, int degree, int scale) {
  std::string text;
  for (const Rounding mode : kAllModes) {
    text += (text.empty() ? "" : " ") + shown(root(value, degree, scale, mode));
  }
  return text;
}

TEST(RootsTest, ATieIsRecognisedAndItsNeighboursAreNone) {
  // 2.5^2 = 6.25, and the same less and more by 10^-60.
  const Ratio least = *pow(Ratio(10), -60);
  const Ratio tie = ratio("6.25");
  EXPECT_EQ(in_each_mode(*(tie - least), 2, 0), "2 2 2 3 2 3 2");
  EXPECT_EQ(in_each_mode(tie, 2, 0), "3 2 2 3 2 3 2");
  EXPECT_EQ(in_each_mode(*(tie + least), 2, 0), "3 3 3 3 2 3 2");
}

TEST(RootsTest, AnExactRootIsNotMovedByAnyMode) {
  const Ratio least = *pow(Ratio(10), -60);
  const Ratio power = ratio("12.167");
  EXPECT_EQ(in_each_mode(power, 3, 1), "2.3 2.3 2.3 2.3 2.3 2.3 2.3");
  EXPECT_EQ(in_each_mode(-power, 3, 1), "-2.3 -2.3 -2.3 -2.3 -2.3 -2.3 -2.3");
  EXPECT_EQ(in_each_mode(*(power - least), 3, 1), "2.3 2.3 2.3 2.3 2.2 2.3 2.2");
  EXPECT_EQ(in_each_mode(*(power + least), 3, 1), "2.3 2.3 2.3 2.4 2.3 2.4 2.3");
}

TEST(RootsTest, OddRootsOfNegativeNumbersAreNegative) {
  EXPECT_EQ(in_each_mode(ratio("-15.625"), 3, 0), "-3 -2 -2 -3 -2 -2 -3");  // -2.5
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
}  // namespace tiendo::roots_test
