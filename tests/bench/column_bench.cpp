// Columns of decimals against plain loops over std::int64_t, in one run on one core, 100,000 rows
// each. docs/performance.md has the last table and how to make it.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <vector>

#include "tiendo/decimal/columns.hpp"

namespace tiendo::bench {
namespace {

constexpr std::size_t kRows = 100000;

struct Rows {
  std::vector<std::int64_t> integers;
  DecimalColumn column;
  TextColumn texts;
};

// Two decimals, up to eight digits, none zero.
Rows make(unsigned seed) {
  std::mt19937_64 random(seed);
  std::uniform_int_distribution<std::int64_t> any(1, 99999999);
  Rows rows;
  rows.column.scale = 2;
  for (std::size_t i = 0; i < kRows; ++i) {
    const std::int64_t integer = any(random);
    rows.integers.push_back(integer);
    Decimal128 value;
    for (std::size_t byte = 0; byte < 8; ++byte) {
      value.bytes[byte] = static_cast<std::uint8_t>(integer >> (8 * byte));
    }
    rows.column.values.push_back(value);
  }
  rows.texts = *format(rows.column.view(), NumberFormat::plain());
  return rows;
}

const Rows& first() {
  static const Rows kRowsMade = make(1);
  return kRowsMade;
}

const Rows& second() {
  static const Rows kRowsMade = make(2);
  return kRowsMade;
}

// Runs `body()` on all rows.
template <class Body>
void walk(benchmark::State& state, const Body& body) {
  for (auto _ : state) benchmark::DoNotOptimize(body());
  state.SetItemsProcessed(state.iterations() * std::int64_t{kRows});
}

// The same row by row on integers, into a new column as well.
template <class Body>
void walk_integers(benchmark::State& state, const Body& body) {
  const auto& a = first().integers;
  const auto& b = second().integers;
  walk(state, [&] {
    std::vector<std::int64_t> result(kRows);
    for (std::size_t i = 0; i < kRows; ++i) result[i] = body(a[i], b[i]);
    return result;
  });
}

void add_tiendo(benchmark::State& state) {
  walk(state, [] { return add(first().column.view(), second().column.view()); });
}
void add_integer(benchmark::State& state) {
  walk_integers(state, [](std::int64_t a, std::int64_t b) { return a + b; });
}

void round_tiendo(benchmark::State& state) {
  walk(state, [] { return round(first().column.view(), 1, Rounding::half_up); });
}
void round_integer(benchmark::State& state) {
  walk_integers(state, [](std::int64_t a, std::int64_t) { return (a + 5) / 10; });
}

void percent_tiendo(benchmark::State& state) {
  walk(state, [] {
    return divide(first().column.view(), second().column.view(), 100, 1, Rounding::half_up);
  });
}
void percent_integer(benchmark::State& state) {
  walk_integers(state, [](std::int64_t a, std::int64_t b) { return (2000 * a + b) / (2 * b); });
}

void sum_tiendo(benchmark::State& state) {
  walk(state, [] { return sum(first().column.view()); });
}
void sum_integer(benchmark::State& state) {
  walk(state, [] {
    std::int64_t total = 0;
    for (const std::int64_t value : first().integers) total += value;
    return total;
  });
}

void parse_tiendo(benchmark::State& state) {
  const TextColumnView texts = {first().texts.bytes, first().texts.offsets, {}};
  walk(state, [&] { return parse(texts, NumberFormat::plain(), 2); });
}

void print_tiendo(benchmark::State& state) {
  walk(state, [] { return format(first().column.view(), NumberFormat::plain()); });
}

BENCHMARK(add_tiendo)->Name("add/tiendo/Rows");
BENCHMARK(add_integer)->Name("add/integer/Rows");
BENCHMARK(round_tiendo)->Name("round/tiendo/Rows");
BENCHMARK(round_integer)->Name("round/integer/Rows");
BENCHMARK(percent_tiendo)->Name("percent/tiendo/Rows");
BENCHMARK(percent_integer)->Name("percent/integer/Rows");
BENCHMARK(sum_tiendo)->Name("sum/tiendo/Rows");
BENCHMARK(sum_integer)->Name("sum/integer/Rows");
BENCHMARK(parse_tiendo)->Name("parse/tiendo/Rows");
BENCHMARK(print_tiendo)->Name("print/tiendo/Rows");

}  // namespace
}  // namespace tiendo::bench

BENCHMARK_MAIN();
