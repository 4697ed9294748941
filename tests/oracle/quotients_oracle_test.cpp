// Columns of quotients against round() of the fraction: all small numbers, numbers beside ties and
// whole numbers at the edge of what doubles divide exactly and beyond it, in all modes, in all
// directions in which the processor rounds, and in all ways that it has of dividing many at once.

#include <gtest/gtest.h>

#include <array>
#include <cfenv>
#include <limits>
#include <random>
#include <vector>

#include "decimal/quotient_ways.hpp"
#include "decimal/rows.hpp"
#include "draws.hpp"
#include "tiendo/decimal/quotients.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {
namespace {

using detail::Int128;

constexpr std::array kModes = {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                               Rounding::up,      Rounding::down,      Rounding::ceiling,
                               Rounding::floor};
constexpr std::array kDirections = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
constexpr std::int64_t kCertain = std::int64_t{1} << 52;
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

Decimal decimal_of(Int128 number) {
  return *Decimal::from_words(static_cast<std::uint64_t>(number),
                              static_cast<std::int64_t>(number >> 64), 0);
}

template <class N>
struct Pairs {
  std::vector<N> above;
  std::vector<N> below;

  void add(N x, N y) {
    above.push_back(x);
    below.push_back(y);
  }
  void add_both_signs(N x, N y) {
    add(x, y);
    add(-x, y);
  }
};

void divide(const detail::QuotientWay& way, std::span<const std::int64_t> above,
            std::span<const std::int64_t> below, Rounding mode, std::span<Decimal128> into) {
  detail::rounded_quotients_by(way, above, below, mode, into);
}

// Of 128 bits there is one way.
void divide(const detail::QuotientWay&, std::span<const Int128> above,
            std::span<const Int128> below, Rounding mode, std::span<Decimal128> into) {
  rounded_quotients(above, below, mode, into);
}

// All at once, and each row alone: whether a block is divided as doubles depends on all of its
// rows.
template <class N>
std::vector<Decimal128> rounded(const detail::QuotientWay& way, const Pairs<N>& pairs,
                                Rounding mode, bool alone) {
  const std::size_t rows = pairs.above.size();
  const std::size_t step = alone ? 1 : rows;
  std::vector<Decimal128> into(rows);
  for (std::size_t first = 0; first < rows; first += step) {
    divide(way, std::span<const N>(pairs.above).subspan(first, step),
           std::span<const N>(pairs.below).subspan(first, step), mode,
           std::span<Decimal128>(into).subspan(first, step));
  }
  return into;
}

// In each mode, direction and way; the directions are those of our divisions alone.
template <class N>
void judge(const Pairs<N>& pairs) {
  const std::size_t rows = pairs.above.size();
  std::vector<Ratio> exact;
  for (std::size_t i = 0; i < rows; ++i) {
    exact.push_back(*Ratio::of(decimal_of(pairs.above[i]), decimal_of(pairs.below[i])));
  }
  for (const Rounding mode : kModes) {
    std::vector<Decimal128> expected;
    for (const Ratio& value : exact) {
      expected.push_back(detail::row_of(*detail::integer_of(*round(value, 0, mode))));
    }
    for (const detail::QuotientWay& way : detail::quotient_ways()) {
      for (const int direction : kDirections) {
        ASSERT_EQ(std::fesetround(direction), 0);
        const std::vector<Decimal128> together = rounded(way, pairs, mode, false);
        const std::vector<Decimal128> alone = rounded(way, pairs, mode, true);
        std::fesetround(FE_TONEAREST);
        for (std::size_t i = 0; i < rows; ++i) {
          ASSERT_TRUE(together[i] == expected[i] && alone[i] == expected[i])
              << decimal_of(pairs.above[i]).to_string() << '/'
              << decimal_of(pairs.below[i]).to_string() << ' ' << name_of(mode) << ' ' << direction
              << ' ' << way.name;
        }
      }
    }
  }
}

TEST(QuotientsOracleTest, AllSmallNumbers) {
  Pairs<std::int64_t> pairs;
  for (std::int64_t y = 1; y <= 40; ++y) {
    for (std::int64_t x = -90; x <= 90; ++x) pairs.add(x, y);
  }
  judge(pairs);
}

TEST(QuotientsOracleTest, AllSmallNumbersAsWideOnes) {
  Pairs<Int128> pairs;
  for (int y = 1; y <= 20; ++y) {
    for (int x = -45; x <= 45; ++x) pairs.add(x, y);
  }
  judge(pairs);
}

std::int64_t up_to(std::mt19937_64& random, std::int64_t most) {
  // As many short numbers as long ones.
  const auto bits = static_cast<int>(random() % 63);
  const auto below = static_cast<std::int64_t>(random() >> (63 - bits) >> 1);
  return below % (most + 1);
}

// On and beside a whole number of halves, with a sum of both parts at most the edge and near it.
void add_beside_halves(std::mt19937_64& random, std::int64_t edge, Pairs<std::int64_t>& pairs) {
  const std::int64_t y = 1 + up_to(random, edge / 2);
  const Int128 halves = Int128{edge - y} * 2 / y;
  const Int128 n = halves - static_cast<std::int64_t>(random() % 4);
  for (std::int64_t beside = -1; beside <= 1; ++beside) {
    const Int128 x = n * y / 2 + beside;
    if (x >= 0 && x + y <= edge) pairs.add_both_signs(static_cast<std::int64_t>(x), y);
  }
}

void judge_at(std::int64_t edge, std::uint64_t seed, int count) {
  std::mt19937_64 random(seed);
  Pairs<std::int64_t> pairs;
  for (int i = 0; i < count; ++i) add_beside_halves(random, edge, pairs);
  judge(pairs);
}

TEST(QuotientsOracleTest, BesideHalvesWithinTheCertificate) {
  const oracle::Draws draws(20260103, 3000);
  judge_at(kCertain, draws.seed(), draws.cases());
}

TEST(QuotientsOracleTest, BesideHalvesBeyondIt) {
  const oracle::Draws draws(20260104, 1000);
  for (const std::int64_t edge : {kCertain + 1, 2 * kCertain, 4 * kCertain, kMost}) {
    judge_at(edge, draws.seed(), draws.cases());
  }
}

TEST(QuotientsOracleTest, SumsOfBothPartsAtTheEdge) {
  std::mt19937_64 random(20260105);
  Pairs<std::int64_t> pairs;
  for (int i = 0; i < 500; ++i) {
    const std::int64_t y = 1 + up_to(random, kCertain - 2);
    for (std::int64_t beside = -1; beside <= 1; ++beside) {
      if (kCertain - y + beside >= 0) pairs.add_both_signs(kCertain - y + beside, y);
    }
  }
  judge(pairs);
}

TEST(QuotientsOracleTest, EachPartAtTheEdge) {
  std::mt19937_64 random(20261129);
  Pairs<std::int64_t> pairs;
  for (std::int64_t beside = -3; beside <= 1; ++beside) {
    for (int i = 0; i < 100; ++i) {
      pairs.add_both_signs(kCertain + beside, 1 + up_to(random, kCertain - 2));
      pairs.add_both_signs(up_to(random, kCertain - 1), kCertain + beside);
    }
    for (std::int64_t other = -3; other <= 1; ++other) {
      pairs.add_both_signs(kCertain + beside, kCertain + other);
    }
  }
  judge(pairs);
}

TEST(QuotientsOracleTest, RowsOfAllSizesInOneColumn) {
  std::mt19937_64 random(20260106);
  for (const int rows : {1'023, 1'024, 1'025, 3'000}) {
    Pairs<std::int64_t> pairs;
    for (int i = 0; i < rows; ++i) {
      // Whole blocks within the certificate, and some with a few rows beyond.
      const std::int64_t most = random() % 700 == 0 ? kMost - 1 : kCertain / 2 - 1;
      pairs.add(random() % 2 == 0 ? up_to(random, most) : -up_to(random, most),
                1 + up_to(random, most));
    }
    judge(pairs);
  }
}

TEST(QuotientsOracleTest, WideNumbers) {
  std::mt19937_64 random(20260107);
  Pairs<Int128> pairs;
  for (int i = 0; i < 600; ++i) {
    const Int128 y = Int128{1 + up_to(random, kMost - 1)} * (1 + up_to(random, 1'000'000));
    const Int128 n = up_to(random, 1'000'000'000'000);
    for (int beside = -1; beside <= 1; ++beside) {
      if (n * y / 2 + beside >= 0) pairs.add_both_signs(n * y / 2 + beside, y);
    }
  }
  judge(pairs);
}

}  // namespace
}  // namespace tiendo
