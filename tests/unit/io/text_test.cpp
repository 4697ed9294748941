// UTF-8, positions in a text, and widths on a terminal.

#include "io/text.hpp"

#include <gtest/gtest.h>

#include <random>

#include <string>

namespace tiendo::text_test {
namespace {

TEST(TextTest, ValidUtf8ComesBackAsItIs) {
  const std::string_view texts[] = {"",
                                    "Bim Son",
                                    "B\u1EC9m S\u01A1n \u2265 100 %",
                                    "\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF",
                                    "\U00010000\U0010FFFF",
                                    std::string_view("a\0b", 3)};
  for (const std::string_view text : texts) {
    const auto valid = valid_utf8(text);
    ASSERT_TRUE(static_cast<bool>(valid)) << text;
    EXPECT_EQ(*valid, text);
  }
}

TEST(TextTest, TheFirstByteThatIsNotUtf8IsFound) {
  const struct {
    std::string_view text;
    int offset;
  } cases[] = {
      {"\x80", 0},                  // a continuation alone
      {"ab\xFF", 2},                // never in UTF-8
      {"ab\xC0\x80", 2},            // overlong
      {"ab\xE0\x80\x80", 2},        // overlong
      {"ab\xED\xA0\x80", 2},        // a surrogate
      {"ab\xF4\x90\x80\x80", 2},    // past the last code point
      {"S\xC6\xA1n \xC6", 5},       // cut off at the end
      {"S\xC6\xA1n \xE1\xBB", 5},   // cut off at the end
      {"S\xC6\xA1n \xE1\xBBm", 5},  // cut off in the middle
      {"t\xEAn", 1},                // Latin-1
  };
  for (const auto& c : cases) {
    const auto valid = valid_utf8(c.text);
    ASSERT_FALSE(valid) << c.text;
    EXPECT_EQ(valid.error().code, Errc::text_encoding);
    EXPECT_EQ(valid.error().offset, c.offset) << c.text;
  }
}

TEST(TextTest, AByteOrderMarkHasThreeBytes) {
  EXPECT_EQ(bom_size("\xEF\xBB\xBFunit"), 3U);
  EXPECT_EQ(bom_size("\xEF\xBB"), 0U);
  EXPECT_EQ(bom_size("unit\xEF\xBB\xBF"), 0U);
}

TEST(OneLineTest, NothingInItBreaksTheLineOrReachesTheTerminal) {
  EXPECT_EQ(one_line("a\nb\tc\x1B[31md\x7F"), "a b c [31md ");
  EXPECT_EQ(one_line(std::string(500, 'a')), std::string(500, 'a'));
  EXPECT_EQ(one_line(std::string(501, 'a')), std::string(500, 'a') + "...");
}

TEST(OneLineTest, IsCutBetweenCharacters) {
  EXPECT_EQ(one_line("ếế", 3), "ế...");
  EXPECT_EQ(one_line("ếế", 5), "ế...");
  EXPECT_EQ(one_line("ếế", 2), "...");
  EXPECT_EQ(in_quotes(std::string(70, 'x')), '"' + std::string(60, 'x') + "...\"");
}

TEST(LinesTest, EveryByteHasItsLineAndColumn) {
  const std::string_view text = "ab\ncd\r\n\nS\xC6\xA1n";
  const LineColumn places[] = {{1, 1}, {1, 2}, {1, 3}, {2, 1}, {2, 2}, {2, 3}, {2, 4},
                               {3, 1}, {4, 1}, {4, 2}, {4, 3}, {4, 4}, {4, 5}};
  const Lines lines(text);
  for (std::size_t i = 0; i <= text.size(); ++i) {
    EXPECT_EQ(lines.at(static_cast<std::int64_t>(i)), places[i]) << i;
  }
}

// Long enough that no more than a part of it can be looked at again.
TEST(LinesTest, EveryByteOfALongTextHasItsLineAndColumn) {
  std::mt19937 random(1);
  for (const unsigned dense : {1U, 2U, 500U, 5000U}) {
    std::string text;
    while (text.size() < 20000) text += random() % dense == 0 ? '\n' : 'x';
    for (const std::size_t border : {4095U, 4096U, 8191U}) text[border] = '\n';
    const Lines lines(text);
    LineColumn place;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      ASSERT_EQ(lines.at(static_cast<std::int64_t>(i)), place) << dense << ' ' << i;
      ++place.column;
      if (i < text.size() && text[i] == '\n') place = {place.line + 1, 1};
    }
  }
}

TEST(LinesTest, OffsetsOutsideTheTextAreItsEnds) {
  const Lines lines("ab\ncd");
  EXPECT_EQ(lines.at(100), (LineColumn{2, 3}));
  EXPECT_EQ(lines.at(-1), (LineColumn{1, 1}));
  EXPECT_EQ(Lines("").at(0), (LineColumn{1, 1}));
  EXPECT_EQ(Lines("ab\n").at(3), (LineColumn{2, 1}));
}

TEST(LinesTest, AByteOrderMarkTakesNoColumn) {
  const Lines lines(
      "\xEF\xBB\xBF"
      "ab\ncd");
  EXPECT_EQ(lines.at(0), (LineColumn{1, 1}));
  EXPECT_EQ(lines.at(3), (LineColumn{1, 1}));
  EXPECT_EQ(lines.at(4), (LineColumn{1, 2}));
  EXPECT_EQ(lines.at(6), (LineColumn{2, 1}));
}

TEST(DisplayWidthTest, CountsColumnsNotBytes) {
  const struct {
    const char* text;
    std::size_t width;
  } cases[] = {
      {"", 0},
      {"ha", 2},
      {"B\u1EC9m S\u01A1n", 7},    // composed letters
      {"Bi\u0309m So\u031Bn", 7},  // the same, with combining marks
      {"\u8A08\u5283", 4},         // CJK
      {"\uFF21", 2},               // a full-width letter
      {"\u0110\u1EE9c", 3},
      {"a\xFFz", 3},  // a byte that is not UTF-8
      {"\xE1\xBB", 2},
  };
  for (const auto& c : cases) EXPECT_EQ(display_width(c.text), c.width) << c.text;
}

}  // namespace
}  // namespace tiendo::text_test
