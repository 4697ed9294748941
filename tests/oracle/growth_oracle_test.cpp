// Roots and compound growth against their definitions: an integer is the rounded root because its
// power, and that of the half above it, stand where they must. Every small case is found by
// counting up; large ones are drawn at random and checked by the same inequalities. Nothing is
// shared with src/, and no root is computed here.

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "big_rational.hpp"
#include "tiendo/decimal/growth.hpp"
#include "tiendo/decimal/roots.hpp"

namespace tiendo {
namespace {

using Large = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                            boost::multiprecision::et_off>;

constexpr Rounding kModes[] = {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                               Rounding::up,      Rounding::down,      Rounding::ceiling,
                               Rounding::floor};

constexpr std::uint64_t kSeed = 20241231;

Large power(const Large& base, int exponent) {
  Large result = 1;
  for (int i = 0; i < exponent; ++i) result *= base;
  return result;
}

Large ten_to(int exponent) { return oracle::power_of_ten<Large>(exponent); }

int sign(const Large& value) { return value < 0 ? -1 : value > 0 ? 1 : 0; }

// The coefficient of a decimal, from its text.
Large coefficient(const Decimal& value) {
  std::string text = value.to_string();
  const bool negative = text.front() == '-';
  std::erase_if(text, [](char c) { return c == '-' || c == '.'; });
  text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
  return negative ? Large(-Large(text)) : Large(text);
}

Decimal decimal(const Large& value) {
  Decimal result;
  const std::string text = value.str();
  for (const char c : text) {
    if (c != '-') result = *(*(result * 10) + (c - '0'));
  }
  return value < 0 ? -result : result;
}

Ratio ratio(const Large& numerator, const Large& denominator) {
  return *Ratio::of(decimal(numerator), decimal(denominator));
}

// Where a number lies above the integer below it.
enum class Rest { none, below_half, half, above_half };

// What a mode makes of a number of that size: `below` is the integer below the size.
Large rounded(const Large& below, Rest rest, bool negative, Rounding mode) {
  bool up = false;
  switch (mode) {
    case Rounding::up: up = rest != Rest::none; break;
    case Rounding::down: up = false; break;
    case Rounding::ceiling: up = rest != Rest::none && !negative; break;
    case Rounding::floor: up = rest != Rest::none && negative; break;
    case Rounding::half_up: up = rest == Rest::half || rest == Rest::above_half; break;
    case Rounding::half_down: up = rest == Rest::above_half; break;
    case Rounding::half_even:
      up = rest == Rest::above_half || (rest == Rest::half && below % 2 != 0);
      break;
  }
  const Large size = up ? Large(below + 1) : below;
  return negative ? Large(-size) : size;
}

// Where the root of a / b lies above k / unit, which is not above it by 1 / unit or more.
Rest rest_of(const Large& a, const Large& b, int degree, const Large& unit, const Large& k) {
  if (power(k, degree) * b == a * power(unit, degree)) return Rest::none;
  const int order = sign(a * power(2 * unit, degree) - power(2 * k + 1, degree) * b);
  return order < 0 ? Rest::below_half : order > 0 ? Rest::above_half : Rest::half;
}

TEST(RootOracle, EverySmallRootInEveryMode) {
  for (int degree = 1; degree <= 5; ++degree) {
    for (int scale = 0; scale <= 3; ++scale) {
      const Large unit = ten_to(scale);
      for (int b = 1; b <= 12; ++b) {
        Large k = 0;
        for (int a = 0; a <= 40; ++a) {
          while (power(k + 1, degree) * b <= a * power(unit, degree)) k += 1;
          const Rest rest = rest_of(a, b, degree, unit, k);
          for (const Rounding mode : kModes) {
            const auto result = root(*Ratio::of(a, b), degree, scale, mode);
            ASSERT_TRUE(result && result->scale() == scale &&
                        coefficient(*result) == rounded(k, rest, false, mode))
                << degree << " " << a << "/" << b << " to " << scale << " " << name_of(mode);
            if (degree % 2 == 0) continue;
            const auto negative = root(*Ratio::of(-a, b), degree, scale, mode);
            ASSERT_EQ(coefficient(*negative), rounded(k, rest, true, mode))
                << degree << " -" << a << "/" << b << " to " << scale << " " << name_of(mode);
          }
        }
      }
    }
  }
}

TEST(RootOracle, EverySmallFractionIsTheRootOfItsPower) {
  for (int degree = 1; degree <= 7; ++degree) {
    for (int a = -30; a <= 30; ++a) {
      for (int b = 1; b <= 30; ++b) {
        const Ratio base = *Ratio::of(a, b);
        const Ratio value = *pow(base, degree);
        const auto found = exact_root(value, degree);
        if (degree % 2 == 0 && a < 0) {
          ASSERT_EQ(*found, -base) << a << "/" << b << " ^" << degree;
        } else {
          ASSERT_EQ(*found, base) << a << "/" << b << " ^" << degree;
        }
        if (degree == 1 || a == 0) continue;
        ASSERT_FALSE(exact_root(*(value.abs() * 2), degree)) << a << "/" << b << " ^" << degree;
        ASSERT_FALSE(exact_root(*(value.abs() / 2), degree)) << a << "/" << b << " ^" << degree;
      }
    }
  }
}

class Draw {
 public:
  int from(int least, int most) {
    return least + static_cast<int>(random_() % static_cast<std::uint64_t>(most - least + 1));
  }

  // Above zero, of up to `bits` bits.
  Large integer(int bits) {
    Large value = 1;
    for (int i = from(0, bits - 1); i > 0; --i) value = 2 * value + from(0, 1);
    return value;
  }

 private:
  std::mt19937_64 random_{kSeed};
};

// The root of a / b, checked by the powers beside what each mode gives.
void expect_root(const Large& a, const Large& b, int degree, int scale) {
  const Large scaled = a * power(ten_to(scale), degree);
  const auto down = root(ratio(a, b), degree, scale, Rounding::floor);
  ASSERT_TRUE(down);
  const Large k = coefficient(*down);
  ASSERT_TRUE(power(k, degree) * b <= scaled && power(k + 1, degree) * b > scaled);
  const Rest rest = rest_of(a, b, degree, ten_to(scale), k);
  for (const Rounding mode : kModes) {
    const auto result = root(ratio(a, b), degree, scale, mode);
    ASSERT_EQ(coefficient(*result), rounded(k, rest, false, mode)) << name_of(mode);
  }
}

TEST(RootOracle, LargeOnesAtRandom) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  Draw draw;
  for (int i = 0; i < 1500; ++i) {
    const int bits = i % 10 == 0 ? 1500 : 70;
    const int degree = i % 7 == 0 ? draw.from(1, 200) : draw.from(1, 12);
    const int scale = draw.from(0, degree > 12 ? 8 : 40);
    const Large a = draw.integer(bits);
    const Large b = draw.integer(bits);
    SCOPED_TRACE(a.str() + "/" + b.str() + " ^1/" + std::to_string(degree) + " to " +
                 std::to_string(scale));
    expect_root(a, b, degree, scale);
    if (HasFatalFailure()) return;
  }
}

// Powers of whole numbers of half units are exact or ties; beside them one unit of the last place
// of a long number decides.
TEST(RootOracle, TiesAndTheirNeighboursAtRandom) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  Draw draw;
  for (int i = 0; i < 400; ++i) {
    const int degree = draw.from(1, 9);
    const int scale = draw.from(0, 6);
    const Large a = power(draw.integer(60), degree);
    const Large b = power(2 * ten_to(scale), degree);
    const Large fine = ten_to(draw.from(1, 60));
    SCOPED_TRACE(a.str() + "/" + b.str() + " ^1/" + std::to_string(degree) + " to " +
                 std::to_string(scale));
    for (int step = -1; step <= 1; ++step) {
      expect_root(a * fine + step, b * fine, degree, scale);
      if (HasFatalFailure()) return;
    }
  }
}

// How last / first over the periods stands to a rate of k / unit of 1: by whole powers.
int order_of_rate(const Growth& growth, int first, int last, const Large& k, const Large& unit) {
  const Large factor = unit + k;  // of unit
  if (factor < 0) return 1;
  return sign(power(last, growth.rate_periods) * power(unit, growth.periods) -
              power(first, growth.rate_periods) * power(factor, growth.periods));
}

template <class Body>
void for_small_growths(int most, int most_periods, const Body& body) {
  for (int first = 1; first <= most; ++first) {
    for (int last = 0; last <= most; ++last) {
      for (int periods = 1; periods <= most_periods; ++periods) {
        for (int rate_periods = 1; rate_periods <= 3; ++rate_periods) {
          body(Growth{first, last, periods, rate_periods}, first, last);
        }
      }
    }
  }
}

std::string shown(const Growth& growth) {
  return growth.first.to_string() + " to " + growth.last.to_string() + " in " +
         std::to_string(growth.periods) + "/" + std::to_string(growth.rate_periods);
}

TEST(GrowthOracle, EverySmallAverageInEveryMode) {
  for (int scale = 0; scale <= 2; ++scale) {
    const Large unit = ten_to(scale + 2);
    for_small_growths(7, 4, [&](const Growth& growth, int first, int last) {
      // The largest k whose rate is not above the growth, by halving a range around it.
      Large low = -unit;
      Large high = unit * 1000;
      while (high - low > 1) {
        const Large middle = (low + high + 2 * unit * 1000) / 2 - unit * 1000;
        (order_of_rate(growth, first, last, middle, unit) >= 0 ? low : high) = middle;
      }
      const int at_half = order_of_rate(growth, first, last, 2 * low + 1, 2 * unit);
      Rest rest = at_half < 0 ? Rest::below_half : at_half > 0 ? Rest::above_half : Rest::half;
      if (order_of_rate(growth, first, last, low, unit) == 0) rest = Rest::none;
      Large size = low;
      if (low < 0) {  // seen from zero: the rest turns round
        size = rest == Rest::none ? Large(-low) : Large(-low - 1);
        if (rest == Rest::below_half || rest == Rest::above_half) {
          rest = rest == Rest::below_half ? Rest::above_half : Rest::below_half;
        }
      }
      for (const Rounding mode : kModes) {
        const auto result = average_growth(growth, scale, mode);
        ASSERT_TRUE(result && result->scale() == scale &&
                    coefficient(*result) == rounded(size, rest, low < 0, mode))
            << shown(growth) << " to " << scale << " " << name_of(mode);
      }
    });
  }
}

TEST(GrowthOracle, EverySmallComparisonWithARate) {
  const int rates[] = {-250, -100, -75, -50, -10, 0, 5, 20, 25, 50, 100, 200, 300, 800};
  for_small_growths(9, 5, [&](const Growth& growth, int first, int last) {
    for (const int rate : rates) {
      for (const int part : {1, 3}) {
        const auto result = compare_growth(growth, *Ratio::of(rate, part));
        ASSERT_TRUE(result);
        ASSERT_EQ(*result, order_of_rate(growth, first, last, rate, 100 * part) <=> 0)
            << shown(growth) << " against " << rate << "/" << part;
      }
    }
  });
}

TEST(GrowthOracle, EverySmallExtrapolation) {
  for_small_growths(6, 4, [&](const Growth& growth, int first, int last) {
    for (int further = 0; further <= 5; ++further) {
      for (int threshold = -1; threshold <= 30; ++threshold) {
        const auto result = compare_extrapolated(growth, further, *Ratio::of(threshold, 2));
        const Large left = power(last, growth.periods + further) * power(2, growth.periods);
        const Large right = power(threshold, growth.periods) * power(first, further);
        const int expected = threshold < 0 ? 1 : sign(left - right);
        ASSERT_EQ(*result, expected <=> 0)
            << shown(growth) << " and " << further << " on, against " << threshold << "/2";
      }
    }
  });
}

// A root in units of 10^-40: the units below it.
Large units_of_root(const Growth& growth, int first, int last) {
  const Large wanted = power(last, growth.rate_periods) * power(ten_to(40), growth.periods);
  Large low = 0;
  Large high = ten_to(45);
  while (high - low > 1) {
    const Large middle = (low + high) / 2;
    const bool below = power(middle, growth.periods) * power(first, growth.rate_periods) <= wanted;
    (below ? low : high) = middle;
  }
  return low;
}

// Two growths of small numbers that are equal up to 10^-38 are taken for equal.
TEST(GrowthOracle, EverySmallPairOfGrowths) {
  struct Entry {
    Growth growth;
    Large units;
  };
  std::vector<Entry> entries;
  for_small_growths(4, 3, [&](const Growth& growth, int first, int last) {
    entries.push_back({growth, units_of_root(growth, first, last)});
  });
  const int factors[][2] = {{0, 1}, {1, 1},  {2, 1},   {-1, 1}, {1, 2},
                            {3, 2}, {-1, 2}, {19, 20}, {1, 3},  {-7, 3}};
  const Large one = ten_to(40);
  int equal = 0;
  for (const Entry& a : entries) {
    for (const Entry& b : entries) {
      for (const auto& [p, q] : factors) {
        const Large difference = q * (a.units - one) - p * (b.units - one);
        const int expected = abs(difference) < 100 ? 0 : sign(difference);
        equal += expected == 0 ? 1 : 0;
        const auto result = compare_growths(a.growth, *Ratio::of(p, q), b.growth);
        ASSERT_TRUE(result);
        ASSERT_EQ(*result, expected <=> 0)
            << shown(a.growth) << " against " << p << "/" << q << " times " << shown(b.growth);
      }
    }
  }
  EXPECT_GT(equal, 1000);
}

// Growth by the same rate every period meets that rate exactly; one unit of the last digit less or
// more does not. Computed with binary fractions, 21 of these 70 fall below.
TEST(GrowthOracle, GrowthAtAConstantRateMeetsItAndIsTiedWithItself) {
  for (const int tenths : {5, 10, 15, 20, 50}) {
    const Decimal rate = *Decimal::of(tenths, 1);
    Decimal last = 100;
    for (int years = 1; years <= 15; ++years) {
      last = *(last * *Decimal::of(1000 + tenths, 3));
      if (years == 1) continue;
      const Decimal least = *Decimal::of(1, last.scale());
      SCOPED_TRACE(last.to_string() + " after " + std::to_string(years));
      EXPECT_EQ(*compare_growth({100, last, years}, rate), std::strong_ordering::equal);
      EXPECT_EQ(*compare_growth({100, *(last - least), years}, rate), std::strong_ordering::less);
      EXPECT_EQ(*compare_growth({100, *(last + least), years}, rate),
                std::strong_ordering::greater);
      for (const Rounding mode : kModes) {
        EXPECT_EQ(*average_growth({100, last, years}, 1, mode), rate) << name_of(mode);
      }
    }
  }
}

}  // namespace
}  // namespace tiendo
