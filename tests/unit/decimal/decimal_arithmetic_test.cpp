#include "tiendo/decimal/decimal.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "numbers.hpp"

namespace tiendo::decimal_arithmetic_test {
namespace {

// Around every width at which storage or arithmetic changes its way.
constexpr const char* kEdgeNumbers[] = {
    "0",
    "1",
    "999999999999999999",   // 10^18 - 1: the last that is read digit by digit
    "1000000000000000000",  // 10^18
    "4503599627370495",     // 2^52 - 1
    "4503599627370496",
    "4503599627370497",
    "9223372036854775807",  // 2^63 - 1: the last that is a coefficient in one word
    "9223372036854775808",
    "9223372036854775809",
    "18446744073709551615",  // 2^64 - 1
    "18446744073709551616",
    "999999999999999998000000000000000001",   // (10^18 - 1)^2
    "1000000000000000000000000000000000000",  // 10^36
    "1329227995784915872903807060280344575",  // 2^120 - 1: the last that is stored inline
    "1329227995784915872903807060280344576",
    "1329227995784915872903807060280344577",
    "99999999999999999999999999999999999999",   // 10^38 - 1: the last that goes into words
    "100000000000000000000000000000000000000",  // 10^38
    "170141183460469231731687303715884105727",  // 2^127 - 1
    "170141183460469231731687303715884105728",
    "340282366920938463463374607431768211456",  // 2^128
};

TEST(DecimalArithmeticTest, AddsSubtractsAndMultipliesWithoutRounding) {
  const struct {
    const char *a, *b, *sum, *difference, *product;
  } cases[] = {
      {"1.5", "2.25", "3.75", "-0.75", "3.375"},
      {"12.40", "12.4", "24.80", "0.00", "153.760"},
      {"-3", "0.001", "-2.999", "-3.001", "-0.003"},
      {"0", "-7.0", "-7.0", "7.0", "0.0"},
      {"9223372036854775807", "1", "9223372036854775808", "9223372036854775806",
       "9223372036854775807"},
      {"-9223372036854775808", "1", "-9223372036854775807", "-9223372036854775809",
       "-9223372036854775808"},
      {"-9223372036854775808", "-1", "-9223372036854775809", "-9223372036854775807",
       "9223372036854775808"},
      {"-9223372036854775808", "-9223372036854775808", "-18446744073709551616", "0",
       "85070591730234615865843651857942052864"},
      {"9223372036854775808", "-9223372036854775808", "0", "18446744073709551616",
       "-85070591730234615865843651857942052864"},
      {"9223372036854775807", "0.000000000000000001", "9223372036854775807.000000000000000001",
       "9223372036854775806.999999999999999999", "9.223372036854775807"},
      {"-9223372036854775808", "0.0000000000000000001", "-9223372036854775807.9999999999999999999",
       "-9223372036854775808.0000000000000000001", "-0.9223372036854775808"},
      {"170141183460469231731687303715884105727", "1", "170141183460469231731687303715884105728",
       "170141183460469231731687303715884105726", "170141183460469231731687303715884105727"},
      {"99999999999999999999999999999999999999", "1", "100000000000000000000000000000000000000",
       "99999999999999999999999999999999999998", "99999999999999999999999999999999999999"},
      {"4503599627370496", "4503599627370497", "9007199254740993", "-1",
       "20282409603651674927546878656512"},
  };
  for (const auto& c : cases) {
    const Decimal a = dec(c.a);
    const Decimal b = dec(c.b);
    EXPECT_EQ(shown(a + b), c.sum) << c.a << " + " << c.b;
    EXPECT_EQ(shown(b + a), c.sum) << c.b << " + " << c.a;
    EXPECT_EQ(shown(a - b), c.difference) << c.a << " - " << c.b;
    EXPECT_EQ(shown(a * b), c.product) << c.a << " * " << c.b;
    EXPECT_EQ(shown(b * a), c.product) << c.b << " * " << c.a;
  }
}

TEST(DecimalArithmeticTest, DividesWhereTheQuotientEnds) {
  const struct {
    const char *a, *b, *quotient;
  } cases[] = {
      {"1", "8", "0.125"},
      {"12.40", "4", "3.1"},
      {"-7", "2", "-3.5"},
      {"100", "0.004", "25000"},
      {"0.00", "-3", "0"},
      {"9223372036854775808", "-0.5", "-18446744073709551616"},
      {"1", "1024000", "0.0000009765625"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ((dec(c.a) / dec(c.b))->to_string(), c.quotient) << c.a << " / " << c.b;
  }
  EXPECT_EQ((dec("1") / dec("3")).error().code, Errc::number_not_finite);
  EXPECT_EQ((dec("1") / dec("0.00")).error().code, Errc::division_by_zero);
}

TEST(DecimalArithmeticTest, EveryEdgeNumberKeepsItsLaws) {
  for (const char* text : kEdgeNumbers) {
    for (const std::string& signed_text : {std::string(text), "-" + std::string(text)}) {
      SCOPED_TRACE(signed_text);
      const Decimal value = dec(signed_text);
      EXPECT_EQ(value.to_string(), value.is_zero() ? "0" : signed_text);
      EXPECT_EQ(dec(value.to_string()), value);
      EXPECT_EQ(value.digits(), static_cast<int>(std::string_view(text).size()));
      EXPECT_EQ(-(-value), value);
      EXPECT_EQ((-value).sign(), -value.sign());
      EXPECT_EQ(value.abs().to_string(), text);
      EXPECT_EQ(*(value + -value), 0);
      EXPECT_EQ(*(*(value + 1) - 1), value);
      EXPECT_EQ(*(*(value - 1) + 1), value);
      EXPECT_LT(value, *(value + 1));
      EXPECT_GT(value, *(value - 1));
      EXPECT_EQ(*(value * -1), -value);
      EXPECT_EQ(*round(value, value.scale(), Rounding::up), value);
      EXPECT_EQ(*round(*round(value, 30, Rounding::up), 0, Rounding::up), value);
    }
  }
}

TEST(DecimalArithmeticTest, RoundsToAScaleOrAddsZeros) {
  // clang-format off
  const struct { const char* value; int scale; const char* half_up; } cases[] = {
      {"12.345",  2, "12.35"},
      {"12.345",  3, "12.345"},
      {"12.345",  5, "12.34500"},
      {"-0.004",  2, "0.00"},   // no negative zero
      {"-0.005",  2, "-0.01"},
      {"0",       3, "0.000"},
      {"9223372036854775807.5", 0, "9223372036854775808"},
      {"-9223372036854775808.5", 0, "-9223372036854775809"},
      {"9223372036854775807", 1, "9223372036854775807.0"},
      {"99999999999999999999.5", 0, "100000000000000000000"},
      {"0.00000000000000000005", 0, "0"},
      {"0.00000000000000000005", 19, "0.0000000000000000001"},
      {"0.49999999999999999999999999999999999999999999", 0, "0"},
      {"0.50000000000000000000000000000000000000000000", 0, "1"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(shown(round(dec(c.value), c.scale, Rounding::half_up)), c.half_up) << c.value;
  }
}

TEST(DecimalArithmeticTest, RoundingKeepsToTheLimits) {
  EXPECT_EQ(code_of(round(dec("1"), -1, Rounding::up)), Errc::number_too_long);
  EXPECT_EQ(code_of(round(dec("1"), Decimal::kMaxScale + 1, Rounding::up)), Errc::number_too_long);
  EXPECT_EQ(round(dec("9"), Decimal::kMaxScale, Rounding::up)->digits(), Decimal::kMaxDigits);
  EXPECT_EQ(code_of(round(dec("10"), Decimal::kMaxScale, Rounding::up)), Errc::number_too_long);
  EXPECT_TRUE(round(Decimal(), Decimal::kMaxScale, Rounding::up)->is_zero());
  const Decimal smallest = *Decimal::of(1, Decimal::kMaxScale);
  EXPECT_EQ(shown(round(smallest, 0, Rounding::ceiling)), "1");
  EXPECT_EQ(shown(round(smallest, 0, Rounding::half_up)), "0");
}

TEST(DecimalArithmeticTest, RoundsToAMultipleOfAUnit) {
  const struct {
    const char *value, *unit, *half_up, *half_even, *floor;
  } cases[] = {
      {"12.37", "0.05", "12.35", "12.35", "12.35"},
      {"12.375", "0.05", "12.40", "12.40", "12.35"},  // a tie, odd below
      {"12.325", "0.05", "12.35", "12.30", "12.30"},  // a tie, even below
      {"12", "0.25", "12.00", "12.00", "12.00"},
      {"-7", "5", "-5", "-5", "-10"},
      {"-7.5", "5", "-10", "-10", "-10"},
      {"2", "3", "3", "3", "0"},
      {"1499", "1000", "1000", "1000", "1000"},
      {"0", "7", "0", "0", "0"},
      {"9223372036854775807", "9223372036854775808", "9223372036854775808", "9223372036854775808",
       "0"},
  };
  for (const auto& c : cases) {
    const Decimal value = dec(c.value);
    const Decimal unit = dec(c.unit);
    EXPECT_EQ(shown(round_to_multiple(value, unit, Rounding::half_up)), c.half_up) << c.value;
    EXPECT_EQ(shown(round_to_multiple(value, unit, Rounding::half_even)), c.half_even) << c.value;
    EXPECT_EQ(shown(round_to_multiple(value, unit, Rounding::floor)), c.floor) << c.value;
  }
}

TEST(DecimalArithmeticTest, AMultipleNeedsAUnitAboveZero) {
  for (const char* unit : {"0", "0.00", "-1"}) {
    EXPECT_EQ(code_of(round_to_multiple(dec("1"), dec(unit), Rounding::up)),
              Errc::number_out_of_range);
  }
  const Decimal tiny = *Decimal::of(1, Decimal::kMaxScale);
  EXPECT_EQ(code_of(round_to_multiple(dec("10"), tiny, Rounding::up)), Errc::number_too_long);
  EXPECT_EQ(*round_to_multiple(dec("9"), tiny, Rounding::up), 9);
  EXPECT_EQ(*round_to_multiple(tiny, ten_to(Decimal::kMaxScale), Rounding::up),
            ten_to(Decimal::kMaxScale));
}

TEST(DecimalArithmeticTest, AResultHasTenThousandDigitsAndNotOneMore) {
  const int top = Decimal::kMaxScale;
  const Decimal longest = *(*(ten_to(top) - 1) + *(ten_to(top) * 9));  // 10,000 nines
  EXPECT_EQ(longest.to_string(), nines(Decimal::kMaxDigits));
  EXPECT_EQ(longest.digits(), Decimal::kMaxDigits);
  EXPECT_EQ(code_of(longest + 1), Errc::number_too_long);
  EXPECT_EQ(code_of(-longest - 1), Errc::number_too_long);
  EXPECT_EQ((longest - 1)->digits(), Decimal::kMaxDigits);
  EXPECT_EQ(*(longest * 1), longest);
  EXPECT_EQ(code_of(longest * 2), Errc::number_too_long);
  EXPECT_EQ(code_of(longest + dec("0.1")), Errc::number_too_long);
  EXPECT_EQ(code_of(longest + dec("0.0")), Errc::number_too_long);
  EXPECT_EQ(ten_to(top).digits(), Decimal::kMaxDigits);
  EXPECT_EQ(code_of(ten_to(top) * 10), Errc::number_too_long);
  EXPECT_EQ((ten_to(5000) * ten_to(4999))->digits(), Decimal::kMaxDigits);
  EXPECT_EQ(code_of(ten_to(5000) * ten_to(5000)), Errc::number_too_long);
}

TEST(DecimalArithmeticTest, ASumMayComeBackUnderTheLimit) {
  // At the largest scale 10 has one digit too many, and 9 has not.
  const Decimal nine = *round(dec("9"), Decimal::kMaxScale, Rounding::up);
  EXPECT_EQ(*(Decimal(10) - nine), 1);
  EXPECT_EQ((Decimal(10) - nine)->scale(), Decimal::kMaxScale);
  EXPECT_EQ(code_of(Decimal(10) + nine), Errc::number_too_long);
  EXPECT_EQ(code_of(Decimal(20) - nine), Errc::number_too_long);
  EXPECT_EQ(code_of(Decimal(100) - nine), Errc::number_too_long);
}

TEST(DecimalArithmeticTest, AProductHasAtMostTheLargestScale) {
  const Decimal half = *Decimal::of(1, 5000);
  EXPECT_EQ((half * *Decimal::of(1, 4999))->scale(), Decimal::kMaxScale);
  EXPECT_EQ(code_of(half * half), Errc::number_too_long);
  EXPECT_EQ(code_of(half * *Decimal::of(0, 5000)), Errc::number_too_long);
}

TEST(DecimalArithmeticTest, AHostileChainEndsInAnError) {
  Result<Decimal> value = dec("12.7");
  int squares = 0;
  while (value) {
    value = *value * *value;
    ASSERT_LT(++squares, 20);
  }
  EXPECT_EQ(value.error().code, Errc::number_too_long);
}

}  // namespace
}  // namespace tiendo::decimal_arithmetic_test
