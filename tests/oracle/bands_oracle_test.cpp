// Bands and scores against what is meant by them, value by value, with the plain fractions of
// big_rational.hpp: every list of one or two bands between small ends, and many of three.
//
// Ends are integers from 0 to 3, so that every value from -1 to 4 in steps of a half meets every
// end, every stretch between two and both outsides.

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "big_rational.hpp"
#include "tiendo/engine/bands.hpp"

namespace tiendo {
namespace {

using Small = std::int64_t;
using Fraction = oracle::Rational<Small>;

// A band in halves; -1 is no end below, 7 none above.
struct Halves {
  Small low;
  Small high;
  bool has_low;
  bool has_high;
};

bool holds(const Halves& band, Small half) {
  if (band.low >= 0 && (half < band.low || (half == band.low && !band.has_low))) return false;
  return band.high > 6 || half < band.high || (half == band.high && band.has_high);
}

Band band_of(const Halves& band, std::size_t position) {
  Band result{{std::to_string(position), {}}, {}, {}, band.has_low, band.has_high};
  if (band.low >= 0) result.low = Ratio(band.low / 2);
  if (band.high <= 6) result.high = Ratio(band.high / 2);
  return result;
}

std::vector<Halves> every_band() {
  std::vector<Halves> all;
  for (const Small low : {-1, 0, 2, 4, 6}) {
    for (const Small high : {0, 2, 4, 6, 7}) {
      for (int ends = 0; ends < 4; ++ends) all.push_back({low, high, ends % 2 == 1, ends / 2 == 1});
    }
  }
  return all;
}

// What may be said of a list of bands: some hold nothing; some value is in two; some value between
// two that are in one is in none.
Errc fault_of(const std::vector<Halves>& bands) {
  std::vector<int> counts;
  std::vector<bool> filled(bands.size(), false);
  bool shared = false;
  for (Small half = -2; half <= 8; ++half) {
    int count = 0;
    for (std::size_t i = 0; i < bands.size(); ++i) {
      if (!holds(bands[i], half)) continue;
      filled[i] = true;
      ++count;
    }
    shared = shared || count > 1;
    counts.push_back(count);
  }
  for (const bool each : filled) {
    if (!each) return Errc::band_empty;
  }
  if (shared) return Errc::bands_overlap;
  while (!counts.empty() && counts.back() == 0) counts.pop_back();
  bool begun = false;
  for (const int count : counts) {
    if (begun && count == 0) return Errc::bands_gap;
    begun = begun || count > 0;
  }
  return Errc::none;
}

int checked = 0;

void check(const std::vector<Halves>& halves) {
  std::vector<Band> bands;
  for (const Halves& each : halves) bands.push_back(band_of(each, bands.size()));
  const Checked<BandTable> table = BandTable::of({"t", "1", ""}, bands);
  const Errc fault = fault_of(halves);
  bool found = fault == Errc::none;
  for (const Diagnostic& each : table.diagnostics) found = found || each.code == fault;
  ASSERT_EQ(table.value.has_value(), fault == Errc::none);
  ASSERT_TRUE(found) << name_of(fault);
  if (!table) return;
  ++checked;
  for (Small half = -2; half <= 8; ++half) {
    const Band* band = table.value->band_of(*Ratio::of(half, 2));
    std::string expected;
    for (std::size_t i = 0; i < halves.size(); ++i) {
      if (holds(halves[i], half)) expected = std::to_string(i);
    }
    ASSERT_EQ(band == nullptr ? "" : band->label.code, expected) << half << "/2";
  }
}

TEST(BandsOracle, EveryListOfTwoSmallBandsAndManyOfThree) {
  const std::vector<Halves> all = every_band();
  checked = 0;
  for (const Halves& a : all) {
    ASSERT_NO_FATAL_FAILURE(check({a}));
    for (const Halves& b : all) {
      ASSERT_NO_FATAL_FAILURE(check({a, b}));
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i % 5; j < all.size(); j += 5) {
      for (std::size_t k = j % 7; k < all.size(); k += 7) {
        ASSERT_NO_FATAL_FAILURE(check({all[i], all[j], all[k]}));
      }
    }
  }
  EXPECT_GT(checked, 400);
}

// The score by the definition: the line of the first two neighbours that the value lies between,
// else the end.
Fraction score_of(const std::vector<std::pair<Small, Small>>& knots, const Fraction& value,
                  Ends ends) {
  const auto on_line = [&](std::size_t i) {
    const auto& [x0, y0] = knots[i];
    const auto& [x1, y1] = knots[i + 1];
    const Fraction run = over(minus(value, Fraction{x0, 1}), Fraction{x1 - x0, 1});
    return plus(Fraction{y0, 1}, times(run, Fraction{y1 - y0, 1}));
  };
  if (compare(value, Fraction{knots.front().first, 1}) < 0) {
    return ends == Ends::capped ? Fraction{knots.front().second, 1} : on_line(0);
  }
  for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
    if (compare(value, Fraction{knots[i + 1].first, 1}) <= 0) return on_line(i);
  }
  return ends == Ends::capped ? Fraction{knots.back().second, 1} : on_line(knots.size() - 2);
}

TEST(BandsOracle, EveryScoreOnUpToThreeSmallKnots) {
  int tables = 0;
  for (Small code = 0; code < 4 * 4 * 4 * 4 * 4 * 4; ++code) {
    std::vector<std::pair<Small, Small>> knots;
    for (Small rest = code, i = 0; i < 3; ++i, rest /= 16) {
      knots.emplace_back(rest % 4, rest / 4 % 4 * 3 - 4);
    }
    for (const Ends ends : {Ends::capped, Ends::extended}) {
      std::vector<Knot> list;
      for (const auto& [value, score] : knots) list.push_back({value, score});
      const Result<ScoreTable> table = ScoreTable::of({"t", "1", ""}, list, ends);
      const auto& [a, b, c] = std::tie(knots[0], knots[1], knots[2]);
      const bool ascends = a.first < b.first && b.first < c.first;
      const bool descends = a.first > b.first && b.first > c.first;
      const bool rises = a.second <= b.second && b.second <= c.second;
      const bool falls = a.second >= b.second && b.second >= c.second;
      ASSERT_EQ(static_cast<bool>(table), (ascends || descends) && (rises || falls)) << code;
      if (!table) continue;
      ++tables;
      auto sorted = knots;
      if (descends) std::swap(sorted[0], sorted[2]);
      for (Small third = -4; third <= 14; ++third) {
        const Fraction expected = score_of(sorted, {third, 3}, ends);
        ASSERT_EQ(*table->score_of(*Ratio::of(third, 3)),
                  *Ratio::of(expected.numerator, expected.denominator))
            << code << ' ' << third;
      }
    }
  }
  EXPECT_GT(tables, 200);
}

}  // namespace
}  // namespace tiendo
