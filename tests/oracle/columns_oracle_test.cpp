// Columns against Decimal and Ratio, row by row: every small case, and large ones at random beside
// the numbers at which the columns change their way of working.

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tiendo/decimal/columns.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {
namespace {

constexpr Rounding kModes[] = {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                               Rounding::up,      Rounding::down,      Rounding::ceiling,
                               Rounding::floor};
constexpr std::uint64_t kSeed = 20241231;

// A row as the oracle has it: a number, or none.
using Cell = std::optional<Decimal>;

struct Column {
  std::vector<Cell> cells;
  int scale = 0;
  std::vector<Decimal128> values;
  std::vector<std::uint8_t> validity;

  Column(std::vector<Cell> given, int at) : cells(std::move(given)), scale(at) {
    validity.resize((cells.size() + 7) / 8);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      Decimal128 row;
      row.bytes.fill(0xA5);  // what lies where there is no value plays no part
      if (cells[i]) {
        const auto words = *cells[i]->to_words();
        for (unsigned byte = 0; byte < 8; ++byte) {
          row.bytes[byte] = static_cast<std::uint8_t>(words.lo >> (8 * byte));
          row.bytes[8 + byte] =
              static_cast<std::uint8_t>(static_cast<std::uint64_t>(words.hi) >> (8 * byte));
        }
        validity[i / 8] |= static_cast<std::uint8_t>(1U << (i % 8));
      }
      values.push_back(row);
    }
  }
  DecimalColumnView view() const { return {values, validity, scale}; }
  std::size_t rows() const { return cells.size(); }
};

Cell cell_of(const DecimalColumn& column, std::size_t row) {
  if ((column.validity[row / 8] >> (row % 8) & 1) == 0) return std::nullopt;
  std::uint64_t lo = 0;
  std::uint64_t hi = 0;
  for (unsigned byte = 0; byte < 8; ++byte) {
    lo |= std::uint64_t{column.values[row].bytes[byte]} << (8 * byte);
    hi |= std::uint64_t{column.values[row].bytes[8 + byte]} << (8 * byte);
  }
  return *Decimal::from_words(lo, static_cast<std::int64_t>(hi), column.scale);
}

std::string shown(const Cell& cell) { return cell ? cell->to_string() : "none"; }

// What a row should be: a number, none, or beyond what a column holds.
struct Wanted {
  Cell cell;
  bool refused = false;

  Wanted() = default;
  Wanted(const Result<Decimal>& value)  // NOLINT(*-explicit-*)
      : refused(!value || !value->to_words()) {
    if (!refused) cell = *value;
  }
};

// Compares a column with the rows it should have; the first of them that is refused refuses all.
void expect_rows(const Result<DecimalColumn>& result, std::size_t rows,
                 const std::function<Wanted(std::size_t)>& wanted, const std::string& what) {
  for (std::size_t i = 0; i < rows; ++i) {
    const Wanted row = wanted(i);
    if (row.refused) {
      ASSERT_FALSE(result) << what << " row " << i;
      ASSERT_EQ(result.error().code, Errc::number_out_of_range) << what;
      ASSERT_EQ(result.error().row, static_cast<std::int64_t>(i)) << what;
      return;
    }
    if (!result) {
      ASSERT_GT(result.error().row, static_cast<std::int64_t>(i)) << what << " row " << i;
      continue;
    }
    const Cell cell = cell_of(*result, i);
    ASSERT_EQ(shown(cell), shown(row.cell)) << what << " row " << i;
  }
  ASSERT_TRUE(result) << what << " is refused at row " << result.error().row;
}

void expect_pairs(const Result<DecimalColumn>& result, const Column& a, const Column& b,
                  const std::function<Wanted(const Decimal&, const Decimal&)>& operation,
                  const char* what) {
  expect_rows(
      result, a.rows(),
      [&](std::size_t i) {
        return a.cells[i] && b.cells[i] ? operation(*a.cells[i], *b.cells[i]) : Wanted();
      },
      std::string(what) + " at scales " + std::to_string(a.scale) + " and " +
          std::to_string(b.scale));
}

void expect_quotients(const Column& a, const Column& b, std::int64_t factor, int scale,
                      Rounding mode) {
  std::vector<Errc> reasons;
  const auto result = divide(a.view(), b.view(), factor, scale, mode, &reasons);
  expect_pairs(
      result, a, b,
      [&](const Decimal& x, const Decimal& y) -> Wanted {
        if (y.is_zero()) return {};
        return round(*(Ratio(factor) * Ratio::of(x, y)), scale, mode);
      },
      "divide");
  for (std::size_t i = 0; i < a.rows(); ++i) {
    const bool zero = a.cells[i] && b.cells[i] && b.cells[i]->is_zero();
    ASSERT_EQ(reasons[i], zero ? Errc::division_by_zero : Errc::none);
  }
}

void expect_orders(const Column& a, const Column& b) {
  const auto result = compare(a.view(), b.view());
  ASSERT_TRUE(result);
  for (std::size_t i = 0; i < a.rows(); ++i) {
    const bool there = a.cells[i] && b.cells[i];
    const int wanted = !there                       ? 0
                       : *a.cells[i] < *b.cells[i]  ? -1
                       : *a.cells[i] == *b.cells[i] ? 0
                                                    : 1;
    ASSERT_EQ(result->values[i], wanted) << shown(a.cells[i]) << " and " << shown(b.cells[i]);
    ASSERT_EQ((result->validity[i / 8] >> (i % 8) & 1) != 0, there);
  }
}

void expect_sum(const Column& column) {
  Decimal total = *Decimal::of(0, column.scale);
  std::size_t count = 0;
  for (const Cell& cell : column.cells) {
    if (!cell) continue;
    total = *(total + *cell);
    ++count;
  }
  const auto result = sum(column.view());
  ASSERT_TRUE(result);
  ASSERT_EQ(result->total.to_string(), total.to_string());
  ASSERT_EQ(result->count, count);
}

void expect_roundings(const Column& column, int scale, Rounding mode) {
  expect_rows(
      round(column.view(), scale, mode), column.rows(),
      [&](std::size_t i) {
        return column.cells[i] ? Wanted(round(*column.cells[i], scale, mode)) : Wanted();
      },
      "round from " + std::to_string(column.scale) + " to " + std::to_string(scale) + " " +
          std::string(name_of(mode)));
}

void expect_texts(const Column& column) {
  for (const NumberFormat numbers : {NumberFormat::plain(), NumberFormat::vietnamese()}) {
    const auto texts = format(column.view(), numbers);
    ASSERT_TRUE(texts);
    for (std::size_t i = 0; i < column.rows(); ++i) {
      const auto begin = static_cast<std::size_t>(texts->offsets[i]);
      const auto end = static_cast<std::size_t>(texts->offsets[i + 1]);
      const std::string wanted = column.cells[i] ? format(*column.cells[i], numbers) : "";
      ASSERT_EQ(texts->bytes.substr(begin, end - begin), wanted);
    }
    const auto back = parse({texts->bytes, texts->offsets, column.validity}, numbers, column.scale);
    expect_rows(
        back, column.rows(),
        [&](std::size_t i) { return column.cells[i] ? Wanted(*column.cells[i]) : Wanted(); },
        "parse");
  }
}

void expect_everything(const Column& a, const Column& b, const std::vector<int>& scales,
                       const std::vector<std::int64_t>& factors) {
  expect_pairs(
      add(a.view(), b.view()), a, b, [](auto& x, auto& y) { return Wanted(x + y); }, "add");
  expect_pairs(
      subtract(a.view(), b.view()), a, b, [](auto& x, auto& y) { return Wanted(x - y); },
      "subtract");
  if (a.scale + b.scale <= 38) {
    expect_pairs(
        multiply(a.view(), b.view()), a, b, [](auto& x, auto& y) { return Wanted(x * y); },
        "multiply");
  }
  expect_orders(a, b);
  expect_sum(a);
  expect_texts(a);
  for (const Rounding mode : kModes) {
    for (const int scale : scales) {
      expect_roundings(a, scale, mode);
      for (const std::int64_t factor : factors) expect_quotients(a, b, factor, scale, mode);
    }
  }
}

TEST(ColumnsOracle, EverySmallPair) {
  constexpr std::int64_t kMost = 26;
  for (int left = 0; left <= 2; ++left) {
    for (int right = 0; right <= 2; ++right) {
      std::vector<Cell> a;
      std::vector<Cell> b;
      for (std::int64_t x = -kMost; x <= kMost; ++x) {
        for (std::int64_t y = -kMost; y <= kMost; ++y) {
          a.emplace_back(*Decimal::of(x, left));
          b.emplace_back(*Decimal::of(y, right));
        }
      }
      expect_everything(Column(a, left), Column(b, right), {0, 1, 3}, {1, 100, -7, 0});
      if (HasFatalFailure()) return;
    }
  }
}

// Numbers beside those at which something changes: 2^63, 2^64, 10^18, 2^126, 10^38; ties; zero.
class Boundaries {
 public:
  explicit Boundaries(std::uint64_t seed) : random_(seed) {
    const Decimal two_63 = *Decimal::from_words(std::uint64_t{1} << 63, 0, 0);
    const Decimal two_126 = *Decimal::from_words(0, std::int64_t{1} << 62, 0);
    const Decimal most = *(*Decimal::parse("1" + std::string(38, '0')) - 1);
    middles_ = {0, 5, 50, *Decimal::from_words(0, 1, 0), two_63, two_126, most};
    for (const int digits : {9, 18, 19, 36, 37}) {
      middles_.push_back(*Decimal::parse("1" + std::string(static_cast<std::size_t>(digits), '0')));
      middles_.push_back(*Decimal::parse("5" + std::string(static_cast<std::size_t>(digits), '0')));
    }
  }

  std::int64_t below(std::int64_t limit) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(limit));
  }

  // A number of that scale; now and then none.
  Cell cell(int scale) {
    if (below(7) == 0) return std::nullopt;
    const Decimal& middle = middles_[static_cast<std::size_t>(below(count()))];
    Decimal number = *(middle + Decimal(below(5) - 2));
    if (below(3) == 0) number = *Decimal::from_words(random_(), below(std::int64_t{1} << 50), 0);
    if (below(3) == 0) number = below(2000) - 1000;
    if (below(2) == 0) number = -number;
    if (!number.to_words()) number = middle;
    const auto words = *number.to_words();
    return *Decimal::from_words(words.lo, words.hi, scale);
  }

  Column column(std::size_t rows, int scale) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < rows; ++i) cells.push_back(cell(scale));
    return {std::move(cells), scale};
  }

 private:
  std::int64_t count() const { return static_cast<std::int64_t>(middles_.size()); }

  std::mt19937_64 random_;
  std::vector<Decimal> middles_;
};

TEST(ColumnsOracle, LargeNumbersAtRandom) {
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  Boundaries random(kSeed);
  const std::int64_t factors[] = {
      1, 100, 1000, -100, 999999999999999999, std::numeric_limits<std::int64_t>::min()};
  for (int round = 0; round < 1500; ++round) {
    // Few rows, so that most columns are not refused.
    const auto rows = static_cast<std::size_t>(random.below(12));
    const bool wide = random.below(2) == 0;
    const auto scale = [&] { return static_cast<int>(random.below(wide ? 39 : 5)); };
    const Column a = random.column(rows, scale());
    const Column b = random.column(rows, scale());
    expect_everything(a, b, {scale(), scale()},
                      {factors[static_cast<std::size_t>(random.below(6))]});
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace tiendo
