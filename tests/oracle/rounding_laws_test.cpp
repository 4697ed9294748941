// The laws of rounding, each by its name.

#include <gtest/gtest.h>

#include <string>

#include "laws.hpp"

namespace tiendo {
namespace {

using oracle::Draw;
using oracle::holds;
using oracle::kModes;
using oracle::near_zero_or_not;
using oracle::same;

// 10^-scale.
Decimal unit_of(int scale) { return *Decimal::of(1, scale); }

TEST(RoundingLaws, NumbersBelowOneBecomeZeroOrOne) {
  for (int scale = 1; scale <= 45; ++scale) {
    const auto digits = static_cast<std::size_t>(scale);
    for (const std::string sign : {"", "-"}) {
      const Decimal nearly_one = *Decimal::parse(sign + "0." + std::string(digits, '9'));
      const Decimal nearly_zero = *Decimal::parse(sign + "0." + std::string(digits - 1, '0') + "1");
      const Decimal one = sign.empty() ? 1 : -1;
      for (const Rounding nearest : {Rounding::half_up, Rounding::half_even, Rounding::half_down}) {
        EXPECT_EQ(*round(nearly_one, 0, nearest), one) << nearly_one.to_string();
        EXPECT_EQ(*round(nearly_zero, 0, nearest), 0) << nearly_zero.to_string();
      }
      for (const Decimal& each : {nearly_one, nearly_zero}) {
        EXPECT_EQ(*round(each, 0, Rounding::up), one) << each.to_string();
        EXPECT_EQ(*round(each, 0, Rounding::down), 0) << each.to_string();
        EXPECT_EQ(*round(each, 0, Rounding::ceiling), sign.empty() ? 1 : 0) << each.to_string();
        EXPECT_EQ(*round(each, 0, Rounding::floor), sign.empty() ? 0 : -1) << each.to_string();
      }
    }
  }
}

TEST(RoundingLaws, RoundingTwiceIsRoundingOnce) {
  holds([](Draw& draw) {
    const Decimal a = near_zero_or_not(draw);
    const int scale = draw.between(0, 40);
    for (const Rounding mode : kModes) {
      const Decimal once = *round(a, scale, mode);
      ASSERT_TRUE(same(*round(once, scale, mode), once)) << a.to_string() << name_of(mode);
      ASSERT_TRUE(same(*round(a, a.scale(), mode), a)) << a.to_string() << name_of(mode);
      if (scale >= a.scale()) {
        ASSERT_EQ(once, a) << a.to_string() << name_of(mode);
      }
    }
  });
}

TEST(RoundingLaws, RoundingKeepsTheOrder) {
  holds([](Draw& draw) {
    Decimal a = near_zero_or_not(draw);
    Decimal b = draw.one_in(2) ? *(a + unit_of(a.scale())) : near_zero_or_not(draw);
    if (a > b) std::swap(a, b);
    const int scale = draw.between(0, 40);
    for (const Rounding mode : kModes) {
      ASSERT_LE(*round(a, scale, mode), *round(b, scale, mode))
          << a.to_string() << ' ' << b.to_string() << ' ' << scale << name_of(mode);
    }
  });
}

TEST(RoundingLaws, RoundingStaysWithinOneUnit) {
  holds([](Draw& draw) {
    const Decimal a = near_zero_or_not(draw);
    const int scale = draw.between(0, 40);
    const Decimal unit = unit_of(scale);
    for (const Rounding mode : kModes) {
      SCOPED_TRACE(a.to_string() + ' ' + std::to_string(scale) + std::string(name_of(mode)));
      const Decimal moved = (*round(a, scale, mode) - a)->abs();
      ASSERT_LT(moved, unit);
      const bool nearest =
          mode == Rounding::half_up || mode == Rounding::half_even || mode == Rounding::half_down;
      if (nearest) {
        ASSERT_LE(*(moved * 2), unit);
      }
    }
  });
}

TEST(RoundingLaws, DirectedModesGoTheirWay) {
  holds([](Draw& draw) {
    const Decimal a = near_zero_or_not(draw);
    const int scale = draw.between(0, 40);
    SCOPED_TRACE(a.to_string() + ' ' + std::to_string(scale));
    const Decimal below = *round(a, scale, Rounding::floor);
    const Decimal above = *round(a, scale, Rounding::ceiling);
    ASSERT_TRUE(below <= a && a <= above);
    ASSERT_LE(round(a, scale, Rounding::down)->abs(), a.abs());
    ASSERT_GE(round(a, scale, Rounding::up)->abs(), a.abs());
    for (const Rounding mode : kModes) {
      const Decimal result = *round(a, scale, mode);
      ASSERT_TRUE(result == below || result == above) << name_of(mode);
    }
  });
}

TEST(RoundingLaws, SymmetricModesAreSymmetric) {
  holds([](Draw& draw) {
    const Decimal a = near_zero_or_not(draw);
    const int scale = draw.between(0, 40);
    SCOPED_TRACE(a.to_string() + ' ' + std::to_string(scale));
    for (const Rounding mode : {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                                Rounding::up, Rounding::down}) {
      ASSERT_TRUE(same(*round(-a, scale, mode), -*round(a, scale, mode))) << name_of(mode);
    }
    ASSERT_TRUE(same(*round(-a, scale, Rounding::ceiling), -*round(a, scale, Rounding::floor)));
    ASSERT_TRUE(same(*round(-a, scale, Rounding::floor), -*round(a, scale, Rounding::ceiling)));
  });
}

TEST(RoundingLaws, ADecimalItsRatioAndItsMultiplesRoundAlike) {
  holds([](Draw& draw) {
    const Decimal a = near_zero_or_not(draw);
    const int scale = draw.between(0, 40);
    for (const Rounding mode : kModes) {
      const Decimal result = *round(a, scale, mode);
      SCOPED_TRACE(a.to_string() + ' ' + std::to_string(scale) + std::string(name_of(mode)));
      ASSERT_TRUE(same(*round(Ratio(a), scale, mode), result));
      ASSERT_TRUE(same(*round_to_multiple(a, unit_of(scale), mode), result));
    }
  });
}

}  // namespace
}  // namespace tiendo
