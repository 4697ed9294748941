#include "tiendo/model/expression.hpp"

#include <gtest/gtest.h>

#include <map>

#include "tiendo/base/limits.hpp"

namespace tiendo::expression_test {
namespace {

std::string canonical(std::string_view text) {
  const auto expression = Expression::parse(text);
  return expression ? expression->to_string() : std::string(name_of(expression.error().code));
}

// The value with the references set, or the name of the error.
std::string value(std::string_view text, const std::map<std::string, std::string>& values = {}) {
  const auto expression = Expression::parse(text);
  if (!expression) return std::string(name_of(expression.error().code));
  const auto result = expression->evaluate([&](Index place) -> Result<Ratio> {
    const auto found = values.find(expression->references()[place]);
    if (found == values.end()) return error(Errc::no_data);
    return Ratio::parse(found->second);
  });
  return result ? result->to_string() : std::string(name_of(result.error().code));
}

TEST(ExpressionTest, BindsProductsCloserThanSumsAndAllFromTheLeft) {
  // clang-format off
  const struct { const char *text, *canonical, *value; } cases[] = {
      {"1+2*3",             "1 + 2 * 3",         "7"},
      {"(1+2)*3",           "(1 + 2) * 3",       "9"},
      {"7-4-2",             "7 - 4 - 2",         "1"},
      {"7-(4-2)",           "7 - (4 - 2)",       "5"},
      {"7-(4+2)",           "7 - (4 + 2)",       "1"},
      {"7+(4+2)",           "7 + (4 + 2)",       "13"},  // other parts than 7 + 4 + 2
      {"24/4/2",            "24 / 4 / 2",        "3"},
      {"24/(4/2)",          "24 / (4 / 2)",      "12"},
      {"24/4*2",            "24 / 4 * 2",        "12"},
      {"24/(4*2)",          "24 / (4 * 2)",      "3"},
      {"((((5))))",         "5",                 "5"},
      {"-2*3",              "-2 * 3",            "-6"},
      {"2*-3",              "2 * -3",            "-6"},
      {"2--3",              "2 - -3",            "5"},
      {"--3",               "--3",               "3"},
      {"-(2+3)",            "-(2 + 3)",          "-5"},
      {"-(2*3)",            "-(2 * 3)",          "-6"},
      {"(-2)",              "-2",                "-2"},
      {" 1 \t/\r\n 3 ",     "1 / 3",             "1/3"},
      {"12.40",             "12.40",             "62/5"},
      {"007.5",             "7.5",               "15/2"},
      {"1/3*3",             "1 / 3 * 3",         "1"},  // nothing is rounded on the way
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(canonical(c.text), c.canonical) << c.text;
    EXPECT_EQ(value(c.text), c.value) << c.text;
  }
}

TEST(ExpressionTest, AReferenceIsBareWhereItIsAPlainWord) {
  // clang-format off
  const struct { const char *text, *canonical, *reference; } cases[] = {
      {"actual",            "actual",            "actual"},
      {"_a1",               "_a1",               "_a1"},
      {"[actual]",          "actual",            "actual"},
      {"[gross-output]",    "[gross-output]",    "gross-output"},
      {"[a.b:c/d]",         "[a.b:c/d]",         "a.b:c/d"},
      {"[2024]",            "[2024]",            "2024"},
      {"[1a]",              "[1a]",              "1a"},
  };
  // clang-format on
  for (const auto& c : cases) {
    EXPECT_EQ(canonical(c.text), c.canonical);
    EXPECT_EQ(value(c.text, {{c.reference, "5/7"}}), "5/7");
  }
  // Bare, the sign between two words is an operation.
  EXPECT_EQ(value("gross-output", {{"gross", "5"}, {"output", "3"}}), "2");
}

TEST(ExpressionTest, NamesEachReferenceOnceInTheOrderOfTheText) {
  const auto expression = Expression::parse("(b - [a-1]) / b + c * [b]");
  ASSERT_TRUE(expression);
  EXPECT_EQ(expression->references(), (std::vector<std::string>{"b", "a-1", "c"}));
  std::vector<Index> asked;
  const auto result = expression->evaluate([&](Index place) -> Result<Ratio> {
    asked.push_back(place);
    return Ratio(place + 2);
  });
  EXPECT_EQ(*result, *Ratio::parse("15/2"));  // b 2, a-1 3, c 4
  EXPECT_EQ(asked, (std::vector<Index>{0, 1, 0, 2, 0}));
}

TEST(ExpressionTest, IsPrintedWithOtherTextInThePlaceOfReferences) {
  const auto expression = Expression::parse("100*(a-[b-1])/a");
  ASSERT_TRUE(expression);
  EXPECT_EQ(expression->to_string([](Index place) { return place == 0 ? "18964" : "-2"; }),
            "100 * (18964 - -2) / 18964");
}

TEST(ExpressionTest, WhatDoesNotFitIsFoundAtItsByte) {
  const std::string digits(Decimal::kMaxInputDigits + 1, '9');
  const struct {
    std::string text;
    Errc code;
    std::int64_t offset;
  } cases[] = {
      {"", Errc::expression_syntax, 0},
      {"  ", Errc::expression_syntax, 2},
      {"1 +", Errc::expression_syntax, 3},
      {"1 + * 2", Errc::expression_syntax, 4},
      {"+1", Errc::expression_syntax, 0},
      {"(1", Errc::expression_syntax, 2},
      {"(1 2)", Errc::expression_syntax, 3},
      {"()", Errc::expression_syntax, 1},
      {"1)", Errc::expression_syntax, 1},
      {"a b", Errc::expression_syntax, 2},
      {"2a", Errc::expression_syntax, 1},
      {"a.b", Errc::expression_syntax, 1},
      {".5", Errc::expression_syntax, 0},
      {"5.", Errc::expression_syntax, 2},
      {"5.x", Errc::expression_syntax, 2},
      {"1,5", Errc::expression_syntax, 1},
      {"2^3", Errc::expression_syntax, 1},
      {"1e5", Errc::expression_syntax, 1},
      {"a \xC3\x97 b", Errc::expression_syntax, 2},
      {std::string("1\0+2", 4), Errc::expression_syntax, 1},
      {"1 + [a", Errc::expression_syntax, 6},
      {"1 + []", Errc::id_syntax, 5},
      {"[a b]", Errc::id_syntax, 1},
      {"[" + std::string(kMaxIdBytes + 1, 'a') + "]", Errc::id_syntax, 1},
      {std::string(kMaxIdBytes + 1, 'a'), Errc::id_syntax, 0},
      {"1 + " + digits, Errc::number_too_long, 4},
  };
  for (const auto& c : cases) {
    const auto expression = Expression::parse(c.text);
    ASSERT_FALSE(expression) << c.text;
    EXPECT_EQ(expression.error().code, c.code) << c.text;
    EXPECT_EQ(expression.error().offset, c.offset) << c.text;
  }
}

TEST(ExpressionTest, HasALimitOfSizeAndOfDepth) {
  const auto repeated = [](std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
  };
  const std::string deep = repeated("(", kMaxDepth) + "a" + repeated(")", kMaxDepth);
  EXPECT_EQ(canonical(deep), "a");
  EXPECT_EQ(canonical("(" + deep + ")"), "expression_too_large");
  const auto deeper = Expression::parse("-" + deep);
  ASSERT_FALSE(deeper);
  EXPECT_EQ(deeper.error().code, Errc::expression_too_large);
  EXPECT_EQ(deeper.error().offset, kMaxDepth);  // the sign and then all but one parenthesis fit
  EXPECT_EQ(canonical(repeated("-", kMaxDepth) + "1"), repeated("-", kMaxDepth) + "1");
  EXPECT_EQ(canonical(repeated("(", 100'000)), "expression_too_large");
  // 500 numbers and 499 signs between them, and then a sign before the first one.
  EXPECT_EQ(value("1" + repeated("-1", kMaxExpressionNodes / 2 - 1)), "-498");
  EXPECT_EQ(value("-1" + repeated("-1", kMaxExpressionNodes / 2 - 1)), "-500");
  EXPECT_EQ(value("--1" + repeated("-1", kMaxExpressionNodes / 2 - 1)), "expression_too_large");
  EXPECT_EQ(canonical(std::string(kMaxExpressionBytes - 1, ' ') + "1"), "1");
  EXPECT_EQ(canonical(std::string(kMaxExpressionBytes, ' ') + "1"), "expression_too_large");
  // Short enough as given, but not with the spaces that are written.
  const std::string part = "+" + std::string(64, 'a');
  const std::string tight = "a" + repeated(part, (kMaxExpressionBytes - 1) / part.size());
  EXPECT_LE(tight.size(), kMaxExpressionBytes);
  EXPECT_EQ(canonical(tight), "expression_too_large");
}

TEST(ExpressionTest, AnErrorEndsTheEvaluation) {
  const auto expression = Expression::parse("a / (b - [c-1]) + d");
  ASSERT_TRUE(expression);
  int asked = 0;
  const auto zero = expression->evaluate([&](Index) -> Result<Ratio> {
    ++asked;
    return Ratio(3);
  });
  EXPECT_EQ(zero.error().code, Errc::division_by_zero);
  EXPECT_EQ(zero.error().sentence, "the divisor b - [c-1] is zero");
  EXPECT_EQ(asked, 3);
  // A fault of a reference is handed on as it is, also where it is a division by zero.
  const auto missing = expression->evaluate(
      [](Index) -> Result<Ratio> { return error(Errc::division_by_zero, "of the reference"); });
  EXPECT_EQ(missing.error().sentence, "of the reference");
  EXPECT_EQ(value("a + b", {{"a", "1"}}), "no_data");
  EXPECT_EQ(value("0 * b"), "no_data");
}

TEST(ExpressionTest, AValueHasALimitOfDigits) {
  std::string power = "a";
  for (int i = 0; i < 13; ++i) power += "*a";
  EXPECT_EQ(value(power, {{"a", std::string(Decimal::kMaxInputDigits, '9')}}), "number_too_long");
}

TEST(ExpressionTest, IsEqualByItsParts) {
  const auto parsed = [](std::string_view text) { return *Expression::parse(text); };
  EXPECT_EQ(parsed("(a+b)"), parsed("a + [b]"));
  EXPECT_EQ(parsed("1.5*a"), parsed("1.50*a"));
  EXPECT_NE(parsed("a+b"), parsed("b+a"));
  EXPECT_NE(parsed("a-b-c"), parsed("a-(b-c)"));
  EXPECT_NE(parsed("-1"), parsed("1"));
  EXPECT_NE(parsed("a"), parsed("b"));
}

}  // namespace
}  // namespace tiendo::expression_test
