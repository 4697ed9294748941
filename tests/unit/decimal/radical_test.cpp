#include "decimal/radical.hpp"

#include <gtest/gtest.h>

#include "numbers.hpp"

namespace tiendo::detail::radical_test {
namespace {

// Whether mantissa * 2^exponent, raised to the degree, is at most the value.
bool is_at_most(const BigInt& mantissa, std::int64_t exponent, const Fraction& value,
                unsigned degree) {
  BigInt left = pow(mantissa, degree) * value.denominator;
  BigInt right = value.numerator;
  const auto shift = static_cast<unsigned>(exponent < 0 ? -exponent : exponent) * degree;
  (exponent < 0 ? right : left) <<= shift;
  return left <= right;
}

void expect_enclosed(const Fraction& value, unsigned degree, unsigned bits) {
  const Enclosure found = enclose_root(value, degree, bits);
  ASSERT_TRUE(is_at_most(found.lower, found.exponent, value, degree));
  ASSERT_TRUE(!is_at_most(found.upper, found.exponent, value, degree) ||
              !is_at_most(found.upper + 1, found.exponent, value, degree));
  ASSERT_LE((found.upper - found.lower) << bits, found.upper);
}

TEST(RadicalTest, ARootLiesBetweenEndsAsCloseTogetherAsWasAskedFor) {
  for (const unsigned degree : {1U, 2U, 3U, 4U, 5U, 7U, 8U, 9U, 12U, 60U}) {
    for (int a = 1; a <= 17; ++a) {
      for (int b = 1; b <= 17; ++b) {
        for (const unsigned bits : {1U, 2U, 7U, 64U, 300U}) {
          SCOPED_TRACE(std::to_string(a) + "/" + std::to_string(b) + " ^1/" +
                       std::to_string(degree) + " to " + std::to_string(bits));
          expect_enclosed({a, b}, degree, bits);
          if (HasFatalFailure()) return;
        }
      }
    }
  }
}

TEST(RadicalTest, RootsBesidePowersOfTwoAreEnclosed) {
  for (const unsigned degree : {2U, 3U, 10U, 64U}) {
    for (unsigned power = 1; power <= 200; power += 7) {
      for (int step = -1; step <= 1; ++step) {
        const BigInt near = (BigInt(1) << power) + step;
        SCOPED_TRACE(near.str() + " ^1/" + std::to_string(degree));
        expect_enclosed({near, 1}, degree, 50);
        expect_enclosed({1, near}, degree, 50);
        if (HasFatalFailure()) return;
      }
    }
  }
}

TEST(RadicalTest, RootsOfHighDegreeAreCloseToOne) {
  for (const std::uint64_t degree : {1000ULL, 1000000ULL, 1000000000000ULL}) {
    // ln 2 / degree lies between 0.69 / degree and 0.7 / degree.
    const Enclosure found = enclose_root({2, 1}, degree, 100);
    const BigInt one = BigInt(1) << static_cast<unsigned>(-found.exponent);
    EXPECT_GT((found.lower - one) * degree * 100, one * 69);
    EXPECT_LT((found.upper - one) * degree * 100, one * 70);
  }
}

TEST(RadicalTest, TheHighestBitOfARootIsExact) {
  const struct {
    int a, b;
    unsigned degree;
    int top;
  } cases[] = {{1, 1, 5, 0},  {63, 1, 3, 1},  {64, 1, 3, 2}, {65, 1, 3, 2},  {1, 8, 3, -1},
               {1, 9, 3, -2}, {1, 65, 3, -3}, {7, 8, 3, -1}, {1000, 1, 1, 9}};
  for (const auto& c : cases) {
    EXPECT_EQ(top_bit_of_root({c.a, c.b}, c.degree), c.top) << c.a << "/" << c.b;
  }
  const BigInt almost = (BigInt(1) << 3000) - 1;
  EXPECT_EQ(top_bit_of_root({almost, 1}, 3), 999);
  EXPECT_EQ(top_bit_of_root({almost + 1, 1}, 3), 1000);
  EXPECT_EQ(top_bit_of_root({1, almost}, 3), -1000);
}

TEST(RadicalTest, PerfectPowersHaveRationalRootsAndTheirNeighboursNone) {
  const BigInt base = power_of_ten(40) + 7;
  for (const unsigned degree : {1U, 2U, 3U, 10U, 101U}) {
    const BigInt value = pow(base, degree);
    EXPECT_EQ(rational_root({value, 1}, degree), (Fraction{base, 1})) << degree;
    EXPECT_EQ(rational_root({pow(BigInt(3), degree), value}, degree), (Fraction{3, base}))
        << degree;
    if (degree == 1) continue;
    EXPECT_FALSE(rational_root({value + 1, 1}, degree)) << degree;
    EXPECT_FALSE(rational_root({value - 1, 1}, degree)) << degree;
    EXPECT_FALSE(rational_root({1, value - 1}, degree)) << degree;
  }
  EXPECT_EQ(rational_root({0, 1}, 12), (Fraction{0, 1}));
  EXPECT_EQ(rational_root({1, 1}, std::uint64_t{1} << 48), (Fraction{1, 1}));
  EXPECT_FALSE(rational_root({2, 1}, std::uint64_t{1} << 48));
}

TEST(RadicalTest, HalvesAreCutAndSayWhetherTheyAreExact) {
  const struct {
    int a, b;
    unsigned degree;
    int scale, count;
    bool exact;
  } cases[] = {
      {0, 1, 2, 3, 0, true},      // zero
      {4, 1, 2, 0, 4, true},      // 2
      {9, 4, 2, 0, 3, true},      // 1.5
      {25, 16, 2, 0, 2, false},   // 1.25, a fraction that is no half
      {25, 16, 2, 1, 25, true},   // and one of a tenth
      {2, 1, 2, 0, 2, false},     // 1.41...
      {2, 1, 2, 2, 282, false},   // 141.42...
      {1, 9, 2, 1, 6, false},     // 3.33...
      {1, 1000, 3, 0, 0, false},  // 0.1
  };
  for (const auto& c : cases) {
    const Halves found = root_in_halves({c.a, c.b}, c.degree, c.scale);
    EXPECT_EQ(found.count, c.count) << c.a << "/" << c.b;
    EXPECT_EQ(found.exact, c.exact) << c.a << "/" << c.b;
  }
}

TEST(RadicalTest, HalvesAreRoundedInEveryMode) {
  // clang-format off
  const struct { int count; bool exact; const char *half_up, *half_even, *half_down, *up, *down, *ceiling, *floor; } cases[] = {
      { 4, true,   "2",  "2",  "2",  "2",  "2",  "2",  "2"},  //  2
      { 4, false,  "2",  "2",  "2",  "3",  "2",  "3",  "2"},  //  2.2
      { 5, true,   "3",  "2",  "2",  "3",  "2",  "3",  "2"},  //  2.5
      { 5, false,  "3",  "3",  "3",  "3",  "2",  "3",  "2"},  //  2.7
      { 7, true,   "4",  "4",  "3",  "4",  "3",  "4",  "3"},  //  3.5
      {-5, true,  "-3", "-2", "-2", "-3", "-2", "-2", "-3"},  // -2.5
      {-5, false, "-2", "-2", "-2", "-3", "-2", "-2", "-3"},  // -2.3
      {-6, false, "-3", "-3", "-3", "-3", "-2", "-2", "-3"},  // -2.7
      { 0, false,  "0",  "0",  "0",  "1",  "0",  "1",  "0"},  //  0.2
      {-1, false,  "0",  "0",  "0", "-1",  "0",  "0", "-1"},  // -0.2
  };
  // clang-format on
  for (const auto& c : cases) {
    const char* expected[] = {c.half_up, c.half_even, c.half_down, c.up,
                              c.down,    c.ceiling,   c.floor};
    for (std::size_t i = 0; i < std::size(kAllModes); ++i) {
      EXPECT_EQ(shown(rounded({c.count, c.exact}, 0, kAllModes[i])), expected[i])
          << c.count << " " << name_of(kAllModes[i]);
    }
  }
}

}  // namespace
}  // namespace tiendo::detail::radical_test
