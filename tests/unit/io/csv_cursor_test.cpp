// CSV: records and fields with their places, and every way of not being CSV.

#include "io/csv_cursor.hpp"

#include <gtest/gtest.h>

#include <random>

#include "chunks.hpp"

namespace tiendo::csv_cursor_test {
namespace {

// All records: fields by '|', quoted ones in <>, each record ended by '/', an error as "!offset".
std::string drawn(CsvCursor& csv) {
  std::string lines;
  while (csv.next()) {
    std::string line;
    for (const CsvField& field : csv.record()) {
      if (&field != &csv.record().front()) line += '|';
      line += field.quoted ? '<' + std::string(field.text) + '>' : std::string(field.text);
    }
    lines += line + '/';
  }
  if (csv.problem()) lines += '!' + std::to_string(csv.problem()->offset);
  return lines;
}

// The same whether the text is there as a whole or comes in blocks of any size.
std::string drawn(std::string_view text) {
  CsvCursor whole(text);
  const std::string lines = drawn(whole);
  for (std::size_t size = 1; size <= text.size() && size <= 20; ++size) {
    for (const std::size_t block : {size, std::size_t{1}, std::size_t{7}}) {
      Chunks chunks(text, size);
      CsvCursor csv(chunks, block);
      EXPECT_EQ(csv.separator(), whole.separator()) << text << " by " << size;
      EXPECT_EQ(drawn(csv), lines) << text << " by " << size;
    }
  }
  return lines;
}

TEST(CsvTest, ReadsRecordsAndFields) {
  const struct {
    std::string_view text, records;
  } cases[] = {
      {"", ""},
      {"a,b\nc,d\n", "a|b/c|d/"},
      {"a,b\r\nc,d\r\n", "a|b/c|d/"},
      {"a,b\nc,d", "a|b/c|d/"},
      {"a\nb", "a/b/"},
      {"a,\n,b\n,\n", "a|/|b/|/"},
      {"a,", "a|/"},
      {"\n\r\na,b\n\n\r\nc,d\n\n", "a|b/c|d/"},  // blank lines
      {"a,b\n \n", "a|b/ /"},                    // a space is not blank
      {"\xEF\xBB\xBF"
       "a,b\n",
       "a|b/"},
      {"\xEF\xBB\xBF\"a\",b\n", "<a>|b/"},
      {"\"a\",\"\"\n\"\"\n", "<a>|<>/<>/"},
      {"\"a,b\";c", "<a,b>|c/"},
      {"\"a\"\"b\",\"\"\"\",\"\"\"c\"\"\"\n", "<a\"b>|<\">|<\"c\">/"},
      {"\"a\nb\",\"c\r\nd\re\"\nf,g\n", "<a\nb>|<c\r\nd\re>/f|g/"},
      {" a , b \n", " a | b /"},  // spaces belong to the field
      {"B\xE1\xBB\x89m,S\xC6\xA1n\n", "B\xE1\xBB\x89m|S\xC6\xA1n/"},
      {"\"last\"", "<last>/"},
  };
  for (const auto& c : cases) EXPECT_EQ(drawn(c.text), c.records) << c.text;
}

TEST(CsvTest, TheFirstLineDeclaresTheSeparator) {
  const struct {
    const char* text;
    char separator;
    const char* records;
  } cases[] = {
      {"a;b\n1,5;2\n", ';', "a|b/1,5|2/"},
      {"a,b\n1;5,2\n", ',', "a|b/1;5|2/"},
      {"a,b;c\n1,2\n", ',', "a|b;c/1|2/"},  // both
      {"a\n1;2\n", ',', "a/1;2/"},          // neither
      {"\n\na;b\n", ';', "a|b/"},           // after blank lines
      {"\"a,b\";c\n", ';', "<a,b>|c/"},     // the comma is in quotes
      {"\"a;b\",c\n", ',', "<a;b>|c/"},
      {"\"a\nx,y\";c\n", ';', "<a\nx,y>|c/"},  // the line goes on after the quoted break
      {"\"a\"\",\";c\n", ';', "<a\",>|c/"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(CsvCursor(c.text).separator(), c.separator) << c.text;
    EXPECT_EQ(drawn(c.text), c.records) << c.text;
  }
}

TEST(CsvTest, FieldsKnowWhereTheyStood) {
  CsvCursor csv(
      "\xEF\xBB\xBF"
      "ab,\"c\"\"d\",\r\ne,f");
  ASSERT_TRUE(csv.next());
  ASSERT_EQ(csv.record().size(), 3U);
  EXPECT_EQ(csv.record()[0].offset, 3);
  EXPECT_EQ(csv.record()[1].offset, 6);
  EXPECT_EQ(csv.record()[2].offset, 13);
  ASSERT_TRUE(csv.next());
  EXPECT_EQ(csv.record()[0].offset, 15);
  EXPECT_EQ(csv.record()[1].offset, 17);
  EXPECT_FALSE(csv.next());
  EXPECT_FALSE(csv.problem().has_value());
}

TEST(CsvTest, AFaultIsFoundWhereItStands) {
  const struct {
    std::string_view text, records;
  } cases[] = {
      {"a,b\n\"c,d\n", "a|b/!4"},  // never closed: at the opening quote
      {"a,\"", "!2"},
      {"a,\"b\"\"", "!2"},
      {"a,\"b\"c\n", "!5"},  // text after the closing quote
      {"a,\"b\" ,c\n", "!5"},
      {"\"a\";\"b\",c\n", "!3"},  // both occur, so the comma separates
      {"a,b\"c\n", "!3"},         // a bare quote
      {"a, \"b\"\n", "!3"},
      {"a,b\rc,d\r", "!3"},  // a bare CR
      {"a,\"b\"\rc", "!5"},
      {"\ra", "!0"},
      {"a,b\r", "!3"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(drawn(c.text), c.records) << c.text;
    CsvCursor csv(c.text);
    while (csv.next()) {
    }
    ASSERT_TRUE(csv.problem().has_value()) << c.text;
    EXPECT_EQ(csv.problem()->code, Errc::csv_syntax) << c.text;
    EXPECT_TRUE(csv.record().empty()) << c.text;
    EXPECT_FALSE(csv.next()) << c.text;
  }
}

TEST(CsvTest, AByteThatIsNoTextEndsTheReading) {
  using namespace std::string_literals;
  const struct {
    std::string text, records;
  } cases[] = {
      {"a,b\nc,t\xEAn\n", "a|b/!7"},
      {"a,b\nc,\"t\xEAn\"\n", "a|b/!8"},
      {"a,b\n\xEAn", "a|b/!4"},
      {"a,b\r\xEAn", "!4"},  // who knows whether a line ends there
      {"a\"\xEA", "!1"},     // the fault before it
      {"a,b\n\0c\n"s, "a|b/!4"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(drawn(c.text), c.records) << c.text;
    CsvCursor csv(c.text);
    while (csv.next()) continue;
    EXPECT_TRUE(csv.record().empty());
    const Errc expected = c.text == "a\"\xEA" ? Errc::csv_syntax : Errc::text_encoding;
    EXPECT_EQ(csv.problem()->code, expected) << c.text;
  }
}

// The problem that a text of this beginning and so many bytes of an x ends with, however it comes.
std::string problem_of(const std::string& beginning, std::size_t more, const std::string& end) {
  const std::string text = beginning + std::string(more, 'x') + end;
  std::string found;
  for (const std::size_t block : {text.size(), CsvCursor::kBlock}) {
    Chunks chunks(text, 70000);
    CsvCursor csv(chunks, block);
    while (csv.next()) continue;
    const std::string here = csv.problem()
                                 ? std::string(name_of(csv.problem()->code)) + '@' +
                                       std::to_string(csv.at(csv.problem()->offset).line) + ':' +
                                       std::to_string(csv.at(csv.problem()->offset).column)
                                 : "none";
    if (found.empty()) found = here;
    EXPECT_EQ(here, found) << block;
  }
  return found;
}

TEST(CsvTest, AFieldHasALongestLength) {
  for (const std::string quote : {"", "\""}) {
    EXPECT_EQ(problem_of("a,b\n1," + quote, kMaxTextBytes, quote + '\n'), "none");
    EXPECT_EQ(problem_of("a,b\n1," + quote, kMaxTextBytes + 1, quote + '\n'), "text_too_long@2:3");
  }
  EXPECT_EQ(problem_of("a,b\n1,\"", kMaxTextBytes + 1, ""), "text_too_long@2:3");
  EXPECT_EQ(problem_of("a,b\n1,\"", kMaxTextBytes, ""), "csv_syntax@2:3");
  EXPECT_EQ(problem_of("a,b\n1,\"\"\"", kMaxTextBytes - 1, "\"\n"), "none");
  EXPECT_EQ(problem_of("a,b\n1,\"\"\"", kMaxTextBytes, "\"\n"), "text_too_long@2:3");
  EXPECT_EQ(problem_of("", kMaxTextBytes + 1, ",b\n"), "text_too_long@1:1");
}

TEST(CsvTest, ARowHasALongestLength) {
  const std::string most(kMaxTextBytes, 'y');
  const std::string rest = ',' + most + ',' + most + ',' + most + '\n';
  EXPECT_EQ(problem_of("a\n", kMaxRowBytes - rest.size(), rest), "none");
  EXPECT_EQ(problem_of("a\n", kMaxRowBytes - rest.size() + 1, rest), "text_too_long@2:1");
}

TEST(CsvTest, ARowHasMostColumns) {
  std::string row = "1";
  for (std::size_t i = 1; i < kMaxColumns; ++i) row += ",1";
  EXPECT_EQ(problem_of("a\n" + row, 0, "\n"), "none");
  EXPECT_EQ(problem_of("a\n" + row, 0, ",1\n"), "too_many_values@2:513");
}

// A source that never ends a line, and one that never begins one.
TEST(CsvTest, WhatIsReadIsNotKept) {
  const struct {
    char byte;
    Errc expected;
  } cases[] = {{',', Errc::too_many_values},
               {'"', Errc::text_too_long},
               {'x', Errc::text_too_long},
               {'\n', Errc::file_too_large}};
  for (const auto& c : cases) {
    class Endless final : public TextSource {
     public:
      explicit Endless(char byte) : byte_(byte) {}
      Result<std::size_t> read(std::span<char> buffer) override {
        EXPECT_LE(buffer.size(), 2 * (kMaxRowBytes + CsvCursor::kBlock));
        std::fill(buffer.begin(), buffer.end(), byte_);
        return buffer.size();
      }

     private:
      char byte_;
    } endless(c.byte);
    CsvCursor csv(endless, CsvCursor::kBlock, std::int64_t{1} << 23);
    while (csv.next()) continue;
    ASSERT_TRUE(csv.problem());
    EXPECT_EQ(csv.problem()->code, c.expected);
  }
}

// Rows long and short, good and bad, with quotes and without.
std::string random_lines(std::mt19937& random) {
  static const std::string_view kPieces[] = {
      "a",    "output", "2024-01",      ",",        ",",    ",",  ",",    "\n",           "\n",
      "\r\n", "\r",     "\"a, \"\"b\"", "\"x\ny\"", "\"\"", "\"", "\n\n", "town of some", ";",
      " ",    "\u1ec9"};
  const std::size_t most = random() % 3 == 0 ? std::size(kPieces) : 10;
  std::string lines;
  for (std::size_t pieces = random() % 60; pieces-- > 0;) {
    lines += kPieces[random() % most];
  }
  return lines;
}

// A window of one byte at a time ends behind every record; the whole text is read ahead of it.
TEST(CsvTest, RecordsAreTheSameInTheMidstOfAWindowAndAtItsEnd) {
  std::mt19937 random(1);
  for (int turn = 0; turn < 4000; ++turn) {
    const std::string text = random_lines(random);
    CsvCursor whole(text);
    Chunks chunks(text, 1);
    CsvCursor csv(chunks, 1);
    ASSERT_EQ(drawn(csv), drawn(whole)) << text;
    Chunks more(text, 40);
    CsvCursor other(more, 40);
    CsvCursor again(text);
    ASSERT_EQ(drawn(other), drawn(again)) << text;
  }
}

// Lines passed over are those that next() would have read, and it goes on behind them.
TEST(CsvTest, WholeLinesCanBePassedOver) {
  std::string text = "a,b\n";
  for (int row = 0; row < 50; ++row) text += std::to_string(row) + ",x\n";
  text += "51,y";
  for (std::size_t block = 1; block < 100; block += 7) {
    Chunks chunks(text, block);
    CsvCursor csv(chunks, block);
    std::string read;
    for (std::size_t turn = 0;; ++turn) {
      if (turn % 2 == 0) {
        if (!csv.next()) break;
        read += std::string(csv.record()[0].text) + ',' + std::string(csv.record()[1].text) + '\n';
        const LineColumn place = csv.at(csv.record()[1].offset);
        EXPECT_EQ(place.line, std::count(read.begin(), read.end(), '\n'));
        EXPECT_EQ(place.column, static_cast<std::int64_t>(csv.record()[0].text.size()) + 2);
      } else {
        const std::string_view lines = csv.lines();
        EXPECT_TRUE(lines.empty() || lines.back() == '\n');
        const std::size_t size = lines.find('\n') + 1;  // the first of them, if there is one
        read += lines.substr(0, size);
        csv.skip(size, size > 0 ? 1 : 0);
      }
    }
    EXPECT_EQ(read, text + '\n') << block;
    EXPECT_EQ(csv.lines(), "");
  }
}

TEST(CsvTest, ThereAreNoWholeLinesAtAFaultOrBeyondALimit) {
  const std::string long_line = "a,b\n" + std::string(2 * kMaxRowBytes, 'x');
  Chunks chunks(long_line, 5000);
  CsvCursor csv(chunks);
  ASSERT_TRUE(csv.next());
  EXPECT_EQ(csv.lines(), "");
  EXPECT_FALSE(csv.next());
  EXPECT_EQ(csv.problem()->code, Errc::text_too_long);
  EXPECT_EQ(csv.lines(), "");
  CsvCursor broken("a,b\nc,d\ne,\xEA\n");
  ASSERT_TRUE(broken.next());
  EXPECT_EQ(broken.lines(), "c,d\n");
  broken.skip(4, 1);
  EXPECT_EQ(broken.lines(), "");
  EXPECT_FALSE(broken.next());
  EXPECT_EQ(broken.at(broken.problem()->offset), (LineColumn{3, 3}));
}

TEST(CsvTest, AFieldIsQuotedOnlyWhenItMustBe) {
  const struct {
    std::string_view text, field;
  } cases[] = {
      {"", ""},
      {"10492.2", "10492.2"},
      {"a b", "a b"},
      {"10.492,2", "\"10.492,2\""},
      {"a;b", "\"a;b\""},
      {"a\"b", "\"a\"\"b\""},
      {"\"", "\"\"\"\""},
      {"a\nb", "\"a\nb\""},
      {"a\rb", "\"a\rb\""},
      {" a", "\" a\""},
      {"a ", "\"a \""},
  };
  for (const auto& c : cases) EXPECT_EQ(csv_field(c.text), c.field) << c.text;
}

TEST(CsvTest, WhatIsWrittenIsReadBack) {
  // Every text of up to five bytes out of those that matter.
  const std::string_view bytes = "a,;\"\r\n ";
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; texts[i].size() < 5; ++i) {
    for (const char c : bytes) texts.push_back(texts[i] + c);
  }
  for (const std::string& text : texts) {
    const std::string line = "x," + csv_field(text) + "\r\n";
    CsvCursor csv(line);
    ASSERT_TRUE(csv.next()) << line;
    ASSERT_EQ(csv.record().size(), 2U) << line;
    ASSERT_EQ(csv.record()[1].text, text) << line;
    ASSERT_FALSE(csv.next()) << line;
  }
}

}  // namespace
}  // namespace tiendo::csv_cursor_test
