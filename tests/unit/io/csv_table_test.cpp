// Tables with known columns: headers and cells, good and faulty.

#include "io/csv_table.hpp"

#include <gtest/gtest.h>

#include "tiendo/facts/observation.hpp"

namespace tiendo::csv_table_test {
namespace {

const std::vector<std::string_view> kColumns = {"name", "count", "day", "status"};

// What is found in the header, as "LINE:COLUMN name".
std::vector<std::string> header_faults(std::string_view text) {
  Findings findings(text, "t.csv");
  CsvTable table(text, kColumns, findings);
  const bool read = table.read_header({0});
  EXPECT_EQ(read, !findings.any()) << text;
  std::vector<std::string> faults;
  for (const Diagnostic& finding : findings.all()) {
    faults.push_back(std::to_string(finding.place.line) + ':' +
                     std::to_string(finding.place.column) + ' ' +
                     std::string(name_of(finding.code)));
  }
  return faults;
}

TEST(CsvTableTest, AHeaderHasKnownColumnsOnceAndThoseThatAreNeeded) {
  using Faults = std::vector<std::string>;
  EXPECT_EQ(header_faults("name"), Faults{});
  EXPECT_EQ(header_faults("status;day;count;name\n"), Faults{});
  EXPECT_EQ(header_faults(""), Faults{"1:1 missing_column"});
  EXPECT_EQ(header_faults("count,day\n"), Faults{"1:1 missing_column"});
  EXPECT_EQ(header_faults("name,counts,dya\n"),
            (Faults{"1:6 unknown_column", "1:13 unknown_column"}));
  EXPECT_EQ(header_faults("nam,count\n"), Faults{"1:1 unknown_column"}) << "and not missing, too";
  EXPECT_EQ(header_faults("name,count,name\n"), Faults{"1:12 duplicate_column"});
  EXPECT_EQ(header_faults("\"na\"me,count\n"), Faults{"1:5 csv_syntax"});
  EXPECT_EQ(header_faults(std::string_view("name\0", 5)), Faults{"1:5 text_encoding"});
}

TEST(CsvTableTest, RowsComeCellByCellAndFaultsDoNotEndThem) {
  const std::string_view text =
      "count,name,status,day\n"
      "2,a,estimate,2024-06-30\n"
      ",b,,\n"
      "3,c\n"
      "1.5,d,final,2024-02-30\n"
      "1000000000,\"e\n";
  Findings findings(text, "t.csv");
  CsvTable table(text, kColumns, findings);
  ASSERT_TRUE(table.read_header({0, 1}));
  ASSERT_TRUE(table.next());
  EXPECT_EQ(table.text(0), "a");
  EXPECT_EQ(table.whole_number(1), 2);
  EXPECT_EQ(table.number(1, NumberFormat::plain()), Decimal(2));
  EXPECT_EQ(table.parsed<Date>(2), *Date::parse("2024-06-30"));
  EXPECT_EQ(table.word<Status>(3), Status::estimate);
  EXPECT_EQ(table.offset(3), 26);
  EXPECT_EQ(table.row_offset(), 22);
  ASSERT_TRUE(table.next());
  EXPECT_FALSE(table.whole_number(1));
  EXPECT_FALSE(table.number(1, NumberFormat::plain()));
  EXPECT_FALSE(table.parsed<Date>(2));
  EXPECT_FALSE(table.word<Status>(3));
  EXPECT_FALSE(findings.any());
  ASSERT_TRUE(table.next()) << "the row of two fields is passed over";
  EXPECT_EQ(table.text(0), "d");
  EXPECT_FALSE(table.whole_number(1));
  EXPECT_FALSE(table.number(1, NumberFormat::vietnamese()));
  EXPECT_FALSE(table.parsed<Date>(2));
  EXPECT_FALSE(table.word<Status>(3));
  EXPECT_FALSE(table.next());
  std::vector<Errc> codes;
  for (const Diagnostic& finding : findings.all()) codes.push_back(finding.code);
  EXPECT_EQ(codes, (std::vector<Errc>{Errc::field_count, Errc::number_syntax, Errc::number_syntax,
                                      Errc::date_not_real, Errc::unknown_word, Errc::csv_syntax}));
}

TEST(CsvTableTest, AnAbsentColumnIsEmptyAndStandsAtItsRow) {
  const std::string_view text = "name\na\n";
  Findings findings(text, "t.csv");
  CsvTable table(text, kColumns, findings);
  ASSERT_TRUE(table.read_header({0}));
  ASSERT_TRUE(table.next());
  EXPECT_EQ(table.text(2), "");
  EXPECT_EQ(table.offset(2), 5);
}

}  // namespace
}  // namespace tiendo::csv_table_test
