#include "decimal/digit_words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "decimal/ending_digits.hpp"

namespace tiendo::detail::digit_words_test {
namespace {

using Number = std::pair<std::uint64_t, int>;  // size and scale

// The text behind other numbers, of which nothing is read.
std::optional<Number> read_ending(const std::string& text, char point) {
  std::string before = "1.5,99.25;7,-3.125,";
  before.erase(0, before.size() - kBeforeEnd + std::min(text.size(), kBeforeEnd));
  before += text;
  const std::vector<char> bytes(before.begin(), before.end());
  Parts parts{};
  const char* const end = bytes.data() + bytes.size();
  if (!read_ending_digits(end, text.size(), point, parts)) return std::nullopt;
  return Number(parts.size, parts.scale);
}

std::optional<Number> read(const std::string& text, char point = '.') {
  Parts parts{};
  // A copy without room around it: a byte read outside is found by the sanitizer.
  const std::vector<char> bytes(text.begin(), text.end());
  const bool is_read = read_digits(bytes.data(), bytes.size(), point, parts);
  const auto number = is_read ? std::optional(Number(parts.size, parts.scale)) : std::nullopt;
  EXPECT_EQ(read_ending(text, point), number) << text;
  return number;
}

// The definition: up to 19 characters, digits and at most one point, not at an end, among the last
// sixteen; a number below 10^18.
std::optional<Number> read_plainly(const std::string& text, char point = '.') {
  if (text.empty() || text.size() > 19 || text.front() == point || text.back() == point) {
    return std::nullopt;
  }
  Number number(0, 0);
  bool seen = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == point && !seen && text.size() - i <= 16) {
      seen = true;
    } else if (c >= '0' && c <= '9') {
      number.first = number.first * 10 + static_cast<std::uint64_t>(c - '0');
      number.second += seen ? 1 : 0;
    } else {
      return std::nullopt;
    }
  }
  return number.first < 1000000000000000000 ? std::optional(number) : std::nullopt;
}

std::string write(std::uint64_t size, int scale, char point = '.') {
  std::array<char, kDigitRoom> buffer{};
  const char* const end = write_digits(buffer.data(), size, scale, point);
  return {static_cast<const char*>(buffer.data()), end};
}

std::string write_plainly(std::uint64_t size, int scale, char point = '.') {
  std::string text = std::to_string(size);
  const auto decimals = static_cast<std::size_t>(scale);
  if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
  if (decimals > 0) text.insert(text.size() - decimals, 1, point);
  return text;
}

TEST(DigitWordsTest, ReadsEveryShortTextAsTheDefinitionDoes) {
  const std::string alphabet = "0129./:,\x80";  // '/' and ':' are the neighbours of the digits
  const std::size_t base = alphabet.size();
  for (std::size_t length = 0; length <= 6; ++length) {
    std::size_t count = 1;
    for (std::size_t i = 0; i < length; ++i) count *= base;
    for (std::size_t which = 0; which < count; ++which) {
      std::string text;
      for (std::size_t rest = which, i = 0; i < length; ++i, rest /= base) {
        text += alphabet[rest % base];
      }
      ASSERT_EQ(read(text), read_plainly(text)) << '"' << text << '"';
    }
  }
}

// Every byte at every place of texts of every length, with the point at every place or nowhere.
TEST(DigitWordsTest, EveryByteAtEveryPlaceIsReadAsTheDefinitionDoes) {
  const std::string digits = "98765432101234567890";
  for (std::size_t length = 1; length <= digits.size(); ++length) {
    for (std::size_t point = 0; point <= length; ++point) {
      std::string text = digits.substr(0, length);
      if (point < length) text[point] = '.';
      ASSERT_EQ(read(text), read_plainly(text)) << text;
      for (std::size_t place = 0; place < length; ++place) {
        std::string changed = text;
        for (int byte = 0; byte < 256; ++byte) {
          changed[place] = static_cast<char>(byte);
          ASSERT_EQ(read(changed), read_plainly(changed)) << text << ' ' << place << ' ' << byte;
        }
      }
    }
  }
}

TEST(DigitWordsTest, AnyAsciiMarkMayBeThePoint) {
  for (const char point : {' ', ',', '/', ':', '\'', '~', 'e'}) {
    const std::string text = std::string("1234") + point + "56";
    EXPECT_EQ(read(text, point), Number(123456, 2)) << point;
    EXPECT_EQ(read("1234.56", point), std::nullopt) << point;
    EXPECT_EQ(write(123456, 2, point), text);
  }
}

TEST(DigitWordsTest, WritesEverySmallNumberAtEveryScale) {
  for (std::uint64_t size = 0; size < 20000; ++size) {
    for (int scale = 0; scale <= kMostWordScale; ++scale) {
      ASSERT_EQ(write(size, scale), write_plainly(size, scale)) << size << ' ' << scale;
    }
  }
}

// Every upper half with every lower one would be 10^8: every half beside a few others is enough, as
// neither way of computing mixes them.
TEST(DigitWordsTest, BothWaysGiveTheSameDigits) {
  for (std::uint32_t half = 0; half < 10000; ++half) {
    for (const std::uint32_t other : {0U, 1U, 1000U, 4999U, 5000U, 9999U, half}) {
      for (const std::uint32_t number : {half * 10000 + other, other * 10000 + half}) {
        ASSERT_EQ(digits_of(number), portable_digits_of(number)) << number;
      }
    }
  }
  std::mt19937_64 random(11);
  for (int i = 0; i < 200000; ++i) {
    const auto number = static_cast<std::uint32_t>(random() % 100000000);
    ASSERT_EQ(digits_of(number), portable_digits_of(number)) << number;
  }
}

// Every group of four digits stands in every place, with other digits around it.
TEST(DigitWordsTest, WritesAndReadsEveryFourDigitsInEveryPlace) {
  for (std::uint64_t four = 0; four < 10000; ++four) {
    for (std::uint64_t unit = 1; unit <= 1000000000000; unit *= 10000) {
      for (const std::uint64_t around : {std::uint64_t{0}, std::uint64_t{987612345678 * 10000}}) {
        const std::uint64_t size = four * unit + (around / unit / 10000 * unit * 10000);
        ASSERT_EQ(write(size, 3), write_plainly(size, 3));
        ASSERT_EQ(read(write_plainly(size, 3)), Number(size, 3));
      }
    }
  }
}

TEST(DigitWordsTest, WritesAndReadsNumbersOfEveryLength) {
  constexpr std::uint64_t kSeed = 7;
  std::mt19937_64 random(kSeed);
  for (std::uint64_t above = 1; above < 1000000000000000000; above *= 10) {
    for (int i = 0; i < 2000; ++i) {
      // The ends of the range of so many digits, then any.
      const std::uint64_t size = i == 0   ? above
                                 : i == 1 ? above * 10 - 1
                                          : above + random() % (above * 9);
      const int scale = static_cast<int>(random() % (kMostWordScale + 1));
      const std::string text = write_plainly(size, scale);
      ASSERT_EQ(write(size, scale), text) << "seed " << kSeed;
      ASSERT_EQ(read(text), read_plainly(text)) << text << " seed " << kSeed;
    }
  }
  EXPECT_EQ(write(9223372036854775808U, 0), "9223372036854775808");  // 2^63: the largest size
  EXPECT_EQ(write(9223372036854775808U, 15), "9223.372036854775808");
}

}  // namespace
}  // namespace tiendo::detail::digit_words_test
