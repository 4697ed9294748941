// Words are known again, whatever stands before them and however long they are.

#include "io/word_map.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace tiendo::word_map_test {
namespace {

// A word that has so many bytes before it.
struct Placed {
  Placed(std::string_view word, std::string_view before)
      : bytes(std::string(before) + std::string(word)),
        field{bytes.data() + bytes.size(), word.size(), bytes.size()} {}
  Placed(const Placed&) = delete;
  Placed& operator=(const Placed&) = delete;

  std::string bytes;
  PlainField field;
};

TEST(WordMapTest, AKeyDependsOnTheWordAlone) {
  const std::string_view before = "nothing of this counts,";
  for (const std::string_view word : {"", "a", "ward", "xa-quang-trung", "phuong-bac-son-1"}) {
    const Placed alone(word, "");
    for (std::size_t size = 0; size <= before.size(); ++size) {
      const Placed placed(word, before.substr(size));
      EXPECT_EQ(WordKey(placed.field), WordKey(alone.field)) << word << ' ' << size;
    }
  }
  EXPECT_NE(WordKey(Placed("c12", "").field), WordKey(Placed("c13", "").field));
  EXPECT_NE(WordKey(Placed("c1", "").field), WordKey(Placed("cc1", "").field));
  EXPECT_NE(WordKey(Placed("abcdefghijklmnop", "").field),
            WordKey(Placed("bbcdefghijklmnop", "").field));
}

// Words of which many end alike, found as a map of the standard library finds them.
TEST(WordMapTest, FindsWhatAnOrdinaryMapFinds) {
  std::mt19937 random(1);
  const std::string_view ends[] = {"", "-thi-tran-ngoc-trao", "-phuong-ba-dinh-12",
                                   "0123456789abcdef"};
  WordMap<int> words;
  std::map<std::string, int> expected;
  for (int turn = 0; turn < 20000; ++turn) {
    std::string word = random() % 2 ? "" : "xa" + std::to_string(random() % 3000);
    word += ends[random() % 4];
    const Placed placed(word, std::string(random() % 20, ','));
    const WordKey key(placed.field);
    const int* const found = words.find(key, placed.field);
    const auto known = expected.find(word);
    ASSERT_EQ(found != nullptr, known != expected.end()) << word;
    if (found) {
      ASSERT_EQ(*found, known->second) << word;
    } else {
      ASSERT_EQ(words.add(key, placed.field, turn), turn);
      expected.emplace(word, turn);
    }
  }
  EXPECT_EQ(words.size(), expected.size());
  EXPECT_GT(words.size(), 5000U);
}

}  // namespace
}  // namespace tiendo::word_map_test
