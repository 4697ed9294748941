// printed() against the definition of each mode: a number is in the interval of a figure exactly if
// it rounds to it. Every small figure, every number around it down to a twelfth of its unit, and
// the ends themselves.

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "big_rational.hpp"
#include "tiendo/decimal/printed.hpp"

namespace tiendo {
namespace {

using oracle::Rational;

using Small = std::int64_t;

constexpr Rounding kModes[] = {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                               Rounding::up,      Rounding::down,      Rounding::ceiling,
                               Rounding::floor};
constexpr Small kParts = 12;  // of a unit: a half and what is not one

// Calls judge(figure, its coefficient, scale, value, value as a Ratio) for every small case.
template <class Judge>
void for_each_case(const Judge& judge) {
  for (int scale = 0; scale <= 3; ++scale) {
    const Small unit = oracle::power_of_ten<Small>(scale);
    for (Small coefficient = -33; coefficient <= 33; ++coefficient) {
      const Decimal figure = *Decimal::of(coefficient, scale);
      for (Small part = -3 * kParts; part <= 3 * kParts; ++part) {
        const Rational<Small> value = {coefficient * kParts + part, unit * kParts};
        const Ratio ratio = *Ratio::of(value.numerator, value.denominator);
        judge(figure, coefficient, scale, value, ratio);
        if (testing::Test::HasFatalFailure()) return;
      }
    }
  }
}

TEST(PrintedOracle, AnIntervalHoldsWhatRoundsToTheFigure) {
  for (const Rounding mode : kModes) {
    for_each_case([&](const Decimal& figure, Small coefficient, int scale,
                      const Rational<Small>& value, const Ratio& ratio) {
      const bool expected = rounded_at(value, scale, mode) == coefficient;
      ASSERT_EQ(printed(figure, mode)->contains(ratio), expected)
          << figure.to_string() << " and " << ratio.to_string() << " " << name_of(mode);
      ASSERT_EQ(*round(ratio, scale, mode) == figure, expected);
    });
  }
}

TEST(PrintedOracle, TheClosedReadingHoldsWhatAnyWayToNearestMayHaveRounded) {
  for_each_case([&](const Decimal& figure, Small coefficient, int scale,
                    const Rational<Small>& value, const Ratio& ratio) {
    const bool any = rounded_at(value, scale, Rounding::half_up) == coefficient ||
                     rounded_at(value, scale, Rounding::half_down) == coefficient;
    ASSERT_EQ(printed(figure)->contains(ratio), any)
        << figure.to_string() << " and " << ratio.to_string();
  });
}

TEST(PrintedOracle, TheIntervalsOfNeighboursMeetWithoutOverlap) {
  for (const Rounding mode : kModes) {
    for (Small coefficient = -50; coefficient <= 50; ++coefficient) {
      const Interval here = *printed(*Decimal::of(coefficient, 1), mode);
      const Interval next = *printed(*Decimal::of(coefficient + 1, 1), mode);
      EXPECT_EQ(here.high, next.low) << coefficient << name_of(mode);
      EXPECT_NE(here.has_high, next.has_low) << coefficient << name_of(mode);
      EXPECT_FALSE(intersects(here, next)) << coefficient << name_of(mode);
    }
  }
}

}  // namespace
}  // namespace tiendo
