// The log of facts against plain arrays, in one run on one core: six months of 24 indicators of
// 2,000 units, one number in fifty reported a second time.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tiendo/facts/observation_log.hpp"
#include "tiendo/facts/selection.hpp"

namespace tiendo::bench {
namespace {

constexpr Index kUnits = 2000;
constexpr Index kIndicators = 24;
constexpr int kMonths = 6;
constexpr std::size_t kRowsOfACall = 4096;

Period month(int number) { return *Period::month(2024, number); }

// The last six indicators are ratios.
Plan make_plan() {
  PlanBuilder builder;
  PlanHead head;
  head.id = "plan";
  head.unit = "u0";
  head.period = *Period::year(2024);
  builder.set_head(head);
  Measure measure;
  measure.id = "ha";
  measure.kind = "area";
  builder.add(measure);
  for (Index unit = 0; unit < kUnits; ++unit) {
    ResponsibleUnit body;
    body.id = "u" + std::to_string(unit);
    builder.add(body);
  }
  for (Index at = 0; at < kIndicators; ++at) {
    Indicator indicator;
    indicator.id = "i" + std::to_string(at);
    indicator.measure = "ha";
    indicator.kind = at < 13 ? IndicatorKind::flow : IndicatorKind::level;
    if (at >= 18) indicator.kind = IndicatorKind::ratio;
    builder.add(indicator);
  }
  return *builder.build().value;
}

const Plan& plan() {
  static const Plan kPlan = make_plan();
  return kPlan;
}

// The rows of one call.
struct Rows {
  std::vector<Index> indicator, unit;
  std::vector<std::int32_t> start, end, recorded;
  std::vector<std::int64_t> numbers, below;
  std::vector<std::uint8_t> scales, has_value, has_parts;

  void add(Index of, Index by, int number, int day, std::mt19937_64& random) {
    const std::size_t row = indicator.size();
    const Period period = month(number);
    indicator.push_back(of);
    unit.push_back(by);
    start.push_back(period.start().days());
    end.push_back(period.end().days());
    recorded.push_back(month(day).end().days() + (day == number ? 0 : 1));
    numbers.push_back(static_cast<std::int64_t>(random() % 6'000'000'000));
    below.push_back(static_cast<std::int64_t>(random() % 6'000'000));
    scales.push_back(static_cast<std::uint8_t>(random() % 4));
    if (row % 8 == 0) has_value.push_back(0);
    if (row % 8 == 0) has_parts.push_back(0);
    std::uint8_t& bits = of < 18 ? has_value.back() : has_parts.back();
    bits = static_cast<std::uint8_t>(bits | 1U << row % 8);
  }

  ObservationColumns columns() const {
    ObservationColumns c;
    c.indicator.at = indicator;
    c.unit.at = unit;
    c.start = start;
    c.end = end;
    c.recorded_on = recorded;
    c.value = {numbers, {}, has_value, 0, scales};
    c.numerator = {numbers, {}, has_parts, 0, scales};
    c.denominator = {below, {}, has_parts, 0, scales};
    return c;
  }
};

// In the order in which they are reported: corrections come with the next month.
std::vector<Rows> make_rows() {
  std::mt19937_64 random(1);
  std::vector<Rows> all(1);
  const auto add = [&](Index of, Index by, int number, int day) {
    if (all.back().indicator.size() == kRowsOfACall) all.emplace_back();
    all.back().add(of, by, number, day, random);
  };
  for (int number = 1; number <= kMonths; ++number) {
    for (Index cell = 0; cell < kUnits * kIndicators; ++cell) {
      if (random() % 33 != 0) add(cell % kIndicators, cell / kIndicators, number, number);
    }
    for (Index cell = 0; number > 1 && cell < kUnits * kIndicators; ++cell) {
      if (random() % 50 == 0) add(cell % kIndicators, cell / kIndicators, number - 1, number);
    }
  }
  return all;
}

const std::vector<Rows>& rows() {
  static const std::vector<Rows> kRows = make_rows();
  return kRows;
}

bool fill(ObservationLog& log) {
  ObservationLog::Batch batch(log);
  for (const Rows& part : rows()) {
    if (!batch.append_columns(part.columns()).empty()) return false;
  }
  batch.keep();
  return true;
}

void append_tiendo(benchmark::State& state) {
  std::size_t size = 0;
  for (auto _ : state) {
    ObservationLog log(plan());
    if (!fill(log)) return state.SkipWithError("a row is refused");
    size += log.size();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(size));
}

// A number, its denominator and what it is of, one behind the other, and nothing checked.
void append_arrays(benchmark::State& state) {
  std::size_t size = 0;
  for (auto _ : state) {
    std::vector<Index> cells;
    std::vector<std::int64_t> numbers, below;
    for (const Rows& part : rows()) {
      for (std::size_t row = 0; row < part.indicator.size(); ++row) {
        cells.push_back(part.unit[row] * kIndicators + part.indicator[row]);
        numbers.push_back(part.numbers[row]);
        below.push_back(part.below[row]);
      }
    }
    benchmark::DoNotOptimize(cells.data());
    benchmark::DoNotOptimize(numbers.data());
    benchmark::DoNotOptimize(below.data());
    size += cells.size();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(size));
}

// Of each cell the figure of the year by the rules of selection.
void select_tiendo(benchmark::State& state) {
  ObservationLog log(plan());
  if (!fill(log)) return state.SkipWithError("a row is refused");
  Index cell = 0;
  for (auto _ : state) {
    const LogCell of = log.cell(cell);
    benchmark::DoNotOptimize(select(
        log, {of.indicator, of.unit, of.project, *Period::year(2024), month(kMonths).last_day()}));
    cell = (cell + 1) % static_cast<Index>(log.cell_count());
  }
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK(append_tiendo)->Name("append/tiendo/Rows");
BENCHMARK(append_arrays)->Name("append/arrays/Rows");
BENCHMARK(select_tiendo)->Name("select/tiendo/Cells");

}  // namespace
}  // namespace tiendo::bench

BENCHMARK_MAIN();
