// Every operation of Decimal on every small number, in every mode, against the plain fractions of
// big_rational.hpp. Numbers below one, ties and zeros of every scale are among them.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "big_rational.hpp"
#include "number_text.hpp"
#include "numbers.hpp"
#include "tiendo/decimal/number_format.hpp"

namespace tiendo {
namespace {

using oracle::exact_small;
using oracle::kModes;
using oracle::Rational;
using oracle::Small;

// A Decimal with what it is.
struct Entry {
  Decimal decimal;
  Small coefficient;
  int scale;
  Rational<Small> value;
};

// Every coefficient up to `most` at every scale up to `most_scale`.
std::vector<Entry> small_decimals(Small most, int most_scale) {
  std::vector<Entry> entries;
  for (int scale = 0; scale <= most_scale; ++scale) {
    for (Small coefficient = -most; coefficient <= most; ++coefficient) {
      entries.push_back({*Decimal::of(coefficient, scale),
                         coefficient,
                         scale,
                         {coefficient, oracle::power_of_ten<Small>(scale)}});
    }
  }
  return entries;
}

std::string digits_of(Small coefficient) { return std::to_string(std::abs(coefficient)); }

bool same_number(const Decimal& a, const Decimal& b) {
  return total_order(a, b) == std::strong_ordering::equal;
}

TEST(DecimalOracle, EverySmallNumberIsPrintedAndReadBack) {
  const NumberFormat vietnamese = NumberFormat::vietnamese();
  for (const Entry& each : small_decimals(12000, 5)) {
    const bool negative = each.coefficient < 0;
    const std::string digits = digits_of(each.coefficient);
    const std::string plain = oracle::written(digits, each.scale, negative);
    const std::string grouped = oracle::written(digits, each.scale, negative, oracle::kVietnamese);
    ASSERT_EQ(each.decimal.to_string(), plain);
    ASSERT_EQ(format(each.decimal, NumberFormat::plain()), plain);
    ASSERT_EQ(format(each.decimal, vietnamese), grouped);
    ASSERT_TRUE(same_number(*Decimal::parse(plain), each.decimal)) << plain;
    ASSERT_TRUE(same_number(*parse(plain, NumberFormat::plain()), each.decimal)) << plain;
    ASSERT_TRUE(same_number(*parse(grouped, vietnamese), each.decimal)) << grouped;
  }
}

TEST(DecimalOracle, EverySmallNumberKnowsItsParts) {
  for (const Entry& each : small_decimals(1200, 4)) {
    const Decimal& value = each.decimal;
    const std::string text = value.to_string();
    ASSERT_EQ(value.scale(), each.scale) << text;
    ASSERT_EQ(value.sign(), (each.coefficient > 0) - (each.coefficient < 0)) << text;
    ASSERT_EQ(value.is_zero(), each.coefficient == 0) << text;
    ASSERT_EQ(value.digits(), static_cast<int>(digits_of(each.coefficient).size())) << text;
    const auto words = value.to_words();
    ASSERT_EQ(static_cast<Small>(words->lo), each.coefficient) << text;
    ASSERT_EQ(words->hi, each.coefficient < 0 ? -1 : 0) << text;
    ASSERT_EQ(words->scale, each.scale) << text;
    ASSERT_TRUE(same_number(*Decimal::from_words(words->lo, words->hi, words->scale), value))
        << text;
    ASSERT_TRUE(same_number(-value, *Decimal::of(-each.coefficient, each.scale))) << text;
    ASSERT_TRUE(same_number(value.abs(), *Decimal::of(std::abs(each.coefficient), each.scale)))
        << text;
  }
}

TEST(DecimalOracle, EverySmallNumberIsNormalized) {
  for (const Entry& each : small_decimals(1200, 4)) {
    Small coefficient = each.coefficient;
    int scale = each.scale;
    for (; scale > 0 && coefficient % 10 == 0; --scale) coefficient /= 10;
    ASSERT_TRUE(same_number(each.decimal.normalized(), *Decimal::of(coefficient, scale)))
        << each.decimal.to_string();
  }
}

TEST(DecimalOracle, EverySmallSumDifferenceAndProduct) {
  const auto entries = small_decimals(120, 3);
  for (const Entry& a : entries) {
    for (const Entry& b : entries) {
      const auto sum = a.decimal + b.decimal;
      const auto difference = a.decimal - b.decimal;
      const auto product = a.decimal * b.decimal;
      const int scale = std::max(a.scale, b.scale);
      ASSERT_TRUE(compare(exact_small(*sum), plus(a.value, b.value)) == 0 &&
                  sum->scale() == scale &&
                  compare(exact_small(*difference), minus(a.value, b.value)) == 0 &&
                  difference->scale() == scale &&
                  compare(exact_small(*product), times(a.value, b.value)) == 0 &&
                  product->scale() == a.scale + b.scale)
          << a.decimal.to_string() << " and " << b.decimal.to_string();
    }
  }
}

TEST(DecimalOracle, EverySmallQuotientThatEndsHasTheSmallestScale) {
  const auto entries = small_decimals(70, 2);
  for (const Entry& a : entries) {
    for (const Entry& b : entries) {
      const auto quotient = a.decimal / b.decimal;
      SCOPED_TRACE(a.decimal.to_string() + " / " + b.decimal.to_string());
      if (b.coefficient == 0) {
        ASSERT_FALSE(quotient);
        ASSERT_EQ(quotient.error().code, Errc::division_by_zero);
        continue;
      }
      const Rational<Small> expected = over(a.value, b.value);
      const int scale = oracle::decimals(expected, 40);
      ASSERT_EQ(quotient ? Errc::none : quotient.error().code,
                scale < 0 ? Errc::number_not_finite : Errc::none);
      if (scale < 0) continue;
      ASSERT_EQ(compare(exact_small(*quotient), expected), 0);
      ASSERT_EQ(quotient->scale(), scale);
    }
  }
}

TEST(DecimalOracle, EverySmallComparisonAndHash) {
  const auto entries = small_decimals(120, 3);
  std::vector<Ratio> ratios;
  std::vector<std::size_t> hashes;
  for (const Entry& each : entries) {
    ratios.emplace_back(each.decimal);
    hashes.push_back(each.decimal.hash());
    ASSERT_EQ(Ratio(each.decimal).hash(), hashes.back()) << each.decimal.to_string();
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (std::size_t j = 0; j < entries.size(); ++j) {
      const Decimal& a = entries[i].decimal;
      const Decimal& b = entries[j].decimal;
      const int order = compare(entries[i].value, entries[j].value);
      ASSERT_TRUE((a <=> b) == (order <=> 0) && (a == b) == (order == 0) &&
                  (a != b) == (order != 0) && (a < b) == (order < 0) && (a <= b) == (order <= 0) &&
                  (ratios[i] <=> ratios[j]) == (order <=> 0) &&
                  (ratios[i] == ratios[j]) == (order == 0) &&
                  (order != 0 || hashes[i] == hashes[j]))
          << a.to_string() << " and " << b.to_string();
    }
  }
}

// Not promised to be so, but a hash that loses the sign or the scale would fill maps with clashes.
TEST(DecimalOracle, FewSmallNumbersShareAHash) {
  std::set<std::pair<Small, Small>> values;
  std::set<std::size_t> hashes;
  for (const Entry& each : small_decimals(1200, 3)) {
    const auto value = lowest(each.value);
    values.insert({value.numerator, value.denominator});
    hashes.insert(each.decimal.hash());
  }
  EXPECT_GT(hashes.size(), values.size() * 99 / 100);
}

TEST(DecimalOracle, TotalOrderIsATotalOrder) {
  const auto entries = small_decimals(20, 2);
  const std::size_t count = entries.size();
  std::vector<std::vector<int>> order(count, std::vector<int>(count));
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < count; ++j) {
      const auto found = total_order(entries[i].decimal, entries[j].decimal);
      const int by_value = compare(entries[i].value, entries[j].value);
      const int expected = by_value != 0 ? by_value : entries[i].scale - entries[j].scale;
      ASSERT_EQ(found, expected <=> 0) << i << ' ' << j;
      ASSERT_EQ(found == 0, i == j) << i << ' ' << j;
      order[i][j] = (found > 0) - (found < 0);
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < count; ++j) {
      ASSERT_EQ(order[i][j], -order[j][i]) << i << ' ' << j;
      for (std::size_t k = 0; k < count; ++k) {
        ASSERT_TRUE(order[i][j] > 0 || order[j][k] > 0 || order[i][k] <= 0)
            << i << ' ' << j << ' ' << k;
      }
    }
  }
}

TEST(DecimalOracle, EverySmallRounding) {
  for (const Entry& each : small_decimals(1200, 4)) {
    for (int scale = 0; scale <= 5; ++scale) {
      for (const Rounding mode : kModes) {
        const auto result = round(each.decimal, scale, mode);
        ASSERT_EQ(static_cast<Small>(result->to_words()->lo), rounded_at(each.value, scale, mode))
            << each.decimal.to_string() << " to " << scale << " " << name_of(mode);
        ASSERT_EQ(result->scale(), scale);
      }
    }
  }
}

TEST(DecimalOracle, EverySmallMultiple) {
  const auto units = small_decimals(30, 2);
  const auto entries = small_decimals(60, 2);
  for (const Entry& unit : units) {
    for (const Entry& each : entries) {
      for (const Rounding mode : kModes) {
        const auto result = round_to_multiple(each.decimal, unit.decimal, mode);
        ASSERT_EQ(bool(result), unit.coefficient > 0) << unit.decimal.to_string();
        if (!result) {
          ASSERT_EQ(result.error().code, Errc::number_out_of_range);
          continue;
        }
        const Small count = rounded(over(each.value, unit.value), mode);
        ASSERT_EQ(static_cast<Small>(result->to_words()->lo), count * unit.coefficient)
            << each.decimal.to_string() << " by " << unit.decimal.to_string() << " "
            << name_of(mode);
        ASSERT_EQ(result->scale(), unit.scale);
      }
    }
  }
}

}  // namespace
}  // namespace tiendo
