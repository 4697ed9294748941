// Ids: what may be one, and the suggestion for one that was mistyped.

#include "tiendo/base/id.hpp"

#include <gtest/gtest.h>

namespace tiendo::id_test {
namespace {

TEST(IdTest, ExactlyTheListedBytesMakeAnId) {
  const std::string_view allowed =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:/-";
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    EXPECT_EQ(is_id(std::string_view(&c, 1)), allowed.find(c) != std::string_view::npos) << byte;
  }
}

TEST(IdTest, AnIdHasOneTo128Bytes) {
  EXPECT_FALSE(is_id(""));
  EXPECT_TRUE(is_id(std::string(128, 'a')));
  EXPECT_FALSE(is_id(std::string(129, 'a')));
}

TEST(IdTest, OneWrongByteAnywhereSpoilsAnId) {
  EXPECT_TRUE(is_id("bim-son/2024:plan_1.a"));
  EXPECT_FALSE(is_id("bim son"));
  EXPECT_FALSE(is_id(" bim-son"));
  EXPECT_FALSE(is_id("bim-son\n"));
  EXPECT_FALSE(is_id("b\xE1\xBB\x89m-s\xC6\xA1n"));
}

TEST(NearestTest, FindsTheCandidateThatTakesTheFewestEdits) {
  const std::vector<std::string_view> keys = {"indicator", "indicators", "direction", "id"};
  const struct {
    const char *word, *found;
  } cases[] = {
      {"indicator", "indicator"},    // itself
      {"indicatr", "indicator"},     // a byte is missing
      {"indiccator", "indicator"},   // a byte too many
      {"indicatorz", "indicator"},   // a tie with "indicators": the earlier one
      {"inditacors", "indicators"},  // two replaced
      {"dirextion", "direction"},    // one replaced
      {"driection", "direction"},    // two swapped
      {"Id", ""},                    // half of the word
      {"measure", ""},               // nothing like it
      {"", ""},                      // nothing to go by
  };
  for (const auto& c : cases) EXPECT_EQ(nearest(c.word, keys), c.found) << c.word;
}

TEST(NearestTest, AThirdOfTheWordMayChangeAndNoMore) {
  EXPECT_EQ(nearest("abcdef", {"abcdXY"}), "abcdXY");
  EXPECT_EQ(nearest("abcdef", {"abcXYZ"}), "");
  EXPECT_EQ(nearest("abcde", {"abcXY"}), "");
}

TEST(NearestTest, TiesGoToTheEarlierCandidate) {
  EXPECT_EQ(nearest("until", {"untie", "untik"}), "untie");
  EXPECT_EQ(nearest("until", {"untik", "untie"}), "untik");
}

TEST(NearestTest, AWordTooLongForAnIdIsNearNothing) {
  const std::string word(129, 'a');
  EXPECT_EQ(nearest(word, {word}), "");
}

}  // namespace
}  // namespace tiendo::id_test
