// Tested by tests/unit/model/expression_test.cpp and tests/oracle/expression_oracle_test.cpp.
//
// The parser goes down into signs and parentheses alone, so their depth is its own; long sums and
// products are loops. The parts stand in the order in which a stack computes them: each operation
// takes what its operands left behind, without going down again.
#include "tiendo/model/expression.hpp"

#include <algorithm>
#include <utility>

#include "tiendo/base/limits.hpp"

namespace tiendo {

namespace {

using Operation = Expression::Operation;
using Node = Expression::Node;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_word(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; }
bool continues_word(char c) { return begins_word(c) || is_digit(c); }

bool is_word(std::string_view id) {
  return begins_word(id.front()) && std::all_of(id.begin(), id.end(), continues_word);
}

// The operation of a sign between two operands, or that of a number for any other character.
Operation sum_of(char c) {
  return c == '+' ? Operation::add : c == '-' ? Operation::subtract : Operation::number;
}
Operation product_of(char c) {
  return c == '*' ? Operation::multiply : c == '/' ? Operation::divide : Operation::number;
}

std::string_view sign_of(Operation operation) {
  switch (operation) {
    case Operation::add: return " + ";
    case Operation::subtract: return " - ";
    case Operation::multiply: return " * ";
    case Operation::divide: return " / ";
    case Operation::negate: return "-";
    case Operation::number:
    case Operation::reference: break;
  }
  return "";
}

// How closely an operation binds: operands that bind less need parentheses.
int closeness(Operation operation) {
  switch (operation) {
    case Operation::add:
    case Operation::subtract: return 1;
    case Operation::multiply:
    case Operation::divide: return 2;
    case Operation::negate: return 3;
    case Operation::number:
    case Operation::reference: break;
  }
  return 4;
}

// A reference as it stands in an expression.
std::string written(const std::string& id) { return is_word(id) ? id : '[' + id + ']'; }

Error too_large(std::string_view what, std::size_t offset) {
  return error(Errc::expression_too_large, std::string(what), static_cast<std::int64_t>(offset));
}

}  // namespace

// Reads one text. Each function leaves the part it read behind as the last node.
class ExpressionParser {
 public:
  explicit ExpressionParser(std::string_view text) : text_(text) {}

  Result<Expression> parse() {
    if (text_.size() > kMaxExpressionBytes) {
      return too_large("longer than an expression may be", kMaxExpressionBytes);
    }
    if (Error fault = sum(0); fault.code != Errc::none) return fault;
    if (at_ < text_.size()) return unfit("an operation");
    if (made_.to_string().size() > kMaxExpressionBytes) {
      return too_large("longer than an expression may be, written with its spaces", at_);
    }
    return std::move(made_);
  }

 private:
  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  Error unfit(std::string_view needed) const {
    return error(Errc::expression_syntax,
                 "here " + std::string(needed) + " is needed, but the text " +
                     (at_ < text_.size() ? "goes on differently" : "ends"),
                 static_cast<std::int64_t>(at_));
  }

  Index last() const { return static_cast<Index>(made_.nodes_.size() - 1); }

  Error add(Node node) {
    if (made_.nodes_.size() >= kMaxExpressionNodes) return too_large("too many parts", at_);
    made_.nodes_.push_back(std::move(node));
    return {};
  }

  Error sum(std::size_t depth) {
    return chain(sum_of, [&] { return chain(product_of, [&] { return factor(depth); }); });
  }

  // Operands with operations between them, from the left.
  template <class Operand>
  Error chain(Operation (*operation_of)(char), const Operand& operand) {
    if (Error fault = operand(); fault.code != Errc::none) return fault;
    for (Operation operation = operation_of(next()); operation != Operation::number;
         operation = operation_of(next())) {
      ++at_;
      const Index left = last();
      if (Error fault = operand(); fault.code != Errc::none) return fault;
      Error fault = add({operation, {}, kNone, left, last()});
      if (fault.code != Errc::none) return fault;
    }
    return {};
  }

  // A sign, parentheses, a number or a reference, with the spaces around it.
  Error factor(std::size_t depth) {
    skip_spaces();
    if (next() == '-' || next() == '(') {
      if (depth >= kMaxDepth) return too_large("signs and parentheses nested too deep", at_);
      Error fault = next() == '-' ? negation(depth + 1) : parentheses(depth + 1);
      if (fault.code != Errc::none) return fault;
    } else if (Error fault = operand(); fault.code != Errc::none) {
      return fault;
    }
    skip_spaces();
    return {};
  }

  Error negation(std::size_t depth) {
    ++at_;
    if (Error fault = factor(depth); fault.code != Errc::none) return fault;
    return add({Operation::negate, {}, kNone, kNone, last()});
  }

  Error parentheses(std::size_t depth) {
    ++at_;
    if (Error fault = sum(depth); fault.code != Errc::none) return fault;
    if (next() != ')') return unfit("an operation or )");
    ++at_;
    return {};
  }

  Error operand() {
    if (is_digit(next())) return number();
    if (next() == '[') return bracketed();
    if (!begins_word(next())) return unfit("a number, a reference or (");
    const std::size_t start = at_;
    while (continues_word(next())) ++at_;
    return refer(text_.substr(start, at_ - start), start);
  }

  Error number() {
    const std::size_t start = at_;
    while (is_digit(next())) ++at_;
    if (next() == '.') {
      ++at_;
      if (!is_digit(next())) return unfit("a digit");
      while (is_digit(next())) ++at_;
    }
    Result<Decimal> value = Decimal::parse(text_.substr(start, at_ - start));
    if (!value) return error(value.error().code, {}, static_cast<std::int64_t>(start));
    return add({Operation::number, std::move(*value), kNone, kNone, kNone});
  }

  Error bracketed() {
    const std::size_t start = ++at_;
    while (at_ < text_.size() && next() != ']') ++at_;
    if (at_ == text_.size()) return unfit("]");
    ++at_;
    return refer(text_.substr(start, at_ - 1 - start), start);
  }

  Error refer(std::string_view id, std::size_t offset) {
    if (!is_id(id)) return error(Errc::id_syntax, {}, static_cast<std::int64_t>(offset));
    auto& known = made_.references_;
    const auto found = std::find(known.begin(), known.end(), id);
    const auto place = static_cast<Index>(found - known.begin());
    if (found == known.end()) known.emplace_back(id);
    return add({Operation::reference, {}, place, kNone, kNone});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Expression made_;
};

namespace {

// A piece of text, and how closely the operation that made it binds.
struct Piece {
  std::string text;
  int closeness = 0;

  // The text as an operand that has to bind at least as closely.
  std::string bound(int least) && {
    return closeness >= least ? std::move(text) : "(" + std::move(text) + ")";
  }
};

// Takes the piece on top of the stack.
Piece take(std::vector<Piece>& stack) {
  Piece top = std::move(stack.back());
  stack.pop_back();
  return top;
}

// The text of the parts up to and with `last`, of which that one is the whole.
std::string text_up_to(const std::vector<Node>& nodes, Index last,
                       const std::function<std::string(Index)>& text_of) {
  std::vector<Piece> stack;
  for (Index i = 0; i <= last; ++i) {
    const Node& node = nodes[i];
    const int own = closeness(node.operation);
    std::string text;
    if (node.operation == Operation::number) {
      text = node.number.to_string();
    } else if (node.operation == Operation::reference) {
      text = text_of(node.reference);
    } else {
      // What stands on the right of an operation binds closer, since all go from the left; a sign
      // before another sign needs nothing.
      const bool sign = node.operation == Operation::negate;
      std::string right = take(stack).bound(sign ? own : own + 1);
      if (!sign) text = take(stack).bound(own);
      text += sign_of(node.operation);
      text += right;
    }
    stack.push_back({std::move(text), own});
  }
  return std::move(stack.back().text);
}

Result<Ratio> computed(Operation operation, const Ratio& left, const Ratio& right) {
  switch (operation) {
    case Operation::add: return left + right;
    case Operation::subtract: return left - right;
    case Operation::multiply: return left * right;
    case Operation::divide: return left / right;
    case Operation::negate: return -right;
    case Operation::number:
    case Operation::reference: break;
  }
  return right;
}

}  // namespace

Result<Expression> Expression::parse(std::string_view text) {
  return ExpressionParser(text).parse();
}

std::string Expression::to_string() const {
  return to_string([&](Index place) { return written(references_[place]); });
}

std::string Expression::to_string(const std::function<std::string(Index)>& text_of) const {
  return text_up_to(nodes_, static_cast<Index>(nodes_.size() - 1), text_of);
}

Result<Ratio> Expression::evaluate(const std::function<Result<Ratio>(Index)>& value_of) const {
  std::vector<Ratio> stack;
  for (const Node& node : nodes_) {
    Result<Ratio> value = Ratio(node.number);
    if (node.operation == Operation::reference) {
      value = value_of(node.reference);
    } else if (node.operation != Operation::number) {
      const Ratio right = std::exchange(stack.back(), {});
      stack.pop_back();
      Ratio left;
      if (node.operation != Operation::negate) {
        left = std::exchange(stack.back(), {});
        stack.pop_back();
      }
      value = computed(node.operation, left, right);
    }
    if (!value && value.error().code == Errc::division_by_zero &&
        node.operation == Operation::divide) {
      const auto name = [&](Index place) { return written(references_[place]); };
      return error(Errc::division_by_zero,
                   "the divisor " + text_up_to(nodes_, node.right, name) + " is zero");
    }
    if (!value) return value.error();
    stack.push_back(std::move(*value));
  }
  return std::move(stack.back());
}

}  // namespace tiendo
