// Every operation of Ratio on every small fraction, reduced or not, in every mode, against the
// plain fractions of big_rational.hpp.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "big_rational.hpp"
#include "number_text.hpp"
#include "numbers.hpp"

namespace tiendo {
namespace {

using oracle::exact_small;
using oracle::kModes;
using oracle::Rational;
using oracle::Small;

struct Entry {
  Ratio ratio;
  Rational<Small> value;
};

// Every fraction with these largest parts; 2/4 is one of its own.
std::vector<Entry> small_ratios(Small numerators, Small denominators) {
  std::vector<Entry> entries;
  for (Small denominator = 1; denominator <= denominators; ++denominator) {
    for (Small numerator = -numerators; numerator <= numerators; ++numerator) {
      entries.push_back({*Ratio::of(numerator, denominator), {numerator, denominator}});
    }
  }
  return entries;
}

bool same(const Result<Ratio>& result, const Rational<Small>& expected) {
  return compare(exact_small(*result), expected) == 0;
}

TEST(RatioOracle, EverySmallFractionIsInLowestTerms) {
  for (const auto& [ratio, value] : small_ratios(200, 100)) {
    const auto expected = lowest(value);
    const std::string text =
        std::to_string(expected.numerator) +
        (expected.denominator == 1 ? "" : "/" + std::to_string(expected.denominator));
    ASSERT_EQ(ratio.to_string(), text);
    ASSERT_EQ(ratio.numerator(), expected.numerator) << text;
    ASSERT_EQ(ratio.denominator(), expected.denominator) << text;
    ASSERT_EQ(ratio.numerator().scale() + ratio.denominator().scale(), 0) << text;
    ASSERT_EQ(ratio.sign(), (value.numerator > 0) - (value.numerator < 0)) << text;
    ASSERT_EQ(ratio.is_zero(), value.numerator == 0) << text;
    ASSERT_EQ((-ratio).numerator(), -expected.numerator) << text;
    ASSERT_EQ(ratio.abs().numerator(), std::abs(expected.numerator)) << text;
    ASSERT_EQ(ratio.abs().denominator(), expected.denominator) << text;
    const std::string unreduced =
        std::to_string(value.numerator) + "/" + std::to_string(value.denominator);
    for (const std::string& each : {text, unreduced}) {
      const auto back = Ratio::parse(each);
      ASSERT_TRUE(back && *back == ratio && back->hash() == ratio.hash()) << each;
    }
  }
}

TEST(RatioOracle, EverySmallQuotientOfDecimals) {
  for (int a_scale = 0; a_scale <= 2; ++a_scale) {
    for (int b_scale = 0; b_scale <= 2; ++b_scale) {
      for (Small a = -40; a <= 40; ++a) {
        for (Small b = -40; b <= 40; ++b) {
          const auto result = Ratio::of(*Decimal::of(a, a_scale), *Decimal::of(b, b_scale));
          ASSERT_EQ(bool(result), b != 0);
          if (b == 0) continue;
          const auto expected = over(Rational<Small>{a, oracle::power_of_ten<Small>(a_scale)},
                                     Rational<Small>{b, oracle::power_of_ten<Small>(b_scale)});
          ASSERT_TRUE(same(result, expected)) << a << ' ' << a_scale << ' ' << b << ' ' << b_scale;
        }
      }
    }
  }
}

TEST(RatioOracle, EverySmallOperation) {
  const auto entries = small_ratios(20, 12);
  for (const auto& [x, a] : entries) {
    for (const auto& [y, b] : entries) {
      const int order = compare(a, b);
      const auto quotient = x / y;
      ASSERT_TRUE(same(x + y, plus(a, b)) && same(x - y, minus(a, b)) && same(x * y, times(a, b)) &&
                  (x <=> y) == (order <=> 0) && (x == y) == (order == 0) &&
                  (order != 0 || x.hash() == y.hash()) && bool(quotient) == (b.numerator != 0) &&
                  (!quotient || same(quotient, over(a, b))))
          << x.to_string() << " and " << y.to_string();
    }
  }
}

TEST(RatioOracle, EverySmallPower) {
  for (const auto& [ratio, value] : small_ratios(9, 9)) {
    for (int exponent = -8; exponent <= 8; ++exponent) {
      const auto result = pow(ratio, exponent);
      ASSERT_EQ(bool(result), value.numerator != 0 || exponent >= 0);
      if (!result) continue;
      ASSERT_TRUE(same(result, lowest(power(value, exponent))))
          << ratio.to_string() << '^' << exponent;
    }
  }
}

TEST(RatioOracle, EverySmallDecimalForm) {
  for (const auto& [ratio, value] : small_ratios(60, 130)) {
    const int scale = oracle::decimals(value, 40);
    const auto decimal = ratio.to_decimal();
    ASSERT_EQ(ratio.terminates(), scale >= 0) << ratio.to_string();
    ASSERT_EQ(bool(decimal), scale >= 0) << ratio.to_string();
    if (!decimal) continue;
    ASSERT_EQ(decimal->scale(), scale) << ratio.to_string();
    ASSERT_EQ(compare(exact_small(*decimal), value), 0) << ratio.to_string();
    ASSERT_TRUE(Ratio(*decimal) == ratio && decimal->hash() == ratio.hash()) << ratio.to_string();
  }
}

TEST(RatioOracle, EverySmallRounding) {
  for (const auto& [ratio, value] : small_ratios(130, 90)) {
    for (int scale = 0; scale <= 3; ++scale) {
      for (const Rounding mode : kModes) {
        const auto result = round(ratio, scale, mode);
        ASSERT_EQ(static_cast<Small>(result->to_words()->lo), rounded_at(value, scale, mode))
            << ratio.to_string() << " to " << scale << " " << name_of(mode);
        ASSERT_EQ(result->scale(), scale);
      }
    }
    ASSERT_EQ(static_cast<Small>(floor(ratio).to_words()->lo), rounded(value, Rounding::floor))
        << ratio.to_string();
  }
}

}  // namespace
}  // namespace tiendo
