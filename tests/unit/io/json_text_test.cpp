// The layout of canonical JSON, and that it says what the tree says.

#include <gtest/gtest.h>

#include "io/json_keys.hpp"
#include "io/json_text.hpp"

namespace tiendo::json_text_test {
namespace {

std::string laid_out(std::string_view json, std::size_t indent = 0) {
  std::string text;
  append_json(text, *parse_json(json), indent);
  return text;
}

TEST(JsonTextTest, EscapesWhatJsonAsksForAndNothingElse) {
  EXPECT_EQ(json_string("thị xã \"B\\S\" a/b"), R"("thị xã \"B\\S\" a/b")");
  EXPECT_EQ(json_string("\b\f\n\r\t"), R"("\b\f\n\r\t")");
  EXPECT_EQ(json_string(std::string_view("\0\x1f\x7f", 3)), "\"\\u0000\\u001f\x7f\"");
  EXPECT_EQ(json_string("\u2028😀"), "\"\u2028😀\"");
}

TEST(JsonTextTest, OneLineHasASpaceBehindEachCommaAndColon) {
  EXPECT_EQ(json_line(*parse_json(R"( {"a":[1,{"b" : null}],"c":{},"d":[],"e":true,"f":false} )")),
            R"({"a": [1, {"b": null}], "c": {}, "d": [], "e": true, "f": false})");
}

TEST(JsonTextTest, NumbersKeepTheirText) {
  EXPECT_EQ(json_line(*parse_json("[1.50, -0, 1e3]")), "[1.50, -0, 1e3]");
}

TEST(JsonTextTest, WhatFitsIn120CharactersWithItsCommaStandsOnOneLine) {
  const std::string fits = "[\"" + std::string(115, 'x') + "\"]";  // 119, and a comma
  const std::string wide = "[\"" + std::string(116, 'x') + "\"]";
  EXPECT_EQ(laid_out(fits), fits);
  EXPECT_EQ(laid_out(wide), "[\n  \"" + std::string(116, 'x') + "\"\n]");
}

TEST(JsonTextTest, CharactersCountAndNotBytes) {
  std::string vietnamese = "[\"";
  for (int i = 0; i < 115; ++i) vietnamese += "ễ";
  vietnamese += "\"]";
  EXPECT_EQ(laid_out(vietnamese), vietnamese);
}

TEST(JsonTextTest, WhatIsTooLongHasALineForEachKeyTwoSpacesFurtherIn) {
  const std::string x(100, 'x');
  EXPECT_EQ(laid_out(R"({"id": "a", "name": {"vi": ")" + x + R"(", "en": "y"}, "codes": [1]})", 4),
            "{\n      \"id\": \"a\",\n      \"name\": {\n        \"vi\": \"" + x +
                "\",\n        \"en\": \"y\"\n      },\n      \"codes\": [1]\n    }");
}

TEST(JsonTextTest, AnOpenObjectHasALineForEachKeyHoweverShort) {
  std::string text;
  OpenObject object(text, 0);
  object.put("a", json_whole(1));
  object.list("b", std::vector<std::string>{"x", "y"}, json_text);
  object.list("c", std::vector<std::string>{}, json_text);
  object.end();
  EXPECT_EQ(text, "{\n  \"a\": 1,\n  \"b\": [\n    \"x\",\n    \"y\"\n  ],\n  \"c\": []\n}");
  std::string none;
  OpenObject(none, 0).end();
  EXPECT_EQ(none, "{}");
}

TEST(JsonTextTest, KeysAreLeftOutWhereNothingIsSaid) {
  JsonKeys keys;
  keys.needed("id", "");
  keys.text("code", "");
  keys.unless("more", "direction", "more");
  keys.unless("more", "other", "less");
  keys.whole("scale", std::nullopt);
  keys.whole("digits", 0);
  keys.printed("total", std::optional<Decimal>());
  keys.printed("amount", std::optional(*Decimal::parse("12.40")));
  keys.name("name", {});
  keys.texts("with", {});
  keys.list("codes", std::vector<std::string>{}, json_text);
  keys.remarks({"n", ""});
  EXPECT_EQ(json_line(keys.done()),
            R"({"id": "", "other": "less", "digits": 0, "amount": "12.40", "note": "n"})");
}

TEST(JsonTextTest, ANameInVietnameseAloneIsAText) {
  const auto written = [](const Name& name) {
    JsonKeys keys;
    keys.name("name", name);
    return json_line(keys.done());
  };
  EXPECT_EQ(written({"ha", ""}), R"({"name": "ha"})");
  EXPECT_EQ(written({"", "ha"}), R"({"name": {"en": "ha"}})");
  EXPECT_EQ(written({"tỷ", "billion"}), R"({"name": {"vi": "tỷ", "en": "billion"}})");
}

}  // namespace
}  // namespace tiendo::json_text_test
