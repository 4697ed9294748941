// Sixteen bytes at a time find what one byte at a time finds.

#include "io/sixteen.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace tiendo::sixteen_test {
namespace {

// Bytes of which many are alike, so that masks are neither empty nor full; any byte occurs.
std::string random_bytes(std::mt19937& random, std::size_t size) {
  std::string bytes;
  while (bytes.size() < size) {
    const char any = static_cast<char>(random());
    bytes += random() % 4 == 0 ? any : ",\n\x7f\x80\xff"[random() % 5];
  }
  return bytes;
}

TEST(SixteenTest, AMaskTellsOfEveryByteWhatItIs) {
  std::mt19937 random(1);
  for (int turn = 0; turn < 200; ++turn) {
    const std::string bytes = random_bytes(random, 16);
    const Sixteen quick(bytes.data());
    const PortableSixteen portable(bytes.data());
    for (const char byte : {',', '\n', '\x7f', '\x80', '\xff', '\0', bytes[3]}) {
      std::uint32_t expected = 0;
      for (unsigned i = 0; i < 16; ++i) expected |= std::uint32_t{bytes[i] == byte} << i;
      EXPECT_EQ(quick.equal(byte), expected);
      EXPECT_EQ(portable.equal(byte), expected);
      EXPECT_EQ(quick.equal(byte, ','), quick.equal(byte) | quick.equal(','));
      EXPECT_EQ(portable.equal(byte, ','), quick.equal(byte, ','));
    }
    std::uint32_t beyond = 0;
    for (unsigned i = 0; i < 16; ++i) beyond |= std::uint32_t{(bytes[i] & 0x80) != 0} << i;
    EXPECT_EQ(quick.beyond_ascii(), beyond);
    EXPECT_EQ(portable.beyond_ascii(), beyond);
  }
}

TEST(SixteenTest, MarksTellWhereFieldsAndLinesEnd) {
  std::mt19937 random(3);
  for (int turn = 0; turn < 300; ++turn) {
    std::string bytes = random_bytes(random, EndMarks::kBytes);
    if (turn % 3 == 0) std::replace(bytes.begin(), bytes.end(), '\r', ';');
    if (turn % 3 == 0) std::replace(bytes.begin(), bytes.end(), '"', ';');
    if (turn == 0) bytes.assign(bytes.size(), ',');
    if (turn == 1) bytes.assign(bytes.size(), '\n');
    for (const char separator : {',', ';'}) {
      std::uint64_t ends = 0;
      std::size_t feeds = 0;
      bool others = false;
      for (unsigned i = 0; i < bytes.size(); ++i) {
        ends |= std::uint64_t{bytes[i] == separator || bytes[i] == '\n'} << i;
        feeds += bytes[i] == '\n';
        others = others || bytes[i] == '\r' || bytes[i] == '"';
      }
      for (const EndMarks& marks :
           {end_marks(bytes.data(), separator), portable_end_marks(bytes.data(), separator)}) {
        EXPECT_EQ(marks.ends, ends);
        EXPECT_EQ(marks.count, static_cast<std::size_t>(std::popcount(ends)));
        EXPECT_EQ(marks.first,
                  static_cast<std::size_t>(std::popcount(static_cast<std::uint32_t>(ends))));
        EXPECT_EQ(marks.feeds, feeds);
        EXPECT_EQ(marks.has_others, others);
      }
    }
  }
}

TEST(SixteenTest, CountsTheBytesOfTextsOfAnyLength) {
  std::mt19937 random(2);
  for (std::size_t size = 0; size < 100; ++size) {
    const std::string bytes = random_bytes(random, size);
    EXPECT_EQ(count_of(bytes, '\n'),
              static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')));
  }
  // More than a byte can count.
  for (const std::size_t size : {4080U, 4096U, 4099U, 100000U}) {
    EXPECT_EQ(count_of(std::string(size, 'x'), 'x'), size);
    EXPECT_EQ(count_of(std::string(size, 'x'), 'y'), 0U);
  }
}

TEST(SixteenTest, FindsWhereAsciiEnds) {
  for (std::size_t size = 0; size < 70; ++size) {
    std::string text(size, '\x7f');
    EXPECT_EQ(ascii_size(text), size);
    for (std::size_t at = 0; at < size; ++at) {
      text[at] = '\x80';
      EXPECT_EQ(ascii_size(text), at);
      text[at] = 'a';
    }
  }
}

}  // namespace
}  // namespace tiendo::sixteen_test
