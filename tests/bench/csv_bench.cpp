// Tables of observations as a whole nation's communes report them, against the search for their
// line breaks, in one run on one core: a month of 24 indicators of 10,600 communes.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <random>
#include <string>
#include <utility>

#include "io/csv_cursor.hpp"
#include "io/observation_chunk.hpp"
#include "io/observation_reader.hpp"
#include "tiendo/facts/observation_log.hpp"
#include "tiendo/model/plan.hpp"

namespace tiendo::bench {
namespace {

constexpr int kUnits = 10600;
constexpr int kIndicators = 24;
constexpr std::int64_t kRows = std::int64_t{kUnits} * kIndicators;
constexpr std::size_t kTogether = 1024;  // rows, about as many as a reader has of a chunk

std::string indicator_id(int number) { return "i" + std::to_string(number); }
std::string unit_id(int number) { return "c" + std::to_string(number); }
bool is_ratio(int indicator) { return indicator % 4 == 3; }

Plan make_plan() {
  PlanBuilder builder;
  PlanHead head;
  head.id = "nation";
  head.period = *Period::year(2024);
  head.unit = unit_id(0);
  builder.set_head(head);
  builder.add(percent());
  builder.add(Measure{"ha", "area", {}, Decimal(10000), {}});
  for (int unit = 0; unit < kUnits; ++unit) {
    ResponsibleUnit made;
    made.id = unit_id(unit);
    if (unit > 0) made.parent = unit_id(0);
    builder.add(std::move(made));
  }
  for (int indicator = 0; indicator < kIndicators; ++indicator) {
    Indicator made;
    made.id = indicator_id(indicator);
    made.measure = is_ratio(indicator) ? "percent" : "ha";
    made.kind = is_ratio(indicator) ? IndicatorKind::ratio : IndicatorKind::flow;
    builder.add(std::move(made));
  }
  const Checked<Plan> made = builder.build();
  for (const Diagnostic& finding : made.diagnostics) std::fputs(to_string(finding).c_str(), stderr);
  return made.value.value();
}

const Plan& plan() {
  static const Plan kMade = make_plan();
  return kMade;
}

// Up to ten digits, up to three of them behind the point.
std::string any_number(std::mt19937_64& random) {
  const std::uint64_t size = random() % 10000000000U >> random() % 30;
  std::string number = std::to_string(size);
  const std::size_t scale = random() % 4;
  if (scale > 0 && scale < number.size()) number.insert(number.size() - scale, 1, '.');
  return number;
}

std::string make_table() {
  std::mt19937_64 random(1);
  std::string table = "indicator,unit,period,value,numerator,denominator,recorded_on\n";
  for (int unit = 0; unit < kUnits; ++unit) {
    for (int indicator = 0; indicator < kIndicators; ++indicator) {
      table += indicator_id(indicator) + ',' + unit_id(unit) + ",2024-01,";
      table += is_ratio(indicator) ? ',' + any_number(random) + ',' + any_number(random) + ','
                                   : any_number(random) + ",,,";
      table += "2024-02-05\n";
    }
  }
  return table;
}

const std::string& table() {
  static const std::string kMade = make_table();
  return kMade;
}

template <class Body>
void walk(benchmark::State& state, const Body& body) {
  plan();
  table();
  for (auto _ : state) benchmark::DoNotOptimize(body());
  state.SetItemsProcessed(state.iterations() * kRows);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(table().size()));
}

void find_lines(benchmark::State& state) {
  walk(state, [] {
    std::int64_t lines = 0;
    const char* at = table().data();
    const char* const end = at + table().size();
    while (at != end) {
      at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at))) + 1;
      ++lines;
    }
    return lines;
  });
}

void split_rows(benchmark::State& state) {
  walk(state, [] {
    std::size_t rows = 0;
    PlainRows split(7, ',');
    for (std::string_view lines = table(); !lines.empty();) {
      const std::size_t found = split.split(lines, kTogether);
      rows += found;
      lines.remove_prefix(split.bytes(found));
    }
    return rows;
  });
}

// The records one by one, as every table is read.
void read_records(benchmark::State& state) {
  walk(state, [] {
    std::size_t fields = 0;
    CsvCursor csv(table());
    while (csv.next()) fields += csv.record().size();
    return fields;
  });
}

// The columns, without appending them, and with all words already known.
void read_chunks(benchmark::State& state) {
  using T = ObservationTable;
  ObservationTable columns;
  columns.at.fill(T::kAbsent);
  for (const T::Column column :
       {T::indicator, T::unit, T::period, T::value, T::numerator, T::denominator, T::recorded_on}) {
    columns.at[column] = columns.width++;
  }
  ObservationChunk chunk(plan(), columns, ',', NumberFormat::plain(), kTogether);
  ObservationWords words;
  const auto read = [&] {
    CsvCursor csv(table());
    csv.next();
    std::size_t rows = 0;
    while (const std::size_t some = chunk.read(csv.lines(), words)) {
      rows += some;
      csv.skip(chunk.bytes(), some);
    }
    return rows;
  };
  read();
  walk(state, read);
}

// All of it: from the bytes to the log.
void read_table(benchmark::State& state, unsigned threads) {
  walk(state, [threads] {
    ObservationLog log(plan());
    read_observations(table(), "table.csv", NumberFormat::plain(), log, {threads, {}});
    return log.size();
  });
}

BENCHMARK(split_rows)->Name("split/tiendo/Rows");
BENCHMARK(read_records)->Name("records/tiendo/Rows");
BENCHMARK(read_chunks)->Name("columns/tiendo/Rows");
BENCHMARK_CAPTURE(read_table, two, 2)->Name("observations, two threads/tiendo/Rows")->UseRealTime();
BENCHMARK_CAPTURE(read_table, one, 1)->Name("observations/tiendo/Rows");
BENCHMARK(find_lines)->Name("observations/memchr/Rows");

}  // namespace
}  // namespace tiendo::bench

BENCHMARK_MAIN();
