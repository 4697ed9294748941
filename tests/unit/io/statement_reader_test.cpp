// Published figures from a table.

#include "tiendo/io/statement_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "io/statement_cells.hpp"
#include "tiendo/base/limits.hpp"

namespace tiendo::statement_reader_test {
namespace {

std::string placed(const Diagnostic& finding) {
  return std::to_string(finding.place.line) + ':' + std::to_string(finding.place.column) + ' ' +
         std::string(name_of(finding.code));
}

// Each row as "id verdict", then each fault as "2:3 unknown_word".
std::string read(const std::string& table, NumberFormat numbers = NumberFormat::plain()) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
  const Diagnostics findings =
      verify_statements(table, "f.csv", numbers, [&](const VerifiedStatement& row) {
        add(row.id + ' ' + std::string(name_of(row.check.verdict)));
      });
  for (const Diagnostic& finding : findings) {
    EXPECT_EQ(finding.place.file, "f.csv");
    add(placed(finding));
  }
  return text;
}

TEST(StatementReaderTest, ChecksEachRowInTheOrderOfTheTable) {
  EXPECT_EQ(read("id,kind,inputs,stated\n"
                 "a,completion,actual=10492.2;plan=18964,55.3\n"
                 "b,excess, actual = 180 ;  plan=150,21.3\n"
                 "c,completion,actual=8.86;plan=8.5,104.3\n"),
            "a reproduces; b impossible; c possible");
  EXPECT_EQ(read("id;expression;inputs;stated\n"
                 "a;2 * exports - total;\"exports=99,36;total=196,84\";1,9\n",
                 NumberFormat::vietnamese()),
            "a reproduces");
  EXPECT_EQ(read("kind,inputs,stated\n"), "");
}

TEST(StatementReaderTest, ARowIsReadAsItStands) {
  VerifiedStatement read_row;
  const Diagnostics findings = verify_statements(
      "source,rounding,stated,inputs,kind,note,expression,id\n"
      "page 5,down,over 20,actual=counted 61;plan=h\xC6\xA1n "
      "50,excess,any,,x\n",
      "f.csv", NumberFormat::plain(), [&](const VerifiedStatement& row) { read_row = row; });
  ASSERT_TRUE(findings.empty());
  EXPECT_EQ(read_row.id, "x");
  EXPECT_EQ(read_row.source, "page 5");
  EXPECT_EQ(read_row.place.line, 2);
  EXPECT_EQ(read_row.place.column, 13);
  const Statement& statement = read_row.statement;
  EXPECT_EQ(statement.kind, StatedKind::excess);
  EXPECT_EQ(statement.rounding, Rounding::down);
  EXPECT_EQ(statement.qualifier, Qualifier::over);
  EXPECT_EQ(statement.figure.to_string(), "20");
  ASSERT_EQ(statement.inputs.size(), 2U);
  EXPECT_EQ(statement.inputs.at(0).name, "actual");
  EXPECT_TRUE(statement.inputs.at(0).counted);
  EXPECT_EQ(statement.inputs.at(1).qualifier, Qualifier::over);
  EXPECT_EQ(statement.inputs.at(1).value.to_string(), "50");
}

TEST(StatementReaderTest, EveryFaultHasItsPlaceAndLeavesTheOtherRows) {
  const std::string head = "id,kind,expression,inputs,stated,rounding\n";
  // clang-format off
  const struct { std::string table; const char* read; } cases[] = {
      {"",                                              "1:1 missing_column"},
      {"kind,inputs\n",                                 "1:1 missing_column"},
      {"inputs,stated\n",                               "1:1 missing_column"},
      {"kind,input,stated\n",                           "1:6 unknown_column"},
      {"kind,inputs,kind,stated\n",                     "1:13 duplicate_column"},
      {head + "a,share,,part=1;total=8\nb,share,,part=1;total=8,12.5,\n",
                                                        "b reproduces; 2:1 field_count"},
      {head + "a,shares,,part=1;total=8,12.5,\n",       "2:3 unknown_word"},
      {head + "a,,,part=1;total=8,12.5,\n",             "2:3 statement_kind"},
      {head + "a,share,part / total,part=1,12.5,\n",    "2:9 statement_kind"},
      {head + "a,expression,,part=1,12.5,\n",           "2:3 statement_kind"},
      {head + "a,expression,a +,a=1,12.5,\n",           "2:17 expression_syntax"},
      {head + "a,,a * [b c],a=1,12.5,\n",               "2:9 id_syntax"},
      {head + "a,share,,part=1;total,12.5,\n",          "2:17 input_syntax"},
      {head + "a,share,,part=1;,12.5,\n",               "2:17 input_syntax"},
      {head + "a,share,,,12.5,\n",                      "2:10 input_syntax"},
      {head + "a,share,,part=1;to tal=8,12.5,\n",       "2:17 id_syntax"},
      {head + "a,share,,part=x;total=8,12.5,\n",        "2:15 unknown_number_word"},
      {head + "a,share,,\"part=1,5;total=8\",12.5,\n",  "2:17 number_syntax"},
      {head + "a,share,,part=over 1x;total=8,12.5,\n",  "2:21 number_syntax"},
      {head + "a,share,,part=1 t\xE1\xBB\xB7;total=8,12.5,\n", "2:15 input_syntax"},
      {head + "a,share,,part=1;total=8,,\n",            "2:25 number_syntax"},
      {head + "a,share,,part=1;total=8,counted 5,\n",   "2:25 number_syntax"},
      {head + "a,share,,part=1;total=8,12.5,half\n",    "2:30 unknown_word"},
      {head + "a,share,,part=1,12.5,\n",                "2:10 stated_inputs"},
      {head + "a,share,,part=1;total=0,12.5,\n",        "2:10 division_by_zero"},
      {head + "a,average_growth,,first=0;last=1;years=2,5,\n", "2:19 growth_without_base"},
      {head + "a,shares,,part=,x,half\n", "2:3 unknown_word; 2:16 number_syntax; "
                                          "2:17 unknown_number_word; 2:19 unknown_word"},
      {head + "a,share,,part=1;total=8,12.5,\n\"b,1\n", "a reproduces; 3:1 csv_syntax"},
  };
  // clang-format on
  for (const auto& c : cases) EXPECT_EQ(read(c.table), c.read) << c.table;
}

TEST(StatementReaderTest, NamesItsCodes) {
  EXPECT_EQ(parse_inputs("a", NumberFormat::plain()).error().code, Errc::input_syntax);
  const Diagnostics findings =
      verify_statements("kind,inputs,stated\n,a=1,1\n", "f.csv", NumberFormat::plain(), {});
  EXPECT_EQ(findings.at(0).code, Errc::statement_kind);
}

TEST(StatementReaderTest, AnImpossibleFigureCanBeAFinding) {
  std::string findings;
  verify_statements(
      "kind,inputs,stated\n"
      "excess,actual=180;plan=150,21.3\n"
      "excess,actual=182;plan=150,21.3\n"
      "average_growth,first=88.6;last=170.1;years=5,10.4\n",
      "f.csv", NumberFormat::plain(), [&](const VerifiedStatement& row) {
        const auto finding = finding_of(row);
        if (!finding) return;
        EXPECT_EQ(finding->code, Errc::stated_impossible);
        findings += to_string(*finding) + '\n';
      });
  EXPECT_EQ(findings,
            "f.csv:2:28: error 583 stated_impossible: 21.3 does not "
            "follow from its inputs, which "
            "make 20.000, however they were rounded\n"
            "f.csv:4:46: error 583 stated_impossible: 10.4 does not "
            "follow from its inputs, which "
            "make 13.934, however they were rounded\n");
}

// Hands a text over a few bytes at a time.
class Dribble final : public TextSource {
 public:
  explicit Dribble(std::string text) : text_(std::move(text)) {}
  Result<std::size_t> read(std::span<char> buffer) override {
    const std::size_t size = std::min({buffer.size(), std::size_t{7}, text_.size() - at_});
    std::copy_n(text_.begin() + static_cast<std::ptrdiff_t>(at_), size, buffer.begin());
    at_ += size;
    return size;
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

TEST(StatementReaderTest, ALongTableComesBlockByBlock) {
  std::string table = "id,kind,inputs,stated\n";
  for (int i = 0; i < 1000; ++i) {
    table += std::to_string(i) + ",share,part=1;total=8,12." + std::to_string(i % 10) + '\n';
  }
  Dribble source(table);
  int rows = 0;
  int impossible = 0;
  const Diagnostics findings =
      verify_statements(source, "f.csv", NumberFormat::plain(), [&](const VerifiedStatement& row) {
        EXPECT_EQ(row.id, std::to_string(rows));
        EXPECT_EQ(row.place.line, rows + 2);
        ++rows;
        if (row.check.verdict == StatedVerdict::impossible) ++impossible;
      });
  EXPECT_TRUE(findings.empty());
  EXPECT_EQ(rows, 1000);
  EXPECT_EQ(impossible, 0);  // 1 of 8 with 0.5 either way is 5.9 to 20
}

TEST(StatementReaderTest, StopsAtAHundredFaults) {
  std::string table = "kind,inputs,stated\n";
  for (int i = 0; i < 150; ++i) table += "x,a=1,1\n";
  const Diagnostics findings =
      verify_statements(table, "f.csv", NumberFormat::plain(), [](const VerifiedStatement&) {});
  EXPECT_EQ(findings.size(), kMaxFindings);
}

TEST(StatementReaderTest, AFileThatIsNotThereHasNoLine) {
  const Diagnostics findings =
      verify_statements_file("no/such.csv", NumberFormat::plain(), [](const VerifiedStatement&) {});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.at(0).code, Errc::file_unreadable);
  EXPECT_EQ(findings.at(0).place.line, 0);
}

}  // namespace
}  // namespace tiendo::statement_reader_test
