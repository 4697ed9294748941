#include "tiendo/decimal/bounds.hpp"

#include <gtest/gtest.h>

#include "numbers.hpp"

namespace tiendo::bounds_test {
namespace {

std::string shown_bounds(const char* value, std::int64_t denominator) {
  const auto found = bounds(ratio(value), denominator);
  return found->lower.to_string() + " " + found->upper.to_string();
}

TEST(BoundsTest, AreTheNeighboursAmongShortFractions) {
  const struct {
    const char* value;
    std::int64_t denominator;
    const char* bounds;
  } cases[] = {
      {"3.14159265", 1, "3 4"},
      {"3.14159265", 7, "3 22/7"},
      {"3.14159265", 106, "333/106 22/7"},
      {"3.14159265", 112, "333/106 22/7"},
      {"3.14159265", 113, "333/106 355/113"},
      {"-3.14159265", 113, "-355/113 -333/106"},
      {"52461/94820", 10, "1/2 5/9"},
      {"1/1000", 10, "0 1/10"},
      {"-1/1000", 10, "-1/10 0"},
      {"999/1000", 10, "9/10 1"},
      {"2/3", 3, "2/3 2/3"},
      {"4/6", 3, "2/3 2/3"},
      {"2/3", 2, "1/2 1"},
      {"7", 1, "7 7"},
      {"1/18446744073709551616", 9223372036854775807, "0 1/9223372036854775807"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(shown_bounds(c.value, c.denominator), c.bounds) << c.value << " " << c.denominator;
  }
}

// Numerators over denominators, the largest not above and the smallest not below, by looking at
// every denominator.
TEST(BoundsTest, OfEverySmallFractionAreFoundByLookingAtAllDenominators) {
  for (int b = 1; b <= 40; ++b) {
    for (int a = -60; a <= 60; ++a) {
      const Ratio value = *Ratio::of(a, b);
      Ratio lower = floor(value);
      Ratio upper = ceiling(value);
      for (int most = 1; most <= 42; ++most) {
        lower = std::max(lower, *Ratio::of(floor(*(value * most)), most));
        upper = std::min(upper, *Ratio::of(ceiling(*(value * most)), most));
        const auto found = bounds(value, most);
        ASSERT_TRUE(found);
        ASSERT_EQ(found->lower, lower) << a << "/" << b << " with " << most;
        ASSERT_EQ(found->upper, upper) << a << "/" << b << " with " << most;
      }
    }
  }
}

// Neighbours p/q and r/s have r q - p s = 1 and q + s above the limit, and no other fractions do.
TEST(BoundsTest, OfLongFractionsAreNeighbours) {
  for (const std::string& text :
       {nines(1000) + "/" + nines(999) + "7", "1/" + nines(50), nines(50) + "/" + nines(49) + "8",
        "-" + nines(20) + "/7" + nines(20)}) {
    const Ratio value = ratio(text);
    for (const std::int64_t most : {std::int64_t{1}, std::int64_t{2}, std::int64_t{1000}, kMax}) {
      const auto found = bounds(value, most);
      const Ratio& low = found->lower;
      const Ratio& high = found->upper;
      EXPECT_TRUE(low < value && value < high) << text << " " << most;
      const Ratio product = *(low.denominator() * high.denominator());
      EXPECT_EQ(*((high - low) * product), 1) << text << " " << most;
      EXPECT_LE(std::max(low.denominator(), high.denominator()), most);
      EXPECT_GT(*(low.denominator() + high.denominator()), most);
    }
  }
}

TEST(BoundsTest, ADenominatorBelowOneIsRefused) {
  for (const std::int64_t none : {std::int64_t{0}, std::int64_t{-1}, kMin}) {
    EXPECT_EQ(code_of(bounds(ratio("1/3"), none)), Errc::number_out_of_range) << none;
  }
}

TEST(BoundsTest, TheCeilingIsTheSmallestIntegerNotBelow) {
  const struct {
    const char *value, *ceiling;
  } cases[] = {{"0", "0"},     {"1/3", "1"},
               {"-1/3", "0"},  {"7", "7"},
               {"-7", "-7"},   {"7/2", "4"},
               {"-7/2", "-3"}, {"18446744073709551617/2", "9223372036854775809"}};
  for (const auto& c : cases) {
    EXPECT_EQ(ceiling(ratio(c.value)).to_string(), c.ceiling) << c.value;
  }
}

}  // namespace
}  // namespace tiendo::bounds_test
