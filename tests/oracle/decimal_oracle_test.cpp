// The decimal layer against the plain fractions of big_rational.hpp: every small case, and large
// ones at random around the widths at which the layer changes its way of working.

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "big_rational.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {
namespace {

using oracle::Rational;

using Small = std::int64_t;
using Large = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                            boost::multiprecision::et_off>;

constexpr Rounding kModes[] = {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                               Rounding::up,      Rounding::down,      Rounding::ceiling,
                               Rounding::floor};

constexpr std::uint64_t kSeed = 20240630;

// What a small Decimal is, read from its words.
Rational<Small> exact(const Decimal& value) {
  return {static_cast<Small>(value.to_words()->lo), oracle::power_of_ten<Small>(value.scale())};
}

// What any Decimal is, read from its text.
Rational<Large> exact_large(const Decimal& value) {
  const std::string text = value.to_string();
  Large coefficient = 0;
  for (const char c : text) {
    if (c != '-' && c != '.') coefficient = coefficient * 10 + (c - '0');
  }
  if (text.front() == '-') coefficient = -coefficient;
  return {coefficient, oracle::power_of_ten<Large>(value.scale())};
}

Rational<Large> exact_large(const Ratio& value) {
  return {exact_large(value.numerator()).numerator, exact_large(value.denominator()).numerator};
}

// A Decimal with its place in the small table.
struct Entry {
  Decimal decimal;
  Rational<Small> value;
};

std::vector<Entry> small_decimals() {
  std::vector<Entry> entries;
  for (int scale = 0; scale <= 3; ++scale) {
    for (Small coefficient = -120; coefficient <= 120; ++coefficient) {
      entries.push_back(
          {*Decimal::of(coefficient, scale), {coefficient, oracle::power_of_ten<Small>(scale)}});
    }
  }
  return entries;
}

TEST(DecimalOracle, EverySmallSumProductAndComparison) {
  const auto entries = small_decimals();
  for (const Entry& a : entries) {
    for (const Entry& b : entries) {
      const auto sum = a.decimal + b.decimal;
      const auto difference = a.decimal - b.decimal;
      const auto product = a.decimal * b.decimal;
      const int order = compare(a.value, b.value);
      const int scale = std::max(a.decimal.scale(), b.decimal.scale());
      ASSERT_TRUE(
          compare(exact(*sum), plus(a.value, b.value)) == 0 && sum->scale() == scale &&
          compare(exact(*difference), minus(a.value, b.value)) == 0 &&
          difference->scale() == scale && compare(exact(*product), times(a.value, b.value)) == 0 &&
          product->scale() == a.decimal.scale() + b.decimal.scale() &&
          (a.decimal <=> b.decimal) == (order <=> 0) && (a.decimal == b.decimal) == (order == 0))
          << a.decimal.to_string() << " and " << b.decimal.to_string();
    }
  }
}

TEST(DecimalOracle, EverySmallRounding) {
  for (const Entry& each : small_decimals()) {
    for (int scale = 0; scale <= 3; ++scale) {
      for (const Rounding mode : kModes) {
        const auto result = round(each.decimal, scale, mode);
        const Small expected = rounded_at(each.value, scale, mode);
        ASSERT_EQ(static_cast<Small>(result->to_words()->lo), expected)
            << each.decimal.to_string() << " to " << scale << " " << name_of(mode);
        ASSERT_EQ(result->scale(), scale);
      }
    }
  }
}

TEST(DecimalOracle, EverySmallMultiple) {
  const Decimal units[] = {1, 7, 25, *Decimal::of(5, 2), *Decimal::of(25, 1), *Decimal::of(3, 3)};
  for (const Entry& each : small_decimals()) {
    for (const Decimal& unit : units) {
      for (const Rounding mode : kModes) {
        const auto result = round_to_multiple(each.decimal, unit, mode);
        const Small count = rounded(over(each.value, exact(unit)), mode);
        const auto expected = times(Rational<Small>{count, 1}, exact(unit));
        ASSERT_EQ(compare(exact(*result), expected), 0)
            << each.decimal.to_string() << " by " << unit.to_string() << " " << name_of(mode);
      }
    }
  }
}

TEST(RatioOracle, EverySmallOperation) {
  std::vector<Rational<Small>> values;
  for (Small denominator = 1; denominator <= 12; ++denominator) {
    for (Small numerator = -13; numerator <= 13; ++numerator) {
      values.push_back({numerator, denominator});
    }
  }
  const auto ratio = [](const Rational<Small>& value) {
    return *Ratio::of(value.numerator, value.denominator);
  };
  const auto same = [](const Result<Ratio>& result, const Rational<Small>& expected) {
    return compare({exact(result->numerator()).numerator, exact(result->denominator()).numerator},
                   expected) == 0;
  };
  for (const auto& a : values) {
    for (const auto& b : values) {
      const Ratio x = ratio(a);
      const Ratio y = ratio(b);
      const int order = compare(a, b);
      ASSERT_TRUE(same(x + y, plus(a, b)) && same(x - y, minus(a, b)) && same(x * y, times(a, b)) &&
                  (x <=> y) == (order <=> 0) && (order != 0 || x.hash() == y.hash()) &&
                  (b.numerator == 0 ? !(x / y) : same(x / y, over(a, b))))
          << x.to_string() << " and " << y.to_string();
    }
  }
}

TEST(RatioOracle, EverySmallRounding) {
  for (Small denominator = 1; denominator <= 80; ++denominator) {
    for (Small numerator = -120; numerator <= 120; ++numerator) {
      const Rational<Small> value = {numerator, denominator};
      const Ratio ratio = *Ratio::of(numerator, denominator);
      for (int scale = 0; scale <= 3; ++scale) {
        for (const Rounding mode : kModes) {
          const auto result = round(ratio, scale, mode);
          ASSERT_EQ(static_cast<Small>(result->to_words()->lo), rounded_at(value, scale, mode))
              << numerator << "/" << denominator << " to " << scale << " " << name_of(mode);
        }
      }
      ASSERT_EQ(static_cast<Small>(floor(ratio).to_words()->lo), rounded(value, Rounding::floor));
    }
  }
}

// Draws numbers that crowd around powers of two and ten.
class Draw {
 public:
  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }

  // Up to `bits` long; one in three beside a power of two, one in three beside a power of ten.
  Large integer(unsigned bits) {
    const unsigned length = 1 + static_cast<unsigned>(below(bits));
    Large size = 0;
    const std::uint64_t kind = below(3);
    if (kind == 0) size = (Large(1) << length) + static_cast<int>(below(5)) - 2;
    if (kind == 1) size = oracle::power_of_ten<Large>(static_cast<int>(length / 4)) + below(3) - 1;
    for (unsigned i = 0; kind == 2 && i < length; i += 32) size = (size << 32) + below(1ULL << 32);
    return below(2) == 0 ? size : Large(-size);
  }

  Decimal decimal(unsigned bits, int most_scale) {
    const int scale = static_cast<int>(below(static_cast<std::uint64_t>(most_scale) + 1));
    return *(*Decimal::parse(integer(bits).str()) * *Decimal::of(1, scale));
  }

 private:
  std::mt19937_64 random_{kSeed};
};

TEST(DecimalOracle, LargeOnesAtRandom) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  Draw draw;
  for (int i = 0; i < 6000; ++i) {
    const unsigned bits = i % 10 == 0 ? 1500 : 135;
    const Decimal a = draw.decimal(bits, 40);
    const Decimal b = i % 7 == 0 ? -a : draw.decimal(bits, 40);
    const auto x = exact_large(a);
    const auto y = exact_large(b);
    SCOPED_TRACE(a.to_string() + " and " + b.to_string());
    ASSERT_EQ(compare(exact_large(*(a + b)), plus(x, y)), 0);
    ASSERT_EQ(compare(exact_large(*(a - b)), minus(x, y)), 0);
    ASSERT_EQ(compare(exact_large(*(a * b)), times(x, y)), 0);
    ASSERT_EQ(a <=> b, compare(x, y) <=> 0);
    ASSERT_EQ(total_order(*Decimal::parse(a.to_string()), a), std::strong_ordering::equal);
    const int scale = static_cast<int>(draw.below(45));
    for (const Rounding mode : kModes) {
      ASSERT_EQ(exact_large(*round(a, scale, mode)).numerator, rounded_at(x, scale, mode))
          << scale << name_of(mode);
      if (b.sign() <= 0) continue;
      const auto multiple = times(Rational<Large>{rounded(over(x, y), mode), 1}, y);
      ASSERT_EQ(compare(exact_large(*round_to_multiple(a, b, mode)), multiple), 0);
    }
  }
}

TEST(RatioOracle, LargeOnesAtRandom) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  Draw draw;
  for (int i = 0; i < 4000; ++i) {
    const unsigned bits = i % 10 == 0 ? 1500 : 70;
    const Decimal parts[] = {draw.decimal(bits, 20), draw.decimal(bits, 20), draw.decimal(bits, 20),
                             draw.decimal(bits, 20)};
    if (parts[1].is_zero() || parts[3].is_zero()) continue;
    const Ratio a = *Ratio::of(parts[0], parts[1]);
    const Ratio b = i % 7 == 0 ? *(a * 3) : *Ratio::of(parts[2], parts[3]);
    const auto x = over(exact_large(parts[0]), exact_large(parts[1]));
    const auto y = i % 7 == 0 ? times(x, Rational<Large>{3, 1})
                              : over(exact_large(parts[2]), exact_large(parts[3]));
    SCOPED_TRACE(a.to_string() + " and " + b.to_string());
    ASSERT_EQ(compare(exact_large(*(a + b)), plus(x, y)), 0);
    ASSERT_EQ(compare(exact_large(*(a - b)), minus(x, y)), 0);
    ASSERT_EQ(compare(exact_large(*(a * b)), times(x, y)), 0);
    ASSERT_EQ(a <=> b, compare(x, y) <=> 0);
    ASSERT_TRUE(b.is_zero() || compare(exact_large(*(a / b)), over(x, y)) == 0);
    ASSERT_EQ(Ratio::parse(a.to_string())->hash(), a.hash());
    const int scale = static_cast<int>(draw.below(30));
    for (const Rounding mode : kModes) {
      ASSERT_EQ(exact_large(*round(a, scale, mode)).numerator, rounded_at(x, scale, mode))
          << scale << name_of(mode);
    }
  }
}

TEST(RatioOracle, PowersAtRandom) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  Draw draw;
  for (int i = 0; i < 500; ++i) {
    const Decimal base = draw.decimal(70, 5);
    const int exponent = static_cast<int>(draw.below(25)) - (base.is_zero() ? 0 : 12);
    Rational<Large> expected = {1, 1};
    for (int j = 0; j < exponent; ++j) expected = times(expected, exact_large(base));
    for (int j = 0; j > exponent; --j) expected = over(expected, exact_large(base));
    ASSERT_EQ(compare(exact_large(*pow(Ratio(base), exponent)), expected), 0)
        << base.to_string() << "^" << exponent;
  }
}

}  // namespace
}  // namespace tiendo
