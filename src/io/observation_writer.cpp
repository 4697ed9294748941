// Tested by tests/unit/io/observation_writer_test.cpp.
//
// A table of columns, each with its name and what a row says in it: a new column is a new line.

#include "tiendo/io/observation_writer.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "io/csv_cursor.hpp"
#include "tiendo/base/watched.hpp"

namespace tiendo {
namespace {

std::string number(const std::optional<Decimal>& value, const NumberFormat& numbers) {
  return value ? format(*value, numbers) : std::string();
}

// The number, or the word in its place.
std::string value_of(const Observation& row, const NumberFormat& numbers) {
  const bool is_word = row.standing != Standing::value && row.standing < Standing::range;
  return is_word ? std::string(name_of(row.standing)) : number(row.value, numbers);
}

std::string qualifier_of(const Observation& row) {
  return row.qualifier == Qualifier::exact ? std::string() : std::string(name_of(row.qualifier));
}

struct Column {
  std::string_view name;
  bool always;  // there even if no row fills it
  std::string (*text)(const Observation& row, const NumberFormat& numbers);
};

// In the order of the guide.
constexpr Column kColumns[] = {
    {"indicator", true, [](const auto& row, const auto&) { return row.indicator; }},
    {"unit", true, [](const auto& row, const auto&) { return row.unit; }},
    {"project", false, [](const auto& row, const auto&) { return row.project; }},
    {"work_stage", false, [](const auto& row, const auto&) { return row.work_stage; }},
    {"period", true, [](const auto& row, const auto&) { return row.period.to_string(); }},
    {"form", true, [](const auto& row, const auto&) { return std::string(name_of(*row.form)); }},
    {"value", true, value_of},
    {"numerator", false, [](const auto& row, const auto& n) { return number(row.numerator, n); }},
    {"denominator", false,
     [](const auto& row, const auto& n) { return number(row.denominator, n); }},
    {"status", true, [](const auto& row, const auto&) { return std::string(name_of(row.status)); }},
    {"qualifier", false, [](const auto& row, const auto&) { return qualifier_of(row); }},
    {"recorded_on", true,
     [](const auto& row, const auto&) { return row.recorded_on->to_string(); }},
    {"revision", false,
     [](const auto& row, const auto&) {
       return row.revision == 0 ? std::string() : std::to_string(row.revision);
     }},
    {"source", false, [](const auto& row, const auto&) { return row.source; }},
    {"note", false, [](const auto& row, const auto&) { return row.note; }},
    {"value_to", false, [](const auto& row, const auto& n) { return number(row.upper, n); }},
    {"words", false, [](const auto& row, const auto&) { return row.words; }},
    {"verdict", false,
     [](const auto& row, const auto&) { return std::string(name_of(row.verdict)); }},
    {"judge", false, [](const auto& row, const auto&) { return row.judge; }},
};

// Those that are always there and those that a row fills.
std::vector<Column> columns_of(const ObservationLog& log, const NumberFormat& numbers,
                               Watch& watch) {
  std::vector<Column> unfilled(std::begin(kColumns), std::end(kColumns));
  std::erase_if(unfilled, [](const Column& column) { return column.always; });
  for (Row row = 0; row < log.size() && !unfilled.empty() && watch.ticks_on(0); ++row) {
    const Observation observation = log.observation(row);
    std::erase_if(unfilled,
                  [&](const Column& column) { return !column.text(observation, numbers).empty(); });
  }
  std::vector<Column> columns(std::begin(kColumns), std::end(kColumns));
  std::erase_if(columns, [&](const Column& column) {
    return std::any_of(unfilled.begin(), unfilled.end(),
                       [&](const Column& none) { return none.name == column.name; });
  });
  return columns;
}

// As far as the watch lets it be written.
std::string written(const ObservationLog& log, const NumberFormat& numbers, Watch& watch) {
  if (!watch.begin(Phase::writing, static_cast<std::int64_t>(log.size()))) return {};
  const std::vector<Column> columns = columns_of(log, numbers, watch);
  std::string text;
  for (const Column& column : columns) text.append(column.name) += ',';
  text.back() = '\n';
  for (Row row = 0; row < log.size(); ++row) {
    if (!watch.ticks_on(static_cast<std::int64_t>(row))) return text;
    const Observation observation = log.observation(row);
    for (const Column& column : columns) {
      text += csv_field(column.text(observation, numbers)) + ',';
    }
    text.back() = '\n';
  }
  watch.goes_on(static_cast<std::int64_t>(log.size()));
  return text;
}

}  // namespace

std::string write_observations(const ObservationLog& log, const NumberFormat& numbers) {
  Watch unwatched;
  return written(log, numbers, unwatched);
}

Result<std::string> write_observations(const ObservationLog& log, const NumberFormat& numbers,
                                       const Run& run) {
  return watched(run, [&](Watch& watch) { return written(log, numbers, watch); });
}

}  // namespace tiendo
