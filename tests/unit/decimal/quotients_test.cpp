#include "tiendo/decimal/quotients.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cfenv>
#include <limits>

#include "decimal/quotient_ways.hpp"
#include "decimal/rows.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo::quotients_test {
namespace {

using detail::Int128;

constexpr std::array kModes = {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                               Rounding::up,      Rounding::down,      Rounding::ceiling,
                               Rounding::floor};
constexpr std::int64_t kCertain = std::int64_t{1} << 52;
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

std::int64_t quotient(std::int64_t above, std::int64_t below, Rounding mode) {
  const std::array a = {above};
  const std::array b = {below};
  std::array<Decimal128, 1> into;
  rounded_quotients(a, b, mode, into);
  return static_cast<std::int64_t>(detail::integer_of(into[0]));
}

// Each mode of what is just below, at and above a half, and of a whole number.
TEST(QuotientsTest, EachModeRoundsAsItsNameSays) {
  const std::array<std::array<std::int64_t, 5>, 7> of_2_above_5_to_12 = {{
      {2, 3, 3, 3, -3},  // half_up of 2.4, 2.5, 2.6, 3, -2.5
      {2, 2, 3, 3, -2},  // half_even
      {2, 2, 3, 3, -2},  // half_down
      {3, 3, 3, 3, -3},  // up
      {2, 2, 2, 3, -2},  // down
      {3, 3, 3, 3, -2},  // ceiling
      {2, 2, 2, 3, -3},  // floor
  }};
  const std::array<std::int64_t, 5> above = {24, 25, 26, 30, -25};
  for (std::size_t m = 0; m < kModes.size(); ++m) {
    for (std::size_t i = 0; i < above.size(); ++i) {
      EXPECT_EQ(quotient(above[i], 10, kModes[m]), of_2_above_5_to_12[m][i])
          << name_of(kModes[m]) << ' ' << above[i];
    }
  }
  EXPECT_EQ(quotient(35, 10, Rounding::half_even), 4);
  EXPECT_EQ(quotient(0, 7, Rounding::up), 0);
}

TEST(QuotientsTest, NoRowsAreNoRows) {
  rounded_quotients(std::span<const std::int64_t>(), {}, Rounding::half_up, {});
  rounded_quotients(std::span<const Int128>(), {}, Rounding::half_up, {});
}

TEST(QuotientsTest, OneMillionthBelowAWholeNumberIsStillBelowIt) {
  // The double next to these quotients is the whole number.
  const std::int64_t n = 3'000'000'000;
  const std::int64_t y = 3'000'000'001;
  EXPECT_EQ(quotient(n * y - 1, y, Rounding::down), n - 1);
  EXPECT_EQ(quotient(n * y, y, Rounding::down), n);
  EXPECT_EQ(quotient(-(n * y - 1), y, Rounding::floor), -n);
  EXPECT_EQ(quotient(-(n * y + 1), y, Rounding::floor), -n - 1);
}

TEST(QuotientsTest, AtTheEdgeOfTheCertificate) {
  for (const std::int64_t below : {std::int64_t{1}, std::int64_t{2}, std::int64_t{3}, kCertain / 2,
                                   kCertain - 2, kCertain - 1}) {
    for (std::int64_t beside = -2; beside <= 2; ++beside) {
      const std::int64_t above = kCertain - below + beside;
      EXPECT_EQ(quotient(above, below, Rounding::down), above / below) << above << '/' << below;
      EXPECT_EQ(quotient(-above, below, Rounding::down), -above / below);
    }
  }
}

TEST(QuotientsTest, ThereIsAlwaysAWay) {
  const auto ways = detail::quotient_ways();
  ASSERT_FALSE(ways.empty());
  EXPECT_STREQ(ways.front().name, "two");
}

TEST(QuotientsTest, TheLargestNumbers) {
  EXPECT_EQ(quotient(kMost, 1, Rounding::up), kMost);
  EXPECT_EQ(quotient(-kMost, 1, Rounding::floor), -kMost);
  EXPECT_EQ(quotient(kMost, kMost, Rounding::down), 1);
  EXPECT_EQ(quotient(kMost - 1, kMost, Rounding::down), 0);
  EXPECT_EQ(quotient(kMost - 1, kMost, Rounding::half_up), 1);
  EXPECT_EQ(quotient(1, kMost, Rounding::ceiling), 1);
  EXPECT_EQ(quotient(kMost / 2, kMost, Rounding::half_up), 0);
  EXPECT_EQ(quotient(kMost / 2 + 1, kMost, Rounding::half_down), 1);
}

TEST(QuotientsTest, NumbersOf128Bits) {
  const Int128 large = Int128{kMost} * kMost;
  const std::array<Int128, 4> above = {large, large - 1, -large + 1, 7};
  const std::array<Int128, 4> below = {kMost, kMost, kMost, large};
  std::array<Decimal128, 4> into;
  rounded_quotients(above, below, Rounding::floor, into);
  EXPECT_EQ(into[0], detail::row_of(kMost));
  EXPECT_EQ(into[1], detail::row_of(kMost - 1));
  EXPECT_EQ(into[2], detail::row_of(-Int128{kMost}));
  EXPECT_EQ(into[3], detail::row_of(0));
}

// A large row makes its block be divided as integers, and no other one.
TEST(QuotientsTest, BlocksOfManySizesWithOneLargeRow) {
  for (const std::size_t rows : {1U, 1'023U, 1'024U, 1'025U, 2'048U, 2'049U, 3'000U}) {
    for (const std::size_t large : {std::size_t{0}, rows / 2, rows - 1, rows}) {
      std::vector<std::int64_t> above(rows);
      std::vector<std::int64_t> below(rows);
      for (std::size_t i = 0; i < rows; ++i) {
        below[i] = 3 + static_cast<std::int64_t>(i % 7);
        above[i] = static_cast<std::int64_t>(i) * below[i] - 1;
      }
      if (large < rows) above[large] = kMost;
      std::vector<Decimal128> into(rows);
      rounded_quotients(above, below, Rounding::floor, into);
      for (std::size_t i = 0; i < rows; ++i) {
        const std::int64_t expected =
            i == large ? kMost / below[i] : static_cast<std::int64_t>(i) - 1;
        ASSERT_EQ(into[i], detail::row_of(expected)) << rows << " rows, row " << i;
      }
    }
  }
}

TEST(QuotientsTest, TheDirectionOfTheProcessorChangesNothing) {
  const int before = std::fegetround();
  for (const int direction : {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO}) {
    ASSERT_EQ(std::fesetround(direction), 0);
    for (std::int64_t n = 1; n < kCertain; n = 3 * n + 1) {
      const std::int64_t y = kCertain / (n + 1);
      for (std::int64_t beside = -1; beside <= 1; ++beside) {
        const std::int64_t x = n * y + beside;
        const std::int64_t whole = quotient(x, y, Rounding::down);
        if (whole != x / y) ADD_FAILURE() << direction << ": " << x << '/' << y << ' ' << whole;
      }
    }
  }
  std::fesetround(before);
}

}  // namespace
}  // namespace tiendo::quotients_test
