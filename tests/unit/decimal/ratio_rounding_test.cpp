#include "tiendo/decimal/ratio.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string_view>

#include "numbers.hpp"

namespace tiendo::ratio_rounding_test {
namespace {

constexpr int kIntMin = std::numeric_limits<int>::min();
constexpr int kIntMax = std::numeric_limits<int>::max();

TEST(RatioRoundingTest, KnowsWhetherItsDecimalFormEnds) {
  // clang-format off
  const struct { const char *value, *decimal; } cases[] = {
      {"0",      "0"},
      {"7",      "7"},
      {"100",    "100"},
      {"1/2",    "0.5"},
      {"3/40",   "0.075"},
      {"-1/125", "-0.008"},
      {"6/15",   "0.4"},
      {"1/1024", "0.0009765625"},
      {"1/3",    "number_not_finite"},
      {"-7/30",  "number_not_finite"},
      {"1/18446744073709551616",
       "0.0000000000000000000542101086242752217003726400434970855712890625"},
      {"1/18446744073709551617", "number_not_finite"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(shown(ratio(c.value).to_decimal()), c.decimal) << c.value;
    EXPECT_EQ(ratio(c.value).terminates(), std::string_view(c.decimal) != "number_not_finite")
        << c.value;
  }
  EXPECT_EQ(code_of(ratio("1/3").to_decimal()), Errc::number_not_finite);
}

TEST(RatioRoundingTest, AFiniteFormMayStillBeTooLong) {
  EXPECT_EQ(pow(Ratio(2), -Decimal::kMaxScale)->to_decimal()->scale(), Decimal::kMaxScale);
  const Ratio beyond = *pow(Ratio(2), -Decimal::kMaxScale - 1);
  EXPECT_TRUE(beyond.terminates());
  EXPECT_EQ(code_of(beyond.to_decimal()), Errc::number_too_long);
  EXPECT_TRUE(pow(Ratio(5), -14000)->terminates());
}

TEST(RatioRoundingTest, RaisesToPowers) {
  // clang-format off
  const struct { const char* base; int exponent; const char* expected; } cases[] = {
      {"0",    0,  "1"},
      {"0",    5,  "0"},
      {"0",    kIntMax, "0"},
      {"0",    -1, "division_by_zero"},
      {"0",    kIntMin, "division_by_zero"},
      {"7/3",  0,  "1"},
      {"7/3",  1,  "7/3"},
      {"2/3",  3,  "8/27"},
      {"2/3",  -3, "27/8"},
      {"-2/3", -3, "-27/8"},
      {"-2/3", -2, "9/4"},
      {"1",    kIntMax, "1"},
      {"-1",   kIntMax, "-1"},
      {"-1",   kIntMin, "1"},
      {"2",    63, "9223372036854775808"},
      {"-2",   63, "-9223372036854775808"},
      {"2",    -127, "1/170141183460469231731687303715884105728"},
      {"2",    kIntMax, "number_too_long"},
      {"1/2",  kIntMin, "number_too_long"},
      {"101/100", 2, "10201/10000"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(shown(pow(ratio(c.base), c.exponent)), c.expected) << c.base << "^" << c.exponent;
  }
  EXPECT_EQ(code_of(pow(Ratio(0), -1)), Errc::division_by_zero);
}

TEST(RatioRoundingTest, APowerHasTenThousandDigitsAndNotOneMore) {
  const int top = Decimal::kMaxDigits;
  EXPECT_EQ(pow(Ratio(10), top - 1)->numerator().digits(), top);
  EXPECT_EQ(code_of(pow(Ratio(10), top)), Errc::number_too_long);
  EXPECT_EQ(code_of(pow(Ratio(10), -top)), Errc::number_too_long);
  EXPECT_EQ(pow(Ratio(2), 33219)->numerator().digits(), top);
  EXPECT_EQ(code_of(pow(Ratio(2), 33220)), Errc::number_too_long);
  EXPECT_EQ(pow(Ratio(9), 10479)->numerator().digits(), top);
  EXPECT_EQ(code_of(pow(Ratio(9), 10480)), Errc::number_too_long);
  EXPECT_EQ(code_of(pow(ratio("2/" + nines(1000)), 11)), Errc::number_too_long);
  EXPECT_EQ(pow(ratio("2/" + nines(1000)), 10)->denominator().digits(), top);
}

TEST(RatioRoundingTest, ASumOrProductHasTenThousandDigitsAndNotOneMore) {
  const Ratio top = ten_to(Decimal::kMaxScale);
  const Ratio bottom = *(1 / top);
  EXPECT_EQ((top + top)->numerator().digits(), Decimal::kMaxDigits);
  EXPECT_EQ(code_of(top * 10), Errc::number_too_long);
  EXPECT_EQ(code_of(bottom / 10), Errc::number_too_long);
  EXPECT_EQ(code_of(top * top), Errc::number_too_long);
  EXPECT_EQ(*(top * bottom), 1);  // what is between does not count
  EXPECT_EQ(code_of(top + bottom), Errc::number_too_long);
  EXPECT_EQ(code_of(top * 9 + top), Errc::number_too_long);
  EXPECT_EQ(*(top / top), 1);
  EXPECT_EQ(code_of(Ratio::of(ten_to(9000), *Decimal::of(1, 9000))), Errc::number_too_long);
  EXPECT_EQ(*Ratio::of(ten_to(9000), ten_to(9000)), 1);
  EXPECT_EQ(Ratio(*Decimal::of(1, Decimal::kMaxScale)), bottom);
}

TEST(RatioRoundingTest, AHostileChainEndsInAnError) {
  Result<Ratio> value = ratio("12347/9973");
  int squares = 0;
  while (value) {
    value = value * value + ratio("1/9967");
    ASSERT_LT(++squares, 20);
  }
  EXPECT_EQ(value.error().code, Errc::number_too_long);
}

TEST(RatioRoundingTest, RoundsOnceFromTheExactFraction) {
  const struct {
    const char* value;
    int scale;
    const char *half_up, *half_even, *floor;
  } cases[] = {
      {"1/3", 4, "0.3333", "0.3333", "0.3333"},
      {"2/3", 0, "1", "1", "0"},
      {"-2/3", 2, "-0.67", "-0.67", "-0.67"},
      {"-1/3", 2, "-0.33", "-0.33", "-0.34"},
      {"-1/1000", 2, "0.00", "0.00", "-0.01"},
      {"1/8", 2, "0.13", "0.12", "0.12"},
      {"625300/2080", 2, "300.63", "300.62", "300.62"},                        // 300.625 exactly
      {"1444999999999999999/1000000000000000000", 2, "1.44", "1.44", "1.44"},  // not in two steps
      {"7", 3, "7.000", "7.000", "7.000"},
      {"9223372036854775807/2", 0, "4611686018427387904", "4611686018427387904",
       "4611686018427387903"},
      {"-9223372036854775808", 18, "-9223372036854775808.000000000000000000",
       "-9223372036854775808.000000000000000000", "-9223372036854775808.000000000000000000"},
      {"1/9223372036854775807", 19, "0.0000000000000000001", "0.0000000000000000001",
       "0.0000000000000000001"},
      {"1/340282366920938463463374607431768211456", 5, "0.00000", "0.00000", "0.00000"},
      {"340282366920938463463374607431768211457/2", 0, "170141183460469231731687303715884105729",
       "170141183460469231731687303715884105728", "170141183460469231731687303715884105728"},
  };
  for (const auto& c : cases) {
    const Ratio value = ratio(c.value);
    EXPECT_EQ(shown(round(value, c.scale, Rounding::half_up)), c.half_up) << c.value;
    EXPECT_EQ(shown(round(value, c.scale, Rounding::half_even)), c.half_even) << c.value;
    EXPECT_EQ(shown(round(value, c.scale, Rounding::floor)), c.floor) << c.value;
  }
}

TEST(RatioRoundingTest, RoundingKeepsToTheLimits) {
  EXPECT_EQ(code_of(round(Ratio(1), -1, Rounding::up)), Errc::number_too_long);
  EXPECT_EQ(code_of(round(Ratio(0), Decimal::kMaxScale + 1, Rounding::up)), Errc::number_too_long);
  EXPECT_EQ(round(ratio("29/3"), Decimal::kMaxScale, Rounding::down)->digits(),
            Decimal::kMaxDigits);
  EXPECT_EQ(code_of(round(ratio("31/3"), Decimal::kMaxScale, Rounding::up)), Errc::number_too_long);
  EXPECT_EQ(code_of(round(Ratio(ten_to(Decimal::kMaxScale)), Decimal::kMaxScale, Rounding::up)),
            Errc::number_too_long);
}

TEST(RatioRoundingTest, FloorIsTheLargestIntegerNotAbove) {
  // clang-format off
  const struct { const char *value, *expected; } cases[] = {
      {"0",    "0"},
      {"7/2",  "3"},
      {"-7/2", "-4"},
      {"-4",   "-4"},
      {"1/9223372036854775808",  "0"},
      {"-1/9223372036854775808", "-1"},
      {"-9223372036854775808",   "-9223372036854775808"},
      {"-18446744073709551617/2", "-9223372036854775809"},
  };
  // clang-format on
  for (const auto& c : cases) EXPECT_EQ(floor(ratio(c.value)).to_string(), c.expected) << c.value;
  EXPECT_EQ(floor(Ratio(kMax)), kMax);
}

}  // namespace
}  // namespace tiendo::ratio_rounding_test
