// Numbers one at a time: tiendo against plain integers, the C++ library's doubles and CPython's
// decimal, all in one run on one core. docs/performance.md has the last table and how to make it.
//
// Every benchmark walks over the same 512 pseudo-random values, which stay in the first cache; the
// time shown is that of one walk, and items_per_second counts values. What is measured together has
// a name of the form JOB/PEER/SHAPE, from which tests/bench/table.py makes its rows.

#include <benchmark/benchmark.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "python_decimal.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/number_format.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo::bench {
namespace {

constexpr std::size_t kCount = 512;

// What the numbers look like.
struct Shape {
  int least;  // digits of the coefficient
  int most;
  int scale;
};

constexpr Shape kSeven = {6, 6, 2};       // 1234.56: seven characters
constexpr Shape kNine = {1, 9, 2};        // one to nine digits: products have up to eighteen
constexpr Shape kMixed = {1, 18, 2};      // one to eighteen digits, each length as often
constexpr Shape kEighteen = {18, 18, 4};  // eighteen digits

struct Values {
  std::vector<std::int64_t> integers;
  std::vector<Decimal> decimals;
  std::vector<std::string> texts;
  std::vector<double> doubles;
  std::vector<PyHandle> python_texts;
  std::vector<PyHandle> python_numbers;
};

std::int64_t any_of(const Shape& shape, std::mt19937_64& random) {
  const int digits = std::uniform_int_distribution<int>(shape.least, shape.most)(random);
  std::int64_t above = 1;
  for (int i = 1; i < digits; ++i) above *= 10;
  return std::uniform_int_distribution<std::int64_t>(above, above * 10 - 1)(random);
}

Values make(const Shape& shape, unsigned seed) {
  std::mt19937_64 random(seed);
  Values values;
  for (std::size_t i = 0; i < kCount; ++i) {
    const std::int64_t integer = any_of(shape, random);
    const Decimal decimal = *Decimal::of(integer, shape.scale);
    const std::string text = decimal.to_string();
    values.integers.push_back(integer);
    values.decimals.push_back(decimal);
    values.texts.push_back(text);
    values.doubles.push_back(std::stod(text));
    values.python_texts.push_back(python_text(text));
    values.python_numbers.push_back(python_number(values.python_texts.back()));
  }
  return values;
}

// Two lists of the same shape, made once.
template <const Shape& kShape>
const std::array<Values, 2>& values() {
  static const std::array<Values, 2> kMade = {make(kShape, 1), make(kShape, 2)};
  return kMade;
}

void report(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * std::int64_t{kCount});
}

// Runs `body(i)` for every value.
template <class Body>
void walk(benchmark::State& state, const Body& body) {
  for (auto _ : state) {
    for (std::size_t i = 0; i < kCount; ++i) body(i);
  }
  report(state);
}

// ---- parse ----

template <const Shape& kShape>
void parse_tiendo(benchmark::State& state) {
  const auto& texts = values<kShape>()[0].texts;
  walk(state, [&](std::size_t i) { benchmark::DoNotOptimize(Decimal::parse(texts[i])); });
}

template <const Shape& kShape>
void parse_vietnamese(benchmark::State& state) {
  std::vector<std::string> texts;
  for (const Decimal& value : values<kShape>()[0].decimals) {
    texts.push_back(format(value, NumberFormat::vietnamese()));
  }
  walk(state, [&](std::size_t i) {
    benchmark::DoNotOptimize(parse(texts[i], NumberFormat::vietnamese()));
  });
}

template <const Shape& kShape>
void parse_double(benchmark::State& state) {
  const auto& texts = values<kShape>()[0].texts;
  walk(state, [&](std::size_t i) {
    double value = 0;
    std::from_chars(texts[i].data(), texts[i].data() + texts[i].size(), value);
    benchmark::DoNotOptimize(value);
  });
}

template <const Shape& kShape>
void parse_python(benchmark::State& state) {
  const auto& texts = values<kShape>()[0].python_texts;
  walk(state, [&](std::size_t i) { benchmark::DoNotOptimize(python_number(texts[i])); });
}

// ---- print ----

template <const Shape& kShape>
void print_tiendo(benchmark::State& state) {
  const auto& decimals = values<kShape>()[0].decimals;
  walk(state, [&](std::size_t i) { benchmark::DoNotOptimize(decimals[i].to_string()); });
}

// Into a buffer of the caller.
template <const Shape& kShape>
void print_buffer(benchmark::State& state) {
  const auto& decimals = values<kShape>()[0].decimals;
  std::array<char, 64> buffer;
  walk(state, [&](std::size_t i) {
    benchmark::DoNotOptimize(
        to_chars(buffer.data(), buffer.data() + buffer.size(), decimals[i], NumberFormat::plain()));
    benchmark::ClobberMemory();
  });
}

template <const Shape& kShape>
void print_vietnamese(benchmark::State& state) {
  const auto& decimals = values<kShape>()[0].decimals;
  walk(state, [&](std::size_t i) {
    benchmark::DoNotOptimize(format(decimals[i], NumberFormat::vietnamese()));
  });
}

template <const Shape& kShape>
void print_double(benchmark::State& state) {
  const auto& doubles = values<kShape>()[0].doubles;
  std::array<char, 64> buffer;
  walk(state, [&](std::size_t i) {
    benchmark::DoNotOptimize(
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), doubles[i]).ptr);
    benchmark::ClobberMemory();
  });
}

template <const Shape& kShape>
void print_python(benchmark::State& state) {
  const auto& numbers = values<kShape>()[0].python_numbers;
  walk(state,
       [&](std::size_t i) { benchmark::DoNotOptimize(PyHandle(PyObject_Str(numbers[i].get()))); });
}

// ---- arithmetic: both lists, value by value ----

template <const Shape& kShape>
void add_integer(benchmark::State& state) {
  const Values& a = values<kShape>()[0];
  const Values& b = values<kShape>()[1];
  std::vector<std::int64_t> sums(kCount);
  for (auto _ : state) {
    for (std::size_t i = 0; i < kCount; ++i) sums[i] = a.integers[i] + b.integers[i];
    benchmark::DoNotOptimize(sums.data());
    benchmark::ClobberMemory();
  }
  report(state);
}

template <const Shape& kShape>
void add_tiendo(benchmark::State& state) {
  const Values& a = values<kShape>()[0];
  const Values& b = values<kShape>()[1];
  std::vector<Decimal> sums(kCount);
  for (auto _ : state) {
    for (std::size_t i = 0; i < kCount; ++i) {
      auto sum = a.decimals[i] + b.decimals[i];
      if (sum) sums[i] = *std::move(sum);
    }
    benchmark::DoNotOptimize(sums.data());
    benchmark::ClobberMemory();
  }
  report(state);
}

template <const Shape& kShape>
void add_python(benchmark::State& state) {
  const Values& a = values<kShape>()[0];
  const Values& b = values<kShape>()[1];
  walk(state, [&](std::size_t i) {
    benchmark::DoNotOptimize(
        PyHandle(PyNumber_Add(a.python_numbers[i].get(), b.python_numbers[i].get())));
  });
}

template <const Shape& kShape>
void multiply_tiendo(benchmark::State& state) {
  const Values& a = values<kShape>()[0];
  const Values& b = values<kShape>()[1];
  walk(state, [&](std::size_t i) { benchmark::DoNotOptimize(a.decimals[i] * b.decimals[i]); });
}

template <const Shape& kShape>
void multiply_python(benchmark::State& state) {
  const Values& a = values<kShape>()[0];
  const Values& b = values<kShape>()[1];
  walk(state, [&](std::size_t i) {
    benchmark::DoNotOptimize(
        PyHandle(PyNumber_Multiply(a.python_numbers[i].get(), b.python_numbers[i].get())));
  });
}

// How many are below their partner: one figure, so that nothing is left out.
template <const Shape& kShape>
void compare_integer(benchmark::State& state) {
  const Values& a = values<kShape>()[0];
  const Values& b = values<kShape>()[1];
  for (auto _ : state) {
    std::int64_t less = 0;
    for (std::size_t i = 0; i < kCount; ++i) less += a.integers[i] < b.integers[i] ? 1 : 0;
    benchmark::DoNotOptimize(less);
  }
  report(state);
}

template <const Shape& kShape>
void compare_tiendo(benchmark::State& state) {
  const Values& a = values<kShape>()[0];
  const Values& b = values<kShape>()[1];
  for (auto _ : state) {
    std::int64_t less = 0;
    for (std::size_t i = 0; i < kCount; ++i) less += a.decimals[i] < b.decimals[i] ? 1 : 0;
    benchmark::DoNotOptimize(less);
  }
  report(state);
}

template <const Shape& kShape>
void compare_python(benchmark::State& state) {
  const Values& a = values<kShape>()[0];
  const Values& b = values<kShape>()[1];
  walk(state, [&](std::size_t i) {
    benchmark::DoNotOptimize(
        PyObject_RichCompareBool(a.python_numbers[i].get(), b.python_numbers[i].get(), Py_LT));
  });
}

// ---- a percentage of a plan, one decimal, rounded once ----

template <const Shape& kShape>
void percent_tiendo(benchmark::State& state) {
  const Values& a = values<kShape>()[0];
  const Values& b = values<kShape>()[1];
  walk(state, [&](std::size_t i) {
    const auto percent = Ratio::of(a.decimals[i], b.decimals[i]) * 100;
    benchmark::DoNotOptimize(round(*percent, 1, Rounding::half_up));
  });
}

#define TIENDO_BENCH(job, peer, shape) \
  BENCHMARK(job##_##peer<shape>)->Name(#job "/" #peer "/" #shape)

TIENDO_BENCH(parse, tiendo, kSeven);
TIENDO_BENCH(parse, vietnamese, kSeven);
TIENDO_BENCH(parse, double, kSeven);
TIENDO_BENCH(parse, python, kSeven);
TIENDO_BENCH(parse, tiendo, kMixed);
TIENDO_BENCH(parse, vietnamese, kMixed);
TIENDO_BENCH(parse, double, kMixed);
TIENDO_BENCH(parse, python, kMixed);
TIENDO_BENCH(parse, tiendo, kEighteen);
TIENDO_BENCH(parse, python, kEighteen);
TIENDO_BENCH(print, tiendo, kSeven);
TIENDO_BENCH(print, buffer, kSeven);
TIENDO_BENCH(print, vietnamese, kSeven);
TIENDO_BENCH(print, double, kSeven);
TIENDO_BENCH(print, python, kSeven);
TIENDO_BENCH(print, tiendo, kMixed);
TIENDO_BENCH(print, buffer, kMixed);
TIENDO_BENCH(print, vietnamese, kMixed);
TIENDO_BENCH(print, double, kMixed);
TIENDO_BENCH(print, python, kMixed);
TIENDO_BENCH(print, tiendo, kEighteen);
TIENDO_BENCH(print, buffer, kEighteen);
TIENDO_BENCH(print, python, kEighteen);
TIENDO_BENCH(add, tiendo, kSeven);
TIENDO_BENCH(add, integer, kSeven);
TIENDO_BENCH(add, python, kSeven);
TIENDO_BENCH(add, tiendo, kMixed);
TIENDO_BENCH(add, integer, kMixed);
TIENDO_BENCH(add, python, kMixed);
TIENDO_BENCH(multiply, tiendo, kSeven);
TIENDO_BENCH(multiply, python, kSeven);
TIENDO_BENCH(multiply, tiendo, kNine);
TIENDO_BENCH(multiply, python, kNine);
TIENDO_BENCH(multiply, tiendo, kMixed);
TIENDO_BENCH(multiply, python, kMixed);
TIENDO_BENCH(multiply, tiendo, kEighteen);
TIENDO_BENCH(multiply, python, kEighteen);
TIENDO_BENCH(compare, tiendo, kSeven);
TIENDO_BENCH(compare, integer, kSeven);
TIENDO_BENCH(compare, python, kSeven);
TIENDO_BENCH(compare, tiendo, kMixed);
TIENDO_BENCH(compare, integer, kMixed);
TIENDO_BENCH(compare, python, kMixed);
TIENDO_BENCH(percent, tiendo, kSeven);
TIENDO_BENCH(percent, tiendo, kMixed);

}  // namespace
}  // namespace tiendo::bench

BENCHMARK_MAIN();
