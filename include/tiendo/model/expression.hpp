/// @file
/// Small exact expressions: what a formula of a plan, or the rule behind a published figure, says.
///
///     actual / plan * 100 - 100
///     ([gross-output] - [gross-output.state]) / population
///
/// Numbers, references, `+ - * /`, a minus before an operand, and parentheses; nothing else. There
/// are no functions, no powers and no comparisons: what needs them is a rule of the engine with a
/// name. A number is plain, `12.40`. A reference is the id of what stands for a number: bare where
/// it is a plain word (a letter or `_`, then letters, digits and `_`), in brackets whatever it is,
/// since `-`, `.`, `/` and `:` belong to ids too. Spaces and ends of lines between the parts do not
/// matter. `*` and `/` bind closer than `+` and `-`, and all of them from the left.
///
///     *Expression::parse(x.to_string()) == x      for every Expression x
///
/// Everything is computed with fractions, so no step rounds.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tiendo/base/id.hpp"
#include "tiendo/base/result.hpp"
#include "tiendo/decimal/decimal.hpp"
#include "tiendo/decimal/ratio.hpp"

namespace tiendo {

/// An expression. Immutable; safe to read from many threads.
class Expression {
 public:
  /// What a node is.
  enum class Operation : std::uint8_t {
    number,     ///< a number that is written in the expression
    reference,  ///< what stands for a number
    negate,     ///< - right
    add,        ///< left + right
    subtract,   ///< left - right
    multiply,   ///< left * right
    divide,     ///< left / right
  };

  /// A part of the expression. What a part does not have is zero or kNone.
  struct Node {
    Operation operation = Operation::number;
    /// Of a number: itself, with the digits it was written with.
    Decimal number;
    /// Of a reference: its place in references().
    Index reference = kNone;
    /// Of the others: the places in nodes() of the operands, which are lower than the own.
    Index left = kNone;
    Index right = kNone;

    /// Same part at the same place; numbers by value.
    friend bool operator==(const Node&, const Node&) = default;
  };

  /// Reads an expression.
  ///
  /// @return expression_syntax with the offset of the first byte that does not fit (the length of
  /// the text where it ends too early); id_syntax with that of a reference in brackets that is no
  /// id; number_too_long with that of the number; expression_too_large beyond kMaxExpressionBytes
  /// bytes, kMaxExpressionNodes nodes, or kMaxDepth signs and parentheses within each other
  static Result<Expression> parse(std::string_view text);

  /// Every id that is referred to, once, in the order in which they first stand in the text.
  const std::vector<std::string>& references() const noexcept { return references_; }

  /// The parts, the operands of each before itself and the left one before the right one; the last
  /// is the whole. Never empty.
  const std::vector<Node>& nodes() const noexcept { return nodes_; }

  /// The canonical text: one space around each of `+ - * /`, only the parentheses that are needed,
  /// brackets only where they are needed.
  std::string to_string() const;

  /// The same text with something else in the place of each reference, for example the numbers
  /// that a figure was computed from. The function is given the place in references().
  std::string to_string(const std::function<std::string(Index)>& text_of) const;

  /// The value, for which the function gives the value of a reference by its place in references().
  /// It is asked in the order of the text, once for each time that a reference stands there, and
  /// not any more once something failed.
  ///
  /// @return the first error of the function; division_by_zero, whose sentence names the divisor;
  /// number_too_long for a value beyond Decimal::kMaxDigits on the way
  Result<Ratio> evaluate(const std::function<Result<Ratio>(Index)>& value_of) const;

  /// The same parts in the same places. `a + b` and `b + a` differ, `1.5 * a` and `1.50 * a` do
  /// not.
  friend bool operator==(const Expression&, const Expression&) = default;

 private:
  friend class ExpressionParser;
  Expression() = default;

  std::vector<Node> nodes_;
  std::vector<std::string> references_;
};

}  // namespace tiendo
