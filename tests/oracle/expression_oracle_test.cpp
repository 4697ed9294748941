// Expressions against two definitions without any cleverness: trees that are drawn at random and
// computed by going down into them, and, for every short text there is, the rule by which people
// read one: look for the last sign of the weakest kind that stands outside of parentheses.

#include <gtest/gtest.h>

#include <functional>
#include <memory>

#include "../unit/random.hpp"
#include "tiendo/model/expression.hpp"

namespace tiendo {
namespace {

using Value = std::optional<Ratio>;  // nothing: divided by zero

Value joined(char sign, const Value& left, const Value& right) {
  if (!left || !right) return std::nullopt;
  if (sign == '+') return *(*left + *right);
  if (sign == '-') return *(*left - *right);
  if (sign == '*') return *(*left * *right);
  if (right->is_zero()) return std::nullopt;
  return *(*left / *right);
}

Value value_of(const Expression& expression, const std::vector<Ratio>& values) {
  const auto result = expression.evaluate([&](Index place) -> Result<Ratio> {
    return values.at(static_cast<std::size_t>(expression.references()[place].at(1) - '0'));
  });
  if (result) return *result;
  EXPECT_EQ(result.error().code, Errc::division_by_zero);
  return std::nullopt;
}

// ---- Trees at random ----------------------------------------------------------------------------

struct Tree {
  char sign = 'n';  // n a number, r a reference, m a minus before the right one
  std::string text;
  std::unique_ptr<Tree> left, right;
};

std::unique_ptr<Tree> drawn(Random& random, int depth) {
  auto tree = std::make_unique<Tree>();
  const int kind = depth == 0 ? random.upto(1) : random.upto(7);
  if (kind == 0) {
    tree->text = random.pick("0 1 2 3 0.5 12.40 007");
  } else if (kind == 1) {
    tree->sign = 'r';
    tree->text = "v" + std::to_string(random.upto(4));
  } else if (kind == 2) {
    tree->sign = 'm';
    tree->right = drawn(random, depth - 1);
  } else {
    tree->sign = random.pick("+ - * /").front();
    tree->left = drawn(random, depth - 1);
    tree->right = drawn(random, depth - 1);
  }
  return tree;
}

Value value_of(const Tree& tree, const std::vector<Ratio>& values) {
  if (tree.sign == 'n') return *Ratio::parse(tree.text);
  if (tree.sign == 'r') return values.at(static_cast<std::size_t>(tree.text.at(1) - '0'));
  if (tree.sign == 'm') return joined('*', Ratio(-1), value_of(*tree.right, values));
  return joined(tree.sign, value_of(*tree.left, values), value_of(*tree.right, values));
}

// With parentheses around everything, and some more, and spaces anywhere.
std::string text_of(const Tree& tree, Random& random) {
  const auto spaced = [&](std::string text) {
    if (random.one_in(4)) text.insert(0, 1, ' ');
    if (random.one_in(4)) text += random.one_in(2) ? "\n" : " \t";
    return text;
  };
  std::string text = tree.text;
  if (tree.sign == 'r' && random.one_in(2)) text = "[" + text + "]";
  if (tree.sign != 'n' && tree.sign != 'r') {
    if (tree.left) text = text_of(*tree.left, random);
    text += tree.sign == 'm' ? '-' : tree.sign;
    text += text_of(*tree.right, random);
    text = "(" + text + ")";
  }
  if (random.one_in(6)) text = "(" + spaced(text) + ")";
  return spaced(text);
}

TEST(ExpressionOracle, TreesHaveTheValueOfGoingDownIntoThem) {
  Random random(20240630);
  int divided_by_zero = 0;
  for (int i = 0; i < 5000; ++i) {
    const auto tree = drawn(random, 1 + i % 6);
    const std::string text = text_of(*tree, random);
    const auto expression = Expression::parse(text);
    ASSERT_TRUE(expression) << text;
    std::vector<Ratio> values;
    for (int v = 0; v <= 4; ++v) values.push_back(*(Ratio(random.upto(8) - 3) / Ratio(3)));
    const Value expected = value_of(*tree, values);
    ASSERT_EQ(value_of(*expression, values), expected) << text;
    if (!expected) ++divided_by_zero;

    const std::string canonical = expression->to_string();
    const auto again = Expression::parse(canonical);
    ASSERT_TRUE(again) << canonical;
    ASSERT_EQ(*again, *expression) << canonical;
    ASSERT_EQ(again->to_string(), canonical);
    ASSERT_LE(canonical.size(), text.size() + 2 * expression->nodes().size()) << text;
  }
  EXPECT_GT(divided_by_zero, 250);
}

// ---- Every short text ---------------------------------------------------------------------------

struct Read {
  bool fits = false;
  Value value;
};

// What the text says, from the last `+` or `-`, then `*` or `/`, that stands after an operand and
// outside of parentheses; the text has no spaces.
Read read(std::string_view text) {
  if (text.empty()) return {};
  for (const std::string_view signs : {"+-", "*/"}) {
    int open = 0;
    for (std::size_t i = text.size(); i-- > 1;) {
      if (text[i] == ')') ++open;
      if (text[i] == '(') --open;
      const bool after_operand = std::string_view("+-*/(").find(text[i - 1]) == signs.npos;
      if (open != 0 || signs.find(text[i]) == signs.npos || !after_operand) continue;
      const Read left = read(text.substr(0, i));
      const Read right = read(text.substr(i + 1));
      if (!left.fits || !right.fits) return {};
      return {true, joined(text[i], left.value, right.value)};
    }
  }
  if (text.front() == '-') {
    Read rest = read(text.substr(1));
    if (rest.value) rest.value = -*rest.value;
    return rest;
  }
  if (text.front() == '(' && text.back() == ')') return read(text.substr(1, text.size() - 2));
  if (text == "2" || text == "22") return {true, *Ratio::parse(text)};
  if (text == "a") return {true, Ratio(0)};
  return {};
}

TEST(ExpressionOracle, EveryTextOfUpToSixSignsIsReadAsPeopleReadIt) {
  const std::string_view alphabet = "2a-+/*()";
  int fit = 0;
  std::string text;
  const std::function<void(std::size_t)> extend = [&](std::size_t left) {
    const Read expected = read(text);
    const auto expression = Expression::parse(text);
    ASSERT_EQ(bool(expression), expected.fits || text == "222") << text;
    if (expected.fits) {
      ++fit;
      const auto value = expression->evaluate([](Index) -> Result<Ratio> { return Ratio(0); });
      ASSERT_EQ(value ? Value(*value) : Value(), expected.value) << text;
      const std::string canonical = expression->to_string();
      ASSERT_EQ(*Expression::parse(canonical), *expression) << text << " " << canonical;
    }
    if (left == 0) return;
    for (const char next : alphabet) {
      if (next == '2' && text.ends_with("22")) continue;  // long numbers add nothing
      if (next == 'a' && text.ends_with("a")) continue;   // nor do other names
      if (next == '2' && text.ends_with("a")) continue;
      text.push_back(next);
      extend(left - 1);
      text.pop_back();
    }
  };
  extend(6);
  EXPECT_GT(fit, 1000);
}

}  // namespace
}  // namespace tiendo
