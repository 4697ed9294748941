#include "tiendo/decimal/splitting.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "numbers.hpp"
#include "splits.hpp"

namespace tiendo::splitting_test {
namespace {

// Numbers between blanks.
template <class Number>
std::vector<Number> list(const std::string& text, Number (*read)(std::string_view)) {
  std::vector<Number> numbers;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    numbers.push_back(read(text.substr(at, end - at)));
    at = end + 1;
  }
  return numbers;
}

Decimals decimals(const std::string& text) { return list(text, dec); }
Ratios ratios(const std::string& text) { return list(text, ratio); }

std::string shown(const Result<Decimals>& result) {
  if (!result) return std::string(name_of(result.error().code));
  std::string text;
  for (const Decimal& each : *result) text += (text.empty() ? "" : " ") + each.to_string();
  return text;
}

TEST(SplittingTest, TheLeftoverGoesByTheRuleThatIsNamed) {
  // clang-format off
  const struct { const char *amount, *weights; int scale; const char *largest, *first, *last; }
  cases[] = {
      {"100",    "1 1 1",     1, "33.4 33.3 33.3",     "33.4 33.3 33.3",     "33.3 33.3 33.4"},
      {"100",    "1 1 1",     0, "34 33 33",           "34 33 33",           "33 33 34"},
      {"-100",   "1 1 1",     0, "-34 -33 -33",        "-34 -33 -33",        "-33 -33 -34"},
      {"5",      "1 1 1",     0, "2 2 1",              "3 1 1",              "1 1 3"},
      {"10",     "1 2 4",     0, "1 3 6",              "3 2 5",              "1 2 7"},
      {"10",     "0 1 2 0",   0, "0 3 7 0",            "0 4 6 0",            "0 3 7 0"},
      {"12.40",  "0.5 0.50",  1, "6.2 6.2",            "6.2 6.2",            "6.2 6.2"},
      {"0.01",   "3 4",       2, "0.00 0.01",          "0.01 0.00",          "0.00 0.01"},
      {"0",      "1 2",       2, "0.00 0.00",          "0.00 0.00",          "0.00 0.00"},
      {"7",      "0.001",     3, "7.000",              "7.000",              "7.000"},
      {"94.820", "52.4 30 12.42", 3, "52.400 30.000 12.420", "52.400 30.000 12.420",
       "52.400 30.000 12.420"},
      // Beyond 64 bits: 10^20 by 3, and weights that differ by 10^30.
      {"100000000000000000000", "1 1 1", 0,
       "33333333333333333334 33333333333333333333 33333333333333333333",
       "33333333333333333334 33333333333333333333 33333333333333333333",
       "33333333333333333333 33333333333333333333 33333333333333333334"},
      {"2", "1000000000000000000000000000000 1", 0, "2 0", "2 0", "1 1"},
      {"1000000000000000000000000000001", "1000000000000000000 1000000000000000000", 0,
       "500000000000000000000000000001 500000000000000000000000000000",
       "500000000000000000000000000001 500000000000000000000000000000",
       "500000000000000000000000000000 500000000000000000000000000001"},
  };
  // clang-format on
  for (const auto& c : cases) {
    const Decimals weights = decimals(c.weights);
    const Decimal amount = dec(c.amount);
    EXPECT_EQ(shown(split_decimals(amount, weights, c.scale)), c.largest) << c.amount;
    EXPECT_EQ(shown(split_decimals(amount, weights, c.scale, Leftover::first)), c.first)
        << c.amount;
    EXPECT_EQ(shown(split_decimals(amount, weights, c.scale, Leftover::last)), c.last) << c.amount;
    EXPECT_EQ(shown(split_ratios(amount, ratios(c.weights), c.scale)), c.largest) << c.amount;
  }
}

TEST(SplittingTest, WhatIsNoRuleIsTheLargestRemainder) {
  for (const int number : {0, 4, 255}) {
    EXPECT_EQ(shown(split_decimals(10, decimals("1 2 4"), 0, static_cast<Leftover>(number))),
              "1 3 6");
  }
}

TEST(SplittingTest, FractionsAreWeightsToo) {
  EXPECT_EQ(shown(split_ratios(10, ratios("1/2 1/3 1/6"), 1)), "5.0 3.3 1.7");
  EXPECT_EQ(shown(split_ratios(1, ratios("1/3 2/6 3/9"), 1)), "0.4 0.3 0.3");
  EXPECT_EQ(shown(split_ratios(7, ratios("1/7 0 6/7"), 0, Leftover::first)), "1 0 6");
}

TEST(SplittingTest, RefusesWhatCannotBeExact) {
  // clang-format off
  const struct { const char *amount, *weights; int scale; Errc code; } cases[] = {
      {"12.345", "1 1",   2,  Errc::amount_scale},
      {"0.5",    "1 1",   0,  Errc::amount_scale},
      {"1",      "",      2,  Errc::no_weight},
      {"1",      "0 0.0", 2,  Errc::no_weight},
      {"0",      "0",     2,  Errc::no_weight},
      {"1",      "1 -1",  2,  Errc::weight_negative},
      {"1",      "-1 0",  2,  Errc::weight_negative},
      {"1",      "1",     -1, Errc::number_too_long},
      {"1",      "1",     Decimal::kMaxScale + 1, Errc::number_too_long},
      {"10",     "1",     Decimal::kMaxScale, Errc::number_too_long},
  };
  // clang-format on
  for (const auto& c : cases) {
    for (const Leftover rule : kRules) {
      EXPECT_EQ(code_of(split_decimals(dec(c.amount), decimals(c.weights), c.scale, rule)), c.code)
          << c.amount << " by " << c.weights;
      EXPECT_EQ(code_of(split_ratios(dec(c.amount), ratios(c.weights), c.scale, rule)), c.code)
          << c.amount << " by " << c.weights;
    }
  }
  EXPECT_EQ(split_decimals(1, decimals("1 2 -3 -4"), 0).error().sentence, "weights[2] is negative");
}

// What each may be together, and one more of either: parts times the square of the digits.
TEST(SplittingTest, TheWorkOfOneCallIsBounded) {
  const struct {
    std::size_t parts;
    int digits, of_weight;
    Errc code;
  } cases[] = {
      {100, 10'000, 9'999, Errc::none},
      {101, 10'000, 9'999, Errc::split_too_large},
      {100, 10'001, 9'999, Errc::split_too_large},
      {100, 10'000, 1, Errc::none},
      {101, 10'000, 1, Errc::split_too_large},
      {10'000, 1'000, 500, Errc::none},
      {10'000, 1'001, 500, Errc::split_too_large},
      {10'001, 1'000, 500, Errc::split_too_large},
      {1'000'000, 2, 1, Errc::none},  // counts as a hundred digits
      {1'000'001, 2, 1, Errc::split_too_large},
      {1'000'000, 101, 1, Errc::split_too_large},
  };
  for (const auto& c : cases) {
    const Decimal amount = ten_to(c.digits - c.of_weight - 1);
    const Decimals weights(c.parts, ten_to(c.of_weight - 1));
    EXPECT_EQ(code_of(split_decimals(amount, weights, 0)), c.code) << c.parts << " " << c.digits;
    // The denominator of one is another digit of each.
    if (c.digits - c.of_weight == 1) continue;
    const Ratios ratios(c.parts, Ratio(weights.front()));
    EXPECT_EQ(code_of(split_ratios(*(amount / 10), ratios, 0)), c.code) << c.parts;
  }
}

// Thousands of denominators without common divisors: their least common multiple is not computed.
TEST(SplittingTest, ManyDenominatorsEndQuickly) {
  Ratios weights;
  for (int i = 0; i < 20'000; ++i) weights.push_back(*Ratio::of(1, 1'000'003 + 2 * i));
  EXPECT_EQ(code_of(split_ratios(1, weights, 0)), Errc::split_too_large);
  EXPECT_EQ(code_of(round_shares(weights, 1, 0)), Errc::split_too_large);
}

TEST(SplittingTest, LimitsAreCheckedBeforeThePartsAreMade) {
  Decimals weights(30'000, Decimal(1));
  weights.front() = ten_to(9000);
  EXPECT_EQ(code_of(split_decimals(1, weights, 0)), Errc::split_too_large);
  weights.front() = *Decimal::of(1, 9000);
  EXPECT_EQ(code_of(split_decimals(1, weights, 0)), Errc::split_too_large);
  const Decimals ones(30'000, Decimal(1));
  EXPECT_EQ(code_of(split_decimals(1, ones, 9000)), Errc::split_too_large);
  const Ratios ratio_ones(30'000, Ratio(1));
  EXPECT_EQ(code_of(split_ratios(1, ratio_ones, 9000)), Errc::split_too_large);
  EXPECT_EQ(code_of(round_shares(ratio_ones, 30'000, 9000)), Errc::split_too_large);
  // 10^6000 and 10^6000 + 1 have no common divisor: twelve thousand digits.
  const Decimal long_one = ten_to(6000);
  const Ratios coprime = {*Ratio::of(1, long_one), *Ratio::of(1, *(long_one + Decimal(1)))};
  EXPECT_EQ(code_of(split_ratios(1, coprime, 0)), Errc::number_too_long);
  const Ratios far = {Ratio(ten_to(9998)), Ratio(-ten_to(9998))};
  EXPECT_EQ(code_of(round_shares(far, 0, 2)), Errc::number_too_long);
  EXPECT_TRUE(round_shares(far, 0, 1));
}

TEST(SplittingTest, SharesAreRoundedToTheirTotal) {
  // clang-format off
  const struct { const char *shares, *total; int scale; const char* rounded; } cases[] = {
      {"100/3 100/3 100/3",   "100",  1, "33.4 33.3 33.3"},
      {"63.25 26.05 10.70",   "100",  1, "63.3 26.0 10.7"},   // ties: the earlier one goes up
      {"26.05 63.25 10.70",   "100",  1, "26.1 63.2 10.7"},
      {"50 50",               "100",  0, "50 50"},
      {"2/3 -1/3 -1/3",       "0",    0, "1 0 -1"},
      {"5/3 -1/2 -7/6",       "0",    0, "2 -1 -1"},
      {"-100/3 -100/3 -100/3", "-100", 1, "-33.4 -33.3 -33.3"},
      {"8.01",                "8.010", 2, "8.01"},
      {"",                    "0",    1, ""},
      {"1/3 2/3",             "1.0",  3, "0.333 0.667"},
      // A denominator beyond 128 bits.
      {"1/1361129467683753853853498429727072845824 -1/1361129467683753853853498429727072845824",
       "0", 0, "0 0"},
      {"100000000000000000000/3 200000000000000000000/3", "100000000000000000000", 0,
       "33333333333333333333 66666666666666666667"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(shown(round_shares(ratios(c.shares), dec(c.total), c.scale)), c.rounded) << c.shares;
  }
}

TEST(SplittingTest, SharesThatDoNotAddUpAreRefused) {
  EXPECT_EQ(code_of(round_shares(ratios("33.3 33.3 33.3"), 100, 1)), Errc::shares_not_total);
  EXPECT_EQ(code_of(round_shares(ratios("1/3 2/3"), dec("0.99"), 2)), Errc::shares_not_total);
  EXPECT_EQ(code_of(round_shares(ratios("50 50"), -100, 1)), Errc::shares_not_total);
  EXPECT_EQ(code_of(round_shares({}, 1, 1)), Errc::shares_not_total);
  EXPECT_EQ(code_of(round_shares(ratios("0.25 0.30"), dec("0.55"), 1)), Errc::amount_scale);
  EXPECT_EQ(code_of(round_shares(ratios("1"), 1, -1)), Errc::number_too_long);
}

}  // namespace
}  // namespace tiendo::splitting_test
