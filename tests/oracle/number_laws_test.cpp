// The laws of exact numbers, each by its name.

#include <gtest/gtest.h>

#include <string>

#include "laws.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo {
namespace {

using oracle::decimal;
using oracle::Draw;
using oracle::holds;
using oracle::ratio;
using oracle::same;

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

// Not promised, see decimal_oracle_test.cpp.
TEST(DecimalLaws, ANumberAndItsNegativeSeldomShareAHash) {
  int shared = 0;
  holds([&](Draw& draw) {
    const Decimal a = decimal(draw);
    if (!a.is_zero() && a.hash() == (-a).hash()) ++shared;
  });
  EXPECT_LT(shared, 30);
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
