// What a call of the C library costs: the guard around every function against the same function
// without one and with its flag alone, single numbers, and columns of a million.
// docs/performance.md has the last table and how to make it; python_calls.py has the same from
// Python.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "bare_calls.hpp"
#include "tiendo.h"

namespace {

constexpr std::int64_t kRows = 1000000;

tiendo_context* context() {
  static tiendo_context* const made = [] {
    tiendo_context* one = nullptr;
    if (tiendo_context_create(nullptr, &one) != TIENDO_OK) std::abort();
    return one;
  }();
  return made;
}

void expect_ok(tiendo_status status) {
  if (status != TIENDO_OK) std::abort();
}

// A million numbers of up to eight digits, as a column and as texts.
struct Rows {
  std::vector<std::int64_t> halves;
  tiendo_decimal_column column{};
  std::vector<std::int64_t> offsets;
  std::string bytes;
  tiendo_text_column texts{};

  Rows() : halves(2 * kRows), offsets(kRows + 1) {
    for (std::int64_t i = 0; i < kRows; ++i) {
      halves[static_cast<std::size_t>(2 * i)] = i * 7919 % 99999999;
    }
    column = {sizeof column, 2, kRows, halves.data(), nullptr};
    std::int64_t length = 0;
    bytes.resize(12 * kRows);
    expect_ok(tiendo_column_format(context(), &column, TIENDO_NUMBERS_PLAIN, offsets.data(),
                                   bytes.data(), 12 * kRows, &length));
    texts = {sizeof texts, 8, kRows, bytes.data(), length, offsets.data(), nullptr};
  }
};

const Rows& rows() {
  static const Rows made;
  return made;
}

struct Result {
  std::vector<std::int64_t> halves = std::vector<std::int64_t>(2 * kRows);
  std::vector<std::uint8_t> validity = std::vector<std::uint8_t>(kRows / 8 + 1);
};

// Does next to nothing inside of the guard.
void guarded(benchmark::State& state) {
  tiendo_context* const one = context();
  for (auto _ : state) expect_ok(tiendo_context_set_threads(one, 1));
  state.SetItemsProcessed(state.iterations());
}

void flagged(benchmark::State& state) {
  BareContext one;
  for (auto _ : state) expect_ok(flagged_set_threads(&one, 1));
  state.SetItemsProcessed(state.iterations());
}

void bare(benchmark::State& state) {
  BareContext one;
  for (auto _ : state) expect_ok(bare_set_threads(&one, 1));
  state.SetItemsProcessed(state.iterations());
}

void add(benchmark::State& state) {
  const tiendo_decimal a = {1234567, 0, 2, 0};
  tiendo_decimal sum = {0, 0, 0, 0};
  for (auto _ : state) expect_ok(tiendo_decimal_add(context(), &a, &a, &sum));
  state.SetItemsProcessed(state.iterations());
}

void parse(benchmark::State& state) {
  tiendo_decimal number = {0, 0, 0, 0};
  for (auto _ : state) {
    expect_ok(tiendo_decimal_parse(context(), "12345.67", 8, TIENDO_NUMBERS_PLAIN, &number));
  }
  state.SetItemsProcessed(state.iterations());
}

// The rows are made, and the memory for results touched, before the clock runs.
void column_in(benchmark::State& state) {
  const Rows& of = rows();
  tiendo_decimal total = {0, 0, 0, 0};
  std::int64_t count = 0;
  for (auto _ : state) expect_ok(tiendo_column_sum(context(), &of.column, &total, &count));
  state.SetItemsProcessed(state.iterations() * kRows);
}

void column_in_and_out(benchmark::State& state) {
  const Rows& of = rows();
  Result out;
  for (auto _ : state) {
    expect_ok(tiendo_column_round(context(), &of.column, 1, TIENDO_ROUND_HALF_UP, out.halves.data(),
                                  out.validity.data()));
  }
  state.SetItemsProcessed(state.iterations() * kRows);
}

void column_from_texts(benchmark::State& state) {
  const Rows& of = rows();
  Result out;
  for (auto _ : state) {
    expect_ok(tiendo_column_parse(context(), &of.texts, TIENDO_NUMBERS_PLAIN, 2, out.halves.data(),
                                  out.validity.data()));
  }
  state.SetItemsProcessed(state.iterations() * kRows);
}

void rows_from_texts(benchmark::State& state) {
  const Rows& of = rows();
  Result out;
  std::vector<std::int32_t> codes(kRows);
  std::int64_t refused = 0;
  for (auto _ : state) {
    expect_ok(tiendo_column_parse_rows(context(), &of.texts, nullptr, 2, out.halves.data(),
                                       out.validity.data(), codes.data(), &refused));
  }
  state.SetItemsProcessed(state.iterations() * kRows);
}

void column_to_texts(benchmark::State& state) {
  const Rows& of = rows();
  std::vector<std::int64_t> offsets(kRows + 1);
  std::string bytes(12 * kRows, '0');
  std::int64_t length = 0;
  for (auto _ : state) {
    expect_ok(tiendo_column_format(context(), &of.column, TIENDO_NUMBERS_PLAIN, offsets.data(),
                                   bytes.data(), 12 * kRows, &length));
  }
  state.SetItemsProcessed(state.iterations() * kRows);
}

BENCHMARK(guarded)->Name("call/tiendo/kGuarded");
BENCHMARK(flagged)->Name("call/flag/kGuarded");
BENCHMARK(bare)->Name("call/bare/kGuarded");
BENCHMARK(add)->Name("add/tiendo/kOne");
BENCHMARK(parse)->Name("parse/tiendo/kOne");
BENCHMARK(column_in)->Name("sum/tiendo/kMillion");
BENCHMARK(column_in_and_out)->Name("round/tiendo/kMillion");
BENCHMARK(column_from_texts)->Name("parse/tiendo/kMillion");
BENCHMARK(rows_from_texts)->Name("parse_rows/tiendo/kMillion");
BENCHMARK(column_to_texts)->Name("print/tiendo/kMillion");

}  // namespace

BENCHMARK_MAIN();
