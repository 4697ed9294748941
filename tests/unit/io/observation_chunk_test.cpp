// Rows read a chunk at a time are what they are one by one: the same log, or the same findings.

#include "io/observation_chunk.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "chunks.hpp"
#include "io/observation_reader.hpp"
#include "tiendo/io/plan_reader.hpp"

namespace tiendo::observation_chunk_test {
namespace {

// Two units whose ids are longer than a key and end alike.
constexpr std::string_view kPlan = R"({"format": "tiendo-plan/1",
  "measures": [{"id": "ha", "kind": "area", "factor": "10000"},
               {"id": "percent", "kind": "share", "factor": "0.01"}],
  "units": [{"id": "town"}, {"id": "ward", "parent": "town"},
            {"id": "phuong-ngoc-trao-thanh-hoa", "parent": "town"},
            {"id": "xa-ngoc-trao-thanh-hoa", "parent": "town"}],
  "indicators": [{"id": "land", "measure": "ha", "kind": "flow", "scale": 3},
                 {"id": "poor", "measure": "percent", "kind": "level"},
                 {"id": "water", "measure": "percent", "kind": "ratio"},
                 {"id": "school", "measure": "ha", "kind": "level"}],
  "plan": {"id": "p", "unit": "town", "period": "2024",
           "targets": [{"indicator": "school", "yes": true}],
           "projects": [{"id": "road", "stages": ["measured", "paid"]}, {"id": "bridge"}]}})";

const Plan& plan() {
  static const Plan kMade = *read_plan(kPlan, "plan.json").value;
  return kMade;
}

std::string text_of(const std::optional<Decimal>& number) {
  return number ? number->to_string() : "none";
}

// Every member of every row.
std::string text_of(const ObservationLog& log) {
  std::string text;
  for (Row row = 0; row < log.size(); ++row) {
    const Observation o = log.observation(row);
    for (const std::string& part : {o.indicator,
                                    o.unit,
                                    o.project,
                                    o.work_stage,
                                    o.period.to_string(),
                                    o.form ? std::string(name_of(*o.form)) : "none",
                                    std::string(name_of(o.standing)),
                                    text_of(o.value),
                                    text_of(o.upper),
                                    o.words,
                                    text_of(o.numerator),
                                    text_of(o.denominator),
                                    std::string(name_of(o.status)),
                                    std::string(name_of(o.qualifier)),
                                    o.recorded_on ? o.recorded_on->to_string() : "none",
                                    std::to_string(o.revision),
                                    o.source,
                                    o.note,
                                    std::string(name_of(o.verdict)),
                                    o.judge}) {
      text += part + '|';
    }
    text += '\n';
  }
  return text;
}

std::string lines_of(const Diagnostics& findings) {
  std::string lines;
  for (const Diagnostic& finding : findings) lines += to_string(finding) + '\n';
  return lines;
}

// What comes of a table after a row that is there already: the findings, and the log.
template <class Text, class... Who>
std::string read_by(std::size_t chunk, Text&& text, const NumberFormat& numbers,
                    unsigned threads = 1, Who... who) {
  ObservationLog log(plan());
  read_observations("indicator,period,value\nland,2023,9\n", "before.csv", NumberFormat::plain(),
                    log);
  const std::string findings =
      lines_of(read_observations_by(chunk, text, "o.csv", numbers, log, {threads, {}}, who...));
  return findings + text_of(log);
}

void expect_the_same(const std::string& text, const NumberFormat& numbers, std::mt19937& random) {
  const std::string one_by_one = read_by(0, text, numbers);
  for (const std::size_t chunk : {1U, 2U, 3U, 7U, 1024U}) {
    ASSERT_EQ(read_by(chunk, text, numbers), one_by_one) << chunk << '\n' << text;
    ASSERT_EQ(read_by(chunk, text, numbers, 2), one_by_one) << chunk << '\n' << text;
    ASSERT_EQ(read_by(chunk, text, numbers, 5), one_by_one) << chunk << '\n' << text;
  }
  for (const Readers readers : {Readers::caller, Readers::any_thread}) {
    Chunks blocks(text, 1 + random() % 200);
    const std::size_t chunk = 1 + random() % 50;
    const auto threads = static_cast<unsigned>(1 + random() % 3);
    ASSERT_EQ(read_by(chunk, static_cast<TextSource&>(blocks), numbers, threads, readers),
              one_by_one)
        << chunk << '\n'
        << text;
  }
}

// What may stand in a column: what is mostly right first, what is mostly wrong behind `good`.
struct Choice {
  const char* name;
  std::size_t good;
  std::vector<std::string> words;
};

const std::vector<Choice>& choices() {
  static const std::vector<Choice> kChoices = {
      {"indicator", 2, {"land", "poor", "water", "school", "lnad", "", "\"land\""}},
      {"period",
       1,
       {"2024-01", "2024-02", "2024-03", "2024-Q2", "2024", "2024-01-15/2024-02-15", "2024-13", "",
        "2024/2025", "1399", "\"2024-04\""}},
      {"value",
       8,
       {"1",
        "12.5",
        "-3",
        "0.125",
        "1.50",
        "123456789012345",
        "-0.0",
        "007",
        "+5",
        "1.2345",
        "n/a",
        "withheld",
        "unchanged",
        "yes",
        "range",
        "1.",
        ".5",
        "1..2",
        "1e3",
        "12345678901234567890123456789012345678901234567890",
        "9223372036854775807",
        "9223372036854775808",
        "0.000000000000000000000000000000000000001",
        "x",
        "\"7\"",
        "12345678901234567",
        "1.234.567,5",
        "12,5",
        "\"12,5\"",
        "-",
        "--1"}},
      {"unit",
       4,
       {"town", "ward", "phuong-ngoc-trao-thanh-hoa", "xa-ngoc-trao-thanh-hoa", "", "wadr",
        "ngoc-trao-thanh-hoa", "\"ward\""}},
      {"project", 1, {"", "road", "bridge", "raod"}},
      {"work_stage", 1, {"", "paid", "measured", "built"}},
      {"form", 1, {"", "increment", "level", "to_date", "lvel"}},
      {"numerator", 1, {"", "3", "4.5", "x"}},
      {"denominator", 1, {"", "6", "0", "-1.25", "x"}},
      {"status", 3, {"", "official", "estimate", "preliminary", "final"}},
      {"qualifier", 2, {"", "exact", "about", "over", "under", "more"}},
      {"recorded_on", 4, {"", "2024-02-01", "2024-03-31", "2025-01-01", "2024-02-30", "1.2.2024"}},
      {"revision", 3, {"", "0", "2", "-1", "1.0", "3.5", "1000000000", "999999999", "x"}},
      {"source", 3, {"", "Cục Thống kê", "s", "\"a, b\"", "\"two\nlines\""}},
      {"note", 2, {"", "một ghi chú dài hơn mười sáu byte", "\"\"", "a\"b", "t\xEAn", "a\rb"}},
      {"value_to", 1, {"", "20", "2.25", "0"}},
      {"words", 1, {"", "Xuất siêu"}},
      {"verdict", 1, {"", "met", "missed", "none"}},
      {"judge", 1, {"", "Chi cục"}},
  };
  return kChoices;
}

// A table of some columns in any order, with a fault in one field of `rarity` and seldom one in the
// shape of a row.
std::string random_table(std::mt19937& random, unsigned rarity) {
  std::vector<const Choice*> columns;
  for (const Choice& choice : choices()) {
    if (columns.size() < 3 || random() % 3 == 0) columns.push_back(&choice);
  }
  std::shuffle(columns.begin(), columns.end(), random);
  const std::string separator = random() % 4 == 0 ? ";" : ",";
  const std::string line_end = random() % 4 == 0 ? "\r\n" : "\n";
  std::string table = random() % 4 == 0 ? "\xEF\xBB\xBF" : "";
  for (const Choice* column : columns) table += column->name + separator;
  table.replace(table.size() - 1, 1, line_end);
  const auto is_rare = [&] { return random() % rarity == 0; };
  for (std::size_t rows = random() % 60; rows-- > 0;) {
    if (is_rare()) table += random() % 2 ? line_end : "\r\n";
    for (const Choice* column : columns) {
      const std::size_t among = is_rare() ? column->words.size() : column->good;
      std::string word = column->words[random() % among];
      // Many months, so that reports seldom disagree.
      if (word == "2024-01") word = std::to_string(1900 + random() % 8000) + "-12";
      table += word + separator;
    }
    if (is_rare()) table += separator;
    table.replace(table.size() - 1, 1, is_rare() ? "\n" : line_end);
    if (is_rare()) table[random() % table.size()] = "\"\r\n,;\0\xFFx"[random() % 8];
  }
  if (random() % 3 == 0) table.pop_back();
  return table;
}

TEST(ObservationChunkTest, AnyTableGivesWhatItsRowsGiveOneByOne) {
  std::mt19937 random(1);
  int good = 0;
  for (int turn = 0; turn < 500; ++turn) {
    const unsigned rarities[] = {8, 40, 1000, 1000000};
    const std::string table = random_table(random, rarities[turn % 4]);
    const NumberFormat numbers = random() % 3 ? NumberFormat::plain() : NumberFormat::vietnamese();
    expect_the_same(table, numbers, random);
    if (HasFatalFailure()) return;
    ObservationLog log(plan());
    good += read_observations(table, "o.csv", numbers, log).empty();
  }
  EXPECT_GT(good, 100);
  EXPECT_LT(good, 400);
}

// The header first, a hundred rows of which the one at `place` is `row`, and the last without an
// end.
std::string table_with(const std::string& row, std::size_t place) {
  std::string table = "indicator,unit,period,value,recorded_on\n";
  for (std::size_t i = 0; i < 100; ++i) {
    table += i == place ? row
                        : "land,ward,2024-01," + std::to_string(i) + ".25,20" +
                              std::to_string(25 + i / 28) + "-02-" + (i % 28 < 9 ? "0" : "") +
                              std::to_string(1 + i % 28) + "\n";
  }
  return table + "poor,,2024,2,";
}

TEST(ObservationChunkTest, OneRowAmongManyIsReadAsItIsAlone) {
  std::mt19937 random(2);
  const std::string rows[] = {
      "poor,town,2024-01,1,\n",
      "land,ward,2024-01,7.50,2025-02-01\n",             // disagrees with the first
      "land,ward,2024-01,0.250,2025-02-01\n",            // says the same as the first
      "\"land\",\"ward\",2024-01,\"1.5\",2025-01-01\n",  // quotes
      "\"la\nnd\",ward,2024-01,1.5,2025-01-01\n",        // a line that goes on
      "land,ward,2024-01,1.5\n",                         // a field is missing
      "land,ward,2024-01,1.5,,\n",
      "land,ward,2024-01,1,5,2025-01-01\n",
      "\n",
      "\r\n\n",
      "land,ward,2024-01,1.5,2025-01-01\r\n",
      "land,ward,2024-01,1.5,2025-01-01\r\r\n",
      "land,ward,2024-01\r,1.5,2025-01-01\n",
      "land,ward,2024-01,withheld,2025-01-01\n",
      "land,ward,2024-01,12345678901234567890,2025-01-01\n",
      "land,ward,2024-01,1.2500,2025-01-01\n",  // value_scale
      "poor,ward,2024-01,1.2500000000000000000000000000000000000000,2025-01-01\n",
      "lnad,ward,2024-01,1.5,2025-01-01\n",
      "land,wadr,2024-1,x,2025-02-29\n",  // several faults
      std::string("land,ward,2024-01,1\0,2025-01-01\n", 33),
      "land,ward,2024-01,1\xFF,2025-01-01\n",
      "land,ward,2024-01,1\"5,2025-01-01\n",
  };
  for (const std::string& row : rows) {
    for (const std::size_t place : {0U, 1U, 6U, 7U, 50U, 99U}) {
      expect_the_same(table_with(row, place), NumberFormat::plain(), random);
    }
  }
}

TEST(ObservationChunkTest, ManyFaultsAreNamedUpToTheLimit) {
  std::mt19937 random(3);
  std::string table = "indicator,period,value\n";
  for (int row = 0; row < 600; ++row) table += row % 4 ? "land,2024-01,1.5\n" : "land,2024-01,x\n";
  expect_the_same(table, NumberFormat::plain(), random);
}

// A chunk of a table with these columns.
ObservationChunk chunk_of(const std::vector<ObservationTable::Column>& columns,
                          std::size_t most = 100) {
  ObservationTable table;
  table.at.fill(ObservationTable::kAbsent);
  table.width = columns.size();
  for (std::size_t i = 0; i < columns.size(); ++i) table.at[columns[i]] = i;
  return {plan(), table, ',', NumberFormat::plain(), most};
}

TEST(ObservationChunkTest, ReadsAsFarAsItUnderstands) {
  using T = ObservationTable;
  ObservationChunk chunk =
      chunk_of({T::indicator, T::unit, T::period, T::value, T::numerator, T::source});
  const std::string rows =
      "land,ward,2024-01,12.50,,\nland,ward,2024-02,n/a,,s\npoor,,2024,-123456789012345678,,\n";
  ObservationWords words;
  EXPECT_EQ(chunk.read(rows, words), 3U);
  EXPECT_EQ(chunk.bytes(), rows.size());
  const ObservationColumns columns = chunk.columns();
  EXPECT_EQ(columns.value.small[0], 1250);
  EXPECT_EQ(columns.value.scales[0], 2);
  EXPECT_EQ(columns.value.small[2], -123456789012345678);
  EXPECT_EQ(columns.value.validity[0] & 7, 5);
  EXPECT_EQ(columns.standing[1], Standing::not_applicable);
  EXPECT_TRUE(columns.indicator.words.empty());
  EXPECT_EQ(columns.indicator.at[2], plan().find_indicator("poor"));
  EXPECT_EQ(columns.unit.at[2], kNone);
  EXPECT_EQ(columns.start[1], Date::parse("2024-02-01")->days());
  EXPECT_EQ(columns.end[1], Date::parse("2024-03-01")->days());
  EXPECT_EQ(columns.source.at[0], kNone);
  EXPECT_EQ(columns.source.words[columns.source.at[1]], "s");
  EXPECT_TRUE(columns.numerator.empty());
  EXPECT_TRUE(columns.status.empty());

  EXPECT_EQ(chunk.read(rows + "land,ward,2024-03,x,,\nland,ward,2024-04,1,,\n", words), 3U);
  EXPECT_EQ(chunk.read(rows + "land,ward,2024-03,1,,\"\"\n", words), 3U);
  EXPECT_EQ(chunk.read("land,ward,2024-03,1,,\n", words), 1U);
  EXPECT_TRUE(chunk.columns().standing.empty());
  EXPECT_TRUE(chunk.columns().source.at.empty());
  EXPECT_EQ(chunk.read("", words), 0U);
}

// More words than are kept.
TEST(ObservationChunkTest, ForgetsWordsRatherThanKeepingAny) {
  std::mt19937 random(4);
  std::string table = "indicator,period,value,recorded_on,revision\n";
  for (int day = 0; day < 10000; ++day) {
    const std::string date = Date::from_days(day)->to_string();
    table += "land," + date + "/" + Date::from_days(day + 1)->to_string() + ",1," + date + "," +
             std::to_string(day) + "\n";
  }
  ObservationLog log(plan());
  EXPECT_EQ(lines_of(read_observations(table, "o.csv", NumberFormat::plain(), log)), "");
  ASSERT_EQ(log.size(), 10000U);
  for (Row row = 0; row < log.size(); ++row) {
    ASSERT_EQ(log.observation(row).recorded_on->days(), static_cast<std::int32_t>(row));
    ASSERT_EQ(log.observation(row).period.start().days(), static_cast<std::int32_t>(row));
    ASSERT_EQ(log.observation(row).revision, static_cast<std::int32_t>(row));
  }
}

}  // namespace
}  // namespace tiendo::observation_chunk_test
