// JSON: the tree, the place of each part in the text, and every way of not being JSON.

#include "io/json_cursor.hpp"

#include <gtest/gtest.h>

#include "tiendo/base/limits.hpp"

namespace tiendo::json_cursor_test {
namespace {

// The tree on one line, every part with its offset: {a@1:"x"@4}@0.
std::string drawn(const JsonNode& node) {
  std::string text;
  switch (node.kind) {
    case JsonKind::null: text = "null"; break;
    case JsonKind::boolean: text = node.boolean ? "true" : "false"; break;
    case JsonKind::number: text = node.text; break;
    case JsonKind::string: text = '"' + node.text + '"'; break;
    case JsonKind::array:
      for (const JsonNode& item : node.items) text += (text.empty() ? "" : " ") + drawn(item);
      text = '[' + text + ']';
      break;
    case JsonKind::object:
      for (const JsonMember& member : node.members) {
        text += (text.empty() ? "" : " ") + member.key + '@' + std::to_string(member.offset) + ':' +
                drawn(member.value);
      }
      text = '{' + text + '}';
  }
  return text + '@' + std::to_string(node.offset);
}

TEST(JsonTest, EveryValueKnowsWhereItStood) {
  const struct {
    std::string_view text, tree;
  } cases[] = {
      {"null", "null@0"},
      {" true ", "true@1"},
      {"\t\r\nfalse", "false@3"},
      {"0", "0@0"},
      {"\"ha\"", "\"ha\"@0"},
      {"[]", "[]@0"},
      {" { } ", "{}@1"},
      {"[1,2 , 3]", "[1@1 2@3 3@7]@0"},
      {"[[],[ ] ,{}]", "[[]@1 []@4 {}@9]@0"},
      {R"({"a":"x"})", R"({a@1:"x"@5}@0)"},
      {R"({ "a" : 1 , "b":[ true ,null]})", R"({a@2:1@8 b@12:[true@18 null@24]@16}@0)"},
      {R"({"a":{"b":{"c":-1}},"d":2})", R"({a@1:{b@6:{c@11:-1@15}@10}@5 d@20:2@24}@0)"},
      {R"(["a,b: ",":"])", R"(["a,b: "@1 ":"@9]@0)"},
      {R"(["\"\\\/\b\u0041","x"])", "[\"\"\\/\bA\"@1 \"x\"@18]@0"},
      {"[\"B\xE1\xBB\x89m\",1]", "[\"B\xE1\xBB\x89m\"@1 1@9]@0"},
      {"\xEF\xBB\xBF {\"a\":1}", "{a@5:1@9}@4"},
  };
  for (const auto& c : cases) {
    const auto tree = parse_json(c.text);
    ASSERT_TRUE(static_cast<bool>(tree)) << c.text << ": " << tree.error().sentence;
    EXPECT_EQ(drawn(*tree), c.tree) << c.text;
  }
}

TEST(JsonTest, NumbersKeepTheirText) {
  const std::string long_fraction = "0." + std::string(1000, '7');
  for (const std::string& text :
       {std::string("53.026"), std::string("12.40"), std::string("-0.0"), std::string("1e3"),
        std::string("1E-400"), std::string("1.50e+07"), std::string("18446744073709551616"),
        std::string("123456789012345678901234567890.123456789"), std::string(308, '9'),
        long_fraction}) {
    for (const std::string& whole : {text, '[' + text + ']'}) {
      const auto tree = parse_json(whole);
      ASSERT_TRUE(static_cast<bool>(tree)) << whole << ": " << tree.error().sentence;
      const JsonNode& number = whole == text ? *tree : tree->items[0];
      EXPECT_EQ(number.kind, JsonKind::number);
      EXPECT_EQ(number.text, text);
    }
  }
}

TEST(JsonTest, ANumberBeyondTheRangeOfRapidJsonMustBeAString) {
  const std::string digits(310, '9');
  const auto bare = parse_json('[' + digits + ']');
  ASSERT_FALSE(bare);
  EXPECT_EQ(bare.error().code, Errc::json_syntax);
  EXPECT_EQ(bare.error().offset, 1);
  const auto quoted = parse_json("[\"" + digits + "\"]");
  ASSERT_TRUE(static_cast<bool>(quoted));
  EXPECT_EQ(quoted->items[0].text, digits);
}

TEST(JsonTest, AStringMayHoldAnyCharacter) {
  const auto tree = parse_json(R"(["\ud83d\ude00", "\u0000", "\uFFFF", ""])");
  ASSERT_TRUE(static_cast<bool>(tree));
  EXPECT_EQ(tree->items[0].text, "\U0001F600");
  EXPECT_EQ(tree->items[1].text, std::string(1, '\0'));
  EXPECT_EQ(tree->items[2].text, "\uFFFF");
  EXPECT_EQ(tree->items[3].text, "");
}

TEST(JsonTest, MembersAreFoundByKey) {
  const auto tree = parse_json(R"({"unit":"bim-son","period":"2024"})");
  ASSERT_TRUE(static_cast<bool>(tree));
  ASSERT_NE(tree->find("period"), nullptr);
  EXPECT_EQ(tree->find("period")->text, "2024");
  EXPECT_EQ(tree->find("perio"), nullptr);
  EXPECT_EQ(tree->find("period")->find("x"), nullptr);
}

TEST(JsonTest, SaysWhatIsWrongAndWhere) {
  const struct {
    std::string_view text;
    Errc code;
    int offset;
    const char* sentence;
  } cases[] = {
      {"[1 2]", Errc::json_syntax, 3, "missing a comma or ']' after an array element"},
      {R"({"a":1 "b":2})", Errc::json_syntax, 7, "missing a comma or '}' after an object member"},
      {R"({"a" 1})", Errc::json_syntax, 5, "missing a colon after a name of object member"},
      {"{a:1}", Errc::json_syntax, 1, "missing a name for object member"},
      {R"({"a":1,})", Errc::json_syntax, 7, "missing a name for object member"},
      {"[1,]", Errc::json_syntax, 3, "invalid value"},
      {"[nil]", Errc::json_syntax, 2, "invalid value"},
      {"[NaN]", Errc::json_syntax, 1, "invalid value"},
      {"[.5]", Errc::json_syntax, 1, "invalid value"},
      {"[+5]", Errc::json_syntax, 1, "invalid value"},
      {"[05]", Errc::json_syntax, 2, "missing a comma or ']' after an array element"},
      {"[5.]", Errc::json_syntax, 3, "miss fraction part in number"},
      {"[5e]", Errc::json_syntax, 3, "miss exponent in number"},
      {"[53,026]", Errc::json_syntax, 5, "missing a comma or ']' after an array element"},
      {"{} {}", Errc::json_syntax, 3, "the document root must not be followed by other values"},
      {"// no", Errc::json_syntax, 0, "invalid value"},
      {R"(["\x"])", Errc::json_syntax, 2, "invalid escape character in string"},
      {R"(["\u12G4"])", Errc::json_syntax, 2, "incorrect hex digit after \\u escape in string"},
      {R"(["\ud83dx"])", Errc::json_syntax, 2, "the surrogate pair in string is invalid"},
      {"[\"a\nb\"]", Errc::json_syntax, 3,
       "a control character in a string must be escaped, a line break as \\n"},
      {std::string_view("{}\0{}", 5), Errc::json_syntax, 2, "a zero byte in the text"},
      {std::string_view("[\0]", 3), Errc::json_syntax, 1, "a zero byte in the text"},
      {std::string_view("\0", 1), Errc::json_syntax, 0, "a zero byte in the text"},
      {std::string_view("[\"a\0\"]", 6), Errc::json_syntax, 3, "a zero byte in the text"},
      {"[1e999]", Errc::json_syntax, 1, "so large a number must stand in quotes"},
      {"1e999", Errc::json_syntax, 0, "so large a number must stand in quotes"},
      {"[\"t\xEAn\"]", Errc::text_encoding, 3, "the text is not valid UTF-8"},
      {R"(["x", "\udc00"])", Errc::text_encoding, 6, "half of a surrogate pair in a string"},
      {R"({"\udc00":1})", Errc::text_encoding, 1, "half of a surrogate pair in a string"},
      {R"({"a":1,"b":2,"a":3})", Errc::duplicate_key, 13,
       "the key \"a\" stands twice in one object"},
      {R"([{"b":{"a":1,"\u0061":1}}])", Errc::duplicate_key, 13,
       "the key \"a\" stands twice in one object"},
  };
  for (const auto& c : cases) {
    const auto tree = parse_json(c.text);
    ASSERT_FALSE(tree) << c.text;
    EXPECT_EQ(tree.error().code, c.code) << c.text;
    EXPECT_EQ(tree.error().offset, c.offset) << c.text;
    EXPECT_EQ(tree.error().sentence, c.sentence) << c.text;
  }
}

TEST(JsonTest, TheSameKeyInTwoObjectsIsNoDuplicate) {
  EXPECT_TRUE(static_cast<bool>(parse_json(R"([{"a":1},{"a":{"a":2}}])")));
}

TEST(JsonTest, ATruncatedTextSaysSo) {
  const struct {
    const char *text, *sentence;
  } cases[] = {
      {"", "the text is empty"},
      {" \n", "the text is empty"},
      {"\xEF\xBB\xBF", "the text is empty"},
      {"{", "the text ends in the middle of an object"},
      {R"({"a")", "the text ends in the middle of an object"},
      {R"({"a":)", "the text ends in the middle of an object"},
      {R"({"a":1,)", "the text ends in the middle of an object"},
      {R"({"a":[1, 2)", "the text ends in the middle of an array"},
      {R"({"a":[1, 2], )", "the text ends in the middle of an object"},
      {R"({"a":"bim-s)", "the text ends in the middle of a string"},
      {R"({"a":"bim\)", "the text ends in the middle of a string"},
      {R"({"a":"bim\u00)", "the text ends in the middle of a string"},
      {"tru", "the text ends in the middle of a value"},
      {"-", "the text ends in the middle of a value"},
  };
  for (const auto& c : cases) {
    const auto tree = parse_json(c.text);
    ASSERT_FALSE(tree) << c.text;
    EXPECT_EQ(tree.error().code, Errc::json_syntax) << c.text;
    EXPECT_EQ(tree.error().sentence, c.sentence) << c.text;
    EXPECT_EQ(tree.error().offset, static_cast<std::int64_t>(std::string(c.text).size()));
  }
}

TEST(JsonTest, EveryPrefixOfAGoodTextIsAnError) {
  const std::string text = R"({"a":[1.5,"x\u00e9",{"b":null}],"c":true})";
  ASSERT_TRUE(static_cast<bool>(parse_json(text)));
  for (std::size_t size = 0; size < text.size(); ++size) {
    const auto tree = parse_json(text.substr(0, size));
    ASSERT_FALSE(tree) << size;
    EXPECT_EQ(tree.error().offset, static_cast<std::int64_t>(size));
  }
}

TEST(JsonTest, SixtyFourLevelsAreEnough) {
  EXPECT_TRUE(static_cast<bool>(parse_json(std::string(64, '[') + std::string(64, ']'))));
  const auto array = parse_json(std::string(65, '[') + std::string(65, ']'));
  ASSERT_FALSE(array);
  EXPECT_EQ(array.error().code, Errc::nested_too_deep);
  EXPECT_EQ(array.error().offset, 64);
  const auto object = parse_json(" " + std::string(63, '[') + R"([{"a":1}])");
  ASSERT_FALSE(object);
  EXPECT_EQ(object.error().code, Errc::nested_too_deep);
  EXPECT_EQ(object.error().offset, 65);
}

TEST(JsonTest, TenMegabytesOfBracketsAreAnErrorNotACrash) {
  std::string objects;
  while (objects.size() < 10'000'000) objects += "{\"a\":";
  for (const std::string& text : {std::string(10'000'000, '['), objects}) {
    const auto tree = parse_json(text);
    ASSERT_FALSE(tree);
    EXPECT_EQ(tree.error().code, Errc::nested_too_deep);
  }
}

TEST(JsonTest, AnObjectWithManyKeysIsReadInTime) {
  std::string text = "{";
  for (int i = 0; i < 200'000; ++i) text += "\"" + std::to_string(i) + "\":0,";
  const auto tree = parse_json(text + "\"7\":1}");
  ASSERT_FALSE(tree);
  EXPECT_EQ(tree.error().code, Errc::duplicate_key);
  EXPECT_EQ(tree.error().offset, static_cast<std::int64_t>(text.size()));
}

// The code and offset of what a text is refused with, "none" when it is read.
std::string refusal(const std::string& text) {
  const Result<JsonNode> root = parse_json(text);
  if (root) return "none";
  return std::string(name_of(root.error().code)) + '@' + std::to_string(root.error().offset);
}

TEST(JsonTest, ATextHasALongestLength) {
  const std::string most(kMaxTextBytes, 'x');
  EXPECT_EQ(refusal("[\"" + most + "\"]"), "none");
  EXPECT_EQ(refusal("[\"" + most + "x\"]"), "text_too_long@1");
  EXPECT_EQ(refusal("[\"" + most.substr(1) + "\\u0041\"]"), "none");  // without the escape
  EXPECT_EQ(refusal("{\"" + most + "\": 0}"), "none");
  EXPECT_EQ(refusal("{\"" + most + "x\": 0}"), "text_too_long@1");
}

TEST(JsonTest, ATextHasMostValues) {
  // The list itself is one of them.
  std::string list = "[0";
  while (list.size() < 2 * (kMaxValues - 1)) list += ",0";
  EXPECT_EQ(refusal(list + "]"), "none");
  EXPECT_EQ(refusal(list + ",0]"), "too_many_values@0");
}

TEST(JsonTest, ATextThatIsTooLargeIsNotRead) {
  std::string text(static_cast<std::size_t>(kMaxPlanBytes), ' ');
  text.front() = 'x';
  EXPECT_EQ(refusal(text), "json_syntax@0");
  EXPECT_EQ(refusal(text + "\xFF"), "file_too_large@0");
}

}  // namespace
}  // namespace tiendo::json_cursor_test
