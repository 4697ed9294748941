// The decimal layer against the plain fractions of big_rational.hpp at random, around every place
// where it changes its way of working, and at the limits: a result is exact, or is refused exactly
// when it has too many digits.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "big_rational.hpp"
#include "numbers.hpp"

namespace tiendo {
namespace {

using oracle::digits_of;
using oracle::Draw;
using oracle::exact;
using oracle::kModes;
using oracle::Large;
using oracle::Number;
using oracle::number_of;
using oracle::Rational;

template <class T>
Errc code_of(const Result<T>& result) {
  return result ? Errc::none : result.error().code;
}

// Digits after the point of a fraction in lowest terms, -1 when they do not end. A denominator that
// divides 10^n has at least n bits, and no digit has more than four.
int decimals_of(const Rational<Large>& reduced) {
  return oracle::decimals(reduced, 4 * digits_of(reduced.denominator));
}

// This coefficient at this scale, or that there are too many digits.
void expect_number(const Result<Decimal>& result, const Large& coefficient, int scale) {
  if (scale > Decimal::kMaxScale || digits_of(coefficient) > Decimal::kMaxDigits) {
    ASSERT_EQ(code_of(result), Errc::number_too_long);
    return;
  }
  ASSERT_EQ(code_of(result), Errc::none);
  ASSERT_EQ(exact(*result).numerator, coefficient);
  ASSERT_EQ(result->scale(), scale);
}

// This fraction in lowest terms, or that there are too many digits.
void expect_fraction(const Result<Ratio>& result, const Rational<Large>& value) {
  const Rational<Large> expected = lowest(value);
  if (std::max(digits_of(expected.numerator), digits_of(expected.denominator)) >
      Decimal::kMaxDigits) {
    ASSERT_EQ(code_of(result), Errc::number_too_long);
    return;
  }
  ASSERT_EQ(code_of(result), Errc::none);
  ASSERT_EQ(exact(*result).numerator, expected.numerator);
  ASSERT_EQ(exact(*result).denominator, expected.denominator);
}

// The value written out, or why it cannot be.
void expect_decimal_form(const Result<Decimal>& result, const Rational<Large>& value) {
  const Rational<Large> reduced = lowest(value);
  const int scale = decimals_of(reduced);
  if (scale >= 0) {
    const Large unit = oracle::power_of_ten<Large>(std::min(scale, Decimal::kMaxScale + 1));
    expect_number(result, reduced.numerator * unit / reduced.denominator, scale);
  } else if (code_of(result) != Errc::number_too_long) {
    ASSERT_EQ(code_of(result), Errc::number_not_finite);
  } else {  // too long as a fraction, which is found first
    ASSERT_GT(std::max(digits_of(reduced.numerator), digits_of(reduced.denominator)),
              Decimal::kMaxDigits);
  }
}

// Two numbers; at times equal, opposite, next to each other, or one a multiple of the other.
std::pair<Number, Number> two_numbers(Draw& draw) {
  const Number a = draw.number();
  switch (draw.below(8)) {
    case 0: return {a, number_of(-a.coefficient, a.scale)};
    case 1: return {a, number_of(a.coefficient * oracle::power_of_ten<Large>(7), a.scale + 7)};
    case 2: return {a, number_of(a.coefficient + draw.between(-1, 1), a.scale)};
    case 3: return {a, number_of(a.coefficient * draw.between(1, 40), draw.between(0, 40))};
    case 4: return {a, number_of(draw.long_integer(), draw.between(0, 40))};
    default: return {a, draw.number()};
  }
}

void check_arithmetic(const Number& a, const Number& b) {
  const int scale = std::max(a.scale, b.scale);
  const Large left = a.coefficient * oracle::power_of_ten<Large>(scale - a.scale);
  const Large right = b.coefficient * oracle::power_of_ten<Large>(scale - b.scale);
  expect_number(a.decimal + b.decimal, left + right, scale);
  expect_number(a.decimal - b.decimal, left - right, scale);
  expect_number(a.decimal * b.decimal, a.coefficient * b.coefficient, a.scale + b.scale);
  if (b.coefficient != 0) {
    expect_decimal_form(a.decimal / b.decimal, over(a.value(), b.value()));
  } else {
    ASSERT_EQ(code_of(a.decimal / b.decimal), Errc::division_by_zero);
  }
}

void check_order(const Number& a, const Number& b) {
  const int order = compare(a.value(), b.value());
  ASSERT_EQ(a.decimal <=> b.decimal, order <=> 0);
  ASSERT_EQ(a.decimal == b.decimal, order == 0);
  ASSERT_EQ(total_order(a.decimal, b.decimal), order != 0 ? order <=> 0 : a.scale <=> b.scale);
  ASSERT_TRUE(order != 0 || a.decimal.hash() == b.decimal.hash());
  ASSERT_EQ(Ratio(a.decimal) <=> Ratio(b.decimal), order <=> 0);
  ASSERT_EQ(Ratio(a.decimal).hash(), a.decimal.hash());
}

void check_rounding(const Number& a, int scale) {
  for (const Rounding mode : kModes) {
    const Large expected = rounded_at(a.value(), scale, mode);
    expect_number(round(a.decimal, scale, mode), expected, scale);
    expect_number(round(Ratio(a.decimal), scale, mode), expected, scale);
  }
}

void check_multiple(const Number& a, const Number& unit) {
  if (unit.coefficient <= 0) {
    ASSERT_EQ(code_of(round_to_multiple(a.decimal, unit.decimal, Rounding::up)),
              Errc::number_out_of_range);
    return;
  }
  for (const Rounding mode : kModes) {
    const Large count = rounded(over(a.value(), unit.value()), mode);
    expect_number(round_to_multiple(a.decimal, unit.decimal, mode), count * unit.coefficient,
                  unit.scale);
  }
}

void check_parts(const Number& a) {
  ASSERT_EQ(exact(a.decimal).numerator, a.coefficient);
  ASSERT_EQ(a.decimal.scale(), a.scale);
  ASSERT_EQ(a.decimal.sign(), a.coefficient.sign());
  const auto small = a.decimal.coefficient();
  ASSERT_EQ(small.has_value(), a.coefficient == Large(static_cast<std::int64_t>(a.coefficient)));
  ASSERT_EQ(Large(small.value_or(0)), small ? a.coefficient : Large(0));
  ASSERT_EQ(a.decimal.digits(), digits_of(a.coefficient));
  expect_number(-a.decimal, -a.coefficient, a.scale);
  expect_number(a.decimal.abs(), abs(a.coefficient), a.scale);
  int scale = a.scale;
  Large coefficient = a.coefficient;
  for (; scale > 0 && coefficient % 10 == 0; --scale) coefficient /= 10;
  expect_number(a.decimal.normalized(), coefficient, scale);
}

void check_words(const Number& a) {
  const auto words = a.decimal.to_words();
  const bool fits = abs(a.coefficient) < oracle::power_of_ten<Large>(38) && a.scale <= 38;
  ASSERT_EQ(code_of(words), fits ? Errc::none : Errc::number_out_of_range);
  if (!fits) return;
  ASSERT_EQ(Large(words->hi) * (Large(1) << 64) + words->lo, a.coefficient);
  ASSERT_EQ(words->scale, a.scale);
  expect_number(Decimal::from_words(words->lo, words->hi, words->scale), a.coefficient, a.scale);
}

TEST(NumberEdges, DecimalsAtRandom) {
  SCOPED_TRACE(oracle::seed_text());
  Draw draw;
  for (int i = 0; i < 6000 && !HasFatalFailure(); ++i) {
    const auto [a, b] = two_numbers(draw);
    SCOPED_TRACE(testing::Message() << a << " and " << b);
    check_parts(a);
    check_parts(b);
    check_words(a);
    check_words(b);
    check_arithmetic(a, b);
    check_order(a, b);
    check_order(b, a);
    check_rounding(a, draw.between(0, 45));
    check_multiple(a, number_of(abs(b.coefficient), b.scale));
  }
}

TEST(NumberEdges, EveryPairOfWords) {
  constexpr std::uint64_t kLow[] = {
      0, 1, 2, ~std::uint64_t{0}, std::uint64_t{1} << 63, (std::uint64_t{1} << 63) - 1};
  constexpr std::int64_t kWide = std::int64_t{1} << 56;  // 2^120 and more are not stored inline
  constexpr std::int64_t kHigh[] = {0,
                                    1,
                                    -1,
                                    2,
                                    -2,
                                    kWide - 1,
                                    kWide,
                                    -kWide,
                                    -kWide - 1,
                                    std::numeric_limits<std::int64_t>::max(),
                                    std::numeric_limits<std::int64_t>::min()};
  for (const std::uint64_t lo : kLow) {
    for (const std::int64_t hi : kHigh) {
      for (const int scale : {0, 1, 38, 39, 62, 63, Decimal::kMaxScale}) {
        SCOPED_TRACE(testing::Message() << lo << ' ' << hi << ' ' << scale);
        expect_number(Decimal::from_words(lo, hi, scale), Large(hi) * (Large(1) << 64) + lo, scale);
      }
    }
  }
}

// Any number, or one whose sum with the first is short although it would be too long at its scale.
Number far_or_near(Draw& draw, const Number& a) {
  switch (draw.below(4)) {
    case 0: return number_of(-a.coefficient, a.scale);
    case 1: return number_of(-rounded(a.value(), Rounding::up), 0);
    default: return draw.extreme();
  }
}

TEST(NumberEdges, DecimalsAtTheLimits) {
  SCOPED_TRACE(oracle::seed_text());
  Draw draw;
  for (int i = 0; i < 16 && !HasFatalFailure(); ++i) {
    const Number a = draw.extreme();
    const Number b = far_or_near(draw, a);
    SCOPED_TRACE(testing::Message() << a << " and " << b);
    check_parts(a);
    check_words(a);
    check_order(a, b);
    const int scale = std::max(a.scale, b.scale);
    const Large left = a.coefficient * oracle::power_of_ten<Large>(scale - a.scale);
    const Large right = b.coefficient * oracle::power_of_ten<Large>(scale - b.scale);
    expect_number(a.decimal + b.decimal, left + right, scale);
    expect_number(a.decimal - b.decimal, left - right, scale);
    expect_number(a.decimal * b.decimal, a.coefficient * b.coefficient, a.scale + b.scale);
    check_rounding(a, draw.one_in(2) ? draw.between(9990, Decimal::kMaxScale) : a.scale / 2);
    check_multiple(a, number_of(abs(b.coefficient), b.scale));
  }
}

// A fraction of two numbers, and what it is.
std::pair<Ratio, Rational<Large>> fraction(Draw& draw) {
  Number above = draw.number();
  Number below = draw.number();
  if (draw.one_in(20)) above = number_of(draw.long_integer(), 0);
  if (draw.one_in(20)) below = number_of(draw.long_integer(), 0);
  if (below.coefficient == 0) below = number_of(1, 0);
  return {*Ratio::of(above.decimal, below.decimal), over(above.value(), below.value())};
}

TEST(NumberEdges, RatiosAtRandom) {
  SCOPED_TRACE(oracle::seed_text());
  Draw draw;
  for (int i = 0; i < 3000 && !HasFatalFailure(); ++i) {
    const auto [a, x] = fraction(draw);
    auto [b, y] = fraction(draw);
    if (draw.one_in(8)) std::tie(b, y) = std::pair(-a, minus({0, 1}, x));
    if (draw.one_in(8)) std::tie(b, y) = std::pair(*(a * 3), times(x, {3, 1}));
    SCOPED_TRACE(a.to_string() + " and " + b.to_string());
    expect_fraction(a, x);
    expect_fraction(-a, minus({0, 1}, x));
    expect_fraction(a + b, plus(x, y));
    expect_fraction(a - b, minus(x, y));
    expect_fraction(a * b, times(x, y));
    ASSERT_EQ(a <=> b, compare(x, y) <=> 0);
    ASSERT_EQ(a == b, compare(x, y) == 0);
    ASSERT_EQ(a.sign(), x.numerator.sign());
    ASSERT_EQ(code_of(a / b), b.is_zero() ? Errc::division_by_zero : Errc::none);
    if (!b.is_zero()) expect_fraction(a / b, over(x, y));
    expect_decimal_form(a.to_decimal(), x);
    ASSERT_EQ(a.terminates(), decimals_of(lowest(x)) >= 0);
    ASSERT_EQ(exact(floor(a)).numerator, rounded(x, Rounding::floor));
    const int scale = draw.between(0, 45);
    for (const Rounding mode : kModes) {
      expect_number(round(a, scale, mode), rounded_at(x, scale, mode), scale);
    }
  }
}

TEST(NumberEdges, PowersAtRandom) {
  SCOPED_TRACE(oracle::seed_text());
  Draw draw;
  for (int i = 0; i < 600 && !HasFatalFailure(); ++i) {
    const auto [base, x] = fraction(draw);
    if (base.is_zero()) continue;
    const int exponent = draw.between(-12, 12);
    SCOPED_TRACE(base.to_string() + "^" + std::to_string(exponent));
    expect_fraction(pow(base, exponent), power(lowest(x), exponent));
  }
}

TEST(NumberEdges, RatiosAtTheLimits) {
  SCOPED_TRACE(oracle::seed_text());
  Draw draw;
  for (int i = 0; i < 6 && !HasFatalFailure(); ++i) {
    const Number parts[] = {draw.extreme(), number_of(draw.longest_integer(), 0), draw.extreme()};
    if (parts[1].coefficient == 0) continue;
    const auto quotient = over(parts[0].value(), parts[1].value());
    expect_fraction(Ratio::of(parts[0].decimal, parts[1].decimal), quotient);
    const Ratio a(parts[1].decimal);
    const Ratio b(parts[2].decimal);
    expect_fraction(a + b, plus(parts[1].value(), parts[2].value()));
    expect_fraction(b - a, minus(parts[2].value(), parts[1].value()));
    expect_fraction(a * b, times(parts[1].value(), parts[2].value()));
    expect_fraction(b / a, over(parts[2].value(), parts[1].value()));
  }
}

}  // namespace
}  // namespace tiendo
