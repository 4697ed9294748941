// Words and their numbers.

#include "tiendo/base/word_table.hpp"

#include <gtest/gtest.h>

#include <map>
#include <new>
#include <string>

namespace tiendo::word_table_test {
namespace {

// The words beside their numbers, as a caller keeps them.
struct Words {
  std::vector<std::string> words;
  WordTable table;

  auto word_of() const {
    return [this](Index at) { return std::string_view(words[at]); };
  }
  Index put(const std::string& word) {
    return table.put(word, word_of(), [&] {
      words.push_back(word);
      return static_cast<Index>(words.size() - 1);
    });
  }
  Index find(std::string_view word) const { return table.find(word, word_of()); }
};

TEST(WordTableTest, AWordKeepsItsFirstNumber) {
  Words words;
  EXPECT_EQ(words.find("a"), kNone);
  EXPECT_EQ(words.put("a"), 0U);
  EXPECT_EQ(words.put("b"), 1U);
  EXPECT_EQ(words.put("a"), 0U);
  EXPECT_EQ(words.find("a"), 0U);
  EXPECT_EQ(words.find("b"), 1U);
  EXPECT_EQ(words.find("c"), kNone);
  EXPECT_EQ(words.table.size(), 2U);
}

TEST(WordTableTest, AWordThatCannotBeKeptHasNoNumber) {
  Words words;
  EXPECT_EQ(words.put("a"), 0U);
  const auto no_memory = []() -> Index { throw std::bad_alloc(); };
  EXPECT_THROW(words.table.put("b", words.word_of(), no_memory), std::bad_alloc);
  EXPECT_EQ(words.find("b"), kNone);
  EXPECT_EQ(words.table.size(), 1U);
  EXPECT_EQ(words.put("b"), 1U);
  EXPECT_EQ(words.find("a"), 0U);
}

TEST(WordTableTest, AClearedTableHasNoWordsAndTakesOthers) {
  Words words;
  for (int i = 0; i < 100; ++i) words.put(std::to_string(i));
  words.table.clear();
  words.words.clear();
  EXPECT_EQ(words.table.size(), 0U);
  EXPECT_EQ(words.find("7"), kNone);
  EXPECT_EQ(words.put("7"), 0U);
  EXPECT_EQ(words.put("b"), 1U);
  EXPECT_EQ(words.find("7"), 0U);
}

TEST(WordTableTest, AnEmptyWordAndOneOfZerosAreWords) {
  Words words;
  EXPECT_EQ(words.put(""), 0U);
  EXPECT_EQ(words.put(std::string(1, '\0')), 1U);
  EXPECT_EQ(words.put(std::string(8, '\0')), 2U);
  EXPECT_EQ(words.put(std::string(9, '\0')), 3U);
  EXPECT_EQ(words.find(""), 0U);
  EXPECT_EQ(words.find(std::string_view("\0\0\0\0\0\0\0\0", 8)), 2U);
}

TEST(WordTableTest, ManyWordsOfAllLengthsAreFoundAndOthersAreNot) {
  Words words;
  words.table.reserve(10);
  std::map<std::string, Index> expected;
  for (int i = 0; i < 20000; ++i) {
    const std::string word = std::string(static_cast<std::size_t>(i % 30), 'x') + std::to_string(i);
    const Index number = words.put(word);
    EXPECT_EQ(expected.emplace(word, number).first->second, number);
  }
  EXPECT_EQ(words.table.size(), expected.size());
  for (const auto& [word, number] : expected) {
    ASSERT_EQ(words.find(word), number);
    ASSERT_EQ(words.find(word + "y"), kNone);
  }
}

}  // namespace
}  // namespace tiendo::word_table_test
