// Every way finds the ends that a look at one byte after the other finds.

#include "io/end_places.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace tiendo::end_places_test {
namespace {

constexpr std::size_t kBlock = EndPlaces::kBlock;

struct Found {
  std::vector<std::uint32_t> places;
  std::size_t feeds = 0;
  bool has_returns = false;
  std::size_t stopped = 0;

  friend bool operator==(const Found&, const Found&) = default;
};

Found found_by(detail::EndsWay way, std::string_view text, std::size_t at, char separator,
               std::size_t wanted) {
  std::vector<std::uint32_t> room(wanted + kBlock);
  EndPlaces ends{room.data()};
  const std::size_t stopped = way(text, at, separator, wanted, ends);
  EXPECT_LE(ends.found, room.size());
  room.resize(ends.found);
  return {room, ends.feeds, ends.has_returns, stopped};
}

Found expected(std::string_view text, std::size_t at, char separator, std::size_t wanted) {
  Found found;
  for (; at + kBlock <= text.size() && found.places.size() < wanted; at += kBlock) {
    const std::string_view block = text.substr(at, kBlock);
    if (block.find('"') != std::string_view::npos) break;
    for (std::size_t i = 0; i < kBlock; ++i) {
      const bool feed = block[i] == '\n';
      if (feed || block[i] == separator) found.places.push_back(static_cast<std::uint32_t>(at + i));
      found.feeds += feed;
      found.has_returns = found.has_returns || block[i] == '\r';
    }
  }
  found.stopped = at;
  return found;
}

// `of`: the bytes of the text, some of them more often than others.
std::string text_of(std::mt19937& random, std::string_view of, std::size_t size) {
  std::string text;
  while (text.size() < size) text += of[random() % of.size()];
  return text;
}

TEST(EndPlacesTest, EveryWayFindsThoseThatAreThere) {
  std::mt19937 random(7);
  const std::string_view kinds[] = {"1234567890.,", "12345678,\n", ",\n",    ",",
                                    "\n",           "abc",         "a,;\r\n"};
  for (int turn = 0; turn < 4000; ++turn) {
    std::string text = text_of(random, kinds[static_cast<std::size_t>(turn) % std::size(kinds)],
                               random() % (6 * kBlock));
    if (turn % 3 == 0 && !text.empty()) text[random() % text.size()] = '"';
    if (turn % 5 == 0 && !text.empty()) text[random() % text.size()] = static_cast<char>(0xac);
    const std::size_t at = text.empty() ? 0 : random() % text.size();
    const std::size_t wanted = random() % 200;
    for (const char separator : {',', ';'}) {
      const Found right = expected(text, at, separator, wanted);
      for (const detail::EndsWay way : detail::ends_ways()) {
        EXPECT_EQ(found_by(way, text, at, separator, wanted), right) << text;
      }
      EXPECT_EQ(found_by(find_ends, text, at, separator, wanted), right) << text;
    }
  }
}

// One more call goes on where the one before has stopped.
TEST(EndPlacesTest, GoesOnBehindWhatWasFound) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += std::to_string(i) + (i % 5 == 4 ? '\n' : ',');
  std::vector<std::uint32_t> room(200 + kBlock);
  EndPlaces ends{room.data()};
  std::size_t at = 0;
  for (std::size_t wanted = 1; at + kBlock <= text.size(); wanted = ends.found + 1) {
    at = find_ends(text, at, ',', wanted, ends);
  }
  room.resize(ends.found);
  EXPECT_EQ(room, expected(text, 0, ',', 200).places);
  EXPECT_EQ(ends.feeds, expected(text, 0, ',', 200).feeds);
}

}  // namespace
}  // namespace tiendo::end_places_test
