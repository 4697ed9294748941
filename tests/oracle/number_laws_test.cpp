// The laws of exact numbers and of rounding, each by its name, on numbers drawn at random around
// every place where the layer changes its way of working.

#include <gtest/gtest.h>

#include <string>

#include "numbers.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo {
namespace {

using oracle::Draw;
using oracle::kModes;

bool same(const Decimal& a, const Decimal& b) {
  return total_order(a, b) == std::strong_ordering::equal;
}

// Calls `law` with a source of numbers, again and again.
template <class Law>
void holds(const Law& law, int rounds = 3000) {
  SCOPED_TRACE(oracle::seed_text());
  Draw draw;
  for (int i = 0; i < rounds && !testing::Test::HasFatalFailure(); ++i) law(draw);
}

Decimal decimal(Draw& draw) { return draw.number().decimal; }

// One in three near zero, where signs and leading zeros are lost most easily.
Decimal near_zero_or_not(Draw& draw) {
  if (!draw.one_in(3)) return decimal(draw);
  return *Decimal::of(draw.between(-1500, 1500), draw.between(2, 5));
}

Ratio ratio(Draw& draw) {
  const Decimal below = decimal(draw);
  return *Ratio::of(decimal(draw), below.is_zero() ? 7 : below);
}

// 10^-scale.
Decimal unit_of(int scale) { return *Decimal::of(1, scale); }

TEST(DecimalLaws, ParseUndoesPrint) {
  holds([](Draw& draw) {
    Decimal a = decimal(draw);
    if (draw.one_in(20)) a = *(a * *Decimal::parse("1" + std::string(900, '7')));
    ASSERT_TRUE(same(*Decimal::parse(a.to_string()), a)) << a.to_string();
    for (const NumberFormat each : {NumberFormat::plain(), NumberFormat::vietnamese(),
                                    NumberFormat{'.', ' '}, NumberFormat{'/', '\''}}) {
      ASSERT_TRUE(same(*parse(format(a, each), each), a)) << format(a, each);
    }
  });
}

TEST(DecimalLaws, SubtractionUndoesAddition) {
  holds([](Draw& draw) {
    const Decimal a = decimal(draw);
    const Decimal b = decimal(draw);
    ASSERT_EQ(*(*(a + b) - b), a) << a.to_string() << ' ' << b.to_string();
    ASSERT_EQ(*(*(a - b) + b), a) << a.to_string() << ' ' << b.to_string();
    ASSERT_TRUE(same(*(a - b), *(a + -b))) << a.to_string() << ' ' << b.to_string();
    ASSERT_TRUE((a - a)->is_zero()) << a.to_string();
  });
}

TEST(DecimalLaws, DivisionUndoesMultiplication) {
  holds([](Draw& draw) {
    const Decimal a = decimal(draw);
    const Decimal b = decimal(draw);
    if (b.is_zero()) return;
    const auto quotient = *(a * b) / b;
    ASSERT_TRUE(quotient) << a.to_string() << ' ' << b.to_string();
    ASSERT_TRUE(same(*quotient, a.normalized())) << a.to_string() << ' ' << b.to_string();
  });
}

TEST(DecimalLaws, AdditionAndMultiplicationCommute) {
  holds([](Draw& draw) {
    const Decimal a = decimal(draw);
    const Decimal b = decimal(draw);
    ASSERT_TRUE(same(*(a + b), *(b + a))) << a.to_string() << ' ' << b.to_string();
    ASSERT_TRUE(same(*(a * b), *(b * a))) << a.to_string() << ' ' << b.to_string();
    ASSERT_TRUE(same(*(a - b), -*(b - a))) << a.to_string() << ' ' << b.to_string();
  });
}

TEST(DecimalLaws, AdditionAndMultiplicationAssociate) {
  holds([](Draw& draw) {
    const Decimal a = decimal(draw);
    const Decimal b = decimal(draw);
    const Decimal c = decimal(draw);
    SCOPED_TRACE(a.to_string() + ' ' + b.to_string() + ' ' + c.to_string());
    ASSERT_TRUE(same(*(*(a + b) + c), *(a + *(b + c))));
    ASSERT_TRUE(same(*(*(a * b) * c), *(a * *(b * c))));
  });
}

TEST(DecimalLaws, MultiplicationDistributesOverAddition) {
  holds([](Draw& draw) {
    const Decimal a = decimal(draw);
    const Decimal b = decimal(draw);
    const Decimal c = decimal(draw);
    ASSERT_TRUE(same(*(a * *(b + c)), *(*(a * b) + *(a * c))))
        << a.to_string() << ' ' << b.to_string() << ' ' << c.to_string();
  });
}

TEST(DecimalLaws, OrderIsTheSignOfTheDifference) {
  holds([](Draw& draw) {
    const Decimal a = decimal(draw);
    const Decimal b = decimal(draw);
    ASSERT_EQ(a <=> b, (a - b)->sign() <=> 0) << a.to_string() << ' ' << b.to_string();
    ASSERT_EQ(-b <=> -a, a <=> b) << a.to_string() << ' ' << b.to_string();
  });
}

TEST(DecimalLaws, NormalizingChangesNoValueAndIsDoneOnce) {
  holds([](Draw& draw) {
    const Decimal a = decimal(draw);
    const Decimal short_form = a.normalized();
    ASSERT_EQ(short_form, a) << a.to_string();
    ASSERT_EQ(short_form.hash(), a.hash()) << a.to_string();
    ASSERT_TRUE(same(short_form.normalized(), short_form)) << a.to_string();
    ASSERT_TRUE(same(round(short_form, a.scale(), Rounding::down)->normalized(), short_form));
  });
}

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

TEST(RatioLaws, OperationsUndoEachOther) {
  holds([](Draw& draw) {
    const Ratio a = ratio(draw);
    const Ratio b = ratio(draw);
    SCOPED_TRACE(a.to_string() + " and " + b.to_string());
    ASSERT_EQ(*(a + b - b), a);
    ASSERT_EQ(*(a - b), *(a + -b));
    ASSERT_EQ(*Ratio::of(a.numerator(), a.denominator()), a);
    if (b.is_zero()) return;
    ASSERT_EQ(*(a * b / b), a);
    ASSERT_EQ(*(a / b * b), a);
    ASSERT_EQ(*(1 / (1 / b)), b);
  });
}

TEST(RatioLaws, OperationsCommuteAssociateAndDistribute) {
  holds([](Draw& draw) {
    const Ratio a = ratio(draw);
    const Ratio b = ratio(draw);
    const Ratio c = ratio(draw);
    SCOPED_TRACE(a.to_string() + " and " + b.to_string() + " and " + c.to_string());
    ASSERT_EQ(*(a + b), *(b + a));
    ASSERT_EQ(*(a * b), *(b * a));
    ASSERT_EQ(*(a + b + c), *(a + (b + c)));
    ASSERT_EQ(*(a * b * c), *(a * (b * c)));
    ASSERT_EQ(*(a * (b + c)), *(a * b + a * c));
    ASSERT_EQ((a + b)->hash(), (b + a)->hash());
  });
}

TEST(RatioLaws, PowersAddTheirExponents) {
  holds(
      [](Draw& draw) {
        const Ratio a = ratio(draw);
        if (a.is_zero()) return;
        const int m = draw.between(-6, 6);
        const int n = draw.between(-6, 6);
        SCOPED_TRACE(a.to_string() + ' ' + std::to_string(m) + ' ' + std::to_string(n));
        ASSERT_EQ(*pow(a, m + n), *(pow(a, m) * pow(a, n)));
        ASSERT_EQ(*pow(a, -m), *(1 / pow(a, m)));
      },
      500);
}

TEST(RatioLaws, ParseUndoesPrint) {
  holds([](Draw& draw) {
    const Ratio a = ratio(draw);
    const Ratio back = *Ratio::parse(a.to_string());
    ASSERT_EQ(back, a) << a.to_string();
    ASSERT_EQ(back.hash(), a.hash()) << a.to_string();
    ASSERT_EQ(back.to_string(), a.to_string());
    if (a.terminates()) {
      ASSERT_EQ(Ratio(*a.to_decimal()), a) << a.to_string();
    }
  });
}

TEST(RatioLaws, FloorIsTheIntegerBelow) {
  holds([](Draw& draw) {
    const Ratio a = ratio(draw);
    const Decimal below = floor(a);
    ASSERT_EQ(below.scale(), 0) << a.to_string();
    ASSERT_TRUE(Ratio(below) <= a && a < *(Ratio(below) + 1)) << a.to_string();
    ASSERT_TRUE(same(*round(a, 0, Rounding::floor), below)) << a.to_string();
  });
}

}  // namespace
}  // namespace tiendo
