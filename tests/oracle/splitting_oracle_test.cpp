// split() and round_shares() against their definitions, written out with the plain fractions of
// big_rational.hpp: every small amount, up to four small weights, every rule.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "big_rational.hpp"
#include "tiendo/decimal/splitting.hpp"

namespace tiendo {
namespace {

using oracle::Rational;

using Small = std::int64_t;
using Units = std::vector<Small>;

constexpr Leftover kRules[] = {Leftover::largest_remainder, Leftover::first, Leftover::last};

Small sum_of(const Units& values) {
  Small sum = 0;
  for (const Small each : values) sum += each;
  return sum;
}

// Exact shares that add up to `units`, rounded down; then one unit at a time, always to the share
// that lost most among those not yet served, and among equals to the earliest.
Units by_largest_remainder(const std::vector<Rational<Small>>& shares, Small units) {
  struct Lost {
    Rational<Small> amount;
    std::size_t part;
  };
  Units parts;
  std::vector<Lost> losses;
  for (const auto& share : shares) {
    parts.push_back(rounded(share, Rounding::floor));
    losses.push_back({minus(share, Rational<Small>{parts.back(), 1}), parts.size() - 1});
  }
  std::stable_sort(losses.begin(), losses.end(),
                   [](const Lost& a, const Lost& b) { return compare(a.amount, b.amount) > 0; });
  for (const Lost& each : losses) {
    if (sum_of(parts) < units) parts[each.part] += 1;
  }
  return parts;
}

Units by_definition(Small units, const Units& weights, Leftover rule) {
  if (units < 0) {
    Units parts = by_definition(-units, weights, rule);
    for (Small& each : parts) each = -each;
    return parts;
  }
  const Small sum = sum_of(weights);
  std::vector<Rational<Small>> shares;
  for (const Small weight : weights) shares.push_back({units * weight, sum});
  if (rule == Leftover::largest_remainder) return by_largest_remainder(shares, units);
  Units parts;
  for (const auto& share : shares) parts.push_back(rounded(share, Rounding::floor));
  std::size_t taker = weights.size();
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] == 0) continue;
    if (rule == Leftover::last || taker == weights.size()) taker = i;
  }
  parts[taker] += units - sum_of(parts);
  return parts;
}

Units units_of(const std::vector<Decimal>& parts) {
  Units units;
  for (const Decimal& part : parts) units.push_back(static_cast<Small>(part.to_words()->lo));
  return units;
}

std::string shown(const Units& values) {
  std::string text;
  for (const Small each : values) text += std::to_string(each) + ' ';
  return text;
}

// Every list of 1 to 4 numbers from `least` to `most`.
std::vector<Units> lists(Small least, Small most) {
  std::vector<Units> all;
  std::vector<Units> shorter = {{}};
  for (int length = 1; length <= 4; ++length) {
    std::vector<Units> longer;
    for (const Units& each : shorter) {
      for (Small next = least; next <= most; ++next) {
        longer.push_back(each);
        longer.back().push_back(next);
      }
    }
    all.insert(all.end(), longer.begin(), longer.end());
    shorter = longer;
  }
  return all;
}

TEST(SplittingOracle, EverySmallAmountBySmallWeights) {
  for (const Units& weights : lists(0, 4)) {
    if (sum_of(weights) == 0) continue;
    std::vector<Decimal> decimals;
    std::vector<Ratio> ratios;  // with denominators of their own
    for (const Small weight : weights) {
      decimals.push_back(*Decimal::of(weight, 0));
      ratios.push_back(*Ratio::of(weight, 6));
    }
    for (Small units = -13; units <= 13; ++units) {
      for (const Leftover rule : kRules) {
        const Decimal amount = *Decimal::of(units, 1);
        const Units expected = by_definition(units, weights, rule);
        ASSERT_EQ(units_of(*split(amount, std::span<const Decimal>(decimals), 1, rule)), expected)
            << units << " by " << shown(weights);
        ASSERT_EQ(units_of(*split(amount, std::span<const Ratio>(ratios), 1, rule)), expected)
            << units << " by " << shown(weights);
      }
    }
  }
}

// The same numbers, too large for 128 bits: the unit and the weights are both multiplied.
TEST(SplittingOracle, EveryOneOfThemBeyond128Bits) {
  const Decimal far = *Decimal::parse("1" + std::string(40, '0'));
  for (const Units& weights : lists(0, 2)) {
    if (sum_of(weights) == 0) continue;
    std::vector<Decimal> decimals;
    for (const Small weight : weights) decimals.push_back(*(*Decimal::of(weight, 0) * far));
    for (Small units = -7; units <= 7; ++units) {
      for (const Leftover rule : kRules) {
        ASSERT_EQ(units_of(*split(units, std::span<const Decimal>(decimals), 0, rule)),
                  by_definition(units, weights, rule))
            << units << " by " << shown(weights);
      }
    }
  }
}

// Shares in halves and in thirds of a unit, of either sign: all lists whose sum is a whole number.
TEST(SplittingOracle, EverySmallListOfShares) {
  for (const Small parts : {Small{2}, Small{3}}) {
    for (const Units& numerators : lists(-5, 5)) {
      const Small sum = sum_of(numerators);
      std::vector<Ratio> ratios;
      std::vector<Rational<Small>> shares;
      const bool negative = sum < 0;
      for (const Small each : numerators) {
        ratios.push_back(*Ratio::of(each, parts));
        shares.push_back({negative ? -each : each, parts});
      }
      const auto result = round_shares(ratios, *Decimal::of(sum / parts, 0), 0);
      if (sum % parts != 0) {
        ASSERT_FALSE(result) << shown(numerators);
        continue;
      }
      Units expected = by_largest_remainder(shares, (negative ? -sum : sum) / parts);
      for (Small& each : expected) each = negative ? -each : each;
      ASSERT_EQ(units_of(*result), expected) << shown(numerators) << "over " << parts;
    }
  }
}

}  // namespace
}  // namespace tiendo
