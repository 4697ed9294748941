#include "decimal/enclosure.hpp"

#include <gtest/gtest.h>

#include <string>

#include "numbers.hpp"

namespace tiendo::detail::enclosure_test {
namespace {

// Whether value lies in the enclosure: ends and value as fractions over one power of two.
bool holds(const Enclosure& range, const BigInt& numerator, const BigInt& denominator) {
  BigInt scaled = numerator;
  BigInt unit = denominator;
  (range.exponent < 0 ? scaled : unit) <<=
      static_cast<unsigned>(range.exponent < 0 ? -range.exponent : range.exponent);
  return range.lower > 0 && range.lower * unit <= scaled && scaled <= range.upper * unit;
}

TEST(EnclosureTest, ShiftsRoundTheWayTheySay) {
  const struct {
    int value, exponent, down, up;
  } cases[] = {{0, -3, 0, 0},  {0, 3, 0, 0},   {1, -1, 0, 1},  {8, -3, 1, 1}, {9, -3, 1, 2},
               {15, -3, 1, 2}, {16, -3, 2, 2}, {5, 2, 20, 20}, {5, 0, 5, 5}};
  for (const auto& c : cases) {
    EXPECT_EQ(shifted_down(c.value, c.exponent), c.down) << c.value << " by " << c.exponent;
    EXPECT_EQ(shifted_up(c.value, c.exponent), c.up) << c.value << " by " << c.exponent;
  }
}

TEST(EnclosureTest, AFractionLiesBetweenEndsThatAreCloseTogether) {
  for (unsigned bits : {8U, 64U, 200U}) {
    for (int a = 1; a <= 40; ++a) {
      for (int b = 1; b <= 40; ++b) {
        const Enclosure found = enclose({a, b}, bits);
        ASSERT_TRUE(holds(found, a, b)) << a << "/" << b << " to " << bits;
        ASSERT_LE(found.upper - found.lower, 1) << a << "/" << b << " to " << bits;
        ASSERT_GE(msb(found.lower) + 1, bits - 1) << a << "/" << b << " to " << bits;
        ASSERT_LE(msb(found.upper) + 1, bits + 1) << a << "/" << b << " to " << bits;
      }
    }
  }
}

TEST(EnclosureTest, NumbersOfVeryDifferentLengthAreEnclosed) {
  const BigInt large = power_of_ten(5000);
  for (const BigInt& near : {BigInt(large - 1), large, BigInt(large + 1)}) {
    for (const unsigned bits : {8U, 64U, 20000U}) {
      EXPECT_TRUE(holds(enclose({near, 3}, bits), near, 3)) << bits;
      EXPECT_TRUE(holds(enclose({3, near}, bits), 3, near)) << bits;
      EXPECT_TRUE(holds(enclose({near, large + 7}, bits), near, large + 7)) << bits;
    }
  }
}

TEST(EnclosureTest, APowerLiesBetweenItsEnds) {
  for (int a = 1; a <= 12; ++a) {
    for (int b = 1; b <= 12; ++b) {
      const Enclosure base = enclose({a, b}, 24);
      for (unsigned exponent = 0; exponent <= 40; ++exponent) {
        const Enclosure found = power(base, exponent, 24);
        ASSERT_TRUE(holds(found, pow(BigInt(a), exponent), pow(BigInt(b), exponent)))
            << a << "/" << b << " ^" << exponent;
        ASSERT_LE(msb(found.upper), 24U);
        ASSERT_LE((found.upper - found.lower) * 100, found.upper)
            << a << "/" << b << " ^" << exponent;
      }
    }
  }
}

TEST(EnclosureTest, AHugePowerKeepsItsPlace) {
  // 2^(2^40) and its inverse.
  const std::uint64_t exponent = std::uint64_t{1} << 40;
  const Enclosure up = power(enclose({2, 1}, 64), exponent, 64);
  const Enclosure down = power(enclose({1, 2}, 64), exponent, 64);
  EXPECT_EQ(static_cast<std::int64_t>(msb(up.lower)) + up.exponent, std::int64_t{1} << 40);
  EXPECT_EQ(static_cast<std::int64_t>(msb(down.lower)) + down.exponent, -(std::int64_t{1} << 40));
  EXPECT_EQ(compare(up, down), std::strong_ordering::greater);
  EXPECT_EQ(compare(down, up), std::strong_ordering::less);
}

TEST(EnclosureTest, AQuotientOfRangesHoldsEveryQuotient) {
  const Enclosure a = {20, 24, -2};  // 5 to 6
  const Enclosure b = {2, 3, 0};
  for (const unsigned bits : {4U, 8U, 64U}) {
    const Enclosure found = quotient(a, b, bits);
    for (const auto& [x, y] : {std::pair{5, 2}, {5, 3}, {6, 2}, {6, 3}}) {
      EXPECT_TRUE(holds(found, x, y)) << x << "/" << y << " to " << bits;
    }
  }
}

TEST(EnclosureTest, RangesThatOverlapOrTouchAreNotCompared) {
  const struct {
    Enclosure a, b;
    int order;  // 2: not known
  } cases[] = {
      {{1, 2, 0}, {3, 4, 0}, -1},     {{3, 4, 0}, {1, 2, 0}, 1},   {{1, 3, 0}, {2, 4, 0}, 2},
      {{1, 2, 0}, {2, 3, 0}, 2},      {{1, 1, 0}, {1, 1, 0}, 2},   {{4, 4, -2}, {1, 1, 0}, 2},
      {{5, 5, -2}, {1, 1, 0}, 1},     {{1, 1, 0}, {5, 5, -2}, -1}, {{1, 1, 90}, {3, 3, 88}, 1},
      {{1, 1, -90}, {5, 5, -92}, -1},
  };
  for (const auto& c : cases) {
    const auto order = compare(c.a, c.b);
    EXPECT_EQ(order ? (*order > 0   ? 1
                       : *order < 0 ? -1
                                    : 0)
                    : 2,
              c.order)
        << c.a.lower << " " << c.b.lower;
  }
}

TEST(EnclosureTest, TheFractionOfARatioIsReduced) {
  EXPECT_EQ(fraction_of(ratio("-6/4")), (Fraction{-3, 2}));
  EXPECT_EQ(fraction_of(ratio("0/7")), (Fraction{0, 1}));
  EXPECT_EQ(fraction_of(ratio("18446744073709551616/6")), (Fraction{BigInt(1) << 63, 3}));
}

}  // namespace
}  // namespace tiendo::detail::enclosure_test
