#include "tiendo/decimal/ratio.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "numbers.hpp"

namespace tiendo::ratio_test {
namespace {

TEST(RatioTest, PrintsTheReducedFraction) {
  // clang-format off
  const struct { const char *numerator, *denominator, *printed; } cases[] = {
      {"0",      "5",     "0"},
      {"6",      "4",     "3/2"},
      {"6",      "-4",    "-3/2"},
      {"-6",     "-3",    "2"},
      {"52.461", "94.82", "52461/94820"},
      {"0.5",    "1",     "1/2"},
      {"1",      "0.001", "1000"},
      {"-9223372036854775808", "-1", "9223372036854775808"},
      {"-9223372036854775808", "-9223372036854775808", "1"},
      {"1", "-9223372036854775808", "-1/9223372036854775808"},
      {"9223372036854775807", "-9223372036854775808", "-9223372036854775807/9223372036854775808"},
      {"18446744073709551616", "2", "9223372036854775808"},
      {"18446744073709551616", "4", "4611686018427387904"},
      {"170141183460469231731687303715884105728", "3", "170141183460469231731687303715884105728/3"},
  };
  // clang-format on
  for (const auto& c : cases) {
    const auto value = Ratio::of(dec(c.numerator), dec(c.denominator));
    EXPECT_EQ(shown(value), c.printed);
    EXPECT_EQ(ratio(c.printed), *value);
    const std::string parts =
        value->numerator().to_string() +
        (value->denominator() == 1 ? "" : "/" + value->denominator().to_string());
    EXPECT_EQ(parts, c.printed);
  }
}

TEST(RatioTest, ReadsFractionsAndDecimals) {
  // clang-format off
  const struct { const char *text, *printed; } cases[] = {
      {"52461/94820", "52461/94820"},
      {"-3",          "-3"},
      {"0.5",         "1/2"},
      {"+4/8",        "1/2"},
      {"-0/7",        "0"},
      {"007/070",     "1/10"},
  };
  // clang-format on
  for (const auto& c : cases) EXPECT_EQ(shown(Ratio::parse(c.text)), c.printed) << c.text;
}

TEST(RatioTest, RefusesWhatIsNoFractionAndSaysWhere) {
  const struct {
    const char* text;
    int offset;
  } cases[] = {
      {"", 0},     {"/", 0},     {"1/", 2},    {"/2", 0},    {"1//2", 2},  {"1/2/3", 3},
      {"1/-2", 2}, {"1/+2", 2},  {"1.5/2", 1}, {"3/2.5", 3}, {"1 /2", 1},  {"1/ 2", 2},
      {"x/2", 0},  {"10/2x", 4}, {"1./2", 1},  {"1/2.", 3},  {"a.5/2", 0}, {"1,5", 1},
  };
  for (const auto& c : cases) {
    const auto result = Ratio::parse(c.text);
    ASSERT_EQ(code_of(result), Errc::number_syntax) << c.text;
    EXPECT_EQ(result.error().offset, c.offset) << c.text;
  }
  EXPECT_EQ(code_of(Ratio::parse("1/0")), Errc::division_by_zero);
  EXPECT_EQ(code_of(Ratio::parse("0/0")), Errc::division_by_zero);
  EXPECT_EQ(code_of(Ratio::parse("1/" + nines(1001))), Errc::number_too_long);
  EXPECT_EQ(Ratio::parse("1/" + nines(1001)).error().offset, 1002);
  EXPECT_EQ(ratio("1/" + nines(1000)).to_string(), "1/" + nines(1000));
}

TEST(RatioTest, CalculatesExactly) {
  const struct {
    const char *a, *b, *sum, *difference, *product, *quotient;
  } cases[] = {
      {"1/3", "1/6", "1/2", "1/6", "1/18", "2"},
      {"-1/2", "1/2", "0", "-1", "-1/4", "-1"},
      {"0", "-7/3", "-7/3", "7/3", "0", "0"},
      {"5", "3", "8", "2", "15", "5/3"},
      {"9223372036854775807", "1/9223372036854775807",
       "85070591730234615847396907784232501250/9223372036854775807",
       "85070591730234615847396907784232501248/9223372036854775807", "1",
       "85070591730234615847396907784232501249"},
      {"-9223372036854775808", "-1", "-9223372036854775809", "-9223372036854775807",
       "9223372036854775808", "9223372036854775808"},
      {"-9223372036854775808", "1/9223372036854775807",
       "-85070591730234615856620279821087277055/9223372036854775807",
       "-85070591730234615856620279821087277057/9223372036854775807",
       "-9223372036854775808/9223372036854775807", "-85070591730234615856620279821087277056"},
      {"1/18446744073709551616", "1/18446744073709551616", "1/9223372036854775808", "0",
       "1/340282366920938463463374607431768211456", "1"},
      {"340282366920938463463374607431768211456/3", "-3/340282366920938463463374607431768211456",
       "115792089237316195423570985008687907853269984665640564039457584007913129639927/"
       "1020847100762815390390123822295304634368",
       "115792089237316195423570985008687907853269984665640564039457584007913129639945/"
       "1020847100762815390390123822295304634368",
       "-1", "-115792089237316195423570985008687907853269984665640564039457584007913129639936/9"},
  };
  for (const auto& c : cases) {
    const Ratio a = ratio(c.a);
    const Ratio b = ratio(c.b);
    EXPECT_EQ(shown(a + b), c.sum) << c.a << " + " << c.b;
    EXPECT_EQ(shown(b + a), c.sum) << c.b << " + " << c.a;
    EXPECT_EQ(shown(a - b), c.difference) << c.a << " - " << c.b;
    EXPECT_EQ(shown(a * b), c.product) << c.a << " * " << c.b;
    EXPECT_EQ(shown(b * a), c.product) << c.b << " * " << c.a;
    EXPECT_EQ(shown(a / b), c.quotient) << c.a << " / " << c.b;
  }
}

TEST(RatioTest, DividingByZeroIsAnErrorValue) {
  EXPECT_EQ(code_of(Ratio(1) / Ratio(0)), Errc::division_by_zero);
  EXPECT_EQ(code_of(Ratio(0) / Ratio(0)), Errc::division_by_zero);
  EXPECT_EQ(code_of(ratio(nines(40)) / Ratio(dec("0.000"))), Errc::division_by_zero);
  EXPECT_EQ(code_of(Ratio::of(1, 0)), Errc::division_by_zero);
  EXPECT_EQ(code_of(Ratio::of(dec(nines(40)), dec("0.0"))), Errc::division_by_zero);
}

TEST(RatioTest, AnExpressionNeedsOneTestAtItsEnd) {
  const Ratio a = ratio("110.5");
  const Ratio b = 100;
  EXPECT_EQ(shown((a - b) / b * 100), "21/2");
  EXPECT_EQ(shown(100 * (a - b) / dec("0.5")), "2100");
  EXPECT_EQ(shown((a + b) * (a - b)), "8841/4");
  EXPECT_EQ(shown(a - (a - b) - b), "0");
  EXPECT_EQ(shown(b / (b / a) + (1 + a / b)), "22521/200");
}

TEST(RatioTest, TheFirstErrorIsTheErrorOfTheExpression) {
  const Result<Ratio> by_zero = Ratio(1) / Ratio(0);
  const Result<Ratio> too_long = pow(Ratio(10), Decimal::kMaxDigits);
  const Ratio one = 1;
  for (const auto& result :
       {by_zero + one, by_zero - one, by_zero * one, by_zero / one, one + by_zero, one - by_zero,
        one * by_zero, one / by_zero, by_zero + too_long, by_zero - too_long, by_zero * too_long,
        by_zero / too_long, (by_zero + one) / 0 * 100}) {
    EXPECT_EQ(code_of(result), Errc::division_by_zero);
  }
  for (const auto& result :
       {too_long + by_zero, too_long - by_zero, too_long * by_zero, too_long / by_zero}) {
    EXPECT_EQ(code_of(result), Errc::number_too_long);
  }
}

TEST(RatioTest, ComparesByValue) {
  const char* ascending[] = {"-340282366920938463463374607431768211456/3",
                             "-9223372036854775808",
                             "-9223372036854775807",
                             "-1/3",
                             "-1/9223372036854775808",
                             "0",
                             "1/340282366920938463463374607431768211456",
                             "1/9223372036854775808",
                             "1/9223372036854775807",
                             "9223372036854775806/9223372036854775807",
                             "1",
                             "9223372036854775807/9223372036854775806",
                             "3/2",
                             "9223372036854775807",
                             "9223372036854775808"};
  const std::size_t count = std::size(ascending);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < count; ++j) {
      const Ratio a = ratio(ascending[i]);
      const Ratio b = ratio(ascending[j]);
      EXPECT_EQ(a <=> b, i <=> j) << ascending[i] << " " << ascending[j];
      EXPECT_EQ(a == b, i == j) << ascending[i] << " " << ascending[j];
      EXPECT_EQ(-b <=> -a, i <=> j) << ascending[i] << " " << ascending[j];
    }
  }
}

TEST(RatioTest, ComparesWithDecimalsAndIntegersOnEitherSide) {
  const Ratio third = ratio("1/3");
  EXPECT_TRUE(third > dec("0.333") && dec("0.334") > third && third < 1 && 0 < third);
  EXPECT_TRUE(third != dec("0.333") && dec("0.25") == ratio("1/4") && ratio("8/4") == 2);
  EXPECT_TRUE((dec("0.5") <=> ratio("1/2")) == 0 && (ratio("1/2") <=> dec("0.50")) == 0);
  const Decimal longest = dec("0." + nines(1000));
  EXPECT_TRUE(longest < Ratio(1) && Ratio(1) > longest && third < longest);
}

TEST(RatioTest, EqualsAndHashesLikeTheDecimalOfItsValue) {
  const char* decimals[] = {"0",
                            "0.000000000000000001",
                            "-0.9223372036854775807",
                            "0.0000000000000000001",
                            "4.000000000000000001",
                            "1.50",
                            "-0.125",
                            "100",
                            "9223372036854775808",
                            "0.00000000000000000000000000000000000000125"};
  for (const char* text : decimals) {
    const Decimal decimal = dec(text);
    EXPECT_EQ(Ratio(decimal), decimal) << text;
    EXPECT_LT(decimal, *(Ratio(decimal) + 1)) << text;
    EXPECT_EQ(Ratio(decimal).hash(), decimal.hash()) << text;
    EXPECT_EQ(*Ratio(decimal).to_decimal(), decimal) << text;
  }
  EXPECT_EQ(Ratio::of(6, 4)->hash(), dec("1.5").hash());
  EXPECT_EQ(Ratio::of(6, 4)->hash(), Ratio::of(3, 2)->hash());
  EXPECT_NE(ratio("2/3").hash(), ratio("3/2").hash());
  EXPECT_NE(ratio("2/3").hash(), ratio("-2/3").hash());
}

TEST(RatioTest, SignsAndSizes) {
  for (const char* text :
       {"1/3", "9223372036854775808", "340282366920938463463374607431768211456/7"}) {
    const Ratio value = ratio(text);
    EXPECT_EQ(value.sign(), 1) << text;
    EXPECT_EQ((-value).sign(), -1) << text;
    EXPECT_EQ((-value).abs(), value) << text;
    EXPECT_EQ(value.abs(), value) << text;
    EXPECT_FALSE(value.is_zero()) << text;
  }
  EXPECT_EQ(Ratio().sign(), 0);
  EXPECT_TRUE(Ratio().is_zero());
  EXPECT_EQ((-Ratio(kMin)).to_string(), "9223372036854775808");
  EXPECT_EQ((-ratio("9223372036854775808")).to_string(), "-9223372036854775808");
  EXPECT_EQ(Ratio(kMin).abs(), ratio("9223372036854775808"));
}

TEST(RatioTest, AMovedFromRatioIsStillANumber) {
  Ratio big = ratio("1/18446744073709551616");
  const Ratio moved = std::move(big);
  big = 3;
  EXPECT_EQ(big.to_string(), "3");
  EXPECT_EQ(moved.to_string(), "1/18446744073709551616");
}

}  // namespace
}  // namespace tiendo::ratio_test
