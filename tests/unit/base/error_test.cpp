// The codes: their numbers, names and sentences, and the value that carries one.

#include "tiendo/base/error.hpp"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "tiendo/base/result.hpp"

namespace tiendo::error_test {
namespace {

std::vector<Errc> all_codes() {
  return {
#define TIENDO_CODE(number, name, text) Errc::name,
#include "tiendo/base/codes.def"
  };
}

TEST(ErrorTest, CodesKeepTheirNumbers) {
  EXPECT_EQ(static_cast<int>(Errc::none), 0);
  EXPECT_EQ(static_cast<int>(Errc::id_syntax), 1);
  EXPECT_EQ(static_cast<int>(Errc::text_encoding), 2);
  EXPECT_EQ(static_cast<int>(Errc::date_not_real), 201);
  EXPECT_EQ(static_cast<int>(Errc::json_syntax), 601);
}

TEST(ErrorTest, EveryCodeHasANameAndASentenceOfItsOwn) {
  std::set<std::string_view> names;
  std::set<std::string_view> sentences;
  for (const Errc code : all_codes()) {
    EXPECT_TRUE(names.insert(name_of(code)).second) << name_of(code);
    EXPECT_TRUE(sentences.insert(text_of(code)).second) << name_of(code);
  }
  EXPECT_EQ(names.count(""), 0U);
  EXPECT_EQ(sentences.count(""), 0U);
}

TEST(ErrorTest, ACodeIsNamedAsItIsWritten) {
  EXPECT_EQ(name_of(Errc::id_syntax), "id_syntax");
  EXPECT_EQ(text_of(Errc::text_encoding), "the text is not valid UTF-8");
}

TEST(ErrorTest, AnUnknownNumberHasNoNameAndNoSentence) {
  EXPECT_EQ(name_of(static_cast<Errc>(99)), "");
  EXPECT_EQ(text_of(static_cast<Errc>(-1)), "");
}

TEST(ErrorTest, AnErrorSaysTheGeneralSentenceUnlessItIsGivenABetterOne) {
  EXPECT_EQ(error(Errc::text_encoding).sentence, "the text is not valid UTF-8");
  EXPECT_EQ(error(Errc::text_encoding).offset, -1);
  const Error precise = error(Errc::id_syntax, "\"a b\" is not an id", 1);
  EXPECT_EQ(precise.code, Errc::id_syntax);
  EXPECT_EQ(precise.sentence, "\"a b\" is not an id");
  EXPECT_EQ(precise.offset, 1);
}

Result<std::string> doubled(const std::string& word) {
  if (word.empty()) return error(Errc::id_syntax);
  return word + word;
}

TEST(ResultTest, HoldsTheValueOrTheErrorNeverBoth) {
  EXPECT_TRUE(static_cast<bool>(doubled("ha")));
  EXPECT_EQ(*doubled("ha"), "haha");
  EXPECT_EQ(doubled("ha")->size(), 4U);
  ASSERT_FALSE(doubled(""));
  EXPECT_EQ(doubled("").error().code, Errc::id_syntax);
}

TEST(ResultTest, IsAFailureWheneverItHoldsAnErrorWhateverTheCode) {
  struct Nothing {};
  Result<Nothing> nothing = Nothing{};
  EXPECT_TRUE(static_cast<bool>(nothing));
  nothing = error(Errc::none);
  EXPECT_FALSE(static_cast<bool>(nothing));
}

}  // namespace
}  // namespace tiendo::error_test
