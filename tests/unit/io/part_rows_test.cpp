// Rows of a table as objects: what a cell becomes, where it stands, and which tables are refused.

#include "io/part_rows.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/team.hpp"
#include "io/json_text.hpp"
#include "tiendo/base/limits.hpp"

namespace tiendo::part_rows_test {
namespace {

constexpr TableColumn kColumns[] = {{"id", "id", Cell::text, true},
                                    {"name", "name.vi"},
                                    {"name.vi", "name.vi"},
                                    {"name.en", "name.en"},
                                    {"number", "number", Cell::whole},
                                    {"with", "with", Cell::texts},
                                    {"codes", "codes", Cell::codes},
                                    {"profile", "profile", Cell::profile}};

struct Table {
  std::vector<JsonNode> rows;
  Diagnostics findings;
};

Table table_of(std::string_view text) {
  Findings findings(text, "t.csv");
  PartRows csv(findings, text, kColumns);
  Table table;
  JsonNode row;
  while (csv.next(row)) table.rows.push_back(row);
  table.findings = findings.all();
  return table;
}

// The one row below a header, as JSON.
std::string row_of(std::string_view header, std::string_view row) {
  const std::string text = std::string(header) + '\n' + std::string(row) + '\n';
  const Table table = table_of(text);
  for (const Diagnostic& finding : table.findings) ADD_FAILURE() << to_string(finding);
  return table.rows.size() == 1 ? json_line(table.rows[0]) : "not one row";
}

// "LINE:COLUMN name" of each finding.
std::string faults_of(std::string_view text) {
  std::string all;
  for (const Diagnostic& finding : table_of(text).findings) {
    if (!all.empty()) all += ' ';
    all += std::to_string(finding.place.line) + ':' + std::to_string(finding.place.column) + ' ' +
           std::string(name_of(finding.code));
  }
  return all;
}

TEST(PartRowsTest, ACellIsTheKeyOfItsColumnAndAnEmptyOneIsAbsent) {
  EXPECT_EQ(row_of("number,id,name", "7,a,"), R"({"id": "a", "number": 7})");
  EXPECT_EQ(row_of("id;name", "a;\"b;\"\"c\"\"\""), R"({"id": "a", "name": {"vi": "b;\"c\""}})");
}

TEST(PartRowsTest, ATableHasAtMostAMillionRows) {
  std::string text = "id\n";
  for (std::size_t i = 0; i < kMaxValues; ++i) text += "a\n";
  Findings findings(text, "t.csv");
  PartRows most(findings, text, kColumns);
  JsonNode row;
  std::size_t rows = 0;
  while (most.next(row)) ++rows;
  EXPECT_EQ(rows, kMaxValues);
  EXPECT_FALSE(findings.any());
  text += "a\n";
  Findings more(text, "t.csv");
  PartRows longer(more, text, kColumns);
  while (longer.next(row)) {
  }
  ASSERT_TRUE(more.any());
  EXPECT_EQ(more.all()[0].code, Errc::too_many_values);
  EXPECT_EQ(more.all()[0].place.line, kMaxValues + 2);
}

TEST(PartRowsTest, APointLeadsIntoAnObject) {
  EXPECT_EQ(row_of("id,name.en,name.vi", "a,b,c"),
            R"({"id": "a", "name": {"vi": "c", "en": "b"}})");
  EXPECT_EQ(row_of("id,name,name.en", "a,,b"), R"({"id": "a", "name": {"en": "b"}})");
}

TEST(PartRowsTest, AListHasSemicolonsBetweenItsItems) {
  EXPECT_EQ(row_of("id,with", "a,b"), R"({"id": "a", "with": ["b"]})");
  EXPECT_EQ(row_of("id,with", "a, b;c ; d e "), R"({"id": "a", "with": ["b", "c", "d e"]})");
}

TEST(PartRowsTest, CodesMayHaveDays) {
  EXPECT_EQ(row_of("id,codes", "a,26740"), R"({"id": "a", "codes": [{"code": "26740"}]})");
  EXPECT_EQ(
      row_of("id,codes", "a,1 2004-01-01..2025-07-01; 2 ..2025-07-01; 3 2025-07-01..; B 4"),
      R"({"id": "a", "codes": [{"code": "1", "from": "2004-01-01", "until": "2025-07-01"}, )"
      R"({"code": "2", "until": "2025-07-01"}, {"code": "3", "from": "2025-07-01"}, {"code": "B 4"}]})");
}

TEST(PartRowsTest, AProfileIsAWordOrSteps) {
  EXPECT_EQ(row_of("id,profile", "a,linear"), R"({"id": "a", "profile": "linear"})");
  EXPECT_EQ(row_of("id,profile", "a,2024-Q1: 0.2;2024-Q2:0.8"),
            R"({"id": "a", "profile": {"2024-Q1": "0.2", "2024-Q2": "0.8"}})");
}

TEST(PartRowsTest, EveryValueHasTheOffsetOfItsCell) {
  const Table table = table_of("id,name.en,with\na,b,c; d\n");
  ASSERT_EQ(table.rows.size(), 1U);
  const JsonNode& row = table.rows[0];
  EXPECT_EQ(row.offset, 16);
  EXPECT_EQ(row.find("id")->offset, 16);
  EXPECT_EQ(row.find("name")->offset, 18);
  EXPECT_EQ(row.find("name")->find("en")->offset, 18);
  EXPECT_EQ(row.find("with")->items[1].offset, 20);
}

TEST(PartRowsTest, AFaultyHeaderEndsTheReading) {
  EXPECT_EQ(faults_of(""), "1:1 missing_column");
  EXPECT_EQ(faults_of("name\nx\ny,z\n"), "1:1 missing_column");
  EXPECT_EQ(faults_of("id,nam\na,b\n"), "1:4 unknown_column");
  EXPECT_EQ(faults_of("idd\na\n"), "1:1 unknown_column");
  EXPECT_EQ(faults_of("id,with,id\na,b,c\n"), "1:9 duplicate_column");
  EXPECT_EQ(faults_of("id,name,name.vi\na,b,c\nb,c,\n"), "2:5 duplicate_key");
  EXPECT_EQ(faults_of("id,\"name\n"), "1:4 csv_syntax");
  EXPECT_EQ(faults_of("id,\xff\n"), "1:4 text_encoding");
  EXPECT_EQ(faults_of(std::string_view("id\na\0\n", 6)), "2:2 text_encoding");
}

TEST(PartRowsTest, AFaultyRowDoesNotHideTheNext) {
  const Table table = table_of("id,with\na\nb,c;;d\ne,f\ng,h,i\n");
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].find("id")->text, "e");
  EXPECT_EQ(faults_of("id,with\na\nb,c;;d\ne,f\ng,h,i\n"),
            "2:1 field_count 3:3 wrong_type 5:1 field_count");
  EXPECT_EQ(faults_of("id,profile\na,2024: 1; 2024\nb,2024:1;2024 : 2\n"),
            "2:3 wrong_type 3:3 duplicate_key");
  EXPECT_EQ(faults_of("id,with\na,b\nc,\"d\"e\n"), "3:6 csv_syntax");
}

// The rows of a table, as they are taken: in parts, of stretches cut into blocks of so many bytes,
// of which 0 is none; and the findings. Counts the blocks that the other thread has taken.
std::string taken(Team& team, const std::string& text, std::size_t block, std::size_t& in_parts) {
  static unsigned in_turn = 0;
  Findings findings(text, "t.csv");
  PartRows csv(findings, text, kColumns);
  std::string rows;
  std::vector<std::string> parts(PartRows::kBlocks);
  int begun = 0;
  std::atomic<bool> has_begun = false;
  // Blocks are so short that one thread has all of them unless it waits for the other now and then.
  const auto begin = [&] {
    ++begun;
    const int most = ++in_turn % 2 == 0 ? 0 : 1000;
    for (int tries = 0; tries < most && !has_begun; ++tries) std::this_thread::yield();
  };
  const auto put = [](std::string& all, const PlainRow& row) {
    if (row[0].text() == "no") return false;
    all += std::string(row[0].text()) + '|' + std::string(row[1].text()) + '\n';
    return true;
  };
  const auto here = [&](const PlainRow& row) { return put(rows, row); };
  const auto there = [&](std::size_t at, const PlainRow& row) {
    has_begun = true;
    return put(parts[at], row);
  };
  JsonNode row;
  for (;;) {
    while (block > 0) {
      has_begun = false;
      const auto blocks = csv.take_parts(team, begin, here, there, block);
      EXPECT_LE(std::exchange(begun, 0), 1);
      for (std::size_t at = blocks ? blocks->first : 0; blocks && at < blocks->end; ++at) {
        rows += parts[at];
        ++in_parts;
      }
      for (std::string& part : parts) part.clear();
      if (!blocks) break;
    }
    csv.take_plain(here);
    if (!csv.next(row)) break;
    const auto text_of = [&](std::string_view key) {
      for (const JsonMember& member : row.members) {
        if (member.key == key) return member.value.text;
      }
      return std::string();
    };
    rows += text_of("id") + '|' + text_of("profile") + '\n';
  }
  for (const Diagnostic& finding : findings.all()) rows += to_string(finding) + '\n';
  return rows;
}

// A row with a break in a quoted field may lie across the cut, or one that is not taken, or none.
TEST(PartRowsTest, BlocksOfAnyStretchAreTheSameRows) {
  std::mt19937 random(20261130);
  const std::vector<std::string> cells = {
      "a", "b1", "", "no", "a longer one", "\"q\"", "\"x\ny\"", "\"\n\n\"", "\"a,b\"", "c d"};
  Team team(2);
  std::size_t in_parts = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string line_break = random() % 3 == 0 ? "\r\n" : "\n";
    const std::size_t kinds = random() % 2 == 0 ? 3 : cells.size();
    std::string text = "id,profile" + line_break;
    for (std::size_t left = random() % 40; left > 0; --left) {
      if (random() % 25 == 0) text += line_break;
      if (random() % 40 == 0) text += "one field too many,,";
      text += "r" + cells[random() % kinds] + ',' + cells[random() % kinds] + line_break;
      if (random() % 12 == 0) text += "no,x" + line_break;
    }
    if (random() % 4 == 0) text += "last,row";
    const std::size_t block = 1 + random() % 40;
    std::size_t none = 0;
    ASSERT_EQ(taken(team, text, block, in_parts), taken(team, text, 0, none)) << block << '\n'
                                                                              << text;
    ASSERT_EQ(none, 0U);
  }
  EXPECT_GT(in_parts, 100U);
}

}  // namespace
}  // namespace tiendo::part_rows_test
