// Rows that are split at once have the fields that the cursor finds one by one.

#include "io/plain_rows.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "io/csv_cursor.hpp"

namespace tiendo::plain_rows_test {
namespace {

// The rows as split, fields by '|', each row ended by '/', and how many bytes they have.
std::string split(std::string_view lines, std::size_t width, std::size_t most = 100) {
  PlainRows rows(width, ',');
  const std::size_t count = rows.split(lines, most);
  std::string drawn;
  for (std::size_t row = 0; row < count; ++row) {
    for (std::size_t i = 0; i < width; ++i) {
      const PlainField field = rows.column(i)[row];
      EXPECT_EQ(field.end - field.before, lines.data());
      EXPECT_LE(field.size, field.before);
      drawn += std::string(field.text()) + (i + 1 < width ? '|' : '/');
    }
  }
  return drawn + std::to_string(rows.bytes(count));
}

TEST(PlainRowsTest, SplitsWholeRowsAsFarAsTheyArePlain) {
  const struct {
    std::string_view lines, drawn;
  } cases[] = {
      {"", "0"},
      {"a,b\n", "a|b/4"},
      {"a,b\nc,d\n", "a|b/c|d/8"},
      {",\n,\n", "|/|/4"},
      {"a,b\r\nc,\r\n,\r\n", "a|b/c|/|/12"},
      {"a,b\nc,d\r\n", "a|b/c|d/9"},
      {"a,b\nc\nd,e\n", "a|b/4"},        // too few
      {"a,b\nc,d,e\nf\n", "a|b/4"},      // too many, and then too few
      {"a,b\n\nc,d\n", "a|b/4"},         // a blank line
      {"\na,b\n", "0"},                  // at once
      {"a\nb,c,d\n", "0"},               // as many separators as two rows have
      {"a,b\nc,\"d\"\ne,f\n", "a|b/4"},  // a quote
      {"a,b\"\n", "0"},
      {"a,b\nc\rd,e\nf,g\n", "a|b/4"},  // a return that ends no line
      {"a,b\r\nc,d\r\r\n", "a|b/5"},
      {"\ra,b\n", "0"},
  };
  for (const auto& c : cases) EXPECT_EQ(split(c.lines, 2), c.drawn) << c.lines;
  EXPECT_EQ(split("a,b\nc,d\ne,f\n", 2, 2), "a|b/c|d/8");
  EXPECT_EQ(split("a,b\nc,d\n\"", 2, 2), "a|b/c|d/8");
}

// All fields of texts of any length, until a row is not plain.
TEST(PlainRowsTest, FindsTheFieldsThatTheCursorFinds) {
  std::mt19937 random(3);
  for (int turn = 0; turn < 3000; ++turn) {
    const std::size_t width = 2 + random() % 4;
    const bool returns = random() % 4 == 0;
    std::string lines;
    for (std::size_t rows = random() % 30; rows-- > 0;) {
      std::size_t fields = random() % 40 == 0 ? 1 + random() % 6 : width;
      for (; fields > 0; --fields) {
        lines += std::string(random() % 12 == 0 ? 70 : random() % 9, 'x');
        lines += fields > 1 ? "," : returns ? "\r\n" : "\n";
      }
    }
    if (random() % 4 == 0 && !lines.empty())
      lines[random() % lines.size()] = "\"\r\n,"[random() % 4];
    lines += '\n';
    const std::size_t most = 1 + random() % 40;
    // The definition: the cursor finds as many fields, none is quoted, nothing lies between rows.
    std::string expected;
    std::size_t bytes = 0;
    const std::string table = "x,y\n" + lines;
    CsvCursor csv(table);
    csv.next();
    for (std::size_t row = 0; row < most && csv.next() && csv.record().size() == width; ++row) {
      std::string drawn;
      bool plain = csv.record().front().offset == static_cast<std::int64_t>(bytes + 4);
      for (const CsvField& field : csv.record()) {
        drawn += std::string(field.text) + '|';
        plain = plain && !field.quoted;
      }
      if (!plain) break;
      drawn.back() = '/';
      expected += drawn;
      bytes = lines.find('\n', bytes) + 1;
    }
    ASSERT_EQ(split(lines, width, most), expected + std::to_string(bytes)) << lines;
  }
}

}  // namespace
}  // namespace tiendo::plain_rows_test
