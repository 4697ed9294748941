#include "tiendo/decimal/rounding.hpp"

#include <gtest/gtest.h>

#include "numbers.hpp"
#include "tiendo/decimal/printed.hpp"
#include "tiendo/decimal/roots.hpp"

namespace tiendo::rounding_test {
namespace {

TEST(RoundingTest, NumbersAndNamesNeverChange) {
  const struct {
    int number;
    const char* name;
  } cases[] = {
      {1, "half_up"}, {2, "half_even"}, {3, "half_down"}, {4, "up"},
      {5, "down"},    {6, "ceiling"},   {7, "floor"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(name_of(static_cast<Rounding>(c.number)), c.name);
    EXPECT_EQ(rounding_named(c.name), static_cast<Rounding>(c.number)) << c.name;
  }
}

TEST(RoundingTest, WhatIsNoModeHasNoName) {
  EXPECT_EQ(name_of(static_cast<Rounding>(0)), "");
  EXPECT_EQ(name_of(static_cast<Rounding>(8)), "");
  for (const char* name : {"", "half", "Half_up", "half_up ", "truncate"}) {
    EXPECT_EQ(rounding_named(name), std::nullopt) << name;
  }
}

TEST(RoundingTest, WhatIsNoModeRoundsTowardsZero) {
  const Decimal tie = dec("2.5");
  for (const int number : {0, 8, 99, -1}) {
    const auto mode = static_cast<Rounding>(number);
    for (const Decimal& value : {tie, -tie, *(tie * ten_to(30))}) {
      EXPECT_EQ(shown(round(value, 0, mode)), shown(round(value, 0, Rounding::down))) << number;
      EXPECT_EQ(shown(round(Ratio(value), 0, mode)), shown(round(value, 0, Rounding::down)));
      EXPECT_EQ(shown(root(value, 3, 2, mode)), shown(root(value, 3, 2, Rounding::down)));
      EXPECT_EQ(*printed(value, mode), *printed(value, Rounding::down)) << number;
    }
  }
}

TEST(RoundingTest, EachModeHasItsOwnAnswer) {
  // clang-format off
  const struct {
    const char *value, *half_up, *half_even, *half_down, *up, *down, *ceiling, *floor;
  } cases[] = {
      {"2.0",   "2",   "2",   "2",  "2",   "2",  "2",   "2"},
      {"2.1",   "2",   "2",   "2",  "3",   "2",  "3",   "2"},
      {"2.4",   "2",   "2",   "2",  "3",   "2",  "3",   "2"},
      {"2.5",   "3",   "2",   "2",  "3",   "2",  "3",   "2"},   // a tie, even digit below
      {"3.5",   "4",   "4",   "3",  "4",   "3",  "4",   "3"},   // a tie, odd digit below
      {"2.51",  "3",   "3",   "3",  "3",   "2",  "3",   "2"},   // not a tie
      {"-2.1",  "-2",  "-2",  "-2", "-3",  "-2", "-2",  "-3"},
      {"-2.5",  "-3",  "-2",  "-2", "-3",  "-2", "-2",  "-3"},
      {"-3.5",  "-4",  "-4",  "-3", "-4",  "-3", "-3",  "-4"},
      {"-2.51", "-3",  "-3",  "-3", "-3",  "-2", "-2",  "-3"},
      {"0.5",   "1",   "0",   "0",  "1",   "0",  "1",   "0"},   // no digit before the tie
      {"0.499", "0",   "0",   "0",  "1",   "0",  "1",   "0"},
      {"0.999", "1",   "1",   "1",  "1",   "0",  "1",   "0"},
      {"-0.5",  "-1",  "0",   "0",  "-1",  "0",  "0",   "-1"},  // never a negative zero
      {"99.5",  "100", "100", "99", "100", "99", "100", "99"},  // one digit longer
  };
  // clang-format on
  for (const auto& c : cases) {
    const char* expected[] = {c.half_up, c.half_even, c.half_down, c.up,
                              c.down,    c.ceiling,   c.floor};
    for (std::size_t i = 0; i < std::size(kAllModes); ++i) {
      const Rounding mode = kAllModes[i];
      EXPECT_EQ(shown(round(dec(c.value), 0, mode)), expected[i]) << c.value << name_of(mode);
      EXPECT_EQ(shown(round(Ratio(dec(c.value)), 0, mode)), expected[i])
          << c.value << name_of(mode);
    }
  }
}

}  // namespace
}  // namespace tiendo::rounding_test
