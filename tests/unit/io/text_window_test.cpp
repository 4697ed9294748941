// A window moves on through a text and knows where it stands and where the text goes wrong.

#include "io/text_window.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <memory>

#include "chunks.hpp"

namespace tiendo::text_window_test {
namespace {

using namespace std::string_literals;

constexpr std::string_view kMark = "\xEF\xBB\xBF";

// Everything that a window shows, in one piece or letting go of half of it before it grows, and
// then the fault as "!code@line:column".
std::string all_of(TextWindow& window, bool lets_go) {
  std::string all;
  do {
    const std::size_t passed = lets_go ? window.text().size() / 2 : 0;
    all += window.text().substr(0, passed);
    window.drop(passed);
  } while (window.grow());
  all += window.text();
  if (const auto& fault = window.fault()) {
    const LineColumn place = window.at(fault->offset);
    all += '!' + std::string(name_of(fault->code)) + '@' + std::to_string(place.line) + ':' +
           std::to_string(place.column);
  }
  return all;
}

TEST(TextWindowTest, ShowsTheSameHoweverTheTextComes) {
  const struct {
    std::string text, shown;
  } cases[] = {
      {"", ""},
      {"a", "a"},
      {std::string(kMark), ""},
      {std::string(kMark) + "a\nb", "a\nb"},
      {"\xEF\xBB", "!text_encoding@1:1"},  // two bytes of a mark
      {"t\u1ec9nh \u0110\U0001F33E", "t\u1ec9nh \u0110\U0001F33E"},
      {"ab\nc\xEA", "ab\nc!text_encoding@2:2"},                 // a character that goes on nowhere
      {"ab\nc\xE1\xBB", "ab\nc!text_encoding@2:2"},             // one that is cut off
      {"ab\nc\xE1\xBB\nd", "ab\nc!text_encoding@2:2"},          // one that stops
      {"ab\xC0\x80z\xFF", "ab!text_encoding@1:3"},              // an overlong zero
      {"ab\0c\xFF"s, "ab!text_encoding@1:3"},                   // the first fault counts
      {"\n\n\xED\xA0\x80", "\n\n!text_encoding@3:1"},           // a surrogate
      {std::string(kMark) + "\xF0\x9F", "!text_encoding@1:1"},  // after the mark
      {"\u1ec9\n\xF0\x9F\x8C", "\u1ec9\n!text_encoding@2:1"},
  };
  for (const auto& c : cases) {
    TextWindow whole(c.text);
    EXPECT_EQ(all_of(whole, false), c.shown) << c.text;
    for (std::size_t size = 1; size <= 9; ++size) {
      for (const bool lets_go : {false, true}) {
        Chunks chunks(c.text, size);
        TextWindow window(chunks, 10 - size, kMaxFileBytes);
        EXPECT_EQ(all_of(window, lets_go), c.shown) << c.text << " by " << size;
      }
    }
  }
}

TEST(TextWindowTest, ATextThatIsTooLargeEndsWithAFault) {
  const std::string text = "ab\ncd";
  TextWindow fits(text, 5);
  EXPECT_EQ(all_of(fits, false), text);
  TextWindow whole(text, 4);
  EXPECT_EQ(all_of(whole, false), "ab\nc!file_too_large@2:2");
  for (std::size_t block = 1; block <= 9; ++block) {
    Chunks chunks(text, 2);
    TextWindow window(chunks, block, 4);
    EXPECT_EQ(all_of(window, block % 2 == 0), "ab\nc!file_too_large@2:2");
    EXPECT_EQ(window.fault()->sentence, "more than 4 bytes");
  }
}

TEST(TextWindowTest, ASourceThatCannotBeReadIsAFaultAfterWhatCame) {
  Chunks chunks("ab\xE1\xBB", 3);
  chunks.fail_at_end();
  TextWindow window(chunks, 2, kMaxFileBytes);
  EXPECT_FALSE(window.fault() && window.fault()->code != Errc::file_unreadable);
  while (window.grow()) continue;
  EXPECT_EQ(window.text(), "ab");
  ASSERT_TRUE(window.fault());
  EXPECT_EQ(window.fault()->code, Errc::file_unreadable);
  EXPECT_EQ(window.fault()->offset, -1);
}

// However long the text is, what was let go of is not kept.
TEST(TextWindowTest, KeepsWhatIsLookedAtAlone) {
  const std::string text(100000, 'x');
  Chunks chunks(text, 1000);
  TextWindow window(chunks, 64, kMaxFileBytes);
  do {
    EXPECT_LE(window.text().size(), 64U);
    window.drop(window.text().size());
  } while (window.grow());
  EXPECT_EQ(window.offset(), 100000);
  EXPECT_FALSE(window.fault());
}

// Whoever keeps bytes has them where they were, whatever the window does, and for longer than it is
// there; it shows what it shows without.
TEST(TextWindowTest, WhatIsKeptStaysWhereItIs) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += std::to_string(i) + '\n';
  struct Kept {
    std::string_view bytes;
    std::size_t offset;
    std::shared_ptr<const void> where;
  };
  for (const std::size_t block : {1U, 7U, 64U, 1000U}) {
    for (const std::size_t most : {1U, 3U, 40U}) {
      std::deque<Kept> kept;
      const auto expect_kept = [&] {
        for (const Kept& one : kept) {
          ASSERT_EQ(one.bytes, std::string_view(text).substr(one.offset, one.bytes.size()));
        }
      };
      {
        Chunks chunks(text, block + 5);
        TextWindow window(chunks, block, kMaxFileBytes);
        std::string shown;
        do {
          const auto offset = static_cast<std::size_t>(window.offset());
          kept.push_back({window.text(), offset, window.kept()});
          if (kept.size() > most) kept.pop_front();
          const std::size_t passed = window.text().size() - window.text().size() / 4;
          shown += window.text().substr(0, passed);
          window.drop(passed);
          expect_kept();
        } while (window.grow());
        EXPECT_EQ(shown + std::string(window.text()), text);
      }
      expect_kept();
    }
  }
  EXPECT_EQ(TextWindow(text).kept(), nullptr) << "of a whole text";
}

TEST(TextWindowTest, KnowsTheLineAndColumnOfEveryByte) {
  const std::string text = std::string(kMark) + "a\n\nb\u1ec9c\r\n\nde";
  const Lines lines(text);
  for (std::size_t dropped = 0; dropped + 3 <= text.size(); ++dropped) {
    TextWindow window(text);
    window.drop(dropped);
    for (auto offset = window.offset(); offset <= static_cast<std::int64_t>(text.size());
         ++offset) {
      EXPECT_EQ(window.at(offset), lines.at(offset)) << dropped << ' ' << offset;
    }
  }
}

}  // namespace
}  // namespace tiendo::text_window_test
