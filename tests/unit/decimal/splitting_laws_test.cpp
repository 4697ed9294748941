// Laws of split() and round_shares() on random amounts and weights. Also of splitting.cpp.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "numbers.hpp"
#include "splits.hpp"

namespace tiendo::splitting_laws_test {
namespace {

constexpr std::uint64_t kSeed = 20240112;

Decimal sum_of(const Decimals& values) {
  return std::accumulate(values.begin(), values.end(), Decimal(),
                         [](const Decimal& a, const Decimal& b) { return *(a + b); });
}

struct Drawn {
  Decimal amount;
  Decimals weights;
  int scale;
};

Drawn draw(std::mt19937_64& random) {
  Drawn drawn;
  drawn.scale = static_cast<int>(random() % 4);
  const auto units = static_cast<std::int64_t>(random()) >> (random() % 62);
  drawn.amount = *Decimal::of(units, drawn.scale);
  const std::size_t count = 1 + random() % 12;
  const std::uint64_t most = random() % 2 == 0 ? 5 : 1'000'000'000'000;
  for (std::size_t i = 0; i < count; ++i) {
    drawn.weights.push_back(
        *Decimal::of(static_cast<std::int64_t>(random() % most), static_cast<int>(random() % 3)));
  }
  drawn.weights[random() % count] = 1;
  return drawn;
}

// amount * weight / sum of the weights, in units of the last digit.
Ratios exact_units(const Drawn& drawn) {
  const Ratio sum(sum_of(drawn.weights));
  Ratios exact;
  for (const Decimal& weight : drawn.weights) {
    exact.push_back(*(Ratio(drawn.amount) * Ratio(weight) / sum * Ratio(ten_to(drawn.scale))));
  }
  return exact;
}

TEST(SplittingLaws, ThePartsAreTheAmountAndKeepTheirQuota) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 2000; ++i) {
    const Drawn drawn = draw(random);
    const Ratios exact = exact_units(drawn);
    for (const Leftover rule : kRules) {
      const Decimals parts = *split_decimals(drawn.amount, drawn.weights, drawn.scale, rule);
      ASSERT_EQ(sum_of(parts), drawn.amount) << i;
      for (std::size_t k = 0; k < parts.size(); ++k) {
        ASSERT_EQ(parts[k].scale(), drawn.scale);
        ASSERT_GE(parts[k].sign() * drawn.amount.sign(), 0) << i;
        ASSERT_TRUE(parts[k].is_zero() || !drawn.weights[k].is_zero()) << i;
        if (rule != Leftover::largest_remainder) continue;
        const Ratio units = *(Ratio(parts[k]) * Ratio(ten_to(drawn.scale)));
        ASSERT_LT((units - exact[k])->abs(), Ratio(1)) << i;
      }
    }
  }
}

TEST(SplittingLaws, ALargerWeightNeverHasTheSmallerPart) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 2000; ++i) {
    const Drawn drawn = draw(random);
    const Decimals parts = *split_decimals(drawn.amount, drawn.weights, drawn.scale);
    for (std::size_t a = 0; a < parts.size(); ++a) {
      for (std::size_t b = 0; b < parts.size(); ++b) {
        const bool above =
            drawn.weights[a] > drawn.weights[b] || (drawn.weights[a] == drawn.weights[b] && a < b);
        ASSERT_TRUE(!above || parts[a].abs() >= parts[b].abs()) << i;
      }
    }
  }
}

TEST(SplittingLaws, WhereNoTwoLoseTheSameTheOrderPlaysNoPart) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  int compared = 0;
  for (int i = 0; i < 2000; ++i) {
    const Drawn drawn = draw(random);
    Ratios losses;
    for (const Ratio& each : exact_units(drawn)) {
      losses.push_back(*(each.abs() - Ratio(floor(each.abs()))));
    }
    std::sort(losses.begin(), losses.end());
    if (std::adjacent_find(losses.begin(), losses.end()) != losses.end()) continue;
    const Decimals parts = *split_decimals(drawn.amount, drawn.weights, drawn.scale);
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), random);
    Decimals weights;
    Decimals expected;
    for (const std::size_t from : order) {
      weights.push_back(drawn.weights[from]);
      expected.push_back(parts[from]);
    }
    ASSERT_EQ(*split_decimals(drawn.amount, weights, drawn.scale), expected) << i;
    ++compared;
  }
  EXPECT_GT(compared, 300);
}

TEST(SplittingLaws, TheOppositeAmountHasOppositeParts) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 1000; ++i) {
    const Drawn drawn = draw(random);
    for (const Leftover rule : kRules) {
      Decimals parts = *split_decimals(drawn.amount, drawn.weights, drawn.scale, rule);
      for (Decimal& each : parts) each = -each;
      ASSERT_EQ(*split_decimals(-drawn.amount, drawn.weights, drawn.scale, rule), parts) << i;
    }
  }
}

// Only the proportions matter, in whichever form; and splitting is rounding exact shares.
TEST(SplittingLaws, ThreeWaysToTheSameParts) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 1000; ++i) {
    const Drawn drawn = draw(random);
    const Decimals parts = *split_decimals(drawn.amount, drawn.weights, drawn.scale);
    Decimals longer;
    Ratios sevenths;
    Ratios shares;
    const Ratio sum(sum_of(drawn.weights));
    for (const Decimal& weight : drawn.weights) {
      longer.push_back(*(weight * ten_to(25)));
      sevenths.push_back(*(Ratio(weight) / Ratio(7)));
      shares.push_back(*(Ratio(drawn.amount) * Ratio(weight) / sum));
    }
    ASSERT_EQ(*split_decimals(drawn.amount, longer, drawn.scale), parts) << i;
    ASSERT_EQ(*split_ratios(drawn.amount, sevenths, drawn.scale), parts) << i;
    ASSERT_EQ(*round_shares(shares, drawn.amount, drawn.scale), parts) << i;
  }
}

TEST(SplittingLaws, AMillionPartsAreSplitAtOnce) {
  std::mt19937_64 random(kSeed);
  Decimals weights;
  for (int i = 0; i < 1'000'000; ++i) {
    weights.push_back(*Decimal::of(static_cast<std::int64_t>(random() % 1'000'000), 3));
  }
  const Decimal amount = dec("832270966973");
  for (const Leftover rule : kRules) {
    const auto parts = split_decimals(amount, weights, 0, rule);
    ASSERT_TRUE(parts);
    EXPECT_EQ(sum_of(*parts), amount);
  }
}

}  // namespace
}  // namespace tiendo::splitting_laws_test
