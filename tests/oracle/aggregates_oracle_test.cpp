// Means, the worst and ranks against their definitions, with the plain fractions of
// big_rational.hpp: every small list of figures, of which any may be missing.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "big_rational.hpp"
#include "tiendo/engine/aggregates.hpp"

namespace tiendo {
namespace {

using Small = std::int64_t;
using Fraction = oracle::Rational<Small>;
using Values = std::vector<std::optional<Small>>;

// Every list of `length` entries that are missing or from -1 to 2.
std::vector<Values> lists(std::size_t length) {
  std::vector<Values> all = {{}};
  for (std::size_t i = 0; i < length; ++i) {
    std::vector<Values> longer;
    for (const Values& each : all) {
      for (Small next = -2; next <= 2; ++next) {
        longer.push_back(each);
        longer.back().push_back(next == -2 ? std::nullopt : std::optional(next));
      }
    }
    all = longer;
  }
  return all;
}

std::vector<Figure> figures_of(const Values& values) {
  std::vector<Figure> figures;
  for (const auto& value : values) {
    figures.push_back(value ? Figure(Ratio(*value)) : Figure(Errc::no_data));
  }
  return figures;
}

void expect_same(const Figure& figure, const std::optional<Fraction>& expected) {
  ASSERT_EQ(static_cast<bool>(figure), expected.has_value());
  if (!expected) return;
  ASSERT_EQ(*figure, *Ratio::of(expected->numerator, expected->denominator));
}

// The mean by its definition; nothing where less than `least` of the weight is there.
std::optional<Fraction> mean_of(const Values& values, const std::vector<Small>& weights,
                                const Fraction& least) {
  Small sum = 0, there = 0, all = 0;
  bool any = false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    all += weights[i];
    if (!values[i]) continue;
    any = true;
    there += weights[i];
    sum += weights[i] * *values[i];
  }
  if (!any || there == 0 || compare(Fraction{there, all}, least) < 0) return std::nullopt;
  return Fraction{sum, there};
}

TEST(AggregatesOracle, EveryMeanOfThreeSmallFigures) {
  const Fraction leasts[] = {{0, 1}, {1, 3}, {1, 2}, {2, 3}, {3, 4}, {1, 1}};
  for (const Values& values : lists(3)) {
    const std::vector<Figure> figures = figures_of(values);
    for (Small code = 0; code < 27; ++code) {
      const std::vector<Small> weights = {code % 3, code / 3 % 3, code / 9};
      std::vector<Weighted> parts;
      for (std::size_t i = 0; i < 3; ++i) parts.push_back({figures[i], *Ratio::of(weights[i], 7)});
      for (const Fraction& least : leasts) {
        const Mean mean = weighted_mean(parts, *Ratio::of(least.numerator, least.denominator));
        ASSERT_NO_FATAL_FAILURE(expect_same(mean.figure, mean_of(values, weights, least)));
      }
    }
  }
}

// The worst by taking, again and again, the first that no other is worse than.
std::vector<std::size_t> worst_of(const Values& values, std::size_t count, bool more) {
  std::vector<std::size_t> taken;
  while (taken.size() < count) {
    std::optional<std::size_t> next;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!values[i] || std::count(taken.begin(), taken.end(), i) > 0) continue;
      const bool worse =
          next && (more ? *values[i] < **(values.begin() + static_cast<long>(*next))
                        : *values[i] > **(values.begin() + static_cast<long>(*next)));
      if (!next || worse) next = i;
    }
    if (!next) return {};
    taken.push_back(*next);
  }
  return taken;
}

TEST(AggregatesOracle, TheWorstOfEveryFourSmallFigures) {
  for (const Values& values : lists(4)) {
    const std::vector<Figure> figures = figures_of(values);
    for (std::size_t count = 1; count <= 4; ++count) {
      for (const Direction better : {Direction::more, Direction::less}) {
        const auto expected = worst_of(values, count, better == Direction::more);
        const Worst found = mean_of_worst(figures, count, better, 0);
        ASSERT_EQ(found.parts, expected);
        Small sum = 0;
        for (const std::size_t i : expected) sum += *values[i];
        std::optional<Fraction> mean;
        if (!expected.empty()) mean = Fraction{sum, static_cast<Small>(count)};
        ASSERT_NO_FATAL_FAILURE(expect_same(found.figure, mean));
      }
    }
  }
}

TEST(AggregatesOracle, APlaceIsOneMoreThanThoseThatAreBetter) {
  for (const Values& values : lists(4)) {
    for (const bool more : {true, false}) {
      const auto found = ranks(figures_of(values), more ? Direction::more : Direction::less);
      for (std::size_t i = 0; i < values.size(); ++i) {
        int better = 0, equal = 0;
        for (const auto& other : values) {
          if (!values[i] || !other) continue;
          better += more ? *other > *values[i] : *other < *values[i];
          equal += *other == *values[i];
        }
        ASSERT_EQ(found[i].place, values[i] ? std::optional(better + 1) : std::nullopt);
        ASSERT_EQ(found[i].sharing, equal);
      }
    }
  }
}

}  // namespace
}  // namespace tiendo
